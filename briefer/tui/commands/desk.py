"""What can be done on the desk."""

from __future__ import annotations

from typing import Any

from briefer.tui.commands.command import Command, Where


def _on_block(desk: Any) -> bool:
    return desk.block is not None


def _on_section(desk: Any) -> bool:
    return desk.block is None and desk.section is not None


def _on_row(desk: Any) -> bool:
    return desk.row is not None


HERE = Where("desk", "On the desk", commands=(
    Command("write", "enter", "change", "Change the words of the block, or a section's title and limits.", "desk", 1,
            _on_row),
    Command("next_gap", "n", "next gap", "Go to the next block that is still to be filled in.", "desk", 2),
    Command("add", "a", "add", "Write a block of your own after this one.", "desk", 3, _on_row),
    Command("pull", "p,f3", "knowledge", "Go to the knowledge pane: find entries and pull them in.", "desk", 4),
    Command("new_entry", "plus,ctrl+n", "new entry", "Write down a fact, position, question, paper or topic of your own.",
            "desk", 16),
    Command("change_entry", "E,ctrl+o", "change entry", "Change the entry under the cursor in the knowledge base.", "desk",
            0, lambda d: d.entry_here is not None),
    Command("read_paper", "R", "read a paper", "Read a Council paper from a file: its questions, and what it proposes.",
            "desk", 0),
    Command("new_topic", "N", "new topic", "Write down a new topic.", "desk", 0),
    Command("remove", "d,delete", "remove", "Take the block or section out; undo brings it back.", "desk", 8, _on_row),
    Command("undo", "ctrl+z,u", "undo", "Undo the last change, whatever it was.", "desk", 7),
    Command("redo", "ctrl+y,r", "redo", "Do again what was undone.", "desk", 0),
    Command("save", "ctrl+s,f2", "save", "Save the brief.", "desk", 6),
    Command("export", "x,f9", "export", "Write the note to a file: Word, PDF and others.", "desk", 5),
    Command("review", "f8", "review", "List what a careful colleague would remark; Enter goes there.", "desk", 11),
    Command("view", "v,space", "view", "Show everything about the block: sources, day, disputes, note.", "desk", 12,
            _on_block),
    Command("outline", "o,f4", "outline", "Go to the outline and back.", "desk", 13),
    Command("find", "slash,ctrl+f", "find", "Find words in the whole brief, and replace them.", "desk", 14),
    Command("move_up", "less_than_sign,shift+up", "move up",
            "Move the block or section up; out of its section into the one above.", "desk", 0, _on_row),
    Command("move_down", "greater_than_sign,shift+down", "move down",
            "Move the block or section down; out of its section into the one below.", "desk", 0, _on_row),
    Command("promote", "shift+left", "promote", "Make the block the title of a section of its own, with what follows it.",
            "desk", 0, _on_block),
    Command("demote", "shift+right", "demote", "Let the section join the one above; its title becomes a line there.",
            "desk", 0, _on_section),
    Command("merge", "J", "merge", "Merge the block with the next one; sources of both stay.", "desk", 0, _on_block),
    Command("split", "S", "split", "Split the block, a block for each paragraph; in the editor ctrl+d splits at the cursor.",
            "desk", 0, _on_block),
    Command("duplicate", "D", "duplicate", "Make a copy of the block or section below it.", "desk", 0, _on_row),
    Command("new_section", "A", "new section", "Begin a section after this one.", "desk", 0),
    Command("cite", "C", "sources of the block", "Note a paper as a source of the block, or take a source out.", "desk", 0,
            _on_block),
    Command("state", "F", "state", "Say how far the brief is: draft, for clearance, cleared by whom.", "desk", 0),
    Command("versions", "V", "versions", "List the versions kept: compare them word by word, take a block back, keep one.",
            "desk", 0),
    Command("copy", "c,ctrl+c", "copy", "Hand the block's text and source to the terminal's clipboard, where it takes them.",
            "desk", 0, _on_block),
    Command("outside", "e", "own editor", "Write the block in your own editor ($VISUAL or $EDITOR).", "desk", 0, _on_block),
    Command("outside_all", "ctrl+e", "whole note in own editor",
            "Write the whole note in your own editor, as one change that undo takes back.", "desk", 0),
    Command("sources", "s", "sources", "Show or hide the sources under each block.", "desk", 0),
    Command("header", "h", "meeting, delegation and drafter",
            "Change meeting, language, delegation, drafter and who cleared it.", "desk", 0),
    Command("title", "t", "title", "Change the title of the brief.", "desk", 0),
    Command("recast", "T", "template", "Bring the brief under another template; what you wrote stays.", "desk", 0),
    Command("marking", "m", "marking", "Raise the marking of the brief, or take back what was raised.", "desk", 0),
    Command("questions", "f5", "questions", "Go through the questions one by one: answers and what helps to give them.",
            "desk", 9),
    Command("rehearse", "f6", "rehearse", "Rehearse the speaking note, block by block, against the clock.", "desk", 10),
    Command("carry", "b", "what has changed",
            "Go through what has become of each entry in the note: take, keep or edit it.", "desk", 0),
    Command("keep_template", "f7", "as template", "Keep the brief's sections and standing text as a template.", "desk", 0),
    Command("save_as", "f12", "save as", "Save the brief under another name.", "desk", 0),
    Command("leave", "escape,q", "back", "Go back to the first screen.", "desk", 15),
))  # fmt: skip
