"""One start of an app up to its first paint, then out: ``python -m benchmarks.first_paint briefer|bare``."""

from __future__ import annotations

import asyncio
import sys

from textual.app import App, ComposeResult
from textual.widget import Widget
from textual.widgets import Static


def leave_when_painted(app: App[None]) -> None:
    """End the app after the refresh in which every widget of its first screen has its place."""
    widgets = list(app.screen.query(Widget))
    if widgets and all(w.size.width for w in widgets if w.display and w.parent is app.screen):
        app.call_after_refresh(app.exit)
    else:
        app.call_after_refresh(leave_when_painted, app)


def bare() -> None:
    """A Textual app with one line of text in it."""

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield Static("ready")

        def on_mount(self) -> None:
            leave_when_painted(self)

    asyncio.run(Bare().run_async(headless=True))


def ours() -> None:
    """briefer, left where it would begin to read the base."""
    from briefer.tui.app import BrieferApp

    class Once(BrieferApp):
        def read(self) -> None:
            leave_when_painted(self)

    app = Once()
    asyncio.run(app.run_async(headless=True))
    if app.error is not None:
        raise app.error


if __name__ == "__main__":
    {"bare": bare, "briefer": ours}[sys.argv[1]]()
