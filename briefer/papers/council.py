"""From pages of lines to a Council paper: furniture out, header read, notes joined, text told apart, papers enclosed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefer.papers import cited, enclosed, footnotes, furniture, header, joining, questions, structure
from briefer.papers.classified import classification, is_lifted
from briefer.papers.footers import Told
from briefer.papers.header import Header
from briefer.papers.lines import Line, Pages
from briefer.papers.model import CouncilPaper, Footnote

#: Lines that speak of the file and not of the subject.
_STATUS = re.compile(
    r"(?:DOCUMENT PARTIALLY ACCESSIBLE TO THE PUBLIC.{0,20}|Encls?\.?\s?:.{0,120}|p\.j\.\s?:.{0,120}|Anl\.:.{0,120}"
    r"|LIMITE|Limited|EN|FR|DE|SV)$"
)
_DECLASSIFIED = re.compile(
    r"\b(?:partially\s+|partly\s+)?declassified\s+(?:version|in\s+part|document)|\bnew\s+status\s*:", re.IGNORECASE
)
_TOP = 12


def read(pages: Pages) -> CouncilPaper:
    """What a file says as a Council paper; header fields stay empty where it is none."""
    clear = furniture.cleared(pages)
    lines, whole = clear.lines, pages.whole_paragraphs
    head = header.read(lines, whole)
    inner = enclosed.starts(lines[head.end :], head, whole) if head.end else []
    first = head.end + inner[0][0] if inner else len(lines)
    lifted = is_lifted(head.doc_type, head.suffix) or any(_DECLASSIFIED.search(line.text) for line in lines[:60])
    papers: list[CouncilPaper] = []
    for place, (start, inner_head) in enumerate(inner):
        stop = inner[place + 1][0] if place + 1 < len(inner) else len(lines) - head.end
        begin = head.end + start
        papers.append(_paper(lines[begin : head.end + stop], inner_head, Told(), whole, lifted))
    paper = _paper(lines[:first], head, clear.told, whole, lifted, enclosing=tuple(papers))
    inside = next((one.classified for one in papers if one.classified), None)
    secret = None if lifted else paper.classified or inside or (None if head.end else _at_top(lines))
    return replace(paper, enclosed=tuple(papers), classified=secret, pages=pages.count)


def _paper(
    lines: Sequence[Line], head: Header, told: Told, whole: bool, lifted: bool, enclosing: tuple[CouncilPaper, ...] = ()
) -> CouncilPaper:
    """One paper out of its own lines."""
    body = [line for line in lines[head.end :] if not _STATUS.match(line.text.strip())]
    if head.rest:
        page = lines[head.end - 1].page if head.end else 1
        body.insert(0, header.line_of(head.rest, page))
    body = body[_title_length(body, head.subject) :]
    text, notes = footnotes.apart(body, whole)
    text = joining.joined(text, whole)
    headings, paragraphs = structure.outline(text, whole)
    asked = questions.find(paragraphs, headings, head.from_)
    number, suffix = (head.number, head.suffix) if head.number else told.number
    marking = head.marking or told.marking
    secret = head.classified or (told.marking if told.secrets else None)
    own = (*((number, f"{number} {suffix}") if number else ()), *head.prev_docs)
    return CouncilPaper(
        doc_number=number,
        suffix=suffix,
        date=head.date,
        original_language=head.original_language,
        doc_type=head.doc_type,
        from_=head.from_,
        to=head.to,
        subject=head.subject,
        marking=None if lifted and marking and classification(marking) else marking,
        classified=None if lifted else secret,
        codes=head.codes,
        interinstitutional_files=head.files,
        prev_docs=head.prev_docs,
        headings=headings,
        paragraphs=paragraphs,
        questions=asked.questions,
        expected_action=asked.expected_action,
        footnotes=notes,
        cited=cited.find((*head.cion_docs, *_in_order(text, notes, whole)), own),
        language=head.language or (told.languages.most_common(1)[0][0] if told.languages else None),
        pages=len({line.page for line in lines}) or 1,
    )


def _title_length(body: Sequence[Line], subject: str | None) -> int:
    """How many lines say the subject once more before the text begins."""
    wanted = _letters(subject or "")
    said = ""
    for count, line in enumerate(body[:8], start=1):
        said += _letters("".join(span.text for span in line.spans if not span.raised))
        if not wanted or not wanted.startswith(said):
            return 0
        if said == wanted:
            return count
    return 0


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _at_top(lines: Sequence[Line]) -> str | None:
    """A classification that stands alone among the first lines of a file without a Council header."""
    spoken = (line.text for line in lines[: 3 * _TOP] if line.text.strip() and line.row is None)
    return next(
        (secret for _, text in zip(range(_TOP), spoken, strict=False) if (secret := classification(text))), None
    )


def _in_order(lines: Iterable[Line], notes: Sequence[Footnote], whole: bool) -> Iterator[str]:
    """The words of a text, paragraph by paragraph, each footnote after the paragraph that has its mark."""
    waiting = list(notes)
    parts: list[str] = []
    due: list[str] = []
    for line in lines:
        if parts and (whole or line.gap):
            yield " ".join(parts)
            yield from due
            parts, due = [], []
        parts.append("".join(" " if span.raised else span.text for span in line.spans))
        for span in line.spans:
            if span.raised and waiting and span.text.strip().strip("()") == waiting[0].mark:
                due.append(waiting.pop(0).text)
    yield " ".join(parts)
    yield from due
    yield from (note.text for note in waiting)
