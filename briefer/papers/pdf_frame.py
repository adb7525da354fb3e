"""Places on a PDF page as it is read: downwards from the upper left corner, whichever way the page lies in the file."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from ctypes import PYFUNCTYPE, addressof, c_double, c_float, c_int, c_void_p, cast
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium


def quick(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A function of pdfium that takes plain numbers as addresses: a third of the time of a checked call."""
    return PYFUNCTYPE(result, *arguments)(cast(function, c_void_p).value or 0)


_box = quick(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)


class Frame:
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
