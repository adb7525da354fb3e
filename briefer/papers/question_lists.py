"""The items of a list of questions: where each begins and ends, whatever stands before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefer.papers import asking, marks, sentences
from briefer.papers.marks import Mark
from briefer.papers.model import Paragraph

_ENDS = re.compile(r"[.?!;:…][\"”’»)\]]*(?:\s*(?:and|or|et|ou|und|oder|och|eller))?\Z")
_INLINE = re.compile(
    r"(?:(?<=\s)|\A)(?:\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.)\s+(?=\S)"
)
_INLINE_BULLET = re.compile(r"(?:(?<=[;:,?.]\s)|\A|(?<=\s(?:and|och)\s))[–—•\-]\s+(?=[^\W\d_])")
#: How many paragraphs that only lead over may stand between a heading and its questions.
_LEADING_OVER = 5
_FROM_HERE_ON = 3


@dataclass(slots=True)
class Item:
    """One item as it is put together."""

    text: str
    mark: Mark | None
    place: int
    """Its paragraph, as a place among all."""
    number: int | None = None
    """The number it must have had where none is printed."""
    answered: bool = False
    """Whether a statement follows it as an answer would."""
    last: int = 0
    """Its last paragraph."""

    def add(self, more: str, place: int) -> None:
        """Goes on with what belongs to it."""
        self.text = f"{self.text} {more}".strip()
        self.last = place


@dataclass(slots=True)
class Items:
    """A list as it stands in the paper."""

    items: list[Item] = field(default_factory=list)
    after: int = 0
    """The place after its last paragraph."""


def ended(text: str) -> bool:
    """Whether a text has the punctuation with which a sentence or an item ends."""
    return _ENDS.search(text) is not None


def inline(text: str) -> list[Item]:
    """The items that stand in one run of words: ``(a) whether …; (b) how …``; empty unless there are two in order."""
    found: list[tuple[Mark, int, int]] = []
    for hit in _INLINE.finditer(text):
        mark, _ = marks.read(hit[0] + "X")
        if mark is None:
            continue
        if (not found and mark.first and not text[: hit.start()].strip()) or (
            found and marks.follows(found[-1][0], mark)
        ):
            found.append((mark, hit.start(), hit.end()))
    if len(found) < 2:
        bullets = list(_INLINE_BULLET.finditer(text))
        if len(bullets) < 2 or text[: bullets[0].start()].strip():
            return []
        dash = Mark("–", "–", (("bullet", 0),))
        found = [(dash, hit.start(), hit.end()) for hit in bullets]
    starts = [start for _, start, _ in found] + [len(text)]
    return [Item(text[end : starts[i + 1]].strip(), mark, -1) for i, (mark, _, end) in enumerate(found)]


def gather(
    paragraphs: Sequence[Paragraph],
    at: int,
    stop: int,
    read: Sequence[Mark | None],
    *,
    led: bool,
    outer: Mark | None = None,
) -> Items:
    """The items from one place on, up to another at most.

    ``led`` says that a sentence ending in a colon leads over to them, so that items without mark or question mark are
    taken too; ``outer`` is that sentence's own number, after which the paper's numbering may go on.
    """
    first = read[at] if at < stop else None
    if first is not None:
        return _marked(paragraphs, at, stop, read, outer)
    return _plain(paragraphs, at, stop, read, led=led)


def begins(paragraphs: Sequence[Paragraph], at: int, stop: int, read: Sequence[Mark | None]) -> int | None:
    """Where under a heading its questions begin, paragraphs that lead over passed; None where none begin soon."""
    marked: int | None = None
    last = min(stop, at + _LEADING_OVER)
    for place in range(at, last):
        text = paragraphs[place].text
        if is_question(text) or text.rstrip().endswith(":"):
            return place if marked is None or _flat(paragraphs[marked].text) else marked
        if marked is None and read[place] is not None:
            marked = place
    return marked


def _flat(text: str) -> bool:
    """Whether a paragraph only states something."""
    return (
        text.endswith(".") and (text.count(" ") > 8 or len(sentences.split(text)) > 1) and not asking.wants_answer(text)
    )


def is_question(text: str) -> bool:
    """Whether a paragraph ends as a question, whatever comes before."""
    return text.rstrip('"”’»)* ').endswith("?")


def _marked(
    paragraphs: Sequence[Paragraph], at: int, stop: int, read: Sequence[Mark | None], outer: Mark | None = None
) -> Items:
    found = Items()
    top = read[at]
    assert top is not None
    left = paragraphs[at].left
    last = top
    inner: Mark | None = None
    place = at
    while place < stop:
        paragraph, mark = paragraphs[place], read[place]
        current = found.items[-1] if found.items else None
        if current is None:
            found.items.append(Item(paragraph.text, mark, place, last=place))
        elif mark is None:
            if not _unmarked(paragraphs, place, stop, read, last, found):
                break
        elif _next_item(last, mark, paragraph.left, left, found):
            found.items.append(Item(paragraph.text, mark, place, last=place))
            last, inner = mark, None
        elif _ends_list(top, mark, inner, outer, deeper=_deeper(paragraph.left, left)):
            break
        else:
            inner = mark
            current.add(f"{mark.printed} {paragraph.text}", place)
        place += 1
    found.after = (found.items[-1].last if found.items else at) + 1
    return _split_run_on(found)


def _next_item(last: Mark, mark: Mark, left: float, top_left: float, found: Items) -> bool:
    """Whether a mark continues the list itself and not one inside an item."""
    step = marks.distance(last, mark)
    if step is None:
        return False
    if mark.bullet:
        return not _deeper(left, top_left)
    number = found.items[-1].number
    return 1 <= step <= _FROM_HERE_ON or (number is not None and step > 0)


def _ends_list(top: Mark, mark: Mark, inner: Mark | None, outer: Mark | None, *, deeper: bool) -> bool:
    """Whether a mark that does not continue a list begins something else rather than a list inside an item."""
    if outer is not None and 1 <= (marks.distance(outer, mark) or 0) <= _FROM_HERE_ON:
        return True
    if mark.bullet:
        return mark.form == top.form and not deeper
    if (
        not deeper
        and any(value == 1 and kind == top.values[0][0] for kind, value in mark.values)
        and mark.form == top.form
    ):
        return True
    within = inner is not None and 1 <= (marks.distance(inner, mark) or 0) <= _FROM_HERE_ON
    return not (mark.first or within)


def _deeper(left: float, top: float) -> bool:
    return left > top + 12


def _unmarked(
    paragraphs: Sequence[Paragraph], place: int, stop: int, read: Sequence[Mark | None], last: Mark, found: Items
) -> bool:
    """Takes a paragraph without a mark into the list; False where the list ends before it."""
    text = paragraphs[place].text
    current = found.items[-1]
    if (text[:1].islower() and not ended(current.text)) or (not current.text):
        current.add(text, place)
        return True
    step = None
    for ahead in range(place + 1, min(stop, place + 1 + _FROM_HERE_ON)):
        mark = read[ahead]
        step = marks.distance(last, mark) if mark is not None else None
        if step is not None:
            break
    if is_question(text):
        missing = step == 2 if step is not None else asking.interrogative(text) and is_question(current.text)
        if asking.depends(text) or (step is None and paragraphs[place].page != paragraphs[current.last].page):
            missing = False
        if missing and not last.bullet and last.values[0][0] in ("number", "label"):
            found.items.append(Item(text, None, place, _number(found.items) + 1, last=place))
        else:
            current.add(text, place)
        return True
    if (step is not None and step >= 1) or (step == 0 and last.bullet):
        if not ended(current.text):
            current.add(text, place)
        else:
            current.answered = current.answered or len(text) > 40
        return True
    current.answered = current.answered or (len(text) > 40 and asking.request(text) is None)
    return False


def _number(items: Sequence[Item]) -> int:
    last = items[-1]
    return last.number or (last.mark.values[0][1] if last.mark is not None else len(items))


def _plain(paragraphs: Sequence[Paragraph], at: int, stop: int, read: Sequence[Mark | None], *, led: bool) -> Items:
    found = Items()
    place = at
    while place < stop:
        paragraph, mark = paragraphs[place], read[place]
        text = paragraph.text
        current = found.items[-1] if found.items else None
        if mark is not None:
            if current is None:
                break
            counted = mark.values[0][0] in ("number", "label") and mark.values[0][1] == len(found.items) + 1
            if counted and mark.values[0][1] > 1:
                rest = _marked(paragraphs, place, stop, read)
                found.items += rest.items
                break
            if not (mark.first or (current.last == place - 1 and read[place - 1] is not None)):
                break
            current.add(f"{mark.printed} {text}", place)
        elif current is not None and text[:1].islower() and not ended(current.text):
            current.add(text, place)
        elif is_question(text) or _asks_unmarked(text, led=led, last=place == len(paragraphs) - 1):
            found.items.append(Item(text, None, place, last=place))
        else:
            if current is not None and len(text) > 40 and asking.request(text) is None:
                current.answered = True
            break
        place += 1
    found.after = (found.items[-1].last if found.items else at) + 1
    return _split_run_on(found)


def _asks_unmarked(text: str, *, led: bool, last: bool) -> bool:
    """Whether a paragraph without mark and question mark is an item all the same."""
    spans = sentences.split(text)
    if len(spans) > 1 and any(is_question(text[a:b]) for a, b in spans) and led:
        return True
    if not led:
        return last and asking.interrogative(text) and not ended(text)
    if asking.wants_answer(text) or (asking.interrogative(text) and (not text.endswith(".") or text[:1].islower())):
        return True
    return (text[:1].islower() and text.rstrip().endswith((";", ",", "."))) or text.endswith((";", "; and", ", and"))


def _split_run_on(found: Items) -> Items:
    """Items that run on in one paragraph, each with its own number, taken apart."""
    parts: list[Item] = []
    for item in found.items:
        pieces = _run_on(item)
        parts += pieces
    found.items = parts
    return found


def _run_on(item: Item) -> list[Item]:
    if item.mark is None or item.mark.bullet:
        inner = inline(item.text)
        if len(inner) > 1 and item.mark is None:
            for piece in inner:
                piece.place, piece.last, piece.answered = item.place, item.last, item.answered
            return inner
        return [item]
    pieces = [item]
    start, last = 0, item.mark
    text = item.text
    for hit in _INLINE.finditer(text):
        mark, _ = marks.read(hit[0] + "X")
        if mark is None or not marks.follows(last, mark) or not ended(text[: hit.start()].rstrip()):
            continue
        pieces[-1].text = text[start : hit.start()].strip()
        pieces.append(Item(text[hit.end() :], mark, item.place, last=item.last, answered=item.answered))
        start, last = hit.end(), mark
    return pieces
