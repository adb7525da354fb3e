"""Days as papers write them in a sentence: found, and resolved against the paper's own date."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from briefer.dates import first_day, is_partial, last_day

_NAMES = (
    "january february march april may june july august september october november december",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "jan feb mar apr may jun jul aug sept oct nov dec",
)
#: The months by name in English, French, German and Swedish, lower case.
MONTHS: dict[str, int] = {name: n for names in _NAMES for n, name in enumerate(names.split(), 1)}
_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

#: A day, month, part of a year or year, as far as a sentence names one; to be used behind another pattern.
DAY = (
    rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s(?:of\s)?(?P<dm>{_MONTH})\b\.?(?:,?\s(?P<dy>{_YEAR})\b)?"
    rf"|(?P<iso>{_YEAR}-\d\d-\d\d)"
    rf"|(?P<nd>\d{{1,2}})[./](?P<nm>\d{{1,2}})[./](?P<ny>{_YEAR})"
    rf"|(?P<am>{_MONTH})\s(?P<ad>\d{{1,2}}),\s(?P<ay>{_YEAR})\b"
    rf"|(?:(?P<edge>end|close|mid|middle|beginning|start)(?:-|\s(?:of\s)?))?(?P<m>{_MONTH})\b\.?(?:,?\s(?P<my>{_YEAR})\b)?"
    rf"|(?:end\s(?:of\s)?)?(?:the\s)?(?P<part>first|second|third|fourth|1st|2nd|3rd|4th)\s(?P<of>half|quarter)"
    rf"(?:\sof\s(?P<py>{_YEAR})\b)?"
    rf"|(?:end\sof\s)?[Qq](?P<q>[1-4])\s(?P<qy>{_YEAR})\b"
    r"|end\sof\s(?:the|its|our|this)\s(?:\w+\s)?(?P<pres>presidency)\b"
    r"|end\sof\s(?:the|this)\s(?:current\s|calendar\s)?(?P<year>year)\b"
    rf"|(?P<mid>mid|middle\sof|beginning\sof|start\sof)(?:-|\s)(?P<midy>{_YEAR})\b"
    rf"|(?:end(?:\sof)?[\s-])?(?P<y>{_YEAR})\b(?![-/]\d))"
)
_DAY = re.compile(rf"(?<![\w/(-]){DAY}", re.IGNORECASE)


class Day(NamedTuple):
    """A day, month or year of a sentence."""

    iso: str
    """As a partial date."""
    words: str
    start: int
    end: int
    said: bool
    """Whether the year stands there; else it was taken from the paper's date."""


def days(text: str, on: str | None) -> list[Day]:
    """All days of a sentence in order, those without a year resolved forwards from the paper's date ``on``."""
    found = [resolved(m, on) for m in _DAY.finditer(text)]
    return [d for d in found if d is not None]


def resolved(m: re.Match[str], on: str | None, *, forwards: bool = True) -> Day | None:
    """The day that a match of ``DAY`` names; None where no year stands there and the paper has no date.

    ``forwards``: a month without a year is the next one from the paper's date, else the last one up to it.
    """
    g = m.groupdict()
    iso, said = _iso(g, on, forwards)
    if not iso or not is_partial(iso):
        return None
    return Day(iso, " ".join(m[0].split()), m.start(), m.end(), said)


def _iso(g: dict[str, str | None], on: str | None, forwards: bool) -> tuple[str, bool]:
    if g["iso"]:
        return g["iso"], True
    if g["ny"]:
        return f"{g['ny']}-{int(g['nm'] or 0):02d}-{int(g['nd'] or 0):02d}", True
    if g["ay"]:
        return f"{g['ay']}-{MONTHS[(g['am'] or '').casefold()]:02d}-{int(g['ad'] or 0):02d}", True
    if g["dm"] or g["m"]:
        month = MONTHS[(g["dm"] or g["m"] or "").casefold()]
        # "may" and "mars" are words too: a bare one is a month only with a year or behind "end of".
        if not g["dm"] and not g["my"] and not g["edge"] and (g["m"] or "").casefold() in ("may", "mar", "mars", "dec"):
            return "", False
        year = g["dy"] or g["my"] or _year(month, on, forwards)
        day = f"-{int(g['d']):02d}" if g["d"] else "-15" if (g["edge"] or "").startswith("mid") else ""
        return (f"{year}-{month:02d}{day}" if year else ""), bool(g["dy"] or g["my"])
    if g["part"] or g["q"]:
        number = int(g["q"]) if g["q"] else _ORDER[(g["part"] or "").casefold()]
        if g["of"] == "half" and number > 2:
            return "", False
        year = g["py"] or g["qy"] or (on or "")[:4]
        month = number * (6 if g["of"] == "half" else 3)
        return (f"{year}-{month:02d}" if year else ""), bool(g["py"] or g["qy"])
    if g["pres"]:
        return (f"{on[:4]}-{'06' if first_day(on).month <= 6 else '12'}" if on and len(on) > 4 else ""), False
    if g["year"]:
        return (on or "")[:4], False
    if g["midy"]:
        return (f"{g['midy']}-06" if (g["mid"] or "").casefold().startswith("mid") else f"{g['midy']}-01"), True
    return g["y"] or "", True


def _year(month: int, on: str | None, forwards: bool) -> str:
    if not on:
        return ""
    here = first_day(on)
    step = (month < here.month) if forwards else -(month > here.month)
    return str(here.year + step)


def later(iso: str, number: int, unit: str) -> str:
    """A partial date moved by so many days, weeks, months or years; as exact as it was."""
    parts = [int(p) for p in iso.split("-")]
    if unit in ("day", "week"):
        return (first_day(iso) + timedelta(days=number * (7 if unit == "week" else 1))).isoformat()
    if unit == "month" and len(parts) == 1:
        return last_day(later(f"{iso}-12", number, unit)).isoformat()[:7]
    months = number * (12 if unit == "year" else 1)
    year, month = divmod(parts[0] * 12 + (parts[1] if len(parts) > 1 else 1) - 1 + months, 12)
    if year > date.max.year:
        return iso
    if len(parts) == 1:
        return f"{year:04d}"
    if len(parts) == 2:
        return f"{year:04d}-{month + 1:02d}"
    return f"{year:04d}-{month + 1:02d}-{min(parts[2], last_day(f'{year:04d}-{month + 1:02d}').day):02d}"
