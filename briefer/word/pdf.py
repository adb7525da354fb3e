"""The Word file → PDF, through LibreOffice where it is installed: tagged, with its title shown and its outline."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from briefer.errors import BrieferError

#: A note of 200 pages takes LibreOffice under 20 seconds on a slow machine.
LONGEST = 240

_PLACES = {
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "win32": (r"LibreOffice\program\soffice.com", r"LibreOffice\program\soffice.exe"),
}
_FILTER = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"},"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"},'
    '"ExportNotes":{"type":"boolean","value":"false"},"ExportFormFields":{"type":"boolean","value":"false"}}'
)


def program() -> str:
    """LibreOffice's program: ``$BRIEFER_SOFFICE``, else on the path, else where it is usually installed; or nothing."""
    if named := os.environ.get("BRIEFER_SOFFICE"):
        return named if Path(named).is_file() else ""
    if found := shutil.which("soffice") or shutil.which("libreoffice"):
        return found
    roots = [os.environ.get(k, "") for k in ("ProgramFiles", "ProgramFiles(x86)")] if sys.platform == "win32" else [""]
    places = (Path(root, place) for root in roots for place in _PLACES.get(sys.platform, ()))
    return next((str(p) for p in places if p.is_file()), "")


def missing() -> str:
    """Why there can be no PDF here, in one sentence; nothing where there can."""
    return "" if program() else "A PDF is made by LibreOffice, which is not installed here"


def convert(docx: bytes, moment: str) -> bytes:
    """A Word file as PDF; ``moment`` (ISO date) stands in it instead of the clock's.

    Raises BrieferError where LibreOffice is not installed or does not do it.
    """
    soffice = program()
    if not soffice:
        raise BrieferError(
            missing(), todo="Install LibreOffice, or write a Word file and save it as PDF from there", code="no-pdf"
        )
    try:
        return _converted(soffice, docx, moment)
    except OSError as error:
        raise _failed((error.strerror or str(error)).lower()) from None


def _converted(soffice: str, docx: bytes, moment: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="briefer-pdf-") as name:
        room = Path(name)
        (room / "note.docx").write_bytes(docx)
        profile = (room / "profile").as_uri()
        command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", _FILTER,
                   "--outdir", str(room), str(room / "note.docx")]  # fmt: skip
        try:
            done = subprocess.run(
                command, capture_output=True, stdin=subprocess.DEVNULL, timeout=LONGEST, check=False, cwd=room
            )
        except subprocess.TimeoutExpired:
            raise BrieferError(
                f"LibreOffice has not made the PDF within {LONGEST // 60} minutes", todo="Write a Word file instead",
                code="no-pdf",
            ) from None  # fmt: skip
        made = room / "note.pdf"
        if done.returncode or not made.is_file():
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise _failed(said[-1] if said else "it gave no reason")
        return _of_the_day(made.read_bytes(), moment)


def heading_pages(pdf: bytes) -> list[int]:
    """The page of each heading in its order, from the outline of a PDF that ``convert`` has made."""
    kids = re.search(rb"/Kids\s*\[([^\]]*)\]", pdf)
    order = re.findall(rb"(\d+) 0 R", kids[1]) if kids else []
    places = re.findall(rb"/Title<FEFF[0-9A-F]*>\s*/Dest\[(\d+) 0 R", pdf)
    return [order.index(page) + 1 for page in places if page in order]


def _failed(why: str) -> BrieferError:
    return BrieferError(f"LibreOffice could not make the PDF ({why})", todo="Write a Word file instead", code="no-pdf")


def _of_the_day(pdf: bytes, moment: str) -> bytes:
    """The file with the brief's day for the clock's, and without the numbers drawn from it; not a byte moves."""
    day = re.sub(r"[^0-9]", "", moment)[:8].ljust(8, "0").encode()
    pdf = re.sub(rb"(/(?:CreationDate|ModDate)\(D:)\d{14}([^)]*)\)", lambda m: _filled(m, day + b"000000"), pdf)
    iso = f"{day[:4].decode()}-{day[4:6].decode()}-{day[6:8].decode()}T00:00:00".encode()
    pdf = re.sub(rb"(<xmp:(?:Create|Modify)Date>)[0-9T:-]{19}", rb"\g<1>" + iso, pdf)
    pdf = re.sub(rb"(/ID\s*\[)([^\]]*)\]", lambda m: m[1] + re.sub(rb"[0-9A-Fa-f]", b"0", m[2]) + b"]", pdf)
    return re.sub(rb"(/DocChecksum /)[0-9A-F]+", lambda m: m[1] + b"0" * (len(m[0]) - len(m[1])), pdf)


def _filled(found: re.Match[bytes], moment: bytes) -> bytes:
    return found[1] + moment + re.sub(rb"\d", b"0", found[2]).replace(b"-", b"+") + b")"
