"""What a file is, told by its first bytes and not by its name; what is no paper is refused with what to do instead."""

from __future__ import annotations

import re
import zipfile
from typing import Literal

from briefer.errors import BrieferError
from briefer.papers.lines import Format

_HEAD = 2048
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"\x00\x00\x01\x00")
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,1000}?-->\s*)?"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|div|p|h[1-6]|table|article|section|main|span|ul|ol|center|font)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML_START = re.compile(rb"\s*<(?:\?xml|!doctype|[a-z][\w.-]*:?[\w.-]*\s+xmlns)", re.IGNORECASE)
_MHTML = re.compile(
    rb"^(?:MIME-Version:|From: <?Saved by|Content-Type: multipart/related)", re.IGNORECASE | re.MULTILINE
)
#: Bytes that text does not have; of all bytes noise has one in ten.
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1a\x1b\x08\x00")) + b"\x7f"
_MOST_CONTROL = 0.005
_AS_DOCX = "Open it in its program, save it as a Word document (.docx) or PDF, and read that"
_CHOOSE = "Choose a paper as .docx, .pdf, .html or .txt"


def kind(data: bytes) -> Format:
    """How a file is to be read; raises BrieferError, without its name, for what is no paper."""
    head = data[:_HEAD]
    if not data.strip(b"\x00 \t\r\n\x0c\xef\xbb\xbf\xff\xfe"):
        raise BrieferError("This file is empty", todo="Get it once more from where it came from", code="empty")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _in_zip(data)
    if data.startswith(_COMPOUND_FILE):
        raise _compound(data)
    if data.startswith(_PICTURES[:6]) or data[4:12] in (b"ftypheic", b"ftypmif1") or data[8:12] == b"WEBP":
        raise _picture()
    if data.startswith((b"{\\rtf", b"{\\urtf")):
        raise _other("This is a rich text file (.rtf)", _AS_DOCX)
    if head.startswith(_UTF16):
        return "html" if _HTML_START.match(head.decode("utf-16", "ignore").encode()) else "txt"
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML_START.match(head) or (b"<html" in head.lower() and head.lstrip().startswith(b"<")):
        return "html"
    if _MHTML.search(head) and b"multipart/" in data[:8192].lower():
        raise _other("This is a mail or a web page saved in one file with its pictures",
                     "Save the page as HTML, or the paper attached to the mail, and read that")  # fmt: skip
    if _XML_START.match(head):
        raise _other("This is an XML file and no paper", _AS_DOCX)
    if _is_binary(data):
        if data.startswith(_PICTURES):
            raise _picture()
        raise _other("This file holds no text that could be read: it is no PDF, Word, HTML or text file", _CHOOSE)
    return "txt"


def _other(what: str, todo: str) -> BrieferError:
    return BrieferError(what, todo=todo, code="no-paper")


def _picture() -> BrieferError:
    return BrieferError(
        "This is a picture and holds no text", todo="Run text recognition (OCR) over it and read the PDF that this makes",
        code="no-text",
    )  # fmt: skip


def _is_binary(data: bytes) -> bool:
    if is_wide(data):
        return False
    sample = data if len(data) < 2_000_000 else data[:1_000_000] + data[-1_000_000:]
    bad = len(sample) - len(sample.translate(None, _CONTROL)) + 5 * sample.count(0)
    return bad > _MOST_CONTROL * len(sample)


def is_wide(data: bytes) -> bool:
    """Whether this is text in UTF-16 that does not say so: every second byte of Western text is nought."""
    sample = data[:4000]
    half = len(sample) // 2
    if half < 2:
        return False
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return max(even, odd) > 0.7 * half and min(even, odd) < 0.05 * half


def _in_zip(data: bytes) -> Format:
    from briefer.papers.docx_package import opened

    with opened(data) as archive:
        names = archive.namelist()
        if any(name.startswith("word/") for name in names):
            return "docx"
        for folder, what in (("xl/", "a spreadsheet"), ("ppt/", "a presentation"), ("visio/", "a drawing")):
            if any(name.startswith(folder) for name in names):
                raise _other(f"This is {what} and no paper", _CHOOSE)
        if "mimetype" in names:
            raise _other(_open_document(archive), _AS_DOCX)
        if "[Content_Types].xml" in names:
            # Some programs put the text elsewhere; the package itself says where.
            return "docx"
    raise _other("This is a zip archive", "Unpack it, and read the paper in it")


def _open_document(archive: zipfile.ZipFile) -> str:
    try:
        with archive.open("mimetype") as file:
            given = file.read(200)
    except Exception:  # whatever is wrong with it, it is none of ours
        given = b""
    if b"opendocument.text" in given:
        return "This is an OpenDocument text (.odt)"
    if b"opendocument.spreadsheet" in given:
        return "This is a spreadsheet and no paper"
    if b"opendocument.presentation" in given:
        return "This is a presentation and no paper"
    return "This is an e-book" if b"epub" in given else "This file is of a kind that is not read"


_OLE: tuple[tuple[str, str, str], ...] = (
    (
        "EncryptedPackage",
        "This Office file is encrypted with a password",
        "Open it, take the password off, and save it anew",
    ),
    ("WordDocument", "This is a Word file of the old kind (.doc)", "Open it in Word, save it as .docx, and read that"),
    ("Workbook", "This is a spreadsheet and no paper", _CHOOSE),
    ("PowerPoint Document", "This is a presentation and no paper", _CHOOSE),
    ("__substg1.0", "This is a mail", "Save the paper attached to it, and read that"),
)


def _compound(data: bytes) -> BrieferError:
    for stream, what, todo in _OLE:
        if stream.encode("utf-16-le") in data:
            code: Literal["encrypted", "no-paper"] = "encrypted" if stream == "EncryptedPackage" else "no-paper"
            return BrieferError(what, todo=todo, code=code)
    return _other("This is a file of an old Office program", _AS_DOCX)
