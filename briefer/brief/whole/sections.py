"""Sections made, named, limited, moved, copied and taken out; title, state and marking of the whole."""

from __future__ import annotations

from msgspec.structs import replace

from briefer.brief import edit
from briefer.brief.edit.blocks import fresh_id, section_called
from briefer.brief.marking import high_water
from briefer.brief.model import MADE_AT_EXPORT, Block, BlockRole, Brief, Section, SectionRole, State
from briefer.errors import BrieferError
from briefer.text import slug


def title(brief: Brief, text: str) -> Brief:
    """The brief under another title."""
    return replace(brief, title=text)


def retitle(brief: Brief, section: str, text: str) -> Brief:
    """A section under another title."""
    return changed(brief, replace(section_called(brief, section), title=text))


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
    at = brief.sections.index(section_called(brief, section))
    to = min(max(at + by, 0), len(brief.sections) - 1)
    rest = [s for s in brief.sections if s.id != section]
    return replace(brief, sections=(*rest[:to], brief.sections[at], *rest[to:]))


def new_section(brief: Brief, title: str, *, after: str | None, role: SectionRole = "free") -> tuple[Brief, str]:
    """An empty section with an id made from its title, below another one; without one at the end, but above those made
    at export that close the brief. Returns its id too.

    Raises BrieferError for an empty title, for a section that is not there, and for a second one of a kind that is made
    at export.
    """
    title = " ".join(title.split())
    if not title:
        raise BrieferError("A section needs a title", todo="Write one")
    if role in MADE_AT_EXPORT and role in [s.role for s in brief.sections]:
        raise BrieferError("The brief has a section made so at export already", todo="Move that one")
    made = Section(id=free_id(brief, slug(title)), role=role, title=title)
    if after is None:
        kept = [s for s in brief.sections if s.role not in MADE_AT_EXPORT]
        at = brief.sections.index(kept[-1]) + 1 if kept else len(brief.sections)
    else:
        at = brief.sections.index(section_called(brief, after)) + 1
    return edit.settled(brief, replace(brief, sections=(*brief.sections[:at], made, *brief.sections[at:]))), made.id


def free_id(brief: Brief, name: str) -> str:
    """A section id not in use: the name, or the name with the next free number."""
    used = {s.id for s in brief.sections}
    return next(n for n in (name, *(f"{name}-{i}" for i in range(2, len(used) + 3))) if n not in used)


def duplicate(brief: Brief, section: str) -> tuple[Brief, str]:
    """A copy of a section below it, its questions and their answers belonging to each other there too.

    Returns the copy's id too. Raises BrieferError for one made at export, which stands once.
    """
    one = section_called(brief, section)
    if one.role in MADE_AT_EXPORT:
        what = f"{one.title or one.id} is made at export and stands once in a note"
        raise BrieferError(what, todo="Choose another section")
    new: dict[str, str] = {}
    for block in one.blocks:
        new[block.id] = fresh_id(brief, new.values())
    blocks = tuple(replace(b, id=new[b.id], question=new.get(b.question or "", b.question)) for b in one.blocks)
    copy = replace(one, id=free_id(brief, one.id), blocks=blocks)
    at = brief.sections.index(one) + 1
    return replace(brief, sections=(*brief.sections[:at], copy, *brief.sections[at:])), copy.id


def set_limits(brief: Brief, section: str, minutes: float | None, words: int | None) -> Brief:
    """A section with these limits; None or 0 is none. Raises BrieferError for one that no text can keep."""
    for limit in (minutes, words):
        if limit is not None and not 0 <= limit < 10_000:
            raise BrieferError(f"{limit:g} is no limit that a text can keep", todo="Write a number from 1 on, or none")
    return changed(brief, replace(section_called(brief, section), minutes=minutes or None, words=words or None))


def disclose(brief: Brief, section: str, yes: bool) -> Brief:
    """A section that may be disclosed, or not."""
    return edit.settled(brief, changed(brief, replace(section_called(brief, section), disclosable=yes)))


def set_state(brief: Brief, state: State) -> Brief:
    """The brief as draft, for clearance or cleared; who cleared it no longer stands in it once it is not cleared any more."""
    kept = brief.cleared_by if brief.state != "cleared" or state == "cleared" else None
    return replace(brief, state=state, cleared_by=kept)


def changed(brief: Brief, section: Section) -> Brief:
    """The brief with a section changed."""
    return replace(brief, sections=tuple(section if s.id == section.id else s for s in brief.sections))


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
