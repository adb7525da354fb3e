"""Blocks in another order."""

from __future__ import annotations

from msgspec.structs import replace

from briefer.brief.edit.blocks import find
from briefer.brief.model import Brief


def move(brief: Brief, block: str, by: int) -> Brief:
    """Move a block up (negative) or down within its section; at the edge it stays."""
    section, one = find(brief, block)
    at = section.blocks.index(one)
    to = min(max(at + by, 0), len(section.blocks) - 1)
    rest = section.blocks[:at] + section.blocks[at + 1 :]
    moved = replace(section, blocks=(*rest[:to], one, *rest[to:]))
    return replace(brief, sections=tuple(moved if s.id == section.id else s for s in brief.sections))
