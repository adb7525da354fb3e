"""The table of contents in a house's own file: of its headings and the note's, in their order, where it asks for one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count
from typing import NamedTuple
from xml.parsers import expat

from msgspec import Struct

from briefer.word import contents, laid_out
from briefer.word.contents import Entry
from briefer.word.house import House, mark
from briefer.word.shapes import Outline
from briefer.word.stylemap import of
from briefer.word.writer import Writer

#: Where briefer would put one, if the note is long enough.
IF_LONG = mark("contents-if-long")
_ASKED = mark("contents")
_DEPTH = re.compile(r"\\o\s*\"?\d\s*-\s*(\d)")


class _Heading(NamedTuple):
    level: int
    text: str
    anchor: str
    """The bookmark for it that the file has already, or nothing."""
    start: int
    """Where its runs begin, in bytes of the document."""
    stop: int


def placed(
    document: str,
    note: Outline,
    style: House,
    writer: Writer,
    known: Sequence[int] = (),
    *,
    live: bool = True,
    room: int = 0,
) -> str:
    """The document with its table of contents, a field if it is ``live``, in a place so wide where that is known.

    ``known`` are the pages of all headings in their order, where somebody has laid the document out already.
    """
    asked = _ASKED in document
    place = _ASKED if asked else IF_LONG
    if place not in document:
        return document
    every = _Headings(document.encode(), _levels(style.parts["word/styles.xml"].decode(), writer)).found
    if not asked and not _long(document.replace(place, ""), every, note, style):
        return document.replace(place, "")
    code = (style.contents if asked else "") or contents.FIELD
    # A house's own name for our heading styles means nothing to Word: there it is to go by the paragraphs' levels.
    code += " \\u" if writer.look.levelled and "\\u" not in code else ""
    depth = int(said[1]) if (said := _DEPTH.search(code)) else 1
    anchored, anchors = _anchored(document, every, depth, writer)
    title = "" if asked else note.words.say("contents")
    ident = writer.look.style("TOC1")
    tabbed = any(s.ident == ident and "<w:tab " in s.xml for s in of(style.parts["word/styles.xml"].decode()))
    width = room or style.look.width
    edge = 0 if tabbed and width == style.look.width else width

    def table(pages: Sequence[int]) -> str:
        listed = [
            Entry(" ".join(heading.text.split()), anchor, page, heading.level)
            for heading, anchor, page in zip(every, anchors, pages, strict=True)
            if heading.level <= depth
        ]
        # Jinja may have written its place more than once.
        written = contents.written(listed, writer, title=title, code=code * live, edge=edge)
        return anchored.replace(place, written, 1).replace(place, "")

    if len(known) == len(every):
        return table(known)
    # The table itself takes room, so it is reckoned as it stands.
    reckoned, _fill = laid_out.pages(table([1] * len(every)), note, style)
    return table([reckoned.get(anchor, 1) for anchor in anchors])


def _long(document: str, headings: Sequence[_Heading], note: Outline, style: House) -> bool:
    """Whether a document is one that has a table of contents unasked."""
    _pages, fill = laid_out.pages(document, note, style)
    return sum(h.level == 1 for h in headings) >= contents.FEW and fill > contents.SHORT


def _levels(styles: str, writer: Writer) -> dict[str, int]:
    """The styles of headings by their ids, with their levels: those of Word, and those that a house uses for ours."""
    own = {s.ident: int(n[1]) for s in of(styles) if (n := re.fullmatch(r"heading ([1-9])", s.name.casefold()))}
    return own | {writer.look.style(f"Heading{level}"): level for level in (1, 2, 3)}


def _anchored(document: str, headings: Sequence[_Heading], depth: int, writer: Writer) -> tuple[str, list[str]]:
    """The document with a bookmark around each heading that is listed, and their names."""
    free = (name for n in count(1) if (name := f"_Toc8{n:08d}") not in document)
    content = document.encode()
    pieces: list[bytes] = []
    anchors: list[str] = []
    at = 0
    for heading in headings:
        anchors.append(heading.anchor or (next(free) if heading.level <= depth else ""))
        if heading.anchor or not anchors[-1]:
            continue
        opened, closed = writer.ids.bookmark(anchors[-1])
        words = content[heading.start : heading.stop]
        pieces += [content[at : heading.start], opened.encode(), words, closed.encode()]
        at = heading.stop
    return b"".join([*pieces, content[at:]]).decode(), anchors


class _Headings:
    """Reads the headings of a document with words in them, but not those in boxes that float beside the text."""

    def __init__(self, document: bytes, levels: dict[str, int]) -> None:
        self.found: list[_Heading] = []
        self._levels = levels
        self._open: list[_Open] = []
        self._beside = 0
        self._in_text = False
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._said
        self._parser.Parse(document, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _BESIDE:
            self._beside += 1
        elif name == "w:p":
            self._open.append(_Open())
        elif not self._open:
            return
        elif name == "w:pStyle" and not self._open[-1].start:
            self._open[-1].style = attributes.get("w:val", "")
        elif name == "w:bookmarkStart" and attributes.get("w:name", "").startswith("_Toc"):
            self._open[-1].anchor = self._open[-1].anchor or attributes["w:name"]
        elif name in ("w:tab", "w:br") and self._open[-1].start:
            self._open[-1].text += " "
        self._in_text = name == "w:t"

    def _end(self, name: str) -> None:
        self._in_text = False
        if name in _BESIDE:
            self._beside -= 1
        elif name == "w:pPr" and self._open and not self._open[-1].start:
            self._open[-1].start = self._parser.CurrentByteIndex + len("</w:pPr>")
        elif name == "w:p":
            one = self._open.pop()
            level = self._levels.get(one.style, 0)
            if level and one.start and one.text.strip() and not self._beside:
                self.found.append(_Heading(level, one.text, one.anchor, one.start, self._parser.CurrentByteIndex))

    def _said(self, words: str) -> None:
        if self._in_text and self._open:
            self._open[-1].text += words


class _Open(Struct):
    """A paragraph that is being read."""

    style: str = ""
    text: str = ""
    anchor: str = ""
    start: int = 0


_BESIDE = ("w:txbxContent", "mc:Fallback")
