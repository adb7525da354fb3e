"""What briefer writes as YAML reads back as what it was, here and in other tools."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefer import yamlfile, yamltext

# Anything a person can type or paste, and a heavy mix of what YAML itself uses; only lone surrogates are no text.
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
SIGNS = st.text(
    "- #:\n\t'\"&*!|>%@`[]{},?\\ab1\r\x00\x07\x7f\x85\xa0\xad\u200f\u202e\u2028\ufeff\ufffe\U0001f600", max_size=16
)
TEXT = ANYTHING | SIGNS
NOT_TEXT = [
    "null",
    "~",
    "yes",
    "No",
    "on",
    "true",
    "1:30",
    "012",
    "0x1F",
    "1e3",
    "2025-06-10",
    "1_000",
    ".inf",
    "=",
    "<<",
]

more = settings(max_examples=300, deadline=None)


def read(text):
    node = yamlfile.compose(text, "test.yaml")
    return yamlfile.plain(node) if node is not None else None


def cases(test):
    for text in (
        "", " ", "\n", "a\n", "a\n\n", "\n a", "- dash", "--- ", "? a", "a: b", "a #b", "# a", "'", '"', "\\", "\\n", "a\\",
        "ends with colon:", "👩‍🚀 emoji \U0001f600", "‮right to left‬", "שלום: עולם", "مرحبا - بالعالم", "e\u0301 and é",
        "tab\there", "tab at end\t", "  indented\nlines\n    more", "bell\x07", "null\x00byte", "\x1b[31mred", "\x85next",
        "\u2028line\u2029para", "\ufeffmark", "a\r\nb", "word " * 400, "x" * 5000, "ﬁnal\n\n\n", *NOT_TEXT,
    ):  # fmt: skip
        test = example(text)(test)
    return test


@more
@cases
@given(TEXT)
def test_a_value_comes_back_from_a_line_a_list_and_a_block(text):
    assert read(f"key: {yamltext.scalar(text, indent=2)}\nnext: 1\n") == {"key": text, "next": "1"}
    assert read(f"key: {yamltext.scalar(text, flow=True)}\n") == {"key": text}
    assert read(f"key: {yamltext.flow([text, {'a': text}, text])}\n") == {"key": [text, {"a": text}, text]}


@more
@cases
@given(TEXT)
def test_a_value_written_in_brackets_stays_on_one_line(text):
    assert len(yamltext.scalar(text, flow=True).splitlines() or [""]) == 1


@more
@given(TEXT, TEXT)
def test_nested_data_come_back(one, other):
    data = {
        "key": one,
        "below": {"a": other, "b": one},
        "members": [{"id": "a", "text": one, "source": {"paper": "p", "at": other}}, {"id": "b", "tags": [one, other]}],
        "words": [other],
    }
    assert read(yamltext.block(data, inline=frozenset({"source"}))) == data


@more
@given(TEXT)
def test_other_tools_never_take_a_text_for_nothing_or_for_a_truth_value(text):
    value = yaml.safe_load(f"key: {yamltext.scalar(text, indent=2)}\n")["key"]
    assert value is not None and not isinstance(value, bool)


def test_lines_of_a_text_are_written_as_lines_so_that_a_change_shows_as_one():
    written = yamltext.block({"text": "First line.\nSecond: line.\n\n- third"})
    assert written == "text: |-\n  First line.\n  Second: line.\n\n  - third\n"


def test_plain_words_are_written_plainly():
    assert yamltext.block({"title": "Lamps along the coast", "n": ["EMWP", "9375/25"]}) == (
        "title: Lamps along the coast\nn: [EMWP, 9375/25]\n"
    )


def test_keys_without_a_value_are_left_out():
    assert yamltext.block({"a": None, "b": "x"}) == "b: x\n"


@pytest.mark.parametrize(
    "text",
    [
        "short",
        "word " * 40 + "end",
        "x" * 300,
        "# no comment " * 12 + "end",
        "- no list " * 14 + "end",
        "a: b 'c' \"d\" " * 12 + "end",
    ],
)
def test_long_texts_are_folded_and_come_back_as_they_were(text: str) -> None:
    lines = yamltext.block({"list": [{"text": text, "more": "x"}]}, width=60)
    assert yaml.safe_load(lines) == {"list": [{"text": text, "more": "x"}]}
    if " " in text:
        assert all(len(line) <= 60 for line in lines.splitlines()) and "text: >-" in lines


@pytest.mark.parametrize(
    "text", ["two  spaces " * 20, "a line\n" * 20, " before " * 20, "nbsp\u00a0word " * 20 + "end"]
)
def test_texts_that_folding_would_change_are_not_folded(text: str) -> None:
    assert yaml.safe_load(yamltext.block({"text": text}, width=60)) == {"text": text}
