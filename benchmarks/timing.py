"""Pairs of runs, ours and a peer's in turn, so that a machine that slows down slows both; medians and their ratio."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """One line of the report."""

    what: str
    ours: float
    """Median in milliseconds."""
    peer: float | None
    goal: str
    against: str = ""

    def __str__(self) -> str:
        ratio = f"{self.ours / self.peer:5.2f}x" if self.peer else "      "
        peer = f"{self.peer:9.1f}" if self.peer is not None else "         "
        return f"{self.what:<58} {self.ours:9.1f} {peer} {ratio}  goal {self.goal:<8} {self.against}"


def pairs(ours: Callable[[], object], peer: Callable[[], object], runs: int) -> tuple[float, float]:
    """Medians in milliseconds of both, measured in turn after one warm-up each."""
    ours(), peer()
    mine, theirs = [], []
    for _ in range(runs):
        mine.append(_once(ours))
        theirs.append(_once(peer))
    return statistics.median(mine), statistics.median(theirs)


def alone(ours: Callable[[], object], runs: int) -> float:
    """The median in milliseconds after a warm-up."""
    ours()
    return statistics.median(_once(ours) for _ in range(runs))


def _once(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def process(command: Sequence[str], **more: object) -> Callable[[], object]:
    """A whole process as something to time."""
    return lambda: subprocess.run(command, check=True, capture_output=True, **more)  # type: ignore[call-overload]
