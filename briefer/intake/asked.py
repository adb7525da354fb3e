"""The questions of a paper as entries, each beside the one of the base whose place it takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from briefer.intake import actors
from briefer.intake.records import Family
from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.entries import Question
from briefer.papers.model import AskedQuestion, CouncilPaper
from briefer.text import slug

#: Said of a question whose end the file does not have.
CUT_OFF = "Its end is missing in the file that was read."


class Asked(NamedTuple):
    """A question of the paper on its way into the base."""

    keys: dict[str, Any]
    """As the files have them; of one that is there already only those that the paper may change."""
    actor: actors.Found
    there: Entry | None
    """The question of the base that it is: of the same paper or one that this one revises, of the same asker and number."""
    newer: str
    """Where that question is of a later revision than this paper: its number."""


def asked(own: str, paper: CouncilPaper, topic: str, base: Knowledge) -> Iterator[Asked]:
    """The questions of a paper with the id ``own``, in its order; those that are new go under ``topic``."""
    known = _known(own, base)
    taken = {e.value.id for e in base.under(topic, also=False)}
    numbers = [q.number for q in paper.questions]
    for one in paper.questions:
        asker = actors.find(one.asked_by or paper.from_, paper.date, base)
        there = _same(one, asker.actor.id, known)
        if there is None:
            ident = _ident(own, one, numbers.count(one.number) > 1, asker.actor.id, taken)
            taken.add(ident)
            yield Asked(_new(own, ident, one, asker.actor.id), asker, None, "")
            continue
        known.remove(there)
        value = there.value
        assert isinstance(value, Question)
        later = Family.of(value.paper).revision > Family.of(own).revision and not value.via
        record = base.papers.get(value.paper)
        newer = (record.number if record and record.number else value.paper) if later else ""
        yield Asked(_changed(own, one, there, topic), asker, there, newer)


def _known(own: str, base: Knowledge) -> list[Entry]:
    """The questions of the base that are of this paper, of one of its revisions, or reported by it."""
    first = Family.of(own).first
    return [
        entry
        for entry in base.entries.values()
        if isinstance(entry.value, Question) and (Family.of(entry.value.paper).first == first or entry.value.via == own)
    ]


def _same(one: AskedQuestion, asker: str, known: list[Entry]) -> Entry | None:
    """Which of them is this one: same asker and number, the list where the asker has several, and the likest words."""
    from rapidfuzz import fuzz

    named = slug(one.set) if one.set else None

    def values(entry: Entry) -> Question:
        assert isinstance(entry.value, Question)
        return entry.value

    fitting = [e for e in known if (v := values(e)).number == one.number and v.asked_by == asker]
    if not fitting and one.asked_by is None:
        # Who asks was taken from the sender: a question of this number by somebody named is the same one.
        fitting = [e for e in known if values(e).number == one.number]
        fitting = fitting if len(fitting) == 1 else []
    if len(fitting) > 1 and named:
        fitting = [e for e in fitting if values(e).set in (named, one.set)] or fitting
    return max(fitting, key=lambda e: fuzz.token_sort_ratio(e.value.text, one.text), default=None)


def _ident(own: str, one: AskedQuestion, several: bool, asker: str, taken: set[str]) -> str:
    number = slug(one.number) if any(c.isalnum() for c in one.number) else "0"
    stem = f"{own}-{slug(one.set or asker)}" if several else own
    ident, more = f"{stem}-q{number}", 2
    while ident in taken:
        ident, more = f"{stem}-q{number}-{more}", more + 1
    return ident


def _new(own: str, ident: str, one: AskedQuestion, asker: str) -> dict[str, Any]:
    return {
        "id": ident, "paper": own, "number": one.number, "asked_by": asker, "wording": "verbatim",
        "text": _words(one), **({"set": slug(one.set)} if one.set else {}), **({"at": one.at} if one.at else {}),
        **({"note": CUT_OFF} if one.cut_off else {}),
    }  # fmt: skip


def _changed(own: str, one: AskedQuestion, there: Entry, topic: str) -> dict[str, Any]:
    value = there.value
    assert isinstance(value, Question)
    keys: dict[str, Any] = {"text": _words(one), "wording": "verbatim"}
    if Family.of(value.paper).first == Family.of(own).first:
        keys["paper"] = own
    if one.at and not value.at:
        keys["at"] = one.at
    if there.topic != topic and topic not in value.topics:
        keys["topics"] = [*value.topics, topic]
    note = (value.note or "").replace(CUT_OFF, "").strip()
    if one.cut_off:
        note = f"{note} {CUT_OFF}".strip()
    if note != (value.note or ""):
        keys["note"] = note
    return keys


def _words(one: AskedQuestion) -> str:
    return " ".join(one.text.split())
