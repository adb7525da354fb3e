"""Dates as papers give them: a year, a month or a day (``2024``, ``2024-10``, ``2024-10-16``)."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

PARTIAL = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_PARTIAL = re.compile(PARTIAL)
#: What is said of a date that has the form of one and is none.
NOT_A_DAY = "“{}” is not a day of the calendar; write 2024, 2024-10 or 2024-10-16"


@lru_cache(maxsize=4096)
def is_partial(text: str) -> bool:
    """Whether the text is a year, a month or a day that exists."""
    if not _PARTIAL.fullmatch(text):
        return False
    try:
        last_day(text)
    except ValueError:
        return False
    return True


def as_iso(text: str) -> str:
    """A date as people write it (``24 November 2026``, ``24/11/2026``, ``24.11.2026``) as the files have it.

    Anything else comes back as it is: whoever checks it says what is wrong.
    """
    words = " ".join(text.split())
    if found := re.fullmatch(r"(?:(\d{1,2})\.? )?([^\W\d_]{3,})\.? (\d{4})", words):
        names = [name.casefold() for name in calendar.month_name]
        month = next((n for n, name in enumerate(names) if n and name.startswith(found[2].casefold())), 0)
        iso = f"{found[3]}-{month:02d}" + (f"-{int(found[1]):02d}" if found[1] else "")
        return iso if month and is_partial(iso) else text
    if found := re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", words):
        iso = f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"
        return iso if is_partial(iso) else text
    return text


@lru_cache(maxsize=4096)
def first_day(text: str) -> date:
    """The first day a partial date covers; raises ValueError for one that does not exist."""
    parts = [int(p) for p in text.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


@lru_cache(maxsize=4096)
def last_day(text: str) -> date:
    """The last day a partial date covers: ``2025`` is 31 December 2025."""
    parts = [int(p) for p in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], calendar.monthrange(parts[0], parts[1])[1])
    return date(*parts)


def days_exist(*dates: str | None) -> None:
    """Raise ValueError where one of the dates is no day of the calendar; for Structs that validate themselves."""
    for one in dates:
        if one is not None and not is_partial(one):
            raise ValueError(NOT_A_DAY.format(one))


def is_past(valid_until: str, on: str) -> bool:
    """Whether something valid until the one date is out of date on the other."""
    return last_day(valid_until) < first_day(on)


_SPAN = re.compile(r"([1-9][0-9]{0,3}) ?(day|week|month|year)s?")


def is_span(text: str) -> bool:
    """Whether the text is a length of time as settings have it: ``12 months``, ``90 days``."""
    return _SPAN.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def is_older(day: str, span: str, on: str) -> bool:
    """Whether all that a partial date covers lies further back from a day than a length of time (``12 months``)."""
    found = _SPAN.fullmatch(span)
    if found is None:
        return False
    count, unit, since = int(found[1]), found[2], first_day(on)
    try:
        if unit in ("day", "week"):
            return last_day(day) < since - timedelta(days=count * (7 if unit == "week" else 1))
        months = since.year * 12 + since.month - 1 - count * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        return last_day(day) < date(year, month + 1, min(since.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return False  # before the calendar begins


def on_long_form(text: str) -> str:
    """``on 10 June 2025``, ``in June 2025``, ``in 2025``."""
    return f"{'on' if len(text) == 10 else 'in'} {long_form(text)}"


def long_form(text: str, months: tuple[str, ...] = tuple(calendar.month_name)[1:]) -> str:
    """``2025-06-10`` as ``10 June 2025``, ``2025-06`` as ``June 2025``; anything else unchanged."""
    if not is_partial(text):
        return text
    parts = text.split("-")
    if len(parts) == 1:
        return parts[0]
    month = f"{months[int(parts[1]) - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"
