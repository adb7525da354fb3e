"""The review: what a careful colleague would remark on the brief, as a list that leads to each place."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static
from textual.widgets.option_list import Option

from briefer.brief import review
from briefer.brief.model import Brief
from briefer.tui.plain import plain
from briefer.tui.screens.dialog import Dialog
from briefer.tui.widgets.lines import Hanging, Lines
from briefer.tui.widgets.panel import Panel


class Reviewing(Dialog[str | None]):
    """Gives the row that a remark is about, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,f8", "dismiss(None)", "back")]
    KEYS = (("↑ ↓", "Go to a remark."), ("⏎", "Go to what it is about."), ("esc", "Back."))

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self._findings = review.findings(brief)

    def compose(self) -> ComposeResult:
        """The remarks in the order of the brief."""
        count = len(self._findings)
        with Panel(f"Review: {count} remark{'s' if count != 1 else ''}", "Enter goes there · Esc closes"):
            if not count:
                yield Static(plain("Nothing to remark: answered, sourced, in date, within its limits."), markup=False)
            rows = [
                Option(Hanging(plain(f.code, "bold $text-error"), plain(f.message), 14), id=str(n))
                for n, f in enumerate(self._findings)
            ]
            yield Lines(*rows)

    def on_option_list_option_selected(self, event: Lines.OptionSelected) -> None:
        """Go there."""
        found = self._findings[int(event.option.id or 0)]
        self.dismiss(found.block or f"section:{found.section}")
