"""How one text differs from another, word by word."""

from __future__ import annotations

import difflib
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of words; one that stands in one text only has the other empty."""

    before: str
    after: str

    @property
    def same(self) -> bool:
        """Whether both texts have it."""
        return self.before == self.after


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts side by side, word by word."""
    old, new = before.split(), after.split()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return tuple(Piece(" ".join(old[a:b]), " ".join(new[c:d])) for _, a, b, c, d in matcher.get_opcodes())


def told(before: str, after: str) -> str:
    """The new text with what was there before in brackets: ``had [14 → 12] lit lamps``."""
    return " ".join(_told(piece) for piece in pieces(before, after))


def _told(piece: Piece) -> str:
    if piece.same:
        return piece.after
    if not piece.before:
        return f"[new: {piece.after}]"
    return f"[{piece.before} → {piece.after}]" if piece.after else f"[gone: {piece.before}]"
