"""Knowledge: the base as one immutable look-up by id, topic, paper and meeting, all layers laid over each other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from briefer.dates import is_past
from briefer.errors import BrieferError, Fault, UsageError, did_you_mean
from briefer.knowledge.entries import Actor, Fact, Meeting, Paper, Position, Question, Topic

#: The layer with instructions from capital, and the kind of paper that is one.
INSTRUCTIONS = "instructions"


class Origin(NamedTuple):
    """Where an entry was read."""

    path: Path
    name: str
    """The file as it is called in messages, relative to the workspace."""
    layer: str
    """As ``briefer.yaml`` has it."""
    called: str = ""
    """The layer as people are told of it: shipped, the folder's name, instructions, your own."""

    @property
    def told(self) -> str:
        """Layer and file, for a person."""
        return f"{self.called or self.layer}, {self.name}"


class Entry(NamedTuple):
    """A fact, position or question with the topic it stands under."""

    topic: str
    value: Fact | Position | Question

    @property
    def id(self) -> str:
        """topic-id/entry-id."""
        return f"{self.topic}/{self.value.id}"

    @property
    def kind(self) -> str:
        """fact, position or question."""
        return type(self.value).__name__.lower()


class Standing(NamedTuple):
    """How an entry stands on a day."""

    out_of_date: bool
    disputed: tuple[str, ...]
    """Ids of the entries that contradict it."""
    superseded_by: str | None

    @property
    def sound(self) -> bool:
        """Neither out of date nor disputed nor superseded."""
        return not (self.out_of_date or self.disputed or self.superseded_by)


class Knowledge(Struct, frozen=True, dict=True):
    """The whole base. Topics carry only their heading here; what stands under them is in ``entries``."""

    topics: Mapping[str, Topic]
    entries: Mapping[str, Entry]
    papers: Mapping[str, Paper]
    actors: Mapping[str, Actor]
    acronyms: Mapping[str, str]
    meetings: Mapping[str, Meeting]
    origins: Mapping[str, Origin]
    """By ``kind:id`` (``entry:topic/id``, ``paper:id`` …)."""
    faults: tuple[Fault, ...] = ()
    """What did not load, with its places."""
    kept_in: frozenset[str] = frozenset()
    """What instructions from capital brought, by ``kind:id``: it stays in the house, whatever layer counts by now."""
    away: frozenset[str] = frozenset()
    """Layers that could not be reached when the base was read; what they said before is in it."""

    def origin(self, kind: str, ident: str) -> Origin | None:
        """Where an entry (``fact``, ``position``, ``question``), paper, topic, actor, acronym or meeting was read."""
        return self.origins.get(f"{'entry' if kind in ('fact', 'position', 'question') else kind}:{ident}")

    def is_inward_paper(self, paper: str) -> bool:
        """Whether a paper is an instruction from capital, or known from such alone."""
        return f"paper:{paper}" in self.kept_in

    def is_inward(self, entry: Entry) -> bool:
        """Whether an entry stays in the house: it comes from the instructions, or cites one of them."""
        if not self.kept_in:
            return False
        value = entry.value
        cites = (value,) if isinstance(value, Question) else value.cites
        return f"entry:{entry.id}" in self.kept_in or any(
            self.is_inward_paper(p) for c in cites for p in (c.paper, c.via) if p
        )

    def inward_parts(self, meeting: Meeting) -> tuple[str, ...]:
        """What of a meeting stays in the house: ``body``, ``date``, ``end``, ``place``, ``format``, ``item N TITLE ACTION``."""
        if not self.kept_in:
            return ()
        head = f"meeting:{meeting.meeting}#"
        return tuple(sorted(k.removeprefix(head) for k in self.kept_in if k.startswith(head)))

    def is_inward_meeting(self, meeting: Meeting) -> bool:
        """Whether only instructions know that there is such a meeting on that day."""
        return bool({"body", "date"} & set(self.inward_parts(meeting)))

    @cached_property
    def _by_topic(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {t: [] for t in self.topics}
        for entry in self.entries.values():
            found.setdefault(entry.topic, []).append(entry)
        for entry in self.entries.values():
            for other in entry.value.topics:
                if other != entry.topic:
                    found.setdefault(other, []).append(entry)
        return found

    @cached_property
    def _disputes(self) -> dict[str, tuple[str, ...]]:
        sides: dict[str, list[str]] = {}
        for entry in self.entries.values():
            if isinstance(entry.value, Question):
                continue
            for ref in entry.value.disputed_by:
                other = self.resolve(ref, entry.topic)
                sides.setdefault(entry.id, []).append(other)
                sides.setdefault(other, []).append(entry.id)
        return {k: tuple(dict.fromkeys(v)) for k, v in sides.items()}

    def resolve(self, ref: str, topic: str) -> str:
        """A reference as it stands in a topic's file, as topic-id/entry-id."""
        return ref if "/" in ref else f"{topic}/{ref}"

    def topic(self, name: str) -> Topic:
        """A topic by id; raises UsageError with the nearest names."""
        if name in self.topics:
            return self.topics[name]
        raise UsageError(f"There is no topic “{name}”", todo=_ask(name, list(self.topics), "briefer topics lists them"))

    def meeting(self, name: str) -> Meeting:
        """A meeting by id; raises UsageError with the nearest names."""
        if name in self.meetings:
            return self.meetings[name]
        raise UsageError(f"There is no meeting “{name}”", todo=_ask(name, list(self.meetings), ""))

    def entry(self, ref: str) -> Entry:
        """An entry by topic-id/entry-id; raises BrieferError with the nearest names."""
        if ref in self.entries:
            return self.entries[ref]
        raise BrieferError(f"There is no entry “{ref}”", todo=_ask(ref, list(self.entries), ""))

    def under(self, topic: str, *, also: bool = True) -> list[Entry]:
        """What stands under a topic, its own entries first; with ``also`` those of other topics that serve it too."""
        return [e for e in self._by_topic.get(topic, []) if also or e.topic == topic]

    def facts(self, topic: str) -> list[Entry]:
        """The facts of a topic, those that serve it from elsewhere last."""
        return [e for e in self.under(topic) if isinstance(e.value, Fact)]

    def positions(self, topic: str) -> list[Entry]:
        """The positions of a topic, those that serve it from elsewhere last."""
        return [e for e in self.under(topic) if isinstance(e.value, Position)]

    def questions(self, topic: str) -> list[Entry]:
        """The questions of a topic, those that serve it from elsewhere last."""
        return [e for e in self.under(topic) if isinstance(e.value, Question)]

    def counts(self, topic: str) -> dict[str, int]:
        """How many facts, positions and questions stand under a topic itself."""
        kinds = [e.kind for e in self.under(topic, also=False)]
        return {f"{kind}s": kinds.count(kind) for kind in ("fact", "position", "question")}

    def standing(self, entry: Entry, on: str) -> Standing:
        """How an entry stands on a day (an ISO date)."""
        if isinstance(entry.value, Question):
            return Standing(False, (), None)
        value = entry.value
        late = value.valid_until is not None and is_past(value.valid_until, on)
        newer = self.resolve(value.superseded_by, entry.topic) if value.superseded_by else None
        return Standing(late, self._disputes.get(entry.id, ()), newer)

    def actor_called(self, name: str) -> Actor | None:
        """The actor with this id, name or alias, letter case aside."""
        return self._called.get(name.casefold())

    @cached_property
    def _called(self) -> dict[str, Actor]:
        names = [(n.casefold(), a) for a in self.actors.values() for n in (*a.aliases, a.name, a.id)]
        return dict(names)


def _ask(name: str, known: list[str], more: str) -> str:
    text = did_you_mean(name, known)
    return f"{text[0].upper()}{text[1:]}" + (f" ({more})" if more and not text.endswith("?") else "")
