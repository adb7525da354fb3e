"""The steps of a paper's way into the base: what each kept and wrote, how it is taken back, and done again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from briefer.errors import BrieferError
from briefer.intake.kept import Kept, load, save
from briefer.knowledge import write
from briefer.knowledge.write import Written
from briefer.papers.model import CouncilPaper
from briefer.workspace import Workspace


class _Step(NamedTuple):
    """One step: what was kept before and after it, and what it wrote."""

    before: Kept
    after: Kept
    written: tuple[Written, ...]
    done: str
    at: str
    """The proposal or row that it was about."""


class Stepped(NamedTuple):
    """What came of an undo or redo."""

    done: str
    at: str
    wrote: bool
    """Whether the knowledge base was changed."""


class Steps:
    """What is kept of a paper, and the steps that led there; each is saved as it is done."""

    def __init__(self, read: CouncilPaper, workspace: Workspace) -> None:
        """Begin where the paper was left the last time."""
        self.read, self.workspace = read, workspace
        self.kept = load(read, workspace)
        self._past: list[_Step] = []
        self._future: list[_Step] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to go forward again."""
        return bool(self._future)

    def undo(self) -> Stepped:
        """Go one step back. Raises BrieferError where a file was changed by somebody since; nothing is different then."""
        return self._back(self._past, self._future, lambda step: step.before)

    def redo(self) -> Stepped:
        """Do again what was undone. Raises BrieferError as ``undo`` does."""
        return self._back(self._future, self._past, lambda step: step.after)

    def _back(self, from_: list[_Step], to: list[_Step], then: Callable[[_Step], Kept]) -> Stepped:
        step = from_[-1]
        written = write.put_all_back(step.written)
        self.kept = then(step)
        from_.pop()
        to.append(step._replace(written=written))
        self._save()
        return Stepped(step.done, step.at, bool(written))

    def say(self, kept: Kept, done: str, at: str) -> bool:
        """Keep something that a person said, nothing being written in the base; whether it is anything new."""
        if kept == self.kept:
            return False
        self.do(kept, (), done, at)
        return True

    def do(self, kept: Kept, written: Sequence[Written], done: str, at: str) -> None:
        """Keep a step that has ``written`` in the base; where it cannot be kept, that is taken back, and BrieferError raised."""
        before = self.kept
        self.kept = kept
        try:
            self._save()
        except BrieferError:
            self.kept = before
            write.put_all_back(written)
            raise
        self._past.append(_Step(before, kept, tuple(written), done, at))
        self._future.clear()

    def _save(self) -> None:
        if self.workspace.root is not None:
            save(self.read, self.kept, self.workspace)
