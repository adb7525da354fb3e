"""A paper on the agenda: the item of a meeting that names it learns its topic, or the meeting gains an item for it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from briefer.adding import own_folder
from briefer.knowledge import diary
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import AgendaItem, Meeting
from briefer.knowledge.write import Written
from briefer.workspace import OWN, Workspace


def meetings_with(paper: str, base: Knowledge) -> list[Meeting]:
    """The meetings on whose agenda a paper is, the latest first."""
    found = [m for m in base.meetings.values() if any(paper in i.papers for i in m.items)]
    return sorted(found, key=lambda m: m.date, reverse=True)


def put(
    paper: str, topic: str, meeting: str | None, workspace: Workspace, base: Knowledge
) -> Iterator[tuple[Meeting, Written]]:
    """Write the topic to every item that names the paper; ``meeting`` gains one where it has none.

    A topic of one's own that an item has already stays the only one: somebody has chosen it.
    """
    folder = own_folder(workspace)
    those = {m.meeting: m for m in meetings_with(paper, base)}
    if meeting and meeting in base.meetings:
        those.setdefault(meeting, base.meetings[meeting])
    for was in those.values():
        items = tuple(replace(i, topics=(topic,)) if paper in i.papers and not i.topics else i for i in was.items)
        if not any(paper in i.papers for i in items):
            items = (*items, AgendaItem(title=base.papers[paper].title, papers=(paper,), topics=(topic,)))
        now = replace(was, items=items)
        if now != was:
            origin = base.origins[f"meeting:{was.meeting}"]
            own = origin.layer == OWN
            written = diary.change_meeting(origin.path, now, was) if own else diary.add_meeting(folder, now)
            yield now, written
