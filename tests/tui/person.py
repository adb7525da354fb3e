"""Somebody at the keyboard, and what they see."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

from briefer.tui.app import BrieferApp


class Person:
    """Somebody at the keyboard."""

    def __init__(self, app: BrieferApp, pilot: Pilot[None], place: Path, pictures: Path | None = None) -> None:
        self.app, self.pilot, self.place = app, pilot, place
        self.size: tuple[int, int] = tuple(app.size)
        self._pictures = pictures or place

    @property
    def sees(self) -> str:
        """The screen as text."""
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())

    @property
    def reads(self) -> str:
        """What is seen as running text, frames and line ends left out."""
        return running(self.sees)

    async def settles(self) -> None:
        """Wait until workers are done and the screen no longer changes."""
        same, before = 0, ""
        for _ in range(30):
            await self.app.workers.wait_for_complete()
            await self.pilot.pause(0)
            now = self.sees
            still = now == before and not self.app.typed.under_way
            same, before = (same + 1 if still else 0), now
            if same == 2:
                return

    async def presses(self, *keys: str) -> str:
        """Press keys, one after the other; what is seen then."""
        for key in keys:
            name = _NAMES.get(key, key)
            character = key if len(key) == 1 else " " if key == "space" else None
            self.app.post_message(events.Key(name, character))
            await self.settles()
        return self.sees

    async def types(self, text: str) -> str:
        """Type a text, a long one by pasting its end; what is seen then."""
        await self.presses(*text[:3])
        if text[3:]:
            self.app.post_message(events.Paste(text[3:]))
        await self.settles()
        return self.sees

    async def clicks(self, text: str) -> str:
        """Click on the first place where a text is seen; what is seen then."""
        for y, line in enumerate(self.sees.split("\n")):
            if (x := line.find(text)) >= 0:
                await self.pilot.click(offset=(cell_len(line[:x]), y))
                await self.settles()
                return self.sees
        raise AssertionError(f"not seen, so not clicked: {text}\n{self.sees}")

    async def waits_for(self, text: str, tries: int = 120) -> str:
        """Wait until something is seen, be it over two lines."""
        for _ in range(tries):
            if text in self.sees or text in self.reads:
                return self.sees
            await self.pilot.pause(0.05)
        raise AssertionError(f"never seen: {text}\n{self.sees}")

    def takes_picture(self, name: str) -> Path:
        """Keep what is seen now, as a picture."""
        path = self._pictures / f"{name}.svg"
        path.write_text(self.app.export_screenshot(title="briefer"), "utf-8")
        return path

    async def drafts(self, topic: str = "central asia") -> None:
        """From the first screen to the desk, with the first template."""
        await self.types(topic)
        await self.presses("enter")
        await self.presses("enter")


def running(seen: str) -> str:
    """A screen as running text: pane after pane, frames and line ends left out."""
    cells = [line.split("│") for line in seen.split("\n")]
    panes = (row[at] if at < len(row) else "" for at in range(max(map(len, cells))) for row in cells)
    return " ".join("".join(" " if c in _FRAMES else c for c in " ".join(panes)).split())


_FRAMES = "│─╭╮╰╯▌▏▊▎▔▁▆▄▇▅▃▂"
_NAMES = {
    " ": "space",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    ".": "full_stop",
    ",": "comma",
    "/": "slash",
    "+": "plus",
    "?": "question_mark",
    "<": "less_than_sign",
    ">": "greater_than_sign",
}

Opens = Callable[..., AbstractAsyncContextManager[Person]]
