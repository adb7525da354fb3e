"""Writing goes to one's own layer unless told otherwise; everything says where it comes from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from small_workspace import SMALL

from briefer import adding, layers
from briefer.errors import BrieferError, UsageError
from briefer.workspace import read

#: The unit has the whole small base; one's own layer begins empty.
GONE = [name for name in SMALL if name.startswith("knowledge/")]
UNIT = {
    **dict.fromkeys(GONE),
    **{f"../unit/{name}": SMALL[name] for name in GONE},
    "briefer.yaml": "layers: [shipped, ../unit, knowledge]\ninstructions: ../capital\n",
    "../capital/papers.yaml": "papers:\n  - {id: cable-1, title: A cable}\n",
}
FACT = {
    "topic": "lamps",
    "paper": "st-1234-2025",
    "at": "Lamps, para. 9",
    "as_of": "2025",
    "text": "A new statement on lamps.",
}


@pytest.fixture
def root(workspace: Callable[..., Path]) -> Path:
    return workspace(UNIT)


def text_of(file: Path) -> str:
    return file.read_text("utf-8") if file.exists() else ""


def test_layers_have_names_for_people(root: Path) -> None:
    place = read(str(root))
    assert [la.called for la in place.layers()] == ["shipped", "unit", "instructions", "your own"]
    assert layers.writable(place) == ("your own", "instructions", "unit")


def test_a_new_entry_goes_to_ones_own_layer_or_where_it_is_told(root: Path, run) -> None:
    options = [w for k, v in FACT.items() for w in (f"--{k}", v)]
    assert run("add", "fact", *options, at=root).code == 0
    own, unit = root / "knowledge/topics/lamps.yaml", root.parent / "unit/knowledge/topics/lamps.yaml"
    before = text_of(unit)
    assert "A new statement" in text_of(own) and "A new statement" not in before
    ran = run("add", "fact", *options[:-1], "Another one, for all of us.", "--layer", "unit", "--json", at=root)
    assert ran.code == 0 and ran.json["file"].endswith("unit/knowledge/topics/lamps.yaml")
    assert text_of(unit).startswith(before.rpartition("questions:")[0].rstrip()[:200]) and "for all of us" in text_of(
        unit
    )
    assert "for all of us" not in text_of(own)


@pytest.mark.parametrize(("layer", "said"), [("shipped", "never written to"), ("unti", "did you mean")])
def test_the_shipped_layer_and_unknown_ones_are_refused(root: Path, run, layer: str, said: str) -> None:
    options = [w for k, v in FACT.items() for w in (f"--{k}", v)]
    ran = run("add", "fact", *options, "--layer", layer, at=root)
    assert ran.code in (1, 2) and said.casefold() in ran.err.casefold()
    assert not list((root / "knowledge/topics").iterdir())


def test_an_entry_of_the_units_is_changed_there_or_copied(root: Path) -> None:
    place = read(str(root))
    unit = root.parent / "unit/knowledge/topics/lamps.yaml"
    adding.change("fact", "lamps/lamps-lit", {"text": "Thirteen."}, place, place.knowledge(), layer="unit")
    assert "Thirteen." in text_of(unit) and not (root / "knowledge/topics/lamps.yaml").exists()
    adding.change("fact", "lamps/lamps-lit", {"text": "Fourteen."}, place, place.knowledge())
    base = place.knowledge()
    assert base.entry("lamps/lamps-lit").value.text == "Fourteen."
    assert base.origins["entry:lamps/lamps-lit"].called == "your own" and "Thirteen." in text_of(unit)
    with pytest.raises(BrieferError, match="above “unit”"):
        adding.change("fact", "lamps/lamps-lit", {"text": "Hidden."}, place, base, layer="unit")
    adding.change("topic", "lamps", {"summary": "For all."}, place, base, layer="unit")
    adding.change("paper", "keepers-2024-count", {"title": "The count"}, place, base, layer="unit")
    now = place.knowledge()
    assert now.topics["lamps"].summary == "For all." and now.papers["keepers-2024-count"].title == "The count"
    assert not (root / "knowledge/papers.yaml").exists()


def test_what_others_cannot_know_is_not_named_in_their_layer(root: Path) -> None:
    place = read(str(root))
    adding.add("paper", {"number": "7700/25", "title": "Mine alone"}, place)
    with pytest.raises(BrieferError, match=r"st-7700-2025.*your own.*only"):
        adding.add("fact", {**FACT, "paper": "st-7700-2025"}, place, layer="unit")
    with pytest.raises(BrieferError, match=r"cable-1.*instructions"):
        adding.add("fact", {**FACT, "paper": "cable-1"}, place, layer="unit")


def test_a_copy_of_an_instruction_stays_one(root: Path) -> None:
    place = read(str(root))
    adding.change("paper", "cable-1", {"title": "Copied"}, place, place.knowledge())
    base = place.knowledge()
    assert base.papers["cable-1"].title == "Copied" and base.is_inward_paper("cable-1")


def test_search_says_layer_and_file(root: Path, run) -> None:
    hits = {h["id"]: h for h in run("search", "lamps", "--json", at=root).json}
    assert hits["lamps/lamps-lit"]["layer"] == "unit"
    assert hits["lamps/lamps-lit"]["file"].endswith("unit/knowledge/topics/lamps.yaml")
    assert {h["layer"] for h in run("search", "central asia", "--json", at=root).json} == {"shipped"}


def test_two_folders_of_one_name_are_told_apart(workspace: Callable[..., Path]) -> None:
    root = workspace({"briefer.yaml": "layers: [../a/unit, ../b/unit, knowledge]\n"})
    assert [la.called for la in read(str(root)).layers()] == ["../a/unit", "../b/unit", "your own"]


def test_instructions_are_one_layer_however_they_are_named(workspace: Callable[..., Path]) -> None:
    root = workspace({"briefer.yaml": "layers: [../capital, knowledge]\ninstructions: ../x/../capital\n"})
    assert [la.label for la in read(str(root)).layers()] == ["instructions", "knowledge"]


@pytest.mark.parametrize("named", ["knowledge", "./knowledge", "."])
def test_ones_own_folder_cannot_be_that_of_the_instructions(workspace, run, named: str) -> None:
    root = workspace({"briefer.yaml": f"layers: [knowledge]\ninstructions: {named}\n"})
    (fault,) = [f for f in run("check", "--json", at=root).json if f["file"] == "briefer.yaml"]
    assert fault["line"] == 2 and "your own folder" in fault["message"]


def test_a_layer_name_that_is_unknown_is_a_wrong_use(root: Path) -> None:
    with pytest.raises(UsageError):
        layers.named(read(str(root)), "nowhere")
