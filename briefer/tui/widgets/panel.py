"""The frame of a dialog."""

from __future__ import annotations

from textual.containers import Vertical

from briefer.tui.plain import plain


class Panel(Vertical):
    """A bordered box with a title above and a hint below."""

    DEFAULT_CSS = """
    Panel {
        width: 84; max-width: 100%; height: auto; max-height: 100%;
        border: round $accent; background: $surface; padding: 0 1;
    }
    """

    def __init__(self, title: str, hint: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self.border_title = plain(title)
        self.border_subtitle = plain(hint)
