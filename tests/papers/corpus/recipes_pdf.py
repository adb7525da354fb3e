"""The papers that are PDF files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from .answer import answer
from .bank import SUBJECTS
from .content import Content
from .foreign import foreign
from .headers import SUFFIXES
from .made import Recipe
from .papers_with import asking, enclosing, through_others, two_sets
from .papers_without import WITHOUT
from .pdf import PdfLook, pdf

MARKS = ("1.", "1)", "–", "(a)", "•", "(1)", "i.", "1.")
KINDS = ("both", "lead", "heading", "tasks")


def recipe(name: str, paper: Content, look: PdfLook, *faults: str) -> Recipe:
    """A paper printed as PDF; where all headings look alike nobody can tell how deep they are."""

    def make() -> tuple[bytes, dict[str, Any]]:
        return pdf(paper, look), answer(paper, levels=look.headings == "size")

    return Recipe(name, ".pdf", faults, make)


LOOKS = (
    PdfLook(),
    PdfLook(font="Helvetica", size=11, leading=15, headings="size"),
    PdfLook(justified=True, table_rules=False, headings="underlined"),
    PdfLook(size=11, leading=16, headings="size", indent=28),
    PdfLook(font="Helvetica", size=10.5, leading=14.5, logo=False),
)


def clean() -> Iterator[Recipe]:
    """As the Council prints them."""
    for nth in range(14):
        name = f"pdf-clean-{nth:02}"
        paper = asking(
            name, SUBJECTS[(nth + 5) % len(SUBJECTS)], kind=KINDS[nth % 4], count=2 + nth % 4, marks=MARKS[nth % len(MARKS)],
            subs=2 if nth % 5 == 1 and nth % 4 != 3 else 0, sections=(1, 2, 3, 5, 2, 8, 4)[nth % 7],
            notes=(2, 3, 0, 6, 4, 9, 1)[nth % 7],
            cites=nth % 4, numbering=("", "I.", "", "1.", "")[nth % 5], tail=nth % 7 == 3, first=nth % 9 == 4,
            suffix=SUFFIXES[nth % len(SUFFIXES)] if nth % 4 == 2 else None, previous=nth % 3 if nth % 2 else 0,
        )  # fmt: skip
        yield recipe(name, paper, LOOKS[nth % len(LOOKS)])
    for nth, sections in enumerate((14, 25)):
        name = f"pdf-clean-long-{nth + 1}"
        paper = asking(
            name, SUBJECTS[7 * nth], sections=sections, notes=2 * sections, cites=8, first=nth == 0, previous=1
        )
        yield recipe(name, paper, LOOKS[2 * nth])
    for nth, (tempting, make) in enumerate(WITHOUT.items()):
        name = f"pdf-clean-without-{tempting.replace(' ', '-')}"
        yield recipe(name, make(name, SUBJECTS[(nth + 3) % len(SUBJECTS)]), LOOKS[nth % len(LOOKS)], tempting)


FAULTY = {
    "labels before values": (PdfLook(labels_first=True, table_rules=False), ("labels before values",)),
    "footer first": (PdfLook(foot_first=True, break_questions=True), ("footer first", "furniture in a question")),
    "furniture in a question": (PdfLook(break_questions=True, size=11.5), ("furniture in a question",)),
    "hyphens": (PdfLook(hyphens=True, justified=True, size=13, leading=17), ("hyphens",)),
    "page numbers alone": (
        PdfLook(number_only=True, break_questions=True, logo=False),
        ("page numbers alone", "furniture in a question"),
    ),
    "word by word": (PdfLook(apart=True, justified=True), ("word by word",)),
    "one column": (
        PdfLook(one_column=True, head_on_each=True, table_rules=False, break_questions=True),
        ("furniture in a question",),
    ),
    "all": (
        PdfLook(
            labels_first=True,
            foot_first=True,
            apart=True,
            hyphens=True,
            break_questions=True,
            size=13,
            leading=18,
            font="Helvetica",
        ),
        ("labels before values", "footer first", "word by word", "hyphens", "furniture in a question"),
    ),
}


def faulty() -> Iterator[Recipe]:
    """Faults of the layout: the order in the file, the breaks, what stands in the middle."""
    for nth, (fault, (look, faults)) in enumerate(FAULTY.items()):
        slug = fault.replace(" ", "-")
        for again in range(2):
            name = f"pdf-{slug}-{again + 1}"
            paper = asking(
                name, SUBJECTS[(nth + 4 * again + 2) % len(SUBJECTS)], kind=KINDS[(nth + again) % 3],
                count=3 + again, notes=4 + 3 * again,
                marks=MARKS[(nth + 3 * again) % len(MARKS)], subs=3 if (nth + again) % 3 == 0 else 0, sections=3 + 2 * again,
                rhetorical=again == 0, suffix=SUFFIXES[nth] if again else None, previous=again,
            )  # fmt: skip
            yield recipe(name, paper, look, *faults)
        tempting = list(WITHOUT)[(nth + 2) % len(WITHOUT)]
        name = f"pdf-{slug}-without"
        yield recipe(name, WITHOUT[tempting](name, SUBJECTS[(nth + 6) % len(SUBJECTS)]), look, *faults, tempting)


def by_content() -> Iterator[Recipe]:
    """What is hard in any layout."""
    hard = PdfLook(break_questions=True, size=11, leading=15)
    for nth in range(3):
        look, more = (LOOKS[nth], ()) if nth % 2 == 0 else (hard, ("furniture in a question",))
        on = SUBJECTS[nth + 4]
        tasks = f"pdf-infinitives-{nth + 1}"
        yield recipe(
            tasks,
            asking(tasks, on, kind="tasks", count=3 + nth, marks=("–", "•", "(a)")[nth]),
            look,
            "infinitives",
        )
        prose = f"pdf-prose-{nth + 1}"
        yield recipe(
            prose, asking(prose, on, kind="prose", count=1 + nth, sender="Presidency"), LOOKS[nth], "questions in prose"
        )
        short = f"pdf-cut-off-{nth + 1}"
        yield recipe(short, asking(short, on, kind="both", count=2 + nth, broken_off=True), LOOKS[nth], "cut off")
        bare = f"pdf-plain-questions-{nth + 1}"
        yield recipe(bare, asking(bare, on, kind="lead", count=3, marks=""), LOOKS[nth], "question numbers missing")
        sets = f"pdf-two-sets-{nth + 1}"
        faults = ("several sets", *(("asked through somebody else",) if nth == 1 else ()), *more)
        yield recipe(sets, two_sets(sets, on, (MARKS[nth], MARKS[nth + 1]), through=nth == 1), look, *faults)
        other = f"pdf-through-{nth + 1}"
        paper = through_others(other, on, ("–", "1.", "•")[nth], asks_itself=nth != 1)
        yield recipe(other, paper, look, "asked through somebody else", *more)
        cover = f"pdf-enclosed-{nth + 1}"
        yield recipe(
            cover, enclosing(cover, on, ("COM", "EEAS", "SWD")[nth], asks=2 * (nth == 1)), LOOKS[nth], "enclosed paper"
        )
        tongue = ("fr", "de", "sv")[nth]
        strange = f"pdf-{tongue}"
        fault = f"labels in {('French', 'German', 'Swedish')[nth]}"
        yield recipe(strange, foreign(strange, tongue, asks=nth != 1), replace(LOOKS[nth], labels=nth % 2), fault)
    for slug, fault, changes in (
        ("number-missing", "number missing", {"number": None}),
        ("date-missing", "date missing", {"day": None, "on": None}),
        ("sender-missing", "label missing", {"sender": None}),
        ("another-year", "another year", {"another_year": True}),
        ("revised", "revised number", {"suffix": "REV 2"}),
        ("revised-addendum", "revised number", {"suffix": "REV 1 ADD 1"}),
    ):
        name = f"pdf-{slug}"
        look = replace(LOOKS[1], number_only=slug in ("number-missing", "date-missing"))
        yield recipe(name, asking(name, SUBJECTS[8], kind="lead", **changes), look, fault)
    for nth in range(3):
        on = SUBJECTS[3 * nth]
        name = f"pdf-closing-{nth + 1}"
        yield recipe(
            name,
            asking(name, on, kind=KINDS[nth], closing=True, marks=MARKS[nth]),
            LOOKS[nth],
            "a sentence after the questions",
        )
        name = f"pdf-points-{nth + 1}"
        yield recipe(name, asking(name, on, kind="points", marks=("–", "1.", "•")[nth]), LOOKS[nth], "infinitives")
        name = f"pdf-in-annex-{nth + 1}"
        yield recipe(name, asking(name, on, kind="annex", marks=MARKS[nth]), LOOKS[nth], "questions in an annex")
        name = f"pdf-contents-{nth + 1}"
        yield recipe(name, asking(name, on, kind="both", contents=True), LOOKS[nth], "table of contents")
    name = "pdf-number-in-footer"
    paper = replace(asking(name, SUBJECTS[6], kind="both", suffix=None), number_in_footer_only=True)
    yield recipe(name, paper, LOOKS[3], "number only in the footer")


def recipes() -> Iterator[Recipe]:
    """All of them."""
    for group in (clean, faulty, by_content):
        yield from group()
