"""A paper while it is read for questions: what is known of it, and what has been found so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefer.papers import asking, marks
from briefer.papers.marks import Mark
from briefer.papers.model import Heading, Paragraph
from briefer.papers.question_lists import Item

_ANNEX = re.compile(r"(?:ann?exe?s?|appendix|anlage|anhang|bilaga)\b", re.I)
_PUT_BY_OTHERS = re.compile(
    r"written answer|parliamentary question|honourable member|member of the european parliament|interpellation", re.I
)


@dataclass(slots=True)
class QuestionSet:
    """Questions that belong together."""

    items: list[Item]
    asker: str | None
    heading: int | None
    prose: bool = False
    numbered: bool = False
    """Whether its heading numbers it: Question 2."""


@dataclass(slots=True)
class Reading:
    """A paper while it is read for questions."""

    paragraphs: Sequence[Paragraph]
    headings: Sequence[Heading]
    sender: str | None
    read: list[Mark | None]
    annex_from: int
    """The first paragraph of an annex."""
    direct: bool
    """Whether questions in it are its sender's own: not of an article, not of a Member of Parliament."""
    sets: list[QuestionSet] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)
    announced: bool = False
    """Whether a sentence has said that questions stand elsewhere in the paper."""
    wishes: list[str] = field(default_factory=list)
    """Sentences that want a discussion without a question; what is expected where nothing else is."""


def begin(paragraphs: Sequence[Paragraph], headings: Sequence[Heading], from_: str | None) -> Reading:
    """A paper before anything has been found in it."""
    sender = _sender(from_)
    read = [_mark(p) for p in paragraphs]
    opening = [h.text for h in headings[:8]] + [p.text for p in paragraphs[:12]]
    direct = sender is not None and not any(_PUT_BY_OTHERS.search(text) for text in opening)
    return Reading(paragraphs, headings, sender, read, _annex(paragraphs, headings), direct)


def author(reading: Reading, place: int) -> str | None:
    """Who wrote what stands here: named under the same heading before it, or for an annex in what comes before it."""
    heading = reading.paragraphs[place].heading
    for before in range(place, -1, -1):
        paragraph = reading.paragraphs[before]
        if paragraph.heading != heading and not (place >= reading.annex_from):
            break
        named = asking.named_asker(paragraph.text)
        if named:
            return named
    return None


def _mark(paragraph: Paragraph) -> Mark | None:
    return marks.parse(paragraph.mark) if paragraph.mark else None


def _sender(from_: str | None) -> str | None:
    bare = re.sub(r"\A(?:the|la|le|der|die)\s+", "", (from_ or "").strip(), flags=re.I)
    return bare[:1].upper() + bare[1:] if bare else None


def _annex(paragraphs: Sequence[Paragraph], headings: Sequence[Heading]) -> int:
    first = next((i for i, heading in enumerate(headings) if _ANNEX.match(heading.text)), len(headings))
    for place, paragraph in enumerate(paragraphs):
        if paragraph.heading is not None and paragraph.heading >= first:
            return place
    return len(paragraphs)
