"""Single blocks: found, put in, worded anew, taken out."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from msgspec.structs import replace

from briefer.brief import carrying
from briefer.brief.ids import block_id
from briefer.brief.marking import high_water, rank
from briefer.brief.model import Block, BlockRole, Brief, Section
from briefer.brief.pull import acronyms_used, block_of
from briefer.errors import BrieferError, did_you_mean, sentence
from briefer.knowledge.base import Entry, Knowledge


def find(brief: Brief, block: str) -> tuple[Section, Block]:
    """The section and block with an id; raises BrieferError where it is gone."""
    for section in brief.sections:
        for one in section.blocks:
            if one.id == block:
                return section, one
    raise BrieferError(f"There is no block {block} in this brief", todo="It may have been removed; undo brings it back")


def section_called(brief: Brief, section: str) -> Section:
    """The section with an id; raises BrieferError with the nearest ids where there is none."""
    for one in brief.sections:
        if one.id == section:
            return one
    known = did_you_mean(section, [s.id for s in brief.sections])
    raise BrieferError(f"There is no section {section} in this brief", todo=sentence(known))


def taken(brief: Brief) -> set[str]:
    """All block ids in use."""
    return {b.id for s in brief.sections for b in s.blocks}


def settled(before: Brief, after: Brief) -> Brief:
    """An edited brief with its marking again what it cites; one that a person had raised above that stays raised."""
    cited = high_water(replace(before, marking=None))
    if before.marking and rank(before, before.marking) > rank(before, cited):
        return after
    return replace(after, marking=high_water(replace(after, marking=None)))


def entries_in(brief: Brief) -> set[str]:
    """The entries of the base that stand in the brief, as blocks of their own or woven into others."""
    return {e for s in brief.sections for b in s.blocks for e in (b.entry, *(c.entry for c in b.carries)) if e}


def holding(brief: Brief, entry: str) -> tuple[Section, Block] | None:
    """Where an entry stands: the block that was pulled from it, else the first one that carries it; None where none does."""
    blocks = [(s, b) for s in brief.sections for b in s.blocks]
    pulled = (one for one in blocks if one[1].entry == entry)
    carried = (one for one in blocks if entry in [c.entry for c in one[1].carries])
    return next(pulled, None) or next(carried, None)


def set_text(brief: Brief, block: str, text: str) -> Brief:
    """Change a block's words; a prompt that is filled in becomes what it asked for, and one that is emptied asks again.

    An entry woven into the text goes, with its sources, once neither its marks nor its words stand there any more.
    """
    section, one = find(brief, block)
    new = one if text == one.text else carrying.still(replace(one, text=text))
    if one.role == "prompt" and text.strip() and text != one.text:
        new = replace(new, role=filled_role(section, one), prompt=one.text)
    elif one.prompt and not text.strip():
        new = replace(new, role="prompt", text=one.prompt, prompt=None)
    if text != one.text:
        new = carrying.still(new)
    return settled(brief, instead(brief, block, new))


def filled_role(section: Section, block: Block) -> BlockRole:
    """What a prompt becomes once it is filled in: an answer under a question, a point or text elsewhere."""
    if block.question:
        return "answer"
    return "point" if section.role in ("top-lines", "if-raised", "defensives", "do-not-raise") else "text"


def remove(brief: Brief, block: str) -> Brief:
    """Take a block out; a question takes its answer and material with it."""
    _, one = find(brief, block)
    kept = instead(brief, block)
    if one.role == "question":
        keep = tuple(replace(s, blocks=tuple(b for b in s.blocks if b.question != one.id)) for s in kept.sections)
        kept = replace(kept, sections=keep)
    return settled(brief, kept)


def pull(
    brief: Brief, entry: Entry, base: Knowledge, *, section: str, after: str | None = None, question: str | None = None
) -> tuple[Brief, str]:
    """Put an entry into a section, after a block or at its end, with its sources; returns the new block's id too."""
    block = replace(block_of(entry, base, brief.as_of, set(), question=question), id=fresh_id(brief))
    brief = insert(brief, block, section=section, after=after)
    return replace(brief, acronyms=acronyms_used(brief, base) | brief.acronyms), block.id


def add(
    brief: Brief, role: BlockRole, text: str, *, section: str, after: str | None = None, question: str | None = None
) -> tuple[Brief, str]:
    """Put a block of the delegation's own into a section; returns its id too."""
    block = Block(id=fresh_id(brief), role=role, text=text, question=question)
    return insert(brief, block, section=section, after=after), block.id


def fresh_id(brief: Brief, also: Iterable[str] = ()) -> str:
    """An id drawn by lot, none of ``also``: one made from what the block says would come again once it was taken out."""
    return block_id(taken(brief) | set(also), secrets.token_hex(8))


def insert(brief: Brief, block: Block, *, section: str, after: str | None = None) -> Brief:
    """Put a block into a section, after another or at its end.

    Raises BrieferError where the section is not in the brief, or the question that the block belongs to.
    """
    section_called(brief, section)
    if block.question:
        find(brief, block.question)

    def put(one: Section) -> Section:
        at = next((i + 1 for i, b in enumerate(one.blocks) if b.id == after), len(one.blocks))
        return replace(one, blocks=(*one.blocks[:at], block, *one.blocks[at:]))

    return replace(brief, sections=tuple(put(s) if s.id == section else s for s in brief.sections))


def duplicate(brief: Brief, block: str) -> tuple[Brief, str]:
    """Put a copy of a block after it; after all that belongs to it where it is a question. Returns the copy's id too."""
    section, one = find(brief, block)
    copy = replace(one, id=fresh_id(brief))
    last = [b for b in section.blocks if b.id == block or (one.role == "question" and b.question == block)][-1]
    return insert(brief, copy, section=section.id, after=last.id), copy.id


def instead(brief: Brief, block: str, *new: Block) -> Brief:
    """The brief with other blocks, or none, in the place of one."""
    sections = tuple(
        replace(s, blocks=tuple(n for b in s.blocks for n in (new if b.id == block else (b,)))) for s in brief.sections
    )
    return replace(brief, sections=sections)
