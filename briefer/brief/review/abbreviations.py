"""Abbreviations that a note uses and never explains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from briefer.brief.model import Block, Brief, Section
from briefer.brief.review import texts
from briefer.brief.review.finding import Finding, at_block

#: A word in capitals, and what may not stand behind it: subject codes and document series have a number there (JAI 676,
#: COM(2020) 605, ST 9375).
_CAPITALS = re.compile(r"[A-Z]{2,}(?=s?(?![\w@/]|\(\d|[ -]\d))")
_NOT_BEFORE = frozenset("/@._")
_BRACKETS = re.compile(r"(\w*) \(([^()]+)\)")
#: What needs no explanation among delegates, and words that are only stressed.
_COMMON = """
    EU UN NGO UE ONU ONG UNO NRO OTAN US USA UK EUR USD GBP CHF AI IT ID TV PDF GDP CEO FAQ AM PM HIV COVID NATO OECD WHO
    AT BE BG CY CZ DE DK EE EL ES FI FR GR HR HU IE LT LU LV MT NL PL PT RO SE SI SK NO CH IS LI
    ADD AMD COR DCL EXT INIT REV ST LIMITE PUBLIC RESTREINT
    TBC TBD NB PS FYI ASAP OK
    A ALL ALWAYS AN AND ANY AS BE BUT BY DO FIRST FOR FROM IF IN ITS LAST MAY MUST NEVER NEW NEXT NONE NOT NOTE NOW OF ON
    ONE ONLY OR OUR OUT SAY SHALL SHOULD SO THE THEN THIS TO TWO VERY WE WILL WITH YES YOU
"""
COMMON = frozenset(_COMMON.split())
_ROMAN = re.compile(r"[IVX]+")


class _Read(NamedTuple):
    used: tuple[str, ...]
    """The words in capitals, each once."""
    explained: frozenset[str]
    """Those that stand in brackets behind what they mean, or have that in brackets behind them."""


_NOTHING = _Read((), frozenset())


@lru_cache(maxsize=16384)
def _read(words: str) -> _Read:
    """What a text has in capitals; without what only carries on a name (EUNAVFOR MED), and nothing where it is all in
    capitals.
    """
    found: list[str] = []
    end = -2
    for one in _CAPITALS.finditer(words):
        start = one.start()
        if start and (words[start - 1].isalnum() or words[start - 1] in _NOT_BEFORE):
            continue
        if start != end + 1 or words[end] != " ":
            found.append(one[0])
        end = one.end()
    if not found or (words.isupper() and words.count(" ") > 1):
        return _NOTHING
    explained: set[str] = set()
    for before, within in _BRACKETS.findall(words) if "(" in words else ():
        if before and len(within) <= 32:
            explained.update(_CAPITALS.findall(within))
        if re.search(r"[a-z]\w* \S", within) and not re.search(r"\d", within):
            explained.add(before.removesuffix("s"))
    return _Read(tuple(dict.fromkeys(found)), frozenset(explained))


def unexplained(brief: Brief, spelt_out: Mapping[str, str]) -> Iterator[Finding]:
    """A remark at the first use of each; ``spelt_out`` has what the base at hand knows, to be proposed."""
    known = {part for name in brief.acronyms for part in re.split(r"[\W_]+", name)} | COMMON
    known |= {*re.split(r"\W+", brief.delegation or ""), *brief.markings, *_parts(brief.markings)}
    places: dict[str, tuple[Section, Block]] = {}
    for section, block, words in texts.said(brief):
        read = _read(words)
        known |= read.explained
        for one in read.used:
            if one not in known and one not in places:
                places[one] = (section, block)
    places = {one: at for one, at in places.items() if one not in known and not _ROMAN.fullmatch(one)}
    everything = "\n".join(words for _, _, words in texts.said(brief)) if places else ""
    for one, (section, block) in places.items():
        small = one.lower()
        if small in everything and re.search(rf"\b{small}\b", everything):
            continue  # a word like others, only stressed here
        full = spelt_out.get(one)
        todo = f"write it out once: “{full} ({one})”" if full else f"write it out once, with ({one}) behind it"
        yield Finding(
            "unexplained", section.id, block.id, at_block(section, block), f"has “{one}”, which is explained nowhere",
            todo, f"“{one}” is explained nowhere",
        )  # fmt: skip


def _parts(names: Iterable[str]) -> set[str]:
    return {part for name in names for part in re.split(r"[\W_]+", name)}
