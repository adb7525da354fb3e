"""What can be read off the words of a statement: the figures it holds, and the day it speaks of."""

from __future__ import annotations

import calendar
import re

from briefer.dates import is_partial

_MONTHS = tuple(calendar.month_name)[1:]
_FIGURE = re.compile(
    r"€\s?\d|\d\s?%|\d{1,3}(?:,\d{3})+"
    r"|\b(?:\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten)\s+"
    r"(?:million|billion|years?|people|persons|boxes|missions|countries|goals|partners)\b"
    r"|\bthe (?:one|only) active\b",
    re.IGNORECASE,
)
_DAY = re.compile(rf"(?<![(\d])(?:(\d{{1,2}}) )?(?:({'|'.join(_MONTHS)}) )?((?:19|20)\d\d)\b(?!/)")


def figures(text: str) -> int:
    """How many amounts, shares and counts a text holds; years and document numbers are none."""
    return len(_FIGURE.findall(text))


def has_number(text: str) -> bool:
    """Whether a text holds any digit: a year, an article, a document."""
    return any(c.isdigit() for c in text)


def moment(text: str) -> str | None:
    """The first day, month or year that a text names in English, as a partial date; None where it names none."""
    for found in _DAY.finditer(text):
        day, month, year = found[1], found[2], found[3]
        parts = [year]
        if month:
            parts.append(f"{_MONTHS.index(month) + 1:02d}")
            if day:
                parts.append(f"{int(day):02d}")
        if is_partial("-".join(parts)):
            return "-".join(parts)
    return None
