"""The body's lines as a tree of headings and as paragraphs with their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefer.papers.blocks import Block, blocks
from briefer.papers.heading_evidence import ENOUGH, VISIBLE, Seen, evidence, in_capitals, is_annex, seen_in
from briefer.papers.lines import Line
from briefer.papers.model import Heading, Paragraph

#: Where a heading that goes on in the next line breaks off.
_BREAKS_OFF = re.compile(
    r"(?:[,–—-]|\b(?:and|of|the|to|in|on|for|with|by|et|de|des|du|und|der|die|für|zur|och|av|för|om))\Z", re.I
)
_DEPTH = {"ROMAN": 0, "upper": 1, "number": 2, "decimal": 3, "roman": 4, "lower": 4, "label": 5, "bullet": 6}


@dataclass(frozen=True, slots=True)
class _Kind:
    """What headings of one level share."""

    style: int
    """The level that the format gives; 0 without."""
    size: float
    caps: bool
    bold: bool
    numbering: str
    depth: int

    def above(self, other: _Kind) -> bool:
        """Whether a heading of this kind stands above one of another."""
        if self.style and other.style:
            return self.style < other.style
        if bool(self.style) != bool(other.style):
            return bool(self.style)
        if abs(self.size - other.size) >= VISIBLE:
            return self.size > other.size
        if self.numbering and other.numbering and self.depth != other.depth:
            return self.depth < other.depth
        if self.caps != other.caps:
            return self.caps
        return self.bold and not other.bold


def outline(body: Sequence[Line], whole_paragraphs: bool) -> tuple[tuple[Heading, ...], tuple[Paragraph, ...]]:
    """The headings and the paragraphs of a body without header, page furniture and footnote bodies.

    Paragraphs name the heading they stand under and their place: counted under it from 1, lists, quotations and table
    cells with them.
    """
    found = blocks(body, whole_paragraphs)
    paper = seen_in(found)
    is_heading = [evidence(found, i, paper) >= ENOUGH for i in range(len(found))]
    headings: list[Heading] = []
    paragraphs: list[Paragraph] = []
    above: list[_Kind] = []
    annex = False
    count = 0
    before: Block | None = None
    for block, heads in zip(found, is_heading, strict=True):
        if not heads:
            count += 1
            paragraphs.append(_paragraph(block, headings, count))
            before = None
            continue
        count = 0
        if before is not None and _goes_on(before, block):
            text = f"{headings[-1].text} {_printed(block)}"
            headings[-1] = replace(headings[-1], text=text)
            before = replace(before, text=text)
            continue
        if is_annex(block):
            above, annex, level = [], True, 1
        else:
            level = _level(_kind(block, paper), above) + annex
        headings.append(Heading(level, _printed(block), block.page))
        before = block
    return tuple(headings), tuple(paragraphs)


def _paragraph(block: Block, headings: Sequence[Heading], count: int) -> Paragraph:
    under = headings[-1].text.rstrip(" :") if headings else ""
    number = None
    if block.mark is not None and not block.mark.bullet:
        number = block.mark.printed.rstrip(".:").strip()
    return Paragraph(
        block.text,
        number,
        block.page,
        len(headings) - 1 if headings else None,
        f"{under}, para. {count}" if under else f"para. {count}",
        block.notes,
        block.mark.printed if block.mark else "",
        block.left,
        block.cell,
    )


def _printed(block: Block) -> str:
    """A heading as printed, its number with it."""
    return f"{block.mark.printed} {block.text}".strip() if block.mark else block.text


def _goes_on(before: Block, block: Block) -> bool:
    """Whether a heading is the second line of the one before it."""
    if block.mark is not None or is_annex(before) or before.style != block.style or before.bold != block.bold:
        return False
    if (before.size or 0) != (block.size or 0):
        return False
    return block.text[:1].islower() or _BREAKS_OFF.search(before.text) is not None


def _level(kind: _Kind, above: list[_Kind]) -> int:
    """The level of a heading below those above it, which are changed to the ones above the next."""
    if kind in above:
        del above[above.index(kind) :]
    else:
        while above and kind.above(above[-1]):
            above.pop()
        if above and above[-1].style and kind.style == above[-1].style:
            above.pop()
    above.append(kind)
    return len(above)


def _kind(block: Block, paper: Seen) -> _Kind:
    style = int(block.style[-1]) if block.style[-1:].isdigit() else 0
    mark = block.mark if block.mark is not None and not block.mark.bullet else None
    if style:
        return _Kind(style, 0, False, False, "", 0)
    reading = mark.values[0][0] if mark else ""
    depth = _DEPTH.get(reading, 0) + (mark.form.count(".") if mark and reading == "decimal" else 0)
    size = block.size or paper.body_size or 0.0
    return _Kind(0, size, in_capitals(block.text), block.bold, reading + str(depth) if mark else "", depth)
