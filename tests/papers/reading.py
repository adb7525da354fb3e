"""Papers read from plain text, for tests."""

from __future__ import annotations

from briefer.papers import footnotes, furniture, header, joining, text_pages
from briefer.papers.header import Header
from briefer.papers.lines import Line
from briefer.papers.model import CouncilPaper, Footnote


def paper(text: str) -> CouncilPaper:
    """The paper that a text is."""
    from briefer.papers import council

    return council.read(text_pages.read(text.encode()))


def head(text: str) -> Header:
    """The header of a text, furniture taken out before."""
    pages = text_pages.read(text.encode())
    return header.read(furniture.cleared(pages).lines, pages.whole_paragraphs)


def apart(text: str) -> tuple[list[Line], tuple[Footnote, ...]]:
    """A text without furniture and notes, and the notes."""
    pages = text_pages.read(text.encode())
    lines, notes = footnotes.apart(furniture.cleared(pages).lines, pages.whole_paragraphs)
    return list(joining.joined(lines, pages.whole_paragraphs)), notes


def words(text: str) -> str:
    """The words of a text without furniture and notes, on one line."""
    return " ".join(" ".join(line.text for line in apart(text)[0]).split())


def raised(text: str) -> list[tuple[str, str]]:
    """The marks of a text, each with the end of the word that it stands at."""
    found = []
    for line in apart(text)[0]:
        before = ""
        for span in line.spans:
            if span.raised:
                found.append((before.split()[-1][-6:] if before else "", span.text))
            before += "" if span.raised else span.text
    return found
