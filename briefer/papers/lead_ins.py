"""The sentence with which a paragraph leads over to questions, and what of them stands in the same paragraph."""

from __future__ import annotations

from briefer.papers import asking, sentences
from briefer.papers.asking import Request
from briefer.papers.question_lists import Item, is_question


def leads_over(text: str) -> Request | None:
    """What the sentence wants with which a paragraph leads over to a list, or to the paragraphs after it."""
    if not text.endswith((":", ",")) and not asking.might_ask(text):
        return None
    spans = sentences.split(text)
    if not spans:
        return None
    if not is_question(text) and text.rstrip().endswith((":", ": –", ":-", ",", " to", " att")):
        start, end = spans[-1]
        wanted = asking.request(text[start:end])
        if wanted is None and len(spans) > 1:
            wanted = asking.request(text[spans[-2][0] : end])
        if wanted is None and text.endswith(":"):
            wanted = asking.request_misread(text[start:end])
        return wanted
    colon = text.find(": ")
    while colon > 0:
        begin = max((a for a, _ in spans if a <= colon), default=0)
        wanted = asking.request(text[begin : colon + 1])
        if wanted is not None and (wanted.names or wanted.invites or wanted.seeks):
            return wanted
        colon = text.find(": ", colon + 1)
    for start, end in spans[-2:] if not is_question(text) else spans[:-1]:
        wanted = asking.request(text[start:end])
        if (
            wanted is not None
            and not is_question(text[start:end])
            and (wanted.names == 2 or wanted.invites or wanted.seeks)
        ):
            return wanted
    return None


def parted(text: str) -> tuple[str, str]:
    """A paragraph up to where it leads over, at a colon or a full stop, and what follows it there."""
    if text.rstrip().endswith(":"):
        return text.rstrip(), ""
    colon = text.find(": ")
    while colon > 0:
        if asking.request(text[: colon + 1].rsplit(". ", 1)[-1]) is not None:
            return text[: colon + 1], text[colon + 2 :].strip()
        colon = text.find(": ", colon + 1)
    for start, end in sentences.split(text)[:-1]:
        wanted = None if is_question(text[start:end]) else asking.request(text[start:end])
        if wanted is not None and wanted.names == 2:
            return text[:end], text[end:].strip()
    return text, ""


def sentences_as_items(text: str, wanted: Request) -> list[Item]:
    """Sentences after a lead-in that are all questions, as items: one each where it names questions, else as one."""
    spans = sentences.split(text)
    if not spans or not all(is_question(text[a:b]) for a, b in spans):
        return []
    if wanted.names != 2 or len(spans) == 1:
        return [Item(text, None, -1)]
    return [Item(text[a:b], None, -1) for a, b in spans]
