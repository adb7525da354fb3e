"""Two texts word by word: what stands in both, what is gone, what is new; marks of bold, italic and sources stay whole."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple, TypeVar

Key = TypeVar("Key", bound=Hashable)
Sign = Literal["same", "gone", "new"]

_TOKEN = re.compile(
    r"\[\^\d{1,4}\]|\*{1,3}|\\[\\*\[-]|\d+(?:[.,/:]\d+)*|[^\W\d_]+(?:['’\-][^\W\d_]+)*|\s+|_+|[^\w\s]", re.DOTALL
)
#: Beyond so many words on both sides the middle is not looked through for what may have stayed.
_MOST = 4_000_000
#: Below this share of the words a text counts as written anew.
_LEAST = 0.2


class Piece(NamedTuple):
    """A stretch of text, and whether it stands in both, only in the old or only in the new one."""

    sign: Sign
    text: str


def tokens(text: str) -> list[str]:
    """A text cut into words, numbers, blanks, punctuation and marks; joined they are the text again."""
    return _TOKEN.findall(text)


def changes(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces that tell how one text became the other; what is gone stands before what came in its place."""
    if old == new:
        return (Piece("same", old),) if old else ()
    if not old or not new:
        return (Piece("gone", old),) if old else (Piece("new", new),)
    before, after = tokens(old), tokens(new)
    found: list[list[str]] = []  # sign, old text, new text
    for same, a, b in opcodes(before, after):
        if same:
            # A blank or a comma between two changes makes no reader wiser: it belongs to them.
            alone = not any(t[:1].isalnum() or t[:1] in "[*" for t in a)
            found.append(["same" if not alone else "little", "".join(a), "".join(b)])
        else:
            found.append(["changed", "".join(a), "".join(b)])
    # Where hardly a word stayed, those that did make no sentence: the whole was written anew.
    stayed = sum(t[:1].isalnum() for sign, a, _b in found if sign == "same" for t in tokens(a))
    if stayed < _LEAST * max(sum(t[:1].isalnum() for t in side) for side in (before, after)):
        return Piece("gone", old), Piece("new", new)
    return _pieces(found)


def opcodes(before: Sequence[Key], after: Sequence[Key]) -> list[tuple[bool, Sequence[Key], Sequence[Key]]]:
    """Runs of tokens in their order: whether they are the same, with those of the old and of the new side."""
    start = 0
    least = min(len(before), len(after))
    while start < least and before[start] == after[start]:
        start += 1
    end = 0
    while end < least - start and before[-1 - end] == after[-1 - end]:
        end += 1
    a, b = before[start : len(before) - end], after[start : len(after) - end]
    out: list[tuple[bool, Sequence[Key], Sequence[Key]]] = []
    if start:
        out.append((True, before[:start], after[:start]))
    if len(a) * len(b) > _MOST or not a or not b:
        if a or b:
            out.append((False, a, b))
    else:
        for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            out.append((tag == "equal", a[i:j], b[k:m]))
    if end:
        out.append((True, before[len(before) - end :], after[len(after) - end :]))
    return out


def _pieces(found: list[list[str]]) -> tuple[Piece, ...]:
    joined: list[list[str]] = []
    for i, (sign, old, new) in enumerate(found):
        between = 0 < i < len(found) - 1
        as_change = sign == "changed" or (sign == "little" and between)
        if as_change and joined and joined[-1][0] == "changed":
            joined[-1][1] += old
            joined[-1][2] += new
        else:
            joined.append(["changed" if sign == "changed" else "same", old, new])
    out: list[Piece] = []
    for sign, old, new in joined:
        if sign == "same":
            out.append(Piece("same", old))
            continue
        # What both sides of a joined change end in was a little piece that stays.
        tail = len(new) - len(new.rstrip()) if old.rstrip() != old and new.rstrip() != new else 0
        ending = new[len(new) - tail :] if tail and old.endswith(new[len(new) - tail :]) else ""
        old, new = (t[: len(t) - len(ending)] for t in (old, new))
        out += [Piece("gone", old)] if old else []
        out += [Piece("new", new)] if new else []
        out += [Piece("same", ending)] if ending else []
    return tuple(out)


def signed(pieces: Sequence[Piece]) -> str:
    """The pieces with signs that hold without colour: ``[-gone-]`` and ``{+new+}``."""
    marks = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
    return "".join(f"{marks[p.sign][0]}{p.text}{marks[p.sign][1]}" for p in pieces)


def side(pieces: Sequence[Piece], sign: Sign) -> str:
    """The old text (``gone``) or the new one (``new``) out of its pieces."""
    return "".join(p.text for p in pieces if p.sign in ("same", sign))
