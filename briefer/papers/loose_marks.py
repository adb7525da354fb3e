"""Marks of footnotes that a file has let down into the text: found again by their numbers, and raised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from briefer.papers.lines import Line, Span

#: After these words a number is the text's own.
_COUNTS = (
    r"(?<!\bArticle)(?<!\bArticles)(?<!\bArt\.)(?<!\bparagraph)(?<!\bpara)(?<!\bPart)(?<!\bAnnex)(?<!\bNo)(?<!\bpage)(?<!\bpoint)"
    r"(?<!\bto)(?<!\bof)(?<!\band)(?<!\bby)(?<!\bthan)(?<!\bthe)(?<!\babout)(?<!\bfrom)(?<!\bunder)(?<!\bin)(?<!\bon)(?<!\bor)"
    r"(?<!\bleast)(?<!\bChapter)(?<!\bTitle)(?<!\bSection)(?<!\bitem)(?<!\bquestion)(?<!\bstep)(?<!\bphase)(?<!\bwith)(?<!\bfor)"
)


#: So many lines before its note, or after the mark before it, a mark is looked for.
_NEAR = 500


@lru_cache(maxsize=512)
def _patterns(mark: str) -> tuple[re.Pattern[str], ...]:
    """How a lost mark can stand, the surest first: glued to a word, before a full stop, after one."""
    m = re.escape(mark)
    return (
        re.compile(rf"(?<=[^\W\d_][a-zà-ÿ)\]\"”’»]){m}(?![\w/%°]|[.,]\d)"),
        re.compile(rf"(?<=[a-zà-ÿ)\]][.,;:\"”’»?]){m}(?![\w/%°]|[.,]\d)"),
        re.compile(rf"(?<=[A-Z]){m}(?=[.,;:)]?(?:\s|$))(?![.,]\d)"),
        re.compile(rf"(?<=[a-zà-ÿA-Z)\]\"”’]){_COUNTS}\s{m}(?=\s?[.,;:)](?:\s|$))"),
        re.compile(rf"(?<=[a-zà-ÿ)\]\"”’]\.)\s{m}(?=\s+[A-ZÀ-Ý])"),
    )


def stands_loose(text: str, mark: str) -> bool:
    """Whether a mark that was let down stands in a text."""
    return mark in text and any(pattern.search(text) for pattern in _patterns(mark))


def raise_marks(text: list[Line], notes: Sequence[tuple[str, int]]) -> None:
    """Raise, in the lines of a text, the marks of its notes; each note comes with the line before which it stood."""
    line_at, letter_at = 0, 0
    for mark, stood in notes:
        if not mark:
            continue
        end = max(min(stood, len(text)), 0)
        near = max(line_at, end - _NEAR), (letter_at if end - _NEAR <= line_at else 0)
        far = line_at, letter_at
        ends = ((near, end),) if near == far else ((near, end), (far, min(end, line_at + _NEAR)))
        place = next(
            (
                place
                for look in (_raised, _loose)
                for (line, letter), stop in ends
                if (place := look(text, mark, line, letter, stop)) is not None
            ),
            None,
        )
        if place is not None:
            line_at, letter_at = place


def _raised(text: list[Line], mark: str, line_at: int, letter_at: int, end: int) -> tuple[int, int] | None:
    """Where the mark already stands raised, from a place on."""
    for number in range(line_at, end):
        at = 0
        for span in text[number].spans:
            at += len(span.text)
            if span.raised and span.text.strip().strip("()") == mark and (number > line_at or at > letter_at):
                return number, at
    return None


def _loose(text: list[Line], mark: str, line_at: int, letter_at: int, end: int) -> tuple[int, int] | None:
    """Raise the mark where it most surely stands; gives the place after it."""
    for pattern in _patterns(mark):
        for number in range(line_at, end):
            line = text[number]
            words = line.text
            if mark not in words:
                continue
            found = pattern.search(words, letter_at if number == line_at else 0)
            if found:
                start, stop = found.end() - len(mark), found.end()
                text[number] = _with_raised(line, start, stop)
                return number, stop
    for number in range(line_at, end):
        if text[number].text.strip() == mark and _within_sentence(text, number):
            text[number] = replace(text[number], spans=(Span(mark, raised=True),), gap=False)
            return number, len(mark)
    return None


def _within_sentence(text: Sequence[Line], number: int) -> bool:
    """Whether a line that holds only a mark stands between two parts of a paragraph."""
    return 0 < number < len(text) - 1 and bool(text[number - 1].text.strip()) and bool(text[number + 1].text.strip())


def _with_raised(line: Line, start: int, stop: int) -> Line:
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
            spans.append(span._replace(text=mark.strip(), raised=True))
            if after:
                spans.append(
                    span._replace(
                        text=after.lstrip() if after[:2].strip() and after[:2].strip()[0] in ".,;:)" else after
                    )
                )
        at = end
    return replace(line, spans=tuple(spans))
