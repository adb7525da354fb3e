"""Invented headers: numbers, codes, senders, recipients, suffixes, previous documents."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from . import bank, phrases
from .content import Furniture, Header, Previous

SHARED_CODES = ("RELEX", "JAI", "COSI", "SOC", "EMPL", "EDUC", "MI", "ENT", "CODEC", "DEVGEN", "CSC", "FIN")
ASKING_TYPES = ("NOTE", "NOTE", "NOTE", "NOTE", "REPORT", "INFORMATION NOTE", "PROGRESS REPORT", "INTRODUCTORY NOTE")
"""Of papers that ask."""
TYPES = (
    "NOTE",
    "NOTE",
    "NOTE",
    "REPORT",
    "OUTCOME OF PROCEEDINGS",
    '"I/A" ITEM NOTE',
    '"A" ITEM NOTE',
    "INFORMATION NOTE",
)
SUFFIXES = ("REV 1", "REV 2", "ADD 1", "COR 1", "EXT 1", "AMD 1", "REV 1 ADD 1", "ADD 2", "REV 4", "ADD 1 REV 2")


def codes(rng: Random, own: tuple[str, ...], least: int = 2) -> tuple[str, ...]:
    """Subject codes with running numbers."""
    names = [*own[: rng.randint(least, len(own))], *rng.sample(SHARED_CODES, rng.randint(0, 4))]
    return tuple(f"{name} {rng.randint(3, 1180)}" for name in dict.fromkeys(names))


def number(rng: Random, day: date, another_year: bool = False) -> str:
    """A document number of the day's year, or of the year before."""
    return f"{rng.randint(5012, 16987)}/{(day.year - another_year) % 100:02}"


def printed(of: str, suffix: str | None) -> str:
    """The number as the Council prints it: a revision stands in it once more (``15299/1/21``)."""
    revision = suffix.split()[1] if suffix and suffix.startswith("REV") else ""
    serial, year = of.split("/")
    return f"{serial}/{revision}/{year}" if revision else of


def previous(rng: Random, count: int, own: tuple[str, ...], latest: int) -> tuple[Previous, ...]:
    """Previous documents, some with codes of their own and suffixes."""
    made = []
    for _ in range(count):
        of, suffix = (
            f"{rng.randint(5012, 16987)}/{rng.randint(latest - 3, latest) % 100}",
            rng.choice(("", "", "REV 1", "ADD 1", "REV 2")),
        )
        text = f"{printed(of, suffix or None)} {suffix}".strip()
        other = rng.sample((*own, "ANTIDISCRIM", "FREMP", "COMER"), rng.choice((0, 1, 2)))
        made.append(
            Previous(text, f"{of} {suffix}".strip(), " ".join(f"{name} {rng.randint(3, 900)}" for name in other))
        )
    return tuple(made)


def some_day(rng: Random) -> date:
    """A day on which a paper may have come out."""
    return date(2017, 1, 9) + timedelta(days=rng.randint(0, 3300))


def header(rng: Random, on: bank.Subject, /, **changes: object) -> Header:
    """A plausible header for this subject; ``changes`` replace fields; ``previous`` is a count."""
    fixed_day = changes.get("day")
    day = fixed_day if isinstance(fixed_day, date) else some_day(rng)
    suffix = changes.pop("suffix", None)
    another = bool(changes.pop("another_year", False))
    of = number(rng, day, another)
    sender = rng.choice(bank.SENDERS)
    before = changes.pop("previous", 0)
    assert isinstance(before, int)
    made: dict[str, object] = {
        "day": day,
        "place": "Luxembourg" if day.month in (4, 6, 10) and rng.random() < 0.4 else "Brussels",
        "language": rng.choice(("en", "en", "en", "en", "fr", "en, fr", "fr, en", "de")),
        "number": of,
        "suffix": suffix,
        "number_printed": printed(of, suffix if isinstance(suffix, str) else None),
        "files": (f"{day.year - 1}/{rng.randint(2, 430):04}({rng.choice(('COD', 'NLE', 'CNS', 'APP'))})",)
        if rng.random() < 0.25
        else (),
        "marking": rng.choice(("LIMITE", "LIMITE", "LIMITE", None)),
        "codes": codes(rng, on.codes),
        "type": rng.choice(TYPES),
        "sender": sender,
        "to": on.body if rng.random() < 0.7 else rng.choice(bank.RECIPIENTS),
        "subject": f"{rng.choice(on.titles).split(' - ')[0]}{rng.choice(phrases.LONG)}"
        if rng.random() < 0.25
        else rng.choice(on.titles),
    }
    made["previous"] = previous(rng, before, on.codes, day.year)
    if rng.random() < 0.2:
        made["on"] = day
    fixed = changes.pop("previous_in_full", ())
    if fixed:
        made["previous"] = fixed
    made.update(changes)
    if "number" in changes and "number_printed" not in changes:
        fixed = changes["number"]
        made["number_printed"] = fixed or ""
    return Header(**made)  # type: ignore[arg-type]


def furniture(rng: Random, on: bank.Subject) -> Furniture:
    """What a page of this subject carries at its foot."""
    return Furniture(rng.choice(bank.INITIALS), on.unit)
