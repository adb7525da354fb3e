"""A header as printed pieces, in the order of the Council's front page; every printer sets them in its own way."""

from __future__ import annotations

from dataclasses import dataclass

from .content import Content
from .tongues import TONGUES, day_printed


@dataclass(frozen=True)
class Printed:
    """A header's pieces; a piece that is missing is empty."""

    council: str
    file: str
    """``Interinstitutional File`` in the paper's language."""
    day: str
    language: str
    number: str
    suffix: str
    files: tuple[str, ...]
    marking: str
    codes: tuple[str, ...]
    type: str
    pairs: tuple[tuple[str, str], ...]
    """Label (with its colon) and value."""
    declassified: tuple[str, ...]
    opening: str
    enclosing: str


def head_lines(paper: Content, labels: int = 0) -> Printed:
    """The pieces of this paper's header."""
    head, how = paper.header, TONGUES[paper.tongue]
    names = how.labels[labels % len(how.labels)]
    values = {
        "sender": head.sender,
        "on": day_printed(paper.tongue, head.on) if head.on else None,
        "to": head.to,
        "previous": ", ".join(f"{one.printed} {one.codes}".strip() for one in head.previous),
        "commission": head.commission,
        "subject": head.subject,
    }
    return Printed(
        council=how.council if head.day or head.number or head.sender else "",
        file=how.file,
        day=day_printed(paper.tongue, head.day, head.place) if head.day else "",
        language=f"(OR. {head.language})" if head.language else "",
        number="" if paper.number_in_footer_only else head.number_printed,
        suffix="" if paper.number_in_footer_only else head.suffix or "",
        files=tuple(head.files),
        marking=head.marking or "",
        codes=head.codes,
        type=head.type or "",
        pairs=tuple((f"{names[key]}:", value) for key, value in values.items() if value),
        declassified=head.declassified,
        opening=head.opening,
        enclosing=f"{names['enclosing']}: {head.enclosing}" if head.enclosing else "",
    )


def foot(paper: Content, page: int) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
    """What stands at the foot of a page: number, drafters, page; unit, marking, language."""
    head, own = paper.header, paper.furniture
    number = f"{head.number_printed} {head.suffix or ''}".strip()
    return (number, own.initials, str(page)), (own.unit, head.marking or "", own.language)
