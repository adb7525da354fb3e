"""What in a text belongs to one day only: dates, numbers of papers, names of persons; a template keeps none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember"
)
_PATTERNS = re.compile(
    rf"\b\d{{1,2}}(?:\.|er|st|nd|rd|th)? (?:{_MONTHS})\b(?: (?:19|20)\d\d)?"  # 12 June 2025, 12. Juni, 1er juin
    rf"|\b(?:{_MONTHS}) (?:\d{{1,2}},? )?(?:19|20)\d\d\b"  # June 2025, June 12, 2025
    r"|\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b"  # 2025-06-12, 12.6.2025
    r"|\b(?:COM|JOIN|SWD|SEC|EEAS)\s?\(\d{4}\)\s?\d+(?:\s(?:final|FINAL))?"
    r"|\b\d{3,5}(?:/\d)?/\d{2}(?:\d\d)?\b(?: (?:REV|ADD|COR|DCL|EXT|AMD|INIT)(?: \d+)?)*"  # 9375/25, 15299/1/21 REV 1
)
#: What stands in its place.
GAP = "…"


def without(text: str, names: Iterable[str | None] = ()) -> str:
    """A text with dots in the place of dates, numbers of papers and the names of these persons."""
    text = _PATTERNS.sub(GAP, text)
    for name in names:
        if name and len(name) > 2:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", GAP, text)
    return re.sub(rf"{GAP}(?:[\s,]*{GAP})+", GAP, text)


def title_without(text: str) -> str:
    """A title without what belongs to one day, and without what led up to it."""
    if (bare := without(text)) == text:
        return text
    bare = re.sub(rf"[\s,;:–-]*(?:\((?:[^()]*{GAP}[^()]*)\)|\b(?:of|on|for|from|at|du|am|vom) {GAP}|{GAP})", "", bare)
    return " ".join(bare.split()).strip(" ,;:–-") or text
