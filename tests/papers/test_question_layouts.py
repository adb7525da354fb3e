"""What is asked in layouts that real papers have, read as printed lines and as whole paragraphs."""

from __future__ import annotations

import pytest
from layouts import LAYOUTS, OPENING, Layout
from lines_of import lines_of

from briefer.papers.questions import find
from briefer.papers.structure import outline


@pytest.mark.parametrize("whole", [False, True], ids=["printed", "whole"])
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_the_questions_of_a_layout_are_found_word_for_word(layout: Layout, whole: bool) -> None:
    headings, paragraphs = outline(lines_of(OPENING + layout.text), whole)
    found = find(paragraphs, headings, layout.sender)
    assert tuple((q.number, q.text) for q in found.questions) == layout.asked
    if layout.action is not None:
        assert found.expected_action == layout.action
