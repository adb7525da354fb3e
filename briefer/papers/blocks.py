"""Printed lines into whole blocks: a paragraph, a list item, a table cell or a heading each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefer.papers import block_words, marks
from briefer.papers.lines import Line
from briefer.papers.marks import Mark

_RULE = re.compile(r"[\s_\-–—=*·.\\~#]*\Z")
_ENDS = re.compile(r"[.?!:;…][\"'”’»)\]]*\Z")
#: Words after which no sentence ends and no heading breaks off.
_GOES_ON = re.compile(
    r"(?:,|[-–—(/]|\b(?:a|an|the|of|and|or|to|in|on|for|by|with|from|at|as|that|which|their|its|between|into|under|towards"
    r"|de|du|des|la|le|les|et|ou|à|en|dans|pour|par|sur|avec|au|aux|der|die|das|den|dem|und|oder|zu|zur|zum|von|vom|im|mit"
    r"|für|auf|och|eller|att|av|för|i|på|med|om|till|från|den|det|EU|European|Member))\Z",
    re.IGNORECASE,
)
_ANNEX_ALONE = re.compile(r"(?:ANNEX|ANNEXE|APPENDIX|ANLAGE|ANHANG|BILAGA)(?: [IVX]{1,4}| \d{1,2}| [A-H])?\Z")
#: From this many characters on a line of plain text is no printed line but a paragraph.
_LONG_LINE = 160
#: A difference in type size that a reader sees, in points.
_SEEN = 0.8


@dataclass(frozen=True, slots=True)
class Block:
    """What belongs together on the page, as words and as look."""

    text: str
    """Its words with single spaces, marks of footnotes and of its list out."""
    notes: tuple[tuple[int, str], ...] = ()
    mark: Mark | None = None
    page: int = 1
    style: str = ""
    cell: tuple[int, int] | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    room: bool = False
    """Whether room stands before it."""
    left: float = 0.0
    lines: int = 1


@dataclass(frozen=True, slots=True)
class _Look:
    """A line with what the joining asks of it, worked out once."""

    line: Line
    words: str
    mark: Mark | None
    size: float | None
    bold: bool
    room: bool
    short: bool
    """Whether it ends well before the column does."""
    room_left: float
    """How far before the column's end it ends, in points or characters."""


def blocks(body: Sequence[Line], whole_paragraphs: bool) -> list[Block]:
    """The blocks of a body, in its order; lines that are only rules between parts are left out."""
    looks = _looks(body)
    long_lines = not whole_paragraphs and _lines_are_paragraphs(looks)
    gaps_tell = any(look.line.gap for look in looks[1:])
    groups: list[list[_Look]] = []
    open_marks: list[Mark] = []
    for look in looks:
        group = groups[-1] if groups else None
        if group and not _starts(group, look, open_marks, whole_paragraphs, long_lines, gaps_tell):
            group.append(look)
            continue
        groups.append([look])
        if look.mark is not None:
            open_marks = [*(m for m in open_marks[-5:] if not marks.same_list(m, look.mark)), look.mark]
    return list(_number_cells(_block(group) for group in groups))


def _looks(body: Sequence[Line]) -> list[_Look]:
    width = _width(body)
    looks = []
    room = True
    for line in body:
        words = " ".join("".join(s.text for s in line.spans if not block_words.is_note(s)).split())
        if _RULE.match(words):
            room = room or bool(words) or line.gap or line.style == "rule"
            continue
        end = line.box[2] if line.box else float(len(words))
        mark = marks.parse(line.mark) if line.mark else marks.read(words)[0]
        looks.append(
            _Look(line, words, mark, _size(line), _all(line, "bold"), line.gap or room, end < width * 0.88, width - end)
        )
        room = False
    return looks


def _left(line: Line) -> float:
    """Where a line begins: in points, columns of plain text counted as six."""
    return line.box[0] if line.box else line.indent * 6.0


def _width(body: Sequence[Line]) -> float:
    """Where full lines end: in points where the file has places, else in characters."""
    ends = sorted(line.box[2] if line.box else float(len(line.text.rstrip())) for line in body if line.text.strip())
    return ends[int(len(ends) * 0.85)] if ends else 0.0


def _size(line: Line) -> float | None:
    if len(line.spans) == 1:
        return None if line.spans[0].size is None else round(line.spans[0].size * 2) / 2
    sizes: Counter[float] = Counter()
    for span in line.spans:
        if span.size is not None and not span.raised:
            sizes[round(span.size * 2) / 2] += len(span.text.strip())
    return max(sizes, key=lambda size: sizes[size]) if sizes else None


def _all(line: Line, what: str) -> bool:
    if not any(getattr(span, what) for span in line.spans):
        return False
    seen = False
    for span in line.spans:
        if span.raised or not any(c.isalnum() for c in span.text):
            continue
        if not getattr(span, what) and not marks.parse(span.text):
            return False
        seen = seen or bool(getattr(span, what))
    return seen


def _lines_are_paragraphs(looks: Sequence[_Look]) -> bool:
    """Whether a plain text keeps each paragraph on one line, however long."""
    total = sum(len(look.words) for look in looks)
    return sum(len(look.words) for look in looks if len(look.words) >= _LONG_LINE) > total * 0.3


def _starts(
    group: list[_Look], look: _Look, open_marks: list[Mark], whole: bool, long_lines: bool, gaps_tell: bool
) -> bool:
    """Whether a line begins a block of its own rather than going on with the one before it."""
    last, first = group[-1], group[0]
    line = look.line
    if whole:
        return not _whole_goes_on(last, look, gaps_tell)
    if line.style != last.line.style or line.row or line.mark:
        return not (line.style == last.line.style and line.row and line.row == last.line.row and _runs_on(last, look))
    if look.size and last.size and abs(look.size - last.size) >= _SEEN:
        return True
    if _ANNEX_ALONE.match(look.words) or (len(group) == 1 and _ANNEX_ALONE.match(last.words)):
        return True
    if _runs_on(last, look) and not (look.room and first.bold != look.bold):
        return False
    if look.mark is not None and _begins_item(last, look, open_marks):
        return True
    if line.style.startswith("heading"):
        return True
    if look.bold and last.bold and not look.room:
        return False
    if look.bold != last.bold and (last.short or look.room or (last.bold and len(group) == 1 and not _ended(last))):
        return True
    if look.room:
        return not (line.page != last.line.page and _GOES_ON.search(last.words))
    if long_lines:
        return True
    return _printed_break(group, look)


def _whole_goes_on(last: _Look, look: _Look, gaps_tell: bool) -> bool:
    """Whether a whole paragraph is one with the line before it all the same: broken in the middle, or a title in lines."""
    if last.line.style != look.line.style or look.line.row or look.line.style.startswith("heading"):
        return False
    if look.bold and last.bold and gaps_tell and not look.room and look.mark is None:
        return True
    return not look.line.style and len(last.words) > 40 and look.bold == last.bold and _runs_on(last, look)


def _printed_break(group: list[_Look], look: _Look) -> bool:
    """Whether a new paragraph begins at a printed line that has no room, mark or type of its own."""
    last, first = group[-1], group[0]
    capital = look.words[:1].isupper() or not look.words[:1].isalnum()
    if last.line.box and look.line.box and last.line.page == look.line.page:
        shift = look.line.box[0] - last.line.box[0]
        if _ended(last) and len(group) > 1 and shift > 8 and capital:
            return True
        if first.mark and look.line.box[0] < first.line.box[0] - 4 if first.line.box else False:
            return True
        if first.mark and _ended(last) and len(group) > 1 and shift < -4:
            return True
    if capital and last.words.endswith(":"):
        return True
    if _ended(last) and (last.short or _would_fit(last, look)):
        return capital or last.words.endswith((":", ";"))
    return last.short and capital and len(group) == 1 and not _GOES_ON.search(last.words) and len(last.words) < 80


def _would_fit(last: _Look, look: _Look) -> bool:
    """Whether the next line's first word had found room on the line before it, so that the break was meant."""
    sign = (last.line.box[2] - last.line.box[0]) / max(len(last.words), 1) if last.line.box else 1.0
    return last.room_left > sign * (len(look.words.split(" ", 1)[0]) + 1.5)


def _ended(look: _Look) -> bool:
    return _ENDS.search(look.words) is not None


def _runs_on(last: _Look, look: _Look) -> bool:
    """Whether a line goes on in lower case where the one before it broke off."""
    return look.words[:1].islower() and look.mark is None and not look.line.mark and not _ended(last)


def _begins_item(last: _Look, look: _Look, open_marks: Iterable[Mark]) -> bool:
    """Whether what looks like a list's mark at the start of a line is one."""
    mark = look.mark
    if mark is None:
        return False
    if look.room or any(marks.follows(m, mark) for m in open_marks):
        return True
    if mark.bullet:
        return mark.printed not in "–—-" or _ended(last) or last.short or last.words.endswith((",", "and", "or"))
    return (mark.first and (_ended(last) or last.short)) or (_ended(last) and last.short)


def _block(group: list[_Look]) -> Block:
    first = group[0]
    text, notes = block_words.joined([look.line for look in group])
    mark = first.mark
    if mark is not None and not first.line.mark:
        _, rest = marks.read(text)
        if rest:
            cut = len(text) - len(rest)
            text, notes = rest, tuple((max(at - cut, 0), sign) for at, sign in notes)
        elif first.line.row is None:
            mark = None
    return Block(
        text,
        notes,
        mark,
        first.line.page,
        first.line.style,
        first.line.row,
        first.size,
        all(look.bold for look in group),
        all(_all(look.line, "italic") for look in group),
        first.room,
        _left(first.line),
        len(group),
    )


def _number_cells(found: Iterable[Block]) -> Iterable[Block]:
    """Table rows whose first cell is only a number: the number goes before the next cell of the row."""
    waiting: Block | None = None
    row: tuple[int, int] | None = None
    for block in found:
        if waiting is not None:
            if block.cell == waiting.cell and block.mark is None and block.text.count(" ") >= 3:
                block = replace(block, mark=_lone_mark(waiting), room=waiting.room)
            else:
                yield waiting
            waiting = None
        if block.cell is not None and block.cell != row and _lone_mark(block) is not None:
            waiting = block
        else:
            yield block
        row = block.cell
    if waiting is not None:
        yield waiting


def _lone_mark(block: Block) -> Mark | None:
    """The number that is all a cell holds."""
    mark = block.mark if block.mark is not None and not block.text else None
    if mark is None and block.mark is None and 0 < len(block.text) <= 5:
        mark = marks.parse(block.text)
    return mark if mark is not None and not mark.bullet else None
