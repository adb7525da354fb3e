"""A web page read into lines: paragraphs, headings, lists with their numbers, tables, footnotes joined to their marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from briefer.errors import BrieferError
from briefer.papers import limits
from briefer.papers.docx_numbering import as_number
from briefer.papers.html_letters import decoded
from briefer.papers.html_notes import Notes, all_text
from briefer.papers.line_breaks import BREAK, parts_of
from briefer.papers.lines import Line, Pages, Span
from briefer.papers.text_pages import is_rule
from briefer.papers.typed import printed, with_raised

_OUT = {"script", "style", "nav", "template", "noscript", "head", "svg", "math", "iframe", "object", "select", "button",
        "textarea", "del", "audio", "video", "canvas", "map", "dialog", "rt", "rp", "input"}  # fmt: skip
_BLOCKS = {"p", "div", "section", "article", "main", "header", "footer", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "ul",
           "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "blockquote",
           "pre", "figure", "figcaption", "hr", "address", "form", "fieldset", "center", "body", "html", "details",
           "summary", "menu", "legend"}  # fmt: skip
_BOLD, _ITALIC = {"b", "strong"}, {"i", "em", "cite", "dfn", "var"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SLANT = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_SIZE = re.compile(r"font-size\s*:\s*([\d.]{1,6})\s*(pt|px)", re.IGNORECASE)
_POINTS = {"pt": 1.0, "px": 0.75}
_SPACE = re.compile(r"[ \t\n\r\f]+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NUMBERS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_BULLETS = {"ul": "•", "menu": "•"}
#: A cell with more text than this lays out a page and is none of a table.
_LAYOUT_CELL = 2_500


@dataclass(frozen=True, slots=True)
class _Place:
    """Where text stands, and in which type."""

    style: str = ""
    size: float | None = None
    bold: bool = False
    italic: bool = False
    raised: bool = False
    row: tuple[int, int] | None = None
    column: int = 0
    kept: bool = False
    """Whether its spaces and line ends count (``pre``)."""


def read(data: bytes) -> Pages:
    """The lines of an HTML file; raises BrieferError, without the file's name, where it has none."""
    if len(data) > limits.MOST_XML or data.count(b"<") + data.count(b"=") > limits.MOST_MARKUP:
        raise limits.too_long(len(data), "letters with its markup", limits.MOST_XML)
    text = _DECLARATION.sub("", decoded(data), count=1).replace("\x00", "")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is not None:
        letters = len(all_text(root)) - sum(len(all_text(node)) for node in root.iter("script", "style"))
        if letters > limits.MOST_LETTERS:
            raise limits.too_long(letters, "letters", limits.MOST_LETTERS)
    reader = _Reader(Notes(root)) if root is not None else None
    if root is not None and reader:
        reader.walk(root, _Place(), 0)
        reader.flush(_Place())
    if root is None or reader is None or not reader.lines:
        raise BrieferError(
            "This web page holds no text that could be read",
            todo="Save the page anew, or choose another",
            code="no-text",
        )
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return Pages("html", tuple(reader.lines), language=language or None, whole_paragraphs=True)


@dataclass(slots=True)
class _Reader:
    notes: Notes
    lines: list[Line] = field(default_factory=list)
    tables: int = 0
    _spans: list[Span] = field(default_factory=list)
    _mark: str = ""
    """Number or bullet of the list item that begins with the next line."""
    _item: bool = False

    def walk(self, node: etree._Element, place: _Place, depth: int) -> None:
        """Reads an element with what is in it."""
        tag = node.tag
        if not isinstance(tag, str) or tag in _OUT or node.get("hidden") is not None:
            return
        css = node.get("style", "")
        if css and _HIDDEN.search(css):
            return
        if tag == "br":
            self._spans.append(Span(BREAK))
            return
        if (mark := self.notes.references.get(node)) is not None:
            self._spans.append(Span(mark, place.size, raised=True))
            return
        if node in self.notes.dropped:
            return
        inner = _inner(node, tag, css, place)
        if tag not in _BLOCKS:
            self._inside(node, inner, depth)
            return
        self.flush(place)
        if (mark := self.notes.bodies.get(node)) is not None:
            inner, self._mark, self._item = replace(inner, style="footnote"), mark, True
        if tag == "table" and not _lays_out(node):
            self._table(node, inner, depth)
        elif tag in ("ol", "ul", "menu"):
            self._list(node, inner, depth)
        else:
            self._inside(node, inner, depth)
        self.flush(inner)
        if tag == "li" or node in self.notes.bodies:
            self._mark, self._item = "", False

    def _inside(self, node: etree._Element, place: _Place, depth: int) -> None:
        self._add(node.text, place)
        for child in node:
            self._go_on(child, place, depth)
            self._add(child.tail, place)

    def _go_on(self, child: etree._Element, place: _Place, depth: int) -> None:
        if depth < limits.MOST_DEPTH:
            self.walk(child, place, depth + 1)
        elif child.tag not in _OUT:
            # Tags that nobody closed: from here on only the words.
            self._add(all_text(child), place)

    def _add(self, text: str | None, place: _Place) -> None:
        if not text:
            return
        if place.kept:
            for at, line in enumerate(text.split("\n")):
                if at:
                    self.flush(place)
                if line.strip():
                    self._put(printed(line), place)
            return
        text = printed(_SPACE.sub(" ", text))
        if text.startswith(" ") and (not self._spans or self._spans[-1].text.endswith((" ", BREAK))):
            text = text[1:]
        if text:
            self._put(text, place)

    def _put(self, text: str, place: _Place) -> None:
        self._spans += with_raised(Span(text, place.size, place.bold, place.italic, place.raised))

    def flush(self, place: _Place) -> None:
        """Ends the line."""
        spans, self._spans = self._spans, []
        heading = place.style.startswith("heading")
        for part in parts_of(spans, whole=heading):
            style = place.style
            if place.row is None and is_rule("".join(span.text for span in part).strip()):
                self.lines.append(Line((), style="rule"))
                continue
            if self._item and not heading and style != "footnote":
                style = "list" if self._mark else style
            self.lines.append(Line(part, style=style, mark=self._mark, row=place.row, column=place.column))
            self._mark = ""
        if len(self.lines) > limits.MOST_LINES:
            raise limits.too_long(len(self.lines), "paragraphs or more", limits.MOST_LINES)

    def _list(self, node: etree._Element, place: _Place, depth: int) -> None:
        style = _NUMBERS.get(node.get("type", ""), "decimal")
        items = [child for child in node if child.tag == "li"]
        back = node.get("reversed") is not None
        count = _whole(node.get("start"), len(items) if back else 1)
        self._add(node.text, place)
        for child in node:
            if child.tag == "li":
                count = _whole(child.get("value"), count)
                if child not in self.notes.bodies:
                    self._mark = _BULLETS.get(str(node.tag)) or f"{as_number(count, style)}."
                    self._item = True
                count += -1 if back else 1
            self._go_on(child, place, depth)
            self._add(child.tail, place)

    def _table(self, node: etree._Element, place: _Place, depth: int) -> None:
        self.tables += 1
        here, at = self.tables, 0
        for row in node.iter("caption", "tr"):
            if row.tag == "caption":
                self.walk(row, place, depth + 1)
                continue
            at += 1
            for column, cell in enumerate((c for c in row if c.tag in ("td", "th")), 1):
                style = "footnote" if place.style == "footnote" else "cell"
                where = replace(place, style=style, row=(here, at), column=column)
                self._go_on(cell, where, depth)


def _inner(node: etree._Element, tag: str, css: str, place: _Place) -> _Place:
    """The place within an element."""
    change: dict[str, object] = {}
    if tag in _BOLD or (css and _WEIGHT.search(css)):
        change["bold"] = True
    if tag in _ITALIC or (css and _SLANT.search(css)):
        change["italic"] = True
    if tag == "sup" or (css and _RAISED.search(css)):
        change["raised"] = True
    if css and (size := _SIZE.search(css)):
        change["size"] = _points(size[1], size[2])
    if tag == "pre":
        change["kept"] = True
    if place.style != "footnote":
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            change["style"] = f"heading {tag[1]}"
        elif tag in ("header", "footer") and not any(a.tag in ("main", "article") for a in node.iterancestors()):
            change["style"] = tag
    return replace(place, **change) if change else place  # type: ignore[arg-type]


def _points(value: str, unit: str) -> float | None:
    try:
        return round(float(value) * _POINTS[unit.lower()], 1)
    except ValueError:
        return None


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\s*-?\d{1,6}\s*", text) else otherwise


def _lays_out(table: etree._Element) -> bool:
    """Whether a table holds a page together rather than figures: one column, tables or headings or long text within."""
    rows = list(table.iter("tr"))
    if all(sum(c.tag in ("td", "th") for c in row) < 2 for row in rows):
        return True
    if next(table.iterdescendants("table", "h1", "h2", "h3"), None) is not None:
        return True
    return any(len(all_text(cell)) > _LAYOUT_CELL for cell in table.iter("td"))
