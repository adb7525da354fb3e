"""A paper's texts as a file of the base can hold them: one line each, nothing unprintable, nothing empty."""

from __future__ import annotations

from dataclasses import replace

from briefer.papers.model import AskedQuestion, CouncilPaper
from briefer.text import printable


def cleaned(paper: CouncilPaper) -> CouncilPaper:
    """The paper with all that goes into the base tidied; questions without a word are left out, each has a number."""
    questions = [_question(q, place) for place, q in enumerate(paper.questions, 1) if _says(q.text)]
    return replace(
        paper,
        doc_number=_one(paper.doc_number),
        suffix=_one(paper.suffix),
        doc_type=_one(paper.doc_type),
        from_=_one(paper.from_),
        to=_one(paper.to),
        subject=_one(paper.subject),
        marking=line(paper.marking or "") or None,
        codes=tuple(dict.fromkeys(c for code in paper.codes if (c := line(code)))),
        headings=tuple(replace(h, text=line(h.text)) for h in paper.headings if _says(h.text)),
        questions=tuple(questions),
        enclosed=tuple(cleaned(inner) for inner in paper.enclosed),
    )


def _question(one: AskedQuestion, place: int) -> AskedQuestion:
    return replace(
        one,
        number=_one(one.number) or str(place),
        text=line(one.text),
        asked_by=_one(one.asked_by),
        set=_one(one.set),
        at=line(one.at),
    )


def line(text: str) -> str:
    """A text on one line with single spaces, without control characters."""
    return " ".join(printable(text).split())


def _one(text: str | None) -> str | None:
    return line(text) if text and _says(text) else None


def _says(text: str) -> bool:
    return any(c.isalnum() for c in printable(text))
