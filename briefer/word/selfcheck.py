"""What the outside validators do not see in a .docx: twin ids, open fields, notes without a mark, links and styles that
lead nowhere, controls within controls, a page without its marking."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from posixpath import dirname, join, normpath
from typing import NamedTuple

from briefer.word.package import unpack
from briefer.word.partcheck import KINDS, Seen, fits, look, names, twins, unescaped

_NEEDED = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels")
_MOST_NOTES = 32767
_NOTE = {kind: re.compile(rf'<w:{kind} (?![^>]*w:type=)[^>]*?w:id="([^"]*)"'.encode()) for kind in KINDS}
_NUM = re.compile(rb'<w:num [^>]*?w:numId="(\d+)"')
_STYLE_ID = re.compile(rb'w:styleId="([^"]*)"')
_RELATION = re.compile(rb"<Relationship [^>]*>")
_ATTRIBUTE = re.compile(rb'(\w+)="([^"]*)"')
_TEXT = re.compile(rb"<w:t[ >][^<]*")
#: Where notes, links and fields stand; all bookmarks are in the first.
_TEXTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
#: What no note for release may hold.
_TRACES = (b"<w:sdt>", b'w:name="_brf_', b"<w:ins ", b"<w:del ", b"<w:commentR")


def check(docx: bytes) -> list[str]:
    """The faults of a .docx, each in one plain line; an empty list for a sound one."""
    try:
        parts = unpack(docx)
    except (zipfile.BadZipFile, OSError, EOFError) as error:
        return [f"not a zip package: {error}"]
    return faults(parts)


def faults(
    parts: Mapping[str, bytes], *, sound: Mapping[str, bytes] | None = None, marking: str = "", final: bool = False
) -> list[str]:
    """The faults of a package whose parts are at hand; those that are the same in ``sound`` need no second look.

    With ``marking`` every header and footer must carry it; ``final`` asks that nothing of the work is left.
    """
    missing = [f"{name}: missing" for name in _NEEDED if name not in parts]
    if missing:
        return missing
    known = sound or {}
    changed = {name: content for name, content in parts.items() if known.get(name) is not content}
    seen = {name: look(name, content) for name, content in changed.items()}
    found = [fault for one in seen.values() for fault in one.faults]
    text = {name: seen.get(name) or look(name, parts[name]) for name in _TEXTS if name in parts}
    relations, targets = _relations(parts)
    found += relations
    found += _types(parts["[Content_Types].xml"], tuple(parts))
    found += _used(parts, seen, targets)
    found += _referred(text)
    for kind, marks in text["word/document.xml"].marks.items():
        found += _notes(kind, marks, parts.get(f"word/{kind}s.xml", b""))
    if marking:
        found += _marked(parts, text["word/document.xml"].relations, marking)
    if final:
        found += [f"{n}: “{t.decode()}” in a note for release" for n, c in parts.items() for t in _TRACES if t in c]
    return found


def _notes(kind: str, marks: Sequence[bytes], notes: bytes) -> Iterable[str]:
    if not notes and not marks:
        return
    idents = _NOTE[kind].findall(notes)
    yield from (f"the mark {i} has no {kind}" for i in names(set(marks) - set(idents)))
    yield from (f"the {kind} {i} has no mark" for i in names(set(idents) - set(marks)))
    yield from (f"two {kind}s have the id {twin}" for twin in twins(idents))
    yield from (f"two marks stand for the {kind} {twin}" for twin in twins(marks))
    yield from (f"the {kind} id {i.decode()} is beyond {_MOST_NOTES}" for i in idents if not fits(i, _MOST_NOTES))


def _relations(parts: Mapping[str, bytes]) -> tuple[list[str], dict[str, Mapping[bytes, str]]]:
    """Faults of the relationships, and what each part's lead to by their id."""
    found: list[str] = []
    targets: dict[str, Mapping[bytes, str]] = {}
    for name in [n for n in parts if n.endswith(".rels")]:
        owner, leads, inner, two = _led(name, parts[name])
        if not inner.keys() <= parts.keys():
            lost = sorted(inner[where] for where in inner.keys() - parts.keys())
            found += [f"{name}: the relationship to {target or 'nothing'} has no target" for target in lost]
        found += [f"{name}: two relationships have the id {t}" for t in two]
        targets[owner] = leads
    return found, targets


class _Led(NamedTuple):
    """What the relationships of a part lead to."""

    owner: str
    """The part that they are of."""
    leads: Mapping[bytes, str]
    inner: Mapping[str, str]
    """The parts among what they lead to, with how they are called there."""
    twins: Sequence[str]
    """Ids that stand there more than once."""


@lru_cache(maxsize=64)
def _led(name: str, relations: bytes) -> _Led:
    folder = dirname(dirname(name))
    rows = _rows(relations)
    inner = [row for row in rows if row.get(b"TargetMode") != b"External"]
    return _Led(
        join(folder, name.rsplit("/", 1)[-1].removesuffix(".rels")),
        {row.get(b"Id", b""): _where(folder, row) for row in rows},
        {_where(folder, row): row.get(b"Target", b"").decode() for row in inner},
        twins(row.get(b"Id", b"") for row in rows),
    )


def _where(folder: str, row: Mapping[bytes, bytes]) -> str:
    """The part, or the address elsewhere, that a relationship leads to."""
    target = row.get(b"Target", b"").decode()
    if row.get(b"TargetMode") == b"External":
        return target
    return target[1:] if target.startswith("/") else normpath(join(folder, target))


@lru_cache(maxsize=64)
def _rows(relations: bytes) -> tuple[dict[bytes, bytes], ...]:
    return tuple(dict(_ATTRIBUTE.findall(row)) for row in _RELATION.findall(relations))


def _used(
    parts: Mapping[str, bytes], seen: Mapping[str, Seen], targets: Mapping[str, Mapping[bytes, str]]
) -> list[str]:
    """Relationships, styles and lists that are used and do not exist."""
    found: list[str] = []
    styles = parts.get("word/styles.xml")
    for name, one in seen.items():
        if dead := one.relations - targets.get(name, {}).keys():
            found += [f"{name}: the relationship {i} is used and does not exist" for i in names(dead)]
        if styles is not None and name != "word/styles.xml" and (lost := one.styles - _defined(styles)):
            found += [f"{name}: the style {i} is used and does not exist" for i in names(lost)]
        if (lists := one.lists - {b"0"}) and (lost := lists - set(_NUM.findall(parts.get("word/numbering.xml", b"")))):
            found.append(f"{name}: the list {names(lost)[0]} is used and does not exist")
    return found


def _referred(text: Mapping[str, Seen]) -> list[str]:
    """Bookmarks that are referred to and are not there."""
    named = text["word/document.xml"].bookmarks
    return [
        f"{name}: refers to the bookmark {i}, which is not there"
        for name, one in text.items()
        for i in names(one.referred - named)
    ]


@lru_cache(maxsize=8)
def _defined(styles: bytes) -> frozenset[bytes]:
    return frozenset(_STYLE_ID.findall(styles))


def _marked(parts: Mapping[str, bytes], relations: frozenset[bytes], marking: str) -> Iterable[str]:
    """Headers and footers without the marking, and a document that has none; ``relations`` are those that it uses."""
    used = {
        _where("word", row)
        for row in _rows(parts["word/_rels/document.xml.rels"])
        if row.get(b"Id") in relations and row.get(b"Type", b"").endswith((b"/header", b"/footer"))
    }
    if not used:
        yield "word/document.xml: no page has a header or footer"
    for name in sorted(used):
        text = b"".join(t.partition(b">")[2] for t in _TEXT.findall(parts.get(name, b"")))
        if marking.encode() not in text and marking not in unescaped(text):
            yield f"{name}: does not carry the marking {marking}"


@lru_cache(maxsize=16)
def _types(content_types: bytes, names: tuple[str, ...]) -> tuple[str, ...]:
    declared = content_types.decode()
    named = re.findall(r'PartName="/([^"]*)"', declared)
    return (
        *(
            f"{name}: has no content type"
            for name in names
            if name != "[Content_Types].xml"
            and f'PartName="/{name}"' not in declared
            and f'Extension="{name.rsplit(".", 1)[-1]}"' not in declared
        ),
        *(f"{name}: has a content type and does not exist" for name in named if name not in names),
    )
