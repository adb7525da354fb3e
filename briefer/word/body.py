"""The outline's items → the body of document.xml, with controls and bookmarks around the blocks."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.word.listing import kept
from briefer.word.shapes import Cell, Control, Heading, Held, Item, Paragraph, Row, Run, Table
from briefer.word.writer import Writer, margin_line, shortened
from briefer.word.xml import escape

#: LibreOffice 7 reads a rich-text control as one plain string, without its forms and with its footnotes astray; a building
#: block it leaves alone. Word edits both alike.
_BUILDING_BLOCK = '<w:docPartObj><w:docPartGallery w:val="Quick Parts"/></w:docPartObj>'

#: What a column takes at the least in a place narrower than the page (twentieths of a point): “September” in small type.
_LEAST = 1300
#: Room for handwriting in a row that is to be filled in.
_ROOM = '<w:trHeight w:val="680" w:hRule="atLeast"/>'
#: The paragraph behind a table that ends a note takes next to nothing, lest it come to stand on a page of its own.
_SCARCELY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_LONGEST_ALIAS = 64
#: The line in the margin of a row that is new in a revised note.
_CELL_LINE = '<w:tcBorders><w:left w:val="single" w:sz="18" w:space="0" w:color="auto"/></w:tcBorders>'


class Body:
    """Writes the items of one document, or of one place in it."""

    def __init__(self, writer: Writer, width: int = 0) -> None:
        """``width`` is that of the place (in twentieths of a point), where it is not the page's."""
        self._writer = writer
        self._look = writer.look
        self._width = width or writer.look.width
        self._aliases: dict[tuple[str, int], str] = {}
        """What a person reads of a control, by its label and the room that the block's name leaves."""

    def write(self, items: Sequence[Item]) -> str:
        """All items in their order."""
        out: list[str] = []
        for at, item in enumerate(items, start=1):
            if isinstance(item, Held):
                out.append(self._held(item))
            elif isinstance(item, Paragraph):
                out.append(self._writer.paragraph(item))
            elif isinstance(item, Heading):
                out.append(self._heading(item))
            else:
                out.append(self._table(item, last=at == len(items)))
        return "".join(out)

    def _heading(self, heading: Heading) -> str:
        start, end = self._writer.anchored(heading.anchor)
        text = self._writer.runs((Run(heading.text),))
        style = self._look.style(f"Heading{heading.level}")
        line = margin_line() if heading.marked else ""
        level = f'<w:outlineLvl w:val="{heading.level - 1}"/>' if self._look.levelled else ""
        keep = "<w:keepNext/>" * (f"Heading{heading.level}" in self._look.keeping)
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{line}{level}</w:pPr>{start}{text}{end}</w:p>'

    def _held(self, held: Held) -> str:
        if held.control is None:
            return "".join([self._writer.paragraph(p) for p in held.paragraphs])
        return self._controlled(held.control, self._marked(held.paragraphs, *self._bookmark(held.control)))

    def _marked(self, paragraphs: Cell, start: str, end: str, *, keep: bool = False) -> str:
        """Paragraphs with the two halves of a bookmark around their runs."""
        if len(paragraphs) == 1:
            return self._writer.paragraph(paragraphs[0], start=start, end=end, keep=keep)
        last = len(paragraphs) - 1
        return "".join(
            self._writer.paragraph(p, start=start * (i == 0), end=end * (i == last), keep=keep)
            for i, p in enumerate(paragraphs)
        )

    def _bookmark(self, control: Control) -> tuple[str, str]:
        return self._writer.ids.bookmark("_brf_" + escape(control.block))

    def _controlled(self, control: Control, content: str) -> str:
        block = escape(control.block)
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{self._alias(control)} [{block}]"/><w:tag w:val="briefer:{block}"/>'
            f'<w:id w:val="{self._writer.ids.control(control.block)}"/>{_BUILDING_BLOCK}</w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    def _alias(self, control: Control) -> str:
        key = control.label, len(control.block)
        alias = self._aliases.get(key)
        if alias is None:
            alias = self._aliases[key] = escape(shortened(control.label, _LONGEST_ALIAS - len(control.block) - 3))
        return alias

    def _table(self, table: Table, *, last: bool) -> str:
        widths = self._widths(table)
        style = self._look.style("BrieferBox" if table.kind == "header-box" else "BrieferTable")
        headed = any(c.title for c in table.columns)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        out = [
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{self._width}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0020" if headed else "0000"}" '
            f'w:firstRow="{int(headed)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{escape(table.caption)}"/><w:tblDescription w:val="{escape(table.description)}"/>'
            f'</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        ]  # fmt: skip
        if headed:
            heads = ((Paragraph("cell-head", (Run(c.title),)),) for c in table.columns)
            cells = "".join(self._cell(head, width) for head, width in zip(heads, widths, strict=True))
            out.append(f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>")
        out += [self._row(row, widths, keep=stays) for row, stays in zip(table.rows, kept(table), strict=True)]
        after = f'<w:p><w:pPr><w:pStyle w:val="{self._look.style("TableEnd")}"/>{_SCARCELY * last}</w:pPr></w:p>'
        return "".join([*out, "</w:tbl>", after])

    def _widths(self, table: Table) -> list[int]:
        """The widths of the columns; in a narrow place none gets too narrow for the name of a month."""
        widths = [self._width * c.share // 100 for c in table.columns]
        widths[-1] += self._width - sum(widths)
        if self._width < self._look.width and self._width >= _LEAST * (len(widths) + 1):
            wider = [max(width, _LEAST) for width in widths]
            widest = wider.index(max(wider))
            wider[widest] -= sum(wider) - self._width
            widths = wider if min(wider) >= _LEAST else widths
        return widths

    def _row(self, row: Row, widths: list[int], *, keep: bool) -> str:
        if len(row.cells) == 1 < len(widths):
            spans = f'<w:gridSpan w:val="{len(widths)}"/>'
            return _tr(self._cell(row.cells[0], sum(widths), spans=spans + _CELL_LINE * row.marked, keep=keep))
        control = row.control
        if control is None:
            cells = (
                self._cell(c, w, keep=keep, spans=_CELL_LINE * (row.marked and i == 0))
                for i, (c, w) in enumerate(zip(row.cells, widths, strict=True))
            )
            return _tr("".join(cells), _ROOM if row.to_fill else "")
        start, end = self._bookmark(control)
        last = len(row.cells) - 1
        whole = row.held is None
        cells_held = [
            self._cell(
                cell,
                width,
                start=start if i == row.held or (whole and i == 0) else "",
                end=end if i == row.held or (whole and i == last) else "",
                keep=keep,
                spans=_CELL_LINE * (row.marked and i == 0),
            )
            for i, (cell, width) in enumerate(zip(row.cells, widths, strict=True))
        ]
        if row.held is None:
            return self._controlled(control, _tr("".join(cells_held)))
        cells_held[row.held] = self._controlled(control, cells_held[row.held])
        return _tr("".join(cells_held))

    def _cell(
        self, cell: Cell, width: int, *, spans: str = "", start: str = "", end: str = "", keep: bool = False
    ) -> str:
        content = self._marked(cell, start, end, keep=keep)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}</w:tcPr>{content}</w:tc>'


def _tr(cells: str, height: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{cells}</w:tr>"
