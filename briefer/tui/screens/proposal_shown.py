"""A proposal of a paper beside its place in it and what the base says already; going from one to the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.message import Message
from textual.widgets import Static

from briefer.intake.kept import Decided, proposal_key
from briefer.intake.matching import Match, match
from briefer.intake.review import Review
from briefer.papers.propose import Proposal
from briefer.tui import proposed
from briefer.tui.screens.of_paper import OfPaper
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.notice import Notice
from briefer.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from briefer.tui.loading import Library
    from briefer.tui.messages import LibraryRead


class ProposalShown(OfPaper):
    """One proposal after the other."""

    class Matched(Message):
        """It is known what the base says already."""

        def __init__(self, run: int, found: dict[str, Match]) -> None:
            super().__init__()
            self.run, self.found = run, found

    def __init__(
        self, library: Library, review: Review, meeting: str | None = None, *, begins: bool = True, said: str = ""
    ) -> None:
        """As ``OfPaper``; ``said`` is what happened on the way."""
        super().__init__(library, review, meeting, begins=begins)
        self._said = said
        self._matches: dict[str, Match] = {}
        self._run = 0
        self._at = 0

    def compose(self) -> ComposeResult:
        """The proposal, and its place in the paper."""
        yield TopLine("", "")
        with Container(id="body"):
            with VerticalScroll(id="proposal", can_focus=False):
                yield Static("", markup=False)
            with VerticalScroll(id="place", can_focus=False):
                yield Static("", markup=False)
        yield Notice()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin where one was: at the first that is not decided."""
        states = [self.review.decided(p, self.library.base) for p in self.review.proposals]
        self._at = next((n for n, state in enumerate(states) if state is None), 0)
        self._look()
        self.show()
        self.notice.news(self._said)

    def on_library_read(self, message: LibraryRead) -> None:
        """What the base says may be something else."""
        super().on_library_read(message)
        self.library = message.library
        self._look()
        self.show()

    def _look(self) -> None:
        """Find out in a thread what the base says of each."""
        self._run += 1
        run, base, library, those = self._run, self.library.base, self.library, self.review.proposals

        def work() -> None:
            found = match(those, base, library.index)
            self.post_message(self.Matched(run, {proposal_key(m.proposal): m for m in found}))

        self.app.run_worker(work, thread=True, group="match")

    def on_proposal_shown_matched(self, message: Matched) -> None:
        """Show it."""
        if message.run == self._run:
            self._matches = message.found
            self.show()

    # --- what is shown ------------------------------------------------------------------------------------------

    @property
    def here(self) -> Proposal:
        """The proposal that is shown."""
        return self.review.proposals[self._at]

    @property
    def match(self) -> Match | None:
        """What the base says of it; None while that is being found out."""
        return self._matches.get(proposal_key(self.here))

    @property
    def decided(self) -> Decided | None:
        """What became of it."""
        return self.review.decided(self.here, self.library.base)

    @property
    def is_open(self) -> bool:
        """Whether it is not decided."""
        return self.decided is None

    @property
    def is_rejected(self) -> bool:
        """Whether it was rejected."""
        return (found := self.decided) is not None and found.how == "rejected"

    @property
    def can_merge(self) -> bool:
        """Whether the base has an entry near it."""
        return self.match is not None and self.match.entry in self.library.base.entries

    @property
    def can_see_entry(self) -> bool:
        """Whether there is an entry to show: the nearest, or what it was accepted as."""
        return self._entry in self.library.base.entries

    @property
    def _entry(self) -> str:
        done = self.decided
        return (done.entry if done and done.entry else (self.match.entry if self.match else "")) or ""

    def show(self, *, home: bool = False) -> None:
        """Bring everything up to date; ``home`` scrolls to the beginning, and to the sentence in the paper."""
        one, base, paper = self.here, self.library.base, self.review.paper_of(self.here)
        told = proposed.proposal(one, self.match, self.decided, paper, base)
        self.query_one("#proposal Static", Static).update(told)
        self.query_one("#place Static", Static).update(proposed.place(one, paper))
        those = self.review.proposals
        counts = Counter(d.how if (d := self.review.decided(p, base)) else "open" for p in those)
        done = [f"{counts[how]} {how}" for how in ("accepted", "merged", "rejected", "open") if counts[how]]
        self.query_one(TopLine).show(
            f"Proposal {self._at + 1} of {len(those)}", [" · ".join(done), f"{counts['open']} open"]
        )
        self.show_keys()
        if home:
            self.query_one("#proposal").scroll_home(animate=False)
        self.call_after_refresh(self._to_mark)

    def _to_mark(self) -> None:
        """Bring the sentence into view, its heading too where there is room."""
        if not self.query("#place"):
            return
        pane = self.query_one("#place", VerticalScroll)
        width, height = pane.scrollable_content_region.size
        line = proposed.line_of_mark(self.here, self.review.paper_of(self.here), width)
        pane.scroll_to(y=max(line - height // 3, 0) if line > height // 2 else 0, animate=False)

    def on_resize(self) -> None:
        """At another width the sentence stands elsewhere."""
        super().on_resize()
        if self.is_mounted:
            self.call_after_refresh(self._to_mark)

    # --- moving -------------------------------------------------------------------------------------------------

    def action_next(self) -> None:
        """The next proposal."""
        self._go(self._at + 1, "It is the last one.")

    def action_previous(self) -> None:
        """The one before."""
        self._go(self._at - 1, "It is the first one.")

    def _go(self, to: int, end: str) -> None:
        if not 0 <= to < len(self.review.proposals):
            self.notice.news(end)
            return
        self._at = to
        self.show(home=True)

    def action_next_open(self) -> None:
        """The next that is not decided, those before it last."""
        if not self._on():
            self.notice.news("All of them are decided.")

    def _on(self) -> bool:
        """Go to the next open one; whether there is one."""
        those, base = self.review.proposals, self.library.base
        order = [*range(self._at + 1, len(those)), *range(self._at)]
        to = next((n for n in order if self.review.decided(those[n], base) is None), None)
        if to is None:
            self.show()
            return False
        self._at = to
        self.show(home=True)
        return True

    def action_turn(self) -> None:
        """Between the proposal and its place in the paper."""
        self.toggle_class("-paper")
        self.call_after_refresh(self._to_mark)

    def _scroll(self, by: Callable[[VerticalScroll], float]) -> None:
        pane = self.query_one("#place" if self.has_class("-paper") else "#proposal", VerticalScroll)
        pane.scroll_relative(y=by(pane), animate=False)

    def action_line_up(self) -> None:
        """Scroll."""
        self._scroll(lambda _: -1)

    def action_line_down(self) -> None:
        """Scroll."""
        self._scroll(lambda _: 1)

    def action_page_up(self) -> None:
        """Scroll."""
        self._scroll(lambda pane: -max(pane.size.height - 1, 1))

    def action_page_down(self) -> None:
        """Scroll."""
        self._scroll(lambda pane: max(pane.size.height - 1, 1))
