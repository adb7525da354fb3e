"""Two people change and add different entries of one topic, each in their own clone: git joins it without conflict."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from small_workspace import LAMPS, PAPERS

from briefer import adding
from briefer.workspace import read

SETTINGS = "layers: [shared, knowledge]\n"
SHARED = {
    "shared/papers.yaml": PAPERS,
    "shared/actors.yaml": "# Who is who.\nactors:\n  - {id: presidency-ex, name: Examplian Presidency, kind: presidency}\n"
    "  - {id: keepers, name: Guild of Keepers, kind: organisation}\n",
    "shared/topics/lamps.yaml": LAMPS.replace("  - id: oil-contract", "  # Kept by the unit.\n  - id: oil-contract"),
}


def git(at: Path, *words: str) -> subprocess.CompletedProcess[str]:
    person = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    nobodys = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return subprocess.run(
        ["git", "-C", str(at), *words], env={**os.environ, **person, **nobodys}, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip


@pytest.fixture
def shared(workspace: Callable[..., Path]) -> Path:
    """A workspace whose layer ``shared`` is in a git repository."""
    assert shutil.which("git"), "git is needed to prove that what two people write merges"
    gone = dict.fromkeys(("knowledge/papers.yaml", "knowledge/actors.yaml", "knowledge/topics/lamps.yaml",
                          "knowledge/topics/fog-signals.yaml", "knowledge/meetings/lwp-2025-06-12.yaml"))  # fmt: skip
    root = workspace({"briefer.yaml": SETTINGS, **gone, **SHARED})
    layer = root / "shared"
    for words in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-qm", "The base")):
        assert git(layer, *words).returncode == 0
    return root


def change(name: str, text: str) -> Callable[[Path], object]:
    def do(root: Path) -> object:
        place = read(str(root))
        kind = "question" if "-q" in name else "fact"
        return adding.change(kind, f"lamps/{name}", {"text": text}, place, place.knowledge(), layer="shared")

    return do


def lengthen(name: str) -> Callable[[Path], object]:
    """A key more, which is put at the entry's end."""

    def do(root: Path) -> object:
        place = read(str(root))
        return adding.change("fact", f"lamps/{name}", {"note": "Looked at."}, place, place.knowledge(), layer="shared")

    return do


def add(text: str) -> Callable[[Path], object]:
    def do(root: Path) -> object:
        given = {"topic": "lamps", "paper": "st-1234-2025", "at": "Lamps, para. 1", "text": text}
        return adding.add("fact", given, read(str(root)), layer="shared")

    return do


def add_paper(number: str) -> Callable[[Path], object]:
    def do(root: Path) -> object:
        return adding.add("paper", {"number": number, "title": f"On {number}"}, read(str(root)), layer="shared")

    return do


WORK: dict[str, Callable[[Path], object]] = {
    "change-first": change("lamps-lit", "In October 2024 thirteen lamps were lit."),
    "change-next": change("oil-contract", "The oil contract runs on, says one."),
    "lengthen-first": lengthen("lamps-lit"),
    "lengthen-last": lengthen("lamps-counted-twice"),
    "change-question": change("st-1234-2025-q1", "Which lamps first?"),
    "add-one": add("A first new statement on lamps."),
    "add-two": add("Another new statement, on wicks."),
    "add-paper-one": add_paper("7700/25"),
    "add-paper-two": add_paper("7800/25"),
}


@pytest.mark.parametrize(("mine", "theirs"), list(itertools.combinations(WORK, 2)))
def test_what_two_people_write_is_joined_by_git(shared: Path, mine: str, theirs: str) -> None:
    layer = shared / "shared"
    if {mine, theirs} == {"change-first", "lengthen-first"}:
        theirs = "lengthen-last"  # two changes of one entry are for people to join
    for branch, work in (("mine", mine), ("theirs", theirs)):
        assert git(layer, "checkout", "-qb", branch, "main").returncode == 0
        WORK[work](shared)
        assert git(layer, "add", "-A").returncode == 0
        assert git(layer, "commit", "-qm", work).returncode == 0
    merged = git(layer, "merge", "-q", "--no-edit", "mine")
    assert merged.returncode == 0, f"{merged.stdout}{merged.stderr}{git(layer, 'diff').stdout}"
    base = read(str(shared)).knowledge()
    assert [str(f) for f in base.faults] == []
    expected = {
        "change-first": "thirteen lamps", "change-next": "says one", "change-question": "Which lamps first?",
        "add-one": "A first new statement", "add-two": "on wicks",
    }  # fmt: skip
    texts = " ".join(e.value.text for e in base.entries.values())
    for work in (mine, theirs):
        assert expected.get(work, "") in texts
        if work.startswith("lengthen"):
            name = "lamps-lit" if work.endswith("first") else "lamps-counted-twice"
            assert base.entry(f"lamps/{name}").value.note == "Looked at."
        if work.startswith("add-paper"):
            assert ("st-7700-2025" if work.endswith("one") else "st-7800-2025") in base.papers
    assert "# Kept by the unit." in (layer / "topics/lamps.yaml").read_text("utf-8")


def test_what_was_there_keeps_its_place_before_what_was_added(shared: Path) -> None:
    WORK["add-one"](shared)
    WORK["add-two"](shared)
    base = read(str(shared)).knowledge()
    order = [e.value.id for e in base.facts("lamps")]
    assert order[:3] == ["lamps-lit", "oil-contract", "lamps-counted-twice"]
    assert len(order) == 5
    assert base.topics["lamps"].title == "Coastal lamps"


def test_an_entry_in_a_file_of_its_own_is_changed_there_and_its_id_is_taken(shared: Path) -> None:
    added = add("A first new statement on lamps.")(shared)
    assert isinstance(added, adding.Added)
    assert added.path == shared / "shared/topics/lamps" / f"{added.id.partition('/')[2]}.yaml"
    change(added.id.partition("/")[2], "Said better.")(shared)
    assert "Said better." in added.path.read_text("utf-8")
    again = add("A first new statement on lamps.")(shared)
    assert isinstance(again, adding.Added) and again.id != added.id, "the same words get an id of their own"


def test_without_git_an_entry_goes_to_the_end_of_the_topics_file(workspace: Callable[..., Path]) -> None:
    root = workspace()
    given = {"topic": "lamps", "paper": "st-1234-2025", "text": "A statement more."}
    added = adding.add("fact", given, read(str(root)))
    assert added.path == root / "knowledge/topics/lamps.yaml"


def test_two_people_who_begin_the_same_topic_in_a_layer_are_joined_too(shared: Path) -> None:
    (shared / "briefer.yaml").write_text("layers: [shared, more, knowledge]\n", "utf-8")
    layer = shared / "more"
    layer.mkdir()
    (layer / "README.md").write_text("Ours.\n", "utf-8")
    for words in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-qm", "Nothing yet")):
        assert git(layer, *words).returncode == 0
    for branch, text in (("mine", "One statement of ours."), ("theirs", "Something quite different.")):
        git(layer, "checkout", "-qb", branch, "main")
        given = {"topic": "lamps", "paper": "st-1234-2025", "text": text}
        adding.add("fact", given, read(str(shared)), layer="more")
        git(layer, "add", "-A")
        git(layer, "commit", "-qm", text)
    assert git(layer, "merge", "-q", "--no-edit", "mine").returncode == 0
    base = read(str(shared)).knowledge()
    assert [str(f) for f in base.faults] == []
    assert {"One statement of ours.", "Something quite different."} <= {e.value.text for e in base.entries.values()}
