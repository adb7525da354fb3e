"""Where one sentence ends and the next begins, abbreviations of Council papers left whole."""

from __future__ import annotations

import re

_END = re.compile(r"[.?!…][\"”’»)\]]*\s+(?=[\"“„‘«(\[]?\s?[^\W_])")
#: What ends with a full stop without ending a sentence; English, French, German, Swedish.
_SHORT_WORDS = """
    no nos nr art arts para paras paragr pt pp p cf e.g i.e eg ie etc vs mr mrs ms dr prof st ref doc
    docs fig vol ed eds op cit ca approx incl resp viz al abs bzw z.b d.h u.a ggf vgl ziff s sog usw
    inkl bl.a t.ex d.v.s m.m jfr kap dvs m mm mme mlle encl prev dok betr gen hr inc ltd int dept jan
    feb mar apr jun jul aug sep sept oct nov dec cion delegs
"""
_SHORT = frozenset(_SHORT_WORDS.split())
_LAST_WORD = re.compile(r"[^\W_](?:[\w.]{0,8})\Z")


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of a text, each as its beginning and end; joined they cover all of it but the spaces between."""
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(text):
        if text[found.start()] == "." and not _ends(text, start, found.start(), found.end()):
            continue
        end = found.start() + len(found[0].rstrip())
        spans.append((start, end))
        start = found.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def _ends(text: str, start: int, stop: int, after: int) -> bool:
    """Whether the full stop at ``stop`` ends a sentence and not an abbreviation, an initial or a list number."""
    if text[after].islower():
        return False
    last = _LAST_WORD.search(text[max(start, stop - 12) : stop])
    word = last[0] if last else ""
    if word.casefold() in _SHORT:
        return False
    if len(word) == 1 and word.isalpha():
        return False
    return not text[start:stop].strip().isdigit()
