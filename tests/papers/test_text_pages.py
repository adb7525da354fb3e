"""Plain text becomes pages of lines: what extraction tools mark up is type, what is unmarked stays as it is."""

from __future__ import annotations

import pytest

from briefer.papers.lines import Line, Span
from briefer.papers.text_pages import read


def words(data: bytes) -> list[str]:
    return [line.text for line in read(data).lines]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_reads_what_editors_write(coding: str) -> None:
    assert words("Présidence – « Öl »\r\nsecond".encode(coding)) == ["Présidence – « Öl »", "second"]


def test_form_feeds_are_pages() -> None:
    pages = read(b"one\n\ftwo\nthree\n\f")
    assert pages.count == 2
    assert [(line.text, line.page) for line in pages.lines] == [("one", 1), ("two", 2), ("three", 2)]


def test_room_before_a_line_is_kept() -> None:
    assert [line.gap for line in read(b"a\nb\n\nc").lines] == [True, False, True]


def test_headings_rules_and_images() -> None:
    lines = read(b"#### NOTE\n\n---\n![logo](a.png)\n\\_\\_\\_\\_\nText").lines
    assert [(line.style, line.text) for line in lines] == [
        ("heading 4", "NOTE"),
        ("rule", ""),
        ("rule", ""),
        ("", "Text"),
    ]


def test_type_becomes_spans() -> None:
    (line,) = read(b"### **The *long* way**<sup>1</sup> and <i>on</i>").lines
    assert line.style == "heading 3"
    assert line.text == "The long way1 and on"
    assert [(s.text, s.bold, s.italic, s.raised) for s in line.spans] == [
        ("The ", True, False, False), ("long", True, True, False), (" way", True, False, False),
        ("1", False, False, True), (" and ", False, False, False), ("on", False, True, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3 * 2 = 30",
        "applies*, but not* here",
        "a < b and b > c",
        "[square brackets] stay",
        "* item of a list",
        "12 km² of sea",
    ],
)
def test_unmarked_text_stays_word_for_word(text: str) -> None:
    assert words(text.encode()) == [text]


@pytest.mark.parametrize("printed", ["sea<sup>2</sup>.", "sea².", "sea[^2].", "sea$^{2}$."])
def test_raised_marks_in_every_writing(printed: str) -> None:
    (line,) = read(printed.encode()).lines
    assert line.spans == (Span("sea"), Span("2", raised=True), Span("."))


def test_links_give_their_words() -> None:
    assert words(b"See [the report](#), <https://example.eu/a> and\\_so") == [
        "See the report, https://example.eu/a and_so"
    ]


def test_a_table_gives_its_cells() -> None:
    lines = read(b"| From: | **Presidency** |\n|---|---|\n| To: | Delegations |\n\n| x | y |").lines
    assert [(line.text, line.row) for line in lines] == [
        ("From:", (1, 1)), ("Presidency", (1, 1)), ("To:", (1, 2)), ("Delegations", (1, 2)), ("x", (2, 1)), ("y", (2, 1)),
    ]  # fmt: skip
    assert {line.style for line in lines} == {"cell"}


def test_long_lines_are_whole_paragraphs() -> None:
    assert read(b"Title\n\n" + b"word " * 60).whole_paragraphs
    assert not read(b"Title\n\n" + b"word word word word word\n" * 20).whole_paragraphs


def test_markup_without_words_is_no_line() -> None:
    assert words(b"one\n<b></b>\n| | |\ntwo") == ["one", "two"]


def test_an_empty_file_has_no_lines() -> None:
    assert read(b"").lines == ()


def test_a_line_keeps_how_far_it_is_set_in() -> None:
    assert read(b"a\n    b").lines == (Line((Span("a"),), gap=True), Line((Span("b"),), indent=4))
