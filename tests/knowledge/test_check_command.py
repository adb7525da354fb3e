"""``briefer check`` as people and scripts use it."""

from __future__ import annotations

from pathlib import PurePosixPath

from small_workspace import LAMPS

AS_OF = ("--as-of", "2025-06-12")
STRAY = {"knowledge/topics/harbours.yaml": "topic: harbours\ntitle: Harbours\ncolour: red\n"}


def test_a_sound_base_with_warnings_is_done(workspace, process):
    ran = process("check", *AS_OF, "--workspace", workspace())
    assert ran.code == 0
    assert ran.err == "0 errors, 2 warnings\n"
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["warning", "warning"]
    lines = LAMPS.split("\n")
    line, key = next((i, row) for i, row in enumerate(lines, 1) if "disputed_by" in row)
    place = f"knowledge/topics/lamps.yaml, line {line}, column {key.index('[') + 1}"
    assert f"warning: {place}: lamps/lamps-counted-twice is disputed by lamps/lamps-lit" in ran.out


def test_faults_are_listed_with_their_places_and_the_command_is_not_done(workspace, process):
    ran = process("check", *AS_OF, "--workspace", workspace(STRAY))
    assert ran.code == 1
    assert "error: knowledge/topics/harbours.yaml, line 3, column 1: “colour” is not a key of this file" in ran.out
    assert ran.err == "1 error, 2 warnings\n"


def test_strict_is_not_done_on_warnings_too(workspace, run):
    root = workspace()
    assert run("check", *AS_OF, at=root).code == 0
    assert run("check", *AS_OF, "--strict", at=root).code == 1


def test_strict_is_done_where_there_is_nothing_to_say(workspace, run):
    sound = LAMPS.replace("    disputed_by: [lamps-lit]\n", "")
    ran = run("check", *AS_OF, "--strict", "--json", at=workspace({"knowledge/topics/lamps.yaml": sound}))
    assert (ran.code, ran.json) == (0, [])


def test_json_is_one_document_and_nothing_else(workspace, process):
    ran = process("check", "--json", *AS_OF, "--workspace", workspace(STRAY))
    assert (ran.code, ran.err) == (1, "")
    for fault in ran.json:
        assert {k: type(v) for k, v in fault.items()} == {
            "file": str, "line": int, "column": int, "severity": str, "code": str, "message": str,
        }  # fmt: skip
        assert fault["severity"] in ("error", "warning")
        assert not PurePosixPath(fault["file"]).is_absolute()
        assert fault["line"] >= 1 and fault["column"] >= 1


def test_both_sides_of_a_dispute_are_told_and_each_at_its_place(workspace, run):
    found = [f for f in run("check", "--json", *AS_OF, at=workspace()).json if f["code"] == "disputed"]
    lines = LAMPS.split("\n")
    assert [lines[f["line"] - 1][f["column"] - 1 :] for f in found] == ["id: lamps-lit", "[lamps-lit]"]
    assert found[0]["message"].startswith("lamps/lamps-lit is disputed by lamps/lamps-counted-twice")


def test_an_entry_that_a_later_one_replaces_is_told(workspace, run):
    replaced = LAMPS.replace("    disputed_by: [lamps-lit]\n", "    superseded_by: fog-signals/horns-installed\n")
    found = run("check", "--json", *AS_OF, at=workspace({"knowledge/topics/lamps.yaml": replaced})).json
    assert [(f["code"], f["message"].split(";")[0]) for f in found] == [
        ("superseded", "lamps/lamps-counted-twice is superseded by fog-signals/horns-installed")
    ]


def test_without_a_workspace_the_shipped_base_is_checked_and_nothing_is_made(tmp_path, process):
    ran = process("check", "--json")
    assert ran.code == 0
    assert {f["severity"] for f in ran.json} == {"warning"}
    assert all(f["file"].startswith("shipped/") for f in ran.json)
    assert list((tmp_path / "nowhere").iterdir()) == []


def test_a_misspelt_setting_is_one_plain_line(workspace, process):
    root = workspace({"briefer.yaml": "layers: [knowledge]\ndelegatoin: NO\n"})
    ran = process("topics", "--json", "--workspace", root)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert "briefer.yaml, line 2, column 1" in ran.err and "did you mean delegation?" in ran.err


def test_every_fault_of_the_settings_is_listed_with_those_of_the_base(workspace, run):
    settings = "layers: [knowledge]\ndelegatoin: NO\nwords_per_minute: fast\n"
    root = workspace({"briefer.yaml": settings, "knowledge/topics/broken.yaml": "topic: [\n"})
    ran = run("check", "--json", at=root)
    errors = [(f["file"], f["line"]) for f in ran.json if f["severity"] == "error"]
    assert ran.code == 1
    assert errors[:2] == [("briefer.yaml", 2), ("briefer.yaml", 3)]
    assert any(file == "knowledge/topics/broken.yaml" for file, _ in errors)


def test_a_speaking_speed_out_of_range_says_what_is_possible(workspace, run):
    ran = run("check", at=workspace({"briefer.yaml": "layers: [knowledge]\nwords_per_minute: 5\n"}))
    assert ran.code == 1
    assert "line 2, column 19" in ran.out and "from 40 to 300" in ran.out


def test_a_workspace_that_does_not_exist_is_named(tmp_path, process):
    ran = process("check", "--workspace", tmp_path / "gone")
    assert (ran.code, ran.out) == (2, "")
    assert "gone" in ran.err and "briefer init" in ran.err
