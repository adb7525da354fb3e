"""Pure functions Brief → Brief, one for each thing a person does to a brief, and the history that undoes them."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace

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
    """The entries of the base that stand in the brief."""
    return {b.entry for s in brief.sections for b in s.blocks if b.entry}


def set_text(brief: Brief, block: str, text: str) -> Brief:
    """Change a block's words; a prompt that is filled in becomes what it asked for, and one that is emptied asks again."""
    section, one = find(brief, block)
    new = replace(one, text=text)
    if one.role == "prompt" and text.strip() and text != one.text:
        new = replace(new, role=filled_role(section, one), prompt=one.text)
    elif one.prompt and not text.strip():
        new = replace(one, role="prompt", text=one.prompt, prompt=None)
    return settled(brief, _with(brief, block, lambda _: (new,)))


def filled_role(section: Section, block: Block) -> BlockRole:
    """What a prompt becomes once it is filled in: an answer under a question, a point or text elsewhere."""
    if block.question:
        return "answer"
    return "point" if section.role in ("top-lines", "if-raised", "defensives", "do-not-raise") else "text"


def remove(brief: Brief, block: str) -> Brief:
    """Take a block out; a question takes its answer and material with it."""
    _, one = find(brief, block)
    kept = _with(brief, block, lambda b: ())
    if one.role == "question":
        keep = tuple(replace(s, blocks=tuple(b for b in s.blocks if b.question != one.id)) for s in kept.sections)
        kept = replace(kept, sections=keep)
    return settled(brief, kept)


def pull(
    brief: Brief, entry: Entry, base: Knowledge, *, section: str, after: str | None = None, question: str | None = None
) -> tuple[Brief, str]:
    """Put an entry into a section, after a block or at its end, with its sources; returns the new block's id too."""
    block = replace(block_of(entry, base, brief.as_of, set(), question=question), id=_fresh_id(brief))
    brief = insert(brief, block, section=section, after=after)
    return replace(brief, acronyms=acronyms_used(brief, base) | brief.acronyms), block.id


def add(
    brief: Brief, role: BlockRole, text: str, *, section: str, after: str | None = None, question: str | None = None
) -> tuple[Brief, str]:
    """Put a block of the delegation's own into a section; returns its id too."""
    block = Block(id=_fresh_id(brief), role=role, text=text, question=question)
    return insert(brief, block, section=section, after=after), block.id


def _fresh_id(brief: Brief) -> str:
    """An id drawn by lot: one made from what the block says would come again after the block was taken out."""
    return block_id(taken(brief), secrets.token_hex(8))


def insert(brief: Brief, block: Block, *, section: str, after: str | None = None) -> Brief:
    """Put a block into a section, after another or at its end.

    Raises BrieferError where the section is not in the brief, or the question that the block belongs to.
    """
    if section not in [s.id for s in brief.sections]:
        known = did_you_mean(section, [s.id for s in brief.sections])
        raise BrieferError(f"There is no section {section} in this brief", todo=sentence(known))
    if block.question:
        find(brief, block.question)

    def put(one: Section) -> Section:
        at = next((i + 1 for i, b in enumerate(one.blocks) if b.id == after), len(one.blocks))
        return replace(one, blocks=(*one.blocks[:at], block, *one.blocks[at:]))

    return replace(brief, sections=tuple(put(s) if s.id == section else s for s in brief.sections))


def move(brief: Brief, block: str, by: int) -> Brief:
    """Move a block up (negative) or down within its section; at the edge it stays."""
    section, one = find(brief, block)
    at = section.blocks.index(one)
    to = min(max(at + by, 0), len(section.blocks) - 1)
    rest = section.blocks[:at] + section.blocks[at + 1 :]
    moved = replace(section, blocks=(*rest[:to], one, *rest[to:]))
    return replace(brief, sections=tuple(moved if s.id == section.id else s for s in brief.sections))


def _with(brief: Brief, block: str, change: Callable[[Block], tuple[Block, ...]]) -> Brief:
    sections = tuple(
        replace(s, blocks=tuple(n for b in s.blocks for n in (change(b) if b.id == block else (b,))))
        for s in brief.sections
    )
    return replace(brief, sections=sections)


class Step(NamedTuple):
    """A state of the brief and what was done to reach it."""

    brief: Brief
    done: str
    """For the person: ``removed a fact``."""


class History:
    """Every state of a brief over one sitting; undo and redo reach all of it."""

    def __init__(self, brief: Brief) -> None:
        self._past: list[Step] = [Step(brief, "opened")]
        self._future: list[Step] = []

    @property
    def brief(self) -> Brief:
        """The brief as it stands."""
        return self._past[-1].brief

    def do(self, brief: Brief, done: str, *, join: bool = False) -> None:
        """Take a new state; with ``join`` it replaces the last step of the same name, as while typing in one block."""
        if brief == self.brief:
            return
        if join and len(self._past) > 1 and self._past[-1].done == done and not self._future:
            self._past[-1] = Step(brief, done)
        else:
            self._past.append(Step(brief, done))
        self._future.clear()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back."""
        return len(self._past) > 1

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to go forward again."""
        return bool(self._future)

    def undo(self) -> str | None:
        """Go one step back; what was undone, or None where there is nothing to undo."""
        if len(self._past) < 2:
            return None
        step = self._past.pop()
        self._future.append(step)
        return step.done

    def redo(self) -> str | None:
        """Go one step forward again; what was redone, or None."""
        if not self._future:
            return None
        step = self._future.pop()
        self._past.append(step)
        return step.done
