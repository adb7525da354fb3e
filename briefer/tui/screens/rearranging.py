"""Rearranging the brief: blocks and sections taken out, moved, merged, split, promoted; every step undone and redone."""

from __future__ import annotations

from collections.abc import Callable

from briefer.brief import edit, whole
from briefer.brief.model import Brief
from briefer.errors import BrieferError
from briefer.tui import draft, showing
from briefer.tui.screens.writing import Writing
from briefer.tui.steps import Stepped
from briefer.tui.widgets.editor import Editor


class Rearranging(Writing):
    """A brief whose blocks and sections are put in another order and shape."""

    def action_remove(self) -> None:
        """Take the block or section out."""
        block, section, brief = self.block, self.section, self.work.brief
        rows = showing.order(brief)
        if block is not None:
            after, done = edit.remove(brief, block.id), f"removed {draft.article(block.role)}"
        elif section is not None:
            after, done = whole.remove(brief, section.id), f"removed the section {section.title or section.id}"
        else:
            return
        gone = len(rows) - len(showing.order(after))
        left, here = showing.order(after), rows.index(self.row or "")
        at = next((r for r in (*rows[here:], *reversed(rows[:here])) if r in left), None)
        self.work.do(after, done)
        more = f" with {gone - 1} more" if gone > 1 else ""
        self.did(f"{done}{more}; undo brings it back", at)

    def action_move_up(self) -> None:
        """Move the block or section up."""
        self._move(-1)

    def action_move_down(self) -> None:
        """Move the block or section down."""
        self._move(1)

    def _move(self, by: int) -> None:
        brief, block, section = self.work.brief, self.block, self.section
        if block is not None:
            after, done = edit.move(brief, block.id, by), f"moved {draft.article(block.role)}"
        elif section is not None:
            after, done = whole.move(brief, section.id, by), f"moved the section {section.title or section.id}"
        else:
            return
        if after == brief:
            self.notice.news(f"It is the {'first' if by < 0 else 'last'} already.")
            return
        self.work.do(after, done, self.row)
        self.did(done, self.row)

    def action_merge(self) -> None:
        """Merge the block with the next one."""
        if (block := self.block) is not None:
            self.rearrange("merged two blocks", lambda b: (edit.merge(b, block.id), block.id))

    def action_split(self) -> None:
        """Split the block at its paragraphs."""
        if (block := self.block) is not None:
            self.rearrange("split a block", lambda b: (edit.split(b, block.id)[0], block.id))

    def action_duplicate(self) -> None:
        """Make a copy of the block or section."""
        block, section = self.block, self.section
        if block is not None:
            self.rearrange(f"duplicated {draft.article(block.role)}", lambda b: edit.duplicate(b, block.id))
        elif section is not None:
            self.rearrange("duplicated a section", lambda b: _row(whole.duplicate(b, section.id)))

    def action_promote(self) -> None:
        """Make the block the title of a section."""
        if (block := self.block) is not None:
            self.rearrange("made a block a section", lambda b: _row(whole.promote(b, block.id)))

    def action_demote(self) -> None:
        """Let the section join the one above."""
        if self.block is None and (section := self.section) is not None:
            self.rearrange("made a section part of the one above", lambda b: whole.demote(b, section.id))

    def rearrange(self, done: str, change: Callable[[Brief], tuple[Brief, str]]) -> None:
        """Make a change that gives the brief and the row at which it is seen, or say why it makes no sense."""
        try:
            brief, row = change(self.work.brief)
        except BrieferError as error:
            self.notice.news(str(error))
            return
        self.work.do(brief, done, row)
        self.did(done, row)

    def action_undo(self) -> None:
        """Undo; in the editor its own last change."""
        editor = self.query_one(Editor)
        if self.work.draft is not None and editor.can_undo:
            editor.undo()
        else:
            self.step("undone", self.work.steps.undo)

    def action_redo(self) -> None:
        """Do again what was undone; in the editor its own last change."""
        if self.work.draft is not None:
            self.query_one(Editor).redo()
        else:
            self.step("done again", self.work.steps.redo)

    def step(self, said: str, step: Callable[[], Stepped | None]) -> None:
        """Undo or redo, and bring the row at which it is seen into view."""
        super().step(said, step)
        self.call_after_refresh(self.show_cursor)


def _row(made: tuple[Brief, str]) -> tuple[Brief, str]:
    """A brief and the row of a section in it."""
    return made[0], f"section:{made[1]}"
