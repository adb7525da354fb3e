"""Dates as Council papers print them, in four languages, with the letters that a scan loses."""

from __future__ import annotations

import re
from datetime import date

from rapidfuzz.distance import Levenshtein

from briefer.text import fold

_MONTHS = (
    ("january", "janvier", "januar", "januari", "jan"),
    ("february", "fevrier", "februar", "februari", "feb"),
    ("march", "mars", "marz", "maerz", "mar"),
    ("april", "avril", "apr"),
    ("may", "mai", "maj"),
    ("june", "juin", "juni", "jun"),
    ("july", "juillet", "juli", "jul"),
    ("august", "aout", "augusti", "aug"),
    ("september", "septembre", "sept", "sep"),
    ("october", "octobre", "oktober", "oct", "okt"),
    ("november", "novembre", "nov"),
    ("december", "decembre", "dezember", "dec", "dez"),
)
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_LOOKS_LIKE = str.maketrans("lIiOoSBZ|!", "1110058211")
#: Four figures, or what a scan makes of them, one gap among them forgiven.
_YEAR = r"[12lI](?:[0-9lIOoSB]{3}|\s[0-9lIOoSB]{3}|[0-9lIOoSB]\s[0-9lIOoSB]{2}|[0-9lIOoSB]{2}\s[0-9lIOoSB])(?![0-9/])"
#: A day in words; the month may have lost a letter or gained a gap.
WORDED = (
    r"[0-9lIOoSB|]{1,2}\s?(?:\.|st|nd|rd|th|er)?\s?(?:of\s|de\s)?[^\W\d_]{1,9}\.?(?:\s[^\W\d_]{1,6})?,?"
    rf"\s{_YEAR}"
)
#: A day in figures, the day first.
FIGURED = r"\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?\d{4}"
_WORDED = re.compile(
    r"([0-9lIOoSB|]{1,2})\s?(?:\.|st|nd|rd|th|er)?\s?(?:of\s|de\s)?([^\W\d_][^\d,]{1,14}?)[.,]?"
    rf"\s+({_YEAR})"
)
_FIGURED = re.compile(r"(\d{1,2})\s?[./]\s?(\d{1,2})\s?[./]\s?(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
#: No paper is older than the Communities, none younger than those who read it.
_YEARS = range(1950, 2100)


def day(text: str) -> str | None:
    """The first day that a header's text names, ISO; None where it names none."""
    if found := _WORDED.search(text):
        month = _month(found[2])
        if month and (iso := _iso(_figures(found[3]), month, _figures(found[1]))):
            return iso
    if found := _FIGURED.search(text):
        return _iso(int(found[3]), int(found[2]), int(found[1]))
    if found := _ISO.search(text):
        return _iso(int(found[1]), int(found[2]), int(found[3]))
    return None


def _month(text: str) -> int | None:
    """The month that a word means, one lost or mistaken letter forgiven."""
    word = fold(text).replace(" ", "").replace(".", "").replace("0", "o").replace("1", "l")
    if word in _NUMBER_OF:
        return _NUMBER_OF[word]
    near = {
        n for name, n in _NUMBER_OF.items() if len(name) > 3 and Levenshtein.distance(word, name, score_cutoff=1) <= 1
    }
    return near.pop() if len(near) == 1 else None


def _figures(text: str) -> int:
    digits = text.translate(_LOOKS_LIKE).replace(" ", "")
    return int(digits) if digits.isdigit() else 0


def _iso(year: int, month: int, number: int) -> str | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None
