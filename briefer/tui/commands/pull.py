"""What can be done in the knowledge pane."""

from __future__ import annotations

from typing import Any

from briefer.tui.commands.command import Command, Where


def _on_entry(desk: Any) -> bool:
    return desk.item is not None


HERE = Where("pull", "In the knowledge pane", types=True, commands=(
    Command("take", "enter", "take in",
            "Take the entry in at the cursor, or take back what was just taken in; a paper becomes a source of the block.",
            "pull", 1, _on_entry),
    Command("look", "f4", "view", "Show everything about the entry.", "pull", 2, _on_entry),
    Command("kinds", "ctrl+r", "kind", "List facts, positions, questions or papers only, or all of them.", "pull", 3),
    Command("take_to", "f7", "take to …", "Choose the section or the question under which the entry is taken in.", "pull", 4,
            _on_entry),
    Command("close", "escape", "note", "Back to the note, or to the words you are writing.", "pull", 5),
    Command("undo", "ctrl+z", "undo", "Undo the last change.", "pull", 6),
    Command("redo", "ctrl+y", "redo", "Do again what was undone.", "pull", 0),
    Command("save", "ctrl+s,f2", "save", "Save the brief.", "pull", 7),
    Command("review", "f8", "review", "List what a careful colleague would remark.", "pull", 0),
    Command("export", "f9", "export", "Write the note as a Word file, or in another format.", "pull", 0),
    Command("new_entry", "ctrl+n", "new entry", "Write down a fact, position, question, paper or topic of your own.",
            "pull", 8),
    Command("change_entry", "ctrl+o", "change entry", "Change the entry or paper under the cursor in the knowledge base.",
            "pull", 9, lambda d: d.entry_here is not None),
))  # fmt: skip
