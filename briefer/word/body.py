"""The outline's items → the body of document.xml, with controls and bookmarks around the blocks."""

from __future__ import annotations

from zlib import crc32

from briefer.word.shapes import Cell, Control, Heading, Held, Item, Paragraph, Row, Run, Table
from briefer.word.xml import Links, escape, paragraph, runs

#: Between the margins of the base document, in twentieths of a point.
TEXT_WIDTH = 9412

#: LibreOffice 7 reads a rich-text control as one plain string, without its forms and with its footnotes astray; a building
#: block it leaves alone. Word edits both alike.
_BUILDING_BLOCK = '<w:docPartObj><w:docPartGallery w:val="Quick Parts"/></w:docPartObj>'

#: Room for handwriting in a row that is to be filled in.
_ROOM = '<w:trHeight w:val="680" w:hRule="atLeast"/>'

_HEAD_FILL = '<w:shd w:val="clear" w:color="auto" w:fill="F2F5F9"/>'
_AFTER_TABLE = '<w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>'


class Body:
    """Writes the items of one document; counts its bookmarks and control ids."""

    def __init__(self, links: Links) -> None:
        self._links = links
        self._bookmarks = 0
        self._ids: set[int] = set()

    def write(self, items: tuple[Item, ...]) -> str:
        """All items in their order."""
        out: list[str] = []
        for item in items:
            if isinstance(item, Held):
                out.append(self._held(item))
            elif isinstance(item, Paragraph):
                out.append(paragraph(item, self._links))
            elif isinstance(item, Heading):
                text = runs((Run(item.text),), self._links)
                out.append(f'<w:p><w:pPr><w:pStyle w:val="Heading{item.level}"/></w:pPr>{text}</w:p>')
            else:
                out.append(self._table(item))
        return "".join(out)

    def _held(self, held: Held) -> str:
        if held.control is None:
            return "".join(paragraph(p, self._links) for p in held.paragraphs)
        return self._controlled(held.control, self._marked(held.paragraphs, *self._bookmark(held.control)))

    def _marked(self, paragraphs: Cell, start: str, end: str, *, keep: bool = False) -> str:
        """Paragraphs with the two halves of a bookmark around their runs."""
        last = len(paragraphs) - 1
        return "".join(
            paragraph(p, self._links, start=start * (i == 0), end=end * (i == last), keep=keep)
            for i, p in enumerate(paragraphs)
        )

    def _bookmark(self, control: Control) -> tuple[str, str]:
        self._bookmarks += 1
        number = self._bookmarks
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="_brf_{escape(control.block)}"/>',
            f'<w:bookmarkEnd w:id="{number}"/>',
        )

    def _controlled(self, control: Control, content: str) -> str:
        block = escape(control.block)
        head = (
            f'<w:alias w:val="{escape(control.label)} [{block}]"/><w:tag w:val="briefer:{block}"/>'
            f'<w:id w:val="{self._control_id(control.block)}"/>{_BUILDING_BLOCK}'
        )
        return f"<w:sdt><w:sdtPr>{head}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    def _control_id(self, block: str) -> int:
        """A positive 32-bit number out of the block's id; where two meet, the next free one."""
        number = crc32(block.encode()) & 0x7FFFFFFF or 1
        while number in self._ids:
            number = number % 0x7FFFFFFF + 1
        self._ids.add(number)
        return number

    def _table(self, table: Table) -> str:
        widths = [TEXT_WIDTH * c.share // 100 for c in table.columns]
        widths[-1] += TEXT_WIDTH - sum(widths)
        style = "BrieferBox" if table.kind == "header-box" else "BrieferTable"
        headed = any(c.title for c in table.columns)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        out = [
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0020" if headed else "0000"}" '
            f'w:firstRow="{int(headed)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{escape(table.caption)}"/><w:tblDescription w:val="{escape(table.description)}"/>'
            f'</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        ]  # fmt: skip
        if headed:
            heads = ((Paragraph("cell-head", (Run(c.title),)),) for c in table.columns)
            cells = "".join(self._cell(head, width, head=True) for head, width in zip(heads, widths, strict=True))
            out.append(f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>")
        for row, following in zip(table.rows, [*table.rows[1:], None], strict=True):
            spanned_next = following is not None and len(following.cells) == 1
            out.append(self._row(row, widths, keep=spanned_next))
        return "".join([*out, "</w:tbl>", _AFTER_TABLE])

    def _row(self, row: Row, widths: list[int], *, keep: bool) -> str:
        if len(row.cells) == 1 < len(widths):
            spans = f'<w:gridSpan w:val="{len(widths)}"/>'
            return _tr(self._cell(row.cells[0], sum(widths), spans=spans))
        control = row.control
        if control is None:
            cells = (self._cell(c, w, keep=keep) for c, w in zip(row.cells, widths, strict=True))
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
            )
            for i, (cell, width) in enumerate(zip(row.cells, widths, strict=True))
        ]
        if row.held is None:
            return self._controlled(control, _tr("".join(cells_held)))
        cells_held[row.held] = self._controlled(control, cells_held[row.held])
        return _tr("".join(cells_held))

    def _cell(
        self,
        cell: Cell,
        width: int,
        *,
        spans: str = "",
        start: str = "",
        end: str = "",
        keep: bool = False,
        head: bool = False,
    ) -> str:
        content = self._marked(cell, start, end, keep=keep)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{_HEAD_FILL * head}</w:tcPr>{content}</w:tc>'


def _tr(cells: str, height: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{cells}</w:tr>"
