"""Statements that stop being true: the last day for which a sentence says that something holds."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefer.dates import first_day, is_partial, last_day, long_form
from briefer.papers.moments import DAY, days, later, resolved

_UNTIL = re.compile(
    r"\b(?P<until>until|till|up\sto(?:\sand\sincluding)?|through(?:\sto)?|no\slater\sthan|not\slater\sthan|by|before"
    r"|expir(?:es|e|ing|ed)(?:\son|\sin|\sat)?|end(?:s|ing)?\s(?:on|in|at)|lasts?\s(?:to|until)|runs?\s(?:to|until|through)"
    r"|valid\s(?:to|until|through)|due\s(?:on|in|by)|jusqu['’](?:en|au|à)|au\splus\stard\s(?:le|en)|d['’]ici(?:\sà|\sau|\sle)?"
    r"|bis(?:\szum|\sspätestens)?|spätestens|till\soch\smed(?:\sden)?|senast(?:\sden)?)\s(?:(?:at|on|in)\s)?(?:the\s|le\s|la\s)?"
    rf"(?:latest\s)?(?:fin\s|ende\s|utgången\sav\s)?{DAY}",
    re.IGNORECASE,
)
#: What takes a year alone to be an amount (``up to 2000``) where nothing else says that it is one.
_NOT_YEARS = ("up to", "through", "before")
_WORDS = "one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {n: i for i, n in enumerate(_WORDS.split(), 1)}
_NUMBERS |= {"a": 1, "an": 1, "eighteen": 18, "twenty-four": 24, "thirty-six": 36}
_FOR = re.compile(
    r"\b(?:extend|prolong|renew|mandate|run|appoint|establish|launch|valid|conclude|last)\w*\b[^.;:]{0,140}?"
    r"\b(?:for|by)\s(?:a\s|an\s|another\s|the\s)?(?:further\s|additional\s|initial\s|new\s|next\s)?(?:period\sof\s)?"
    r"(?:a\sfurther\s|another\s|an\sadditional\s)?"
    rf"(?P<n>\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})[\s-](?:more\s|additional\s|further\s)?"
    r"(?P<unit>year|month|week|day)s?\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?<![\w/(.-])(?:from\s|between\s)?(?P<a>20\d\d)(?:\s?[-–—]\s?(?P<b>20\d\d|\d\d)|\s(?:to|and)\s(?P<c>20\d\d))(?![\w/-])"
)
_PERIODICAL = re.compile(
    r"\b(?:period|programme|strategy|plan|cycle|framework|priorit|mandate|agenda|multiannual|roadmap|phase|EMPACT|MFF|for\s$|resettle|implement)",
    re.IGNORECASE,
)


class Expiry(NamedTuple):
    """The last day of what a sentence says."""

    day: str
    """A partial date; the whole of it counts."""
    words: str
    """What in the sentence says so."""
    why: str
    """How the day follows from the words, for a person."""


def expiry(sentence: str, on: str | None) -> Expiry | None:
    """The last day for which a sentence says that something holds; None where it gives none or it is past on ``on``,
    the paper's own date, against which days without a year are resolved."""
    for found in (_until(sentence, on), _for(sentence, on), _period(sentence)):
        if found and is_partial(found.day) and not (on and last_day(found.day) < first_day(on)):
            return found
    return None


def _until(sentence: str, on: str | None) -> Expiry | None:
    last: Expiry | None = None
    for m in _UNTIL.finditer(sentence):
        word = " ".join(m["until"].casefold().split())
        if m["y"] and word in _NOT_YEARS and not re.search(r"\bend\b", m[0]):
            continue
        day = resolved(m, on)
        if day is None:
            continue
        words = " ".join(m[0].split())
        why = f"“{words}”" if day.said else f"“{words}”, counted from the paper's date, {long_form(on or '')}"
        if last is None or last_day(day.iso) > last_day(last.day):
            last = Expiry(day.iso, words, why)
    return last


def _for(sentence: str, on: str | None) -> Expiry | None:
    m = _FOR.search(sentence)
    if m is None:
        return None
    number = int(m["n"]) if m["n"].isdigit() else _NUMBERS[m["n"].casefold()]
    named = [d for d in days(sentence, on) if d.said]
    start = named[0].iso if named else on
    if not start or not number:
        return None
    length = f"{m['n']} {m['unit']}{'' if number == 1 else 's'}"
    begun = f"from {named[0].words}" if named else f"from the paper's date, {long_form(start)}"
    return Expiry(later(start, number, m["unit"].casefold()), length, f"“{length}” {begun}")


def _period(sentence: str) -> Expiry | None:
    for m in _PERIOD.finditer(sentence):
        end = m["b"] or m["c"]
        end = end if len(end) == 4 else m["a"][:2] + end
        near = _PERIODICAL.search(sentence[max(0, m.start() - 70) : m.start()])
        if int(end) > int(m["a"]) and (near or not m[0][0].isdigit()):
            words = " ".join(m[0].split())
            return Expiry(end, words, f"“{words}”")
    return None
