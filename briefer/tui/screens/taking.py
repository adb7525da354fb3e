"""Taking entries and papers out of the knowledge pane into the note: after a block, under a question, at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.brief import edit
from briefer.brief.model import MADE_AT_EXPORT, Section
from briefer.brief.pull import source_of
from briefer.knowledge.entries import Cite
from briefer.tui import showing
from briefer.tui.messages import CiteRequested, PullRequested
from briefer.tui.screens.rearranging import Rearranging
from briefer.tui.sitting import Sitting
from briefer.tui.stock import Item
from briefer.tui.widgets.editor import Editor
from briefer.tui.widgets.pulling import Pulling

if TYPE_CHECKING:
    from briefer.knowledge.base import Entry
    from briefer.tui.loading import Library


class Taking(Rearranging):
    """A brief that takes in what the knowledge base holds."""

    def __init__(self, library: Library, work: Sitting) -> None:
        super().__init__(library, work)
        self._just_pulled: dict[str, str] = {}
        """Entries taken in since the knowledge pane was entered, with their blocks."""

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

    def _weave(self, entry: Entry) -> None:
        """Take an entry's words in at the cursor of the open editor, with their source."""
        if self.work.has_woven(entry.id):
            self.notice.news("Its words stand in this text already.")
            return
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
