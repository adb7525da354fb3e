"""A note that is made to its file: whole or not at all, with a seal by which an untouched export is known again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from itertools import count
from pathlib import Path

from briefer import files
from briefer.brief.model import Brief
from briefer.errors import BrieferError

Step = Callable[[str], None]
"""Told what is being done, in words; what it raises ends the export with nothing written."""


Spared = Callable[[Path], None]
"""Told where a copy is kept of a file that was replaced."""


def unheard(what: str | Path) -> None:
    """For callers that show no progress, and need not know of copies."""


def deliver(
    data: bytes,
    brief: Brief,
    target: Path,
    *,
    to: str,
    force: bool = False,
    step: Step = unheard,
    spared: Spared = unheard,
) -> Path:
    """Write what was made of a brief to a file that ``file_of`` gave, and return it; raises where another one is in the way.

    With ``force`` that one is replaced; somebody may have worked on it, so ``spared`` is told where a copy is kept.
    """
    data = _sealed(data, brief, to)
    copy: Path | None = None
    if target.exists() and not is_export_of(target, brief):
        if not force:
            todo = "Choose another name, or write over it with --force, which keeps a copy"
            raise BrieferError(
                "This file exists and is not an export of this brief as it was written", where=str(target), todo=todo,
                code="exists",
            )  # fmt: skip
        copy = _kept_beside(target)
    step("writing the file")
    files.write_made(target, data)
    if copy is not None:
        spared(copy)
    return target


def free_beside(path: Path) -> Path:
    """A name beside this one that is not taken."""
    return next(p for n in count(2) if not (p := path.with_stem(f"{path.stem}-{n}")).exists())


def _kept_beside(path: Path) -> Path | None:
    try:
        was = path.read_bytes()
    except OSError:
        return None  # no file that could be replaced: writing says why
    copy = free_beside(path)
    files.write_made(copy, was)
    return copy


def is_export_of(path: Path, brief: Brief) -> bool:
    """Whether a file is a note made from this brief and untouched since: one with a colleague's changes is not."""
    to = path.suffix.lower().removeprefix(".")
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return data == _sealed(_unsealed(data, brief, to), brief, to)


def _sealed(data: bytes, brief: Brief, to: str) -> bytes:
    """The file with a seal that everything takes off or makes false that changes it.

    In a Word file it is the zip's comment, which every program that saves it anew leaves out; elsewhere a last line.
    """
    seal = _seal(data, brief, to)
    return data[:-2] + (len(seal).to_bytes(2, "little") + seal) if to == "docx" else data + seal


def _unsealed(data: bytes, brief: Brief, to: str) -> bytes:
    bare = data[: -len(_seal(b"", brief, to)) or None]
    return bare[:-2] + bytes(2) if to == "docx" else bare


_SEALS = {
    "docx": b"briefer %s",
    "md": b"\n<!-- briefer %s -->\n",
    "html": b"<!-- briefer %s -->\n",
    "pdf": b"%% briefer %s\n",
}


def _seal(data: bytes, brief: Brief, to: str) -> bytes:
    content = data[:-2] if to == "docx" else data
    digest = hashlib.sha256(brief.brief.encode("utf-8", "replace") + b"\0" + content).hexdigest().encode()
    return _SEALS.get(to, b"%s") % digest
