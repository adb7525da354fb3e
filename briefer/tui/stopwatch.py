"""A stopwatch for a speech: how long each of its parts has taken, pauses left out."""

from __future__ import annotations

from collections.abc import Callable


class Stopwatch:
    """Books the time that passes on the part that is being spoken; a part that is gone back to goes on counting."""

    def __init__(self, parts: int, now: Callable[[], float]) -> None:
        """``now``: seconds, of which only differences count."""
        self._now = now
        self._taken = [0.0] * parts
        self._part: int | None = None
        self._since: float | None = None

    @property
    def runs(self) -> bool:
        """Whether time is being counted now."""
        return self._since is not None

    @property
    def taken(self) -> tuple[float, ...]:
        """Seconds by part, up to now."""
        passed = self._now() - self._since if self._since is not None else 0.0
        return tuple(t + passed if i == self._part else t for i, t in enumerate(self._taken))

    @property
    def total(self) -> float:
        """Seconds of all parts, up to now."""
        return sum(self.taken)

    def speak(self, part: int) -> None:
        """Count on this part from now on."""
        self.stop()
        self._part, self._since = part, self._now()

    def stop(self) -> None:
        """Count nothing until ``speak``."""
        self._taken = list(self.taken)
        self._since = None
