"""The five exact papers are read as they stand."""

from __future__ import annotations

import re

import pytest

from briefer.papers import council, text_pages
from briefer.papers.model import CouncilPaper
from briefer.papers.telling import as_json

pytestmark = pytest.mark.papers
EMWP = "Working Party on External Aspects of Asylum and Migration (EMWP)"


@pytest.fixture
def read(papers: dict[str, str]) -> dict[str, CouncilPaper]:
    return {name: council.read(text_pages.read(text.encode())) for name, text in papers.items()}


def printed_notes(text: str) -> list[tuple[str, str]]:
    """The notes as the file prints them, each on its line."""
    found = re.findall(r"^<sup>(\d+)</sup> (.+)$", text, re.MULTILINE)
    return [(mark, re.sub(r"\*\*|[<>]|(?<=\])\(#\)", "", note)) for mark, note in found]


@pytest.mark.parametrize("name", ["000", "001", "004"])
def test_all_footnotes_word_for_word(read: dict[str, CouncilPaper], papers: dict[str, str], name: str) -> None:
    paper = read[name].enclosed[0] if name == "001" else read[name]
    printed = printed_notes(papers[name])
    assert len(printed) == {"000": 5, "001": 26, "004": 6}[name]
    assert [(note.mark, note.text) for note in paper.footnotes] == [
        (mark, re.sub(r"\[([^\]]+)\](?=,|\.$)", r"\1", note) if name == "004" else note) for mark, note in printed
    ]
    marks = {mark for paragraph in paper.paragraphs for _, mark in paragraph.notes}
    # A heading or a title has one of the marks in 5996/25 and in the mini-concept.
    assert len({mark for mark, _ in printed} - marks) <= (0 if name == "000" else 1)


def test_9375_25(read: dict[str, CouncilPaper]) -> None:
    paper = read["000"]
    assert (paper.doc_number, paper.suffix, paper.date, paper.original_language) == (
        "9375/25",
        None,
        "2025-06-10",
        "en",
    )
    assert (paper.doc_type, paper.from_, paper.to, paper.marking) == ("NOTE", "Presidency", EMWP, "LIMITE")
    assert paper.subject == (
        "Optimising cooperation along migratory routes and strengthening the EU's comprehensive "
        "approach to building security in "
        "partner countries: contribution from CSDP missions"
    )
    assert paper.codes == (
        "JAI 676", "MIGR 190", "ASIM 44", "RELEX 720", "CIVCOM 153", "COEST 455", "COAFR 134", "MAMA 131", "COSI 111",
    )  # fmt: skip
    assert [one.ref for one in paper.cited] == [
        "14103/24",
        "Regulation (EU) 2019/1896",
        "12400/22",
        "5769/23",
        "COM(2025) 148 final",
    ]


def test_12493_22_and_what_it_covers(read: dict[str, CouncilPaper]) -> None:
    paper = read["001"]
    assert (paper.doc_number, paper.date, paper.doc_type, paper.marking) == (
        "12493/22",
        "2022-09-15",
        "COVER NOTE",
        "LIMITE",
    )
    assert (paper.from_, paper.to) == ("European External Action Service (EEAS)", "Delegations")
    assert "CFSP/PESC 1176" in paper.codes
    (inner,) = paper.enclosed
    assert (inner.doc_number, inner.date, inner.marking) == ("EEAS(2022) 1466", "2022-08-08", "LIMITE")
    assert inner.prev_docs == ("EEAS(2020) 1268", "EEAS(2020) 1268 REV 1")
    assert inner.subject == paper.subject
    assert paper.classified is None


def test_5996_25(read: dict[str, CouncilPaper]) -> None:
    paper = read["004"]
    assert (paper.doc_number, paper.date, paper.doc_type, paper.from_, paper.to, paper.marking) == (
        "5996/25", "2025-03-19", "NOTE", "Presidency", EMWP, "LIMITE",
    )  # fmt: skip
    assert paper.codes == ("JAI 160", "MIGR 51", "ASIM 15")
    assert paper.enclosed == ()


@pytest.mark.parametrize("name", ["002", "003"])
def test_articles_have_no_header(read: dict[str, CouncilPaper], name: str) -> None:
    said = as_json(read[name])
    assert all(
        said[key] is None for key in ("doc_number", "suffix", "date", "doc_type", "from", "to", "subject", "marking")
    )
    assert said["codes"] == said["footnotes"] == said["enclosed"] == []


def test_sentences_that_notes_broke_are_whole(read: dict[str, CouncilPaper]) -> None:
    first = " ".join(paragraph.text for paragraph in read["000"].paragraphs)
    assert "the Sahel, North Africa, the Central and Western and Eastern Mediterranean" in first
    inner = " ".join(paragraph.text for paragraph in read["001"].enclosed[0].paragraphs)
    assert "complex challenges to countries along the routes" in inner
    assert "the Anti-trafficking Directive 2011/36/EU. The Strategy" in inner
    assert "can also be gender-specific. There are specific tools" in inner
