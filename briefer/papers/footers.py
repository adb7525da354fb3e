"""What stands on every page of a Council paper: the pieces of its footer and running header, piece by piece."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from briefer.papers.classified import classification
from briefer.papers.numbers import council_number, institution_number

Piece = Literal["number", "suffix", "drafters", "page", "annex", "unit", "marking", "language", "site", "paging"]

_LANGUAGES = frozenset(
    [
        "EN",
        "FR",
        "DE",
        "SV",
        "ES",
        "IT",
        "NL",
        "DA",
        "EL",
        "PT",
        "FI",
        "CS",
        "ET",
        "HU",
        "LT",
        "LV",
        "MT",
        "PL",
        "SK",
        "SL",
        "BG",
        "RO",
        "GA",
        "HR",
    ]
)
_NUMBER = r"(?:ST\s?)?\d{3,5}(?:/\d{1,2})?/\d{2}"
_DRAFTERS = r"[A-Za-zÀ-ÿ'’]{1,4}(?:[/,.:][A-Za-zÀ-ÿ'’]{1,4}){1,5}"
_UNIT = r"[A-Z]{2,10}(?:\s\d)?(?:\.[A-Z0-9]{1,5}){1,3}"
_DIRECTORATE = r"DG\s?[A-Z](?:\s?\d[A-Z]?)?(?:\s[A-Z0-9]{1,2})?(?=\s|$)"
_TOKEN = re.compile(
    rf"""(?P<number>{_NUMBER}(?![\d/]))
    | (?P<suffix>(?:REV|ADD|COR|DCL|EXT|AMD)\s?\d{{1,2}}(?:\s?\([a-z]{{2}}\))?(?=\s|$)|INIT(?=\s|$))
    | (?P<paging>[-–]\s?\d{{1,3}}\s?[-–](?=\s|$)
        |(?:Page|page|PAGE|Seite|Sida|sida)\s\d{{1,3}}(?:\s?(?:of|/|von|sur|av)\s?\d{{1,3}})?(?=\s|$)
        |\d{{1,3}}\s?/\s?\d{{1,3}}(?=\s|$))
    | (?P<annex>(?:ANNEX(?:ES|E)?|ANHANG|ANLAGE|BILAGA)(?:\s(?:[IVX]{{1,4}}|\d{{1,2}}))?
        (?:\s(?:[Tt][Oo])\s(?:THE\s)?ANNEX)?(?=\s|$))
    | (?P<site>www\.parlament\.gv\.at|www\.consilium\.europa\.eu(?:/\w*)?(?=\s|$))
    | (?P<unit>{_DIRECTORATE}|{_UNIT}(?=\s|$)
        |(?:GIP|SGS|LING|ORG|SMART|TREE|COMP|LIFE|RELEX|ECOFIN|JAI|EPRS)(?=\s(?:LIMITE|EN|FR|DE|SV)\b))
    | (?P<marking>L\s?[IlI1]\s?M\s?[IlI1]\s?T\s?E(?=\s|$)|PUBLIC(?=\s|$))
    | (?P<language>[A-Z]{{2}}(?:/[A-Z]{{2}})?(?=\s|$))
    | (?P<page>\d{{1,3}}(?=\s|$))
    | (?P<drafters>{_DRAFTERS}(?=\s|$))
    | (?P<word>[a-z]{{2,4}}(?=\s|$))""",
    re.VERBOSE,
)
_LONGEST = 90
#: Words printed with a stroke that are nobody's initials.
_NOBODY = frozenset(
    {"and/or", "he/she", "his/her", "km/h", "n/a", "i.e", "e.g", "et/ou", "s/he", "and,or", "a.m", "p.m", "u.a", "z.b"}
)
#: A footer that a tool left within a line of text.
WITHIN = re.compile(
    rf"""(?:(?:(?<=\s)|^|(?<=[a-z?!.,;:)])(?=\d))
      (?:(?:ANNEX\w*\s+(?:[IVX]{{1,4}}\s+)?)?{_UNIT}\s+(?:LIMITE\s+)?(?:EN|FR|DE|SV)\s+)?
      {_NUMBER}(?:\s+(?:REV|ADD|COR|DCL|EXT|AMD)\s?\d{{1,2}}){{0,3}}\s+[A-ZÀ-Ý]{{1,4}}(?:[,/][A-Za-zÀ-ÿ]{{1,4}}){{1,4}}
      (?:\s+\d{{1,3}}){{0,2}}(?:\s+ANNEX\w*(?:\s[IVX]{{1,4}})?)?(?:\s+(?:{_UNIT}|{_DIRECTORATE}))?(?:\s+LIMITE)?(?:\s+(?:EN|FR|DE|SV))?
    | (?:(?<=\s)|^)(?:{_UNIT}\s+LIMITE\s+(?:EN|FR|DE|SV) | www\.parlament\.gv\.at)
    )(?=\s|$)""",
    re.VERBOSE,
)


@dataclass(slots=True)
class Told:
    """What the page furniture says of the paper."""

    numbers: Counter[tuple[str, str | None]] = field(default_factory=Counter)
    markings: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    secrets: Counter[str] = field(default_factory=Counter)

    @property
    def number(self) -> tuple[str | None, str | None]:
        """Number and suffix."""
        return self.numbers.most_common(1)[0][0] if self.numbers else (None, None)

    @property
    def marking(self) -> str | None:
        """The marking at the pages' foot or head."""
        return next((counted.most_common(1)[0][0] for counted in (self.secrets, self.markings) if counted), None)

    def hears(self, text: str) -> None:
        """Take in what a line of furniture says."""
        if secret := classification(text):
            self.secrets[secret] += 1
            return
        if number := council_number(text) or institution_number(text):
            self.numbers[number.number, number.suffix] += 1
        for found in _TOKEN.finditer(text):
            if found.lastgroup == "marking":
                self.markings["PUBLIC" if found[0] == "PUBLIC" else "LIMITE"] += 1
            elif found.lastgroup == "language" and found[0] in _LANGUAGES:
                self.languages[found[0].lower()] += 1


def pieces(text: str) -> frozenset[Piece]:
    """The pieces of a footer of which a line consists; empty where anything else stands in it."""
    if len(text) > _LONGEST or (text[0].islower() and "/" not in text[:10] and "." not in text[:4]):
        return frozenset()
    if _TOKEN.match(text.lstrip(" \t·•|*_")) is None:
        return frozenset({"marking"}) if classification(text) else frozenset()
    if classification(text):
        return frozenset({"marking"})
    found: set[Piece] = set()
    at, end = 0, len(text)
    while at < end:
        if text[at] in " \t·•|*_":
            at += 1
            continue
        token = _TOKEN.match(text, at)
        if token is None:
            return frozenset()
        kind = token.lastgroup or ""
        if kind == "language" and not set(token[0].split("/")) <= _LANGUAGES:
            return frozenset()
        if kind == "word":
            if not found & {"number", "suffix"}:
                return frozenset()
            kind = "drafters"
        elif kind == "drafters" and (token[0].lower() in _NOBODY or (token[0].islower() and "/" not in token[0])):
            return frozenset()
        found.add(kind)  # type: ignore[arg-type]
        at = token.end()
    return frozenset(found)


def is_surely(kinds: Iterable[Piece], together: bool) -> bool:
    """Whether pieces that stand together are a footer wherever they stand; ``together`` in one line."""
    said = frozenset(kinds)
    if said & {"site", "paging"}:
        return True
    if "unit" in said and said & {"language", "marking", "number", "drafters"}:
        return True
    if "drafters" in said and said & {"number", "unit"}:
        return True
    return together and "number" in said and bool(said & {"page"}) and "annex" not in said
