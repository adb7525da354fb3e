"""What can be done in the list of entries to take in."""

from __future__ import annotations

from briefer.tui.commands.command import Command, Where

HERE = Where("pull", "In the list of entries", types=True, commands=(
    Command("take", "enter", "take in", "Take the entry in, or take back what was just taken in.", "pull", 1),
    Command("look", "f4", "view", "Show everything about the entry.", "pull", 2),
    Command("close", "escape", "done", "Close the list.", "pull", 3),
    Command("undo", "ctrl+z", "undo", "Undo the last change.", "pull", 4),
    Command("save", "ctrl+s,f2", "save", "Save the brief.", "pull", 5),
))  # fmt: skip
