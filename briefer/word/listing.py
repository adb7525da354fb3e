"""Paragraphs with bullets → how deep each stands in the list it belongs to, for formats in which lists are nested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefer.word.shapes import Held, Item, Kind, Paragraph, Run, Table

#: Kinds whose paragraphs without a bullet go on with the item above them.
CONTINUES: tuple[Kind, ...] = ("point", "fact", "material", "actor", "material-actor")

#: A form of at most so many rows is filled in on one page.
_SHORT_FORM = 6


class Line(NamedTuple):
    """A paragraph and its place in a list: 0 outside, 1 in an item, 2 in one of an item's own items."""

    paragraph: Paragraph
    depth: int
    begins: bool
    """Whether it begins an item; one that does not, inside a list, goes on with the item above."""


def lines(paragraphs: Sequence[Paragraph], open_depth: int = 0) -> Iterator[Line]:
    """The paragraphs one after the other; nothing stands two steps deeper than what is above it.

    ``open_depth`` is how deep the list was that stands just above.
    """
    depth = open_depth
    for one in paragraphs:
        if one.level:
            depth = min(one.level, depth + 1)
            yield Line(one, depth, True)
        elif one.kind in CONTINUES and depth:
            yield Line(one, depth, False)
        else:
            depth = 0
            yield Line(one, 0, False)


def of_item(item: Item) -> tuple[Paragraph, ...]:
    """The paragraphs of an item that is no table and no heading."""
    if isinstance(item, Held):
        return item.paragraphs
    return (item,) if isinstance(item, Paragraph) else ()


def rows(table: Table) -> list[list[tuple[Paragraph, ...]]]:
    """The rows for formats without spanned cells: what spans a row joins the widest cell of the row above it."""
    widest = max(range(len(table.columns)), key=lambda i: table.columns[i].share)
    out: list[list[tuple[Paragraph, ...]]] = []
    for row in table.rows:
        if len(row.cells) == 1 < len(table.columns):
            if out:
                out[-1][widest] += row.cells[0]
            continue
        out.append(list(row.cells))
    return out


def kept(table: Table) -> list[bool]:
    """Which rows stay on the page of the next one: what a notice is about, the last but one with all that is said of
    either, all of a short form."""
    last = len(table.rows) - 1
    form = any(row.to_fill for row in table.rows) and last < _SHORT_FORM
    spans = [len(row.cells) == 1 < len(table.columns) for row in table.rows]
    entries = [at for at, span in enumerate(spans) if not span]
    end = entries[-2] if len(entries) > 1 else 0
    return [at < last and (form or at >= end or spans[at + 1]) for at in range(last + 1)]


def plain(runs: Sequence[Run]) -> str:
    """The words of runs, without marks."""
    return "".join(r.text for r in runs)
