"""Which material answers which question, ranked by the words they share."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefer.brief import edit, glyphs
from briefer.brief.model import Brief
from briefer.dates import first_day, last_day
from briefer.errors import BrieferError
from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.entries import Position, Question
from briefer.text import folded_words


def for_question(brief: Brief, question_id: str, base: Knowledge) -> list[tuple[Entry, tuple[str, ...]]]:
    """The statements that help to answer a question of a brief, best first, each with up to three words that say why.

    The words stand so in the entry or its tags. Looked through is what the base has under the brief's topics and those
    of the question, all of it where these say nothing; what the brief holds already is among it. A question that a
    person wrote is judged by its words. Raises BrieferError where the block is no question.
    """
    _, block = edit.find(brief, question_id)
    if block.role != "question":
        raise BrieferError("This is not a question", todo="Choose a question of the brief")
    entry = base.entries.get(block.entry or "")
    known = entry if entry and isinstance(entry.value, Question) else None
    texts = [glyphs.read_out(block.text), *((known.value.text, *known.value.tags) if known else ())]
    own = (known.topic,) if known else brief.topics
    topics = dict.fromkeys((*brief.topics, *own, *(known.value.topics if known else ())))
    held = edit.entries_in(brief)
    statements = [e for t in topics for e in usable(base, t, brief.as_of, also=held)] or [
        e for t in base.topics for e in usable(base, t, brief.as_of, also=held)
    ]
    ranked = _ranked(_stems(texts), own, list(dict.fromkeys(statements)), base, brief.as_of)
    return [(one.entry, _why(one)) for one in ranked]


def usable(base: Knowledge, topic: str, as_of: str, *, also: Iterable[str] = ()) -> list[Entry]:
    """The statements of a topic that a brief for this day can use: not replaced, and not from later than it.

    ``also`` names entries that count all the same.
    """
    day = last_day(as_of)
    return [
        e
        for e in base.under(topic)
        if not isinstance(e.value, Question)
        and (e.id in also or (first_day(e.value.as_of) <= day and base.standing(e, as_of).superseded_by is None))
    ]


def share_out(
    questions: Sequence[Entry], pools: Sequence[Sequence[Entry]], limit: int, base: Knowledge, on: str
) -> list[list[Entry]]:
    """For each question the statements of its pool that help most to answer it, best first, none used twice.

    A statement goes to the question it serves best, as long as that one still has room. A question that would go
    empty gets the best that another can spare.
    """
    shares: list[list[Entry]] = [[] for _ in questions]
    if not limit:
        return shares
    ranked = sorted(
        (
            (score, q, entry)
            for q, question in enumerate(questions)
            for score, entry in relevant(question, pools[q], base, on)
        ),
        key=lambda one: (-one[0], one[1], one[2].id),
    )
    used: set[str] = set()
    for _score, q, entry in ranked:
        if len(shares[q]) < limit and entry.id not in used:
            shares[q].append(entry)
            used.add(entry.id)
    for empty in (q for q, share in enumerate(shares) if not share):
        helpful = [entry for _score, q, entry in ranked if q == empty]
        spared = ((e, share) for e in helpful for share in shares if len(share) > 1 and e in share)
        if found := next(spared, None):
            found[1].remove(found[0])
            shares[empty].append(found[0])
    return shares


def relevant(question: Entry, statements: Sequence[Entry], base: Knowledge, on: str) -> list[tuple[float, Entry]]:
    """Statements that share words with a question, weighed by how rare the words are among them, best first.

    Critical voices are left out: they belong with the defensives, not with what carries an answer.
    """
    asked = _stems([question.value.text, *question.value.tags])
    return [(one.score, one.entry) for one in _ranked(asked, (question.topic,), statements, base, on)]


class _Ranked(NamedTuple):
    score: float
    entry: Entry
    shared: list[str]
    """The stems it has in common with what is asked, the weightiest first."""
    kinds: dict[str, str]
    """Tags by the kind of actor they name."""


def _ranked(
    asked: set[str], own: Sequence[str], statements: Sequence[Entry], base: Knowledge, on: str
) -> list[_Ranked]:
    statements = [e for e in statements if not (isinstance(e.value, Position) and e.value.stance == "critical")]
    held = {e.id: _stems([e.value.text]) for e in statements}
    kinds = {e.id: _kinds_named(e, base) for e in statements}
    tagged = {e.id: _stems([*e.value.tags, *kinds[e.id]]) for e in statements}
    count: dict[str, int] = {}
    for e in statements:
        for stem in held[e.id] | tagged[e.id]:
            count[stem] = count.get(stem, 0) + 1
    total = len(statements) + 1
    weight = {stem: math.log(total / number) for stem, number in count.items()}
    found: list[_Ranked] = []
    for e in statements:
        score = sum(weight[s] for s in sorted(asked & held[e.id]))
        score += 1.5 * sum(weight[s] for s in sorted(asked & tagged[e.id]))
        if score <= 0:
            continue
        score *= 1.0 if e.topic in own else 0.85
        standing = base.standing(e, on)
        score *= 0.4 if standing.out_of_date else 0.8 if standing.disputed else 1.0
        shared = sorted(asked & (held[e.id] | tagged[e.id]), key=lambda s: (-weight[s], s))
        # Long statements share more words by mere length.
        found.append(_Ranked(score / math.sqrt(len(held[e.id]) + 6), e, shared, kinds[e.id]))
    return sorted(found, key=lambda one: (-one.score, one.entry.id))


def _why(one: _Ranked) -> tuple[str, ...]:
    value = one.entry.value
    by_stem: dict[str, str] = {}
    for text in (value.text, *value.tags):
        for word in re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text)):
            for stem in _stems([word]):
                by_stem.setdefault(stem, word)
    for kind, tag in one.kinds.items():
        for stem in _stems([kind]):
            by_stem.setdefault(stem, tag)
    return tuple(dict.fromkeys(by_stem[s] for s in one.shared if s in by_stem))[:3]


#: What actors of a kind are called in questions ("which agencies …", "partner countries").
_CALLED = {"agency": "agency", "mission": "mission", "third-country": "partner", "member-state": "national"}


def _kinds_named(entry: Entry, base: Knowledge) -> dict[str, str]:
    """The kinds of the actors an entry's tags name, so that Frontex helps to answer a question about agencies."""
    named = ((tag, actor.kind) for tag in entry.value.tags if (actor := base.actor_called(tag)))
    return {_CALLED[kind]: tag for tag, kind in named if kind in _CALLED}


#: Words that say nothing of what is asked.
_COMMON = frozenset([
    "about", "above", "after", "again", "also", "among", "and", "any", "are", "been", "before", "being", "between",
    "both", "could", "does", "each", "from", "further", "have", "having", "how", "into", "more", "most", "other",
    "over", "should", "some", "such", "than", "that", "their", "them", "then", "there", "these", "they", "this",
    "those", "through", "under", "what", "when", "where", "which", "while", "will", "with", "would", "member",
    "states",
])  # fmt: skip


def _stems(texts: Iterable[str]) -> set[str]:
    """Words cut to five letters, which is crude and serves English, French and German alike."""
    return {w[:5] for t in texts for w in folded_words(t) if len(w) > 3 and w not in _COMMON}
