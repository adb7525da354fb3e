"""An agenda that was read as a meeting of the base: its items, and records for the papers that they name."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from briefer import adding
from briefer.dates import NOT_A_DAY, as_iso, is_partial
from briefer.errors import BrieferError
from briefer.given_meetings import free_id
from briefer.intake import into, records
from briefer.intake.cleaned import line
from briefer.knowledge import diary, write
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import AgendaItem, Meeting, Paper, Question
from briefer.knowledge.write import Written, paper_id
from briefer.papers.agenda import Agenda
from briefer.papers.numbers import address
from briefer.text import fold
from briefer.workspace import OWN, Workspace


class Held(NamedTuple):
    """A meeting that came into the base."""

    meeting: str
    new: bool
    items: int
    """How many items came with it that were not there."""
    papers: int
    """For how many papers a record was made."""
    written: tuple[Written, ...]
    """What takes it back, in the order in which it was written."""


def body(agenda: Agenda, base: Knowledge) -> str:
    """Who meets, by the acronym that the base knows; as printed where it knows none."""
    printed = line(agenda.body or "")
    if not printed:
        return ""
    short = records.body(printed, base)
    if short:
        return short
    inner = printed.rpartition("(")[2].rstrip(") ") if printed.endswith(")") else ""
    return inner if 2 <= len(inner) <= 15 and inner.isupper() else printed


def checked_day(text: str) -> str:
    """The day of a meeting as the files have it; raises BrieferError for what is none."""
    day = as_iso(" ".join(text.split()))
    if not is_partial(day):
        raise BrieferError(NOT_A_DAY.format(day) if day else "The day is missing")
    return day


def take(agenda: Agenda, body: str, date: str, place: str, workspace: Workspace, base: Knowledge) -> Held:
    """Write the meeting with its items; one of the same body and day gains what it lacks, and keeps what it has.

    Raises BrieferError; then nothing is different from before.
    """
    folder = adding.own_folder(workspace)
    date, body, place = checked_day(date), line(body), line(place)
    if not body:
        raise BrieferError("It is not said who meets", todo="Write the working party or committee")
    written: list[Written] = []
    try:
        papers = 0
        for item in agenda.items:
            for number in item.papers:
                if (ident := paper_id(number)) and ident not in base.papers:
                    # What is on the table is named before it is read; the reading fills the rest in.
                    paper = Paper(id=ident, number=number, title=line(item.title), url=address(number))
                    written.append(write.add_paper(folder, paper))
                    base = replace(base, papers={**base.papers, ident: paper})
                    papers += 1
        items = [_item(i.number, i.title, i.action, i.papers, base) for i in agenda.items]
        was = next((m for m in base.meetings.values() if (fold(m.body), m.date) == (fold(body), date)), None)
        if was is None:
            end = agenda.end if agenda.date == date else None
            meeting = Meeting(meeting=free_id(body, date, base), body=body, date=date, end=end, place=place or None,
                              items=tuple(items))  # fmt: skip
            written.append(diary.add_meeting(folder, meeting))
            return Held(meeting.meeting, True, len(items), papers, into.joined(written))
        now = replace(was, place=was.place or place or None, inferred=False, items=_joined(was.items, items))
        if now != was:
            origin = base.origins[f"meeting:{was.meeting}"]
            own = origin.layer == OWN
            written.append(diary.change_meeting(origin.path, now, was) if own else diary.add_meeting(folder, now))
        return Held(was.meeting, False, len(now.items) - len(was.items), papers, into.joined(written))
    except BaseException:
        write.put_all_back(into.joined(written))
        raise


def _item(number: str, title: str, action: str | None, papers: tuple[str, ...], base: Knowledge) -> AgendaItem:
    ids = tuple(dict.fromkeys(i for p in papers if (i := paper_id(p)) and i in base.papers))
    # A paper whose questions the base has says what the item is about; nothing else is guessed.
    topics = [e.topic for e in base.entries.values() if isinstance(e.value, Question) and e.value.paper in ids]
    said = line(action or "") or None
    return AgendaItem(number=number, title=line(title), action=said, papers=ids, topics=tuple(dict.fromkeys(topics)))


def _joined(there: tuple[AgendaItem, ...], come: list[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The items that are there, each with what it lacks, then those that are not."""
    found = list(there)
    for new in come:
        at = next((n for n, old in enumerate(found) if fold(old.title) == fold(new.title)), None)
        if at is None:
            found.append(new)
            continue
        old = found[at]
        found[at] = replace(
            old, number=old.number or new.number, action=old.action or new.action,
            topics=old.topics or new.topics, papers=tuple(dict.fromkeys((*old.papers, *new.papers))),
        )  # fmt: skip
    return tuple(found)
