"""Words as they will stand on the page: bold, italic, lists, and the marks of the sources, numbered through the note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from textual.content import Content

from briefer.brief import markup
from briefer.brief.model import Block, Brief
from briefer.tui import showing
from briefer.tui.plain import plain

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(numbers: Sequence[int]) -> str:
    """Numbers of notes as raised figures: ``¹`` or ``¹ ²``."""
    return " ".join(str(n).translate(_RAISED) for n in numbers)


def numbers(brief: Brief) -> dict[str, tuple[int, ...]]:
    """For each block the numbers of its notes, in the order in which the Word file counts them.

    One number for each mark in the text, then one for each source that the text does not refer to.
    """
    found: dict[str, tuple[int, ...]] = {}
    count = 0
    for section in brief.sections:
        for block in section.blocks:
            if block.sources:
                notes = len(cited(block))
                found[block.id] = tuple(range(count + 1, count + notes + 1))
                count += notes
    return found


@lru_cache(maxsize=4096)
def cited(block: Block) -> tuple[int, ...]:
    """The places (from 1) of a block's sources in the order in which they are noted, one for each note."""
    known = range(1, len(block.sources) + 1)
    marks = [n for n in _marks(block.text) if n in known]
    return (*marks, *(n for n in known if n not in marks))


def _marks(text: str) -> list[int]:
    return [r.note for p in markup.parse(text) for r in p.runs if r.note] if "[^" in text else []


def words(block: Block, notes: Sequence[int], style: str = "") -> Content:
    """A block's text with its forms; ``notes`` are the numbers that ``numbers`` gives it."""
    left = list(notes)
    known = len(block.sources)
    lines: list[Content] = []
    for paragraph in markup.parse(block.text):
        parts = [plain("• ", style)] if paragraph.bullet else []
        for run in paragraph.runs:
            if run.note:
                mark = raised([left.pop(0)]) if left and run.note <= known else f"[^{run.note}]"
                parts.append(plain(mark, style))
            else:
                forms = [style, "bold" if run.bold else "", "italic" if run.italic else ""]
                parts.append(plain(run.text, " ".join(f for f in forms if f)))
        lines.append(Content("").join(parts))
    if left and lines:
        lines[-1] = Content("").join([lines[-1], plain(raised(left), style)])
    return Content("\n").join(lines)


def signs(found: str, between: str = "") -> Content:
    """The signs of a block or entry; those that ask for attention stand out, the marking is said quietly."""
    return Content(between).join([plain(s, "$foreground-muted" if s == "L" else "bold $text-error") for s in found])


def footnotes(block: Block, notes: Sequence[int]) -> Content:
    """The notes of a block, one a line, as at the foot of the page."""
    lines = [
        f"{raised([n])} {showing.source(block.sources[at - 1])}" for n, at in zip(notes, cited(block), strict=True)
    ]
    return plain("\n".join(lines), "$foreground-muted")


#: What is written while a block is under work: marks that show their effect already there.
_FORMS = (
    (re.compile(r"(?<![\\*])\*\*(?=[^\s*])(?:[^*]|\*(?!\*))*?(?<=\S)\*\*"), "bold"),
    (re.compile(r"(?<![\\*])\*(?=[^\s*])[^*]*?(?<=[^\s*])\*(?!\*)"), "italic"),
    (re.compile(r"(?<!\\)\[\^\d{1,4}\]"), "bold reverse"),
)


@lru_cache(maxsize=256)
def forms(line: str) -> tuple[tuple[int, int, str], ...]:
    """Stretches of a line of raw text with the style that its markup asks for."""
    if "*" not in line and "[^" not in line:
        return ()
    return tuple((m.start(), m.end(), style) for pattern, style in _FORMS for m in pattern.finditer(line))
