"""Unsaved work: written down, offered back, forgotten when saved."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefer.files import Stamp
from briefer.journal import Journal

KEEP = (
    "import pathlib, sys; from briefer.journal import Journal\n"
    "Journal(pathlib.Path(sys.argv[1])).keep(pathlib.Path(sys.argv[2]), 'work of another', None)\n"
    "print('kept', flush=True); sys.stdin.read()\n"
)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / ".briefer" / "journal")


def test_work_kept_is_found_with_what_the_file_was(journal: Journal, tmp_path: Path) -> None:
    target = tmp_path / "briefs" / "a.yaml"
    stamp = Stamp.of_bytes(b"saved")
    journal.keep(target, "unsaved: Łódź\n", stamp)
    (found,) = journal.found()
    assert (found.target, found.text, found.base) == (target, "unsaved: Łódź\n", stamp)
    assert found.when > 0


def test_the_last_pause_counts(journal: Journal, tmp_path: Path) -> None:
    for text in ("one", "two", "three"):
        journal.keep(tmp_path / "a.yaml", text, None)
    assert [(w.text, w.base) for w in journal.found()] == [("three", None)]


def test_saved_work_is_forgotten_and_other_work_is_not(journal: Journal, tmp_path: Path) -> None:
    journal.keep(tmp_path / "a.yaml", "a", None)
    journal.keep(tmp_path / "b.yaml", "b", None)
    journal.clear(tmp_path / "a.yaml")
    journal.clear(tmp_path / "never-kept.yaml")
    assert [w.text for w in journal.found()] == ["b"]


def test_files_of_one_name_in_two_folders_are_kept_apart(journal: Journal, tmp_path: Path) -> None:
    journal.keep(tmp_path / "x" / "a.yaml", "x", None)
    journal.keep(tmp_path / "y" / "a.yaml", "y", None)
    assert {w.text for w in journal.found()} == {"x", "y"}


def test_newest_work_comes_first(journal: Journal, tmp_path: Path) -> None:
    for number, name in enumerate(("old", "new", "middle")):
        journal.keep(tmp_path / f"{name}.yaml", name, None)
        (record,) = journal.folder.glob(f"{name}-*.json")
        os.utime(record, (when := (100, 300, 200)[number], when))
    assert [w.text for w in journal.found()] == ["new", "middle", "old"]


@pytest.mark.skipif(sys.platform == "win32", reason="another process cannot be asked about there")
def test_the_work_of_a_process_that_still_runs_is_its_own(journal: Journal, tmp_path: Path) -> None:
    command = [sys.executable, "-c", KEEP, str(journal.folder), str(tmp_path / "a.yaml")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout and other.stdin
        assert other.stdout.readline() == b"kept\n"
        assert journal.found() == []
        other.stdin.close()
        other.wait()
        assert [w.text for w in journal.found()] == ["work of another"]


@pytest.mark.parametrize(
    "record",
    [
        b"", b"{", b"[]", b"null", b"1", b'"text"', b"\xff\xfe", b"{}", b"[" * 100_000,
        b'{"target": 1, "text": "x", "base": null, "pid": 0}',
        b'{"target": "/a", "text": null, "base": null, "pid": 0}',
        b'{"target": "/a", "text": "x", "base": [1], "pid": 0}',
        b'{"target": "/a", "text": "x", "base": null, "pid": "me"}',
    ],
    ids=lambda r: r[:50].decode("latin-1"),
)  # fmt: skip
def test_a_record_that_cannot_be_read_is_passed_over(journal: Journal, tmp_path: Path, record: bytes) -> None:
    journal.keep(tmp_path / "good.yaml", "good", None)
    (journal.folder / "bad.json").write_bytes(record)
    assert [w.text for w in journal.found()] == ["good"]


@pytest.mark.parametrize("pid", [0, -1, 10**30])
def test_a_number_that_no_process_has_does_not_hide_work(journal: Journal, tmp_path: Path, pid: int) -> None:
    journal.keep(tmp_path / "a.yaml", "work", None)
    (path,) = journal.folder.glob("*.json")
    path.write_text(json.dumps({**json.loads(path.read_text()), "pid": pid}))
    assert [w.text for w in journal.found()] == ["work"]


def test_a_file_name_that_is_no_text_does_not_stop_the_journal(journal: Journal, tmp_path: Path) -> None:
    journal.keep(tmp_path / "caf\udce9.yaml", "work", None)
    assert [w.target.name for w in journal.found()] == ["caf\udce9.yaml"]


def test_a_name_of_any_length_is_kept(journal: Journal, tmp_path: Path) -> None:
    journal.keep(tmp_path / ("ł" * 250), "work", None)
    assert [w.text for w in journal.found()] == ["work"]


def test_without_a_journal_there_is_nothing_to_offer(journal: Journal) -> None:
    assert journal.found() == []
    assert not journal.folder.exists()
