"""What a person reads of a paper and of what was taken of it: plain lines, nothing that moves a terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from paper_made import PLAIN, Q1, Q2, asking, paper

from briefer.intake import into, summary
from briefer.papers.model import CouncilPaper
from briefer.workspace import read


def test_header_questions_and_numbers_are_told() -> None:
    lines = summary.of_paper(PLAIN)
    assert lines[0] == "1500/25 · NOTE · LIMITE"
    told = {
        line.split("  ")[1].strip(): line.split("  ")[-1].strip()
        for line in lines
        if line.startswith("  ") and "  " in line[3:]
    }
    assert told == {"Date": "10 June 2025", "From": "Presidency", "To": "Lamps Working Party (LWP)",
                    "Subject": "Lighting the northern coast", "Codes": "LAMP 9, JAI 12", "Original language": "en"}  # fmt: skip
    at = lines.index("2 questions, asked by Presidency:")
    assert lines[at + 1 : at + 3] == [f"  1. {Q1}", f"  2. {Q2}"]
    assert lines[-1] == ("2 headings, 2 paragraphs, 2 cited documents; 1 fact and 1 position to look at on the screen")


def test_a_paper_without_questions_or_header_says_so() -> None:
    assert summary.of_paper(CouncilPaper())[:2] == [
        "This does not have the header of a Council paper.", "No questions to delegations in it.",
    ]  # fmt: skip


def test_an_enclosed_paper_is_told_too_and_cut_off_questions_are_marked() -> None:
    inner = paper(doc_number="EEAS(2025) 77", questions=asking("Which lamps of", cut_off=True))
    lines = summary.of_paper(paper(questions=(), enclosed=(inner,)))
    assert "No questions to delegations in it; those are in what it encloses." in lines
    assert "  EEAS(2025) 77 · NOTE · LIMITE" in lines
    assert "    1. Which lamps of  [its end is missing in the file]" in lines


def test_signs_that_move_a_terminal_are_left_out() -> None:
    lines = summary.of_paper(
        paper(subject="Lamps \x1b[31mred\x07 and\u202e more", questions=asking("What\x1b[2J now?"))
    )
    assert not any(c in line for line in lines for c in "\x1b\x07")


def test_what_was_taken_is_told_with_its_words(workspace: Callable[..., Path]) -> None:
    place = read(str(workspace()))
    lines = summary.of_taken(into.take(PLAIN, "lamps", place, place.knowledge()), place.shown)
    assert lines[0] == "Taken into your knowledge, topic lamps:"
    assert "  new     question  lamps/st-1500-2025-q1" in lines
    assert lines[-1] == "Written: knowledge/papers.yaml, knowledge/actors.yaml, knowledge/topics/lamps.yaml"
    again = into.take(PLAIN, "lamps", place, place.knowledge())
    assert summary.of_taken(again, place.shown)[0].startswith("Nothing new: ")
    changed = into.take(paper(questions=asking(Q1.replace("first", "last"), Q2)), "lamps", place, place.knowledge())
    assert any("[first, → last,]" in line for line in summary.of_taken(changed, place.shown))
    data = summary.as_json(changed, place.shown)
    assert data["files"] == ["knowledge/topics/lamps.yaml"]
    assert [(c["kind"], c["how"], c["differences"][0]["key"]) for c in data["changes"]] == [
        ("question", "changed", "text")
    ]
