"""What ``briefer carry`` does: the next meeting's brief made, what the base has by now taken or kept, and all of it told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import to_builtins
from msgspec.structs import replace

from briefer import files
from briefer.brief import carry, deciding, making, newly, store
from briefer.brief.carry import CODES, Verdict
from briefer.brief.model import Brief
from briefer.brief.next_meeting import Going
from briefer.brief.words import changes, signed
from briefer.errors import UsageError, did_you_mean, sentence
from briefer.knowledge.base import Entry, Knowledge
from briefer.workspace import Workspace, today

#: What can be named instead of a verdict, an entry or a block.
ALL, SAFE, NEW = "all", "safe", "new"


class Asked(NamedTuple):
    """What the command was asked to do."""

    brief: str
    going: Going | None
    """The next meeting; None to look at the brief as it is."""
    take: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    reason: str | None = None
    force: bool = False


class Outcome(NamedTuple):
    """What came of it."""

    brief: Brief
    path: Path
    written: bool
    verdicts: tuple[Verdict, ...]
    new: tuple[Entry, ...]
    inward: frozenset[str]
    """Which of the new ones stay in the house."""
    questions: tuple[str, ...]
    remarks: tuple[str, ...]


def run(workspace: Workspace, asked: Asked) -> Outcome:
    """Carry a brief over, or look at it; take and keep what was named; write it where anything came of it.

    Raises BrieferError as ``making.carry_over``, and UsageError for a name that means nothing in the brief.
    """
    base = workspace.knowledge()
    path = store.path_of(asked.brief, workspace.briefs if workspace.root else None)
    stamp = files.Stamp.of(path)
    brief = last = store.read(path, workspace.shown(path.absolute()))
    questions: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    expected: files.Stamp | None = stamp
    if asked.going is not None:
        folder = workspace.briefs
        brief, questions, remarks = making.carry_over(workspace, last, asked.going, base)
        path, expected = folder / f"{brief.brief}.yaml", None if asked.force else files.NEW
        before: Brief | None = last
    else:
        before = making.carried_from(workspace, brief)
    span, by = workspace.settings.review_after, workspace.settings.drafter
    since = newly.since(brief, before)
    seen = brief
    brief = _decided(brief, asked, base, span, since, by)
    written = asked.going is not None or brief != seen
    if written:
        store.write(replace(brief, brief=path.stem), path, expected=expected)
    found = carry.verdicts(brief, base, review_after=span)
    fresh = newly.new_entries(brief, base, since)
    house = frozenset(e.id for e in fresh if base.is_inward(e))
    return Outcome(brief, path, written, found, fresh, house, questions, remarks)


def _decided(brief: Brief, asked: Asked, base: Knowledge, span: str | None, since: str, by: str | None) -> Brief:
    on = today()
    reason = asked.reason or "kept as it stands"
    for what in asked.take:
        found = _meant(what, carry.verdicts(brief, base, review_after=span))
        fresh = _new(what, newly.new_entries(brief, base, since))
        if not found and not fresh:
            _means_nothing(what, brief, base, span)
        for one in found:
            if one.code != "unreadable" and any(b.id == one.block for s in brief.sections for b in s.blocks):
                words: deciding.Words = "mine" if one.own_words else "theirs"
                brief = deciding.take(brief, one, base, on=on, by=by, words=words, review_after=span)
        for entry in fresh:
            brief = deciding.take_new(brief, entry, base)[0]
    for what in asked.keep:
        found = _meant(what, carry.verdicts(brief, base, review_after=span))
        fresh = _new(what, newly.new_entries(brief, base, since))
        if not found and not fresh:
            _means_nothing(what, brief, base, span)
        for one in found:
            if one.asks:
                brief = deciding.keep(brief, one, on=on, reason=reason, by=by)
        for entry in fresh:
            brief = deciding.pass_over(brief, entry.id, on=on, by=by)
    return brief


def _meant(what: str, found: Sequence[Verdict]) -> list[Verdict]:
    if what == ALL:
        return [v for v in found if v.asks]
    if what == SAFE:
        return [v for v in found if deciding.is_safe(v)]
    return [v for v in found if what in (v.code, v.entry, v.block)]


def _new(what: str, fresh: Sequence[Entry]) -> list[Entry]:
    return list(fresh) if what == NEW else [e for e in fresh if e.id == what]


def _means_nothing(what: str, brief: Brief, base: Knowledge, span: str | None) -> None:
    """A verdict that none has, or nothing new, is no fault; a word that names nothing is."""
    if what in (*CODES, ALL, SAFE, NEW):
        return
    known = [*CODES, ALL, SAFE, NEW, *(v.entry for v in carry.verdicts(brief, base, review_after=span))]
    what_is = f"“{what}” is no verdict, block or entry of this brief"
    raise UsageError(what_is, todo=sentence(did_you_mean(what, known)))


def in_words(outcome: Outcome) -> list[str]:
    """What there is to know, for a person: remarks, counts, then each entry that asks, with both versions."""
    lines = [*outcome.remarks]
    counted = carry.in_words(carry.counts(outcome.verdicts)) or "nothing from the base"
    kept = sum(v.kept for v in outcome.verdicts)
    more = [f"{kept} of them kept" if kept else "", _number(len(outcome.questions), "new question"),
            _number(len(outcome.new), "new entry", "new entries")]  # fmt: skip
    lines.append(f"{outcome.brief.brief}: " + "; ".join([counted, *filter(None, more)]))
    for one in outcome.verdicts:
        if one.asks:
            lines.append(f"  {CODES[one.code]}: {one.entry} ({one.section}, {one.block}): {one.said}")
            if one.now and one.now.text != one.was.text:
                lines.append(f"    {signed(changes(one.was.text, one.now.text))}")
    for entry in outcome.new:
        house = " (instructions)" if entry.id in outcome.inward else ""
        lines.append(f"  new: {entry.id}{house}: {entry.value.text}")
    return lines


def _number(count: int, one: str, many: str | None = None) -> str:
    return f"{count} {one if count == 1 else many or one + 's'}" if count else ""


def as_data(outcome: Outcome) -> dict[str, Any]:
    """The same for a script."""
    brief = outcome.brief
    return {
        "brief": brief.brief, "path": str(outcome.path), "written": outcome.written, "as_of": brief.as_of,
        "marking": brief.marking, "meeting": brief.meeting.id if brief.meeting else None,
        "carried_from": brief.carried_from, "topics": list(brief.topics),
        "counts": carry.counts(outcome.verdicts) | {"new": len(outcome.new)},
        "verdicts": [_verdict(v) for v in outcome.verdicts],
        "questions": list(outcome.questions),
        "new": [{"entry": e.id, "kind": e.kind, "text": e.value.text, "as_of": getattr(e.value, "as_of", None),
                 "inward": e.id in outcome.inward} for e in outcome.new],
        "remarks": list(outcome.remarks),
    }  # fmt: skip


def _verdict(one: Verdict) -> dict[str, Any]:
    changed = changes(one.was.text, one.now.text) if one.now else ()
    return {
        "block": one.block, "section": one.section, "entry": one.entry, "verdict": one.code, "all": list(one.codes),
        "woven": one.woven, "own_words": one.own_words, "kept": one.kept, "asks": one.asks, "said": one.said,
        "was": to_builtins(one.was), "now": to_builtins(one.now) if one.now else None, "instead": one.instead,
        "words": [{"kind": p.sign, "text": p.text} for p in changed],
    }  # fmt: skip
