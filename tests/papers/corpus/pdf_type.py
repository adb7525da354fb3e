"""Sets type on a PDF page: words with raised marks, lines broken to a width, each drawn where it belongs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from .content import NOTE

RISE, SMALL = 0.36, 0.62
"""How far a footnote mark is raised, and how large it is, as parts of the size of the type."""


@dataclass(frozen=True)
class Face:
    """A built-in font in a size, with the distance between lines."""

    font: str = "Times-Roman"
    size: float = 12
    leading: float = 17


Pieces = list[tuple[str, bool]]
"""A word in pieces: text, and whether it is a raised mark."""


def pieces(word: str) -> Pieces:
    """The word with its footnote marks apart."""
    made, at = [], 0
    for found in NOTE.finditer(word):
        made += [(word[at : found.start()], False), (found.group(1), True)]
        at = found.end()
    return [(text, raised) for text, raised in (*made, (word[at:], False)) if text]


def width(of: Pieces, face: Face) -> float:
    """How wide a word is."""
    return sum(stringWidth(text, face.font, face.size * (SMALL if raised else 1)) for text, raised in of)


def broken(said: str, face: Face, room: float, hyphens: bool = False) -> list[str]:
    """The text in lines no wider than ``room``; plain long words are broken with a hyphen where that is wanted."""
    lines: list[str] = []
    line, used = [], 0.0
    space = stringWidth(" ", face.font, face.size)
    words = said.split()
    while words:
        word = words.pop(0)
        wide = width(pieces(word), face)
        if not line or used + space + wide <= room:
            used += wide + (space if line else 0)
            line.append(word)
            continue
        if hyphens and re.fullmatch(r"[a-zäöåéèß]{8,}[.,;?]?", word):
            at = len(word.rstrip(".,;?")) // 2
            if used + space + stringWidth(word[:at] + "-", face.font, face.size) <= room:
                line.append(word[:at] + "-")
                word = word[at:]
        lines.append(" ".join(line))
        line, used = [], 0.0
        words.insert(0, word)
    if line:
        lines.append(" ".join(line))
    return lines


def draw(canvas: Canvas, x: float, y: float, line: str, face: Face, stretch: float = 0, apart: bool = False) -> None:
    """One line; ``stretch`` widens each space (justified type), ``apart`` draws every word by itself."""
    space = stringWidth(" ", face.font, face.size) + stretch
    plain = not NOTE.search(line) and not apart
    if plain:
        text = canvas.beginText(x, y)
        text.setFont(face.font, face.size)
        text.setWordSpace(stretch)
        text.textOut(line)
        canvas.drawText(text)
        return
    for nth, word in enumerate(line.split(" ")):
        x += space if nth else 0
        for text, raised in pieces(word):
            size = face.size * (SMALL if raised else 1)
            canvas.setFont(face.font, size)
            canvas.drawString(x, y + (face.size * RISE if raised else 0), text)
            x += stringWidth(text, face.font, size)
