"""The real app in a real terminal: from start to a Word file for CSDP–JHA synergies, through tmux."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed; it drives the app here"),
]


class Terminal:
    """A terminal of its own, on a socket of its own."""

    def __init__(self, socket: Path, size: tuple[int, int], command: str, folder: Path) -> None:
        self._tmux = ["tmux", "-S", str(socket), "-f", "/dev/null"]
        env = {k: v for k, v in os.environ.items() if k not in ("TMUX", "TMUX_PANE", "BRIEFER_WORKSPACE", "NO_COLOR")}
        env |= {"BRIEFER_CONFIG_DIR": str(folder / "settings"), "HOME": str(folder), "LC_ALL": "C.UTF-8"}
        width, height = size
        # A shell stays when the app has ended, so that what it left on the screen can be read.
        shell = f"{command}; echo ended with $?; sleep 600"
        self._run("new-session", "-d", "-x", str(width), "-y", str(height), "-c", str(folder), shell, env=env)

    def _run(self, *arguments: str, env: dict[str, str] | None = None) -> str:
        return subprocess.run([*self._tmux, *arguments], capture_output=True, text=True, env=env, check=False).stdout

    @property
    def sees(self) -> str:
        return self._run("capture-pane", "-p")

    def types(self, text: str) -> None:
        self._run("send-keys", "-l", text)

    def presses(self, *keys: str) -> None:
        self._run("send-keys", *keys)

    def waits_for(self, text: str, seconds: float = 15) -> str:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if text in (seen := self.sees):
                return seen
            time.sleep(0.05)
        raise AssertionError(f"never seen: {text}\n{self.sees}")

    def ends(self) -> None:
        self._run("kill-server")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    (tmp_path / "work").mkdir()
    program = f"{sys.executable} -m briefer --workspace {tmp_path / 'work'}"
    subprocess.run([sys.executable, "-m", "briefer", "init", str(tmp_path / "work")], check=True, capture_output=True)
    one = Terminal(tmp_path / "socket", (100, 30), program, tmp_path)
    yield one
    one.ends()


def test_from_start_to_word(terminal: Terminal, tmp_path: Path) -> None:
    terminal.waits_for("24 topics")
    terminal.types("csdp-jha syn")
    terminal.waits_for("topic · ")
    terminal.presses("Enter")
    terminal.waits_for("to fill in")
    terminal.presses("Enter")
    terminal.waits_for("answered")
    terminal.presses("n", "n", "n", "n", "Enter")
    terminal.waits_for("esc done")
    terminal.types("Thank you, Chair. We see three openings [first].")
    terminal.waits_for("1 of 3 answered")
    terminal.presses("Escape")
    terminal.waits_for("Filled in a prompt.")
    terminal.presses("p")
    terminal.types("frontex")
    terminal.waits_for("Frontex")
    terminal.presses("Escape")
    terminal.waits_for("⏎ change")
    terminal.presses("C-s")
    terminal.waits_for("Saved to briefs/csdp-jha-synergies-speaking-note.yaml")
    terminal.presses("F9")
    terminal.waits_for("Write the file")
    terminal.presses("Enter")
    terminal.waits_for("Written to")
    note = tmp_path / "work" / "briefs" / "csdp-jha-synergies-speaking-note_LIMITE.docx"
    with zipfile.ZipFile(note) as archive:
        assert "three openings [first]." in archive.read("word/document.xml").decode()
    terminal.presses("C-q")
    terminal.waits_for("ended with 0")
    assert "Traceback" not in terminal.sees
