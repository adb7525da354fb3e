"""A list with a box over it: what is typed in the box narrows the list, and the box's keys move about in it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from briefer.tui.widgets.lines import Lines


class Boxed(Vertical):
    """What a pane with a box and a list does whatever is listed in it; the pane says what that is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("down", "row(1)"), ("up", "row(-1)"), ("pagedown", "row(5)"), ("pageup", "row(-5)"),
    ]  # fmt: skip

    def narrow(self) -> None:
        """Show what the words in the box mean, the cursor on the best."""
        raise NotImplementedError

    def take(self) -> None:
        """Ask for what is under the cursor."""
        raise NotImplementedError

    def tell(self) -> None:
        """Say what is under the cursor."""
        raise NotImplementedError

    @property
    def words(self) -> str:
        """What is typed in the box."""
        return self.query_one(Input).value

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self.narrow()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the box takes what is under the cursor of the list."""
        event.stop()
        self.take()

    def on_option_list_option_selected(self, event: Lines.OptionSelected) -> None:
        """Enter or a second click in the list does so too."""
        event.stop()
        self.take()

    def on_option_list_option_highlighted(self, event: Lines.OptionHighlighted) -> None:
        """Say what the cursor has come to."""
        event.stop()
        self.tell()

    def action_row(self, by: int) -> None:
        """Move the cursor in the list without leaving the box."""
        self.query_one(Lines).step(by)
