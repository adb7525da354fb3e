"""The words of printed lines that belong together: spaces, broken words, marks of footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefer.papers.lines import Line, Span

_SPACE = re.compile(r"\s+")
_ODD_SPACE = re.compile(r"[^\S ]|  ")
#: A raised figure, letter or star; ordinals (1st, 2e) and squares stay words.
_NOTE_MARK = re.compile(r"\s*[(\[]?(\d{1,3}|[a-z]|[*†‡§]{1,4})[)\]]?\s*,?\s*\Z")
_BEFORE_SQUARE = re.compile(r"\b(?:k|c|m|d)?m\s?\Z")
#: Before these a hyphen at a line's end stays alone: medium- and long-term.
_LINKS = frozenset(["and", "or", "et", "ou", "und", "oder", "och", "eller", "bis", "to"])


def joined(lines: Iterable[Line]) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The words of some lines with single spaces, and where marks of footnotes stood in them."""
    text = ""
    notes: list[tuple[int, str]] = []
    for line in lines:
        if text and not text.endswith(" ") and not _compound(text, line.text):
            text += " "
        for span in line.spans:
            found = _NOTE_MARK.match(span.text) if span.raised else None
            if found and not _part_of_word(text, found[1]):
                notes.append((len(text.rstrip()) if not text.endswith(" ") else len(text) - 1, found[1]))
                continue
            piece = _SPACE.sub(" ", span.text) if _ODD_SPACE.search(span.text) else span.text
            text += piece[1:] if piece.startswith(" ") and (not text or text.endswith(" ")) else piece
    text = text.rstrip()
    return text, tuple((min(at, len(text)), mark) for at, mark in notes)


def is_note(span: Span) -> bool:
    """Whether a span is the mark of a footnote."""
    return span.raised and _NOTE_MARK.match(span.text) is not None


def _compound(text: str, after: str) -> bool:
    """Whether a line ends at the hyphen of a word that the next one goes on with: cross-/border."""
    return text[-1] == "-" and text[-2:-1].isalpha() and after[:1].islower() and after.split(" ", 1)[0] not in _LINKS


def _part_of_word(text: str, raised: str) -> bool:
    """Whether something raised belongs to the words: m², 2e."""
    return _BEFORE_SQUARE.search(text) is not None if raised.isdigit() else raised.isalpha() and text[-1:].isdigit()
