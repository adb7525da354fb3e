"""The body's lines as a tree of headings and as paragraphs with their places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefer.papers import asking, marks
from briefer.papers.blocks import Block, blocks
from briefer.papers.lines import Line
from briefer.papers.model import Heading, Paragraph

#: From this much evidence on a block is a heading.
_ENOUGH = 3.0
#: A difference in type size that a reader sees, in points.
_SEEN = 0.8

_ANNEX = re.compile(
    r"(?:ANN?EXE?S?|APPENDIX|ANLAGE|ANHANG|BILAGA|BILAGE)(?:\s+(?:TO THE ANNEX|[IVX]{1,5}|\d{1,2}"
    r"|[A-H]))?\b\s*[:.–—-]?",
    re.I,
)
_KNOWN = re.compile(
    r"(?:the )?(?:introduction|background|context|state of play|conclusions?|concluding remarks|way forward"
    r"|next steps|summary"
    r"|executive summary|references|purpose|objectives?|scope|discussion|debate|follow-up|further reading|overview"
    r"|definitions"
    r"|recommendations?|assessment|main issues|outstanding issues|(?:guiding|steering|key) questions"
    r"|questions?(?: (?:for|to|from)\b.{0,40})?|(?:issues|points|topics|items) for (?:discussion|consideration"
    r"|debate)|discussion points"
    r"|contexte|état des lieux|état d'avancement|objectifs?|prochaines étapes|suites? (?:à donner|des travaux)"
    r"|voie à suivre|points à débattre|questions? (?:pour|à|aux|soumises)\b.{0,40}"
    r"|einleitung|hintergrund|sachstand|ausgangslage|zusammenfassung|schlussfolgerungen?|fazit|weiteres vorgehen"
    r"|nächste schritte|ausblick"
    r"|fragen(?: (?:an|für|zur)\b.{0,40})?|leitfragen|diskussionsfragen"
    r"|inledning|bakgrund|läget|nuläge|sammanfattning|slutsatser|nästa steg|vägen framåt|fortsatt arbete"
    r"|frågor(?: (?:till|för|att)\b.{0,40})?"
    r"|diskussionsfrågor|vägledande frågor)\s*:?\Z",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"deleted\b|document partially accessible|not declassified|next page|page \d+|not for (?:public )?release", re.I
)
_PLACE_AND_DATE = re.compile(
    r"[^\W\d_][\w -]{2,25},\s+(?:the\s|den\s|le\s)?\d{1,2}\.?\s+[^\W\d_]{3,12}\s+\d{4}\b"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}\Z"
)
_ASKS = re.compile(
    r"invit|eingeladen|ersucht|gebeten|bittet|inbjud|inbjuder|ombeds|uppmana|following|suivant|folgend|följande"
    r"|delegations will find",
    re.I,
)
_LABELLED = re.compile(r"(?:from|to|subject|on|encl|re|de|à|objet|von|an|betr|från|till|ärende)\s?\.?\s?:", re.I)
_WEB = re.compile(r"https?://|www\.", re.I)
_STOP = re.compile(r"([.?!:;,])[\"”’»)\]]*\Z")
_QUOTED = re.compile(r"[\"“„«‘].+[\"”“»’]\Z")
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
        if abs(self.size - other.size) >= _SEEN:
            return self.size > other.size
        if self.numbering and other.numbering and self.depth != other.depth:
            return self.depth < other.depth
        if self.caps != other.caps:
            return self.caps
        return self.bold and not other.bold


@dataclass(frozen=True, slots=True)
class _Paper:
    """What the blocks of a paper have in common, against which one of them is judged."""

    body_size: float | None
    typed: bool
    """Whether its headings show by their type: size, bold or style."""
    rare_room: bool
    """Whether room stands before few blocks, so that it says something."""
    numbered_text: frozenset[str]
    """Forms of numbers that stand before whole paragraphs."""


def outline(body: Sequence[Line], whole_paragraphs: bool) -> tuple[tuple[Heading, ...], tuple[Paragraph, ...]]:
    """The headings and the paragraphs of a body without header, page furniture and footnote bodies.

    Paragraphs name the heading they stand under and their place: counted under it from 1, lists, quotations and table
    cells with them.
    """
    found = blocks(body, whole_paragraphs)
    paper = _paper(found)
    is_heading = [_evidence(found, i, paper) >= _ENOUGH for i in range(len(found))]
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
        if _is_annex(block):
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
    if block.mark is not None or _is_annex(before) or before.style != block.style or before.bold != block.bold:
        return False
    if (before.size or 0) != (block.size or 0):
        return False
    return block.text[:1].islower() or _BREAKS_OFF.search(before.text) is not None


def _is_annex(block: Block) -> bool:
    found = _ANNEX.match(block.text)
    return found is not None and (
        found.end() == len(block.text) or block.text[:2].isupper() or found[0].rstrip()[-1:] in ":–—-"
    )


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


def _kind(block: Block, paper: _Paper) -> _Kind:
    style = int(block.style[-1]) if block.style[-1:].isdigit() else 0
    mark = block.mark if block.mark is not None and not block.mark.bullet else None
    if style:
        return _Kind(style, 0, False, False, "", 0)
    reading = mark.values[0][0] if mark else ""
    depth = _DEPTH.get(reading, 0) + (mark.form.count(".") if mark and reading == "decimal" else 0)
    size = block.size or paper.body_size or 0.0
    return _Kind(0, size, _caps(block.text), block.bold, reading + str(depth) if mark else "", depth)


def _paper(found: Sequence[Block]) -> _Paper:
    sizes: Counter[float] = Counter()
    for block in found:
        if block.size is not None:
            sizes[block.size] += len(block.text)
    texts: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for block in found:
        if block.mark is not None and not block.mark.bullet:
            form = _form(block.mark)
            every[form] += 1
            texts[form] += _is_prose(block) and not block.bold
    main = max(sizes, key=lambda size: sizes[size]) if sizes else None
    rooms = sum(block.room for block in found[1:])
    return _Paper(
        main,
        sum(_shows_type(block, main) for block in found) > 1,
        rooms < len(found) * 0.3,
        frozenset(form for form, count in texts.items() if count * 2 >= every[form]),
    )


def _shows_type(block: Block, main: float | None) -> bool:
    """Whether a short block looks like a heading by its type alone."""
    larger = main is not None and block.size is not None and block.size - main >= _SEEN
    return len(block.text) < 120 and (block.bold or larger or block.style.startswith("heading"))


def _form(mark: marks.Mark) -> str:
    return mark.values[0][0] + (str(mark.form.count(".")) if mark.values[0][0] == "decimal" else mark.form)


def _is_prose(block: Block) -> bool:
    words = block.text.count(" ") + 1
    return words > 18 or (words > 4 and block.text.rstrip('"”’»)').endswith((".", ";", "?")))


def _caps(text: str) -> bool:
    return text.upper() == text and sum(c.isalpha() for c in text) >= 4


def _evidence(found: Sequence[Block], at: int, paper: _Paper) -> float:
    """How much speaks for a block being a heading: its look, its words, its place."""
    block = found[at]
    text = block.text
    shown = block.bold or block.style.startswith("heading")
    if len(text) > (400 if shown else 250) or not any(c.isalpha() for c in text):
        return -9.0
    after = found[at + 1] if at + 1 < len(found) else None
    before = found[at - 1] if at else None
    return _look(block, paper) + _words(block, paper) + _place(block, before, after, paper)


def _look(block: Block, paper: _Paper) -> float:
    points = 0.0
    if block.style.startswith("heading"):
        points += 6
    elif block.style:
        points -= 5 if block.style == "cell" else 2
    if block.bold:
        points += 3
    if block.size is not None and paper.body_size is not None:
        points += 3 if block.size - paper.body_size >= _SEEN else -2 if paper.body_size - block.size >= _SEEN else 0
    if _caps(block.text):
        points += 2
    if block.italic and not block.bold:
        points += 1 if len(block.text) < 60 else -1
    if points <= 0 and paper.typed:
        points -= 1
    return points - 4 * (block.cell is not None and not block.style)


def _words(block: Block, paper: _Paper) -> float:
    text = block.text
    count = text.count(" ") + 1
    points = 1.0 if count <= 12 else 0.5 if count <= 20 else -0.5 if count <= 25 else -1.5 if count <= 40 else -8
    shown = block.bold or block.style.startswith("heading")
    stop = _STOP.search(text)
    if not stop:
        points += 0.5
    elif stop[1] == ":":
        points -= 0 if shown or _KNOWN.match(text) else 1.5
    elif stop[1] == "?":
        points -= 1 if block.style.startswith("heading") else 4
    else:
        points -= 2 if shown and count <= 8 else 4
    if _is_annex(block):
        points += 5 if count <= 25 else 0
    if _KNOWN.match(text) or asking.heading_strength(text) > 0:
        points += 2.5
    if block.mark is not None:
        points += _numbering(block, paper)
    elif text[:1].islower():
        points -= 3
    if _NOTICE.match(text) or _PLACE_AND_DATE.match(text) or _LABELLED.match(text):
        points -= 8
    if _ASKS.search(text) and (stop or count > 12):
        points -= 6
    if _WEB.search(text):
        points -= 4
    if _QUOTED.match(text) and count > 12:
        points -= 2
    return points


def _numbering(block: Block, paper: _Paper) -> float:
    mark = block.mark
    if mark is None:
        return 0.0
    if mark.bullet:
        return -5.0
    reading = mark.values[0][0]
    points = {"ROMAN": 2.0, "upper": 2.0, "decimal": 2.0, "number": 1.5, "label": 1.0}.get(reading, 0.5)
    if _form(mark) in paper.numbered_text and not block.bold and not block.style.startswith("heading"):
        points -= 3
    return points


def _place(block: Block, before: Block | None, after: Block | None, paper: _Paper) -> float:
    points = 0.0
    if before is None or block.room or block.page != before.page:
        points += 1.5 if paper.rare_room and before is not None else 0.75
    if after is None:
        return points - (3 if not block.style else 0)
    if after.room:
        points += 0.25
    if before is None:
        points += 0.5
    if _is_prose(after) or (after.mark is not None and not after.mark.bullet):
        points += 0.5
    if before is not None and before.text.endswith((":", ";", ",")) and not block.bold:
        points -= 2
    plain = not block.style.startswith("heading")
    if block.mark is not None and plain:
        beside = [b for b in (before, after) if b is not None and b.mark is not None and b.bold == block.bold]
        if any(marks.follows(b.mark, block.mark) or marks.follows(block.mark, b.mark) for b in beside if b.mark):
            points -= 3
    return points
