"""On which page a heading comes to stand, reckoned from the styles' sizes: what a table of contents shows until Word
works it out anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil

from msgspec import Struct

from briefer.word.listing import kept, of_item
from briefer.word.look import STYLES, Look
from briefer.word.shapes import Heading, Item, Outline, Paragraph, Run, Table

#: Widths of the printable ASCII characters, in thousandths of the type size: of Arial, and of Times New Roman.
_SANS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, *(556,) * 10, 278, 278, 584, 584, 584,
    556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
    667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833,
    556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
_SERIF = (
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, *(500,) * 10, 278, 278, 564, 564, 564,
    444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722,
    722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778,
    500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
)  # fmt: skip
#: From the foot of a letter that reaches down to the head of one that reaches up, against the type size.
_LINE = 1.15
#: How much wider bold letters are.
_BOLD = 1.07
#: Above the first footnote of a page, in twentieths of a point.
_RULE = 120
#: The least room that is reckoned with, in twentieths of a point.
_LEAST = 200
#: What a row has above and below its text: the margins of its cells and its line.
_ROW = 40
#: What a table's own lines take at its end.
_TABLE = 50


class Metric(Struct, frozen=True):
    """A style in twentieths of a point; ``size`` is that of its type."""

    size: float
    line: float
    before: int
    after: int
    aside: int
    """What indents take of the width."""
    bold: bool
    keep: bool
    """Whether it stays with what follows."""
    edge: float = 0.0
    """What lines above and below it take, and the space to them."""
    wide: float = 1.0
    """How wide its letters are, against Arial or Times New Roman."""


class Box(Struct):
    """Something that stands on one page, or a paragraph that may go over."""

    height: float
    line: float = 0.0
    """The height of a line, where it may be broken between lines."""
    notes: float = 0.0
    keep: bool = False
    anchor: str = ""
    before: int = 0
    """The space above it, which falls away at the head of a page."""
    after: int = 0
    """The space below it; between two only the greater one stands."""
    fresh: bool = False
    """Whether it begins a page."""


def pages(note: Outline, look: Look, styles: bytes, contents: int) -> tuple[dict[str, int], float]:
    """The page of each heading by its anchor, and how many pages all would fill without gaps.

    ``contents`` lines of a table of contents stand before the first heading.
    """
    metrics = metrics_of(styles)
    setter = Setter(look, metrics, note)
    boxes: list[Box] = []
    listed = not contents
    for item in note.items:
        if not listed and isinstance(item, Heading):
            boxes.append(Box(setter.text("TOCHeading", " ") + contents * setter.text("TOC1", " ")))
            listed = True
        boxes += setter.boxes(item)
    return broken(boxes, look.height), sum(box.height + box.notes for box in boxes) / look.height


def lines(text: str, ident: str, look: Look, styles: bytes) -> int:
    """How many lines a text takes in a style, by our own id of it."""
    metrics = metrics_of(styles)
    metric = metrics.get(look.style(ident)) or metrics[""]
    return lines_of(text, metric, look.width - metric.aside, metrics["serif"].bold)


def lines_of(text: str, metric: Metric, room: int, serif: bool) -> int:
    """How many lines a text takes, word by word, where so much room is between its indents."""
    wide = max(room, _LEAST) * 1000 / metric.size / metric.wide / (_BOLD if metric.bold else 1)
    space = _width(" ", serif)
    count, at = 1, 0.0
    for word in text.split():
        width = _width(word, serif)
        at += width + space
        # A space at the end of a line takes no room.
        if at - space > wide:
            count, at = count + 1 if at > width + space else count, width + space
            while at - space > wide:
                count, at = count + 1, at - wide
    return count


def broken(boxes: Sequence[Box], room: float, taken: float = 0.0) -> dict[str, int]:
    """The page of each box with an anchor, where a page has room for so much, the first one for so much less."""
    # A file may say anything of its margins, headers and indents; pages end all the same.
    room = max(room, _LEAST)
    found: dict[str, int] = {}
    page, used, noted = 1, taken, 0.0
    at, below = 0, 0
    while at < len(boxes):
        end = at
        while boxes[end].keep and end + 1 < len(boxes) and end - at < 12 and not boxes[end + 1].fresh:
            end += 1
        group = boxes[at : end + 1]
        last = group[-1]
        shared = [min(above.after, box.before) for above, box in pairwise(group)]
        # What is kept together needs room for all of it, and for two lines of what may be broken after it.
        head = sum(b.height for b in group[:-1]) + (min(last.height, 2 * last.line) if last.line else last.height)
        notes = sum(b.notes for b in group)
        above = _RULE if notes and not noted else 0
        joined = min(below, group[0].before)
        if used and (group[0].fresh or used - joined + noted + head - sum(shared) + notes + above > room):
            page, used, noted = page + 1, 0.0, 0.0
            joined = group[0].before
            above = _RULE if notes else 0
        for box in group:
            if box.anchor:
                found[box.anchor] = page
        used += sum(b.height for b in group) - sum(shared) - joined
        below = last.after
        noted += notes + above
        while used + noted > room and last.line:
            over = used + noted - room
            page, used, noted = page + 1, min(max(ceil(over / last.line), 2) * last.line, last.height), 0.0
            if used >= room:
                used = over
        at = end + 1
    return found


class Setter:
    """Reckons heights; keeps what the notes take."""

    def __init__(self, look: Look, metrics: dict[str, Metric], note: Outline) -> None:
        self._look = look
        self._metrics = metrics
        self._notes = {n.number: n for n in note.notes} if look.sources == "footnotes" else {}

    def boxes(self, item: Item) -> Iterator[Box]:
        """What stands on the page for an item."""
        if isinstance(item, Heading):
            ident = f"Heading{item.level}"
            metric = self._metric(ident)
            height = self.text(ident, item.text)
            yield Box(height, keep=True, anchor=item.anchor, before=metric.before, after=metric.after)
        elif isinstance(item, Table):
            yield from self._rows(item)
        else:
            for par in of_item(item):
                metric = self._metric(STYLES[par.kind])
                text = "".join(r.text for r in par.runs)
                height = self.text(STYLES[par.kind], text)
                lines = height - metric.before - metric.after > 3 * metric.line and not metric.keep
                line, keep = metric.line if lines else 0.0, metric.keep or par.kept
                yield Box(height, line, self._noted(par), keep, before=metric.before, after=metric.after)

    def text(self, ident: str, text: str, width: int = 0, *, bare: bool = False) -> float:
        """How high a paragraph stands, with the space above and below it."""
        metric = self._metric(ident)
        room = (width or self._look.width) - metric.aside
        around = 0 if bare else metric.before + metric.after
        return lines_of(text, metric, room, self._serif) * metric.line + metric.edge + around

    @property
    def _serif(self) -> bool:
        return self._metrics["serif"].bold

    def _metric(self, ident: str) -> Metric:
        return self._metrics.get(self._look.style(ident)) or self._metrics[""]

    def _noted(self, par: Paragraph) -> float:
        return sum(self.note(r.note) for r in par.runs if r.note)

    def note(self, number: int) -> float:
        """How high a footnote stands; nothing where the sources are no footnotes."""
        note = self._notes.get(number)
        return self.text("FootnoteText", "".join(r.text for r in note.runs)) if note else 0.0

    def _rows(self, table: Table) -> Iterator[Box]:
        widths = [self._look.width * c.share // 100 - 150 for c in table.columns]
        if any(c.title for c in table.columns):
            cells = [(Paragraph("cell-head", (Run(c.title),)),) for c in table.columns]
            yield Box(self._cells(cells, widths) + _ROW, keep=True)
        for row, stays in zip(table.rows, kept(table), strict=True):
            spanned = [self._look.width - 150] if len(row.cells) == 1 < len(widths) else widths
            height = max(self._cells(row.cells, spanned) + _ROW, 680 if row.to_fill else 0)
            yield Box(height, notes=sum(self._noted(p) for cell in row.cells for p in cell), keep=stays)
        yield Box(self.text("TableEnd", " ") + _TABLE)

    def _cells(self, cells: Sequence[Sequence[Paragraph]], widths: Sequence[int]) -> float:
        return max(
            sum(self.text(STYLES[p.kind], "".join(r.text for r in p.runs), width) for p in cell)
            for cell, width in zip(cells, widths, strict=True)
        )


@lru_cache(maxsize=16384)
def _width(word: str, serif: bool) -> float:
    """The width of a word in thousandths of its size."""
    table = _SERIF if serif else _SANS
    return sum(table[ord(c) - 32] if " " <= c <= "~" else 520 for c in word)


#: The letters of common fonts against those of Arial, or of Times New Roman where they have serifs, and the height of their
#: lines against the type size.
_FONTS = {
    "calibri": (0.9, 1.22), "verdana": (1.19, 1.215), "tahoma": (1.02, 1.21), "trebuchet ms": (1.01, 1.16),
    "segoe ui": (1.03, 1.33), "aptos": (1.03, 1.28), "cambria": (1.06, 1.17), "georgia": (1.13, 1.14),
    "garamond": (0.94, 1.125), "book antiqua": (1.08, 1.25), "palatino linotype": (1.08, 1.35),
}  # fmt: skip
_WITH_SERIFS = re.compile("times|serif|georgia|garamond|cambria|book|palatino", re.IGNORECASE)


@lru_cache(maxsize=8)
def metrics_of(styles: bytes, theme: bytes = b"") -> dict[str, Metric]:
    """Every style's sizes, what it is based on counted in; under an empty name those of the text.

    ``theme`` is the part with the fonts that the styles may leave to it.
    """
    text = styles.decode()
    defaults = text.partition("<w:docDefaults>")[2].partition("</w:docDefaults>")[0]
    given = {m[1]: m[0] for m in re.finditer(r'<w:style\b[^>]*?w:styleId="([^"]*)".*?</w:style>', text, re.DOTALL)}
    normal = next((style for style in given.values() if re.search(r'w:default="1"[^>]*w:styleId="N', style[:200])), "")
    font = _font(normal, theme.decode()) or _font(defaults, theme.decode())
    serif = bool(_WITH_SERIFS.search(font))
    wide, high = _FONTS.get(font.casefold(), (1.0, _LINE))

    def chain(ident: str) -> list[str]:
        found: list[str] = []
        while ident in given and given[ident] not in found:
            found.append(given[ident])
            based = re.search(r'<w:basedOn w:val="([^"]*)"', given[ident])
            ident = based[1] if based else ""
        return [*found, defaults]

    made = {ident: _metric(chain(ident), wide, high) for ident in given}
    made[""] = made.get("Normal") or _metric([defaults], wide, high)
    made["serif"] = Metric(0, 0, 0, 0, 0, serif, False)
    return made


def _font(style: str, theme: str) -> str:
    """The font that a style names, or leaves to the theme; nothing for one that names none."""
    if named := re.search(r'<w:rFonts\b[^>]*?w:ascii="([^"]*)"', style):
        return named[1]
    left = re.search(r'<w:rFonts\b[^>]*?w:asciiTheme="(major|minor)', style)
    found = left and re.search(rf'<a:{left[1]}Font>.*?<a:latin\b[^>]*?typeface="([^"]*)"', theme, re.DOTALL)
    return found[1] if found else ""


def _metric(chain: Sequence[str], wide: float, high: float) -> Metric:
    def first(pattern: str, otherwise: str) -> str:
        return next((m[1] for style in chain if (m := re.search(pattern, style))), otherwise)

    size = int(first(r'<w:sz w:val="(\d+)"', "20")) * 10.0
    multiple = int(first(r'<w:spacing\b[^>]*?w:line="(\d+)"', "240"))
    exact = first(r'<w:spacing\b[^>]*?w:lineRule="(\w+)"', "auto") != "auto"
    aside = sum(int(first(rf'<w:ind\b[^>]*?w:{side}="(\d+)"', "0")) for side in ("left", "right"))
    bordered = next((m[0] for style in chain if (m := re.search(r"<w:pBdr>.*?</w:pBdr>", style, re.DOTALL))), "")
    edges = re.findall(r'<w:(?:top|bottom)\b[^>]*?w:sz="(\d+)"[^>]*?w:space="(\d+)"', bordered)
    return Metric(
        edge=sum(int(sz) * 2.5 + int(space) * 20 for sz, space in edges),
        size=size,
        line=float(multiple) if exact else size * high * multiple / 240,
        wide=wide,
        before=int(first(r'<w:spacing\b[^>]*?w:before="(\d+)"', "0")),
        after=int(first(r'<w:spacing\b[^>]*?w:after="(\d+)"', "0")),
        aside=aside,
        bold=any("<w:b/>" in style for style in chain[:-1]),
        keep=any("<w:keepNext/>" in style for style in chain),
    )
