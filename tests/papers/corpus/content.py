"""What a made-up paper says, apart from how it is printed: header, blocks, footnotes, what it cites and encloses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_OPEN, _CLOSE = "\ue000", "\ue001"
NOTE = re.compile(f"{_OPEN}(.+?){_CLOSE}")
"""Where a footnote mark stands in a text; printers turn it into a superscript, the answer leaves it out."""


def mark(of: str) -> str:
    """The place of the footnote ``of`` in a text."""
    return f"{_OPEN}{of}{_CLOSE}"


def without_marks(text: str) -> str:
    """The text on one line without footnote marks."""
    return " ".join(NOTE.sub("", text).split())


def marks_in(text: str) -> list[str]:
    """The footnotes that a text calls, in order."""
    return NOTE.findall(text)


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def bullet(style: str, nth: int) -> str:
    """The nth mark (from 1) of a list: ``1.`` ``(1)`` ``(a)`` ``i.`` ``Q1.`` ``Question 1:`` ``–`` ``•`` ``-`` or none."""
    pattern, value = _counted(style, nth)
    return style.replace(pattern, value) if pattern else style


def _counted(style: str, nth: int) -> tuple[str, str]:
    for pattern, value in (("1", str(nth)), ("a", chr(96 + nth)), ("i", _ROMAN[nth - 1])):
        if pattern in style:
            return pattern, value
    return "", ""


def number_of(style: str, nth: int) -> str | None:
    """The number in the nth mark of a list, bare, or None where the mark is a dash, a dot or nothing."""
    return _counted(style, nth)[1] or None


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 1
    number: str = ""
    """As printed before it: ``1.``, ``II.``, ``A.``; no part of the text."""


@dataclass(frozen=True)
class Para:
    text: str
    number: str = ""
    """A numbered paragraph's number as printed: ``3.``"""
    asks: tuple[Ask, ...] = ()
    """Sentences of this running prose that ask delegations something."""
    by: str | None = None
    """Who asks them."""
    action: bool = False
    """Whether this is the decision line."""


@dataclass(frozen=True)
class Quote:
    text: str


@dataclass(frozen=True)
class Listed:
    """A list that asks nothing (or, with ``action``, the decision line with its parts)."""

    lead: str
    items: tuple[str, ...]
    marks: str = "–"
    number: str = ""
    action: bool = False


@dataclass(frozen=True)
class Ask:
    """One question, as a person counts them."""

    text: str
    subs: tuple[str, ...] = ()
    cut: bool = False
    bare: bool = False
    """Whether its number is lost; the reader may put it back or not."""


@dataclass(frozen=True)
class Asks:
    """A list of questions, with the sentence that leads in (or none, under a heading)."""

    lead: str
    items: tuple[Ask, ...]
    marks: str = "1."
    sub_marks: str = "(a)"
    by: str | None = None
    group: str | None = None
    """What tells this list from another in the same paper."""


@dataclass(frozen=True)
class Annex:
    """From here on the paper's annex."""

    name: str = "ANNEX"
    title: str = ""


Block = Heading | Para | Quote | Listed | Asks | Annex


@dataclass(frozen=True)
class Cited:
    """A document that a text cites."""

    printed: str
    ref: str
    url: str | None = None


@dataclass(frozen=True)
class Previous:
    """A previous document as the header prints it, with what comes after the number (codes of its own)."""

    printed: str
    ref: str
    codes: str = ""


@dataclass(frozen=True)
class Header:
    day: date | None = None
    place: str = "Brussels"
    language: str | None = "en"
    number: str | None = None
    suffix: str | None = None
    number_printed: str = ""
    """With a revision's number inside, where it is printed so."""
    files: tuple[str, ...] = ()
    marking: str | None = None
    codes: tuple[str, ...] = ()
    type: str | None = "NOTE"
    sender: str | None = None
    on: date | None = None
    to: str | None = None
    previous: tuple[Previous, ...] = ()
    commission: str | None = None
    """No. Cion doc."""
    subject: str | None = None
    opening: str = ""
    """``Delegations will find …``"""
    enclosing: str = ""
    """Encl.: …"""
    declassified: tuple[str, ...] = ()
    """Lines of a declassification's own: of which document, dated, new status."""


@dataclass(frozen=True)
class Furniture:
    """What stands on every page."""

    initials: str = "AB/cd"
    unit: str = "HARB.1"
    language: str = "EN"


@dataclass(frozen=True)
class Content:
    header: Header
    blocks: tuple[Block, ...]
    notes: tuple[tuple[str, str], ...] = ()
    cited: tuple[Cited, ...] = ()
    enclosed: Content | None = None
    furniture: Furniture = Furniture()
    tongue: str = "en"
    number_in_footer_only: bool = False
    unsure: frozenset[str] = frozenset()
    """Fields on which two careful readers may differ: left out of the answer."""
    eeas: bool = False
    """Whether this is a paper of the European External Action Service, which has a header of its own."""
