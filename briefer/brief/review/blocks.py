"""What is to be said of a block by itself: open, empty, without source, no longer so, older than it should be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefer.brief import carrying, inward, notemarks
from briefer.brief.model import Block, Section
from briefer.brief.review.finding import Finding, at_block, at_section
from briefer.brief.review.telling import NOTICES, Telling, beginning, lacks_source, told
from briefer.dates import is_older, long_form, on_long_form

_MARK = re.compile(r"\[\^(\d{1,4})\]")
#: What to do where a reader must be told something.
_TODO = {
    "Out of date": "look for what holds now, or say until when it held",
    "Later": "take it out, or let the note be as of a later day",
    "Disputed": "say both sides, or use neither",
    "Superseded": "use what has replaced it",
    "Reworded": "make sure that the source says this too, or go back to its words",
}


def by_itself(
    section: Section, block: Block, on: str, review_after: str | None, stands: Mapping[str, str]
) -> Iterator[Finding]:
    """The remarks on one block; ``stands`` has for words of an entry the section that they stand in."""
    if block.role == "prompt":
        yield _at(section, block, "unfilled", "is still to be filled in", "fill it in or take it out")
    elif not block.text.strip():
        todo = "write something or take it out"
        yield Finding("empty", section.id, block.id, at_section(section), "has a block that says nothing", todo)
    if lacks_source(block):
        yield _at(section, block, "unsourced", "has no source", "add one or make it the delegation's own text")
    if inward.stays(block):
        todo = "say it in words of your own if it is to go out"
        yield _at(section, block, "instructions", "comes from instructions; a note for release leaves it out", todo)
    if loose := _loose(block):
        why = f"has a mark [^{loose}] but no such source"
        yield _at(section, block, "no-such-source", why, "add the source or take the mark out")
    if block.pulled is None and not block.carries:
        return
    tellings = told(block, on)
    for one in tellings:
        why, todo = _why(one), _TODO[one.word]
        place = _place(one.said.rstrip("."), stands) if one.word == "Disputed" else ""
        told_where = f"{why}. That side stands under {place}" if place else why
        yield Finding(NOTICES[one.word], section.id, block.id, at_block(section, block), told_where, todo, why)
    if review_after and block.role != "question":
        past = {t.of for t in tellings if t.word in ("Out of date", "Superseded")}
        yield from _old(section, block, on, review_after, past)


def _loose(block: Block) -> int:
    """The first of its marks that has no source; 0 where all have one."""
    if "[^" not in block.text or all(int(n) <= len(block.sources) for n in _MARK.findall(block.text)):
        return 0  # looked at quickly: what only looks like a mark is rare
    return next((n for n in notemarks.used(block.text) if n > len(block.sources)), 0)


def _at(section: Section, block: Block, code: str, why: str, todo: str) -> Finding:
    return Finding(code, section.id, block.id, at_block(section, block), why, todo)


def _why(one: Telling) -> str:
    said = " ".join(one.said.split()).rstrip(".")
    match one.word:
        case "Out of date":
            why = f"is out of date: valid until {long_form(said)}"
        case "Later":
            why = f"is later than the note: its source speaks as of {long_form(said)}"
        case "Reworded":
            why = f"is in words of ours; the entry says: “{carrying.one_line(one.said)}”"
        case "Disputed":
            why = f"is disputed: {said}"
        case _:
            why = f"is superseded: {said}"
    return f"holds “{one.of}”, which {why}" if one.of else why


def _place(said: str, stands: Mapping[str, str]) -> str:
    """The section in which the other side of a dispute stands; it is told with its source in brackets behind it."""
    end = said.rfind(" (")
    while end > 0:
        if place := stands.get(said[:end]):
            return place
        end = said.rfind(" (", 0, end)
    return stands.get(said, "")


def _old(section: Section, block: Block, on: str, review_after: str, past: set[str]) -> Iterator[Finding]:
    """What its source says of a day too long ago; ``past`` are those of which worse is said already."""
    held = [(block.pulled, "")] if block.pulled else []
    held += [(c.pulled, beginning(carrying.one_line(c.pulled.text))) for c in block.carries]
    for pulled, of in held:
        if of not in past and pulled.as_of and is_older(pulled.as_of, review_after, on):
            why = f"says how it was {on_long_form(pulled.as_of)}, more than {review_after} before the day of the note"
            why = f"holds “{of}”, which {why}" if of else why
            yield _at(
                section, block, "old", why, "see whether it still holds; if so, accept this with where you looked"
            )
