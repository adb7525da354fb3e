"""What can be done where one goes through what has become of the entries in a brief."""

from __future__ import annotations

from typing import Any

from briefer.tui.commands.command import Command, Where


def _open(screen: Any) -> bool:
    return screen.item is not None and screen.item.group not in ("kept", "unchanged")


def _to_edit(screen: Any) -> bool:
    return screen.item is not None and screen.item.block is not None


#: Comes before the list: a command's first keys are those that are bound.
WORDS = Where("rewording", "What has changed: in the words", types=True, lists=False, commands=(
    Command("done", "escape,f8", "done", "Take your words over; source and date come from the base.", "rewording", 1),
    Command("give_up", "f7", "give up", "Leave the words as they were.", "rewording", 2),
    Command("bold", "ctrl+b", "bold", "Make the chosen words bold, or not bold any more.", "rewording"),
    Command("italic", "ctrl+l", "italic", "Make the chosen words italic, or not italic any more.", "rewording"),
    Command("undo", "ctrl+z", "undo", "Undo the last change in these words.", "rewording", 3),
    Command("redo", "ctrl+y", "redo", "Do again what was undone.", "rewording"),
    Command("save", "ctrl+s,f2", "save", "Take your words over and save the brief.", "rewording", 4),
))  # fmt: skip

HERE = Where("carry", "What has changed", commands=(
    Command("take", "t", "take", "Take what the base has now: its words, source and date; a new entry into the note.",
            "carry", 1, _open),
    Command("keep", "space,m", "keep", "Keep what the note says; it asks again only when something changes.",
            "carry", 2, _open),
    Command("edit", "e", "edit", "Put it in words of your own.", "carry", 3, _to_edit),
    Command("take_all", "a", "take all safe", "Take at once all that needs no second look; your own words are not touched.",
            "carry", 6, lambda s: s.has_safe),
    Command("ask_again", "x", "ask again", "Decide again about what was kept.", "carry", 4,
            lambda s: s.item is not None and s.item.group == "kept"),
    Command("next_open", "n", "next", "Go to the next that is to be decided.", "carry", 4, lambda s: s.has_open),
    Command("undo", "u,ctrl+z", "undo", "Undo the last change.", "carry", 5, lambda s: s.can_undo),
    Command("redo", "r,ctrl+y", "redo", "Do again what was undone.", "carry", 0, lambda s: s.can_redo),
    Command("look", "enter,v,f4", "view", "Show all about it.", "carry", 8, lambda s: s.item is not None),
    Command("show_all", "s", "all", "Show or hide what is unchanged.", "carry", 9),
    Command("to_note", "o", "in the note", "Go to where it stands in the note.", "carry", 10, _to_edit),
    Command("save", "ctrl+s,f2", "save", "Save the brief.", "carry", 7),
    Command("leave", "escape,q,b", "back", "Go back to the note.", "carry", 11),
))  # fmt: skip
