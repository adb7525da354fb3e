"""The steps of a sitting: every state of the brief, and what each step knows of the file and did beside the brief."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from briefer.brief import edit, whole
from briefer.brief.model import Brief
from briefer.errors import BrieferError
from briefer.files import Stamp
from briefer.knowledge import write
from briefer.knowledge.write import Written

#: What is said where a change takes a clearance away.
AGAIN = "; the brief is for clearance again"


class _Mark(NamedTuple):
    """What is known beside a step of the history, in the same order."""

    stamp: Stamp
    """The file as it was when this step was made: a later one is not overwritten by it unseen."""
    row: str | None = None
    """The row at which the change is seen, where the change itself does not tell."""
    written: tuple[Written, ...] = ()
    """What was written beside the brief at this step, into the knowledge base; latest last."""


class Stepped(NamedTuple):
    """What came of an undo or redo."""

    done: str
    row: str | None
    """The row at which it is seen, where it was given."""
    beside: bool
    """Whether the knowledge base was changed, and is to be read again."""


class Steps:
    """Undo and redo for all that is done in a sitting, be it to the brief or, beside it, to the knowledge base."""

    def __init__(self, brief: Brief, stamp: Stamp) -> None:
        self._history = edit.History(brief)
        self._past, self._future = [_Mark(stamp)], list[_Mark]()
        self._number = brief.version
        """The version that is worked on: what is kept stays kept, whatever is undone."""

    @property
    def brief(self) -> Brief:
        """The brief as it stands."""
        return self._history.brief

    @property
    def stamp(self) -> Stamp:
        """What the file was when the brief as it stands was read or written."""
        return self._past[-1].stamp

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to go forward again."""
        return self._history.can_redo

    def reopened(self, done: str) -> bool:
        """Whether the last step is the one that is told of, and took a clearance away."""
        last = self._history.done
        return last.endswith(AGAIN) and done.startswith(last.removesuffix(AGAIN))

    def do(self, brief: Brief, done: str, row: str | None = None) -> None:
        """Take a new state of the brief; a cleared one that says something else by now is for clearance again."""
        before = self.brief
        if before.state == brief.state == "cleared" and _said(brief) != _said(before):
            # Whoever cleared it has not seen this.
            brief, done = whole.set_state(brief, "clearance"), f"{done}{AGAIN}"
        if brief != before:
            self._history.do(brief, done)
            self._marked(_Mark(self.stamp, row))

    def count_on(self, version: int) -> None:
        """The brief as it stands is another version by now, since one was kept; that is no step of its own."""
        self._number = max(self._number, version)
        self._numbered()

    def _numbered(self) -> None:
        if self.brief.version < self._number:
            self._history.amend(replace(self.brief, version=self._number))

    def take_over(self, brief: Brief, done: str, stamp: Stamp) -> None:
        """Take the brief of a file over as it is, with the file's stamp."""
        self._number = max(self._number, brief.version)
        if brief != self.brief:
            self._history.do(brief, done)
            self._marked(_Mark(stamp))
        self._past[-1] = _Mark(stamp)

    def beside(self, written: Sequence[Written], done: str) -> None:
        """Take a step that wrote into the knowledge base."""
        self._history.beside(done)
        self._marked(_Mark(self.stamp, written=tuple(written)))

    def _marked(self, mark: _Mark) -> None:
        self._past.append(mark)
        self._future.clear()

    def undo(self) -> Stepped | None:
        """Go one step back; None where there is none.

        Raises BrieferError where what was written beside the brief was changed by somebody since; that step is
        forgotten then.
        """
        if not self.can_undo:
            return None
        mark = self._past.pop()
        try:
            mark = _put_back(mark)
        except BrieferError:
            self._history.forget()
            raise
        self._future.append(mark)
        undone = self._history.undo() or ""
        self._numbered()
        return Stepped(undone, mark.row, bool(mark.written))

    def redo(self) -> Stepped | None:
        """Go one step forward again; None where there is none. Raises BrieferError as ``undo`` does, and stays where it is."""
        if not self.can_redo:
            return None
        mark = _put_back(self._future[-1])
        self._future.pop()
        self._past.append(mark)
        redone = self._history.redo() or ""
        self._numbered()
        return Stepped(redone, mark.row, bool(mark.written))

    def restamp(self, now: Stamp, *, only: Stamp | None = None) -> None:
        """The file is another by now, for every step or ``only`` for those that knew it as that."""
        self._past, self._future = (
            [m._replace(stamp=now) if only is None or m.stamp == only else m for m in marks]
            for marks in (self._past, self._future)
        )


def _put_back(mark: _Mark) -> _Mark:
    """Take back what was written, and keep what does it again."""
    return mark._replace(written=tuple(write.put_back(w) for w in reversed(mark.written)))


def _said(brief: Brief) -> tuple[object, ...]:
    """What somebody clears: all that goes out."""
    return brief.title, brief.sections, brief.meeting, brief.marking
