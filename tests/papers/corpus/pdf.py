"""Prints a paper as PDF with the Council's page: two-column head, label column, raised marks, notes and furniture at the foot."""

from __future__ import annotations

import io
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from .content import Annex, Asks, Content, Heading, Listed, Para, bullet, marks_in
from .head_lines import Printed, foot, head_lines
from .head_text import inner_head
from .pdf_type import Face, broken, draw, pieces, width

WIDE, HIGH = A4
LEFT, RIGHT, TOP, BOTTOM = 71.0, WIDE - 71, HIGH - 62, 96.0


@dataclass(frozen=True)
class PdfLook:
    """How a paper is printed as PDF."""

    font: str = "Times"
    size: float = 12
    leading: float = 17
    justified: bool = False
    hyphens: bool = False
    logo: bool = True
    table_rules: bool = True
    labels: int = 0
    labels_first: bool = False
    """Whether all labels are drawn before all values, so that their order in the file is not that on the page."""
    foot_first: bool = False
    """Whether furniture and notes come first in the file."""
    apart: bool = False
    """Whether each word is drawn by itself."""
    break_questions: bool = False
    """Whether a page ends within a question."""
    number_only: bool = False
    """Whether furniture is the page's number alone."""
    head_on_each: bool = False
    """Whether the number stands at the head of each page, too."""
    headings: str = "bold"
    """bold, size, caps-sized (larger and bold), underlined"""
    one_column: bool = False
    """Whether date, number, marking and codes stand under each other at the left."""
    indent: float = 22


class Sheet:
    """A pen over pages: sets lines, keeps room for the notes they call, turns the page."""

    def __init__(self, canvas: Canvas, paper: Content, look: PdfLook) -> None:
        self.canvas, self.paper, self.look = canvas, paper, look
        self.notes = dict(paper.notes)
        family = {
            "Times": ("Times-Roman", "Times-Bold", "Times-Italic"),
            "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
        }
        roman, bold, italic = family[look.font]
        self.roman, self.bold, self.italic = (Face(name, look.size, look.leading) for name in (roman, bold, italic))
        self.note_face = Face(roman, look.size - 2.5, look.size)
        self.small = Face(roman, look.size - 2, look.size)
        self.pending: list[list[str]] = []
        self.put: list[tuple[float, float, str, Face, float]] = []
        self.rules: list[tuple[float, float, float, float]] = []
        self.y = TOP
        self.page = 1

    def _note_lines(self, of: str) -> list[str]:
        return broken(f"{self.notes[of]}", self.note_face, RIGHT - LEFT - 24)

    def _notes_high(self, extra: list[str]) -> float:
        called = [*self.pending, *(self._note_lines(of) for of in extra)]
        return sum(len(lines) for lines in called) * self.note_face.leading + (10 if called else 0)

    def turn(self) -> None:
        """Ends the page: what was set is drawn, with notes and furniture, in the look's order."""
        parts = [self._draw_body, self._draw_foot]
        for part in reversed(parts) if self.look.foot_first else parts:
            part()
        self.canvas.showPage()
        self.pending, self.put, self.rules = [], [], []
        self.y = TOP
        self.page += 1
        if self.look.head_on_each:
            self.put.append((RIGHT - 60, TOP + 24, self.paper.header.number_printed, self.small, 0))

    def _draw_body(self) -> None:
        for x, y, line, face, stretch in self.put:
            draw(self.canvas, x, y, line, face, stretch, self.look.apart)
        for x, y, x2, y2 in self.rules:
            self.canvas.setLineWidth(0.5)
            self.canvas.line(x, y, x2, y2)

    def _draw_foot(self) -> None:
        canvas = self.canvas
        high = sum(len(lines) for lines in self.pending) * self.note_face.leading
        y = BOTTOM - 18 + high
        if self.pending:
            canvas.setLineWidth(0.5)
            canvas.line(LEFT, y + 10, LEFT + 140, y + 10)
        for lines in self.pending:
            for nth, line in enumerate(lines):
                if not nth:
                    of, line = line.split("\t", 1)
                    canvas.setFont(self.note_face.font, self.note_face.size * 0.65)
                    canvas.drawString(LEFT, y - 4, of)
                    canvas.setFont(self.note_face.font, self.note_face.size)
                draw(canvas, LEFT + 24, y - 8, line, self.note_face)
                y -= self.note_face.leading
        if self.look.number_only:
            draw(canvas, WIDE / 2 - 4, 40, str(self.page), self.small)
            return
        one, two = foot(self.paper, self.page)
        canvas.setLineWidth(0.5)
        canvas.line(LEFT, 62, RIGHT, 62)
        for (left, middle, right), y, big in ((one, 48, False), (two, 34, True)):
            draw(canvas, LEFT, y, left, self.small)
            canvas.setFont(self.bold.font if big else self.small.font, self.small.size + (4 if big and middle else 0))
            canvas.drawCentredString(WIDE / 2 + 40, y, middle)
            canvas.setFont(self.bold.font if big else self.small.font, self.small.size + (4 if big else 0))
            canvas.drawRightString(RIGHT, y, right)

    def line(self, x: float, said: str, face: Face, stretch: float = 0) -> None:
        """Sets one line, on the next page where it and its notes have no room left."""
        called = marks_in(said)
        if self.y - face.leading - self._notes_high(called) < BOTTOM:
            self.turn()
        self.y -= face.leading
        self.put.append((x, self.y, said, face, stretch))
        for of in called:
            lines = self._note_lines(of)
            self.pending.append([f"{of}\t{lines[0]}", *lines[1:]])

    def para(
        self, said: str, face: Face, x: float = LEFT, prefix: str = "", hang: float = 0, part: bool = False
    ) -> None:
        """Sets a paragraph; ``part`` turns the page after its first line."""
        room = RIGHT - x - hang
        lines = broken(said, face, room, self.look.hyphens)
        for nth, line in enumerate(lines):
            words = line.count(" ")
            stretch = 0.0
            if self.look.justified and nth < len(lines) - 1 and words and not marks_in(line):
                used = sum(width(pieces(word), face) for word in line.split(" ")) + words * width([(" ", False)], face)
                stretch = min(4.0, max(0.0, (room - used) / words))
            if prefix and not nth:
                if self.y - face.leading - self._notes_high(marks_in(line)) < BOTTOM:
                    self.turn()
                self.put.append((x, self.y - face.leading, prefix, face, 0))
            self.line(x + hang, line, face, stretch)
            if part and not nth and len(lines) > 1:
                self.turn()
        self.y -= face.leading * 0.5

    def need(self, high: float) -> None:
        """Turns the page where less than this is left."""
        if self.y - high - self._notes_high([]) < BOTTOM:
            self.turn()


def pdf(paper: Content, look: PdfLook) -> bytes:
    """The paper as PDF, the same bytes each time."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1)
    if paper.header.subject:
        canvas.setTitle("Document")
    sheet = Sheet(canvas, paper, look)
    _head(sheet, head_lines(paper, look.labels))
    _body(sheet, paper)
    if paper.enclosed:
        sheet.turn()
        inner = paper.enclosed
        sheet.notes = dict(inner.notes)
        _inner_head(sheet, inner)
        _body(sheet, inner)
    sheet.turn()
    canvas.save()
    return out.getvalue()


def _head(sheet: Sheet, head: Printed) -> None:
    look, column = sheet.look, LEFT if sheet.look.one_column else 340.0
    y = sheet.y
    if look.logo and not look.one_column:
        first, second = [*head.council.split(" of the "), ""][:2] if " of the " in head.council else (head.council, "")
        draw_lines = [f"{first} of the" if second else first, second]
        for nth, said in enumerate(part for part in draw_lines if part):
            sheet.put.append((LEFT, y - 30 - 15 * nth, said, sheet.bold, 0))

    def row(said: str, face: Face, gap: float = 0) -> None:
        nonlocal y
        if said:
            y -= face.leading + gap
            sheet.put.append((column, y, said, face, 0))

    row(head.day, sheet.bold)
    row(head.language, sheet.bold)
    row(head.number, sheet.bold, 10)
    row(head.suffix, sheet.bold)
    if head.files and not look.one_column:
        sheet.put.append((LEFT, y, f"{head.file}:", sheet.bold, 0))
        for nth, one in enumerate(head.files):
            sheet.put.append((LEFT, y - 15 * (nth + 1), one, sheet.bold, 0))
    elif head.files:
        row(f"{head.file}: {', '.join(head.files)}", sheet.bold, 6)
    row(head.marking, sheet.bold, 10)
    for nth, code in enumerate(head.codes):
        row(code, sheet.bold, 8 if not nth else -3)
    sheet.y = y - 16
    if head.type:
        sheet.line(LEFT, head.type, sheet.bold)
        sheet.y -= 8
    for said in head.declassified:
        sheet.line(LEFT, said, sheet.roman)
    rule = sheet.y - 4
    if look.table_rules and head.pairs:
        sheet.rules.append((LEFT, rule, RIGHT, rule))
        sheet.y -= 6
    values: list[tuple[float, float, str, Face, float]] = []
    for label, value in head.pairs:
        lines = broken(value, sheet.roman, RIGHT - LEFT - 110)
        sheet.put.append((LEFT, sheet.y - sheet.roman.leading, label, sheet.roman, 0))
        for line in lines:
            sheet.y -= sheet.roman.leading
            values.append((LEFT + 110, sheet.y, line, sheet.roman, 0))
        if not look.labels_first:
            sheet.put += values
            values = []
    sheet.put += values
    if look.table_rules and head.pairs:
        sheet.y -= 8
        sheet.rules.append((LEFT, sheet.y, RIGHT, sheet.y))
    sheet.y -= 14
    for said in (head.opening, head.enclosing):
        if said:
            sheet.para(said, sheet.roman)


def _inner_head(sheet: Sheet, paper: Content) -> None:
    for nth, said in enumerate(inner_head(paper, markup=False)):
        for line in said.split("\n"):
            if "\t" in line:
                label, value = line.split("\t", 1)
                sheet.para(value, sheet.roman, LEFT, label, 150)
            else:
                sheet.para(line, sheet.bold if nth in (0, 2, 4) else sheet.roman)


def _heading(sheet: Sheet, said: str, level: int, number: str) -> None:
    look = sheet.look
    face = sheet.bold
    if look.headings == "size":
        face = Face(sheet.bold.font, look.size + (4 if level == 1 else 2), look.leading + 4)
    sheet.need(face.leading * 3.5)
    sheet.y -= 6
    sheet.para(said, face, LEFT, number, look.indent + 6 if number else 0)
    if look.headings == "underlined":
        y = sheet.y + face.leading * 0.5 - 2
        sheet.rules.append((LEFT, y, LEFT + min(stringWidth(said, face.font, face.size), RIGHT - LEFT), y))


def _body(sheet: Sheet, paper: Content) -> None:
    look, broke = sheet.look, False
    for block in paper.blocks:
        if isinstance(block, Heading):
            _heading(sheet, block.text, block.level, block.number)
        elif isinstance(block, Annex):
            sheet.turn()
            sheet.line(RIGHT - 70, block.name, sheet.bold)
            sheet.y -= 10
            if block.title:
                sheet.para(block.title, sheet.bold)
        elif isinstance(block, Para):
            sheet.para(block.text, sheet.roman, LEFT, block.number, look.indent + 6 if block.number else 0)
        elif isinstance(block, Listed):
            sheet.para(block.lead, sheet.roman, LEFT, block.number, look.indent + 6 if block.number else 0)
            for nth, item in enumerate(block.items, 1):
                sheet.para(item, sheet.roman, LEFT + look.indent, bullet(block.marks, nth), look.indent)
        elif isinstance(block, Asks):
            if block.lead:
                sheet.para(block.lead, sheet.roman)
            for nth, ask in enumerate(block.items, 1):
                prefix = "" if ask.bare else bullet(block.marks, nth)
                wide = len(broken(ask.text, sheet.roman, RIGHT - LEFT - look.indent - 6)) > 1
                part = look.break_questions and not broke and wide and (nth > 1 or len(block.items) == 1)
                broke = broke or part
                sheet.para(ask.text, sheet.roman, LEFT, prefix, look.indent + 6 if prefix else 0, part)
                for sub, said in enumerate(ask.subs, 1):
                    sheet.para(said, sheet.roman, LEFT + look.indent + 6, bullet(block.sub_marks, sub), look.indent)
        else:
            sheet.para(block.text, sheet.italic, LEFT + look.indent)
