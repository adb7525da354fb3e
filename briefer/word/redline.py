"""Two stories (a body, a cell, a footnote) → one with tracked changes: paragraphs, tables and rows matched, then merged."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from typing import NamedTuple

from lxml import etree
from rapidfuzz import fuzz

from briefer.word.cutting import Element, local, text, w, written
from briefer.word.revision import Marks, Sign, merged, standing, whole

#: Alike enough to be one paragraph that was rewritten, in per cent of its letters.
_ALIKE = 50.0
#: Beyond so many pairs nothing is looked for in a stretch that is new throughout.
_MOST = 250_000
_PASSING = re.compile(
    r"<w:bookmark(?:Start|End)\b[^>]*/>|(?<=<w:)(footnote|endnote)Reference [^>]*/>|<w:tbl(?:Caption|Description)\b[^>]*/>"
)


class Unit(NamedTuple):
    """A paragraph, a table with the empty paragraph that ends it, or anything else."""

    kind: str
    nodes: tuple[Element, ...]
    key: str
    said: str


def story(
    old: Sequence[Element], new: Sequence[Element], marks: Marks, *, closed: bool = False, own_mark: bool = False
) -> list[Element]:
    """What the one became the other by. ``closed``: it must end in a paragraph, as a cell or a footnote does."""
    a, b = units(old), units(new)
    last: tuple[Unit, Unit] | None = None
    if closed and a and b and a[-1].kind == b[-1].kind == "p":
        last = a.pop(), b.pop()
    out: list[Element] = []
    for one, other in aligned(a, b):
        out += _unit(one, other, marks, own_mark=own_mark)
    if last is not None:
        out += _unit(*last, marks, own_mark=own_mark)
    return out


def units(nodes: Sequence[Element]) -> list[Unit]:
    """The units of a story."""
    out: list[Unit] = []
    at = 0
    while at < len(nodes):
        node = nodes[at]
        at += 1
        kind = local(node)
        held = [node]
        if kind == "tbl" and at < len(nodes) and local(nodes[at]) == "p" and not text(nodes[at]):
            held.append(nodes[at])
            at += 1
        key = _PASSING.sub(r"\1", "".join(written(n) for n in held))
        out.append(Unit(kind, tuple(held), key, text(node)))
    return out


def aligned(
    old: Sequence[Unit], new: Sequence[Unit], like: Callable[[Unit, Unit], float] | None = None
) -> list[tuple[Unit | None, Unit | None]]:
    """Which unit became which; None where one has no counterpart. What is gone stands before what came."""
    like = like or _likeness
    out: list[tuple[Unit | None, Unit | None]] = []
    matcher = SequenceMatcher(None, [u.key for u in old], [u.key for u in new], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            out += zip(old[i:j], new[k:m], strict=True)
        else:
            out += _paired(old[i:j], new[k:m], like)
    return out


def _paired(
    old: Sequence[Unit], new: Sequence[Unit], like: Callable[[Unit, Unit], float]
) -> list[tuple[Unit | None, Unit | None]]:
    """Of all ways to pair them in their order, the one in which the pairs are most alike."""
    if not old or not new or len(old) * len(new) > _MOST:
        return [*((u, None) for u in old), *((None, u) for u in new)]
    rows, columns = len(old), len(new)
    score = [[like(a, b) for b in new] for a in old]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            both = best[i + 1][j + 1] + score[i][j] if score[i][j] else 0.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    out: list[tuple[Unit | None, Unit | None]] = []
    i = j = 0
    while i < rows and j < columns:
        if score[i][j] and best[i][j] == best[i + 1][j + 1] + score[i][j]:
            out.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            out.append((old[i], None))
            i += 1
        else:
            out.append((None, new[j]))
            j += 1
    return [*out, *((u, None) for u in old[i:]), *((None, u) for u in new[j:])]


def _likeness(old: Unit, new: Unit) -> float:
    """How much of one stands in the other; 0 where they are not one thing that was changed."""
    if old.kind != new.kind:
        return 0.0
    if old.kind == "tbl":
        return 100.0 if _frame(old.nodes[0]) == _frame(new.nodes[0]) else 0.0
    if old.kind == "sdt":
        return 100.0 if written(old.nodes[0].find(w("sdtPr"))) == written(new.nodes[0].find(w("sdtPr"))) else 0.0
    if old.kind != "p":
        return 0.0
    if not old.said and not new.said:
        return 100.0
    return fuzz.ratio(old.said, new.said, score_cutoff=_ALIKE)


def _frame(table: Element) -> str:
    return _PASSING.sub("", written(table.find(w("tblPr"))) + written(table.find(w("tblGrid"))))


# --- one unit --------------------------------------------------------------------------------------------------------


def _unit(old: Unit | None, new: Unit | None, marks: Marks, *, own_mark: bool = False) -> list[Element]:
    if old is not None and new is not None:
        if old.key == new.key and old.kind == "p":
            return [standing(new.nodes[0], old.nodes[0], marks)]
        if old.kind == "p":
            return [merged(old.nodes[0], new.nodes[0], marks)]
        if old.kind == "tbl":
            table = _table(old.nodes[0], new.nodes[0], marks)
            return [table, *_ends(old, new, marks)]
        if old.kind == "sdt":
            return [_control(old.nodes[0], new.nodes[0], marks)]
        return [deepcopy(n) for n in new.nodes]
    if old is not None:
        return [n for node in old.nodes for n in _all(node, "gone", marks, own_mark)]
    assert new is not None
    return [n for node in new.nodes for n in _all(node, "new", marks, own_mark)]


def _ends(old: Unit, new: Unit, marks: Marks) -> list[Element]:
    """The empty paragraphs that end two tables."""
    a, b = old.nodes[1:], new.nodes[1:]
    if a and b:
        return [merged(a[0], b[0], marks)]
    return [whole(n, "gone", marks) for n in a] + [whole(n, "new", marks) for n in b]


def _all(node: Element, sign: Sign, marks: Marks, own_mark: bool = False) -> list[Element]:
    """A paragraph, table or control that is gone or new with all that is in it."""
    kind = local(node)
    if kind == "p":
        return [whole(node, sign, marks, own_mark=own_mark)]
    if kind == "tbl":
        out = etree.Element(w("tbl"))
        for child in node:
            out.append(_row(child, sign, marks) if local(child) == "tr" else deepcopy(child))
        return [out]
    if kind == "sdt" and sign == "gone":
        content = node.find(w("sdtContent"))
        return [n for child in (content if content is not None else ()) for n in _all(child, sign, marks)]
    if kind == "sdt":
        out = deepcopy(node)
        content = out.find(w("sdtContent"))
        if content is not None:
            content[:] = [n for child in content for n in _all(child, sign, marks)]
        return [out]
    return [deepcopy(node)] if sign == "new" else []


def _control(old: Element, new: Element, marks: Marks) -> Element:
    out = deepcopy(new)
    before, after, content = (n.find(w("sdtContent")) for n in (old, new, out))
    if before is not None and after is not None and content is not None:
        content[:] = story(list(before), list(after), marks, closed=True)
    return out


# --- tables ----------------------------------------------------------------------------------------------------------


def _table(old: Element, new: Element, marks: Marks) -> Element:
    out = etree.Element(w("tbl"))
    out.extend(deepcopy(n) for n in new if local(n) != "tr")
    a, b = ([_row_unit(n) for n in table if local(n) == "tr"] for table in (old, new))
    for one, other in aligned(a, b, _rows_alike):
        if one is not None and other is not None:
            out.append(_merged_row(one.nodes[0], other.nodes[0], marks))
        elif one is not None:
            out.append(_row(one.nodes[0], "gone", marks))
        elif other is not None:
            out.append(_row(other.nodes[0], "new", marks))
    return out


def _row_unit(row: Element) -> Unit:
    return Unit("tr", (row,), _PASSING.sub(r"\1", written(row)), text(row))


def _rows_alike(old: Unit, new: Unit) -> float:
    if _shape(old.nodes[0]) != _shape(new.nodes[0]):
        return 0.0
    first = [text(u.nodes[0].find(w("tc"))) for u in (old, new)]
    alike = fuzz.ratio(old.said, new.said)
    # A row is what its first cell names, however much of the rest is another by now.
    return (
        100.0 if first[0] == first[1] and len(old.nodes[0].findall(w("tc"))) > 1 else alike if alike >= _ALIKE else 0.0
    )


def _shape(row: Element) -> list[str]:
    return [written(row.find(w("trPr"))), *(written(c.find(w("tcPr"))) for c in row.findall(w("tc")))]


def _merged_row(old: Element, new: Element, marks: Marks) -> Element:
    out = etree.Element(w("tr"))
    cells = iter(old.findall(w("tc")))
    for node in new:
        if local(node) != "tc":
            out.append(deepcopy(node))
            continue
        before = next(cells)
        cell = etree.SubElement(out, w("tc"))
        cell.extend(deepcopy(n) for n in node if local(n) == "tcPr")
        a, b = ([n for n in c if local(n) != "tcPr"] for c in (before, node))
        cell.extend(story(a, b, marks, closed=True))
    return out


def _row(row: Element, sign: Sign, marks: Marks) -> Element:
    """A row that is gone or new."""
    out = etree.Element(w("tr"))
    properties = row.find(w("trPr"))
    properties = deepcopy(properties) if properties is not None else etree.Element(w("trPr"))
    properties.append(marks.mark("ins" if sign == "new" else "del"))
    out.extend(deepcopy(n) for n in row if local(n) in ("tblPrEx",))
    out.append(properties)
    for node in row:
        if local(node) == "tc":
            cell = etree.SubElement(out, w("tc"))
            for child in node:
                cell.extend([deepcopy(child)] if local(child) == "tcPr" else _all(child, sign, marks))
    return out
