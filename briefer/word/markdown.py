"""The outline → Markdown as pandoc reads it: footnotes, pipe tables, links, the title in its head."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from briefer.text import printable
from briefer.word import listing
from briefer.word.shapes import Heading, Kind, Outline, Paragraph, Run, Table
from briefer.word.xml import web_address

#: Kinds set off from the text as quotations are.
_QUOTED: tuple[Kind, ...] = ("question", "wording", "prompt", "prompt-label")
_LABELS: dict[Kind, str] = {"material-label": "**", "wording": "*", "note": "*", "kicker": "**"}
#: Everything that pandoc or another reader might take for markup; quotes and dots, since pandoc sets them typographically.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~^$@\"'&!])|(?<=\.)(\.)|(?<=-)(-)")
_START = re.compile(r"^(\s*)(?:([-+:%=])|(\(?(?:\d+|[A-Za-z#@]{1,9}))([.)])(?=\s|$)|([Tt]able)(:))")
_BREAK = " <br> "
#: Stands for the line in the margin, before what is new in a revised note.
_MARK = "¦ "


def render(note: Outline) -> bytes:
    """The note as one Markdown text in UTF-8."""
    head = {
        "title": _escaped(note.title), "subtitle": _escaped(note.subject), "author": _escaped(note.delegation),
        "date": _escaped(note.date), "lang": note.words.tag, "marking": _escaped(note.marking),
    }  # fmt: skip
    front = "\n".join(f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in head.items() if v)
    marking = f"**{_escaped(note.marking)}**"
    parts = [f"---\n{front}\n---", marking, *_items(note), *_notes(note), marking]
    return ("\n\n".join(parts) + "\n").encode()


def _items(note: Outline) -> list[str]:
    out: list[str] = []
    depth = 0
    for item in note.items:
        if isinstance(item, Heading):
            out.append(f"{'#' * item.level} {_MARK * item.marked}{_text((Run(item.text),))}")
            depth = 0
        elif isinstance(item, Table):
            out.append(_table(item))
            depth = 0
        else:
            for line in listing.lines(listing.of_item(item), depth):
                depth = line.depth
                if line.paragraph.kind == "title":
                    continue
                text = _line(line)
                if text.startswith("> ") and out and out[-1].startswith("> "):
                    text = f"{out.pop()}\n>\n{text}"
                out.append(text)
    return out


def _line(line: listing.Line) -> str:
    text = _started(_text(line.paragraph.runs))
    if (star := _LABELS.get(line.paragraph.kind, "")) and text and "*" not in text:
        text = f"{star}{text}{star}"
    text = _MARK * line.paragraph.marked + text
    if line.depth:
        return "    " * (line.depth - 1) + ("-   " if line.begins else "    ") + text
    return f"> {text}" if line.paragraph.kind in _QUOTED else text


def _table(table: Table) -> str:
    """A pipe table; the dashes give the widths."""
    rule = "|".join("-" * max(column.share, 3) for column in table.columns)
    heads = _row([(Paragraph("cell-head", (Run(column.title),)),) for column in table.columns])
    body = [_row(cells, marked=marked) for cells, marked in zip(listing.rows(table), _marked(table), strict=True)]
    return "\n".join([heads, f"|{rule}|", *body, "", f": {_text((Run(table.caption),))}"])


def _marked(table: Table) -> list[bool]:
    """Of each row that ``listing.rows`` gives whether it is new in a revised note, what joined it included."""
    out: list[bool] = []
    for row in table.rows:
        if len(row.cells) == 1 < len(table.columns):
            out[-1:] = [out[-1] or row.marked] if out else []
        else:
            out.append(row.marked)
    return out


def _row(cells: Sequence[tuple[Paragraph, ...]], *, marked: bool = False) -> str:
    return "| " + _MARK * marked + " | ".join(_BREAK.join(_cell(p) for p in cell if p.runs) for cell in cells) + " |"


def _cell(paragraph: Paragraph) -> str:
    text = _text(paragraph.runs)
    if paragraph.level:
        return f"– {text}"
    return f"**{text}**" if paragraph.kind in ("cell-label", "box-label") and text and "*" not in text else text


def _notes(note: Outline) -> list[str]:
    return [f"[^{n.number}]: {_text(n.runs)}" for n in note.notes]


def _text(runs: Sequence[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    if run.note:
        return f"[^{run.note}]"
    star = "*" * (2 * run.bold + run.italic)
    # A star opens only before a letter and closes only behind one: blanks at the edges stand outside.
    bare = run.text.strip()
    if not bare:
        return " " if run.text else ""
    text = f"{star}{_escaped(bare)}{star}"
    if url := web_address(run.link):
        text = f"[{text}](<{url}>)"
    return " " * (run.text != run.text.lstrip()) + text + " " * (run.text != run.text.rstrip())


def _escaped(text: str) -> str:
    """Text that is read as it stands, on one line."""
    return _SPECIAL.sub(r"\\\1\2\3", " ".join(printable(text).split()))


def _started(text: str) -> str:
    """A line that does not begin like a list, a heading or a definition."""
    return _START.sub(lambda m: f"{m[1]}{m[3] or m[5] or ''}\\{m[2] or m[4] or m[6]}", text, count=1)
