"""The journal: work that is not yet saved, written down at each pause and offered back at the next start."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefer.files import Stamp, make_folder, remove, write


class Unsaved(NamedTuple):
    """Work found in the journal."""

    target: Path
    """The file it belongs to."""
    text: str
    base: Stamp | None
    """What that file was when the work began; None where it was not saved yet."""
    when: float
    """Seconds since the epoch at which it was written down."""


class Journal:
    """Unsaved work, written down at each pause in a folder beside the workspace and cleared by a save."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _file(self, target: Path) -> Path:
        name = hashlib.sha256(str(target.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        return self.folder / f"{target.stem[:40]}-{name}.json"

    def keep(self, target: Path, text: str, base: Stamp | None) -> None:
        """Write down what a file would hold if it were saved now."""
        record = {
            "target": str(target.absolute()),
            "text": text,
            "base": list(base) if base else None,
            "pid": os.getpid(),
        }
        make_folder(self.folder)
        write(self._file(target), json.dumps(record))

    def clear(self, target: Path) -> None:
        """Forget the work on a file: it is saved, or was given up."""
        remove(self._file(target))

    def found(self) -> list[Unsaved]:
        """The work left by a session that ended without saving, newest first; unreadable records are passed over."""
        work: list[Unsaved] = []
        for path in self.folder.glob("*.json") if self.folder.is_dir() else ():
            try:
                record = msgspec.convert(json.loads(path.read_text("utf-8")), _Record)
                when = path.stat().st_mtime
            except (OSError, ValueError, RecursionError, msgspec.ValidationError):
                continue
            if not _running(record.pid):
                work.append(Unsaved(Path(record.target), record.text, record.base, when))
        return sorted(work, key=lambda w: -w.when)


class _Record(msgspec.Struct):
    """A file of the journal."""

    target: str
    text: str
    base: Stamp | None
    pid: int


def _running(pid: int) -> bool:
    """Whether another process with this number is at work (its journal is its own)."""
    if pid <= 0 or pid == os.getpid() or sys.platform == "win32":
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
