"""A PDF page's letters as pieces: words in one type on one baseline, with their place.

pdfium tells the place of every letter, yet a call for each from Python costs more than all the rest. So only the first
and last letter of a word are asked for; pdfium's own spaces (it makes them up where a PDF has none) are held to the room
that really stands between two words.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable
from ctypes import PYFUNCTYPE, addressof, c_double, c_float, c_int, c_uint, c_void_p, cast, create_string_buffer
from itertools import repeat
from math import atan2, degrees, hypot
from statistics import median
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

#: Room between two letters, in parts of the type size, from which on it is a space; a space is 0.25, squeezed 0.18.
SPACE = 0.15
#: Room between two words from which on it is a tab or another column, unless the line is set wider anyhow.
WIDE = 1.0
WIDER_THAN_OTHERS = 2.2
_BOLD_WEIGHT = 600
_ITALIC_FLAG, _FORCED_BOLD_FLAG = 1 << 6, 1 << 18
_FILLED_AND_STROKED = 2
_STRAIGHT = 8.0
_WORD = re.compile(r"[^\s\x00\u200b\ufeff]+")


class Piece(NamedTuple):
    """Words in one type on one baseline; in points, downwards from the page's upper left corner."""

    text: str
    left: float
    right: float
    base: float
    """The baseline."""
    top: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    spaced: bool
    """Whether a space stands before it in the file."""
    room: float
    """The usual room between its words; 0 where it has one word."""


class Letters(NamedTuple):
    """A page's pieces in the file's order, and the page's size as it is read."""

    pieces: list[Piece]
    width: float
    height: float


class _Type(NamedTuple):
    size: float
    bold: bool
    italic: bool
    turn: int | None
    """Quarter turns against the page's own axis; None where the text runs askew."""


def _quick(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A function of pdfium that takes plain numbers as addresses: a third of the time of a checked call."""
    return PYFUNCTYPE(result, *arguments)(cast(function, c_void_p).value or 0)


_unicode = _quick(pdfium.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
_object = _quick(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
_box = _quick(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
_text = _quick(pdfium.FPDFText_GetText, c_int, c_void_p, c_int, c_int, c_void_p)


def letters(page: Any, text_page: Any, count: int) -> Letters:
    """The pieces of an open page; ``count`` is how many letters pdfium counts on it."""
    handle = cast(text_page, c_void_p).value
    bounds = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, bounds)
    text = _all_text(handle, count)
    objects = list(map(_object, repeat(handle), range(count)))
    words = _words(text, objects)
    types = _types(text_page, words)
    turn = _main_turn(words, types)
    words = [word for word in words if types[word[2]].turn == turn]
    frame = _Frame(turn, bounds.left, bounds.top, bounds.right, bounds.bottom)
    firsts = frame.boxes(handle, [start for start, _, _ in words])
    lasts = frame.boxes(handle, [end - 1 for _, end, _ in words])
    begun = {word[2]: word[0] for word in reversed(words)}
    bases = {name: frame.base(text_page, place) for name, place in begun.items()}
    return Letters(_pieces(text, objects, words, types, firsts, lasts, bases), frame.width, frame.height)


def _all_text(handle: int | None, count: int) -> str:
    buffer = create_string_buffer(2 * count + 2)
    given = _text(handle, 0, count, addressof(buffer)) - 1
    text = buffer.raw[: 2 * max(given, 0)].decode("utf-16-le", "surrogatepass")
    if len(text) != count:
        # What pdfium leaves out of the text still counts as a letter: one by one, so that places stay right.
        text = "".join(map(chr, map(_unicode, repeat(handle), range(count))))
    return text


def _words(text: str, objects: list[int | None]) -> list[tuple[int, int, int]]:
    """First letter, end and text object of every word; a word in two types is two."""
    words: list[tuple[int, int, int]] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        if objects[start] == objects[end - 1] and objects[start] is not None:
            words.append((start, end, objects[start]))  # type: ignore[arg-type]
            continue
        for place in range(start + 1, end + 1):
            if place == end or objects[place] != objects[start]:
                if (named := objects[start]) is not None:
                    words.append((start, place, named))
                start = place
    return words


def _types(text_page: Any, words: list[tuple[int, int, int]]) -> dict[int, _Type]:
    types: dict[int, _Type] = {}
    fonts: dict[int | None, tuple[bool, bool]] = {}
    matrix = pdfium.FS_MATRIX()
    for start, _, name in words:
        if name in types:
            continue
        pdfium.FPDFText_GetMatrix(text_page, start, matrix)
        size = pdfium.FPDFText_GetFontSize(text_page, start) * (hypot(matrix.c, matrix.d) or 1.0)
        handle = cast(name, pdfium.FPDF_PAGEOBJECT)
        font = pdfium.FPDFTextObj_GetFont(handle)
        known = cast(font, c_void_p).value
        if known not in fonts:
            fonts[known] = _look(font) if known else (False, False)
        bold, italic = fonts[known]
        bold = bold or pdfium.FPDFTextObj_GetTextRenderMode(handle) == _FILLED_AND_STROKED
        angle = degrees(atan2(matrix.b, matrix.a))
        turn = round(angle / 90)
        types[name] = _Type(round(abs(size), 1), bold, italic, turn % 4 if abs(angle - 90 * turn) < _STRAIGHT else None)
    return types


def _look(font: Any) -> tuple[bool, bool]:
    """Whether a font is bold and italic: by its name, else by its flags and weight."""
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = create_string_buffer(max(length, 1))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    name = buffer.value.decode("utf-8", "replace").lower().partition("+")[2] or buffer.value.decode("utf-8", "replace")
    name = name.lower()
    flags = max(pdfium.FPDFFont_GetFlags(font), 0)
    bold = any(word in name for word in ("bold", "black", "heavy", "-bd", ",bd", "demi"))
    italic = "italic" in name or "oblique" in name or bool(flags & _ITALIC_FLAG)
    # Weights are guessed from the stems where a font names none, and plain Times comes out at 435: only clear ones count.
    return bold or bool(flags & _FORCED_BOLD_FLAG) or pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT, italic


def _main_turn(words: list[tuple[int, int, int]], types: dict[int, _Type]) -> int | None:
    """Which way most letters run: what runs another way is a mark across the page or a note at its edge."""
    counted: Counter[int] = Counter()
    for start, end, name in words:
        if (turn := types[name].turn) is not None:
            counted[turn] += end - start
    return counted.most_common(1)[0][0] if counted else 0


class _Frame:
    """From pdfium's axes, which start at the lower left of an unturned page, to those of the page as it is read."""

    def __init__(self, turn: int | None, left: float, top: float, right: float, bottom: float) -> None:
        self.turn = turn or 0
        self.edges = (left, top, right, bottom)
        wide, high = right - left, top - bottom
        self.width, self.height = (wide, high) if self.turn % 2 == 0 else (high, wide)

    def _place(self, x: float, y: float) -> tuple[float, float]:
        left, top, right, bottom = self.edges
        match self.turn:
            case 1:
                return y - bottom, x - left
            case 2:
                return right - x, y - bottom
            case 3:
                return top - y, right - x
        return x - left, top - y

    def boxes(self, handle: int | None, places: list[int]) -> list[float]:
        """Left, top, right and bottom of each letter, one after the other."""
        room = (c_float * (4 * len(places)))()
        start = addressof(room)
        deque(map(_box, repeat(handle), places, range(start, start + 16 * len(places), 16)), 0)
        flat = list(room)
        if self.turn == 0:
            left, top = self.edges[:2]
            flat[0::4], flat[2::4] = [x - left for x in flat[0::4]], [x - left for x in flat[2::4]]
            flat[1::4], flat[3::4] = [top - y for y in flat[1::4]], [top - y for y in flat[3::4]]
            return flat
        turned: list[float] = []
        for at in range(0, len(flat), 4):
            one, other = self._place(flat[at], flat[at + 1]), self._place(flat[at + 2], flat[at + 3])
            turned += (min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))
        return turned

    def base(self, text_page: Any, place: int) -> float:
        """The baseline of the letter at a place."""
        x, y = c_double(), c_double()
        pdfium.FPDFText_GetCharOrigin(text_page, place, x, y)
        return self._place(x.value, y.value)[1]


def _pieces(
    text: str,
    objects: list[int | None],
    words: list[tuple[int, int, int]],
    types: dict[int, _Type],
    firsts: list[float],
    lasts: list[float],
    bases: dict[int, float],
) -> list[Piece]:
    """Words of one text object, joined as far as no wide room stands between them."""
    pieces: list[Piece] = []
    at = 0
    while at < len(words):
        name = words[at][2]
        until = at + 1
        while until < len(words) and words[until][2] == name:
            until += 1
        size, bold, italic, _ = types[name]
        size = size or 1.0
        rooms = [firsts[4 * i + 4] - lasts[4 * i + 2] for i in range(at, until - 1)]
        usual = median(rooms) if rooms else 0.0
        wide = max(WIDE * size, WIDER_THAN_OTHERS * usual if len(rooms) > 2 else 0.0)
        begin = at
        for i in range(at, until):
            last = i == until - 1
            if not last and (rooms[i - at] < wide and rooms[i - at] > -size):
                continue
            start = words[begin][0]
            pieces.append(
                Piece(
                    _joined(text, objects, words[begin : i + 1], rooms[begin - at : i - at], size),
                    firsts[4 * begin], lasts[4 * i + 2], bases[name], firsts[4 * begin + 1], firsts[4 * begin + 3],
                    size, bold, italic, start > 0 and text[start - 1].isspace() and objects[start - 1] is not None, usual,
                )
            )  # fmt: skip
            begin = i + 1
        at = until
    return pieces


def _joined(
    text: str, objects: list[int | None], words: list[tuple[int, int, int]], rooms: list[float], size: float
) -> str:
    """The words with a space between any two that the file sets apart, or that have room between them."""
    least = SPACE * size
    if len(rooms) > 3 and sum(end - start for start, end, _ in words) < 1.5 * len(words):
        # Letters set apart, as in a spaced heading: only more room than between its letters is a space.
        least = max(least, 1.6 * min(rooms))
    out = [text[words[0][0] : words[0][1]]]
    for (_, before, _), (start, end, name), room in zip(words, words[1:], rooms, strict=False):
        apart = room > least or any(objects[at] == name for at in range(before, start) if text[at].isspace())
        out.append((" " if apart else "") + text[start:end])
    return "".join(out)
