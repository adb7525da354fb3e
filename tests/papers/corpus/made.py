"""One made-up paper: its bytes, what is hard about it, and the right answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Made:
    """A paper as a reader gets it, with the answer that it should give."""

    name: str
    suffix: str
    """``.txt``, ``.pdf``, ``.docx`` or ``.html``"""
    data: bytes
    clean: bool
    """Whether nothing in the layout is faulty; such a paper may still tempt."""
    faults: tuple[str, ...]
    """What is hard about it: faults of the layout (``LAYOUT_FAULTS``) and what is hard in any layout."""
    answer: dict[str, Any]


@dataclass(frozen=True)
class Recipe:
    """How one paper is made; nothing is made before it is asked for."""

    name: str
    suffix: str
    faults: tuple[str, ...]
    make: Callable[[], tuple[bytes, dict[str, Any]]]

    def made(self) -> Made:
        """The paper."""
        data, answer = self.make()
        return Made(self.name, self.suffix, data, not LAYOUT_FAULTS & set(self.faults), self.faults, answer)


LAYOUT_FAULTS = frozenset(
    {
        "labels before values", "labels and values in one line", "run-on header", "glued header", "footer first",
        "furniture in a sentence", "furniture in a question", "notes in a sentence", "loose superscripts", "letters lost",
        "number missing", "number only in the footer", "marking missing", "date missing", "label missing", "hyphens",
        "page numbers alone", "no blank lines", "questions in prose", "columns side by side", "a bulletin",
        "cut off", "other order", "no language line",
        "headings by bold only", "automatic numbers", "header in a text box", "word by word", "lines without structure",
        "header in the header part", "a site around it",
        "another year", "labels in French", "labels in German", "labels in Swedish", "several sets",
        "asked through somebody else", "question numbers missing",
    }
)  # fmt: skip
"""What makes a paper's layout (or the way it asks) faulty in the sense of ``Made.clean``."""
