"""The lines beneath the note: all that the signs of the block under the cursor mean, and its source."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from briefer.tui.plain import plain


class Detail(Widget, can_focus=False):
    """A few lines; what finds no room is behind the command ``view``."""

    DEFAULT_CSS = """
    Detail { height: auto; max-height: 4; background: $surface; color: $foreground; padding: 0 1; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: tuple[str, ...] = ()

    def show(self, lines: Sequence[str]) -> None:
        """Show other lines."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self.refresh(layout=True)

    @property
    def text(self) -> str:
        """All that is shown."""
        return self.render().plain

    def render(self) -> Content:
        """Line by line; a line that begins with a sign stands out."""
        return Content("\n").join([plain(t, "bold $text-error" if t[:2] in _SIGNED else "") for t in self._lines])


_SIGNED = {"! ", "≠ ", "? ", "» ", "⌂ "}
