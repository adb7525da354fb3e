"""A house style tried out: a short note in it, before anybody counts on it, so that the check says what an export would."""

from __future__ import annotations

from typing import get_args

from briefer.brief.model import Block, Brief, Section, SectionRole, Source
from briefer.errors import BrieferError
from briefer.word import docx, filling
from briefer.word.house import House
from briefer.word.outline import outline
from briefer.word.selfcheck import faults
from briefer.word.writer import shortened

#: A file may call things by names of any length.
_LONGEST = 160
_SOURCE = Source(paper="paper", number="1/31", date="2031-01-01", title="A paper", url="https://example.org/")


def unsound(house: House) -> str:
    """What would be wrong with a note in a foreign house style, for colleagues or for release; nothing where it is sound.

    Raises BrieferError where a Jinja tag fails.
    """
    for final in (False, True):
        note = outline(_note(house), final=final, sources=house.look.sources)
        made = docx.parts(note, house, listed=False)
        if found := faults(made, marking=" ".join(note.marking.split()), final=final):
            return found[0]
    return ""


def _note(house: House) -> Brief:
    """A brief with what the house has places for."""
    wanted = filling.wanted(house)
    roles = [role for role in get_args(SectionRole) if role == "header" or role in wanted or "note" in wanted]
    sections = [
        Section(id=role, role=role, title="", blocks=(_block(f"{role[:9]}0001"),) if role != "header" else ())
        for role in roles
    ]
    for name in sorted(wanted):
        if name.startswith("section:"):
            ident = name.removeprefix("section:")
            sections.append(Section(id=ident, role="free", title="", blocks=(_block(f"own{len(sections)}"),)))
    return Brief(brief="trial", format=1, title="A note", as_of="2031-01-01", sections=tuple(sections))


def _block(ident: str) -> Block:
    return Block(id=ident, role="text", text="A line.", sources=(_SOURCE,))


def refused(house: House) -> BrieferError | None:
    """The error for a house style in which a note would not be sound."""
    try:
        why = unsound(house)
    except BrieferError as error:
        return error
    if not why:
        return None
    return BrieferError(
        f"A note in this house style would not be sound: {shortened(why, _LONGEST)}", where=house.where,
        todo="Open it in Word and save it anew", code="not-sound",
    )  # fmt: skip
