"""The marks by which a block's text refers to its sources: ``[^n]`` is the n-th of them."""

from __future__ import annotations

from collections.abc import Mapping

from briefer.brief import glyphs
from briefer.brief.glyphs import Glyph, Line


def used(text: str) -> list[int]:
    """The numbers of the sources that a text refers to, in its order."""
    return [g.note for line in glyphs.lines(text) for g in line.glyphs if g.note] if "[^" in text else []


def renumbered(text: str, to: Mapping[int, int]) -> str:
    """A text whose marks have other numbers: 0 takes one out, those not named stay."""
    if "[^" not in text:
        return text

    def change(line: Line) -> list[Glyph]:
        new = ((g, to.get(g.note, g.note)) for g in line.glyphs)
        return [g if number == g.note else glyphs.mark(number) for g, number in new if number or not g.note]

    return glyphs.changed(text, change)


def unmarked(text: str) -> str:
    """A text without the marks of its sources."""
    return renumbered(text, dict.fromkeys(used(text), 0))


def grounded(text: str, sources: int) -> str:
    """A text in which marks without a source are plain words, so that they do not come to mean one added later."""

    def change(line: Line) -> list[Glyph]:
        return [x for g in line.glyphs for x in (_as_words(g) if g.note > sources else (g,))]

    return glyphs.changed(text, change) if any(n > sources for n in used(text)) else text


def _as_words(one: Glyph) -> list[Glyph]:
    return [Glyph("\\[", "["), *(Glyph(c, c) for c in one.raw[1:])]
