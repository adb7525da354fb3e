"""When the terminal goes away (window closed, connection lost): keep unsaved work and end, rather than run on unseen."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable

_EVERY = 2.0
"""Seconds between two looks at the terminal."""


def watch(keep: Callable[[], None]) -> None:
    """Have ``keep`` called and the process ended once its terminal is gone; the signal alone does not always come."""
    if sys.platform == "win32":  # the console ends its programs itself
        return

    def end(*_: object) -> None:
        # The event loop may hang in a write that nobody reads any more: a thread of its own, and no waiting for others.
        worker = threading.Thread(target=keep, daemon=True)
        worker.start()
        worker.join(3)
        os._exit(128 + signal.SIGHUP)

    def look() -> None:
        while _is_there():
            time.sleep(_EVERY)
        end()

    signal.signal(signal.SIGHUP, end)
    threading.Thread(target=look, name="terminal-watch", daemon=True).start()


def _is_there() -> bool:
    """Whether standard input still has its terminal behind it; a deleted one fails when it is asked for its settings."""
    import termios

    try:
        termios.tcgetattr(0)
    except (OSError, termios.error):
        return False
    return True
