"""Late news in its two formal shapes: a revised note with a line in the margin where it differs, and an addendum."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec.structs import replace

from briefer.brief.model import MADE_AT_EXPORT, Brief
from briefer.errors import BrieferError
from briefer.word.citations import Form
from briefer.word.outline import hard, outline
from briefer.word.shapes import Outline, Standing


class Since(NamedTuple):
    """What a note is measured against, and what becomes of it."""

    brief: Brief
    """The version that was sent."""
    form: Literal["revised", "addendum"]


def told(
    brief: Brief, since: Since | None, *, final: bool, languages: Sequence[Path] = (), sources: Form = "footnotes"
) -> Outline:
    """The outline of a note; of a revised one with its marks, of an addendum only what is new.

    Raises BrieferError as ``outline``, and where nothing is new.
    """
    if since is None:
        return outline(brief, final=final, languages=languages, sources=sources)
    old = since.brief
    standing = Standing(since.form, old.version, old.kept.on if old.kept else "", _numbers(brief))
    if since.form == "addendum":
        brief = only_new(old, brief)
    note = outline(brief, final=final, languages=languages, sources=sources, standing=standing)
    if since.form == "addendum":
        return note
    from briefer.word.margin import marked

    return marked(note, outline(old, final=final, languages=languages, sources=sources))


def only_new(old: Brief, new: Brief) -> Brief:
    """The brief with nothing but the blocks that were added or changed, and the questions that they belong to.

    Raises BrieferError where there are none.
    """
    from briefer.brief.compare import compare

    fresh = {b.block for b in compare(old, new).blocks if b.new is not None and b.status != "same"}
    if not fresh:
        what = f"Nothing is new since version {old.version}"
        raise BrieferError(what, todo="Choose an older version with --since", code="nothing-new")
    asked = {b.question for s in new.sections for b in s.blocks if b.id in fresh and b.question}
    sections = []
    for section in new.sections:
        blocks = tuple(b for b in section.blocks if b.id in fresh or b.id in asked)
        if blocks or section.role in MADE_AT_EXPORT:
            sections.append(replace(section, blocks=blocks, minutes=None, words=None))
    return replace(new, sections=tuple(sections))


def _numbers(brief: Brief) -> dict[str, int]:
    """Each question's number in the whole note."""
    counts: dict[bool, int] = {}
    numbers: dict[str, int] = {}
    for section in brief.sections:
        for block in section.blocks:
            if block.role == "question":
                numbers[block.id] = counts[hard(section)] = counts.get(hard(section), 0) + 1
    return numbers
