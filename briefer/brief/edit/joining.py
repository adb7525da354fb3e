"""Two blocks made one, and one made several: every statement keeps its source, its date and its marking."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from briefer.brief import carrying, glyphs, notemarks
from briefer.brief.edit.blocks import find, fresh_id, instead, settled
from briefer.brief.glyphs import Glyph
from briefer.brief.marking import block_marking, rank
from briefer.brief.model import Block, Brief, Carried, Section
from briefer.errors import BrieferError

#: What a block is called that holds words of the delegation's own.
_OWN = ("answer", "point", "text", "note")


def merge(brief: Brief, block: str) -> Brief:
    """Join a block with the one after it in its section, which goes; its paragraphs follow, equal sources stand once.

    Sources without a mark get one behind the words that they stood for. Where all of it was pulled, the block stays that
    of its first entry and carries the others; where own words are among it, it is own text that carries all of them.
    Raises BrieferError for the last block of a section, a question, an unfilled prompt, and where the words of one
    would come to stand under the name of another's position.
    """
    section, one = find(brief, block)
    following = section.blocks[section.blocks.index(one) + 1 :]
    if not following:
        raise BrieferError("It is the last of its section", todo="Merge the one above it, or move another one below it")
    _refuse_to_merge(one, following[0])
    new = _merged(brief, section, one, following[0])
    return settled(brief, instead(instead(brief, following[0].id), block, new))


def _refuse_to_merge(one: Block, other: Block) -> None:
    if "question" in (one.role, other.role):
        raise BrieferError("A question stands by itself", todo="Merge what belongs to it instead")
    if "prompt" in (one.role, other.role):
        raise BrieferError("What is still to be filled in cannot be merged", todo="Fill it in or remove it first")
    by, stance = (one.pulled.actor, one.pulled.stance) if one.pulled and one.role == "position" else (None, None)
    theirs = (other.pulled.actor, other.pulled.stance) if other.pulled else (None, None)
    if by and other.role not in _OWN and theirs != (by, stance):
        what = f"What follows is not what {by} said, and would stand under that name"
        raise BrieferError(what, todo="Leave the two apart, or pull them into a text of your own")


def _merged(brief: Brief, section: Section, one: Block, other: Block) -> Block:
    first, second = _all_marked(one), _all_marked(other)
    sources, numbers = carrying.joined(first.sources, second.sources)
    second = carrying.with_sources(second, sources, dict(enumerate(numbers, 1)))
    all_pulled = bool(one.entry and other.entry)
    whole = [b for b in ((second,) if all_pulled else (first, second)) if b.entry]
    own = {n for b in (first, second) if b not in whole for n in _own(b, first, numbers)}
    carries = [*first.carries, *(_as_carried(b, first, numbers) for b in whole), *second.carries]
    asked = first if first.prompt or not second.prompt else second
    new = replace(
        first,
        role=next((r for r in (one.role, other.role) if r in _OWN), one.role),
        text="\n".join(t for t in (first.text.strip("\n"), second.text.strip("\n")) if t.strip()),
        question=one.question or other.question,
        entry=one.entry if all_pulled else None,
        pulled=one.pulled if all_pulled else None,
        sources=sources,
        carries=_each_once([c for c in carries if not (all_pulled and c.entry == one.entry)], own),
        marking=_highest(brief, [m for m in (one.marking, other.marking) if m]),
        prompt=asked.prompt,
        made_from=asked.made_from if asked.prompt else None,
    )
    asked_for = _highest(brief, [block_marking(brief, section, b) for b in (one, other)])
    if rank(brief, block_marking(brief, section, new)) < rank(brief, asked_for):
        new = replace(new, marking=asked_for)
    return new


def _all_marked(block: Block) -> Block:
    """The block with a mark behind its words for every source that has none."""
    used = set(notemarks.used(block.text))
    text = notemarks.grounded(block.text, len(block.sources))
    more = [n for n in range(1, len(block.sources) + 1) if n not in used]
    made = glyphs.lines(text)
    last = next((i for i in reversed(range(len(made))) if made[i].glyphs), None)
    if last is None or not more:
        return replace(block, text=text)
    line = glyphs.rewritten(made[last], [*made[last].glyphs, *map(glyphs.mark, more)]) or ""
    return replace(block, text="\n".join([*(m.raw for m in made[:last]), line]))


def _own(block: Block, first: Block, numbers: list[int]) -> set[int]:
    """The numbers, after merging, of the sources that a block has of itself, not for what it carries."""
    every = range(1, len(first.sources) + 1) if block is first else numbers
    return set(every) - {n for c in block.carries for n in c.marks}


def _as_carried(block: Block, first: Block, numbers: list[int]) -> Carried:
    assert block.entry and block.pulled
    return Carried(block.entry, block.pulled, tuple(sorted(_own(block, first, numbers))))


def _each_once(carries: list[Carried], own: set[int]) -> tuple[Carried, ...]:
    found: dict[str, Carried] = {}
    for one in carries:
        before = found.get(one.entry, one)
        marks = tuple(n for n in dict.fromkeys((*before.marks, *one.marks)) if n not in own)
        found[one.entry] = replace(before, marks=marks)
    return tuple(found.values())


def _highest(brief: Brief, markings: list[str]) -> str | None:
    return max(markings, key=lambda m: rank(brief, m), default=None)


def split(brief: Brief, block: str, at: int | None = None) -> tuple[Brief, str]:
    """Cut a block in two at an offset of its text, or, without one, into its paragraphs; returns the first new id too.

    Bold and italic that are open at the cut go on behind it. A source goes with its marks, one without a mark to every
    part; so does what the text carries, or else where its words are. All parts stay what was pulled, but where a whole
    part is just what one carried entry says, it is that entry again. Raises BrieferError for an unfilled prompt, and
    where there is nothing on one side of the cut.
    """
    _, one = find(brief, block)
    if one.role == "prompt":
        raise BrieferError("What is still to be filled in cannot be split", todo="Fill it in first")
    texts = [line for line in one.text.split("\n") if line.strip()] if at is None else _cut(one.text, at)
    texts = [t for t in texts if t.strip()]
    if len(texts) < 2:
        what = "It is one paragraph" if at is None else "There is nothing on the other side to split off"
        raise BrieferError(what, todo="Put the cursor within the text, where it is to be cut")
    parts = _with_prompt(one, [_part(one, text, texts) for text in texts])
    ids = [one.id]
    for _ in parts[1:]:
        ids.append(fresh_id(brief, ids))
    new = [replace(part, id=ident) for part, ident in zip(parts, ids, strict=True)]
    return settled(brief, instead(brief, block, *new)), ids[1]


def _cut(text: str, at: int) -> list[str]:
    at = min(max(at, 0), len(text))
    start = text.rfind("\n", 0, at) + 1
    end = (text + "\n").find("\n", at)
    line = glyphs.read(text[start:end])
    place = glyphs.place(line, at - start)
    opened: list[Glyph] = []
    for g in line.glyphs[:place]:
        if g.pair and g.pair in [o.pair for o in opened]:
            opened = [o for o in opened if o.pair != g.pair]
        elif g.pair:
            opened.append(g)
    left = glyphs.rewritten(line, [*line.glyphs[:place], *reversed(opened)])
    right = glyphs.rewritten(line, [*opened, *line.glyphs[place:]])
    first, second = [text[: max(start - 1, 0)], left or ""], [right or "", text[end + 1 :]]
    return ["\n".join(first).strip("\n"), "\n".join(second).strip("\n")]


def _part(block: Block, text: str, texts: Sequence[str]) -> Block:
    """One part of a block that is split: its sources, what it carries, and whether it is still of the block's entry."""
    used, used_anywhere = set(notemarks.used(text)), set(notemarks.used(block.text))
    carries = tuple(c for c in block.carries if _is_with(c, text, texts))
    elsewhere = {n for c in block.carries for n in c.marks} - {n for c in carries for n in c.marks}
    kept = {n for n in range(1, len(block.sources) + 1) if n in used or n not in used_anywhere | elsewhere}
    of_entry = block.entry is not None and (not block.carries or _is_of_entry(block, text))
    if of_entry and not kept:
        kept = set(range(1, len(block.sources) + 1)) - {n for c in block.carries for n in c.marks}
    part = replace(block, text=text, carries=carries, prompt=None, made_from=None)
    part = carrying.without_sources(part, set(range(1, len(block.sources) + 1)) - kept)
    if not of_entry:
        part = replace(part, entry=None, pulled=None)
        if len(carries) == 1 and carrying.is_just(carries[0].pulled.text, text):
            (one,) = carries
            role = "position" if one.pulled.actor else "fact"
            part = replace(part, role=role, entry=one.entry, pulled=one.pulled, carries=())
    return part


def _is_with(one: Carried, text: str, texts: Sequence[str]) -> bool:
    """Whether what a block carries goes with one of its parts: by its marks, else by its words; with all where neither tells."""
    marked = [t for t in texts if set(one.marks) & set(notemarks.used(t))]
    worded = [t for t in texts if carrying.stands(one.pulled.text, t)]
    return text in (marked or worded or texts)


def _is_of_entry(block: Block, text: str) -> bool:
    """Whether a part of a text that carries others too has anything of the entry that the block was pulled from."""
    return block.pulled is not None and carrying.shares(block.pulled.text, carrying.without(text, block.carries))


def _with_prompt(block: Block, parts: list[Block]) -> list[Block]:
    """What asked for the words goes on with the first part that is of one's own, so that it is asked once again."""
    first = next((i for i, p in enumerate(parts) if p.entry == block.entry), 0)
    again = replace(parts[first], prompt=block.prompt, made_from=block.made_from if block.prompt else None)
    return [again if i == first else p for i, p in enumerate(parts)]
