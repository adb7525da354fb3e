"""The sections of a brief in the order in which a house's file has places for them, so that notes and questions are
numbered as they are read."""

from __future__ import annotations

import re

from msgspec.structs import replace

from briefer.brief.model import Brief
from briefer.word.house import House

_MARK = re.compile("\ue000([^\ue001|]*)\ue001")


def as_read(brief: Brief, style: House) -> Brief:
    """The brief as it is read in this house style; one of our own keeps the brief's order.

    Word numbers notes as they come in the text, whatever their ids; LibreOffice even takes their texts in that order.
    """
    if not style.foreign:
        return brief
    at = {name: place for place, name in enumerate(_MARK.findall(style.texts["word/document.xml"]))}
    rest = at.get("note", len(at))
    places = [at.get(f"section:{s.id}", at.get(s.role, rest)) for s in brief.sections]
    # What is made of the rest, the header among it, stands first where it is: it has no notes of its own.
    order = sorted(range(len(places)), key=lambda n: places[n])
    return replace(brief, sections=tuple(brief.sections[n] for n in order))
