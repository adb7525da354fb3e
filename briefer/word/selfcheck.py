"""What the outside validators do not see in a .docx: twin ids, open fields, notes without a mark, links and styles that
lead nowhere, controls within controls, a page without its marking."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from posixpath import dirname, join, normpath
from typing import NamedTuple
from xml.parsers import expat

from briefer.word.package import unpack

_NEEDED = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels")
_INT32 = 2**31 - 1
_MOST_NOTES = 32767
_LONGEST_TAG = 64
#: Parts up to this size are mostly the same from note to note: what was found in one is remembered.
_SMALL = 4096

# Each begins with letters that stand together in few places: that is what makes them fast.
_ID = re.compile(rb'<w:id\b[^>]*?w:val="([^"]*)"')
_TAG = re.compile(rb'<w:tag\b[^>]*?w:val="([^"]*)"')
_ALIAS = re.compile(rb'<w:alias\b[^>]*?w:val="([^"]*)"')
_BOOKMARK = re.compile(rb'<w:bookmark(Start|End)\b[^>]*?w:id="([^"]*)"(?:[^>]*?w:name="([^"]*)")?')
_FIELD = re.compile(rb'w:fldCharType="(\w+)"')
_ANCHOR = re.compile(rb'w:anchor="([^"]*)"')
_REFERS = re.compile(rb'w:instr(?:Text[^>]*>|=")\s*(?:PAGE|NOTE)?REF ([^ <"]+)')
_KINDS = ("footnote", "endnote")
_NOTE = {kind: re.compile(rf'<w:{kind} (?![^>]*w:type=)[^>]*?w:id="([^"]*)"'.encode()) for kind in _KINDS}
_MARK = {kind: re.compile(rf'<w:{kind}Reference\b[^>]*?w:id="([^"]*)"'.encode()) for kind in _KINDS}
_STYLED = re.compile(rb'Style w:val="([^"]*)"')
_RELATED = re.compile(rb' r:(?:id|embed|link)="([^"]*)"')
_LIST = re.compile(rb'<w:numId w:val="(\d+)"')
_NUM = re.compile(rb'<w:num [^>]*?w:numId="(\d+)"')
_STYLE_ID = re.compile(rb'w:styleId="([^"]*)"')
_COMMENT = re.compile(rb'<w:comment(RangeStart|RangeEnd|Reference)\b[^>]*?w:id="([^"]*)"')
_RELATION = re.compile(rb"<Relationship [^>]*>")
_ATTRIBUTE = re.compile(rb'(\w+)="([^"]*)"')
_TEXT = re.compile(rb"<w:t[ >][^<]*")
#: Where notes, links and fields stand; all bookmarks are in the first.
_TEXTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_WHOLE_FIELD = [b"begin", b"separate", b"end"]
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
    seen = {name: _look(name, content) for name, content in changed.items()}
    found = [fault for one in seen.values() for fault in one.faults]
    text = {name: seen.get(name) or _look(name, parts[name]) for name in _TEXTS if name in parts}
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


class _Seen(NamedTuple):
    """What one look at a part shows: what is wrong with it by itself, what it holds, and what it counts on elsewhere."""

    faults: tuple[str, ...] = ()
    relations: frozenset[bytes] = frozenset()
    styles: frozenset[bytes] = frozenset()
    lists: frozenset[bytes] = frozenset()
    bookmarks: frozenset[bytes] = frozenset()
    referred: frozenset[bytes] = frozenset()
    """The bookmarks that its links and fields lead to."""
    marks: Mapping[str, Sequence[bytes]] = {}
    """The marks of notes by their kind."""


def _look(name: str, content: bytes) -> _Seen:
    return _remembered(name, content) if len(content) < _SMALL else _looked(name, content)


@lru_cache(maxsize=256)
def _remembered(name: str, content: bytes) -> _Seen:
    return _looked(name, content)


def _looked(name: str, content: bytes) -> _Seen:
    if not name.endswith((".xml", ".rels")):
        return _Seen()
    try:
        expat.ParserCreate().Parse(content, True)
    except expat.ExpatError as error:
        return _Seen((f"{name}: not well-formed XML ({error})",))
    if not name.startswith("word/") or name.endswith(".rels"):
        return _Seen()
    bookmarks = _BOOKMARK.findall(content)
    found = (*_fields(content), *_controls(content), *_bookmarks(bookmarks), *_comments(content), *_cells(content))
    return _Seen(
        faults=tuple([f"{name}: {fault}" for fault in found]),
        relations=frozenset(_RELATED.findall(content)),
        styles=frozenset(_STYLED.findall(content)),
        lists=frozenset(_LIST.findall(content)),
        bookmarks=frozenset([called for side, _ident, called in bookmarks if side == b"Start"]),
        referred=frozenset(_ANCHOR.findall(content) + _REFERS.findall(content)),
        marks={kind: mark.findall(content) for kind, mark in _MARK.items()},
    )


def _controls(content: bytes) -> Iterable[str]:
    if b"<w:sdt>" not in content:
        return
    # What is looked for stands in the heads of the controls, a small part of a document.
    controls = content.split(b"<w:sdtPr")[1:]
    heads = b"".join([control.partition(b"</w:sdtPr>")[0] for control in controls])
    ids, tags = _ID.findall(heads), _TAG.findall(heads)
    yield from (f"two content controls have the id {twin}" for twin in _twins(ids))
    yield from (f"the control id {i.decode()} is no positive 32-bit number" for i in ids if not _fits(i, _INT32))
    for name in (*tags, *_ALIAS.findall(heads)):
        if len(name) > _LONGEST_TAG and len(_unescaped(name)) > _LONGEST_TAG:
            yield f"“{name.decode()[:30]}…” is longer than {_LONGEST_TAG} characters"
    yield from (f"two content controls have the tag {twin}" for twin in _twins(t for t in tags if t[:8] == b"briefer:"))
    if all(b"</w:sdt>" in control for control in controls):
        return  # each ends before the next begins
    depth = 0
    for piece in content.split(b"<w:sdt>")[1:]:
        depth += 1
        if depth > 1 and b'<w:tag w:val="briefer:' in piece[: piece.find(b"</w:sdtPr>")]:
            yield "a content control stands within another"
            return
        depth -= piece.count(b"</w:sdt>")


def _bookmarks(marks: Sequence[tuple[bytes, bytes, bytes]]) -> Iterable[str]:
    open_ids: set[bytes] = set()
    for side, ident, _name in marks:
        if side == b"Start":
            open_ids.add(ident)
        elif ident in open_ids:
            open_ids.remove(ident)
        else:
            yield "a bookmark begins or ends without its other half"
            break
    starts = [ident for side, ident, _name in marks if side == b"Start"]
    if open_ids:
        yield "a bookmark begins or ends without its other half"
    yield from (f"two bookmarks have the id {twin}" for twin in _twins(starts))
    yield from (
        f"two bookmarks have the name {twin}" for twin in _twins(name for side, _i, name in marks if side == b"Start")
    )
    yield from (
        f"the bookmark id {i.decode()} is no 32-bit number" for i in starts if not (i == b"0" or _fits(i, _INT32))
    )


def _comments(content: bytes) -> Iterable[str]:
    if b"commentR" not in content:
        return
    every = _COMMENT.findall(content)
    start, end, mark = ({i for s, i in every if s == side} for side in (b"RangeStart", b"RangeEnd", b"Reference"))
    if start != end or not start <= mark:
        yield "the range of a comment lacks its other half"


def _cells(content: bytes) -> Iterable[str]:
    """A table cell ends with a paragraph, or with a control that holds one."""
    for before in content.split(b"</w:tc>")[:-1]:
        end = before[-200:].rstrip()
        if not end.endswith((b"</w:p>", b"</w:sdt>", b"<w:p/>")) and not re.search(rb"<w:p [^>]*/>$", end):
            yield "a table cell does not end with a paragraph"
            return


def _fields(content: bytes) -> Iterable[str]:
    """Begin, separate and end must follow each other, one field within another or not."""
    kinds = _FIELD.findall(content)
    if kinds == _WHOLE_FIELD * (len(kinds) // 3):
        return
    open_fields: list[bytes] = []
    for kind in kinds:
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


def _notes(kind: str, marks: Sequence[bytes], notes: bytes) -> Iterable[str]:
    if not notes and not marks:
        return
    idents = _NOTE[kind].findall(notes)
    yield from (f"the mark {i} has no {kind}" for i in _names(set(marks) - set(idents)))
    yield from (f"the {kind} {i} has no mark" for i in _names(set(idents) - set(marks)))
    yield from (f"two {kind}s have the id {twin}" for twin in _twins(idents))
    yield from (f"two marks stand for the {kind} {twin}" for twin in _twins(marks))
    yield from (f"the {kind} id {i.decode()} is beyond {_MOST_NOTES}" for i in idents if not _fits(i, _MOST_NOTES))


def _relations(parts: Mapping[str, bytes]) -> tuple[list[str], dict[str, dict[bytes, str]]]:
    """Faults of the relationships, and what each part's lead to by their id."""
    found: list[str] = []
    targets: dict[str, dict[bytes, str]] = {}
    for name in (n for n in parts if n.endswith(".rels")):
        folder = dirname(dirname(name))
        rows = _rows(parts[name])
        leads: dict[bytes, str] = {}
        for row in rows:
            where = leads[row.get(b"Id", b"")] = _where(folder, row)
            if row.get(b"TargetMode") != b"External" and where not in parts:
                target = row.get(b"Target", b"").decode()
                found.append(f"{name}: the relationship to {target or 'nothing'} has no target")
        if len(leads) != len(rows):
            found += [f"{name}: two relationships have the id {t}" for t in _twins(row.get(b"Id", b"") for row in rows)]
        targets[join(folder, name.rsplit("/", 1)[-1].removesuffix(".rels"))] = leads
    return found, targets


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
    parts: Mapping[str, bytes], seen: Mapping[str, _Seen], targets: Mapping[str, Mapping[bytes, str]]
) -> list[str]:
    """Relationships, styles and lists that are used and do not exist."""
    found: list[str] = []
    styles = parts.get("word/styles.xml")
    for name, one in seen.items():
        if dead := one.relations - targets.get(name, {}).keys():
            found += [f"{name}: the relationship {i} is used and does not exist" for i in _names(dead)]
        if styles is not None and name != "word/styles.xml" and (lost := one.styles - _defined(styles)):
            found += [f"{name}: the style {i} is used and does not exist" for i in _names(lost)]
        if (lists := one.lists - {b"0"}) and (lost := lists - set(_NUM.findall(parts.get("word/numbering.xml", b"")))):
            found.append(f"{name}: the list {_names(lost)[0]} is used and does not exist")
    return found


def _referred(text: Mapping[str, _Seen]) -> list[str]:
    """Bookmarks that are referred to and are not there."""
    named = text["word/document.xml"].bookmarks
    return [
        f"{name}: refers to the bookmark {i}, which is not there"
        for name, one in text.items()
        for i in _names(one.referred - named)
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
        if marking.encode() not in text and marking not in _unescaped(text):
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


def _fits(number: bytes, most: int) -> bool:
    return number.isdigit() and 0 < int(number) <= most


def _twins(values: Iterable[bytes]) -> list[str]:
    several = list(values)
    if len(set(several)) == len(several):
        return []
    return _names(v for v, count in Counter(several).items() if count > 1)


def _unescaped(text: bytes) -> str:
    from html import unescape

    return unescape(text.decode())


def _names(values: Iterable[bytes]) -> list[str]:
    return sorted(v.decode() for v in values)
