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


class Names:
    """The names of a base's actors, ready to be looked through; what it has found once it knows."""

    def __init__(self, base: Knowledge) -> None:
        self._base = base
        self._words: set[str] = set()
        self._alike: dict[tuple[str, int], list[tuple[str, _Name]]] = {}
        """By first letter and length of one of their words, this word folded first."""
        self._meant: dict[tuple[str, str, str], str] = {}
        for actor in base.actors.values():
            for name in (actor.name, *actor.aliases):
                words = tuple(_folded(name))
                self._words.update(words)
                for word, written in zip(words, _WORD.findall(name), strict=False):
                    if len(word) >= _SHORTEST and written[0].isupper():
                        self._alike.setdefault((word[0], len(word)), []).append((word, _Name(name, words)))

    def meant(self, one: tuple[str, str, str]) -> str:
        """The name that is meant by a word, given with the words before and behind it; empty where it is none misspelt."""
        if one not in self._meant:
            found = self._like(*one)
            self._meant[one] = "" if found and self._says(one[0]) else found
        return self._meant[one]

    def _like(self, written: str, before: str, after: str) -> str:
        word = fold(written)
        if any(word.removesuffix(ending) in self._words for ending in ("", "s", "es")):
            return ""
        from rapidfuzz.distance import OSA

        for length in range(len(word) - 2, len(word) + 3):
            most = 2 if min(length, len(word)) >= _LONG else 1
            for right, name in self._alike.get((word[0], length), ()):
                near = abs(length - len(word)) <= most and OSA.distance(word, right, score_cutoff=most) <= most
                if near and not _is_form(word, right) and _beside(name, right, before, after):
                    return name.whole
        return ""

    def _says(self, written: str) -> bool:
        """Whether the base itself has a word somewhere: then it is none misspelt."""
        base = self._base
        return (
            any(written in e.value.text for e in base.entries.values())
            or any(written in (t or "") for p in base.papers.values() for t in (p.title, p.from_, p.author, p.to))
            or any(written in f"{t.title} {t.summary} {t.keywords}" for t in base.topics.values())
            or any(written in full for full in base.acronyms.values())
        )


def _beside(name: _Name, right: str, before: str, after: str) -> bool:
    """Whether a name is that one word, or another of its words stands beside it too."""
    return len(name.words) == 1 or any(w in (before, after) for w in name.words if len(w) > 2 and w != right)


def _folded(text: str) -> list[str]:
    return [fold(w) for w in _WORD.findall(text)]


@lru_cache(maxsize=16384)
def _capital(words: str) -> tuple[tuple[str, str, str], ...]:
    """The words of a text that begin with a capital letter and are long enough, with the folded words before and behind, those
    of one or two letters passed over.
    """
    found = [(m[0], fold(m[0])) for m in _WORD.finditer(words) if len(m[0]) > 2]
    folded = ["", *(f for _, f in found), ""]
    return tuple(
        (written, folded[i], folded[i + 2])
        for i, (written, _) in enumerate(found)
        if len(written) >= _SHORTEST and written[0].isupper() and not written.isupper()
    )


def misspelt(brief: Brief, names: Names) -> Iterator[Finding]:
    """A remark at the first place where a word stands that is nearly one of a name."""
    seen: set[str] = set()
    for section, block, words in texts.said(brief):
        for one in _capital(words):
            if (meant := names.meant(one)) and one[0] not in seen and not _quoted(brief, one[0]):
                seen.add(one[0])
                yield _finding(section, block, one[0], meant)


def _finding(section: Section, block: Block, written: str, meant: str) -> Finding:
    why = f"has “{written}”, which is no name in the list of actors but looks like “{meant}”"
    return Finding(
        "name", section.id, block.id, at_block(section, block), why, "correct it, or accept it if it is another"
    )


def _quoted(brief: Brief, written: str) -> bool:
    """Whether the base had it so when it was pulled in."""
    return any(b.pulled and written in b.pulled.text for s in brief.sections for b in s.blocks)


def _is_form(word: str, right: str) -> bool:
    """Whether one is the other with another ending, as plurals and inhabitants have it."""
    shared = 0
    for a, b in zip(word, right, strict=False):
        if a != b:
            break
        shared += 1
    left, other = word[shared:], right[shared:]
    return shared >= 4 and (not left or left in _ENDINGS) and (not other or other in _ENDINGS) and left != other
