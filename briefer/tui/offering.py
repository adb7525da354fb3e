"""What a field of a form can be completed to: offers out of the base, and which of them some letters mean."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefer.dates import long_form
from briefer.knowledge.base import INSTRUCTIONS
from briefer.knowledge.entries import Question, Stance, Wording
from briefer.text import fold, folded_words

if TYPE_CHECKING:
    from briefer.tui.loading import Library

#: The most offers shown at once: a list right under a field, not a screen of its own.
MOST = 30


class Offer(NamedTuple):
    """One value that can be taken."""

    value: str
    """What is written."""
    told: str = ""
    """What it is, for people; it is found by these words too."""
    words: str = ""
    """What else it is found by."""


def offers(name: str, library: Library, *, topic: str = "", paper: str = "") -> tuple[Offer, ...]:
    """All offers of a kind, in the order in which they stand before anything is typed."""
    base = library.base
    match name:
        case "papers":
            near = _cited(library, topic)
            latest = sorted(base.papers.values(), key=lambda p: p.date or "", reverse=True)
            found = [
                Offer(
                    p.id, " · ".join(t for t in (p.number, p.title, p.date) if t), " ".join((p.from_ or "", *p.codes))
                )
                for p in sorted(latest, key=lambda p: p.id not in near)
            ]
        case "actors":
            found = [Offer(a.id, a.name, " ".join(a.aliases)) for a in base.actors.values()]
        case "topics":
            found = [Offer(t.topic, t.title or "", " ".join(t.keywords)) for t in base.topics.values()]
        case "entries":
            found = [
                Offer(e.value.id if e.topic == topic else e.id, e.value.text)
                for e in base.under(topic)
                if not isinstance(e.value, Question)
            ]
        case "stances":
            found = _literal(Stance)
        case "wordings":
            found = _literal(Wording)
        case "markings":
            found = [Offer(m) for m in library.workspace.settings.markings]
        case "layers":
            told = {"your own": "yours alone", INSTRUCTIONS: "stays in the house"}
            found = [Offer(la, told.get(la, "shared with those who read it")) for la in library.writable]
        case "bodies":
            named = [b for t in base.topics.values() for b in t.bodies] + [m.body for m in base.meetings.values()]
            found = [Offer(b, base.acronyms.get(b, "")) for b in _common(named)]
        case "meetings":
            latest_first = sorted(base.meetings.values(), key=lambda m: m.date, reverse=True)
            found = [Offer(m.meeting, f"{m.body}, {long_form(m.date)}", m.place or "") for m in latest_first]
        case "rooms":
            found = [Offer(p) for p in _common(m.place for m in base.meetings.values() if m.place)]
        case "formats":
            found = [Offer(f) for f in _common(m.format for m in base.meetings.values() if m.format)]
        case "actions":
            found = [Offer(a) for a in _common(i.action for m in base.meetings.values() for i in m.items if i.action)]
        case "tags":
            own = [t for e in base.under(topic) for t in e.value.tags]
            rest = [w for e in base.entries.values() for w in e.value.tags]
            found = [Offer(t) for t in _common([*own, *rest, *(k for t in base.topics.values() for k in t.keywords)])]
        case "issuers":
            found = [Offer(i) for i in _common(p.from_ for p in base.papers.values() if p.from_)]
        case "receivers":
            found = [Offer(i, base.acronyms.get(i, "")) for i in _common(p.to for p in base.papers.values() if p.to)]
        case "kinds":
            found = [Offer(k) for k in _common(p.kind for p in base.papers.values() if p.kind)]
        case "places":
            found = [Offer(place) for place in _places(library, paper)]
        case _:
            found = []
    return tuple(found)


def _literal(kind: object) -> list[Offer]:
    """The values of a closed list, each with what the schema says of it."""
    literal, meta = typing.get_args(kind)[:2]
    told = {v.strip().partition(" ")[0].rstrip(":"): v.strip() for v in str(meta.description).split("·")}
    means = {name: text.removeprefix(name).strip(" :()") for name, text in told.items()}
    return [Offer(value, means.get(value, "")) for value in typing.get_args(literal)]


def _common(values: Iterable[str]) -> list[str]:
    """Each value once, in the order in which they come."""
    return list(dict.fromkeys(values))


def _cited(library: Library, topic: str) -> set[str]:
    """The papers on which the entries of a topic rest."""
    values = [e.value for e in library.base.under(topic)]
    return {p for v in values for p in ([v.paper] if isinstance(v, Question) else [c.paper for c in v.cites])}


def _places(library: Library, paper: str) -> list[str]:
    """Where in a paper entries stand already: most further ones stand near."""
    if paper not in library.base.papers:
        return []
    found = []
    for entry in library.base.entries.values():
        if isinstance(entry.value, Question):
            found += [entry.value.at] if entry.value.paper == paper and entry.value.at else []
        else:
            found += [c.at for c in entry.value.cites if c.paper == paper and c.at]
    return _common(found)


def narrowed(pool: Sequence[Offer], query: str, most: int = MOST) -> list[Offer]:
    """The offers that hold all the words, those beginning with them first; where none does, the likeliest misspelt."""
    asked = folded_words(query)
    if not asked:
        return list(pool[:most])
    scored = []
    for place, offer in enumerate(pool):
        value, text = _folded(offer)
        if holds(offer, asked):
            whole = fold(query.strip())
            rank = 0 if value == whole else 1 if value.startswith(whole) else 2 if _begins(text, asked) else 3
            scored.append((rank, place, offer))
    if scored:
        scored.sort(key=lambda one: one[:2])
        return [offer for _, _, offer in scored[:most]]
    if len("".join(asked)) < 4:
        return []
    from rapidfuzz import fuzz, process

    texts = [_folded(offer)[1] for offer in pool]
    hits = process.extract(" ".join(asked), texts, scorer=fuzz.partial_ratio, score_cutoff=78, limit=5)
    return [pool[index] for _, _, index in hits]


def holds(offer: Offer, asked: Sequence[str]) -> bool:
    """Whether an offer holds all the words; one that does not is only a likely slip, never to be taken unasked."""
    text = _folded(offer)[1]
    return all(word in text for word in asked)


@lru_cache(maxsize=50_000)
def _folded(offer: Offer) -> tuple[str, str]:
    return fold(offer.value), fold(f"{offer.value} {offer.told} {offer.words}")


def _begins(text: str, asked: Sequence[str]) -> bool:
    padded = f" {text}".replace("-", " ").replace("/", " ")
    return all(f" {word}" in padded for word in asked)


def stretches(text: str, query: str) -> list[tuple[int, int]]:
    """Where the letters asked for stand in a text, for marking them."""
    folded = fold(text)
    if len(folded) != len(text):
        from briefer.knowledge.search import spans

        return spans(text, query)
    places = ((folded.find(word), len(word)) for word in folded_words(query))
    return [(at, at + length) for at, length in places if at >= 0]
