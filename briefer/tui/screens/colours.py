"""Choosing the colours: each theme is seen as the cursor comes to it, and the one that Enter takes is remembered."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static
from textual.widgets.option_list import Option

from briefer.errors import BrieferError
from briefer.tui import remembered, theme_names
from briefer.tui.plain import plain
from briefer.tui.screens.dialog import Dialog
from briefer.tui.screens.keys import heading
from briefer.tui.widgets.lines import Hanging, Lines
from briefer.tui.widgets.panel import Panel


class Colours(Dialog[None]):
    """A list of themes, briefer's own first."""

    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = "Lines"
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q", "back", "back")]
    KEYS = (("↑ ↓", "See another one."), ("⏎", "Take it, and remember it."), ("esc", "Back to what it was."))

    def __init__(self) -> None:
        super().__init__()
        self._before = ""

    def compose(self) -> ComposeResult:
        """The list."""
        with Panel("Colours", "↑ ↓ shows · Enter takes · Esc goes back"):
            if self.app.no_color:
                said = "NO_COLOR is set, so that nothing is coloured here; take it away to choose."
                yield Static(plain(said), classes="asked", markup=False)
            yield Static("", classes="fault", markup=False)
            yield Lines()

    def on_mount(self) -> None:
        """The cursor begins on the theme in use."""
        self._before = self.app.theme
        rows = [Option(Hanging(plain(n, "bold"), plain(w), 12), id=n) for n, w in theme_names.OURS.items()]
        others = [Option(plain(n), id=n) for n in theme_names.TEXTUAL if n in self.app.available_themes]
        self.query_one(Lines).show([*rows, heading("Others"), *others], self._before)

    def on_option_list_option_highlighted(self, event: Lines.OptionHighlighted) -> None:
        """Show it."""
        if event.option.id and not self.app.no_color:
            self.app.theme = event.option.id

    def on_option_list_option_selected(self, event: Lines.OptionSelected) -> None:
        """Take and remember it."""
        if self.app.no_color or not event.option.id:
            self.dismiss(None)
            return
        self.app.theme = event.option.id
        try:
            remembered.choose(event.option.id, *(getattr(self.app, "asks_for", None) or ("", None)))
        except BrieferError as error:
            self._before = event.option.id
            said = f"✗ It holds until briefer ends, but cannot be remembered: {error}"
            self.query_one(".fault", Static).update(plain(said))
        else:
            self.dismiss(None)

    def action_back(self) -> None:
        """Back to what it was."""
        self.app.theme = self._before
        self.dismiss(None)
