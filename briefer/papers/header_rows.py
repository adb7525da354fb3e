"""The printed rows of a header, and what each of them says: a label, fields, or neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from briefer.papers.header_fields import Field, fields_only, scan
from briefer.papers.header_values import Row
from briefer.papers.labels import Label, at_start, inline, unglued
from briefer.papers.lines import Line

#: A header ends within the first two sheets; more is not looked at.
_ROWS = 110
#: A line longer than this may hold a whole header.
_LONG = 60
#: So many lines a header that ran on is broken into at most; it begins within so many; so many fields stand before From.
_RUN_ON, _RUN_ON_STARTS, _FIELDS = 14, 12, 2


def rows(lines: Sequence[Line]) -> list[Row]:
    """Printed rows: a label and its cell made one, a header that ran on over several lines too; rules, empty lines and
    footnotes left out."""
    made: list[Row] = []
    gap = True
    for _, group in groupby(enumerate(lines), _table_row):
        for row in _of_table([*group]):
            if row is None:
                gap = True
                continue
            if len(made) >= _ROWS:
                return _run_together(made)
            made.append(row._replace(gap=True) if gap else row)
            gap = False
    return _run_together(made)


def _table_row(numbered: tuple[int, Line]) -> tuple[int, ...]:
    """What the lines of one row of a table have in common, and no other lines."""
    number, line = numbered
    return (-1, number) if line.row is None else line.row


def _of_table(lines: Sequence[tuple[int, Line]]) -> Iterator[Row | None]:
    """The rows that the lines of one table's row make, or a single line makes; None for one without words.

    A label and what stands beside it is one row; a masthead, several paragraphs in one cell, is a row for each.
    """
    cells = [[*cell] for _, cell in groupby(lines, lambda numbered: numbered[1].column)]
    first = cells[0][0][1].text.strip()
    masthead = len(cells) < len(lines) and len(lines) > 1 and lines[0][1].column > 0
    if masthead and not (len(cells[0]) == 1 and (at_start(first) or at_start(f"{first}:"))):
        for cell in cells:
            for place, (number, line) in enumerate(cell):
                yield _row(line, number, gap=not place)
        return
    words = [(number, line) for number, line in lines if line.text.strip() and line.style not in ("rule", "footnote")]
    if not words:
        yield None
        return
    (start, line), (stop, _) = words[0], words[-1]
    row = _row(line, start, gap=line.gap)
    if row and stop > start:
        row = row._replace(text="\t".join(line.text.strip() for _, line in words), last=stop + 1)
    yield row


def _row(line: Line, number: int, *, gap: bool) -> Row | None:
    text = line.text.strip()
    if not text or line.style in ("rule", "footnote"):
        return None
    left = line.box[0] if line.box else float(line.indent)
    if len(text) > _LONG and ":" in text:
        text = unglued(text)
    return Row(text, gap, left, number, number + 1, line.row is not None)


def _run_together(rows: list[Row]) -> list[Row]:
    """A header that ran on and was broken into lines anew, made one row from its first field to its last label."""
    start = 0
    while start < min(len(rows), _RUN_ON_STARTS):
        stop = start + 1
        while stop < len(rows) and stop - start < _RUN_ON and not rows[stop].gap and not rows[stop].cell:
            stop += 1
        if stop - start > 1 and not rows[start].cell:
            ends = [*accumulate(len(row.text) + 1 for row in rows[start:stop])]
            text = " ".join(row.text for row in rows[start:stop])
            last = _runs_on(text, ends)
            if last:
                count = next(place for place, end in enumerate(ends, start=1) if last <= end)
                whole = rows[start]._replace(text=text[: ends[count - 1] - 1], last=rows[start + count - 1].last)
                return [*rows[:start], whole, *rows[start + count :]]
        start = stop
    return rows


def _runs_on(text: str, ends: Sequence[int]) -> int:
    """Where the last label of a text begins whose first one stands behind fields in a line; 0 in any other text."""
    labels = [*_labels(text)]
    kinds = {label.kind for label in labels}
    if not {"from", "to", "subject"} <= kinds or at_start(text):
        return 0
    starts = {0, *ends}
    if labels[0].start in starts or len(scan(text[: labels[0].start])[0]) < _FIELDS:
        return 0
    return next(label.end for label in reversed(labels) if label.kind in ("from", "to", "subject", "prev", "cion"))


def _labels(text: str) -> Iterator[Label]:
    at = 0
    while label := inline(text, at):
        yield label
        at = label.end


class Speaking:
    """What each row says, looked at only where the walk comes by."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._seen: dict[int, tuple[Label | None, list[Field] | None]] = {}

    def __getitem__(self, at: int) -> tuple[Label | None, list[Field] | None]:
        if at not in self._seen:
            self._seen[at] = _speaks(self._rows[at])
        return self._seen[at]

    def some(self, at: int, within: int) -> Iterator[tuple[Label | None, list[Field] | None]]:
        """What so many rows say from a place on."""
        return (self[place] for place in range(at, min(at + within, len(self._rows))))


def _speaks(row: Row) -> tuple[Label | None, list[Field] | None]:
    """The label with which a row begins, or the fields that it consists of."""
    text = row.text
    label = at_start(text)
    if label is not None and label.kind == "files":
        return None, _files(text)
    if label is not None:
        return label, None
    if len(text) > 20 and (first := inline(text)):
        kinds = {label.kind for label in _labels(text)}
        if {"from", "to", "subject"} <= kinds or ({"from", "to"} <= kinds and len(scan(text[: first.start])[0]) > 2):
            return first, None
    fields = fields_only(text)
    if fields is None and len(text) < 400:
        some, left = scan(text)
        if {"date", "language", "number"} <= {one.kind for one in some} or (
            len(some) > 3 and len(some) > len(left) and {"code", "number"} <= {one.kind for one in some}
        ):
            fields = some
    return None, fields


def _files(text: str) -> list[Field]:
    return [one for one in scan(text)[0] if one.kind == "file"] or [Field("name", text)]
