"""The words of a Word paragraph as they are printed: changes accepted, hidden text out, fields by their result."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from briefer.papers.docx_numbering import as_number
from briefer.papers.docx_package import W
from briefer.papers.docx_styles import Look, Styles, language, look, number
from briefer.papers.line_breaks import BREAK
from briefer.papers.lines import Span
from briefer.papers.typed import printed, with_raised

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
#: Around runs: what stands in them is read as if they were not there.
_OPEN = {
    f"{W}{name}"
    for name in ("hyperlink", "fldSimple", "smartTag", "customXml", "ins", "moveTo", "sdtContent", "bdo", "dir", "ruby",
                 "rubyBase", "r")
}  # fmt: skip
#: What is not printed, or not as text.
_SHUT = {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "rt", "instrText", "delText", "sdtPr", "object")}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
#: How a space within Word's text may be written.
_SPACES = str.maketrans("\n\r\t", "   ")


@dataclass(slots=True)
class NoteCount:
    """How the footnotes or endnotes of a file are numbered, and how far."""

    format: str = "decimal"
    next: int = 1
    restarts: bool = False
    """Whether each section starts anew."""
    start: int = 1

    def take(self) -> str:
        """The mark of the next note."""
        self.next += 1
        return as_number(self.next - 1, self.format)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote that a paragraph refers to."""

    kind: str
    id: str
    mark: str


@dataclass(slots=True)
class Content:
    """What a paragraph holds."""

    spans: list[Span] = field(default_factory=list)
    """In order; a line break is a span of its own."""
    boxes: list[etree._Element] = field(default_factory=list)
    """Text boxes anchored in it."""
    notes: list[Note] = field(default_factory=list)
    page: int = 0
    """Where its first words stand."""


class Words:
    """Reads one paragraph after the other; pages, fields and notes go on from one to the next."""

    def __init__(self, styles: Styles, *, pages_known: bool) -> None:
        self.styles = styles
        self.page = 1
        self.counts = {"footnote": NoteCount(), "endnote": NoteCount("lowerRoman")}
        self.languages: Counter[str] = Counter()
        self._pages_known = pages_known
        """Whether Word has said where its pages end; then breaks that somebody set are among these already."""
        self._fields: list[bool] = []
        """Of each open field whether its result has begun."""
        self._content = Content()
        self._around = Look()

    def read(self, paragraph: etree._Element, style: str | None) -> Content:
        """The paragraph's content."""
        outer, outer_look = self._content, self._around
        self._content = content = Content()
        self._around = self.styles.look(style).over(self.styles.defaults)
        self._walk(paragraph, None)
        # A field whose result never begins would swallow the rest of the paper.
        self._fields = [begun for begun in self._fields if begun]
        self._content, self._around = outer, outer_look
        content.page = content.page or self.page
        return content

    def page_break(self) -> None:
        """A page ends because somebody said so."""
        if not self._pages_known:
            self.page += 1

    def _walk(self, parent: etree._Element, run: Look | None) -> None:
        if parent.tag == f"{W}r":
            run = self._run_look(parent)
        for node in parent:
            tag = node.tag
            if tag == f"{W}t":
                self._add((node.text or "").translate(_SPACES), run, parent)
            elif tag in _OPEN:
                self._walk(node, run)
            elif tag in _SHUT:
                continue
            elif tag == f"{W}sdt":
                for inner in node.iterfind(f"{W}sdtContent"):
                    self._walk(inner, run)
            elif tag == f"{_MC}AlternateContent":
                self._alternative(node, run)
            elif tag in _NOTES:
                self._note(node, parent, run)
            elif tag in (f"{W}drawing", f"{W}pict"):
                self._content.boxes += boxes(node)
            elif tag == f"{_MATH}oMath" or tag == f"{_MATH}oMathPara":
                self._add("".join(t.text or "" for t in node.iter(f"{_MATH}t")), run, parent)
            else:
                self._sign(node, run, parent)

    def _sign(self, node: etree._Element, run: Look | None, parent: etree._Element) -> None:
        match node.tag.removeprefix(W):
            case "tab" | "ptab":
                self._add("\t", run, parent)
            case "br" if node.get(f"{W}type") == "page":
                self.page_break()
                self._add(BREAK, run, parent)
            case "br" | "cr":
                self._add(BREAK, run, parent)
            case "noBreakHyphen":
                self._add("-", run, parent)
            case "sym":
                self._add(_symbol(node), run, parent)
            case "lastRenderedPageBreak":
                self.page += 1
            case "fldChar":
                self._field(node.get(f"{W}fldCharType"))

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _alternative(self, node: etree._Element, run: Look | None) -> None:
        """One of several ways to write the same: the first that says something."""
        before = len(self._content.spans), len(self._content.boxes)
        for way in (*node.iterfind(f"{_MC}Choice"), *node.iterfind(f"{_MC}Fallback")):
            self._walk(way, run)
            if (len(self._content.spans), len(self._content.boxes)) != before:
                return

    def _note(self, node: etree._Element, parent: etree._Element, run: Look | None) -> None:
        kind = _NOTES[node.tag]
        if (run is not None and run.hidden) or not all(self._fields):
            return
        if node.get(f"{W}customMarkFollows") in ("1", "true", "on"):
            mark = "".join(t.text or "" for t in parent.iterfind(f"{W}t")).strip()
        else:
            mark = self.counts[kind].take()
            self._add(mark, Look(size=run.size if run else None, raised=True), parent)
        self._content.notes.append(Note(kind, node.get(f"{W}id", ""), mark))

    def _run_look(self, run: etree._Element) -> Look:
        properties = run.find(f"{W}rPr")
        if properties is None:
            return self._around
        style = properties.find(f"{W}rStyle")
        own = look(properties)
        if style is not None:
            own = own.over(self.styles.look(style.get(f"{W}val")))
        return own.over(self._around)

    def _add(self, text: str, run: Look | None, parent: etree._Element) -> None:
        at = run or self._around
        if not text or at.hidden or not all(self._fields):
            return
        if text != BREAK:
            text = printed(text)
            if not self._content.page and text.strip():
                self._content.page = self.page
        if (spoken := language(parent.find(f"{W}rPr"))) is not None:
            self.languages[spoken] += len(text)
        spans = self._content.spans
        span = Span(text, at.size, bool(at.bold), bool(at.italic), bool(at.raised))
        if text == BREAK:
            spans.append(span)
        else:
            spans += with_raised(span)


def boxes(node: etree._Element) -> list[etree._Element]:
    """The text boxes in a drawing, those within others left to these."""
    found: dict[etree._Element, None] = {}
    for box in node.iter(f"{W}txbxContent"):
        if not any(outer in found for outer in box.iterancestors(f"{W}txbxContent")):
            found[box] = None
    return list(found)


def _symbol(node: etree._Element) -> str:
    try:
        return chr(int(node.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return ""


def note_count(properties: etree._Element | None, known: NoteCount) -> NoteCount:
    """The numbering of notes that a ``w:footnotePr`` sets, the rest as known."""
    if properties is None:
        return known
    format_ = properties.find(f"{W}numFmt")
    start = number(properties.find(f"{W}numStart"))
    restart = properties.find(f"{W}numRestart")
    given = format_.get(f"{W}val", known.format) if format_ is not None else known.format
    begin = start if start is not None else known.start
    restarts = restart.get(f"{W}val") == "eachSect" if restart is not None else known.restarts
    return NoteCount(given, begin if known.next == known.start else known.next, restarts, begin)
