"""Two texts word by word: what stayed, what went, what came."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Kind = Literal["same", "gone", "new"]
#: A word with its inner signs (``31,000``, ``CSDP–JHA``), a run of blanks, or one sign by itself.
_PIECE = re.compile(r"\w+(?:[^\w\s]+\w+)*|\s+|[^\w\s]")


class Piece(NamedTuple):
    """A stretch of the two texts put into one."""

    kind: Kind
    text: str


def word_by_word(before: str, after: str) -> tuple[Piece, ...]:
    """The two texts as one: what they share, what only the first has (gone), what only the second has (new).

    The same and gone pieces together are the first text, the same and new ones the second. A blank between two changed
    words counts as changed with them, so that a reader meets phrases, not single words.
    """
    one, other = _PIECE.findall(before), _PIECE.findall(after)
    found: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece("same", "".join(one[a:b])))
        else:
            found += [Piece("gone", "".join(one[a:b]))] if b > a else []
            found += [Piece("new", "".join(other[c:d]))] if d > c else []
    return _joined(found)


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Changes that only blanks part become one change."""
    groups: list[list[str]] = []  # same, gone, new: either the first alone, or the other two
    for at, piece in enumerate(pieces):
        between = piece.kind == "same" and not piece.text.strip() and 0 < at < len(pieces) - 1
        if piece.kind == "same" and not between:
            groups.append([piece.text, "", ""])
            continue
        if not groups or groups[-1][0]:
            groups.append(["", "", ""])
        if piece.kind in ("gone", "same"):
            groups[-1][1] += piece.text
        if piece.kind in ("new", "same"):
            groups[-1][2] += piece.text
    return tuple(Piece(kind, text) for group in groups for kind, text in zip(_KINDS, group, strict=True) if text)


_KINDS: tuple[Kind, ...] = ("same", "gone", "new")


def in_signs(pieces: Sequence[Piece]) -> str:
    """The pieces as one line for a reader without colours: ``[-gone-]`` and ``{+new+}``."""
    signs = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
    return "".join(f"{signs[p.kind][0]}{p.text}{signs[p.kind][1]}" for p in pieces)
