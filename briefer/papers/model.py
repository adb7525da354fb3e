"""A Council paper as it was read: what it says of itself, its parts with their places, its questions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the paper's tree."""

    level: int
    """From 1, the paper's own sections, downwards."""
    text: str
    page: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, list item or quotation of the body, page furniture removed and broken sentences joined."""

    text: str
    number: str | None = None
    """As the paper numbers it (``12``, ``3.1``, ``(a)``), without its full stop."""
    page: int = 1
    heading: int | None = None
    """The heading it stands under, as a place in ``CouncilPaper.headings``; None before the first."""
    at: str = ""
    """Its locator as sources give it: ``The Way Forward, para. 2``."""
    notes: tuple[tuple[int, str], ...] = ()
    """Marks of footnotes in it: the place in ``text`` before which each stands, and the mark."""
    mark: str = ""
    """What stands before it as printed, number or bullet: ``(a)``, ``1.``, ``–``; empty where nothing does."""
    left: float = 0.0
    """Where it begins, in points from the left, where the format tells."""
    cell: tuple[int, int] | None = None
    """Of a table cell its table and row."""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question that the paper puts to delegations, word for word."""

    number: str
    """As printed without brackets and full stop, or its place in its list, from 1."""
    text: str
    asked_by: str | None = None
    """Who asks, as the paper names them (``Presidency``, ``ICMPD``)."""
    set: str | None = None
    """Which list it belongs to, where the paper has several."""
    cut_off: bool = False
    """Whether its end is missing in the file."""
    page: int = 1
    at: str = ""
    """Its locator, ``Questions, Q1``."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote, joined to its mark."""

    mark: str
    text: str
    page: int = 1


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that the paper names."""

    ref: str
    """As documents are cited: ``9375/25``, ``COM(2020) 605 final``, ``Regulation (EU) 2019/1896``."""
    url: str | None = None
    """Where it is published, as far as that follows from its number."""


@dataclass(frozen=True, slots=True)
class CouncilPaper:
    """What a paper says of itself; None and empty where it says nothing."""

    doc_number: str | None = None
    """``9375/25``; ``15299/21`` where the revision is printed in the number."""
    suffix: str | None = None
    """``REV 1``, ``ADD 1 REV 2``, ``COR 1``."""
    date: str | None = None
    """The paper's own date, ISO."""
    original_language: str | None = None
    """``en``, or ``fr, en``."""
    doc_type: str | None = None
    """``NOTE``, ``COVER NOTE``, as printed."""
    from_: str | None = None
    to: str | None = None
    subject: str | None = None
    marking: str | None = None
    """As printed in the header; None where none is."""
    classified: str | None = None
    """The classification (EU or national) that header or page furniture carry; such a paper must not be stored."""
    codes: tuple[str, ...] = ()
    """Subject codes with their running numbers: ``JAI 676``."""
    interinstitutional_files: tuple[str, ...] = ()
    prev_docs: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    questions: tuple[AskedQuestion, ...] = ()
    expected_action: str | None = None
    footnotes: tuple[Footnote, ...] = ()
    cited: tuple[Cited, ...] = ()
    enclosed: tuple[CouncilPaper, ...] = ()
    language: str | None = None
    """The language it is written in, as far as its labels tell."""
    pages: int = 1
