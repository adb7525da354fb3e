"""A layer on a drive that goes away: what it said stays in use, it is named, and it is taken up again."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefer import adding, reach, yamlfile
from briefer.errors import BrieferError
from briefer.knowledge.load import Memory
from briefer.tui.loading import Reader
from briefer.tui.watching import signature
from briefer.workspace import read

UNIT = {
    "briefer.yaml": "layers: [../unit, knowledge]\n",
    "../unit/topics/fog-signals.yaml": "topic: fog-signals\nfacts:\n"
    "  - {id: bells, text: Nine bells hang along the coast., source: {paper: st-1234-2025}, as_of: 2025}\n",
    "../unit/templates/unit.yaml": "template: unit\ntitle: The unit's own\nsummary: Short.\n"
    "sections: [{id: s, role: free, title: S, blocks: [{role: text, text: Words.}]}]\n",
}


def away(base: object) -> list[str]:
    return [f.message for f in base.faults if f.code == "missing-folder"]  # type: ignore[attr-defined]


@pytest.fixture
def hangs(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A drive that does not answer until the event is set."""
    answers = threading.Event()
    real = yamlfile.read_text

    def slow(path: Path, name: str) -> str:
        if "unit" in path.parts:
            answers.wait(30)
        return real(path, name)

    monkeypatch.setattr(yamlfile, "read_text", slow)
    monkeypatch.setattr(reach, "PATIENCE", 0.1)
    yield answers
    answers.set()


def test_what_a_layer_said_stays_in_use_until_it_is_back(workspace: Callable[..., Path]) -> None:
    root = workspace(UNIT)
    reader, unit = Reader(), root.parent / "unit"
    before = reader(str(root))
    assert "fog-signals/bells" in before.base.entries and "unit" in before.templates.files
    unit.rename(root.parent / "gone")
    during = reader(str(root))
    assert during.base.entries == before.base.entries and "unit" in during.templates.files
    (said,) = away(during.base)
    assert "“unit” cannot be reached" in said and "stays in use" in said
    assert during.base.origins["entry:fog-signals/bells"].called == "unit"
    assert "unit" not in during.writable and "your own" in during.writable
    (root.parent / "gone").rename(unit)
    (unit / "topics/fog-signals.yaml").write_text(
        UNIT["../unit/topics/fog-signals.yaml"].replace("Nine bells", "Ten bells"), "utf-8"
    )
    after = reader(str(root))
    assert away(after.base) == [] and after.base.entry("fog-signals/bells").value.text.startswith("Ten")


def test_a_mount_point_that_is_empty_counts_as_away(workspace: Callable[..., Path]) -> None:
    root = workspace(UNIT)
    reader = Reader()
    reader(str(root))
    shutil.rmtree(root.parent / "unit")
    (root.parent / "unit").mkdir()
    during = reader(str(root))
    assert "fog-signals/bells" in during.base.entries and "nothing is left" in away(during.base)[0]


def test_at_the_start_without_it_the_rest_is_usable_and_one_plain_sentence_says_so(workspace, run) -> None:
    root = workspace({"briefer.yaml": "layers: [../unit, knowledge]\n"})
    ran = run("topics", "--json", at=root)
    assert ran.code == 0 and len(ran.json) == 2
    assert "“unit” cannot be reached" in ran.err and "All else can be used" in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_a_brief_that_cites_a_layer_that_is_gone_still_exports(workspace, run, tmp_path) -> None:
    root = workspace({**UNIT, "briefer.yaml": "layers: [shipped, ../unit, knowledge]\n"})
    assert run("new", "--topic", "fog-signals", "--name", "mine", at=root).code == 0
    shutil.rmtree(root.parent / "unit")
    for to in ("docx", "md"):
        ran = run("export", "mine", "-o", tmp_path / f"out.{to}", at=root)
        assert ran.code == 0, ran.err
    assert "Nine bells" in (tmp_path / "out.md").read_text("utf-8")


def test_a_drive_that_hangs_holds_nobody_up_and_is_taken_up_when_it_answers(
    workspace: Callable[..., Path], hangs: threading.Event
) -> None:
    root = workspace(UNIT)
    hangs.set()
    memory = Memory()
    place = read(str(root))
    assert "fog-signals/bells" in place.knowledge(memory).entries
    hangs.clear()
    base = place.knowledge(memory)
    assert "does not answer" in away(base)[0] and "fog-signals/bells" in base.entries
    assert base.entry("lamps/lamps-lit"), "one's own is read"
    assert not [s for s in signature(place) if "unit" in s[0]], "nobody else is sent after it"
    hangs.set()
    for _ in range(200):
        if not away(base):
            break
        threading.Event().wait(0.02)
        base = place.knowledge(memory)
    assert away(base) == []
    assert [s for s in signature(place) if "unit" in s[0]]


def test_a_slow_drive_that_goes_on_answering_is_waited_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(reach, "PATIENCE", 0.2)

    def work(tick: Callable[[], None]) -> str:
        for _ in range(8):
            threading.Event().wait(0.05)
            tick()
        return "done"

    assert reach.within(tmp_path, work) == "done"


def test_writing_to_a_layer_that_is_away_says_so_and_makes_nothing(workspace, run) -> None:
    root = workspace(UNIT)
    unit = root.parent / "unit"
    unit.rename(root.parent / "gone")
    given = ("--topic", "lamps", "--paper", "st-1234-2025", "--text", "A new statement.")
    ran = run("add", "fact", *given, "--layer", "unit", at=root)
    assert ran.code == 1 and "cannot be reached now, so nothing is written" in ran.err
    assert not unit.exists()
    with pytest.raises(BrieferError, match="cannot be reached") as refused:
        adding.add("paper", {"title": "A paper"}, read(str(root)), layer="unit")
    assert refused.value.code == "away"
