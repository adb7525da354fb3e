"""Gives screens and lists the keys that hold now.

Textual's own key map drops every other binding of a key that it takes from one command, so that Esc, given to another
command on one screen, would be dead in its editor too; hence this.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode

from briefer.tui import commands

_PLACES = {command.id: command.where for command in commands.COMMANDS}


def rebind(node: DOMNode, keymap: Mapping[str, str]) -> None:
    """Bind the keys of the commands that a screen or list carries out; bindings of its own stay as they are."""
    if not keymap and getattr(node, "_rebound", None) is None:
        return  # what the class has from the beginning
    bound: dict[str, list[Binding]] = {}
    places: dict[str, None] = {}
    for key, binding in type(node)._merged_bindings or BindingsMap():
        if binding.id in _PLACES:
            places[_PLACES[binding.id]] = None
        if binding.id not in keymap:
            bound.setdefault(key, []).append(binding)
    changed = [b for b in commands.bindings(*places, keymap=keymap) if isinstance(b, Binding) and b.id in keymap]
    for key, binding in BindingsMap(changed):
        bound.setdefault(key, []).append(binding)
    node._bindings = BindingsMap.from_keys(bound)
    node._rebound = True  # type: ignore[attr-defined]
    node.refresh_bindings()
