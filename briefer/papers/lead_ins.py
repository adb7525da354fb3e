"""The sentence with which a paragraph leads over to questions, and what of them stands in the same paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefer.papers import asking, sentences
from briefer.papers.asking import Request
from briefer.papers.question_lists import Item, is_question

#: So many letters before its colon a sentence may begin to lead over.
_LONGEST = 500


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
    for begin, end in _up_to_colons(text, spans):
        wanted = asking.request(text[begin:end])
        if wanted is not None and (wanted.names or wanted.invites or wanted.seeks):
            return wanted
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
    spans = sentences.split(text)
    for begin, end in _up_to_colons(text, spans):
        if asking.request(text[begin:end]) is not None:
            return text[:end], text[end:].strip()
    for start, end in spans[:-1]:
        wanted = None if is_question(text[start:end]) else asking.request(text[start:end])
        if wanted is not None and wanted.names == 2:
            return text[:end], text[end:].strip()
    return text, ""


def _up_to_colons(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What stands before each colon in its sentence, as far back as a lead-in reaches; only where it might be one."""
    at = 0
    colon = text.find(": ")
    while colon > 0:
        while at + 1 < len(spans) and spans[at + 1][0] <= colon:
            at += 1
        begin = max(spans[at][0], colon - _LONGEST) if spans else max(0, colon - _LONGEST)
        if asking.might_ask(text[begin : colon + 1]):
            yield begin, colon + 1
        colon = text.find(": ", colon + 1)


def sentences_as_items(text: str, wanted: Request) -> list[Item]:
    """Sentences after a lead-in that are all questions, as items: one each where it names questions, else as one."""
    spans = sentences.split(text)
    if not spans or not all(is_question(text[a:b]) for a, b in spans):
        return []
    if wanted.names != 2 or len(spans) == 1:
        return [Item(text, None, -1)]
    return [Item(text[a:b], None, -1) for a, b in spans]
