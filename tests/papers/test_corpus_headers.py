"""Headers, footnotes, citations and enclosures of the made-up papers: every clean one right, of the faulty ones nearly all."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefer.errors import BrieferError
from briefer.intake import reading
from briefer.papers import council, pages, telling
from tests.papers.corpus import Made, classified, papers
from tests.papers.measure import measure

HEADER = (
    "doc_number", "suffix", "date", "original_language", "doc_type", "from", "to", "subject", "marking", "codes",
    "interinstitutional_files", "prev_docs",
)  # fmt: skip
#: What part of the faulty papers has a field right, at least.
FAULTY = {**dict.fromkeys(HEADER, 0.98), "footnotes": 0.95, "cited": 0.98, "enclosed": 0.98}


@cache
def _report() -> Any:
    with tempfile.TemporaryDirectory() as folder:

        def read(data: bytes, suffix: str) -> dict[str, Any]:
            place = Path(folder) / f"paper{suffix}"
            place.write_bytes(data)
            return telling.as_json(council.read(pages.read(place)))

        return measure(read)


def _wrong(field: str) -> str:
    return "\n".join(str(one) for one in _report().failures if one.field == field)


@pytest.mark.parametrize("field", FAULTY)
def test_clean_papers_are_right_in_every_field(field: str) -> None:
    score = _report().score("clean", field)
    clean = {one.name for one in papers() if one.clean}
    wrong = [str(one) for one in _report().failures if one.field == field and one.paper.split(" »")[0] in clean]
    assert score.papers > 100
    assert score.exact == score.papers, f"{field} of clean papers:\n" + "\n".join(wrong)


@pytest.mark.parametrize("field", FAULTY)
def test_faulty_papers_are_nearly_all_right(field: str) -> None:
    score = _report().score("faulty", field)
    assert score.papers > 200
    assert score.exact >= FAULTY[field] * score.papers, f"{field}: {score.exact} of {score.papers}\n{_wrong(field)}"


@pytest.mark.parametrize("paper", classified(), ids=lambda paper: paper.name)
def test_classified_papers_are_refused(paper: Made, tmp_path: Path) -> None:
    place = tmp_path / f"paper{paper.suffix}"
    place.write_bytes(paper.data)
    with pytest.raises(BrieferError):
        reading.read(place)


def test_no_other_paper_is_taken_for_classified(tmp_path: Path) -> None:
    taken = []
    for one in papers():
        place = tmp_path / f"paper{one.suffix}"
        place.write_bytes(one.data)
        if secret := council.read(pages.read(place)).classified:
            taken.append(f"{one.name}: {secret}")
    assert not taken
