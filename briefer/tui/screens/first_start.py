"""The first start: where the work is to be kept."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from briefer import files, init, workspace
from briefer.errors import BrieferError
from briefer.tui.plain import plain
from briefer.tui.screens.dialog import Dialog
from briefer.tui.widgets.lines import Lines
from briefer.tui.widgets.panel import Panel

_ASKS = """\
briefer keeps your briefs, your own knowledge and your templates in one folder. It makes the folder if it is not there, \
and changes nothing in one that is.

Documents may be a folder that is copied to a server: choose a place where your administration lets you keep LIMITE \
papers. Nothing classified belongs here at all."""


class FirstStart(Dialog[Path | None]):
    """Gives the folder, or None where the person only looks around."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "look around"), ("down", "app.focus_next")]
    KEYS = (
        ("⏎", "Make the folder and begin, or do what the cursor is on."),
        ("↓  tab", "To the ways on."),
        ("esc", "Look around without a folder."),
    )
    AUTO_FOCUS = "Input"

    def compose(self) -> ComposeResult:
        """Text, box, two ways on."""
        with Panel("Where shall your work be kept?", "Enter makes the folder · Esc goes on without"), VerticalScroll():
            yield Static(plain(_ASKS), classes="asked", markup=False)
            yield Input(str(Path.home() / "briefer"))
            yield Static("", classes="fault", markup=False)
            yield Lines(
                Option(plain("Make this folder and begin"), id="make"),
                Option(plain("Just look around; nothing can be saved until a folder is chosen"), id="look"),
            )

    def on_input_submitted(self) -> None:
        """Make it."""
        self._make()

    def on_option_list_option_selected(self, event: Lines.OptionSelected) -> None:
        """Make it, or go on without."""
        if event.option.id == "make":
            self._make()
        else:
            self.dismiss(None)

    def _make(self) -> None:
        text = self.query_one(Input).value.strip()
        if not text:
            return
        folder = Path(text).expanduser().absolute()
        try:
            init.make(folder)
            files.write(workspace.config_folder() / "workspace", f"{folder}\n")
        except BrieferError as error:
            self.query_one(".fault", Static).update(plain(f"✗ {error}"))
        else:
            self.dismiss(folder)
