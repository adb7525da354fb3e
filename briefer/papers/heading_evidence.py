"""What speaks for a block being a heading and what against: its look, its words, its place; all weights in one place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefer.papers import asking_headings, marks
from briefer.papers.blocks import Block

#: From this much evidence on a block is a heading.
ENOUGH = 3.0
#: A difference in type size that a reader sees, in points.
VISIBLE = 0.8

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


@dataclass(frozen=True, slots=True)
class Seen:
    """What the blocks of a paper have in common, against which one of them is judged."""

    body_size: float | None
    typed: bool
    """Whether its headings show by their type: size, bold or style."""
    rare_room: bool
    """Whether room stands before few blocks, so that it says something."""
    numbered_text: frozenset[str]
    """Forms of numbers that stand before whole paragraphs."""


def seen_in(found: Sequence[Block]) -> Seen:
    """What the blocks of a paper have in common."""
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
    return Seen(
        main,
        sum(_shows_type(block, main) for block in found) > 1,
        rooms < len(found) * 0.3,
        frozenset(form for form, count in texts.items() if count * 2 >= every[form]),
    )


def evidence(found: Sequence[Block], at: int, paper: Seen) -> float:
    """How much speaks for a block being a heading: its look, its words, its place."""
    block = found[at]
    text = block.text
    shown = block.bold or block.style.startswith("heading")
    if len(text) > (400 if shown else 250) or not any(c.isalpha() for c in text):
        return -9.0
    after = found[at + 1] if at + 1 < len(found) else None
    before = found[at - 1] if at else None
    return _look(block, paper) + _words(block, paper) + _place(block, before, after, paper)


def is_annex(block: Block) -> bool:
    """Whether a block is the heading of an annex."""
    found = _ANNEX.match(block.text)
    return found is not None and (
        found.end() == len(block.text) or block.text[:2].isupper() or found[0].rstrip()[-1:] in ":–—-"
    )


def in_capitals(text: str) -> bool:
    """Whether a text is all in capitals."""
    return text.upper() == text and sum(c.isalpha() for c in text) >= 4


def _look(block: Block, paper: Seen) -> float:
    points = 0.0
    if block.style.startswith("heading"):
        points += 6
    elif block.style:
        points -= 5 if block.style == "cell" else 2
    if block.bold:
        points += 3
    if block.size is not None and paper.body_size is not None:
        points += 3 if block.size - paper.body_size >= VISIBLE else -2 if paper.body_size - block.size >= VISIBLE else 0
    if in_capitals(block.text):
        points += 2
    if block.italic and not block.bold:
        points += 1 if len(block.text) < 60 else -1
    if points <= 0 and paper.typed:
        points -= 1
    return points - 4 * (block.cell is not None and not block.style)


def _words(block: Block, paper: Seen) -> float:
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
    if is_annex(block):
        points += 5 if count <= 25 else 0
    if _KNOWN.match(text) or asking_headings.strength(text) > 0:
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


def _numbering(block: Block, paper: Seen) -> float:
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


def _place(block: Block, before: Block | None, after: Block | None, paper: Seen) -> float:
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


def _shows_type(block: Block, main: float | None) -> bool:
    """Whether a short block looks like a heading by its type alone."""
    larger = main is not None and block.size is not None and block.size - main >= VISIBLE
    return len(block.text) < 120 and (block.bold or larger or block.style.startswith("heading"))


def _form(mark: marks.Mark) -> str:
    return mark.values[0][0] + (str(mark.form.count(".")) if mark.values[0][0] == "decimal" else mark.form)


def _is_prose(block: Block) -> bool:
    words = block.text.count(" ") + 1
    return words > 18 or (words > 4 and block.text.rstrip('"”’»)').endswith((".", ";", "?")))
