"""Words → ranked entries: whole words, beginnings of words, words misspelt, acronyms and what they stand for."""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.entries import Position, Question
from briefer.text import fold, folded_words

KINDS = ("fact", "position", "question", "topic", "paper")


class Hit(NamedTuple):
    """One result; the fields are those of ``search --json``."""

    id: str
    kind: str
    topic: str | None
    text: str
    score: float
    """0 to 100; 100 where every word asked for stands there as asked."""


class _Document(NamedTuple):
    id: str
    kind: str
    topic: str | None
    text: str
    also: tuple[str, ...] = ()
    """Other topics it serves."""


class Index:
    """A search index over a base, in memory; made once for a base and asked often."""

    def __init__(self, base: Knowledge) -> None:
        self._documents: list[_Document] = []
        self._postings: dict[str, dict[int, float]] = {}
        self._acronyms = {fold(k): folded_words(v) for k, v in base.acronyms.items()}
        for topic in base.topics.values():
            heavy = [topic.title or "", topic.topic, *topic.keywords]
            self._add(
                _Document(topic.topic, "topic", topic.topic, topic.title or topic.topic), heavy, [topic.summary or ""]
            )
        for entry in base.entries.values():
            document = _Document(entry.id, entry.kind, entry.topic, entry.value.text, entry.value.topics)
            self._add(document, *_fields(base, entry))
        for paper in base.papers.values():
            heavy = [paper.title, paper.number or "", paper.id]
            light = [paper.from_ or "", paper.author or "", *paper.codes]
            self._add(_Document(paper.id, "paper", None, paper.title), heavy, light)
        self._vocabulary = sorted(self._postings)

    def _add(self, document: _Document, heavy: Iterable[str], light: Iterable[str]) -> None:
        number = len(self._documents)
        self._documents.append(document)
        for weight, texts in ((0.6, light), (1.0, heavy)):
            for text in texts:
                for word in folded_words(text):
                    self._postings.setdefault(word, {})[number] = weight

    def search(self, query: str, *, kinds: Sequence[str] = (), topic: str | None = None, limit: int = 20) -> list[Hit]:
        """The best hits for a query, best first; every word counts by how rare it is in the base.

        ``kinds`` (of ``KINDS``) and ``topic`` (its own entries and those that serve it) narrow it. An empty query finds nothing.
        """
        asked = folded_words(query)
        if not asked:
            return []
        scores: dict[int, float] = {}
        total = 0.0
        for place, word in enumerate(asked):
            found = self._matches(word, last=place == len(asked) - 1)
            weight = math.log(1 + len(self._documents) / max(len(found), 1)) if found else 1.0
            total += weight
            for number, quality in found.items():
                scores[number] = scores.get(number, 0.0) + weight * quality
        wanted = [(s, n) for n, s in scores.items() if _wanted(self._documents[n], kinds, topic)]
        least = max(0.35 * max(wanted, default=(0.0, 0))[0], 0.12 * total)
        # Word order is looked at only among the best: on a large base one word is found in thousands of entries.
        best = heapq.nlargest(max(limit, 0) * 2 + 80, (one for one in wanted if one[0] >= least))
        documents = [(score, self._documents[number]) for score, number in best]
        hits = [
            Hit(d.id, d.kind, d.topic, d.text, min(100.0, round(95 * score / total + _row_bonus(asked, d), 1)))
            for score, d in documents
        ]
        hits.sort(key=lambda h: (-h.score, KINDS.index(h.kind) if h.kind != "topic" else -1, h.id))
        return hits[: max(limit, 0)]

    def near(self, text: str, *, kinds: Sequence[str] = (), limit: int = 20, words: int = 12) -> list[str]:
        """The ids of entries that share the rarest words of a text, most first; no more than a first choice.

        Words count as they are written; of each only its postings are looked at, so that a large base takes little longer.
        """
        there = {w: found for w in dict.fromkeys(folded_words(text)) if (found := self._postings.get(w))}
        rarest = heapq.nsmallest(words, there.values(), key=len)
        often = max(len(self._documents) // 20, 500)
        scores: dict[int, float] = {}
        for place, found in enumerate(rarest):
            if place >= 3 and len(found) > often:  # words such as "the" tell nothing, and cost most
                break
            weight = math.log(1 + len(self._documents) / len(found))
            for number in found:
                scores[number] = scores.get(number, 0.0) + weight
        fitting = ((s, -n) for n, s in scores.items() if not kinds or self._documents[n].kind in kinds)
        return [self._documents[-n].id for _, n in heapq.nlargest(limit, fitting)]

    def _matches(self, word: str, *, last: bool) -> dict[int, float]:
        """Documents holding the word, with 0 to 1 for how well: as asked, begun, misspelt, or by its acronym."""
        found: dict[int, float] = {}

        def take(other: str, quality: float) -> None:
            for number, weight in self._postings.get(other, {}).items():
                found[number] = max(found.get(number, 0.0), quality * (0.7 + 0.3 * weight))

        take(word, 1.0)
        if len(word) >= 2:
            for other in self._beginning_with(word):
                take(other, 0.9 if last else 0.75)
        if expansion := self._acronyms.get(word):
            sets = [set(self._postings.get(w, {})) for w in expansion if len(w) > 3]
            for number in set.intersection(*sets) if sets else ():
                found[number] = max(found.get(number, 0.0), 0.8)
        if len(word) >= 4:
            for other, likeness in self._like(word):
                take(other, 0.8 * likeness)
        return found

    def _beginning_with(self, word: str) -> list[str]:
        start = bisect_left(self._vocabulary, word)
        end = bisect_left(self._vocabulary, word + "\U0010ffff")
        return self._vocabulary[start:end]

    def _like(self, word: str) -> list[tuple[str, float]]:
        from rapidfuzz import process
        from rapidfuzz.distance import DamerauLevenshtein

        cutoff = 0.7 if len(word) < 8 else 0.75
        hits = process.extract(
            word, self._vocabulary, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=cutoff, limit=6
        )
        return [(other, likeness) for other, likeness, _ in hits if other != word]


def _row_bonus(asked: list[str], document: _Document) -> float:
    if not _in_a_row(asked, document.text):
        return 0.0
    return 5.0 if document.kind != "topic" else 5.0 + 10.0 * (len(asked) > 1)


def _in_a_row(asked: list[str], text: str) -> bool:
    """Whether words beginning as asked follow each other in the text, as ``cen as`` in Central Asia."""
    words = folded_words(text)
    return any(
        all(word.startswith(a) for word, a in zip(words[i : i + len(asked)], asked, strict=True))
        for i in range(len(words) - len(asked) + 1)
    )


def _wanted(document: _Document, kinds: Sequence[str], topic: str | None) -> bool:
    return (not kinds or document.kind in kinds) and (topic is None or topic in (document.topic, *document.also))


def _fields(base: Knowledge, entry: Entry) -> tuple[list[str], list[str]]:
    value = entry.value
    heading = base.topics[entry.topic].title if entry.topic in base.topics else None
    heavy = [value.text, *value.tags]
    light = [heading or "", value.note or "", value.id]
    if isinstance(value, Position) and value.actor in base.actors:
        actor = base.actors[value.actor]
        heavy += [actor.name, *actor.aliases]
    if isinstance(value, Question):
        light += [value.paper, base.actors[value.asked_by].name if value.asked_by in base.actors else ""]
    else:
        light += [c.paper for c in value.cites]
    return heavy, light


def spans(text: str, query: str) -> list[tuple[int, int]]:
    """Where words of the query (or their beginnings) stand in a text, as start and end, for marking them."""
    asked = [w for w in folded_words(query) if len(w) > 1]
    found: list[tuple[int, int]] = []
    start = None
    for i, c in enumerate(text + " "):
        if c.isalnum():
            start = i if start is None else start
        elif start is not None:
            word = fold(text[start:i])
            best = max((len(w) for w in asked if word.startswith(w)), default=0)
            if best:
                found.append((start, min(start + best, i)))
            start = None
    return found
