"""The top line: what is worked on at the left, how it stands at the right."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from briefer.tui.plain import plain


class TopLine(Widget, can_focus=False):
    """One line, or two where the window is narrow."""

    DEFAULT_CSS = """
    TopLine { height: 1; background: $panel; color: $foreground; padding: 0 1; }
    """

    def __init__(self, title: str = "", state: str | Content = "") -> None:
        super().__init__()
        self._title, self._state = title, state

    def show(self, title: str, state: str | Content) -> None:
        """Show another title and state."""
        if (title, state) != (self._title, self._state):
            self._title, self._state = title, state
            self.refresh()

    @property
    def text(self) -> str:
        """All that is shown."""
        return self.render().plain

    def render(self) -> Content:
        """At the width there is."""
        title = plain(self._title, "bold")
        state = plain(self._state) if isinstance(self._state, str) else self._state
        width = self.size.width
        if self.size.height > 1:
            return Content.assemble(title.truncate(width, ellipsis=True), "\n", state.truncate(width, ellipsis=True))
        room = max(width - state.cell_length - 2, 0)
        return Content.assemble(title.truncate(room, ellipsis=True, pad=True), "  ", state)
