"""Prints a paper as a Word file: real footnotes; its head in tables, paragraphs or a text box; headings by style or bold."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from . import word_xml as xml
from .content import Annex, Asks, Content, Heading, Listed, Para, bullet
from .head_lines import Printed, foot, head_lines
from .head_text import inner_head
from .word_file import packed


@dataclass(frozen=True)
class WordLook:
    """How a paper is printed in Word."""

    head: str = "tables"
    """tables, paragraphs, one cell, box, part (in the page header of the first page)"""
    headings: str = "style"
    """style, outline (a level without a style), bold"""
    automatic: bool = False
    """Whether Word counts lists, paragraphs and headings; else the numbers are typed."""
    split: bool = False
    """Whether runs end anywhere."""
    shift: int = 0
    """How far a note's id is from its number."""
    bare: bool = False
    """Whether the file is made by hand, with the least that Word needs, instead of with python-docx."""
    furniture: bool = True
    labels: int = 0


def word(paper: Content, look: WordLook, name: str) -> bytes:
    """The paper as .docx."""
    writer = _Writer(paper, look, Random(f"word {name}"))
    head, first = writer.head(head_lines(paper, look.labels))
    body = head + writer.blocks(paper)
    if paper.enclosed:
        inner = paper.enclosed
        body += '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + writer.inner_head(inner) + writer.blocks(inner)
    one, two = foot(paper, 0)
    foot_lines = (one, two) if look.furniture else None
    notes = [*paper.notes, *(paper.enclosed.notes if paper.enclosed else ())]
    return packed(body, xml.footnotes(notes, look.shift), writer.lists, foot_lines, first, look.bare)


class _Writer:
    def __init__(self, paper: Content, look: WordLook, rng: Random) -> None:
        self.paper, self.look = paper, look
        self.split = rng if look.split else None
        self.lists = xml.Lists()

    def runs(self, said: str, bold: bool = False, italic: bool = False, size: int = 0) -> str:
        return xml.runs(said, self.split, bold, italic, size, self.look.shift)

    def head(self, head: Printed) -> tuple[str, str]:
        """The head in the body, and that part of it which stands in the first page's header."""
        strong = [
            f"{head.day}\n{head.language}".strip(),
            f"{head.number}\n{head.suffix}".strip(),
            head.marking,
            "\n".join(head.codes),
        ]
        right = [xml.para(xml.run(said, bold=True)) for said in strong if said]
        left = [xml.para(xml.run(head.council.replace(" of the ", " of the\n"), bold=True, size=14))]
        if head.files:
            left.append(xml.para(xml.run("\n".join((f"{head.file}:", *head.files)), bold=True)))
        kind = xml.para(xml.run(head.type, bold=True)) if head.type else ""
        kind += "".join(xml.para(xml.run(said)) for said in head.declassified)
        rows = [(xml.para(xml.run(label)), xml.para(xml.run(value))) for label, value in head.pairs]
        first = ""
        match self.look.head:
            case "paragraphs":
                top = "".join((*left, *right))
                pairs = "".join(xml.para(xml.run(f"{label}\t{value}")) for label, value in head.pairs)
            case "one cell":
                top = xml.table([("".join((*left, *right)),)], (9000,))
                labels, values = zip(*head.pairs, strict=True) if head.pairs else ((), ())
                cells = [(xml.para(xml.run("\n".join(labels))), xml.para(xml.run("\n".join(values))))]
                pairs = xml.table(cells, (1700, 7300), rule=True)
            case "box":
                top = "".join(left) + xml.text_box("".join(right))
                pairs = xml.table(rows, (1700, 7300), rule=True) if rows else ""
            case "part":
                first = xml.table([("".join(left), "".join(right))], (5000, 4000)) + "<w:p/>"
                top, pairs = "", xml.table(rows, (1700, 7300), rule=True) if rows else ""
            case _:
                top = xml.table([("".join(left), "".join(right))], (5000, 4000))
                pairs = xml.table(rows, (1700, 7300), rule=True) if rows else ""
        gap = "<w:p/>"
        after = "".join(xml.para(self.runs(said)) for said in (head.opening, head.enclosing) if said)
        return f"{top}{gap}{kind}{pairs}{gap}{after}", first

    def inner_head(self, paper: Content) -> str:
        made = ""
        for said in inner_head(paper, markup=False):
            if "\t" in said:
                rows = [tuple(xml.para(xml.run(cell)) for cell in line.split("\t")) for line in said.split("\n")]
                made += xml.table(rows, (3000, 6000), rule=True) + "<w:p/>"
            else:
                made += xml.para(xml.run(said, bold=said.isupper()))
        return made

    def item(self, said: str, marks: str, nth: int, num: int) -> str:
        if num:
            return xml.para(self.runs(said), num=num)
        prefix = bullet(marks, nth)
        return xml.para(self.runs(f"{prefix}\t{said}" if prefix else said))

    def heading(self, block: Heading, num: int) -> str:
        level = min(block.level, 3)
        said = f"{block.number}\t{block.text}" if block.number and not num else block.text
        match self.look.headings:
            case "style":
                return xml.para(self.runs(said), style=f"Heading{level}", num=num)
            case "outline":
                return xml.para(self.runs(said, bold=True), num=num, outline=level - 1)
            case _:
                return xml.para(self.runs(said, bold=True), num=num)

    def blocks(self, paper: Content) -> str:
        made = ""
        auto = self.look.automatic
        counted = headed = 0
        for block in paper.blocks:
            if isinstance(block, Heading):
                headed = headed or (self.lists.new(block.number) if auto and block.number else 0)
                made += self.heading(block, headed if block.number else 0)
            elif isinstance(block, Annex):
                page = '<w:r><w:br w:type="page"/></w:r>'
                made += xml.para(page + self.runs(block.name, bold=True), align="right")
                made += xml.para(self.runs(block.title, bold=True), align="center") if block.title else ""
            elif isinstance(block, Para | Listed):
                counted = counted or (self.lists.new("1.") if auto and block.number else 0)
                said = block.text if isinstance(block, Para) else block.lead
                if block.number and not auto:
                    said = f"{block.number}\t{said}"
                made += xml.para(self.runs(said), num=counted if block.number else 0)
                if isinstance(block, Listed):
                    num = self.lists.new(block.marks) if auto else 0
                    made += "".join(self.item(item, block.marks, nth, num) for nth, item in enumerate(block.items, 1))
            elif isinstance(block, Asks):
                made += xml.para(self.runs(block.lead)) if block.lead else ""
                num = self.lists.new(block.marks) if auto and block.marks else 0
                for nth, ask in enumerate(block.items, 1):
                    made += self.item(ask.text, block.marks, nth, num)
                    under = self.lists.new(block.sub_marks) if auto and ask.subs else 0
                    made += "".join(self.item(sub, block.sub_marks, at, under) for at, sub in enumerate(ask.subs, 1))
            else:
                made += xml.para(self.runs(block.text, italic=True))
        return made
