"""What can be done while a block is written."""

from __future__ import annotations

from briefer.tui.commands.command import Command, Where

HERE = Where("editor", "In the editor", types=True, lists=False, commands=(
    Command("done", "escape", "done", "Take the words over and close the editor.", "editor", 1),
    Command("undo", "ctrl+z", "undo", "Undo the last change.", "editor", 2),
    Command("save", "ctrl+s,f2", "save", "Save the brief, these words included.", "editor", 3),
))  # fmt: skip
