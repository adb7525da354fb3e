"""The numbers of documents: how the Council, the Commission and the EEAS print them, and where they are published."""

from __future__ import annotations

import re
from typing import NamedTuple

_SERIES = r"(?:ST|WK|CM|SN|DS|EUCO|PE-CONS|XT|LT|MD)"
_KIND = r"(?:REV|ADD|COR|DCL|EXT|AMD)"
#: What stands behind a number: ``REV 1``, ``ADD 1 REV 2``, ``COR 1 (de)``.
SUFFIX = rf"{_KIND}\.?\s?\d{{1,2}}\b(?:\s?\([a-z]{{2}}\))?"
#: A Council document's number; the first group its series, then serial, revision, year.
COUNCIL = rf"(?:({_SERIES})\s?-?\s?)?(\d{{3,5}})(?:\s?/\s?(\d{{1,2}}))?\s?/\s?(\d{{4}}|\d{{2}})(?![\d/])"
#: Series whose numbers may have fewer figures, since they say what they are.
SHORT = r"(EUCO|PE-CONS|SN|CM|DS|WK|XT|MD|ST)\s?-?\s?(\d{1,5})(?:/(\d{1,2}))?/(\d{4}|\d{2})(?![\d/])"
#: A number of the Commission or the EEAS: body, year, serial, ``final``.
INSTITUTION = (
    r"\b(COM|JOIN|SWD|SEC|EEAS|HR|KOM|C)\s?[(\[]\s?(\d{4})\s?[)\]]\s?(\d{1,4})\b"
    r"(?:\s?(final|draft|endg)\b\.?)?(?:\s?/\s?(\d)\b)?"
)
_SUFFIX = re.compile(rf"[\s,]*({_KIND})\.?\s?(\d{{1,2}})\b(?:\s?\([a-z]{{2}}(?:,\s?[a-z]{{2}})*\))?")
_COUNCIL = re.compile(COUNCIL)
_SHORT = re.compile(SHORT)
_INSTITUTION = re.compile(INSTITUTION)
_INIT = re.compile(r"\s?INIT\b")
_LAST_OF_CENTURY = 60


class Number(NamedTuple):
    """A document's number."""

    number: str
    """``9375/25``, ``WK 5562/2025``, ``EEAS(2022) 1466``, ``COM(2020) 605 final``."""
    suffix: str | None
    """``REV 1``, ``ADD 1 REV 2``."""
    start: int
    end: int
    """Where it stands in the text."""

    @property
    def ref(self) -> str:
        """As the document is cited: its number with the suffix."""
        return f"{self.number} {self.suffix}" if self.suffix else self.number


def council_number(text: str, at: int = 0, *, search: bool = True) -> Number | None:
    """The Council's number that stands at a place in the text, or the first one from there."""
    found = _COUNCIL.search(text, at) if search else _COUNCIL.match(text, at)
    if found is None or (found[1] is None and len(found[4]) == 4):
        short = _SHORT.search(text, at) if search else _SHORT.match(text, at)
        found = short or None
        if found is None:
            return None
    end, suffix = _suffix(text, found.end())
    if suffix is None and found[3]:
        suffix = f"REV {int(found[3])}"
    series = found[1] if found[1] not in (None, "ST") else None
    serial = found[2].lstrip("0") or "0"
    number = f"{serial}/{found[4]}"
    return Number(f"{series} {number}" if series else number, suffix, found.start(), end)


def institution_number(text: str, at: int = 0, *, search: bool = True) -> Number | None:
    """The number of a Commission or EEAS document that stands at a place in the text, or the first one from there."""
    found = _INSTITUTION.search(text, at) if search else _INSTITUTION.match(text, at)
    if found is None:
        return None
    body = "COM" if found[1] == "KOM" else found[1]
    end, suffix = _suffix(text, found.end())
    number = f"{body}({found[2]}) {int(found[3])}" + (" final" if found[4] in ("final", "endg") else "")
    if found[5]:
        number += f"/{found[5]}"
    return Number(number, suffix, found.start(), end)


def suffix_alone(text: str) -> str | None:
    """The suffix where a text is nothing else: ``REV 1`` on a line of its own."""
    end, suffix = _suffix(text, 0)
    return suffix if suffix and not text[end:].strip() else None


def address(ref: str) -> str | None:
    """Where a document with this number is published, as far as that follows from the number."""
    if found := _INSTITUTION.match(ref):
        body, year, serial = found[1], found[2], int(found[3])
        if body in ("COM", "JOIN", "SWD", "SEC"):
            return f"https://eur-lex.europa.eu/legal-content/EN/TXT/?uri={body}:{year}:{serial}:FIN"
        return None
    number = council_number(ref, search=False)
    if number is None or (found := _COUNCIL.match(ref) or _SHORT.match(ref)) is None:
        return None
    series = {None: "ST", "ST": "ST", "CM": "CM", "PE-CONS": "PE"}.get(found[1])
    if series is None:
        return None
    tail = number.suffix.replace(" ", "-") if number.suffix else "INIT"
    return f"https://data.consilium.europa.eu/doc/document/{series}-{int(found[2])}-{_year(found[4])}-{tail}/en/pdf"


def _suffix(text: str, at: int) -> tuple[int, str | None]:
    parts: list[str] = []
    if init := _INIT.match(text, at):
        at = init.end()
    while found := _SUFFIX.match(text, at):
        parts.append(f"{found[1]} {int(found[2])}")
        at = found.end()
    return at, " ".join(parts) or None


def _year(printed: str) -> int:
    """The year that two figures mean: the Council's register begins in the nineties."""
    year = int(printed)
    if year > 99:
        return year
    return year + (1900 if year > _LAST_OF_CENTURY else 2000)
