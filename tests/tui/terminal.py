"""Somebody at a real terminal: the app in tmux, keys sent to it, its screen read back."""

from __future__ import annotations

import asyncio
import os
import subprocess
import time
from pathlib import Path

from person import running


class Terminal:
    """A terminal of its own, on a socket of its own; the same words as for the person at the pilot."""

    def __init__(self, folder: Path, place: Path, size: tuple[int, int], command: str, **env: str) -> None:
        self.place, self.size = place, size
        self._pictures = folder
        self._tmux = ["tmux", "-S", str(folder / "socket"), "-f", "/dev/null"]
        inherited = {k: v for k, v in os.environ.items() if k not in _NOT_INHERITED}
        known = {"BRIEFER_CONFIG_DIR": str(folder / "settings"), "HOME": str(folder), "LC_ALL": "C.UTF-8"}
        width, height = size
        # A shell stays when the app has ended, so that what it left on the screen can be read.
        shell = f"{command}; echo ended with $?; sleep 600"
        start = ["new-session", "-d", "-x", str(width), "-y", str(height), "-c", str(folder), shell]
        self._run(*start, env=inherited | known | env)

    def _run(self, *arguments: str, env: dict[str, str] | None = None) -> str:
        return subprocess.run([*self._tmux, *arguments], capture_output=True, text=True, env=env, check=False).stdout

    @property
    def sees(self) -> str:
        """The screen as text."""
        return self._run("capture-pane", "-p")

    @property
    def sees_with_colours(self) -> str:
        """The screen as text with the sequences for colours and attributes that stand in it."""
        return self._run("capture-pane", "-p", "-e")

    @property
    def reads(self) -> str:
        """What is seen as running text, frames and line ends left out."""
        return running(self.sees)

    async def settles(self) -> None:
        """Wait until the screen no longer changes, and the app has nothing to do that it has no time for."""
        before, since = self.sees, time.monotonic()
        end = since + 10
        while time.monotonic() < min(since + 0.2, end):
            await asyncio.sleep(0.05)
            now = self.sees
            if now != before or self._wants_to_run():
                before, since = now, time.monotonic()

    def _wants_to_run(self) -> bool:
        """Whether the app runs or waits for its turn, where the system tells: on a busy machine it may take a while."""
        shell = self._run("list-panes", "-F", "#{pane_pid}").strip()
        try:
            (app, *_) = Path(f"/proc/{shell}/task/{shell}/children").read_text("ascii").split()
            return Path(f"/proc/{app}/stat").read_text("utf-8").rpartition(") ")[2].startswith("R")
        except (OSError, ValueError):
            return False

    async def presses(self, *keys: str) -> str:
        """Press keys, one after the other; what is seen then."""
        for key in keys:
            if len(key) == 1:
                self._run("send-keys", "-l", key)
            else:
                self._run("send-keys", _named(key))
            await self.settles()
        return self.sees

    async def types(self, text: str) -> str:
        """Type a text; what is seen then."""
        self._run("send-keys", "-l", text)
        await self.settles()
        return self.sees

    async def clicks(self, text: str) -> str:
        """Click on the first place where a text is seen; what is seen then."""
        for y, line in enumerate(self.sees.split("\n"), start=1):
            if (x := line.find(text)) >= 0:
                for end in "Mm":
                    sequence = f"\x1b[<0;{x + 1};{y}{end}"
                    self._run("send-keys", "-H", *(f"{ord(c):x}" for c in sequence))
                await self.settles()
                return self.sees
        raise AssertionError(f"not seen, so not clicked: {text}\n{self.sees}")

    async def waits_for(self, text: str, seconds: float = 20) -> str:
        """Wait until something is seen, be it over two lines."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if text in (seen := self.sees) or text in self.reads:
                return seen
            await asyncio.sleep(0.05)
        raise AssertionError(f"never seen: {text}\n{self.sees}")

    def takes_picture(self, name: str) -> Path:
        """Keep what is seen now."""
        path = self._pictures / f"{name}.txt"
        path.write_text(self.sees, "utf-8")
        return path

    def ends(self) -> None:
        """Close the terminal and all that runs in it."""
        self._run("kill-server")
        end = time.monotonic() + 5
        while self._run("list-sessions") and time.monotonic() < end:  # the next one sits down at the same socket
            time.sleep(0.05)


_NOT_INHERITED = ("TMUX", "TMUX_PANE", "COLUMNS", "LINES", "BRIEFER_WORKSPACE", "NO_COLOR", "VISUAL", "EDITOR")
_KEYS = {
    "enter": "Enter", "escape": "Escape", "space": "Space", "tab": "Tab", "shift+tab": "BTab", "up": "Up",
    "down": "Down", "left": "Left", "right": "Right", "home": "Home", "end": "End", "pageup": "PPage",
    "pagedown": "NPage", "backspace": "BSpace", "delete": "DC", "less_than_sign": "<", "greater_than_sign": ">",
    "question_mark": "?", "plus": "+", "slash": "/",
}  # fmt: skip


def _named(key: str) -> str:
    """A key by the name that tmux has for it."""
    head, _, last = key.rpartition("+")
    last = _KEYS.get(last, last.upper() if last[:1] == "f" and last[1:].isdigit() else last)
    return f"{head.replace('ctrl', 'C').replace('shift', 'S')}-{last}" if head else last
