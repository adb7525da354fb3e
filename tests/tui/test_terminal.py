"""What only a real terminal shows: how the app ends, and what it leaves on the screen."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from terminal import Terminal

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed; it drives the app here"),
]


async def test_the_app_ends_and_leaves_nothing_behind(tmp_path: Path, place: Path) -> None:
    terminal = Terminal(tmp_path, place, (100, 30), f"{sys.executable} -m briefer --workspace {place}")
    try:
        await terminal.waits_for("24 topics")
        await terminal.presses("ctrl+q")
        await terminal.waits_for("ended with 0")
        assert terminal.sees.split() == ["ended", "with", "0"]
    finally:
        terminal.ends()
