"""Line breaks that somebody set within a paragraph: those that set lines apart, and those that only wrap one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.papers.lines import Span
from briefer.papers.typed import joined

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
    printed_lines: list[list[Span]] = [[]]
    for span in spans:
        if span.text == BREAK:
            printed_lines.append([])
        else:
            printed_lines[-1].append(span)
    part: list[Span] = []
    before = ""
    for printed in printed_lines:
        text = "".join(span.text for span in printed).strip()
        if part and text:
            if not whole and _is_new(before, text):
                yield from _trimmed(part)
                part = []
            elif not before.endswith("-"):
                part.append(Span(" ", *part[-1][1:]))
        if text:
            part += printed
            before = text
    yield from _trimmed(part)


def _is_new(before: str, after: str) -> bool:
    """Whether something new begins on a line, given the line before."""
    if before.endswith(_ENDS) or _BEGINS.match(after):
        return True
    return len(before) < _SHORT and after[:1].isupper()


def _trimmed(part: list[Span]) -> Iterator[tuple[Span, ...]]:
    filled = [at for at, span in enumerate(part) if span.text.strip()]
    if filled:
        spans = list(joined(part[filled[0] : filled[-1] + 1]))
        spans[0] = spans[0]._replace(text=spans[0].text.lstrip())
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip())
        yield tuple(spans)
