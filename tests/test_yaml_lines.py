"""A file in the plain form is read line by line, and never as anything else than all of YAML would read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer import yamlfile, yamllines, yamltext
from briefer.brief import store

PLAIN = [
    "a: b\n",
    "a: b c,d\ne: 1:30\n",
    "a: |-\n  x\n   y\n\n  z\nb: 1\n",
    "a: |\n  # x\n\n\n# no text\nb:\n",
    "a:\n  - b: c\n    d: {e: f, g: [h, i], j: {k: l}}\n  - b: |\n      x\n",
    '\n# only a word\n\na: [b, "c, d", e-f]\n  # and another\ng: {}\n',
    'a: {b: "c: {d}", e: https://f/g}\nh: "i \\"j\\" \\\\k\\nl"\n',
    "a:\n  b c:\n    - d\n    - e: f\n      g: 9375/25\n  h: é ‘i’ – j\n",
]
PIECES = [*" -:#\n,|>\"'[]{}&*!?%@\\", "\n  ", "\n    ", "\n- ", "  - ", ": ", " #", "a", "b: c", "\t", "\r", "\x85", "\xa0",
          "\u2028", "\ufeff", "---", "...", "|-", "~", "é"]  # fmt: skip


def parsed(text: str) -> Any:
    """What the parser makes of a text; what it cannot read is None."""
    try:
        node = yamlfile.compose(text, "test.yaml")
        return yamlfile.plain(node) if node is not None else None
    except (yamlfile.Refused, yamlfile.Duplicate):
        return None


@settings(max_examples=1500, deadline=None)
@given(
    st.sampled_from(PLAIN),
    st.lists(st.tuples(st.integers(0, 99), st.integers(0, 2), st.sampled_from(PIECES)), max_size=3),
)
def test_whatever_is_put_into_a_file_it_means_what_yaml_says(text: str, changes: list[tuple[int, int, str]]) -> None:
    for at, left_out, piece in changes:
        at = at % (len(text) + 1)
        text = text[:at] + piece + text[at + left_out :]
    found = yamllines.read(text)
    assert found is None or found == parsed(text)


@pytest.mark.parametrize("text", PLAIN)
def test_the_plain_form_needs_no_parser(text: str) -> None:
    found = yamllines.read(text)
    assert found is not None
    assert found == parsed(text)


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"], include_characters="\u202f\xad"), max_size=60),
    st.sampled_from(["", "\n", "\nb: ", "\n\n- "]),
)
def test_what_briefer_writes_is_in_the_plain_form(text: str, more: str) -> None:
    words = f"a{more}{text}".rstrip()
    data = {"text": words, "of": [{"id": "a", "said": words, "source": {"paper": "p"}}], "words": ["a", "b"]}
    assert yamllines.read(yamltext.block(data, inline=frozenset({"source"}))) == data


def test_a_brief_as_it_is_saved_needs_no_parser(repository: Path) -> None:
    for path in sorted((repository / "briefs").glob("*.yaml")):
        text = store.dump(store.read(path))
        assert yamllines.read(text) == parsed(text)
