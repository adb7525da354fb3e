"""What stands at the top and the foot of every page: the marking, the title, the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.word.look import Look
from briefer.word.paging import lines
from briefer.word.shapes import Outline
from briefer.word.xml import DECLARATION, NAMESPACES, escape, field

#: A title longer than this, or than there is room for, is cut in the footer; in full it stands on the first page.
FOOTER_TITLE = 60


def header(outline: Outline, look: Look, styles: bytes) -> bytes:
    """The header part."""
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{piece('whole-header', outline, look, styles)}</w:hdr>".encode()


def footer(outline: Outline, look: Look, styles: bytes) -> bytes:
    """The footer part: whose note, of what day, its title, ``page X of Y``."""
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{piece('whole-footer', outline, look, styles)}</w:ftr>".encode()


def piece(name: str, outline: Outline, look: Look, styles: bytes) -> str:
    """``marking-line``, ``whole-header`` or ``whole-footer`` as paragraphs in a look; ``styles`` is the styles part."""
    marking = (
        f'<w:p><w:pPr><w:pStyle w:val="{look.style("Marking")}"/></w:pPr>'
        f"<w:r><w:t>{escape(outline.marking)}</w:t></w:r></w:p>"
    )
    return _line(outline, look, styles) + marking if name == "whole-footer" else marking


def _line(outline: Outline, look: Look, styles: bytes) -> str:
    beside = "   " + outline.words.say("page", page="88", pages="88")
    for title in _shorter_and_shorter(" ".join(outline.title.split())):
        left = " · ".join(part for part in (outline.delegation, outline.date, title) if part)
        if lines(left + beside, "Footer", look, styles) == 1:
            break
    pages = "<w:r><w:tab/></w:r>" + _pages(outline.words.say("page", page="\0", pages="\1"))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{look.style("Footer")}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(left)}</w:t></w:r>{pages}</w:p>'
    )


def _shorter_and_shorter(title: str) -> Iterator[str]:
    """A title, and what is left of it word by word."""
    words = title[:FOOTER_TITLE].split(" ")
    if len(title) <= FOOTER_TITLE:
        yield title
    elif len(words) == 1:
        yield words[0] + " …"
    for count in range(len(words) - 1, 0, -1):
        yield " ".join(words[:count]).rstrip(" ,;:–-") + " …"


def _pages(said: str) -> str:
    """``page X of Y`` with a field for each number, in the order that the language wants."""
    fields = {"\0": field("PAGE", "1"), "\1": field("NUMPAGES", "1")}
    pieces = re.split("([\0\1])", said)
    return "".join(fields.get(p) or f'<w:r><w:t xml:space="preserve">{escape(p)}</w:t></w:r>' for p in pieces if p)
