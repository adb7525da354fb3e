"""Pure functions Brief → Brief on the whole and on its sections; those on single blocks are in ``edit``."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from briefer.brief import edit
from briefer.brief.marking import high_water
from briefer.brief.model import Block, BlockRole, Brief, MeetingRef, Section
from briefer.dates import is_partial, last_day
from briefer.errors import UsageError


def title(brief: Brief, text: str) -> Brief:
    """The brief under another title."""
    return replace(brief, title=text)


def retitle(brief: Brief, section: str, text: str) -> Brief:
    """A section under another title."""
    return replace(brief, sections=tuple(replace(s, title=text) if s.id == section else s for s in brief.sections))


def remove(brief: Brief, section: str) -> Brief:
    """The brief without a section, and without what elsewhere belonged to its questions."""
    for one in brief.sections:
        if one.id == section:
            for block in one.blocks:
                if block.role == "question":
                    brief = edit.remove(brief, block.id)
    return edit.settled(brief, replace(brief, sections=tuple(s for s in brief.sections if s.id != section)))


def move(brief: Brief, section: str, by: int) -> Brief:
    """A section further up (negative) or down; at the edge it stays."""
    names = [s.id for s in brief.sections]
    at = names.index(section)
    to = min(max(at + by, 0), len(names) - 1)
    rest = [s for s in brief.sections if s.id != section]
    return replace(brief, sections=(*rest[:to], brief.sections[at], *rest[to:]))


def own_role(brief: Brief, section: Section, block: Block | None) -> tuple[BlockRole, str | None]:
    """What a new block of one's own is after this one: an answer where a question has none yet, else point or text."""
    question = (block.id if block.role == "question" else block.question) if block else None
    like = Block(role="prompt", question=question)
    if question is None:
        return edit.filled_role(section, like), None
    answered = any(b.question == question and b.role in ("answer", "prompt") for s in brief.sections for b in s.blocks)
    return ("text" if answered else "answer"), question


def lowest_marking(brief: Brief) -> str:
    """The marking that the blocks ask for, whatever a person has set."""
    return high_water(replace(brief, marking=None))


def mark(brief: Brief, marking: str) -> Brief:
    """The brief marked so, or as its blocks ask for where that is the same."""
    return replace(brief, marking=marking)


#: What stands in the header box, in its order: of the meeting, then of the brief itself.
MEETING_FIELDS = ("body", "date", "end", "place", "format", "item", "action")
HEADER_FIELDS = (*MEETING_FIELDS, "delegation", "drafter", "cleared_by")


def header(brief: Brief) -> dict[str, str]:
    """What is set of ``HEADER_FIELDS``; empty where nothing is."""
    meeting = brief.meeting or MeetingRef()
    return {n: getattr(meeting if n in MEETING_FIELDS else brief, n) or "" for n in HEADER_FIELDS}


def set_header(brief: Brief, values: Mapping[str, str]) -> Brief:
    """The brief with other header data; fields left out stay, empty ones are taken away.

    With another body or date it is another meeting than that of the base, whose id goes; with another date facts are
    judged by that day. Raises UsageError for a date
    that is none, and for a last day before the first.
    """
    wanted = {n: " ".join((header(brief) | dict(values))[n].split()) or None for n in HEADER_FIELDS}
    date, end = wanted["date"], wanted["end"]
    for day in (date, end):
        if day is not None and not is_partial(day):
            raise UsageError(f"“{day}” is not a date", todo="Write it like 2025-06-10, 2025-06 or 2025")
    if end and not date:
        raise UsageError("A last day needs a first one", todo="Write the date too, or take the last day out")
    if end and date and last_day(end) < last_day(date):
        raise UsageError(f"The last day {end} is before the first, {date}", todo="Write a later one, or none")
    old = brief.meeting or MeetingRef()
    new = replace(old, **{n: wanted[n] for n in MEETING_FIELDS})
    if (new.body, new.date) != (old.body, old.date):
        new = replace(new, id=None)
    as_of = last_day(date).isoformat() if date and date != old.date else brief.as_of
    return replace(
        brief, as_of=as_of, meeting=None if new == MeetingRef() else new, delegation=wanted["delegation"],
        drafter=wanted["drafter"], cleared_by=wanted["cleared_by"],
    )  # fmt: skip
