"""The questions of a paper as entries, each beside the one of the base whose place it takes."""

from __future__ import annotations

from typing import Any, NamedTuple

from briefer.intake import actors, records
from briefer.intake.pairing import pairs, value
from briefer.intake.records import Family
from briefer.knowledge.base import Entry, Knowledge
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
    """The question of the base that it is: of the same paper or one that this one revises."""
    newer: str
    """Where the base has the questions of a later revision than this paper: its number."""


def asked(own: str, paper: CouncilPaper, topic: str, base: Knowledge) -> tuple[list[Asked], tuple[Entry, ...]]:
    """The questions of a paper with the id ``own``, in its order, and those of the base that it does not ask (any more).

    Those that are new go under ``topic``.
    """
    taken = {e.value.id for e in base.under(topic, also=False)}
    numbers = [q.number for q in paper.questions]
    askers = [actors.find(one.asked_by or paper.from_, paper.date, base) for one in paper.questions]
    paired = pairs(own, paper.questions, [found.actor.id for found in askers], base)
    record = base.papers.get(paired.newest)
    latest = (record.number if record and record.number else paired.newest) if paired.newest else ""
    found = []
    for one, asker, there in zip(paper.questions, askers, paired.there, strict=True):
        if there is None:
            ident = _ident(own, one, numbers.count(one.number) > 1, asker.actor.id, taken)
            taken.add(ident)
            found.append(Asked(_new(own, ident, one, asker.actor.id), asker, None, latest))
            continue
        its = value(there)
        later = Family.of(its.paper).revision > Family.of(own).revision and not its.via
        found.append(Asked(_changed(own, one, there, topic), asker, there, latest if later else ""))
    return found, paired.gone


def gone(paper: CouncilPaper, base: Knowledge, name: str = "") -> tuple[Entry, ...]:
    """Questions that the base has of a paper, of those enclosed or of versions before them, and that they do not ask.

    ``name`` stands for a paper without number and subject, as in ``records.ident``.
    """
    own = records.ident(paper, base, name)
    askers = [actors.find(one.asked_by or paper.from_, paper.date, base).actor.id for one in paper.questions]
    missing = pairs(own, paper.questions, askers, base).gone
    inner = (e for one in paper.enclosed for e in gone(one, base, f"{name or 'Paper'}, enclosure"))
    return (*missing, *inner)


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
    its = value(there)
    keys: dict[str, Any] = {"text": _words(one), "wording": "verbatim"}
    if Family.of(its.paper).first == Family.of(own).first:
        keys["paper"] = own
    if its.number != one.number and not its.via:
        keys["number"] = one.number
    if one.at and (not its.at or "number" in keys):
        keys["at"] = one.at
    if there.topic != topic and topic not in its.topics:
        keys["topics"] = [*its.topics, topic]
    note = (its.note or "").replace(CUT_OFF, "").strip()
    if one.cut_off:
        note = f"{note} {CUT_OFF}".strip()
    if note != (its.note or ""):
        keys["note"] = note
    return keys


def _words(one: AskedQuestion) -> str:
    return " ".join(one.text.split())
