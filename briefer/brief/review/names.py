"""Names that are not in the list of actors, but look like one of them misspelt.

Better nothing said than something wrong: a word counts only where it stands nowhere in the base, is no other form of the
name (Niger, Nigerian), and for a name of several words only beside another one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefer.brief.model import Block, Brief, Section
from briefer.brief.review import texts
from briefer.brief.review.finding import Finding, at_block
from briefer.knowledge.base import Knowledge
from briefer.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST, _LONG = 6, 10
"""A name may be misspelt by one letter from the first number of letters on, by two from the second on."""
_FORMS = "s es n an ian i ni ese er r ers rs ic ish ism ist a ia y al ed ing en e ne nes ns ans ians is"
_ENDINGS = frozenset(_FORMS.split())


class _Name(NamedTuple):
    whole: str
    words: tuple[str, ...]
    """Folded."""


class Names(NamedTuple):
    """The names of a base's actors, ready to be looked through."""

    by_word: dict[str, list[_Name]]
    """Those that a folded word stands in, from the shortest length on that counts."""
    known: frozenset[str]
    """Folded words that are no misspelling, whatever they look like."""


def of(base: Knowledge) -> Names:
    """The names of a base, and every word that it uses."""
    by_word: dict[str, list[_Name]] = {}
    for actor in base.actors.values():
        for name in (actor.name, *actor.aliases):
            words = tuple(_folded(name))
            for word, written in zip(words, _WORD.findall(name), strict=False):
                if len(word) >= _SHORTEST and written[0].isupper():
                    by_word.setdefault(word, []).append(_Name(name, words))
    said = [e.value.text for e in base.entries.values()]
    said += [t for topic in base.topics.values() for t in (topic.title, topic.summary, *topic.keywords) if t]
    said += [t for p in base.papers.values() for t in (p.title, p.from_, p.author, p.to) if t]
    said += [t for a in base.actors.values() for t in (a.name, *a.aliases)] + list(base.acronyms.values())
    return Names(by_word, frozenset(w for text in said for w in _folded(text)))


def _folded(text: str) -> list[str]:
    return [fold(w) for w in _WORD.findall(text)]


@lru_cache(maxsize=16384)
def _capital(words: str) -> tuple[tuple[str, str, str], ...]:
    """The words of a text that begin with a capital letter and are long enough, with the folded word before and behind."""
    found = [(m[0], fold(m[0])) for m in _WORD.finditer(words)]
    folded = ["", *(f for _, f in found), ""]
    return tuple(
        (written, folded[i], folded[i + 2])
        for i, (written, _) in enumerate(found)
        if len(written) >= _SHORTEST and written[0].isupper() and not written.isupper()
    )


def misspelt(brief: Brief, names: Names) -> Iterator[Finding]:
    """A remark at the first place where a word stands that is nearly one of a name."""
    checked: dict[tuple[str, str, str], str] = {}
    seen: set[str] = set()
    for section, block, words in texts.said(brief):
        for one in _capital(words):
            if one not in checked:
                checked[one] = _meant(one, names)
            if checked[one] and one[0] not in seen and not _quoted(brief, one[0]):
                seen.add(one[0])
                yield _finding(section, block, one[0], checked[one])


def _finding(section: Section, block: Block, written: str, meant: str) -> Finding:
    why = f"has “{written}”, which is no name in the list of actors but looks like “{meant}”"
    return Finding(
        "name", section.id, block.id, at_block(section, block), why, "correct it, or accept it if it is another"
    )


def _quoted(brief: Brief, written: str) -> bool:
    """Whether the base had it so when it was pulled in."""
    return any(b.pulled and written in b.pulled.text for s in brief.sections for b in s.blocks)


def _meant(one: tuple[str, str, str], names: Names) -> str:
    """The name that is meant by a word between two others; empty where it is none misspelt."""
    written, before, after = one
    word = fold(written)
    if word in names.known or any(word.removesuffix(e) in names.known for e in ("s", "es", "'s")):
        return ""
    from rapidfuzz.distance import OSA

    for right, found in names.by_word.items():
        most = 2 if min(len(right), len(word)) >= _LONG else 1
        if right[0] != word[0] or abs(len(right) - len(word)) > most or _is_form(word, right):
            continue
        if OSA.distance(word, right, score_cutoff=most) <= most:
            for name in found:
                beside = (before, after)
                if len(name.words) == 1 or any(w in beside for w in name.words if len(w) > 2 and w != right):
                    return name.whole
    return ""


def _is_form(word: str, right: str) -> bool:
    """Whether one is the other with another ending, as plurals and inhabitants have it."""
    shared = 0
    for a, b in zip(word, right, strict=False):
        if a != b:
            break
        shared += 1
    left, other = word[shared:], right[shared:]
    return shared >= 4 and (not left or left in _ENDINGS) and (not other or other in _ENDINGS) and left != other
