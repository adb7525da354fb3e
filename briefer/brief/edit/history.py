"""Every state of a brief over one sitting, and the way back and forth between them."""

from __future__ import annotations

from typing import NamedTuple

from briefer.brief.model import Brief


class Step(NamedTuple):
    """A state of the brief and what was done to reach it."""

    brief: Brief
    done: str
    """For the person: ``removed a fact``."""


class History:
    """Every state of a brief over one sitting; undo and redo reach all of it."""

    def __init__(self, brief: Brief) -> None:
        self._past: list[Step] = [Step(brief, "opened")]
        self._future: list[Step] = []

    @property
    def brief(self) -> Brief:
        """The brief as it stands."""
        return self._past[-1].brief

    @property
    def done(self) -> str:
        """What was done last."""
        return self._past[-1].done

    def do(self, brief: Brief, done: str, *, join: bool = False) -> None:
        """Take a new state; with ``join`` it replaces the last step of the same name, as while typing in one block."""
        if brief == self.brief:
            return
        if join and len(self._past) > 1 and self._past[-1].done == done and not self._future:
            self._past[-1] = Step(brief, done)
        else:
            self._past.append(Step(brief, done))
        self._future.clear()

    def amend(self, brief: Brief) -> None:
        """Let the brief as it stands be this one, as part of the last step."""
        self._past[-1] = self._past[-1]._replace(brief=brief)

    def beside(self, done: str) -> None:
        """Take a step at which the brief stays as it is, since what was done stands elsewhere."""
        self._past.append(Step(self.brief, done))
        self._future.clear()

    def forget(self) -> None:
        """Take the last step out of the history, for good."""
        if len(self._past) > 1:
            self._past.pop()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back."""
        return len(self._past) > 1

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to go forward again."""
        return bool(self._future)

    def undo(self) -> str | None:
        """Go one step back; what was undone, or None where there is nothing to undo."""
        if len(self._past) < 2:
            return None
        step = self._past.pop()
        self._future.append(step)
        return step.done

    def redo(self) -> str | None:
        """Go one step forward again; what was redone, or None."""
        if not self._future:
            return None
        step = self._future.pop()
        self._past.append(step)
        return step.done
