"""Pure functions Brief → Brief on the whole and on its sections; those on single blocks are in ``edit``."""

from __future__ import annotations

from msgspec.structs import replace

from briefer.brief import edit
from briefer.brief.marking import high_water
from briefer.brief.model import Block, BlockRole, Brief, Section


def title(brief: Brief, text: str) -> Brief:
    """The brief under another title."""
    return replace(brief, title=text)


def retitle(brief: Brief, section: str, text: str) -> Brief:
    """A section under another title."""
    return replace(brief, sections=tuple(replace(s, title=text) if s.id == section else s for s in brief.sections))


def remove(brief: Brief, section: str) -> Brief:
    """The brief without a section, and without what elsewhere belonged to its questions."""
    for one in brief.sections:
        if one.id == section:
            for block in one.blocks:
                if block.role == "question":
                    brief = edit.remove(brief, block.id)
    return edit.settled(brief, replace(brief, sections=tuple(s for s in brief.sections if s.id != section)))


def move(brief: Brief, section: str, by: int) -> Brief:
    """A section further up (negative) or down; at the edge it stays."""
    names = [s.id for s in brief.sections]
    at = names.index(section)
    to = min(max(at + by, 0), len(names) - 1)
    rest = [s for s in brief.sections if s.id != section]
    return replace(brief, sections=(*rest[:to], brief.sections[at], *rest[to:]))


def own_role(brief: Brief, section: Section, block: Block | None) -> tuple[BlockRole, str | None]:
    """What a new block of one's own is after this one: an answer where a question has none yet, else point or text."""
    question = (block.id if block.role == "question" else block.question) if block else None
    like = Block(role="prompt", question=question)
    if question is None:
        return edit.filled_role(section, like), None
    answered = any(b.question == question and b.role in ("answer", "prompt") for s in brief.sections for b in s.blocks)
    return ("text" if answered else "answer"), question


def lowest_marking(brief: Brief) -> str:
    """The marking that the blocks ask for, whatever a person has set."""
    return high_water(replace(brief, marking=None))


def mark(brief: Brief, marking: str) -> Brief:
    """The brief marked so, or as its blocks ask for where that is the same."""
    return replace(brief, marking=marking)
