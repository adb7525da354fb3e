"""A PDF with text, read page by page into lines; a scan, an encrypted or a broken one is refused in a sentence."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from ctypes import c_float, c_ushort
from threading import Lock
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from briefer.errors import BrieferError
from briefer.papers import limits, pdf_letters, pdf_lines, pdf_notes
from briefer.papers.lines import Line, Pages

Progress = Callable[[int, int], None]

#: pdfium works for one thread at a time.
_ONE_AT_A_TIME = Lock()
#: Fewer letters than this on a page that is mostly a picture are a stamp on a scan.
_STAMP = 60
_COVERED = 0.5
#: On a page with more objects than this nobody looks for the rule above its footnotes.
_MOST_OBJECTS = 3_000
#: Where this part of the letters cannot be told, the file's fonts do not say what they show.
_UNREADABLE = 0.3
_NEEDS_OCR = "Run text recognition (OCR) over it, or ask for the Word or text version"


def read(data: bytes, progress: Progress | None = None) -> Pages:
    """The pages of a PDF; raises BrieferError, without the file's name, where it cannot be read."""
    with _ONE_AT_A_TIME, closing(_opened(data)) as document:
        return _pages(document, progress)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise BrieferError(
                "This PDF is encrypted and opens only with a password",
                todo="Open it, save it without the password, and read that", code="encrypted",
            ) from None  # fmt: skip
        raise _broken() from None


def _broken(what: str = "This PDF is broken") -> BrieferError:
    return BrieferError(what, todo="Get it once more from where it came from", code="broken")


def _pages(document: pypdfium2.PdfDocument, progress: Progress | None) -> Pages:
    count = len(document)
    if not count:
        raise _broken()
    if count > limits.MOST_PAGES:
        raise limits.too_long(count, "pages", limits.MOST_PAGES)
    pages: list[list[Line]] = []
    rules: list[list[float]] = []
    scanned = many = written = 0
    until = time.monotonic() + limits.MOST_SECONDS
    for number in range(1, count + 1):
        if time.monotonic() > until:
            raise BrieferError(
                f"This PDF takes longer than any paper does: {number - 1} of {count} pages in {limits.MOST_SECONDS:.0f} seconds",
                todo="Print it into a new PDF, and read that", code="too-much",
            )  # fmt: skip
        if progress:
            progress(number, count)
        lines, ruled, is_scan = _page(document, number)
        pages.append(lines)
        rules.append(ruled)
        scanned += is_scan
        many += len(lines)
        written += sum(len(span.text) for line in lines for span in line.spans)
        if many > limits.MOST_LINES:
            raise limits.too_long(many, "lines or more", limits.MOST_LINES)
        if written > limits.MOST_LETTERS:
            raise limits.too_long(written, "letters or more", limits.MOST_LETTERS)
    text = "".join(line.text for page in pages for line in page)
    _hold_to_text(text, count, scanned)
    body = pdf_notes.body_size(line for page in pages for line in page)
    found = [
        line for page, ruled in zip(pages, rules, strict=True) for line in pdf_notes.with_footnotes(page, body, ruled)
    ]
    return Pages("pdf", tuple(found), count, _language(document))


def _hold_to_text(text: str, count: int, scanned: int) -> None:
    if not text.strip():
        what = "This PDF is a scan: it holds pictures of pages and no text" if scanned else "This PDF holds no text"
        raise BrieferError(what, todo=_NEEDS_OCR, code="no-text")
    if scanned * 2 > count:
        raise BrieferError(
            f"This PDF is mostly a scan: {scanned} of its {count} pages are pictures without text",
            todo=_NEEDS_OCR, code="no-text",
        )  # fmt: skip
    lost = sum(letter == "�" or "\ue000" <= letter <= "\uf8ff" for letter in text)
    if lost > _UNREADABLE * len(text):
        raise BrieferError("The fonts of this PDF do not say which letters they show", todo=_NEEDS_OCR, code="no-text")


def _page(document: pypdfium2.PdfDocument, number: int) -> tuple[list[Line], list[float], bool]:
    """A page's lines, the heights of thin rules on it, and whether it is a picture without text."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        raise _broken(f"Page {number} of this PDF is broken")
    try:
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            raise _broken(f"Page {number} of this PDF is broken")
        try:
            count = pdfium.FPDFText_CountChars(text_page)
            if count > limits.MOST_LETTERS_ON_A_PAGE:
                raise limits.too_long(count, f"letters on page {number}", limits.MOST_LETTERS_ON_A_PAGE)
            letters = pdf_letters.letters(page, text_page, max(count, 0))
        finally:
            pdfium.FPDFText_ClosePage(text_page)
        lines = pdf_lines.lines(letters, number)
        rules, covered = _drawn(page, letters.width * letters.height)
        few = sum(len(line.text) for line in lines) < _STAMP
        return lines, [letters.height - rule for rule in rules], few and covered > _COVERED
    finally:
        pdfium.FPDF_ClosePage(page)


def _drawn(page: Any, area: float) -> tuple[list[float], float]:
    """Heights of short thin rules, upwards from the foot of the page, and which part of it pictures cover."""
    rules: list[float] = []
    covered = 0.0
    bounds = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, bounds)
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    for at in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page, at)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            continue
        if not pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            continue
        wide, high = right.value - left.value, top.value - bottom.value
        if kind != pdfium.FPDF_PAGEOBJ_PATH:
            covered += wide * high / max(area, 1.0)
        elif high <= pdf_notes.RULE_THICK and pdf_notes.RULE_SHORT <= wide <= pdf_notes.RULE_LONG:
            rules.append(bottom.value - bounds.bottom)
    return rules, covered


def _language(document: pypdfium2.PdfDocument) -> str | None:
    """What the file's catalogue says, such as ``en-GB``."""
    length = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    if length <= 2 or length > 200:
        return None
    buffer = (c_ushort * (length // 2))()
    pdfium.FPDFCatalog_GetLanguage(document, buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").strip("\x00 ") or None
