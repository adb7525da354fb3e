"""From the last brief to the next meeting's: which meetings there are to carry it to, and which brief is the last one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefer import workspace
from briefer.brief import carry, making, store
from briefer.brief.model import Brief
from briefer.brief.next_meeting import CarriedOver, Going
from briefer.dates import first_day, last_day, long_form
from briefer.errors import BrieferError
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Meeting
from briefer.tui.loading import Library, Shelf
from briefer.tui.screens.ask import Answer, Ask
from briefer.tui.widgets.lines import MOST

if TYPE_CHECKING:
    from briefer.tui.screens.home import Home


def next_meetings(brief: Brief, base: Knowledge, today: str) -> list[Meeting]:
    """The meetings that a brief can be carried to: the coming ones of its body, the nearest first, then the others of that
    body after its own, then coming ones of other bodies, then the rest.
    """
    own = brief.meeting
    body = own.body.casefold() if own and own.body else ""
    since = first_day(own.date if own and own.date else brief.as_of)
    now = first_day(today)

    def place(meeting: Meeting) -> tuple[int, int]:
        day, same = first_day(meeting.date), meeting.body.casefold() == body
        coming = last_day(meeting.end or meeting.date) >= now
        group = (0 if coming else 1 if day > since else 3) if same else 2 if coming else 4
        return group, day.toordinal() if group < 3 else -day.toordinal()

    return sorted((m for m in base.meetings.values() if not own or m.meeting != own.id), key=place)


def last_brief(shelf: Shelf | None, meeting: Meeting) -> tuple[Path, Brief] | None:
    """The latest brief for an earlier meeting of the same body; None where there is none, or one for this meeting already."""
    found = [(s.path, s.brief) for s in (shelf.briefs if shelf else ()) if s.brief and s.brief.meeting]
    if any(b.meeting and b.meeting.id == meeting.meeting for _, b in found):
        return None
    body = meeting.body.casefold()
    earlier = [
        (path, brief) for path, brief in found
        if brief.meeting and brief.meeting.date and (brief.meeting.body or "").casefold() == body
        and last_day(brief.meeting.date) < first_day(meeting.date)
    ]  # fmt: skip
    return max(earlier, key=lambda one: one[1].meeting.date or "" if one[1].meeting else "", default=None)


def ask_meeting(home: Home, path: Path, library: Library) -> None:
    """Ask to which meeting a brief is carried over, and go to the desk with the new one."""
    try:
        brief = store.read(path, library.workspace.shown(path))
    except BrieferError as error:
        home.notice.news(str(error))
        return
    meetings = next_meetings(brief, library.base, workspace.today())
    if not meetings:
        home.notice.news("The base knows no other meeting yet: write one down in knowledge/meetings/.")
        return
    day = first_day(brief.meeting.date if brief.meeting and brief.meeting.date else brief.as_of)

    def answered(name: str | None) -> None:
        if name is not None:
            carry_over(home, brief, name, library)

    answers = [
        Answer(m.meeting, f"{m.body} {long_form(m.date)}", _means(m, first_day(m.date) < day)) for m in meetings[:MOST]
    ]
    text = f"“{brief.title}” stays as it is. Its text is taken along; what has changed since is shown, entry by entry."
    home.app.push_screen(Ask("Carry over to which meeting?", text, answers), answered)


def _means(meeting: Meeting, before: bool) -> str:
    return ", ".join([*(["before the last one"] if before else []), *(i.title for i in meeting.items)])


def carry_over(home: Home, brief: Brief, meeting: str, library: Library) -> None:
    """Go to the desk with the next meeting's brief, and on to what has changed."""
    try:
        made = making.carry_over(library.workspace, brief, Going(meeting), library.base, library.templates)
    except BrieferError as error:
        home.notice.news(str(error))
        return
    home.begin_carried(made)


def said(made: CarriedOver, last: str) -> str:
    """What is told when a brief has been carried over."""
    new = len(made.questions)
    asked = f" {new} new question{'s' if new > 1 else ''}." if new else ""
    return " ".join([f"Carried over from {last}, not saved yet.{asked}", *made.remarks])


def counts_of(made: CarriedOver, base: Knowledge, span: str | None) -> str:
    """What has become of the entries of a brief just made, for its preview."""
    found = carry.verdicts(made.brief, base, review_after=span)
    return carry.in_words(carry.counts(found)) or "nothing from the base"
