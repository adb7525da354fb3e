"""Footnotes come out of the text word for word and are joined to their marks."""

from __future__ import annotations

import pytest

from briefer.papers import footnotes
from briefer.papers.lines import Line, Span
from tests.papers.reading import apart, paper, raised, words


def notes(text: str) -> list[tuple[str, str]]:
    return [(note.mark, note.text) for note in apart(text)[1]]


LONG = "The harbour masters of the Union count the seals twice a year and the lighthouse keepers count them once more. "


def test_marked_up_notes_between_rules() -> None:
    text = (
        f"{LONG * 2}They count seals<sup>1</sup> and pollen<sup>2</sup>, and the\n\n---\n\n"
        "<sup>1</sup> Of every kind.\n\n<sup>2</sup> See doc. 7211/24.\n\nboats too."
    )
    assert notes(text) == [("1", "Of every kind."), ("2", "See doc. 7211/24.")]
    assert words(text).endswith("and pollen2, and the boats too.")
    assert raised(text) == [("seals", "1"), ("pollen", "2")]


def test_printed_notes_of_several_lines() -> None:
    text = (
        "They count seals<sup>1</sup> in the harbours of the North and in\n\n<sup>1</sup> Of "
        "every kind that the Union\nknows, and "
        "of some\nthat it does not.\n\nthe harbours of the South."
    )
    assert notes(text) == [("1", "Of every kind that the Union knows, and of some that it does not.")]
    assert words(text) == "They count seals1 in the harbours of the North and in the harbours of the South."


def test_a_note_in_the_middle_of_a_sentence_without_room() -> None:
    text = (
        "They count seals<sup>1</sup> in the many harbours of the North and in\n<sup>1</sup> Of every kind.\n"
        "the harbours of the South, which are warmer and have more\nlight in winter."
    )
    assert notes(text) == [("1", "Of every kind.")]
    assert words(text).endswith(
        "of the North and in the harbours of the South, which are warmer and have more light in winter."
    )


def test_unmarked_notes_above_a_footer() -> None:
    text = (
        "They count seals in a coherent framework1. It is old and well known in every\nharbour "
        "of the Union, also where the masters are few and have no\n\n"
        "1   Protect Seals, 2025\n\n7211/24 AB/cd 1\nJAI.1 LIMITE EN\n\ntime for pollen.2\n\n2   "
        "Doc. 7000/24.\n\n7211/24 AB/cd 2\nJAI.1 LIMITE EN\n"
    )
    assert notes(text) == [("1", "Protect Seals, 2025"), ("2", "Doc. 7000/24.")]
    assert raised(text) == [("mework", "1"), ("ollen.", "2")]
    assert "have no time for pollen." in words(text)


def test_the_mark_alone_on_its_line() -> None:
    text = (
        "Seals are seen1 here.\n\n1\n\nProtect Seals, 2025\n\n7211/24 AB/cd 1\nJAI.1 EN\n\fMore2 "
        "text.\n\n2\nSee above.\n\n7211/24 AB/cd 2\nJAI.1 EN\n"
    )
    assert notes(text) == [("1", "Protect Seals, 2025"), ("2", "See above.")]


def test_unmarked_notes_below_a_rule() -> None:
    text = "Seals are counted3 twice.\n\n_____________\n3 Of every kind.\n"
    assert notes("One1. Two2.\n\n___\n1 A note.\n2 Another.\n\n" + text) == [
        ("1", "A note."),
        ("2", "Another."),
        ("3", "Of every kind."),
    ]


def test_small_type_at_the_foot() -> None:
    def line(text: str, size: float, mark: str = "", top: float = 0) -> Line:
        spans = (Span(mark, 6.5, raised=True),) if mark else ()
        return Line((*spans, Span(text, size)), 1, (72, top, 520, top + size))

    lines = [
        Line(
            (
                Span("The seals of the Union are counted twice", 12),
                Span("1", 7, raised=True),
                Span(" a year by the", 12),
            ),
            1,
            gap=True,
        ),
        line("harbour masters, who know them well.", 12),
        line(" Of every kind, as far as it is", 10, "1"),
        line("known to the masters.", 10),
        line(" See doc. 7211/24.", 10, "2"),
        Line((Span("The next page begins here with more of the text.", 12),), 2),
    ]
    text, found = footnotes.apart(lines, False)
    assert [(note.mark, note.text) for note in found] == [
        ("1", "Of every kind, as far as it is known to the masters."),
        ("2", "See doc. 7211/24."),
    ]
    assert len([line for line in text if line.text]) == 3


def test_notes_that_a_format_names() -> None:
    lines = [
        Line((Span("Seals"), Span("1", raised=True), Span(" sleep."))),
        Line((Span("Of every kind."),), style="footnote", mark="1"),
        Line((Span("A second paragraph."),), style="footnote"),
        Line((Span("Another."),), style="footnote", mark="*"),
    ]
    _, found = footnotes.apart(lines, True)
    assert [(note.mark, note.text) for note in found] == [
        ("1", "Of every kind. A second paragraph."),
        ("*", "Another."),
    ]


def test_marks_that_begin_again() -> None:
    text = (
        "Seals<sup>1</sup> sleep.\n\n---\n<sup>1</sup> First.\n\n\fHarbours<sup>1</sup> "
        "open.\n\n---\n<sup>1</sup> Second.\n"
    )
    assert notes(text) == [("1", "First."), ("1", "Second.")]
    assert raised(text) == [("Seals", "1"), ("rbours", "1")]


def test_an_asterisk_below_a_rule() -> None:
    text = "The seals* sleep.\n\n---\n\\* Of every kind.\n"
    assert notes(text) == [("*", "Of every kind.")]
    assert raised(text) == [("seals", "*")]


def test_endnotes() -> None:
    text = (
        "Seals<sup>1</sup> sleep and harbours<sup>2</sup> open.\n\n## Endnotes\n\n1. Of every kind.\n2. Of the North.\n"
    )
    assert notes(text) == [("1", "Of every kind."), ("2", "Of the North.")]


@pytest.mark.parametrize(
    ("printed", "mark"),
    [
        ("a coherent framework1.", ("mework", "1")),
        ("a coherent framework 1 .", ("mework", "1")),
        ("is coherent. 1 It", ("erent.", "1")),
        ("(the framework)1 and", ("ework)", "1")),
        ("the “framework”1, and", ("ework”", "1")),
        ("the AMMR1 and", ("AMMR", "1")),
    ],
)
def test_loose_marks_are_raised(printed: str, mark: tuple[str, str]) -> None:
    text = (
        f"The masters have {printed} more of it is to come in the year\n\n1   A note of "
        "theirs.\n\n7211/24 AB/cd 1\nJAI.1 EN\n"
    )
    assert raised(text) == [mark]
    assert notes(text) == [("1", "A note of theirs.")]


def test_a_loose_mark_on_a_line_of_its_own() -> None:
    text = "The masters have a coherent framework\n1\n. It is old.\n\n<sup>1</sup> A note of theirs.\n"
    assert raised(text) == [("", "1")]


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 the 27 Member States met.\n\n27 seals were counted.\n\nMore.",
        "1 Introduction\n\nThe seals sleep.\n\n2 Harbours\n\nThey open.",
        "Seals sleep.\n\n* in the North\n* in the South\n",
        "See Article 3 of it.\n\n3 boats came.\n\n7211/24 AB/cd 1\nJAI.1 EN\n",
        "The CO2 of H2020.\n\n1. One\n2. Two\n",
        "The 1<sup>st</sup> seal.",
    ],
)
def test_numbers_that_are_no_notes_stay(text: str) -> None:
    assert notes(text) == []


def test_a_paper_gives_them_in_order_with_their_pages() -> None:
    read = paper(
        "Seals<sup>1</sup> sleep.\n\n---\n<sup>1</sup> First.\n\n\fHarbours<sup>2</sup> "
        "open.\n\n---\n<sup>2</sup> Second.\n"
    )
    assert [(note.mark, note.page) for note in read.footnotes] == [("1", 1), ("2", 2)]
