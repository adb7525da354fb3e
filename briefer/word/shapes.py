"""What an outline is made of: frozen data that say nothing of Word, Markdown or HTML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from msgspec import Struct

from briefer.word.language import Language

Kind = Literal[
    "kicker", "title", "subtitle", "section-note", "not-disclosed",
    "question", "wording", "answer", "speaking", "point", "text", "fact", "actor", "note",
    "material", "material-label", "material-actor", "prompt", "prompt-label", "notice",
    "cell", "cell-head", "cell-label", "box", "box-label", "reference", "abbreviation", "fill", "contents-title",
]  # fmt: skip
TableKind = Literal["header-box", "positions", "figures", "red-lines", "report-back", "sources", "timeline"]


class Run(Struct, frozen=True, gc=False):
    """A stretch of text in one form; with ``note`` set it is the mark of that footnote instead."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    note: int = 0
    """The number of the footnote in the document, from 1."""
    link: str = ""
    """A web address, or ``#`` and the anchor of a heading or paragraph of the same note."""
    see: int = 0
    """The text is the number of this footnote, where its source stands in full."""


class Paragraph(Struct, frozen=True, gc=False):
    """One paragraph; its kind says what it is for, the format decides how that looks."""

    kind: Kind
    runs: tuple[Run, ...]
    level: int = 0
    """0 stands without a bullet, 1 with one, 2 with the one below it."""
    lang: str = ""
    """The language of its words (``fr-FR``) where it is not the note's."""
    anchor: str = ""
    """The name by which other places refer to it."""
    marked: bool = False
    """Whether a line stands in the margin: it is new in a revised note."""
    kept: bool = False
    """Whether it stays on the page of what follows, whatever its kind."""


class Control(Struct, frozen=True, gc=False):
    """Which block a piece of the note is, so that it is known again when the note comes back."""

    block: str
    label: str
    """For a person: ``Answer to question 1``."""


class Held(Struct, frozen=True, gc=False):
    """The text of one block and nothing else; labels and notices stand outside."""

    paragraphs: tuple[Paragraph, ...]
    control: Control | None = None


class Heading(Struct, frozen=True, gc=False):
    """A heading; levels follow each other without a gap."""

    level: int
    text: str
    anchor: str = ""
    """The name by which the table of contents and other places refer to it."""
    marked: bool = False


class Column(Struct, frozen=True, gc=False):
    """A column of a table: its heading and its share of the width in per cent."""

    title: str
    share: int


Cell = tuple[Paragraph, ...]


class Row(Struct, frozen=True, gc=False):
    """A row of a table; one with a single cell in a table of several columns spans them all."""

    cells: tuple[Cell, ...]
    control: Control | None = None
    held: int | None = None
    """Which cell holds the block's text; None means that all cells together do."""
    to_fill: bool = False
    """Whether the row is there to be filled in by hand."""
    marked: bool = False


class Table(Struct, frozen=True, gc=False):
    """A table; where ``columns`` have titles it has a heading row, repeated on every page."""

    kind: TableKind
    caption: str
    """What the table is, for those who cannot see it."""
    description: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


class Note(Struct, frozen=True, gc=False):
    """A footnote."""

    number: int
    runs: tuple[Run, ...]
    cites: tuple[str, ...] = ()
    """What it cites, whatever its number and form: the paper, the one that reports it, the place."""


class Standing(NamedTuple):
    """How a note stands to the version that was sent before."""

    form: Literal["revised", "addendum"]
    version: int
    """That of the one sent."""
    on: str
    """The day it was kept; may be empty."""
    numbers: Mapping[str, int]
    """The numbers that the questions have in the whole note, by their blocks."""


class BlockText(Struct, frozen=True, gc=False):
    """A block as it was exported, for comparing when the note comes back."""

    block: str
    section: str
    role: str
    text: str


class Group(Struct, frozen=True, gc=False):
    """Which items are a section's."""

    section: str
    role: str
    start: int
    stop: int


Item = Heading | Paragraph | Held | Table


class Outline(Struct, frozen=True, kw_only=True, gc=False):
    """A note in the order in which it is read, with all that stands around it."""

    brief: str
    version: int
    title: str
    subject: str
    """Body and date of the meeting, as far as given."""
    marking: str
    words: Language
    delegation: str
    drafter: str
    date: str
    """The meeting's, else the day the brief speaks of, in long form."""
    as_of: str
    keywords: tuple[str, ...]
    final: bool
    items: tuple[Item, ...]
    groups: tuple[Group, ...]
    """The sections in their order; what stands before the first is the title."""
    notes: tuple[Note, ...]
    texts: tuple[BlockText, ...]
    references: dict[str, tuple[str, ...]] = {}
    """What each number in brackets cites, by the link to it, where the house gives sources so."""
    lines: dict[str, str] = {}
    """What stands around the text, by the name of a house style's slot: title, meeting, date, place …"""
