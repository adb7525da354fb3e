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
from briefer.word.shapes import Heading, Held, Item, Outline, Paragraph, Row, Run, Standing, Table


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


# --- which paragraphs differ -----------------------------------------------------------------------------------------


def marked(note: Outline, old: Outline) -> Outline:
    """A note with a mark at each paragraph and row that its old version has not."""
    from difflib import SequenceMatcher

    was, now = _Read(old, _references(old)), _Read(note, _references(note))
    before = [key for item in old.items for key in _keys(item, was)]
    own = [_keys(item, now) for item in note.items]
    flat = [key for keys in own for key in keys]
    fresh = [True] * len(flat)
    for tag, _i, _j, k, m in SequenceMatcher(None, before, flat, autojunk=False).get_opcodes():
        if tag == "equal":
            fresh[k:m] = [False] * (m - k)
    items: list[Item] = []
    at = 0
    for item, keys in zip(note.items, own, strict=True):
        items.append(_with_marks(item, [f and key is not None for f, key in zip(fresh[at:], keys, strict=False)]))
        at += len(keys)
    return replace(note, items=tuple(_headed(items)))


def _with_marks(item: Item, fresh: list[bool]) -> Item:
    if not any(fresh):
        return item
    match item:
        case Paragraph():
            return replace(item, marked=True)
        case Heading():
            return replace(item, marked=item.level == 1)
        case Held():
            pars = (replace(p, marked=f) if f else p for p, f in zip(item.paragraphs, fresh, strict=True))
            return replace(item, paragraphs=tuple(pars))
        case Table():
            rows = (replace(r, marked=f) if f else r for r, f in zip(item.rows, fresh, strict=True))
            return replace(item, rows=tuple(rows))


def _headed(items: list[Item]) -> list[Item]:
    """A question's heading tells how long the answer takes: it counts as new only with the question itself."""
    out = list(items)
    for at, item in enumerate(items[:-1]):
        following = items[at + 1]
        if isinstance(item, Heading) and item.level == 2 and isinstance(following, Held):
            out[at] = replace(item, marked=following.paragraphs[0].marked)
    return out


Key = tuple[object, ...] | None


class _Read(NamedTuple):
    note: Outline
    references: dict[str, str]


def _keys(item: Item, read: _Read) -> list[Key]:
    """What each paragraph or row of an item says; None for what is reckoned and never new."""
    match item:
        case Heading():
            return [("heading", item.text)]
        case Paragraph():
            return [_key(item, read)]
        case Held():
            return [_key(p, read) for p in item.paragraphs]
        case Table():
            return [_row(item, row, read) for row in item.rows]


def _row(table: Table, row: Row, read: _Read) -> Key:
    cells = tuple(tuple(_key(p, read) for p in cell) for cell in row.cells)
    if table.kind == "header-box" and cells and cells[0] == (_key(_label(read.note), read),):
        return None
    return ("row", table.kind, *cells)


def _label(note: Outline) -> Paragraph:
    return Paragraph("box-label", (Run(note.words.say("version")),))


def _key(paragraph: Paragraph, read: _Read) -> Key:
    if paragraph.kind in ("section-note", "kicker", "title", "subtitle", "material-label", "prompt-label"):
        return (
            None if paragraph.kind in ("section-note", "kicker") else ("label", paragraph.kind, _said(paragraph, read))
        )
    if paragraph.kind == "not-disclosed":
        return ("label", paragraph.kind)
    if paragraph.kind == "reference":
        return ("reference", "".join(r.text for r in paragraph.runs[1:]))
    return (paragraph.level, _said(paragraph, read))


def _said(paragraph: Paragraph, read: _Read) -> tuple[object, ...]:
    """The words in their forms; a source counts as what it cites, whatever number it has by now."""
    said: list[object] = []
    for run in paragraph.runs:
        if run.note:
            said.append(read.note.notes[run.note - 1].cites)
        else:
            said.append(read.references.get(run.link) or (run.text, run.bold, run.italic))
    return tuple(said)


def _references(note: Outline) -> dict[str, str]:
    """What the numbers in brackets stand for, by their links, where the house gives sources so."""
    return {
        f"#{item.anchor}": "".join(r.text for r in item.runs[1:])
        for item in note.items
        if isinstance(item, Paragraph) and item.kind == "reference"
    }
