"""Key words with one letter lost or misread by a scan, mended so that they are recognised; for recognising only.

What a paper says is given word for word, as printed; only the search for lead-ins and headings looks at mended words.
"""

from __future__ import annotations

import re
from functools import cache

_KEY_WORDS = """
    questions question discussion delegations delegation presidency invites invited ministers member
    states following consider reflect comment exchange views guiding steering debate answer discuss
    issues points address share indicate questions présidence délégations invitées suivantes ministres
    débat fragen folgende folgenden delegationen vorsitz gebeten ersucht aussprache frågor följande
    delegationerna ordförandeskapet uppmanas diskussion coreper council
"""
_KEYS = tuple(_KEY_WORDS.split())
_WORD = re.compile(r"[^\W_]+")
_MISREAD = str.maketrans({"0": "o", "1": "l", "|": "l", "5": "s"})


def mended(text: str) -> str:
    """The text in small letters with key words mended: “cons der the fol owing questi0ns”."""
    low = text.lower()
    words = list(_WORD.finditer(low))
    parts: list[str] = []
    at = place = 0
    while place < len(words):
        word = words[place]
        found, width = _key(word[0]), 1
        if found is None and place + 1 < len(words):
            after = words[place + 1]
            if low[word.end() : after.start()] == " ":
                found, width = _key(word[0] + after[0], lost=True), 2
        if found is not None and found != word[0]:
            parts += [low[at : word.start()], found]
            at = words[place + width - 1].end()
            place += width
        else:
            place += 1
    return "".join([*parts, low[at:]])


def _key(word: str, *, lost: bool = False) -> str | None:
    """The key word that a word is, perhaps with one letter lost (``lost``: certainly with one), or one misread."""
    if len(word) < 4:
        return None
    exact, shorter, wild = _forms()
    if not lost:
        if word in exact:
            return word
        plain = word.translate(_MISREAD)
        if plain in exact:
            return plain
    if word in shorter:
        return shorter[word]
    if lost:
        return word if word in exact else None
    for i in range(len(word)):
        found = wild.get((i, word[:i] + word[i + 1 :]))
        if found is not None:
            return found
    return None


@cache
def _forms() -> tuple[frozenset[str], dict[str, str], dict[tuple[int, str], str]]:
    """The key words, each with every single letter left out, and with every letter open."""
    shorter: dict[str, str] = {}
    wild: dict[tuple[int, str], str] = {}
    for key in _KEYS:
        if len(key) < 6:
            continue
        for i in range(len(key)):
            shorter.setdefault(key[:i] + key[i + 1 :], key)
            wild[(i, key[:i] + key[i + 1 :])] = key
    for key in _KEYS:
        shorter.pop(key, None)
    return frozenset(_KEYS), shorter, wild
