"""Marks of footnotes that a file has let down into the text: found again by their numbers, and raised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal, NamedTuple

from briefer.papers.lines import Line, Span

#: After these words a number is the text's own.
_COUNTS = (
    r"(?<!\bArticle)(?<!\bArticles)(?<!\bArt\.)(?<!\bparagraph)(?<!\bpara)(?<!\bPart)(?<!\bAnnex)(?<!\bNo)(?<!\bpage)(?<!\bpoint)"
    r"(?<!\bto)(?<!\bof)(?<!\band)(?<!\bby)(?<!\bthan)(?<!\bthe)(?<!\babout)(?<!\bfrom)(?<!\bunder)(?<!\bin)(?<!\bon)(?<!\bor)"
    r"(?<!\bREV)(?<!\bADD)(?<!\bCOR)(?<!\bDCL)(?<!\bEXT)(?<!\bAMD)(?<!\bleast)(?<!\bChapter)(?<!\bTitle)(?<!\bSection)(?<!\bitem)(?<!\bquestion)(?<!\bstep)(?<!\bphase)(?<!\bwith)(?<!\bfor)"
)


#: So many lines before its note, or after the mark before it, a mark is looked for.
_NEAR = 500
#: A pattern begins with the mark, with room before it, or with the four figures of a year.
_BACK = (0, 1, 4)
_AROUND = "()[]"


class Place(NamedTuple):
    """Where a mark stands in the lines of a text."""

    line: int
    start: int
    end: int
    """Its letters in the line, brackets included."""
    kind: Literal["raised", "loose"]
    """Whether it stands there for certain, raised or in brackets of its own."""


@lru_cache(maxsize=512)
def _patterns(mark: str) -> tuple[re.Pattern[str], ...]:
    """How a lost mark can stand, the surest first: glued to a word, before a full stop, after one."""
    m = re.escape(mark)
    return (
        re.compile(rf"(?<=[^\W\d_][a-zà-ÿ)\]\"”’»]){m}(?![\w/%°]|[.,]\d)"),
        re.compile(rf"(?<=[a-zà-ÿ)\]][.,;:\"”’»?]){m}(?![\w/%°]|[.,]\d)"),
        re.compile(rf"(?<=[A-Z]){m}(?=[.,;:)]?(?:\s|$))(?![.,]\d)"),
        re.compile(rf"(?<=[a-zà-ÿA-Z)\]\"”’]){_COUNTS}\s{m}(?=\s?[.,;:)](?:\s|$))"),
        re.compile(rf"(?<=[a-zà-ÿ)\]\"”’]\.)\s{m}(?=\s+[A-ZÀ-Ý]|\s*$)"),
        re.compile(rf"(?<=[%°]){m}(?![\w/%°]|[.,]\d)"),
        re.compile(rf"(?<![\d.,/])(?:19|20)\d\d{m}(?=[\s.,;:)]|$)(?![.,]\d)"),
        re.compile(rf"(?<=[\d%][.,;]){m}(?=\s+[A-ZÀ-Ý]|\s*$)"),
    )


def find(text: Sequence[Line], mark: str, since: tuple[int, int], stop: int) -> Place | None:
    """Where a mark stands, between a place (a line, a letter) and a line: raised or in brackets, else let down."""
    line_at, letter_at = since
    for look in (_raised, _bracketed, _loose, _alone):
        if place := look(text, mark, line_at, letter_at, stop):
            return place
    return None


def raise_mark(text: list[Line], mark: str, since: tuple[int, int]) -> tuple[int, int] | None:
    """Raise a note's mark, looked for from the mark before it on, near the text's end first; gives the place after it."""
    end = len(text)
    near = max(since, (end - _NEAR, 0))
    place = find(text, mark, near, end) or (
        find(text, mark, since, min(end, since[0] + _NEAR)) if near != since else None
    )
    if place is None:
        return None
    line = text[place.line]
    if any(span.raised and span.text.strip().strip(_AROUND) == mark for span in _between(line, place)):
        return place.line, place.end
    if line.text.strip() == mark:
        text[place.line] = replace(line, spans=(Span(mark, raised=True),), gap=False)
        return place.line, len(mark)
    text[place.line] = raised = _with_raised(line, place.start, place.end, mark)
    return place.line, place.end - max(len(line.text) - len(raised.text), 0)


def _between(line: Line, place: Place) -> list[Span]:
    """The spans that end where a mark ends."""
    at, found = 0, []
    for span in line.spans:
        at += len(span.text)
        if at == place.end:
            found.append(span)
    return found


def _raised(text: Sequence[Line], mark: str, line_at: int, letter_at: int, stop: int) -> Place | None:
    """Where the mark already stands raised."""
    for number in range(line_at, stop):
        at = 0
        for span in text[number].spans:
            start, at = at, at + len(span.text)
            if span.raised and span.text.strip().strip(_AROUND) == mark and (number > line_at or at > letter_at):
                return Place(number, start, at, "raised")
    return None


def _bracketed(text: Sequence[Line], mark: str, line_at: int, letter_at: int, stop: int) -> Place | None:
    """Where the mark stands in square brackets, behind a word."""
    printed = f"[{mark}]"
    for number in range(line_at, stop):
        words = text[number].text
        at = words.find(printed, letter_at if number == line_at else 0)
        if at > 0 or (at == 0 and number and not text[number].gap):
            return Place(number, at, at + len(printed), "raised")
    return None


def _loose(text: Sequence[Line], mark: str, line_at: int, letter_at: int, stop: int) -> Place | None:
    """Where the mark most surely stands let down."""
    lines = [(number, text[number].text) for number in range(line_at, stop)]
    lines = [(number, words) for number, words in lines if mark in words]
    for pattern in _patterns(mark):
        for number, words in lines:
            at = words.find(mark, letter_at if number == line_at else 0)
            while at >= 0:
                # Looked at only where the mark stands: what a pattern wants before it is at most a year.
                found = next((f for back in _BACK if at >= back and (f := pattern.match(words, at - back))), None)
                if found and found.end() == at + len(mark):
                    return Place(number, at, found.end(), "loose")
                at = words.find(mark, at + 1)
    return None


def _alone(text: Sequence[Line], mark: str, line_at: int, letter_at: int, stop: int) -> Place | None:
    """Where the mark stands alone in its line, between two parts of a paragraph."""
    for number in range(line_at + (letter_at > 0), stop):
        if text[number].text.strip() == mark and _within_sentence(text, number):
            return Place(number, 0, len(mark), "loose")
    return None


def _within_sentence(text: Sequence[Line], number: int) -> bool:
    """Whether a line that holds only a mark stands between two parts of a paragraph."""
    return 0 < number < len(text) - 1 and bool(text[number - 1].text.strip()) and bool(text[number + 1].text.strip())


def _with_raised(line: Line, start: int, stop: int, printed: str) -> Line:
    """A line in which some letters are raised; room before a mark on its own is closed."""
    spans: list[Span] = []
    at = 0
    for span in line.spans:
        end = at + len(span.text)
        if end <= start or at >= stop:
            spans.append(span)
        else:
            before, mark, after = (
                span.text[: max(start - at, 0)], span.text[max(start - at, 0) : stop - at], span.text[stop - at :]
            )  # fmt: skip
            if before.rstrip():
                spans.append(span._replace(text=before.rstrip()))
            if mark.strip() and not any(one.raised and one.text == printed for one in spans[-1:]):
                spans.append(span._replace(text=printed, raised=True))
            if after:
                spans.append(
                    span._replace(
                        text=after.lstrip() if after[:2].strip() and after[:2].strip()[0] in ".,;:)" else after
                    )
                )
        at = end
    return replace(line, spans=tuple(spans))
