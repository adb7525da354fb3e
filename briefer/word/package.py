"""The zip around the parts: the base document read once, the note's own parts put in, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

BASE = Path(__file__).with_name("base.docx")

#: The earliest moment a zip can hold; the note's own dates are in its properties.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_FILE_MODE = 0o600 << 16
_UNIX = 3

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "application/vnd.openxmlformats-officedocument"

#: What the parts that a note adds to the base document are.
CONTENT_TYPES = {
    "word/header1.xml": f"{_WORD}.header+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{_OFFICE}.extended-properties+xml",
    "docProps/custom.xml": f"{_OFFICE}.custom-properties+xml",
    "customXml/itemProps1.xml": f"{_OFFICE}.customXmlProperties+xml",
}


@lru_cache(maxsize=1)
def base() -> Mapping[str, bytes]:
    """The parts of the base document."""
    return MappingProxyType(unpack(BASE.read_bytes()))


def unpack(docx: bytes) -> dict[str, bytes]:
    """The parts of a package by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The package; the same parts give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _FILE_MODE
            package.writestr(entry, content)
    return buffer.getvalue()


def with_types(content_types: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The content types of the base with those of the added parts."""
    added = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in CONTENT_TYPES.items() if name in parts
    )
    return content_types.replace(b"</Types>", added.encode() + b"</Types>")
