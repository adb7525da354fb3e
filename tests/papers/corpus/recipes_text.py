"""The papers that are text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from .answer import answer
from .bank import SUBJECTS
from .content import Ask, Asks, Block, Content, Heading, Para
from .headers import SUFFIXES
from .made import Recipe
from .papers_with import asking
from .papers_without import WITHOUT
from .text import TextLook, text

MARKS = ("1.", "1)", "(1)", "(a)", "–", "•", "i.", "a)", "-", "(i)", "Q1.", "1.")
KINDS = ("both", "lead", "heading", "tasks")


def recipe(name: str, paper: Content, look: TextLook, *faults: str) -> Recipe:
    """A paper printed as text; only markup shows how deep a heading is."""

    def make() -> tuple[bytes, dict[str, Any]]:
        return text(paper, look, name), answer(paper, levels=look.markup)

    return Recipe(name, ".txt", faults, make)


def lossy(paper: Content) -> Content:
    """A paper that lost its ligatures for good: what is gone from subject and questions nobody can be asked to restore.

    The answer is made from the poorer content: the reader is to give what is on the page.
    """

    def less(said: str) -> str:
        return re.sub("f[fil]", "", said)

    def poorer(block: Block) -> Block:
        if isinstance(block, Asks):
            items = tuple(Ask(less(ask.text), tuple(less(sub) for sub in ask.subs), ask.cut) for ask in block.items)
            return replace(block, items=items)
        if isinstance(block, Heading):
            return replace(block, text=less(block.text))
        if isinstance(block, Para):
            asks = tuple(Ask(less(ask.text)) for ask in block.asks)
            return replace(block, text=less(block.text), asks=asks)
        return block

    head = replace(paper.header, subject=less(paper.header.subject or ""))
    return replace(
        paper, header=head, blocks=tuple(poorer(block) for block in paper.blocks), unsure=frozenset({"cited"})
    )


def clean() -> Iterator[Recipe]:
    """Papers as a careful person, or a good tool, saves them."""
    looks = (
        TextLook(markup=True, width=None),
        TextLook(markup=True, width=None, header="pipes", notes="end", page="none"),
        TextLook(width=88, superscript="bracket", notes="end", page="feed"),
        TextLook(width=72, superscript="unicode", page="feed", furniture="foot"),
        TextLook(markup=True, width=None, page="rule", lines=50),
        TextLook(width=100, superscript="tag", page="feed", furniture="line", lines=46),
        TextLook(width=None, superscript="unicode", notes="end", page="none"),
    )
    for nth in range(16):
        name = f"text-clean-{nth:02}"
        suffix = SUFFIXES[nth % len(SUFFIXES)] if nth % 4 == 1 else None
        subject = SUBJECTS[nth % len(SUBJECTS)]
        paper = asking(
            name, subject, kind=KINDS[nth % 4], count=2 + nth % 3, marks=MARKS[nth % len(MARKS)], subs=2 if nth % 5 == 2 else 0,
            sections=1 + nth % 4, notes=nth % 5, cites=nth % 3, numbering=("", "1.", "", "I.", "A.")[nth % 5], tail=nth % 6 == 3,
            first=nth % 8 == 6, suffix=suffix, previous=1 + nth % 2 if nth % 3 == 0 else 0,
        )  # fmt: skip
        yield recipe(name, paper, looks[nth % len(looks)])
    name = "text-clean-long"
    yield recipe(
        name, asking(name, SUBJECTS[4], sections=18, notes=24, cites=9, numbering="1.", counted=False), looks[3]
    )
    for nth, (tempting, make) in enumerate(WITHOUT.items()):
        name = f"text-clean-without-{tempting.replace(' ', '-')}"
        yield recipe(name, make(name, SUBJECTS[nth % len(SUBJECTS)]), looks[nth % len(looks)], tempting)


FAULTY = {
    "labels before values": TextLook(header="labels first", superscript="bracket"),
    "labels in a line before values": TextLook(header="labels in a line", superscript="bracket", page="feed"),
    "run-on header": TextLook(header="run on", superscript="bracket", page="feed"),
    "furniture in a sentence": TextLook(split="sentence", furniture="foot", page="feed", superscript="unicode"),
    "furniture in a question": TextLook(
        split="question", furniture="line", page="blank", superscript="unicode", width=80
    ),
    "furniture scattered in a question": TextLook(
        split="question", furniture="scattered", page="blank", superscript="tag", width=74
    ),
    "furniture before the page": TextLook(
        first=True, split="question", furniture="foot", page="feed", superscript="unicode"
    ),
    "notes in a sentence": TextLook(notes="inline", width=84, superscript="tag", page="none"),
    "notes at the foot, in a sentence": TextLook(
        split="sentence", width=None, markup=True, page="rule", superscript="tag", lines=20
    ),
    "loose superscripts": TextLook(superscript="loose", width=90, page="feed"),
    "glued superscripts": TextLook(superscript="glued", width=90, page="feed"),
    "superscripts on lines of their own": TextLook(superscript="line", width=90, page="feed"),
    "letters lost": TextLook(damage=True, superscript="bracket", page="feed", furniture="foot"),
    "hyphens": TextLook(hyphens=True, width=66, superscript="bracket", page="feed"),
    "page numbers alone": TextLook(split="sentence", furniture="number", page="blank", superscript="unicode", width=82),
    "page numbers alone in a question": TextLook(
        split="question", furniture="number", page="feed", superscript="unicode", width=78
    ),
    "no blank lines": TextLook(blank=False, width=86, superscript="bracket", page="none", furniture="line"),
    "values below labels": TextLook(header="below", superscript="bracket", page="feed"),
}
NAMED = {
    "labels in a line before values": ("labels before values",),
    "furniture scattered in a question": ("furniture in a question",),
    "furniture before the page": ("footer first", "furniture in a question"),
    "notes at the foot, in a sentence": ("notes in a sentence",),
    "glued superscripts": ("loose superscripts",),
    "superscripts on lines of their own": ("loose superscripts",),
    "page numbers alone in a question": ("page numbers alone", "furniture in a question"),
    "values below labels": ("labels before values",),
}
"""Where one fault has several looks: which of domain's faults it is."""


def faulty() -> Iterator[Recipe]:
    """Each fault by itself, twice with questions and once without."""
    for nth, (fault, look) in enumerate(FAULTY.items()):
        faults = NAMED.get(fault, (fault,))
        slug = fault.replace(",", "").replace(" ", "-")
        for again in range(2):
            name = f"text-{slug}-{again + 1}"
            subject = SUBJECTS[(nth + 3 * again) % len(SUBJECTS)]
            notes = 4 if "note" in fault or "superscript" in fault else 2
            paper = asking(
                name, subject, kind=KINDS[(nth + again) % 3], count=2 + (nth + again) % 3,
                marks=MARKS[(nth + 5 * again) % len(MARKS)],
                subs=2 if nth % 4 == again else 0, notes=notes, cites=1, sections=1 + (nth + again) % 3, rhetorical=again == 1,
                suffix=SUFFIXES[nth % len(SUFFIXES)] if again else None,
            )  # fmt: skip
            if fault == "letters lost" and again:
                paper = lossy(paper)
            yield recipe(name, paper, look, *faults)
        if fault == "letters lost":
            for again in range(2, 5):
                name = f"text-{slug}-{again + 1}"
                paper = asking(name, SUBJECTS[again], kind=KINDS[again % 3], marking="LIMITE", previous=again % 2)
                yield recipe(name, paper, look, fault)
        tempting = list(WITHOUT)[nth % len(WITHOUT)]
        name = f"text-{slug}-without"
        yield recipe(name, WITHOUT[tempting](name, SUBJECTS[(nth + 7) % len(SUBJECTS)]), look, *faults, tempting)


def in_one_line() -> Iterator[Recipe]:
    """Labels and their values without anything between them: only values that can be told apart by what they are.

    ``Presidency``, ``Delegations`` or a working party with its acronym in brackets; where a value ended in mid-air nobody
    could say where the next begins.
    """
    for nth, to in enumerate(
        (SUBJECTS[0].body, "Delegations", "Permanent Representatives Committee (Part 2)", SUBJECTS[7].body)
    ):
        name = f"text-one-line-{nth + 1}"
        sender = (
            "Presidency",
            "General Secretariat of the Council",
            "Presidency",
            "European External Action Service (EEAS)",
        )[nth]
        look = TextLook(header="all in a line", superscript="bracket", page="feed")
        paper = asking(name, SUBJECTS[2 * nth], kind="both", count=3, sender=sender, to=to, on=None, type="NOTE")
        yield recipe(name, paper, look, "labels and values in one line")
    for nth in range(3):
        name = f"text-glued-{nth + 1}"
        look = TextLook(header="glued", superscript="bracket", page="feed", furniture="foot" if nth else "none")
        yield recipe(
            name, asking(name, SUBJECTS[nth + 4], kind="lead", sender="Presidency", type="NOTE"), look, "glued header"
        )


def combined() -> Iterator[Recipe]:
    """Several faults at once, as papers have them that were scanned, read and copied on."""
    rows: tuple[tuple[TextLook, tuple[str, ...]], ...] = (
        (
            TextLook(
                header="run on",
                split="question",
                furniture="line",
                first=True,
                page="blank",
                superscript="glued",
                width=70,
            ),
            ("run-on header", "footer first", "furniture in a question", "loose superscripts"),
        ),
        (
            TextLook(
                header="labels first",
                split="question",
                furniture="foot",
                page="none",
                superscript="loose",
                hyphens=True,
                width=64,
            ),
            ("labels before values", "furniture in a question", "loose superscripts", "hyphens"),
        ),
        (
            TextLook(
                header="labels in a line",
                damage=True,
                split="sentence",
                furniture="scattered",
                page="feed",
                superscript="line",
                width=76,
            ),
            ("labels before values", "letters lost", "furniture in a sentence", "loose superscripts"),
        ),
        (
            TextLook(
                blank=False,
                split="question",
                furniture="line",
                page="none",
                superscript="glued",
                width=92,
                hyphens=True,
            ),
            ("no blank lines", "furniture in a question", "loose superscripts", "hyphens"),
        ),
        (
            TextLook(
                header="below",
                notes="inline",
                split="question",
                furniture="number",
                page="blank",
                superscript="loose",
                width=86,
            ),
            (
                "labels before values",
                "notes in a sentence",
                "page numbers alone",
                "furniture in a question",
                "loose superscripts",
            ),
        ),
    )
    for nth, (look, faults) in enumerate(rows):
        for again in range(3):
            name = f"text-combined-{nth + 1}-{again + 1}"
            subject = SUBJECTS[(2 * nth + again) % len(SUBJECTS)]
            if again == 2:
                tempting = list(WITHOUT)[(2 * nth + 1) % len(WITHOUT)]
                yield recipe(name, WITHOUT[tempting](name, subject), look, *faults, tempting)
                continue
            kind = ("both", "tasks")[again] if nth % 2 else ("heading", "lead")[again]
            paper = asking(
                name, subject, kind=kind, marks=MARKS[nth + 2 * again],
                subs=2 if again == 0 and kind != "tasks" else 0, notes=4, cites=2,
                sections=4, suffix=SUFFIXES[nth] if again else None, another_year=bool(again),
            )  # fmt: skip
            yield recipe(name, paper, look, *faults)


def recipes() -> Iterator[Recipe]:
    """All of them."""
    for group in (clean, faulty, in_one_line, combined):
        yield from group()
