"""Help: the keys that work on the screen one came from, everywhere, and in lists; what is wrong with them first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets.option_list import Option

from briefer.tui import commands
from briefer.tui.commands import Command
from briefer.tui.plain import plain
from briefer.tui.screens.dialog import Dialog
from briefer.tui.widgets.lines import Hanging, Lines
from briefer.tui.widgets.panel import Panel

if TYPE_CHECKING:
    from briefer.tui.screens.place import Place

#: The column of the keys.
_INDENT = 15


class Keys(Dialog[Command | None]):
    """A list of keys with what they do; Enter does what the cursor is on."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,question_mark,f1", "dismiss", "close")]

    def __init__(
        self,
        groups: Sequence[tuple[str, Sequence[Command]]],
        keymap: Mapping[str, str],
        faults: Sequence[str] = (),
        where: str = "",
    ) -> None:
        super().__init__()
        self._groups, self._keymap, self._faults, self._from = groups, keymap, faults, where

    @classmethod
    def of(cls, place: Place) -> Keys:
        """The keys that work in a place now."""
        here = [c for c in commands.at(place.where) if c.when(place)]
        groups = [
            (commands.place(place.where).title, [c for c in here if c.where]),
            (commands.place("").title, [c for c in here if not c.where]),
            (commands.place("list").title, place.moving),
        ]
        return cls(groups, place.keymap, getattr(place.app, "wish_faults", ()), place.where)

    def compose(self) -> ComposeResult:
        """The list."""
        with Panel("Keys that work here", "Enter does it · Esc closes"):
            yield Lines()

    def on_mount(self) -> None:
        """Fill it; the cursor begins on the first key."""
        rows = [Option(Hanging(plain("✗", "bold $text-error"), plain(f), 2), disabled=True) for f in self._faults]
        for title, here in self._groups:
            shown = [c for c in here if c.keys or c.id in self._keymap]
            if shown:
                rows.append(heading(title))
                keys = {c.id: commands.shown_keys(c, self._keymap, self._from) for c in shown}
                rows += [Option(_row(keys[c.id], c.help), id=c.id) for c in shown]
        self.query_one(Lines).show(rows)

    def on_option_list_option_selected(self, event: Lines.OptionSelected) -> None:
        """Give the command, for the screen beneath to carry out."""
        self.dismiss(next(c for c in commands.COMMANDS if c.id == event.option.id))


class DialogKeys(Dialog[None]):
    """The keys of a dialog, to read."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,enter,question_mark,f1", "dismiss", "close")]

    def __init__(self, keys: Sequence[tuple[str, str]], keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._keys, self._keymap = keys, keymap

    def compose(self) -> ComposeResult:
        """The list."""
        with Panel("Keys of this dialog", "Esc closes"):
            yield Lines()

    def on_mount(self) -> None:
        """Its own keys, then those of all dialogs and of lists."""
        rows = [Option(_row([key], means)) for key, means in self._keys]
        for name in ("dialog", "list"):
            shared = [c for c in commands.place(name).commands if commands.shown_keys(c, self._keymap)]
            rows.append(heading(commands.place(name).title))
            rows += [Option(_row(commands.shown_keys(c, self._keymap), c.help)) for c in shared]
        self.query_one(Lines).show(rows)

    def on_option_list_option_selected(self) -> None:
        """Close."""
        self.dismiss(None)


def heading(title: str) -> Option:
    """A row that heads others."""
    return Option(plain(title, "bold $text-accent"), disabled=True)


def _row(keys: Iterable[str], means: str) -> Hanging:
    return Hanging(plain("  ".join(keys) or "–", "bold"), plain(means), _INDENT)
