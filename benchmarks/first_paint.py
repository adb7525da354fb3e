"""One start of an app up to its first paint, then out: ``python -m benchmarks.first_paint briefer|bare``."""

from __future__ import annotations

import asyncio
import sys


def bare() -> None:
    """A Textual app with nothing in it."""
    from textual.app import App, ComposeResult
    from textual.widgets import Footer, Header, Static

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield Header()
            yield Static("ready")
            yield Footer()

        def on_ready(self) -> None:
            self.exit()

    asyncio.run(Bare().run_async(headless=True))


def ours() -> None:
    """briefer, left at its first paint."""
    from briefer.tui.app import smoke

    asyncio.run(smoke())


if __name__ == "__main__":
    {"bare": bare, "briefer": ours}[sys.argv[1]]()
