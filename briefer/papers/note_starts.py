"""Where a footnote begins: its mark at the head of a line, and what speaks for it being one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefer.papers.furniture import BREAK
from briefer.papers.lines import Line, Span
from briefer.papers.loose_marks import find

_MARK = re.compile(r"[(\[]?(\d{1,3}|\*{1,3}|[a-z†‡§])[)\]]?")
PLAIN = re.compile(
    r"(?:\[(\d{1,3})\]|\(?(\d{1,3})\)|(\d{1,3})(?=[\s\t])|(\d{1,3})(?=[A-Z][a-z])|(\*{1,3})(?=\s?[^\s*]))[\s\t]*(?=\S)"
)
_DOTTED = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_NUMBER_ALONE = re.compile(r"\d{1,3}$")
NOTES_TITLE = re.compile(
    r"(?:end|foot)?notes?(?: and references)?:?$|noten?$|fu(?:ß|ss)noten$|fotnoter$|notes de bas de page$",
    re.IGNORECASE,
)
ENDED = re.compile(r"[.?!:;][\"'”’»)\]]*\s*$")
#: Notes are set at least this much smaller than the text, in points.
SMALLER = 0.8
#: So many lines the notes of one page take up at most.
_NOTES_OF_A_PAGE = 40
#: A mark stands at most so many lines before its note.
NEAR = 160
#: So many notes before one may have been lost; so many lines back the item before one of a list may stand.
_LOST, _LIST = 3, 60


@dataclass(slots=True)
class Note:
    """A note as it is gathered."""

    mark: str
    lines: list[Line]
    place: int
    """Where among the text's lines it stood."""


@dataclass(slots=True)
class Apart:
    """Text and notes as they are told apart."""

    text: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    since: tuple[int, int] = (0, 0)
    """Behind the last mark that has found its note: a line of the text and a letter in it."""
    told: bool = False
    """Whether the format itself says which lines are notes."""


def start(lines: Sequence[Line], at: int, made: Apart, size: float | None, endnotes: bool) -> tuple[str, Line] | None:
    """The mark and the words where a line begins a note; None for any other line."""
    line = lines[at]
    if line.style == "footnote":
        return _styled(line, made)
    text = line.text.strip()
    if made.told or not text or line.style.startswith("heading") or line.style == "cell":
        return None
    if raised := raised_start(line):
        mark, words = raised
        rest = words.text.strip()
        if rest and (rest[0] in ".,;:)" or not _plausible(mark, made)):
            return None
        if rest or (at + 1 < len(lines) and not lines[at + 1].gap and lines[at + 1].style == line.style):
            return mark, words
        return None
    small = size is not None and line_size(line) is not None and (line_size(line) or 0) <= size - SMALLER
    return _plain_start(lines, at, made, small, endnotes)


def _styled(line: Line, made: Apart) -> tuple[str, Line] | None:
    if line.mark:
        return line.mark.strip("()[]."), line
    if raised := raised_start(line):
        return raised
    found = PLAIN.match(line.text.lstrip())
    if found:
        return next(group for group in found.groups() if group), _after(line, found.end())
    if made.notes:
        made.notes[-1].lines.append(line)
        return None
    return "", line


def raised_start(line: Line) -> tuple[str, Line] | None:
    """Mark and words of a line that begins with a raised mark."""
    for number, span in enumerate(line.spans):
        if not span.text.strip():
            continue
        if not span.raised:
            return None
        found = _MARK.fullmatch(span.text.strip())
        if not found:
            return None
        rest = line.spans[number + 1 :]
        return found[1], replace(line, spans=rest or (Span(""),))
    return None


def _plausible(mark: str, made: Apart) -> bool:
    """Whether a mark can come next: one more than the last, the first again, or a sign."""
    if not mark.isdigit():
        return True
    last = next((int(note.mark) for note in reversed(made.notes) if note.mark.isdigit()), 0)
    return int(mark) in (1, last + 1) or last < int(mark) <= last + 12


def _plain_start(lines: Sequence[Line], at: int, made: Apart, small: bool, endnotes: bool) -> tuple[str, Line] | None:
    """A note whose mark is not raised: it is one where its place and a mark in the text speak for it."""
    line = lines[at]
    text = line.text.lstrip()
    first = text[0]
    if not (first.isdigit() or first in "*[("):
        return None
    found = PLAIN.match(text) or (_DOTTED.match(text) if endnotes else None)
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
    if mark.isdigit() and not (int(mark) == 1 or last < int(mark) <= last + _LOST):
        return None
    following = mark.isdigit() and int(mark) == last + 1
    if endnotes and following:
        return mark, words
    follows = _follows_note(made)
    in_place = small or _below_rule(lines, at, made) or _above_break(lines, at if found else at + 1)
    place = find(made.text, mark, max(made.since, (len(made.text) - NEAR, 0)), len(made.text))
    marked = place.kind if place else ""
    if found and found[1]:
        # Nothing but a note begins with a number in square brackets that the text holds already.
        return (mark, words) if marked == "raised" or (follows and following) else None
    bare = not (found and (found[2] or found.re is _DOTTED))
    if not small and ((_is_listed(made.text) and not (bare and line.gap)) or _is_item(made.text, mark, found)):
        return None
    if not following and mark != "1" and not (marked and in_place):
        return None
    broken = breaks_a_sentence(made.text) or (line.gap and follows)
    # A raised mark that waits for its note, or one that the text has lost: either needs the place to fit.
    if marked == "raised" and (
        (in_place and (bare or small or follows)) or ((bare or follows) and (broken or line.gap))
    ):
        return mark, words
    if marked == "loose" and (in_place or broken):
        return mark, words
    if following and follows and (small or (bare and found and not line.gap)):
        return mark, words
    # The mark is lost; what is left is the place: alone with its like between room and the page's end.
    ends = bare and found and line.gap and following and not _is_listed(made.text) and _ends_page(lines, at)
    return (mark, words) if ends and words.text[:1].isalnum() else None


def _is_item(text: Sequence[Line], mark: str, found: re.Match[str] | None) -> bool:
    """Whether a line goes on with a list of the text: an item with the number before it, printed alike, stands above."""
    if found is None or not mark.isdigit() or found.lastindex is None:
        return False
    before = str(int(mark) - 1)
    for line in text[-_LIST:]:
        if line.text[:1].isdigit() or line.text[:1] == "(":
            item = found.re.match(line.text)
            if item and item.lastindex == found.lastindex and item[found.lastindex] == before:
                return True
    return False


def _ends_page(lines: Sequence[Line], at: int) -> bool:
    """Whether nothing but a line's own paragraph, and notes, comes before the page's end."""
    for line in lines[at + 1 : at + _NOTES_OF_A_PAGE]:
        if line.style == BREAK or line.page != lines[at].page:
            return True
        if line.gap and not PLAIN.match(line.text):
            return False
    return False


def _is_listed(text: Sequence[Line]) -> bool:
    """Whether a list is announced: the text's last line ends with a colon, and nothing came between."""
    return bool(text) and text[-1].style not in (BREAK, "rule") and _unmarked(text[-1]).endswith(":")


def _below_rule(lines: Sequence[Line], at: int, made: Apart) -> bool:
    return (at > 0 and lines[at - 1].style == "rule") or _follows_note(made)


def _follows_note(made: Apart) -> bool:
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


def breaks_a_sentence(text: Sequence[Line]) -> bool:
    """Whether the last words of a text leave a sentence open."""
    before = next((line for line in reversed(text) if line.text.strip()), None)
    return before is not None and not before.style.startswith("heading") and not ENDED.search(_unmarked(before))


def _unmarked(line: Line) -> str:
    return "".join(span.text for span in line.spans if not span.raised).rstrip()


def line_size(line: Line) -> float | None:
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
