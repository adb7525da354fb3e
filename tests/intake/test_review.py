"""A paper on its way into the base: corrections, decisions, what is kept of them, and undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from paper_made import PLAIN, Q1, Q2, asking, paper

from briefer.errors import BrieferError
from briefer.intake import corrected
from briefer.intake.kept import Worded
from briefer.intake.review import Review
from briefer.papers.model import CouncilPaper
from briefer.workspace import read


@pytest.fixture
def root(workspace: Callable[..., Path]) -> Path:
    return workspace()


def review(root: Path, one: CouncilPaper = PLAIN) -> Review:
    return Review(one, read(str(root)), "lamps")


def questions(root: Path) -> list[str]:
    base = read(str(root)).knowledge()
    return [e.value.text for e in base.questions("lamps") if getattr(e.value, "paper", "") == "st-1500-2025"]


def bytes_of(root: Path) -> dict[str, bytes]:
    found = {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}
    return {name: data for name, data in found.items() if not name.startswith(".briefer")}


def test_corrected_fields_are_what_is_stored(root: Path) -> None:
    one = review(root, paper(subject="L1ghting the coast", date="2025-01-01"))
    one.correct(0, {"subject": "Lighting the northern coast", "date": "10 June 2025", "codes": "LAMP 9"})
    one.take("lamps")
    record = read(str(root)).knowledge().papers["st-1500-2025"]
    assert (record.title, record.date, record.codes) == ("Lighting the northern coast", "2025-06-10", ("LAMP 9",))
    assert {p.as_of for p in one.proposals} == {"2025-06-10"}


def test_a_correction_after_the_taking_in_counts_where_a_reading_alone_would_not(root: Path) -> None:
    one = review(root)
    one.take("lamps")
    one.correct(0, {"subject": "Lighting the northern coast!", "codes": "LAMP 9"})
    taken = one.take("lamps")
    record = read(str(root)).knowledge().papers["st-1500-2025"]
    assert (record.title, record.codes) == ("Lighting the northern coast!", ("LAMP 9",))
    assert [(d.key, d.after) for d in taken.changes[-1].differences] == [
        ("title", "Lighting the northern coast!"), ("codes", "LAMP 9"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value"), [("date", "soon"), ("marking", "Cosmic"), ("marking", "SECRET UE/EU SECRET")]
)
def test_what_a_field_cannot_be_is_refused(root: Path, field: str, value: str) -> None:
    one = review(root)
    with pytest.raises(BrieferError):
        one.correct(0, {field: value})
    assert not one.can_undo


def test_questions_are_reworded_added_and_left_out(root: Path) -> None:
    one = review(root)
    first, second = one.questions
    one.reword(first.key, Worded("1", "Which lamps first?", "Presidency"))
    one.leave_out(second.key)
    one.ask(Worded("3", "And who rings the bell?", "Presidency"))
    one.take("lamps")
    assert questions(root) == ["Which lamps first?", "And who rings the bell?"]
    one.undo()
    assert questions(root) == []
    one.leave_out(second.key)
    one.take("lamps")
    assert questions(root) == ["Which lamps first?", Q2, "And who rings the bell?"]


def test_a_question_that_was_cut_off_is_whole_once_somebody_has_written_its_end(root: Path) -> None:
    one = review(root, paper(questions=asking("Which lamps of", cut_off=True)))
    (first,) = one.questions
    assert first.question.cut_off
    one.reword(first.key, Worded("1", "Which lamps of the coast?", "Presidency"))
    assert not one.paper.questions[0].cut_off


def test_what_was_decided_holds_when_the_paper_is_read_again(root: Path) -> None:
    one = review(root)
    one.take("lamps")
    fact, position = one.proposals
    one.reject(fact)
    one.accept(position)
    again = review(root)
    base = again.fresh()
    assert again.is_in(base) and again.kept.topic == "lamps"
    decided = [again.decided(p, base) for p in again.proposals]
    assert [d.how for d in decided if d] == ["rejected", "accepted"]
    again.reject(fact)
    assert again.decided(fact, base) is None


def test_what_was_accepted_and_has_gone_from_the_base_is_open_again(root: Path) -> None:
    one = review(root)
    one.take("lamps")
    before = (root / "knowledge/topics/lamps.yaml").read_bytes()
    one.accept(one.proposals[0])
    (root / "knowledge/topics/lamps.yaml").write_bytes(before)
    assert one.decided(one.proposals[0], read(str(root)).knowledge()) is None


def test_every_step_is_undone_and_done_again(root: Path) -> None:
    start = bytes_of(root)
    one = review(root)
    one.correct(0, {"subject": "Lamps"})
    one.take("lamps")
    one.accept_all(one.proposals)
    one.reject(one.proposals[0])
    end, kept = bytes_of(root), one.kept
    while one.can_undo:
        one.undo()
    assert bytes_of(root) == start
    assert not list((root / ".briefer").rglob("*.json")), "nothing is kept of a paper of which nothing is said"
    while one.can_redo:
        one.redo()
    assert bytes_of(root) == end and one.kept == kept


def test_undo_overwrites_nothing_that_somebody_wrote_since(root: Path) -> None:
    one = review(root)
    one.take("lamps")
    one.accept(one.proposals[0])
    file = root / "knowledge/topics/lamps.yaml"
    file.write_text(file.read_text("utf-8") + "# mine\n", "utf-8")
    with pytest.raises(BrieferError):
        one.undo()
    assert file.read_text("utf-8").endswith("# mine\n") and one.can_undo


def test_accepting_all_is_one_step_and_all_or_nothing(root: Path) -> None:
    one = review(root)
    one.take("lamps")
    before = bytes_of(root)
    assert one.accept_all(one.proposals) == 2
    one.undo()
    assert bytes_of(root) == before
    broken = [one.proposals[0], replace(one.proposals[1], stance="furious")]
    with pytest.raises(BrieferError):
        one.accept_all(broken)
    assert bytes_of(root) == before


def test_a_merged_proposal_is_decided(root: Path) -> None:
    one = review(root)
    one.take("lamps")
    one.merge(one.proposals[0], "lamps/oil-contract")
    base = one.fresh()
    decided = one.decided(one.proposals[0], base)
    assert decided and (decided.how, decided.entry) == ("merged", "lamps/oil-contract")
    assert "st-1500-2025" in [c.paper for c in base.entries["lamps/oil-contract"].value.cites]  # type: ignore[union-attr]


def test_an_enclosed_papers_proposal_is_sourced_there(root: Path) -> None:
    inner = paper(doc_number="EEAS(2025) 77", questions=())
    cover = paper(doc_number="1600/25", questions=(), paragraphs=(), headings=(), enclosed=(inner,))
    one = review(root, cover)
    one.take("lamps")
    ident = one.accept(one.proposals[0])
    assert one.fresh().entries[ident].value.cites[0].paper == "eeas-2025-77"  # type: ignore[union-attr]
    assert len(corrected.flat(one.paper)) == 2


def test_a_classified_paper_is_refused_before_anything_is_kept(root: Path) -> None:
    with pytest.raises(BrieferError) as refusal:
        review(root, paper(classified="RESTREINT UE/EU RESTRICTED"))
    assert refusal.value.code == "classified" and not (root / ".briefer").exists()


def test_of_a_rejected_proposal_no_word_is_kept(root: Path) -> None:
    one = review(root)
    one.take("lamps")
    one.reject(one.proposals[0])
    (file,) = (root / ".briefer" / "papers").glob("*.json")
    assert "lit lamps" not in file.read_text("utf-8") and Q1 not in file.read_text("utf-8")


def test_a_file_that_somebody_spoilt_is_as_if_it_were_not_there(root: Path) -> None:
    one = review(root)
    one.take("lamps")
    (file,) = (root / ".briefer" / "papers").glob("*.json")
    file.write_text("{[", "utf-8")
    assert not review(root).kept.decided and not review(root).kept.papers


def test_a_topic_far_from_the_paper_does_not_stand_there_unasked(root: Path) -> None:
    from briefer.intake.topics import fits

    base = read(str(root)).knowledge()
    held = base.topics["lamps"]
    near = paper(subject=" ".join((held.title or "", *held.keywords)))
    assert fits("lamps", near, base)
    assert not fits("lamps", paper(doc_number="9/31", subject="Bees", headings=(), questions=()), base)
