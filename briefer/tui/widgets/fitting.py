"""Lines that say as much as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from briefer.tui.plain import plain


class Fitting(Widget, can_focus=False):
    """Lines of text, each the longest of its variants that fits; repainted only when they change."""

    DEFAULT_CSS = """
    Fitting { height: 1; width: 1fr; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: tuple[tuple[str, ...], ...] = ()

    def show(self, *lines: Sequence[str]) -> None:
        """Show these lines, each given as its variants, longest first."""
        if (shown := tuple(map(tuple, lines))) != self._lines:
            self._lines = shown
            self.refresh()

    def render(self) -> Content:
        """At the width there is; a variant that fits nowhere is cut."""
        width = max(self.size.width, 1)
        fitting = []
        for variants in self._lines:
            told = [plain(v) for v in variants]
            line = next((t for t in told if t.cell_length <= width), told[-1] if told else Content(""))
            fitting.append(line.truncate(width, ellipsis=True))
        return Content("\n").join(fitting)
