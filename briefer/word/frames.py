"""Headers and footers of a house's own file: kept, their slots marked, and the marking put where it is not asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple

from briefer.errors import BrieferError
from briefer.word import slot_marks, slots
from briefer.word.house import mark
from briefer.word.xml import DECLARATION, NAMESPACES, relationship

A4 = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" '
    'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
)
_SECTION = re.compile(r"<w:sectPr\b[^>]*?/>|<w:sectPr\b[^>]*>.*?</w:sectPr>", re.DOTALL)
_REFERENCE = re.compile(r"<w:(header|footer)Reference\b[^>]*?/>")
_ON = r'(?!\s+w:val="(?:0|false|off)")'


#: Between a header or footer that has grown and the text of the page.
_AIR = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'


class Frame(NamedTuple):
    """A header or footer, and how the marking comes into it."""

    part: str
    marking: str
    """``slot`` where the house asks for it, ``added`` where briefer puts it, ``made`` where briefer made the whole."""
    shown: str
    """What a person calls it: ``the header of the first page``."""


class Framed(NamedTuple):
    """A document whose every page has a header and a footer with the marking."""

    document: str
    texts: dict[str, str]
    forms: dict[str, tuple[str, ...]]
    slots: tuple[slots.Slot, ...]
    relations: tuple[str, ...]
    made: tuple[str, ...]
    """Parts that the file did not have."""
    frames: tuple[Frame, ...]


def framed(document: str, parts: Mapping[str, bytes], path: Path) -> Framed:
    """The document with its headers and footers as texts with marks."""
    if not _SECTION.search(document):
        document = document.replace("</w:body>", f"{A4}</w:body>")
    settings = parts.get("word/settings.xml", b"").decode()
    even = bool(re.search(rf"<w:evenAndOddHeaders\b{_ON}", settings))
    targets = targets_of(parts["word/_rels/document.xml.rels"].decode())
    inherited: set[tuple[str, str]] = set()
    used: dict[str, str] = {}
    lacking: dict[str, str] = {}
    own: set[str] = set()

    def completed(found: re.Match[str]) -> str:
        section = (
            found[0] if not found[0].endswith("/>") or "</w:sectPr>" in found[0] else f"{found[0][:-2]}></w:sectPr>"
        )
        wanted = ["default"]
        wanted += ["first"] * bool(re.search(rf"<w:titlePg\b{_ON}", section))
        wanted += ["even"] * even
        for reference in _REFERENCE.finditer(section):
            named = re.search(r'w:type="(\w+)"', reference[0])
            ident = re.search(r'r:id="([^"]*)"', reference[0])
            kind = named[1] if named else "default"
            inherited.add((reference[1], kind))
            if ident and ident[1] in targets:
                used.setdefault(targets[ident[1]], _called(reference[1], kind))
                own.update([reference[1]] * (kind in wanted))
        added = ""
        for kind in wanted:
            for name in ("header", "footer"):
                if (name, kind) not in inherited:
                    inherited.add((name, kind))
                    lacking.setdefault(name, _called(name, kind))
                    added += f'<w:{name}Reference w:type="{kind}" r:id="rIdBriefer{name.capitalize()}"/>'
        head = section.index(">") + 1
        return section[:head] + added + section[head:]

    document = _SECTION.sub(completed, document)
    if lacking and "xmlns:r=" not in document[:4000]:
        document = document.replace("<w:document ", f"<w:document {NAMESPACES.split(' ')[1]} ", 1)
    texts: dict[str, str] = {}
    forms: dict[str, tuple[str, ...]] = {}
    found_slots: list[slots.Slot] = []
    frames: list[Frame] = []
    for name in sorted(used):
        if name not in parts:
            raise BrieferError(f"{name} is missing in this file", where=str(path), todo="Open and save it anew in Word")
        marked = slot_marks.marked(name, parts[name])
        asks = mark("marking|")[:-1] in marked.text or re.search(r"\{\{-?\s*marking\s*-?\}\}", marked.text)
        texts[name] = marked.text if asks else _with_marking(marked.text)
        forms[name] = marked.forms
        found_slots += marked.slots
        frames.append(Frame(name, "slot" if asks else "added", used[name]))
    made = {name: f"word/briefer{name.capitalize()}.xml" for name in sorted(lacking)}
    for name, part in made.items():
        root = "hdr" if name == "header" else "ftr"
        # Where the house says at the foot of other pages what it wants said, ours would be a stranger there.
        piece = "marking-line" if name in own else f"whole-{name}"
        texts[part] = f"{DECLARATION}<w:{root} {NAMESPACES}>{mark(piece)}</w:{root}>"
        frames.append(Frame(part, "made", lacking[name]))
    relations = [relationship(f"rIdBriefer{n.capitalize()}", n, p.removeprefix("word/")) for n, p in made.items()]
    return Framed(document, texts, forms, tuple(found_slots), tuple(relations), tuple(made.values()), tuple(frames))


def _called(name: str, kind: str) -> str:
    return f"the {name}" + {"first": " of the first page", "even": " of even pages"}.get(kind, "")


def _with_marking(text: str) -> str:
    """The marking above all else in a header, beneath all else in a footer; since it takes room there, air towards the text."""
    line = mark("marking-line")
    opened = re.search(r"<w:(hdr|ftr)\b[^>]*?(/?)>", text)
    if opened is None:
        return text
    name, empty = opened[1], bool(opened[2])
    before = text[: opened.end() - 1 - empty] + ">"
    inner = "" if empty else text[opened.end() : text.rindex(f"</w:{name}>")]
    within = f"{line}{inner}{_AIR}" if name == "hdr" else f"{_AIR}{inner}{line}"
    return f"{before}{within}</w:{name}>"


def targets_of(relations: str) -> dict[str, str]:
    """The parts that the relationships of the document lead to, by their ids."""
    found: dict[str, str] = {}
    for row in re.findall(r"<Relationship\b[^>]*>", relations):
        ident, target = (re.search(rf'\b{key}="([^"]*)"', row) for key in ("Id", "Target"))
        if ident and target and "External" not in row:
            found[ident[1]] = normpath(f"/word/{target[1]}").lstrip("/")
    return found
