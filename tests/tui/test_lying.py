"""Where papers lie, and what a typed, pasted or dropped path means."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefer.tui import lying


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/papers/a note.pdf", "/papers/a note.pdf"),
        ("'/papers/a note.pdf'", "/papers/a note.pdf"),
        ('"/papers/a note.pdf" ', "/papers/a note.pdf"),
        ("/papers/a\\ note\\ (1).pdf", "/papers/a note (1).pdf"),
        ("file:///papers/a%20note.pdf", "/papers/a note.pdf"),
        ("& 'C:\\papers\\note.pdf'", "C:\\papers\\note.pdf"),
        ("file:///C:/papers/note.pdf", "C:/papers/note.pdf"),
        ("./note.pdf", "note.pdf"),
        ("..", ".."),
        ("'note.pdf'", "note.pdf"),
    ],
)
def test_a_path_is_known_however_it_comes(text: str, path: str) -> None:
    assert lying.path_in(text) == Path(path)


def test_the_tilde_is_ones_own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert lying.path_in("~/note.pdf") == tmp_path / "note.pdf"
    assert lying.in_folder("~") == (tmp_path, "")


@pytest.mark.parametrize("text", ["", "lanterns", "9375/25", "a\0b", "/a\0b"])
def test_words_are_no_path(text: str) -> None:
    assert lying.path_in(text) is None and lying.in_folder(text) is None


def test_a_typed_path_lists_its_folder(tmp_path: Path) -> None:
    assert lying.in_folder(f"{tmp_path}/") == (tmp_path, "")
    assert lying.in_folder(f"{tmp_path}/la") == (tmp_path, "la")


def test_a_folder_shows_its_folders_and_papers_the_latest_first(tmp_path: Path) -> None:
    tmp_path = tmp_path / "incoming"
    (tmp_path / "sub").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    for age, name in enumerate(("old.pdf", "new.DOCX", "picture.png", "~$new.docx", "meeting.ics")):
        (tmp_path / name).write_bytes(b"x" * 1500)
        os.utime(tmp_path / name, (1_000_000 + age, 1_000_000 + age))
    found = lying.listed(tmp_path)
    assert [one.path.name for one in found] == ["sub", "meeting.ics", "new.DOCX", "old.pdf"]
    assert found[0].folder and found[1].size == 1500
    assert [one.path.name for one in lying.holding(found, "DOCX new")] == ["new.DOCX"]
    assert lying.listed(tmp_path / "none") == []


def test_the_folder_of_the_last_paper_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    downloads, last = tmp_path / "home" / "Downloads", tmp_path / "papers"
    downloads.mkdir(parents=True)
    last.mkdir()
    lying.remember(last)
    places = lying.places(None)
    assert [p.called for p in places][:2] == ["where you were last", "Downloads"]
    last.rmdir()
    assert lying.places(None)[0].called == "Downloads"


@pytest.mark.parametrize(("count", "said"), [(0, "empty"), (10, "1 kB"), (20_400, "20 kB"), (3_140_000, "3.1 MB")])
def test_sizes_are_said_as_people_say_them(count: int, said: str) -> None:
    assert lying.size(count) == said
