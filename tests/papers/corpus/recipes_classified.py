"""Papers that are classified, in each format: a reader has to refuse them and to say why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from .bank import SUBJECTS
from .html import HtmlLook, html
from .made import Recipe
from .papers_with import asking
from .pdf import PdfLook, pdf
from .text import TextLook, text
from .word import WordLook, word

MARKINGS = (
    "RESTREINT UE/EU RESTRICTED",
    "CONFIDENTIEL UE/EU CONFIDENTIAL",
    "SECRET UE/EU SECRET",
    "TRÈS SECRET UE/EU TOP SECRET",
    "VS-NUR FÜR DEN DIENSTGEBRAUCH",
    "VS-NfD",
    "DIFFUSION RESTREINTE",
)


def recipes() -> Iterator[Recipe]:
    """Every marking in text, in good print and run on, and some in each other format."""
    for nth, level in enumerate(MARKINGS):
        looks = (
            TextLook(),
            TextLook(header="run on", furniture="line", page="feed"),
            TextLook(markup=True, width=None),
        )
        for again, look in enumerate(looks):
            yield _text(f"classified-text-{nth + 1}-{again + 1}", nth, level, look)
    for nth, level in enumerate(MARKINGS[:5]):
        for suffix in (".pdf", ".docx", ".html"):
            yield _other(f"classified{suffix.replace('.', '-')}-{nth + 1}", nth, level, suffix)


def _text(name: str, nth: int, level: str, look: TextLook) -> Recipe:
    paper = asking(name, SUBJECTS[nth], marking=level)
    return _recipe(name, ".txt", level, lambda: text(paper, look, name))


def _other(name: str, nth: int, level: str, suffix: str) -> Recipe:
    paper = asking(name, SUBJECTS[nth + 2], marking=level)
    printers: dict[str, Callable[[], bytes]] = {
        ".pdf": lambda: pdf(paper, PdfLook()),
        ".docx": lambda: word(paper, WordLook(head=("tables", "box", "part")[nth % 3]), name),
        ".html": lambda: html(paper, HtmlLook(way=("page", "export")[nth % 2]), name),
    }
    return _recipe(name, suffix, level, printers[suffix])


def _recipe(name: str, suffix: str, level: str, printed: Callable[[], bytes]) -> Recipe:
    def make() -> tuple[bytes, dict[str, Any]]:
        return printed(), {"marking": level}

    return Recipe(name, suffix, ("classified",), make)
