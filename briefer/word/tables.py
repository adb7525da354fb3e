"""Rows of a section as one real table: positions, figures, red lines, the timeline, the report-back form."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from briefer.brief.model import Block, Section
from briefer.dates import as_iso, is_partial
from briefer.word import listing
from briefer.word.blocks import Scribe
from briefer.word.language import Language
from briefer.word.shapes import Cell, Column, Paragraph, Row, Run, Table, TableKind


class _Form(NamedTuple):
    kind: TableKind
    columns: tuple[tuple[str, int], ...]
    """The label of each column's heading and its share of the width."""


_FORMS = {
    "positions": _Form("positions", (("actor", 19), ("stance", 14), ("said", 50), ("on", 17))),
    "figures": _Form("figures", (("figure", 58), ("on", 17), ("source", 25))),
    "red-lines": _Form("red-lines", (("line", 22), ("meaning", 78))),
    "report-back": _Form("report-back", (("asked", 30), ("spoke", 21), ("outcome", 28), ("follow-up", 21))),
    "state-of-play": _Form("timeline", (("when", 19), ("what", 81))),
}

#: Sections that are tables, or may be.
SECTIONS = tuple(_FORMS)

#: What becomes a row in a section that is a table.
ROWS = ("row", "position", "figure")


def is_row(section: Section, block: Block) -> bool:
    """Whether a block becomes a row of its section's table; in a timeline, what begins with its day in bold."""
    if section.role == "state-of-play":
        return block.role in (*ROWS, "fact", "point") and block.text.lstrip("- ").startswith("**")
    return section.role in _FORMS and block.role in ROWS


def table(scribe: Scribe, section: Section, blocks: list[Block], caption: str) -> Table:
    """The table of a run of row blocks."""
    form = _FORMS[section.role]
    rows = [row for block in blocks for row in _rows(scribe, form, block)]
    return _table(form, scribe.words, caption, rows)


def blank_report(questions: list[Paragraph], caption: str, words: Language) -> Table:
    """The report-back form with a row for each question asked, and fields to fill."""
    form = _FORMS["report-back"]
    names = [words.say(label) for label, _share in form.columns[1:]]
    rows = [
        Row(((asked,), *((Paragraph("fill", (Run(f"{name} – {listing.plain(asked.runs[:1])}"),)),) for name in names)),
            to_fill=True)
        for asked in questions
    ]  # fmt: skip
    return _table(form, words, caption, rows)


def _table(form: _Form, words: Language, caption: str, rows: list[Row]) -> Table:
    columns = tuple(Column(words.say(label), share) for label, share in form.columns)
    return Table(form.kind, caption, words.say(f"{form.kind}-about"), columns, tuple(rows))


def _rows(scribe: Scribe, form: _Form, block: Block) -> list[Row]:
    control = scribe.control(block)
    words = scribe.words
    as_of = _line(words.date(block.pulled.as_of) if block.pulled and block.pulled.as_of else "")
    if form.kind == "figures":
        bare = scribe.paragraphs(block, "cell")
        row = Row(
            (bare, as_of, _line("; ".join(dict.fromkeys(map(scribe.citations.named_short, block.sources))))),
            control,
            held=0,
        )
    elif form.kind == "positions" and block.pulled:
        actor = _line(block.pulled.actor or "", "cell-label")
        said = scribe.paragraphs(block, "cell")
        row = Row((actor, _line(words.stance(block.pulled.stance or "")), said, as_of), control, held=2)
    else:
        row = Row(_by_hand(scribe.paragraphs(block, "cell"), form, words), control)
    return [row, *(Row(((notice,),)) for notice in scribe.notices(block))]


def _by_hand(lines: tuple[Paragraph, ...], form: _Form, words: Language) -> tuple[Cell, ...]:
    """A row written by hand: its leading bold words are the first column, the rest follows.

    In the report-back form each further line is the next column; elsewhere what was said stands in the widest.
    """
    label, rest = _leading_bold(lines)
    if form.kind == "timeline":
        label = [_day(par, words) for par in label]
    width = len(form.columns)
    cells: list[list[Paragraph]] = [[] for _ in form.columns]
    cells[0] = label
    if form.kind == "report-back":
        for i, line in enumerate(rest):
            cells[min(i + 1, width - 1)].append(line)
    else:
        cells[max(range(1, width), key=lambda i: form.columns[i][1])] = rest
    return tuple(tuple(cell) or _line("") for cell in cells)


def _day(label: Paragraph, words: Language) -> Paragraph:
    """A day as the note's language writes it; anything else that stands there stays."""
    said = listing.plain(label.runs)
    day = as_iso(said)
    if not is_partial(day) or any(run.note or run.link for run in label.runs):
        return label
    return replace(label, runs=(replace(label.runs[0], text=words.date(day)),), lang="")


def _leading_bold(lines: tuple[Paragraph, ...]) -> tuple[list[Paragraph], list[Paragraph]]:
    runs = lines[0].runs
    split = next((i for i, run in enumerate(runs) if not run.bold), len(runs))
    if not split:
        return [], list(lines)
    label = Paragraph("cell-label", runs[:split], lang=lines[0].lang)
    tail = list(runs[split:])
    if tail:
        tail[0] = replace(tail[0], text=tail[0].text.lstrip())
    first = (
        [Paragraph("cell", tuple(tail), lines[0].level, lines[0].lang)] if any(r.text or r.note for r in tail) else []
    )
    return [label], [*first, *lines[1:]]


def _line(text: str, kind: str = "cell") -> Cell:
    runs = (Run(text),) if text else ()
    return (Paragraph("cell-label" if kind == "cell-label" else "cell", runs),)
