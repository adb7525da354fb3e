"""The blocks of a Word file made lines: paragraphs, lists, tables, text boxes, the notes after the block that has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from briefer.papers import limits
from briefer.papers.docx_numbering import Numbering
from briefer.papers.docx_package import W
from briefer.papers.docx_styles import Styles, heading, is_on, list_of, number
from briefer.papers.docx_text import Content, Note, Words
from briefer.papers.line_breaks import parts_of
from briefer.papers.lines import Line, Span

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_AROUND = {f"{W}{name}" for name in ("customXml", "ins", "moveTo", "smartTag")}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands."""

    style: str = ""
    row: tuple[int, int] | None = None
    column: int = 0


_BODY = Place()


@dataclass(slots=True)
class Blocks:
    """Reads blocks in order into ``lines``."""

    words: Words
    styles: Styles
    numbering: Numbering
    notes: dict[str, dict[str, etree._Element]]
    """The bodies of footnotes and endnotes by kind and id."""
    turned: Callable[[int], None]
    """Told the page of every line; may raise."""
    lines: list[Line] = field(default_factory=list)
    tables: int = 0
    _carried: list[Span] = field(default_factory=list)
    """Of paragraphs whose end was deleted, to be read with the next."""
    _gap: bool = False
    _waiting: list[Note] = field(default_factory=list)

    def read(self, blocks: Iterable[etree._Element], place: Place, *, within: bool = False) -> None:
        """Reads blocks; their notes follow each block, those of a table the whole table."""
        for block in blocks:
            tag = block.tag
            if tag == f"{W}p":
                self._paragraph(block, place)
            elif tag == f"{W}tbl":
                self._table(block, place)
            elif tag == f"{W}sdt":
                for inner in block.iterfind(f"{W}sdtContent"):
                    self.read(inner, place, within=within)
            elif tag in _AROUND:
                self.read(block, place, within=within)
            elif tag == f"{_MC}AlternateContent":
                way = next(iter((*block.iterfind(f"{_MC}Choice"), *block.iterfind(f"{_MC}Fallback"))), None)
                if way is not None:
                    self.read(way, place, within=within)
            if not within:
                self._put_notes()

    def story(self, root: etree._Element | None, style: str) -> list[Line]:
        """The lines of a header, footer or note, which stand apart from the text."""
        if root is None:
            return []
        kept, page, gap = self.lines, self.words.page, self._gap
        self.lines, self._gap = [], False
        self._apart(root, Place(style))
        found, self.lines, self.words.page, self._gap = self.lines, kept, page, gap
        return found

    def finish(self, place: Place = _BODY) -> None:
        """Reads what a deleted end of a paragraph has left over at the end of a text."""
        left, self._carried = self._carried, []
        for part in parts_of(left, whole=False):
            self._add(Line(part, self.words.page, style=place.style, row=place.row, column=place.column))

    def _apart(self, blocks: Iterable[etree._Element], place: Place) -> None:
        """Reads what no paragraph outside goes on in: a cell, a text box, a note."""
        outside, self._carried = self._carried, []
        self.read(blocks, place, within=True)
        self.finish(place)
        self._carried = outside

    def _paragraph(self, paragraph: etree._Element, place: Place) -> None:
        properties = paragraph.find(f"{W}pPr")
        style, kind, mark = self._nature(properties)
        content = self.words.read(paragraph, style)
        if content.boxes:
            self._boxes(content, place)
        self._waiting += content.notes
        spans = self._carried + content.spans
        if _ends_deleted(properties):
            self._carried = spans
            return
        self._carried = []
        parts = list(parts_of(spans, whole=kind.startswith("heading") or kind == "title"))
        if not parts:
            self._gap = True
            return
        self.turned(content.page)
        for at, part in enumerate(parts):
            shown = place.style if place.style in ("footnote", "header", "footer") else kind
            shown = shown or ("list" if mark and not at else place.style)
            self._add(
                Line(part, content.page, style=shown, mark=mark if not at else "", row=place.row, column=place.column)
            )

    def _boxes(self, content: Content, place: Place) -> None:
        """Text boxes, read before the paragraph that they hang on and on its page."""
        after, self.words.page = self.words.page, content.page
        for box in content.boxes:
            self._apart(box, place if place.style in ("header", "footer") else _BODY)
        self.words.page = after

    def _nature(self, properties: etree._Element | None) -> tuple[str | None, str, str]:
        """A paragraph's style, what that makes of it (heading, contents), and its number."""
        style = self.styles.default_paragraph
        if properties is None:
            return style, "", self.numbering.mark(*self.styles.numbering(style), style) or ""
        given = properties.find(f"{W}pStyle")
        if given is not None:
            style = given.get(f"{W}val")
        level = number(properties.find(f"{W}outlineLvl"))
        kind = heading(level) if level is not None else self.styles.kind(style)
        if is_on(properties.find(f"{W}pageBreakBefore")) and self.lines:
            self.words.page_break()
        if _ends_deleted(properties) or is_on(properties.find(f"{W}rPr/{W}vanish")):
            return style, kind, ""
        list_, depth = list_of(properties.find(f"{W}numPr"))
        if list_ is None:
            list_, own = self.styles.numbering(style)
            depth = own if depth is None else depth
        return style, kind, self.numbering.mark(list_, depth, style) or ""

    def _add(self, line: Line) -> None:
        self.lines.append(replace(line, gap=self._gap))
        self._gap = False
        if len(self.lines) > limits.MOST_LINES:
            raise limits.too_long(len(self.lines), "paragraphs or more", limits.MOST_LINES)

    def _table(self, table: etree._Element, place: Place) -> None:
        self.tables += 1
        here = self.tables
        rows = [row for row in _inner(table, "tr") if row.find(f"{W}trPr/{W}del") is None]
        cells = [list(_inner(row, "tc")) for row in rows]
        boxed = all(len(row) < 2 for row in cells)
        edge = place.style if place.style in ("header", "footer", "footnote") else "cell"
        for at, row in enumerate(cells, 1):
            for column, cell in enumerate(row, 1):
                if cell.find(f"{W}tcPr/{W}cellDel") is not None:
                    continue
                # A table of one column is a frame around text.
                where = place if boxed else Place(edge, (here, at), column)
                self._apart(cell, where)
        self._gap = True

    def _put_notes(self) -> None:
        waiting, self._waiting = self._waiting, []
        for note in waiting:
            body = self.notes.get(note.kind, {}).pop(note.id, None)
            if body is None:
                continue
            page = self.lines[-1].page if self.lines else 1
            found = self.story(body, "footnote")
            for at, line in enumerate(found):
                self._add(replace(line, page=page, mark=note.mark if not at else "", row=None, column=0))


def _ends_deleted(properties: etree._Element | None) -> bool:
    marks = properties.find(f"{W}rPr") if properties is not None else None
    return marks is not None and (marks.find(f"{W}del") is not None or marks.find(f"{W}moveFrom") is not None)


def _inner(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also within content controls."""
    for node in parent:
        if node.tag == f"{W}{name}":
            yield node
        elif node.tag in _AROUND or node.tag in (f"{W}sdt", f"{W}sdtContent"):
            yield from _inner(node, name)
