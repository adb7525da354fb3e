"""Help: the keys that work on the screen one came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets.option_list import Option

from briefer.tui import commands
from briefer.tui.commands import Command
from briefer.tui.plain import plain
from briefer.tui.screens.dialog import Dialog
from briefer.tui.widgets.lines import Hanging, Lines
from briefer.tui.widgets.panel import Panel


class Keys(Dialog[str | None]):
    """A list of keys with what they do; Enter does what the cursor is on."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,question_mark,f1", "dismiss", "close")]

    def __init__(self, here: Sequence[Command], keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._here, self._keymap = here, keymap

    def compose(self) -> ComposeResult:
        """The list."""
        rows = [
            Option(
                Hanging(plain("  ".join(commands.shown_keys(c, self._keymap)), "bold"), plain(c.help), 14), id=c.name
            )
            for c in self._here
        ]
        with Panel("Keys that work here", "Enter does it · Esc closes"):
            yield Lines(*rows)

    def on_option_list_option_selected(self, event: Lines.OptionSelected) -> None:
        """Give the name of the command, for the screen beneath to carry out."""
        self.dismiss(event.option.id)


class DialogKeys(Dialog[None]):
    """The keys of a dialog, to read."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,enter,question_mark,f1", "dismiss", "close")]

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The list."""
        rows = [Option(Hanging(plain(key, "bold"), plain(means), 14)) for key, means in self._keys]
        with Panel("Keys of this dialog", "Esc closes"):
            yield Lines(*rows)

    def on_option_list_option_selected(self) -> None:
        """Close."""
        self.dismiss(None)
