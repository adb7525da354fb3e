"""What stands before an item of a list or a numbered paragraph: ``1.``, ``(a)``, ``iv)``, ``3.1``, ``–``, ``Question 2:``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["bullet", "label", "decimal", "number", "lower", "upper", "roman", "ROMAN"]

_BULLETS = "•‣◦▪▫●○■□◆◇·➢➤➔→✓❖∙⁃–—*-"
#: Bullets of symbol fonts arrive as letters from the private use area.
_BULLET = re.compile(rf"(?:[{re.escape(_BULLETS)}\ue000-\uf8ff](?:\s+|(?=[^\W\d_])(?<![-*]))|o\s\s+|o\t)\s*")
_LABEL = re.compile(
    r"(?:Q|(?:question|frage|fråga|issue|point)\s+(?:no\.?\s*)?)(\d{1,2})(?:\s*[.):]|\s+[–—-](?=\s)|(?=\s*$))\s*",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,4})\.?\)?\s+")
_NUMBER = re.compile(r"([(\[]?)(\d{1,3})([.)\]]{1,2})(?:\s+|(?=[^\W\d_«“„\"]))\s*")
_LETTERS = re.compile(r"(\(?)([a-zA-Z]|[ivxlc]{2,5}|[IVXLC]{2,6})([.)]{1,2})\s+")
_ROMAN = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})\Z")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before an item."""

    printed: str
    """As printed: ``(a)``, ``1.``, ``–``."""
    form: str
    """What equal marks of one list share besides their kind: the bullet, the brackets."""
    values: tuple[tuple[Kind, int], ...]
    """Its places by the ways it can be read: ``i.`` is the ninth letter and the first roman number."""

    @property
    def bullet(self) -> bool:
        """Whether it is a bullet, without a number."""
        return self.values[0][0] == "bullet"

    @property
    def first(self) -> bool:
        """Whether a list can begin with it."""
        return any(value == 1 or kind == "bullet" for kind, value in self.values)

    @property
    def bare(self) -> str:
        """Its number or letter without brackets and full stop; empty for a bullet."""
        if self.bullet:
            return ""
        if self.values[0][0] == "label":
            return str(self.values[0][1])
        return self.printed.strip("()[].:")


def read(text: str) -> tuple[Mark | None, str]:
    """The mark with which a text begins and what follows it; None and the text where none does."""
    if text[:1].isalpha() and text[:1] not in "QqFfIiPpo" and not any(c in ".)" for c in text[1:8]):
        return None, text
    for find in (_bullet, _label, _decimal, _number, _letter):
        found = find(text)
        if found is not None:
            mark, end = found
            return mark, text[end:].lstrip()
    return None, text


def parse(printed: str) -> Mark | None:
    """A mark that the file itself tells apart from the words: ``1.``, ``(a)``, ``•``; None where it is none."""
    if not printed.strip():
        return None
    bare = printed.strip()
    mark, _ = read(bare + " X")
    if mark is None and bare.isdigit() and len(bare) <= 3:
        return Mark(bare, ".", (("number", int(bare)),))
    if mark is None and len(bare) == 1:
        return Mark(bare, bare, (("bullet", 0),))
    return mark


def same_list(one: Mark, other: Mark) -> bool:
    """Whether two marks can stand in one list."""
    return one.form == other.form and bool(_kinds(one) & _kinds(other))


def follows(before: Mark, mark: Mark) -> bool:
    """Whether a mark is the next of a list after another (for bullets: the same)."""
    if before.form != mark.form:
        return False
    earlier = dict(before.values)
    return any(kind in earlier and value == earlier[kind] + (kind != "bullet") for kind, value in mark.values)


def distance(before: Mark, mark: Mark) -> int | None:
    """How many places a mark stands after another of its list; None where they are of different lists."""
    if before.form != mark.form:
        return None
    earlier = dict(before.values)
    steps = [value - earlier[kind] for kind, value in mark.values if kind in earlier]
    return min(steps, key=lambda step: (step != 1, abs(step)), default=None)


def _kinds(mark: Mark) -> set[str]:
    return {kind for kind, _ in mark.values}


def _bullet(text: str) -> tuple[Mark, int] | None:
    found = _BULLET.match(text)
    if not found:
        return None
    sign = text[0]
    return Mark(sign, "–" if sign in "–—-" else sign, (("bullet", 0),)), found.end()


def _label(text: str) -> tuple[Mark, int] | None:
    found = _LABEL.match(text)
    return (Mark(found[0].strip(), "Q", (("label", int(found[1])),)), found.end()) if found else None


def _decimal(text: str) -> tuple[Mark, int] | None:
    found = _DECIMAL.match(text)
    if not found:
        return None
    parts = found[1].split(".")
    return Mark(found[0].strip(), ".".join(parts[:-1]), (("decimal", int(parts[-1])),)), found.end()


def _number(text: str) -> tuple[Mark, int] | None:
    found = _NUMBER.match(text)
    if not found or (found[1] == "[") != ("]" in found[3]):
        return None
    return Mark(found[0].strip(), found[1] + found[3], (("number", int(found[2])),)), found.end()


def _letter(text: str) -> tuple[Mark, int] | None:
    found = _LETTERS.match(text)
    if not found:
        return None
    sign, small = found[2], found[2].lower()
    upper = sign != small
    values: list[tuple[Kind, int]] = []
    if _ROMAN.match(small) and small:
        values.append(("ROMAN" if upper else "roman", _roman(small)))
    if len(small) == 1:
        values.append(("upper" if upper else "lower", ord(small) - ord("a") + 1))
    if not values:
        return None
    if sign == "l":
        # What a scan makes of a figure one.
        values.append(("number", 1))
    return Mark(found[0].strip(), found[1] + found[3], tuple(values)), found.end()


def _roman(small: str) -> int:
    digits = [_ROMAN_DIGITS[c] for c in small]
    return sum(-d if any(d < later for later in digits[i + 1 :]) else d for i, d in enumerate(digits))
