"""The next meeting's brief out of the last one: the text kept, the header moved on, the new questions in.

What was pulled from the base stays as it was pulled; ``carry`` tells what has become of it. What a template asked for
is asked again, and the words given last time stand in a last section, with the old questions and their answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from briefer.brief.last_words import LAST
from briefer.brief.model import Brief
from briefer.brief.moving_on import MovingOn
from briefer.brief.templates import TemplateFile
from briefer.dates import first_day, is_partial, last_day, long_form
from briefer.errors import UsageError
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Meeting


class Going(NamedTuple):
    """Where a brief is carried to."""

    meeting: str
    topics: tuple[str, ...] = ()
    """The topics of the new brief; without any those that follow from the meeting and the last brief."""
    name: str | None = None
    as_of: str | None = None
    """The day; else the meeting's last."""


class CarriedOver(NamedTuple):
    """The new brief, and what is to be known of it."""

    brief: Brief
    questions: tuple[str, ...]
    """The entries of the questions that are new in it."""
    remarks: tuple[str, ...]
    """What is odd about the dates, or stayed behind, a sentence each."""


def carry_over(
    last: Brief,
    going: Going,
    base: Knowledge,
    template: TemplateFile | None,
    today: str,
    words: Mapping[str, str] = {},
) -> CarriedOver:
    """A brief for another meeting out of the last one, which stays as it is.

    ``template`` is the one that the last brief was made with; without it the brief's own shape serves. ``words`` are
    what the texts of shipped templates are in its language. Raises UsageError for a meeting that is not known, has no
    date or is that of the last brief, and for a day that is none.
    """
    meeting = meeting_called(going.meeting, base)
    if last.meeting and last.meeting.id == meeting.meeting:
        raise UsageError(f"The brief {last.brief} is for this meeting already", todo="Choose a later meeting")
    if going.as_of is not None and not is_partial(going.as_of):
        raise UsageError(f"“{going.as_of}” is not a date", todo="Write it like 2025-06-10")
    as_of = last_day(going.as_of or meeting.end or meeting.date).isoformat()
    for topic in going.topics:
        base.topic(topic)
    work = MovingOn(last, meeting, as_of, going.topics, going.name, base, template, today, words)
    brief = work.done()
    remarks = _remarks(last, meeting, as_of)
    remarks += [f"{title}: a text stays as it was, where the template gives another now." for title in work.other_words]
    return CarriedOver(brief, work.new_questions, tuple(remarks))


def meeting_called(name: str, base: Knowledge) -> Meeting:
    """A meeting of the base; raises UsageError with the nearest names, or with the fault of its file."""
    if name not in base.meetings:
        for fault in base.faults:
            if fault.severity == "error" and Path(fault.file).stem == name:
                what = f"The meeting {name} cannot be read ({fault.file}, line {fault.line}): {fault.message}"
                raise UsageError(what, todo="Mend it there; the last brief is as it was")
    return base.meeting(name)


def _remarks(last: Brief, meeting: Meeting, as_of: str) -> list[str]:
    """What is odd: days in the wrong order, another body, what stayed behind."""
    found = []
    day = long_form(meeting.date)
    before = last.meeting.date if last.meeting and last.meeting.date else None
    if before and last_day(meeting.end or meeting.date) < first_day(before):
        found.append(f"This meeting, {day}, is before the one of the last brief, {long_form(before)}.")
    elif last.as_of > last_day(meeting.end or meeting.date).isoformat():
        found.append(f"The last brief is as of {long_form(last.as_of)}, after this meeting, {day}.")
    if as_of > last_day(meeting.end or meeting.date).isoformat():
        found.append(f"Facts are judged on {long_form(as_of)}, after the meeting, {day}.")
    elif as_of < first_day(meeting.date).isoformat():
        found.append(f"Facts are judged on {long_form(as_of)}, before the meeting, {day}.")
    if len(meeting.date) < 10:
        found.append(f"The day of the meeting is not known, only {day}: facts are judged on {long_form(as_of)}.")
    if last.meeting and last.meeting.body and last.meeting.body.casefold() != meeting.body.casefold():
        found.append(f"This is a meeting of {meeting.body}, the last brief was for {last.meeting.body}.")
    if any(s.id == LAST for s in last.sections):
        found.append(f"What {last.brief} had kept apart from the brief before it stays there.")
    return found
