"""What happened, and what could not be done: the latter stays until it is mended."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.widget import Widget

from briefer.tui.plain import one_line, plain, together


class Notice(Widget, can_focus=False):
    """Messages above the key line: a fault that stays, and the latest news."""

    DEFAULT_CSS = """
    Notice { height: auto; max-height: 6; display: none; background: $surface; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._faults: dict[str, str] = {}
        self._news = ""

    def news(self, text: str) -> None:
        """Say what happened; it stands until the next message."""
        self._news = one_line(text)
        self._refresh()

    def fault(self, text: str, about: str = "") -> None:
        """Say what could not be done; it stands until ``mended``."""
        self._faults[about] = one_line(text)
        self._news = ""
        self._refresh()

    def mended(self, about: str = "") -> None:
        """Take a fault back."""
        if self._faults.pop(about, None) is not None:
            self._refresh()

    @property
    def faults(self) -> dict[str, str]:
        """What could not be done and is not mended, by what it is about."""
        return dict(self._faults)

    def stand(self, faults: Mapping[str, str]) -> None:
        """Show these faults instead, as when one screen takes over from another."""
        self._faults = dict(faults)
        self._refresh()

    @property
    def text(self) -> str:
        """All that is shown."""
        return self.render().plain

    def _refresh(self) -> None:
        self.display = bool(self._faults or self._news)
        self.refresh(layout=True)

    def render(self) -> Content:
        """The faults first."""
        parts = [together(plain("✗ ", "bold $text-error"), plain(t, "$text-error")) for t in self._faults.values()]
        if self._news:
            parts.append(plain(self._news))
        return Content("\n").join(parts)
