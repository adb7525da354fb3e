"""The zip around the parts: a house style's read and packed once, the note's own put in, the same bytes every time."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from functools import lru_cache
from threading import Thread
from typing import NamedTuple

#: The earliest moment a zip can hold; the note's own dates are in its properties.
_TIME, _DATE = 0, 1 << 5 | 1
_FILE_MODE = 0o600 << 16
_UNIX = 3
_IN_UTF8 = 1 << 11
_LEVEL = 6
#: Parts up to this size, and those of a house style, are mostly the same from note to note: once packed, they are kept.
_SMALL = 4096
#: From this size on a part is worth a thread of its own.
_LARGE = 100_000
# The fields that a file's head and its line in the directory share, those of the line alone, and the end of the zip.
_HEAD, _TAIL, _END = struct.Struct("<5H3L2H"), struct.Struct("<3H2L"), struct.Struct("<4H2LH")

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "application/vnd.openxmlformats-officedocument"

#: What the parts that a note adds to the base document are.
CONTENT_TYPES = {
    "word/footnotes.xml": f"{_WORD}.footnotes+xml",
    "word/endnotes.xml": f"{_WORD}.endnotes+xml",
    "word/header1.xml": f"{_WORD}.header+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{_OFFICE}.extended-properties+xml",
    "docProps/custom.xml": f"{_OFFICE}.custom-properties+xml",
    "customXml/itemProps1.xml": f"{_OFFICE}.customXmlProperties+xml",
}


def unpack(docx: bytes) -> dict[str, bytes]:
    """The parts of a package by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


class _Packed(NamedTuple):
    crc: int
    size: int
    data: bytes


class Ahead:
    """The large parts, packed in threads of their own while somebody looks the parts over: zlib waits for nobody."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._done: dict[str, _Packed] = {}
        self._threads = {
            name: Thread(target=self._pack, args=(name, content), daemon=True)
            for name, content in parts.items()
            if len(content) >= _LARGE
        }
        for thread in self._threads.values():
            thread.start()

    def _pack(self, name: str, content: bytes) -> None:
        self._done[name] = _deflated(content)

    def get(self, name: str) -> _Packed | None:
        """A part once it is packed; None for one that is not large."""
        if name not in self._threads:
            return None
        self._threads[name].join()
        return self._done.get(name)


def pack(parts: Mapping[str, bytes], alike: Mapping[str, bytes] | None = None, ahead: Ahead | None = None) -> bytes:
    """The package; the same parts give the same bytes.

    ``alike`` are the parts of the house style, ``ahead`` what is being packed already.
    """
    common = alike or {}
    out: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, content in parts.items():
        small = len(content) < _SMALL or common.get(name) is content
        packed = (ahead and ahead.get(name)) or (_kept(content) if small else _deflated(content))
        encoded = name.encode()
        flags = 0 if name.isascii() else _IN_UTF8
        fields = _HEAD.pack(20, flags, zipfile.ZIP_DEFLATED, _TIME, _DATE, packed.crc, len(packed.data), packed.size,
                            len(encoded), 0)  # fmt: skip
        head = b"PK\x03\x04" + fields
        out += (head, encoded, packed.data)
        directory += (b"PK\x01\x02" + bytes((20, _UNIX)) + fields + _TAIL.pack(0, 0, 0, _FILE_MODE, at), encoded)
        at += len(head) + len(encoded) + len(packed.data)
    listed = b"".join(directory)
    end = b"PK\x05\x06" + _END.pack(0, 0, len(parts), len(parts), len(listed), at, 0)
    return b"".join([*out, listed, end])


def _deflated(content: bytes) -> _Packed:
    return _Packed(zlib.crc32(content), len(content), zlib.compress(content, _LEVEL, -zlib.MAX_WBITS))


@lru_cache(maxsize=256)
def _kept(content: bytes) -> _Packed:
    return _deflated(content)


@lru_cache(maxsize=16)
def with_types(content_types: bytes, names: tuple[str, ...]) -> bytes:
    """The content types of the base with those of the added parts, out of the names of all."""
    added = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name in names
        if (kind := CONTENT_TYPES.get(re.sub(r"itemProps\d+", "itemProps1", name)))
        and f'"/{name}"'.encode() not in content_types
    )
    return content_types.replace(b"</Types>", added.encode() + b"</Types>")
