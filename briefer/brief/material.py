"""Which material answers which question, ranked by the words they share."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.entries import Position
from briefer.text import folded_words


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
    statements = [e for e in statements if not (isinstance(e.value, Position) and e.value.stance == "critical")]
    asked = _stems([question.value.text, *question.value.tags])
    held = {e.id: _stems([e.value.text]) for e in statements}
    tagged = {e.id: _stems([*e.value.tags, *_kinds_named(e, base)]) for e in statements}
    count: dict[str, int] = {}
    for e in statements:
        for stem in held[e.id] | tagged[e.id]:
            count[stem] = count.get(stem, 0) + 1
    total = len(statements) + 1
    found: list[tuple[float, Entry]] = []
    for e in statements:
        score = sum(math.log(total / count[s]) for s in asked & held[e.id])
        score += 1.5 * sum(math.log(total / count[s]) for s in asked & tagged[e.id])
        if score <= 0:
            continue
        score *= 1.0 if e.topic == question.topic else 0.85
        standing = base.standing(e, on)
        score *= 0.4 if standing.out_of_date else 0.8 if standing.disputed else 1.0
        # Long statements share more words by mere length.
        found.append((score / math.sqrt(len(held[e.id]) + 6), e))
    return sorted(found, key=lambda one: (-one[0], one[1].id))


#: What actors of a kind are called in questions ("which agencies …", "partner countries").
_CALLED = {"agency": "agency", "mission": "mission", "third-country": "partner", "member-state": "national"}


def _kinds_named(entry: Entry, base: Knowledge) -> list[str]:
    """The kinds of the actors an entry's tags name, so that Frontex helps to answer a question about agencies."""
    kinds = (actor.kind for tag in entry.value.tags if (actor := base.actor_called(tag)))
    return [_CALLED[kind] for kind in kinds if kind in _CALLED]


_COMMON = frozenset(
    [
        "about",
        "above",
        "after",
        "again",
        "also",
        "among",
        "and",
        "any",
        "are",
        "been",
        "before",
        "being",
        "between",
        "both",
        "could",
        "does",
        "each",
        "from",
        "further",
        "have",
        "having",
        "how",
        "into",
        "more",
        "most",
        "other",
        "over",
        "should",
        "some",
        "such",
        "than",
        "that",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "under",
        "what",
        "when",
        "where",
        "which",
        "while",
        "will",
        "with",
        "would",
        "member",
        "states",
    ]
)


def _stems(texts: Iterable[str]) -> set[str]:
    """Words cut to five letters, which is crude and serves English, French and German alike."""
    return {
        w[:5]
        for t in texts
        for w in folded_words(t)
        if (len(w) > 3 or (w.isdigit() is False and w.isupper())) and w not in _COMMON
    }
