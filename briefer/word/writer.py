"""Paragraphs and runs → WordprocessingML; children stand in the order that the schema wants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from zlib import crc32

from briefer.word.look import LINE_AT, LISTS, STYLES, Look
from briefer.word.shapes import Paragraph, Run
from briefer.word.xml import Links, escape, field

_RTL_LETTERS = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+"
_RIGHT_TO_LEFT = re.compile(rf"({_RTL_LETTERS}(?:[\W\d]*{_RTL_LETTERS})*)")
_LONGEST_NAME = 64
_NOTE_ANCHOR = "_Ref2"


class Ids:
    """Numbers that are unique in a document: of its bookmarks, and of its content controls."""

    def __init__(self, bookmarks: int = 0, controls: Iterable[int] = ()) -> None:
        """``bookmarks`` is the highest number and ``controls`` the ids that are taken already."""
        self._bookmarks = bookmarks
        self._controls = set(controls)

    def bookmark(self, name: str) -> tuple[str, str]:
        """The two halves of a bookmark."""
        self._bookmarks += 1
        number = self._bookmarks
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'

    def control(self, name: str) -> int:
        """A positive 32-bit number out of a name; where two meet, the next free one."""
        number = crc32(name.encode()) & 0x7FFFFFFF or 1
        while number in self._controls:
            number = number % 0x7FFFFFFF + 1
        self._controls.add(number)
        return number


class Writer:
    """Writes the paragraphs of one part in the styles of a look."""

    def __init__(self, look: Look, links: Links, ids: Ids, wanted: frozenset[str] = frozenset()) -> None:
        self.look = look
        self.ids = ids
        self._links = links
        self._wanted = wanted
        """The anchors that something refers to; no other gets a bookmark."""
        self._seen = frozenset(int(name[len(_NOTE_ANCHOR) :]) for name in wanted if name.startswith(_NOTE_ANCHOR))
        """The notes whose marks are referred to."""
        self._sees: dict[int, str] = {}
        self._heads: dict[tuple[str, int, bool, str, bool], str] = {}
        mark = "EndnoteReference" if look.sources == "endnotes" else "FootnoteReference"
        self._note = f'<w:rPr><w:rStyle w:val="{look.style(mark)}"/></w:rPr>'
        self._comma = f"<w:r>{self._note}<w:t>,</w:t></w:r>"
        self._reference = "endnoteReference" if look.sources == "endnotes" else "footnoteReference"
        self._link = f'<w:rStyle w:val="{look.style("Hyperlink")}"/>'

    def paragraph(self, par: Paragraph, *, start: str = "", end: str = "", keep: bool = False) -> str:
        """A paragraph; ``start`` and ``end`` are set around its runs, ``keep`` holds it to the next one."""
        key = par.kind, par.level, keep or par.kept, _direction(par), par.marked
        head = self._heads.get(key)
        if head is None:
            head = self._heads[key] = self._head(*key)
        if par.anchor:
            opened, closed = self.anchored(par.anchor)
            start, end = start + opened, closed + end
        content = self._fill(par) if par.kind == "fill" else self.runs(par.runs, par.lang)
        return f"<w:p>{head}{start}{content}{end}</w:p>"

    def anchored(self, anchor: str) -> tuple[str, str]:
        """The two halves of the bookmark for an anchor, or nothing where none refers to it."""
        return self.ids.bookmark(anchor) if anchor in self._wanted else ("", "")

    def _head(self, kind: str, level: int, keep: bool, direction: str, marked: bool) -> str:
        keep_next = "<w:keepNext/>" if keep else ""
        ident = STYLES[kind]  # type: ignore[index]
        bullet, indent = self._list(kind, ident, level)
        line = margin_line(LINE_AT.get(ident, 0)) if marked else ""
        return (
            f'<w:pPr><w:pStyle w:val="{self.look.style(ident)}"/>{keep_next}{bullet}{line}{direction}{indent}</w:pPr>'
        )

    def _list(self, kind: str, ident: str, level: int) -> tuple[str, str]:
        """The bullet of a paragraph, and the indent of one that goes on without.

        The bullet is said outright, since LibreOffice shows none for a second style of the same list.
        """
        number, left = LISTS.get(kind, (1, 0))  # type: ignore[call-overload]
        number = self.look.numbers.get(number, number)
        if level:
            if level == 1 and ident in self.look.own_lists:
                return "", ""
            return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{number}"/></w:numPr>', ""
        if not left:
            return "", ""
        bare = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        return bare, f'<w:ind w:left="{left}" w:firstLine="0"/>'

    def runs(self, several: Sequence[Run], lang: str = "") -> str:
        """Runs in a row; between two footnote marks stands a raised comma, so that 1 and 2 do not read as 12."""
        out: list[str] = []
        marked = False
        spoken = f'<w:lang w:val="{lang}"/>' if lang else ""
        for run in several:
            note = run.note
            if note:
                if marked:
                    out.append(self._comma)
                mark = f'<w:r>{self._note}<w:{self._reference} w:id="{note}"/></w:r>'
                if note in self._seen:
                    opened, closed = self.anchored(note_anchor(note))
                    mark = f"{opened}{mark}{closed}"
                out.append(mark)
                marked = True
                continue
            marked = False
            if not run.text:
                continue
            if run.see:
                out.append(self._sees.get(run.see) or self._see(run.see))
            elif run.link:
                out.append(self._linked(run, spoken))
            elif run.bold or run.italic or spoken or not run.text.isascii():
                out.append(_text(run.text, _form(run), spoken))
            elif "\t" in run.text or "\n" in run.text:
                out.append(_plain(run.text, ""))
            else:
                out.append(f'<w:r><w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>')
        return "".join(out)

    def _see(self, number: int) -> str:
        """The number of another note, kept up to date; most notes refer to few others."""
        made = self._sees[number] = field(f"NOTEREF {note_anchor(number)} \\h", str(number))
        return made

    def _linked(self, run: Run, spoken: str) -> str:
        """A link; one within the note keeps the look of the words around it."""
        if run.link.startswith("#"):
            return f'<w:hyperlink w:anchor="{escape(run.link[1:])}">{_text(run.text, _form(run), spoken)}</w:hyperlink>'
        ident = self._links.id(run.link)
        if ident is None:
            return _text(run.text, _form(run), spoken)
        return f'<w:hyperlink r:id="{ident}">{_text(run.text, self._link, spoken)}</w:hyperlink>'

    def _fill(self, par: Paragraph) -> str:
        """A field to fill in; its runs say for what."""
        name = shortened("".join(r.text for r in par.runs), _LONGEST_NAME)
        placeholder = f'<w:rPr><w:rStyle w:val="{self.look.style("PlaceholderText")}"/></w:rPr>'
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{escape(name)}"/><w:id w:val="{self.ids.control(name)}"/>'
            f'<w:showingPlcHdr/><w:text w:multiLine="1"/></w:sdtPr><w:sdtContent><w:r>{placeholder}<w:t>…</w:t></w:r>'
            "</w:sdtContent></w:sdt>"
        )


def margin_line(indent: int = 0) -> str:
    """The line in the margin of a revised paragraph whose text begins so far in (in points)."""
    return f'<w:pBdr><w:left w:val="single" w:sz="12" w:space="{min(8 + indent, 31)}" w:color="auto"/></w:pBdr>'


def shortened(text: str, most: int) -> str:
    """A name that fits."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def note_anchor(number: int) -> str:
    """The bookmark around the mark of a note that others refer to."""
    return f"{_NOTE_ANCHOR}{number:08d}"


def _form(run: Run) -> str:
    return ("<w:b/><w:bCs/>" if run.bold else "") + ("<w:i/><w:iCs/>" if run.italic else "")


def _text(text: str, form: str, spoken: str) -> str:
    if not text.isascii() and _RIGHT_TO_LEFT.search(text):
        pieces = _RIGHT_TO_LEFT.split(text)
        return "".join(_plain(p, form + ("<w:rtl/>" if i % 2 else spoken)) for i, p in enumerate(pieces) if p)
    return _plain(text, form + spoken)


def _plain(text: str, form: str) -> str:
    content = escape(text)
    if "\t" in content or "\n" in content:
        content = content.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        content = content.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    if form:
        return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{content}</w:t></w:r>'
    return f'<w:r><w:t xml:space="preserve">{content}</w:t></w:r>'


def _direction(par: Paragraph) -> str:
    """Whether a paragraph runs from right to left: its first letter decides."""
    for run in par.runs:
        if run.text.isascii():
            if run.text[:1].isalpha() or any(c.isalpha() for c in run.text):
                return ""
            continue
        first = next((c for c in run.text if c.isalpha()), "")
        return "<w:bidi/>" if first and _RIGHT_TO_LEFT.match(first) else ""
    return ""
