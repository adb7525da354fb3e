"""One list of commands: bindings, palette, key line and help are all made from it.

Each command is carried out by the method ``action_NAME`` of the screen it belongs to, and can be given another key
under ``keys:`` in ``briefer.yaml``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from textual.binding import Binding, BindingType


def _always(_screen: Any) -> bool:
    return True


class Command(NamedTuple):
    """Something a person can ask for."""

    name: str
    keys: str
    """In Textual's names, separated by commas; the first is the one shown."""
    title: str
    """One or two words for the key line."""
    help: str
    """What it does, as one sentence."""
    where: str
    """The place it belongs to: home, choice, desk, editor, pull; empty for everywhere."""
    rank: int = 0
    """Its place in the key line, 1 first; 0 is only in help and palette."""
    when: Callable[[Any], bool] = _always
    """Whether it applies, given the screen."""


def _on_block(desk: Any) -> bool:
    return desk.block is not None


def _on_row(desk: Any) -> bool:
    return desk.row is not None


COMMANDS: tuple[Command, ...] = (
    Command("choose", "enter", "open", "Open the brief, or begin one for the meeting or topic.", "home", 1),
    Command("mark", "f4", "mark", "Mark the topic; several marked topics make one brief.", "home", 2,
            lambda home: home.on_topic),
    Command("clear", "escape", "clear", "Empty the search box and forget marks and template.", "home", 4,
            lambda home: home.has_choice),
    Command("forget", "f6", "forget", "Forget the unsaved work under the cursor.", "home", 3,
            lambda home: home.on_unsaved),
    Command("faults", "f8", "faults", "Show what could not be read in knowledge, templates and briefs.", "home", 3,
            lambda home: home.has_faults),
    Command("folder", "f7", "folder", "Choose the folder to work in.", "home", 0),
    Command("reload", "f5", "reload", "Read knowledge, templates and briefs again.", "home", 0),
    Command("draft", "enter", "draft", "Draft the brief with this template.", "choice", 1),
    Command("meeting", "m", "meeting", "Choose the meeting that the brief is for: none, or one that the base knows.",
            "choice", 2, lambda choice: choice.has_meetings),
    Command("back", "escape", "back", "Go back without drafting.", "choice", 3),
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
    Command("done", "escape", "done", "Take the words over and close the editor.", "editor", 1),
    Command("undo", "ctrl+z", "undo", "Undo the last change.", "editor", 2),
    Command("save", "ctrl+s,f2", "save", "Save the brief, these words included.", "editor", 3),
    Command("take", "enter", "take in", "Take the entry in, or take back what was just taken in.", "pull", 1),
    Command("look", "f4", "view", "Show everything about the entry.", "pull", 2),
    Command("close", "escape", "done", "Close the list.", "pull", 3),
    Command("undo", "ctrl+z", "undo", "Undo the last change.", "pull", 4),
    Command("save", "ctrl+s,f2", "save", "Save the brief.", "pull", 5),
    Command("keys", "f1,question_mark", "keys", "Show the keys that work here.", "", 90),
    Command("palette", "ctrl+p", "all", "Find any command by its name.", "", 91),
    Command("theme", "ctrl+t", "colours", "Choose the colours: dark, light and others.", ""),
    Command("quit", "ctrl+q", "quit", "Leave briefer; unsaved work is asked about.", "", 92),
)  # fmt: skip


def at(where: str) -> list[Command]:
    """The commands of a place, then those that work everywhere."""
    return [c for c in COMMANDS if c.where == where] + [c for c in COMMANDS if not c.where]


def bindings(*places: str) -> list[BindingType]:
    """The key bindings of a screen that is the given places; those of its inner places are carried out by it too."""
    wanted: dict[str, Binding] = {}
    for command in COMMANDS:
        if command.where in places and command.name not in wanted:
            wanted[command.name] = Binding(
                command.keys, command.name, command.title, show=False, id=command.name, tooltip=command.help
            )
    return list(wanted.values())


def find(where: str, name: str) -> Command | None:
    """The command of this name in a place."""
    return next((c for c in at(where) if c.name == name), None)


_SHOWN = {
    "escape": "esc", "enter": "⏎", "delete": "del", "question_mark": "?", "less_than_sign": "<",
    "greater_than_sign": ">", "space": "space",
}  # fmt: skip


def shown_keys(command: Command, keymap: Mapping[str, str]) -> list[str]:
    """The keys of a command as a person reads them, remapped ones as remapped."""
    return [_shown(k.strip()) for k in keymap.get(command.name, command.keys).split(",") if k.strip()]


def _shown(key: str) -> str:
    head, _, last = key.rpartition("+")
    last = _SHOWN.get(last, last.upper() if last[:1] == "f" and last[1:].isdigit() else last)
    head = head.replace("ctrl", "^").replace("shift", "shift+").replace("+^", "^")
    return f"{head}{last}"


def unknown(keymap: Mapping[str, str]) -> list[str]:
    """Names in a keymap that no command has."""
    names = {c.name for c in COMMANDS}
    return sorted(k for k in keymap if k not in names)
