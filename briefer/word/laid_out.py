"""On which pages the headings of a document come to stand that is not ours alone: reckoned from its XML and its styles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree

from msgspec.structs import replace

from briefer.word.frames import targets_of
from briefer.word.house import House, mark
from briefer.word.paging import Box, Metric, Setter, broken, lines_of, metrics_of
from briefer.word.shapes import Outline

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
#: English metric units in a twentieth of a point.
_EMU = 635
_MARGINS = 150
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
#: The line with the marking, in twentieths of a point.
_MARKING = 320


def pages(document: str, note: Outline, style: House) -> tuple[dict[str, int], float]:
    """The page of each heading by its bookmark (``_Toc…``), and how many pages all would fill without gaps."""
    look = style.look
    body = ElementTree.fromstring(document).find(f"{_W}body")
    assert body is not None
    boxes = list(_Laid(note, style, *_at_breaks(body)).boxes(body, look.width))
    first, others = (_grown(body, note, style, first=is_first) for is_first in (True, False))
    room = look.height - others
    return broken(boxes, room, first - others), sum(b.height + b.notes for b in boxes) / room


def _grown(body: ElementTree.Element, note: Outline, style: House, *, first: bool) -> float:
    """What headers and footers that are higher than the margins take of a page's text: of the first one, or of others."""
    sections = list(body.iter(f"{_W}sectPr"))
    if not sections:
        return 0.0
    section = sections[0 if first else -1]
    kind = "first" if first and _on(section, "titlePg") else "default"
    margins = section.find(f"{_W}pgMar")
    said = (
        {key: _number(_of(margins, key)) for key in ("top", "bottom", "header", "footer")}
        if margins is not None
        else {}
    )
    parts = targets_of(style.parts["word/_rels/document.xml.rels"].decode())
    grown = 0.0
    for name, edge in (("header", "top"), ("footer", "bottom")):
        for reference in section.findall(f"{_W}{name}Reference"):
            if _of(reference, "type") == kind and said:
                text = style.texts.get(parts.get(reference.get(f"{_R}id", ""), ""), "")
                grown += max(said[name] + _height(text, note, style) - said[edge], 0.0)
    return grown


def _height(text: str, note: Outline, style: House) -> float:
    """How high a header or footer is, the marking that is put into it reckoned as a line."""
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError:
        return 0.0  # there is none, or a Jinja tag stands in it that only reads as XML when it is rendered
    boxes = list(_Laid(note, style, set(), set()).boxes(root, style.look.width))
    lines = sum(b.height for b in boxes) - sum(min(above.after, below.before) for above, below in pairwise(boxes))
    return lines + _MARKING * (mark("marking-line") in text)


class _Laid:
    def __init__(
        self, note: Outline, style: House, first: set[ElementTree.Element], last: set[ElementTree.Element]
    ) -> None:
        styles = style.parts["word/styles.xml"]
        self._metrics = metrics_of(styles, style.parts.get("word/theme/theme1.xml", b""))
        self._setter = Setter(style.look, self._metrics, note)
        self._first, self._last = first, last
        self._default = _default(styles.decode())
        self._fresh = False

    def boxes(self, parent: ElementTree.Element, width: int) -> Iterator[Box]:
        """What stands in a body, cell or content control."""
        for child in parent:
            if child.tag == f"{_W}p":
                yield self._paragraph(child, width)
            elif child.tag == f"{_W}tbl":
                yield from self._table(child)
            elif child.tag == f"{_W}sdt":
                content = child.find(f"{_W}sdtContent")
                yield from self.boxes(content, width) if content is not None else ()

    def _paragraph(self, par: ElementTree.Element, width: int) -> Box:
        form = par.find(f"{_W}pPr")
        ident = _value(form, "pStyle") or self._default
        metric = self._metrics.get(ident) or self._metrics[""]
        text = "".join(_said(par))
        sizes = [s for run in par.iter(f"{_W}r") if (s := _number(_value(run.find(f"{_W}rPr"), "sz")))]
        metric = _sized(metric, max(sizes) * 10.0) if sizes else metric
        drawn = sum(_number(e.get("cy", "")) for d in par.iter(f"{_DRAWN}inline") for e in d.iter(f"{_DRAWN}extent"))
        before, after = _spaced(form, metric)
        count = lines_of(text, metric, max(width - metric.aside, 1), self._metrics["serif"].bold)
        height = count * metric.line + before + after + drawn / _EMU
        notes = sum(self._setter.note(_number(_of(n, "id"))) for n in par.iter(f"{_W}footnoteReference"))
        keep = metric.keep or _on(form, "keepNext")
        line = metric.line if count > 3 and not keep else 0.0
        box = Box(height + metric.edge, line, notes, keep, before=before, after=after)
        box.fresh = self._fresh or _on(form, "pageBreakBefore") or par in self._first
        self._fresh = par in self._last
        names = (_of(b, "name") for b in par.iter(f"{_W}bookmarkStart"))
        box.anchor = next((name for name in names if name.startswith("_Toc")), "")
        return box

    def _table(self, table: ElementTree.Element) -> Iterator[Box]:
        for row in _within(table, "tr"):
            cells = list(_within(row, "tc"))
            fresh, self._fresh = self._fresh, False
            inner = [list(self.boxes(cell, max(_wide(cell) - _MARGINS, 300))) for cell in cells]
            height = max((sum(b.height for b in cell) for cell in inner), default=0.0)
            for box in (b for cell in inner for b in cell if b.anchor):
                yield Box(0.0, keep=True, anchor=box.anchor)
            notes = sum(b.notes for cell in inner for b in cell)
            keep = bool(inner and inner[0] and inner[0][0].keep)
            yield Box(max(height + 35, _least(row)), notes=notes, keep=keep, fresh=fresh)


def _said(par: ElementTree.Element) -> Iterator[str]:
    """The words of a paragraph, not those of a box that floats beside it."""
    for child in par:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}tab":
            yield " "
        elif not child.tag.endswith(("}txbxContent", "}pPr", "}Fallback")):
            yield from _said(child)


def _at_breaks(body: ElementTree.Element) -> tuple[set[ElementTree.Element], set[ElementTree.Element]]:
    """The paragraphs that begin a page, and those behind which one ends: by a break in them, or by a section whose next
    one begins on a page of its own."""
    sections = list(body.iter(f"{_W}sectPr"))
    following = dict(pairwise(sections))
    first: set[ElementTree.Element] = set()
    last: set[ElementTree.Element] = set()
    for par in body.iter(f"{_W}p"):
        broken_at = [piece for piece in par.iter() if piece.tag == f"{_W}t" or _of(piece, "type") == "page"]
        if any(piece.tag == f"{_W}br" for piece in broken_at):
            (first if broken_at[0].tag == f"{_W}br" and len(broken_at) > 1 else last).add(par)
        section = par.find(f"{_W}pPr/{_W}sectPr")
        after = following.get(section) if section is not None else None
        if after is not None and _value(after, "type") != "continuous":
            last.add(par)
    return first, last


def _within(parent: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """The rows of a table or the cells of a row, those in content controls among them."""
    for child in parent:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _within(child, name)


def _spaced(form: ElementTree.Element | None, metric: Metric) -> tuple[int, int]:
    said = form.find(f"{_W}spacing") if form is not None else None
    if said is None:
        return metric.before, metric.after
    return _number(_of(said, "before"), metric.before), _number(_of(said, "after"), metric.after)


def _sized(metric: Metric, size: float) -> Metric:
    line = metric.line * size / metric.size if metric.size else metric.line
    return replace(metric, size=size, line=line)


def _wide(cell: ElementTree.Element) -> int:
    form = cell.find(f"{_W}tcPr")
    width = form.find(f"{_W}tcW") if form is not None else None
    return _number(_of(width, "w"), 3000) if width is not None and _of(width, "type") in ("dxa", "") else 3000


def _least(row: ElementTree.Element) -> int:
    return next((_number(_of(h, "val")) for h in row.iter(f"{_W}trHeight")), 0)


def _on(form: ElementTree.Element | None, name: str) -> bool:
    one = form.find(f"{_W}{name}") if form is not None else None
    return one is not None and _of(one, "val") not in ("0", "false", "off")


def _value(form: ElementTree.Element | None, name: str) -> str:
    one = form.find(f"{_W}{name}") if form is not None else None
    return _of(one, "val") if one is not None else ""


def _of(element: ElementTree.Element, name: str) -> str:
    return element.get(f"{_W}{name}", "")


def _number(said: str, otherwise: int = 0) -> int:
    """A length as the file says it; one in other words than digits is not counted."""
    return int(said) if said.isdecimal() else otherwise


def _default(styles: str) -> str:
    found = re.search(r'<w:style\b(?=[^>]*w:type="paragraph")(?=[^>]*w:default="1")[^>]*w:styleId="([^"]*)"', styles)
    return found[1] if found else "Normal"
