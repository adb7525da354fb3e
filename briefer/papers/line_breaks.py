"""Line breaks that somebody set within a paragraph: those that set lines apart, and those that only wrap one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.papers.lines import Span

BREAK = "\n"
"""The text of a span that stands for a line break."""
#: After these a line break within a paragraph ends a sentence or a field of the header …
_ENDS = (".", "?", "!", ":", ";", ")")
#: … and before these something new begins.
_BEGINS = re.compile(r"\s*(?:\(?\w{1,3}[.)]\s|[•▪–—-]\s|\()")
#: A line this short, broken by hand before a capital, is a line of a header.
_SHORT = 45


def parts_of(spans: list[Span], *, whole: bool) -> Iterator[tuple[Span, ...]]:
    """A paragraph, taken apart at the line breaks that set lines apart; at others it goes on."""
    part: list[Span] = []
    for at, span in enumerate(spans):
        if span.text != BREAK:
            part.append(span)
            continue
        before = "".join(s.text for s in part).strip()
        after = "".join(s.text if s.text != BREAK else "\0" for s in spans[at + 1 :]).partition("\0")[0].lstrip()
        new = before.endswith(_ENDS) or _BEGINS.match(after) or (len(before) < _SHORT and after[:1].isupper())
        if new and not whole:
            yield from _trimmed(part)
            part = []
        elif before and not before.endswith("-"):
            part.append(Span(" ", *span[1:]))
    yield from _trimmed(part)


def _trimmed(part: list[Span]) -> Iterator[tuple[Span, ...]]:
    spans = list(part)
    while spans and not spans[0].text.strip():
        spans.pop(0)
    while spans and not spans[-1].text.strip():
        spans.pop()
    if spans:
        spans[0] = spans[0]._replace(text=spans[0].text.lstrip())
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip())
        yield tuple(spans)
