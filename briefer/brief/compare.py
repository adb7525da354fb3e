"""Two briefs compared: which sections and blocks were added, taken out, moved or changed, each text word by word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefer.brief import glyphs, words
from briefer.brief.marking import high_water
from briefer.brief.model import Block, Brief, MeetingRef, Section, Source
from briefer.brief.words import Piece

Status = Literal["same", "changed", "added", "removed"]

#: Alike enough to be one block that was rewritten: two thirds of it stayed, or nearly.
_ALIKE = 62.0
_MEETING = ("body", "date", "end", "place", "format", "item", "action")
_HEADER = ("title", "state", "marking", "as_of", "delegation", "drafter", "cleared_by", "language", "template")


class Field(Struct, frozen=True):
    """Something in the header that is another by now; empty where it was or is not set."""

    name: str
    old: str
    new: str


class BlockChange(Struct, frozen=True, kw_only=True):
    """What became of one block."""

    block: str
    """Its id; that of the old one where it was taken out."""
    status: Status
    moved: bool = False
    """Whether it stands elsewhere: in another section, or before what it stood behind."""
    old: Block | None = None
    new: Block | None = None
    section: str = ""
    """The section it stands in; the one it stood in where it was taken out."""
    was_in: str = ""
    """The section it stood in, where that is another."""
    pieces: tuple[Piece, ...] = ()
    sources_added: tuple[Source, ...] = ()
    sources_removed: tuple[Source, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether anything is to be told of it."""
        return self.moved or self.status != "same"


class SectionChange(Struct, frozen=True, kw_only=True):
    """What became of one section, and of its blocks in their order; what was taken out stands where it stood."""

    section: str
    status: Status
    moved: bool = False
    old: Section | None = None
    new: Section | None = None
    title: tuple[Piece, ...] = ()
    blocks: tuple[BlockChange, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether anything is to be told of it or of a block in it."""
        return self.moved or self.status != "same" or any(b.differs for b in self.blocks)


class Comparison(Struct, frozen=True, kw_only=True):
    """How one brief became another."""

    old: Brief
    new: Brief
    header: tuple[Field, ...]
    sections: tuple[SectionChange, ...]
    sources_added: tuple[Source, ...]
    """Papers that are cited by now and were not."""
    sources_removed: tuple[Source, ...]

    @property
    def blocks(self) -> list[BlockChange]:
        """Every block of either, in the order of the new one."""
        return [b for s in self.sections for b in s.blocks]

    @property
    def differs(self) -> bool:
        """Whether they say anything different at all."""
        return bool(self.header) or any(s.differs for s in self.sections)


def compare(old: Brief, new: Brief) -> Comparison:
    """What happened between two briefs; blocks and sections are known again by their id, else by what they say."""
    sections = _sections_matched(old, new)
    blocks = _blocks_matched(old, new, sections)
    moved_sections = _out_of_order([s.id for s in old.sections], [sections.get(s.id, "") for s in new.sections])
    told = [_section(one, old, new, sections, blocks, moved_sections) for one in new.sections]
    told = _with_removed_sections(told, old, sections, blocks)
    before, after = _papers(old), _papers(new)
    return Comparison(
        old=old,
        new=new,
        header=tuple(_header(old, new)),
        sections=tuple(told),
        sources_added=tuple(s for paper, s in after.items() if paper not in before),
        sources_removed=tuple(s for paper, s in before.items() if paper not in after),
    )


# --- what is the same thing as what ----------------------------------------------------------------------------------


def _sections_matched(old: Brief, new: Brief) -> dict[str, str]:
    """The id of each new section → that of the old one."""
    there = {s.id: s for s in old.sections}
    matched = {s.id: s.id for s in new.sections if s.id in there}
    left = [s for s in old.sections if s.id not in matched]
    for key in (lambda s: (s.role, s.title), lambda s: s.title or s.id, lambda s: s.role if s.role != "free" else s.id):
        for section in new.sections:
            if section.id not in matched:
                alike = next((s for s in left if key(s) == key(section)), None)
                if alike is not None:
                    matched[section.id] = alike.id
                    left.remove(alike)
    return matched


def _blocks_matched(old: Brief, new: Brief, sections: dict[str, str]) -> dict[str, str]:
    """The id of each new block → that of the old one: by id, by its very words, by likeness."""
    was_in = {b.id: s.id for s in old.sections for b in s.blocks}
    before = {b.id: b for s in old.sections for b in s.blocks}
    after = [(s, b) for s in new.sections for b in s.blocks]
    matched = {b.id: b.id for _, b in after if b.id in before}
    taken = set(matched.values())
    by_text: dict[tuple[str, str], list[str]] = {}
    for ident, block in before.items():
        if ident not in taken and block.text.strip():
            by_text.setdefault((block.role, block.text), []).append(ident)
    for _section, block in after:
        if block.id not in matched and (found := by_text.get((block.role, block.text))):
            matched[block.id] = found.pop(0)
    taken = set(matched.values())
    left = {i: b.text for i, b in before.items() if i not in taken and b.text.strip()}
    if left:
        from rapidfuzz import fuzz, process

        for section, block in after:
            if block.id in matched or not block.text.strip() or not left:
                continue
            home = sections.get(section.id)
            near = {i: t for i, t in left.items() if was_in[i] == home} or left
            hit = process.extractOne(block.text, near, scorer=fuzz.ratio, score_cutoff=_ALIKE)
            if hit is None and near is not left:
                hit = process.extractOne(block.text, left, scorer=fuzz.ratio, score_cutoff=_ALIKE)
            if hit is not None:
                matched[block.id] = hit[2]
                del left[hit[2]]
    return matched


def _out_of_order(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Of those that are in both, the fewest whose moving makes the one order of the other."""
    at = {one: i for i, one in enumerate(before)}
    row = [(at[one], one) for one in after if one in at]
    ends: list[int] = []
    last: list[int] = []
    back: list[int] = []
    for i, (place, _one) in enumerate(row):
        spot = bisect_left(ends, place)
        back.append(last[spot - 1] if spot else -1)
        ends[spot : spot + 1] = [place]
        last[spot : spot + 1] = [i]
    stays: set[int] = set()
    here = last[-1] if last else -1
    while here >= 0:
        stays.add(here)
        here = back[here]
    return {one for i, (_place, one) in enumerate(row) if i not in stays}


# --- what became of them ---------------------------------------------------------------------------------------------


def _section(
    section: Section, old: Brief, new: Brief, sections: dict[str, str], blocks: dict[str, str], moved: set[str]
) -> SectionChange:
    was = next((s for s in old.sections if s.id == sections.get(section.id)), None)
    before = {b.id: (s, b) for s in old.sections for b in s.blocks}
    here = [b.id for b in was.blocks] if was else []
    shifted = _out_of_order(here, [blocks.get(b.id, "") for b in section.blocks])
    told: list[BlockChange] = []
    for block in section.blocks:
        ident = blocks.get(block.id)
        if ident is None:
            told.append(
                BlockChange(
                    block=block.id, status="added", new=block, section=section.id,
                    pieces=words.changes("", block.text), sources_added=block.sources,
                )
            )  # fmt: skip
            continue
        old_section, old_block = before[ident]
        elsewhere = was is None or old_section.id != was.id
        told.append(
            _block(old_block, block, section, old_section.id if elsewhere else "", elsewhere or ident in shifted)
        )
    if was is not None:
        told = _with_removed(told, was, set(blocks.values()))
    title = words.changes(was.title if was else "", section.title)
    if was is None:
        return SectionChange(section=section.id, status="added", new=section, title=title, blocks=tuple(told))
    same = replace(was, id="", blocks=()) == replace(section, id="", blocks=())
    return SectionChange(
        section=section.id, status="same" if same else "changed", moved=was.id in moved, old=was, new=section,
        title=title, blocks=tuple(told),
    )  # fmt: skip


def _block(old: Block, new: Block, section: Section, was_in: str, moved: bool) -> BlockChange:
    same = _bare(old) == _bare(new)
    return BlockChange(
        block=new.id,
        status="same" if same else "changed",
        moved=moved,
        old=old,
        new=new,
        section=section.id,
        was_in=was_in,
        pieces=words.changes(old.text, new.text),
        sources_added=_only_in(new.sources, old.sources),
        sources_removed=_only_in(old.sources, new.sources),
    )


def _bare(block: Block) -> Block:
    """A block less what a reader of the note never sees of it."""
    return replace(block, id="", question=None, prompt=None, made_from=None, carries=())


def _only_in(some: Iterable[Source], others: Sequence[Source]) -> tuple[Source, ...]:
    return tuple(s for s in some if s not in others)


def _gone(block: Block, section: Section) -> BlockChange:
    return BlockChange(
        block=block.id, status="removed", old=block, section=section.id, pieces=words.changes(block.text, ""),
        sources_removed=block.sources,
    )  # fmt: skip


def _with_removed(told: list[BlockChange], was: Section, known: set[str]) -> list[BlockChange]:
    """The blocks with those that were taken out, each behind what it stood behind."""
    out = list(told)
    at = 0
    for block in was.blocks:
        if block.id not in known:
            out.insert(at, _gone(block, was))
            at += 1
        else:
            at = next((i + 1 for i, c in enumerate(out) if c.old is not None and c.old.id == block.id), at)
    return out


def _with_removed_sections(
    told: list[SectionChange], old: Brief, sections: dict[str, str], blocks: dict[str, str]
) -> list[SectionChange]:
    known, kept = set(sections.values()), set(blocks.values())
    at = 0
    for section in old.sections:
        if section.id not in known:
            gone = SectionChange(
                section=section.id, status="removed", old=section, title=words.changes(section.title, ""),
                blocks=tuple(_gone(b, section) for b in section.blocks if b.id not in kept),
            )  # fmt: skip
            told.insert(at, gone)
            at += 1
        else:
            at = next((i + 1 for i, c in enumerate(told) if c.old is not None and c.old.id == section.id), at)
    return told


def _header(old: Brief, new: Brief) -> Iterable[Field]:
    was, now = old.meeting or MeetingRef(), new.meeting or MeetingRef()
    for name in _HEADER:
        a, b = (_of(brief, name) for brief in (old, new))
        if a != b:
            yield Field(name, a, b)
    for name in _MEETING:
        a, b = (str(getattr(meeting, name) or "") for meeting in (was, now))
        if a != b:
            yield Field(f"meeting.{name}", a, b)


def _of(brief: Brief, name: str) -> str:
    return high_water(brief) if name == "marking" else str(getattr(brief, name) or "")


def _papers(brief: Brief) -> dict[tuple[str, str], Source]:
    """Every paper cited, once."""
    found: dict[tuple[str, str], Source] = {}
    for section in brief.sections:
        for block in section.blocks:
            for source in block.sources:
                found.setdefault((source.paper, source.via.paper if source.via else ""), source)
    return found


def reads_alike(change: BlockChange) -> bool:
    """Whether only what stands around the words changed: a source, a day, a marking, bold or italic."""
    old, new = change.old, change.new
    return bool(old and new) and glyphs.read_out(old.text if old else "") == glyphs.read_out(new.text if new else "")
