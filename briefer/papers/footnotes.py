"""Footnotes out of the text and joined to their marks: at the foot of a page, between rules, within a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from briefer.papers.asked_lines import begins_question, is_led_over
from briefer.papers.furniture import BREAK
from briefer.papers.joining import joined_text
from briefer.papers.lines import Line, Span
from briefer.papers.loose_marks import raise_marks, stands_loose
from briefer.papers.model import Footnote

MARK = re.compile(r"\(?(\d{1,3}|\*{1,3}|[a-z†‡§])\)?")
_PLAIN = re.compile(
    r"(?:\[(\d{1,3})\]|\(?(\d{1,3})\)|(\d{1,3})(?=[\s\t])|(\d{1,3})(?=[A-Z][a-z])|(\*{1,3})(?=\s?[^\s*]))[\s\t]*(?=\S)"
)
_DOTTED = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_NUMBER_ALONE = re.compile(r"\d{1,3}$")
_NOTES_TITLE = re.compile(
    r"(?:end|foot)?notes?(?: and references)?:?$|noten?$|fu(?:ß|ss)noten$|fotnoter$|notes de bas de page$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.?!:;][\"'”’»)\]]*\s*$")
#: Notes are set at least this much smaller than the text, in points.
_SMALLER = 0.8
#: So many lines the notes of one page take up at most.
_NOTES_OF_A_PAGE = 40
#: A printed line filled less than this had room for the next word: a paragraph ends with it.
_FULL = 0.8


@dataclass(slots=True)
class _Note:
    """A note as it is gathered."""

    mark: str
    lines: list[Line]
    place: int
    """Where among the text's lines it stood."""


@dataclass(slots=True)
class _Apart:
    """Text and notes as they are told apart."""

    text: list[Line] = field(default_factory=list)
    notes: list[_Note] = field(default_factory=list)


def apart(lines: Sequence[Line], whole: bool) -> tuple[tuple[Line, ...], tuple[Footnote, ...]]:
    """The text's lines and the footnotes; marks in the text are raised spans, also where a file has lost that.

    Where notes stood, lines of style ``break`` are left, so that a sentence that they broke can be joined.
    """
    made = _told_apart(lines, whole)
    raise_marks(made.text, [(note.mark, note.place) for note in made.notes])
    notes = tuple(
        Footnote(note.mark, text, note.lines[0].page) for note in made.notes if (text := joined_text(note.lines))
    )
    return tuple(made.text), notes


def _told_apart(lines: Sequence[Line], whole: bool) -> _Apart:
    made = _Apart()
    size = _text_size(lines)
    at = 0
    endnotes = False
    while at < len(lines):
        line = lines[at]
        start = _start(lines, at, made, size, endnotes)
        if start is None:
            endnotes = (endnotes and line.style in (BREAK, "rule")) or bool(
                not endnotes and len(line.text) < 40 and _NOTES_TITLE.match(line.text.strip())
            )
            made.text.append(line)
            at += 1
            continue
        mark, first = start
        note = _Note(mark, [first] if first.text.strip() else [], len(made.text))
        at += 1
        while at < len(lines) and _goes_on(lines, at, note, made, size, whole, endnotes):
            note.lines.append(lines[at])
            at += 1
        if not note.lines:
            made.text.append(line)
            continue
        made.notes.append(note)
        if not made.text or made.text[-1].style != BREAK:
            made.text.append(Line((), line.page, style=BREAK))
    return made


def _text_size(lines: Sequence[Line]) -> float | None:
    """The size of the running text, where the format tells: that of the middle letter."""
    sizes = [span.size for line in lines for span in line.spans if span.size and len(span.text) > 20]
    return median(sizes) if sizes else None


def _start(lines: Sequence[Line], at: int, made: _Apart, size: float | None, endnotes: bool) -> tuple[str, Line] | None:
    """The mark and the words where a line begins a note; None for any other line."""
    line = lines[at]
    if line.style == "footnote":
        return _styled(line, made)
    text = line.text.strip()
    if not text or line.style.startswith("heading") or line.style == "cell":
        return None
    if raised := _raised_start(line):
        mark, words = raised
        rest = words.text.strip()
        if rest and (rest[0] in ".,;:)" or not _plausible(mark, made)):
            return None
        if rest or (at + 1 < len(lines) and not lines[at + 1].gap and lines[at + 1].style == line.style):
            return mark, words
        return None
    small = size is not None and _line_size(line) is not None and (_line_size(line) or 0) <= size - _SMALLER
    return _plain_start(lines, at, made, small, endnotes)


def _styled(line: Line, made: _Apart) -> tuple[str, Line] | None:
    if line.mark:
        return line.mark.strip("()[]."), line
    if raised := _raised_start(line):
        return raised
    found = _PLAIN.match(line.text.lstrip())
    if found:
        return next(group for group in found.groups() if group), _after(line, found.end())
    if made.notes:
        made.notes[-1].lines.append(line)
        return None
    return "", line


def _raised_start(line: Line) -> tuple[str, Line] | None:
    """Mark and words of a line that begins with a raised mark."""
    for number, span in enumerate(line.spans):
        if not span.text.strip():
            continue
        if not span.raised:
            return None
        found = MARK.fullmatch(span.text.strip())
        if not found:
            return None
        rest = line.spans[number + 1 :]
        return found[1], replace(line, spans=rest or (Span(""),))
    return None


def _plausible(mark: str, made: _Apart) -> bool:
    """Whether a mark can come next: one more than the last, the first again, or a sign."""
    if not mark.isdigit():
        return True
    last = next((int(note.mark) for note in reversed(made.notes) if note.mark.isdigit()), 0)
    return int(mark) in (1, last + 1) or last < int(mark) <= last + 12


def _plain_start(lines: Sequence[Line], at: int, made: _Apart, small: bool, endnotes: bool) -> tuple[str, Line] | None:
    """A note whose mark is not raised: it is one where its place and a mark in the text speak for it."""
    line = lines[at]
    text = line.text.lstrip()
    first = text[0]
    if not (first.isdigit() or first in "*[("):
        return None
    found = _PLAIN.match(text) or (_DOTTED.match(text) if endnotes else None)
    alone = None if found else _NUMBER_ALONE.match(text.rstrip())
    if not found and not alone:
        return None
    mark = next(group for group in found.groups() if group) if found else text.strip()
    if text.startswith("*") and (text[:2] in ("* ", "*\t") and not small and not _below_rule(lines, at, made)):
        return None
    words = _after(line, found.end() if found else len(text))
    if not found and (
        at + 1 >= len(lines) or lines[at + 1].style in (BREAK, "rule") or not lines[at + 1].text[:1].isalnum()
    ):
        return None
    last = next((int(note.mark) for note in reversed(made.notes) if note.mark.isdigit()), 0)
    if mark.isdigit() and int(mark) not in (1, last + 1):
        return None
    if not small and not endnotes and (begins_question(lines, at) or (mark == "1" and is_led_over(made.text))):
        return None
    if endnotes and mark.isdigit() and int(mark) == last + 1:
        return mark, words
    marked = _is_marked(made.text, mark)
    in_place = small or _below_rule(lines, at, made) or _above_break(lines, at if found else at + 1)
    broken = _breaks_a_sentence(made.text) or (line.gap and _follows_note(made))
    # A raised mark that waits for its note, or one that the text has lost: either needs the place to fit.
    if marked == "raised" and (in_place or broken or line.gap):
        return mark, words
    if marked == "loose" and (in_place or broken):
        return mark, words
    return (mark, words) if small and _follows_note(made) and mark.isdigit() and int(mark) == last + 1 else None


def _is_marked(text: Sequence[Line], mark: str) -> str:
    """Whether the text since the last notes holds the mark: ``raised``, ``loose`` or not at all."""
    looked = 0
    for line in reversed(text):
        if any(span.raised and span.text.strip().strip("()") == mark for span in line.spans):
            return "raised"
        looked += len(line.text)
        if looked > 9000:
            break
    looked = 0
    for line in reversed(text):
        if line.text and stands_loose(line.text, mark):
            return "loose"
        looked += len(line.text)
        if looked > 7000:
            break
    return ""


def _below_rule(lines: Sequence[Line], at: int, made: _Apart) -> bool:
    return (at > 0 and lines[at - 1].style == "rule") or _follows_note(made)


def _follows_note(made: _Apart) -> bool:
    return (
        bool(made.notes)
        and bool(made.text)
        and made.text[-1].style == BREAK
        and made.notes[-1].place >= len(made.text) - 1
    )


def _above_break(lines: Sequence[Line], at: int) -> bool:
    """Whether the page ends a few lines below, and nothing but such lines comes before that."""
    for line in lines[at + 1 : at + _NOTES_OF_A_PAGE]:
        if line.style == BREAK or line.page != lines[at].page:
            return True
        if line.gap and not (line.text[:1].isdigit() or (line.spans and line.spans[0].raised)):
            return False
    return at + _NOTES_OF_A_PAGE > len(lines)


def _breaks_a_sentence(text: Sequence[Line]) -> bool:
    before = next((line for line in reversed(text) if line.text.strip()), None)
    return before is not None and not before.style.startswith("heading") and not _ENDED.search(_unmarked(before))


def _unmarked(line: Line) -> str:
    return "".join(span.text for span in line.spans if not span.raised).rstrip()


def _goes_on(
    lines: Sequence[Line], at: int, note: _Note, made: _Apart, size: float | None, whole: bool, endnotes: bool
) -> bool:
    """Whether a line goes on with the note above it."""
    line = lines[at]
    if line.style in (BREAK, "rule", "cell") or line.style.startswith("heading") or not line.text.strip():
        return False
    first = note.lines[0] if note.lines else lines[at - 1]
    if first.style == "footnote" or line.style == "footnote":
        return line.style == first.style and not line.mark and not _raised_start(line) and not _is_next(line, note)
    if _raised_start(line) or (line.text[:1] in "0123456789*[(" and _next_start(lines, at, note, made, size, endnotes)):
        return False
    if size is not None and _line_size(line) is not None and _line_size(first) is not None:
        note_size = _line_size(first) or 0.0
        return line.page == first.page and (_line_size(line) or 0.0) <= min(note_size + 0.4, size - _SMALLER / 2)
    if line.gap:
        return not note.lines
    if not note.lines:
        return True
    broken = _breaks_a_sentence(made.text)
    if broken and line.text[:1].islower() and _ENDED.search(note.lines[-1].text):
        return False
    if first.gap:
        # Room before the note: its end has room behind it too.
        return True
    if broken and not whole and len(note.lines[-1].text) + len(line.text.split()[0]) < _FULL * _width(made.text):
        return False
    return not (whole and broken and line.text[:1].islower())


def _is_next(line: Line, note: _Note) -> bool:
    """Whether a line begins with the number that comes after a note's."""
    found = _PLAIN.match(line.text.lstrip())
    return bool(found and note.mark.isdigit() and str(int(note.mark) + 1) in found.groups())


def _width(text: Sequence[Line]) -> int:
    """How many letters the widest of the last printed lines has."""
    return max((len(line.text) for line in text[-12:]), default=0)


def _next_start(lines: Sequence[Line], at: int, note: _Note, made: _Apart, size: float | None, endnotes: bool) -> bool:
    """Whether a line begins the next note, the one being gathered counted as done."""
    done = _Apart([*made.text[-40:], Line((), style=BREAK)], [*made.notes, note])
    done.notes[-1] = _Note(note.mark, note.lines, len(done.text) - 1)
    return _start(lines, at, done, size, endnotes) is not None


def _line_size(line: Line) -> float | None:
    """The size of most of a line's letters."""
    sizes = [(len(span.text), span.size) for span in line.spans if span.size and not span.raised]
    return max(sizes)[1] if sizes else None


def _after(line: Line, count: int) -> Line:
    """A line without its first letters, those before which room stood counted from the first word."""
    count += len(line.text) - len(line.text.lstrip())
    spans: list[Span] = []
    for span in line.spans:
        if count >= len(span.text):
            count -= len(span.text)
            continue
        spans.append(span._replace(text=span.text[count:]) if count else span)
        count = 0
    return replace(line, spans=tuple(spans) or (Span(""),))
