"""What the parser reads out of the made-up papers: questions, headings and paragraphs as their answers have them."""

from __future__ import annotations

import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from corpus import Made, papers
from corpus.report import Report
from measure import measure

from briefer.papers import council, pages, telling

#: How many of the faulty papers have to be right, of a hundred.
FAULTY = {
    "questions": 95,
    "question_numbers": 98,
    "asked_by": 95,
    "sets": 95,
    "cut_off": 98,
    "expected_action": 95,
    "headings": 95,
    "heading_levels": 95,
    "paragraphs": 95,
}


def read(data: bytes, suffix: str) -> dict[str, Any]:
    """A paper as ``briefer read --json`` tells it."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / f"paper{suffix}"
        place.write_bytes(data)
        return telling.as_json(council.read(pages.read(place)))


@cache
def report() -> Report:
    return measure(read)


@cache
def named() -> dict[str, Made]:
    return {one.name: one for one in papers()}


def failures(field: str, *, clean: bool | None = None) -> list[str]:
    """The failures of one field, each with the name of its paper."""
    return [
        f"{one.paper}: {one.field}: {one.expected!r} was read as {one.got!r}"
        for one in report().failures
        if one.field == field and clean in (None, named()[one.paper.split(" » ")[0]].clean)
    ]


def test_nothing_is_taken_for_a_question_that_is_none() -> None:
    assert not failures("false question"), "\n".join(failures("false question"))


@pytest.mark.parametrize("field", sorted(FAULTY))
def test_clean_papers_are_read_without_a_fault(field: str) -> None:
    assert not failures(field, clean=True), "\n".join(failures(field, clean=True))


@pytest.mark.parametrize("field", sorted(FAULTY))
def test_faulty_papers_are_read_almost_as_well(field: str) -> None:
    score = report().score("faulty", field)
    assert score.exact * 100 >= score.papers * FAULTY[field], "\n".join(failures(field, clean=False))
