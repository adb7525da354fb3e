"""What has become of the entries in a brief: for each of them a verdict against the base as it is.

A verdict is derived from what the base said when the entry was pulled in (``Pulled``), what it says now, and the brief's
own day. It changes nothing; ``deciding`` takes, keeps and edits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from msgspec.structs import replace

from briefer.brief import glyphs
from briefer.brief.carrying import one_line
from briefer.brief.model import Block, Brief, Pulled, Section, Source
from briefer.brief.pull import pulled_of, sources_of
from briefer.brief.review import is_reworded
from briefer.dates import first_day, is_older, is_past, last_day, long_form
from briefer.knowledge.base import Entry, Knowledge

#: The verdicts, the gravest first; of several that hold the first names it. Each with what a person reads.
CODES = {
    "withdrawn": "withdrawn",
    "unreadable": "cannot be told",
    "superseded": "superseded",
    "out-of-date": "out of date",
    "disputed": "disputed",
    "changed": "changed in the base",
    "aged": "due for review",
    "unchanged": "unchanged",
}


class Verdict(NamedTuple):
    """What has become of one entry in one block."""

    code: str
    """One of ``CODES``, the gravest that holds."""
    codes: tuple[str, ...]
    """All that hold."""
    section: str
    block: str
    entry: str
    woven: bool
    """Whether its words went into a text among others (``Block.carries``)."""
    was: Pulled
    """What the base said when it was pulled in."""
    now: Pulled | None
    """What it says now; of a superseded one, what has replaced it; None where there is nothing."""
    instead: str | None
    """The entry that has replaced it."""
    said: str
    """What there is to know, in sentences; what was kept is kept as long as this stays the same."""
    own_words: bool
    """Whether the words in the note are not those that the base had."""
    stale: bool
    """Whether the block holds anything that the base has otherwise by now: words, dates, disputes, sources."""
    kept: bool = False
    """Whether somebody has looked at just this and kept it."""

    @property
    def asks(self) -> bool:
        """Whether somebody still has to look at it."""
        return self.code != "unchanged" and not self.kept


def verdicts(brief: Brief, base: Knowledge, *, review_after: str | None = None) -> tuple[Verdict, ...]:
    """The verdict on every entry in a brief, in its order; woven-in ones behind the block's own.

    ``review_after`` is that of the workspace: ``12 months``.
    """
    return tuple(v for s in brief.sections for b in s.blocks for v in _of_block(brief, s, b, base, review_after))


def verdicts_on(brief: Brief, block: str, base: Knowledge, *, review_after: str | None = None) -> tuple[Verdict, ...]:
    """The verdicts on the entries in one block; none where it is gone."""
    found = ((s, b) for s in brief.sections for b in s.blocks if b.id == block)
    return tuple(v for s, b in found for v in _of_block(brief, s, b, base, review_after))


def _of_block(brief: Brief, section: Section, block: Block, base: Knowledge, span: str | None) -> Iterator[Verdict]:
    kept = {(a.code, a.said) for a in brief.accepted if a.row == block.id}
    for entry, pulled, woven in _held(block):
        one = _verdict(brief, section, block, entry, pulled, woven, base, span)
        yield one._replace(kept=(one.code, one.said) in kept)


def flagged(block: Block, base: Knowledge, on: str) -> Block:
    """A block that says of its entries what a reader must be told on a day, as the base has it now, its words untouched.

    What has come to be disputed, superseded or out of date is marked so before anybody has decided about it.
    """
    pulled = _flagged(block.entry, block.pulled, base, on) if block.entry and block.pulled else block.pulled
    carries = tuple(replace(c, pulled=_flagged(c.entry, c.pulled, base, on)) for c in block.carries)
    return replace(block, pulled=pulled, carries=carries)


def _flagged(name: str, was: Pulled, base: Knowledge, on: str) -> Pulled:
    entry = base.entries.get(name)
    if entry is None:
        return was
    now = pulled_of(entry, base, on)
    late = now.valid_until is not None and is_past(now.valid_until, on)
    return replace(
        was, disputed=now.disputed or was.disputed, superseded=now.superseded or was.superseded,
        valid_until=now.valid_until if late else was.valid_until,
    )  # fmt: skip


def counts(found: Iterable[Verdict]) -> dict[str, int]:
    """How many there are of each code, the gravest first; codes that do not occur are left out."""
    codes = [v.code for v in found]
    return {code: codes.count(code) for code in CODES if code in codes}


def in_words(numbers: dict[str, int]) -> str:
    """Counts for a person: ``2 out of date, 1 changed in the base, 14 unchanged``."""
    return ", ".join(f"{n} {CODES.get(code, code)}" for code, n in numbers.items())


def _held(block: Block) -> list[tuple[str, Pulled, bool]]:
    own = [(block.entry, block.pulled, False)] if block.entry and block.pulled else []
    return [*own, *((c.entry, c.pulled, True) for c in block.carries)]


def _verdict(
    brief: Brief, section: Section, block: Block, name: str, was: Pulled, woven: bool, base: Knowledge, span: str | None
) -> Verdict:
    entry = base.entries.get(name)
    own = not stands_as_pulled(block, was) if woven else is_own_wording(block)
    if entry is None:
        code, said = _missing(name, base)
        return Verdict(
            code, (code,), section.id, block.id, name, woven, was, None, None, said, own, code == "withdrawn"
        )
    now = pulled_of(entry, base, brief.as_of)
    moved = _sources_moved(block, sources_of(entry, base))
    codes: list[str] = []
    told: list[str] = []
    newer = successor(entry, base)
    if now.superseded:
        codes.append("superseded")
        told.append(f"Superseded by: {now.superseded}")
    if now.valid_until and is_past(now.valid_until, brief.as_of):
        codes.append("out-of-date")
        told.append(f"It was valid until {long_form(now.valid_until)}.")
    if now.disputed:
        codes.append("disputed")
        told += [f"Disputed: {other}" for other in now.disputed]
    if (changes := changed(was, now)) or moved:
        codes.append("changed")
        told += [*changes, *moved]
    if span and now.as_of and is_older(now.as_of, span, brief.as_of):
        codes.append("aged")
        told.append(f"As of {long_form(now.as_of or '')}: older than {span}.")
    if now.as_of and first_day(now.as_of) > last_day(brief.as_of):
        told.append(f"The base speaks as of {long_form(now.as_of)}, after the day of this note.")
    codes = codes or ["unchanged"]
    replaced = newer if "superseded" in codes else None
    return Verdict(
        code=codes[0], codes=tuple(codes), section=section.id, block=block.id, entry=name, woven=woven, was=was,
        now=pulled_of(replaced, base, brief.as_of) if replaced else None if "superseded" in codes else now,
        instead=replaced.id if replaced else None,
        said=" ".join(told) or "As the base still has it.", own_words=own, stale=now != was or bool(moved),
    )  # fmt: skip


def _missing(name: str, base: Knowledge) -> tuple[str, str]:
    """What is said of an entry that the base does not have: gone, or in a place that cannot be read just now."""
    topic = name.partition("/")[0]
    for fault in base.faults:
        whole = fault.code in ("missing-folder", "unreadable")
        if whole or (fault.severity == "error" and PurePosixPath(fault.file).stem == topic):
            return "unreadable", f"Whether the base still has it cannot be told: {fault.file} was not read."
    return "withdrawn", "The base has it no longer."


def changed(was: Pulled, now: Pulled) -> list[str]:
    """In which ways the base has something otherwise by now, a sentence each; its words are shown apart, both in full."""
    found = []
    if one_line(was.text) != one_line(now.text):
        found.append(f"The base says now: {now.text}")
    if was.as_of != now.as_of:
        found.append(f"As of {_day(now.as_of)} instead of {_day(was.as_of)}.")
    if was.valid_until != now.valid_until:
        found.append(f"Valid until {_day(now.valid_until)} instead of {_day(was.valid_until)}.")
    if (was.actor, was.stance) != (now.actor, now.stance):
        found.append(f"{now.actor} {now.stance or ''} instead of {was.actor} {was.stance or ''}.".replace("  ", " "))
    if was.asked_by != now.asked_by or was.wording != now.wording:
        found.append(f"Asked by {now.asked_by} ({now.wording}) instead of {was.asked_by} ({was.wording}).")
    if was.note != now.note:
        found.append(f"Its note says now: {now.note}" if now.note else "Its note has gone.")
    if was.disputed and not now.disputed:
        found.append("It is no longer disputed.")
    if was.superseded and not now.superseded:
        found.append("It is no longer superseded.")
    return found


def _day(date: str | None) -> str:
    return long_form(date) if date else "no day"


def _sources_moved(block: Block, cited: Sequence[Source]) -> list[str]:
    """What the base cites that the block does not have as a source, or has with another marking."""
    have = {(s.paper, s.via.paper if s.via else None): s for s in block.sources}
    found = []
    for source in cited:
        mine = have.get((source.paper, source.via.paper if source.via else None))
        label = " ".join(p for p in (source.issuer, source.number or source.title or source.paper) if p)
        if mine is None:
            found.append(f"It is sourced to {label} now.")
        elif mine.marking != source.marking:
            found.append(f"{label} is marked {source.marking or 'nothing'} now instead of {mine.marking or 'nothing'}.")
    return found


def successor(entry: Entry, base: Knowledge) -> Entry | None:
    """The entry that holds in the place of a superseded one, at the end of the chain; None where it leads nowhere."""
    seen, one = {entry.id}, entry
    while (newer := base.standing(one, "2000-01-01").superseded_by) is not None:
        if newer in seen or newer not in base.entries:
            return None
        seen.add(newer)
        one = base.entries[newer]
    return one if one is not entry else None


def is_own_wording(block: Block) -> bool:
    """Whether a pulled block does not just say what the base said: the delegate has put it otherwise."""
    if block.pulled is None:
        return False
    if block.carries or block.role in ("fact", "position", "figure", "row", "question"):
        return is_reworded(block)
    return glyphs.read_out(block.text).rstrip(".") != one_line(block.pulled.text).rstrip(".")


def stands_as_pulled(block: Block, pulled: Pulled) -> bool:
    """Whether an entry's words stand in a text just as the base had them."""
    return one_line(pulled.text).rstrip(".") in glyphs.read_out(block.text)
