"""A Word file that somebody else made, opened with care: broken, encrypted, oversized, with macros or not Word at all."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from pathlib import Path

from briefer.errors import BrieferError
from briefer.word import related
from briefer.word.anew import Anew

#: What a house style or a returned note may unpack to; a real one stays far below.
MOST_BYTES = 80_000_000
MOST_PARTS = 3_000
#: So many elements take some seconds and some hundred megabytes.
MOST_ELEMENTS = 100_000
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UNZIPPING = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, RuntimeError, LookupError,
    OverflowError, MemoryError,
)  # fmt: skip


def parts(path: Path) -> dict[str, bytes]:
    """The parts of a .docx or .dotx that belong to it, a template made a document, its XML written anew.

    What the document leads to is all there is: the document is ``word/document.xml`` whatever it was called, and so with
    its styles, settings and numbering. Notes, comments and what else is of the file alone are left out.

    Raises BrieferError with what is wrong with the file.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BrieferError(
            f"This file cannot be read ({(error.strerror or str(error)).lower()})", where=str(path),
            todo="Close it if it is open elsewhere, or choose another",
        ) from None  # fmt: skip
    found = _unpacked(data, path)
    if related.TYPES not in found:
        raise _refused(path, "This is no Word file", "Choose a .docx or .dotx")

    def refuse(what: str, todo: str) -> BrieferError:
        return _refused(path, what, todo)

    return related.belonging(found, Anew(MOST_ELEMENTS), refuse)


def _refused(path: Path, what: str, todo: str) -> BrieferError:
    return BrieferError(what, where=str(path), todo=todo, code="not-word")


def _unpacked(data: bytes, path: Path) -> dict[str, bytes]:
    if data.startswith(_COMPOUND_FILE):
        raise _refused(path, "This file is encrypted, or in Word's format of before 2007",
                       "Take the password off, or save it as a Word document (.docx)")  # fmt: skip
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = [i for i in package.infolist() if i.filename and not i.is_dir()]
            if any(i.flag_bits & 1 for i in infos):
                raise _refused(path, "This file is encrypted", "Take the password off")
            if len(infos) > MOST_PARTS or sum(i.file_size for i in infos) > MOST_BYTES:
                raise _refused(path, f"This file unpacks to more than {MOST_BYTES // 1_000_000} MB, as no Word file does",
                               "Choose another")  # fmt: skip
            names = [i.filename.replace("\\", "/").lstrip("/") for i in infos]
            if len({name.casefold() for name in names}) != len(names):
                raise _refused(path, "This file holds a part twice", "Save it anew in Word")
            if any(i.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for i in infos):
                raise _refused(path, "This file is packed in a way that Word does not know", "Save it anew in Word")
            return {name: _read(package, i) for name, i in zip(names, infos, strict=True)}
    except _UNZIPPING as error:
        if isinstance(error, zipfile.BadZipFile) and not data.startswith(b"PK"):
            raise _refused(path, "This is no Word file", "Choose a .docx or .dotx") from None
        raise _refused(path, "This file is broken", "Open and save it anew in Word, or choose another") from None


def _read(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A part, and no more of it than its size as it was said: one that unpacks to more is broken."""
    with package.open(info) as part:
        return part.read(info.file_size + 1)
