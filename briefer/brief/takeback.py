"""A block taken back from an older version into the brief as it is now."""

from __future__ import annotations

from msgspec.structs import replace

from briefer.brief import edit
from briefer.brief.compare import BlockChange, Comparison
from briefer.brief.edit.blocks import instead
from briefer.brief.model import MADE_AT_EXPORT, Block, Brief
from briefer.errors import BrieferError


def take_back(comparison: Comparison, block: str) -> tuple[Brief, str]:
    """The newer brief with a block of the older one as it was there, and the row at which that is seen.

    ``block`` is the id of a block that changed or was taken out. Raises BrieferError where there is nothing to take back.
    """
    change = next((c for c in comparison.blocks if block in (c.block, c.old.id if c.old else "")), None)
    if change is None or change.old is None:
        raise BrieferError(
            "This block is new: the older version has nothing to take back", todo="d on the desk takes it out"
        )
    now = comparison.new
    if change.new is not None:
        if change.status == "same":
            what = "Only its place is another one" if change.moved else "It says the same as now"
            raise BrieferError(what, todo="Move it on the desk" if change.moved else "Choose another block")
        back = replace(change.old, id=change.new.id, question=change.new.question)
        return edit.settled(now, instead(now, change.new.id, back)), back.id
    return _put_in(comparison, change, change.old)


def _put_in(comparison: Comparison, change: BlockChange, old: Block) -> tuple[Brief, str]:
    """A block that was taken out stands again behind what it stood behind."""
    now = comparison.new
    section = next((s.new for s in comparison.sections if s.old and s.old.id == change.section and s.new), None)
    if section is None or section.role in MADE_AT_EXPORT:
        title = next((s.old.title or s.old.id for s in comparison.sections if s.old and s.old.id == change.section), "")
        raise BrieferError(f"Its section {title} is not there any more", todo="Begin one of that name first")
    asked = {c.old.id: c.new.id for c in comparison.blocks if c.old and c.new and c.new.role == "question"}
    before = next(s.old for s in comparison.sections if s.old and s.old.id == change.section)
    here = {c.old.id: c.new.id for c in comparison.blocks if c.old and c.new and c.section == section.id}
    above = [here[b.id] for b in before.blocks[: [b.id for b in before.blocks].index(old.id)] if b.id in here]
    back = replace(old, question=asked.get(old.question or ""))
    made = _inserted(now, back, section.id, above[-1] if above else None)
    return edit.settled(now, made), back.id


def _inserted(brief: Brief, block: Block, section: str, after: str | None) -> Brief:
    if after is not None:
        return edit.insert(brief, block, section=section, after=after)
    sections = tuple(replace(s, blocks=(block, *s.blocks)) if s.id == section else s for s in brief.sections)
    return replace(brief, sections=sections)
