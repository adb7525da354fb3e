"""A paper as it reads once a person has corrected it: header fields, and questions changed, added or left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefer.dates import NOT_A_DAY, as_iso, is_partial
from briefer.errors import BrieferError
from briefer.intake.kept import Kept, Worded, question_key
from briefer.intake.refused import marking_in_use
from briefer.markings import is_classified
from briefer.papers.model import AskedQuestion, CouncilPaper

#: The fields of a header that can be corrected, as they are called.
FIELDS = {
    "number": "Number", "doc_type": "Type", "date": "Date", "from": "From", "to": "To", "subject": "Subject",
    "marking": "Marking", "codes": "Codes",
}  # fmt: skip
_SUFFIX = re.compile(r"^(?P<number>.*?)(?P<suffix>(?:\s+(?:REV|ADD|COR|DCL|EXT|AMD)\s?\d*)*)$", re.IGNORECASE)


class Standing(NamedTuple):
    """A question as it stands now."""

    key: str
    """``question_key`` of one of the paper's; ``+n`` of the n-th that was added, from 0."""
    question: AskedQuestion
    paper: int
    """In which paper it stands, as ``Worded.paper``."""
    left_out: bool = False
    changed: bool = False


def flat(paper: CouncilPaper) -> list[CouncilPaper]:
    """The paper and those enclosed in it, in the order in which records are made of them."""
    return [paper, *(one for inner in paper.enclosed for one in flat(inner))]


def header(paper: CouncilPaper) -> dict[str, str]:
    """The fields of a header as a person reads and writes them."""
    return {
        "number": " ".join(p for p in (paper.doc_number, paper.suffix) if p), "doc_type": paper.doc_type or "",
        "date": paper.date or "", "from": paper.from_ or "", "to": paper.to or "", "subject": paper.subject or "",
        "marking": paper.marking or "", "codes": ", ".join(paper.codes),
    }  # fmt: skip


def checked(field: str, value: str, markings: Sequence[str]) -> str:
    """A corrected field in the form in which it is kept; raises BrieferError where it cannot be that."""
    value = " ".join(value.split())
    if field == "date" and value:
        value = as_iso(value)
        if not is_partial(value):
            raise BrieferError(NOT_A_DAY.format(value))
    if field == "marking" and value:
        if is_classified(value):
            raise BrieferError(f"“{value}” is a classification: only accredited systems may process such a paper",
                               todo="Nothing of it was stored", code="classified")  # fmt: skip
        value = marking_in_use(value, markings) or ""
        if value.upper() not in [m.upper() for m in markings]:
            raise BrieferError(f"“{value}” is not a marking in use here", todo=f"Write {' or '.join(markings)}")
    return value


def questions(paper: CouncilPaper, kept: Kept) -> list[Standing]:
    """The questions of a paper as it was read, each as it stands now; those added come last."""
    found = []
    for place, one in enumerate(flat(paper)):
        for asked in one.questions:
            key = question_key(place, asked.text)
            said = kept.questions.get(key)
            if key not in kept.questions:
                found.append(Standing(key, asked, place))
            elif said is None:
                found.append(Standing(key, asked, place, left_out=True))
            else:
                found.append(Standing(key, _worded(asked, said), place, changed=True))
    for number, worded in enumerate(kept.added):
        asked = AskedQuestion(worded.number, worded.text, worded.asked_by or None)
        found.append(Standing(f"+{number}", asked, worded.paper, changed=True))
    return found


def corrected(paper: CouncilPaper, kept: Kept) -> CouncilPaper:
    """The paper with all that is kept of corrections."""
    asked = [s for s in questions(paper, kept) if not s.left_out]
    return _corrected(paper, kept, asked, iter(range(len(flat(paper)))))


def _corrected(paper: CouncilPaper, kept: Kept, asked: Sequence[Standing], places: Iterator[int]) -> CouncilPaper:
    place = next(places)
    said = {field: kept.header[f"{place}/{field}"] for field in FIELDS if f"{place}/{field}" in kept.header}
    changes: dict[str, object] = {}
    for field, value in said.items():
        if field == "number":
            parts = _SUFFIX.match(value)
            assert parts is not None
            changes |= {
                "doc_number": parts["number"].strip() or None,
                "suffix": parts["suffix"].strip().upper() or None,
            }
        elif field == "codes":
            changes["codes"] = tuple(c.strip() for c in value.split(",") if c.strip())
        else:
            changes["from_" if field == "from" else field] = value or None
    inner = tuple(_corrected(one, kept, asked, places) for one in paper.enclosed)
    own = tuple(s.question for s in asked if s.paper == place)
    return replace(paper, **changes, questions=own, enclosed=inner)  # type: ignore[arg-type]


def _worded(asked: AskedQuestion, said: Worded) -> AskedQuestion:
    # Whoever has written its words has seen to its end.
    cut_off = asked.cut_off and said.text == " ".join(asked.text.split())
    return replace(asked, number=said.number, text=said.text, asked_by=said.asked_by or None, cut_off=cut_off)
