"""Paragraphs as a paper numbers them: the parts of a list belong to the paragraph that leads over to them."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.papers import marks
from briefer.papers.marks import Mark
from briefer.papers.model import Paragraph


def whole(paragraphs: Sequence[Paragraph]) -> list[tuple[str | None, str]]:
    """Number and words of each paragraph, a list's parts with the paragraph before them, items of questions unnumbered."""
    told: list[tuple[str | None, str]] = []
    lead: Paragraph | None = None
    last: Mark | None = None
    for paragraph in paragraphs:
        mark = marks.parse(paragraph.mark) if paragraph.mark else None
        if lead is not None and mark is not None and _is_part(lead, last, paragraph, mark):
            number, text = told[-1]
            told[-1] = (number, f"{text} {paragraph.mark} {paragraph.text}")
            last = mark
            continue
        told.append((None if paragraph.asks else paragraph.number, paragraph.text))
        lead, last = None if paragraph.asks else paragraph, None
    return told


def _is_part(lead: Paragraph, last: Mark | None, paragraph: Paragraph, mark: Mark) -> bool:
    """Whether a paragraph is the next part of the list that a paragraph leads over to."""
    if paragraph.asks or paragraph.heading != lead.heading:
        return False
    if last is not None:
        return marks.follows(last, mark)
    own = marks.parse(lead.mark) if lead.mark else None
    if own is not None and (own.bullet or marks.same_list(own, mark)):
        return False
    return mark.first and lead.text.endswith((":", ",")) and not (own is None and mark.values[0][0] == "number")
