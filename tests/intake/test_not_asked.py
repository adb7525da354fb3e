"""Questions of the base that a paper does not ask any more: told apart from those that moved, kept until somebody says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from paper_made import PLAIN, Q1, Q2, asking, paper

from briefer.errors import BrieferError
from briefer.intake import into, summary
from briefer.intake.review import Review
from briefer.knowledge import splice, write
from briefer.papers.model import CouncilPaper
from briefer.workspace import read

LAMPS = "knowledge/topics/lamps.yaml"
OIL, WICKS, FOG = "What should the oil cost?", "Who trims the wicks of an evening?", "Which horns are heard in fog?"
FIRST = paper(questions=asking(Q1, OIL, WICKS))
REVISED = paper(suffix="REV 1", questions=asking(Q1.replace("oil", "gas"), WICKS, FOG))


def take(root: Path, one: CouncilPaper, **keys: Any) -> into.Taken:
    place = read(str(root))
    return into.take(one, "lamps", place, place.knowledge(), **keys)


def asked(root: Path) -> dict[str, tuple[str, str, str]]:
    found = yaml.load((root / LAMPS).read_text("utf-8"), yaml.BaseLoader).get("questions", [])
    return {q["id"]: (q["paper"], q["number"], q["text"]) for q in found if q["asked_by"] == "presidency-pl"}


@pytest.fixture
def root(workspace: Callable[..., Path]) -> Path:
    return workspace()


def test_one_that_moved_up_keeps_its_id_and_the_one_dropped_is_told(root: Path) -> None:
    take(root, FIRST)
    taken = take(root, REVISED)
    assert asked(root) == {
        "st-1500-2025-q1": ("st-1500-2025-rev-1", "1", Q1.replace("oil", "gas")),
        "st-1500-2025-q2": ("st-1500-2025", "2", OIL),
        "st-1500-2025-q3": ("st-1500-2025-rev-1", "2", WICKS),
        "st-1500-2025-rev-1-q3": ("st-1500-2025-rev-1", "3", FOG),
    }
    assert taken.gone == ("lamps/st-1500-2025-q2",)
    told = "\n".join(summary.of_taken(taken, str))
    assert f"“{OIL}” – 1500/25 REV 1 does not ask it; it stays in your knowledge until you take it out" in told
    assert json.loads(json.dumps(summary.as_json(taken, str)))["gone"] == ["lamps/st-1500-2025-q2"]


def test_another_question_under_the_same_number_does_not_take_the_place_of_the_first(root: Path) -> None:
    take(root, FIRST)
    taken = take(root, paper(suffix="REV 1", questions=asking(Q1, OIL, FOG)))
    assert asked(root)["st-1500-2025-q3"][2] == WICKS and asked(root)["st-1500-2025-rev-1-q3"][2] == FOG
    assert taken.gone == ("lamps/st-1500-2025-q3",)


def test_the_first_version_read_late_brings_nothing_back(root: Path) -> None:
    take(root, REVISED)
    before = (root / LAMPS).read_bytes()
    taken = take(root, FIRST)
    assert (root / LAMPS).read_bytes() == before and not taken.gone
    assert [(c.shown, c.why) for c in taken.changes if c.how == "left" and not c.id] == [
        (OIL, "1500/25 REV 1, which is later, does not ask it")
    ]


def test_it_is_told_again_until_somebody_lets_it_stay(root: Path, run: Callable[..., Any]) -> None:
    take(root, FIRST)
    one = Review(REVISED, read(str(root)), "lamps")
    one.take("lamps")
    assert Review(REVISED, read(str(root)), "lamps").take("lamps").gone == ("lamps/st-1500-2025-q2",)
    assert one.let_stay("lamps/st-1500-2025-q2")
    again = Review(REVISED, read(str(root)), "lamps")
    assert again.gone(again.fresh()) == () and again.take("lamps").gone == ()
    assert "st-1500-2025-q2" in asked(root)
    one.undo()
    assert [e.id for e in one.gone(one.fresh())] == ["lamps/st-1500-2025-q2"]


def test_it_is_taken_out_in_one_step_and_comes_back(root: Path) -> None:
    take(root, FIRST)
    one = Review(REVISED, read(str(root)), "lamps")
    one.take("lamps")
    before = (root / LAMPS).read_bytes()
    one.take_out("lamps/st-1500-2025-q2")
    assert "st-1500-2025-q2" not in asked(root) and len(asked(root)) == 3
    assert set((root / LAMPS).read_bytes().splitlines()) <= set(before.splitlines())
    assert one.gone(one.fresh()) == ()
    one.undo()
    assert (root / LAMPS).read_bytes() == before


def test_what_a_lower_layer_has_cannot_be_taken_out(workspace: Callable[..., Path]) -> None:
    from small_workspace import ACTORS, PAPERS
    from small_workspace import LAMPS as lamps

    unit = {"unit/knowledge/topics/lamps.yaml": lamps, "unit/knowledge/papers.yaml": PAPERS,
            "unit/knowledge/actors.yaml": ACTORS, "briefer.yaml": "layers: [unit, knowledge]\n"}  # fmt: skip
    own = {LAMPS: None, "knowledge/papers.yaml": None, "knowledge/actors.yaml": None,
           "knowledge/topics/fog-signals.yaml": None, "knowledge/meetings/lwp-2025-06-12.yaml": None}  # fmt: skip
    root = workspace({**unit, **own})
    one = Review(paper(doc_number="1234/25", suffix="REV 1", questions=asking(FOG)), read(str(root)), "lamps")
    one.take("lamps")
    (entry, *_) = one.gone(one.fresh())
    with pytest.raises(BrieferError, match="Only what is in your own files can be taken out, and this is in unit"):
        one.take_out(entry.id)


def test_a_question_of_a_paper_that_is_only_read_again_in_part_is_told_too(root: Path) -> None:
    take(root, PLAIN)
    taken = take(root, paper(questions=asking(Q1)))
    assert taken.nothing_new and taken.gone == ("lamps/st-1500-2025-q2",)
    assert asked(root)["st-1500-2025-q2"][2] == Q2


FILE = """\
# whose lamps
topic: lamps
questions:   # asked so far
  - id: one   # the first
    paper: p
    number: 1
    asked_by: a
    text: One?

  # about the second
  - {id: two, paper: p, number: 2, asked_by: a, text: "Two?"}
  - id: three
    paper: q
    number: 3
    asked_by: b
    text: >-
      Three, and
      more?
facts: []
"""


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_only_the_entrys_own_lines_go(tmp_path: Path, number: int, ending: str) -> None:
    from briefer import yamlfile
    from briefer.knowledge.entries import Topic

    path = tmp_path / "lamps.yaml"
    path.write_bytes(FILE.replace("\n", ending).encode())
    was = yamlfile.load(FILE, "x", Topic).value.questions
    done = write.remove_member(path, was[number])
    left = path.read_bytes().decode()
    now = yamlfile.load(left, "x", Topic).value.questions
    assert now == was[:number] + was[number + 1 :]
    kept = [line for line in FILE.split("\n") if line in left.split(ending)]
    assert kept == left.split(ending) and "# whose lamps" in left and "# about the second" in left
    write.put_back(done)
    assert path.read_bytes() == FILE.replace("\n", ending).encode()


def test_the_last_entry_takes_its_list_with_it_and_a_file_of_its_own_goes(tmp_path: Path) -> None:
    from briefer import yamlfile
    from briefer.knowledge.entries import Topic

    path = tmp_path / "one.yaml"
    text = "topic: lamps\nquestions:\n  - {id: one, paper: p, number: 1, asked_by: a, text: One?}\n"
    path.write_text(text.replace("questions", "title: Lamps\nquestions"), "utf-8")
    (was,) = yamlfile.load(text, "x", Topic).value.questions
    write.remove_member(path, was)
    assert path.read_text("utf-8") == "topic: lamps\ntitle: Lamps\n"
    path.write_text(text, "utf-8")
    done = write.remove_member(path, was)
    assert not path.exists()
    write.put_back(done)
    assert path.read_text("utf-8") == text


def test_a_list_in_brackets_loses_only_its_member() -> None:
    from briefer import yamlfile

    text = "topic: t\nquestions: [{id: a, n: 1}, {id: b, n: 2}, {id: c, n: 3}]\n"
    for place, left in enumerate(
        ("{id: b, n: 2}, {id: c, n: 3}", "{id: a, n: 1}, {id: c, n: 3}", "{id: a, n: 1}, {id: b, n: 2}")
    ):
        assert (
            splice.without_member(text, yamlfile.compose(text, "x"), "questions", place)
            == f"topic: t\nquestions: [{left}]\n"
        )


def test_one_that_was_cut_off_is_the_whole_one_of_the_revision(root: Path) -> None:
    take(root, paper(questions=asking("Which lamps of the", cut_off=True)))
    taken = take(root, paper(suffix="REV 1", questions=asking(Q1)))
    assert asked(root) == {"st-1500-2025-q1": ("st-1500-2025-rev-1", "1", Q1)} and not taken.gone
