"""The rows of the first screen: meetings, briefs, topics and templates, and which of them a query means."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefer.dates import long_form
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Meeting
from briefer.knowledge.search import Index
from briefer.text import fold, folded_words
from briefer.tui.loading import Library, Shelf, Shelved


class Row(NamedTuple):
    """Something that can be opened."""

    kind: str
    """unsaved, brief, meeting, topic or template."""
    name: str
    """Its id; a brief's and an unsaved one's is its path."""
    title: str
    states: tuple[str, ...] = ()
    """What is told of it at the right, longest first."""
    words: str = ""
    """What else it is found by."""

    @property
    def id(self) -> str:
        """One of a kind in a list."""
        return f"{self.kind}:{self.name}"


#: The groups of the list before anything is typed, in their order.
GROUPS = {
    "unsaved": "Not saved when briefer last ended",
    "brief": "Briefs",
    "meeting": "Meetings",
    "topic": "Topics",
    "template": "Templates",
}


def rows(library: Library, shelf: Shelf) -> list[Row]:
    """All rows, group by group."""
    base = library.base
    found = [Row("unsaved", str(u.target), u.target.stem, ("not saved",), "unsaved recover") for u in shelf.unsaved]
    found += [_brief_row(s) for s in shelf.briefs]
    for meeting in sorted(base.meetings.values(), key=lambda m: m.date, reverse=True):
        items = ", ".join(i.title for i in meeting.items)
        title = f"{meeting.body} {long_form(meeting.date)}" + (f"  {items}" if items else "")
        topics = {t for i in meeting.items for t in i.topics}
        count = f"{len(topics)} topic{'s' if len(topics) != 1 else ''}"
        states = (f"{count} · inferred", count) if meeting.inferred else (count,)
        words = " ".join((meeting.meeting, meeting.place or "", *(_title(base, t) for t in topics)))
        found.append(Row("meeting", meeting.meeting, title, states, words))
    for topic in sorted(base.topics.values(), key=lambda t: fold(t.title or t.topic)):
        names = ("fact", "position", "question")
        counts = [base.counts(topic.topic)[f"{name}s"] for name in names]
        long = " · ".join(f"{n} {name}{'s' if n != 1 else ''}" for n, name in zip(counts, names, strict=True))
        short = " · ".join(f"{n} {name}" for n, name in zip(counts, ("f", "p", "q"), strict=True))
        words = " ".join((topic.topic, *topic.keywords, *topic.bodies))
        found.append(Row("topic", topic.topic, topic.title or topic.topic, (long, short), words))
    for file in sorted(library.templates.files.values(), key=lambda f: fold(f.template.title)):
        one = file.template
        state = f"{len(one.sections)} sections"
        found.append(Row("template", one.template, one.title, (state,), " ".join((one.template, *one.bodies))))
    return found


def meetings_on(topics: Sequence[str], base: Knowledge) -> list[Meeting]:
    """The meetings that deal with one of the topics, newest first."""
    found = [m for m in base.meetings.values() if any(t in topics for i in m.items for t in i.topics)]
    return sorted(found, key=lambda m: m.date, reverse=True)


def _title(base: Knowledge, topic: str) -> str:
    return (base.topics[topic].title or topic) if topic in base.topics else topic


def _brief_row(shelved: Shelved) -> Row:
    brief = shelved.brief
    if brief is None:
        return Row("brief", str(shelved.path), shelved.path.stem, ("cannot be read",), "broken")
    told = [
        (f"{shelved.to_fill_in} to fill in", f"{shelved.to_fill_in}▢", shelved.to_fill_in),
        (f"! {shelved.out_of_date} out of date", f"!{shelved.out_of_date}", shelved.out_of_date),
    ]
    long = " · ".join([*(t[0] for t in told if t[2]), brief.state])
    short = " ".join([*(t[1] for t in told if t[2]), brief.state])
    words = " ".join((brief.brief, brief.state, *brief.topics, brief.meeting.body or "" if brief.meeting else ""))
    when = f"  {long_form(brief.meeting.date)}" if brief.meeting and brief.meeting.date else ""
    return Row("brief", str(shelved.path), f"{brief.title}{when}", (long, short), words)


def narrowed(all_rows: Sequence[Row], query: str, index: Index | None = None) -> list[Row]:
    """The rows a query means, best first: words, their beginnings, parts, initials, and words misspelt.

    With an index, topics also count as meant where their entries hold the words, after all others.
    """
    asked = folded_words(query)
    if not asked:
        return list(all_rows)
    scored = [(score, place, row) for place, row in enumerate(all_rows) if (score := _score(row, asked))]
    scored.sort(key=lambda one: (-one[0], one[1]))
    found = [row for _, _, row in scored]
    if index is not None:
        topics = {row.name: row for row in all_rows if row.kind == "topic" and row not in found}
        hits = index.search(query, kinds=("fact", "position", "question"), limit=60) if topics else []
        found += [topics[name] for name in dict.fromkeys(h.topic for h in hits) if name in topics]
    return found


def _score(row: Row, asked: list[str]) -> float:
    total = 0.0
    for word in asked:
        best = max(_word_score(word, row.title), 0.8 * _word_score(word, row.words), 0.7 * (row.kind.startswith(word)))
        if not best:
            return 0.0
        total += best
    words = folded_words(row.title)
    # Of two that match alike, the one that is hardly more than what was asked for.
    return total / len(asked) + 0.2 * _in_order(asked, words) + 0.1 * min(len(asked) / max(len(words), 1), 1)


def _in_order(asked: list[str], words: list[str]) -> bool:
    return any(
        len(words) - i >= len(asked) and all(w.startswith(a) for a, w in zip(asked, words[i:], strict=False))
        for i in range(len(words))
    )


@lru_cache(maxsize=20_000)
def _word_score(word: str, text: str) -> float:
    words = folded_words(text)
    if word in words:
        return 1.0
    if any(w.startswith(word) for w in words):
        return 0.9
    if len(word) > 2 and any(word in w for w in words):
        return 0.6
    if len(word) > 1 and word in "".join(w[0] for w in words):
        return 0.5
    if len(word) > 3:
        from rapidfuzz.distance import DamerauLevenshtein

        cut = [w[: len(word) + 1] for w in words if abs(len(w) - len(word)) < 8]
        likeness = max((DamerauLevenshtein.normalized_similarity(word, w) for w in (*words, *cut)), default=0.0)
        return 0.5 * likeness if likeness >= 0.7 else 0.0
    return 0.0
