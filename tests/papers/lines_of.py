"""Lines made from plain strings for tests: ``# `` a heading's style, ``**bold**``, ``^1^`` raised, an empty line room."""

from __future__ import annotations

import re

from briefer.papers.lines import Line, Span

_PIECE = re.compile(r"(\*\*.+?\*\*|\^[^^ ]+\^)")


def spans(text: str, bold: bool = False, size: float | None = None) -> tuple[Span, ...]:
    """A line's words with their type."""
    found = []
    for piece in _PIECE.split(text):
        if piece.startswith("**"):
            found.append(Span(piece[2:-2], size, bold=True))
        elif piece.startswith("^") and len(piece) > 1:
            found.append(Span(piece[1:-1], size, bold=bold, raised=True))
        elif piece:
            found.append(Span(piece, size, bold=bold))
    return tuple(found)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text; ``\\f`` alone on a line begins a page."""
    found: list[Line] = []
    gap, page = False, 1
    for raw in text.strip("\n").split("\n"):
        bare = raw.strip()
        if bare == "\f" or not bare:
            page += bare == "\f" or raw == "\f"
            gap = gap or raw != "\f"
            continue
        level = len(bare) - len(bare.lstrip("#"))
        style = f"heading {level}" if level and bare[level : level + 1] == " " else ""
        found.append(Line(spans(bare[level:].strip() if style else bare), page, style=style, gap=gap))
        gap = False
    return tuple(found)
