"""A paper goes into one's own layer: record and questions word for word, once, in the files' own style, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from paper_made import PLAIN, Q1, Q2, asking, paper

from briefer import files
from briefer.errors import BrieferError, UsageError
from briefer.intake import into
from briefer.papers.model import CouncilPaper
from briefer.workspace import read

LAMPS = "knowledge/topics/lamps.yaml"
PAPERS = "knowledge/papers.yaml"
ACTORS = "knowledge/actors.yaml"


def take(root: Path, one: CouncilPaper, topic: str | None = "lamps", **keys: Any) -> into.Taken:
    place = read(str(root))
    return into.take(one, topic, place, place.knowledge(), **keys)


def listed(root: Path, file: str, key: str) -> list[dict[str, Any]]:
    found = yaml.load((root / file).read_text("utf-8"), yaml.BaseLoader)
    return list(found.get(key, []))


def by_id(root: Path, file: str, key: str, ident: str) -> dict[str, Any]:
    return next(m for m in listed(root, file, key) if m["id"] == ident)


def bytes_of(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def faultless(root: Path) -> bool:
    from briefer.knowledge.check import check

    return not [f for f in check(read(str(root)).knowledge(), "2025-06-10") if f.severity == "error"]


def test_record_and_questions_are_written_word_for_word(workspace: Callable[..., Path]) -> None:
    root = workspace()
    taken = take(root, PLAIN)
    assert by_id(root, PAPERS, "papers", "st-1500-2025") == {
        "id": "st-1500-2025", "number": "1500/25", "title": "Lighting the northern coast", "from": "Polish Presidency",
        "to": "LWP", "date": "2025-06-10", "marking": "LIMITE", "codes": ["LAMP 9", "JAI 12"], "kind": "note",
        "url": "https://data.consilium.europa.eu/doc/document/ST-1500-2025-INIT/en/pdf", "cites": ["st-1234-2025"],
    }  # fmt: skip
    assert by_id(root, LAMPS, "questions", "st-1500-2025-q2") == {
        "id": "st-1500-2025-q2", "paper": "st-1500-2025", "number": "2", "asked_by": "presidency-pl", "wording": "verbatim",
        "text": Q2, "at": "Questions, Q2",
    }  # fmt: skip
    assert by_id(root, ACTORS, "actors", "presidency-pl")["name"] == "Polish Presidency"
    assert taken.papers == ("st-1500-2025",)
    assert taken.questions == ("lamps/st-1500-2025-q1", "lamps/st-1500-2025-q2")
    assert [(c.kind, c.how) for c in taken.changes] == [
        ("paper", "new"), ("actor", "new"), ("question", "new"), ("question", "new"),
    ]  # fmt: skip
    assert faultless(root)


def test_what_stands_in_the_files_stays_byte_for_byte(workspace: Callable[..., Path]) -> None:
    root = workspace()
    before = bytes_of(root)
    take(root, PLAIN)
    after = bytes_of(root)
    for name in (PAPERS, ACTORS, LAMPS):
        assert after[name].startswith(before[name].rstrip(b"\n")), name
    assert {n for n in after if before.get(n) != after[n]} == {PAPERS, ACTORS, LAMPS}


def test_reading_the_same_paper_again_changes_nothing(workspace: Callable[..., Path]) -> None:
    root = workspace()
    take(root, PLAIN)
    before = bytes_of(root)
    again = take(root, PLAIN)
    assert again.nothing_new and again.changes == ()
    assert again.questions == ("lamps/st-1500-2025-q1", "lamps/st-1500-2025-q2")
    assert bytes_of(root) == before


def test_all_of_it_is_undone_in_one_step_and_done_again(workspace: Callable[..., Path]) -> None:
    from briefer.knowledge.write import put_all_back

    root = workspace()
    before = bytes_of(root)
    taken = take(root, PLAIN, "harbour-dues")
    after = bytes_of(root)
    assert len({w.path for w in taken.written}) == len(taken.written) == 3
    redo = taken.takes_back()
    assert bytes_of(root) == before
    put_all_back(redo)
    assert bytes_of(root) == after


def test_undo_leaves_everything_where_one_file_is_somebody_elses_by_now(workspace: Callable[..., Path]) -> None:
    root = workspace()
    taken = take(root, PLAIN)
    (root / PAPERS).write_text((root / PAPERS).read_text("utf-8") + "# Ada\n", "utf-8")
    before = bytes_of(root)
    with pytest.raises(BrieferError, match="Somebody has changed"):
        taken.takes_back()
    assert bytes_of(root) == before


@pytest.mark.parametrize("failing", [1, 2, 3, 4])
def test_where_one_write_fails_nothing_is_different(
    workspace: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    root, count = workspace(), 0
    before, write = bytes_of(root), files.write

    def full(path: Path, data: bytes | str, **keys: Any) -> Any:
        nonlocal count
        count += 1
        if count == failing:
            raise BrieferError("This cannot be written: the disk is full", where=str(path))
        return write(path, data, **keys)

    monkeypatch.setattr(files, "write", full)
    with pytest.raises(BrieferError, match="disk is full"):
        take(root, PLAIN)
    assert bytes_of(root) == before


SHIPPED_GIST = paper(
    doc_number="1234/25", subject="Lamps along the coast", from_="Examplian Presidency", to="LWP", codes=("LAMP 7",),
    questions=asking(Q1, "How can keepers report broken lamps more quickly?", by="Examplian Presidency"), cited=(),
)  # fmt: skip


@pytest.fixture
def layered(workspace: Callable[..., Path]) -> Path:
    """A workspace over a unit's layer that brings the lamps."""
    from small_workspace import ACTORS as actors
    from small_workspace import LAMPS as lamps
    from small_workspace import PAPERS as papers

    papers = papers.replace("kind: note", "kind: note, url: https://example.org/1234")
    unit = {"unit/knowledge/topics/lamps.yaml": lamps, "unit/knowledge/papers.yaml": papers,
            "unit/knowledge/actors.yaml": actors, "briefer.yaml": "layers: [unit, knowledge]\n"}  # fmt: skip
    own = {LAMPS: None, PAPERS: None, ACTORS: None, "knowledge/topics/fog-signals.yaml": None,
           "knowledge/meetings/lwp-2025-06-12.yaml": None}  # fmt: skip
    return workspace({**unit, **own})


def test_a_shipped_gist_is_replaced_by_an_entry_of_its_id_in_ones_own_layer(layered: Path) -> None:
    before = bytes_of(layered)
    taken = take(layered, SHIPPED_GIST)
    base = read(str(layered)).knowledge()
    value = base.entries["lamps/st-1234-2025-q1"].value
    assert (value.text, value.wording, value.tags) == (Q1, "verbatim", ("lamps", "oil"))  # type: ignore[union-attr]
    assert base.origins["entry:lamps/st-1234-2025-q1"].layer == "knowledge"
    assert len(base.questions("lamps")) == 2
    assert taken.questions == ("lamps/st-1234-2025-q1", "lamps/st-1234-2025-q2")
    after = bytes_of(layered)
    assert {n for n in after if after[n] != before.get(n)} == {LAMPS}, "the record said all of it already"


def test_a_question_that_stands_under_another_topic_stays_there_and_serves_both(layered: Path) -> None:
    taken = take(layered, SHIPPED_GIST, "harbour-dues")
    base = read(str(layered)).knowledge()
    assert taken.questions[0] == "lamps/st-1234-2025-q1"
    assert [e.id for e in base.questions("harbour-dues")] == ["lamps/st-1234-2025-q1", "lamps/st-1234-2025-q2"]
    assert base.topics["harbour-dues"].title == "Lamps along the coast"
    assert take(layered, SHIPPED_GIST, "harbour-dues").nothing_new


def test_a_changed_wording_updates_and_says_what_changed(workspace: Callable[..., Path]) -> None:
    root = workspace()
    take(root, PLAIN)
    taken = take(root, paper(questions=asking(Q1.replace("northern", "southern"), Q2)))
    (change,) = taken.changes
    assert (change.kind, change.how, change.id) == ("question", "changed", "lamps/st-1500-2025-q1")
    (differs,) = change.differences
    assert differs == ("text", Q1, Q1.replace("northern", "southern"))
    assert len(listed(root, LAMPS, "questions")) == 4


REVISED = paper(suffix="REV 1", questions=asking(Q1.replace("oil", "electricity"), Q2, "And then?"))


def test_a_revision_updates_the_questions_and_its_record_points_to_the_paper_it_revises(
    workspace: Callable[..., Path],
) -> None:
    root = workspace()
    take(root, PLAIN)
    taken = take(root, REVISED)
    record = by_id(root, PAPERS, "papers", "st-1500-2025-rev-1")
    assert record["number"] == "1500/25 REV 1"
    assert record["note"] == "Revises 1500/25 (st-1500-2025)."
    assert record["url"].endswith("ST-1500-2025-REV-1/en/pdf")
    questions = [q for q in listed(root, LAMPS, "questions") if q["asked_by"] == "presidency-pl"]
    assert [(q["id"], q["paper"]) for q in questions] == [
        ("st-1500-2025-q1", "st-1500-2025-rev-1"), ("st-1500-2025-q2", "st-1500-2025-rev-1"),
        ("st-1500-2025-rev-1-q3", "st-1500-2025-rev-1"),
    ]  # fmt: skip
    assert "electricity" in questions[0]["text"]
    assert {c.id: c.how for c in taken.changes if c.kind == "question"} == {
        "lamps/st-1500-2025-q1": "changed", "lamps/st-1500-2025-q2": "changed", "lamps/st-1500-2025-rev-1-q3": "new",
    }  # fmt: skip
    assert take(root, REVISED).nothing_new
    assert faultless(root)


def test_the_first_version_read_after_its_revision_does_not_take_its_words_back(workspace: Callable[..., Path]) -> None:
    root = workspace()
    take(root, REVISED)
    taken = take(root, PLAIN)
    left = [c for c in taken.changes if c.how == "left"]
    assert [c.id for c in left] == ["lamps/st-1500-2025-rev-1-q1"] and "1500/25 REV 1" in left[0].why
    assert "electricity" in by_id(root, LAMPS, "questions", "st-1500-2025-rev-1-q1")["text"]
    assert len([q for q in listed(root, LAMPS, "questions") if q["asked_by"] == "presidency-pl"]) == 3


def test_an_addendum_is_a_paper_of_its_own(workspace: Callable[..., Path]) -> None:
    root = workspace()
    take(root, PLAIN)
    take(root, paper(suffix="ADD 1", questions=asking("What of the wicks?")))
    assert by_id(root, LAMPS, "questions", "st-1500-2025-q1")["text"] == Q1
    assert by_id(root, LAMPS, "questions", "st-1500-2025-add-1-q1")["text"] == "What of the wicks?"
    assert "note" not in by_id(root, PAPERS, "papers", "st-1500-2025-add-1")


def test_a_cover_and_the_paper_in_it_give_both(workspace: Callable[..., Path]) -> None:
    root = workspace()
    inner = paper(doc_number="EEAS(2025) 77", date="2025-05-02", from_="EEAS", doc_type="Working document",
                  subject="Concept for lamps", marking="Limited", questions=asking("Is the concept sound?", by=None))  # fmt: skip
    taken = take(root, paper(doc_type="COVER NOTE", questions=(), enclosed=(inner,)))
    assert taken.papers == ("st-1500-2025", "eeas-2025-77")
    assert (taken.paper_of(None), taken.paper_of(0)) == taken.papers
    cover, own = (by_id(root, PAPERS, "papers", i) for i in taken.papers)
    assert (cover["kind"], cover["encloses"]) == ("cover-note", ["eeas-2025-77"])
    assert (own["marking"], own["date"], own["title"]) == ("LIMITE", "2025-05-02", "Concept for lamps")
    (question,) = [q for q in listed(root, LAMPS, "questions") if q["paper"] == "eeas-2025-77"]
    assert question["asked_by"] == "eeas" and by_id(root, ACTORS, "actors", "eeas")["kind"] == "institution"
    assert faultless(root)
    assert take(root, paper(doc_type="COVER NOTE", questions=(), enclosed=(inner,))).nothing_new


def test_two_lists_of_questions_do_not_get_in_each_others_way(workspace: Callable[..., Path]) -> None:
    root = workspace()
    both = (*asking("Which lamps?", set="Presidency"), *asking("Which horns?", by="ICMPD", set="ICMPD"))
    taken = take(root, paper(questions=both))
    assert taken.questions == ("lamps/st-1500-2025-presidency-q1", "lamps/st-1500-2025-icmpd-q1")
    assert by_id(root, LAMPS, "questions", "st-1500-2025-icmpd-q1")["set"] == "icmpd"
    assert take(root, paper(questions=both)).nothing_new
    changed = (*asking("Which lamps?", set="Presidency"), *asking("Which horns first?", by="ICMPD", set="ICMPD"))
    assert [c.id for c in take(root, paper(questions=changed)).changes] == ["lamps/st-1500-2025-icmpd-q1"]


def test_a_question_that_was_cut_off_is_marked_until_its_end_is_read(workspace: Callable[..., Path]) -> None:
    root = workspace()
    take(root, paper(questions=asking("Which lamps of the", cut_off=True)))
    assert "missing" in by_id(root, LAMPS, "questions", "st-1500-2025-q1")["note"]
    take(root, paper(questions=asking("Which lamps of the coast?")))
    assert "note" not in by_id(root, LAMPS, "questions", "st-1500-2025-q1")


def test_a_record_keeps_what_a_person_wrote_and_gains_what_it_lacked(workspace: Callable[..., Path]) -> None:
    root = workspace()
    own = paper(doc_number="1234/25", subject="Lamps along the Coast", from_="Presidency", codes=("LAMP 7", "JAI 1"),
                questions=(), cited=())  # fmt: skip
    taken = take(root, own)
    record = by_id(root, PAPERS, "papers", "st-1234-2025")
    assert (record["title"], record["from"]) == ("Lamps along the coast", "Polish Presidency")
    assert record["codes"] == ["LAMP 7", "JAI 1"] and record["cites"] == ["keepers-2024-count"]
    assert {d.key for d in taken.changes[0].differences} == {"from", "codes", "url"}


def test_a_record_of_this_number_under_another_id_is_the_same_paper(workspace: Callable[..., Path]) -> None:
    from small_workspace import PAPERS as papers

    root = workspace({PAPERS: papers + "  - {id: coast-note, number: 1500/25, title: Lighting the northern coast}\n"})
    assert take(root, PLAIN).papers == ("coast-note",)
    assert [p["id"] for p in listed(root, PAPERS, "papers") if p.get("number") == "1500/25"] == ["coast-note"]


def test_a_marking_only_rises(workspace: Callable[..., Path]) -> None:
    root = workspace()
    take(root, paper(marking="PUBLIC", questions=()))
    take(root, paper(marking="LIMITE", questions=()))
    assert by_id(root, PAPERS, "papers", "st-1500-2025")["marking"] == "LIMITE"
    assert take(root, paper(marking="PUBLIC", questions=())).nothing_new
    assert take(root, paper(marking=None, questions=())).nothing_new


def test_without_a_topic_the_likeliest_are_named(workspace: Callable[..., Path]) -> None:
    root = workspace()
    before = bytes_of(root)
    with pytest.raises(UsageError, match=r"--topic, perhaps lamps"):
        take(root, PLAIN, None)
    assert bytes_of(root) == before


def test_a_topic_that_is_not_there_is_made_with_the_papers_subject(workspace: Callable[..., Path]) -> None:
    root = workspace()
    taken = take(root, PLAIN, "lampes")
    found = yaml.safe_load((root / "knowledge/topics/lampes.yaml").read_text("utf-8"))
    assert (found["topic"], found["title"], found["bodies"]) == ("lampes", "Lighting the northern coast", ["LWP"])
    assert taken.near == ("lamps",)
    assert take(root, PLAIN, "Coastal lamps").topic == "lamps", "a title names a topic too"


@pytest.mark.parametrize("inner", [False, True])
def test_a_classified_paper_is_refused_and_nothing_of_it_kept(
    workspace: Callable[..., Path], inner: bool, tmp_path: Path
) -> None:
    root = workspace()
    secret = paper(marking="RESTREINT UE/EU RESTRICTED", subject="A secret subject")
    before = bytes_of(tmp_path)
    with pytest.raises(BrieferError, match="RESTREINT UE/EU RESTRICTED") as refusal:
        take(root, paper(enclosed=(secret,)) if inner else secret)
    assert refusal.value.code == "classified" and "secret subject" not in str(refusal.value)
    assert bytes_of(tmp_path) == before


def test_a_marking_that_is_not_in_use_stores_nothing(workspace: Callable[..., Path]) -> None:
    root = workspace()
    before = bytes_of(root)
    with pytest.raises(BrieferError, match="not a marking in use"):
        take(root, paper(marking="SENSITIVE"))
    assert bytes_of(root) == before


def test_a_paper_without_number_or_subject_goes_by_its_first_heading_or_file(workspace: Callable[..., Path]) -> None:
    root = workspace()
    bare = CouncilPaper(questions=asking("What now?", by=None))
    taken = take(root, bare, name="Notes from the coast")
    assert taken.papers == ("notes-from-the-coast",)
    (question,) = [q for q in listed(root, LAMPS, "questions") if q["paper"] == "notes-from-the-coast"]
    assert question["asked_by"] == "not-named"
    assert take(root, bare, name="Notes from the coast").nothing_new


def test_long_questions_are_folded_as_the_base_folds_them(workspace: Callable[..., Path]) -> None:
    root = workspace()
    long = "Which lamps: the old ones, or 'new' ones # of the coast, " * 5 + "should be lit?"
    take(root, paper(subject="Lighting " * 30, questions=asking(long)))
    for file in (LAMPS, PAPERS):
        assert max(len(line) for line in (root / file).read_text("utf-8").splitlines()) <= 120
    assert by_id(root, LAMPS, "questions", "st-1500-2025-q1")["text"] == long
    assert take(root, paper(subject="Lighting " * 30, questions=asking(long))).nothing_new


def test_odd_signs_of_a_file_do_no_harm(workspace: Callable[..., Path]) -> None:
    root = workspace()
    odd = paper(subject="\x00Lamps\x1b[31m \ud800: # 'x'\n- y", codes=("", "A\x07 1"), from_="\t ", to="{a: [b",
                questions=(*asking("", "…", "What\x00 now,\r\n then: # and\ud800 'so' ?"),))  # fmt: skip
    taken = take(root, odd)
    assert len(taken.questions) == 1 and faultless(root)
    text = by_id(root, LAMPS, "questions", "st-1500-2025-q3")["text"]
    assert text == "What now, then: # and 'so' ?"
    assert take(root, odd).nothing_new


def test_files_with_windows_line_ends_keep_them(workspace: Callable[..., Path]) -> None:
    from small_workspace import LAMPS as lamps

    root = workspace({LAMPS: lamps.replace("\n", "\r\n").encode()})
    take(root, PLAIN)
    raw = (root / LAMPS).read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_a_broken_file_of_ones_own_stops_all_of_it(workspace: Callable[..., Path]) -> None:
    root = workspace({LAMPS: "topic: lamps\ntitle: Coastal lamps\nfacts: [\n"})
    before = bytes_of(root)
    with pytest.raises(BrieferError):
        take(root, PLAIN)
    assert bytes_of(root) == before
