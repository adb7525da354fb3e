"""Footnotes out of the text and joined to their marks: at the foot of a page, between rules, within a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from briefer.papers.furniture import BREAK
from briefer.papers.joining import joined_text
from briefer.papers.lines import Line
from briefer.papers.loose_marks import raise_mark
from briefer.papers.model import Footnote
from briefer.papers.note_starts import (
    ENDED,
    NEAR,
    NOTES_TITLE,
    PLAIN,
    SMALLER,
    Apart,
    Note,
    breaks_a_sentence,
    line_size,
    raised_start,
    start,
)

#: A printed line filled less than this had room for the next word: a paragraph ends with it.
_FULL = 0.8


def apart(lines: Sequence[Line], whole: bool) -> tuple[tuple[Line, ...], tuple[Footnote, ...]]:
    """The text's lines and the footnotes; marks in the text are raised spans, also where a file has lost that.

    Where notes stood, lines of style ``break`` are left, so that a sentence that they broke can be joined.
    """
    made = _told_apart(lines, whole)
    notes = tuple(
        Footnote(note.mark, text, note.lines[0].page) for note in made.notes if (text := joined_text(note.lines))
    )
    return tuple(made.text), notes


def _told_apart(lines: Sequence[Line], whole: bool) -> Apart:
    made = Apart(told=any(line.style == "footnote" and line.box is None for line in lines))
    size = _text_size(lines)
    at = 0
    endnotes = False
    while at < len(lines):
        line = lines[at]
        begun = start(lines, at, made, size, endnotes)
        if begun is None:
            endnotes = (endnotes and line.style in (BREAK, "rule")) or bool(
                not endnotes and len(line.text) < 40 and NOTES_TITLE.match(line.text.strip())
            )
            made.text.append(line)
            at += 1
            continue
        mark, first = begun
        if mark and (since := raise_mark(made.text, mark, made.since)):
            made.since = since
        note = Note(mark, [first] if first.text.strip() else [], len(made.text))
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


def _goes_on(
    lines: Sequence[Line], at: int, note: Note, made: Apart, size: float | None, whole: bool, endnotes: bool
) -> bool:
    """Whether a line goes on with the note above it."""
    line = lines[at]
    if line.style in (BREAK, "rule", "cell") or line.style.startswith("heading") or not line.text.strip():
        return False
    first = note.lines[0] if note.lines else lines[at - 1]
    if first.style == "footnote" or line.style == "footnote":
        return line.style == first.style and not line.mark and not raised_start(line) and not _is_next(line, note)
    if raised_start(line) or (line.text[:1] in "0123456789*[(" and _next_start(lines, at, note, made, size, endnotes)):
        return False
    if size is not None and line_size(line) is not None and line_size(first) is not None:
        note_size = line_size(first) or 0.0
        if note_size > size - SMALLER / 2:
            # A note in the text's own size goes on to the end of its paragraph.
            return line.page == first.page and first.gap and not line.gap
        return line.page == first.page and (line_size(line) or 0.0) <= min(note_size + 0.4, size - SMALLER / 2)
    if line.gap:
        return not note.lines
    if not note.lines:
        return True
    if whole:
        return False
    broken = breaks_a_sentence(made.text)
    if broken and line.text[:1].islower() and ENDED.search(note.lines[-1].text):
        return False
    if first.gap:
        # Room before the note: its end has room behind it too.
        return True
    return not (broken and len(note.lines[-1].text) + len(line.text.split()[0]) < _FULL * _width(made.text))


def _is_next(line: Line, note: Note) -> bool:
    """Whether a line begins with the number that comes after a note's."""
    found = PLAIN.match(line.text.lstrip())
    return bool(found and note.mark.isdigit() and str(int(note.mark) + 1) in found.groups())


def _width(text: Sequence[Line]) -> int:
    """How many letters the widest of the last printed lines has."""
    return max((len(line.text) for line in text[-12:]), default=0)


def _next_start(lines: Sequence[Line], at: int, note: Note, made: Apart, size: float | None, endnotes: bool) -> bool:
    """Whether a line begins the next note, the one being gathered counted as done."""
    text = [*made.text[-NEAR:], Line((), style=BREAK)]
    since = max(made.since[0] - max(len(made.text) - NEAR, 0), 0), made.since[1]
    done = Apart(text, [*made.notes[-1:], Note(note.mark, note.lines, len(text) - 1)], since)
    return start(lines, at, done, size, endnotes) is not None
