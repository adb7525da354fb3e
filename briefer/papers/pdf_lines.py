"""From the pieces of a PDF page to its lines: baselines, raised marks, columns, tabs between what stands far apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from briefer.papers.lines import Line, Span
from briefer.papers.pdf_columns import in_reading_order
from briefer.papers.pdf_letters import SPACE, Letters, Piece, wide_room
from briefer.papers.typed import joined, printed, with_raised

#: Baselines as near as this, in parts of the type size, are one line; neighbours in a table's row differ by less.
_SAME_LINE = 0.3
#: How much smaller a raised mark is than its line, and how far above the baseline it stands.
_MARK_SIZE, _LEAST_RAISED, _MOST_RAISED = 0.86, 0.12, 0.8
_MOST_LOWERED = 0.4
#: The room between a footnote's mark and its text.
_AFTER_MARK = 3.5
#: Beyond so many pairs of pieces, or rows within a type's height, a page was not set by anybody: its marks are left alone.
_MOST_PAIRS, _MOST_NEAR = 40_000, 12
#: After a label's colon a value may follow after little room.
_AFTER_COLON = 0.5
_LABEL = re.compile(r"[A-ZÄÖÅÀÉÜ][^:]{0,40}\s?:$")
#: So much more than usual is room between paragraphs; between lines of unlike type, so many times the larger.
_BREATH, _APART = 1.2, 1.7
_SAME_TYPE = 0.6
#: A line that ends so many points before the others was ended by its paragraph.
_SHORT = 60.0


@dataclass(slots=True)
class Row:
    """What stands on one baseline."""

    base: float
    size: float
    pieces: list[Piece] = field(default_factory=list)
    raised: set[int] = field(default_factory=set)
    """Which of its pieces are raised, by identity."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a row with no wide room in it."""

    spans: tuple[Span, ...]
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(span.text for span in self.spans)


def lines(letters: Letters, page: int) -> list[Line]:
    """The page's lines in reading order, with the room before each."""
    rows = [segments for row in _rows(letters.pieces) if (segments := _segments(row))]
    read = in_reading_order(rows, letters.width, letters.height)
    return _with_gaps([_line(segments, page) for segments in read], read)


def _rows(pieces: Iterable[Piece]) -> list[Row]:
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda p: p.base):
        if rows and piece.base - rows[-1].base <= SPACE * min(piece.size, rows[-1].size):
            rows[-1].pieces.append(piece)
        else:
            rows.append(Row(piece.base, piece.size, [piece]))
    for row in rows:
        row.size = _main_size(row.pieces)
    _take_marks(rows)
    return _merged([row for row in rows if row.pieces])


def _main_size(pieces: list[Piece]) -> float:
    weights: dict[float, int] = {}
    for piece in pieces:
        weights[piece.size] = weights.get(piece.size, 0) + len(piece.text)
    return max(weights, key=lambda size: weights[size])


def _take_marks(rows: list[Row]) -> None:
    """Puts small pieces just above or below a baseline into the row they belong to."""
    for at, row in enumerate(rows):
        for piece in sorted(row.pieces, key=lambda p: p.left):
            for other in _near(rows, at):
                if len(row.pieces) * len(other.pieces) > _MOST_PAIRS:
                    continue
                raise_ = other.base - row.base
                if piece.size > _MARK_SIZE * other.size or not _beside(piece, other):
                    continue
                if _LEAST_RAISED * other.size <= raise_ <= _MOST_RAISED * other.size:
                    other.raised.add(id(piece))
                elif not 0 <= -raise_ <= _MOST_LOWERED * other.size:
                    continue
                row.pieces.remove(piece)
                other.pieces.append(piece)
                break


def _near(rows: list[Row], at: int) -> list[Row]:
    """The rows whose marks a row's pieces may be: those below first."""
    here = rows[at]
    below = []
    for row in rows[at + 1 : at + 1 + _MOST_NEAR]:
        if row.base - here.base > _MOST_RAISED * max(row.size, 4 * here.size):
            break
        below.append(row)
    return [*below, *rows[max(at - 1, 0) : at]]


def _beside(piece: Piece, row: Row) -> bool:
    """Whether a mark stands right after, or as the first of its line before, something in the row."""
    lead = True
    for other in row.pieces:
        after = piece.left - other.right
        if -0.25 * row.size <= after <= 0.7 * row.size:
            return True
        lead = lead and other.left >= piece.right - 1
    return lead and any(other.left - piece.right <= _AFTER_MARK * row.size for other in row.pieces)


def _merged(rows: list[Row]) -> list[Row]:
    """Rows whose baselines differ by a hair and whose pieces do not overlap are one, such as a label and its value."""
    out: list[Row] = []
    for row in rows:
        above = out[-1] if out else None
        if (
            above
            and row.base - above.base <= _SAME_LINE * min(row.size, above.size)
            and len(row.pieces) * len(above.pieces) <= _MOST_PAIRS
            and not any(a.left < b.right - 1 and b.left < a.right - 1 for a in above.pieces for b in row.pieces)
        ):
            above.pieces += row.pieces
            above.raised |= row.raised
        else:
            out.append(row)
    return out


def _segments(row: Row) -> list[Segment]:
    pieces = sorted(row.pieces, key=lambda p: p.left)
    usual = [p.room for p in pieces if p.room > 0]
    usual += [r for a, b in pairwise(pieces) if (r := b.left - a.right) > SPACE * row.size]
    wide = wide_room(usual, row.size)
    parts: list[list[Piece]] = []
    right = 0.0
    for piece in pieces:
        room = piece.left - right if parts else 0.0
        label = bool(parts) and room > _AFTER_COLON * row.size and len(parts[-1]) < 4
        label = label and _LABEL.match("".join(p.text for p in parts[-1])) is not None
        if parts and room <= wide and not label:
            parts[-1].append(piece)
            right = max(right, piece.right)
        else:
            parts.append([piece])
            right = piece.right
    return [segment for part in parts if (segment := _segment(part, row)) is not None]


def _segment(pieces: list[Piece], row: Row) -> Segment | None:
    spans: list[Span] = []
    right = pieces[0].left
    for piece in pieces:
        raised = id(piece) in row.raised
        text = printed(piece.text)
        room = piece.left - right
        if text:
            if spans and (piece.spaced or room > SPACE * row.size):
                # The space belongs to the text and not to a raised mark in it.
                if spans[-1].raised and not raised:
                    text = " " + text
                else:
                    spans[-1] = spans[-1]._replace(text=spans[-1].text + " ")
            spans += with_raised(Span(text, piece.size, piece.bold, piece.italic, raised))
            right = max(right, piece.right)
    if not any(span.text.strip() for span in spans):
        return None
    if pieces[-1].text.endswith("\u00ad"):
        # At the end of a line a soft hyphen is printed.
        spans[-1] = spans[-1]._replace(text=spans[-1].text + "-")
    level = [p for p in pieces if id(p) not in row.raised] or pieces
    return Segment(
        joined(spans), pieces[0].left, right, min(p.top for p in level), max(p.bottom for p in level),
        row.base, _main_size(level),
    )  # fmt: skip


def _line(segments: list[Segment], page: int) -> Line:
    spans: list[Span] = list(segments[0].spans)
    for segment in segments[1:]:
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip() + "\t")
        spans += segment.spans
    spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip())
    box = (
        min(s.left for s in segments), min(s.top for s in segments),
        max(s.right for s in segments), max(s.bottom for s in segments),
    )  # fmt: skip
    return Line(joined(spans), page, tuple(round(edge, 1) for edge in box))  # type: ignore[arg-type]


def _with_gaps(found: list[Line], read: list[list[Segment]]) -> list[Line]:
    """Marks the lines before which more room stands than between the lines around them.

    A line is held to its neighbours in the same type, so that single-spaced and wide-set parts of a page do not mix; among
    lines that all stand wide, those that follow a short line begin something new.
    """
    if not found:
        return found
    bases, sizes = [row[0].base for row in read], [row[0].size for row in read]
    # To each line the room from the line above, and whether both are set in one type.
    steps = [0.0] + [below - above for above, below in pairwise(bases)] + [0.0]
    alike = [False] + [abs(a - b) < _SAME_TYPE for a, b in pairwise(sizes)] + [False]
    forward = sorted(step for step in steps if step > 1)
    usual = forward[len(forward) // 3] if forward else 0.0
    edge = max(line.box[2] for line in found if line.box)
    out = found[:1]
    for at in range(1, len(found)):
        step, before = steps[at], found[at - 1].box
        around = [steps[i] for i in (at - 1, at + 1) if alike[i] and steps[i] > 1]
        short = before is not None and before[2] < edge - _SHORT
        wide = (around and step > _BREATH * min(around)) or (short and step > _BREATH * usual)
        apart = not alike[at] and step > _APART * max(sizes[at - 1 : at + 1])
        new = step < -1 or (step > 1 and (wide or apart))
        out.append(replace(found[at], gap=True) if new else found[at])
    return out
