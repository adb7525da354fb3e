"""What a paper proposes is decided on, one after the other: accepted, edited, rejected or merged."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from briefer.errors import BrieferError
from briefer.intake.kept import proposal_key
from briefer.intake.steps import Stepped
from briefer.tui import commands
from briefer.tui.screens.proposal_shown import ProposalShown

if TYPE_CHECKING:
    from briefer.tui.screens.entry_form import Kept


class Proposals(ProposalShown):
    """Gives the brief that was drafted from here, or None."""

    PLACE = "proposals"
    CSS_PATH = "proposals.tcss"
    BINDINGS: ClassVar = commands.bindings("proposals", "")

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
                self.wrote()
                self._on()
                self.notice.news(f"Accepted as {done.id}.")
            elif done is not None:  # a paper written down on the way
                self.wrote()

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
            self.wrote()
        more = self._on()
        self.notice.news(told if more else f"{told} All of them are decided; b drafts the brief, Esc goes back."
                         if self.can_begin else f"{told} All of them are decided.")  # fmt: skip

    def went(self, done: Stepped) -> bool:
        """Go to the proposal that the step was about; back to the paper where that itself was taken back."""
        keys = [proposal_key(p) for p in self.review.proposals]
        if not self.review.is_in(self.library.base) or not keys:
            self.dismiss(None)
            return False
        self._at = keys.index(done.at) if done.at in keys else min(self._at, len(keys) - 1)
        self.show(home=True)
        return True

    def action_brief(self) -> None:
        """Draft a brief."""
        self.draft()
