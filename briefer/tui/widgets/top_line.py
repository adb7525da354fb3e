"""The top line: what is worked on at the left, how it stands at the right."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from briefer.tui.plain import plain


class TopLine(Widget, can_focus=False):
    """One line, or two where the window is narrow."""

    DEFAULT_CSS = """
    TopLine { height: 1; background: $panel; color: $foreground; padding: 0 1; }
    """

    def __init__(self, title: str = "", *states: str) -> None:
        super().__init__()
        self._title, self._states = title, list(states)

    def show(self, title: str, states: str | Sequence[str]) -> None:
        """Show another title and state; of several variants of the state, longest first, the first one with room."""
        shown = [states] if isinstance(states, str) else list(states)
        if (title, shown) != (self._title, self._states):
            self._title, self._states = title, shown
            self.refresh()

    @property
    def text(self) -> str:
        """All that is shown."""
        return self.render().plain

    def render(self) -> Content:
        """At the width there is; the state goes before the title."""
        title = plain(self._title, "bold")
        width = self.size.width
        two_lines = self.size.height > 1
        room = width if two_lines else width - min(title.cell_length, 24) - 2
        states = [plain(s) for s in self._states] or [Content("")]
        state = next((s for s in states if s.cell_length <= room), states[-1])
        if two_lines:
            return Content.assemble(title.truncate(width, ellipsis=True), "\n", state.truncate(width, ellipsis=True))
        left = max(width - state.cell_length - 2, 0)
        if not left:
            return state.truncate(width, ellipsis=True)
        return Content.assemble(title.truncate(left, ellipsis=True, pad=True), "  ", state)
