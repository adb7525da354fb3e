"""Who held the Presidency of the Council on a day: Council Decision (EU) 2016/1316, which fixes the order to 2030."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefer.dates import first_day
from briefer.knowledge.entries import Actor
from briefer.text import fold

#: Half by half from July 2017.
_ORDER = (
    "EE BG AT RO FI HR DE PT SI FR CZ SE ES BE HU PL DK CY IE LT EL IT LV LU NL SK MT"
)  # fmt: skip
_FIRST = (2017, 2)
#: What each is called as an adjective, the form for its name first; then in other languages' papers.
_CALLED = {
    "AT": "Austrian", "BE": "Belgian", "BG": "Bulgarian", "CY": "Cyprus Cypriot", "CZ": "Czech", "DE": "German",
    "DK": "Danish", "EE": "Estonian", "EL": "Greek Hellenic", "ES": "Spanish", "FI": "Finnish", "FR": "French",
    "HR": "Croatian", "HU": "Hungarian", "IE": "Irish", "IT": "Italian", "LT": "Lithuanian", "LU": "Luxembourg",
    "LV": "Latvian", "MT": "Maltese", "NL": "Netherlands Dutch", "PL": "Polish", "PT": "Portuguese", "RO": "Romanian",
    "SE": "Swedish", "SI": "Slovenian", "SK": "Slovak",
}  # fmt: skip
_WORD = re.compile(r"\b(?:presidency|presidence|vorsitz|ratsvorsitz|ordforandeskapet|ordforande)\b")
#: What may stand beside the word where the Presidency of the day is meant.
_BARE = frozenset(
    [
        "the",
        "current",
        "of",
        "council",
        "european",
        "union",
        "eu",
        "du",
        "conseil",
        "la",
        "le",
        "der",
        "des",
        "rates",
        "rat",
    ]
)


class Held(NamedTuple):
    """A Presidency: whose, and which half of which year; the half is None where only the country is known."""

    country: str
    half: tuple[int, int] | None


def held(day: str | None) -> Held | None:
    """The Presidency on a day; None outside July 2017 to December 2030, or where the day is only a year."""
    if not day or len(day) < 7:
        return None
    first = first_day(day)
    half = (first.year, 1 if first.month <= 6 else 2)
    place = (half[0] - _FIRST[0]) * 2 + half[1] - _FIRST[1]
    order = _ORDER.split()
    return Held(order[place], half) if 0 <= place < len(order) else None


def named(name: str, day: str | None) -> Held | None:
    """The Presidency that a name means: the country's that it names, else the one on the day of the paper.

    None where the name is not that of a Presidency that is known, or where neither country nor day says which. A paper
    of the Polish Presidency that is dated a day after its end is the Polish one's for all that.
    """
    words = fold(name)
    if not _WORD.search(words) or "trio" in words:
        return None
    then = held(day)
    for country, called in _CALLED.items():
        if any(re.search(rf"\b{fold(one)}\b", words) for one in called.split()):
            return then if then and then.country == country else Held(country, None)
    others = re.findall(r"\w+", _WORD.sub(" ", words))
    return then if _BARE.issuperset(others) else None


def actor(presidency: Held) -> Actor:
    """The Presidency as an actor, as the base writes them."""
    name = f"{_CALLED[presidency.country].split()[0]} Presidency"
    aliases = [f"{name} of the Council"]
    if presidency.half:
        year, half = presidency.half
        months = "January to June" if half == 1 else "July to December"
        aliases.append(f"Presidency of {months} {year}")
    return Actor(id=f"presidency-{presidency.country.lower()}", name=name, kind="presidency", aliases=tuple(aliases))


def country_called(adjective: str) -> str | None:
    """The code of the Member State with this adjective (``Austrian``); None for any other word."""
    wanted = fold(adjective)
    return next((c for c, called in _CALLED.items() if wanted in fold(called).split()), None)
