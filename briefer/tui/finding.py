"""The rows of the first screen: briefs, meetings, topics and templates in groups, and how many of each are shown."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from briefer.dates import first_day, last_day, long_form
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Meeting
from briefer.text import fold
from briefer.tui.loading import Library, Shelf, Shelved
from briefer.tui.showing import STATES, counted


class Row(NamedTuple):
    """Something that can be opened."""

    kind: str
    """unsaved, brief, meeting, topic, template or away; fact, position, question or paper; more."""
    name: str
    """Its id; a brief's, an unsaved and a put away one's is its path; of ``more`` the group that goes on."""
    title: str
    states: tuple[str, ...] = ()
    """What is told of it at the right, longest first."""
    words: str = ""
    """What else it is found by."""
    group: str = ""
    """The group it stands in before anything is typed."""

    @property
    def id(self) -> str:
        """One of a kind in a list."""
        return f"{self.kind}:{self.name}"


#: The groups of the list before anything is typed, in their order: what is under way, what is next, what there is.
GROUPS = {
    "unsaved": "Not saved when briefer last ended",
    "brief": "Briefs",
    "coming": "Coming meetings",
    "past": "Past meetings",
    "topic": "Topics",
    "template": "Templates",
    "away": "Put away",
}
#: What the further rows of a group are called where not all are shown.
_FURTHER = {"brief": "earlier brief", "coming": "later meeting", "past": "earlier meeting", "away": "brief put away"}


def rows(library: Library, shelf: Shelf, today: str) -> list[Row]:
    """All rows, group by group."""
    base = library.base
    found = [
        Row("unsaved", str(u.target), u.target.stem, ("not saved",), "unsaved recover", "unsaved")
        for u in shelf.unsaved
    ]
    briefs = [(_brief_row(s), s.path.stem) for s in shelf.briefs]
    titles = [row.title for row, _ in briefs]
    # Two that are called alike are told apart by their files.
    found += [r._replace(title=f"{name}  {r.title}") if titles.count(r.title) > 1 else r for r, name in briefs]
    found += _meetings(base, shelf, today)
    for topic in sorted(base.topics.values(), key=lambda t: fold(t.title or t.topic)):
        names = ("fact", "position", "question")
        counts = [base.counts(topic.topic)[f"{name}s"] for name in names]
        long = " · ".join(counted(n, name) for n, name in zip(counts, names, strict=True))
        short = " · ".join(f"{n} {name}" for n, name in zip(counts, ("f", "p", "q"), strict=True))
        words = " ".join((topic.topic, *topic.keywords, *topic.bodies))
        found.append(Row("topic", topic.topic, topic.title or topic.topic, (long, short), words, "topic"))
    for file in sorted(library.templates.files.values(), key=lambda f: fold(f.template.title)):
        one = file.template
        state, words = counted(len(one.sections), "section"), " ".join((one.template, *one.bodies))
        found.append(Row("template", one.template, one.title, (state,), words, "template"))
    found += [Row("away", str(p), p.stem, ("Enter brings it back",), "put away", "away") for p in shelf.away]
    return found


def overview(all_rows: Sequence[Row], room: int, opened: Collection[str] = ()) -> list[Row]:
    """What is shown before anything is typed, given the lines there are: of long groups the first, until opened.

    Topics are never buried under five years of meetings and briefs.
    """
    few = max(2, room // 5)
    past = max(1, room // 10) if any(r.group == "coming" for r in all_rows) else few
    most = {"brief": few, "coming": few, "past": past, "away": 1}
    found: list[Row] = []
    for group in GROUPS:
        here = [r for r in all_rows if r.group == group]
        limit = len(here) if group in opened else most.get(group, len(here))
        if len(here) == limit + 1:
            limit += 1  # a line that says "1 more" takes as much room as the one itself
        found += here[:limit]
        if len(here) > limit:
            rest = f"… {counted(len(here) - limit, _FURTHER[group])}"
            found.append(Row("more", group, rest, ("Enter shows them", ""), "", group))
    return found


def meetings_on(topics: Sequence[str], base: Knowledge, today: str) -> list[Meeting]:
    """The meetings that deal with one of the topics: the coming ones, the nearest first, then the latest past ones."""
    coming, past = _parted(base, date.fromisoformat(today))
    return [m for m in coming + past if any(t in topics for i in m.items for t in i.topics)]


def _parted(base: Knowledge, day: date) -> tuple[list[Meeting], list[Meeting]]:
    """The coming meetings, the nearest first, and the past ones, the latest first."""
    coming: list[Meeting] = []
    past: list[Meeting] = []
    for meeting in base.meetings.values():
        (past if last_day(meeting.end or meeting.date) < day else coming).append(meeting)
    coming.sort(key=lambda m: (first_day(m.date), m.body))
    past.sort(key=lambda m: (last_day(m.end or m.date), m.body), reverse=True)
    return coming, past


def _meetings(base: Knowledge, shelf: Shelf, today: str) -> list[Row]:
    """The coming meetings, the nearest first, then the past ones, the latest first."""
    day = date.fromisoformat(today)
    prepared = {s.brief.meeting.id for s in shelf.briefs if s.brief and s.brief.meeting}
    coming, past = _parted(base, day)
    return [_meeting_row(m, base, m.meeting in prepared, day) for m in coming] + [
        _meeting_row(m, base, m.meeting in prepared, None) for m in past
    ]


def _meeting_row(meeting: Meeting, base: Knowledge, prepared: bool, today: date | None) -> Row:
    """One meeting; a coming one says how soon it is."""
    items = ", ".join(i.title for i in meeting.items)
    title = f"{meeting.body} {long_form(meeting.date)}" + (f"  {items}" if items else "")
    topics = {t for i in meeting.items for t in i.topics}
    soon = _soon(meeting.date, today) if today else ""
    brief = "✓ brief" if prepared else ""
    house = "⌂" if base.is_inward_meeting(meeting) else ""
    parts = [house, soon, brief, counted(len(topics), "topic"), "inferred" if meeting.inferred else ""]
    states = tuple(dict.fromkeys(" · ".join(p for p in parts[:n] if p) for n in (5, 4, 3)))
    titles = (_title(base, t) for t in topics)
    words = " ".join((meeting.meeting, meeting.place or "", "coming" if today else "past", *titles))
    return Row("meeting", meeting.meeting, title, states, words, "coming" if today else "past")


def _soon(when: str, today: date) -> str:
    """How near a coming meeting is; nothing where its day is not known, or far away."""
    days = (first_day(when) - today).days
    if len(when) <= 7 or days >= 60:
        return ""
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days" if days > 0 else "now")


def _title(base: Knowledge, topic: str) -> str:
    return (base.topics[topic].title or topic) if topic in base.topics else topic


def _brief_row(shelved: Shelved) -> Row:
    brief = shelved.brief
    if brief is None:
        return Row("brief", str(shelved.path), shelved.path.stem, ("cannot be read",), "broken", "brief")
    state = STATES[brief.state]
    told = [
        (f"? {shelved.unanswered} unanswered", f"?{shelved.unanswered}", shelved.unanswered),
        (f"! {shelved.out_of_date} out of date", f"!{shelved.out_of_date}", shelved.out_of_date),
        (f"▢ {shelved.to_fill_in} to fill in", f"▢{shelved.to_fill_in}", shelved.to_fill_in),
    ]
    long = " · ".join([*(t[0] for t in told if t[2]), state])
    short = " ".join([*(t[1] for t in told if t[2]), state])
    meeting = brief.meeting
    when = " ".join(p for p in (meeting.body, long_form(meeting.date) if meeting.date else "") if p) if meeting else ""
    words = " ".join((brief.brief, brief.state, state, *brief.topics))
    when = when or long_form(brief.as_of)
    title = brief.title if when in brief.title.replace(",", "") else f"{brief.title}  {when}"
    return Row("brief", str(shelved.path), title, (long, short, state), words, "brief")
