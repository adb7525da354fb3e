"""Values of a header that stand apart from their labels: told apart by what a sender, a date, a number look like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefer.papers.body_starts import begins, body_at
from briefer.papers.days import FIGURED, WORDED, day
from briefer.papers.labels import Kind
from briefer.papers.numbers import council_number, institution_number
from briefer.papers.parties import addressee, sender

_OPEN_END = re.compile(
    r"(?:,|\b(?:of|and|the|on|for|in|to|with|by|und|der|die|des|für|zur|et|de|du|la|les|och|av|för|om|from))$"
)
_DATED = re.compile(rf"(?:{WORDED}|{FIGURED})")
_NUMBER_ROW = re.compile(
    r"(?:[\s+,;&-]|and\b|et\b|und\b|och\b|INIT\b|(?:REV|ADD|COR|DCL|EXT|AMD)\s?\d+"
    r"|[A-Z]{2,12}(?:/[A-Z]+)?\s\d{1,4}\b)*"
)
#: A row shorter than this would have had room for more: what follows is a new paragraph.
_SUBJECT_GOES_ON = 48


class Row(NamedTuple):
    """A row of the header: a printed line, or the cells of a table's row joined by tabs."""

    text: str
    gap: bool
    left: float
    """How far from the left it stands, in points or columns."""
    first: int
    last: int
    """Its lines: from, up to (not included)."""
    cell: bool


def handed_out(kinds: Sequence[Kind], rows: Sequence[Row], whole: bool) -> tuple[dict[Kind, str], int, str]:
    """The values of several labels, in the labels' order, out of the rows that follow them.

    Gives the values, how many rows were used up, and what is left over of the last one.
    """
    queue = [(row.text, row.gap) for row in rows]
    values: dict[Kind, str] = {}
    at = 0
    for place, kind in enumerate(kinds):
        if at >= len(queue):
            break
        text = queue[at][0]
        last = place == len(kinds) - 1
        if kind == "on":
            found = _DATED.match(text)
            if not found or not day(found[0]):
                continue
            at = _cut(queue, at, found.end())
            values[kind] = found[0]
        elif kind in ("prev", "cion"):
            stop = number_list(text)
            if not stop:
                continue
            values[kind] = text[:stop].strip()
            at = _cut(queue, at, stop)
        elif kind in ("from", "to") and not last:
            stop = sender(text) if kind == "from" else addressee(text)
            tail = text[stop:].strip()
            if stop and tail and tail[0] not in ",(/" and not tail[0].islower():
                values[kind] = text[:stop].strip()
                at = _cut(queue, at, stop)
                continue
            parts = [text]
            at += 1
            rest_needed = len(kinds) - place - 1
            while at < len(queue) and len(queue) - at > rest_needed - 1 and not queue[at][1]:
                following = queue[at][0]
                acronym_ends = kind == "to" and following.endswith(")") and len(following) < 45 and at + 1 < len(queue)
                unfinished = _OPEN_END.search(parts[-1]) and not sender(following)
                if not (
                    unfinished
                    or following[0] in "("
                    or following[0].islower()
                    or (acronym_ends and not parts[-1].endswith(")"))
                ):
                    break
                stop = following.find(")") + 1 if acronym_ends or following[0] == "(" else len(following)
                parts.append(following[:stop].strip() if stop else following)
                at = _cut(queue, at, stop or len(following))
            values[kind] = " ".join(parts)
        else:
            if kind == "subject" and (stop := body_at(text)):
                values[kind] = text[:stop].strip()
                return values, at + 1, text[stop:]
            parts = [text]
            at += 1
            while at < len(queue) and goes_on(parts[-1], queue[at][0], queue[at][1], whole):
                parts.append(queue[at][0])
                at += 1
            values[kind] = " ".join(parts)
    if at < len(queue) and queue[at][0] != rows[at].text:
        return values, at + 1, queue[at][0]
    return values, at, ""


def _cut(queue: list[tuple[str, bool]], at: int, stop: int) -> int:
    """Take a row's beginning away; the place of what comes next."""
    text = queue[at][0]
    tail = text[stop:].strip(" ,;\t")
    if tail:
        queue[at] = (tail, False)
        return at
    return at + 1


def goes_on(before: str, text: str, gap: bool, whole: bool) -> bool:
    """Whether a subject that may be finished goes on in the next row."""
    if begins(before, text):
        return False
    if is_dash(text) and len(text) < 200 and not text.endswith((".", ";", "?")):
        return True
    if gap or whole:
        return False
    if before.endswith((".", "?")) and len(before) < 90:
        return False
    if text[:1].islower() or text[:1] in "(\"“'‘" or _OPEN_END.search(before):
        return True
    return len(before) >= _SUBJECT_GOES_ON


def is_dash(text: str) -> bool:
    """Whether a line begins with a dash, as the second title of a subject does (``– General approach``)."""
    return text[:1] in "-–—" and text[1:2] in " \t\xa0"


def number_list(text: str) -> int:
    """Where the document numbers with which a text begins end, their codes included; 0 where it begins with none."""
    at = 0
    while True:
        between = _NUMBER_ROW.match(text, at)
        start = between.end() if between else at
        number = council_number(text, start, search=False) or institution_number(text, start, search=False)
        if number is None:
            return start if at else 0
        at = number.end


def numbers_in(text: str) -> tuple[str, ...]:
    """The document numbers of a value such as ``12345/24 + ADD 1 JAI 77``, each once."""
    found: list[str] = []
    at, base = 0, ""
    while at < len(text):
        council, other = council_number(text, at), institution_number(text, at)
        number = min((n for n in (council, other) if n), key=lambda n: n.start, default=None)
        stop = number.start if number else len(text)
        if base:
            found.extend(f"{base} {kind} {int(n)}" for kind, n in _ADDED.findall(text[at:stop]))
        if number is None:
            break
        found.append(number.ref)
        base, at = number.number, number.end
    return tuple(dict.fromkeys(found))


_ADDED = re.compile(r"\+\s?(REV|ADD|COR|DCL|EXT|AMD)\s?(\d{1,2})")
