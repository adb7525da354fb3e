"""A block's text: what is markup, what is not, and that nothing a person wrote is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.brief import markup
from briefer.brief.markup import Paragraph, Run, parse, plain

#: Text rich in what could be markup, and in what trips careless readers.
LINE = st.text(st.sampled_from(list("ab *\\[]^12-.é–\u00a0\u2003")), max_size=30)
TEXT = st.one_of(st.lists(LINE, max_size=5).map("\n".join), st.text(max_size=80))


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


@given(TEXT)
def test_escaped_text_is_read_as_it_was(text: str) -> None:
    read = parse(markup.escape(text))
    assert ["".join(r.text for r in p.runs) for p in read] == lines(text)
    assert not any(p.bullet or r.bold or r.italic or r.note for p in read for r in p.runs)


@given(TEXT)
def test_no_letter_is_ever_lost(text: str) -> None:
    """Only marks may vanish: stars, backslashes, note marks and the dash of a list."""
    without_marks = re.sub(r"[*\\\-\s]|\[\^\d{1,4}\]", "", text)
    assert re.sub(r"[*\\\-\s]|\[\^\d{1,4}\]", "", plain(text)) == without_marks


@given(TEXT)
def test_stars_vanish_only_in_pairs(text: str) -> None:
    text = text.replace("\\", "")
    assert (text.count("*") - plain(text).count("*")) % 2 == 0


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("a **b** c", (Run("a "), Run("b", bold=True), Run(" c"))),
        ("*b*", (Run("b", italic=True),)),
        ("***b***", (Run("b", bold=True, italic=True),)),
        ("**a *b* c**", (Run("a ", bold=True), Run("b", bold=True, italic=True), Run(" c", bold=True))),
        ("lit[^1] twice[^12]", (Run("lit"), Run("", note=1), Run(" twice"), Run("", note=12))),
        ("**bold[^1]**", (Run("bold", bold=True), Run("", bold=True, note=1))),
        ("an open ** mark", (Run("an open ** mark"),)),
        ("2 * 3 * 4", (Run("2 * 3 * 4"),)),
        ("**not closed", (Run("**not closed"),)),
        (r"\*plain\*", (Run("*plain*"),)),
        (r"\[^1]", (Run("[^1]"),)),
        (r"\- no list", (Run("- no list"),)),
        (r"C:\Temp and a \\ one", (Run("C:\\Temp and a \\ one"),)),
        ("[^0] and [^x] and [1]", (Run("[^0] and [^x] and [1]"),)),
        ("# no heading, `no code`, <b>, [a](b)", (Run("# no heading, `no code`, <b>, [a](b)"),)),
        ("1. no list", (Run("1. no list"),)),
    ],
)
def test_the_grammar_is_that_of_the_contract(text: str, runs: tuple[Run, ...]) -> None:
    assert parse(text) == (Paragraph(runs),)


def test_a_dash_at_the_start_of_a_line_makes_a_list() -> None:
    assert parse("We say:\n- one\n- **two**") == (
        Paragraph((Run("We say:"),)),
        Paragraph((Run("one"),), bullet=True),
        Paragraph((Run("two", bold=True),), bullet=True),
    )
    assert not parse("-no list")[0].bullet
    assert not parse("a - b")[0].bullet


def test_every_line_is_a_paragraph_and_empty_ones_only_separate() -> None:
    assert [p.runs[0].text for p in parse("one\n\n\ntwo\n  \nthree\n")] == ["one", "two", "three"]
    assert parse("") == ()


def test_the_text_as_read_has_no_marks() -> None:
    assert plain("We *like* **lamps**[^1].\n- one\\*") == "We like lamps.\n- one*"


def test_notes_are_found_in_order_of_appearance() -> None:
    marks = [r.note for p in parse("b[^2] a[^1] \\[^3]\nc[^2]") for r in p.runs if r.note]
    assert marks == [2, 1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "Kosovo* and Serbia; Kosovo* (*this designation is without prejudice).",
        "3*4=12 and 5*2=10",
        "Kosovo*, (*) status",
    ],
)
def test_a_star_behind_or_within_a_word_stays(text: str) -> None:
    assert markup.plain(text) == text


def test_words_between_stars_are_italic() -> None:
    assert [(r.text, r.italic) for r in markup.parse("a *b c*, (*d*)")[0].runs if r.italic] == [
        ("b c", True),
        ("d", True),
    ]
