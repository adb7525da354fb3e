"""What the outside validators do not see in a .docx: twin ids, open fields, footnotes without a mark, dead links."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping
from html import unescape
from posixpath import dirname, join, normpath
from xml.parsers import expat

from briefer.word.package import unpack

_NEEDED = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels")
_INT32 = 2**31 - 1
_MOST_NOTES = 32767
_LONGEST_TAG = 64

# Each begins with letters that are rare in a document: that is what makes them fast.
_ID = re.compile(rb'<w:id\b[^>]*?w:val="([^"]*)"')
_TAG = re.compile(rb'<w:tag\b[^>]*?w:val="([^"]*)"')
_ALIAS = re.compile(rb'<w:alias\b[^>]*?w:val="([^"]*)"')
_BOOKMARK = re.compile(rb'<w:bookmark(Start|End)\b[^>]*?w:id="([^"]*)"(?:[^>]*?w:name="([^"]*)")?')
_FIELD = re.compile(rb'w:fldCharType="(\w+)"')
_NOTE_MARK = re.compile(rb'<w:footnoteReference\b[^>]*?w:id="([^"]*)"')
_NOTE = re.compile(rb"<w:footnote [^>]*>")
_RELATION = re.compile(rb"<Relationship [^>]*>")
_ATTRIBUTE = re.compile(rb'(\w+)="([^"]*)"')
_USED = re.compile(rb' r:(?:id|embed|link)="([^"]*)"')


def check(docx: bytes) -> list[str]:
    """The faults of a .docx, each in one plain line; an empty list for a sound one."""
    try:
        parts = unpack(docx)
    except (zipfile.BadZipFile, OSError, EOFError) as error:
        return [f"not a zip package: {error}"]
    return faults(parts)


def faults(parts: Mapping[str, bytes], *, sound: Mapping[str, bytes] | None = None) -> list[str]:
    """The faults of a package whose parts are at hand; those that are the same in ``sound`` need no second look."""
    missing = [f"{name}: missing" for name in _NEEDED if name not in parts]
    if missing:
        return missing
    known = sound or {}
    changed = {name: content for name, content in parts.items() if known.get(name) != content}
    found = [*_ill_formed(changed), *_relations(parts, changed), *_types(parts)]
    for name, content in changed.items():
        if name.startswith("word/") and name.endswith(".xml"):
            found += [f"{name}: {fault}" for fault in (*_fields(content), *_controls(content), *_bookmarks(content))]
    return [*found, *_footnotes(parts["word/document.xml"], parts.get("word/footnotes.xml", b""))]


def _ill_formed(parts: Mapping[str, bytes]) -> Iterable[str]:
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                expat.ParserCreate().Parse(content, True)
            except expat.ExpatError as error:
                yield f"{name}: not well-formed XML ({error})"


def _controls(content: bytes) -> Iterable[str]:
    if b"<w:sdt>" not in content:
        return
    ids, tags = _ID.findall(content), _TAG.findall(content)
    yield from (f"two content controls have the id {twin}" for twin in _twins(ids))
    yield from (f"the control id {i.decode()} is no positive 32-bit number" for i in ids if not _fits(i, _INT32))
    for name in (*tags, *_ALIAS.findall(content)):
        if len(name) > _LONGEST_TAG and len(unescape(name.decode())) > _LONGEST_TAG:
            yield f"“{name.decode()[:30]}…” is longer than {_LONGEST_TAG} characters"
    yield from (f"two content controls have the tag {twin}" for twin in _twins(tags))


def _bookmarks(content: bytes) -> Iterable[str]:
    marks = _BOOKMARK.findall(content)
    starts = [ident for side, ident, _name in marks if side == b"Start"]
    ends = [ident for side, ident, _name in marks if side == b"End"]
    yield from (f"two bookmarks have the id {twin}" for twin in _twins(starts))
    yield from (f"two bookmarks have the name {twin}" for twin in _twins(n for s, _i, n in marks if s == b"Start"))
    if sorted(starts) != sorted(ends):
        yield "a bookmark begins or ends without its other half"
    yield from (f"the bookmark id {i.decode()} is no 32-bit number" for i in starts if not _fits(i, _INT32))


def _fields(content: bytes) -> Iterable[str]:
    """Begin, separate and end must follow each other, one field within another or not."""
    open_fields: list[bytes] = []
    for kind in _FIELD.findall(content):
        if kind == b"begin":
            open_fields.append(kind)
        elif not open_fields or (kind == b"separate" and open_fields[-1] != b"begin"):
            yield f"a field has “{kind.decode()}” where none is open"
            return
        elif kind == b"separate":
            open_fields[-1] = kind
        else:
            open_fields.pop()
    if open_fields:
        yield "a field begins and does not end"


def _footnotes(document: bytes, footnotes: bytes) -> Iterable[str]:
    marks = _NOTE_MARK.findall(document)
    heads = (dict(_ATTRIBUTE.findall(head)) for head in _NOTE.findall(footnotes) if b"w:type=" not in head)
    notes = [head.get(b"id", b"") for head in heads]
    yield from (f"the mark {i} has no footnote" for i in _names(set(marks) - set(notes)))
    yield from (f"the footnote {i} has no mark" for i in _names(set(notes) - set(marks)))
    yield from (f"two footnotes have the id {twin}" for twin in _twins(notes))
    yield from (f"two marks stand for the footnote {twin}" for twin in _twins(marks))
    yield from (f"the footnote id {i.decode()} is beyond {_MOST_NOTES}" for i in notes if not _fits(i, _MOST_NOTES))


def _relations(parts: Mapping[str, bytes], changed: Mapping[str, bytes]) -> Iterable[str]:
    known: dict[str, set[bytes]] = {}
    for name in (n for n in parts if n.endswith(".rels")):
        folder = dirname(dirname(name))
        owner = join(folder, name.rsplit("/", 1)[-1].removesuffix(".rels"))
        rows = [dict(_ATTRIBUTE.findall(row)) for row in _RELATION.findall(parts[name])]
        known[owner] = {row.get(b"Id", b"") for row in rows}
        yield from (f"{name}: two relationships have the id {t}" for t in _twins(row.get(b"Id", b"") for row in rows))
        for row in rows:
            target = row.get(b"Target", b"").decode()
            where = target[1:] if target.startswith("/") else normpath(join(folder, target))
            if row.get(b"TargetMode") != b"External" and where not in parts:
                yield f"{name}: the relationship to {target or 'nothing'} has no target"
    for name, content in changed.items():
        if name.startswith("word/") and name.endswith(".xml"):
            dead = set(_USED.findall(content)) - known.get(name, set())
            yield from (f"{name}: the relationship {i} is used and does not exist" for i in _names(dead))


def _types(parts: Mapping[str, bytes]) -> Iterable[str]:
    declared = parts["[Content_Types].xml"].decode()
    yield from (
        f"{name}: has no content type"
        for name in parts
        if name != "[Content_Types].xml"
        and f'PartName="/{name}"' not in declared
        and f'Extension="{name.rsplit(".", 1)[-1]}"' not in declared
    )
    named = re.findall(r'PartName="/([^"]*)"', declared)
    yield from (f"{name}: has a content type and does not exist" for name in named if name not in parts)


def _fits(number: bytes, most: int) -> bool:
    return number.isdigit() and 0 < int(number) <= most


def _twins(values: Iterable[bytes]) -> list[str]:
    return _names(v for v, count in Counter(values).items() if count > 1)


def _names(values: Iterable[bytes]) -> list[str]:
    return sorted(v.decode() for v in values)
