"""Looking at folders that may be gone or may not answer, a shared drive for one: in a thread, and not for ever."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
Tick = Callable[[], None]

#: Seconds without any progress after which a folder counts as away.
PATIENCE = 4.0

_lock = threading.Lock()
_stuck: dict[Path, threading.Thread] = {}
"""Threads that still wait for a folder; until they come back nobody else is sent after them."""


class Away(Exception):
    """The folder cannot be reached now; says why, for a person."""


def within(folder: Path, work: Callable[[Tick], T]) -> T:
    """What ``work`` gives, done in a thread; it calls its argument after each step, to show that it goes on.

    Raises Away where it fails for the system's reasons, takes no step for ``PATIENCE`` seconds, or where an earlier look
    at this folder has not come back yet.
    """
    done, results, failures = threading.Event(), list[T](), list[Exception]()
    steps = [0]

    def tick() -> None:
        steps[0] += 1

    def go() -> None:
        try:
            results.append(work(tick))
        except Exception as error:
            failures.append(error)
        finally:
            done.set()

    with _lock:
        if (before := _stuck.get(folder)) is not None:
            if before.is_alive():
                raise Away("it does not answer")
            del _stuck[folder]
    # Nothing waits for it at the end of the program.
    thread = threading.Thread(target=go, daemon=True, name=f"reach {folder.name}")
    thread.start()
    seen = 0
    while not done.wait(PATIENCE):
        if steps[0] == seen:
            with _lock:
                _stuck[folder] = thread
            raise Away("it does not answer")
        seen = steps[0]
    if failures:
        if isinstance(failures[0], OSError):
            raise Away((failures[0].strerror or "it cannot be read").lower()) from None
        raise failures[0]
    return results[0]


def is_there(folder: Path, of: Path | None = None) -> bool:
    """Whether a folder is there and answers; ``of`` is the one above it that counts where it does not."""
    try:
        return within(of or folder, lambda _: folder.is_dir())
    except Away:
        return False


def may_write(folder: Path) -> bool:
    """Whether a folder is there, answers, and takes files."""
    try:
        return within(folder, lambda _: folder.is_dir() and os.access(folder, os.W_OK))
    except Away:
        return False
