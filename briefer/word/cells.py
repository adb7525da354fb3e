"""How wide the table cells are in which a house's file has places for sections, so that their tables fit in."""

from __future__ import annotations

import re
from xml.parsers import expat

from msgspec import Struct

from briefer.word import slots

#: Left and right of a cell's text, where nothing else is said (twentieths of a point).
_MARGIN = 108
#: Narrower than this part of the page's text a note with its tables cannot be read.
LEAST = 0.5
_PLACE = re.compile("\ue000([^\ue001|]*)\ue001")


class _Cell(Struct):
    """A cell that is being read."""

    column: int
    span: int = 1
    width: int = 0
    left: int = -1
    right: int = -1


class _Table(Struct):
    """A table that is being read."""

    grid: list[int] = []
    margins: dict[str, int] = {}
    column: int = 0
    cell: _Cell | None = None

    def room(self) -> int:
        """What is between the margins of the cell that is open; 0 where nobody knows."""
        cell = self.cell
        if cell is None:
            return 0
        # Where the two say different things, the narrower one is safe in every program.
        width = min(filter(None, (cell.width, sum(self.grid[cell.column : cell.column + cell.span]))), default=0)
        left = cell.left if cell.left >= 0 else self.margins.get("left", _MARGIN)
        right = cell.right if cell.right >= 0 else self.margins.get("right", _MARGIN)
        return max(width - left - right, 0)


def widths(document: str) -> dict[str, int]:
    """For each place that stands in a table cell of a document how wide it is, in twentieths of a point."""
    if "<w:tc>" not in document and "<w:tc " not in document:
        return {}
    try:
        # Within a Jinja tag stands what would be a fault in XML.
        return _Reading(slots.without_tags(document)).found
    except expat.ExpatError:
        return {}  # a comment of Jinja's from one paragraph to another, which is refused with what comes of it


class _Reading:
    def __init__(self, document: str) -> None:
        self.found: dict[str, int] = {}
        self._tables: list[_Table] = []
        self._within: list[str] = []
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(document.encode(), True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._within.append(name)
        if name == "w:tbl":
            self._tables.append(_Table())
        if not self._tables:
            return
        table = self._tables[-1]
        cell = table.cell
        size = attributes.get("w:w", "")
        number = int(size) if size.lstrip("-").isdigit() else 0
        if name == "w:gridCol":
            table.grid.append(number)
        elif name == "w:tr":
            table.column = 0
        elif name == "w:gridBefore":
            skipped = attributes.get("w:val", "")
            table.column += int(skipped) if skipped.isdigit() else 0
        elif name == "w:tc":
            table.cell = _Cell(table.column)
        elif cell is not None and name == "w:gridSpan":
            spans = attributes.get("w:val", "")
            cell.span = int(spans) if spans.isdigit() else 1
        elif cell is not None and name == "w:tcW" and attributes.get("w:type", "dxa") == "dxa":
            cell.width = max(number, 0)
        elif name in ("w:left", "w:right", "w:start", "w:end") and len(self._within) > 1:
            side = {"w:start": "left", "w:end": "right"}.get(name, name[2:])
            if self._within[-2] == "w:tcMar" and cell is not None:
                setattr(cell, side, max(number, 0))
            elif self._within[-2] == "w:tblCellMar" and cell is None:
                table.margins = {**table.margins, side: max(number, 0)}

    def _end(self, name: str) -> None:
        self._within.pop()
        if name == "w:tbl":
            self._tables.pop()
        elif name == "w:tc" and self._tables and (cell := self._tables[-1].cell):
            self._tables[-1].column = cell.column + cell.span
            self._tables[-1].cell = None

    def _text(self, text: str) -> None:
        if self._tables and (room := self._tables[-1].room()):
            self.found |= dict.fromkeys(_PLACE.findall(text), room)
