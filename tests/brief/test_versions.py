"""Versions put by: each a whole brief that nothing writes over, counted on, told apart by what they say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefer import checking, files
from briefer.brief import away, edit, making, store, versions
from briefer.brief.model import Brief
from briefer.errors import BrieferError, UsageError
from briefer.workspace import Workspace, read


@pytest.fixture
def place(workspace: Callable[..., Path]) -> Workspace:
    return read(str(workspace({"briefer.yaml": "layers: [shipped, knowledge]\n"})))


@pytest.fixture
def path(place: Workspace, lamps_brief: Brief) -> Path:
    at = place.briefs / "lamps-note.yaml"
    store.write(lamps_brief, at)
    return at


def test_a_version_is_the_whole_brief_with_when_and_what_for(place: Workspace, path: Path) -> None:
    brief = store.read(path)
    kept = versions.keep(place, brief, "for the  desk", on="2025-06-11")
    assert kept == place.briefs / "versions" / "lamps-note" / "1-draft.yaml"
    (one,) = versions.versions(place, "lamps-note")
    assert one.brief is not None and one.kept is not None
    assert (one.number, one.state, one.kept.on, one.kept.by, one.kept.note) == (
        1,
        "draft",
        "2025-06-11",
        None,
        "for the desk",
    )
    assert replace(one.brief, kept=None) == brief
    assert versions.counted_on(brief, kept).version == 2 and versions.counted_on(one.brief, kept).kept is None


def test_no_person_is_named_who_was_not_named_in_the_settings(
    workspace: Callable[..., Path], lamps_brief: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USER", "somebody")
    bare = read(str(workspace(name="bare")))
    brief = replace(lamps_brief, drafter="A. Drafter", cleared_by="A. Head")
    assert store.read(versions.keep(bare, brief)).kept.by is None  # type: ignore[union-attr]
    named = read(str(workspace({"briefer.yaml": "drafter: B. Desk\n"}, name="named")))
    assert store.read(versions.keep(named, brief)).kept.by == "B. Desk"  # type: ignore[union-attr]
    assert store.read(versions.keep(named, brief, by="C. Third")).kept.by == "C. Third"  # type: ignore[union-attr]


def test_numbers_only_go_up_and_nothing_is_written_over(place: Workspace, path: Path) -> None:
    brief = store.read(path)
    first = versions.keep(place, brief)
    before = first.read_bytes()
    again = versions.keep(place, brief)
    cleared = versions.keep(place, replace(brief, state="clearance", version=2))
    assert [p.name for p in (first, again, cleared)] == ["1-draft.yaml", "2-draft.yaml", "3-clearance.yaml"]
    assert first.read_bytes() == before
    assert versions.keep(place, replace(brief, version=12)).name == "12-draft.yaml"
    assert [v.number for v in versions.versions(place, "lamps-note")] == [1, 2, 3, 12]


def test_one_that_somebody_kept_at_the_same_moment_stays(
    place: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = store.read(path)
    home = versions.folder_of(path)
    write = files.write

    def late(target: Path, data: bytes | str, *, expected: files.Stamp | None = None) -> files.Stamp:
        if target.name == "1-draft.yaml" and not target.exists():
            home.mkdir(parents=True)
            target.write_text("theirs", "utf-8")
        return write(target, data, expected=expected)

    monkeypatch.setattr(files, "write", late)
    assert versions.keep(place, brief).name == "2-draft.yaml"
    assert (home / "1-draft.yaml").read_text("utf-8") == "theirs"
    broken, sound = versions.versions(place, "lamps-note")
    assert broken.brief is None and broken.fault and sound.brief is not None
    with pytest.raises(BrieferError):
        versions.read(place, "lamps-note", "1")


def test_the_same_again_is_not_kept_twice_but_noted_as_sent(place: Workspace, path: Path) -> None:
    brief = store.read(path)
    kept, new = versions.keep_new(place, brief, on="2025-06-11")
    assert new
    counted = versions.counted_on(brief, kept)
    assert versions.keep_new(place, counted) == (kept, False)
    assert versions.keep_new(place, counted, "sent as x.docx", sent=True) == (kept, False)
    (one,) = versions.versions(place, "lamps-note")
    assert one.sent and one.kept is not None and (one.kept.on, one.kept.note) == ("2025-06-11", "sent as x.docx")
    assert versions.as_sent(place, counted).version == 1
    said = edit.set_text(counted, "ddddd2", "By pigeon, we say.")
    assert versions.as_sent(place, said).version == 2
    assert versions.keep_new(place, said)[1]


def test_what_changes_are_measured_against_is_what_was_sent(place: Workspace, path: Path) -> None:
    brief = store.read(path)
    with pytest.raises(BrieferError, match="No version of lamps-note has been kept yet"):
        versions.measured_against(place, "lamps-note")
    versions.keep(place, brief, sent=True)
    assert versions.measured_against(place, "lamps-note").number == 1
    versions.keep(place, brief)
    assert versions.measured_against(place, "lamps-note").number == 1
    versions.keep(place, brief, sent=True)
    assert versions.measured_against(place, "lamps-note").number == 3


def test_versions_are_found_as_people_call_them(place: Workspace, path: Path) -> None:
    versions.keep(place, store.read(path))
    for called in ("1", "v1", "1-draft", "1-draft.yaml"):
        assert versions.read(place, "lamps-note", called).number == 1
    with pytest.raises(UsageError, match="There are 1-draft"):
        versions.read(place, "lamps-note", "7")
    with pytest.raises(UsageError, match="briefer keep"):
        versions.read(place, "other", "1")


def test_counting_on_changes_one_line_of_the_file(place: Workspace, path: Path) -> None:
    text = path.read_text("utf-8").replace("title: Coastal lamps", "title: Coastal lamps  # ours")
    path.write_text(text, "utf-8")
    kept = versions.keep(place, store.read(path))
    versions.count_on(path, kept)
    after = path.read_text("utf-8")
    assert set(after.split("\n")) - set(text.split("\n")) == {"version: 2"} and "# ours" in after
    assert store.read(path).version == 2
    versions.count_on(path, versions.keep(place, store.read(path)))
    assert store.read(path).version == 3
    versions.count_on(path, kept)
    assert store.read(path).version == 3


def test_versions_are_no_briefs(place: Workspace, path: Path) -> None:
    versions.keep(place, store.read(path))
    assert store.names(place.briefs) == ["lamps-note"]
    assert place.root is not None
    assert not [f for f in checking.check(str(place.root)) if "versions" in f.file]


def test_a_brief_that_is_put_away_takes_its_versions_along_and_back(place: Workspace, path: Path) -> None:
    kept = versions.keep(place, store.read(path))
    before = kept.read_bytes()
    lies = away.put_away(place, path)
    assert not kept.exists() and away.found(place) == (lies,)
    assert making.free_name(place.briefs, "lamps-note") == "lamps-note"
    other = place.briefs / "lamps-note.yaml"
    other.write_text("brief: lamps-note\n", "utf-8")
    back = away.bring_back(place, lies)
    assert back.stem == "lamps-note-2"
    (one,) = versions.versions(place, "lamps-note-2")
    assert one.path.read_bytes() == before and versions.versions(place, "lamps-note") == []


def test_where_versions_cannot_follow_the_brief_stays_too(
    place: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions.keep(place, store.read(path))
    move = files.move

    def stubborn(one: Path, target: Path) -> None:
        if one.is_dir():
            raise BrieferError("This cannot be moved: access is refused")
        move(one, target)

    monkeypatch.setattr(files, "move", stubborn)
    with pytest.raises(BrieferError):
        away.put_away(place, path)
    assert path.is_file() and len(versions.versions(place, "lamps-note")) == 1


def test_a_name_that_versions_go_by_is_not_given_to_a_new_brief(place: Workspace, path: Path) -> None:
    versions.keep(place, store.read(path))
    path.unlink()
    assert making.free_name(place.briefs, "lamps-note") == "lamps-note-2"
