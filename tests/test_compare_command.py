"""``briefer keep``, ``versions``, ``compare``, and what a final export keeps: as a person and a script use them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefer.brief import store, versions

Make = Callable[..., Path]
Run = Callable[..., Any]


@pytest.fixture
def root(workspace: Make, repository: Path) -> Path:
    shipped = {f"templates/{p.name}": p.read_text("utf-8") for p in (repository / "templates").glob("*.yaml")}
    return workspace(shipped)


@pytest.fixture
def note(root: Path, run: Run) -> Path:
    assert run("new", "--topic", "lamps", "--name", "note", "--as-of", "2025-06-12", at=root).code == 0
    return root / "briefs" / "note.yaml"


def reword(note: Path, old: str, new: str) -> None:
    text = note.read_text("utf-8")
    assert old in text
    note.write_text(text.replace(old, new), "utf-8")


def word(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def test_keep_and_versions(root: Path, note: Path, run: Run) -> None:
    assert run("versions", "note", at=root).out == "No version has been kept yet.\n"
    ran = run("keep", "note", "--note", "for the desk", "--by", "A. Drafter", at=root)
    path = root / "briefs" / "versions" / "note" / "1-draft.yaml"
    assert (ran.code, ran.out) == (0, f"{path}\n")
    assert store.read(note).version == 2
    assert run("keep", "note", "--json", at=root).json == {
        "version": 2, "path": str(path.with_name("2-draft.yaml")),
    }  # fmt: skip
    seen = run("versions", "note", at=root).out.splitlines()
    assert len(seen) == 2 and "A. Drafter" in seen[0] and "for the desk" in seen[0] and "draft" in seen[1]
    first = run("versions", "note", "--json", at=root).json[0]
    assert (first["number"], first["by"], first["note"], first["sent"]) == (1, "A. Drafter", "for the desk", False)


def test_compare_tells_what_differs_with_signs(root: Path, note: Path, run: Run) -> None:
    run("keep", "note", at=root)
    same = run("compare", "note", at=root)
    assert same.code == 0 and "They say the same." in same.out
    reword(note, "contract of the northern", "contract of the southern")
    seen = run("compare", "note", at=root).out
    assert "contract of the [-northern-]{+southern+} lamps" in seen and "14 lit lamps" not in seen
    data = run("compare", "note", "1", "now", "--json", at=root).json
    assert data["differs"] and data["old"]["version"] == 1 and data["new"]["version"] == 2
    changed = [b for s in data["sections"] for b in s["blocks"] if b["status"] == "changed"]
    assert changed and {"sign": "gone", "text": "northern"} in changed[0]["pieces"]
    assert run("compare", "note", "now", "1", "--json", at=root).json["old"]["version"] == 2


def test_compare_takes_other_briefs_too(root: Path, note: Path, run: Run) -> None:
    other = note.with_name("other.yaml")
    other.write_text(
        note.read_text("utf-8").replace("brief: note", "brief: other").replace("the northern", "the western"), "utf-8"
    )
    assert "[-western-]{+northern+}" in run("compare", "note", "other", at=root).out


def test_what_is_not_there_is_said_plainly(root: Path, note: Path, run: Run) -> None:
    ran = run("compare", "note", at=root)
    assert (ran.code, ran.out) == (1, "") and "No version of note has been kept yet" in ran.err
    run("keep", "note", at=root)
    ran = run("compare", "note", "9", at=root)
    assert (ran.code, ran.out) == (2, "") and "There is no version 9 of note" in ran.err and "1-draft" in ran.err
    ran = run("export", "note", "--since", "1", at=root)
    assert ran.code == 2 and "--revised" in ran.err
    ran = run("export", "note", "--revised", "--addendum", at=root)
    assert ran.code == 2
    ran = run("export", "note", "--addendum", at=root)
    assert (ran.code, ran.out) == (1, "") and "Nothing is new since version 1" in ran.err


def test_a_final_note_keeps_what_was_sent_once(root: Path, note: Path, run: Run) -> None:
    first = run("export", "note", "--final", "--force", "--json", at=root).json
    kept = root / "briefs" / "versions" / "note" / "1-draft.yaml"
    assert first["kept"] == str(kept) and first["version"] == 1 and store.read(note).version == 2
    sent = Path(first["path"]).read_bytes()
    again = run("export", "note", "--final", "--force", "--json", at=root).json
    assert again["version"] == 1 and Path(again["path"]).read_bytes() == sent
    assert len(list(kept.parent.iterdir())) == 1
    reword(note, "contract of the northern", "contract of the southern")
    third = run("export", "note", "--final", "--force", "--json", at=root).json
    assert third["version"] == 2 and third["kept"].endswith("2-draft.yaml") and store.read(note).version == 3
    assert [v["sent"] for v in run("versions", "note", "--json", at=root).json] == [True, True]


def test_a_draft_or_a_refused_note_keeps_nothing(root: Path, note: Path, run: Run) -> None:
    run("export", "note", at=root)
    assert run("export", "note", "--final", at=root).code == 1
    assert not (root / "briefs" / "versions").exists()


def test_a_note_that_is_written_stays_written_where_its_version_cannot_be_kept(
    root: Path, note: Path, run: Run
) -> None:
    (root / "briefs" / "versions").write_text("in the way", "utf-8")
    ran = run("export", "note", "--final", "--force", at=root)
    assert ran.code == 0 and Path(ran.out.strip()).is_file() and "could not be kept" in ran.err


def test_revised_and_addendum(root: Path, note: Path, run: Run) -> None:
    run("export", "note", "--final", "--force", at=root)
    reword(note, "contract of the northern", "contract of the southern")
    revised = Path(run("export", "note", "--revised", at=root).out.strip())
    assert revised.name == "note_LIMITE_revised.docx"
    assert "REVISED" in word(revised) and word(revised).count("<w:pBdr><w:left") == 1
    addendum = Path(run("export", "note", "--addendum", at=root).out.strip())
    assert addendum.name == "note_LIMITE_addendum.docx"
    assert "Addendum to the briefing note, version 1" in word(addendum) and "14 lit lamps" not in word(addendum)
    assert "the southern lamps" in word(addendum)


def test_versions_module_is_what_the_screen_uses_too(root: Path, note: Path) -> None:
    assert versions.folder_of(note) == root / "briefs" / "versions" / "note"
