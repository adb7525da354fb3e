"""Words → rows of the first screen and entries of the base; and where in a text the words were found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from briefer.knowledge.base import Knowledge
from briefer.knowledge.search import Hit, Index
from briefer.text import fold, folded_words
from briefer.tui.finding import Row

#: The most rows of each sort that one query gives; together as many as a list shows.
_ROWS, _ENTRIES = 80, 117
#: Topics that are meant by what stands under them, not by their name.
_TOPICS = 3
#: Below this a row is only like what was asked for, and entries that hold the very words come first.
_WEAK = 0.6
ENTRY_KINDS = ("fact", "position", "question", "paper")


class Seeker:
    """The rows by their words, made once and asked at each key."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._titles = [folded_words(r.title) for r in rows]
        self._initials = ["".join(w[0] for w in words) for words in self._titles]
        found: dict[str, dict[int, float]] = {}
        for number, row in enumerate(rows):
            for weight, words in ((0.7, [row.kind]), (0.8, folded_words(row.words)), (1.0, self._titles[number])):
                for word in words:
                    found.setdefault(word, {})[number] = weight
        self._found = found
        self._vocabulary = sorted(found)

    def rows(self, query: str) -> list[tuple[float, Row]]:
        """The rows that a query means, with how well, best first: words, beginnings, parts, initials, words misspelt."""
        asked = folded_words(query)
        if not asked:
            return []
        scores: dict[int, float] | None = None
        for word in asked:
            matches = self._matches(word)
            before = dict.fromkeys(matches, 0.0) if scores is None else scores
            scores = {n: before[n] + matches[n] for n in matches if n in before}
        scored = [(s / len(asked) + self._bonus(asked, n), n) for n, s in (scores or {}).items()]
        scored.sort(key=lambda one: (-one[0], one[1]))
        return [(score, self._rows[number]) for score, number in scored]

    def _bonus(self, asked: list[str], number: int) -> float:
        """Of two that match alike, the one that has the words in this order, and hardly more than them."""
        words = self._titles[number]
        in_order = any(
            len(words) - i >= len(asked) and all(w.startswith(a) for a, w in zip(asked, words[i:], strict=False))
            for i in range(len(words))
        )
        # A topic comes before the many briefs that bear its name.
        topic = 0.02 * (self._rows[number].kind == "topic")
        return 0.2 * in_order + 0.1 * min(len(asked) / max(len(words), 1), 1) + topic

    def _matches(self, word: str) -> dict[int, float]:
        best: dict[int, float] = {}

        def take(other: str, quality: float) -> None:
            for number, weight in self._found[other].items():
                if quality * weight > best.get(number, 0.0):
                    best[number] = quality * weight

        if word in self._found:
            take(word, 1.0)
        start, end = bisect_left(self._vocabulary, word), bisect_left(self._vocabulary, word + "\U0010ffff")
        for other in self._vocabulary[start:end]:
            take(other, 0.9)
        if len(word) > 2:
            for other in self._vocabulary:
                if word in other:
                    take(other, 0.6)
        if len(word) > 1:
            for number, initials in enumerate(self._initials):
                if word in initials:
                    best[number] = max(best.get(number, 0.0), 0.5)
        if len(word) > 3:
            for other, likeness in _like(word, self._vocabulary):
                take(other, 0.5 * likeness)
        return best


def found(seeker: Seeker, query: str, base: Knowledge, index: Index | None) -> list[Row]:
    """All that a query means: papers of this number, rows, topics with most of what was found, entries, rows only like it.

    Without an index (it is still being made) only the rows.
    """
    scored = seeker.rows(query)[:_ROWS]
    strong = [row for score, row in scored if score >= _WEAK]
    weak = [row for score, row in scored if score < _WEAK]
    if index is None or len(query.strip()) < 2:
        return strong + weak
    kinds, rest = _of_kind(query)
    hits = index.search(rest, kinds=kinds or ENTRY_KINDS, limit=_ENTRIES)
    if kinds and not hits:
        hits = index.search(query, kinds=ENTRY_KINDS, limit=_ENTRIES)
    elif kinds:
        return [*(entry_row(hit, base) for hit in hits), *strong, *weak]
    asked = folded_words(query)
    named = [h for h in hits if h.kind == "paper" and set(asked) <= set(folded_words(base.papers[h.id].number or ""))]
    strong = [*(entry_row(hit, base) for hit in named), *strong]
    hits = [h for h in hits if h not in named]
    known = {row.name for _, row in scored if row.kind == "topic"}
    counts: dict[str, int] = {}
    for hit in hits[:60]:
        if hit.topic and hit.topic not in known:
            counts[hit.topic] = counts.get(hit.topic, 0) + 1
    leading = sorted(counts, key=lambda t: -counts[t])[:_TOPICS]
    topics = [row for name in leading for row in seeker._rows if row.kind == "topic" and row.name == name]
    return [*strong, *topics, *(entry_row(hit, base) for hit in hits), *weak]


def _of_kind(query: str) -> tuple[tuple[str, ...], str]:
    """The kinds of entry that a query names (``paper 9375``, ``facts mali``), and the rest of it."""
    words = query.split()
    named = [k for k in ENTRY_KINDS if len(words) > 1 and any(w.lower() in (k, f"{k}s") for w in words)]
    rest = [w for w in words if w.lower().removesuffix("s") not in named]
    return (tuple(named), " ".join(rest)) if rest else ((), query)


def entry_row(hit: Hit, base: Knowledge) -> Row:
    """A row for an entry or a paper."""
    if hit.kind == "paper":
        paper = base.papers[hit.id]
        title = " ".join(p for p in (paper.number or "", paper.title) if p)
        return Row("paper", hit.id, title, (paper.from_ or "", ""))
    topic = base.topics.get(hit.topic or "")
    return Row(hit.kind, hit.id, hit.text, ((topic.title if topic else None) or hit.topic or "", ""))


def _like(word: str, vocabulary: Sequence[str]) -> list[tuple[str, float]]:
    """Words that are spelt nearly so, or begin nearly so, with how alike they are."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    near: dict[str, float] = {}
    cut = len(word) + 1
    for texts in (vocabulary, [w[:cut] for w in vocabulary]):
        for _, likeness, place in process.extract(
            word, texts, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.7, limit=12
        ):
            near[vocabulary[place]] = max(near.get(vocabulary[place], 0.0), likeness)
    return list(near.items())


def marks(text: str, query: str) -> list[tuple[int, int]]:
    """Where a query was found in a text: beginnings of words, parts of them, initials, words only like it."""
    asked = folded_words(query)
    words = _words(text)
    spans: list[tuple[int, int]] = []
    for one in asked:
        here = [(start, min(start + len(one), end)) for start, end, word in words if word.startswith(one)]
        if not here and len(one) > 2:
            places = [(start, end, word.find(one)) for start, end, word in words]
            here = [(start + at, min(start + at + len(one), end)) for start, end, at in places if at > 0]
        if not here and len(one) > 1 and (at := "".join(w[0] for _, _, w in words).find(one)) >= 0:
            here = [(start, start + 1) for start, _, _ in words[at : at + len(one)]]
        if not here and len(one) > 3:
            like = {word for word, _ in _like(one, [w for _, _, w in words])}
            here = [(start, end) for start, end, word in words if word in like]
        spans += here
    return sorted(set(spans))


def _words(text: str) -> list[tuple[int, int, str]]:
    """The words of a text, folded, with where each begins and ends in it."""
    words, start = [], None
    for i, c in enumerate(text + " "):
        if c.isalnum():
            start = i if start is None else start
        elif start is not None:
            if word := fold(text[start:i]):
                words.append((start, i, word))
            start = None
    return words
