"""What the knowledge base says otherwise by now than when it was pulled in."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.brief.model import Block, Pulled, Section
from briefer.brief.review.finding import Finding, at_block
from briefer.brief.review.telling import beginning
from briefer.dates import long_form
from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.entries import Question


def changed(section: Section, block: Block, base: Knowledge, on: str) -> Iterator[Finding]:
    """For each entry that a block holds: whether the base still has it, and says of it what it said then."""
    held = [(block.entry, block.pulled, "")] if block.entry and block.pulled else []
    held += [(c.entry, c.pulled, f" (“{beginning(c.pulled.text)}”)") for c in block.carries]
    for ident, pulled, of in held:
        entry = base.entries.get(ident)
        if entry is None:
            why, todo = (
                f"comes from {ident}, which is not in the knowledge base",
                "see whether it still holds, or take it out",
            )
            yield Finding("withdrawn", section.id, block.id, at_block(section, block), why + of, todo)
        elif why := _otherwise(entry, pulled, base, on):
            todo = "take over what holds now, or keep your words and say as of when"
            yield Finding("changed", section.id, block.id, at_block(section, block), why + of, todo)


def _otherwise(entry: Entry, pulled: Pulled, base: Knowledge, on: str) -> str:
    value = entry.value
    if value.text != pulled.text:
        return f"was changed in the knowledge base, which now says: {value.text.rstrip('.')}"
    if isinstance(value, Question):
        return ""
    standing = base.standing(entry, on)
    if standing.superseded_by and not pulled.superseded:
        newer = base.entries.get(standing.superseded_by)
        said = newer.value.text.rstrip(".") if newer else standing.superseded_by
        return f"was superseded in the knowledge base since, by: {said}"
    if len(standing.disputed) > len(pulled.disputed):
        others = (base.entries.get(o) for o in standing.disputed)
        said = next((o.value.text for o in others if o and not _among(o.value.text, pulled.disputed)), "another entry")
        return f"is disputed in the knowledge base since, by: {said.rstrip('.')}"
    if value.valid_until != pulled.valid_until:
        until = long_form(value.valid_until) if value.valid_until else "no end that is known"
        return f"is valid until {until} by now, says the knowledge base"
    if value.as_of != pulled.as_of:
        return f"is as of {long_form(value.as_of)} by now, says the knowledge base"
    return ""


def _among(text: str, told: tuple[str, ...]) -> bool:
    return any(one.startswith(text.rstrip(".")) for one in told)
