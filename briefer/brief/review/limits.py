"""What is over a limit: words, speaking time, and a marking that the note or its way out does not allow."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.brief.marking import above, block_marking, rank
from briefer.brief.model import Block, Brief, Section
from briefer.brief.review.counting import section_words, speaking_seconds
from briefer.brief.review.finding import Finding, at_block, at_section
from briefer.text import clock

#: Steps in which a length is told apart once it was accepted: half a minute, 25 words.
_SECONDS, _WORDS = 30, 25


def too_long(brief: Brief, section: Section) -> Iterator[Finding]:
    """A section over its minutes or its words."""
    where = at_section(section)
    limit = round((section.minutes or 0) * 60)
    if limit and (spoken := speaking_seconds(brief, section)) > limit:
        why, alike = f"takes {clock(spoken)}, more than its {clock(limit)}", _over(spoken, limit, _SECONDS, "seconds")
        yield Finding("too-long", section.id, "", where, why, "shorten an answer", alike)
    if section.words and (count := section_words(section)) > section.words:
        alike = _over(count, section.words, _WORDS, "words")
        yield Finding(
            "too-long", section.id, "", where, f"has {count} words, more than its {section.words}", "shorten it", alike
        )


def _over(count: int, limit: int, step: int, unit: str) -> str:
    return f"up to {-(-(count - limit) // step) * step} {unit} over {limit}"


def above_ceiling(brief: Brief, ceiling: str | None) -> Iterator[Finding]:
    """Blocks marked above what the brief itself is marked, or above the ceiling that it is to go out under.

    The delegation's own words, which all have the same marking, are remarked once, at the first of them. Raises
    UsageError where the ceiling is not one of the brief's markings.
    """
    known = [m.upper() for m in brief.markings]
    higher: list[tuple[Section, Block, str]] = []
    limit = ""
    if ceiling is not None:
        limit, higher = ceiling.upper(), above(brief, ceiling)
    if not higher and brief.marking and rank(brief, brief.marking) < len(known) - 1:
        limit = brief.marking
        marked = ((s, b, block_marking(brief, s, b)) for s in brief.sections for b in s.blocks)
        higher = [one for one in marked if rank(brief, one[2]) > rank(brief, limit)]
    own = [b.id for _, b, _ in higher if not b.sources and not b.marking]
    name = "the limit" if limit != brief.marking else "what the note is marked"
    for section, block, marking in higher:
        why, todo = f"is {marking}, above {name}, {limit}", "take it out, or let the note be marked higher"
        if block.id in own:
            if block.id != own[0]:
                continue
            more = f", and so {_blocks(len(own) - 1)} more of your own words" if len(own) > 1 else ""
            why = f"counts as {marking}, as your own words do, above {name}, {limit}{more}"
        yield Finding("above-ceiling", section.id, block.id, at_block(section, block), why, todo)


def _blocks(count: int) -> str:
    return "is 1 block" if count == 1 else f"are {count} blocks"
