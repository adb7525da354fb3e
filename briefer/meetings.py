"""Meetings in a workspace: listed, taken from a calendar file, written to one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from briefer import files
from briefer.adding import own_folder
from briefer.errors import BrieferError, UsageError
from briefer.knowledge import diary, ics, write
from briefer.knowledge.base import Knowledge
from briefer.knowledge.confided import item_part
from briefer.knowledge.entries import Meeting
from briefer.knowledge.write import Written
from briefer.workspace import OWN, Workspace


class Taken(NamedTuple):
    """What became of the meetings of a calendar."""

    added: tuple[str, ...]
    moved: tuple[tuple[str, str, str], ...]
    """Meetings whose days or place are others now: id, what it was, what it is."""
    same: int
    left_out: tuple[str, ...]
    """One sentence for each event that is no meeting."""
    written: tuple[Written, ...]
    """What takes it back, latest last."""


def known_bodies(base: Knowledge) -> dict[str, str]:
    """The working parties that the base speaks of, with what their names stand for."""
    named = [b for t in base.topics.values() for b in t.bodies] + [m.body for m in base.meetings.values()]
    parties = {k: v for k, v in base.acronyms.items() if "working party" in v.lower() or "committee" in v.lower()}
    return {**{b: base.acronyms.get(b, "") for b in named}, **parties}


def take_in(path: Path, workspace: Workspace, *, body: str | None = None, base: Knowledge | None = None) -> Taken:
    """Write the meetings of a calendar file into one's own layer; one that is there already is brought up to date.

    What the base knows of an agenda stays. Everything or nothing is written: raises BrieferError otherwise.
    """
    folder = own_folder(workspace)
    known = base or workspace.knowledge()
    try:
        if path.stat().st_size > ics.MOST:
            raise BrieferError("This calendar is too large to be read", where=str(path), todo="Export one year of it")
        data = path.read_bytes()
    except OSError as error:
        raise BrieferError(
            f"This file cannot be read ({error.strerror})", where=str(path), todo="Check its name"
        ) from None
    listed = ics.read(data, str(path), bodies=known_bodies(known), body=body)
    if not listed.meetings:
        why = listed.left_out[0] if listed.left_out else "it holds no event"
        raise BrieferError(
            f"There is no meeting in this calendar: {why}",
            where=str(path),
            todo="Choose another file, or say with --body whose calendar it is",
        )
    added: list[str] = []
    moved: list[tuple[str, str, str]] = []
    written: list[Written] = []
    same = 0
    try:
        for meeting in listed.meetings:
            was = _known(meeting, listed.meetings, known)
            if was is None:
                written.append(diary.add_meeting(folder, meeting))
                added.append(meeting.meeting)
                continue
            now = _updated(was, meeting)
            if now == was:
                same += 1
                continue
            origin = known.origins[f"meeting:{was.meeting}"]
            own = origin.layer == OWN
            written.append(diary.change_meeting(origin.path, now, was) if own else diary.add_meeting(folder, now))
            moved.append((was.meeting, _shown(was), _shown(now)))
    except BaseException:
        for one in reversed(written):
            write.put_back(one)
        raise
    return Taken(tuple(added), tuple(moved), same, listed.left_out, tuple(written))


def _known(meeting: Meeting, together: Sequence[Meeting], base: Knowledge) -> Meeting | None:
    """The meeting of the base that this is: the same event of a calendar, or the same body on the same day."""
    if (there := base.meetings.get(meeting.meeting)) is not None:
        return there
    alone = sum(m.uid == meeting.uid for m in together) == 1
    for one in base.meetings.values():
        if (meeting.uid and alone and one.uid == meeting.uid) or (one.body, one.date) == (meeting.body, meeting.date):
            return one
    return None


def _updated(was: Meeting, now: Meeting) -> Meeting:
    return replace(
        was, date=now.date, end=now.end, place=now.place or was.place, uid=now.uid or was.uid, inferred=False,
        items=was.items or now.items,
    )  # fmt: skip


def _shown(meeting: Meeting) -> str:
    days = f"{meeting.date} to {meeting.end}" if meeting.end else meeting.date
    return ", ".join(p for p in (days, meeting.place) if p)


def _without_instructions(meeting: Meeting, base: Knowledge) -> Meeting:
    parts = set(base.inward_parts(meeting))
    if not parts:
        return meeting
    items = tuple(i for i in meeting.items if item_part(i) not in parts)
    return replace(meeting, items=items, **{n: None for n in ("end", "place", "format") if n in parts})


def write_out(path: Path, names: Sequence[str], base: Knowledge, *, force: bool = False) -> tuple[int, list[str]]:
    """Write meetings to a calendar file, all where none is named; how many, and those that have no exact day.

    What only instructions from capital say of a meeting is left out, and the meeting where only they know of it: a
    calendar goes to other machines.

    Raises BrieferError where the file exists, unless ``force`` is set, and where a meeting named has no exact day.
    """
    chosen = [base.meeting(n) for n in names] or sorted(base.meetings.values(), key=lambda m: m.date)
    if secret := [m.meeting for m in chosen if base.is_inward_meeting(m)] if names else []:
        what = f"Only instructions from capital know of {', '.join(secret)}"
        raise BrieferError(what, todo="Write the meeting down in your own layer first", code="inward")
    chosen = [_without_instructions(m, base) for m in chosen if not base.is_inward_meeting(m)]
    dayless = [] if names else [m.meeting for m in chosen if not ics.has_day(m)]
    meetings = [m for m in chosen if m.meeting not in dayless]
    if not meetings:
        raise UsageError("There is no meeting to write", todo="Add one with briefer add meeting")
    files.write(path, ics.write(meetings), expected=None if force else files.NEW)
    return len(meetings), dayless
