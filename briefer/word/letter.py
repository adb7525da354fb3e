"""The outline → plain text, to be put into an e-mail: marking first and last, notes at the end."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.brief.model import Brief
from briefer.word import listing
from briefer.word.outline import outline
from briefer.word.shapes import Heading, Item, Outline, Run, Table


def text(brief: Brief, *, final: bool = False) -> str:
    """The note as plain text; ``final`` as in ``export``. Raises BrieferError as ``outline`` does."""
    note = outline(brief, final=final)
    notes = [f"[{n.number}] {_words(n.runs)}" for n in note.notes]
    parts = [note.marking, *_items(note), "\n".join(notes), note.marking]
    return "\n\n".join(p for p in parts if p) + "\n"


def _items(note: Outline) -> list[str]:
    """One text for each item; the points of a list stand close together."""
    found: list[str] = []
    depth = 0
    for item in note.items:
        if isinstance(item, Heading):
            found.append(_heading(item))
            depth = 0
        elif isinstance(item, Table):
            found.append("\n".join(_row([_cell(c) for c in cells]) for cells in listing.rows(item)))
            depth = 0
        else:
            lines = list(listing.lines(listing.of_item(item), depth))
            said = "\n".join("  " * max(x.depth - 1, 0) + ("- " if x.begins else "  " * bool(x.depth))
                             + _words(x.paragraph.runs) for x in lines)  # fmt: skip
            close = depth and lines and lines[0].depth
            if close and found:
                found[-1] += f"\n{said}"
            else:
                found.append(said)
            depth = lines[-1].depth if lines else depth
    return found


def _heading(item: Heading) -> str:
    return item.text.upper() if item.level == 1 else item.text


def _row(cells: Sequence[str]) -> str:
    """``label: value`` for two cells, else one cell after the other."""
    filled = [c for c in cells if c]
    return ": ".join(filled) if len(cells) == 2 else " | ".join(filled)


def _cell(paragraphs: Sequence[Item]) -> str:
    return "; ".join(t for p in paragraphs for one in listing.of_item(p) if (t := _words(one.runs)))


def _words(runs: Sequence[Run]) -> str:
    """The words, with the numbers of notes in brackets."""
    return "".join(f"[{r.note}]" if r.note else r.text for r in runs).strip()
