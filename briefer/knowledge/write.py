"""Adds entries to one's own layer: the entry's lines are spliced in, comments and order of the rest stay as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from yaml.nodes import MappingNode

from briefer import files, yamlfile, yamltext
from briefer.errors import BrieferError
from briefer.knowledge import splice
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Actor, Actors, Fact, Paper, Papers, Position, Question, Topic
from briefer.text import slug

#: The keys of a topic's head.
HEAD = ("topic", "title", "summary", "bodies", "keywords")
_LISTS: dict[type, str] = {
    Fact: "facts",
    Position: "positions",
    Question: "questions",
    Paper: "papers",
    Actor: "actors",
}


class Written(NamedTuple):
    """What a writing did to a file: enough to take it back, and to do it again."""

    path: Path
    before: bytes | None
    """None where there was no file."""
    after: bytes | None
    """None where there is no file any more."""


def entry_id(text: str, taken: set[str]) -> str:
    """An id for a new entry out of its first words."""
    base = slug(" ".join(text.split()[:7]), 48)
    number, name = 2, base
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name


def add_entry(folder: Path, topic: str, entry: Fact | Position | Question, base: Knowledge) -> Written:
    """Write a fact, position or question into the topic's file of the layer at ``folder``.

    In a folder under git it gets a file of its own, named after it. Raises BrieferError where the id is taken in that layer,
    or where the file there has faults.
    """
    path = _topic_file(folder, topic)
    if entry.id != topic and is_under_git(folder):
        path = _apart(path, folder / "topics" / topic / f"{entry.id}.yaml", _LISTS[type(entry)], entry.id, Topic)
    if not path.exists():
        head = {"topic": topic}
        if topic not in base.topics:
            head["title"] = topic.replace("-", " ").capitalize()
        text = yamltext.block({**head, _LISTS[type(entry)]: [_data(entry)]}, inline=splice.INLINE, width=splice.WIDTH)
        return write_file(path, text, Topic, before=None)
    return _splice_into(path, _LISTS[type(entry)], _data(entry), Topic)


def add_topic(folder: Path, topic: Topic) -> Written:
    """Write a new topic's file; raises BrieferError where the layer has one of this name."""
    path = _topic_file(folder, topic.topic)
    if path.exists():
        raise BrieferError(f"The topic “{topic.topic}” has a file already", where=str(path), todo="Edit that one")
    return write_file(path, yamltext.block(_data(topic), width=splice.WIDTH), Topic, before=None)


def add_paper(folder: Path, paper: Paper) -> Written:
    """Write a paper into the layer's ``papers.yaml``; raises BrieferError where its id is taken there."""
    path = folder / "papers.yaml"
    if is_under_git(folder):
        path = _apart(path, folder / "papers" / f"{paper.id}.yaml", "papers", paper.id, Papers)
    if not path.exists():
        return write_file(path, yamltext.block({"papers": [_data(paper)]}, width=splice.WIDTH), Papers, before=None)
    return _splice_into(path, "papers", _data(paper), Papers)


def add_actor(folder: Path, actor: Actor) -> Written:
    """Write an actor into the layer's ``actors.yaml``; raises BrieferError where its id is taken there."""
    path = folder / "actors.yaml"
    if is_under_git(folder):
        path = _apart(path, folder / "actors" / f"{actor.id}.yaml", "actors", actor.id, Actors)
    if not path.exists():
        return write_file(path, yamltext.block({"actors": [_data(actor)]}, width=splice.WIDTH), Actors, before=None)
    return _splice_into(path, "actors", _data(actor), Actors)


def ids_in(folder: Path, topic: str) -> set[str]:
    """The ids that the topic's file of the layer at ``folder`` gives now, whatever was read before."""
    paths = {_topic_file(folder, topic), *(folder / "topics" / topic).rglob("[!.]*.yaml")}
    values = [read_file(path, Topic).value for path in sorted(paths) if path.exists()]
    return {entry.id for value in values for entry in (*value.facts, *value.positions, *value.questions)}


def is_under_git(folder: Path) -> bool:
    """Whether a folder is in a git repository, where two people add to it and git joins what they wrote.

    Two additions at the end of one file are a conflict to git whatever they say, two new files are none.
    """
    return any((above / ".git").exists() for above in (folder, *folder.absolute().parents))


def _apart(path: Path, own: Path, key: str, ident: str, kind: type) -> Path:
    """The file of its own for a new entry; raises BrieferError where the common file at ``path`` has its id already."""
    if path.exists() and any(member.id == ident for member in getattr(read_file(path, kind).value, key)):
        raise BrieferError(f"The id “{ident}” is taken in this file", where=str(path), todo="Choose another id")
    return own


def _topic_file(folder: Path, topic: str) -> Path:
    whole, split = folder / "topics" / f"{topic}.yaml", folder / "topics" / topic
    return split / whole.name if split.is_dir() and not whole.exists() else whole


def _head_file(folder: Path, topic: str) -> Path:
    """Where the layer gives the topic's title: in a topic split into a folder that may be any of its files."""
    split = folder / "topics" / topic
    titled = [p for p in sorted(split.rglob("*.yaml")) if re.search(rb"(?m)^title:", p.read_bytes())]
    return titled[-1] if titled else _topic_file(folder, topic)


def _data(value: Fact | Position | Question | Paper | Topic | Actor) -> dict[str, Any]:
    data: dict[str, Any] = msgspec.to_builtins(value)
    order = [f.encode_name for f in msgspec.structs.fields(type(value))]
    first = [k for k in ("topic", "id", "actor", "stance", "number", "title", "name", "text") if k in order]
    return {k: listed(data[k]) for k in dict.fromkeys((*first, *order)) if k in data}


def listed(value: Any) -> Any:
    """Tuples as lists, which is what a file gives."""
    return [listed(v) for v in value] if isinstance(value, list | tuple) else value


def write_file(path: Path, text: str, kind: type, *, before: bytes | None) -> Written:
    """Write a file of the layer whole; raises BrieferError where it would have faults, or is not as it was ``before``."""
    loaded = yamlfile.load(text.removeprefix("\ufeff"), path.name, kind)
    if loaded.faults:
        raise yamlfile.first_fault(loaded.faults)
    after = text.encode("utf-8")
    if after == before:
        return Written(path, before, after)
    files.write(path, after, expected=files.NEW if before is None else files.Stamp.of_bytes(before))
    return Written(path, before, after)


class FileRead(NamedTuple):
    """A file of the layer as it is about to be changed."""

    text: str
    root: MappingNode
    value: Any
    raw: bytes

    @property
    def mark(self) -> str:
        """The byte-order mark, where the file has one."""
        return "\ufeff" if self.raw.startswith(b"\xef\xbb\xbf") else ""


def read_file(path: Path, kind: type) -> FileRead:
    """The file; raises BrieferError with its first fault where it has any."""
    try:
        raw = path.read_bytes()
    except OSError:
        raw = b""  # reading it as text says why
    try:
        text = yamlfile.read_text(path, path.name)
        root = yamlfile.compose(text, path.name)
    except yamlfile.Refused as refused:
        raise yamlfile.first_fault(refused.faults) from None
    loaded = yamlfile.load(text, path.name, kind)
    if loaded.faults:
        raise yamlfile.first_fault(loaded.faults)
    assert isinstance(root, MappingNode)
    return FileRead(text, root, loaded.value, raw)


def _splice_into(path: Path, key: str, data: dict[str, Any], kind: type) -> Written:
    """Put a member at the end of a list of a file; everything else stays byte for byte."""
    file = read_file(path, kind)
    if any(member.id == data["id"] for member in getattr(file.value, key)):
        raise BrieferError(f"The id “{data['id']}” is taken in this file", where=str(path), todo="Choose another id")
    return write_file(path, file.mark + splice.with_member(file.text, file.root, key, data), kind, before=file.raw)


def change_member(path: Path, value: Fact | Position | Question | Paper, was: object) -> Written:
    """Let the entry of this id in a file say ``value``: only its own lines change, and of these only what says otherwise.

    Raises BrieferError where the file has faults, or where the entry in it is no longer what it ``was``.
    """
    kind = Papers if isinstance(value, Paper) else Topic
    key, data = _LISTS[type(value)], _data(value)
    file = read_file(path, kind)
    members: Any = yamlfile.at(file.root, key)
    places = [i for i, member in enumerate(getattr(file.value, key)) if member == was]
    if not places:
        what = f"Somebody has changed or removed “{value.id}” in this file since it was read"
        raise BrieferError(what, where=str(path), todo="Open it again", code="changed-on-disk")
    others = [m for m in getattr(file.value, key) if m.id != value.id]
    for whole in (False, True):
        text = splice.with_changed(file.text, members.value[places[0]], data, whole=whole)
        loaded = yamlfile.load(text, path.name, kind)
        now = getattr(loaded.value, key, ())
        if not loaded.faults and value in now and [m for m in now if m.id != value.id] == others:
            break
    return write_file(path, file.mark + text, kind, before=file.raw)


def remove_member(path: Path, was: Fact | Position | Question) -> Written:
    """Take the entry that reads ``was`` out of a topic's file; a file that held nothing else goes with it.

    Raises BrieferError where the file has faults, or where the entry in it is no longer what it ``was``.
    """
    key = _LISTS[type(was)]
    file = read_file(path, Topic)
    members = list(getattr(file.value, key))
    if was not in members:
        what = f"Somebody has changed or removed “{was.id}” in this file since it was read"
        raise BrieferError(what, where=str(path), todo="Open it again", code="changed-on-disk")
    if len(members) == 1 and {k.value for k, _ in file.root.value} == {"topic", key}:
        files.remove(path, expected=files.Stamp.of_bytes(file.raw))
        return Written(path, file.raw, None)
    place = members.index(was)
    text = splice.without_member(file.text, file.root, key, place)
    loaded = yamlfile.load(text, path.name, Topic)
    if loaded.faults or list(getattr(loaded.value, key)) != members[:place] + members[place + 1 :]:
        raise BrieferError(
            "This file is written in a way of its own", where=str(path), todo="Take the entry out in an editor"
        )
    return write_file(path, file.mark + text, Topic, before=file.raw)


def change_head(folder: Path, topic: str, head: dict[str, Any]) -> Written:
    """Let a topic's file of the layer at ``folder`` say these keys of its head (None: not any more)."""
    path = _head_file(folder, topic)
    if not path.exists():
        data = {"topic": topic, **{k: v for k, v in head.items() if v}}
        return write_file(path, yamltext.block(data, width=splice.WIDTH), Topic, before=None)
    file = read_file(path, Topic)
    said = {k.value: yamlfile.plain(v) for k, v in file.root.value if k.value in HEAD}
    wanted = {k: v for k in HEAD if (v := head.get(k, said.get(k)))}
    text = splice.with_head(file.text, file.root, wanted, HEAD)
    if text is None:
        raise BrieferError("This file is written in brackets", where=str(path), todo="Change it in an editor")
    return write_file(path, file.mark + text, Topic, before=file.raw)


def head_of(folder: Path, topic: str) -> dict[str, Any]:
    """The keys of a topic's head that the layer at ``folder`` itself gives."""
    path = _head_file(folder, topic)
    if not path.exists():
        return {}
    data = msgspec.to_builtins(read_file(path, Topic).value)
    return {k: list(v) if isinstance(v, tuple) else v for k, v in data.items() if k in HEAD}


def put_back(written: Written) -> Written:
    """Take a writing back; gives what does it again. Raises BrieferError where the file is not what was written."""
    path, before, after = written
    expected = files.NEW if after is None else files.Stamp.of_bytes(after)
    try:
        if before is None:
            files.remove(path, expected=expected)
        else:
            files.write(path, before, expected=expected)
    except BrieferError as error:
        if error.code not in ("changed-on-disk", "exists"):
            raise
        what = "Somebody has changed this file since" if error.code == "changed-on-disk" else "This file is there again"
        raise BrieferError(what, where=str(path), todo="Nothing was overwritten", code=error.code) from None
    return Written(path, after, before)


def put_all_back(written: Sequence[Written]) -> tuple[Written, ...]:
    """Take several writings back, the last first; gives what does them again, in the order for this very function.

    All or none: where one file is not what was written, those put back already are written again before BrieferError is
    raised.
    """
    done: list[Written] = []
    try:
        for one in reversed(written):
            done.append(put_back(one))
    except BrieferError:
        for one in reversed(done):
            put_back(one)
        raise
    return tuple(done)


def paper_id(number: str) -> str | None:
    """The id that follows from a paper's number, or None: ``9375/25`` gives ``st-9375-2025``.

    Forms: ``15299/1/21 REV 1``, ``COM(2020) 605 final``, ``EEAS(2022) 1466``, ``Regulation (EU) 2019/1896``,
    ``WK 1234/2025 REV 1``.
    """
    text = " ".join(number.split())
    if m := re.fullmatch(r"(\d{3,6})(?:/\d{1,2})?/(\d{2})((?: (?:REV|ADD|COR|DCL|EXT|AMD) ?\d*)*)", text):
        suffix = "".join(f"-{part.lower()}" for part in m[3].split())
        return f"st-{int(m[1])}-20{m[2]}{suffix}"
    if m := re.match(r"(COM|JOIN|SWD|SEC|EEAS) ?\((\d{4})\) ?(\d+)(?: final)?(?: (REV) ?(\d+))?", text, re.IGNORECASE):
        return f"{m[1].lower()}-{m[2]}-{m[3]}" + (f"-rev-{m[5]}" if m[4] else "")
    if m := re.match(r"(Regulation|Directive|Decision) (?:\(\w+\) )?(?:No )?(\d{4})/(\d+)", text, re.IGNORECASE):
        return f"{m[1][:3].lower()}-{m[2]}-{m[3]}"
    if m := re.match(r"(WK|CM|DS|SN) ?(\d{1,6})/(?:20)?(\d{2})\b((?: (?:REV|ADD|COR) ?\d+)*)", text, re.IGNORECASE):
        suffix = "".join(f"-{part.lower()}" for part in m[4].split())
        return f"{m[1].lower()}-{int(m[2])}-20{m[3]}{suffix}"
    return None
