"""In which order the rows of a PDF page are read: the two sides of a Council header, columns of text, rows of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median
from typing import Protocol, TypeVar


class Placed(Protocol):
    """A part of a row with its place on the page."""

    @property
    def left(self) -> float:
        """Its left edge in points."""

    @property
    def right(self) -> float:
        """Its right edge."""

    @property
    def base(self) -> float:
        """Its baseline, downwards."""

    @property
    def text(self) -> str:
        """Its words."""


S = TypeVar("S", bound=Placed)

#: The right side of a header begins beyond this part of the page's width, and ends above this part of its height.
_RIGHT_SIDE, _HEADER_ENDS = 0.45, 0.62
#: What stands at the right of a Council header: language, number, date, marking, subject codes.
_HEADER_CUE = re.compile(
    r"\(OR\.|\b\d{1,5}(?:/\d)?/\d{2}\b|\b(?:EEAS|COM|JOIN|SWD|WK)\s?\(?\d|^(?:LIMITE|PUBLIC|RESTREINT)\b"
    r"|\b\d{1,2}\.? \w+ (?:19|20)\d\d$"
)
_LABEL = re.compile(r":$")
_FILE_LABEL = re.compile(r"(?i)(file|dossier|dossier|ärende|dos)\w*\s?:$")
#: So many lines on both sides, which fill their side to this part, are columns of text and not a table.
_LEAST_LINES, _FILLED = 6, 0.6
_GUTTERS = range(30, 71, 2)


def in_reading_order(rows: Sequence[list[S]], width: float, height: float) -> list[list[S]]:
    """The page's rows, those of a two-sided header and of columns taken apart, the left side first."""
    start = _header_end(rows, width, height)
    out = _sides(rows[:start], _RIGHT_SIDE * width) if start else []
    return out + _columns(rows[start:], width)


def _sides(rows: Sequence[list[S]], gutter: float) -> list[list[S]]:
    left = [[s for s in row if s.left < gutter] for row in rows]
    right = [[s for s in row if s.left >= gutter] for row in rows]
    return [row for row in (*left, *right) if row]


def _header_end(rows: Sequence[list[S]], width: float, height: float) -> int:
    """After which row the two-sided header at the top ends; 0 where there is none."""
    edge = _RIGHT_SIDE * width
    end, right, cues, both = 0, 0, 0, False
    for at, row in enumerate(rows):
        if row[0].base > _HEADER_ENDS * height or any(s.left < edge and s.right > edge + 0.15 * width for s in row):
            break
        here = [s for s in row if s.left >= edge]
        there = [s for s in row if s.left < edge]
        if there and _LABEL.search(there[-1].text.rstrip()) and not _FILE_LABEL.search(there[-1].text.rstrip()):
            break
        if here:
            end = at + 1
            right += len(here)
            cues += any(_HEADER_CUE.search(s.text.strip()) is not None for s in here)
        both = both or bool(there)
    return end if right >= 2 and cues and both else 0


def _columns(rows: Sequence[list[S]], width: float) -> list[list[S]]:
    late = [s for row in rows for s in row if s.left > 0.35 * width]
    if len(late) < _LEAST_LINES:
        return list(rows)
    gutter = max((width * part / 100 for part in _GUTTERS), key=lambda x: _worth(rows, x))
    out: list[list[S]] = []
    block: list[list[S]] = []
    for row in rows:
        if any(s.left < gutter - 2 and s.right > gutter + 2 for s in row):
            out += _block(block, gutter)
            out.append(row)
            block = []
        else:
            block.append(row)
    return out + _block(block, gutter)


def _worth(rows: Sequence[list[S]], gutter: float) -> float:
    """How many lines stand on the emptier side of a gutter, less those that cross it."""
    left = right = crossing = 0
    for row in rows:
        for segment in row:
            if segment.right <= gutter:
                left += 1
            elif segment.left >= gutter:
                right += 1
            else:
                crossing += 1
    return min(left, right) - 0.5 * crossing


def _block(rows: list[list[S]], gutter: float) -> list[list[S]]:
    left = [s for row in rows for s in row if s.left < gutter]
    right = [s for row in rows for s in row if s.left >= gutter]
    if min(len(left), len(right)) < _LEAST_LINES:
        return rows
    for side in (left, right):
        side_width = max(s.right for s in side) - min(s.left for s in side)
        if side_width < 60 or median(s.right - s.left for s in side) < _FILLED * side_width:
            return rows
    return _sides(rows, gutter)
