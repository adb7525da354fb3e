"""The panes by name, where there is room for one at a time; the one that is shown stands in brackets."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from briefer.tui.plain import plain

#: The panes of the desk in their order, as they are called.
PANES = {"pulling": "Knowledge", "outline": "Outline", "note": "Note"}


class PaneTabs(Widget, can_focus=False):
    """One line; a click goes to a pane."""

    DEFAULT_CSS = "PaneTabs { height: 1; padding: 0 1; background: $background; }"

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.auto_links = False
        self._chosen = "note"

    def show(self, chosen: str) -> None:
        """Mark another one."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.refresh()

    def render(self) -> Content:
        """The line."""
        parts = []
        for name, label in PANES.items():
            shown = plain(f"[{label}]", "bold $text-accent") if name == self._chosen else plain(f" {label} ")
            parts.append(shown.stylize(Style.from_meta({"@click": f"screen.pane({name!r})"})))
        return Content(" ").join(parts)
