"""Rows of a section as one real table: positions, figures, red lines, the report-back form."""

from __future__ import annotations

from typing import NamedTuple

from briefer.brief.model import Block, Section
from briefer.dates import long_form
from briefer.word.blocks import Scribe
from briefer.word.citations import named_short
from briefer.word.shapes import Cell, Column, Paragraph, Row, Run, Table, TableKind


class _Form(NamedTuple):
    kind: TableKind
    description: str
    columns: tuple[Column, ...]


_FORMS = {
    "positions": _Form("positions", "Who holds which position, what was said and as of when, one row for each actor.",
        (Column("Actor", 19), Column("Stance", 12), Column("What was said", 52), Column("As of", 17))),
    "figures": _Form("figures", "Key figures with the day for which they hold and their source, one row for each.",
        (Column("Figure", 58), Column("As of", 17), Column("Source", 25))),
    "red-lines": _Form("red-lines", "The preferred outcome, fallbacks, red lines and reserves, one row for each.",
        (Column("Line", 22), Column("What it means", 78))),
    "report-back": _Form("report-back", "To be filled in after the meeting, one row for each question.",
        (Column("Question", 34), Column("Who spoke", 20), Column("Outcome", 26), Column("Follow-up", 20))),
}  # fmt: skip

#: What becomes a row in a section that is a table.
ROWS = ("row", "position", "figure")


def is_row(section: Section, block: Block) -> bool:
    """Whether a block becomes a row of its section's table."""
    return section.role in _FORMS and block.role in ROWS


def table(scribe: Scribe, section: Section, blocks: list[Block], caption: str) -> Table:
    """The table of a run of row blocks."""
    form = _FORMS[section.role]
    rows = [row for block in blocks for row in _rows(scribe, form, block)]
    return Table(form.kind, caption, form.description, form.columns, tuple(rows))


def blank_report(questions: list[str], caption: str) -> Table:
    """The report-back form with a row for each question asked, to be filled in by hand."""
    form = _FORMS["report-back"]
    empty: Cell = (Paragraph("cell", ()),)
    rows = tuple(Row(((Paragraph("cell-label", (Run(q),)),), empty, empty, empty), to_fill=True) for q in questions)
    return Table(form.kind, caption, form.description, form.columns, rows)


def _rows(scribe: Scribe, form: _Form, block: Block) -> list[Row]:
    control = scribe.control(block)
    as_of = _line(long_form(block.pulled.as_of) if block.pulled and block.pulled.as_of else "")
    if form.kind == "figures":
        bare = scribe.paragraphs(block, "cell")
        row = Row((bare, as_of, _line("; ".join(dict.fromkeys(map(named_short, block.sources))))), control, held=0)
    elif form.kind == "positions" and block.pulled:
        actor = _line(block.pulled.actor or "", "cell-label")
        said = scribe.paragraphs(block, "cell")
        row = Row((actor, _line(block.pulled.stance or ""), said, as_of), control, held=2)
    else:
        row = Row(_by_hand(scribe.paragraphs(block, "cell"), form), control)
    return [row, *(Row(((notice,),)) for notice in scribe.notices(block))]


def _by_hand(lines: tuple[Paragraph, ...], form: _Form) -> tuple[Cell, ...]:
    """A row written by hand: its leading bold words are the first column, the rest follows.

    In the report-back form each further line is the next column; elsewhere what was said stands in the widest.
    """
    label, rest = _leading_bold(lines)
    width = len(form.columns)
    cells: list[list[Paragraph]] = [[] for _ in form.columns]
    cells[0] = label
    if form.kind == "report-back":
        for i, line in enumerate(rest):
            cells[min(i + 1, width - 1)].append(line)
    else:
        cells[max(range(1, width), key=lambda i: form.columns[i].share)] = rest
    return tuple(tuple(cell) or _line("") for cell in cells)


def _leading_bold(lines: tuple[Paragraph, ...]) -> tuple[list[Paragraph], list[Paragraph]]:
    runs = lines[0].runs
    split = next((i for i, run in enumerate(runs) if not run.bold), len(runs))
    if not split:
        return [], list(lines)
    label = Paragraph("cell-label", runs[:split])
    tail = list(runs[split:])
    if tail:
        tail[0] = Run(tail[0].text.lstrip(), tail[0].bold, tail[0].italic, tail[0].note)
    first = [Paragraph("cell", tuple(tail), lines[0].level)] if any(r.text or r.note for r in tail) else []
    return [label], [*first, *lines[1:]]


def _line(text: str, kind: str = "cell") -> Cell:
    runs = (Run(text),) if text else ()
    return (Paragraph("cell-label" if kind == "cell-label" else "cell", runs),)
