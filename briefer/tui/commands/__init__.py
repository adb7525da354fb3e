"""One list of commands: bindings, palette, key line, help and the guide's list of keys are all made from it.

Each place has a module of its own with its commands. A command is carried out by the method ``action_NAME`` of the
screen it belongs to, and can be given another key under ``keys:`` in ``briefer.yaml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefer.tui.commands import (
    carry,
    choice,
    desk,
    dialogs,
    editor,
    everywhere,
    files,
    home,
    key_names,
    lists,
    paper,
    proposals,
    pull,
    questions,
    rehearsal,
)  # fmt: skip
from briefer.tui.commands.command import Command, Where

if TYPE_CHECKING:
    from textual.binding import BindingType

__all__ = ["COMMANDS", "PLACES", "Command", "Where", "at", "bindings", "find", "place", "shown_keys"]

#: The places, in the order of the guide; screens first, then what is in or over them.
PLACES: tuple[Where, ...] = (
    home.HERE, choice.HERE, desk.HERE, editor.HERE, pull.HERE,
    questions.MATERIAL, questions.FILTER, questions.HERE, rehearsal.HERE,
    files.HERE, paper.HERE, proposals.HERE,
    carry.HERE, carry.WORDS,
    dialogs.HERE, everywhere.HERE, lists.HERE,
)  # fmt: skip

COMMANDS: tuple[Command, ...] = tuple(command for place in PLACES for command in place.commands)

_PLACES = {place.name: place for place in PLACES}


def place(where: str) -> Where:
    """The place of this name; one that has no commands of its own is in no list."""
    return _PLACES.get(where) or Where(where, "Here")


def at(where: str) -> list[Command]:
    """The commands of a place, then those that work everywhere; moving in lists (place ``list``) is apart.

    What works everywhere stands back where the place has another meaning for all its keys.
    """
    own = place(where).commands
    taken = {key for command in own for key in command.default}
    further = [c for name in place(where).along if name not in (where, "list") for c in place(name).commands]
    return [*own, *(c for c in further if not c.default or not taken.issuperset(c.default))]


def bindings(*places: str, keymap: Mapping[str, str] | None = None) -> list[BindingType]:
    """The key bindings of a screen that is the given places, each carried out where its own place is.

    ``keymap`` has the keys of those that differ from the list, by id.
    """
    from textual.binding import Binding

    return [
        Binding(keys, f"do('{command.id}')", command.title, show=False, id=command.id, tooltip=command.help)
        for name in places
        for command in place(name).commands
        if (keys := (keymap or {}).get(command.id, command.keys))
    ]


def find(where: str, name: str) -> Command | None:
    """The command of this name in a place."""
    return next((c for c in at(where) if c.name == name), None)


def shown_keys(command: Command, keymap: Mapping[str, str], where: str | None = None) -> list[str]:
    """The keys of a command as a person reads them, remapped ones as remapped.

    Given a place ``where`` one does nothing but type, without those that would be typed.
    """
    keys = [k for k in keymap.get(command.id, command.keys).split(",") if k]
    if where is not None and place(where).types and not place(where).lists:
        keys = [k for k in keys if not key_names.character(k)]
    return [key_names.shown(k) for k in keys]
