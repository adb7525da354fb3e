"""A line of a block's text letter by letter, each as it is read and as it is written.

For changes in the midst of a text that leave the rest of it as it stands: ``read`` takes a line apart, ``written`` puts
it together again, so that it says just what is meant and what is bold or italic stays so as far as it can be written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from briefer.brief import markup


class Glyph(NamedTuple):
    """One letter, one mark of a source, or one mark where bold or italic begins or ends."""

    raw: str
    text: str = ""
    """The letter as it is read; empty on marks."""
    note: int = 0
    pair: int = 0
    """On marks of bold and italic: a number that only the one that opens and the one that closes share."""

    @property
    def blank(self) -> bool:
        """Whether it is a letter that only separates."""
        return self.text.isspace()

    @property
    def said(self) -> bool:
        """Whether anything is read or cited here."""
        return bool(self.text or self.note)


class Line(NamedTuple):
    """One line: what stands before its first letter (blanks, the dash of a list), its glyphs, blanks at its end."""

    lead: str
    glyphs: tuple[Glyph, ...]
    trail: str = ""

    @property
    def raw(self) -> str:
        """The line as it was written."""
        return self.lead + raw(self.glyphs) + self.trail

    @property
    def read(self) -> str:
        """Its letters, without marks."""
        return "".join(g.text for g in self.glyphs)

    @property
    def bullet(self) -> bool:
        """Whether it is one of a list."""
        return "-" in self.lead


def raw(glyphs: Iterable[Glyph]) -> str:
    """Glyphs as they are written."""
    return "".join(g.raw for g in glyphs)


def read(line: str) -> Line:
    """A line taken apart; its parts joined give it again, letter for letter."""
    body = line.strip()
    start = line.find(body) if body else len(line)
    if body.startswith("- "):
        body = body[2:].lstrip()
        start = line.find(body, line.find("- ") + 2)
    found = markup.pieces(body)
    mates = markup.pairs(found)
    glyphs: list[Glyph] = []
    for i, piece in enumerate(found):
        if i in mates:
            glyphs.append(Glyph(piece.raw, pair=min(i, mates[i]) + 1))
        elif piece.note:
            glyphs.append(Glyph(piece.raw, note=piece.note))
        elif piece.text != piece.raw:
            glyphs.append(Glyph(piece.raw, piece.text))
        else:
            glyphs += [Glyph(c, c) for c in piece.text]
    return Line(line[:start], tuple(glyphs), line[start + len(body) :])


def lines(text: str) -> list[Line]:
    """All lines of a text, empty ones too."""
    return [read(line) for line in text.split("\n")]


def letters(text: str) -> tuple[Glyph, ...]:
    """Plain words as glyphs; line breaks and tabs are blanks."""
    return tuple(Glyph(f"\\{c}" if c in "\\*" else c, c) for c in (" " if c in "\n\r\t" else c for c in text))


def mark(number: int) -> Glyph:
    """The mark of a block's n-th source."""
    return Glyph(f"[^{number}]", note=number)


def written(glyphs: Sequence[Glyph], *, bullet: bool = False) -> str:
    """A line that reads as the glyphs say; nothing where they say nothing.

    As they are written, if that reads so; else with more of them escaped; else with less of it bold or italic.
    """
    wanted = tidied(glyphs)
    if not any(g.said for g in wanted):
        return ""
    lead = "- " if bullet else ""
    for attempt in (wanted, *_safer(wanted)):
        line = lead + raw(attempt)
        if _says(line, attempt, bullet):
            return line
    return lead + raw(_unstyled(wanted))


def tidied(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Without blanks at the ends, and with blanks moved out of what is bold or italic, which is taken off where it is empty."""
    kept = list(glyphs)
    moved = True
    while moved:
        moved = False
        opened: dict[int, int] = {}
        for i, g in enumerate(kept):
            if not g.pair:
                continue
            if g.pair not in opened:
                opened[g.pair] = i
                if i + 1 < len(kept) and kept[i + 1].blank:
                    kept[i : i + 2] = [kept[i + 1], g]
                    moved = True
                    break
            elif not any(x.note or (x.text and not x.blank) for x in kept[opened[g.pair] : i]):
                kept = [x for x in kept if x.pair != g.pair]
                moved = True
                break
            elif kept[i - 1].blank:
                kept[i - 1 : i + 1] = [g, kept[i - 1]]
                moved = True
                break
    begin = next((i for i, g in enumerate(kept) if not g.blank), len(kept))
    end = next((i for i in range(len(kept), begin, -1) if not kept[i - 1].blank), begin)
    return kept[begin:end]


def escaped(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The same with every letter escaped that could be taken for markup where it stands."""
    found: list[Glyph] = []
    following = [g.text for g in glyphs if g.text]
    first, seen = next((i for i, g in enumerate(glyphs) if g.said), 0), 0
    for i, g in enumerate(glyphs):
        if g.text:
            seen += 1
            after = following[seen] if seen < len(following) else ""
            special = g.text in "\\*" or (g.text == "[" and after == "^") or (i == first and g.text + after == "- ")
            g = Glyph(f"\\{g.text}" if special else g.text, g.text)
        found.append(g)
    return found


def _safer(wanted: list[Glyph]) -> Iterable[list[Glyph]]:
    yield (safe := escaped(wanted))
    yield _respelt(safe)
    numbers = list(dict.fromkeys(g.pair for g in wanted if g.pair))
    if len(numbers) > 1:  # two marks side by side can be read as another one
        for number in reversed(numbers):
            yield tidied([g for g in safe if g.pair != number])


def _respelt(wanted: list[Glyph]) -> list[Glyph]:
    """The same with marks of its own around every stretch of one form."""
    said = [g for g in wanted if not g.pair]
    forms = [(bold, italic) for _, _, bold, italic in says(wanted)]
    found: list[Glyph] = []
    now, number = (False, False), 0
    for g, form in [*zip(said, forms, strict=True), (Glyph(""), (False, False))]:
        if form != now and not g.blank:
            found += [Glyph(_STARS[now], pair=number)] if any(now) else []
            number += 1
            found += [Glyph(_STARS[form], pair=number)] if any(form) else []
            now = form
        found.append(g)
    return tidied([g for g in found if g.raw])


_STARS = {(True, False): "**", (False, True): "*", (True, True): "***"}


def _unstyled(wanted: list[Glyph]) -> list[Glyph]:
    return escaped([g for g in wanted if not g.pair])


def says(glyphs: Iterable[Glyph]) -> list[tuple[str, int, bool, bool]]:
    """What is read: each letter and mark of a source with bold and italic, which mean nothing on a blank."""
    found: list[tuple[str, int, bool, bool]] = []
    bold = italic = False
    for g in glyphs:
        if g.pair:
            bold, italic = markup.toggled(g.raw, bold, italic)
        else:
            found.append((g.text, g.note, bold and not g.blank, italic and not g.blank))
    return found


def reads(line: str, wanted: Sequence[Glyph]) -> bool:
    """Whether a line reads as glyphs say."""
    return says(read(line).glyphs) == says(wanted)


def _says(line: str, wanted: Sequence[Glyph], bullet: bool) -> bool:
    return read(line).bullet == bullet and reads(line, wanted)


def changed(text: str, change: Callable[[Line], Sequence[Glyph]]) -> str:
    """A text with the glyphs of each line changed; lines that come back as they were stay so, those left empty go."""
    made = [rewritten(line, change(line)) for line in lines(text)]
    return "\n".join(line for line in made if line is not None)


def rewritten(line: Line, glyphs: Sequence[Glyph]) -> str | None:
    """A line with other glyphs, with as little else changed as can be; None where nothing is left of it."""
    if tuple(glyphs) == line.glyphs:
        return line.raw
    if not any(g.said for g in glyphs):
        return None
    plainly = line.lead + raw(glyphs) + line.trail
    return plainly if _says(plainly, glyphs, line.bullet) else written(glyphs, bullet=line.bullet) or None


def place(line: Line, at: int) -> int:
    """Where among its glyphs an offset of a line is: beside a mark that it falls in, outside of what is bold where it is
    at its edge, and behind the marks of the sources of what stands before it.
    """
    index, offset = 0, len(line.lead)
    while index < len(line.glyphs) and offset < at:
        offset += len(line.glyphs[index].raw)
        index += 1
    pairs = [g.pair for g in line.glyphs]
    while index < len(pairs) and (pairs[index] in pairs[:index] if pairs[index] else line.glyphs[index].note and index):
        index += 1
    while index and pairs[index - 1] and pairs[index - 1] not in pairs[: index - 1]:
        index -= 1
    return index


def read_out(text: str) -> str:
    """A text as one line of words, for comparing."""
    return " ".join(markup.plain(text).split())
