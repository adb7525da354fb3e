"""The clock of a rehearsal: large digits where there is room, what is left, and how the block at hand stands."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Digits

from briefer.tui.widgets.fitting import Fitting


class Clock(Horizontal, can_focus=False):
    """Digits beside a few words about them; on small screens one line of words with the time in it."""

    DEFAULT_CSS = """
    Clock { height: 3; }
    Clock Digits { width: auto; margin: 0 3 0 0; }
    Clock Fitting { height: 3; }
    Clock.-plain { height: 1; }
    Clock.-plain Digits { display: none; }
    Clock.-plain Fitting { height: 1; }
    """

    def compose(self) -> ComposeResult:
        """Both are there; one line hides the digits."""
        yield Digits("0:00", id="digits")
        yield Fitting(id="told")

    def show(self, time: str, lines: Sequence[Sequence[str]], line: Sequence[str]) -> None:
        """Show a time with ``lines`` beside it, or ``line`` alone where there is no room for digits."""
        digits = self.query_one("#digits", Digits)
        if digits.value != time:
            digits.update(time)
        self.query_one("#told", Fitting).show(*([line] if self.has_class("-plain") else lines))
