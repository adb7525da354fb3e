"""The papers that are Word files and web pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .answer import answer
from .bank import SUBJECTS
from .bulletins import bulletin
from .content import Content
from .foreign import foreign
from .headers import SUFFIXES
from .html import HtmlLook, html
from .made import Recipe
from .papers_with import asking, enclosing, through_others, two_sets
from .papers_without import WITHOUT
from .text import TextLook
from .word import WordLook, word

MARKS = ("1.", "(a)", "–", "1)", "•", "i.", "(1)", "a.")
KINDS = ("both", "lead", "heading", "tasks")


def docx(name: str, paper: Content, look: WordLook, *faults: str) -> Recipe:
    """A paper printed in Word; bold headings do not show their depth."""

    def make() -> tuple[bytes, dict[str, Any]]:
        return word(paper, look, name), answer(paper, levels=look.headings != "bold")

    return Recipe(name, ".docx", faults, make)


def page(name: str, paper: Content, look: HtmlLook, *faults: str) -> Recipe:
    """A paper printed as HTML; only real headings show their depth."""

    def make() -> tuple[bytes, dict[str, Any]]:
        return html(paper, look, name), answer(paper, levels=look.way == "page")

    return Recipe(name, ".html", faults, make)


WORD_CLEAN = (
    WordLook(),
    WordLook(bare=True, split=True),
    WordLook(head="paragraphs", split=True),
    WordLook(headings="outline", bare=True),
    WordLook(shift=4, furniture=False),
)
WORD_FAULTY = (
    (WordLook(headings="bold"), ("headings by bold only",)),
    (WordLook(automatic=True, split=True), ("automatic numbers",)),
    (WordLook(head="box", bare=True), ("header in a text box",)),
    (WordLook(head="part"), ("header in the header part",)),
    (WordLook(head="one cell", shift=2), ("labels before values",)),
    (
        WordLook(head="box", headings="bold", automatic=True),
        ("header in a text box", "headings by bold only", "automatic numbers"),
    ),
    (
        WordLook(head="part", automatic=True, bare=True, headings="bold"),
        ("header in the header part", "automatic numbers", "headings by bold only"),
    ),
    (WordLook(automatic=True, bare=True, split=True), ("automatic numbers",)),
)


def words() -> Iterator[Recipe]:
    """Word files."""
    for nth in range(10):
        name = f"docx-clean-{nth:02}"
        paper = asking(
            name, SUBJECTS[(nth + 1) % len(SUBJECTS)], kind=KINDS[nth % 4], count=2 + nth % 3, marks=MARKS[nth % len(MARKS)],
            subs=2 if nth % 4 == 1 else 0, sections=1 + nth % 4, notes=nth % 5 + 1, cites=nth % 3,
            numbering=("", "1.", "I.", "", "A.")[nth % 5],
            suffix=SUFFIXES[nth] if nth % 3 == 0 else None, previous=nth % 2, tail=nth % 5 == 3,
        )  # fmt: skip
        yield docx(name, paper, WORD_CLEAN[nth % len(WORD_CLEAN)])
    for nth, (look, faults) in enumerate(WORD_FAULTY):
        slug = faults[0].replace(" ", "-")
        for again in range(2):
            name = f"docx-{slug}-{nth + 1}-{again + 1}"
            paper = asking(
                name, SUBJECTS[(nth + 5 * again) % len(SUBJECTS)], kind=KINDS[(nth + again) % 4], count=3,
                marks=MARKS[(nth + 3 * again) % len(MARKS)],
                subs=2 if (nth + again) % 4 in (0, 2) else 0, notes=3, numbering=("", "I.", "1.")[nth % 3], rhetorical=again == 1,
                suffix=SUFFIXES[nth] if again else None,
            )  # fmt: skip
            yield docx(name, paper, look, *faults)
    for nth, (tempting, make) in enumerate(WITHOUT.items()):
        look, faults = (WORD_CLEAN[nth % len(WORD_CLEAN)], ()) if nth % 2 else WORD_FAULTY[nth % len(WORD_FAULTY)]
        name = f"docx-without-{tempting.replace(' ', '-')}"
        yield docx(name, make(name, SUBJECTS[(nth + 4) % len(SUBJECTS)]), look, *faults, tempting)
    automatic = WORD_FAULTY[1]
    prose, sets, other, cover, bare, counted = (
        f"docx-{one}" for one in ("prose", "two-sets", "through", "enclosed", "plain-questions", "counted")
    )
    yield docx(
        prose,
        asking(prose, SUBJECTS[3], kind="prose", count=2, sender="Presidency"),
        WORD_CLEAN[0],
        "questions in prose",
    )
    yield docx(sets, two_sets(sets, SUBJECTS[4], ("1.", "(a)")), automatic[0], "several sets", *automatic[1])
    yield docx(
        other, through_others(other, SUBJECTS[5], "•"), automatic[0], "asked through somebody else", *automatic[1]
    )
    yield docx(cover, enclosing(cover, SUBJECTS[6], "EEAS", asks=2), WORD_CLEAN[1], "enclosed paper")
    yield docx(bare, asking(bare, SUBJECTS[7], kind="lead", marks=""), WORD_CLEAN[2], "question numbers missing")
    yield docx(
        counted, asking(counted, SUBJECTS[8], kind="both", counted=True, numbering="I."), automatic[0], *automatic[1]
    )
    for nth in range(2):
        close, note = f"docx-closing-{nth + 1}", f"docx-points-{nth + 1}"
        look, faults = (WORD_CLEAN[nth], ()) if nth else automatic
        yield docx(
            close,
            asking(close, SUBJECTS[nth], kind="both", closing=True),
            look,
            "a sentence after the questions",
            *faults,
        )
        yield docx(note, asking(note, SUBJECTS[nth + 1], kind="points", marks="–"), look, "infinitives", *faults)
    for tongue, fault in (("fr", "labels in French"), ("de", "labels in German"), ("sv", "labels in Swedish")):
        name = f"docx-{tongue}"
        yield docx(name, foreign(name, tongue, asks=tongue != "de"), WordLook(labels=1), fault)


PAGE_CLEAN = (
    HtmlLook(),
    HtmlLook(entities=True),
    HtmlLook(way="export"),
    HtmlLook(charset="windows-1252", way="export"),
)
BROKEN = TextLook(split="question", furniture="line", page="feed", superscript="tag", width=80)
PAGE_FAULTY = (
    (HtmlLook(way="lines", lines=BROKEN), ("lines without structure", "furniture in a question")),
    (
        HtmlLook(way="lines", lines=TextLook(header="labels first", hyphens=True, width=70)),
        ("lines without structure", "labels before values", "hyphens"),
    ),
    (HtmlLook(site=True), ("a site around it",)),
    (
        HtmlLook(way="lines", site=True, lines=TextLook(header="run on", page="feed")),
        ("lines without structure", "run-on header", "a site around it"),
    ),
)


def pages() -> Iterator[Recipe]:
    """Web pages."""
    for nth in range(8):
        name = f"html-clean-{nth:02}"
        paper = asking(
            name, SUBJECTS[(nth + 2) % len(SUBJECTS)], kind=KINDS[nth % 4], marks=MARKS[nth % len(MARKS)],
            subs=2 if nth % 4 == 2 else 0, notes=nth % 4,
            suffix=SUFFIXES[nth] if nth % 2 else None, numbering=("", "1.")[nth % 2],
        )  # fmt: skip
        yield page(name, paper, PAGE_CLEAN[nth % len(PAGE_CLEAN)])
    for nth, (look, faults) in enumerate(PAGE_FAULTY):
        for again in range(2):
            name = f"html-{faults[0].replace(' ', '-')}-{nth + 1}-{again + 1}"
            paper = asking(
                name,
                SUBJECTS[(nth + 6 * again) % len(SUBJECTS)],
                kind=KINDS[nth % 3],
                marks=MARKS[nth + again],
                notes=3,
                sections=3,
            )
            yield page(name, paper, look, *faults)
        tempting = list(WITHOUT)[(3 * nth + 1) % len(WITHOUT)]
        name = f"html-without-{nth + 1}"
        yield page(name, WITHOUT[tempting](name, SUBJECTS[nth]), look, *faults, tempting)
    for nth in range(2):
        name = f"html-bulletin-{nth + 1}"
        yield page(name, bulletin(name, SUBJECTS[nth + 2], SUBJECTS[nth + 6]), HtmlLook(site=nth == 1), "a bulletin")
        name = f"html-closing-{nth + 1}"
        yield page(
            name,
            asking(name, SUBJECTS[nth + 3], kind="lead", closing=True),
            PAGE_CLEAN[2 * nth],
            "a sentence after the questions",
        )


def recipes() -> Iterator[Recipe]:
    """All of them."""
    yield from words()
    yield from pages()
