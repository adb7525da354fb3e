"""Reading a paper's file, whatever its kind and name, into pages of lines; nothing is kept, nothing is fetched."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from pathlib import Path

from briefer.errors import BrieferError
from briefer.papers import kinds, limits
from briefer.papers.lines import Pages

Progress = Callable[[int, int], None]

_CHOOSE = "Choose a paper as .docx, .pdf, .html or .txt"


def read(path: Path, progress: Progress | None = None) -> Pages:
    """The file's pages. ``progress`` is told each page and how many there are, and may raise to give up.

    Raises BrieferError with one sentence for what cannot be read: a scan, an encrypted or broken file, one that is too
    large or too long, another kind of file.
    """
    try:
        return limits.hold(_read(_bytes(path), progress))
    except BrieferError as error:
        if error.where or type(error) is not BrieferError:
            raise
        raise BrieferError(error.what, where=str(path), todo=error.todo, code=error.code) from None
    except (MemoryError, RecursionError):
        raise BrieferError(
            "This file is built in a way that cannot be read", where=str(path), todo="Save it anew", code="broken"
        ) from None


def _bytes(path: Path) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise BrieferError("This is a folder", todo="Choose a paper in it", code="no-paper")
        if not stat.S_ISREG(found.st_mode):
            raise BrieferError("This is no file that could be read", todo=_CHOOSE, code="no-paper")
        if found.st_size > limits.MOST_BYTES:
            raise BrieferError(
                f"This file is too large for a paper: {found.st_size / 1e6:,.0f} MB, and at most "
                f"{limits.MOST_BYTES // 1_000_000} MB are read",
                todo="Save the pages that matter as a file of their own, and read that", code="too-large",
            )  # fmt: skip
        return path.read_bytes()
    except FileNotFoundError:
        raise BrieferError("There is no such file", todo="Look at its name and folder", code="no-file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BrieferError(
            f"This file cannot be read ({reason.lower()})", todo="Close it if it is open elsewhere, or choose another",
            code="no-file",
        ) from None  # fmt: skip


def _read(data: bytes, progress: Progress | None) -> Pages:
    match kinds.kind(data):
        case "pdf":
            return _pdf(data, progress)
        case "docx":
            from briefer.papers import docx_pages

            return docx_pages.read(data, progress)
        case "html":
            from briefer.papers import html_pages

            return _told(html_pages.read(data), progress)
    from briefer.papers import text_pages

    text = kinds.plain(data)
    if len(text) > 4 * limits.MOST_LETTERS:
        raise limits.too_long(len(text), "letters", limits.MOST_LETTERS)
    return _told(text_pages.read(text), progress)


def _pdf(data: bytes, progress: Progress | None) -> Pages:
    from briefer.papers import pdf_risk

    if pdf_risk.unbounded(data) and sys.executable:
        from briefer.papers import apart

        return apart.read(data, progress)
    from briefer.papers import pdf_pages

    return pdf_pages.read(data, progress)


def _told(pages: Pages, progress: Progress | None) -> Pages:
    """These files are read in one go; their pages are told all the same."""
    if progress:
        for page in range(1, pages.count + 1):
            progress(page, pages.count)
    return pages
