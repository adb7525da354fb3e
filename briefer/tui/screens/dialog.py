"""What every dialog has: its own keys, shown by F1."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual._path import CSSPathType
from textual.binding import BindingType
from textual.screen import ModalScreen

Given = TypeVar("Given")


class Dialog(ModalScreen[Given]):
    """A screen over another one, which waits for it; ``KEYS`` are its keys with what they do."""

    CSS_PATH: ClassVar[CSSPathType | None] = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("f1", "dialog_keys", "keys")]
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = ()

    @property
    def holds(self) -> bool:
        """Whether something stands in it that leaving would lose; then leaving briefer is ``action_give_up`` first."""
        return False

    def action_dialog_keys(self) -> None:
        """Show the keys of this dialog."""
        from briefer.tui.screens.keys import DialogKeys

        self.app.push_screen(DialogKeys(self.KEYS))
