"""What the outside validators do not see in a .docx: twin ids, open fields, notes without a mark, links and styles that
lead nowhere, controls within controls, a page without its marking."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from posixpath import dirname, join, normpath
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
_NAMED = re.compile(rb'<w:bookmarkStart\b[^>]*?w:name="([^"]*)"')
_FIELD = re.compile(rb'w:fldCharType="(\w+)"')
_ANCHOR = re.compile(rb'w:anchor="([^"]*)"')
_REFER = (b"PAGE", b"NOTE", b" ")
_REFERRED = re.compile(rb'[^ <"]+')
_NOTE = {kind: re.compile(rb'<w:%s (?![^>]*w:type=)[^>]*?w:id="([^"]*)"' % kind) for kind in (b"footnote", b"endnote")}
_MARK = {kind: re.compile(rb'<w:%sReference\b[^>]*?w:id="([^"]*)"' % kind) for kind in (b"footnote", b"endnote")}
_STYLED = re.compile(rb'Style w:val="([^"]*)"')
_RELATED = re.compile(rb' r:(?:id|embed|link)="([^"]*)"')
_LIST = re.compile(rb'<w:numId w:val="(\d+)"')
_NUM = re.compile(rb'<w:num [^>]*?w:numId="(\d+)"')
_STYLE_ID = re.compile(rb'w:styleId="([^"]*)"')
_COMMENT = re.compile(rb'<w:comment(RangeStart|RangeEnd|Reference)\b[^>]*?w:id="([^"]*)"')
_FRAME = re.compile(rb'erReference\b[^>]*?r:id="([^"]*)"')
_RELATION = re.compile(rb"<Relationship [^>]*>")
_ATTRIBUTE = re.compile(rb'(\w+)="([^"]*)"')
_TEXT = re.compile(rb"<w:t[ >][^<]*")
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
    found: list[str] = []
    for name, content in changed.items():
        found += _kept(name, content) if len(content) < _SMALL else _of_part(name, content)
    document = parts["word/document.xml"]
    relations, targets = _relations(parts)
    found += relations
    found += _types(parts["[Content_Types].xml"], tuple(parts))
    found += _used(parts, changed, targets)
    found += _styles(parts, changed)
    for kind in (b"footnote", b"endnote"):
        found += _notes(kind, document, parts.get(f"word/{kind.decode()}s.xml", b""))
    if marking:
        found += _marked(parts, targets, marking)
    if final:
        found += [f"{n}: “{t.decode()}” in a note for release" for n, c in parts.items() for t in _TRACES if t in c]
    return found


@lru_cache(maxsize=256)
def _kept(name: str, content: bytes) -> tuple[str, ...]:
    return _of_part(name, content)


def _of_part(name: str, content: bytes) -> tuple[str, ...]:
    """The faults that a part has by itself."""
    if not name.endswith((".xml", ".rels")):
        return ()
    try:
        expat.ParserCreate().Parse(content, True)
    except expat.ExpatError as error:
        return (f"{name}: not well-formed XML ({error})",)
    if not name.startswith("word/") or name.endswith(".rels"):
        return ()
    return tuple(
        f"{name}: {fault}"
        for look in (_fields, _controls, _bookmarks, _comments, _cells)
        for fault in look(content)
    )  # fmt: skip


def _controls(content: bytes) -> Iterable[str]:
    if b"<w:sdt>" not in content:
        return
    # What is looked for stands in the heads of the controls, a small part of a document.
    heads = b"".join([piece.partition(b"</w:sdtPr>")[0] for piece in content.split(b"<w:sdtPr")[1:]])
    ids, tags = _ID.findall(heads), _TAG.findall(heads)
    yield from (f"two content controls have the id {twin}" for twin in _twins(ids))
    yield from (f"the control id {i.decode()} is no positive 32-bit number" for i in ids if not _fits(i, _INT32))
    for name in (*tags, *_ALIAS.findall(heads)):
        if len(name) > _LONGEST_TAG and len(_unescaped(name)) > _LONGEST_TAG:
            yield f"“{name.decode()[:30]}…” is longer than {_LONGEST_TAG} characters"
    yield from (f"two content controls have the tag {twin}" for twin in _twins(t for t in tags if t[:8] == b"briefer:"))
    depth = 0
    for piece in content.split(b"<w:sdt>")[1:]:
        depth += 1
        if depth > 1 and b'<w:tag w:val="briefer:' in piece[: piece.find(b"</w:sdtPr>")]:
            yield "a content control stands within another"
            return
        depth -= piece.count(b"</w:sdt>")


def _bookmarks(content: bytes) -> Iterable[str]:
    marks = _BOOKMARK.findall(content)
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


def _notes(kind: bytes, document: bytes, notes: bytes) -> Iterable[str]:
    if not notes and kind not in document:
        return
    word = kind.decode()
    marks = _MARK[kind].findall(document)
    idents = _NOTE[kind].findall(notes)
    yield from (f"the mark {i} has no {word}" for i in _names(set(marks) - set(idents)))
    yield from (f"the {word} {i} has no mark" for i in _names(set(idents) - set(marks)))
    yield from (f"two {word}s have the id {twin}" for twin in _twins(idents))
    yield from (f"two marks stand for the {word} {twin}" for twin in _twins(marks))
    yield from (f"the {word} id {i.decode()} is beyond {_MOST_NOTES}" for i in idents if not _fits(i, _MOST_NOTES))


def _relations(parts: Mapping[str, bytes]) -> tuple[list[str], dict[str, dict[bytes, str]]]:
    """Faults of the relationships, and what each part's lead to by their id."""
    found: list[str] = []
    targets: dict[str, dict[bytes, str]] = {}
    for name in (n for n in parts if n.endswith(".rels")):
        folder = dirname(dirname(name))
        rows = _rows(parts[name])
        leads: dict[bytes, str] = {}
        for row in rows:
            target = row.get(b"Target", b"").decode()
            outside = row.get(b"TargetMode") == b"External"
            where = target if outside else target[1:] if target.startswith("/") else normpath(join(folder, target))
            leads[row.get(b"Id", b"")] = where
            if not outside and where not in parts:
                found.append(f"{name}: the relationship to {target or 'nothing'} has no target")
        if len(leads) != len(rows):
            found += [f"{name}: two relationships have the id {t}" for t in _twins(row.get(b"Id", b"") for row in rows)]
        targets[join(folder, name.rsplit("/", 1)[-1].removesuffix(".rels"))] = leads
    return found, targets


@lru_cache(maxsize=64)
def _rows(relations: bytes) -> tuple[dict[bytes, bytes], ...]:
    return tuple(dict(_ATTRIBUTE.findall(row)) for row in _RELATION.findall(relations))


def _used(
    parts: Mapping[str, bytes], changed: Mapping[str, bytes], targets: Mapping[str, Mapping[bytes, str]]
) -> list[str]:
    """Relationships, bookmarks and lists that are referred to and are not there."""
    found: list[str] = []
    for name, content in changed.items():
        if name.startswith("word/") and name.endswith(".xml"):
            dead = set(_RELATED.findall(content)) - targets.get(name, {}).keys()
            found += [f"{name}: the relationship {i} is used and does not exist" for i in _names(dead)]
    document = parts["word/document.xml"]
    named: set[bytes] | None = None
    for name in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
        content = parts.get(name, b"")
        refers = set(_ANCHOR.findall(content))
        for before, after in pairwise(content.split(b"REF ")):
            if before.endswith(_REFER) and (to := _REFERRED.match(after)):
                refers.add(to[0])
        if refers:
            named = set(_NAMED.findall(document)) if named is None else named
            found += [f"{name}: refers to the bookmark {i}, which is not there" for i in _names(refers - named)]
    lists = set(_LIST.findall(document)) - {b"0"}
    if lists and (lost := lists - set(_NUM.findall(parts.get("word/numbering.xml", b"")))):
        found.append(f"word/document.xml: the list {_names(lost)[0]} is used and does not exist")
    return found


def _styles(parts: Mapping[str, bytes], changed: Mapping[str, bytes]) -> list[str]:
    """Styles that are used and not defined."""
    if "word/styles.xml" not in parts:
        return []
    defined = _defined(parts["word/styles.xml"])
    found: list[str] = []
    for name, content in changed.items():
        if name.startswith("word/") and name.endswith(".xml") and name != "word/styles.xml":
            used = set(_STYLED.findall(content))
            found += [f"{name}: the style {i} is used and does not exist" for i in _names(used - defined)]
    return found


@lru_cache(maxsize=8)
def _defined(styles: bytes) -> frozenset[bytes]:
    return frozenset(_STYLE_ID.findall(styles))


def _marked(parts: Mapping[str, bytes], targets: Mapping[str, Mapping[bytes, str]], marking: str) -> Iterable[str]:
    """Headers and footers without the marking, and a document that has none."""
    leads = targets.get("word/document.xml", {})
    used = {leads.get(i, "") for i in _FRAME.findall(parts["word/document.xml"])}
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
