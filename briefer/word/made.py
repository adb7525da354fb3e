"""The sections made from the rest at export: header box, sources, abbreviations."""

from __future__ import annotations

import re

from briefer.brief.model import Brief, MeetingRef, Source, Via
from briefer.word.citations import Citations, name
from briefer.word.language import Language
from briefer.word.shapes import Column, Heading, Held, Item, Note, Paragraph, Row, Run, Table

#: So many abbreviations, at the beginning and at the end of their list, stand on one page.
_TOGETHER = 3


def meeting_date(brief: Brief, words: Language) -> str:
    """The day or days of the meeting in long form, or nothing."""
    meeting = brief.meeting
    if not meeting or not meeting.date:
        return ""
    first = words.date(meeting.date)
    if not meeting.end or meeting.end == meeting.date:
        return first
    return words.dates["span"].format_map({"from": first, "to": words.date(meeting.end)})


def header_lines(brief: Brief, marking: str, citations: Citations, *, final: bool) -> dict[str, str]:
    """What the note is for, by the names of its labels; what is not known is empty."""
    words = citations.words
    meeting = brief.meeting or MeetingRef()
    body = meeting.body or ""
    long_body = brief.acronyms.get(body)
    date = meeting_date(brief, words)

    def marked(value: str, *fields: str) -> str:
        """A line of which a part comes from instructions says so."""
        return f"{value} ({words.say('instructions')})" if value and {*fields} & {*meeting.inward} else value

    return {
        "meeting": marked(f"{body} – {long_body}" if long_body else body, "body"),
        "date-and-place": marked(", ".join(p for p in (date, meeting.place) if p), "date", "end", "place"),
        "format": marked(meeting.format or "", "format"),
        "item": marked(meeting.item or "", "item"),
        "action": marked(meeting.action or "", "action"),
        "documents": "; ".join(citations.named_short(s, whole=True) for s in asked_in(brief)),
        "marking": marking,
        "drafter": brief.drafter or "",
        "cleared-by": brief.cleared_by or "",
        "version": str(brief.version) if final else f"{brief.version}, {words.states[brief.state]}",
        "as-of": words.date(brief.as_of),
    }


def header_box(lines: dict[str, str], words: Language) -> Table:
    """The lines in two columns; one that is empty has no row."""
    rows = tuple(
        Row(((Paragraph("box-label", (Run(words.say(label)),)),), (Paragraph("box", (Run(value),)),)))
        for label, value in lines.items()
        if value
    )
    return Table(
        "header-box", words.say("header-box"), words.say("header-box-about"), (Column("", 20), Column("", 80)), rows
    )


def asked_in(brief: Brief) -> list[Source]:
    """The papers on the table: those whose questions are answered, else all that are cited."""
    blocks = [b for s in brief.sections for b in s.blocks]
    asked = [source for b in blocks if b.role == "question" for source in b.sources]
    return _once(asked) or cited(brief)


def cited(brief: Brief) -> list[Source]:
    """Every paper cited, once, in the order of its first mention; read directly goes before reported."""
    every = [source for s in brief.sections for b in s.blocks for source in b.sources]
    direct = {s.paper: s for s in reversed(every) if not s.via}
    # What may be shown anyway is not marked as what stays in the house.
    direct |= {s.paper: s for s in reversed(every) if not s.via and not s.inward}
    return [direct.get(s.paper, s) for s in _once(every)]


def sources_table(brief: Brief, caption: str, words: Language) -> Table | None:
    """Every paper cited with number, date, title and marking; None where there is none."""
    rows = tuple(_source_row(s, words) for s in cited(brief))
    shares = (("paper", 20), ("date", 16), ("title", 44), ("marking", 20))
    columns = tuple(Column(words.say(label), share) for label, share in shares)
    return Table("sources", caption, words.say("sources-about"), columns, rows) if rows else None


def abbreviations(acronyms: dict[str, str], items: list[Item], notes: list[Note]) -> list[Paragraph]:
    """Those abbreviations that stand as words in what has been laid out, expanded, in alphabetical order."""
    if not acronyms:
        return []
    longest_first = sorted(filter(None, acronyms), key=len, reverse=True)
    known = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    used = set(known.findall("\n".join([*_texts(items), *("".join(r.text for r in n.runs) for n in notes)])))
    last = len(used) - 1
    return [
        Paragraph(
            "abbreviation",
            (Run(short, bold=True), Run(f"\t{acronyms[short]}")),
            kept=at < min(_TOGETHER - 1, last) or last - _TOGETHER < at < last,
        )
        for at, short in enumerate(sorted(used, key=lambda a: (a.casefold(), a)))
    ]


def _once(sources: list[Source]) -> list[Source]:
    first: dict[str, Source] = {}
    for source in sources:
        first.setdefault(source.paper, source)
    return list(first.values())


def _source_row(source: Source, words: Language) -> Row:
    paper: list[Run] = [Run(name(source), link=source.url or "")]
    if source.via:
        paper.append(Run(f", {words.say('reported-by', reporter=name(source.via))}"))
    title = source.title or (source.via.title if source.via else "") or ""
    marking = ", ".join(m for m in (source.marking, words.say("instructions") if source.inward else "") if m)
    texts = (_dated(source, words) or (_dated(source.via, words) if source.via else ""), title, marking)
    cells = ((Paragraph("cell", tuple(paper)),), *((Paragraph("cell", (Run(t),) if t else ()),) for t in texts))
    return Row(cells)


def _dated(paper: Source | Via, words: Language) -> str:
    return words.date(paper.date) if paper.date else ""


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
