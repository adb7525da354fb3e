"""What the base holds: frozen entries, one Struct for each kind, which are also its schema."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from briefer.dates import PARTIAL, days_exist

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="lower case, digits, hyphens")]
EntryRef = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$",
        description="entry-id within the file, topic-id/entry-id elsewhere",
    ),
]
Date = Annotated[str, Meta(pattern=PARTIAL, description="2024, 2024-10 or 2024-10-16")]
Text = Annotated[str, Meta(min_length=1)]
Stance = Annotated[
    Literal["supports", "open", "asks", "reserves", "opposes", "critical", "neutral"],
    Meta(
        description="supports · open · asks (a question or a condition) · reserves (scrutiny or parliamentary reserve) · "
        "opposes · critical (an outside voice) · neutral (states, describes, presents)"
    ),
]
Wording = Annotated[Literal["gist", "verbatim"], Meta(description="gist: in our words · verbatim: as the paper has it")]
ActorKind = Literal[
    "member-state", "presidency", "institution", "agency", "mission", "third-country", "organisation", "voice"
]


class _Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """What all entries share: unknown keys are faults, keys left out do not come back on writing."""


class Cite(_Entry, frozen=True, kw_only=True):
    """Where a statement stands. ``at`` counts paragraphs under the nearest heading from 1."""

    paper: Id
    at: Text | None = None
    via: Annotated[Id, Meta(description="the paper actually read, where it reports the other")] | None = None


class Statement(_Entry, frozen=True, kw_only=True):
    """What facts and positions share."""

    source: Cite | Annotated[tuple[Cite, ...], Meta(min_length=1)]
    as_of: Annotated[Date, Meta(description="the day for which the source says so")]
    valid_until: Annotated[Date, Meta(description="from the next day on it is out of date")] | None = None
    wording: Wording = "gist"
    disputed_by: tuple[EntryRef, ...] = ()
    superseded_by: EntryRef | None = None
    topics: Annotated[tuple[Id, ...], Meta(description="other topics it also serves")] = ()
    tags: tuple[Text, ...] = ()
    note: Text | None = None

    def __post_init__(self) -> None:
        days_exist(self.as_of, self.valid_until)

    @property
    def cites(self) -> tuple[Cite, ...]:
        """The sources as a tuple, one or many."""
        return (self.source,) if isinstance(self.source, Cite) else self.source


class Fact(Statement, frozen=True, kw_only=True):
    """Something that is or was so, by a source competent to say it."""

    id: Id
    text: Text


class Position(Statement, frozen=True, kw_only=True):
    """What an actor wants, thinks or judges; only where others could differ."""

    id: Id
    actor: Annotated[Id, Meta(description="id in actors.yaml")]
    stance: Stance
    text: Text


class Question(_Entry, frozen=True, kw_only=True):
    """A question that a paper puts to delegations."""

    id: Id
    paper: Id
    set: Annotated[Text, Meta(description="where one paper has several lists")] | None = None
    number: Text
    asked_by: Id
    wording: Wording = "gist"
    text: Text
    at: Text | None = None
    via: Id | None = None
    topics: tuple[Id, ...] = ()
    tags: tuple[Text, ...] = ()
    note: Text | None = None


class Topic(_Entry, frozen=True, kw_only=True):
    """What a delegate can be briefed on; a layer's file may add to a topic of a lower layer with its id alone."""

    topic: Id
    title: Text | None = None
    summary: Text | None = None
    bodies: tuple[Text, ...] = ()
    keywords: tuple[Text, ...] = ()
    facts: tuple[Fact, ...] = ()
    positions: tuple[Position, ...] = ()
    questions: tuple[Question, ...] = ()


class Paper(_Entry, frozen=True, kw_only=True):
    """A paper; its id follows from its number (``st-9375-2025``)."""

    id: Id
    number: Text | None = None
    title: Text
    from_: Text | None = field(default=None, name="from")
    author: Text | None = None
    to: Text | None = None
    date: Date | None = None
    marking: Text | None = None
    codes: tuple[Text, ...] = ()
    kind: Text | None = None
    url: Text | None = None
    encloses: tuple[Id, ...] = ()
    cites: tuple[Id, ...] = ()
    note: Text | None = None

    def __post_init__(self) -> None:
        days_exist(self.date)


class Actor(_Entry, frozen=True, kw_only=True):
    """Whoever takes positions or asks."""

    id: Id
    name: Text
    kind: ActorKind
    aliases: tuple[Text, ...] = ()
    note: Text | None = None


class AgendaItem(_Entry, frozen=True, kw_only=True):
    """One item of a meeting's agenda."""

    number: Text | None = None
    title: Text
    action: Text | None = None
    topics: tuple[Id, ...] = ()
    papers: tuple[Id, ...] = ()


class Meeting(_Entry, frozen=True, kw_only=True):
    """A meeting; ``inferred`` where no source gives the meeting itself."""

    meeting: Id
    body: Text
    date: Date
    end: Annotated[Date, Meta(description="the last day, where there are several")] | None = None
    place: Text | None = None
    format: Text | None = None
    inferred: bool = False
    uid: Annotated[Text, Meta(description="the event's in the calendar it was read from")] | None = None
    note: Text | None = None
    items: tuple[AgendaItem, ...] = ()

    def __post_init__(self) -> None:
        days_exist(self.date, self.end)


class Papers(_Entry, frozen=True, kw_only=True):
    """The file papers.yaml."""

    papers: tuple[Paper, ...]


class Actors(_Entry, frozen=True, kw_only=True):
    """The file actors.yaml."""

    actors: tuple[Actor, ...]


class Acronyms(_Entry, frozen=True, kw_only=True):
    """The file acronyms.yaml."""

    acronyms: dict[str, Text]


FILE_KINDS: dict[str, type[Struct]] = {
    "topic": Topic,
    "papers": Papers,
    "actors": Actors,
    "acronyms": Acronyms,
    "meeting": Meeting,
}
