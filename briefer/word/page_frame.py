"""What stands at the top and the foot of every page: the marking, the title, the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from briefer.word.look import Look
from briefer.word.paging import lines
from briefer.word.shapes import Outline
from briefer.word.xml import DECLARATION, NAMESPACES, escape, field

#: A title longer than this, or than there is room for, is cut in the footer; in full it stands on the first page.
FOOTER_TITLE = 60
_STYLE = re.compile(rb"<w:style\b.*?</w:style>", re.DOTALL)
_TAB = re.compile(rb"<w:tab\b[^>]*>")
_BASED = re.compile(rb"<w:basedOn\b[^>]*>")


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
    edge = _edge(look, styles)
    # A style that was not made for this line may be in a font that is not at hand, and another in its place be wider.
    room = replace(look, width=look.width * 5 // 6) if edge else look
    for title in _shorter_and_shorter(" ".join(outline.title.split())):
        left = " · ".join(part for part in (outline.delegation, outline.date, title) if part)
        if lines(left + beside, "Footer", room, styles) == 1:
            break
    pages = "<w:r><w:tab/></w:r>" + _pages(outline.words.say("page", page="\0", pages="\1"))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{look.style("Footer")}"/>{edge}</w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(left)}</w:t></w:r>{pages}</w:p>'
    )


def _edge(look: Look, styles: bytes) -> str:
    """A tab stop at the right edge of the text, in place of those that the footer's style has elsewhere."""
    there = _stops(styles, look.style("Footer"))
    if there == {str(look.width): "right"}:
        return ""
    stops = dict.fromkeys(there, "clear") | {str(look.width): "right"}
    tabs = "".join(f'<w:tab w:val="{stops[at]}" w:pos="{at}"/>' for at in sorted(stops, key=int))
    return f'<w:tabs>{tabs}</w:tabs><w:jc w:val="left"/>'


@lru_cache(maxsize=16)
def _stops(styles: bytes, ident: str) -> dict[str, str]:
    """The tab stops of a style and of those that it is based on: where each stands, and of what kind."""
    found: dict[str, str] = {}
    seen: set[str] = set()
    every = {_said(one, rb"styleId"): one for one in _STYLE.findall(styles)}
    while ident in every and ident not in seen:
        seen.add(ident)
        for tab in _TAB.findall(every[ident]):
            found.setdefault(_said(tab, rb"pos"), _said(tab, rb"val"))
        based = _BASED.search(every[ident])
        ident = _said(based[0], rb"val") if based else ""
    return {at: kind for at, kind in found.items() if kind != "clear" and re.fullmatch(r"-?\d+", at)}


def _said(element: bytes, name: bytes) -> str:
    found = re.search(rb"\bw:" + name + rb'="([^"]*)"', element)
    return found[1].decode() if found else ""


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
