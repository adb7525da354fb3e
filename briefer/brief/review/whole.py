"""The whole review: every remark on a brief, in its order, and which of them somebody has accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from briefer.brief import carrying, inward
from briefer.brief.model import Accepted, Brief
from briefer.brief.review.accepting import accepted_as
from briefer.brief.review.finding import Finding, at_block, at_section
from briefer.dates import first_day, last_day, long_form

if TYPE_CHECKING:
    from briefer.brief.review.claims import Vouches
    from briefer.brief.review.names import Names
    from briefer.knowledge.base import Knowledge


class Against(NamedTuple):
    """What a brief is held against beside itself; all of it may be missing."""

    base: Knowledge | None = None
    names: Names | None = None
    """Those of the base (``names.Names``), where they are at hand; else they are read from it each time."""
    review_after: str | None = None
    """As in ``briefer.yaml``: ``12 months``."""
    ceiling: str | None = None
    """The highest marking that may go out; else that of the brief itself."""
    on: str | None = None
    """The day on which facts are judged; else that of the meeting, or of the brief where it is later."""


class Reviewed(NamedTuple):
    """The remarks on a brief."""

    open: list[Finding]
    accepted: list[tuple[Finding, Accepted]]
    """Those that somebody has accepted, each with the reason."""


def findings(
    brief: Brief, base: Knowledge | None = None, *, review_after: str | None = None, ceiling: str | None = None,
    on: str | None = None,
) -> list[Finding]:  # fmt: skip
    """All remarks on a brief that nobody has accepted, in its order; see ``Against`` for what it is held against."""
    return reviewed(brief, Against(base, None, review_after, ceiling, on)).open


def reviewed(brief: Brief, against: Against = Against()) -> Reviewed:  # noqa: B008
    """All remarks on a brief, those accepted apart."""
    found = Reviewed([], [])
    by_place = {(a.code, a.row): a for a in brief.accepted}
    for one in _ordered(brief, _all(brief, against)):
        given = by_place.get((one.code, one.of)) if by_place else None
        if given is not None and accepted_as(brief, one, given):
            found.accepted.append((one, given))
        else:
            found.open.append(one)
    return found


def day(brief: Brief) -> str:
    """The day on which the facts of a brief are judged: that of its meeting, or its own where that is later."""
    meeting = brief.meeting.date if brief.meeting else None
    return meeting if meeting and first_day(meeting) > last_day(brief.as_of) else brief.as_of


def _ordered(brief: Brief, found: Iterable[Finding]) -> list[Finding]:
    places = {"": -1}
    for section in brief.sections:
        places[f"section:{section.id}"] = len(places)
        for block in section.blocks:
            places[block.id] = len(places)
    ends = {s.id: places[s.blocks[-1].id] + 0.5 if s.blocks else places[f"section:{s.id}"] for s in brief.sections}
    # What is said of a section as a whole stands behind what is said of its blocks.
    return sorted(found, key=lambda f: places[f.block] if f.block else ends.get(f.section, -1))


def _all(brief: Brief, against: Against) -> Iterator[Finding]:
    # An export needs of the review only what a reader must be told: it does without the rules.
    from briefer.brief.review import claims, limits
    from briefer.brief.review.abbreviations import unexplained
    from briefer.brief.review.blocks import by_itself
    from briefer.brief.review.differing import differing

    on = against.on or day(brief)
    yield from _clock(brief)
    yield from _confided(brief)
    asked = {b.question for s in brief.sections for b in s.blocks if b.role in ("answer", "prompt")}
    doubled, stands = twice(brief), _stands(brief)
    vouches: Vouches = _vouching(against.base) if against.base is not None else claims.nobody
    for section in brief.sections:
        for block in section.blocks:
            yield from by_itself(section, block, on, against.review_after, stands)
            if block.role == "question" and block.id not in asked:
                where = at_block(section, block)
                yield Finding("unanswered", section.id, block.id, where, "has no answer", "write one or take it out")
            if block.id in doubled:
                why = f"also stands woven into a text under {doubled[block.id]}"
                yield Finding("twice", section.id, block.id, at_block(section, block), why, "take one of them out")
            yield from claims.weak_sources(section, block, vouches)
        yield from limits.too_long(brief, section)
    yield from limits.above_ceiling(brief, against.ceiling)
    yield from differing(brief)
    yield from unexplained(brief, against.base.acronyms if against.base else {})
    if against.base is not None:
        yield from _beside(brief, against.base, against.names, on)


def _beside(brief: Brief, base: Knowledge, known: Names | None, on: str) -> Iterator[Finding]:
    """What only the base can tell."""
    from briefer.brief.review import names
    from briefer.brief.review.since import changed

    for section in brief.sections:
        for block in section.blocks:
            if block.entry or block.carries:
                yield from changed(section, block, base, on)
    yield from names.misspelt(brief, known or names.Names(base))


def _clock(brief: Brief) -> Iterator[Finding]:
    """The note's own day and that of its meeting in the wrong order."""
    meeting = brief.meeting.date if brief.meeting else None
    header = next((s for s in brief.sections if s.role == "header"), None)
    if meeting is None or last_day(brief.as_of) >= first_day(meeting):
        return
    why = f"says as of {long_form(brief.as_of)}, but the meeting is on {long_form(meeting)}"
    todo = "set the note's day to that of the meeting, so that what is out of date by then is marked when it goes out"
    yield Finding("day", header.id if header else "", "", at_section(header) if header else "The note", why, todo)


def _confided(brief: Brief) -> Iterator[Finding]:
    """What only instructions say of the meeting."""
    named = inward.header_named(brief)
    header = next((s for s in brief.sections if s.role == "header"), None)
    if named and header:
        why = f"has from instructions: {named}; a note for release leaves it out"
        todo = "write it in the header in words of your own if it is to go out"
        yield Finding("instructions", header.id, "", at_section(header), why, todo)


def _stands(brief: Brief) -> dict[str, str]:
    """Under which heading the words of each entry stand."""
    found: dict[str, str] = {}
    for section in brief.sections:
        for block in section.blocks:
            for pulled in (block.pulled, *(c.pulled for c in block.carries)):
                if pulled is not None:
                    found.setdefault(carrying.one_line(pulled.text).rstrip("."), at_section(section))
    return found


def twice(brief: Brief) -> dict[str, str]:
    """Blocks whose entry was also woven into the text of another block, with the title of that one's section."""
    woven = {c.entry: at_section(s) for s in brief.sections for b in s.blocks for c in b.carries}
    return {b.id: woven[b.entry] for s in brief.sections for b in s.blocks if b.entry in woven}


def _vouching(base: Knowledge) -> Vouches:
    """Which issuers can vouch for a fact, as the list of actors has them."""
    given: dict[str, bool | None] = {}

    def vouches(name: str) -> bool | None:
        if name not in given:
            actor = base.actor_called(name)
            given[name] = None if actor is None else actor.kind not in ("organisation", "voice")
        return given[name]

    return vouches
