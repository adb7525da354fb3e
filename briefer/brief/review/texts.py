"""A block's words as the review reads them, each text read once however often it is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefer.brief import glyphs
from briefer.brief.model import Block, Brief, Section

_END = re.compile(r"[.!?;:]\s+(?=[A-Z“\"(])")


@lru_cache(maxsize=16384)
def read(text: str) -> str:
    """A text as one line of words, without markup and marks."""
    if "*" in text or "\\" in text or "[^" in text or "\n" in text:
        return glyphs.read_out(text)
    return " ".join(text.split())


def sentences(words: str) -> list[str]:
    """Plain words cut into sentences."""
    found, at = [], 0
    for end in _END.finditer(words):
        found.append(words[at : end.start() + 1])
        at = end.end()
    return [*found, words[at:]]


def said(brief: Brief) -> Iterator[tuple[Section, Block, str]]:
    """All that the note says, block by block: what is still to be filled in does not count."""
    for section in brief.sections:
        for block in section.blocks:
            if block.role != "prompt" and block.text:
                yield section, block, read(block.text)
