"""Keys on the screen: remapped, vi-like, and jumping by letters."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from person import Opens, Person
from textual.widgets import Input

from briefer.tui.jumping import JumpLetter, letters
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.lines import Lines

SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")


def settings(place: Path, text: str) -> None:
    (place / "briefer.yaml").write_text(text, "utf-8")


async def test_a_key_taken_in_one_place_still_works_in_the_others_of_the_screen(opens: Opens, place: Path) -> None:
    settings(place, "keys:\n  desk.leave: f4\n  desk.undo: f10\n")
    async with opens(size=(120, 40)) as person:
        await person.drafts()
        await person.presses("escape")
        assert person.app.screen.where == "desk", "Esc does not leave any more"
        await person.presses("enter", "x")
        await person.presses("escape")
        assert person.app.screen.where == "desk" and "Filled in a prompt" in person.sees, "but it closes the editor"
        await person.presses("u", "ctrl+z")
        assert "Undone" not in person.sees
        assert "F10 undo" in person.app.screen.query_one(KeyLine).render().plain
        await person.presses("f10")
        assert "Undone" in person.sees
        await person.presses("enter", "y", "ctrl+z")
        assert person.app.screen.query_one("Editor").text == "", "in the editor ctrl+z is still undo"
        await person.presses("escape", "p", "f4")
        assert person.app.screen_stack[-1].__class__.__name__ == "Tell" or person.app.screen.where == "pull"


async def test_a_command_without_keys_is_in_the_palette_and_in_help(opens: Opens, place: Path) -> None:
    settings(place, "keys:\n  desk.marking: a\n")
    async with opens(size=(120, 40)) as person:
        assert "desk.add has no key then" in person.reads
        await person.drafts()
        await person.presses("f1")
        assert "✗ keys: a is wanted by desk.marking and desk.add" in person.reads
        assert re.search(r"– +Write a block of your own", person.sees)
        await person.presses("escape", "ctrl+p")
        await person.types("block of your own")
        await person.waits_for("Write a block of your own")
        await person.presses("enter")
        await person.waits_for("writing")
        assert person.app.screen.where == "editor"


async def test_leaving_can_be_given_another_key(opens: Opens, place: Path) -> None:
    settings(place, "keys:\n  quit: f10\n  palette: f11\n")
    async with opens(size=(120, 40)) as person:
        await person.presses("ctrl+p", "ctrl+q")
        assert person.app.is_running and len(person.app.screen_stack) == 1
        assert "F10 quit" in person.sees
        await person.presses("f10")
        assert not person.app.is_running


async def test_ctrl_c_tells_how_to_leave(opens: Opens) -> None:
    async with opens() as person:
        await person.presses("ctrl+c")
        assert "^q leaves briefer." in person.sees


async def test_vi_moves_in_lists_and_the_command_in_its_way_has_moved(opens: Opens, place: Path) -> None:
    settings(place, "keys: {movement: vi}\n")
    async with opens(size=(120, 40)) as person:
        await person.drafts("csdp jha")
        note = person.app.screen.query_one("#note", Lines)
        rows = [i for i, o in enumerate(note.options) if not o.disabled]
        await person.presses("G")
        assert note.highlighted == rows[-1]
        await person.presses("g", "g")
        assert note.highlighted == rows[0]
        await person.presses("j", "j", "k")
        assert note.highlighted == rows[1]
        await person.presses("ctrl+d")
        half = note.highlighted
        assert half > rows[2]
        await person.presses("ctrl+u")
        assert note.highlighted < half
        await person.presses("g", "right_curly_bracket", "right_curly_bracket")
        assert note.current.startswith("section:") and note.highlighted > rows[1]
        await person.presses("left_curly_bracket")
        assert note.current.startswith("section:")
        await person.presses("h")
        assert person.app.screen.focused.id == "outline" and person.app.screen.where == "desk"
        await person.presses("l")
        assert person.app.screen.focused is note
        await person.presses("f1")
        assert re.search(r"H +Change meeting", person.sees)
        await person.presses("G", "g")
        assert person.app.screen.query_one(Lines).highlighted < 3, "dialogs' lists too"
        await person.presses("escape", "H")
        assert "Meeting, delegation and drafter" in person.sees


async def test_a_long_text_is_scrolled_as_a_list_is(opens: Opens, place: Path) -> None:
    settings(place, "keys: {movement: vi}\n")
    async with opens(size=(60, 12)) as person:
        await person.drafts("csdp jha")
        note = person.app.screen.query_one("#note", Lines)
        note.go(next(b.id for s in person.app.screen.work.brief.sections for b in s.blocks if b.sources))
        await person.settles()
        first = await person.presses("v")
        assert "Esc closes" in first
        last = await person.presses("G")
        assert last != first and await person.presses("k") != last
        assert await person.presses("g") == first and await person.presses("ctrl+d") != first


async def test_slash_in_a_list_goes_to_the_search_box(opens: Opens, place: Path) -> None:
    settings(place, "keys: {movement: vi}\n")
    async with opens() as person:
        await person.presses("tab")
        assert isinstance(person.app.screen.focused, Lines)
        await person.presses("/")
        assert isinstance(person.app.screen.focused, Input)
        await person.types("jklg")
        assert person.app.screen.focused.value == "jklg", "where one types, letters are letters"


async def test_letters_keep_their_meaning_without_vi(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts()
        await person.presses("h")
        assert "Meeting, delegation and drafter" in person.sees


def letter_of(person: Person, text: str) -> str:
    """The letters that stand on the line where a text is seen."""
    y = next(i for i, line in enumerate(person.sees.split("\n")) if text in line)
    return next(w.letters for w in person.app.screen.query(JumpLetter) if w.region.y == y)


@SIZES
async def test_a_letter_goes_to_its_row(opens: Opens, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        before = person.sees
        await person.presses("ctrl+g")
        shown = {w.letters for w in person.app.screen.query(JumpLetter)}
        assert len(shown) >= 10 and "a" in shown
        changed = [(a, b) for a, b in zip(before.split("\n"), person.sees.split("\n"), strict=True) if a != b]
        assert all(sum(x != y for x, y in zip(a, b, strict=True)) <= 12 for a, b in changed), "nothing is shifted"
        await person.presses(letter_of(person, "EMWP 10 September 2025"))
        assert "Türkiye" in person.app.screen.row.title or "EMWP" in person.app.screen.row.title
        assert isinstance(person.app.screen.focused, Lines)
        assert not person.app.screen.query(JumpLetter)


async def test_escape_takes_the_letters_away_and_leaves_what_was_typed(opens: Opens) -> None:
    async with opens() as person:
        await person.types("csdp")
        before = person.sees
        await person.presses("ctrl+g")
        assert person.sees != before
        await person.presses("escape")
        assert person.sees == before
        await person.types("x")
        assert person.app.screen.query_one(Input).value == "csdpx", "nothing was selected meanwhile"


async def test_a_letter_on_the_key_line_does_what_the_key_does(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts()
        await person.presses("g")
        last = [w for w in person.app.screen.query(JumpLetter) if w.region.y == 23]
        assert len(last) >= 4
        await person.presses(last[-1].letters)
        assert "Keys that work here" in person.sees


async def test_letters_in_a_dialog_and_by_mouse(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts()
        await person.presses("h", "ctrl+g")
        await person.presses(letter_of(person, "Drafter"))
        assert person.app.screen.focused.id == "drafter"
        await person.presses("ctrl+g")
        spot = next(w.region for w in person.app.screen.query(JumpLetter) if w.letters == letter_of(person, "Place"))
        await person.pilot.click(offset=(spot.x, spot.y))
        await person.settles()
        assert person.app.screen.focused.id == "place" and not person.app.screen.query(JumpLetter)


async def test_letters_go_when_the_window_changes(opens: Opens) -> None:
    async with opens() as person:
        await person.presses("ctrl+g")
        await person.pilot.resize_terminal(100, 30)
        await person.settles()
        assert not person.app.screen.query(JumpLetter)


@pytest.mark.parametrize("count", [1, 26, 27, 52, 53, 103, 104, 400])
def test_no_label_begins_another_one_and_near_ones_are_short(count: int) -> None:
    found = letters(count)
    assert len(found) == len(set(found)) == count
    assert not [(a, b) for a in found for b in found if a != b and b.startswith(a)]
    assert found[:9] == list("asdfghjkl")[:count] and max(map(len, found)) == (1 if count <= 52 else 2)
    assert all(label.islower() for label in found[:26])


async def test_more_than_52_targets_take_two_letters(opens: Opens, place: Path) -> None:
    async with opens(size=(140, 70)) as person:
        await person.drafts("csdp jha")
        await person.presses("ctrl+g")
        two = [w.letters for w in person.app.screen.query(JumpLetter) if len(w.letters) == 2]
        assert two
        await person.presses(two[0][0])
        left = [w for w in person.app.screen.query(JumpLetter) if w.display]
        assert left and {w.letters[0] for w in left} == {two[0][0]}
        await person.presses(two[0][1])
        assert not person.app.screen.query(JumpLetter)


@pytest.mark.parametrize("size", [(20, 5), (5, 2)], ids=str)
async def test_help_colours_and_letters_open_in_the_smallest_window(opens: Opens, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await person.presses("ctrl+g", "escape", "f1", "end", "ctrl+g", "escape", "escape", "ctrl+t", "down", "escape")
        await person.presses("ctrl+t", "f1", "escape", "escape")
        assert person.app.is_running and len(person.app.screen_stack) == 1


async def test_the_row_under_the_cursor_stays_in_view_when_the_list_gets_less_room(opens: Opens) -> None:
    async with opens() as person:
        await person.presses("pagedown", "down", "down")
        row = under_the_cursor(person)
        while under_the_cursor(person, below=1):
            await person.presses("down")
            row = under_the_cursor(person)
        await person.pilot.resize_terminal(80, 20)
        await person.settles()
        assert under_the_cursor(person) == row
        person.app.screen.notice.news("Something is said that needs a line, and then a good many more of them. " * 3)
        await person.settles()
        assert "Something is said" in person.sees
        assert under_the_cursor(person) == row


def under_the_cursor(person: Person, below: int = 0) -> str:
    """The title of the row at the bar, or that of a row below it; empty where the list ends before."""
    lines = person.sees.split("\n")
    (at,) = [n for n, line in enumerate(lines) if line.startswith((" ▌", "▌"))] or [-1]
    assert at >= 0, person.sees
    line = lines[at + below]
    return "" if line.lstrip().startswith("─") else line.strip(" ▌")[:30].strip()
