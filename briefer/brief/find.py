"""Words found in a brief as it is read, and others put in their place: neither markup nor a mark of a source is in the way.

Without ``case``, capitals and accents are passed over: ``arrete`` finds ``arrêté``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace as with_other

from briefer.brief import edit, glyphs, markup
from briefer.brief.edit.blocks import instead
from briefer.brief.glyphs import Line
from briefer.brief.model import Brief
from briefer.brief.whole.sections import changed as with_section
from briefer.errors import BrieferError
from briefer.text import fold


class Hit(NamedTuple):
    """One place where the words stand."""

    row: str
    """A block's id, ``section:ID`` for a section's title, ``title`` for that of the brief."""
    where: str
    """The title of the section."""
    text: str
    """The line as it is read."""
    start: int
    end: int
    """From where to where in it."""
    line: int = 0
    """Which of the block's lines that say anything it is, from 0."""


def find(brief: Brief, words: str, *, case: bool = False, whole: bool = False) -> tuple[Hit, ...]:
    """Every place where words stand, from top to bottom; ``whole`` passes over those that are part of longer ones."""
    found = [Hit("title", "", brief.title, *at) for at in spans(brief.title, words, case=case, whole=whole)]
    for section in brief.sections:
        where = section.title or section.id
        for at in spans(section.title, words, case=case, whole=whole):
            found.append(Hit(f"section:{section.id}", where, section.title, *at))
        for block in section.blocks:
            for number, paragraph in enumerate(markup.parse(block.text)):
                text = "".join(r.text for r in paragraph.runs if not r.note)
                found += [Hit(block.id, where, text, *at, number) for at in spans(text, words, case=case, whole=whole)]
    return tuple(found)


def replace(brief: Brief, hit: Hit, with_: str) -> Brief:
    """The brief with other words, plain ones, where a hit is; what is bold or cited around them stays so.

    Raises BrieferError where the words are not there any more, and for a title that would be left empty.
    """
    after = _replaced(brief, hit, with_)
    return brief if after == brief else edit.settled(brief, after)


def replace_all(brief: Brief, words: str, with_: str, *, case: bool = False, whole: bool = False) -> tuple[Brief, int]:
    """The brief with other words in every place where words stand, and how many these were."""
    hits = find(brief, words, case=case, whole=whole)
    after = brief
    for hit in reversed(hits):  # from the end, so that the places of those before stay right
        after = _replaced(after, hit, with_)
    return (brief if after == brief else edit.settled(brief, after)), len(hits)


def _replaced(brief: Brief, hit: Hit, with_: str) -> Brief:
    with_ = " ".join(with_.splitlines())
    if hit.row == "title":
        return with_other(brief, title=_in_title(brief.title, hit, with_))
    for section in brief.sections:
        if hit.row == f"section:{section.id}":
            return with_section(brief, with_other(section, title=_in_title(section.title, hit, with_)))
    _, block = edit.find(brief, hit.row)
    text = _in_text(block.text, hit, with_)
    if not text.strip() and block.prompt:
        return edit.set_text(brief, block.id, text)
    if not text.strip() and block.role in ("question", "prompt"):
        raise BrieferError("What is asked cannot be left empty", todo="Write something in its place, or remove it")
    return instead(brief, block.id, with_other(block, text=text))


def _in_title(title: str, hit: Hit, with_: str) -> str:
    _still_there(title, hit)
    new = (title[: hit.start] + with_ + title[hit.end :]).strip()
    if not new:
        raise BrieferError("A title cannot be left empty", todo="Write something in its place")
    return new


def _in_text(text: str, hit: Hit, with_: str) -> str:
    made: list[str] = []
    number = -1
    for line in glyphs.lines(text):
        said = bool(line.glyphs)
        number += said
        if said and number == hit.line:
            _still_there(line.read, hit)
            new = _in_line(line, hit.start, hit.end, with_)
            made += [] if new is None else [new]
        else:
            made.append(line.raw)
    if number < hit.line:
        raise _gone()
    return "\n".join(made)


def _still_there(text: str, hit: Hit) -> None:
    """Raise where a line is another one up to the end of a hit; what stands behind may have changed since."""
    if not 0 <= hit.start <= hit.end or text[: hit.end] != hit.text[: hit.end]:
        raise _gone()


def _in_line(line: Line, start: int, end: int, with_: str) -> str | None:
    """A line with other words; those it begins and ends with as before are left alone, and so is how they are set."""
    old = line.read[start:end]
    if old == with_:
        return line.raw
    same = _alike(old, with_)
    tail = _alike(old[same:][::-1], with_[same:][::-1])
    start, end, with_ = start + same, end - tail, with_[same : len(with_) - tail]
    letters = [i for i, g in enumerate(line.glyphs) if g.text]
    at = letters[start] if start < end else letters[start - 1] + 1 if start else letters[0] if letters else 0
    gone = set(letters[start:end])
    new = [g for i, g in enumerate(line.glyphs[:at]) if i not in gone]
    new += [*glyphs.letters(with_), *(g for i, g in enumerate(line.glyphs) if i >= at and i not in gone)]
    return glyphs.rewritten(line, new)


def _alike(one: str, other: str) -> int:
    """How far two texts begin alike, in whole words, so that no mark comes to stand within one."""
    far = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one.rfind(" ", 0, far) + 1


def _gone() -> BrieferError:
    return BrieferError("The words do not stand there any more", todo="Search again")


def spans(text: str, words: str, *, case: bool = False, whole: bool = False) -> list[tuple[int, int]]:
    """Where words stand in a plain text, as start and end; one after the other, never one within another."""
    like: Callable[[str], str] = _exact if case else fold
    wanted = "".join(map(like, words))
    if not wanted.strip() or wanted not in like(text):
        return []
    folded, begins = _folded(text, like)
    found: list[tuple[int, int]] = []
    at = folded.find(wanted)
    while at >= 0:
        start, end = begins.get(at), begins.get(at + len(wanted))
        if start is not None and end is not None and (not whole or _stands_alone(text, start, end)):
            found.append((start, end))
            at = folded.find(wanted, at + len(wanted))
        else:
            at = folded.find(wanted, at + 1)
    return found


def _exact(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)


def _folded(text: str, like: Callable[[str], str]) -> tuple[str, dict[int, int]]:
    """A text folded letter by letter, and for each place where a letter begins in it the place in the text."""
    parts: list[str] = []
    begins: dict[int, int] = {}
    length = 0
    for i, c in enumerate(text):
        part = like(c)
        if part and not (unicodedata.combining(c) and parts):
            begins[length] = i
        parts.append(part)
        length += len(part)
    begins[length] = len(text)
    return "".join(parts), begins


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no word goes on before or behind."""
    before = start > 0 and _in_word(text[start - 1]) and _in_word(text[start])
    behind = end < len(text) and _in_word(text[end]) and _in_word(text[end - 1])
    return not before and not behind


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_" or bool(unicodedata.combining(letter))
