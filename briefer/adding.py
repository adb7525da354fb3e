"""Writes entries into one's own layer, or another where that is asked: new ones, changed ones, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from briefer import given as making
from briefer import in_editor, layers
from briefer.errors import BrieferError, UsageError
from briefer.given import existing as existing
from briefer.knowledge import diary, write
from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.entries import Meeting, Paper, Topic
from briefer.knowledge.write import Written as Written
from briefer.knowledge.write import put_back as put_back
from briefer.layers import layer_of as layer_of
from briefer.text import fold
from briefer.workspace import INSTRUCTIONS, Settings, Workspace

if TYPE_CHECKING:
    from briefer.knowledge.layer import Layer

#: How like two statements are (0 to 100) that may say the same.
_ALIKE = 80
_HINTS = {
    "topic": "Name it with --topic; briefer topics lists them", "title": "Add --title", "paper": "Add --paper and --at",
}  # fmt: skip


class Added(NamedTuple):
    """What was written."""

    id: str
    path: Path
    shown: str
    """The file relative to the workspace."""
    written: Written
    """What takes it back: ``put_back(written)``."""
    value: making.Value


def add(
    kind: str,
    given: Mapping[str, Any],
    workspace: Workspace,
    *,
    ask: bool = False,
    base: Knowledge | None = None,
    layer: str = "",
) -> Added:
    """Write one entry; ``given`` holds the keys as the files have them, with ``topic`` and the parts of ``source``.

    With nothing given and ``ask`` set, the form opens in the editor. ``base`` is what was read already. ``layer`` is
    the layer to write to, as people call it; one's own without it. Raises UsageError for what is missing or unknown,
    BrieferError with code ``away`` where the layer cannot be reached.
    """
    target = layers.target(workspace, layer)
    known = base or workspace.knowledge()
    if given:
        return _add(kind, given, workspace, target, known)
    if not ask:
        raise UsageError(f"A {kind} needs its keys as options", todo=f"See briefer add {kind} --help")
    form = in_editor.fill_in(kind)
    try:
        added = _add(kind, in_editor.values(form), workspace, target, known)
    except BrieferError as error:
        # What somebody has typed is not thrown away because a name in it is wrong.
        todo = f"{error.todo}. What you wrote is kept in {form}".removeprefix(". ")
        raise BrieferError(error.what, where=error.where, todo=todo, code=error.code) from None
    form.unlink(missing_ok=True)
    return added


def _add(kind: str, given: Mapping[str, Any], workspace: Workspace, target: Layer, base: Knowledge) -> Added:
    value, topic, wrong = making.make(kind, given, base, workspace.settings.markings)
    if value is None:
        raise making.refusal(wrong, _HINTS)
    layers.refuse_unknown_there(value, topic, workspace, target, base)
    folder = target.folder
    if isinstance(value, Paper):
        return _added(value.id, write.add_paper(folder, value), workspace, value)
    if isinstance(value, Topic):
        return _added(topic, write.add_topic(folder, value), workspace, value)
    if isinstance(value, Meeting):
        return _written(value, workspace, target, base)
    return _added(f"{topic}/{value.id}", write.add_entry(folder, topic, value, base), workspace, value)


def _added(ident: str, written: Written, workspace: Workspace, value: making.Value) -> Added:
    return Added(ident, written.path, workspace.shown(written.path), written, value)


def own_folder(workspace: Workspace) -> Path:
    """The folder of one's own layer; raises BrieferError where there is none, or where nothing reads it."""
    return layers.target(workspace, "").folder


def check(
    kind: str, given: Mapping[str, Any], base: Knowledge, settings: Settings, *, instead: str | None = None
) -> list[tuple[str, str]]:
    """The faults for which ``add`` (or ``change`` of ``instead``) would refuse, as key and sentence; nothing is written.

    Nothing is read either: cheap enough for every key that is pressed.
    """
    wrong = making.make(kind, given, base, settings.markings, instead=instead).wrong
    return [(w.key, str(BrieferError(w.what, todo=w.hint))) for w in wrong]


def change(
    kind: str, ident: str, given: Mapping[str, Any], workspace: Workspace, base: Knowledge, *, layer: str = ""
) -> Added:
    """Change an entry, paper or topic's head: keys not given stay, those given empty go.

    ``layer`` is where that is written, one's own without it. What stands in that layer is changed in place; of one from a
    lower layer a copy with the same id goes there and counts from then on. Raises UsageError for what is missing or unknown;
    BrieferError where it stands in a higher layer, where the file says something else by now, with code ``same`` where
    nothing would change, and ``away`` where the layer cannot be reached.
    """
    target = layers.target(workspace, layer)
    value, topic, wrong = making.make(kind, given, base, workspace.settings.markings, instead=ident)
    if value is None:
        raise making.refusal(wrong, _HINTS)
    was = making.there(kind, ident, base)
    if value == was:
        raise BrieferError("Nothing is different", todo="Nothing was written", code="same")
    layers.refuse_above(kind, ident, workspace, target, base)
    layers.refuse_unknown_there(value, topic, workspace, target, base)
    if isinstance(value, Topic):
        head = _head(value, target.folder, given, base)
        return _added(ident, write.change_head(target.folder, ident, head), workspace, value)
    if isinstance(value, Meeting):
        return _written(value, workspace, target, base)
    if isinstance(value, Paper) and base.is_inward_paper(ident) and target.label != INSTRUCTIONS:
        # A copy of an instruction is one.
        value = msgspec.structs.replace(value, kind=INSTRUCTIONS)
    if layer_of(kind, ident, base) == target.label:
        path = base.origins[f"{layers.origin_kind(kind)}:{ident}"].path
        return _added(ident, write.change_member(path, value, was), workspace, value)
    if isinstance(value, Paper):
        return _added(ident, write.add_paper(target.folder, value), workspace, value)
    return _added(ident, write.add_entry(target.folder, topic, value, base), workspace, value)


def remove(ident: str, workspace: Workspace, base: Knowledge) -> Written:
    """Take an entry (topic-id/entry-id) out of one's own layer; what a lower layer says of it counts again then.

    Raises BrieferError where it stands in another layer, or where its file says something else by now.
    """
    entry = base.entries[ident]
    target = layers.target(workspace, "")
    if layer_of(entry.kind, ident, base) != target.label:
        origin = base.origins[f"entry:{ident}"]
        what = f"Only what is in your own files can be taken out, and this is in {origin.told}"
        raise BrieferError(what, todo="Let it stay, and leave it out of the brief")
    return write.remove_member(base.origins[f"entry:{ident}"].path, entry.value)


def _written(meeting: Meeting, workspace: Workspace, target: Layer, base: Knowledge) -> Added:
    """Write a meeting: anew, over the one of the same layer, or as a copy of one from a lower layer."""
    origin = base.origins.get(f"meeting:{meeting.meeting}")
    if origin is not None:
        layers.refuse_above("meeting", meeting.meeting, workspace, target, base)
    if origin is not None and origin.layer == target.label:
        written = diary.change_meeting(origin.path, meeting, base.meetings[meeting.meeting])
    else:
        written = diary.add_meeting(target.folder, meeting)
    return _added(meeting.meeting, written, workspace, meeting)


def _head(value: Topic, folder: Path, given: Mapping[str, Any], base: Knowledge) -> dict[str, Any]:
    """What one's own layer has to say of a topic so that it reads as ``value``; lists of lower layers can only grow."""
    now, own = base.topics[value.topic], write.head_of(folder, value.topic)
    head: dict[str, Any] = {}
    for key in ("title", "summary"):
        wanted = getattr(value, key)
        if key in given and wanted != getattr(now, key):
            head[key] = wanted
    for key in ("bodies", "keywords"):
        mine = own.get(key, [])
        lower = [w for w in getattr(now, key) if w not in mine]
        if key in given:
            head[key] = [w for w in getattr(value, key) if w not in lower]
    return head


def alike(kind: str, text: str, topic: str, base: Knowledge, *, but: str | None = None) -> Entry | None:
    """The entry under a topic that says nearly the same, if there is one; ``but`` is not looked at."""
    if len(text.split()) < 4 or topic not in base.topics:
        return None
    from rapidfuzz import fuzz, process

    others = [e for e in base.under(topic) if (e.kind == "question") == (kind == "question") and e.id != but]
    best = process.extractOne(
        text, [e.value.text for e in others], scorer=fuzz.token_sort_ratio, processor=fold, score_cutoff=_ALIKE
    )
    return others[best[2]] if best else None
