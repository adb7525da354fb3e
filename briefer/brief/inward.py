"""What stays in the house: instructions from capital, and the note without them as it may leave."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from briefer.brief import carrying, glyphs
from briefer.brief.marking import OWN_ROLES, high_water
from briefer.brief.model import Block, Brief, Carried, Pulled, Section
from briefer.text import folded_words

#: So many words in a row that an entry says too are the entry's.
_RUN = 6

#: The header's fields as people call them, where that is not their key.
_HEADER = {"date": "day", "end": "last day", "item": "agenda item", "action": "expected action"}


class KeptIn(NamedTuple):
    """A block that a note for release does not show, or not whole."""

    section: Section
    block: Block
    whole: bool
    """Whether the block itself is left out; else only its notes are."""


def is_inward(block: Block) -> bool:
    """Whether anything in a block comes from instructions."""
    return any(s.inward for s in block.sources) or any(p.inward for p in _pulled(block))


def stays(block: Block) -> bool:
    """Whether a block's own words come from instructions, so that it does not leave the house at all.

    The delegation's own text that merely rests on them goes out, without the note; not so where the words of an entry
    that was woven in still stand in it.
    """
    if not any(s.inward for s in block.sources):
        return False
    if block.role not in OWN_ROLES or block.entry or block.pulled:
        return True
    return any(_is_from_inward(c, block) and _still_says(c.pulled.text, block.text) for c in block.carries)


def kept_in(brief: Brief) -> list[KeptIn]:
    """What a note for release does not show of a brief, in its order."""
    found = [KeptIn(s, b, stays(b)) for s in brief.sections for b in s.blocks if is_inward(b)]
    return [k for k in found if k.whole or any(s.inward for s in k.block.sources)]


def header_kept_in(brief: Brief) -> tuple[str, ...]:
    """Which fields of the header a note for release does not show, as ``MeetingRef`` has them."""
    meeting = brief.meeting
    return tuple(n for n in meeting.inward if getattr(meeting, n, None)) if meeting else ()


def header_named(brief: Brief) -> str:
    """The same as people call them: ``day, place, agenda item``; empty where there are none."""
    return ", ".join(_HEADER.get(name, name) for name in header_kept_in(brief))


def released(brief: Brief) -> Brief:
    """The brief as it may leave the house: without the blocks that stay, and without notes that rest on instructions.

    So is the header without what instructions say of the meeting. It has the same marking as before. Without
    instructions it is the brief itself.
    """
    if confided := header_kept_in(brief):
        meeting = replace(brief.meeting, **dict.fromkeys(confided), inward=(), id=None)  # type: ignore[type-var]
        brief = replace(brief, meeting=meeting)
    if not any(is_inward(b) for s in brief.sections for b in s.blocks):
        return brief
    kept = [replace(s, blocks=tuple(_released(b) for b in s.blocks if not stays(b))) for s in brief.sections]
    # A section that held nothing else leaves no gap behind.
    sections = tuple(one for one, was in zip(kept, brief.sections, strict=True) if one.blocks or not was.blocks)
    entries = [b.entry.partition("/")[0] for s in sections for b in s.blocks if b.entry]
    # The name of a topic that only instructions know stands in a file's properties otherwise.
    topics = tuple(t for t in brief.topics if t in entries)
    return replace(brief, sections=sections, topics=topics, marking=high_water(brief))


def _released(block: Block) -> Block:
    gone = {n for n, s in enumerate(block.sources, 1) if s.inward}
    carries = tuple(replace(c, pulled=_told_outside(c.pulled)) for c in block.carries if not _is_from_inward(c, block))
    pulled = _told_outside(block.pulled) if block.pulled else None
    block = replace(block, carries=carries, pulled=pulled)
    return carrying.without_sources(block, gone) if gone else block


def _told_outside(pulled: Pulled) -> Pulled:
    """What the base says of an entry, without the other side where only instructions say it."""
    if not pulled.inward:
        return pulled
    disputed = tuple(d for d in pulled.disputed if d not in pulled.inward)
    superseded = None if pulled.superseded in pulled.inward else pulled.superseded
    return replace(pulled, disputed=disputed, superseded=superseded, inward=())


def _is_from_inward(carried: Carried, block: Block) -> bool:
    """Whether an entry that was woven in is one of the instructions; where its marks are not known, it may be."""
    sources = [block.sources[n - 1] for n in carried.marks if n <= len(block.sources)]
    return any(s.inward for s in sources or block.sources)


def _still_says(words: str, text: str) -> bool:
    """Whether words stand in a text, or as many of them in a row as nobody finds twice."""
    said, here = folded_words(words), folded_words(glyphs.read_out(text))
    size = min(_RUN, len(said))
    runs = {tuple(here[i : i + size]) for i in range(len(here) - size + 1)}
    return size > 0 and any(tuple(said[i : i + size]) in runs for i in range(len(said) - size + 1))


def _pulled(block: Block) -> list[Pulled]:
    return [*([block.pulled] if block.pulled else []), *(c.pulled for c in block.carries)]
