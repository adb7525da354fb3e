"""What was read from an edited text of a note taken over into the brief: what is new, changed, moved or gone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from briefer.brief import edit, whole
from briefer.brief.edit.blocks import fresh_id
from briefer.brief.edit.moving import kept_closed, owner
from briefer.brief.model import MADE_AT_EXPORT, Block, Brief, Section
from briefer.errors import BrieferError
from briefer.text import printable, slug


class Read(NamedTuple):
    """A block as a text has it."""

    id: str
    """Empty for a new one."""
    line: int
    """Where it begins, from 1."""
    lines: list[str]


class Part(NamedTuple):
    """A heading as a text has it, and what stands under it."""

    section: Section | None
    """The section of the brief that it is; None for a new one."""
    title: str
    blocks: list[Read]


def over(brief: Brief, title: str, parts: list[Part]) -> Brief:
    """The brief as the parts have it; the brief itself where they say nothing else.

    What says the same but for the width of its blanks stays letter for letter. Raises BrieferError for text under a
    heading that is made at export.
    """
    used = {s.id for s in brief.sections}
    sections = _owned(brief, _each_once(brief, [_section(brief, part, used) for part in parts]))
    title = brief.title if not title or same([clean(brief.title).replace("\n", " ")], [title]) else title
    after = replace(brief, title=title, sections=tuple(sections))
    return brief if after == brief else edit.settled(brief, after)


def clean(text: str) -> str:
    """A text as an editor may leave it: without what cannot be seen, its lines ending all alike."""
    return printable(text.replace("\ufeff", ""))


def same(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether lines say the same; how wide blanks are means nothing, nor how many empty lines part them."""
    return [x for line in one if (x := line.split())] == [x for line in other if (x := line.split())]


def _section(brief: Brief, part: Part, used: set[str]) -> Section:
    """A section with its blocks; a new one gets an id that is added to those used."""
    name = slug(part.title)
    free = next(n for n in (name, *(f"{name}-{i}" for i in range(2, len(used) + 3))) if n not in used)
    section = part.section or Section(id=free, role="free")
    used.add(section.id)
    here = {b.id for b in section.blocks}
    if section.role in MADE_AT_EXPORT:
        for read in part.blocks:
            if read.id not in here and (read.id or any(read.lines)):
                what = f"{section.title or section.id} is made at export and holds no text of its own"
                raise BrieferError(what, where=f"Line {read.line}", todo="Put the text under another heading")
    changed = not same([clean(section.title).replace("\n", " ")], [part.title])
    blocks = (b for read in part.blocks if (b := _block(brief, section, read)))
    return replace(section, title=part.title if changed else section.title, blocks=tuple(blocks))


def _block(brief: Brief, target: Section, read: Read) -> Block | None:
    """A block with its words as they were read; None for one that has none left. A new one has no id yet."""
    said = [i for i, line in enumerate(read.lines) if line.strip()]
    text = "\n".join(read.lines[said[0] : said[-1] + 1]) if said else ""
    if not read.id:
        return Block(role="text", text=text) if text else None
    home, one = edit.find(brief, read.id)
    if not same(read.lines, clean(one.text).split("\n")):
        if not text and one.role != "prompt" and not one.prompt:
            return None
        if text or one.role != "prompt":
            one = edit.find(edit.set_text(brief, one.id, text), one.id)[1]
    return kept_closed(brief, one, home, target) if home.id != target.id else one


def _each_once(brief: Brief, sections: list[Section]) -> list[Section]:
    """The sections with another id for every block that stands there a second time."""
    taken = set[str]()

    def once(block: Block) -> Block:
        if block.id in taken:
            block = replace(block, id=fresh_id(brief, taken))
        taken.update({block.id} - {""})
        return block

    return [replace(s, blocks=tuple(map(once, s.blocks))) for s in sections]


def _owned(brief: Brief, sections: list[Section]) -> list[Section]:
    """The blocks with the question they belong to by where they stand, where that is not where they stood."""
    stood = {b.id: (s.id, above) for s in brief.sections for b, above in _below(s)}
    left = {b.id for s in sections for b in s.blocks}
    asked = {b.id for s in sections for b in s.blocks if b.role == "question"}
    kept = replace(
        brief, sections=tuple(replace(s, blocks=tuple(b for b in s.blocks if b.id in left)) for s in brief.sections)
    )
    found: list[Section] = []
    for section in sections:
        blocks: list[Block] = []
        for at, (block, above) in enumerate(_below(section)):
            if not block.id:
                role, question = whole.own_role(kept, section, blocks[-1] if blocks else None)
                block = replace(block, id=fresh_id(brief, left), role=role, question=question)
                left.add(block.id)
                kept = replace(kept, sections=(*kept.sections, Section(id="", role="free", blocks=(block,))))
            elif block.role != "question" and stood.get(block.id) != (section.id, above):
                stays = block.id in stood and stood[block.id][0] == section.id
                question = owner(blocks, section.blocks[at + 1 :], block, stays=stays)
                block = replace(block, question=question)
            if block.question and block.question not in asked:
                block = replace(block, question=None)
            blocks.append(block)
        found.append(replace(section, blocks=tuple(blocks)))
    return found


def _below(section: Section) -> Iterable[tuple[Block, str | None]]:
    """Each block of a section with the question that stands above it there."""
    above: str | None = None
    for block in section.blocks:
        yield block, above
        if block.role == "question":
            above = block.id
