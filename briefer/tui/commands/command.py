"""What a command is, and what a place with commands of its own is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple


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
    """The place it belongs to: the name of a ``Where``; empty for everywhere."""
    rank: int = 0
    """Its place in the key line, 1 first; 0 is only in help and palette."""
    when: Callable[[Any], bool] = _always
    """Whether it applies, given the screen."""
    vi: str = ""
    """Further keys where movement is vi-like."""

    @property
    def id(self) -> str:
        """Its name with its place, as ``keys:`` in ``briefer.yaml`` has it: ``desk.undo``."""
        return f"{self.where or 'everywhere'}.{self.name}"

    @property
    def default(self) -> tuple[str, ...]:
        """The keys it has where nobody says otherwise."""
        return tuple(k for k in self.keys.split(",") if k)


class Where(NamedTuple):
    """A place with commands of its own: a screen, or an editor or list within one."""

    name: str
    title: str
    """As guide and help head its commands: "On the desk"."""
    types: bool = False
    """Whether one types there, so that a letter is not at hand as a key."""
    commands: tuple[Command, ...] = ()
    lists: bool = True
    """Whether a list can have the focus there, so that its keys are taken."""

    @property
    def along(self) -> tuple[str, ...]:
        """The places whose commands work here too, this one first."""
        everywhere = ("",) if self.name not in ("dialog", "list") else ()
        return tuple(dict.fromkeys((self.name, *everywhere, *(("list",) if self.lists else ()))))
