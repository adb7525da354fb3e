"""Word's automatic numbers: what stands before a list item on paper, counted as Word counts."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from briefer.papers.docx_package import W
from briefer.papers.docx_styles import Styles, is_on, number
from briefer.papers.typed import printed

_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
#: Beyond this a number is no count of paragraphs; letters and Roman figures of it would be endless.
_MOST = 4_999


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    """Whether the levels above are written as 1, 2, 3 here whatever they are."""
    restart: int | None = None
    """After which level it starts anew; 0 for never, None for any above."""
    style: str | None = None
    """The paragraph style that is this level."""


@dataclass(slots=True)
class Numbering:
    """All lists of a file, and how far each has been counted."""

    abstract: dict[int, dict[int, Level]] = field(default_factory=dict)
    lists: dict[int, tuple[int, dict[int, int], dict[int, Level]]] = field(default_factory=dict)
    """Of each list its pattern, the levels that it starts at a number of its own, and those it writes in its own way."""
    _counts: dict[int, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    def mark(self, list_: int | None, level: int | None, style: str | None = None) -> str | None:
        """The number or bullet of the next paragraph in a list; None where it is in none."""
        if list_ is None or list_ not in self.lists:
            return None
        pattern, starts, own = self.lists[list_]
        levels = {**self.abstract.get(pattern, {}), **own}
        if level is None:
            level = next((at for at, given in levels.items() if given.style and given.style == style), 0)
        level = min(max(level, 0), _LEVELS - 1)
        here = levels.get(level, Level())
        counts = self._counts.setdefault(pattern, [None] * _LEVELS)
        if level in starts and (list_, level) not in self._begun:
            counts[level] = None
        self._begun.add((list_, level))
        for above in range(level):
            if counts[above] is None:
                counts[above] = starts.get(above, levels.get(above, Level()).start)
        before = counts[level]
        counts[level] = starts.get(level, here.start) if before is None else before + 1
        for below in range(level + 1, _LEVELS):
            restart = levels.get(below, Level()).restart
            if restart is None or (restart != 0 and level < restart):
                counts[below] = None
        return _written(here, level, counts, levels)


def _written(here: Level, level: int, counts: list[int | None], levels: dict[int, Level]) -> str:
    if here.format == "bullet":
        return printed(here.text).strip() or "•"
    text = here.text
    for at in range(level, -1, -1):
        if (sign := f"%{at + 1}") in text:
            style = "decimal" if here.legal else levels.get(at, Level()).format
            text = text.replace(sign, as_number(counts[at] or 0, style))
    return printed(text).strip()


def as_number(value: int, style: str) -> str:
    """A number in one of Word's formats: ``3``, ``c``, ``III``."""
    if style == "none":
        return ""
    if not 0 < value <= _MOST:
        return str(value)
    match style:
        case "lowerLetter" | "upperLetter":
            # Word goes on after z with aa, bb, cc.
            letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
            return letter.upper() if style == "upperLetter" else letter
        case "lowerRoman" | "upperRoman":
            out, rest = "", value
            for worth, sign in _ROMAN:
                out, rest = out + sign * (rest // worth), rest % worth
            return out.upper() if style == "upperRoman" else out
        case "decimalZero":
            return f"{value:02d}"
        case "chicago":
            return "*†‡§"[(value - 1) % 4] * ((value - 1) // 4 + 1)
    return str(value)


def numbering(root: etree._Element | None, styles: Styles) -> Numbering:
    """The lists of a ``numbering.xml``; none where a file lacks it."""
    found = Numbering()
    if root is None:
        return found
    linked: dict[int, str] = {}
    for given in root.iterfind(f"{W}abstractNum"):
        key = number(given, f"{W}abstractNumId")
        if key is None:
            continue
        found.abstract[key] = dict(_levels(given))
        link = given.find(f"{W}numStyleLink")
        if link is not None:
            linked[key] = link.get(f"{W}val", "")
    for given in root.iterfind(f"{W}num"):
        key, pattern = number(given, f"{W}numId"), number(given.find(f"{W}abstractNumId"))
        if key is None or pattern is None:
            continue
        starts: dict[int, int] = {}
        own: dict[int, Level] = {}
        for override in given.iterfind(f"{W}lvlOverride"):
            level = number(override, f"{W}ilvl")
            start = number(override.find(f"{W}startOverride"))
            if level is not None and start is not None:
                starts[level] = start
            own.update(_levels(override))
        found.lists[key] = (pattern, starts, own)
    for key, name in linked.items():
        target = styles.numbering(name)[0]
        if target in found.lists and found.lists[target][0] in found.abstract:
            found.abstract[key] = found.abstract[found.lists[target][0]]
    return found


def _levels(parent: etree._Element) -> list[tuple[int, Level]]:
    found = []
    for given in parent.iterfind(f"{W}lvl"):
        at = number(given, f"{W}ilvl")
        if at is None or not 0 <= at < _LEVELS:
            continue
        style, text, own = given.find(f"{W}numFmt"), given.find(f"{W}lvlText"), given.find(f"{W}pStyle")
        start = number(given.find(f"{W}start"))
        level = Level(
            1 if start is None else start,
            style.get(f"{W}val", "decimal") if style is not None else "decimal",
            text.get(f"{W}val", "")[:60] if text is not None else "",
            is_on(given.find(f"{W}isLgl")),
            number(given.find(f"{W}lvlRestart")),
            own.get(f"{W}val") if own is not None else None,
        )
        found.append((at, level))
    return found
