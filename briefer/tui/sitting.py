"""One brief being worked on: its history, its file, what is open in the editor; saves it and keeps it in the journal."""

from __future__ import annotations

import re
import time
from pathlib import Path

from msgspec.structs import replace

from briefer import files
from briefer.brief import edit, making, review, store, versions
from briefer.brief.model import BlockRole, Brief, Source
from briefer.errors import BrieferError
from briefer.files import Stamp
from briefer.journal import Unsaved
from briefer.knowledge.base import Entry, Knowledge
from briefer.tui import draft
from briefer.tui.draft import Draft
from briefer.tui.steps import Steps
from briefer.workspace import Workspace


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
        self._file = stamp
        """What the file was when ``saved`` was in it."""
        self._rest = _rest_of(path, stamp)
        """The file's text then, but for the number and how far the brief is."""
        self.when = ""
        """The clock at the last save."""
        self.draft: Draft | None = None
        self.unkept = ""
        """Why the version before the last change of state could not be kept; empty where it was."""
        self.steps = Steps(brief, stamp)
        """All that was done since it was opened."""
        self._reviewed: tuple[Brief, review.Against, review.Reviewed] | None = None

    # --- what there is ------------------------------------------------------------------------------------------

    @property
    def brief(self) -> Brief:
        """The brief as it stands, the words in the open editor included."""
        return self.draft.brief if self.draft and self.draft.says_something else self.steps.brief

    @property
    def shown(self) -> Brief:
        """The brief as the screen shows it: a block begun but still empty is in it."""
        return self.draft.base if self.draft and self.brief is self.steps.brief else self.brief

    @property
    def stamp(self) -> Stamp:
        """What the file was when the brief as it stands was read or written; ``files.NEW`` where there is none yet."""
        return self.steps.stamp

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

    def reviewed(self, against: review.Against) -> review.Reviewed:
        """What a careful colleague would remark on the brief as it stands; worked out once for each state of it."""
        brief, known = self.brief, self._reviewed
        if known and known[0] == brief and all(a is b for a, b in zip(known[1], against, strict=True)):
            return known[2]
        found = review.reviewed(brief, against)
        self._reviewed = (brief, against, found)
        return found

    # --- changes ------------------------------------------------------------------------------------------------

    def do(self, brief: Brief, done: str, row: str | None = None) -> None:
        """Take a new state of the brief; ``row`` is where the change is seen, where it is not plain from the text.

        Where it goes on to another state, a version of it as it was in the former one is kept; ``unkept`` says why not.
        """
        before = self.steps.brief
        self.steps.do(brief, done, row)
        if self.steps.brief.state != before.state:
            self._keep_left(before)

    def _keep_left(self, before: Brief) -> None:
        if self.workspace.root is None or self.path is None:
            return
        try:
            kept, _new = versions.keep_new(self.workspace, before, path=self.path)
        except BrieferError as error:
            self.unkept = str(error)
        else:
            self.unkept = ""
            self.steps.count_on(versions.counted_on(self.steps.brief, kept).version)

    def keep_version(self, note: str | None = None) -> Path:
        """Keep a version of the brief as it stands, which counts on; raises BrieferError."""
        assert self.path is not None, "there is no folder to keep it in"
        kept = versions.keep(self.workspace, self.brief, note, path=self.path)
        self.steps.count_on(versions.counted_on(self.steps.brief, kept).version)
        return kept

    def keep_sent(self, note: Path) -> None:
        """Keep what went out as a final note, unless it is the last version kept; raises BrieferError."""
        if self.workspace.root is None or self.path is None:
            return
        kept, new = versions.keep_new(self.workspace, self.brief, f"sent as {note.name}", sent=True, path=self.path)
        if new:
            self.steps.count_on(versions.counted_on(self.steps.brief, kept).version)

    def begin(self, block: str) -> Draft:
        """Open a block's words for change."""
        self.draft = draft.begun(self.steps.brief, block)
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
        changed = brief != self.steps.brief
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
        if not over:
            self.follow()
        before = None if over else self.stamp
        # What was made of an older state of the file still asks; whoever overwrites has been asked.
        self._write(self.path, before, only=before)

    def save_as(self, name: str) -> None:
        """Write it to a new file in ``briefs/`` and go on with that one; raises BrieferError as ``save``."""
        target, old = self.workspace.briefs / f"{making.checked_name(name)}.yaml", self.path
        self._write(target, files.NEW)
        self.path = target
        if old is not None:
            self.workspace.journal.clear(old)

    def _write(self, target: Path, expected: Stamp | None, *, only: Stamp | None = None) -> None:
        """Write the brief to a file that is still as expected; ``only`` as in ``Steps.restamp``."""
        now = store.write(replace(self.brief, brief=target.stem), target, expected=expected)
        self.steps.restamp(now, only=only)
        self.saved, self.when, self._file = self.brief, time.strftime("%H:%M"), now
        self._rest = _rest_of(target, now)
        self.workspace.journal.clear(target)

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
        theirs = versions.numbered(store.read(self.path, self.workspace.shown(self.path)), self.path)
        name = making.free_name(self.workspace.briefs, f"{self.path.stem}-mine")
        mine = self.path.with_stem(name)
        self.workspace.journal.keep(mine, store.dump(replace(self.brief, brief=name)), None)
        self.settle()
        self.steps.take_over(theirs, "took over the version in the file", stamp or files.NEW)
        self.saved, self.when, self._file = theirs, "", self.stamp
        self._rest = _rest_of(self.path, self._file)
        self.workspace.journal.clear(self.path)
        return name

    def follow(self) -> str:
        """Take over what was changed in the file since, where nothing can be lost by it; gives what, in words.

        A final note that is exported at the command line lets the brief count on: another number is taken over always.
        Another state, and who cleared it, only where nothing is unsaved. All else is left for a person to decide.
        """
        theirs, now = self._theirs()
        if theirs is None or now is None or self.saved is None:
            return ""
        if (theirs.state, theirs.cleared_by) != (self.saved.state, self.saved.cleared_by):
            if self.changed or self.draft is not None:
                return ""
            self.steps.take_over(theirs, "took over the state in the file", now)
            self.saved, self.when, self._file = self.brief, "", now
            return f"the state in the file: {theirs.state}"
        number = max(theirs.version, self.brief.version)
        self.steps.count_on(number)
        if self.draft is not None:
            self.draft = self.draft._replace(base=replace(self.draft.base, version=number))
        self.steps.restamp(now, only=self._file)
        self.saved, self._file = replace(self.saved, version=number), now
        return f"version {number}"

    def _theirs(self) -> tuple[Brief | None, Stamp | None]:
        """The brief in the file and the file's stamp, where no more than number and state are other than they were."""
        if self.path is None or self._file == files.NEW or not self._rest:
            return None, None
        try:
            now = Stamp.of(self.path)
            if now is None or now == self._file or _rest_of(self.path, now) != self._rest:
                return None, None
            theirs = versions.numbered(store.read(self.path, self.workspace.shown(self.path)), self.path)
            # Written once more while it was read: the next look will tell.
            return (theirs, now) if Stamp.of(self.path) == now else (None, None)
        except BrieferError:
            return None, None


_STANDING = re.compile(rb"(?m)^(?:version: *\d+|state: *\w+|cleared_by:[^#\r\n]*) *\r?\n")


def _rest_of(path: Path | None, stamp: Stamp) -> bytes:
    """The text of a brief's file, comments too, without number and state; nothing where it is not that file any more."""
    try:
        data = path.read_bytes() if path is not None and stamp != files.NEW else b""
    except OSError:
        return b""
    return _STANDING.sub(b"", data) if Stamp.of_bytes(data) == stamp else b""


def opened(workspace: Workspace, path: Path) -> Sitting:
    """Work on a brief in a file; raises BrieferError where it cannot be read."""
    stamp = Stamp.of(path)
    brief = versions.numbered(store.read(path, workspace.shown(path)), path)
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
