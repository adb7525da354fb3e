"""What the base has had since the last brief: entries on a brief's topics that were not there when it was made.

A brief keeps, topic by topic, a sum of each entry that could be used when it was made (``Brief.known``). An entry is new
where its sum is not among them, whatever day it speaks of. A brief made before this was kept, or one with a topic that
was not, is judged by days: new is what speaks as of a later day or stands in a later paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefer.brief import edit
from briefer.brief.ids import block_id
from briefer.brief.material import usable
from briefer.brief.model import Brief
from briefer.knowledge.base import Entry, Knowledge

#: Under what code it is noted that a new entry was passed over.
PASSED_OVER = "new-entry"


def known_now(topics: Iterable[str], as_of: str, base: Knowledge, last: Brief | None = None) -> dict[str, str]:
    """What a brief made now keeps of the entries there are: topic by topic the sums of those that its day can use.

    ``last`` is the brief it is carried from. What that one knew stays known, so that a drive which is away just now does
    not make everything on it new the next time.
    """
    known = {}
    for topic in topics:
        before = (last.known.get(topic, "") if last else "").split()
        now = (_sum(e.id) for e in usable(base, topic, as_of))
        known[topic] = " ".join(dict.fromkeys((*before, *now)))
    return known


def since_last(topics: Iterable[str], as_of: str, base: Knowledge, last: Brief) -> tuple[str, ...]:
    """The entries that the base has had since the last brief was made, when the next one is made out of it; latest first.

    What the last brief held in the end, or passed over, is not new.
    """
    gone = edit.entries_in(last) | _passed(last)
    fresh = _new(tuple(topics), as_of, base, last.known, (), last.as_of)
    return tuple(e.id for e in fresh if e.id not in gone)


def new_entries(brief: Brief, base: Knowledge, since: str) -> tuple[Entry, ...]:
    """What a brief is offered: entries on its topics that are new and can be used, latest first.

    What it holds and what was passed over is left out. ``since`` is the day that counts where the brief does not say what
    was known when it was made.
    """
    gone = edit.entries_in(brief) | _passed(brief)
    fresh = _new(brief.topics, brief.as_of, base, brief.known, brief.fresh, since)
    return tuple(e for e in fresh if e.id not in gone)


def since(brief: Brief, last: Brief | None = None) -> str:
    """The day from which on things are new to a brief: that of the brief it was carried from, else what it knows itself."""
    if last is not None:
        return last.as_of
    known = [p.as_of for s in brief.sections for b in s.blocks for p in (b.pulled, *(c.pulled for c in b.carries)) if p]
    return max((day for day in known if day), default=brief.as_of)


def _new(
    topics: tuple[str, ...], as_of: str, base: Knowledge, known: Mapping[str, str], fresh: tuple[str, ...], since: str
) -> list[Entry]:
    sums = {one for of_topic in known.values() for one in of_topic.split()}
    found: dict[str, Entry] = {}
    for topic in topics:
        for entry in usable(base, topic, as_of):
            unknown = _sum(entry.id) not in sums and (topic in known or _appeared(entry, base) > since)
            if unknown or entry.id in fresh:
                found[entry.id] = entry
    return sorted(found.values(), key=lambda e: _appeared(e, base), reverse=True)


def _sum(entry: str) -> str:
    """Six letters that stand for an entry: a list of whole names would drown a brief's file."""
    return block_id(set(), "entry", entry)


def _passed(brief: Brief) -> set[str]:
    return {a.said for a in brief.accepted if a.code == PASSED_OVER}


def _appeared(entry: Entry, base: Knowledge) -> str:
    """The day on which an entry can have become known: of its papers' dates and its own the latest."""
    value = entry.value
    papers = [p for c in getattr(value, "cites", ()) for p in (c.paper, c.via)]
    days = [base.papers[p].date for p in papers if p in base.papers]
    return max([d for d in (*days, getattr(value, "as_of", None)) if d], default="")
