"""The desk: the brief under work with knowledge, outline and note; entries of one's own are written down from here too."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from briefer.brief import edit
from briefer.brief.model import MADE_AT_EXPORT
from briefer.tui import commands, draft
from briefer.tui.messages import PullRequested
from briefer.tui.screens.adding import given_by
from briefer.tui.screens.receiving import Receiving
from briefer.tui.screens.taking import Taking
from briefer.tui.screens.talking import Talking

if TYPE_CHECKING:
    from briefer.knowledge.base import Entry
    from briefer.tui.screens.entry_form import Kept


class Desk(Receiving, Talking, Taking):
    """Knowledge, outline and note; what the block under the cursor is stands beneath them."""

    PLACE = "desk"
    PULLS = True
    CSS_PATH = "desk.tcss"
    BINDINGS: ClassVar = commands.bindings("editor", "pull", "desk", "")

    @property
    def adding_given(self) -> dict[str, str]:
        """A new entry is on the brief's first topic, and from the meeting's paper on it."""
        return given_by(self.work.brief, self.library.base)

    @property
    def entry_here(self) -> tuple[str, str] | None:
        """The entry or paper under the cursor, in the knowledge pane or in the note."""
        if self.where == "pull":
            item = self.item
            return (item.kind, item.id.removeprefix("paper:")) if item else None
        entry = self.library.base.entries.get(self.block.entry or "") if self.block else None
        return (entry.kind, entry.id) if entry else None

    def wrote(self, kept: Kept) -> None:
        """What was written can be taken back like everything else."""
        self.work.steps.beside(kept.written, f"wrote down {draft.article(kept.kind)}")
        self.show_state()

    def pull_entry(self, entry: Entry) -> bool:
        """Take a new entry in, at the cursor of the open editor or after the block under the cursor."""
        if self.work.draft is not None:
            self._weave(entry)
            return True
        if self.section is None or self.section.role in MADE_AT_EXPORT:
            self.notice.news("It is kept, but not pulled in: this section is made at export. Choose another one.")
            return False
        if entry.id in edit.entries_in(self.work.brief):
            self.notice.news("It is kept, and in the note already; the note keeps the words it has.")
            return False
        self.on_pull_requested(PullRequested(entry))
        return True

    def action_leave(self) -> None:
        """Back to the note, and from there to the first screen."""
        if self.pane == "outline" and self.has_class("-narrow"):
            self.go_to("note")
            return
        self.settle()
        self.leave(lambda: self.dismiss())
