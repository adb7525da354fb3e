"""The half of “questions first” that shows: the question at hand, its answer in the editor, what helps beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from briefer.brief import edit, markup, material
from briefer.brief.model import Block
from briefer.tui import asking, showing
from briefer.tui.messages import LibraryRead
from briefer.tui.plain import one_line, plain
from briefer.tui.screens.talking import Rehearsing
from briefer.tui.sitting import Sitting
from briefer.tui.widgets.answer import Answer
from briefer.tui.widgets.fitting import Fitting
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.lines import Lines
from briefer.tui.widgets.material import Helpful, Material
from briefer.tui.widgets.notice import Notice
from briefer.tui.widgets.strip import Strip
from briefer.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from briefer.tui.loading import Library


class Asking(Rehearsing):
    """The questions of a brief, one at a time."""

    AUTO_FOCUS = "#answer"

    class Ranked(Message):
        """What helps with a question has been found."""

        def __init__(self, question: str, found: list[Helpful]) -> None:
            super().__init__()
            self.question, self.found = question, found

    def __init__(self, library: Library, work: Sitting, row: str | None, faults: Mapping[str, str]) -> None:
        """``row``: where to begin; ``faults``: what the screen before could not do and is not mended."""
        super().__init__(work)
        self.library, self.faults = library, dict(faults)
        found = asking.questions(work.brief)
        self.question: str | None = asking.belongs(work.brief, row) or (found[0].id if found else None)
        """The question at hand."""
        self._ranked: dict[str, list[Helpful]] = {}

    def compose(self) -> ComposeResult:
        """How the brief stands, the questions, the one at hand, its answer, what helps."""
        yield TopLine()
        yield Strip(id="strip")
        yield Fitting(id="head")
        with VerticalScroll(id="asked", can_focus=False):
            yield Static("", markup=False)
        with Container(id="body"):
            with Vertical(id="writing"):
                yield Answer(id="answer")
                yield Static("", id="others", markup=False)
            yield Material(self.library, self.work.brief.topics, self.work.brief.as_of, id="material")
        yield Notice()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the question that the cursor was on."""
        self.notice.stand(self.faults)
        self.show_work()

    # --- what is where ------------------------------------------------------------------------------------------

    @property
    def where(self) -> str:
        """The material and the box over it have commands of their own."""
        return {Input: "filter", Lines: "material"}.get(type(self.focused), "questions")  # type: ignore[arg-type]

    @property
    def answer(self) -> Answer:
        """The editor."""
        return self.query_one(Answer)

    @property
    def material(self) -> Material:
        """What helps."""
        return self.query_one(Material)

    @property
    def asked(self) -> Block | None:
        """The question at hand."""
        return next((q for q in asking.questions(self.work.brief) if q.id == self.question), None)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo, in the words or in the brief."""
        return self.answer.steps[0] or super().can_undo

    @property
    def can_redo(self) -> bool:
        """Whether something was undone."""
        return self.answer.steps[1] or super().can_redo

    # --- showing ------------------------------------------------------------------------------------------------

    def show_work(self, at: str | None = None) -> None:
        """The question that a row belongs to, or the one at hand, and its words in the editor."""
        brief = self.work.brief
        found = [q.id for q in asking.questions(brief)]
        wanted = asking.belongs(brief, at) or self.question
        question = wanted if wanted in found else found[0] if found else None
        self.set_class(question is None, "-none")
        if question is None:
            self.question = None
            self.query_one("#asked Static", Static).update(plain(asking.NONE))
            self.show_state()
            return
        if question != self.question:
            self.settle()
            self.question = question
            self.material.clear()
        if self.work.draft is None:
            self._open(question)
        self.query_one("#asked Static", Static).update(plain(markup.plain(edit.find(brief, question)[1].text)))
        self._show_material(question)
        self.show_state()

    def _open(self, question: str) -> None:
        """The words of its answer, in the editor."""
        brief = self.work.brief
        block = asking.answer_of(brief, question)
        if block is not None:
            draft = self.work.begin(block.id)
        else:
            section = edit.find(brief, question)[0]
            draft = self.work.begin_new("answer", section=section.id, after=question, question=question)
        self.answer.show(f"Answer {showing.number(brief, question)}", draft.initial, asking.asks(brief, question))
        more = [one_line(markup.plain(b.text)) for b in asking.others(brief, question)]
        self.set_class(bool(more), "-more")
        self.query_one("#others", Static).update(plain("\n".join(["Also said on this question:", *more])))

    def _show_material(self, question: str) -> None:
        self.material.show(self._ranked.get(question))
        if question not in self._ranked:
            brief, base = self.work.brief, self.library.base
            self.run_worker(
                lambda: self.post_message(self.Ranked(question, material.for_question(brief, question, base))),
                thread=True, group="rank",
            )  # fmt: skip

    def on_asking_ranked(self, message: Ranked) -> None:
        """Show what helps, if the question is still at hand."""
        self._ranked[message.question] = message.found
        if message.question == self.question:
            self._show_material(message.question)

    def on_library_read(self, message: LibraryRead) -> None:
        """The base was read again."""
        self.library = self.material.library = message.library
        self._ranked.clear()
        if self.question is not None:
            self._show_material(self.question)

    def show_state(self) -> None:
        """Top line, strip, head and keys, right while typing."""
        brief, asked = self.work.brief, self.asked
        self.query_one(TopLine).show(
            brief.title, showing.state_of(brief, self.work.state, len(self.work.reviewed(self.against).open))
        )
        time, over = asking.time(brief, asked.id) if asked else ("", False)
        self.material.show_taken(frozenset(edit.entries_in(brief)))
        self.query_one(Strip).show(asking.strip(brief), self.question, time, over)
        self.query_one("#head", Fitting).show(asking.head(brief, asked) if asked else [""])
        self.show_keys()

    def on_resize(self) -> None:
        """Beside each other, below each other, or one at a time."""
        if self.is_mounted:
            width, height = self.size
            self.set_class(width < 100 and height < 23, "-one-pane")
            self.material.fit(width >= 100 and height >= 23)
            self._face(self.focused)
            self.show_state()

    # --- between answer, material and box -----------------------------------------------------------------------

    def focus_next(self, selector: object = "*") -> Widget | None:
        """From the answer to the material, to the box over it, and round."""
        return self._focus(1)

    def focus_previous(self, selector: object = "*") -> Widget | None:
        """The other way round."""
        return self._focus(-1)

    def action_across(self) -> None:
        """As ``focus_next``."""
        self._focus(1)

    def action_filter(self) -> None:
        """To the box over the material."""
        self.query_one("#filter", Input).focus()

    def _focus(self, by: int) -> Widget:
        ring: list[Widget] = [self.answer, self.query_one("#helpful"), self.query_one("#filter")]
        at = ring.index(self.focused) if self.focused in ring else -by
        to = ring[(at + by) % len(ring)]
        self._face(to)
        to.focus()
        return to

    def _face(self, widget: Widget | None) -> None:
        """Where there is room for one pane only, show the one that has the focus."""
        self.set_class(isinstance(widget, Input | Lines), "-material")

    def on_descendant_focus(self) -> None:
        """Other keys work in another pane."""
        self._face(self.focused)
        self.show_keys()
