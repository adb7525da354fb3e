"""The commands as the contract has them: what they print, where, their exit codes, and what they never overwrite."""

from __future__ import annotations

import errno
import gc
import hashlib
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefer.brief import store

Make = Callable[..., Path]
Run = Callable[..., Any]


@pytest.fixture
def root(workspace: Make, repository: Path) -> Path:
    """The small workspace with the shipped templates, and a brief called note."""
    shipped = {f"templates/{p.name}": p.read_text("utf-8") for p in (repository / "templates").glob("*.yaml")}
    return workspace(shipped)


@pytest.fixture
def note(root: Path, run: Run) -> Path:
    """The file of a brief called note."""
    assert run("new", "--topic", "lamps", "--name", "note", "--as-of", "2025-06-12", at=root).code == 0
    return root / "briefs" / "note.yaml"


def everything(folder: Path) -> dict[str, str]:
    """Every file below a folder by name and digest; what the program keeps for itself left out."""
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and ".briefer/" not in p.as_posix()
    }


def failed(ran: Any, code: int, *said: str) -> None:
    """A failure as the contract has it: nothing on standard output, one plain line on standard error."""
    assert (ran.code, ran.out) == (code, ""), ran
    assert re.fullmatch(r"briefer[^\n]*: [^\n]+\n", ran.err), ran.err
    assert "Traceback" not in ran.err and "inside briefer" not in ran.err
    for one in said:
        assert re.search(one, ran.err), ran.err


# --- topics, templates -----------------------------------------------------------------------------------------------


def test_topics_are_listed_with_their_counts(root: Path, run: Run) -> None:
    assert run("topics", "--json", at=root).json == [
        {"id": "lamps", "title": "Coastal lamps", "facts": 3, "positions": 1, "questions": 2},
        {"id": "fog-signals", "title": "Fog signals", "facts": 1, "positions": 0, "questions": 0},
    ]
    lines = run("topics", at=root).out.splitlines()
    assert [line.split()[0] for line in lines] == ["lamps", "fog-signals"]
    assert "3 facts" in lines[0]


def test_templates_are_listed_with_the_bodies_they_serve(root: Path, run: Run) -> None:
    (root / "templates/ours.yaml").write_text("template: ours\ntitle: A form of ours\nbodies: [LWP]\nsections: []\n")
    listed = run("template", "list", "--json", at=root).json
    assert {"id": "ours", "title": "A form of ours", "bodies": ["LWP"]} in listed
    assert {t["id"] for t in listed} == {"ours", "speaking-note", "full-brief", "scene-setter"}
    assert all(set(t) == {"id", "title", "bodies"} for t in listed)
    assert re.search(r"^ours +A form of ours +\(LWP\)$", run("template", "list", at=root).out, re.MULTILINE)


def test_a_fault_elsewhere_is_mentioned_on_standard_error_and_the_rest_is_listed(root: Path, run: Run) -> None:
    (root / "knowledge/topics/broken.yaml").write_text("topic: broken\ncolour: red\n")
    ran = run("topics", "--json", at=root)
    assert ran.code == 0
    assert {"lamps", "fog-signals"} <= {t["id"] for t in ran.json}
    assert "knowledge/topics/broken.yaml, line" in ran.err and "briefer check" in ran.err


# --- new -------------------------------------------------------------------------------------------------------------


def test_new_prints_the_path_of_the_brief_it_made(root: Path, run: Run) -> None:
    ran = run("new", "--topic", "lamps", "--as-of", "2025-06-12", at=root)
    path = Path(ran.out.removesuffix("\n"))
    assert path.parent == root / "briefs"
    assert store.read(path).brief == path.stem
    assert ran.err == ""


def test_new_reports_as_json(root: Path, run: Run) -> None:
    made = run(
        "new", "--meeting", "lwp-2025-06-12", "--name", "mine", "--delegation", "Examplia", "--json", at=root
    ).json
    assert made == {"brief": "mine", "path": str(root / "briefs/mine.yaml"), "as_of": "2025-06-12", "marking": "LIMITE"}
    assert store.read(root / "briefs/mine.yaml").delegation == "Examplia"


def test_new_takes_several_topics_and_a_template(root: Path, run: Run) -> None:
    run("new", "--topic", "lamps", "--topic", "fog-signals", "--template", "scene-setter", "--name", "two", at=root)
    brief = store.read(root / "briefs/two.yaml")
    assert (brief.topics, brief.template) == (("lamps", "fog-signals"), "scene-setter")


def test_new_takes_a_language_by_code_or_name(root: Path, run: Run) -> None:
    (root / "briefer.yaml").write_text("layers: [knowledge]\nlanguage: de\n", "utf-8")
    for name, more in (("usual", ()), ("french", ("--language", "French")), ("english", ("--language", "en"))):
        assert run("new", "--topic", "lamps", "--name", name, *more, at=root).code == 0
    spoken = [store.read(root / "briefs" / f"{n}.yaml", n).language for n in ("usual", "french", "english")]
    assert spoken == ["de", "fr", "en"]
    failed(
        run("new", "--topic", "lamps", "--name", "odd", "--language", "Klingon", at=root), 2, "no language “Klingon”"
    )
    assert not (root / "briefs" / "odd.yaml").exists()


def test_new_without_a_name_never_takes_the_place_of_an_earlier_brief(root: Path, run: Run) -> None:
    paths = [run("new", "--topic", "lamps", at=root).out for _ in range(3)]
    assert len(set(paths)) == 3
    assert all(store.read(Path(p.strip())).brief == Path(p.strip()).stem for p in paths)


def test_new_with_a_name_that_is_taken_refuses_and_takes_it_only_by_force(root: Path, run: Run, note: Path) -> None:
    note.write_text("work of many hours\n")
    failed(run("new", "--topic", "lamps", "--name", "note", at=root), 1, "exists", "note.yaml")
    assert note.read_text() == "work of many hours\n"
    assert run("new", "--topic", "lamps", "--name", "note", "--force", at=root).code == 0
    assert store.read(note).brief == "note"


@pytest.mark.parametrize("name", ["../out", "a/b", "CON", "com1.x", ".hidden", "a b", "x" * 200, "ä"])
def test_new_refuses_a_name_that_is_none_for_a_file(root: Path, run: Run, name: str) -> None:
    before = everything(root)
    failed(run("new", "--topic", "lamps", f"--name={name}", at=root), 2, "cannot be a file's name")
    assert everything(root) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--topic", "lamp"), r"no topic “lamp”. Did you mean lamps"),
        (("--topic", "lamps", "--template", "speaking"), r"no template “speaking”. Did you mean speaking-note"),
        (("--meeting", "lwp-2025-06"), r"no meeting “lwp-2025-06”. Did you mean lwp-2025-06-12"),
        (("--topic", "lamps", "--as-of", "yesterday"), r"“yesterday” is not a date"),
        (("--topic", "lamps", "--as-of", "2025-02-30"), r"“2025-02-30” is not a date"),
        ((), r"needs a topic or a meeting"),
        (("--topic",), r"--topic"),
        (("--tpoic", "lamps"), r"--tpoic"),
        (("--top", "lamps"), r"--top"),
    ],
)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_new_used_wrongly_is_one_plain_line_with_the_nearest_names(
    root: Path, run: Run, arguments: tuple[str, ...], said: str, form: tuple[str, ...]
) -> None:
    before = everything(root)
    failed(run("new", *form, *arguments, at=root), 2, said)
    assert everything(root) == before


def test_a_broken_template_is_told_with_file_and_line_and_nothing_is_written(root: Path, run: Run) -> None:
    path = root / "templates/speaking-note.yaml"
    text = path.read_text("utf-8").replace("{{ topic.title }}", "{{ topic.titel }}")
    path.write_text(text, "utf-8")
    before = everything(root)
    failed(run("new", "--topic", "lamps", at=root), 1, r"templates/speaking-note\.yaml, line \d+", "titel")
    assert everything(root) == before


def test_a_missing_or_broken_knowledge_folder_is_one_plain_line(tmp_path: Path, run: Run) -> None:
    failed(run("topics", at=tmp_path), 1, "knowledge folder is missing", "briefer init")
    failed(run("new", "--topic", "x", at=tmp_path), 1, "knowledge folder is missing")


# --- export ----------------------------------------------------------------------------------------------------------


def test_export_writes_beside_the_brief_under_its_name_and_marking(root: Path, run: Run, note: Path) -> None:
    ran = run("export", "note", at=root)
    path = note.with_name("note_LIMITE.docx")
    assert (ran.code, ran.out, ran.err) == (0, f"{path}\n", "")
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        assert "word/document.xml" in package.namelist()
    made = run("export", "note", "--json", at=root).json
    assert made == {"path": str(path), "brief": "note", "marking": "LIMITE", "final": False}


def test_export_writes_to_a_file_or_folder_and_takes_a_path(root: Path, run: Run, note: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    assert run("export", note, "-o", out, at=root).out == f"{out / 'note_LIMITE.docx'}\n"
    assert run("export", note, "-o", out / "other.docx", at=root).out == f"{out / 'other.docx'}\n"
    assert (out / "other.docx").read_bytes() == (out / "note_LIMITE.docx").read_bytes()


def test_the_same_brief_gives_the_same_bytes(root: Path, run: Run, note: Path) -> None:
    path = note.with_name("note_LIMITE.docx")
    run("export", "note", at=root)
    first = path.read_bytes()
    assert run("export", "note", at=root).code == 0, "an export takes the place of the one before it"
    assert path.read_bytes() == first


def test_export_again_after_a_change_of_the_brief_takes_the_place_of_the_earlier_one(
    root: Path, run: Run, note: Path
) -> None:
    path = note.with_name("note_LIMITE.docx")
    run("export", "note", at=root)
    first = path.read_bytes()
    note.write_text(note.read_text("utf-8").replace("Second thing to land", "Oil is dear"), "utf-8")
    assert run("export", "note", at=root).code == 0
    assert path.read_bytes() != first


def test_export_never_takes_the_place_of_a_note_that_somebody_has_worked_on(root: Path, run: Run, note: Path) -> None:
    path = note.with_name("note_LIMITE.docx")
    run("export", "note", at=root)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:  # as an editor does: the same parts, saved anew with a change
        for name, data in parts.items():
            package.writestr(name, data.replace(b"Top lines", b"Our lines") if name == "word/document.xml" else data)
    edited = path.read_bytes()
    failed(run("export", "note", at=root), 1, "not an export of this brief as it was written", "--force")
    assert path.read_bytes() == edited
    forced = run("export", "note", "--force", at=root)
    assert forced.code == 0 and path.read_bytes() != edited
    assert "a copy is kept: note_LIMITE-2.docx" in forced.err
    assert note.with_name("note_LIMITE-2.docx").read_bytes() == edited
    assert run("export", "note", "--force", at=root).err == ""
    assert not note.with_name("note_LIMITE-3.docx").exists()


def test_leaving_prompts_out_by_force_loses_nobodys_words(root: Path, run: Run, note: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"my own letter")
    made = run("export", "note", "--final", "--force", "-o", letter, "--json", at=root)
    assert Path(made.json["copy"]).read_bytes() == b"my own letter"
    assert zipfile.is_zipfile(letter)


def test_a_final_note_says_what_in_it_is_not_for_disclosure(root: Path, run: Run, note: Path) -> None:
    assert (
        "not for disclosure" not in run("export", "note", "--final", "--force", at=root).err
    )  # nothing of it is filled in
    objective, prompt, rest = note.read_text("utf-8").partition("role: prompt")
    assert "role: objective" in objective and prompt
    note.write_text(f"{objective}role: text{rest}", "utf-8")
    made = run("export", "note", "--final", "--force", at=root)
    assert made.code == 0 and "The note holds what is not for disclosure: " in made.err
    told = run("export", "note", "--final", "--force", "--json", at=root).json["not_for_disclosure"]
    assert ", ".join(told) in made.err
    assert "not for disclosure" not in run("export", "note", at=root).err


@pytest.mark.parametrize("content", [b"", b"something else", b"PK\x03\x04 broken"])
def test_export_never_takes_the_place_of_another_file(root: Path, run: Run, note: Path, content: bytes) -> None:
    path = note.with_name("note_LIMITE.docx")
    path.write_bytes(content)
    failed(run("export", "note", at=root), 1, "--force")
    assert path.read_bytes() == content


def test_export_never_takes_the_place_of_another_briefs_note(root: Path, run: Run, note: Path, tmp_path: Path) -> None:
    run("new", "--topic", "fog-signals", "--name", "other", at=root)
    target = tmp_path / "x.docx"
    run("export", "note", "-o", target, at=root)
    before = target.read_bytes()
    failed(run("export", "other", "-o", target, at=root), 1, "--force")
    assert target.read_bytes() == before


def test_final_names_the_prompts_and_leaves_them_out_by_force(root: Path, run: Run, note: Path) -> None:
    prompts = [b.id for s in store.read(note).sections for b in s.blocks if b.role == "prompt"]
    before = everything(root)
    failed(run("export", "note", "--final", at=root), 1, f"{len(prompts)} prompts", *prompts)
    assert everything(root) == before
    made = run("export", "note", "--final", "--force", "--json", at=root).json
    assert made["final"] is True
    with zipfile.ZipFile(made["path"]) as package:
        document = package.read("word/document.xml").decode()
    assert "Second thing to land" not in document
    assert run("export", "note", "--final", at=root).code == 1


def test_a_ceiling_refuses_and_names_the_blocks(root: Path, run: Run, note: Path) -> None:
    limite = [
        b.id for s in store.read(note).sections for b in s.blocks if any(x.marking == "LIMITE" for x in b.sources)
    ]
    before = everything(root)
    failed(run("export", "note", "--max-marking", "PUBLIC", at=root), 1, *limite)
    failed(run("export", "note", "--max-marking", "PUBLICK", at=root), 2, "PUBLIC")
    assert everything(root) == before
    assert run("export", "note", "--max-marking", "limite", at=root).code == 0


def test_a_ceiling_with_many_blocks_above_it_names_sections_and_a_handful_of_each(
    root: Path, run: Run, note: Path
) -> None:
    text = note.read_text("utf-8")
    first = re.search(r"( *)- id: \S+\n *role: prompt", text)
    assert first
    more = "".join(
        f"{first[1]}- id: extra{n:02}\n{first[1]}  role: text\n{first[1]}  text: Words.\n" for n in range(30)
    )
    note.write_text(text[: first.start()] + more + text[first.start() :], "utf-8")
    told = run("export", "note", "--max-marking", "PUBLIC", at=root)
    failed(told, 1, "briefer check note --max-marking PUBLIC")
    assert "Objective, 31 blocks [extra00, extra01, extra02 …]; Top lines [" in told.err
    assert "extra03" not in told.err and len(told.err.splitlines()) == 1
    every = run("export", "note", "--max-marking", "PUBLIC", "--json", at=root)
    failed(every, 1, *(f"extra{n:02}" for n in range(30)))
    assert run("check", "note", "--max-marking", "PUBLIC", at=root).code == 0


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("topic: lamps\ntitle: Lamps\n", 1, "This is not a brief"),
        ("", 1, "This is not a brief"),
        ("PK\x03\x04\x14", 1, "note.yaml"),
        (
            "brief: note\nformat: 1\ntitle: N\nas_of: 2025\nsektions: []\n",
            1,
            r"note\.yaml, line 5, column 1: .*sektions.*sections",
        ),
        ("brief: note\nformat: 9\ntitle: N\nas_of: 2025\n", 1, r"line 2.*format: 1"),
        ("brief: note\nformat: 1\ntitle: N\nas_of: 2025\nmarking: SECRET UE\n", 1, "classification"),
    ],
)
def test_a_brief_that_is_none_is_one_plain_line(
    root: Path, run: Run, note: Path, text: str, code: int, said: str
) -> None:
    note.write_text(text, "utf-8")
    before = everything(root)
    failed(run("export", "note", at=root), code, r"briefs/note\.yaml", said)
    assert everything(root) == before


def test_an_unknown_brief_is_told_with_the_nearest_names(root: Path, run: Run, note: Path) -> None:
    failed(run("export", "nite", at=root), 2, r"no brief “nite”. Did you mean note\?$")
    failed(run("export", root / "briefs", at=root), 2, "no brief")


def test_a_target_that_is_no_word_file_is_refused(root: Path, run: Run, note: Path, tmp_path: Path) -> None:
    failed(run("export", "note", "-o", tmp_path / "note.txt", at=root), 2, r"\.docx")
    failed(run("export", "note", "--to", "rtf", at=root), 2, "rtf")
    assert not (tmp_path / "note.txt").exists()


def test_a_folder_in_the_place_of_the_note_is_told(root: Path, run: Run, note: Path) -> None:
    (note.parent / "note_LIMITE.docx").mkdir()
    ran = run("export", "note", at=root)
    failed(ran, 1, "note_LIMITE.docx")
    assert list((note.parent / "note_LIMITE.docx").iterdir()) == []


# --- what the disk refuses -------------------------------------------------------------------------------------------

REFUSALS = [
    ("os.fsync", OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
    ("tempfile.mkstemp", PermissionError(errno.EACCES, "Permission denied"), "access is refused"),
    ("pathlib.Path.replace", PermissionError(errno.EACCES, "used by another process"), "Close it"),
]


@pytest.mark.parametrize(("where", "error", "said"), REFUSALS, ids=["full", "read-only", "open in Word"])
@pytest.mark.parametrize(
    "command",
    [
        ("export", "note", "--json"),
        ("new", "--topic", "lamps", "--name", "note", "--force"),
        ("new", "--topic", "lamps"),
        ("template", "save", "note", "speaking-note", "--force"),
        ("add", "topic", "--id", "buoys", "--title", "Buoys"),
    ],
    ids=" ".join,
)
def test_what_the_disk_refuses_is_one_plain_line_and_everything_is_as_before(
    root: Path,
    run: Run,
    note: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    where: str,
    error: OSError,
    said: str,
) -> None:
    run("export", "note", at=root)
    before = everything(root)

    def refuse(*_: Any, **__: Any) -> None:
        raise error

    monkeypatch.setattr(where, refuse)
    ran = run(*command, at=root)
    monkeypatch.undo()
    failed(ran, 1, said)
    assert everything(root) == before, "the old files are there byte for byte, and no .part file"


def test_a_fault_of_the_programs_own_is_one_line_and_its_details_are_kept(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError("a fault\nof two lines")

    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr("briefer.workspace.read", broken)
    ran = run("topics", at=root)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    kept = re.search(r"details are in (.+\.log)\.", ran.err)
    assert kept
    assert "ZeroDivisionError" in Path(kept[1]).read_text()


# --- templates saved -------------------------------------------------------------------------------------------------


def test_a_template_is_saved_and_drafts_the_next_brief(root: Path, run: Run, note: Path) -> None:
    ran = run("template", "save", "note", "lamps-form", "--title", "The form for lamps", at=root)
    assert ran.out == f"{root / 'templates/lamps-form.yaml'}\n"
    assert {"id": "lamps-form", "title": "The form for lamps", "bodies": []} in run(
        "template", "list", "--json", at=root
    ).json
    assert run("new", "--topic", "fog-signals", "--template", "lamps-form", "--name", "next", at=root).code == 0
    first, second = store.read(note), store.read(root / "briefs/next.yaml")
    assert [(s.id, s.title) for s in first.sections] == [(s.id, s.title) for s in second.sections]


def test_template_save_reports_as_json(root: Path, run: Run, note: Path) -> None:
    made = run("template", "save", "note", "My_Form", "--json", at=root).json
    assert made == {"id": "my-form", "path": str(root / "templates/my-form.yaml")}
    assert run("check", "--json", at=root).code == 0


def test_template_save_never_takes_the_place_of_a_template(root: Path, run: Run, note: Path) -> None:
    path = root / "templates/speaking-note.yaml"
    before = path.read_bytes()
    failed(run("template", "save", "note", "speaking-note", at=root), 1, "exists", "speaking-note.yaml")
    assert path.read_bytes() == before
    assert run("template", "save", "note", "speaking-note", "--force", at=root).code == 0
    assert path.read_bytes() != before


def test_template_save_of_an_unknown_brief_offers_the_nearest(root: Path, run: Run, note: Path) -> None:
    failed(run("template", "save", "nota", "x", at=root), 2, "Did you mean note")


def test_template_save_makes_a_files_name_out_of_any_and_keeps_it_as_title(root: Path, run: Run, note: Path) -> None:
    ran = run("template", "save", "note", "../EUBAM Libya and Mali", "--json", at=root)
    assert Path(ran.json["path"]) == root / "templates" / "eubam-libya-and-mali.yaml"
    titles = {t["id"]: t["title"] for t in run("template", "list", "--json", at=root).json}
    assert titles["eubam-libya-and-mali"] == "../EUBAM Libya and Mali"


# --- as a user runs them ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("topics",), 0),
        (("--version",), 0),
        (("--help",), 0),
        (("template", "list", "--json"), 0),
        (("check",), 0),
        (("new", "--topic", "lamps", "--name", "note"), 1),
        (("new", "--topic", "no-such-topic"), 2),
        (("export", "no-such-brief"), 2),
        (("no-such-command",), 2),
        (("search", "lamps", "--limit", "0"), 2),
        (("search", "lamps", "--limit", "-1"), 2),
        (("template",), 2),
        (("add",), 2),
    ],
)
def test_exit_codes_are_those_of_the_contract(
    root: Path, note: Path, process: Run, arguments: tuple[str, ...], code: int
) -> None:
    ran = process("--workspace", root, *arguments)
    assert ran.code == code, ran
    assert bool(ran.out) == (code == 0)
    assert code == 0 or ran.err


def test_the_app_says_that_it_needs_a_terminal(process: Run, root: Path) -> None:
    ran = process("--workspace", root)
    assert ran.code != 0
    assert ran.out == ""
    assert "terminal" in ran.err


def test_the_whole_road_from_an_empty_folder(process: Run, tmp_path: Path) -> None:
    here = tmp_path / "fresh"
    here.mkdir()
    assert process("init", cwd=here).code == 0
    made = process("new", "--topic", "csdp-jha-synergies", "--json", cwd=here).json
    exported = process("export", made["brief"], cwd=here)
    assert exported.code == 0
    assert zipfile.is_zipfile(exported.out.strip())
    assert process("check", cwd=here).code == 0


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_json_is_whole_whatever_the_console_can_show(process: Run, tmp_path: Path, encoding: str) -> None:
    environment = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "briefer", "topics", "--json"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    titles = {t["title"] for t in json.loads(done.stdout.decode(encoding))}
    assert "CSDP–JHA synergies" in titles
    assert any("Türkiye" in t for t in titles)


def test_a_console_that_cannot_show_a_letter_still_gets_the_rest(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "briefer", "topics"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert b"CSDP?JHA synergies" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell with pipes")
def test_a_reader_that_has_seen_enough_is_no_fault_to_tell_of(tmp_path: Path) -> None:
    command = f"{sys.executable} -m briefer search the --limit 500 | head -1"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_a_command_called_from_python_leaves_the_collector_as_it_was(root: Path, run: Run) -> None:
    assert run("topics", at=root).code == 0
    assert gc.isenabled()
    assert run("export", "no-such-note", at=root).code == 2
    assert gc.isenabled()
