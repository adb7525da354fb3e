"""Which question of the base each question of a paper is, and which of the base the paper does not ask (any more)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefer.intake.records import Family
from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.entries import Question
from briefer.papers.model import AskedQuestion
from briefer.text import slug

#: From how like (0 to 100) two wordings are one question, whatever their numbers.
_SAME_WORDS = 92
#: Below this, two wordings word for word from two versions of a paper are two questions, be their number the same.
_OTHER_WORDS = 52


class Pairs(NamedTuple):
    """The questions of a paper beside those that the base has of it."""

    there: tuple[Entry | None, ...]
    """For each question of the paper, in its order, the entry that it is; None for a new one."""
    gone: tuple[Entry, ...]
    """Entries of this paper, or of a version before it, that it does not ask."""
    newest: str
    """The id of the latest version of which the base has questions, where that comes after this paper; else empty."""


def pairs(own: str, questions: Sequence[AskedQuestion], askers: Sequence[str], base: Knowledge) -> Pairs:
    """Pair the questions of a paper with the id ``own``, each asked by the actor at its place in ``askers``.

    A question that has moved up in a revision is known by its words; one in our words, or reworded, by asker and number.
    """
    known = [e for e in base.entries.values() if isinstance(e.value, Question) and _is_of(own, e.value)]
    there: list[Entry | None] = [None] * len(questions)
    for place, same in _by_words(questions, askers, known):
        if there[place] is None and same in known:
            there[place] = same
            known.remove(same)
    for place, one in enumerate(questions):
        if there[place] is None and (entry := _by_number(own, one, askers[place], known)) is not None:
            there[place] = entry
            known.remove(entry)
    revision = Family.of(own).revision
    ours = [e for e in known if _family(e).first == Family.of(own).first and not value(e).via]
    newest = max(
        (e for e in (*known, *filter(None, there)) if not value(e).via), key=lambda e: _family(e).revision, default=None
    )
    later = newest is not None and _family(newest).revision > revision
    return Pairs(
        tuple(there),
        tuple(e for e in ours if _family(e).revision <= revision),
        value(newest).paper if newest and later else "",
    )


def value(entry: Entry) -> Question:
    """The question that an entry is."""
    assert isinstance(entry.value, Question)
    return entry.value


def _family(entry: Entry) -> Family:
    return Family.of(value(entry).paper)


def _is_of(own: str, question: Question) -> bool:
    """Whether a question is of this paper, of one of its versions, or reported by it."""
    return Family.of(question.paper).first == Family.of(own).first or question.via == own


def _by_words(
    questions: Sequence[AskedQuestion], askers: Sequence[str], known: Sequence[Entry]
) -> list[tuple[int, Entry]]:
    """Pairs with the same words, the likest first, and of these those with the same asker and number."""
    from rapidfuzz import fuzz

    found = []
    for place, (one, asker) in enumerate(zip(questions, askers, strict=True)):
        for entry in known:
            its = value(entry)
            likeness = fuzz.ratio(" ".join(its.text.split()), " ".join(one.text.split()), score_cutoff=_SAME_WORDS)
            if likeness:
                found.append((likeness, its.asked_by == asker, its.number == one.number, -place, entry))
    found.sort(key=lambda f: f[:4], reverse=True)
    return [(-place, entry) for *_, place, entry in found]


def _by_number(own: str, one: AskedQuestion, asker: str, known: Sequence[Entry]) -> Entry | None:
    """The one of the same asker and number, of the same list where the asker has several, with the likest words."""
    from rapidfuzz import fuzz

    fitting = [e for e in known if value(e).number == one.number and value(e).asked_by == asker]
    if not fitting and one.asked_by is None:
        # Who asks was taken from the sender: a question of this number by somebody named is the same one.
        fitting = [e for e in known if value(e).number == one.number]
        fitting = fitting if len(fitting) == 1 else []
    if len(fitting) > 1 and one.set:
        fitting = [e for e in fitting if value(e).set in (slug(one.set), one.set)] or fitting
    fitting = [e for e in fitting if not _is_another(own, one, value(e))]
    return max(fitting, key=lambda e: fuzz.token_sort_ratio(value(e).text, one.text), default=None)


def _is_another(own: str, one: AskedQuestion, question: Question) -> bool:
    """Whether two versions of a paper put another question under the same number: an answer to the one is none to the other."""
    from rapidfuzz import fuzz

    if question.wording != "verbatim" or question.paper == own or question.via:
        return False
    short, long = sorted((question.text.casefold(), one.text.casefold()), key=len)
    cut_off = long.startswith(short.rstrip(" .?…-"))
    return not cut_off and fuzz.token_sort_ratio(short, long) < _OTHER_WORDS
