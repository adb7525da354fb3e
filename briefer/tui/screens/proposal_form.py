"""The form for an entry with a proposal filled in: keeping it accepts the proposal as it reads then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from briefer.intake import actors
from briefer.intake.accept import given
from briefer.intake.review import Review
from briefer.papers.propose import Proposal
from briefer.tui.fields import FIELDS
from briefer.tui.screens.entry_form import EntryForm, Kept

if TYPE_CHECKING:
    from briefer.tui.loading import Library


class ProposalForm(EntryForm):
    """As its base; what is written, and how it is taken back, is the review's."""

    def __init__(self, library: Library, review: Review, proposal: Proposal, kind: str) -> None:
        keys = given(proposal, review.record_of(proposal))
        self._proposal, self._review, self._named = proposal, review, ""
        if kind == "position" and keys.get("actor"):
            # One whom the base does not know comes with the position.
            found = actors.find(str(keys["actor"]), proposal.as_of, library.base).actor
            self._named = keys["actor"] = found.id
            self._brought = found
            library = replace(library, base=replace(library.base, actors={**library.base.actors, found.id: found}))
        known = {f.key for f in FIELDS[kind]}
        values = {k: str(v) for k, v in {"topic": review.kept.topic, **keys}.items() if k in known}
        super().__init__(library, kind, values)

    def take_over(self, library: Library) -> None:
        """Go on with what was read again, the actor that comes along included."""
        if self._named:
            named = {self._named: self._brought}
            library = replace(library, base=replace(library.base, actors={**named, **library.base.actors}))
        super().take_over(library)

    def write(self, *, pull: bool) -> Kept:
        """Accept it."""
        edits: dict[str, Any] = {f.key: "" for f in self.fields} | self.given()
        topic = str(edits.pop("topic"))
        if self._named and edits.get("actor") == self._named:
            edits["actor"] = self._proposal.actor
        ident = self._review.accept(self._proposal, kind=self.kind, edits=edits, topic=topic)
        return Kept(self.kind, ident, self._written, "", False)
