"""How wide the table cells, columns and pages are in which a house's file has places for sections, so that tables fit in."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.parsers import expat

from msgspec import Struct

from briefer.word import jinja_tags

#: Left and right of a cell's text, where nothing else is said (twentieths of a point).
_MARGIN = 108
#: What says how wide the text of a page is, and what is between two columns where nothing else is said.
_PAGE, _GAP = ("w:pgSz", "w:pgMar", "w:cols"), 720
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


class Room(NamedTuple):
    """Where a place stands."""

    width: int
    """In twentieths of a point."""
    cell: bool
    """Whether it is a table cell."""


def rooms(document: str) -> dict[str, Room]:
    """How wide each place of a document is, as far as it can be told."""
    try:
        # Within a Jinja tag stands what would be a fault in XML.
        return _Reading(jinja_tags.without(document)).found
    except expat.ExpatError:
        return {}  # a comment of Jinja's from one paragraph to another, which is refused with what comes of it


class _Reading:
    def __init__(self, document: str) -> None:
        self.found: dict[str, Room] = {}
        self._tables: list[_Table] = []
        self._within: list[str] = []
        self._waiting: list[str] = []
        """Places of a section that has not ended yet: its page is said behind it."""
        self._page: dict[str, int] = {}
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(document.encode(), True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._within.append(name)
        if name in _PAGE:
            self._page |= {f"{name}/{key}": int(said) for key, said in attributes.items() if said.isdecimal()}
        elif name == "w:sectPr":
            self._page = {}
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
        if name == "w:sectPr" and (width := self._column()):
            self.found |= {place: Room(width, cell=False) for place in self._waiting}
            self._waiting.clear()
        if name == "w:tbl":
            self._tables.pop()
        elif name == "w:tc" and self._tables and (cell := self._tables[-1].cell):
            self._tables[-1].column = cell.column + cell.span
            self._tables[-1].cell = None

    def _column(self) -> int:
        """How wide the text of a section is, or one of its columns."""
        said = self._page.get
        margins = said("w:pgMar/w:left", 0) + said("w:pgMar/w:right", 0) + said("w:pgMar/w:gutter", 0)
        columns = max(said("w:cols/w:num", 1), 1)
        return max((said("w:pgSz/w:w", 0) - margins - said("w:cols/w:space", _GAP) * (columns - 1)) // columns, 0)

    def _text(self, text: str) -> None:
        places = _PLACE.findall(text)
        if not self._tables:
            self._waiting += places
        elif room := self._tables[-1].room():
            self.found |= dict.fromkeys(places, Room(room, cell=True))
