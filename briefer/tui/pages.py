"""Words laid out for reading aloud: in lines of a width, as loosely as they fit, else page by page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from briefer.brief.markup import Paragraph
from briefer.tui.plain import clean, plain, together

#: The widest line that is read aloud without losing one's place.
WIDEST = 50


def column(width: int) -> int:
    """How wide the lines are in a window of this width."""
    return max(min(WIDEST, width - (8 if width >= 40 else 2)), 2)


def wrapped(paragraphs: Sequence[Paragraph], width: int) -> list[list[Content]]:
    """The lines of each paragraph; bold and italic are kept, further lines of a list item hang."""
    return [_wrapped(p, width) for p in paragraphs]


def _wrapped(paragraph: Paragraph, width: int) -> list[Content]:
    styles = {(True, False): "bold", (False, True): "italic", (True, True): "bold italic"}
    words = together(*[plain(clean(r.text), styles.get((r.bold, r.italic), "")) for r in paragraph.runs])
    if not paragraph.bullet or width < 8:
        return words.wrap(width)
    return [together("• " if not at else "  ", line) for at, line in enumerate(words.wrap(width - 2))]


def pages(paragraphs: Sequence[Sequence[Content]], height: int, *, loose: bool = True) -> list[list[Content]]:
    """The lines by page, blank ones between them where they fit: between all, else between paragraphs, else nowhere.

    A page ends with a paragraph where that leaves no more than half of it empty; a paragraph longer than that is
    shared out, so that no page holds a single last line.
    """
    height = max(height, 1)
    layouts = [(1, 2), (0, 1), (0, 0)] if loose else [(0, 1), (0, 0)]
    laid: list[_Line] = []
    for within, between in layouts:
        laid = _spaced(paragraphs, within, between)
        if len(laid) <= height:
            return [[line.text for line in laid]]
        if (within, between) == (0, 1) and height >= 6:
            break
    cut: list[list[Content]] = []
    while laid:
        end = _end(laid, height)
        page, laid = laid[:end], laid[end:]
        cut += [found] if (found := _trimmed([line.text for line in page])) else []
    return cut or [[]]


class _Line(NamedTuple):
    text: Content
    begins: bool = False
    """Whether a paragraph begins with it, or the blank lines before one."""


def _end(laid: Sequence[_Line], height: int) -> int:
    """Where the page ends that begins with the first of these lines."""
    if len(laid) <= height:
        return len(laid)
    breaks = [at for at in range(height // 2, height + 1) if at and laid[at].begins]
    if breaks:
        return breaks[-1]
    return -(-len(laid) // 2) if len(laid) < height * 4 // 3 else height


def _spaced(paragraphs: Sequence[Sequence[Content]], within: int, between: int) -> list[_Line]:
    laid: list[_Line] = []
    for lines in paragraphs:
        for at, line in enumerate(lines):
            if laid:
                laid += [_Line(Content(""), not at)] * (within if at else between)
            laid.append(_Line(line, not at))
    return laid


def _trimmed(page: list[Content]) -> list[Content]:
    while page and not page[0]:
        page = page[1:]
    while page and not page[-1]:
        page = page[:-1]
    return page
