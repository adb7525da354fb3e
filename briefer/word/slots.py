"""The places for a note's words in a house's own file: their names, and what is found of them in a file."""

from __future__ import annotations

import re
from typing import NamedTuple, get_args

from briefer.brief.model import SectionRole

#: One line of text each.
LINES = (
    "title", "subject", "meeting", "body", "date", "place", "date-and-place", "format", "item", "action", "documents",
    "marking", "drafter", "cleared-by", "version", "as-of", "delegation", "kicker",
)  # fmt: skip
#: Whole paragraphs and tables: all of the note, its header box, its table of contents, or one section by its role.
BLOCKS = ("note", "header-box", "contents", *(role for role in get_args(SectionRole) if role != "header"))


class Slot(NamedTuple):
    """A place that is filled, or that looks like one."""

    name: str
    kind: str
    """``control``, ``jinja``, ``condition`` where Jinja asks whether a section says something, or ``field`` for a table of
    contents of the file's own."""
    part: str
    known: bool

    @property
    def astray(self) -> bool:
        """Whether it is one of ours, but stands where it cannot be filled."""
        return not self.known and (normal(self.name) in BLOCKS or (self.kind == "control" and known(self.name)))


def normal(name: str) -> str:
    """A tag as a slot's name: ``Top_lines`` and ``briefer:top lines`` are ``top-lines``."""
    return re.sub(r"[\s_]+", "-", name.strip().removeprefix("briefer:").casefold())


def known(name: str) -> bool:
    """Whether a name is a slot's; ``section:ID`` is that of one section of the brief."""
    return name in LINES or name in BLOCKS or name.startswith("section:")
