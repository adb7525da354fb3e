"""What a block's text carries of the base, and whether it still does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec.structs import replace

from briefer.brief import glyphs, notemarks
from briefer.brief.model import Block, Carried, Source
from briefer.text import folded_words

#: Below this share of its words an entry is taken to have gone from a text.
_LEAST = 0.25


def still(block: Block) -> Block:
    """The block with what its text still carries: an entry goes when none of its marks and hardly a word of it is there.

    The sources that only it brought go with it. What carries no marks of its own is judged by its words alone.
    """
    if not block.carries:
        return block
    used = set(notemarks.used(block.text))
    kept = tuple(c for c in block.carries if used & set(c.marks) or stands(c.pulled.text, block.text))
    if kept == block.carries:
        return block
    held = used | {n for c in kept for n in c.marks}
    gone = {n for c in block.carries if c not in kept for n in c.marks} - held
    return without_sources(replace(block, carries=kept), gone)


def stands(words: str, text: str) -> bool:
    """Whether words stand in a text, as they are or at least in good part."""
    if one_line(words).rstrip(".") in glyphs.read_out(text):
        return True
    wanted, present = _weighty(words), _weighty(glyphs.read_out(text))
    return bool(wanted) and len(wanted & present) >= _LEAST * len(wanted)


def shares(words: str, text: str) -> bool:
    """Whether a text has any word of weight of another, or all of it where none is of weight."""
    wanted = _weighty(words)
    return bool(wanted & _weighty(text)) if wanted else one_line(words).rstrip(".") in text


def is_just(words: str, text: str) -> bool:
    """Whether a text says these words and nothing else; marks, and a full stop at the end, aside."""
    return glyphs.read_out(text).rstrip(".") == one_line(words).rstrip(".")


def without_sources(block: Block, gone: set[int]) -> Block:
    """The block without its sources of these numbers; the marks of the others are numbered anew."""
    kept = [n for n in range(1, len(block.sources) + 1) if n not in gone]
    to = dict.fromkeys(gone, 0) | {n: i for i, n in enumerate(kept, 1)}
    return with_sources(block, tuple(block.sources[n - 1] for n in kept), to)


def with_sources(block: Block, sources: tuple[Source, ...], to: Mapping[int, int]) -> Block:
    """The block with other sources; ``to`` gives the new numbers of the old ones, 0 for those that went."""
    carries = tuple(
        replace(c, marks=tuple(dict.fromkeys(n for m in c.marks if (n := to.get(m, m))))) for c in block.carries
    )
    return replace(block, text=notemarks.renumbered(block.text, to), sources=sources, carries=carries)


def joined(have: tuple[Source, ...], more: Iterable[Source]) -> tuple[tuple[Source, ...], list[int]]:
    """Sources with more of them, equal ones once; and the number of each that was added or found."""
    sources, numbers = list(have), []
    for one in more:
        if one not in sources:
            sources.append(one)
        numbers.append(sources.index(one) + 1)
    return tuple(sources), numbers


def brought(block: Block, numbers: Iterable[int]) -> tuple[int, ...]:
    """Of these sources those that the block has not of itself, but only for what it carries, or not yet."""
    carried = {n for c in block.carries for n in c.marks}
    return tuple(dict.fromkeys(n for n in numbers if n > len(block.sources) or n in carried))


@lru_cache(maxsize=8192)
def one_line(text: str) -> str:
    """Plain words with single blanks between them."""
    return " ".join(text.split())


def without(text: str, entries: tuple[Carried, ...]) -> str:
    """The words of a text less those of entries that stand in it just as they are in the base."""
    left = glyphs.read_out(text)
    for one in sorted(entries, key=lambda c: -len(c.pulled.text)):
        words = one_line(one.pulled.text)
        left = left.replace(words, " ", 1) if words in left else left.replace(words.rstrip("."), " ", 1)
    return one_line(left)


def _weighty(text: str) -> set[str]:
    return {w for w in folded_words(text) if len(w) > 3 or re.search(r"\d", w)}
