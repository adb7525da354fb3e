"""A paper's header: number, date, codes, type, and what follows From, To and Subject, in every order and layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefer.papers import bare_labels, header_rows
from briefer.papers.classified import classification
from briefer.papers.days import day
from briefer.papers.header_fields import Field
from briefer.papers.header_found import Found
from briefer.papers.header_values import numbers_in
from briefer.papers.header_walk import walk
from briefer.papers.lines import Line, Span
from briefer.papers.numbers import council_number, institution_number

_EEAS = "European External Action Service"
#: Kinds of fields and labels that make a text a Council paper only together.
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says; None and empty where it says nothing."""

    number: str | None = None
    suffix: str | None = None
    date: str | None = None
    original_language: str | None = None
    doc_type: str | None = None
    from_: str | None = None
    to: str | None = None
    subject: str | None = None
    marking: str | None = None
    codes: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    prev_docs: tuple[str, ...] = ()
    cion_docs: tuple[str, ...] = ()
    language: str | None = None
    """That of its labels."""
    classified: str | None = None
    """The classification it carries."""
    end: int = 0
    """How many of the lines it takes up; 0 where there is none."""
    rest: str = ""
    """Words of the body that stand in the header's last line."""


def read(lines: Sequence[Line], whole: bool = False) -> Header:
    """The header with which the lines begin; an empty one where they begin with none.

    The lines are without page furniture; ``whole`` says whether each is a whole paragraph.
    """
    rows = bare_labels.with_colons(header_rows.rows(lines))
    found = Found()
    end, rest = walk(rows, found, whole)
    numbered = "number" in found.fields or "number" in found.values
    placed = {"number", "date"} <= set(found.fields)
    if (found.evidence < _ENOUGH and not placed) or not (
        numbered or "subject" in found.values or "from" in found.values
    ):
        return Header()
    return _told(found, rows[end - 1].last if end else 0, rest)


def _told(found: Found, end: int, rest: str) -> Header:
    """The header out of what was found."""
    number, suffix = _number(found)
    marking = found.first("marking")
    said = found.said("marking") or (marking.value if marking else None)
    said = "LIMITE" if said and said.lower() == "limited" else said
    secret = next((c for one in found.fields.get("marking", ()) if (c := classification(one.value))), None)
    languages = Counter(found.languages).most_common(1)
    on = found.said("on")
    date = found.first("date")
    bare = found.first("bare date")
    kind = found.first("type")
    original = found.first("language")
    return Header(
        number=number,
        suffix=suffix,
        date=date.value if date else (bare.value if bare else None) or (day(on) if on else None),
        original_language=original.value if original else None,
        doc_type=kind.value if kind else " ".join(" ".join(found.capitals).split()) or None,
        from_=found.said("from")
        or (_EEAS if (number or "").startswith("EEAS") and kind and kind.value.lower() == "working document" else None),
        to=found.said("to"),
        subject=found.said("subject"),
        marking=secret or said,
        codes=tuple(dict.fromkeys(one.value for one in found.fields.get("code", ()))),
        files=tuple(dict.fromkeys(one.value for one in found.fields.get("file", ()))),
        prev_docs=numbers_in(found.said("prev") or ""),
        cion_docs=numbers_in(found.said("cion") or ""),
        language=languages[0][0] if languages else None,
        classified=secret or (classification(said) if said else None),
        end=end,
        rest=rest,
    )


def _number(found: Found) -> tuple[str | None, str | None]:
    """Number and suffix, also where the suffix stands on a line of its own or under a label."""
    named = found.said("number")
    one = found.first("number")
    if named and (number := institution_number(named) or council_number(named)):
        one = Field("number", number.number, number.suffix)
    if one is None:
        return None, None
    alone = " ".join(suffix.value for suffix in found.fields.get("suffix", ()))
    if one.suffix and alone:
        return one.value, alone if alone.startswith(one.suffix) else f"{one.suffix} {alone}"
    return one.value, one.suffix or alone or None


def line_of(rest: str, page: int) -> Line:
    """The body's words that stood in the header's last line, as a line of their own."""
    return Line((Span(rest),), page, gap=True)


def replaced(
    head: Header, *, doc_type: str, from_: str | None, to: str | None, subject: str | None, end: int
) -> Header:
    """A header with what its title says."""
    return replace(head, doc_type=doc_type, from_=from_, to=to, subject=subject, end=end)
