"""A paragraph cut into sentences: full stops of abbreviations, initials and numbers do not end one."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefer.text import printable


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Words that end in a full stop within a sentence, without it; several languages, lower case.
_ABBREVIATED = _listed(
    "no nos nr art arts para paras par p pp cf ca mr mrs ms dr prof st vs ed eds vol fig figs approx doc docs ref refs "
    "reg dir dec sec ch ann fn subpara viz resp incl excl est min max prev subj encl e.g i.e a.o e.a o.j oj q.v et.al al "
    "jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc abs bzw usw vgl z.b d.h u.a bl bla t.ex dvs "
    "gen col lt sgt amb hon inc ltd co corp dept tel ext"
)
#: Those that are a word too: a full stop behind them is one of theirs only where a number follows.
_BEFORE_NUMBERS = _listed("no nos art arts para paras par p pp sec ch fig ed vol min max est dec mar co")
#: Words after which a single capital letter is a name (``Annex A.``) and no initial.
_LETTERED = _listed("annex part group option appendix table class type category scenario section vitamin")
_END = re.compile(r"[.!?…][\"'”’»)\]]*(?:<sup>[^<]{1,8}</sup>|[¹²³⁰⁴-⁹]{1,3})?(?=\s)")
_MARKS = re.compile(r"<sup>[^<]{1,8}</sup>|[¹²³⁰⁴-⁹]+|(?<=[\w.,;:)”’\"])\[\d{1,3}\]")
_OPENING = "\"'“‘„«(["


class Sentence(NamedTuple):
    """One sentence and where its paragraph has it."""

    text: str
    """With single spaces, without marks of footnotes."""
    start: int
    end: int


def sentences(text: str) -> list[Sentence]:
    """The sentences of a paragraph in order; what stands behind the last full stop is one too."""
    found, start = [], 0
    for stop in _END.finditer(text):
        if _ends(text, stop.start(), stop.end()):
            found.append((start, stop.end()))
            start = stop.end()
    found.append((start, len(text)))
    return [Sentence(plain, a, b) for a, b in found if (plain := without_marks(text[a:b]))]


def without_marks(text: str) -> str:
    """The words with single spaces and without marks of footnotes that were left in them."""
    return " ".join(_MARKS.sub("", printable(text)).split())


def _ends(text: str, stop: int, end: int) -> bool:
    follows = text[end : end + 40].lstrip()
    if not follows:
        return True
    first = follows.lstrip(_OPENING + " ")[:1]
    if first.islower():
        return False
    if text[stop] != ".":
        return True
    word = re.search(r"[^\s(\[“\"'’/–-]*$", text[:stop])
    printed = word[0] if word else ""
    if len(printed) > 1 and printed.isupper() and printed.isalpha():  # an acronym, though it reads as a month (APR)
        return True
    before = printed.casefold()
    if before in _BEFORE_NUMBERS:
        return not first.isdigit()
    if before in _ABBREVIATED:
        return False
    if len(before) == 1 and before.isalpha():
        earlier = text[:stop].split()[-2:-1]
        return bool(earlier) and earlier[0].casefold() in _LETTERED
    if re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", before):  # ``U.S. Government``, but ``in the U.S. The``
        return follows.split()[0].casefold() in ("the", "this", "these", "it", "in")
    # ``1. First`` at the very beginning numbers the paragraph; ``31. Januar`` is a day.
    return not (before.isdigit() and (not text[:stop].removesuffix(before).strip() or _month(follows)))


def _month(text: str) -> bool:
    from briefer.papers.moments import MONTHS

    return text.split()[0].strip(".,").casefold() in MONTHS
