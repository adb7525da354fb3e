"""The peers: the least anybody could do for the same result."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import yaml


def parts(docx: bytes) -> dict[str, str]:
    """What a note is made of, as strings that are ready: nothing is left to do but to put them into a zip."""
    with zipfile.ZipFile(io.BytesIO(docx)) as given:
        return {name: given.read(name).decode() for name in given.namelist()}


def zipped(texts: dict[str, str]) -> bytes:
    """The same parts as raw strings into a zip, compressed as ours are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
    return out.getvalue()


def saved(data: Any, path: Path) -> None:
    """A durable save with PyYAML's C dumper."""
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)
