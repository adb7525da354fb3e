"""The printed rows of a header, and what each of them says: a label, fields, or neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefer.papers.header_fields import Field, fields_only, scan
from briefer.papers.header_values import Row
from briefer.papers.labels import Label, at_start, inline
from briefer.papers.lines import Line

#: A header ends within the first two sheets; more is not looked at.
_ROWS = 110


def rows(lines: Sequence[Line]) -> list[Row]:
    """Printed rows: cells of one table row made one, rules and empty lines left out."""
    rows: list[Row] = []
    gap, previous = True, None
    for number, line in enumerate(lines):
        text = line.text.strip()
        if line.style == "rule" or not text:
            gap = True
            continue
        if line.row is not None and line.row == previous and rows:
            last = rows[-1]
            rows[-1] = last._replace(text=f"{last.text}\t{text}", last=number + 1)
            continue
        if len(rows) >= _ROWS:
            break
        left = line.box[0] if line.box else float(line.indent)
        rows.append(Row(text, gap or line.gap, left, number, number + 1, line.row is not None))
        gap, previous = False, line.row
    return rows


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
        kinds, at = {first.kind}, first.end
        while following := inline(text, at):
            kinds.add(following.kind)
            at = following.end
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
