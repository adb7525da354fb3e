"""The papers that are text and hard for what stands in them: how they ask, what they lack, what they enclose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .bank import SUBJECTS
from .bulletins import bulletin
from .foreign import foreign
from .headers import SUFFIXES
from .made import Recipe
from .papers_with import asking, enclosing, through_others, two_sets
from .recipes_text import KINDS, MARKS, recipe
from .text import TextLook


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
            # These are too short to break.
            *(fault for fault in more if fault != "furniture in a question"),
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
    for group in (by_content, lacking, further):
        yield from group()
