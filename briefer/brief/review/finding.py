"""A remark of the review: where, why and what to do; and what can be accepted."""

from __future__ import annotations

from typing import NamedTuple

from briefer.brief.model import Block, Section
from briefer.brief.review import texts
from briefer.brief.review.telling import beginning

#: Remarks on the note as a whole, shown where it first occurs: accepted once, wherever that is.
OF_ALL = ("unexplained",)


class Finding(NamedTuple):
    """One remark. ``where``, ``why`` and ``todo`` make one sentence."""

    code: str
    """A short stable word for scripts."""
    section: str
    block: str
    """Empty where it is about a section, as ``section`` is where it is about the whole note."""
    where: str
    why: str
    """What is amiss, as the predicate of ``where``."""
    todo: str
    """What to do, as an imperative."""
    alike: str = ""
    """What it says, in a form that stays while nothing of weight changes; empty where that is ``why`` itself."""

    @property
    def message(self) -> str:
        """Where, why and what to do, for a person."""
        why = self.why.rstrip(".")
        return f"{self.where} {why}; {self.todo}" if self.todo else f"{self.where} {why}"

    @property
    def row(self) -> str:
        """The row of the brief that it belongs to: a block's id, else ``section:ID``, else ``brief``."""
        return self.block or (f"section:{self.section}" if self.section else "brief")

    @property
    def said(self) -> str:
        """That by which it is known again once it is accepted."""
        return self.alike or self.why

    @property
    def of(self) -> str:
        """The row under which it is accepted."""
        return "brief" if self.code in OF_ALL else self.row


def at_block(section: Section, block: Block) -> str:
    """Where a remark on a block stands: its section, and how the block begins."""
    return f"{at_section(section)}: “{beginning(texts.read(block.text))}”"


def at_section(section: Section) -> str:
    """Where a remark on a section stands."""
    return section.title or section.id
