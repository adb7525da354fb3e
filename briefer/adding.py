"""Writes entries into one's own layer: new ones, changed ones, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from briefer import given as making
from briefer import in_editor
from briefer.errors import BrieferError, UsageError
from briefer.given import existing as existing
from briefer.knowledge import diary, write
from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.entries import Meeting, Paper, Topic
from briefer.knowledge.write import Written as Written
from briefer.knowledge.write import put_back as put_back
from briefer.text import fold
from briefer.workspace import OWN, Settings, Workspace

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
    kind: str, given: Mapping[str, Any], workspace: Workspace, *, ask: bool = False, base: Knowledge | None = None
) -> Added:
    """Write one entry; ``given`` holds the keys as the files have them, with ``topic`` and the parts of ``source``.

    With nothing given and ``ask`` set, the form opens in the editor. ``base`` is what was read already. Raises UsageError
    for what is missing or unknown.
    """
    folder = own_folder(workspace)
    known = base or workspace.knowledge()
    if given:
        return _add(kind, given, workspace, folder, known)
    if not ask:
        raise UsageError(f"A {kind} needs its keys as options", todo=f"See briefer add {kind} --help")
    form = in_editor.fill_in(kind)
    try:
        added = _add(kind, in_editor.values(form), workspace, folder, known)
    except BrieferError as error:
        # What somebody has typed is not thrown away because a name in it is wrong.
        todo = f"{error.todo}. What you wrote is kept in {form}".removeprefix(". ")
        raise BrieferError(error.what, where=error.where, todo=todo, code=error.code) from None
    form.unlink(missing_ok=True)
    return added


def _add(kind: str, given: Mapping[str, Any], workspace: Workspace, folder: Path, base: Knowledge) -> Added:
    value, topic, wrong = making.make(kind, given, base, workspace.settings.markings)
    if value is None:
        raise making.refusal(wrong, _HINTS)
    if isinstance(value, Paper):
        return _added(value.id, write.add_paper(folder, value), workspace, value)
    if isinstance(value, Topic):
        return _added(topic, write.add_topic(folder, value), workspace, value)
    if isinstance(value, Meeting):
        return _written(value, workspace, folder, base)
    return _added(f"{topic}/{value.id}", write.add_entry(folder, topic, value, base), workspace, value)


def _added(ident: str, written: Written, workspace: Workspace, value: making.Value) -> Added:
    return Added(ident, written.path, workspace.shown(written.path), written, value)


def own_folder(workspace: Workspace) -> Path:
    """The folder of one's own layer; raises BrieferError where there is none, or where nothing reads it."""
    folder = workspace.needed() / OWN
    if OWN not in workspace.settings.layers:
        what = "Your own folder knowledge/ is not among the layers, so that nothing in it would be seen"
        raise BrieferError(what, where="briefer.yaml", todo="Add knowledge to “layers”")
    return folder


def check(
    kind: str, given: Mapping[str, Any], base: Knowledge, settings: Settings, *, instead: str | None = None
) -> list[tuple[str, str]]:
    """The faults for which ``add`` (or ``change`` of ``instead``) would refuse, as key and sentence; nothing is written.

    Nothing is read either: cheap enough for every key that is pressed.
    """
    wrong = making.make(kind, given, base, settings.markings, instead=instead).wrong
    return [(w.key, str(BrieferError(w.what, todo=w.hint))) for w in wrong]


def change(kind: str, ident: str, given: Mapping[str, Any], workspace: Workspace, base: Knowledge) -> Added:
    """Change an entry, paper or topic's head: keys not given stay, those given empty go.

    One of one's own layer is changed in place; of one from a lower layer a copy with the same id goes into one's own and
    counts from then on. Raises UsageError for what is missing or unknown; BrieferError where it stands in a higher layer,
    where the file says something else by now, and with code ``same`` where nothing would change.
    """
    folder = own_folder(workspace)
    value, topic, wrong = making.make(kind, given, base, workspace.settings.markings, instead=ident)
    if value is None:
        raise making.refusal(wrong, _HINTS)
    was = making.there(kind, ident, base)
    if value == was:
        raise BrieferError("Nothing is different", todo="Nothing was written", code="same")
    layer = layer_of(kind, ident, base)
    labels = list(workspace.settings.layers)
    if layer in labels and labels.index(layer) > labels.index(OWN):
        where = base.origins[f"{_origin_kind(kind)}:{ident.partition('/')[0] if kind == 'item' else ident}"].name
        raise BrieferError(f"This {kind} stands in a layer above your own", where=where, todo="Change it in its file")
    if isinstance(value, Topic):
        return _added(ident, write.change_head(folder, ident, _head(value, folder, given, base)), workspace, value)
    if isinstance(value, Meeting):
        return _written(value, workspace, folder, base)
    if layer == OWN:
        path = base.origins[f"{_origin_kind(kind)}:{ident}"].path
        return _added(ident, write.change_member(path, value, was), workspace, value)
    if isinstance(value, Paper):
        return _added(ident, write.add_paper(folder, value), workspace, value)
    return _added(ident, write.add_entry(folder, topic, value, base), workspace, value)


def _written(meeting: Meeting, workspace: Workspace, folder: Path, base: Knowledge) -> Added:
    """Write a meeting: anew, over the one of one's own layer, or as one's own copy of one from a lower layer."""
    origin = base.origins.get(f"meeting:{meeting.meeting}")
    if origin is not None and origin.layer == OWN:
        written = diary.change_meeting(origin.path, meeting, base.meetings[meeting.meeting])
    else:
        written = diary.add_meeting(folder, meeting)
    return _added(meeting.meeting, written, workspace, meeting)


def layer_of(kind: str, ident: str, base: Knowledge) -> str:
    """The layer whose version of an entry, paper or topic counts; empty where nothing says."""
    origin = base.origins.get(f"{_origin_kind(kind)}:{ident.partition('/')[0] if kind == 'item' else ident}")
    return origin.layer if origin else ""


def _origin_kind(kind: str) -> str:
    return {"item": "meeting"}.get(kind, kind) if kind in ("paper", "topic", "meeting", "item") else "entry"


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
