"""Our styles in a house's file: those it has by the same name or by a mapping, the rest brought along from plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import count
from typing import NamedTuple

from briefer.errors import BrieferError, did_you_mean, sentence
from briefer.word.house import SHIPPED
from briefer.word.look import Look
from briefer.word.package import unpack

_STYLE = re.compile(r"<w:style\b[^>]*(?<!/)>.*?</w:style>", re.DOTALL)
#: No file has so many; one that gives a list a higher number leaves little room above.
_MOST_LISTS = 1_000_000
_NOT_MAPPED = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList")


class Style(NamedTuple):
    """A style as its part has it."""

    ident: str
    name: str
    kind: str
    xml: str


class Mapped(NamedTuple):
    """What became of our styles in a file."""

    styles: str
    numbering: str
    idents: dict[str, str]
    """Our style's id → the one in the file."""
    numbers: dict[int, int]
    own_lists: frozenset[str]
    levelled: frozenset[str]
    keeping: frozenset[str]
    origins: dict[str, str]
    """Our style's name → ``mapping``, ``file`` or ``briefer``."""


def of(styles: str) -> list[Style]:
    """The styles of a part."""
    found = []
    for xml in _STYLE.findall(styles):
        head = xml[: xml.index(">")]
        ident = _attribute(head, "w:styleId")
        name = re.search(r'<w:name w:val="([^"]*)"', xml)
        found.append(Style(ident, name[1] if name else ident, _attribute(head, "w:type"), xml))
    return found


def merged(styles: str, numbering: str, mapping: Mapping[str, str], width: int, where: str) -> Mapped:
    """A house's styles and numbering with what a note needs and they lack.

    Raises BrieferError where a mapping names a style that one of the two has not.
    """
    ours_all = unpack((SHIPPED / "plain.docx").read_bytes())
    ours = [s for s in of(ours_all["word/styles.xml"].decode()) if s.ident not in _NOT_MAPPED]
    styles = re.sub(r"(<w:styles\b[^>]*)/>$", r"\1></w:styles>", styles)
    # One without an id cannot be used.
    theirs = [style for style in of(styles) if style.ident]
    named = {(s.kind, s.name.casefold()): s for s in theirs}
    taken = {s.ident for s in theirs}
    chosen = _chosen(ours, theirs, mapping, where)
    idents: dict[str, str] = {}
    origins: dict[str, str] = {}
    brought: list[Style] = []
    for style in ours:
        same = chosen.get(style.ident) or named.get((style.kind, style.name.casefold()))
        if same:
            idents[style.ident] = same.ident
            origins[style.name] = "mapping" if style.ident in chosen else "file"
        else:
            idents[style.ident] = _free(style.ident, taken)
            taken.add(idents[style.ident])
            origins[style.name] = "briefer"
            brought.append(style)
    numbers, numbered = _numbers(numbering, ours_all["word/numbering.xml"].decode())
    default = next((s.ident for s in theirs if s.kind == "paragraph" and 'w:default="1"' in s.xml), "Normal")
    base = {
        "Normal": default,
        "TableNormal": _default(theirs, "table"),
        "DefaultParagraphFont": _default(theirs, "character"),
    }
    own_width = f'w:pos="{Look().width}"'
    added = "".join(_adapted(style.xml, {**base, **idents}, numbers, idents[style.ident]) for style in brought)
    added = added.replace(own_width, f'w:pos="{width}"')
    lists = frozenset(
        s.ident
        for s in ours
        if origins[s.name] != "briefer" and _is_list(idents[s.ident], theirs) and "<w:numPr>" in s.xml
    )
    levelled = frozenset(
        s.ident
        for s in ours
        if s.name.startswith("heading ") and s.ident in chosen and chosen[s.ident].name.casefold() != s.name.casefold()
    )
    whole = styles.replace("</w:styles>", f"{added}</w:styles>")
    # What ours holds to the next paragraph, a question to its wording, a house's own style need not.
    keeping = frozenset(
        s.ident
        for s in ours
        if origins[s.name] != "briefer" and "<w:keepNext/>" in s.xml and not _keeps(idents[s.ident], theirs)
    )
    return Mapped(whole, numbered, idents, numbers, lists, levelled, keeping, origins)


def _chosen(ours: list[Style], theirs: list[Style], mapping: Mapping[str, str], where: str) -> dict[str, Style]:
    mine = {key.casefold(): s for s in ours for key in (s.ident, s.name)}
    found: dict[str, Style] = {}
    for our_name, their_name in mapping.items():
        style = mine.get(our_name.casefold())
        if style is None:
            near = sentence(did_you_mean(our_name, [s.name for s in ours]))
            raise BrieferError(f"“{our_name}” is not a style of a note", where=where, todo=near, code="style")
        same = [
            s
            for s in theirs
            if s.kind == style.kind and their_name.casefold() in (s.name.casefold(), s.ident.casefold())
        ]
        if not same:
            near = sentence(did_you_mean(their_name, [s.name for s in theirs if s.kind == style.kind]))
            raise BrieferError(
                f"The file has no {style.kind} style “{their_name}”", where=where, todo=near, code="style"
            )
        found[style.ident] = same[0]
    return found


def _default(styles: list[Style], kind: str) -> str:
    return next((s.ident for s in styles if s.kind == kind and 'w:default="1"' in s.xml), "")


def _keeps(ident: str, styles: list[Style]) -> bool:
    return any(
        s.ident == ident and re.search(r"<w:keepNext\b(?![^>]*w:val=\"(?:0|false|off)\")", s.xml) for s in styles
    )


def _is_list(ident: str, styles: list[Style]) -> bool:
    return any(s.ident == ident and "<w:numPr>" in s.xml for s in styles)


def _free(ident: str, taken: set[str]) -> str:
    return ident if ident not in taken else next(n for i in range(1, 1000) if (n := f"{ident}Briefer{i}") not in taken)


def _adapted(xml: str, idents: Mapping[str, str], numbers: Mapping[int, int], ident: str) -> str:
    """One of our styles under its id in the file, based on the file's own."""

    def link(found: re.Match[str]) -> str:
        target = idents.get(found[2], "")
        return f'<w:{found[1]} w:val="{target}"/>' if target else ""

    xml = re.sub(r'w:styleId="[^"]*"', f'w:styleId="{ident}"', xml, count=1)
    xml = re.sub(r'<w:(basedOn|next) w:val="([^"]*)"/>', link, xml)
    return re.sub(r'<w:numId w:val="(\d+)"/>', lambda m: f'<w:numId w:val="{numbers[int(m[1])]}"/>', xml)


def _numbers(theirs: str, ours: str) -> tuple[dict[int, int], str]:
    """Our two lists under numbers that are free in the file."""
    if not theirs:
        return {1: 1, 2: 2}, ours
    lists = re.findall(r"<w:abstractNum\b.*?</w:abstractNum>", ours, re.DOTALL)
    made = dict(zip(range(1, len(lists) + 1), _beyond(theirs, "numId"), strict=False))
    abstract = dict(zip(range(1, len(lists) + 1), _beyond(theirs, "abstractNumId"), strict=False))
    first = "".join(
        re.sub(r'w:abstractNumId="\d+"', f'w:abstractNumId="{abstract[i]}"', xml, count=1)
        for i, xml in enumerate(lists, 1)
    )
    last = "".join(f'<w:num w:numId="{made[i]}"><w:abstractNumId w:val="{abstract[i]}"/></w:num>' for i in made)
    before = re.search(r"<w:num |<w:numIdMacAtCleanup|</w:numbering>", theirs)
    after = re.search(r"<w:numIdMacAtCleanup|</w:numbering>", theirs)
    if before is None or after is None:  # an empty element
        return {1: 1, 2: 2}, ours
    return made, theirs[: before.start()] + first + theirs[before.start() : after.start()] + last + theirs[
        after.start() :
    ]


def _beyond(numbering: str, name: str) -> Iterator[int]:
    """Numbers that no list has, from the highest on where there are any beyond."""
    taken = {int(n) for n in re.findall(rf'w:{name}="(-?\d+)"', numbering)}
    start = max((n for n in taken if n < _MOST_LISTS), default=0) + 1
    return (n for n in count(max(start, 1)) if n not in taken)


def _attribute(head: str, name: str) -> str:
    found = re.search(rf'{name}="([^"]*)"', head)
    return found[1] if found else ""
