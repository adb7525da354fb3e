"""One brief being worked on: its history, its file, what is open in the editor; saves it and keeps it in the journal."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from briefer import files
from briefer.brief import edit, making, store, whole
from briefer.brief.model import BlockRole, Brief, Source
from briefer.errors import BrieferError
from briefer.files import Stamp
from briefer.journal import Unsaved
from briefer.knowledge import write
from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.write import Written
from briefer.tui import draft
from briefer.tui.draft import Draft
from briefer.workspace import Workspace

#: What is said where a change takes a clearance away.
AGAIN = "; the brief is for clearance again"


class _Mark(NamedTuple):
    """What is known beside a step of the history, in the same order."""

    stamp: Stamp
    """The file as it was when this step was made: a later one is not overwritten by it unseen."""
    row: str | None
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


class Sitting:
    """A brief from opening to leaving; held by the screen that shows it."""

    def __init__(
        self, workspace: Workspace, brief: Brief, *, path: Path | None, stamp: Stamp, saved: Brief | None
    ) -> None:
        self.workspace = workspace
        self.path = path
        """None as long as there is no workspace to save it in."""
        self.saved = saved
        """The brief as it is in the file, or as it was drafted."""
        self.when = ""
        """The clock at the last save."""
        self.draft: Draft | None = None
        self._history = edit.History(brief)
        self._past, self._future = [_Mark(stamp, None)], list[_Mark]()

    # --- what there is ------------------------------------------------------------------------------------------

    @property
    def brief(self) -> Brief:
        """The brief as it stands, the words in the open editor included."""
        return self.draft.brief if self.draft and self.draft.says_something else self._history.brief

    @property
    def shown(self) -> Brief:
        """The brief as the screen shows it: a block begun but still empty is in it."""
        return self.draft.base if self.draft and self.brief is self._history.brief else self.brief

    @property
    def stamp(self) -> Stamp:
        """What the file was when the brief as it stands was read or written; ``files.NEW`` where there is none yet."""
        return self._past[-1].stamp

    @stamp.setter
    def stamp(self, stamp: Stamp) -> None:
        self._past = [m._replace(stamp=stamp) for m in self._past]
        self._future = [m._replace(stamp=stamp) for m in self._future]

    @property
    def changed(self) -> bool:
        """Whether there is anything that is not saved."""
        return self.brief != self.saved

    @property
    def unwritten(self) -> bool:
        """Whether the file lacks anything, be it that there is none yet."""
        return self.changed or self.stamp == files.NEW

    @property
    def state(self) -> str:
        """How it stands with saving, in words."""
        if self.workspace.root is None:
            return "not saved: no folder yet"
        if self.changed:
            return "not saved"
        return f"saved {self.when}" if self.when else "saved" if self.stamp != files.NEW else "new, not saved"

    # --- changes ------------------------------------------------------------------------------------------------

    def do(self, brief: Brief, done: str, row: str | None = None) -> None:
        """Take a new state of the brief; ``row`` is where the change is seen, where it is not plain from the text."""
        self._do(brief, done, _Mark(self.stamp, row))

    def _do(self, brief: Brief, done: str, mark: _Mark) -> None:
        before = self._history.brief
        if before.state == brief.state == "cleared" and _said(brief) != _said(before):
            # Whoever cleared it has not seen this.
            brief, done = whole.set_state(brief, "clearance"), f"{done}{AGAIN}"
        if brief != self._history.brief:
            self._past.append(mark)
            self._future.clear()
        self._history.do(brief, done)

    def beside(self, written: Sequence[Written], done: str) -> None:
        """Take a step that wrote into the knowledge base; undo takes that back."""
        self._past.append(_Mark(self.stamp, None, tuple(written)))
        self._future.clear()
        self._history.beside(done)

    def undo(self) -> Stepped | None:
        """Go one step back; None where there is none.

        Raises BrieferError where what was written beside the brief was changed by somebody since; that step is
        forgotten then.
        """
        if not self._history.can_undo:
            return None
        mark = self._past.pop()
        try:
            mark = mark._replace(written=tuple(write.put_back(w) for w in reversed(mark.written)))
        except BrieferError:
            self._history.forget()
            raise
        self._future.append(mark)
        return Stepped(self._history.undo() or "", mark.row, bool(mark.written))

    def redo(self) -> Stepped | None:
        """Go one step forward again; None where there is none. Raises BrieferError as ``undo`` does."""
        if not self._history.can_redo:
            return None
        mark = self._future.pop()
        mark = mark._replace(written=tuple(write.put_back(w) for w in reversed(mark.written)))
        self._past.append(mark)
        return Stepped(self._history.redo() or "", mark.row, bool(mark.written))

    @property
    def reopened(self) -> bool:
        """Whether the last change took a clearance away."""
        return self._history.done.endswith(AGAIN)

    @property
    def steps(self) -> tuple[bool, bool]:
        """Whether there is anything to undo, and to redo."""
        return self._history.can_undo, self._history.can_redo

    def begin(self, block: str) -> Draft:
        """Open a block's words for change."""
        self.draft = draft.begun(self._history.brief, block)
        return self.draft

    def begin_new(self, role: BlockRole, *, section: str, after: str | None, question: str | None) -> Draft:
        """Open a new block of one's own."""
        self.draft = draft.new(self.brief, role, section=section, after=after, question=question)
        return self.draft

    def write(self, text: str) -> None:
        """What stands in the editor now."""
        if self.draft is not None:
            self.draft = self.draft._replace(text=text)

    def has_woven(self, entry: str) -> bool:
        """Whether the words in the open editor carry an entry already."""
        if self.draft is None or not self.draft.says_something:
            return False
        return any(c.entry == entry for c in edit.find(self.draft.brief, self.draft.block)[1].carries)

    def weave(self, entry: Entry, base: Knowledge, at: int) -> int:
        """Take an entry's words in at an offset of the open editor, with their sources; the cursor after them."""
        assert self.draft is not None, "no editor is open"
        self.draft, cursor = self.draft.weave(entry, base, at)
        return cursor

    def cite(self, source: Source, at: int) -> int:
        """Note a source at an offset of the open editor; the cursor after its mark."""
        assert self.draft is not None, "no editor is open"
        self.draft, cursor = self.draft.cite(source, at)
        return cursor

    def settle(self) -> bool:
        """Close the editor and take its words over; whether anything changed."""
        if self.draft is None:
            return False
        brief, done = self.brief, self.draft.done
        changed = brief != self._history.brief
        self.draft = None
        self.do(brief, done)
        return changed

    # --- keeping it ---------------------------------------------------------------------------------------------

    def save(self, *, over: bool = False) -> None:
        """Write the brief to its file; with ``over`` whatever stands there now.

        Raises BrieferError (``changed-on-disk`` or ``exists`` where somebody else wrote it); nothing is lost then.
        """
        if self.path is None:
            self.path = self.workspace.briefs / f"{making.free_name(self.workspace.briefs, self.brief.brief)}.yaml"
        brief = self.brief
        if brief.brief != self.path.stem:
            brief = replace(brief, brief=self.path.stem)
        before = self.stamp
        now = store.write(brief, self.path, expected=None if over else before)
        # What was made of an older state of the file still asks; whoever overwrites has been asked.
        self._past, self._future = (
            [m._replace(stamp=now) if over or m.stamp == before else m for m in marks]
            for marks in (self._past, self._future)
        )
        self.saved, self.when = self.brief, time.strftime("%H:%M")
        self.workspace.journal.clear(self.path)

    def save_as(self, name: str) -> None:
        """Write it to a new file in ``briefs/`` and go on with that one; raises BrieferError as ``save``."""
        target = self.workspace.briefs / f"{making.checked_name(name)}.yaml"
        before = self.path, self._past, self._future
        self.path, self.stamp = target, files.NEW
        try:
            self.save()
        except BrieferError:
            self.path, self._past, self._future = before
            raise
        if before[0] is not None:
            self.workspace.journal.clear(before[0])

    def keep(self) -> None:
        """Write unsaved work down in the journal, or clear it where there is none; raises BrieferError."""
        if self.workspace.root is None or self.path is None:
            return
        if self.changed:
            self.workspace.journal.keep(self.path, store.dump(self.brief), self._base)
        else:
            self.workspace.journal.clear(self.path)

    @property
    def _base(self) -> Stamp | None:
        return None if self.stamp == files.NEW else self.stamp

    def discard(self) -> None:
        """Forget what the journal holds of it."""
        if self.workspace.root is not None and self.path is not None:
            self.workspace.journal.clear(self.path)

    def look_again(self) -> str:
        """Take the file's brief over, keeping one's own in the journal under another name, which is returned.

        One's own is also one undo away. Raises BrieferError where the file cannot be read.
        """
        assert self.path is not None
        stamp = Stamp.of(self.path)
        theirs = store.read(self.path, self.workspace.shown(self.path))
        name = making.free_name(self.workspace.briefs, f"{self.path.stem}-mine")
        mine = self.path.with_stem(name)
        self.workspace.journal.keep(mine, store.dump(replace(self.brief, brief=name)), None)
        self.settle()
        self._do(theirs, "took over the version in the file", _Mark(stamp or files.NEW, None))
        self._past[-1] = _Mark(stamp or files.NEW, None)
        self.saved, self.when = theirs, ""
        self.workspace.journal.clear(self.path)
        return name


def _said(brief: Brief) -> tuple[object, ...]:
    """What somebody clears: all that goes out."""
    return brief.title, brief.sections, brief.meeting, brief.marking


def opened(workspace: Workspace, path: Path) -> Sitting:
    """Work on a brief in a file; raises BrieferError where it cannot be read."""
    stamp = Stamp.of(path)
    brief = store.read(path, workspace.shown(path))
    return Sitting(workspace, brief, path=path, stamp=stamp or files.NEW, saved=brief)


def drafted(workspace: Workspace, brief: Brief) -> Sitting:
    """Work on a new draft, which gets a name that is free."""
    path = None
    if workspace.root is not None:
        brief = replace(brief, brief=making.free_name(workspace.briefs, brief.brief))
        path = workspace.briefs / f"{brief.brief}.yaml"
    return Sitting(workspace, brief, path=path, stamp=files.NEW, saved=brief)


def recovered(workspace: Workspace, unsaved: Unsaved) -> Sitting:
    """Go on with work that was not saved; raises BrieferError where it cannot be read."""
    brief, faults = store.parse(unsaved.text, unsaved.target.name)
    if brief is None:
        raise BrieferError(f"The unsaved work on {unsaved.target.stem} cannot be read: {faults[0]}")
    return Sitting(workspace, brief, path=unsaved.target, stamp=unsaved.base or files.NEW, saved=None)
