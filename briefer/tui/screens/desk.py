"""The desk: the brief under work, block by block; entries pulled in, blocks and sections rearranged, all of it undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from briefer.brief import edit, whole
from briefer.brief.model import MADE_AT_EXPORT, Brief, Section
from briefer.brief.pull import source_of
from briefer.errors import BrieferError
from briefer.knowledge.entries import Cite
from briefer.tui import commands, showing, sitting
from briefer.tui.messages import CiteRequested, PullRequested
from briefer.tui.screens.adding import Adding, given_by
from briefer.tui.screens.talking import Talking
from briefer.tui.screens.writing import Writing
from briefer.tui.sitting import Sitting, Stepped
from briefer.tui.stock import Item
from briefer.tui.widgets.editor import Editor
from briefer.tui.widgets.pulling import Pulling

if TYPE_CHECKING:
    from briefer.knowledge.base import Entry
    from briefer.tui.loading import Library
    from briefer.tui.screens.entry_form import Kept


class Desk(Adding, Talking, Writing):
    """Knowledge, outline and note; what the block under the cursor is stands beneath them."""

    PLACE = "desk"
    PULLS = True
    CSS_PATH = "desk.tcss"
    BINDINGS: ClassVar = commands.bindings("editor", "pull", "desk", "")

    def __init__(self, library: Library, work: Sitting) -> None:
        super().__init__(library, work)
        self._just_pulled: dict[str, str] = {}
        """Entries taken in since the knowledge pane was entered, with their blocks."""

    # --- entries ------------------------------------------------------------------------------------------------

    @property
    def item(self) -> Item | None:
        """The entry or paper under the cursor of the knowledge pane."""
        return self.query_one(Pulling).item

    def entered(self) -> None:
        """Whoever comes back to the knowledge pane takes back nothing by a second Enter."""
        if self.pane != "pulling":
            self._just_pulled.clear()
        super().entered()

    def action_take(self) -> None:
        """Take the entry under the cursor."""
        self.query_one(Pulling).take()

    def on_pull_requested(self, message: PullRequested) -> None:
        """Take an entry in at the cursor or after the block under it, or take it back."""
        entry, section, block = message.entry, self.section, self.block
        brief = self.work.brief
        if self.work.draft is not None:
            self._weave(entry)
            return
        if entry.id in edit.entries_in(brief):
            self._take_back(entry)
            return
        if section is None or section.role in MADE_AT_EXPORT:
            self.notice.news("This section is made at export; put the cursor of the note on another one first.")
            return
        question = (block.id if block.role == "question" else block.question) if block else None
        self._take(entry, section, block.id if block else None, question)

    def _take(self, entry: Entry, section: Section, after: str | None, question: str | None) -> None:
        brief, made = edit.pull(
            self.work.brief, entry, self.library.base, section=section.id, after=after,
            question=None if entry.kind == "question" else question,
        )  # fmt: skip
        self._just_pulled[entry.id] = made
        self.work.do(brief, f"pulled in a {entry.kind}")
        place = showing.number(brief, question) if question and entry.kind != "question" else 0
        under = f"question {place}" if place else section.title or section.id
        self.did(f"pulled in a {entry.kind} under {under}", made)

    def _take_back(self, entry: Entry) -> None:
        brief = self.work.brief
        mine = self._just_pulled.pop(entry.id, None)
        if mine is None or mine not in edit.taken(brief):
            held = edit.holding(brief, entry.id)
            where = held[0].title or held[0].id if held else "another section"
            self.notice.news(f"It is in the note already, under {where}.")
            return
        rows = showing.order(brief)
        self.work.do(edit.remove(brief, mine), f"took back a {entry.kind}")
        self.did(f"took back a {entry.kind}", rows[rows.index(mine) - 1])

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
        self.work.beside(kept.written, f"wrote down {sitting.article(kept.kind)}")
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

    def _weave(self, entry: Entry) -> None:
        """Take an entry's words in at the cursor of the open editor, with their source."""
        editor = self.query_one(Editor)
        at = self.work.weave(entry, self.library.base, editor.at)
        assert self.work.draft is not None
        editor.put(self.work.draft.text, at)
        self.show_work()
        self.notice.news(f"Took the {entry.kind} in at the cursor; Esc goes back to your words.")

    def action_take_to(self) -> None:
        """Choose the section or question under which the entry is taken in."""
        from briefer.tui.screens.ask import Answer, Ask

        item, brief = self.item, self.work.shown
        if item is None or item.entry is None:
            self.notice.news("A paper becomes a source of the block under the note's cursor: Enter takes it.")
            return
        entry, answers = item.entry, []
        for section in brief.sections:
            if section.role not in MADE_AT_EXPORT:
                answers.append(Answer(f"section:{section.id}", section.title or section.id))
                answers += [Answer(b.id, f"  Q{showing.number(brief, b.id)}", b.text) for b in section.blocks
                            if b.role == "question" and entry.kind != "question"]  # fmt: skip

        def chosen(where: str | None) -> None:
            if where is None:
                return
            self.settle()
            for section in self.work.brief.sections:
                if where == f"section:{section.id}":
                    self._take(entry, section, section.blocks[-1].id if section.blocks else None, None)
                elif any(b.id == where for b in section.blocks):
                    last = [b.id for b in section.blocks if where in (b.id, b.question)][-1]
                    self._take(entry, section, last, where)

        self.app.push_screen(Ask("Take it in under …", item.text, answers), chosen)

    def on_cite_requested(self, message: CiteRequested) -> None:
        """Note a paper as a source of the block under the cursor, or at the cursor of the open editor."""
        source = source_of(Cite(paper=message.paper.id), self.library.base)
        block = self.block
        if self.work.draft is not None:
            editor = self.query_one(Editor)
            at = self.work.cite(source, editor.at)
            assert self.work.draft is not None
            editor.put(self.work.draft.text, at)
            self.show_work()
        elif block is None or block.role in ("question", "prompt"):
            self.notice.news("Put the cursor of the note on a block of text first.")
        elif any(s.paper == source.paper for s in block.sources):
            self.notice.news("The block has that source already.")
        else:
            self.work.do(edit.cite(self.work.brief, block.id, source)[0], "noted a source")
            self.did(f"noted {message.paper.number or message.paper.title} as a source", block.id)

    def action_cite(self) -> None:
        """Note a paper as a source of the block, or take a source out."""
        from briefer.tui.screens.ask import Answer, Ask

        block = self.block
        if block is None:
            return
        draft, editor = self.work.draft, self.query_one(Editor)
        said = "mark it at the cursor" if draft else "take it out"
        answers = [Answer(str(n), showing.source(s), said) for n, s in enumerate(block.sources, start=1)]
        answers.append(Answer("new", "A paper of the knowledge base …", "choose it in the knowledge pane"))

        def chosen(which: str | None) -> None:
            if which == "new":
                self.action_kind("paper")
                self.go_to("pulling")
            elif which and draft is not None:
                editor.insert(f"[^{which}]")
            elif which:
                self.work.do(edit.uncite(self.work.brief, block.id, int(which)), "took out a source")
                self.did("took out a source", block.id)

        self.app.push_screen(Ask("Sources of the block", "", answers), chosen)

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
            self.rearrange(f"duplicated {sitting.article(block.role)}", lambda b: edit.duplicate(b, block.id))
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
            self.settle()
            self._step("undone", self.work.undo)

    def action_redo(self) -> None:
        """Do again what was undone; in the editor its own last change."""
        if self.work.draft is not None:
            self.query_one(Editor).redo()
        else:
            self._step("done again", self.work.redo)

    def _step(self, said: str, step: Callable[[], Stepped | None]) -> None:
        before = self.work.shown
        made = self.stepped(step)
        if made is not None:
            self.did(f"{said}: {made.done}", made.row or showing.first_difference(before, self.work.shown))
            self.call_after_refresh(self.show_cursor)

    def action_leave(self) -> None:
        """Back to the note, and from there to the first screen."""
        if self.pane == "outline" and self.has_class("-narrow"):
            self.go_to("note")
            return
        self.settle()
        self.leave(lambda: self.dismiss())


def _row(made: tuple[Brief, str]) -> tuple[Brief, str]:
    """A brief and the row of a section in it."""
    return made[0], f"section:{made[1]}"
