"""YAML files → Knowledge: every layer read, every fault kept with file, line and column, the sound rest loaded."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from yaml.nodes import Node

from briefer import collector, reach, yamlfile
from briefer.errors import Fault, did_you_mean
from briefer.knowledge.base import INSTRUCTIONS, Entry, Knowledge, Origin
from briefer.knowledge.confided import Confided
from briefer.knowledge.entries import (
    FILE_KINDS,
    Acronyms,
    Actors,
    Meeting,
    Paper,
    Papers,
    Topic,
)
from briefer.knowledge.layer import KnowledgeFile, Layer, away_fault, fetched, files, strays
from briefer.markings import is_classified


class _Kept(NamedTuple):
    text: str
    loaded: yamlfile.Loaded


class _Read(NamedTuple):
    """A file of a layer as it was read."""

    file: KnowledgeFile
    text: str
    loaded: yamlfile.Loaded


class Memory:
    """What was read of each file last, for those who read again: unchanged files are not parsed a second time.

    Of a file that has broken so that nothing of it can be read, what it said before is used, and the fault says so.
    """

    def __init__(self) -> None:
        self._last: dict[tuple[Path, str], _Kept] = {}
        self._readable: dict[Path, _Kept] = {}
        self.layers: dict[str, tuple[_Read, ...]] = {}
        """What the distant layers said when they could last be reached."""

    def load(self, file: KnowledgeFile, read: str | yamlfile.Refused | None = None) -> tuple[str, yamlfile.Loaded]:
        """A file's text and what came of it; ``read`` where somebody else has read it."""
        try:
            text = yamlfile.read_text(file.path, file.name) if read is None else read
            if isinstance(text, yamlfile.Refused):
                raise text
        except yamlfile.Refused as refused:
            text, loaded = "", yamlfile.Loaded(None, refused.faults)
        else:
            known = self._last.get((file.path, file.name))
            same = known is not None and known.text == text
            loaded = known.loaded if known and same else yamlfile.load(text, file.name, FILE_KINDS[file.kind])
            self._last[file.path, file.name] = _Kept(text, loaded)
        if loaded.value is not None:
            self._readable[file.path] = _Kept(text, loaded)
        elif (before := self._readable.get(file.path)) is not None:
            first, *more = loaded.faults
            said = f"{first.message}. Until it is mended, what this file said before is used"
            return before.text, before.loaded._replace(faults=[first._replace(message=said), *more])
        return text, loaded

    def forget(self, there: Collection[Path]) -> None:
        """Forget files that are not there any more."""
        self._last = {k: v for k, v in self._last.items() if k[0] in there}
        self._readable = {k: v for k, v in self._readable.items() if k in there}


def load(
    layers: Sequence[Layer], markings: Sequence[str] = ("PUBLIC", "LIMITE"), memory: Memory | None = None
) -> Knowledge:
    """The base out of its layers, lowest first; later ones add and override by id. ``memory`` is for reading again.

    Never raises for what stands in a file: that is in ``faults``, and the rest is loaded.
    """
    draft = _Draft(markings, memory)
    with collector.off():
        for layer in layers:
            if layer.distant:
                draft.seen.clear()
                draft.reach(layer)
                continue
            if not layer.folder.is_dir():
                message = "This knowledge folder is missing; make it, or take it out of “layers” in briefer.yaml"
                draft.faults.append(Fault(layer.shown, 0, 0, "error", "missing-folder", message))
                continue
            draft.seen.clear()
            draft.faults += strays(layer)
            for file in files(layer):
                draft.read(file)
        draft.untitled()
    if memory is not None:
        memory.forget(draft.paths)
    return draft.knowledge()


class _Draft:
    """The base while it is being read."""

    def __init__(self, markings: Sequence[str], memory: Memory | None) -> None:
        self.memory = memory or Memory()
        self.paths: set[Path] = set()
        self.markings = [m.upper() for m in markings]
        self.faults: list[Fault] = []
        self.parts: dict[str, dict[str, Any]] = {
            k: {} for k in ("topic", "entry", "paper", "actor", "acronym", "meeting")
        }
        self.origins: dict[str, Origin] = {}
        self.kept_in: set[str] = set()
        self.instructions: set[str] = set()
        """Papers that some layer calls instructions."""
        self.confided = Confided()
        self.away: set[str] = set()
        self.seen: dict[str, str] = {}
        """Ids already given in this layer, with the file that gave them."""

    def reach(self, layer: Layer) -> None:
        """Read a layer that may be away; what it said before is used while it is."""
        before = self.memory.layers.get(layer.label, ())
        try:
            found, stray = reach.within(layer.folder, lambda tick: fetched(layer, tick))
            if before and not found:
                raise reach.Away("nothing is left in it")
        except reach.Away as why:
            self.faults.append(away_fault(layer, str(why), before=bool(before)))
            self.away.add(layer.label)
            for one in before:
                self.paths.add(one.file.path)
                self._take(*one)
            return
        self.faults += stray
        now = tuple(_Read(file, *self.memory.load(file, text)) for file, text in found)
        self.memory.layers[layer.label] = now
        for one in now:
            self.paths.add(one.file.path)
            self._take(*one)

    def read(self, file: KnowledgeFile) -> None:
        self.paths.add(file.path)
        self._take(file, *self.memory.load(file))

    def _take(self, file: KnowledgeFile, text: str, loaded: yamlfile.Loaded) -> None:
        self.faults += loaded.faults
        origin = Origin(file.path, file.name, file.layer, file.called)
        source = _Source(text, file, loaded.kept)
        match value := loaded.value:
            case Topic():
                self._topic(value, origin, source)
            case Papers():
                self._papers(value, origin, source)
            case Actors():
                for i, actor in enumerate(value.actors):
                    self._put("actor", actor.id, actor, origin, source, "actors", i, "id")
            case Acronyms():
                for short, full in value.acronyms.items():
                    self._put("acronym", short, full, origin, source, "acronyms", short)
            case Meeting():
                self._named(value.meeting, "meeting", file, source)
                if self._put("meeting", value.meeting, value, origin, source, "meeting"):
                    self.confided.take(value, instructions=origin.layer == INSTRUCTIONS)

    def _put(self, kind: str, key: str, value: Any, origin: Origin, source: _Source, *path: str | int) -> bool:
        known = f"{kind}:{key}"
        if known in self.seen:
            also = "in this file" if self.seen[known] == origin.name else f"in {self.seen[known]}"
            message = f"The id “{key}” is given twice (also {also}); give this {kind} an id of its own"
            self.faults.append(source.fault("duplicate-id", message, *path))
            return False
        self.seen[known] = origin.name
        self._keep_in(kind, key, value, origin)
        self.parts[kind][key] = value
        self.origins[known] = origin
        return True

    def _keep_in(self, kind: str, key: str, value: Any, origin: Origin) -> None:
        """Note what stays in the house: what instructions say, and what they alone name.

        A paper or abbreviation that another layer knows too is no secret because instructions name it; what they say of
        anything stays, whatever layer is over it.
        """
        known = f"{kind}:{key}"
        if kind == "paper" and _is_instruction(value):
            self.instructions.add(known)
        elif origin.layer == INSTRUCTIONS and (kind == "entry" or key not in self.parts[kind]):
            self.kept_in.add(known)
        elif kind != "entry":
            self.kept_in.discard(known)

    def _topic(self, value: Topic, origin: Origin, source: _Source) -> None:
        self._named(value.topic, "topic", source.file, source)
        lower = self.parts["topic"].get(value.topic)
        head = msgspec.structs.replace(value, facts=(), positions=(), questions=())
        if lower is not None:
            # What capital calls a topic, or says of it, does not take the place of what all may read.
            first, second = (lower, value) if origin.layer == INSTRUCTIONS else (value, lower)
            kept = {k: getattr(first, k) or getattr(second, k) for k in ("title", "summary")}
            lists = {k: tuple(dict.fromkeys((*getattr(lower, k), *getattr(value, k)))) for k in ("bodies", "keywords")}
            head = msgspec.structs.replace(head, **kept, **lists)
        if origin.layer == INSTRUCTIONS and value.summary and not (lower and lower.summary):
            self.kept_in.add(f"topic:{value.topic}")
        self.parts["topic"][value.topic] = head
        self.origins.setdefault(f"topic:{value.topic}", origin)
        for name in ("facts", "positions", "questions"):
            for i, entry in enumerate(getattr(value, name)):
                wrapped = Entry(value.topic, entry)
                self._put("entry", wrapped.id, wrapped, origin, source, name, i, "id")

    def _papers(self, value: Papers, origin: Origin, source: _Source) -> None:
        for i, paper in enumerate(value.papers):
            if paper.marking and is_classified(paper.marking):
                message = (
                    f"“{paper.marking}” is a classification; only accredited systems may process such a paper: "
                    "remove it from this base"
                )
                self.faults.append(source.fault("classified", message, "papers", i, "marking"))
                continue
            if paper.marking and paper.marking.upper() not in self.markings:
                message = (
                    f"“{paper.marking}” is not a marking in use here; {did_you_mean(paper.marking, self.markings)}"
                )
                self.faults.append(source.fault("marking", message, "papers", i, "marking"))
            self._put("paper", paper.id, paper, origin, source, "papers", i, "id")

    def _named(self, given: str, key: str, file: KnowledgeFile, source: _Source) -> None:
        folders = file.path.relative_to(file.layer_folder).parts[1:-1]
        if given != file.path.stem and given not in folders:
            message = f"The {key} is called “{given}” but its file {file.path.name}; give both the same name"
            self.faults.append(source.fault("file-name", message, key))

    def untitled(self) -> None:
        """A topic needs a title in at least one layer."""
        for name, topic in self.parts["topic"].items():
            if not topic.title:
                origin = self.origins[f"topic:{name}"]
                message = "“title” is missing in this file; add title: a text"
                self.faults.append(Fault(origin.name, 1, 1, "error", "missing-key", message))
                self.parts["topic"][name] = msgspec.structs.replace(topic, title=name)

    def knowledge(self) -> Knowledge:
        p = self.parts
        faults = sorted(self.faults, key=lambda f: (f.file, f.line, f.column))
        return Knowledge(
            p["topic"], p["entry"], p["paper"], p["actor"], p["acronym"], p["meeting"], self.origins, tuple(faults),
            frozenset(self.kept_in | self.instructions | self.confided.parts()), frozenset(self.away),
        )  # fmt: skip


def _is_instruction(paper: Paper) -> bool:
    return (paper.kind or "").strip().casefold() == INSTRUCTIONS


class _Source:
    """A file's text, whose nodes are only made when a fault needs its place."""

    def __init__(self, text: str, file: KnowledgeFile, kept: Mapping[str, list[int]]) -> None:
        self.text = text
        self.file = file
        self.kept = kept
        self._root: Node | None = None

    def node(self, *path: str | int) -> Node | None:
        """The node at a path, whose positions count the members that were loaded."""
        if self._root is None:
            self._root = yamlfile.compose(self.text, self.file.name)
        if len(path) > 1 and isinstance(path[1], int) and (places := self.kept.get(str(path[0]))):
            path = (path[0], places[path[1]], *path[2:])
        return yamlfile.at(self._root, *path)

    def fault(self, code: str, message: str, *path: str | int) -> Fault:
        return yamlfile.fault_at(self.node(*path), self.file.name, "error", code, message)
