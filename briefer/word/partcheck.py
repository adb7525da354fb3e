"""What one look at a part of a .docx shows: what is wrong with it by itself, and what it counts on in others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from xml.parsers import expat

#: Of notes.
KINDS = ("footnote", "endnote")
_INT32 = 2**31 - 1
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
_MARK = {kind: re.compile(rf'<w:{kind}Reference\b[^>]*?w:id="([^"]*)"'.encode()) for kind in KINDS}
_STYLED = re.compile(rb'Style w:val="([^"]*)"')
_RELATED = re.compile(rb' r:(?:id|embed|link)="([^"]*)"')
_LIST = re.compile(rb'<w:numId w:val="(\d+)"')
_COMMENT = re.compile(rb'<w:comment(RangeStart|RangeEnd|Reference)\b[^>]*?w:id="([^"]*)"')
_WHOLE_FIELD = [b"begin", b"separate", b"end"]


class Seen(NamedTuple):
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


def look(name: str, content: bytes) -> Seen:
    """Look at a part; its name says what may stand in it."""
    return _remembered(name, content) if len(content) < _SMALL else _looked(name, content)


@lru_cache(maxsize=256)
def _remembered(name: str, content: bytes) -> Seen:
    return _looked(name, content)


def _looked(name: str, content: bytes) -> Seen:
    if not name.endswith((".xml", ".rels")):
        return Seen()
    try:
        expat.ParserCreate().Parse(content, True)
    except expat.ExpatError as error:
        return Seen((f"{name}: not well-formed XML ({error})",))
    if not name.startswith("word/") or name.endswith(".rels"):
        return Seen()
    bookmarks = _BOOKMARK.findall(content)
    found = (*_fields(content), *_controls(content), *_bookmarks(bookmarks), *_comments(content), *_cells(content))
    return Seen(
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
    controls = [control.partition(b"</w:sdtPr>") for control in content.split(b"<w:sdtPr")[1:]]
    heads = b"".join([head for head, _, _ in controls])
    ids, tags = _ID.findall(heads), _TAG.findall(heads)
    yield from [f"two content controls have the id {twin}" for twin in twins(ids)]
    yield from [f"the control id {i.decode()} is no positive 32-bit number" for i in ids if not fits(i, _INT32)]
    for name in (*tags, *_ALIAS.findall(heads)):
        if len(name) > _LONGEST_TAG and len(unescaped(name)) > _LONGEST_TAG:
            yield f"“{name.decode()[:30]}…” is longer than {_LONGEST_TAG} characters"
    yield from [f"two content controls have the tag {t}" for t in twins([t for t in tags if t[:8] == b"briefer:"])]
    if all(b"</w:sdt>" in behind for _, _, behind in controls):
        return  # each ends before the next begins
    depth = 0
    for piece in content.split(b"<w:sdt>")[1:]:
        depth += 1
        if depth > 1 and b'<w:tag w:val="briefer:' in piece[: piece.find(b"</w:sdtPr>")]:
            yield "a content control stands within another"
            return
        depth -= piece.count(b"</w:sdt>")


def _bookmarks(marks: Sequence[tuple[bytes, bytes, bytes]]) -> Iterable[str]:
    starts = [mark for mark in marks if mark[0] == b"Start"]
    idents = [ident for _side, ident, _name in starts]
    # Mostly each ends before the next begins.
    if marks[::2] != starts or [ident for _side, ident, _name in marks[1::2]] != idents:
        yield from _halves(marks)
    yield from [f"two bookmarks have the id {twin}" for twin in twins(idents)]
    yield from [f"two bookmarks have the name {twin}" for twin in twins([name for _side, _ident, name in starts])]
    yield from [
        f"the bookmark id {i.decode()} is no 32-bit number" for i in idents if not fits(i, _INT32) and i != b"0"
    ]


def _halves(marks: Sequence[tuple[bytes, bytes, bytes]]) -> Iterable[str]:
    open_ids: set[bytes] = set()
    for side, ident, _name in marks:
        if side == b"Start":
            open_ids.add(ident)
        elif ident in open_ids:
            open_ids.remove(ident)
        else:
            yield "a bookmark begins or ends without its other half"
            return
    if open_ids:
        yield "a bookmark begins or ends without its other half"


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


def fits(number: bytes, most: int) -> bool:
    """Whether a number is one from 1 to the most that Word takes."""
    return number.isdigit() and 0 < int(number) <= most


def twins(values: Iterable[bytes]) -> list[str]:
    """What stands there more than once."""
    several = list(values)
    if len(set(several)) == len(several):
        return []
    return names(v for v, count in Counter(several).items() if count > 1)


def unescaped(text: bytes) -> str:
    """A text of XML as it reads."""
    from html import unescape

    return unescape(text.decode())


def names(values: Iterable[bytes]) -> list[str]:
    """Names in an order that is always the same."""
    return sorted(v.decode() for v in values)
