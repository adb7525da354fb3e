"""What can be done on the desk."""

from __future__ import annotations

from typing import Any

from briefer.tui.commands.command import Command, Where


def _on_block(desk: Any) -> bool:
    return desk.block is not None


def _on_row(desk: Any) -> bool:
    return desk.row is not None


HERE = Where("desk", "On the desk", commands=(
    Command("write", "enter", "change", "Change the words of the block, or the title of the section.", "desk", 1,
            _on_row),
    Command("add", "a", "add", "Write a block of your own after this one.", "desk", 3, _on_row),
    Command("pull", "p,f3", "pull in", "Find entries of the knowledge base and take them in.", "desk", 4, _on_row),
    Command("remove", "d,delete", "remove", "Take the block or section out; undo brings it back.", "desk", 5, _on_row),
    Command("undo", "ctrl+z,u", "undo", "Undo the last change, whatever it was.", "desk", 6, lambda d: d.can_undo),
    Command("redo", "ctrl+y,r", "redo", "Do again what was undone.", "desk", 0, lambda d: d.can_redo),
    Command("save", "ctrl+s,f2", "save", "Save the brief.", "desk", 7),
    Command("export", "x,f9", "Word", "Write the note as a Word file.", "desk", 8),
    Command("view", "v", "view", "Show everything about the entry: sources, day, disputes, note.", "desk", 9, _on_block),
    Command("copy", "c,ctrl+c", "copy", "Hand the block's text and source to the terminal's clipboard, where it takes them.",
            "desk", 0, _on_block),
    Command("move_up", "less_than_sign,shift+up", "move up", "Move the block or section up.", "desk", 0, _on_row),
    Command("move_down", "greater_than_sign,shift+down", "move down", "Move the block or section down.", "desk", 0,
            _on_row),
    Command("new_entry", "plus,ctrl+n", "new entry", "Write down a fact, position, question, paper or topic of your own.",
            "desk", 11),
    Command("change_entry", "E,ctrl+o", "change entry", "Change the entry under the cursor in the knowledge base.", "desk",
            0, lambda d: d.entry_here is not None),
    Command("new_topic", "T", "new topic", "Write down a new topic.", "desk", 0),
    Command("sources", "s", "sources", "Show or hide the source under each block.", "desk", 0),
    Command("outline", "o", "outline", "Go to the outline and back.", "desk", 0),
    Command("next_gap", "n,f6", "next gap", "Go to the next block that is still to be filled in.", "desk", 2),
    Command("header", "h", "meeting, delegation and drafter",
            "Change meeting, delegation, drafter and who cleared it.", "desk", 0),
    Command("title", "t", "title", "Change the title of the brief.", "desk", 0),
    Command("marking", "m", "marking", "Raise the marking of the brief, or take back what was raised.", "desk", 0),
    Command("keep_template", "f7", "as template", "Keep the brief's sections and standing text as a template.", "desk", 0),
    Command("save_as", "f12", "save as", "Save the brief under another name.", "desk", 0),
    Command("leave", "escape,q", "back", "Go back to the first screen.", "desk", 10),
))  # fmt: skip
