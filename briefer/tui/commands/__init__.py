"""One list of commands: bindings, palette, key line, help and the guide's list of keys are all made from it.

Each place has a module of its own with its commands. A command is carried out by the method ``action_NAME`` of the
screen it belongs to, and can be given another key under ``keys:`` in ``briefer.yaml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefer.tui.commands import choice, desk, editor, everywhere, home, pull, questions, rehearsal
from briefer.tui.commands.command import Command, Where

if TYPE_CHECKING:
    from textual.binding import BindingType

__all__ = ["COMMANDS", "PLACES", "Command", "Where", "at", "bindings", "find", "shown_keys", "unknown"]

#: The places, in the order of the guide.
PLACES: tuple[Where, ...] = (
    home.HERE, choice.HERE, desk.HERE, editor.HERE, pull.HERE,
    questions.MATERIAL, questions.FILTER, questions.HERE, rehearsal.HERE,
    everywhere.HERE,
)  # fmt: skip

COMMANDS: tuple[Command, ...] = tuple(command for place in PLACES for command in place.commands)


def at(where: str) -> list[Command]:
    """The commands of a place, then those that work everywhere."""
    return [c for c in COMMANDS if c.where == where] + [c for c in COMMANDS if not c.where]


def bindings(*places: str) -> list[BindingType]:
    """The key bindings of a screen that is the given places; those of its inner places are carried out by it too."""
    from textual.binding import Binding

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
    "greater_than_sign": ">", "space": "space", "slash": "/",
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
