"""Markings: the high-water mark of a brief, and what stands above a release ceiling.

A block has the highest marking of its sources; the delegation's own text has the brief's ``own_marking``. LIMITE is a
distribution marking, not a classification (Council document 11336/11 and its successors call it so).
"""

from __future__ import annotations

from functools import lru_cache

from briefer.brief.model import CONFIDENTIAL, Block, Brief, Section
from briefer.errors import UsageError, did_you_mean, sentence

#: Roles whose words are the delegation's own, whatever they cite, unless they were pulled from the base.
OWN_ROLES = ("answer", "point", "text", "prompt", "note")


def rank(brief: Brief, marking: str | None) -> int:
    """The place of a marking in the brief's order; an unknown one ranks above all known, nothing as the lowest."""
    return _place(brief.markings, marking) if marking else 0


@lru_cache(maxsize=64)
def _place(markings: tuple[str, ...], marking: str) -> int:
    known = [m.upper() for m in markings]
    return known.index(marking.upper()) if marking.upper() in known else len(known)


def block_marking(brief: Brief, section: Section, block: Block) -> str:
    """The marking of one block: the highest of its sources, its own, and the delegation's for its own words."""
    given = dict.fromkeys([m for m in _given(brief, section, block) if m])
    if len(given) > 1:
        return max(given, key=lambda m: rank(brief, m))
    return next(iter(given), brief.markings[0])


def _given(brief: Brief, section: Section, block: Block) -> list[str | None]:
    """All markings that a block has from somewhere."""
    given = [s.marking for s in block.sources]
    given.append(block.marking)
    if not block.sources or (block.role in OWN_ROLES and not block.entry):
        given.append(brief.own_marking)
    if is_closed(section):
        given += brief.markings[public_rank(brief) + 1 :][:1]
    return given


def is_closed(section: Section) -> bool:
    """Whether a section is never for release: red lines and fallbacks, and what is not for disclosure."""
    return section.role in CONFIDENTIAL or not section.disclosable


def public_rank(brief: Brief) -> int:
    """The place of PUBLIC in the brief's order, or of its lowest marking where it does not use that word."""
    known = [m.upper() for m in brief.markings]
    return known.index("PUBLIC") if "PUBLIC" in known else 0


def high_water(brief: Brief) -> str:
    """The marking of the whole: the highest of all blocks and of what a person has set."""
    marks = [m for s in brief.sections for b in s.blocks for m in _given(brief, s, b) if m]
    return max(dict.fromkeys([brief.markings[0], brief.marking or "", *marks]), key=lambda m: rank(brief, m))


def above(brief: Brief, ceiling: str) -> list[tuple[Section, Block, str]]:
    """The blocks that stand above a release ceiling, with their marking.

    Raises UsageError where the ceiling is not one of the brief's markings.
    """
    if ceiling.upper() not in [m.upper() for m in brief.markings]:
        raise UsageError(
            f"There is no marking “{ceiling}” here", todo=sentence(did_you_mean(ceiling, list(brief.markings)))
        )
    top = rank(brief, ceiling)
    found = [(s, b, block_marking(brief, s, b)) for s in brief.sections for b in s.blocks]
    closed = top <= public_rank(brief)
    return [(s, b, m) for s, b, m in found if rank(brief, m) > top or (closed and is_closed(s))]


def unfilled(brief: Brief) -> list[tuple[Section, Block]]:
    """The prompts that the delegate still has to fill in."""
    return [(s, b) for s in brief.sections for b in s.blocks if b.role == "prompt"]
