"""What the shared papers ask, word for word and by whom, and what they do not ask."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefer.papers import text_pages
from briefer.papers.council import read
from briefer.papers.model import AskedQuestion

pytestmark = pytest.mark.papers


def asked(number: str) -> tuple[AskedQuestion, ...]:
    paper = next(Path(os.environ["BRIEFER_PAPERS"]).glob(f"{number}_*.txt"))
    found = read(text_pages.read(paper.read_bytes()))
    return (*found.questions, *(q for inner in found.enclosed for q in inner.questions))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("000", [("1", "Presidency", None), ("2", "Presidency", None), ("3", "Presidency", None)]),
        ("001", []),
        (
            "002",
            [(str(n), "ICMPD", "ICMPD") for n in (1, 2, 3)]
            + [(str(n), "Polish Presidency", "Polish Presidency") for n in (1, 2, 3, 4)],
        ),
        ("003", []),
        ("004", [(str(n), "Presidency", None) for n in (1, 2, 3, 4)]),
    ],
)
def test_the_papers_questions_have_their_number_and_asker(
    number: str, expected: list[tuple[str, str, str | None]]
) -> None:
    found = asked(number)
    assert [(q.number, q.asked_by, q.set) for q in found] == expected
    assert not any(q.cut_off for q in found)


@pytest.mark.parametrize("number", ["000", "002", "004"])
def test_the_papers_questions_stand_word_for_word_in_them(number: str) -> None:
    paper = next(Path(os.environ["BRIEFER_PAPERS"]).glob(f"{number}_*.txt"))
    lines = [line.strip().lstrip("1234. -") for line in paper.read_text("utf-8").splitlines()]
    for question in asked(number):
        assert question.text in lines
