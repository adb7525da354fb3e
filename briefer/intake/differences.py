"""Figures and dates of two statements held against each other: which of one the other does not have."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefer.papers.moments import days
from briefer.text import fold

_WORDS = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: n for n, word in enumerate(_WORDS.split())}
_NUMBER = re.compile(
    r"(?<![\w/.(-])(?P<sign>€|EUR\s|USD\s|\$|£)?"
    rf"(?P<n>\d{{1,3}}(?:[,\s]\d{{3}})+(?!\d)|\d+(?:[.,]\d+)?|(?:{'|'.join(_NUMBERS)})\b)"
    r"(?:\s?(?P<unit>%|per\scent|percent)|\s(?P<scale>thousand|million|billion|bn)\b)?"
    r"(?:\s(?P<noun>[^\W\d_][\w-]*(?:\s[^\W\d_][\w-]*)?))?(?![/\w])",
    re.IGNORECASE,
)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "bn": 1e9}
#: Numbers that say where something stands, not how much there is.
_PLACES = re.compile(
    r"(?:\b(?:articles?|art\.|annex|no\.?|para\.?|paragraphs?|question|regulation|directive|decision|chapter|section|point|"
    r"phase|option|part|page|p\.|rev|add|cor|category|level|title)\s?|[(/])$",
    re.IGNORECASE,
)


class Difference(NamedTuple):
    """Two figures or two dates that do not agree."""

    ours: str
    """As the statement that was read has it."""
    theirs: str
    """As the entry of the base has it."""


class _Figure(NamedTuple):
    words: str
    value: float
    kind: frozenset[str]
    """What is counted: ``%``, a currency, or the words behind the number."""
    start: int
    end: int


def differences(
    ours: str, theirs: str, *, our_day: str | None = None, their_day: str | None = None
) -> tuple[Difference, ...]:
    """The figures and dates on which two statements differ, each beside the one that stands in its place.

    A date less exact than another agrees with it (``June 2025``, ``10 June 2025``); a figure that one statement has and the
    other says nothing of is no difference. The days are those for which each says so: ``As of June 2025`` against a paper of
    10 June 2025 is none either.
    """
    found = [*_of_days(ours, theirs, our_day, their_day), *_of_figures(ours, theirs)]
    return tuple(dict.fromkeys(found))


def as_many(ours: str, theirs: str, *, our_day: str | None = None, their_day: str | None = None) -> bool:
    """Whether two statements hold the same figures and dates, so that neither says more than the other."""
    mine, other = ([d.iso for d in days(t, None) if d.said] for t in (ours, theirs))
    for found, known in ((mine, [*other, their_day]), (other, [*mine, our_day])):
        if any(not any(iso and _agree(one, iso) for iso in known) for one in found):
            return False
    # "One" is as often no number ("the one active mission").
    counted = [{f.value for f in _figures(t) if not fold(f.words).startswith("one")} for t in (ours, theirs)]
    return counted[0] == counted[1]


def bare(text: str) -> str:
    """The words of a statement without its figures and dates, folded, for telling whether two speak of the same."""
    for start, end in sorted((*_day_places(text), *((f.start, f.end) for f in _figures(text))), reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return " ".join(re.findall(r"\w+", fold(text)))


def _of_days(ours: str, theirs: str, our_day: str | None, their_day: str | None) -> list[Difference]:
    mine, other = ([d for d in days(t, None) if d.said] for t in (ours, theirs))
    known = [[d.iso for d in found] + ([day] if day else []) for found, day in ((mine, our_day), (other, their_day))]
    alone = [d for d in mine if not any(_agree(d.iso, iso) for iso in known[1])]
    against = [o for o in other if not any(_agree(o.iso, iso) for iso in known[0])]
    return [Difference(a.words, b.words) for a, b in zip(alone, against, strict=False)]


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _of_figures(ours: str, theirs: str) -> list[Difference]:
    mine, other = _figures(ours), _figures(theirs)
    alone = [f for f in mine if not any(f.value == o.value for o in other)]
    against = [o for o in other if not any(o.value == f.value for f in mine)]
    found = []
    for one in alone:
        place = next((o for o in against if o.kind & one.kind), None)
        if place is not None:
            against.remove(place)
            found.append(Difference(one.words, place.words))
    return found


def _day_places(text: str) -> list[tuple[int, int]]:
    return [(d.start, d.end) for d in days(text, None) if d.said]


def _figures(text: str) -> list[_Figure]:
    taken = _day_places(text)
    found = []
    for m in _NUMBER.finditer(text):
        if any(a <= m.start("n") < b for a, b in taken) or _PLACES.search(text[max(0, m.start() - 14) : m.start()]):
            continue
        value = _value(m["n"]) * _SCALES.get((m["scale"] or "").casefold(), 1)
        words = fold(m["noun"] or "").split()
        kind = {"%"} if m["unit"] else {"money"} if m["sign"] else {w.rstrip("s") for w in words if len(w) > 3}
        end = m.end("noun") if m["noun"] else m.end()
        shown = " ".join(text[m.start() : end].split())
        last = max(m.end("n"), m.end("unit"), m.end("scale"))
        found.append(_Figure(shown, value, frozenset(kind), m.start(), last))
    return found


def _value(number: str) -> float:
    if number.casefold() in _NUMBERS:
        return float(_NUMBERS[number.casefold()])
    plain = re.sub(r"[,\s ](?=\d{3}(?!\d))", "", number)
    return float(plain.replace(",", "."))
