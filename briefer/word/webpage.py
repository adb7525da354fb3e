"""The outline → one HTML page that needs nothing else: its style within, no script, notes with ways there and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from briefer.word import listing
from briefer.word.shapes import Heading, Item, Outline, Paragraph, Run, Table
from briefer.word.xml import escape, web_address


def render(note: Outline) -> bytes:
    """The note as one page in UTF-8."""
    marking = f'<p class="marking">{escape(note.marking)}</p>'
    head = (
        f'<!DOCTYPE html>\n<html lang="{escape(note.words.tag)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(note.title)}</title>\n'
        f'<meta name="keywords" content="{escape(", ".join(note.keywords))}">\n<meta name="generator" content="briefer">\n'
        f"<style>\n{_style()}</style>\n</head>\n<body>\n<header>{marking}</header>\n<main>\n"
    )
    foot = f"</main>\n{_notes(note)}<footer>{marking}</footer>\n</body>\n</html>\n"
    return "".join([head, *_items(note.items), foot]).encode()


@lru_cache(maxsize=1)
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text("utf-8")


def _items(items: Sequence[Item]) -> Iterator[str]:
    """The items in order; what stands between two headings or tables is laid out together, lists nested."""
    for flowing, group in groupby(items, lambda i: not isinstance(i, Heading | Table)):
        if flowing:
            yield _flow([p for item in group for p in listing.of_item(item)])
            continue
        for item in group:
            if isinstance(item, Heading):
                marked = ' class="marked"' if item.marked else ""
                yield f"<h{item.level + 1}{marked}>{_runs((Run(item.text),))}</h{item.level + 1}>\n"
            elif isinstance(item, Table):
                yield _table(item)


def _flow(paragraphs: Sequence[Paragraph]) -> str:
    out: list[str] = []
    depth = 0
    listed = False
    for line in listing.lines(paragraphs):
        abbreviation = line.paragraph.kind == "abbreviation"
        if listed != abbreviation:
            out.append("<dl>\n" if abbreviation else "</dl>\n")
            listed = abbreviation
        out.append("</li></ul>\n" * max(depth - line.depth, 0))
        if line.begins:
            out.append("<ul>\n" * max(line.depth - depth, 0) or "</li>\n")
            out.append("<li>")
        depth = line.depth
        out.append(_definition(line.paragraph) if abbreviation else _paragraph(line.paragraph))
    return "".join([*out, "</li></ul>\n" * depth, "</dl>\n" * listed])


def _definition(paragraph: Paragraph) -> str:
    short, long = paragraph.runs[:1], paragraph.runs[1:]
    return f"<dt>{escape(listing.plain(short))}</dt><dd>{escape(listing.plain(long).strip())}</dd>\n"


def _paragraph(paragraph: Paragraph) -> str:
    if paragraph.kind == "title":
        return f"<h1>{_runs(paragraph.runs)}</h1>\n"
    if paragraph.kind == "fill":
        return f'<p class="fill" role="img" aria-label="{escape(listing.plain(paragraph.runs))}">…</p>\n'
    lang = f' lang="{escape(paragraph.lang)}"' if paragraph.lang else ""
    kind = f"{paragraph.kind} marked" if paragraph.marked else paragraph.kind
    return f'<p class="{kind}" dir="auto"{lang}>{_runs(paragraph.runs)}</p>\n'


def _table(table: Table) -> str:
    out = [f'<table class="{table.kind}">\n<caption>{escape(table.caption)}. {escape(table.description)}</caption>\n']
    if any(column.title for column in table.columns):
        heads = "".join(f'<th scope="col">{escape(column.title)}</th>' for column in table.columns)
        out.append(f"<thead><tr>{heads}</tr></thead>\n")
    out.append("<tbody>\n")
    for row in table.rows:
        if len(row.cells) == 1 < len(table.columns):
            cells = f'<td colspan="{len(table.columns)}">{_flow(row.cells[0])}</td>'
        else:
            cells = "".join(_cell(cell) for cell in row.cells)
        classes = " ".join(["to-fill"] * row.to_fill + ["marked"] * row.marked)
        opened = f'<tr class="{classes}">' if classes else "<tr>"
        out.append(f"{opened}{cells}</tr>\n")
    return "".join([*out, "</tbody>\n</table>\n"])


def _cell(cell: tuple[Paragraph, ...]) -> str:
    if cell and cell[0].kind in ("box-label", "cell-label") and any(p.runs for p in cell):
        return f'<th scope="row">{_flow(cell)}</th>'
    return f"<td>{_flow([p for p in cell if p.runs])}</td>"


def _notes(note: Outline) -> str:
    if not note.notes:
        return ""
    rows = "".join(
        f'<li id="note-{n.number}"><p>{_runs(n.runs)} <a href="#mark-{n.number}" aria-label="{n.number}">↩</a></p></li>\n'
        for n in note.notes
    )
    return f'<section class="notes">\n<ol>\n{rows}</ol>\n</section>\n'


def _runs(runs: Sequence[Run]) -> str:
    out: list[str] = []
    marked = False
    for run in runs:
        if run.note:
            comma = "<sup>, </sup>" * marked
            out.append(f'{comma}<sup><a id="mark-{run.note}" href="#note-{run.note}">{run.note}</a></sup>')
        else:
            out.append(_run(run))
        marked = bool(run.note)
    return "".join(out)


def _run(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br>")
    text = f"<strong>{text}</strong>" if run.bold and text else text
    text = f"<em>{text}</em>" if run.italic and text else text
    url = web_address(run.link)
    return f'<a href="{escape(url)}">{text}</a>' if url else text
