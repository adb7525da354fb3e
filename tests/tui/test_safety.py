"""Nothing is lost: the journal, other people's changes, disks that refuse, leaving."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from person import Opens

from briefer import files
from briefer.brief import making, store
from briefer.errors import BrieferError
from briefer.tui import loading
from briefer.tui.screens import keeping
from briefer.workspace import read


def made(place: Path, name: str = "mine") -> Path:
    return making.new(read(str(place)), making.Wanted(("central-asia",), name=name, as_of="2025-06-10"))[1]


async def test_work_is_written_down_at_a_pause_and_offered_again(
    opens: Opens, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "PAUSE", 0.05)
    async with opens() as person:
        await person.drafts()
        await person.presses("enter")
        await person.types("Half a sentence [")
        await person.pilot.pause(0.2)
        journal = list((place / ".briefer" / "journal").glob("*.json"))
        assert len(journal) == 1 and "Half a sentence [" in journal[0].read_text("utf-8")
        # No leaving: the app is gone as after a power cut, the editor still open.
    assert not list((place / "briefs").glob("*.yaml"))
    async with opens() as person:
        seen = await person.waits_for("Unsaved work")
        assert (
            "ended before “central-asia-speaking-note” was saved" in seen and "Open it" in seen and "Forget it" in seen
        )
        await person.presses("enter")
        assert "Half a sentence [" in person.sees and "not saved" in person.sees
        await person.presses("ctrl+s")
        assert "Half a sentence [" in (place / "briefs" / "central-asia-speaking-note.yaml").read_text("utf-8")
        assert not list((place / ".briefer" / "journal").glob("*.json"))


async def test_unsaved_work_can_be_put_off_and_forgotten(opens: Opens, place: Path) -> None:
    path = made(place)
    read(str(place)).journal.keep(path, path.read_text("utf-8"), files.Stamp.of(path))
    async with opens() as person:
        await person.waits_for("Unsaved work")
        await person.presses("escape")
        assert "Not saved when briefer last ended" in person.sees
        await person.types("unsaved")
        await person.presses("f6", "down", "enter")
        await person.waits_for("is forgotten")
    assert read(str(place)).journal.found() == []


async def test_changed_by_somebody_else_nothing_is_overwritten(opens: Opens, place: Path) -> None:
    path = made(place)
    async with opens() as person:
        await person.types("mine")
        await person.presses("enter")
        await person.presses("enter")
        await person.types("My words")
        theirs = path.read_text("utf-8").replace("First thing to land", "Their words to land")
        path.write_text(theirs, "utf-8")
        await person.presses("ctrl+s")
        assert "Somebody has changed this file" in person.reads and "Nothing was overwritten" in person.reads
        assert path.read_text("utf-8") == theirs
        await person.presses("down", "enter")  # look at theirs
        assert "Their words to land" in person.sees and "My words" not in person.sees
        assert "kept as mine-mine" in person.reads
        await person.presses("ctrl+z")
        assert "My words" in person.sees
        await person.presses("escape")
        await person.presses("d", "escape")
    assert any("My words" in w.text for w in read(str(place)).journal.found())


def exported(place: Path, *more: str) -> None:
    """A final note is written in a shell meanwhile."""
    command = [
        sys.executable,
        "-m",
        "briefer",
        "--workspace",
        str(place),
        "export",
        "mine",
        "--final",
        "--force",
        *more,
    ]
    subprocess.run(command, check=True, capture_output=True)


def edited(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


async def test_a_final_note_exported_in_a_shell_is_no_change_of_somebody_elses(opens: Opens, place: Path) -> None:
    path = made(place)
    async with opens() as person:
        await person.types("mine")
        await person.presses("enter", "d")
        exported(place)
        assert "version: 2" in path.read_text("utf-8")
        await person.presses("ctrl+s")
        assert "Saved to briefs/mine.yaml" in person.reads and "Somebody" not in person.reads
        written = store.read(path)
        assert written.version == 2
        await person.presses("ctrl+z", "ctrl+s")
        assert "Somebody" not in person.reads and store.read(path).version == 2


async def test_the_words_in_an_open_editor_outlast_such_an_export(opens: Opens, place: Path) -> None:
    path = made(place)
    async with opens() as person:
        await person.types("mine")
        await person.presses("enter", "enter")
        await person.types("My words")
        exported(place)
        await person.presses("ctrl+s")
        await person.types(" and more")
        await person.presses("escape", "ctrl+s")
        assert "Somebody" not in person.reads
        brief = store.read(path)
        assert brief.version == 2 and "My words and more" in [b.text for s in brief.sections for b in s.blocks]


async def test_with_nothing_unsaved_the_new_number_and_state_are_there_when_one_comes_back(
    opens: Opens, place: Path
) -> None:
    path = made(place)
    async with opens() as person:
        await person.types("mine")
        await person.presses("enter")
        person.app.app_focus = False
        exported(place)
        edited(path, "state: draft", "state: cleared") if "state:" in path.read_text("utf-8") else edited(
            path, "version: 2", "version: 2\nstate: cleared\ncleared_by: B. Clearer"
        )
        person.app.app_focus = True
        await person.waits_for("cleared")
        work = person.app.screen.work  # type: ignore[attr-defined]
        assert (work.brief.version, work.brief.state, work.changed) == (2, "cleared", False)


@pytest.mark.parametrize(("old", "new"), [
    ("version: 2", "version: 2\nstate: cleared"), ("version: 2", "version: 2  # for the minister"),
    ("version: 2", "# theirs\nversion: 2"), ("Second thing", "Their second thing"),
])  # fmt: skip
async def test_what_else_was_changed_with_unsaved_work_is_still_asked_about(
    opens: Opens, place: Path, old: str, new: str
) -> None:
    path = made(place)
    async with opens() as person:
        await person.types("mine")
        await person.presses("enter", "d")
        exported(place)
        edited(path, old, new)
        theirs = path.read_text("utf-8")
        await person.presses("ctrl+s")
        assert "Somebody has changed this file" in person.reads and path.read_text("utf-8") == theirs


async def test_changed_by_somebody_else_saved_under_another_name(opens: Opens, place: Path) -> None:
    path = made(place)
    async with opens() as person:
        await person.types("mine")
        await person.presses("enter")
        await person.presses("enter")
        await person.types("My words")
        await person.presses("escape")
        path.write_text(path.read_text("utf-8") + "# theirs\n", "utf-8")
        await person.presses("f2")
        await person.presses("enter")
        await person.presses("enter")
        assert "Saved to briefs/mine-mine.yaml" in person.sees
    assert "My words" in (place / "briefs" / "mine-mine.yaml").read_text("utf-8")
    assert "My words" not in path.read_text("utf-8")


async def test_changed_by_somebody_else_overwritten_deliberately(opens: Opens, place: Path) -> None:
    path = made(place)
    async with opens() as person:
        await person.types("mine")
        await person.presses("enter")
        await person.presses("d")
        path.unlink()
        await person.presses("ctrl+s")
        assert "removed meanwhile" in person.sees
        await person.presses("down", "enter")
        assert "Saved to briefs/mine.yaml" in person.sees
    assert path.is_file()


async def test_failed_save_stays_until_it_succeeds(opens: Opens, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(place)
    write = store.write

    def full(*_: object, **__: object) -> files.Stamp:
        raise BrieferError(
            "This cannot be written: the disk is full", todo="Free some space and try again", code="full"
        )

    async with opens() as person:
        await person.types("mine")
        await person.presses("enter")
        await person.presses("d")
        monkeypatch.setattr(store, "write", full)
        await person.presses("ctrl+s")
        assert "✗ Not saved. This cannot be written: the disk is full." in person.sees
        await person.presses("down", "down", "ctrl+z", "d")
        assert "✗ Not saved." in person.sees
        monkeypatch.setattr(store, "write", write)
        await person.presses("ctrl+s")
        assert "✗" not in person.sees and "Saved to" in person.sees


async def test_leaving_asks_save_keep_discard(opens: Opens, place: Path) -> None:
    path = made(place)
    before = path.read_text("utf-8")
    async with opens() as person:
        await person.types("mine")
        await person.presses("enter")
        await person.presses("enter")
        await person.types("Kept words")
        await person.presses("ctrl+q")
        assert "Save" in person.sees and "Keep for next time" in person.sees and "Discard" in person.sees
        await person.presses("escape")
        assert "Kept words" in person.sees, "going back leaves the editor as it was"
        await person.presses("escape")
        await person.presses("escape")
        await person.presses("down", "enter")
        await person.waits_for("Not saved when briefer last ended")
    assert path.read_text("utf-8") == before
    assert "Kept words" in read(str(place)).journal.found()[0].text


async def test_leaving_discards_when_told_to(opens: Opens, place: Path) -> None:
    path = made(place)
    before = path.read_text("utf-8")
    async with opens() as person:
        await person.types("mine")
        await person.presses("enter")
        await person.presses("d", "escape")
        await person.presses("down", "down", "enter")
        assert person.app.screen.where == "home"
    assert path.read_text("utf-8") == before and read(str(place)).journal.found() == []


async def test_untouched_brief_is_left_without_a_question(opens: Opens, place: Path) -> None:
    made(place)
    async with opens() as person:
        await person.types("mine")
        await person.presses("enter", "escape")
        assert person.app.screen.where == "home"


async def test_first_paint_before_the_knowledge_is_there(opens: Opens, place: Path) -> None:
    go = threading.Event()

    def slow(named: str | None) -> loading.Library:
        go.wait(10)
        return loading.read(named)

    async with opens(read=slow) as person:
        await person.pilot.pause()
        assert (
            "Find a meeting, topic, brief, fact or paper" in person.sees and "reading the knowledge base" in person.sees
        )
        await person.pilot.press(*"talent")
        assert "talent" in person.sees
        go.set()
        await person.waits_for("Talent Partnerships")


async def test_broken_knowledge_is_told_and_the_rest_usable(opens: Opens, place: Path) -> None:
    (place / "knowledge" / "topics" / "broken.yaml").write_text("topic: broken\nfacts: [\n", "utf-8")
    (place / "templates" / "bad.yaml").write_text("template: bad\ntitel: x\n", "utf-8")
    (place / "briefs" / "torn.yaml").write_text("brief: torn\nformat: 1\n", "utf-8")
    async with opens(size=(120, 40)) as person:
        await person.waits_for("not read")
        assert "broken.yaml, line" in person.sees and "the rest is usable" in person.sees
        await person.presses("f8")
        assert "bad.yaml" in person.sees and "torn.yaml" in person.sees
        await person.presses("escape")
        await person.types("torn")
        await person.presses("enter")
        assert "torn.yaml" in person.sees
        await person.presses("escape")
        await person.drafts()
        assert person.app.screen.where == "desk"


async def test_first_start_makes_a_workspace_and_remembers_it(opens: Opens, tmp_path: Path, own_settings: Path) -> None:
    async with opens(None) as person:
        await person.waits_for("Where shall your work be kept?")
        assert "briefer" in person.sees and "copied to a server" in person.reads
        await person.presses("enter")
        await person.waits_for("briefer · 24 topics")
    home = tmp_path / "home" / "briefer"
    assert (home / "knowledge").is_dir() and (home / "briefer.yaml").is_file()
    assert (own_settings / "workspace").read_text("utf-8").strip() == str(home)
    async with opens(None) as person:
        await person.waits_for("24 topics")
        assert "Where shall" not in person.sees


async def test_looking_around_saves_nothing_until_a_folder_is_chosen(opens: Opens, tmp_path: Path) -> None:
    async with opens(None) as person:
        await person.waits_for("Where shall your work be kept?")
        await person.presses("escape")
        await person.drafts()
        await person.presses("enter")
        await person.types("Words")
        await person.presses("escape")
        assert "no folder yet" in person.sees
        assert not (tmp_path / "home").exists() and not list((tmp_path / "elsewhere").iterdir())
        await person.presses("ctrl+s")
        assert "Where shall your work be kept?" in person.sees
        await person.presses("enter")
        await person.waits_for("Saved to briefs/")
    saved = tmp_path / "home" / "briefer" / "briefs" / "central-asia-speaking-note.yaml"
    assert "Words" in saved.read_text("utf-8")


async def test_workspace_that_does_not_exist_ends_the_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefer.errors import UsageError
    from briefer.tui.app import BrieferApp

    app = BrieferApp(str(tmp_path / "nowhere"))
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.error, UsageError)


def test_start_imports_nothing_that_only_other_screens_need() -> None:
    code = "import sys, briefer.tui.app; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "textual" in loaded
    assert not {"docx", "jinja2", "lxml", "yaml", "msgspec", "rapidfuzz"} & set(loaded)
