"""A layer: one knowledge folder, its files in their order, and what is said where it cannot be reached."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefer import reach, yamlfile
from briefer.errors import Fault
from briefer.knowledge.base import INSTRUCTIONS

#: Files that hold one list each.
_LISTS = ("papers", "actors", "acronyms")


class Layer(NamedTuple):
    """One knowledge folder."""

    label: str
    """What it is called in ``briefer.yaml``."""
    folder: Path
    shown: str
    """How its files are called in messages: relative to the workspace."""
    called: str = ""
    """What people are told that it is: shipped, the folder's name, instructions, your own."""
    distant: bool = False
    """Whether it may lie on a drive that comes and goes: it is read in a thread, and may be missing."""


class KnowledgeFile(NamedTuple):
    """One YAML file of the base and what it should hold."""

    path: Path
    name: str
    kind: str
    layer: str
    layer_folder: Path
    called: str = ""


def files(layer: Layer) -> Iterator[KnowledgeFile]:
    """The files of a layer, in a stable order; where a file grew it may be a folder of the same name.

    Hidden files are none of ours: what editors, synchronised folders and other systems leave there.
    """
    for kind in _LISTS:
        for path in _file_or_folder(layer.folder, kind):
            yield _file(layer, path, kind)
    for folder, kind in (("topics", "topic"), ("meetings", "meeting")):
        for path in _within(layer.folder / folder):
            yield _file(layer, path, kind)


def _file_or_folder(folder: Path, stem: str) -> list[Path]:
    single = folder / f"{stem}.yaml"
    return ([single] if single.is_file() else []) + _within(folder / stem)


def _within(folder: Path, ending: str = "yaml") -> list[Path]:
    """In a stable order: a file before the folder of its name, and within it the file that is called like it first."""
    found = [p for p in folder.rglob(f"*.{ending}") if not p.name.startswith(".")]
    return sorted(found, key=lambda p: (*p.parent.parts, "" if p.stem == p.parent.name else p.stem))


def strays(layer: Layer) -> Iterator[Fault]:
    """YAML files of a layer that nothing reads, because of their place or the end of their name."""
    known = {f"{kind}.yaml" for kind in _LISTS}
    for path in sorted(p for p in layer.folder.glob("*.y*ml") if p.is_file() and not p.name.startswith(".")):
        if path.name not in known and path.name != "briefer.yaml":
            todo = "knowledge stands in papers.yaml, actors.yaml, acronyms.yaml, topics/ and meetings/"
            yield _unread(layer, path, todo)
    for folder in (*_LISTS, "topics", "meetings"):
        for path in _within(layer.folder / folder, "yml"):
            yield _unread(layer, path, f"call it {path.stem}.yaml")


def _unread(layer: Layer, path: Path, todo: str) -> Fault:
    name = f"{layer.shown}/{path.relative_to(layer.folder).as_posix()}"
    return Fault(name, 0, 0, "error", "file-name", f"This file is not read; {todo}")


def _file(layer: Layer, path: Path, kind: str) -> KnowledgeFile:
    return KnowledgeFile(
        path,
        f"{layer.shown}/{path.relative_to(layer.folder).as_posix()}",
        kind,
        layer.label,
        layer.folder,
        layer.called,
    )


def fetched(layer: Layer, tick: reach.Tick) -> tuple[list[tuple[KnowledgeFile, str | yamlfile.Refused]], list[Fault]]:
    """The texts of a layer's files, parsed by nobody yet; raises OSError where its folder cannot be looked into."""
    with os.scandir(layer.folder) as entries:
        folders = [e.path for e in entries if e.is_dir()]
    for folder in folders:
        os.scandir(folder).close()
    tick()
    found: list[tuple[KnowledgeFile, str | yamlfile.Refused]] = []
    for file in files(layer):
        try:
            found.append((file, yamlfile.read_text(file.path, file.name)))
        except yamlfile.Refused as refused:
            found.append((file, refused))
        tick()
    stray = list(strays(layer))
    os.scandir(layer.folder).close()  # what went away meanwhile was not read whole
    return found, stray


def away_fault(layer: Layer, why: str, *, before: bool) -> Fault:
    """The fault of a layer that cannot be reached, which names it until it is back."""
    meanwhile = "What it said before stays in use" if before else "All else can be used"
    called = layer.called or layer.label
    message = f"The layer “{called}” cannot be reached ({why}). {meanwhile}; it is taken up again when it is back. "
    if layer.label == INSTRUCTIONS:
        message += "If it is gone for good, take “instructions” out of briefer.yaml"
    else:
        message += "If it is gone for good, take it out of “layers” in briefer.yaml"
    return Fault(layer.shown, 0, 0, "error", "missing-folder", message)
