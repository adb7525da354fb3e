"""A Word file's styles, as far as reading needs them: headings, type, numbering, through ``based on``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from briefer.papers.docx_package import W

#: As styles of headings are called in the languages that papers come in; Word itself stores the English name.
_HEADING = re.compile(
    r"^(?:heading|titre|überschrift|ueberschrift|rubrik|título|titulo|titolo|kop|overskrift|otsikko|nagłówek|nadpis)\s*([1-9])\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?:title|titel|titre|rubrik)$", re.IGNORECASE)
_TOC = re.compile(r"^(?:toc|tm|verzeichnis|innehåll)\s*\d", re.IGNORECASE)
_MOST_BASED_ON = 20
_LOWEST_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Look:
    """Type as far as it is said; None where it is left to what stands above."""

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    raised: bool | None = None
    hidden: bool | None = None

    def over(self, below: Look) -> Look:
        """This look, and what it leaves open as below."""
        return Look(
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.size if self.size is None else self.size,
            below.raised if self.raised is None else self.raised,
            below.hidden if self.hidden is None else self.hidden,
        )


_NOTHING_SAID = Look()


def look(properties: etree._Element | None) -> Look:
    """What run properties say."""
    if properties is None or not len(properties):
        return _NOTHING_SAID
    bold = italic = raised = hidden = size = None
    for given in properties:
        match given.tag.removeprefix(W):
            case "b":
                bold = is_on(given)
            case "i":
                italic = is_on(given)
            case "sz":
                size = (number(given) or 0) / 2 or None
            case "vertAlign":
                raised = given.get(f"{W}val") == "superscript"
            case "position":
                raised = (number(given) or 0) > 3 or raised
            case "vanish":
                hidden = is_on(given)
    return Look(bold, italic, size, raised, hidden)


def is_on(given: etree._Element | None) -> bool:
    """Whether a switch such as ``w:b`` is on; an absent one is off."""
    return given is not None and given.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def number(given: etree._Element | None, name: str = f"{W}val") -> int | None:
    """A whole number in an attribute; None where there is none that could be meant."""
    if given is None:
        return None
    try:
        value = int(given.get(name, ""))
    except ValueError:
        return None
    return value if abs(value) < 1_000_000 else None


@dataclass(slots=True)
class Style:
    """One style, not yet resolved."""

    name: str
    based_on: str | None
    look: Look
    level: int | None
    """Outline level from 0, as said in this style."""
    numbering: tuple[int | None, int | None]
    """Its list and level in it, as said in this style."""


@dataclass
class Styles:
    """All styles of a file by id."""

    styles: dict[str, Style] = field(default_factory=dict)
    defaults: Look = _NOTHING_SAID
    default_paragraph: str | None = None
    language: str | None = None
    _looks: dict[str | None, Look] = field(default_factory=dict)

    def _chain(self, name: str | None) -> list[Style]:
        chain: list[Style] = []
        while name in self.styles and len(chain) < _MOST_BASED_ON:
            chain.append(self.styles[name])
            name = chain[-1].based_on
        return chain

    def look(self, name: str | None) -> Look:
        """The type that a style gives with all it is based on."""
        if name not in self._looks:
            found = _NOTHING_SAID
            for style in self._chain(name):
                found = found.over(style.look)
            self._looks[name] = found
        return self._looks[name]

    def kind(self, name: str | None) -> str:
        """``heading 1`` … ``heading 6``, ``title``, ``toc`` or nothing."""
        for style in self._chain(name):
            if found := _HEADING.match(style.name):
                return f"heading {min(int(found[1]), _LOWEST_LEVEL)}"
            if _TOC.match(style.name):
                return "toc"
            if _TITLE.match(style.name):
                return "title"
            if style.level is not None:
                return heading(style.level)
        return ""

    def numbering(self, name: str | None) -> tuple[int | None, int | None]:
        """List and level that a style puts its paragraphs into."""
        for style in self._chain(name):
            if style.numbering[0] is not None:
                return style.numbering
        return None, None

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the styles by id, in lower case."""
        return {key: style.name.lower() for key, style in self.styles.items()}


def heading(level: int) -> str:
    """The style of an outline level counted from 0; body text (9) has none."""
    return f"heading {min(level + 1, _LOWEST_LEVEL)}" if 0 <= level < 9 else ""


def styles(root: etree._Element | None) -> Styles:
    """The styles of a ``styles.xml``; none at all where a file lacks it."""
    found = Styles()
    if root is None:
        return found
    default = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    found.defaults = look(default)
    found.language = language(default)
    for given in root.iterfind(f"{W}style"):
        key = given.get(f"{W}styleId", "")
        name = given.find(f"{W}name")
        based = given.find(f"{W}basedOn")
        numbers = given.find(f"{W}pPr/{W}numPr")
        found.styles[key] = Style(
            name.get(f"{W}val", "") if name is not None else key,
            based.get(f"{W}val") if based is not None else None,
            look(given.find(f"{W}rPr")),
            number(given.find(f"{W}pPr/{W}outlineLvl")),
            list_of(numbers),
        )
        if given.get(f"{W}type") == "paragraph" and given.get(f"{W}default") in ("1", "true"):
            found.default_paragraph = key
            found.language = language(given.find(f"{W}rPr")) or found.language
    return found


def list_of(numbers: etree._Element | None) -> tuple[int | None, int | None]:
    """List and level of a ``w:numPr``."""
    if numbers is None:
        return None, None
    return number(numbers.find(f"{W}numId")), number(numbers.find(f"{W}ilvl"))


def language(properties: etree._Element | None) -> str | None:
    """The language that run properties name."""
    given = properties.find(f"{W}lang") if properties is not None else None
    return given.get(f"{W}val") if given is not None else None
