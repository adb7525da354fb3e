"""What a paper proposes, one after the other beside its place in the paper: accepted, edited, rejected or merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.message import Message
from textual.widgets import Static

from briefer.errors import BrieferError
from briefer.intake.kept import Decided, proposal_key
from briefer.intake.matching import Match, match
from briefer.intake.review import Review, Stepped
from briefer.papers.propose import Proposal
from briefer.tui import commands, paper_rows, proposed
from briefer.tui.screens.place import Place
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.notice import Notice
from briefer.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from briefer.brief.model import Brief
    from briefer.knowledge.base import Knowledge
    from briefer.tui.loading import Library
    from briefer.tui.messages import LibraryRead
    from briefer.tui.screens.entry_form import Kept


class Proposals(Place):
    """Gives the brief that was drafted from here, or None."""

    PLACE = "proposals"
    CSS_PATH = "proposals.tcss"
    BINDINGS: ClassVar = commands.bindings("proposals", "")

    class Matched(Message):
        """It is known what the base says already."""

        def __init__(self, run: int, found: dict[str, Match]) -> None:
            super().__init__()
            self.run, self.found = run, found

    def __init__(
        self, library: Library, review: Review, meeting: str | None = None, *, begins: bool = True, said: str = ""
    ) -> None:
        """``meeting`` is the one that the paper was read for; ``begins``: whether a brief can be begun from here.

        ``said`` is what happened on the way.
        """
        super().__init__()
        self._said = said
        self.library, self.review, self._meeting, self.can_begin = library, review, meeting, begins
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

    def on_proposals_matched(self, message: Matched) -> None:
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

    # --- deciding -----------------------------------------------------------------------------------------------

    def action_accept(self) -> None:
        """Write it as it is; what lacks something goes through the form."""
        one = self.here
        if not one.as_of or (one.kind == "position" and not (one.actor and one.stance)):
            self.action_edit()
            return
        self._do(lambda: self.review.accept(one), f"Accepted: {one.kind}, in the paper's own words.")

    def action_edit(self) -> None:
        """Open the form with everything filled in."""
        self._form(self.here.kind)

    def action_other_kind(self) -> None:
        """The form of the other kind."""
        self._form("position" if self.here.kind == "fact" else "fact")

    def _form(self, kind: str) -> None:
        from briefer.tui.screens.proposal_form import ProposalForm

        def kept(done: Kept | None) -> None:
            if done is not None and done.kind == kind:
                self._wrote()
                self._on()
                self.notice.news(f"Accepted as {done.id}.")
            elif done is not None:  # a paper written down on the way
                self._wrote()

        self.app.push_screen(ProposalForm(self.library, self.review, self.here, kind), kept)

    def action_reject(self) -> None:
        """Reject it, or take that back."""
        one, back = self.here, self.is_rejected
        if back:
            self.review.reject(one)
            self.show()
            self.notice.news("It is open again.")
        else:
            self._do(
                lambda: self.review.reject(one), "Rejected; it stays so when the paper is read again.", wrote=False
            )

    def action_merge(self) -> None:
        """Add the paper as a source; where figures differ, ask first."""
        from briefer.tui.screens.ask import Answer, Ask

        one, found = self.here, self.match
        if found is None or found.entry is None:
            return
        entry = found.entry

        def merge(answer: str | None = "merge") -> None:
            if answer == "merge":
                self._do(lambda: self.review.merge(one, entry), f"The paper is a further source of {entry}.")

        if found.verdict != "contradicts":
            merge()
            return
        answers = [
            Answer("back", "Back", "and accept or edit it as an entry of its own"),
            Answer("merge", "Add it as a source all the same", "the entry keeps its figure"),
        ]
        self.app.push_screen(Ask("They do not agree", found.told, answers), merge)

    def action_accept_all(self) -> None:
        """Accept all that are new of this kind, once asked."""
        from briefer.tui.screens.ask import Answer, Ask

        kind, base = self.here.kind, self.library.base
        those = [
            p for p in self.review.proposals
            if p.kind == kind and self.review.decided(p, base) is None and p.as_of and (kind == "fact" or (p.actor and p.stance))
            and (found := self._matches.get(proposal_key(p))) is not None and found.verdict == "new"
        ]  # fmt: skip
        if not those:
            self.notice.news(f"No {kind} that is open is new to the base.")
            return

        def answered(answer: str | None) -> None:
            if answer == "all":
                self._do(
                    lambda: self.review.accept_all(those), f"Accepted {len(those)}; ctrl+z takes them back together."
                )

        count = f"{len(those)} {kind}s" if len(those) > 1 else f"one {kind}"
        answers = [
            Answer("back", "Go on one by one"),
            Answer("all", f"Accept {count}", "word for word, each with its place in the paper"),
        ]
        text = f"The base says nothing like {'them' if len(those) > 1 else 'it'}. What it says already stays to be decided."
        self.app.push_screen(Ask(f"Accept all new {kind}s?", text, answers), answered)

    def action_entry(self) -> None:
        """Show the entry in full."""
        from briefer.tui.screens.entry import EntryPage

        base = self.library.base
        self.app.push_screen(EntryPage(base.entries[self._entry], base, begins=False))

    def _do(self, do: Callable[[], object], told: str, *, wrote: bool = True) -> None:
        try:
            do()
        except BrieferError as error:
            self.notice.news(str(error))
            return
        if wrote:
            self._wrote()
        more = self._on()
        self.notice.news(told if more else f"{told} All of them are decided; b drafts the brief, Esc goes back."
                         if self.can_begin else f"{told} All of them are decided.")  # fmt: skip

    def _wrote(self) -> None:
        """Go on with the base as it is now, and have it read everywhere."""
        base: Knowledge = self.review.fresh()
        self.library = replace(self.library, base=base)
        self.briefer.read_again()

    # --- steps, and away ----------------------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Undo the last step."""
        self._back("Undone", self.review.undo)

    def action_redo(self) -> None:
        """Do it again."""
        self._back("Done again", self.review.redo)

    def _back(self, said: str, step: Callable[[], Stepped]) -> None:
        try:
            done = step()
        except BrieferError as error:
            self.notice.news(str(error))
            return
        if done.wrote:
            self._wrote()
        keys = [proposal_key(p) for p in self.review.proposals]
        if not self.review.is_in(self.library.base) or not keys:
            self.dismiss(None)  # the paper itself was taken back
            return
        self._at = keys.index(done.at) if done.at in keys else min(self._at, len(keys) - 1)
        self.show(home=True)
        self.notice.news(f"{said}: {done.done}.")

    def action_brief(self) -> None:
        """Draft a brief."""
        from briefer.tui.screens.choice import Choice

        def drafted(brief: Brief | None) -> None:
            if brief is not None:
                self.dismiss(brief)

        self.app.push_screen(
            Choice(self.library, paper_rows.wanted(self.review, self._meeting, self.library.base)), drafted
        )

    def action_leave(self) -> None:
        """Back to the paper."""
        self.dismiss(None)
