"""Keys at the screen: from the key to the last repaint that it causes, in the app itself and in a bare peer."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from briefer.brief.model import Block, Brief, Section
from briefer.tui import sitting
from briefer.tui.app import BrieferApp
from briefer.tui.loading import Library
from briefer.tui.screens.desk import Desk
from briefer.workspace import Settings, Workspace

SIZE = (120, 40)
#: Typed and taken back, letter by letter, as in the search box of a person who looks for something.
WORDS = "frontex mission"


class Clock:
    """Notes when an app has painted last."""

    def __init__(self, app: App[Any]) -> None:
        self.app, self.painted = app, 0.0
        paint = app._display

        def noted(*arguments: Any) -> None:
            paint(*arguments)
            self.painted = time.perf_counter()

        app._display = noted  # type: ignore[method-assign]

    async def key(self, key: str, character: str | None) -> float:
        """Milliseconds from a key to the last paint after it."""
        start = self.painted = time.perf_counter()
        self.app.post_message(events.Key(key, character))
        quiet = 0
        while quiet < 4:
            before = self.painted
            await asyncio.sleep(0.012)
            quiet = quiet + 1 if self.painted == before else 0
        return (self.painted - start) * 1000


async def _types(clock: Clock, text: str) -> list[float]:
    taken = [await clock.key("space" if c == " " else c, c) for c in text]
    for _ in text:
        await clock.key("backspace", None)
    return taken


def typed(app: App[Any], ready: Callable[[App[Any]], Awaitable[None]], text: str, rounds: int = 3) -> list[float]:
    """The times of the keys of a text, typed some times over."""

    async def run() -> list[float]:
        times: list[float] = []
        async with app.run_test(size=SIZE) as pilot:
            await _there(app)
            await ready(app)
            await pilot.pause()
            clock = Clock(app)
            await _types(clock, text)
            for _ in range(rounds):
                times += await _types(clock, text)
        if error := getattr(app, "error", None):
            raise error
        return times

    return asyncio.run(run())


def desk(library: Library, brief: Brief) -> BrieferApp:
    """The app with the desk open on a brief."""

    class Here(BrieferApp):
        def read(self) -> None:
            _ = library.index
            self._home.library = library
            self.push_screen(Desk(library, sitting.drafted(library.workspace, brief)))

    return Here()


class Peer(App[None]):
    """A search box over an OptionList that never shows more than 200 rows: what the desk's filter is held against."""

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self._texts = [(t, t.casefold()) for t in texts]

    def compose(self) -> ComposeResult:
        yield Input()
        yield OptionList()

    def on_input_changed(self, event: Input.Changed) -> None:
        words = event.value.casefold().split()
        found = [t for t, folded in self._texts if all(w in folded for w in words)][:200]
        self.query_one(OptionList).set_options([Option(Content(t)) for t in found])


def note(characters: int) -> Brief:
    """A brief of about so many characters, a paragraph of 300 in each block."""
    text = "Member States share what their missions know of the routes and of those who use them. " * 4
    blocks = tuple(Block(id=f"b{n:06d}", role="text", text=text[:300]) for n in range(max(characters // 300, 2)))
    sections = (Section(id="speaking", role="speaking-note", title="Speaking note", minutes=3, blocks=blocks),)
    return Brief(brief="note", format=1, title="A note", as_of="2031-03-01", sections=sections)


async def _there(app: App[Any]) -> None:
    """Wait until the desk, or the peer's list, is on the screen."""
    wanted = "Note" if isinstance(app, BrieferApp) else "OptionList"
    while not (app.screen_stack and app.screen.query(wanted)):
        await asyncio.sleep(0.05)
    await asyncio.sleep(0.2)


async def filtering(app: App[Any]) -> None:
    """The knowledge pane's filter has the focus."""
    if isinstance(app.screen, Desk):
        app.screen.go_to("pulling")
    await asyncio.sleep(0.2)


async def writing(app: App[Any]) -> None:
    """A block in the middle is being written."""
    screen = app.screen
    assert isinstance(screen, Desk)
    blocks = screen.work.brief.sections[0].blocks
    screen.show_work(blocks[len(blocks) // 2].id)
    screen.write_block(blocks[len(blocks) // 2].id)
    await asyncio.sleep(0.3)


def filtered_list(library: Library) -> tuple[float, float]:
    """Median milliseconds of a key in the desk's filter, and in the peer's box over the same texts."""
    texts = [e.value.text for e in library.base.entries.values()]
    ours = statistics.median(typed(desk(library, note(2_000)), filtering, WORDS))
    return ours, statistics.median(typed(Peer(texts), filtering, WORDS))


def key_to_repaint(library: Library) -> tuple[float, float, float]:
    """Median of a key in a note of 100,000 characters, of one in a note of 1,000, and the 95th percentile of the former."""
    large = typed(desk(library, note(100_000)), writing, WORDS)
    small = typed(desk(library, note(1_000)), writing, WORDS)
    return statistics.median(large), statistics.median(small), statistics.quantiles(large, n=20)[-1]


def library(folder: Path | None) -> Library:
    """The shipped base, or one of its own in a folder."""
    from briefer.brief.templates import Templates
    from briefer.knowledge.load import Layer, load

    place = Workspace(None, Settings())
    base = place.knowledge() if folder is None else load([Layer("knowledge", folder, "knowledge")])
    return Library(place, base, Templates({}, ()))
