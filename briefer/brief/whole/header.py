"""What stands in a brief's header box, read and set."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from briefer.brief.model import Brief, MeetingRef
from briefer.dates import as_iso, is_partial, last_day
from briefer.errors import UsageError

#: What stands in the header box, in its order: of the meeting, then of the brief itself.
MEETING_FIELDS = ("body", "date", "end", "place", "format", "item", "action")
HEADER_FIELDS = (*MEETING_FIELDS, "language", "delegation", "drafter", "cleared_by")


def header(brief: Brief) -> dict[str, str]:
    """What is set of ``HEADER_FIELDS``; empty where nothing is."""
    meeting = brief.meeting or MeetingRef()
    return {n: getattr(meeting if n in MEETING_FIELDS else brief, n) or "" for n in HEADER_FIELDS}


def set_header(brief: Brief, values: Mapping[str, str]) -> Brief:
    """The brief with other header data; fields left out stay, empty ones are taken away; only the language stays then.

    With another body or date it is another meeting than that of the base, whose id goes; with another date facts are
    judged by that day. Raises UsageError for a date
    that is none, and for a last day before the first.
    """
    wanted = {n: " ".join((header(brief) | dict(values))[n].split()) or None for n in HEADER_FIELDS}
    wanted |= {day: as_iso(written) for day in ("date", "end") if (written := wanted[day])}
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
    # What somebody types here is the delegation's own, and goes out.
    new = replace(new, inward=tuple(n for n in old.inward if getattr(new, n) == getattr(old, n)))
    if (new.body, new.date) != (old.body, old.date):
        new = replace(new, id=None)
    as_of = last_day(date).isoformat() if date and date != old.date else brief.as_of
    return replace(
        brief, as_of=as_of, meeting=None if new == MeetingRef() else new, delegation=wanted["delegation"],
        language=wanted["language"] or brief.language, drafter=wanted["drafter"], cleared_by=wanted["cleared_by"],
    )  # fmt: skip
