"""What every dialog has: its own keys, shown by F1, and those of all dialogs."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual._path import CSSPathType
from textual.binding import BindingType
from textual.screen import ModalScreen

from briefer.tui import commands
from briefer.tui.screens.commanded import Commanded

Given = TypeVar("Given")


class Dialog(ModalScreen[Given], Commanded[Given]):
    """A screen over another one, which waits for it; ``KEYS`` are its keys with what they do."""

    PLACE = "dialog"
    CSS_PATH: ClassVar[CSSPathType | None] = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings("dialog")
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = ()

    @property
    def holds(self) -> bool:
        """Whether something stands in it that leaving would lose; then leaving briefer is ``action_give_up`` first."""
        return False

    def action_keys(self) -> None:
        """Show the keys of this dialog."""
        from briefer.tui.screens.keys import DialogKeys

        self.app.push_screen(DialogKeys(self.KEYS, self.keymap))
