"""Words, speaking time and questions: how long a section or an answer takes, what is still unanswered."""

from __future__ import annotations

from briefer.brief.model import Block, Brief, Section
from briefer.brief.review.telling import lacks_source
from briefer.text import seconds, words

#: What is read aloud in the room.
SPOKEN = ("answer", "point", "text")


def section_words(section: Section) -> int:
    """The words of a section that count against its limit: all but prompts and notes."""
    return sum(words(b.text) for b in section.blocks if b.role not in ("prompt", "note", "question"))


def speaking_seconds(brief: Brief, section: Section) -> int:
    """How long a section takes to speak: its answers, points and text at the brief's pace."""
    return seconds(sum(words(b.text) for b in section.blocks if b.role in SPOKEN), brief.words_per_minute)


def answer_seconds(brief: Brief, question_id: str) -> int:
    """How long the answer to a question takes to speak, all that is said on it together."""
    said = (b for s in brief.sections for b in s.blocks if b.question == question_id and b.role in SPOKEN)
    return seconds(sum(words(b.text) for b in said), brief.words_per_minute)


def answer_limit(brief: Brief, question_id: str) -> int:
    """The seconds that the answer to a question may take: what the section's minutes leave beside all else that is spoken
    in it, shared by its questions; at least 1, and 0 where there is no limit.
    """
    section = next((s for s in brief.sections if question_id in [b.id for b in s.blocks]), None)
    asked = {b.id for b in section.blocks if b.role == "question"} if section else set()
    if section is None or not section.minutes or question_id not in asked:
        return 0
    beside = sum(words(b.text) for b in section.blocks if b.role in SPOKEN and b.question not in asked)
    left = section.minutes * 60 - seconds(beside, brief.words_per_minute)
    return max(round(left / len(asked)), 1)


def unanswered(brief: Brief) -> list[Block]:
    """The questions that have no answer yet."""
    answered = {b.question for s in brief.sections for b in s.blocks if b.role == "answer" and b.text.strip()}
    return [b for s in brief.sections for b in s.blocks if b.role == "question" and b.id not in answered]


def sources_missing(brief: Brief) -> int:
    """How many blocks state something without a source."""
    return sum(lacks_source(b) for s in brief.sections for b in s.blocks)
