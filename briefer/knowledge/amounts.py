"""The amounts that a sentence states, and of what: enough to see that two sentences give one thing two numbers."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache
from typing import NamedTuple

from briefer.text import fold

_MONTHS = "|".join([*calendar.month_name[1:], *[m for m in calendar.month_abbr[1:] if m != "May"]])
_NAMES = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty"
)
_WORDS = {word: number for number, word in enumerate(_NAMES.split(), 2)}
_SIGNS = {"EUR ": "€", "USD ": "$"}
_TIMES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "bn": 1e9}
_DIGITS = r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = re.compile(_DIGITS)
_NUMBER_OR_WORD = re.compile(rf"{_DIGITS}|\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:[ \u00a0\u202f]?(?P<times>thousand|million|billion|m|bn)\b)?"
    r"(?P<share>[ \u00a0\u202f]?(?:%|per cent\b|percent\b))?(?P<euros> euros?\b)?",
    re.IGNORECASE,
)
#: What stands right behind a number that counts nothing: a date, an ordinal, a part of a paper's number.
_NO_COUNT = re.compile(rf"[\w/]|[.,]\d|[ -](?:{_MONTHS})\b", re.IGNORECASE)
_MONEY = re.compile(r"(€|\$|£|EUR |USD )\s?$")
_DIGIT = re.compile(r"\d")
_NOT_BEFORE = frozenset("/§^-–.,_")
_NAMED_WORDS = (
    "article articles art para paras paragraph paragraphs point points annex question q no number chapter section page p fn "
    "goal pillar phase step item version rev to or between"
)
#: A number behind one of these names a place in a text, a day or a paper, or is the other end of a range.
_NAMED = frozenset([*_NAMED_WORDS.split(), *_MONTHS.lower().split("|")])
_RANGE = re.compile(rf"\s?(?:[–-]\s?\d|(?:to|or) (?:\d|(?:{'|'.join(_WORDS)})\b))")
_LOOSE_WORDS = (
    "about around roughly some nearly almost over under above below approximately than least most until by another further "
    "additional additionally other more"
)
#: A number behind one of these is not said to be all of it, or just so much.
_LOOSE = frozenset(_LOOSE_WORDS.split())
_NOUN = re.compile(r"[ \u00a0](?:of (?:the |its |all )?|the )?([^\W\d_][\w’'-]*(?: [^\W\d_A-Z][\w’'-]*){0,2})")
#: Where the words that say what is counted end.
_END_WORDS = (
    "a an and are as at be been by can for from had has have in into is it its may more of on or over per since that the their "
    "this to under until was were which while who will with within would"
)
_ENDS = frozenset(_END_WORDS.split())


class Amount(NamedTuple):
    """One amount."""

    value: float
    kind: str
    """``%``, a currency's sign, or nothing for what is counted."""
    of: str
    """What is counted or shared: a noun, folded and without its ending; empty where none follows."""
    loose: bool
    """Whether it is said to be about so much, more or less, or a part beside others."""


def may_state(text: str) -> bool:
    """Whether a text may state an amount at all, quickly."""
    return _DIGIT.search(text) is not None or _in_words(text)


def _in_words(text: str) -> bool:
    return not _WORDS.keys().isdisjoint(text.lower().split())


def amounts(sentence: str) -> list[Amount]:
    """The amounts of one sentence; days, years, articles, numbers of papers, and both ends of a range are none."""
    found = []
    for one in (_NUMBER_OR_WORD if _in_words(sentence) else _NUMBER).finditer(sentence):
        start = one.start()
        if start and (sentence[start - 1] in _NOT_BEFORE or sentence[start - 1].isalnum()):
            continue
        behind = _BEHIND.match(sentence, one.end())
        assert behind is not None
        before, after = sentence[max(start - 24, 0) : start], sentence[behind.end() :]
        if _NO_COUNT.match(after) or _RANGE.match(after):
            continue
        money = _MONEY.search(before)
        words = (before[: money.start()] if money else before).lower().split()[-3:]
        last = words[-1].strip(".,(") if words else ""
        loose = last in _LOOSE or words[-2:] == ["up", "to"]
        if (last in _NAMED and not loose) or (last == "and" and words[0] == "between"):
            continue
        sign = _SIGNS.get(money[1], money[1]) if money else "€" if behind["euros"] else ""
        number, named = one[0], _noun(after)
        plain = not (sign or behind["share"] or behind["times"])
        if plain and (not named or re.fullmatch(r"(?:19|20)\d\d", number)):
            continue
        value = _WORDS.get(number.lower()) or float(re.sub(r"[, \u00a0\u202f]", "", number))
        value *= _TIMES.get((behind["times"] or "").lower(), 1)
        found.append(Amount(value, "%" if behind["share"] else sign, named, loose))
    return found


def _noun(after: str) -> str:
    """The last of the words that follow an amount up to where they end, as a stem."""
    if not (found := _NOUN.match(after)):
        return ""
    noun = ""
    for word in found[1].split():
        folded = fold(word)
        if folded in _ENDS or folded in _WORDS:
            break
        noun = folded
    return stem(noun)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A folded word without the ending that a plural or a tense gives it."""
    for ending in ("ies", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word[:-1] if word.endswith(("e", "y")) and len(word) > 4 else word
