"""A PDF page's letters as pieces: words in one type on one baseline, with their place.

pdfium tells the place of every letter, yet a call for each from Python costs more than all the rest. So only the first
and last letter of a word are asked for; pdfium's own spaces (it makes them up where a PDF has none) are held to the room
that really stands between two words.
"""

from __future__ import annotations

import re
from collections import Counter
from ctypes import addressof, c_int, c_uint, c_void_p, cast, create_string_buffer
from itertools import repeat
from math import atan2, degrees, hypot, isfinite
from statistics import median
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from briefer.papers.pdf_frame import Frame, quick

#: Room between two letters, in parts of the type size, from which on it is a space; a space is 0.25, squeezed 0.18.
SPACE = 0.15
#: Room between two words from which on it is a tab or another column, unless the line is set wider anyhow.
WIDE = 1.0
WIDER_THAN_OTHERS, _WIDEST = 2.2, 2.5
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


def wide_room(rooms: list[float], size: float) -> float:
    """From which room on words stand apart, given the room between the words of a line: a justified line is set wide."""
    if len(rooms) < 3:
        return WIDE * size
    usual = sorted(rooms)[len(rooms) // 3]
    return min(max(WIDE * size, WIDER_THAN_OTHERS * usual), _WIDEST * size)


_unicode = quick(pdfium.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
_object = quick(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
_text = quick(pdfium.FPDFText_GetText, c_int, c_void_p, c_int, c_int, c_void_p)


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
    frame = Frame(turn, bounds.left, bounds.top, bounds.right, bounds.bottom)
    firsts = frame.boxes(handle, [start for start, _, _ in words])
    lasts = frame.boxes(handle, [end - 1 for _, end, _ in words])
    begun = {word[2]: word[0] for word in reversed(words)}
    bases = {name: frame.base(text_page, place) for name, place in begun.items()}
    if not isfinite(sum(firsts) + sum(lasts) + sum(bases.values())):
        words, firsts, lasts = _somewhere(words, firsts, lasts, bases)
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
        turn = round(angle / 90) if isfinite(angle) else 0
        size = round(abs(size), 1) if isfinite(size) else 0.0
        types[name] = _Type(size, bold, italic, turn % 4 if abs(angle - 90 * turn) < _STRAIGHT else None)
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


def _somewhere(
    words: list[tuple[int, int, int]], firsts: list[float], lasts: list[float], bases: dict[int, float]
) -> tuple[list[tuple[int, int, int]], list[float], list[float]]:
    """The words that have a place: a broken file scales others until they have none."""
    kept = [
        at
        for at, (_, _, name) in enumerate(words)
        if isfinite(sum(firsts[4 * at : 4 * at + 4]) + sum(lasts[4 * at : 4 * at + 4]) + bases[name])
    ]
    places = [place for at in kept for place in range(4 * at, 4 * at + 4)]
    return [words[at] for at in kept], [firsts[p] for p in places], [lasts[p] for p in places]


def _main_turn(words: list[tuple[int, int, int]], types: dict[int, _Type]) -> int | None:
    """Which way most letters run: what runs another way is a mark across the page or a note at its edge."""
    counted: Counter[int] = Counter()
    for start, end, name in words:
        if (turn := types[name].turn) is not None:
            counted[turn] += end - start
    return counted.most_common(1)[0][0] if counted else 0


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
        wide = wide_room(rooms, size)
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
