"""Which classification a paper carries: read from its header and page furniture, never out of its prose."""

from __future__ import annotations

import re

from briefer.markings import CLASSIFIED
from briefer.text import fold

_UE = (
    r"(?:tres\s+secret\s+ue\s*/\s*eu\s+top\s+secret|(?:restreint|confidentiel|secret)\s+(?:ue|eu)"
    r"\s*(?:/\s*eu\s+(?:restricted|confidential|secret|top\s+secret))?)"
)
_ABBREVIATED = r"(?:diffusion\s+restreinte|r-ue/eu-r|c-ue/eu-c|s-ue/eu-s|ts-ue/eu-ts)"
_NATIONAL = "|".join(re.escape(fold(word)).replace(r"\ ", r"\s+") for word in sorted(CLASSIFIED, key=len, reverse=True))
_GERMAN = r"vs\s*-\s*(?:nfd|nur\s+fur\s+den\s+dienstgebrauch|vertraulich)"
_OTHER = r"(?:eu|ue|nato|very|top|strictly|tres|strictement|diffusion\s+restreinte|only|zeer)"
#: A line that is a classification and nothing else, but for signs around it, a page number, a language.
_ALONE = re.compile(
    rf"[\W_]*(?:{_UE}|{_ABBREVIATED}|{_GERMAN}|(?:{_OTHER}\s+){{0,2}}(?:{_NATIONAL})(?:\s+{_OTHER}){{0,2}})"
    rf"(?:\s*[/–-]\s*(?:{_UE}|{_GERMAN}|(?:{_OTHER}\s+){{0,2}}(?:{_NATIONAL})(?:\s+{_OTHER}){{0,2}}))?"
    r"(?:\s+(?:en|fr|de|sv))?(?:\s+\d{1,3})?[\W_]*"
)
_LONGEST = 90
#: With what a classification's first word begins, as printed: most lines are none, and need no closer look.
_FIRST = frozenset(
    {part for word in CLASSIFIED for part in (word.casefold()[:4], fold(word)[:4])}
    | {"r-ue", "c-ue", "s-ue", "ts-u", "vs", "vs-", "tres", "très", "diff"}
)
_WORDS = 12
_SIGNS = "*_-–[]()|:.,/"
_CALM = re.compile(r"[a-zà-ÿ]{2}")
_LIFTED = re.compile(r"de-?\s?classif|\bDCL\b|\bEXT\s?\d", re.IGNORECASE)


def classification(text: str) -> str | None:
    """The classification where a line, cell or value is one and nothing else; None otherwise."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    printed = text.casefold().split()
    if len(printed) > _WORDS or not any(word.strip(_SIGNS)[:4] in _FIRST for word in printed):
        return None
    if not _ALONE.fullmatch(fold(text)):
        return None
    words = " ".join(text.split()).strip(" .*-–[]()|")
    # A word in ordinary letters ("Secret", "Riservato") may head a chapter; a marking of two words is one even so.
    return words if not _CALM.search(words) or len(words.split()) > 1 or "-" in words else None


def is_lifted(*said: str | None) -> bool:
    """Whether what a cover says of itself (its type, its suffix) is that a classification was lifted."""
    return any(_LIFTED.search(text) for text in said if text)
