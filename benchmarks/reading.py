"""Reading a paper of twenty pages, its parts found, beside pypdfium2 giving every character with its place in a plain loop."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from ctypes import c_double
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

from benchmarks.made_up import sentence
from benchmarks.timing import Row, alone, pairs
from briefer.papers import apart, council, pages
from briefer.papers.model import CouncilPaper

PAGES = 20
_A_PAGE = 4
_BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=12, leading=18, spaceAfter=6, alignment=4)


def measured(room: Path) -> Iterator[Row]:
    """A PDF of twenty pages with footnotes and footers, and the same words as text, as Word file and as web page."""
    paragraphs = _paragraphs()
    pdf = room / "paper.pdf"
    pdf.write_bytes(_pdf(paragraphs))
    data = pdf.read_bytes()
    ours, peer = pairs(lambda: _read(pdf), lambda: every_character(data), 9)
    assert pages.read(pdf).count == PAGES
    yield Row(f"read a PDF of {PAGES} pages", ours, peer, "<= 1.5x", "pypdfium2, every character")
    yield Row("  the same in a process of its own", alone(lambda: apart.read(data), 5), None, "< 1000")
    text = room / "paper.txt"
    text.write_text("\n\n".join(paragraphs), "utf-8")
    yield Row("  the same words as a text file", alone(lambda: _read(text), 9), None, "< 50")
    web = room / "paper.html"
    web.write_text("<html>" + "".join(f"<p>{p}</p>" for p in paragraphs), "utf-8")
    yield Row("  as a web page", alone(lambda: _read(web), 9), None, "< 50")
    word = room / "paper.docx"
    _docx(paragraphs, word)
    yield Row("  as a Word file", alone(lambda: _read(word), 9), None, "< 100")


def _read(path: Path) -> CouncilPaper:
    """The whole road: pages of lines, then what the paper says of itself."""
    return council.read(pages.read(path))


def every_character(data: bytes) -> list[tuple[int, float, float, float, float]]:
    """The peer: each character of a PDF with its box, and nothing made of it."""
    found = []
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage()
            for at in range(pdfium.FPDFText_CountChars(text)):
                letter = pdfium.FPDFText_GetUnicode(text, at)
                pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top)
                found.append((letter, left.value, right.value, bottom.value, top.value))
            text.close()
            page.close()
    return found


def _paragraphs() -> list[str]:
    dice = random.Random(19)
    return [" ".join(sentence(dice) for _ in range(3)) for _ in range(_A_PAGE * PAGES)]


def _pdf(paragraphs: list[str]) -> bytes:
    out = io.BytesIO()

    def edges(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.line(72, 96, 216, 96)
        for mark in (1, 2):
            canvas.setFont("Times-Roman", 6)
            canvas.drawString(72, 96 - 12 * mark + 3, str(2 * document.page + mark))
            canvas.setFont("Times-Roman", 9)
            canvas.drawString(78, 96 - 12 * mark, "See the register of invented papers, OJ L 3, 1.1.2031, p. 7.")
        for x, text in ((72, "9375/31"), (280, "AB/cd"), (500, str(document.page))):
            canvas.drawString(x, 40, text)

    story: list[Flowable] = []
    for at, text in enumerate(paragraphs, 1):
        story += [Paragraph(f"{at}. {text}<super>{at}</super>", _BODY)] + [PageBreak()] * (at % _A_PAGE == 0)
    paper = SimpleDocTemplate(out, bottomMargin=110, invariant=1)
    paper.build(story, onFirstPage=edges, onLaterPages=edges)
    return out.getvalue()


def _docx(paragraphs: list[str], path: Path) -> None:
    import docx

    paper = docx.Document()
    for text in paragraphs:
        paper.add_paragraph(text, style="List Number")
    paper.save(str(path))
