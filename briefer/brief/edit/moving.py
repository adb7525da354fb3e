"""Blocks in another order, within their section and beyond it; and which question a block belongs to where it comes to stand.

What a delegate means: what stands under a question belongs to it. So a block that is moved below another question of a
section is that one's; one moved above all of them, under other loose text or into a section without questions is
nobody's. At the end of what belongs to a question, where loose text or nothing follows, both could be meant: a block
that was a question's stays one, a loose one stays loose. Its role does not change, so that moving back brings all back.
A question moves with what belongs to it in its section.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import EllipsisType

from msgspec.structs import replace

from briefer.brief.edit.blocks import find, section_called, settled
from briefer.brief.marking import OWN_ROLES, block_marking, is_closed, rank
from briefer.brief.model import MADE_AT_EXPORT, Block, Brief, Section
from briefer.errors import BrieferError


def move(brief: Brief, block: str, by: int) -> Brief:
    """Move a block up (negative) or down, a question with all that belongs to it.

    At the edge of its section it goes on into the next one, past those made at export; at the edge of the brief it stays.
    """
    find(brief, block)
    for _ in range(abs(by)):
        after = _one_step(brief, block, 1 if by > 0 else -1)
        if after == brief:
            break
        brief = after
    return brief


def _one_step(brief: Brief, block: str, way: int) -> Brief:
    section, one = find(brief, block)
    group, rest, at = _taken_out(section, one)
    if at < len(rest) if way > 0 else at > 0:
        return _placed(brief, group, section, at + way * _stride(group, rest, at, way))
    order = [s for s in brief.sections if s.role not in MADE_AT_EXPORT or s.id == section.id]
    to = [s.id for s in order].index(section.id) + way
    if not 0 <= to < len(order):
        return brief
    return _placed(brief, group, order[to], 0 if way > 0 else len(order[to].blocks))


def _taken_out(section: Section, block: Block) -> tuple[list[Block], list[Block], int]:
    """A block with what belongs to it in its section, the others, and before which of these it stands."""
    mine = {b.id for b in section.blocks if block.role == "question" and b.question == block.id} | {block.id}
    group = [block, *(b for b in section.blocks if b.id in mine and b is not block)]
    rest = [b for b in section.blocks if b.id not in mine]
    at = next(i for i, b in enumerate(section.blocks) if b.id == block.id)
    return group, rest, sum(b.id not in mine for b in section.blocks[:at])


def _stride(group: Sequence[Block], rest: Sequence[Block], at: int, way: int) -> int:
    """Over how many blocks one step goes: over one, but a question over another one with all that belongs to it."""
    if group[0].role != "question":
        return 1
    if way > 0:
        owner = rest[at].id if rest[at].role == "question" else None
        ahead = rest[at + 1 :]
    else:
        owner = rest[at - 1].question
        ahead = rest[: at - 1][::-1]
    run = next((i for i, b in enumerate(ahead) if owner is None or b.question != owner), len(ahead))
    if way > 0:
        return 1 + run
    reaches = run < len(ahead) and ahead[run].role == "question" and ahead[run].id == owner
    return run + 2 if reaches else 1


def move_to(
    brief: Brief, block: str, *, section: str, after: str | None = None, question: str | EllipsisType | None = ...
) -> Brief:
    """Move a block, a question with all that belongs to it, into a section.

    ``after`` is the row to stand below: a block's id, or ``section:ID`` for the place right under the heading; without
    it the block comes last. ``question`` names the question that the block is to belong to, or None for none; left out,
    the place tells. Raises BrieferError for a section or block that is not there, a section made at export, and a
    question that is none.
    """
    home, one = find(brief, block)
    target = section_called(brief, section)
    if target.role in MADE_AT_EXPORT:
        what = f"{target.title or target.id} is made at export and holds no text of its own"
        raise BrieferError(what, todo="Choose another section")
    if isinstance(question, str) and (question == block or find(brief, question)[1].role != "question"):
        raise BrieferError("It cannot belong to what is not a question", todo="Choose a question")
    group = _taken_out(home, one)[0]
    mine = {b.id for b in group}
    rest = [b.id for b in target.blocks if b.id not in mine]
    if after in mine:
        return brief
    if after is None or after == f"section:{section}":
        at = len(rest) if after is None else 0
    elif after in rest:
        at = rest.index(after) + 1
    else:
        raise BrieferError(f"There is no block {after} in {target.title or target.id}", todo="Choose a place in it")
    if one.role == "question":
        question = ...
    return _placed(brief, group, target, at, question=question, joins=True)


def _placed(
    brief: Brief, group: Sequence[Block], target: Section, at: int,
    *, question: str | EllipsisType | None = ..., joins: bool = False,
) -> Brief:  # fmt: skip
    home, one = find(brief, group[0].id)
    mine = {b.id for b in group}
    rest = [b for b in target.blocks if b.id not in mine]
    if one.role != "question":
        told = owner(rest[:at], rest[at:], one, stays=home.id == target.id, joins=joins)
        group = [replace(one, question=told if question is ... else question)]
    group = [kept_closed(brief, b, home, target) for b in group]
    blocks = (*rest[:at], *group, *rest[at:])
    sections = tuple(
        replace(s, blocks=blocks)
        if s.id == target.id
        else replace(s, blocks=tuple(b for b in s.blocks if b.id not in mine))
        if s.id == home.id
        else s
        for s in brief.sections
    )
    return settled(brief, replace(brief, sections=sections))


def owner(
    before: Sequence[Block], after: Sequence[Block], block: Block, *, stays: bool, joins: bool = True
) -> str | None:
    """The question that a block belongs to by its place between others of a section.

    ``stays`` says that it was in this section before, ``joins`` that at the end of what belongs to a question a loose one
    is meant to belong to it too.
    """
    here = {b.id for b in (*before, *after) if b.role == "question"}
    was_here = stays and block.question in here
    loose = block.question if stays and not was_here else None
    above = {b.id for b in before if b.role == "question"}
    if not above:
        return loose
    last = before[-1]
    if last.role == "question":
        return last.id
    if last.question not in above:
        return loose
    goes_on = bool(after) and (after[0].question == last.question or after[0].role == "question")
    return last.question if goes_on or was_here or joins else loose


def kept_closed(brief: Brief, block: Block, home: Section, target: Section) -> Block:
    """A block on its way into another section: own words from one never for release keep the marking they had there."""
    if not is_closed(home) or is_closed(target) or block.role not in OWN_ROLES or block.entry or block.role == "prompt":
        return block
    marking = block_marking(brief, home, block)
    if rank(brief, block_marking(brief, target, block)) >= rank(brief, marking):
        return block
    return replace(block, marking=marking)
