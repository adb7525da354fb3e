"""Papers as the reader gives them, made by hand: an invented one about lamps, with what a test wants otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefer.papers.model import AskedQuestion, Cited, CouncilPaper, Heading, Paragraph

Q1 = "Which lamps of the northern coast should be lit first, and who should pay for their oil?"
Q2 = "Do delegations see a need for further horns? If so, where?"

PLAIN = CouncilPaper(
    doc_number="1500/25", date="2025-06-10", original_language="en", doc_type="NOTE", from_="Presidency",
    to="Lamps Working Party (LWP)", subject="Lighting the northern coast", marking="LIMITE", codes=("LAMP 9", "JAI 12"),
    headings=(Heading(1, "State of play"), Heading(1, "Questions")),
    paragraphs=(
        Paragraph("In October 2024 the Examplian coast had 12 lit lamps.", at="State of play, para. 1", heading=0),
        Paragraph("The Presidency considers that horns are needed.", at="State of play, para. 2", heading=0, page=2),
    ),
    questions=(
        AskedQuestion("1", Q1, "Presidency", at="Questions, Q1"),
        AskedQuestion("2", Q2, "Presidency", at="Questions, Q2"),
    ),
    cited=(Cited("1234/25"), Cited("9999/24")),
)  # fmt: skip


def paper(**keys: Any) -> CouncilPaper:
    """The plain paper with some of it otherwise."""
    return replace(PLAIN, **keys)


def asking(*texts: str, by: str | None = "Presidency", **keys: Any) -> tuple[AskedQuestion, ...]:
    """Questions with these words, numbered from 1."""
    return tuple(AskedQuestion(str(n), text, by, **keys) for n, text in enumerate(texts, 1))
