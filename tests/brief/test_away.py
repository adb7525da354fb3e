"""Briefs put away and brought back: moved whole, never over another one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefer import files
from briefer.brief import away, making, store
from briefer.errors import BrieferError
from briefer.workspace import Workspace, read


@pytest.fixture
def place(workspace: Callable[..., Path]) -> Workspace:
    return read(str(workspace({"briefer.yaml": "layers: [shipped, knowledge]\n"})))


def made(place: Workspace) -> Path:
    return making.new(place, making.Wanted(("lamps",), name="mine", as_of="2025-06-10", template="speaking-note"))[1]


def test_away_and_back_keeps_every_byte(place: Workspace) -> None:
    path = made(place)
    before = path.read_bytes()
    lies = away.put_away(place, path)
    assert not path.exists() and lies.read_bytes() == before and away.found(place) == (lies,)
    assert store.names(place.briefs) == []
    assert away.bring_back(place, lies) == path and path.read_bytes() == before and away.found(place) == ()


def test_two_of_one_name_are_both_kept(place: Workspace) -> None:
    first = away.put_away(place, made(place))
    second = away.put_away(place, made(place))
    assert first != second and set(away.found(place)) == {first, second}
    there = made(place)
    assert away.bring_back(place, first).name == "mine-2.yaml" and there.is_file()


def test_nothing_is_moved_over_another_file(place: Workspace, tmp_path: Path) -> None:
    path = made(place)
    target = tmp_path / "there.yaml"
    target.write_text("theirs", "utf-8")
    with pytest.raises(BrieferError) as refused:
        files.move(path, target)
    assert refused.value.code == "exists" and target.read_text("utf-8") == "theirs" and path.is_file()
    with pytest.raises(BrieferError):
        files.move(tmp_path / "gone.yaml", tmp_path / "new.yaml")


def test_a_copy_is_nobodys_cleared_note(place: Workspace) -> None:
    from msgspec.structs import replace

    brief = replace(store.read(made(place)), state="cleared", cleared_by="A. Head", version=4)
    copied = away.copy(brief)
    assert (copied.state, copied.cleared_by, copied.version) == ("draft", None, 1)
    assert copied.sections == brief.sections
