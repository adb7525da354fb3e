"""Figures that differ inside a note: two sentences on the same thing that give it two numbers.

Better nothing said than something wrong: the sentences have to share what is counted, nearly all words of the shorter one,
and the names and years of both. Only the delegation's own words may leave out names and years of the fact they rest on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefer.brief.model import Block, Brief, Section
from briefer.brief.review import texts
from briefer.brief.review.counting import SPOKEN
from briefer.brief.review.finding import Finding, at_block, at_section
from briefer.brief.review.telling import beginning
from briefer.knowledge.amounts import Amount, amounts, may_state, stem
from briefer.text import fold

_LEAST = 0.75
"""Of the words of the shorter sentence, how many have to stand in the other."""
_SHARED = 3
"""How many words of weight two sentences have in common at least."""
_MANY = 60
"""A word that so many sentences have tells nothing about what they are on."""
_LIGHT_WORDS = (
    "about after also and are been but during for from had has have into its more not now only our over some than that the "
    "their them then there these they this those under until was were which while who will with within would year"
)
_LIGHT = frozenset(_LIGHT_WORDS.split())
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")
_MONTH = re.compile(r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b")
_NUMBER = re.compile(r"\d[\d.,]*")
_WORD = re.compile(r"[^\W_]+")


class _About(NamedTuple):
    """What a sentence is about, its numbers aside."""

    stems: frozenset[str]
    names: frozenset[str]
    """The stems of words with a capital letter within the sentence."""
    years: frozenset[str]


class _Stated(NamedTuple):
    """A sentence that states amounts, and where."""

    place: int
    section: Section
    block: Block
    text: str
    amounts: tuple[Amount, ...]

    @property
    def own(self) -> bool:
        """Whether it is in the delegation's own words."""
        return self.block.role in SPOKEN and not self.block.entry


@lru_cache(maxsize=16384)
def _stating(words: str) -> tuple[tuple[str, tuple[Amount, ...]], ...]:
    """The sentences of a text that state amounts, with these."""
    if not may_state(words) or not amounts(words):
        return ()
    found = ((sentence, tuple(amounts(sentence))) for sentence in texts.sentences(words))
    return tuple(one for one in found if one[1])


@lru_cache(maxsize=16384)
def _about(sentence: str) -> _About:
    bare = _NUMBER.sub(" ", sentence)
    stems = frozenset(stem(w) for w in _WORD.findall(fold(bare)) if len(w) > 2 and w not in _LIGHT)
    capital = (m[0] for m in _WORD.finditer(bare) if m.start() and m[0][0].isupper())
    names = frozenset(stem(fold(w)) for w in capital if not _MONTH.fullmatch(fold(w)))
    return _About(stems, names & stems, frozenset(_YEAR.findall(sentence)))


def differing(brief: Brief) -> Iterator[Finding]:
    """A remark on each block with a figure that an earlier one, or one it could rest on, gives otherwise."""
    seen: set[tuple[str, str]] = set()
    for one, other in _pairs(brief):
        here, there = (one, other) if one.own and not other.own else (other, one)
        if (here.block.id, there.block.id) in seen or _disputed(here.block, there.block):
            continue
        if not _same_thing(here, there) or not _differ(here, there):
            continue
        seen.add((here.block.id, there.block.id))
        title = "also here" if here.section is there.section else f"under {at_section(there.section)}"
        why = f"says “{_short(here.text)}”, where “{_short(there.text)}” stands"
        todo = "see which of the two holds, or say why they differ"
        yield Finding(
            "figures-differ",
            here.section.id,
            here.block.id,
            at_block(here.section, here.block),
            f"{why} {title}",
            todo,
            why,
        )


def _pairs(brief: Brief) -> list[tuple[_Stated, _Stated]]:
    """Sentences that count the same and could be on the same thing, in the order of the note."""
    counting: dict[tuple[str, str], list[_Stated]] = {}
    place = 0
    for section, block, words in texts.said(brief):
        if block.role == "question":
            continue
        for sentence, stated in _stating(words):
            place += 1
            one = _Stated(place, section, block, sentence, stated)
            for kind in {(a.kind, a.of) for a in stated if not a.loose}:
                counting.setdefault(kind, []).append(one)
    found: dict[tuple[int, int], tuple[_Stated, _Stated]] = {}
    for kind, counted in counting.items():
        values = {a.value for one in counted for a in one.amounts if (a.kind, a.of) == kind}
        if len(values) > 1 and len(counted) > 1:
            for one, other in _near(counted):
                first, second = (one, other) if one.place < other.place else (other, one)
                found[first.place, second.place] = (first, second)
    return [found[at] for at in sorted(found)]


def _near(stated: Sequence[_Stated]) -> Iterator[tuple[_Stated, _Stated]]:
    """Each with those that have its rarest name, or, where it names nothing, one of its rarest words."""
    about = [_about(one.text) for one in stated]
    having: dict[str, list[int]] = {}
    for i, one in enumerate(about):
        for word in one.stems:
            having.setdefault(word, []).append(i)
    for i, one in enumerate(about):
        rarest = sorted(one.names or one.stems, key=lambda w: (len(having[w]), w))
        probes = rarest[: 1 if one.names else max(len(rarest) - int(_LEAST * len(rarest)) + 1, 1)]
        for j in {j for w in probes if len(having[w]) <= _MANY for j in having[w]}:
            if one.years <= about[j].years and i != j:
                yield stated[i], stated[j]


def _same_thing(here: _Stated, there: _Stated) -> bool:
    one, other = _about(here.text), _about(there.text)
    fewer, more = sorted((one.stems, other.stems), key=len)
    shared = fewer & more
    if here.block is there.block or len(shared) < _SHARED or len(shared) < _LEAST * len(fewer):
        return False
    if one.names - other.stems or one.years - other.years:
        return False
    rests = here.own and not there.own
    return (not other.names - one.stems and one.years == other.years) or (rests and len(shared) == len(fewer))


def _differ(here: _Stated, there: _Stated) -> bool:
    """Whether one of the things that both count has two numbers, neither of which the other sentence has too."""
    for a in here.amounts:
        for b in there.amounts:
            same = a.kind == b.kind and a.of == b.of and not (a.loose or b.loose)
            if same and a.value != b.value and not (_has(there, a) or _has(here, b)):
                return True
    return False


def _has(stated: _Stated, amount: Amount) -> bool:
    return any(a.kind == amount.kind and a.value == amount.value for a in stated.amounts)


def _disputed(one: Block, other: Block) -> bool:
    """Whether the base itself says that they contradict each other, which is remarked anyway."""
    pulled = [(b.pulled, o.pulled) for b, o in ((one, other), (other, one))]
    return any(b and o and any(side.startswith(o.text.rstrip(".")) for side in b.disputed) for b, o in pulled)


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 140 else beginning(sentence)
