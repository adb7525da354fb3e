"""Writes meetings into one's own layer, a file each: new ones, changed ones, one more item on an agenda."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from briefer import yamlfile, yamltext
from briefer.errors import BrieferError
from briefer.knowledge import splice, write
from briefer.knowledge.entries import Meeting
from briefer.knowledge.write import Written

#: The keys of a meeting in the order in which they are written.
KEYS = tuple(f.encode_name for f in msgspec.structs.fields(Meeting))


def add_meeting(folder: Path, meeting: Meeting) -> Written:
    """Write a meeting's file in the layer at ``folder``; raises BrieferError where the layer has one of this name."""
    path = _file(folder, meeting)
    if path.exists():
        raise BrieferError(
            f"The meeting “{meeting.meeting}” has a file already", where=str(path), todo="Change that one"
        )
    return write.write_file(path, _block(meeting), Meeting, before=None)


def change_meeting(path: Path, meeting: Meeting, was: Meeting) -> Written:
    """Let a meeting's file say ``meeting``: only the lines change that say otherwise.

    Raises BrieferError where the file has faults, or no longer says what it ``was``.
    """
    file = write.read_file(path, Meeting)
    if file.value != was:
        what = f"Somebody has changed the meeting “{was.meeting}” in this file since it was read"
        raise BrieferError(what, where=str(path), todo="Open it again", code="changed-on-disk")
    for text in _texts(file.text, file.root, meeting, was):
        loaded = yamlfile.load(text, path.name, Meeting)
        if not loaded.faults and loaded.value == meeting:
            return write.write_file(path, file.mark + text, Meeting, before=file.raw)
    raise BrieferError(
        "This file is written in a way that briefer cannot change", where=str(path), todo="Edit it by hand"
    )


def _texts(text: str, root: Any, meeting: Meeting, was: Meeting) -> Any:
    """The file as it may be changed, the gentlest way first."""
    data, before = _data(meeting), _data(was)
    items, old = data.get("items", []), before.get("items", [])
    same_head = replace(meeting, items=()) == replace(was, items=())
    if same_head and items[:-1] == old:
        yield splice.with_member(text, root, "items", items[-1])
    differ = [i for i, (new, former) in enumerate(zip(items, old, strict=False)) if new != former]
    if same_head and len(items) == len(old) and len(differ) == 1:
        members: Any = yamlfile.at(root, "items")
        yield splice.with_changed(text, members.value[differ[0]], items[differ[0]])
    changed = splice.with_head(text, root, data, KEYS)
    if changed is not None:
        yield changed
    yield _block(meeting)


def _file(folder: Path, meeting: Meeting) -> Path:
    return folder / "meetings" / f"{meeting.meeting}.yaml"


def _data(meeting: Meeting) -> dict[str, Any]:
    data: dict[str, Any] = msgspec.to_builtins(meeting)
    return {k: write.listed(data[k]) for k in KEYS if k in data}


def _block(meeting: Meeting) -> str:
    return yamltext.block(_data(meeting), inline=splice.INLINE)
