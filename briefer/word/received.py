"""A Word file that somebody else made, opened with care: broken, encrypted, oversized, with macros or not Word at all."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from xml.parsers import expat

from briefer.errors import BrieferError

#: What a house style or a returned note may unpack to; a real one stays far below.
MOST_BYTES = 80_000_000
MOST_PARTS = 3_000
_MOST_DEPTH = 400
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def parts(path: Path) -> dict[str, bytes]:
    """The parts of a .docx or .dotx, a template made a document; raises BrieferError with what is wrong with the file."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BrieferError(
            f"This file cannot be read ({(error.strerror or str(error)).lower()})", where=str(path),
            todo="Close it if it is open elsewhere, or choose another",
        ) from None  # fmt: skip
    found = _unpacked(data, path)
    _is_word(found, path)
    for name, content in found.items():
        if name.endswith((".xml", ".rels")):
            _sound(name, content, path)
    types = found["[Content_Types].xml"].replace(_TEMPLATE.encode(), _MAIN.encode())
    return found | {"[Content_Types].xml": types}


def _refused(path: Path, what: str, todo: str) -> BrieferError:
    return BrieferError(what, where=str(path), todo=todo, code="not-word")


def _unpacked(data: bytes, path: Path) -> dict[str, bytes]:
    if data.startswith(_COMPOUND_FILE):
        raise _refused(path, "This file is encrypted, or in Word's format of before 2007",
                       "Take the password off, or save it as a Word document (.docx)")  # fmt: skip
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = [i for i in package.infolist() if not i.is_dir()]
            if any(i.flag_bits & 1 for i in infos):
                raise _refused(path, "This file is encrypted", "Take the password off")
            if len(infos) > MOST_PARTS or sum(i.file_size for i in infos) > MOST_BYTES:
                raise _refused(path, f"This file unpacks to more than {MOST_BYTES // 1_000_000} MB, as no Word file does",
                               "Choose another")  # fmt: skip
            if len({i.filename for i in infos}) != len(infos):
                raise _refused(path, "This file holds a part twice", "Save it anew in Word")
            return {i.filename: package.read(i) for i in infos}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        if isinstance(error, zipfile.BadZipFile) and not data.startswith(b"PK"):
            raise _refused(path, "This is no Word file", "Choose a .docx or .dotx") from None
        raise _refused(path, "This file is broken", "Open and save it anew in Word, or choose another") from None


def _is_word(found: dict[str, bytes], path: Path) -> None:
    types = found.get("[Content_Types].xml", b"")
    if not types:
        raise _refused(path, "This is no Word file", "Choose a .docx or .dotx")
    if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in found):
        raise _refused(path, "This file holds macros", "Save it without them, as .docx or .dotx")
    document = found.get("word/document.xml")
    if document is None or (_MAIN.encode() not in types and _TEMPLATE.encode() not in types):
        raise _refused(path, "This is no Word document", "Choose a .docx or .dotx, saved by Word")
    if _TRANSITIONAL not in document or b"<w:document" not in document:
        raise _refused(path, "This file is in the strict variant of the format, or written in an unusual way",
                       "Open it in Word and save it as Word document (.docx)")  # fmt: skip
    needed = ("_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml")
    if missing := [name for name in needed if name not in found]:
        raise _refused(path, f"This file lacks {missing[0]}", "Open and save it anew in Word")


def _sound(name: str, content: bytes, path: Path) -> None:
    """Well-formed, without entities of its own, and not so deep that reading it would fail."""
    depth = 0

    def opened(_name: str, _attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _MOST_DEPTH:
            raise _refused(path, f"{name} in this file is nested without end", "Choose another")

    def closed(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def declared(*_doctype: object) -> None:
        raise _refused(path, f"{name} in this file declares entities, as no Word file does", "Choose another")

    reader = expat.ParserCreate(namespace_separator=" ")
    reader.StartElementHandler, reader.EndElementHandler = opened, closed
    reader.StartDoctypeDeclHandler = declared
    try:
        reader.Parse(content, True)
    except expat.ExpatError:
        raise _refused(path, f"{name} in this file is broken", "Open and save it anew in Word") from None
