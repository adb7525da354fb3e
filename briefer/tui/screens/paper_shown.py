"""What a paper says, in one list: topic, meeting, header, questions, what it proposes, and what was taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets.option_list import Option

from briefer.intake.corrected import Standing
from briefer.intake.review import Review
from briefer.intake.steps import Stepped
from briefer.intake.topics import best_topics, fits, resolve
from briefer.tui import paper_rows
from briefer.tui.screens.of_paper import OfPaper
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.lines import Lines
from briefer.tui.widgets.notice import Notice
from briefer.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from briefer.knowledge.base import Entry
    from briefer.tui.loading import Library
    from briefer.tui.messages import LibraryRead


class PaperShown(OfPaper):
    """The list, and what is under its cursor."""

    def __init__(
        self, library: Library, review: Review, file: str, meeting: str | None = None, *, begins: bool = True
    ) -> None:
        """As ``OfPaper``; ``file`` names a paper without a number."""
        super().__init__(library, review, meeting, begins=begins)
        self._file = file
        self._best: list[str] = []
        self._questions: dict[str, Standing] = {}

    def compose(self) -> ComposeResult:
        """What is read, in one list."""
        yield TopLine("", "")
        yield Lines(id="says", opens=False)
        yield Notice()
        yield KeyLine()

    def on_mount(self) -> None:
        """Find the likeliest topics; what was done with the paper before holds."""
        index = self.library.index_made
        self._best = best_topics(self.review.paper, self.library.base, index=index)
        self.show(at="topic")
        if self.review.kept.decided or self.review.kept.papers:
            self.notice.news("You have had this paper before: what you corrected and decided is here.")

    def on_library_read(self, message: LibraryRead) -> None:
        """Entries may have come or gone."""
        self.library = message.library
        self.show()

    def on_screen_resume(self) -> None:
        """Proposals may have been decided meanwhile."""
        super().on_screen_resume()
        if self.is_mounted and self.query(Lines):
            self.show()

    @property
    def topic(self) -> str:
        """The topic chosen, else the likeliest where it is near enough, else a new one with the paper's subject as its title."""
        paper, best = self.review.paper, self._best[0] if self._best else ""
        if self.review.kept.topic:
            return self.review.kept.topic
        near = best in self.library.base.topics and (not paper.subject or fits(best, paper, self.library.base))
        return best if near else paper.subject or ""

    def show(self, at: str | None = None) -> None:
        """Bring everything up to date."""
        review, base = self.review, self.library.base
        self._questions = {s.key: s for s in review.questions}
        chosen = resolve(self.topic, base).id if any(c.isalnum() for c in self.topic) else ""
        rows = paper_rows.rows(review, base, self.topic, chosen in base.topics, self._meeting)
        self.query_one("#says", Lines).show([Option(r.prompt, id=r.id, disabled=r.heading) for r in rows], at)
        title = " ".join(p for p in (review.paper.doc_number, review.paper.suffix) if p) or self._file
        self.query_one(TopLine).show(title, paper_rows.states(review, base))
        self.show_keys()

    @property
    def _row(self) -> str:
        return self.query_one("#says", Lines).current or ""

    @property
    def question(self) -> Standing | None:
        """The question under the cursor."""
        return self._questions.get(self._row.removeprefix("question:")) if self.query("#says") else None

    @property
    def gone(self) -> Entry | None:
        """The question under the cursor that is in the base and not asked in the paper."""
        found = self.library.base.entries.get(self._row.removeprefix("gone:")) if self.query("#says") else None
        return found if found is not None and self._row.startswith("gone:") else None

    def on_option_list_option_highlighted(self) -> None:
        """What can be done depends on the row."""
        self.show_keys()

    def wrote(self) -> None:
        """Show it here at once, too."""
        super().wrote()
        self.show()

    def went(self, done: Stepped) -> bool:
        """Show it, with the cursor on the row that the step was about."""
        self.show()
        self.query_one("#says", Lines).go(done.at)
        return True
