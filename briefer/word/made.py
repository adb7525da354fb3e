"""The sections made from the rest at export: header box, sources, abbreviations."""

from __future__ import annotations

import re

from briefer.brief.model import Brief, Source, Via
from briefer.dates import long_form
from briefer.word.citations import name, named_short
from briefer.word.shapes import Column, Heading, Held, Item, Note, Paragraph, Row, Run, Table

_STATES = {"draft": "draft", "clearance": "for clearance", "cleared": "cleared"}


def meeting_date(brief: Brief) -> str:
    """The day or days of the meeting in long form, or nothing."""
    meeting = brief.meeting
    if not meeting or not meeting.date:
        return ""
    first = long_form(meeting.date)
    return f"{first} to {long_form(meeting.end)}" if meeting.end and meeting.end != meeting.date else first


def header_box(brief: Brief, marking: str, *, final: bool) -> Table:
    """What the note is for, in two columns; what is not known has no row."""
    meeting = brief.meeting
    body = (meeting.body or "") if meeting else ""
    long_body = brief.acronyms.get(body)
    lines = [
        ("Meeting", f"{body} – {long_body}" if long_body else body),
        ("Date and place", ", ".join(p for p in (meeting_date(brief), meeting.place if meeting else "") if p)),
        ("Format", meeting.format if meeting else ""),
        ("Item", meeting.item if meeting else ""),
        ("Expected action", meeting.action if meeting else ""),
        ("Documents", "; ".join(named_short(s, whole=True) for s in asked_in(brief))),
        ("Marking", marking),
        ("Drafter", brief.drafter),
        ("Cleared by", brief.cleared_by),
        ("Version", str(brief.version) if final else f"{brief.version}, {_STATES[brief.state]}"),
        ("Facts as of", long_form(brief.as_of)),
    ]
    rows = tuple(
        Row(((Paragraph("box-label", (Run(label),)),), (Paragraph("box", (Run(value),)),)))
        for label, value in lines
        if value
    )
    return Table(
        "header-box", "Header box", "What this note is for: meeting, item, documents, marking and version.",
        (Column("", 20), Column("", 80)), rows,
    )  # fmt: skip


def asked_in(brief: Brief) -> list[Source]:
    """The papers on the table: those whose questions are answered, else all that are cited."""
    blocks = [b for s in brief.sections for b in s.blocks]
    asked = [source for b in blocks if b.role == "question" for source in b.sources]
    return _once(asked) or cited(brief)


def cited(brief: Brief) -> list[Source]:
    """Every paper cited, once, in the order of its first mention; read directly goes before reported."""
    every = [source for s in brief.sections for b in s.blocks for source in b.sources]
    direct = {s.paper: s for s in reversed(every) if not s.via}
    return [direct.get(s.paper, s) for s in _once(every)]


def sources_table(brief: Brief, caption: str) -> Table | None:
    """Every paper cited with number, date, title and marking; None where there is none."""
    rows = tuple(_source_row(s) for s in cited(brief))
    columns = (Column("Paper", 22), Column("Date", 16), Column("Title", 50), Column("Marking", 12))
    description = "Every paper cited in this note, with its number, date, title and marking."
    return Table("sources", caption, description, columns, rows) if rows else None


def abbreviations(acronyms: dict[str, str], items: list[Item], notes: list[Note]) -> list[Paragraph]:
    """Those abbreviations that stand as words in what has been laid out, expanded, in alphabetical order."""
    if not acronyms:
        return []
    longest_first = sorted(filter(None, acronyms), key=len, reverse=True)
    known = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    used = set(known.findall("\n".join([*_texts(items), *("".join(r.text for r in n.runs) for n in notes)])))
    return [
        Paragraph("abbreviation", (Run(short, bold=True), Run(f"\t{acronyms[short]}")))
        for short in sorted(used, key=lambda a: (a.casefold(), a))
    ]


def _once(sources: list[Source]) -> list[Source]:
    first: dict[str, Source] = {}
    for source in sources:
        first.setdefault(source.paper, source)
    return list(first.values())


def _source_row(source: Source) -> Row:
    paper: list[Run] = [Run(name(source), link=source.url or "")]
    if source.via:
        paper.append(Run(f", as reported by {name(source.via)}"))
    title = source.title or (source.via.title if source.via else "") or ""
    texts = (_dated(source) or (_dated(source.via) if source.via else ""), title, source.marking or "")
    cells = ((Paragraph("cell", tuple(paper)),), *((Paragraph("cell", (Run(t),) if t else ()),) for t in texts))
    return Row(cells)


def _dated(paper: Source | Via) -> str:
    return long_form(paper.date) if paper.date else ""


def _texts(items: list[Item]) -> list[str]:
    paragraphs: list[Paragraph] = []
    texts: list[str] = []
    for item in items:
        match item:
            case Heading():
                texts.append(item.text)
            case Paragraph():
                paragraphs.append(item)
            case Held():
                paragraphs += item.paragraphs
            case Table():
                paragraphs += [p for row in item.rows for cell in row.cells for p in cell]
    return [*texts, *("".join(r.text for r in p.runs) for p in paragraphs)]
