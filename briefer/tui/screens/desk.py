"""The desk: the brief under work, block by block; its text changed, entries pulled in, others taken out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from briefer.brief import edit, markup, whole
from briefer.brief.model import MADE_AT_EXPORT
from briefer.tui import commands, showing, sitting
from briefer.tui.messages import PullRequested, ViewRequested
from briefer.tui.plain import one_line
from briefer.tui.screens.whole import Whole
from briefer.tui.sitting import Sitting
from briefer.tui.widgets.editor import Editor
from briefer.tui.widgets.note import Note
from briefer.tui.widgets.outline import Outline
from briefer.tui.widgets.pulling import Pulling

if TYPE_CHECKING:
    from briefer.tui.loading import Library


class Desk(Whole):
    """Outline, note and what the block under the cursor is; the editor opens beneath the note."""

    PLACE = "desk"
    CSS_PATH = "desk.tcss"
    BINDINGS: ClassVar = commands.bindings("editor", "pull", "desk", "")

    def __init__(self, library: Library, work: Sitting) -> None:
        super().__init__(library, work)
        self._just_pulled: dict[str, str] = {}
        """Entries taken in since the list of entries was opened, with their blocks."""
        self._came_from: str | None = None
        """The row under the cursor when a new block was begun."""

    # --- writing ------------------------------------------------------------------------------------------------

    def action_write(self) -> None:
        """Change the words of the block, or the title of the section."""
        block, section = self.block, self.section
        if block is not None:
            draft = self.work.begin(block.id)
            asks = markup.plain(block.text) if block.role == "prompt" else ""
            self._open(one_line(asks) or showing.label(self.work.shown, block), draft.initial, asks)
        elif section is not None and section.role == "header":
            self.action_header()
        elif section is not None:
            self.rename_section(section)

    def action_add(self) -> None:
        """Open an empty block after this one."""
        section, block = self.section, self.block
        if section is None or section.role in MADE_AT_EXPORT:
            self.notice.news("This section is made at export; it holds no text of its own.")
            return
        role, question = whole.own_role(self.work.brief, section, block)
        after = block.id if block else None
        self._came_from = self.row
        draft = self.work.begin_new(role, section=section.id, after=after, question=question)
        self.show_work(draft.block)
        self._open(f"new {role}", "", "Write here; Esc takes it over.")

    def _open(self, title: str, text: str, asks: str) -> None:
        self.query_one(Editor).open(title, text, asks)
        self.call_after_refresh(self.query_one(Note).scroll_to_highlight)
        self.show_state()

    def on_editor_written(self, message: Editor.Written) -> None:
        """Every letter counts: words, time and what is unsaved are right while typing."""
        if self.work.draft is not None:
            self.work.write(message.text)
            self.show_state()
            self.changed()

    def settle(self) -> None:
        """Take the editor's words over and close it."""
        draft = self.work.draft
        changed = self.work.settle()
        self.query_one(Editor).close()
        if draft is None:
            return
        self.query_one(Note).focus()
        if changed:
            self.did(draft.done, draft.block)
        else:
            self.show_work(self._came_from if draft.new else None)

    def action_done(self) -> None:
        """Close the editor."""
        self.settle()

    def on_descendant_focus(self) -> None:
        """A click beside the editor takes its words over."""
        if self.work.draft is not None and self.focused in (self.query_one(Note), self.query_one(Outline)):
            self.settle()

    # --- entries ------------------------------------------------------------------------------------------------

    def action_pull(self) -> None:
        """Open the list of entries."""
        if self.section is None or self.section.role in MADE_AT_EXPORT:
            self.notice.news("This section is made at export; choose another one to pull entries into.")
            return
        self._just_pulled.clear()
        self.add_class("-pulling")
        self.query_one(Pulling).open(frozenset(edit.entries_in(self.work.brief)))
        self.show_state()

    def action_close(self) -> None:
        """Close the list of entries."""
        self.query_one(Pulling).display = False
        self.remove_class("-pulling")
        self.query_one(Note).focus()
        self.show_state()

    def action_take(self) -> None:
        """Take the entry under the cursor."""
        self.query_one(Pulling).take()

    def action_look(self) -> None:
        """Show all about the entry under the cursor."""
        self.query_one(Pulling).look()

    def on_pull_requested(self, message: PullRequested) -> None:
        """Take an entry in after the block under the cursor, or take it back."""
        entry, section, block = message.entry, self.section, self.block
        brief = self.work.brief
        if entry.id in edit.entries_in(brief):
            mine = self._just_pulled.pop(entry.id, None)
            if mine is None or mine not in edit.taken(brief):
                if held := edit.holding(brief, entry.id):
                    where = held[0].title or held[0].id
                    self.notice.news(f"It is in the note already, under {where}.")
                return
            rows = showing.order(brief)
            self.work.do(edit.remove(brief, mine), f"took back a {entry.kind}")
            self.did(f"took back a {entry.kind}", rows[rows.index(mine) - 1])
            return
        if section is None:
            return
        question = (block.id if block.role == "question" else block.question) if block else None
        brief, made = edit.pull(
            brief, entry, self.library.base, section=section.id, after=block.id if block else None,
            question=None if entry.kind == "question" else question,
        )  # fmt: skip
        self._just_pulled[entry.id] = made
        self.work.do(brief, f"pulled in a {entry.kind}")
        self.did(f"pulled in a {entry.kind} under {section.title or section.id}", made)

    def on_view_requested(self, message: ViewRequested) -> None:
        """Show all about an entry."""
        from briefer.tui.screens.tell import about_entry

        self.app.push_screen(about_entry(message.entry, self.library.base, self.work.brief.as_of))

    # --- taking out, moving, undoing ----------------------------------------------------------------------------

    def action_remove(self) -> None:
        """Take the block or section out."""
        block, section, brief = self.block, self.section, self.work.brief
        rows = showing.order(brief)
        if block is not None:
            after, done = edit.remove(brief, block.id), f"removed {sitting.article(block.role)}"
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
            after, done = edit.move(brief, block.id, by), f"moved {sitting.article(block.role)}"
        elif section is not None:
            after, done = whole.move(brief, section.id, by), f"moved the section {section.title or section.id}"
        else:
            return
        if after == brief:
            self.notice.news(f"It is the {'first' if by < 0 else 'last'} already.")
            return
        self.work.do(after, done, self.row)
        self.did(done, self.row)

    def action_undo(self) -> None:
        """Undo; in the editor its own last change."""
        if self.work.draft is not None:
            self.query_one(Editor).undo()
        else:
            self._step("undone", self.work.undo)

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._step("done again", self.work.redo)

    def _step(self, said: str, step: Callable[[], tuple[str, str | None] | None]) -> None:
        before = self.work.shown
        stepped = step()
        if stepped is not None:
            done, row = stepped
            self.did(f"{said}: {done}", row or showing.first_difference(before, self.work.shown))
            self.call_after_refresh(self.show_cursor)

    def action_leave(self) -> None:
        """Back to the first screen."""
        if self.has_class("-outlined") and not self.has_class("-wide"):
            self.action_outline()
            return
        self.settle()
        self.leave(lambda: self.dismiss())
