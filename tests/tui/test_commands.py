"""The one list of commands: keys, palette, key line and help say the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from person import Opens

from briefer.tui import commands
from briefer.tui.screens.carrying import Carrying
from briefer.tui.screens.choice import Choice
from briefer.tui.screens.commanded import Commanded
from briefer.tui.screens.desk import Desk
from briefer.tui.screens.dialog import Dialog
from briefer.tui.screens.files import Files
from briefer.tui.screens.home import Home
from briefer.tui.screens.paper import PaperRead
from briefer.tui.screens.place import Place
from briefer.tui.screens.proposals import Proposals
from briefer.tui.screens.questions import Questions
from briefer.tui.screens.rehearsal import Rehearsal
from briefer.tui.widgets.lines import Lines

SCREENS = {
    "home": Home, "choice": Choice, "desk": Desk, "editor": Desk, "pull": Desk, "rehearsal": Rehearsal,
    "questions": Questions, "material": Questions, "filter": Questions, "files": Files,
    "paper": PaperRead, "proposals": Proposals, "dialog": Dialog, "list": Lines,
    "carry": Carrying, "rewording": Carrying,
}  # fmt: skip


@pytest.mark.parametrize("command", commands.COMMANDS, ids=lambda c: f"{c.where or 'all'}-{c.name}")
def test_every_command_can_be_carried_out_and_is_explained(command: commands.Command) -> None:
    everywhere = {s for s in SCREENS.values() if issubclass(s, Place)}
    for screen in [SCREENS[command.where]] if command.where else everywhere:
        assert callable(getattr(screen, f"action_{command.name}", getattr(Commanded, f"action_{command.name}", None)))
    assert command.help.endswith(".") and command.title and (command.keys or command.vi)


def test_no_command_needs_a_key_that_terminals_swallow() -> None:
    for command in commands.COMMANDS:
        first = command.keys.split(",")
        assert not all("+enter" in k or k.startswith("alt+") for k in first)
        assert command.name not in {"save"} or any(not k.startswith("ctrl") for k in first)


def test_no_key_means_two_things_in_one_place() -> None:
    for place in commands.PLACES:
        lists = commands.place("list").commands if place.lists and place.name != "list" else ()
        keys = [k for c in (*commands.at(place.name), *lists) for k in c.default]
        twice = {k for k in keys if keys.count(k) > 1}
        assert not twice, (place.name, twice)


async def test_help_lists_what_works_here_and_does_it(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts()
        await person.presses("f1")
        assert "Keys that work here" in person.sees and "Change the words of the block" in person.reads
        await person.presses("escape", "question_mark")
        assert "Keys that work here" in person.sees
        await person.presses("enter")
        assert person.app.screen.where == "editor", "Enter on the first one changes the block"


async def test_palette_finds_commands(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts()
        await person.presses("ctrl+p")
        await person.types("as template")
        await person.waits_for("standing text as a template")
        await person.presses("enter")
        await person.waits_for("Keep as template")


async def test_mouse_reaches_blocks_and_key_line(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts()
        lines = person.sees.split("\n")
        words = "fill in Second thing to land"
        row, line = next((i, line) for i, line in enumerate(lines) if words in line)
        in_note = (line.index(words) + 10, row)
        await person.pilot.click(offset=in_note)
        await person.settles()
        assert person.app.screen.block.text == "Second thing to land."
        await person.pilot.click(offset=in_note)
        await person.settles()
        assert person.app.screen.where == "editor"
        keys = person.sees.split("\n")[-1]
        await person.pilot.click(offset=(keys.index("done"), 23))
        await person.settles()
        assert person.app.screen.where == "desk"


async def test_keys_can_be_remapped(opens: Opens, place: Path) -> None:
    (place / "briefer.yaml").write_text("keys:\n  save: f11\n  frobnicate: z\n", "utf-8")
    async with opens() as person:
        assert "no command is called frobnicate" in person.reads
        await person.drafts()
        assert "F11 save" in person.sees
        await person.presses("f11")
        assert "Saved to" in person.sees
