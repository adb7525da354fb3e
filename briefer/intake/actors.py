"""Who a paper names, as an actor of the base: one that is there by its names, or a new one."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from briefer.intake import presidencies
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Actor, ActorKind
from briefer.text import fold, slug

#: Stands for an asker whom the paper does not name.
UNNAMED = Actor(id="not-named", name="Not named in the paper", kind="voice")
#: By which words a new actor's kind is told; asked in this order.
_KINDS: tuple[tuple[str, ActorKind], ...] = (
    (r"presidency|presidence|vorsitz", "presidency"),
    (r"member states?|delegations?$|delegation of|ministers?$", "member-state"),
    (r"^eu(?:cap|am|bam|lex|pol|mm|navfor|tm|mam)\b|mission|operation\b", "mission"),
    (r"agency|observatory|frontex|europol|eurojust|cepol|euaa|eu-lisa", "agency"),
    (r"commission|council|parliament|eeas|external action|committee|working (?:party|group)|secretariat|court|high "
     r"representative|coreper|directorate|coordinator|service", "institution"),
    (r"third countr|partner countr", "third-country"),
    (r"statewatch|amnesty|watch\b|ngo|civil society|press|newspaper", "voice"),
)  # fmt: skip


class Found(NamedTuple):
    """An actor, and whether the base has it already."""

    actor: Actor
    new: bool


def find(name: str | None, day: str | None, base: Knowledge) -> Found:
    """The actor whom a paper of this day names; a new one where the base knows none by that id, name or alias."""
    plain = _plain(name or "")
    if not plain:
        return Found(UNNAMED, UNNAMED.id not in base.actors)
    if held := presidencies.named(plain, day):
        made = presidencies.actor(held)
        there = base.actors.get(made.id) or base.actor_called(made.name)
        return Found(there or made, there is None)
    for form in _forms(plain):
        if there := base.actor_called(form):
            return Found(there, False)
    return Found(_new(plain, base), True)


def _plain(name: str) -> str:
    words = " ".join(name.split()).strip(" .,;:")
    return re.sub(r"^(?:the|la|le|der|die|das)\s", "", words, flags=re.IGNORECASE)


def _forms(name: str) -> list[str]:
    """The ways in which the base may call whom a paper calls so."""
    forms = [name]
    if inner := re.search(r"\(([^()]{2,40})\)", name):
        forms += [re.sub(r"\s*\([^()]*\)", "", name), inner[1]]
    if of := re.match(r"delegation of (?:the )?(.+)", name, re.IGNORECASE):
        forms += [of[1], f"The {of[1]}"]
    if by := re.match(r"(\w+) (?:delegation|government|authorities|minister|ministry)\b", name, re.IGNORECASE):
        forms += [code] if (code := presidencies.country_called(by[1])) else [by[1]]
    forms += [f"European {name}", name.removesuffix(" services")]
    return forms


def _new(name: str, base: Knowledge) -> Actor:
    folded = fold(name)
    kind = next((k for words, k in _KINDS if re.search(words, folded)), "organisation")
    ident, number = slug(name), 2
    while ident in base.actors:
        ident, number = f"{slug(name)}-{number}", number + 1
    keys: dict[str, Any] = {"id": ident, "name": name, "kind": kind}
    return Actor(**keys)
