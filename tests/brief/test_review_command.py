"""``briefer check BRIEF``: the review from the command line, with real files; remarks accepted there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefer.brief import store

Workspace = Callable[..., Path]
Run = Callable[..., Any]

TALK = """\
brief: talk
format: 1
title: Talk
as_of: 2025-06-12
marking: LIMITE
sections:
  - id: part
    role: free
    title: Part
    blocks:
      - id: aaaaa2
        role: fact
        text: In October 2024 the Examplian coast had 14 lit lamps.
        entry: lamps/lamps-counted-twice
        pulled:
          text: In October 2024 the Examplian coast had 14 lit lamps.
          as_of: 2024-10
          disputed: ["In October 2024 the Examplian coast had 12 lit lamps (Council 1234/25, Lamps, para. 1)."]
        sources:
          - {paper: keepers-2024-count, issuer: Guild of Keepers, title: The keepers' count, date: 2024-10, marking: PUBLIC}
      - id: bbbbb2
        role: text
        text: The GLK lit them, with the Guild of Kepeers.
      - id: ccccc2
        role: prompt
        text: What do we want?
"""


@pytest.fixture
def root(workspace: Workspace) -> Path:
    settings = "layers: [knowledge]\nreview_after: 6 months\ndrafter: A. N. Other\n"
    return workspace({"briefs/talk.yaml": TALK, "briefer.yaml": settings})


def codes(run: Run, root: Path, *more: str) -> list[str]:
    return [f["code"] for f in run("check", "talk", "--json", *more, at=root).json]


def test_all_remarks_are_listed_at_their_blocks(run: Run, root: Path) -> None:
    found = run("check", "talk", "--json", at=root).json
    assert [(f["code"], f["line"]) for f in found] == [
        ("disputed", 11), ("old", 11), ("weak-source", 11), ("unexplained", 21), ("name", 21), ("unfilled", 24),
    ]  # fmt: skip
    assert {f["severity"] for f in found} == {"warning"}
    assert all(set(f) == {"file", "line", "column", "severity", "code", "message"} for f in found)
    assert "Lamps" not in found[3]["message"] and "Guild of Keepers" in found[4]["message"]


def test_without_its_base_a_brief_elsewhere_is_judged_by_what_it_holds(run: Run, root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "talk.yaml"
    elsewhere.write_text(TALK, "utf-8")
    found = [f["code"] for f in run("check", elsewhere, "--json", at=root).json]
    assert "name" not in found and "withdrawn" not in found and "disputed" in found


def test_a_remark_is_accepted_kept_shown_and_taken_back(run: Run, root: Path) -> None:
    done = run("check", "talk", "--accept", "disputed@aaaaa2", "--accept", "old", "--reason", "Both are said.", at=root)
    assert done.code == 0 and done.out.count("accepted: briefs/talk.yaml, line") == 2
    assert "Reason: Both are said. (A. N. Other, " in done.out
    kept = store.read(root / "briefs" / "talk.yaml").accepted
    assert [(a.code, a.row, a.reason, a.by) for a in kept] == [
        ("disputed", "aaaaa2", "Both are said.", "A. N. Other"), ("old", "aaaaa2", "Both are said.", "A. N. Other"),
    ]  # fmt: skip
    assert codes(run, root) == ["weak-source", "unexplained", "name", "unfilled"]
    every = run("check", "talk", "--all", "--json", at=root).json
    assert [(f["code"], (f["accepted"] or {}).get("reason")) for f in every][-2:] == [
        ("disputed", "Both are said."), ("old", "Both are said."),
    ]  # fmt: skip
    assert all(f["accepted"] is None for f in every[:-2])
    assert "Reason: Both are said." in run("check", "talk", "--all", at=root).out

    back = run("check", "talk", "--unaccept", "old", "--json", at=root)
    assert [f["code"] for f in back.json] == ["old"] and "old" in codes(run, root)


def test_what_counts_for_the_whole_note_is_taken_back_where_it_was_accepted(run: Run, root: Path) -> None:
    assert run("check", "talk", "--accept", "unexplained@bbbbb2", "--reason", "All know it.", at=root).code == 0
    assert "unexplained" not in codes(run, root)
    assert run("check", "talk", "--unaccept", "unexplained@bbbbb2", at=root).code == 0
    assert "unexplained" in codes(run, root)


def test_an_accepted_remark_no_longer_fails_a_strict_check(run: Run, root: Path) -> None:
    path = root / "briefs" / "talk.yaml"
    path.write_text(TALK[: TALK.index("      - id: bbbbb2")], "utf-8")
    assert run("check", "talk", "--strict", at=root).code == 1
    options = [o for code in ("disputed", "old", "weak-source") for o in ("--accept", code)]
    assert run("check", "talk", *options, "--reason", "Known and said.", at=root).code == 0
    assert run("check", "talk", "--strict", at=root).code == 0
    assert run("check", "talk", "--strict", "--all", at=root).code == 0


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--accept", "disputed"), 2, "with a reason"),
        (("--accept", "disputd", "--reason", "x"), 2, "mean disputed"),
        (("--accept", "disputed@bbbbb2", "--reason", "x"), 2, "disputed@aaaaa2"),
        (("--accept", "unfilled", "--reason", "x"), 1, "final note"),
        (("--unaccept", "old"), 2, "Nothing is accepted"),
        (("--max-marking", "SECRET SAUCE"), 2, "no marking"),
    ],
)
def test_what_cannot_be_accepted_is_said_and_nothing_is_written(
    run: Run, root: Path, options: tuple[str, ...], code: int, said: str
) -> None:
    done = run("check", "talk", *options, at=root)
    assert (done.code, done.out) == (code, "") and said in done.err
    assert (root / "briefs" / "talk.yaml").read_text("utf-8") == TALK


def test_one_brief_at_a_time_is_accepted_on(run: Run, root: Path) -> None:
    done = run("check", "--accept", "old", "--reason", "x", at=root)
    assert done.code == 2 and "briefer check BRIEF --accept" in done.err


def test_day_and_ceiling_can_be_given(run: Run, root: Path) -> None:
    assert "old" not in codes(run, root, "--as-of", "2025-01-02")
    assert "above-ceiling" in codes(run, root, "--max-marking", "public")
    assert "above-ceiling" not in codes(run, root, "--max-marking", "LIMITE")


def test_old_entries_of_the_base_are_looked_at_too(run: Run, root: Path) -> None:
    found = [f for f in run("check", "--json", "--as-of", "2025-06-12", at=root).json if f["code"] == "old"]
    assert {f["message"].split()[0] for f in found} == {
        "lamps/lamps-lit", "lamps/lamps-counted-twice", "lamps/keepers-more-oil", "fog-signals/horns-installed",
    }  # fmt: skip
    assert all(f["severity"] == "warning" and f["line"] > 1 for f in found)


def test_a_length_of_time_that_is_none_is_a_fault_of_the_settings(run: Run, root: Path) -> None:
    (root / "briefer.yaml").write_text("layers: [knowledge]\nreview_after: a while\n", "utf-8")
    (found,) = [f for f in run("check", "--json", at=root).json if f["severity"] == "error"]
    assert (found["file"], found["line"], found["code"]) == ("briefer.yaml", 2, "review-after")
    assert "12 months" in found["message"]
