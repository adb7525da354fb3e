"""A brief: sections of blocks; every block keeps its sources. Frozen: edits make a new one (``edit.py``)."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from briefer.dates import PARTIAL

Date = Annotated[str, Meta(pattern=PARTIAL, description="2024, 2024-10 or 2024-10-16")]
BlockId = Annotated[str, Meta(pattern="^[a-z][a-z0-9]{5,19}$", description="a letter, then 5 to 19 letters or digits")]
State = Literal["draft", "clearance", "cleared"]
SectionRole = Literal[
    "header", "objective", "handling", "top-lines", "speaking-note", "if-raised", "defensives", "do-not-raise",
    "red-lines", "positions", "state-of-play", "background", "figures", "sources", "abbreviations", "report-back", "free",
]  # fmt: skip
BlockRole = Literal["question", "answer", "point", "text", "fact", "position", "figure", "row", "prompt", "note"]

#: Sections that are made from the rest at export and hold no blocks of their own.
MADE_AT_EXPORT = ("header", "sources", "abbreviations")
#: Sections whose text is the delegation's alone and never passes a PUBLIC ceiling (contract, "Markings on the way out").
CONFIDENTIAL = ("red-lines", "do-not-raise")


class Via(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The paper actually read, where it reports another."""

    paper: str
    issuer: str | None = None
    number: str | None = None
    date: Date | None = None
    title: str | None = None


class Source(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Where a statement stands; carries all that a footnote needs, so that a brief exports without the base."""

    paper: str
    issuer: str | None = None
    """Who is named before the number: Council, Statewatch, ICMPD; none where the number names its series."""
    number: str | None = None
    date: Date | None = None
    title: str | None = None
    marking: str | None = None
    """That of the paper actually read."""
    at: str | None = None
    url: str | None = None
    via: Via | None = None
    inward: bool = False
    """Instructions from capital and the like: never shown in what leaves the house."""


class Pulled(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What the base said when the entry was pulled in."""

    text: str
    as_of: Date | None = None
    valid_until: Date | None = None
    disputed: tuple[str, ...] = ()
    """The other side of each dispute, with its source in brackets."""
    superseded: str | None = None
    """What has replaced it since."""
    wording: Literal["gist", "verbatim"] | None = None
    """Questions only: whether the words are ours or the paper's."""
    actor: str | None = None
    """Positions only: the actor's name."""
    stance: str | None = None
    asked_by: str | None = None
    """Questions only: who asks."""
    note: str | None = None
    inward: tuple[str, ...] = ()
    """What in ``disputed`` and ``superseded`` comes from instructions, and stays in the house."""


class Carried(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """An entry whose words went into the text of a block that was not pulled from it alone."""

    entry: str
    pulled: Pulled
    marks: tuple[int, ...] = ()
    """The numbers of its sources among those of the block, where they are known."""


class Block(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One paragraph or group of paragraphs; the unit that is pulled, edited, merged back."""

    id: BlockId = ""
    """Unique in the brief, never reused; given on save where it is missing."""
    role: BlockRole
    text: str = ""
    question: str | None = None
    """On answers and material: the id of the question block they belong to."""
    entry: str | None = None
    pulled: Pulled | None = None
    carries: tuple[Carried, ...] = ()
    """What else went into its text: by merging with another block, or pulled in at the cursor."""
    sources: tuple[Source, ...] = ()
    marking: str | None = None
    """Raises this block above its sources, by hand."""
    prompt: str | None = None
    """On what a delegate has filled in: what the template asked for, so that the next meeting is asked again."""
    made_from: str | None = None
    """The template's text with its placeholders, where this block was made from one that has any."""


class Section(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A heading and what stands under it."""

    id: str
    role: SectionRole
    title: str = ""
    disclosable: bool = True
    minutes: float | None = None
    words: int | None = None
    blocks: tuple[Block, ...] = ()


class Accepted(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A remark of the review that somebody has looked at and accepted, and why."""

    code: str
    """That of the remark."""
    row: str
    """Where it was made: a block's id, else ``section:ID``, else ``brief``."""
    said: str
    """What it said then: a remark that says something else is made again."""
    reason: str
    by: str | None = None
    on: Date | None = None
    words: str | None = None
    """A sum over the words of its block then: with other words the remark is made again."""


class Kept(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """On a version that was put by: when, by whom, what for."""

    on: Date
    by: str | None = None
    note: str | None = None
    sent: bool = False
    """Whether it went out as a final note: what a revised note and an addendum are measured against."""


class MeetingRef(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The meeting the brief is for."""

    id: str | None = None
    body: str | None = None
    date: Date | None = None
    end: Date | None = None
    place: str | None = None
    format: str | None = None
    item: str | None = None
    action: str | None = None
    inward: tuple[str, ...] = ()
    """Which of these come from instructions: they stand in nothing that leaves the house."""


class Brief(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A briefing note, self-contained."""

    brief: str
    """Its name, the file's too."""
    format: int
    title: str
    state: State = "draft"
    version: int = 1
    as_of: Date
    """The day against which facts are judged out of date; exporting uses no other clock."""
    language: str = "en"
    delegation: str | None = None
    drafter: str | None = None
    cleared_by: str | None = None
    meeting: MeetingRef | None = None
    topics: tuple[str, ...] = ()
    template: str | None = None
    marking: str | None = None
    """Never below what it cites; a person may raise it."""
    own_marking: str = "LIMITE"
    """That of the delegation's own text."""
    markings: tuple[str, ...] = ("PUBLIC", "LIMITE")
    """Lowest first, as the workspace orders them."""
    words_per_minute: int = 110
    house_style: str | None = None
    acronyms: dict[str, str] = {}
    """Those that the base knows and the brief uses, so that it exports without the base."""
    carried_from: str | None = None
    """The brief of the last meeting, where this one was made out of it."""
    known: dict[str, str] = {}
    """By topic the entries that the base had for it when it was made, a sum of six letters each: what else is new."""
    fresh: tuple[str, ...] = ()
    """The entries that were new when it was carried over."""
    kept: Kept | None = None
    """Only in a version put by in ``briefs/versions/NAME/``."""
    accepted: tuple[Accepted, ...] = ()
    """Remarks of the review that were accepted, with the reason."""
    sections: tuple[Section, ...] = ()
