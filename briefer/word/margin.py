"""What a revised note marks in its margin: paragraphs and rows that are new, and the places where some were taken out."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from msgspec.structs import replace

from briefer.word.shapes import Group, Heading, Held, Item, Outline, Paragraph, Row, Run, Table

#: What goes when something else goes, and is no loss of its own.
_BESIDE = (
    "kicker", "title", "subtitle", "section-note", "not-disclosed", "wording", "material-label", "prompt", "prompt-label",
    "reference", "abbreviation", "contents-title", "actor", "material-actor",
)  # fmt: skip
#: Tables that are made from the rest of the note.
_MADE = ("sources", "report-back")


def marked(note: Outline, old: Outline) -> Outline:
    """A note with a mark at each paragraph and row that its old version has not.

    Where something was taken out and nothing stands in its place, ``[…]`` with the words for it does, marked too: Council
    papers show by this sign that text has gone.
    """
    was, now = _Read(old, old.references), _Read(note, note.references)
    before = [key for item in old.items for key in _keys(item, was)]
    lost = [one for item in old.items for one in _losses(item)]
    own = [_keys(item, now) for item in note.items]
    flat = [key for keys in own for key in keys]
    fresh = [True] * len(flat)
    gaps: list[_Gap] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, flat, autojunk=False).get_opcodes():
        if tag == "equal":
            fresh[k:m] = [False] * (m - k)
        elif not any(_is_seen(key) for key in flat[k:m]):
            moved = set(flat)
            gone = [loss for loss, key in zip(lost[i:j], before[i:j], strict=True) if loss and key not in moved]
            gaps += [_Gap(k, loss) for n, loss in enumerate(gone) if loss.label or not n]
    items: list[Item] = []
    at = 0
    for item, keys in zip(note.items, own, strict=True):
        items.append(_with_marks(item, [f and key is not None for f, key in zip(fresh[at:], keys, strict=False)]))
        at += len(keys)
    return _with_gaps(replace(note, items=tuple(_headed(items))), [len(keys) for keys in own], gaps)


def _is_seen(key: Key) -> bool:
    """Whether what is new there is marked where it stands."""
    return key is not None and key[0] not in ("heading", "label")


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


# --- what was taken out ------------------------------------------------------------------------------------------------


class _Loss(NamedTuple):
    """What an old paragraph or row leaves behind when it goes."""

    table: str = ""
    """The kind of the table that it stood in."""
    label: str = ""
    """The name of a row of the header box."""


class _Gap(NamedTuple):
    """A place where something was taken out: before which paragraph or row of the new note."""

    at: int
    loss: _Loss


def _losses(item: Item) -> list[_Loss | None]:
    """For each paragraph or row of an item what it leaves behind; None for what is no loss of its own."""
    match item:
        case Heading():
            return [None]
        case Paragraph():
            return [None if item.kind in _BESIDE else _Loss()]
        case Held():
            return [None if p.kind in _BESIDE else _Loss() for p in item.paragraphs]
        case Table():
            box = item.kind == "header-box"
            return [
                None if item.kind in _MADE else _Loss(item.kind, _words(r.cells[0]) if box else "") for r in item.rows
            ]


def _words(cell: tuple[Paragraph, ...]) -> str:
    return " ".join(run.text for par in cell for run in par.runs)


def _with_gaps(note: Outline, sizes: Sequence[int], gaps: Sequence[_Gap]) -> Outline:
    """The note with a sign at each place where something was taken out."""
    if not gaps:
        return note
    sign = (Run(note.words.say("taken-out")),)
    items: list[Item] = []
    put: list[int] = []
    """Before which items of the note one more stands."""
    at = 0
    for n, (item, size) in enumerate(zip(note.items, sizes, strict=True)):
        for gap in (g for g in gaps if g.at == at):
            above = items[-1] if items else None
            if isinstance(above, Table) and above.kind == gap.loss.table:
                items[-1] = _with_row(above, len(above.rows), gap.loss, sign)
            elif isinstance(item, Table) and item.kind == gap.loss.table:
                item = _with_row(item, 0, gap.loss, sign)
            elif not (put and put[-1] == n):
                items.append(Paragraph("section-note", sign, marked=True))
                put.append(n)
        within = [g for g in gaps if at < g.at < at + size]
        items.append(_cut(item, [(g.at - at, g.loss) for g in within], sign))
        at += size
    if any(g.at >= at for g in gaps):
        items.append(Paragraph("section-note", sign, marked=True))
        put.append(len(note.items))
    return replace(note, items=tuple(items), groups=tuple(_moved(g, put) for g in note.groups))


def _moved(group: Group, put: Sequence[int]) -> Group:
    """A section's items once others stand before them; what was put at its end is the section's too."""
    start, stop = (edge + sum(n <= edge for n in put) for edge in (group.start, group.stop))
    return replace(group, start=start, stop=stop)


def _cut(item: Item, gaps: Sequence[tuple[int, _Loss]], sign: tuple[Run, ...]) -> Item:
    """An item out of whose middle something was taken; in a block, which is its text and no more, its neighbour is marked."""
    for at, loss in reversed(gaps):
        if isinstance(item, Table):
            item = _with_row(item, at, loss, sign)
        elif isinstance(item, Held):
            pars = list(item.paragraphs)
            pars[at - 1] = replace(pars[at - 1], marked=True)
            item = replace(item, paragraphs=tuple(pars))
    return item


def _with_row(table: Table, at: int, loss: _Loss, sign: tuple[Run, ...]) -> Table:
    """A table with a row that says that one was taken out there; in the header box under the name that it had."""
    box = table.kind == "header-box"
    said = [Paragraph("box" if box else "cell", sign)]
    cells = [[Paragraph("box-label", (Run(loss.label),))], said] if box else [said]
    cells += [[Paragraph("cell", ())]] * (len(table.columns) - len(cells))
    row = Row(tuple(tuple(cell) for cell in cells), marked=True)
    return replace(table, rows=(*table.rows[:at], row, *table.rows[at:]))


# --- what a paragraph says ---------------------------------------------------------------------------------------------

Key = tuple[object, ...] | None


class _Read(NamedTuple):
    note: Outline
    references: dict[str, tuple[str, ...]]


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
        return ("reference", read.references.get(f"#{paragraph.anchor}"))
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
