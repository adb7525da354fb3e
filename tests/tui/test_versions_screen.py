"""The versions on the screen, at the three sizes people have: kept by themselves, marked, compared, broken ones, from home."""

from __future__ import annotations

from pathlib import Path

import pytest
from person import Opens, Person

from briefer.brief import edit, store, versions
from briefer.tui.sitting import opened
from briefer.workspace import read

SIZES = [(60, 20), (80, 24), (120, 40)]
by_size = pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")


def of(place: Path) -> list[versions.Version]:
    return versions.versions(read(str(place)), "central-asia-speaking-note")


async def with_two_versions(person: Person) -> None:
    """A brief on the desk that was kept twice, an entry of it removed in between and its objective written."""
    await person.drafts()
    await person.presses("ctrl+s", "V", "f2")
    await person.types("first")
    await person.presses("enter", "escape")
    await person.presses("enter")
    await person.types("We want [first] things.")
    await person.presses("escape", "n", "n", "n", "n", "d", "V", "f2")
    await person.types("second")
    await person.presses("enter")


@by_size
async def test_any_two_are_compared_by_signs(opens: Opens, place: Path, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await with_two_versions(person)
        assert "first" in person.sees and "second" in person.sees
        assert [v.kept.note for v in of(place) if v.kept] == ["first", "second"]
        # The older one is the one that things went from, whichever is marked.
        await person.presses("home", "down", "m")
        assert "Marked: 2-draft" in person.reads
        await person.presses("down", "enter")
        assert "version 1, draft" in person.reads and "version 2, draft" in person.reads
        assert "{+We want [first] things.+}" in person.reads and "Change 1 of" in person.reads
        first = person.sees
        await person.presses("n")
        assert "Change 2 of" in person.reads
        await person.presses("p")
        assert person.sees == first
        await person.presses("b")
        assert "compare with that one" in person.reads
        await person.presses("escape", "escape")
        assert any("[first]" in b.text for s in person.app.screen.work.brief.sections for b in s.blocks)


@by_size
async def test_a_block_that_was_removed_comes_back_in_one_step(opens: Opens, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await person.drafts()
        whole = person.app.screen.work.brief
        await person.presses("ctrl+s", "V", "f2")
        await person.types("first")
        await person.presses("enter", "escape", "d")
        removed = person.app.screen.work.brief
        assert removed.sections != whole.sections
        await person.presses("V", "enter")
        assert "− gone" in person.sees and "[-" in person.sees
        await person.presses("b")
        assert "Taken back" in person.reads
        await person.presses("escape", "escape")
        assert person.app.screen.work.brief.sections == whole.sections
        await person.presses("ctrl+z")
        assert person.app.screen.work.brief.sections == removed.sections


@by_size
async def test_from_the_old_version_too(opens: Opens, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await person.drafts()
        whole = person.app.screen.work.brief
        row = person.app.screen.row
        await person.presses("ctrl+s", "V", "f2")
        await person.types("first")
        await person.presses("enter", "escape", "d", "V", "o")
        assert "to read" in person.sees
        await person.presses("x", "d", "enter")
        assert "to read" in person.sees
        while person.app.screen.query_one("Note").current != row:
            await person.presses("down")
        await person.presses("b")
        assert "Taken back into the brief" in person.reads
        await person.presses("escape", "escape")
        assert person.app.screen.work.brief.sections == whole.sections


async def test_each_state_it_leaves_is_kept(opens: Opens, place: Path) -> None:
    async with opens() as person:
        await person.drafts()
        await person.presses("ctrl+s", "F", "down", "enter")
        assert "A version of it as draft is kept." in person.reads
        await person.presses("F", "end", "enter")
        await person.types("A. Head")
        await person.presses("enter")
        assert [v.name for v in of(place)] == ["1-draft", "2-clearance"]
        assert person.app.screen.work.brief.version == 3
        # A change takes the clearance away, and what was cleared is kept as it was.
        await person.presses("d")
        assert [v.name for v in of(place)] == ["1-draft", "2-clearance", "3-cleared"]
        assert of(place)[-1].brief.cleared_by == "A. Head"  # type: ignore[union-attr]
        assert person.app.screen.work.brief.state == "clearance"


async def test_a_state_is_taken_though_its_version_cannot_be_kept(opens: Opens, place: Path) -> None:
    async with opens() as person:
        await person.drafts()
        await person.presses("ctrl+s")
        (place / "briefs" / "versions").write_text("in the way", "utf-8")
        await person.presses("F", "down", "enter")
        assert "No version of it as draft is kept" in person.reads
        assert person.app.screen.work.brief.state == "clearance"


async def test_a_broken_version_is_named_and_the_others_stay_usable(opens: Opens, place: Path) -> None:
    async with opens() as person:
        await with_two_versions(person)
        of(place)[0].path.write_text("brief: [", "utf-8")
        await person.presses("escape", "V")
        assert "cannot be read" in person.reads
        await person.presses("end", "enter")
        assert "It cannot be read:" in person.reads
        await person.presses("o")
        assert "It cannot be read:" in person.reads
        await person.presses("up", "enter")
        assert "What differs" in person.sees


@by_size
async def test_from_the_first_screen_one_can_look(opens: Opens, place: Path, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await with_two_versions(person)
        await person.presses("escape", "ctrl+s", "escape")
        await person.types("central-asia-speaking")
        await person.presses("ctrl+r")
        assert "Versions" in person.sees and "second" in person.sees
        await person.presses("f2")
        assert "from the desk" in person.reads and len(of(place)) == 2
        await person.presses("end", "enter")
        assert "{+We want [first] things.+}" in person.reads


async def test_a_final_note_is_kept_as_sent_once(opens: Opens, place: Path) -> None:
    async with opens() as person:
        await person.drafts()
        for _ in range(2):
            await person.presses("x", "down", "down", "enter", "f9")
            if "Not written" in person.sees:
                await person.presses("end", "enter")
            assert "Written to" in person.reads
            await person.presses("escape")
        (one,) = of(place)
        assert one.sent and one.number == 1
        saved = store.read(place / "briefs" / "central-asia-speaking-note.yaml")
        assert saved.version == 2
        assert edit.entries_in(saved)


async def test_what_is_kept_stays_kept_whatever_is_undone(opens: Opens, place: Path) -> None:
    async with opens(size=(80, 24)) as person:
        await with_two_versions(person)
        await person.presses("escape")
        work = person.app.screen.work
        assert work.brief.version == 3
        await person.presses("ctrl+z", "ctrl+z")
        assert work.brief.version == 3 and [v.number for v in of(place)] == [1, 2]
        await person.presses("V")
        assert "3 draft" in person.reads and "the same as" not in person.reads
        await person.presses("escape", "ctrl+y", "ctrl+y", "V")
        assert "the same as 2" in person.reads


async def test_a_file_that_lags_behind_its_versions_is_opened_under_the_next_number(opens: Opens, place: Path) -> None:
    workspace = read(str(place))
    async with opens(size=(80, 24)) as person:
        await with_two_versions(person)
        await person.presses("escape", "ctrl+s")
    path = workspace.briefs / "central-asia-speaking-note.yaml"
    path.write_text(path.read_text("utf-8").replace("version: 3", "version: 1"), "utf-8")
    work = opened(workspace, path)
    assert work.brief.version == 3 and not work.changed
