"""The papers that are text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from .answer import answer
from .bank import SUBJECTS
from .bulletins import bulletin
from .content import Ask, Asks, Block, Content, Heading, Para
from .foreign import foreign
from .headers import SUFFIXES
from .made import Recipe
from .papers_with import asking, enclosing, through_others, two_sets
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


def by_content() -> Iterator[Recipe]:
    """What is hard in whatever layout: how it asks, what it encloses, what it lacks."""
    good = TextLook(superscript="unicode", page="feed", furniture="foot")
    marked = TextLook(markup=True, width=None)
    broken = TextLook(split="question", furniture="line", page="blank", superscript="glued", width=80)
    both = (good, marked, broken)

    def named(kind: str, nth: int) -> tuple[str, TextLook, tuple[str, ...]]:
        look = both[nth % 3]
        return (
            f"text-{kind}-{nth + 1}",
            look,
            ("furniture in a question", "loose superscripts") if look is broken else (),
        )

    for nth in range(5):
        name, look, more = named("infinitives", nth)
        paper = asking(name, SUBJECTS[nth], kind="tasks", count=2 + nth % 4, marks=("–", "•", "-", "(a)", "")[nth])
        yield recipe(name, paper, look, "infinitives", *more)
    for nth in range(5):
        name, look, more = named("sub-questions", nth)
        paper = asking(
            name,
            SUBJECTS[9 - nth],
            kind=KINDS[nth % 3],
            marks=("1.", "1)", "–", "i.", "1.")[nth],
            subs=2 + nth % 2,
        )
        yield recipe(name, paper, look, "sub-questions", *more)
    for nth in range(5):
        name, look, more = named("prose", nth)
        yield recipe(
            name,
            asking(name, SUBJECTS[nth + 2], kind="prose", count=1 + nth % 3, sender="Presidency"),
            look,
            "questions in prose",
            *more,
        )
    for nth in range(6):
        name, look, more = named("cut-off", nth)
        look = replace(look, split="no") if look is broken else look
        paper = asking(
            name,
            SUBJECTS[nth + 1],
            kind=("both", "lead", "heading")[nth % 3],
            count=2 + nth % 3,
            marks=MARKS[nth],
            broken_off=True,
        )
        yield recipe(name, paper, look, "cut off", *(("loose superscripts",) if look.superscript == "glued" else ()))
    for nth in range(4):
        name, look, more = named("plain-questions", nth)
        yield recipe(
            name,
            asking(name, SUBJECTS[nth + 5], kind="lead", count=3, marks=""),
            look,
            "question numbers missing",
            *more,
        )
    for nth in range(6):
        name, look, more = named("two-sets", nth)
        paper = two_sets(name, SUBJECTS[nth], (MARKS[nth], MARKS[nth if nth % 2 else nth + 4]), through=nth % 3 == 2)
        yield recipe(
            name, paper, look, "several sets", *(("asked through somebody else",) if nth % 3 == 2 else ()), *more
        )
    for nth in range(5):
        name, look, more = named("through", nth)
        paper = through_others(name, SUBJECTS[nth + 1], ("–", "1.", "•", "-", "1)")[nth], asks_itself=nth != 3)
        yield recipe(name, paper, look, "asked through somebody else", *more)
    for nth in range(6):
        name, look, more = named("enclosed", nth)
        paper = enclosing(name, SUBJECTS[nth + 3], ("EEAS", "COM", "SWD")[nth % 3], asks=(0, 0, 0, 2, 3, 0)[nth])
        yield recipe(
            name, paper, replace(look, split="no"), "enclosed paper", *(("loose superscripts",) if more else ())
        )
    for nth, tongue in enumerate(("fr", "de", "sv") * 3):
        name = f"text-{tongue}-{nth // 3 + 1}"
        fault = f"labels in {('French', 'German', 'Swedish')[nth % 3]}"
        looks = (good, replace(good, labels=1), TextLook(header="labels first", superscript="bracket", page="feed"))
        extra = ("labels before values",) if nth // 3 == 2 else ()
        yield recipe(name, foreign(name, tongue, asks=nth % 2 == 0), looks[nth // 3], fault, *extra)


def lacking() -> Iterator[Recipe]:
    """Headers from which something is missing, or in which something is odd."""
    good = TextLook(superscript="bracket", page="feed", furniture="foot")
    bare = replace(good, furniture="none")
    rows: tuple[tuple[str, str, TextLook, dict[str, object]], ...] = (
        ("number-missing", "number missing", bare, {"number": None}),
        ("marking-missing", "marking missing", good, {"marking": None}),
        ("date-missing", "date missing", bare, {"day": None, "on": None}),
        ("language-missing", "no language line", good, {"language": None}),
        ("sender-missing", "label missing", good, {"sender": None}),
        ("recipient-missing", "label missing", bare, {"to": None}),
        ("type-missing", "label missing", good, {"type": None}),
        ("codes-missing", "label missing", bare, {"codes": ()}),
        ("another-year", "another year", good, {"another_year": True}),
        ("revised", "revised number", bare, {"suffix": "REV 1"}),
        ("revised-twice", "revised number", good, {"suffix": "REV 2", "another_year": True}),
    )
    for nth, (slug, fault, look, changes) in enumerate(rows):
        for again in range(2):
            name = f"text-{slug}-{again + 1}"
            subject = SUBJECTS[(nth + 4 * again) % len(SUBJECTS)]
            paper = asking(name, subject, kind="lead" if again else "both", marks=MARKS[nth], **changes)
            if slug == "date-missing" and again:
                day = asking(name, subject).header.day
                paper = replace(paper, header=replace(paper.header, on=day))
            yield recipe(name, paper, look, fault)
    for nth in range(3):
        name = f"text-number-in-footer-{nth + 1}"
        paper = replace(asking(name, SUBJECTS[nth], kind="both", suffix=None), number_in_footer_only=True)
        look = replace(good, furniture=("foot", "line", "foot")[nth], lines=30, split="sentence" if nth == 2 else "no")
        yield recipe(name, paper, look, "number only in the footer")
    for nth in range(3):
        name = f"text-other-order-{nth + 1}"
        paper = asking(
            name, SUBJECTS[nth + 6], kind=KINDS[nth], marks=MARKS[nth], suffix=SUFFIXES[nth] if nth else None
        )
        yield recipe(name, paper, replace(good, header="other order"), "other order")
        name = f"text-season-{nth + 1}"
        yield recipe(name, asking(name, SUBJECTS[nth], kind="both", season=True), good, "season")
    for nth in range(4):
        name = f"text-previous-{nth + 1}"
        subject = SUBJECTS[nth + 2]
        paper = asking(name, subject, kind="lead", previous=1 + nth % 3, suffix=SUFFIXES[nth], marks="1.")
        look = (
            good,
            replace(bare, header="labels first"),
            replace(bare, header="run on"),
            replace(good, header="labels in a line"),
        )[nth]
        faults = ((), ("labels before values",), ("run-on header",), ("labels before values",))[nth]
        yield recipe(name, paper, look, "previous documents", *faults)


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


def further() -> Iterator[Recipe]:
    """More ways to ask, to print a header and to write about papers."""
    good = TextLook(superscript="unicode", page="feed", furniture="foot", width=80)
    marked = TextLook(markup=True, width=None)
    wide = TextLook(header="columns", superscript="glued", page="feed", furniture="foot", split="question", width=84)
    for nth in range(4):
        look = (good, marked, wide, good)[nth]
        more = ("columns side by side", "furniture in a question", "loose superscripts") if look is wide else ()
        on = SUBJECTS[2 * nth + 1]
        name = f"text-points-{nth + 1}"
        yield recipe(
            name,
            asking(name, on, kind="points", count=2 + nth, marks=("–", "1.", "•", "(a)")[nth]),
            look,
            "infinitives",
            *more,
        )
        name = f"text-in-annex-{nth + 1}"
        yield recipe(
            name, asking(name, on, kind="annex", count=2 + nth, marks=MARKS[nth]), look, "questions in an annex", *more
        )
        name = f"text-closing-{nth + 1}"
        paper = asking(name, on, kind=KINDS[nth], closing=True, marks=("1.", "–", "Question 1:", "(a)")[nth])
        yield recipe(name, paper, look, "a sentence after the questions", *more)
        name = f"text-contents-{nth + 1}"
        yield recipe(
            name, asking(name, on, kind=("both", "heading")[nth % 2], contents=True), look, "table of contents", *more
        )
        name = f"text-lost-number-{nth + 1}"
        paper = asking(
            name, on, kind="both", count=3 + nth % 2, lost=1 + nth % 3, marks=("1.", "(1)", "1)", "(a)")[nth]
        )
        yield recipe(name, paper, replace(look, markup=False), "question numbers missing", *more)
        name = f"text-columns-{nth + 1}"
        paper = asking(name, on, kind=KINDS[nth], suffix=SUFFIXES[nth] if nth % 2 else None, previous=nth % 2)
        yield recipe(name, paper, replace(wide, split="no", superscript="unicode"), "columns side by side")
        name = f"text-run-on-lines-{nth + 1}"
        look = TextLook(header="run on in lines", superscript="bracket", page="feed", width=76 + 4 * nth)
        yield recipe(name, asking(name, on, kind=KINDS[nth], marks=MARKS[nth + 3]), look, "run-on header")
        name = f"text-bulletin-{nth + 1}"
        paper = bulletin(name, on, SUBJECTS[(2 * nth + 4) % len(SUBJECTS)], asks=nth != 3)
        yield recipe(
            name, paper, (TextLook(width=None, blank=nth % 2 == 0, page="none", superscript="bracket")), "a bulletin"
        )
    for nth, tongue in enumerate(("fr", "de", "sv")):
        name = f"text-labels-{tongue}"
        paper = replace(asking(name, SUBJECTS[nth], kind="both", type="NOTE", files=()), tongue=tongue)
        fault = f"labels in {('French', 'German', 'Swedish')[nth]}"
        yield recipe(name, paper, replace(good, header=("lines", "labels first", "run on")[nth]), fault)
        name = f"text-plain-revision-{nth + 1}"
        paper = asking(name, SUBJECTS[nth + 5], kind="lead", suffix=f"REV {nth + 1}")
        paper = replace(paper, header=replace(paper.header, number_printed=paper.header.number or ""))
        yield recipe(name, paper, good, "revised number")


def recipes() -> Iterator[Recipe]:
    """All of them."""
    for group in (clean, faulty, in_one_line, by_content, lacking, combined, further):
        yield from group()
