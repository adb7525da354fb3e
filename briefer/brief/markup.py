"""A block's text as paragraphs of runs: ``**bold**``, ``*italic*``, ``[^n]``, ``- `` lists, ``\\`` to escape.

Every line is a paragraph, as in Word; empty lines only separate. Nothing else is markup: what does not close is
plain text, so that no character of a delegate's sentence is ever lost.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of text in one form; with ``note`` set it is the mark of the block's n-th source instead."""

    text: str
    bold: bool = False
    italic: bool = False
    note: int = 0


class Paragraph(NamedTuple):
    """One line of a block."""

    runs: tuple[Run, ...]
    bullet: bool = False


_TOKEN = re.compile(r"\\(.)|\[\^(\d{1,4})\]|(\*\*\*|\*\*|\*)", re.DOTALL)


def parse(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a block's text, empty lines left out."""
    return tuple([_paragraph(line) for line in text.split("\n") if line.strip()])


def bare(text: str) -> str:
    """The text where it is one line without markup, which most are; nothing for another one."""
    line = text.strip()
    return "" if "\n" in line or "*" in line or "\\" in line or "[^" in line or line[:2] == "- " else line


def plain(text: str) -> str:
    """The text as it is read: no markup, no note marks, one line a paragraph."""
    return "\n".join(("- " if p.bullet else "") + "".join(r.text for r in p.runs if not r.note) for p in parse(text))


def escape(text: str) -> str:
    """Text from a source so written that it comes out of ``parse`` as it went in."""
    out = re.sub(r"([\\*])", r"\\\1", text)
    out = re.sub(r"\[(?=\^\d)", r"\\[", out)
    return re.sub(r"(?m)^(\s*)- ", r"\1\\- ", out)


def _paragraph(line: str) -> Paragraph:
    line = line.strip()
    bullet = line.startswith("- ")
    if bullet:
        line = line[2:].lstrip()
    return Paragraph(tuple(_runs(line)), bullet)


def _runs(line: str) -> list[Run]:
    if "*" not in line and "\\" not in line and "[^" not in line:
        return [Run(line)] if line else []
    found = pieces(line)
    mates = pairs(found)
    runs: list[Run] = []
    bold = italic = False
    for index, piece in enumerate(found):
        if index in mates:
            bold, italic = toggled(piece.star, bold, italic)
            continue
        if piece.note:
            runs.append(Run("", bold, italic, piece.note))
        elif runs and not runs[-1].note and runs[-1][1:3] == (bold, italic):
            runs[-1] = runs[-1]._replace(text=runs[-1].text + piece.text)
        elif piece.text:
            runs.append(Run(piece.text, bold, italic))
    return runs


class Piece(NamedTuple):
    """A stretch of a line as it is written, and what it is read as."""

    raw: str
    text: str
    star: str = ""
    """The stars, where it may be a mark of bold or italic."""
    note: int = 0


def pieces(line: str) -> list[Piece]:
    """A line cut at everything that could be markup; joined, what is raw gives the line again."""
    found: list[Piece] = []
    at = 0
    for m in _TOKEN.finditer(line):
        if m.start() > at:
            found.append(Piece(line[at : m.start()], line[at : m.start()]))
        at = m.end()
        if m[1] is not None:
            # A backslash hides only what could be markup; elsewhere (a path, a formula) it is itself.
            found.append(Piece(m[0], m[1] if m[1] in "\\*[-" else m[0]))
        elif m[2] is not None:
            found.append(Piece(m[0], m[0], note=int(m[2])))
        else:
            found.append(Piece(m[0], m[0], star=m[0]))
    if at < len(line):
        found.append(Piece(line[at:], line[at:]))
    return found


def pairs(found: list[Piece]) -> dict[int, int]:
    """Which star pieces open or close something, each with its mate.

    One opens before a non-space and closes after one; a single star moreover opens only where a word may begin, and closes
    only where one may end.
    """
    mates: dict[int, int] = {}
    open_at: list[int] = []
    for i, piece in enumerate(found):
        if not piece.star:
            continue
        before = found[i - 1].text[-1:] if i else ""
        after = found[i + 1].text[:1] if i + 1 < len(found) else ""
        can_close, can_open = bool(before.strip()), bool(after.strip())
        if piece.star == "*":
            # “Kosovo*” and “3*4” keep their star: one within or right behind a word opens nothing.
            can_close, can_open = can_close and not after.isalnum(), can_open and not before.isalnum()
        match = next((o for o in reversed(open_at) if found[o].star == piece.star), None) if can_close else None
        if match is not None:
            mates |= {match: i, i: match}
            open_at = [o for o in open_at if o < match]
        elif can_open:
            open_at.append(i)
    return mates


def toggled(star: str, bold: bool, italic: bool) -> tuple[bool, bool]:
    """Whether bold and italic are on after a mark that opens or closes."""
    return bold ^ ("**" in star), italic ^ (star in ("*", "***"))
