"""Questions first: one question after the other, its answer being written, and beside it what helps to give it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from briefer.brief import edit
from briefer.tui import asking, commands, showing
from briefer.tui.messages import PullRequested
from briefer.tui.screens.asking import Asking
from briefer.tui.sitting import Sitting
from briefer.tui.widgets.editor import Editor

if TYPE_CHECKING:
    from briefer.tui.loading import Library


class Questions(Asking):
    """Gives the id of the question that was shown last."""

    PLACE = "questions"
    CSS_PATH = "questions.tcss"
    BINDINGS: ClassVar = commands.bindings("material", "filter", "questions", "")

    def __init__(self, library: Library, work: Sitting, row: str | None, faults: Mapping[str, str]) -> None:
        """As its base."""
        super().__init__(library, work, row, faults)
        self._just_taken: set[str] = set()
        """The blocks of the entries taken in since this screen was opened."""

    # --- writing ------------------------------------------------------------------------------------------------

    def on_editor_written(self, message: Editor.Written) -> None:
        """Every letter counts."""
        if self.work.draft is not None:
            if self.answer.text != self.work.draft.text:
                self.notice.news("")
            self.work.write(self.answer.text)
            self.show_state()
            self.changed()

    def settle(self) -> None:
        """Take the words over; they stay in the editor."""
        self.work.write(self.answer.text)
        if self.work.settle():
            self.changed()

    def action_next_question(self) -> None:
        """The next question."""
        self._go(1, "It is the last question.")

    def action_previous_question(self) -> None:
        """The question before."""
        self._go(-1, "It is the first question.")

    def action_to_question(self, number: int) -> None:
        """The question of a number, from 1."""
        found = asking.questions(self.work.brief)
        if number <= len(found):
            self.show_work(found[number - 1].id)

    def _go(self, by: int, end: str) -> None:
        found = [q.id for q in asking.questions(self.work.brief)]
        to = found.index(self.question) + by if self.question in found else 0
        if 0 <= to < len(found):
            self.show_work(found[to])
        else:
            self.notice.news(end)

    def action_undo(self) -> None:
        """Undo in the words, then in the brief."""
        if self.answer.steps[0]:
            self.answer.undo()
        else:
            self.step("undone", self.work.steps.undo)

    def action_redo(self) -> None:
        """Do again what was undone, in the words or in the brief."""
        if self.answer.steps[1]:
            self.answer.redo()
        else:
            self.step("done again", self.work.steps.redo)

    # --- material -----------------------------------------------------------------------------------------------

    def action_take(self) -> None:
        """Put the entry under the cursor under the question."""
        self.material.take()

    def on_pull_requested(self, message: PullRequested) -> None:
        """Put an entry under the question, or take it back where it was just put there."""
        entry, question = message.entry, self.question
        if question is None:
            return
        self.settle()
        brief = self.work.brief
        if entry.id in edit.entries_in(brief):
            blocks = [b for s in brief.sections for b in s.blocks if b.entry == entry.id]
            mine = next((b for b in blocks if b.id in self._just_taken), None)
            if mine is not None:
                self.work.do(edit.remove(brief, mine.id), f"took back a {entry.kind}", question)
                self.did(f"took back a {entry.kind}", question)
            else:
                self.show_work()
                self.notice.news("It is in the note already; F3 weaves its words into the answer all the same.")
            return
        section, after = asking.last_of(brief, question)
        brief, made = edit.pull(
            brief, entry, self.library.base, section=section.id, after=after.id,
            question=None if entry.kind == "question" else question,
        )  # fmt: skip
        self._just_taken.add(made)
        self.work.do(brief, f"pulled in a {entry.kind}", question)
        self.did(f"pulled in a {entry.kind} under question {showing.number(brief, question)}", question)

    def action_weave(self) -> None:
        """Put the entry's words and source into the answer, where the cursor is."""
        entry, question = self.material.entry, self.question
        if entry is None or question is None:
            return
        self.work.write(self.answer.text)
        if self.work.has_woven(entry.id):
            self.notice.news("Its words stand in this answer already.")
            return
        at = self.work.weave(entry, self.library.base, self.answer.at)
        assert self.work.draft is not None
        self.answer.put(self.work.draft.text, at)
        self.show_state()
        self.changed()
        self.notice.news(f"Wove a {entry.kind} into the answer, with its source.")
        if self.has_class("-one-pane"):
            self.answer.focus()

    def action_bold(self) -> None:
        """Make the chosen words bold."""
        self.answer.form("**")

    def action_italic(self) -> None:
        """Make the chosen words italic."""
        self.answer.form("*")

    def action_look(self) -> None:
        """Show all about the entry under the cursor."""
        from briefer.tui.screens.tell import about_entry

        if (entry := self.material.entry) is not None:
            self.app.push_screen(about_entry(entry, self.library.base, self.work.brief.as_of))

    def action_view(self) -> None:
        """Show the question in full, with its paper."""
        from briefer.tui.screens.tell import about_block

        if self.asked is not None:
            section = edit.find(self.work.brief, self.asked.id)[0]
            self.app.push_screen(about_block(self.work.brief, section, self.asked, self.library.base))

    # --- away ---------------------------------------------------------------------------------------------------

    def action_leave(self) -> None:
        """Empty the box, uncover the answer, or go back to the desk with the words taken over."""
        if self.where == "filter" and self.material.words:
            self.material.clear()
        elif self.where != "questions" and self.has_class("-one-pane"):
            self.answer.focus()
        else:
            self.settle()
            self.keep()
            self.faults = self.notice.faults
            self.dismiss(self.question)
