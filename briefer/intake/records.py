"""A paper that was read as a record of the base, and what it adds to the record that is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from briefer.intake import actors, presidencies
from briefer.intake.refused import marking_in_use
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Paper
from briefer.knowledge.write import paper_id
from briefer.papers.model import CouncilPaper
from briefer.papers.numbers import address
from briefer.text import fold, slug

#: From how like (0 to 100) two titles, senders or addressees say the same.
_ALIKE = 85
_REVISED = re.compile(r"-rev-(\d+)$")


class Family(NamedTuple):
    """A paper with its revisions."""

    first: str
    """The id of the paper that all of them revise."""
    revision: int
    """Which one it is; 0 for the first."""

    @classmethod
    def of(cls, ident: str) -> Family:
        """The family of a paper by its id: ``st-9375-2025-rev-1`` belongs to ``st-9375-2025``."""
        found = _REVISED.search(ident)
        return cls(ident[: found.start()], int(found[1])) if found else cls(ident, 0)


def ident(paper: CouncilPaper, base: Knowledge, name: str = "") -> str:
    """The id of a paper: of the record with its number, or what follows from that.

    Without a number that of the record of the same title, or what follows from the title or the file's ``name``.
    """
    number = _number(paper)
    if number:
        follows = paper_id(number) or slug(number)
        return follows if follows in base.papers else _called(number, base) or follows
    title = _title(paper, name)
    there = (p.id for p in base.papers.values() if p.number is None and fold(p.title) == fold(title))
    return next(there, slug(title))


def record(paper: CouncilPaper, base: Knowledge, markings: Sequence[str], name: str = "") -> dict[str, Any]:
    """What a paper says of itself as the keys of ``papers.yaml``; ``encloses`` is left to whoever knows the others."""
    own = ident(paper, base, name)
    carried = {ident(inner, base) for inner in paper.enclosed}
    cites = [c for c in _cited(paper, base) if Family.of(c).first != Family.of(own).first and c not in carried]
    keys: dict[str, Any] = {
        "id": own,
        "number": _number(paper),
        "title": _title(paper, name),
        "from": _sender(paper, base),
        "to": _addressee(paper.to, base),
        "date": paper.date,
        "marking": marking_in_use(paper.marking, markings),
        "codes": list(paper.codes),
        "kind": slug(paper.doc_type.replace("/", "")) if paper.doc_type else None,
        "url": address(number) if (number := _number(paper)) else None,
        "cites": list(dict.fromkeys(cites)),
        "note": _revises(own, base),
    }
    return {k: v for k, v in keys.items() if v}


def added(there: Paper, now: dict[str, Any], markings: Sequence[str], *, titled: bool = True) -> dict[str, Any]:
    """Which keys of a record change as the paper is read (again): what it lacks, what the paper says otherwise.

    What is written in other words stays; lists only grow; a marking only rises. A title that the paper does not print
    (``titled`` is not set) takes nothing's place.
    """
    changed: dict[str, Any] = {}
    for key, value in now.items():
        before = getattr(there, "from_" if key == "from" else key)
        if key in ("codes", "cites", "encloses"):
            grown = [*before, *(v for v in value if v not in before)]
            if len(grown) > len(before):
                changed[key] = grown
        elif not before:
            changed[key] = value
        elif key == "marking":
            if _rank(value, markings) > _rank(before, markings):
                changed[key] = value
        elif key == "date":
            if not (value.startswith(before) or before.startswith(value)) or len(value) > len(before):
                changed[key] = value
        elif key == "title" and not titled:
            continue
        elif (key in ("title", "from", "to") and not _same(before, value)) or (
            key == "note" and "Revises " not in before
        ):
            changed[key] = value if key != "note" else f"{before} {value}"
    return changed


def _number(paper: CouncilPaper) -> str | None:
    if not paper.doc_number:
        return None
    number = re.sub(r"^ST\s", "", " ".join(paper.doc_number.split()))
    return f"{number} {paper.suffix}" if paper.suffix else number


def _title(paper: CouncilPaper, name: str) -> str:
    if paper.subject:
        return " ".join(paper.subject.split())
    if paper.headings:
        return " ".join(paper.headings[0].text.split())
    return name or _number(paper) or "A paper without a title"


def _sender(paper: CouncilPaper, base: Knowledge) -> str | None:
    """Who sends it; the Presidency by its country, since ``Presidency`` alone is somebody else half a year later."""
    if not paper.from_:
        return None
    if presidencies.named(paper.from_, paper.date):
        return actors.find(paper.from_, paper.date, base).actor.name
    return " ".join(paper.from_.split())


def _addressee(to: str | None, base: Knowledge) -> str | None:
    """To whom it goes, a body by its acronym where the base knows that."""
    if not to:
        return None
    short = body(to, base)
    return short or " ".join(to.split())


def body(name: str, base: Knowledge) -> str | None:
    """The acronym of a working party or committee, where its name gives one that the base knows, or is one's long form."""
    inner = re.search(r"\(([A-Z][\w-]{1,14})\)\s*$", name)
    if inner and inner[1].upper() in {a.upper() for a in base.acronyms}:
        return inner[1]
    wanted = fold(re.sub(r"\s*\([^()]*\)\s*$", "", " ".join(name.split())))
    return next((short for short, full in base.acronyms.items() if fold(full) == wanted or fold(short) == wanted), None)


def _cited(paper: CouncilPaper, base: Knowledge) -> Iterator[str]:
    """The ids of the papers of the base that it cites or follows up."""
    for ref in (*(c.ref for c in paper.cited), *paper.prev_docs):
        plain = re.sub(r"^ST\s", "", " ".join(ref.split()))
        known = paper_id(plain)
        if known is None or known not in base.papers:
            known = _called(plain, base)
        if known and known in base.papers:
            yield known


def _called(number: str, base: Knowledge) -> str | None:
    """The id of the record with this number, spaces and letter case aside."""
    bare = _bare(number)
    return next((p.id for p in base.papers.values() if p.number and _bare(p.number) == bare), None)


def _bare(number: str) -> str:
    return re.sub(r"\W+", "", fold(number)).removesuffix("final").removesuffix("init")


def _revises(own: str, base: Knowledge) -> str | None:
    """What a revision's record says of the paper that it revises."""
    family = Family.of(own)
    if not family.revision:
        return None
    earlier = [f"{family.first}-rev-{n}" for n in range(family.revision - 1, 0, -1)] + [family.first]
    before = next((i for i in earlier if i in base.papers), earlier[-1])
    there = base.papers.get(before)
    return f"Revises {there.number or there.title if there else before} ({before})."


def _rank(marking: str, markings: Sequence[str]) -> int:
    names = [m.upper() for m in markings]
    return names.index(marking.upper()) if marking.upper() in names else len(names)


def _same(before: str, after: str) -> bool:
    """Whether two texts say the same but for letters, signs and a word more."""
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(_bare(before), _bare(after)) >= _ALIKE
