"""A paper on the agenda: the item of a meeting that names it learns its topic, or the meeting gains an item for it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from briefer.adding import own_folder
from briefer.intake.records import Family
from briefer.knowledge import diary
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import AgendaItem, Meeting
from briefer.knowledge.write import Written
from briefer.workspace import OWN, Workspace


def meetings_with(paper: str, base: Knowledge) -> list[Meeting]:
    """The meetings on whose agenda a paper is, or a version of it, the latest first."""
    found = [m for m in base.meetings.values() if any(names(i, paper) for i in m.items)]
    return sorted(found, key=lambda m: m.date, reverse=True)


def names(item: AgendaItem, paper: str) -> bool:
    """Whether an item names a paper, or a version of it: agendas give the first number, and the revision is what is discussed."""
    return any(Family.of(one).first == Family.of(paper).first for one in item.papers)


def _with(item: AgendaItem, paper: str, topic: str) -> AgendaItem:
    """The item with its topic, and with this version of the paper in place of an earlier one."""
    if not names(item, paper):
        return item
    family, revision = Family.of(paper)
    earlier = {p for p in item.papers if Family.of(p).first == family and Family.of(p).revision < revision}
    papers = tuple(dict.fromkeys(paper if p in earlier else p for p in item.papers))
    return replace(item, papers=papers, topics=item.topics or (topic,))


def put(
    paper: str, topic: str, meeting: str | None, workspace: Workspace, base: Knowledge
) -> Iterator[tuple[Meeting, Written]]:
    """Write the topic to every item that names the paper; ``meeting`` gains one where it has none.

    A revision takes the place of the version that the item named: its questions are those on the table.

    A topic of one's own that an item has already stays the only one: somebody has chosen it.
    """
    folder = own_folder(workspace)
    those = {m.meeting: m for m in meetings_with(paper, base)}
    if meeting and meeting in base.meetings:
        those.setdefault(meeting, base.meetings[meeting])
    for was in those.values():
        items = tuple(_with(i, paper, topic) for i in was.items)
        if not any(names(i, paper) for i in items):
            items = (*items, AgendaItem(title=base.papers[paper].title, papers=(paper,), topics=(topic,)))
        now = replace(was, items=items)
        if now != was:
            origin = base.origins[f"meeting:{was.meeting}"]
            own = origin.layer == OWN
            written = diary.change_meeting(origin.path, now, was) if own else diary.add_meeting(folder, now)
            yield now, written
