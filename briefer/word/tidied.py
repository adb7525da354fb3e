"""A received file put in order: what its parts count on and do not have, what Word forgives and a note may not hold.

Programs leave references to lists and styles that are gone, one number for two controls, half a bookmark. Word passes over
them, so briefer does not refuse such a file; what no page shows is left out with them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count
from typing import Any

from lxml import etree

from briefer.errors import BrieferError
from briefer.word import slots
from briefer.word.anew import MAIN
from briefer.word.xml import DECLARATION, OFFICE

#: lxml's own classes are not typed.
Element = Any
_STORY = re.compile(rb"<w:(?:document|hdr|ftr)\b")
_RELATION = re.compile(r'<Relationship Id="([^"]*)"')
_LONGEST_NAME = 64
#: Of type, in half points.
_LARGEST = 3276
_MOST_ID = 2**31 - 1
#: Ours go on from the highest there is.
_MOST_BOOKMARK = 1_000_000
#: Comments, notes of the file's own, rights to edit: they go with what they refer to.
_LEFT_OUT = (
    "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "footnoteReference", "endnoteReference",
    "permStart", "permEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "proofErr",
    "lastRenderedPageBreak",
)  # fmt: skip


def w(name: str) -> str:
    """An element's name."""
    return f"{{{MAIN}}}{name}"


_VAL, _ID = w("val"), w("id")


def stories(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The document, and every header and footer."""
    return {name: content for name, content in parts.items() if _STORY.match(content, len(DECLARATION))}


def parts(given: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts in order, those that nothing is wrong with as they are; raises BrieferError for one that is broken."""
    done = dict(given)
    styles = {e.get(w("styleId")) for e in _parsed(given["word/styles.xml"]).iter(w("style"))}
    listed = given.get("word/numbering.xml")
    numbered = _parsed(listed).iter(w("num")) if listed else ()
    lists = {e.get(w("numId")) for e in numbered}
    for name in ("word/styles.xml", "word/numbering.xml", "word/settings.xml"):
        if name in done:
            root = _parsed(done[name])
            _without_lost(root, styles, lists)
            done[name] = _written(root)
    for name in stories(given):
        root = _parsed(given[name])
        folder, _, base = name.rpartition("/")
        relations = set(_RELATION.findall(given.get(f"{folder}/_rels/{base}.rels", b"").decode()))
        _without_twins(root)
        _left_out(root)
        _without_lost(root, styles, lists)
        _related(root, relations)
        _controls(root)
        for cell in root.iter(w("tc")):
            if not len(cell) or cell[-1].tag not in (w("p"), w("sdt")):
                etree.SubElement(cell, w("p"))
        done[name] = _written(root)
    return done


def paired(text: str) -> str:
    """A story with whole bookmarks only, each name and number once; those of blocks are of another note.

    Slots that are filled may take one half of a bookmark with them.
    """
    halves = list(_BOOKMARK.finditer(text))
    opened: dict[str, tuple[int, str]] = {}
    names: set[str] = set()
    kept: dict[int, str] = {}
    spare = count(1)
    numbers = {m[2] for m in halves if m[1] == "Start" and _fits(m[2], 0, _MOST_BOOKMARK)}
    used: set[str] = set()
    for at, half in enumerate(halves):
        ident = half[2]
        if half[1] == "Start":
            name = half[3] or ""
            if name and name not in names and not name.startswith("_brf_") and ident not in opened:
                opened[ident] = at, name
        elif ident in opened:
            start, name = opened.pop(ident)
            if name in names:
                continue
            names.add(name)
            number = ident
            if ident in used or not _fits(ident, 0, _MOST_BOOKMARK):
                number = next(n for i in spare if (n := str(i)) not in numbers and n not in used)
            used.add(number)
            kept[start] = halves[start][0].replace(f'w:id="{ident}"', f'w:id="{number}"', 1)
            kept[at] = half[0].replace(f'w:id="{ident}"', f'w:id="{number}"', 1)
    order = iter(range(len(halves)))
    text = _BOOKMARK.sub(lambda m: kept.get(next(order), ""), text)
    return _ANCHOR.sub(lambda m: m[0] if m[1] in names else "", text)


def once(text: str) -> str:
    """A story that Jinja has written, some of it more than once: its bookmarks and the numbers of controls stand once."""
    seen: set[str] = set()

    def first(found: re.Match[str]) -> str:
        if found[2] in seen:
            return found[1]
        seen.add(found[2])
        return found[0]

    return _NUMBERED.sub(first, paired(text))


_NUMBERED = re.compile(r'(<w:sdtPr>(?:(?!</w:sdtPr>).)*?)<w:id w:val="([^"]*)"/>', re.DOTALL)
_ANCHOR = re.compile(r' w:anchor="([^"]*)"')

_BOOKMARK = re.compile(r'<w:bookmark(Start|End)\b(?=[^>]*?w:id="([^"]*)")(?:(?=[^>]*?w:name="([^"]*)"))?[^>]*/>')


def _parsed(content: bytes) -> Element:
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError:  # what one parser lets pass another may not: a namespace that is no address
        raise BrieferError("This file is broken", todo="Open and save it anew in Word", code="not-word") from None


def _written(root: Element) -> bytes:
    return DECLARATION.encode() + etree.tostring(root, encoding="utf-8")


def _left_out(root: Element) -> None:
    for name in _LEFT_OUT:
        for one in list(root.iter(w(name))):
            run = one.getparent()
            run.remove(one)
            if run.tag == w("r") and all(child.tag == w("rPr") for child in run):
                run.getparent().remove(run)


def _without_twins(root: Element) -> None:
    """Of what is written twice, for Word and for programs of before 2010, the second goes: it holds the same controls."""
    choices = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
    for either in list(root.iter(f"{choices}AlternateContent")):
        if either.find(f"{choices}Choice") is not None:
            for second in either.findall(f"{choices}Fallback"):
                either.remove(second)


def _without_lost(root: Element, styles: set[str | None], lists: set[str | None]) -> None:
    for name in ("pStyle", "rStyle", "tblStyle", "clickAndTypeStyle", "defaultTableStyle"):
        for one in list(root.iter(w(name))):
            if one.get(_VAL) not in styles:
                one.getparent().remove(one)
    for one in list(root.iter(w("sz"), w("szCs"))):
        if not _fits(one.get(_VAL, ""), 1, _LARGEST):
            one.getparent().remove(one)
    for one in list(root.iter(w("numPr"))):
        number = one.find(w("numId"))
        ident = number.get(_VAL) if number is not None else None
        if (number is not None and ident != "0" and ident not in lists) or len(one.findall(w("numId"))) > 1:
            one.getparent().remove(one)


def _related(root: Element, relations: set[str]) -> None:
    """References that lead nowhere, where a page can do without."""
    for one in list(root.iter(w("headerReference"), w("footerReference"), w("hyperlink"))):
        ident = one.get(f"{{{OFFICE}}}id")
        if ident is not None and ident not in relations:
            if one.tag == w("hyperlink"):
                del one.attrib[f"{{{OFFICE}}}id"]
            else:
                one.getparent().remove(one)
    for key in ("embed", "link"):
        attribute = f"{{{OFFICE}}}{key}"
        for one in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"):
            if one.get(attribute) is not None and one.get(attribute) not in relations:
                del one.attrib[attribute]


def _controls(root: Element) -> None:
    """Each control with a number of its own that fits, and names that Word takes; those of another note's blocks go."""
    seen: set[str] = set()
    spare = count(1)
    for control in list(root.iter(w("sdt"))):
        props = control.find(w("sdtPr"))
        if props is None:
            continue
        tag = props.find(w("tag"))
        said = tag.get(_VAL, "") if tag is not None else ""
        if said.startswith("briefer:") and not slots.known(slots.normal(said)):
            _unwrapped(control)
            continue
        for name in ("tag", "alias"):
            one = props.find(w(name))
            if one is not None and len(one.get(_VAL, "")) > _LONGEST_NAME:
                one.set(_VAL, one.get(_VAL)[:_LONGEST_NAME])
        idents = props.findall(w("id"))
        for ident in idents[1:]:
            props.remove(ident)
        if idents:
            number = idents[0].get(_VAL, "")
            if not _fits(number, 1, _MOST_ID) or number in seen:
                number = next(n for i in spare if (n := str(i)) not in seen)
                idents[0].set(_VAL, number)
            seen.add(number)


def _unwrapped(control: Element) -> None:
    above = control.getparent()
    at = above.index(control)
    content = control.find(w("sdtContent"))
    above[at : at + 1] = list(content) if content is not None else []


def _fits(number: str, least: int, most: int) -> bool:
    return number.isascii() and number.isdigit() and len(number) < 11 and least <= int(number) <= most
