"""Somebody makes the app their own: keys, moving about, letters to jump by, colours."""

from __future__ import annotations

from pathlib import Path

from person import Person

from journeys.beginning import drafts
from journeys.conftest import SitsDown


def settings(place: Path, text: str) -> None:
    (place / "briefer.yaml").write_text(text, "utf-8")


def line_with(seen: str, text: str) -> str:
    return next(line for line in seen.split("\n") if text in line)


async def test_remapped_keys_work_and_clashes_are_told(sits_down: SitsDown, place: Path) -> None:
    settings(place, "keys:\n  save: F11\n  desk.marking: a\n")
    async with sits_down() as person:
        await person.waits_for("a is wanted by desk.marking and desk.add on the desk; desk.marking has it")
        await drafts(person, "central asia", "Central Asia")
        await person.presses("f11")
        await person.waits_for("Saved to briefs/central-asia-speaking-note.yaml")
        await person.presses("a")
        await person.waits_for("Marking of the brief")
        await person.presses("escape", "f1")
        await person.waits_for("✗ keys: a is wanted by desk.marking and desk.add")
        assert (place / "briefs" / "central-asia-speaking-note.yaml").is_file()


async def test_vi_hands_move_about(sits_down: SitsDown, place: Path) -> None:
    settings(place, "keys: {movement: vi}\n")
    async with sits_down() as person:
        await drafts(person)
        await person.presses("g", "g")
        assert "▌ Meeting" in line_with(person.sees, "no meeting yet")
        await person.presses("G")
        await person.waits_for("Made at export")
        assert "no meeting yet" not in person.sees
        await person.presses("ctrl+u", "ctrl+u", "g", "H")
        await person.waits_for("Meeting, delegation and drafter")


async def test_a_letter_leads_to_a_row(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.presses("ctrl+g")
        row = "EMWP 10 September 2025"
        await person.waits_for(row)
        letter = line_with(person.sees, row).split()[0]
        assert len(letter) == 1 and letter.isalpha()
        await person.presses(letter)
        assert line_with(person.sees, row).startswith(" ▌")
        await person.presses("g")
        assert line_with(person.sees, row).split()[0] == letter, "without ctrl where nothing is typed"
        await person.presses("escape")
        assert line_with(person.sees, row).startswith(" ▌")


async def test_colours_are_chosen_and_remembered(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.presses("ctrl+t")
        await person.waits_for("dark letters on paper white")
        await person.presses("down", "enter")
        assert "paper white" not in person.sees
    async with sits_down() as person:
        await person.presses("ctrl+t")
        await person.waits_for("dark letters on paper white")
        assert "▌" in line_with(person.sees, "dark letters on paper white"), "it is in use after another start"


async def test_without_colour_everything_is_still_told(sits_down: SitsDown, place: Path) -> None:
    settings(place, "keys:\n  frobnicate: x\n")
    async with sits_down(NO_COLOR="1") as person:
        await person.waits_for("✗ briefer.yaml: keys: no command is called frobnicate")
        await drafts(person, "central asia", "Central Asia")
        await person.waits_for("▌ ▢ fill in")
        assert "LIMITE" in person.sees
        if not isinstance(person, Person):
            assert "\x1b[3" not in coloured(person.sees_with_colours), "no colour reaches the terminal"


def coloured(text: str) -> str:
    """The text without the attributes that are no colours: bold, italic, underlined, turned, and none."""
    for attribute in ("0", "1", "2", "3", "4", "7", "22", "23", "24", "27", "39", "49", "39;49"):
        text = text.replace(f"\x1b[{attribute}m", "")
    return text
