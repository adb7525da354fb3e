"""Gives screens and lists the keys that hold now.

Textual's own key map drops every other binding of a key that it takes from one command, so that Esc, given to another
command on one screen, would be dead in its editor too; hence this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual.binding import BindingsMap
from textual.dom import DOMNode

from briefer.tui import commands

_IDS = frozenset(command.id for command in commands.COMMANDS)


def rebind(node: DOMNode, keymap: Mapping[str, str]) -> None:
    """Bind the keys of the commands that a screen or list carries out; bindings of its own stay as they are."""
    bound: dict[str, list[object]] = {}
    done: set[str] = set()
    for key, binding in type(node)._merged_bindings or BindingsMap():
        keys = [key]
        if binding.id in _IDS and binding.id in keymap:
            keys = [] if binding.id in done else [k for k in keymap[binding.id].split(",") if k]
            done.add(binding.id)
        for one in keys:
            bound.setdefault(one, []).append(replace(binding, key=one))
    if done or node._bindings.key_to_bindings != bound:
        node._bindings = BindingsMap.from_keys(bound)  # type: ignore[arg-type]
        node.refresh_bindings()
