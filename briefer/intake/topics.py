"""Which topic a paper belongs to: the one named, made where there is none, or the likeliest of the base."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from briefer.errors import UsageError
from briefer.intake.records import Family, ident
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Question
from briefer.knowledge.search import Index
from briefer.papers.model import CouncilPaper
from briefer.text import fold, folded_words, slug


class Resolved(NamedTuple):
    """A topic as somebody named it."""

    id: str
    there: bool


def resolve(name: str, base: Knowledge) -> Resolved:
    """The topic with this id or title; else the id that one of this name would have. Raises UsageError for no name at all."""
    plain = " ".join(name.split())
    if plain in base.topics:
        return Resolved(plain, True)
    titled = next((t.topic for t in base.topics.values() if fold(t.title or "") == fold(plain)), None)
    if titled:
        return Resolved(titled, True)
    if not any(c.isalnum() for c in plain):
        raise UsageError(f"“{name}” is no name for a topic", todo="Write lower case letters, digits and hyphens")
    made = slug(plain)
    return Resolved(made, made in base.topics)


def best_topics(paper: CouncilPaper, base: Knowledge, limit: int = 3, index: Index | None = None) -> list[str]:
    """The topics of the base that a paper is likeliest to belong to, best first; ``index`` where one is at hand."""
    votes: Counter[str] = Counter()
    family = Family.of(ident(paper, base)).first
    for entry in base.entries.values():
        if isinstance(entry.value, Question) and Family.of(entry.value.paper).first == family:
            votes[entry.topic] += 100
    search = index or Index(base)
    words = " ".join([paper.subject or "", *(h.text for h in paper.headings[:20])])
    for place, hit in enumerate(search.search(paper.subject or words, kinds=("topic",), limit=5)):
        votes[hit.id] += 10 - place
    for text in (words, *(q.text for q in paper.questions)):
        for near in search.near(text, kinds=("fact", "position", "question"), limit=15):
            votes[base.entries[near].topic] += 1
    return [topic for topic, _ in votes.most_common(limit)]


def fits(topic: str, paper: CouncilPaper, base: Knowledge) -> bool:
    """Whether a topic is so near to a paper that it may stand there unasked: it has its questions or shares its subject's words.

    The likeliest of some topics may still be far away.
    """
    family = Family.of(ident(paper, base)).first
    asked = (e.value for e in base.questions(topic))
    if any(isinstance(q, Question) and Family.of(q.paper).first == family for q in asked):
        return True
    held = base.topics[topic]
    own = _long_words(" ".join((held.title or topic, *held.keywords)))
    said = _long_words(" ".join((paper.subject or "", *(h.text for h in paper.headings))))
    return len(own & said) >= min(2, len(own))


def _long_words(text: str) -> set[str]:
    return {word for word in folded_words(text) if len(word) > 3}
