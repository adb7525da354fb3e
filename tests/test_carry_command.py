"""``briefer carry`` as a user runs it: what it prints, what it writes, and what it leaves as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from small_workspace import MEETING

from briefer.brief import store
from briefer.brief.carry import CODES

Make = Callable[..., Path]
Run = Callable[..., Any]
NEXT = MEETING.replace("2025-06-12", "2026-11-24").replace("place: Brussels", "place: Strasbourg")


@pytest.fixture
def root(workspace: Make, repository: Path, run: Run) -> Path:
    """The small workspace with the shipped templates, a meeting next year, and the brief of June."""
    shipped = {f"templates/{p.name}": p.read_text("utf-8") for p in (repository / "templates").glob("*.yaml")}
    place = workspace({**shipped, "knowledge/meetings/lwp-2026-11-24.yaml": NEXT})
    made = run("new", "--meeting", "lwp-2025-06-12", "--template", "full-brief", "--name", "june", at=place)
    assert made.code == 0, made
    return place


def change(root: Path, before: str, after: str) -> None:
    path = root / "knowledge/topics/lamps.yaml"
    assert before in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")


def test_carry_writes_the_next_brief_and_tells_what_has_become_of_each_entry(root: Path, run: Run) -> None:
    before = (root / "briefs/june.yaml").read_bytes()
    ran = run("carry", "june", "--meeting", "lwp-2026-11-24", at=root)
    assert ran.code == 0, ran
    path = Path(ran.out.removesuffix("\n"))
    brief = store.read(path)
    assert (brief.brief, brief.carried_from, brief.as_of) == ("lwp-2026-11-24-lamps", "june", "2026-11-24")
    assert (root / "briefs/june.yaml").read_bytes() == before
    assert "3 out of date" in ran.err and "31 January 2026" in ran.err and "disputed" in ran.err


def test_carry_reports_as_json(root: Path, run: Run) -> None:
    change(root, "runs to 31 January 2026.", "runs to 31 January 2027.")
    change(root, "valid_until: 2026-01-31", "valid_until: 2027-01-31")
    ran = run("carry", "june", "--meeting", "lwp-2026-11-24", "--name", "november", "--json", at=root)
    assert (ran.code, ran.err) == (0, "")
    told = ran.json
    assert (told["brief"], told["path"]) == ("november", str(root / "briefs/november.yaml"))
    assert set(told["counts"]) <= {*CODES, "new"} and told["counts"]["changed"]
    one = next(v for v in told["verdicts"] if v["entry"] == "lamps/oil-contract")
    assert (one["verdict"], one["asks"], one["own_words"]) == ("changed", True, False)
    assert one["was"]["valid_until"] == "2026-01-31" and one["now"]["valid_until"] == "2027-01-31"
    assert {"kind": "gone", "text": "2026"} in one["words"] and {"kind": "new", "text": "2027"} in one["words"]
    assert sum(n for code, n in told["counts"].items() if code != "new") == len(told["verdicts"])


def test_carry_never_takes_the_place_of_a_brief(root: Path, run: Run) -> None:
    ran = run("carry", "june", "--meeting", "lwp-2026-11-24", "--name", "june", at=root)
    assert (ran.code, ran.out) == (1, "") and "exists" in ran.err
    assert store.read(root / "briefs/june.yaml").carried_from is None
    names = [run("carry", "june", "--meeting", "lwp-2026-11-24", at=root).out for _ in range(2)]
    assert len(set(names)) == 2


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("june", "--meeting", "lwp-2026-11-25"), 2, "Did you mean lwp-2026-11-24"),
        (("june", "--meeting", "lwp-2025-06-12"), 2, "for this meeting already"),
        (("june", "--meeting", "lwp-2026-11-24", "--as-of", "soon"), 2, "not a date"),
        (("june", "--meeting", "lwp-2026-11-24", "--topic", "lamp"), 2, "Did you mean lamps"),
        (("june", "--meeting", "lwp-2026-11-24", "--name", "a/b"), 2, "cannot be a file's name"),
        (("june", "--name", "x"), 2, "--meeting"),
        (("june", "--take", "frobnicate"), 2, "no verdict, block or entry"),
        (("jun", "--meeting", "lwp-2026-11-24"), 2, "Did you mean june"),
        (("june", "--meeting", "lwp-none"), 2, r"lwp-none.yaml"),
    ],
)
def test_carry_used_wrongly_is_one_plain_line_and_nothing_is_written(
    root: Path, run: Run, arguments: tuple[str, ...], code: int, said: str
) -> None:
    (root / "knowledge/meetings/lwp-none.yaml").write_text("meeting: lwp-none\nbody: LWP\n", "utf-8")
    ran = run("carry", *arguments, at=root)
    assert (ran.code, ran.out) == (code, "") and said in ran.err, ran
    assert ran.err.count("\n") == 1
    assert [p.stem for p in (root / "briefs").glob("*.yaml")] == ["june"]


def test_dates_in_the_wrong_order_are_said_and_the_brief_is_made(root: Path, run: Run) -> None:
    early = MEETING.replace("2025-06-12", "2025-01-15")
    (root / "knowledge/meetings/lwp-2025-01-15.yaml").write_text(early, "utf-8")
    ran = run("carry", "june", "--meeting", "lwp-2025-01-15", at=root)
    assert ran.code == 0 and "is before the one of the last brief, 12 June 2025" in ran.err


def test_a_brief_is_looked_at_as_it_is_and_nothing_is_written(root: Path, run: Run) -> None:
    before = (root / "briefs/june.yaml").read_bytes()
    change(root, "runs to 31 January 2026.", "runs to 31 March 2026.")
    told = run("carry", "june", "--json", at=root).json
    assert told["counts"]["changed"] and not told["written"]
    assert (root / "briefs/june.yaml").read_bytes() == before


def test_what_the_base_has_is_taken_and_what_the_note_has_is_kept(root: Path, run: Run) -> None:
    change(root, "runs to 31 January 2026.", "runs to 31 March 2026.")
    assert run("carry", "june", "--take", "changed", "--keep", "disputed", "--reason", "Both known.", at=root).code == 0
    text = (root / "briefs/june.yaml").read_text("utf-8")
    assert "runs to 31 March 2026." in text and "runs to 31 January 2026." not in text
    told = run("carry", "june", "--json", at=root).json
    assert not [v for v in told["verdicts"] if v["asks"]]
    assert {a.reason for a in store.read(root / "briefs/june.yaml").accepted} == {"Both known."}


def test_words_of_ones_own_are_never_overwritten_by_the_command(root: Path, run: Run) -> None:
    path = root / "briefs/june.yaml"
    path.write_text(
        path.read_text("utf-8").replace("text: The Guild of Keepers asks", "text: The Guild wants", 1), "utf-8"
    )
    change(root, "two years ahead", "three years ahead")
    run("carry", "june", "--take", "all", at=root)
    brief = store.read(path)
    own = [b for s in brief.sections for b in s.blocks if b.text.startswith("The Guild wants")]
    assert own and own[0].pulled is not None and "three years" in own[0].pulled.text


def test_new_entries_are_taken_by_name(root: Path, run: Run) -> None:
    paper = "  - {id: st-9-2026, number: 9/26, title: News, date: 2026-10-01, marking: LIMITE}\n"
    (root / "knowledge/papers.yaml").write_text((root / "knowledge/papers.yaml").read_text("utf-8") + paper, "utf-8")
    fact = "  - {id: cape, text: A lamp stands at the cape., source: {paper: st-9-2026}, as_of: 2026-10-01}\n"
    change(root, "positions:\n", fact + "positions:\n")
    told = run("carry", "june", "--meeting", "lwp-2026-11-24", "--name", "next", "--json", at=root).json
    assert [n["entry"] for n in told["new"]] == ["lamps/cape"]
    told = run("carry", "next", "--take", "new", "--json", at=root).json
    assert told["new"] == [] and "lamps/cape" in [v["entry"] for v in told["verdicts"]]
