"""The terminal goes away in the middle of work: the work is written down and the program ends."""

from __future__ import annotations

import os
import select
import sys
import time
from pathlib import Path

import pytest

from briefer import init

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals"),
]


def reads_until(handle: int, text: bytes, seconds: float = 20) -> None:
    seen, end = b"", time.monotonic() + seconds
    while text not in seen:
        assert time.monotonic() < end, f"never seen: {text!r} in {seen[-2000:]!r}"
        if select.select([handle], [], [], 0.2)[0]:
            seen += os.read(handle, 65536)


def test_a_closed_window_keeps_the_work_and_ends_the_program(tmp_path: Path) -> None:
    import fcntl
    import pty
    import struct
    import termios

    root = tmp_path / "work"
    init.make(root)
    child, handle = pty.fork()
    if child == 0:
        env = {**os.environ, "TERM": "xterm-256color", "BRIEFER_CONFIG_DIR": str(tmp_path / "settings")}
        os.execve(sys.executable, [sys.executable, "-m", "briefer", "--workspace", str(root)], env)
    fcntl.ioctl(handle, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    reads_until(handle, b"24 topics")
    os.write(handle, b"central")
    time.sleep(1)
    os.write(handle, b"\r")
    reads_until(handle, b"Speaking note")
    time.sleep(0.5)
    os.write(handle, b"\r")
    reads_until(handle, b"fill in")
    time.sleep(0.5)
    os.write(handle, b"\r")
    time.sleep(0.7)
    os.write(handle, b"Half a sent")
    time.sleep(0.4)
    os.close(handle)
    end = time.monotonic() + 10
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        assert time.monotonic() < end, "it runs on without a terminal"
        time.sleep(0.1)
    kept = list((root / ".briefer" / "journal").glob("*.json"))
    assert len(kept) == 1
    assert "Half a sent" in kept[0].read_text("utf-8")
