"""Which folder is worked in, which settings hold, and what `init` makes and leaves alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefer import workspace as workspaces
from briefer.errors import BrieferError, UsageError
from briefer.workspace import Workspace

Make = Callable[..., Path]
Run = Callable[..., Any]


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in, with no workspace above it."""
    folder = tmp_path / "nowhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def choose(root: Path) -> None:
    """What the first start writes down."""
    folder = Path(os.environ["BRIEFER_CONFIG_DIR"])
    folder.mkdir(exist_ok=True)
    (folder / "workspace").write_text(f"{root}\n", "utf-8")


def test_the_workspace_named_wins_then_the_environment_then_the_nearest_then_the_chosen(
    workspace: Make, nowhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named, environment, near, chosen = (workspace(name=n) for n in ("named", "environment", "near", "chosen"))
    assert workspaces.find() is None
    choose(chosen)
    assert workspaces.find() == chosen
    deep = near / "briefs" / "2025" / "june"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert workspaces.find() == near
    monkeypatch.setenv("BRIEFER_WORKSPACE", str(environment))
    assert workspaces.find() == environment
    assert workspaces.find(str(named)) == named


def test_the_nearest_folder_upwards_is_taken(workspace: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    outer = workspace(name="outer")
    (outer / "inner" / "knowledge").mkdir(parents=True)
    monkeypatch.chdir(outer / "inner" / "knowledge")
    assert workspaces.find() == outer / "inner"


def test_a_file_called_knowledge_makes_no_workspace(nowhere: Path) -> None:
    (nowhere / "knowledge").write_text("")
    assert workspaces.find() is None


def test_a_chosen_workspace_that_is_gone_is_none(nowhere: Path, tmp_path: Path) -> None:
    choose(tmp_path / "gone")
    assert workspaces.find() is None


@pytest.mark.parametrize("by", ["--workspace", "BRIEFER_WORKSPACE"])
def test_a_named_workspace_that_does_not_exist_is_told_with_how_to_make_it(
    by: str, nowhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if by == "BRIEFER_WORKSPACE":
        monkeypatch.setenv(by, "gone")
    with pytest.raises(UsageError, match=rf"gone \({by}\) does not exist.*briefer init gone"):
        workspaces.find("gone" if by == "--workspace" else None)


def test_the_workspace_may_be_named_before_and_after_the_command(workspace: Make, nowhere: Path, run: Run) -> None:
    root = workspace()
    for arguments in (
        ("--workspace", root, "topics", "--json"),
        ("topics", "--workspace", root, "--json"),
        ("topics", "--json", f"--workspace={root}"),
    ):
        assert {t["id"] for t in run(*arguments).json} == {"lamps", "fog-signals"}
    for arguments in (
        ("--workspace", root, "template", "list", "--json"),
        ("template", "--workspace", root, "list", "--json"),
        ("template", "list", "--workspace", root, "--json"),
    ):
        assert run(*arguments).json == []


def test_a_home_folder_is_understood(workspace: Make, nowhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = workspace()
    monkeypatch.setenv("HOME", str(root.parent))
    monkeypatch.setenv("USERPROFILE", str(root.parent))
    assert workspaces.find("~/work") == root


# --- without a workspace ---------------------------------------------------------------------------------------------


def test_without_a_workspace_reading_works_on_the_shipped_material_and_creates_nothing(nowhere: Path, run: Run) -> None:
    assert len(run("topics", "--json").json) == 24
    assert {"speaking-note", "full-brief", "scene-setter"} <= {t["id"] for t in run("template", "list", "--json").json}
    assert run("search", "Frontex", "--json").json
    assert run("check", "--json").code == 0
    assert list(nowhere.iterdir()) == []
    assert not list(Path(os.environ["BRIEFER_CONFIG_DIR"]).iterdir())


@pytest.mark.parametrize("command", [("new", "--topic", "central-asia"), ("add", "topic", "--id", "x", "--title", "X")])
def test_without_a_workspace_writing_says_how_to_make_one(command: tuple[str, ...], nowhere: Path, run: Run) -> None:
    ran = run(*command)
    assert (ran.code, ran.out) == (1, "")
    assert "briefer init DIR" in ran.err
    assert list(nowhere.iterdir()) == []


# --- settings --------------------------------------------------------------------------------------------------------


def settings(root: Path, text: str | bytes) -> Workspace:
    (root / "briefer.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return workspaces.read(str(root))


@pytest.mark.parametrize("text", ["", "\n\n", "# all\n# of it\n   # a comment\n", "# x\r\n# y\r\n", "\ufeff# x\n"])
def test_a_settings_file_of_comments_only_is_no_fault(workspace: Make, text: str) -> None:
    found = settings(workspace(), text).settings
    assert (found.layers, found.own_marking, found.words_per_minute) == (("shipped", "knowledge"), "LIMITE", 110)


def test_the_settings_are_read(workspace: Make) -> None:
    found = settings(
        workspace(),
        "layers: [knowledge]\ndelegation: NO\ndrafter: A. N. Other\nlanguage: fr\nwords_per_minute: 100\nown_marking: PUBLIC\n"
        "markings: [PUBLIC, LIMITE]\nhouse_style: ministry\nkeys: {save: ctrl+s}\ntheme: dark\nreview_after: 12 months\n",
    ).settings
    assert (found.delegation, found.drafter, found.language, found.words_per_minute) == ("NO", "A. N. Other", "fr", 100)
    assert (found.own_marking, found.house_style, found.keys) == ("PUBLIC", "ministry", {"save": "ctrl+s"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("layers: [knowledge]\ndelegatoin: NO\n", "briefer.yaml, line 2, column 1.*delegatoin.*delegation"),
        ("words_per_minute: fast\n", "briefer.yaml, line 1, column 19"),
        ("words_per_minute: 3\n", "briefer.yaml, line 1"),
        ("markings: []\n", "briefer.yaml, line 1"),
        ("language: en\nlanguage: fr\n", "briefer.yaml, line 2.*twice"),
        ("layers: [\n", "briefer.yaml, line"),
        ("own_marking: SECRETIVE\n", "own_marking"),
        ("own_marking: PUBLICK\n", "PUBLIC, LIMITE"),
        ("markings: [PUBLIC, LIMITE, RESTREINT UE/EU RESTRICTED]\n", "classification"),
        (b"drafter: Ren\xe9\n", "briefer.yaml, line 1, column 13.*UTF-8"),
    ],
)
def test_a_fault_in_the_settings_is_told_with_its_place(
    workspace: Make, run: Run, text: str | bytes, said: str
) -> None:
    root = workspace()
    with pytest.raises(BrieferError, match=said) as told:
        settings(root, text)
    assert "\n" not in str(told.value)
    ran = run("topics", at=root)
    assert (ran.code, ran.out) == (1, "")
    assert "inside briefer" not in ran.err


def test_a_workspace_without_its_knowledge_folder_is_told_with_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(BrieferError, match=r"knowledge folder is missing.*briefer init"):
        workspaces.read(str(tmp_path))


def test_further_folders_stand_between_as_layers(workspace: Make, run: Run) -> None:
    office = "topic: lamps\ntitle: Lamps, as the office sees them\nsummary: S.\n"
    root = workspace({
        "briefer.yaml": "layers: [office, knowledge]\n",
        "office/topics/lamps.yaml": office,
        "office/topics/buoys.yaml": "topic: buoys\ntitle: Buoys\nsummary: B.\n",
    })  # fmt: skip
    titles = {t["id"]: t["title"] for t in run("topics", "--json", at=root).json}
    assert titles == {"buoys": "Buoys", "fog-signals": "Fog signals", "lamps": "Coastal lamps"}


def test_a_layer_that_is_not_there_is_told_and_the_rest_is_loaded(workspace: Make, run: Run) -> None:
    ran = run("topics", "--json", at=workspace({"briefer.yaml": "layers: [gone, knowledge]\n"}))
    assert len(ran.json) == 2
    assert "gone" in ran.err


def test_the_repository_is_itself_a_workspace(repository: Path) -> None:
    found = workspaces.read(start=repository / "docs")
    assert found.root == repository
    assert found.settings.layers == ("knowledge",)
    assert not found.knowledge().faults


# --- init ------------------------------------------------------------------------------------------------------------


def everything(root: Path) -> dict[str, bytes | None]:
    return {p.relative_to(root).as_posix(): p.read_bytes() if p.is_file() else None for p in sorted(root.rglob("*"))}


def test_init_makes_the_folders_commented_settings_and_an_example_and_copies_no_entries(
    tmp_path: Path, run: Run
) -> None:
    root = tmp_path / "mine"
    ran = run("init", root)
    assert (ran.code, ran.out) == (0, f"{root}\n")
    made = everything(root)
    assert {"knowledge", "briefs", "templates", "briefer.yaml"} <= set(made)
    assert not [name for name in made if name.endswith(".yaml") and name != "briefer.yaml"]
    lines = (root / "briefer.yaml").read_text("utf-8").splitlines()
    assert any("layers: [shipped, knowledge]" in line for line in lines)
    assert all(not line or line.startswith("#") for line in lines)


def test_what_init_shows_as_settings_is_what_holds_and_every_line_can_be_uncommented(tmp_path: Path, run: Run) -> None:
    run("init", tmp_path / "mine")
    path = tmp_path / "mine" / "briefer.yaml"
    untouched = workspaces.read(str(path.parent)).settings
    keys = [
        line[2:]
        for line in path.read_text("utf-8").splitlines()
        if ": " in line and line[2:].partition(":")[0].islower()
    ]
    keys = [line for line in keys if " " not in line.partition(":")[0]]
    assert len(keys) >= 6
    shown = settings(path.parent, "\n".join(keys)).settings
    assert (shown.layers, shown.language, shown.words_per_minute) == (
        untouched.layers,
        untouched.language,
        untouched.words_per_minute,
    )
    assert (shown.own_marking, shown.markings) == (untouched.own_marking, untouched.markings)


def test_a_fresh_workspace_has_the_shipped_topics_and_no_errors_and_drafts_a_brief(tmp_path: Path, run: Run) -> None:
    run("init", tmp_path / "mine")
    root = tmp_path / "mine"
    assert len(run("topics", "--json", at=root).json) == 24
    assert not [f for f in run("check", "--json", at=root).json if f["severity"] == "error"]
    assert run("new", "--topic", "central-asia", at=root).code == 0


def test_init_touches_nothing_that_is_there(workspace: Make, run: Run) -> None:
    root = workspace({"knowledge/README.md": "mine\n", ".gitignore": "mine\n"})
    (root / "templates").rmdir()
    before = everything(root)
    ran = run("init", root, "--json")
    after = everything(root)
    assert ran.json == {"workspace": str(root), "made": ["templates"]}
    assert {k: v for k, v in after.items() if k in before} == before
    assert set(after) - set(before) == {"templates"}
    assert run("init", root, "--json").json["made"] == []


def test_init_without_a_name_makes_this_folder_a_workspace(nowhere: Path, run: Run) -> None:
    assert run("init").code == 0
    assert workspaces.find() == nowhere


def test_init_where_a_file_is_in_the_way_says_so(tmp_path: Path, run: Run) -> None:
    (tmp_path / "taken").write_text("a file")
    ran = run("init", tmp_path / "taken")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1 and "taken" in ran.err
    assert (tmp_path / "taken").read_text() == "a file"
