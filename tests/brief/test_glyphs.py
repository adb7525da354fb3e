"""Lines taken apart and put together again: nothing read is lost, nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.brief import glyphs, markup, notemarks

LINE = st.text(st.sampled_from(list("ab *\\[]^12-.é–\u00a0")), max_size=30)
TEXT = st.lists(LINE, max_size=4).map("\n".join)


@given(TEXT)
def test_a_text_taken_apart_is_the_same_again(text: str) -> None:
    assert "\n".join(line.raw for line in glyphs.lines(text)) == text
    assert glyphs.changed(text, lambda line: line.glyphs) == text


@given(TEXT)
def test_what_is_read_letter_by_letter_is_what_the_note_shows(text: str) -> None:
    shown = [("".join(r.text for r in p.runs), p.bullet) for p in markup.parse(text)]
    assert [(line.read, line.bullet) for line in glyphs.lines(text) if line.raw.strip()] == shown
    runs = [r for p in markup.parse(text) for r in p.runs]
    expected = [
        (c, r.note, r.bold and not c.isspace(), r.italic and not c.isspace()) for r in runs for c in (r.text or [""])
    ]
    assert [one for line in glyphs.lines(text) for one in glyphs.says(line.glyphs)] == expected


@given(LINE, st.data())
def test_whatever_glyphs_are_put_together_read_as_they_say(line: str, data: st.DataObject) -> None:
    taken = glyphs.read(line).glyphs
    a, b = sorted((data.draw(st.integers(0, len(taken))), data.draw(st.integers(0, len(taken)))))
    new = [*taken[:a], *glyphs.letters(data.draw(st.text("a*[^1] -\\", max_size=5))), *taken[b:]]
    halves = {g.pair for g in new if g.pair and [x.pair for x in new].count(g.pair) != 2}
    new = [g for g in new if g.pair not in halves]
    again = glyphs.read(glyphs.written(new))
    assert again.read == "".join(g.text for g in new).strip()
    assert [g.note for g in again.glyphs if g.note] == [g.note for g in new if g.note]
    assert not again.bullet


@pytest.mark.parametrize(
    ("text", "to", "after"),
    [
        ("a[^1] b[^2].", {2: 1, 1: 2}, "a[^2] b[^1]."),
        ("a[^1] **b[^2]**", {1: 0, 2: 1}, "a **b[^1]**"),
        ("a **[^1]**b", {1: 0}, "a b"),
        ("- [^1]\n- b", {1: 0}, "- b"),
        ("\\[^1] [^1]", {1: 7}, "\\[^1] [^7]"),
    ],
)
def test_marks_are_numbered_anew(text: str, to: dict[int, int], after: str) -> None:
    assert notemarks.renumbered(text, to) == after


def test_a_mark_without_a_source_is_made_plain_words_that_read_the_same() -> None:
    assert notemarks.grounded("a[^1] b[^3]", 1) == "a[^1] b\\[^3]"
    assert notemarks.used(notemarks.grounded("\\a\\[^3]", 1)) == []
    assert glyphs.read(notemarks.grounded("x\\y[^3]", 1)).read == "x\\y[^3]"
