"""Writing to disk: whole or not at all, and never over somebody else's change."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from briefer import files
from briefer.errors import BrieferError

OLD = b"what was there before\n"


def left_over(folder: Path) -> list[str]:
    return [p.name for p in folder.iterdir() if p.suffix == ".part"]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "note.yaml"
    path.write_bytes(OLD)
    return path


def raising(error: OSError) -> Any:
    def fail(*_: Any, **__: Any) -> None:
        raise error

    return fail


def test_a_file_is_written_whole_in_a_folder_made_for_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "note.yaml"
    stamp = files.write(path, "Łódź\n")
    assert path.read_bytes() == "Łódź\n".encode()
    assert stamp == files.Stamp.of(path)
    assert not left_over(path.parent)


@pytest.mark.parametrize(
    ("where", "error", "said"),
    [
        ("os.fsync", OSError(errno.ENOSPC, "No space left on device"), "the disk is full.*Free some space"),
        ("os.fsync", OSError(errno.EDQUOT, "Disk quota exceeded"), "the disk is full"),
        ("os.fsync", OSError(errno.EIO, "Input/output error"), "input/output error"),
        ("tempfile.mkstemp", PermissionError(errno.EACCES, "Permission denied"), "access is refused"),
        ("tempfile.mkstemp", OSError(errno.EROFS, "Read-only file system"), "access is refused"),
        ("tempfile.mkstemp", OSError(errno.ENAMETOOLONG, "File name too long"), "name is too long"),
        (
            "pathlib.Path.replace",
            PermissionError(errno.EACCES, "The process cannot access the file"),
            "Close it",
        ),
        ("pathlib.Path.replace", OSError(errno.EBUSY, "Device or resource busy"), "Close it"),
    ],
)
def test_what_goes_wrong_leaves_the_old_file_and_nothing_else(
    old: Path, monkeypatch: pytest.MonkeyPatch, where: str, error: OSError, said: str
) -> None:
    monkeypatch.setattr(where, raising(error))
    with pytest.raises(BrieferError, match=said) as refused:
        files.write(old, "new")
    monkeypatch.undo()
    assert str(old) in str(refused.value)
    assert old.read_bytes() == OLD
    assert list(old.parent.iterdir()) == [old]


def test_an_interrupted_write_leaves_nothing_behind(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        files.write(old, "new")
    assert old.read_bytes() == OLD
    assert not left_over(old.parent)


def test_a_crash_before_the_rename_leaves_the_old_file_and_does_not_bar_the_next_write(old: Path) -> None:
    crash = (
        "import os, pathlib, sys; from briefer import files\n"
        "pathlib.Path.replace = lambda *_: os._exit(9)\n"
        "files.write(pathlib.Path(sys.argv[1]), 'half')\n"
    )
    assert subprocess.run([sys.executable, "-c", crash, str(old)], check=False).returncode == 9
    assert old.read_bytes() == OLD
    files.write(old, "whole")
    assert old.read_text() == "whole"


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "note.yaml").mkdir()
    with pytest.raises(BrieferError, match="a file or folder is in the way"):
        files.write(tmp_path / "note.yaml", "x")
    assert not left_over(tmp_path)


def test_a_file_where_a_folder_should_be_is_told(old: Path) -> None:
    with pytest.raises(BrieferError, match="cannot be written"):
        files.write(old / "note.yaml", "x")
    assert old.read_bytes() == OLD


def test_a_change_by_somebody_else_is_never_overwritten(old: Path) -> None:
    stamp = files.Stamp.of(old)
    old.write_bytes(b"somebody else's\n")
    with pytest.raises(BrieferError, match="Somebody has changed this file") as refused:
        files.write(old, "mine", expected=stamp)
    assert refused.value.code == "changed-on-disk"
    assert old.read_bytes() == b"somebody else's\n"


def test_a_file_touched_but_not_changed_is_no_change(old: Path) -> None:
    stamp = files.Stamp.of(old)
    os.utime(old, (1, 1))
    files.write(old, "mine", expected=stamp)
    assert old.read_text() == "mine"


def test_a_file_removed_meanwhile_is_told(old: Path) -> None:
    stamp = files.Stamp.of(old)
    old.unlink()
    with pytest.raises(BrieferError, match="removed meanwhile"):
        files.write(old, "mine", expected=stamp)
    assert not old.exists()


def test_a_new_file_is_written_only_where_there_is_none(old: Path) -> None:
    with pytest.raises(BrieferError) as refused:
        files.write(old, "mine", expected=files.NEW)
    assert refused.value.code == "exists"
    assert old.read_bytes() == OLD
    files.write(old.with_name("other.yaml"), "mine", expected=files.NEW)


def test_the_stamp_of_a_write_serves_the_next_one(old: Path) -> None:
    stamp = files.write(old, "one", expected=files.Stamp.of(old))
    stamp = files.write(old, "two", expected=stamp)
    assert files.Stamp.of(old) == stamp


def test_a_link_stays_a_link(old: Path) -> None:
    link = old.with_name("link.yaml")
    link.symlink_to(old.name)
    files.write(link, "through the link")
    assert link.is_symlink()
    assert old.read_text() == "through the link"


def test_a_link_that_leads_nowhere_makes_the_file_it_leads_to(tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to("there.yaml")
    files.write(link, "x")
    assert link.is_symlink()
    assert (tmp_path / "there.yaml").read_text() == "x"


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.symlink_to(two)
    two.symlink_to(one)
    with pytest.raises(BrieferError, match="cannot be written"):
        files.write(one, "x")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_permissions_are_kept(old: Path, mode: int) -> None:
    old.chmod(mode)
    files.write(old, "x")
    assert stat.S_IMODE(old.stat().st_mode) == mode


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_new_file_has_the_permissions_that_the_system_gives(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")
    files.write(tmp_path / "note", "")
    assert (tmp_path / "note").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_write_protected_file_stays_as_it_is(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.access
    monkeypatch.setattr("os.access", lambda path, mode, **k: mode != os.W_OK and real(path, mode, **k))
    with pytest.raises(BrieferError, match="access is refused"):
        files.write(old, "x")
    assert old.read_bytes() == OLD
    assert not left_over(old.parent)


def test_writers_at_the_same_time_never_mix(tmp_path: Path) -> None:
    path = tmp_path / "note"
    size, times = 200_000, 40
    writer = (
        "import pathlib, sys; from briefer import files\n"
        f"for _ in range({times}): files.write(pathlib.Path(sys.argv[1]), sys.argv[2] * {size})\n"
    )
    path.write_text("a" * size)
    running = [subprocess.Popen([sys.executable, "-c", writer, str(path), letter]) for letter in "ab"]
    seen: set[str] = set()
    while any(p.poll() is None for p in running):
        text = path.read_text()
        assert len(text) == size
        assert len(set(text)) == 1
        seen.add(text[0])
    assert [p.wait() for p in running] == [0, 0]
    assert seen <= {"a", "b"}
    assert not left_over(tmp_path)


def test_of_two_that_make_the_same_new_file_one_is_told(tmp_path: Path) -> None:
    path = tmp_path / "note"
    writer = (
        "import pathlib, sys; from briefer import files; from briefer.errors import BrieferError\n"
        "sys.stdin.read()\n"
        "try: files.write(pathlib.Path(sys.argv[1]), sys.argv[2], expected=files.NEW)\n"
        "except BrieferError as error: sys.exit(3 if error.code == 'exists' else 4)\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", writer, str(path), letter], stdin=subprocess.PIPE) for letter in "ab"
    ]
    for one in running:
        assert one.stdin
        one.stdin.close()
    codes = [one.wait() for one in running]
    assert sorted(codes) == [0, 3]
    assert path.read_text() == "ab"[codes.index(0)]


def test_removing_what_is_not_there_is_no_fault(tmp_path: Path) -> None:
    files.remove(tmp_path / "none")
