"""What can be done in the list of entries to take in."""

from __future__ import annotations

from briefer.tui.commands.command import Command, Where

HERE = Where("pull", "In the list of entries", types=True, commands=(
    Command("take", "enter", "take in", "Take the entry in, or take back what was just taken in.", "pull", 1),
    Command("look", "f4", "view", "Show everything about the entry.", "pull", 2),
    Command("new_entry", "ctrl+n", "new entry", "Write down a fact, position, question, paper or topic of your own.",
            "pull", 6),
    Command("change_entry", "ctrl+o", "change entry", "Change the entry under the cursor in the knowledge base.", "pull", 7,
            lambda d: d.entry_here is not None),
    Command("close", "escape", "done", "Close the list.", "pull", 3),
    Command("undo", "ctrl+z", "undo", "Undo the last change.", "pull", 4),
    Command("save", "ctrl+s,f2", "save", "Save the brief.", "pull", 5),
))  # fmt: skip
