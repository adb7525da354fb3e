"""A text longer than its frame: scrolled by the keys by which one moves in lists."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll

from briefer.tui import commands
from briefer.tui.rebinding import rebind


class Scroll(VerticalScroll, inherit_bindings=False):
    """Rows, pages, half pages and ends as in a list; there is no cursor."""

    BINDINGS: ClassVar[list[BindingType]] = commands.bindings("list")

    def on_mount(self) -> None:
        """Take the keys that hold."""
        rebind(self, getattr(self.app, "keymap", {}))

    def action_do(self, ident: str) -> None:
        """Scroll as the command of this id says."""
        name = ident.rpartition(".")[2]
        page = self.size.height
        rows = {
            "up": -1,
            "down": 1,
            "page_up": -page,
            "page_down": page,
            "half_up": -(page // 2),
            "half_down": page // 2,
        }
        if name in rows:
            self.scroll_relative(y=rows[name], animate=False)
        elif name == "first":
            self.scroll_home(animate=False)
        elif name == "last":
            self.scroll_end(animate=False)
