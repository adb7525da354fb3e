"""Templates that extend others, across layers; every fault in its place, and one file to hand on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from briefer import workspace as workspaces
from briefer.brief import edit, making, shape, sharing
from briefer.brief.making import Wanted
from briefer.brief.model import Block, Brief, Section
from briefer.brief.templates import Templates
from briefer.errors import BrieferError, UsageError

Make = Callable[..., Path]
Run = Callable[..., Any]

STANDING = """\
template: standing
title: The ministry's
summary: For all units.
sections:
  - {id: header, role: header, title: Meeting}
  - id: objective
    role: objective
    title: Objective
    words: 40
    blocks: [{role: prompt, text: "What do we want on {{ topic.title }}?"}]
  - {id: background, role: background, title: Background, blocks: [{pull: facts, limit: 4}]}
  - {id: sources, role: sources, title: Sources}
"""
OURS = """\
template: ours
extends: standing
title: Our unit's
bodies: [LWP]
without: [background]
sections:
  - {id: objective, title: Aim, words: 0}
  - {id: lamps, role: free, title: Lamps, after: header, blocks: [{role: text, text: "Lamps first."}]}
  - {id: closing, role: free, title: Closing}
"""


def templates_of(root: Path) -> Templates:
    return workspaces.read(str(root)).templates()


@pytest.fixture
def layered(workspace: Make) -> Callable[..., Path]:
    """A workspace with a ministry's layer beneath its own; files are given by ``layer/name``."""

    def make(files: dict[str, str]) -> Path:
        ministry = {f"ministry/templates/{n[9:]}": t for n, t in files.items() if n.startswith("ministry/")}
        own = {f"templates/{n}": t for n, t in files.items() if not n.startswith("ministry/")}
        settings = "layers: [ministry, knowledge]\n"
        topic = {"ministry/knowledge/acronyms.yaml": "acronyms: {MIN: Ministry}\n"}
        return workspace({**ministry, **own, **topic, "briefer.yaml": settings})

    return make


# --- what is inherited ------------------------------------------------------------------------------------------------


def test_sections_are_merged_by_id_placed_and_left_out(layered: Callable[..., Path]) -> None:
    root = layered({"ministry/standing.yaml": STANDING, "ours.yaml": OURS})
    found = templates_of(root)
    assert found.faults == ()
    file = found.get("ours")
    one = file.template
    assert (one.title, one.summary, one.bodies) == ("Our unit's", "For all units.", ("LWP",))
    assert [s.id for s in one.sections] == ["header", "lamps", "objective", "closing", "sources"]
    objective = one.sections[2]
    assert (objective.title, objective.role, objective.words) == ("Aim", "objective", None)
    assert objective.blocks[0].text == "What do we want on {{ topic.title }}?"
    assert file.chain == (("standing", "ministry"),)
    where = {s.id: sharing.from_in_words(file, o) for s, o in zip(one.sections, sharing.origins(file), strict=True)}
    assert where == {
        "header": "standing", "lamps": "ours", "objective": "standing, changed by ours", "closing": "ours",
        "sources": "standing",
    }  # fmt: skip


def test_blocks_are_replaced_as_a_whole_and_a_section_can_be_moved(layered: Callable[..., Path]) -> None:
    ours = "template: ours\nextends: standing\nsections:\n" \
           "  - {id: objective, before: header, blocks: [{role: text, text: We know.}]}\n"  # fmt: skip
    file = templates_of(layered({"ministry/standing.yaml": STANDING, "ours.yaml": ours})).get("ours")
    assert [s.id for s in file.template.sections][:2] == ["objective", "header"]
    assert [b.text for b in file.template.sections[0].blocks] == ["We know."]
    assert file.template.title == "The ministry's"


def test_a_template_extends_the_one_of_its_name_in_a_lower_layer(layered: Callable[..., Path]) -> None:
    own = "template: standing\nextends: standing\ntitle: Mine\nwithout: [background]\n"
    file = templates_of(layered({"ministry/standing.yaml": STANDING, "standing.yaml": own})).get("standing")
    assert file.template.title == "Mine"
    assert [s.id for s in file.template.sections] == ["header", "objective", "sources"]
    assert sharing.chain_in_words(file) == "standing (ministry)"


def test_a_chain_goes_over_several_templates_and_layers(layered: Callable[..., Path]) -> None:
    files = {
        "ministry/standing.yaml": STANDING,
        "ours.yaml": OURS,
        "mine.yaml": "template: mine\nextends: ours\nwithout: [closing]\nsections:\n  - {id: lamps, title: My lamps}\n",
    }
    file = templates_of(layered(files)).get("mine")
    assert [s.title for s in file.template.sections] == ["Meeting", "My lamps", "Aim", "Sources"]
    assert file.chain == (("ours", "knowledge"), ("standing", "ministry"))


def test_a_brief_is_drafted_with_all_that_is_inherited(layered: Callable[..., Path]) -> None:
    root = layered({"ministry/standing.yaml": STANDING, "ours.yaml": OURS})
    brief = making.compose(workspaces.read(str(root)), Wanted(("lamps",), template="ours", as_of="2025-06-12"))
    assert [b.text for s in brief.sections for b in s.blocks] == ["Lamps first.", "What do we want on Coastal lamps?"]
    assert brief.template == "ours"


def test_a_text_at_fault_is_told_in_the_file_where_it_stands(layered: Callable[..., Path]) -> None:
    broken = STANDING.replace("topic.title", "topic.titel")
    root = layered({"ministry/standing.yaml": broken, "ours.yaml": OURS})
    with pytest.raises(BrieferError, match=r"^ministry/templates/standing\.yaml, line 10.*titel"):
        making.compose(workspaces.read(str(root)), Wanted(("lamps",), template="ours", as_of="2025-06-12"))
    own = OURS.replace("Lamps first.", "{{ topic.titel }}")
    (root / "templates/ours.yaml").write_text(own, "utf-8")
    with pytest.raises(BrieferError, match=r"^templates/ours\.yaml, line 8.*titel"):
        making.compose(workspaces.read(str(root)), Wanted(("lamps",), template="ours", as_of="2025-06-12"))


# --- faults -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "at", "said"),
    [
        ({"ours.yaml": OURS.replace("extends: standing", "extends: ours")}, ("ours", 2, 10), "extends itself"),
        (
            {"ours.yaml": OURS.replace("extends: standing", "extends: standin")},
            ("ours", 2, 10),
            "did you mean standing",
        ),
        ({"ours.yaml": OURS.replace("[background]", "[backgrund]")}, ("ours", 5, 11), "did you mean background"),
        ({"ours.yaml": OURS.replace("after: header", "after: heder")}, ("ours", 8, 50), "did you mean header"),
        ({"ours.yaml": OURS.replace("role: free, title: Closing", "title: Closing")}, ("ours", 9, 5), "needs role"),
        (
            {"ours.yaml": OURS.replace("after: header", "after: header, before: sources")},
            ("ours", 8, 66),
            "one of the two",
        ),
        ({"ours.yaml": OURS.replace("extends: standing\n", "")}, ("ours", 4, 10), "add extends"),
        ({"ours.yaml": OURS.replace("extends: standing", "extend: standing")}, ("ours", 2, 1), "did you mean extends"),
        ({"ours.yaml": OURS.replace('"Lamps first."', '"{{ topci }}"')}, ("ours", 8, 86), "did you mean topic"),
    ],
)
def test_each_fault_is_told_in_its_place_and_the_rest_stays_usable(
    layered: Callable[..., Path], run: Run, files: dict[str, str], at: tuple[str, int, int], said: str
) -> None:
    root = layered({"ministry/standing.yaml": STANDING, **files})
    found = templates_of(root)
    assert set(found.files) == {"standing"}
    places = [(f.file, f.line, f.column) for f in found.faults]
    assert (f"templates/{at[0]}.yaml", at[1], at[2]) in places, found.faults
    assert any(said in f.message for f in found.faults), found.faults
    assert any(f["file"] == f"templates/{at[0]}.yaml" for f in run("check", "--json", at=root).json)


def test_a_circle_is_told_and_ends(layered: Callable[..., Path]) -> None:
    three = {f"{a}.yaml": f"template: {a}\nextends: {b}\n" for a, b in (("a", "b"), ("b", "c"), ("c", "a"))}
    found = templates_of(layered({"ministry/standing.yaml": STANDING, **three}))
    assert set(found.files) == {"standing"}
    assert {f.file for f in found.faults} == {"templates/a.yaml", "templates/b.yaml", "templates/c.yaml"}
    assert any("in a circle (a → b → c → a)" in f.message for f in found.faults)
    with pytest.raises(BrieferError):
        found.get("b")


def test_a_chain_without_end_is_told_and_the_short_ones_are_usable(layered: Callable[..., Path]) -> None:
    long = {f"t{n}.yaml": f"template: t{n}\nextends: t{n + 1}\n" for n in range(300)}
    found = templates_of(layered({**long, "t300.yaml": STANDING.replace("standing", "t300"), "ours.yaml": OURS,
                                  "ministry/standing.yaml": STANDING}))  # fmt: skip
    assert {"ours", "standing", "t300", "t299"} <= set(found.files)
    assert any("extend each other" in f.message for f in found.faults)


def test_what_extends_a_broken_template_says_so(layered: Callable[..., Path]) -> None:
    found = templates_of(layered({"ministry/standing.yaml": STANDING + "colour: red\n", "ours.yaml": OURS}))
    assert not found.files
    ours = next(f for f in found.faults if f.file == "templates/ours.yaml")
    assert "cannot be used: ministry/templates/standing.yaml, line" in ours.message


# --- shown, handed on, taken in ---------------------------------------------------------------------------------------


@pytest.fixture
def root(layered: Callable[..., Path]) -> Path:
    return layered({"ministry/standing.yaml": STANDING, "ours.yaml": OURS})


def test_show_tells_the_sections_and_where_each_comes_from(root: Path, run: Run) -> None:
    said = run("template", "show", "ours", at=root)
    assert said.code == 0 and "Extends standing (ministry)" in said.out
    assert "[standing, changed by ours]" in said.out
    told = run("template", "show", "ours", "--json", at=root).json
    assert told["extends"] == [{"id": "standing", "layer": "ministry"}]
    assert [(s["id"], s["from"]["template"]) for s in told["sections"]][:2] == [
        ("header", "standing"),
        ("lamps", "ours"),
    ]


def test_an_exported_template_stands_alone_and_gives_the_same(
    root: Path, run: Run, workspace: Make, tmp_path: Path
) -> None:
    made = run("template", "export", "ours", "-o", tmp_path / "ours.yaml", "--json", at=root).json
    assert "extends" not in Path(made["path"]).read_text("utf-8")
    other = workspace(name="other")
    assert run("template", "import", made["path"], at=other).code == 0
    assert templates_of(other).get("ours").template == templates_of(root).get("ours").template
    again = run("template", "export", "ours", "-o", tmp_path / "ours.yaml", at=root)
    assert (again.code, again.out) == (1, "") and "exists" in again.err
    assert run("template", "export", "ours", "-o", tmp_path / "ours.yaml", "--force", at=root).code == 0


def test_an_export_as_it_is_is_the_file_itself(root: Path, run: Run, tmp_path: Path) -> None:
    run("template", "export", "ours", "-o", tmp_path, "--as-is", at=root)
    assert (tmp_path / "ours.yaml").read_text("utf-8") == OURS


def test_import_refuses_what_could_not_be_used_and_what_is_there(
    root: Path, run: Run, workspace: Make, tmp_path: Path
) -> None:
    alone = tmp_path / "from a mail (2).yaml"
    alone.write_text(OURS, "utf-8")
    other = workspace(name="other")
    ran = run("template", "import", alone, at=other)
    assert (ran.code, ran.out) == (1, "") and "no template “standing”" in ran.err
    assert not (other / "templates/ours.yaml").exists()
    ran = run("template", "import", alone, at=root)
    assert (ran.code, ran.out) == (1, "") and "exists" in ran.err
    alone.write_text(OURS.replace("Our unit's", "Theirs"), "utf-8")
    assert run("template", "import", alone, "--force", at=root).code == 0
    assert templates_of(root).get("ours").template.title == "Theirs"
    assert run("template", "import", tmp_path / "none.yaml", at=root).code == 2
    assert run("template", "check", root / "templates/ours.yaml", at=root).code == 0
    assert run("template", "check", alone, at=root).code == 1, "a file is to be called as its template"


def test_an_unknown_template_is_told_with_the_nearest(root: Path, run: Run) -> None:
    for command in ("show", "export"):
        ran = run("template", command, "our", at=root)
        assert (ran.code, ran.out) == (2, "") and "Did you mean ours" in ran.err


# --- a brief kept as a template ---------------------------------------------------------------------------------------


def kept(brief: Brief, *blocks: Block, **more: Any) -> list[tuple[str | None, str | None]]:
    sections = (Section(id="a", role="free", title="A", blocks=blocks),)
    template = shape.of(replace(brief, sections=sections, **more), "kept")
    return [(r.role, r.text) for r in template.sections[0].blocks]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Come back to the report of 12 June 2025.", "Come back to the report of …."),
        ("See 9375/25 and 15299/1/21 REV 1, please.", "See … and …, please."),
        ("As in COM(2020) 605 final and on 2025-06-12.", "As in … and on …."),
        ("Since Juni 2025 and 12. März 2024", "Since … and …"),
        ("Ask Jo Example before.", "Ask … before."),
        ("We support 2/3 of it, from 10 to 12.", None),
        ("In May we may march.", None),
    ],
)
def test_what_belongs_to_one_day_is_not_kept_but_asked(lamps_brief: Brief, text: str, after: str | None) -> None:
    found = kept(lamps_brief, Block(id="zzzzz2", role="text", text=text), drafter="Jo Example")
    assert found == [("text", text)] if after is None else [("prompt", after)]


def test_titles_lose_the_day(lamps_brief: Brief) -> None:
    section = Section(id="a", role="free", title="State of play on 12 June 2025")
    template = shape.of(replace(lamps_brief, title="LWP, 12 June 2025", sections=(section,)), "kept")
    assert template.sections[0].title == "State of play"
    assert template.summary == "Kept from the brief “LWP”."


def test_the_rules_of_its_own_template_are_kept(layered: Callable[..., Path]) -> None:
    rules = (
        "template: rules\ntitle: Rules\nsections:\n  - {id: f, role: background, title: F, "
        "blocks: [{pull: facts, limit: 2, tags: [lamps]}]}\n"
    )
    root = layered({"rules.yaml": rules})
    space = workspaces.read(str(root))
    brief = making.compose(space, Wanted(("lamps",), template="rules", as_of="2025-06-12"))
    brief, _ = edit.add(brief, "text", "Of ours.", section="f")
    making.save_template(space, brief, "again")
    (section,) = templates_of(root).get("again").template.sections
    assert [(r.pull, r.limit, r.tags, r.text) for r in section.blocks] == [
        ("facts", 2, ("lamps",), None), (None, None, (), "Of ours."),
    ]  # fmt: skip


def test_a_brief_kept_for_its_working_party_names_it(layered: Callable[..., Path]) -> None:
    root = layered({"ministry/standing.yaml": STANDING})
    space = workspaces.read(str(root))
    brief = making.compose(space, Wanted((), meeting="lwp-2025-06-12", template="standing"))
    making.save_template(space, brief, "for-us")
    assert templates_of(root).get("for-us").template.bodies == ("LWP",)
    with pytest.raises(UsageError):
        templates_of(root).get("for-them")
