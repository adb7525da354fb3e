"""A paper on its way into the base: what was read, what a person says of it, what was written; every step can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from briefer import adding
from briefer.errors import BrieferError
from briefer.intake import accept as accepting
from briefer.intake import asked, corrected, into
from briefer.intake.corrected import Standing
from briefer.intake.into import Taken
from briefer.intake.kept import Decided, Kept, Worded, proposal_key
from briefer.intake.recorded import as_corrected
from briefer.intake.refused import refuse_classified
from briefer.intake.steps import Stepped, Steps
from briefer.knowledge import write
from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.load import Memory
from briefer.knowledge.write import Written
from briefer.papers.model import CouncilPaper
from briefer.papers.propose import Proposal, proposals
from briefer.text import slug
from briefer.workspace import Workspace


class Review:
    """The one place where it is known how far a paper is; it writes, and takes back what it wrote."""

    def __init__(self, read: CouncilPaper, workspace: Workspace, name: str = "", memory: Memory | None = None) -> None:
        """``name`` stands for a paper without number and subject. Raises BrieferError, code ``classified``."""
        refuse_classified(read)
        self.read, self.workspace, self.name = read, workspace, name
        self._memory = memory or Memory()
        self._steps = Steps(read, workspace)
        self._known: tuple[Kept, CouncilPaper, tuple[Proposal, ...]] | None = None
        self._missing: tuple[Knowledge, CouncilPaper, tuple[Entry, ...]] | None = None
        self.taken: Taken | None = None
        """What the last taking in came to, until it is undone."""

    # --- how it stands ------------------------------------------------------------------------------------------

    def fresh(self) -> Knowledge:
        """The base as it is now; files that are as they were are not parsed again."""
        return self.workspace.knowledge(self._memory)

    def _corrected(self) -> tuple[Kept, CouncilPaper, tuple[Proposal, ...]]:
        kept, was = self.kept, self._known
        if was is None or (was[0].header, was[0].questions, was[0].added) != (kept.header, kept.questions, kept.added):
            paper = corrected.corrected(self.read, kept)
            offered = sorted(
                proposals(paper), key=lambda p: (p.enclosed is not None, p.enclosed or 0, p.paragraph, p.start)
            )
            self._known = kept, paper, tuple(offered)
        assert self._known is not None
        return self._known

    @property
    def paper(self) -> CouncilPaper:
        """The paper as it was corrected."""
        return self._corrected()[1]

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """What it offers to the base, in the order of the paper."""
        return self._corrected()[2]

    @property
    def questions(self) -> list[Standing]:
        """Its questions, those left out too."""
        return corrected.questions(self.read, self.kept)

    def is_in(self, base: Knowledge) -> bool:
        """Whether its records are in the base, so that entries can name them as sources."""
        return (
            bool(self.kept.papers)
            and all(p in base.papers for p in self.kept.papers)
            and self.kept.topic in base.topics
        )

    def decided(self, proposal: Proposal, base: Knowledge) -> Decided | None:
        """What became of a proposal; None where that is open, or what was written has gone from the base since."""
        found = self.kept.decided.get(proposal_key(proposal))
        return None if found and found.entry and found.entry not in base.entries else found

    def record_of(self, proposal: Proposal) -> str:
        """The id of the record that a proposal has for its source."""
        return self.kept.papers[0 if proposal.enclosed is None else self._place(proposal.enclosed)]

    def paper_of(self, proposal: Proposal) -> CouncilPaper:
        """The paper in which it stands."""
        return self.paper if proposal.enclosed is None else self.paper.enclosed[proposal.enclosed]

    def _place(self, enclosed: int) -> int:
        """The place among all records of the paper's n-th enclosure; those may enclose others."""
        return 1 + sum(len(corrected.flat(one)) for one in self.paper.enclosed[:enclosed])

    def gone(self, base: Knowledge) -> tuple[Entry, ...]:
        """Questions that the base has of this paper or one that it revises, and that it does not ask (any more)."""
        was = self._missing
        if was is None or was[0] is not base or was[1] is not self.paper:
            was = self._missing = base, self.paper, asked.gone(self.paper, base, self.name)
        return tuple(e for e in was[2] if e.id not in self.kept.stays)

    # --- what a person says of it -------------------------------------------------------------------------------

    def correct(self, place: int, fields: Mapping[str, str]) -> bool:
        """Correct fields of a header; whether any says something else now. Raises BrieferError where one cannot be that."""
        reads = corrected.header(corrected.flat(self.read)[place])
        header = dict(self.kept.header)
        for field, value in fields.items():
            value = corrected.checked(field, value, self.workspace.settings.markings)
            if value == reads[field]:
                header.pop(f"{place}/{field}", None)
            else:
                header[f"{place}/{field}"] = value
        return self._steps.say(replace(self.kept, header=header), "corrected the header", f"{place}/")

    def reword(self, key: str, worded: Worded) -> bool:
        """Let a question say something else."""
        if key.startswith("+"):
            added = tuple(worded if f"+{n}" == key else one for n, one in enumerate(self.kept.added))
            return self._steps.say(replace(self.kept, added=added), "changed a question", key)
        return self._steps.say(
            replace(self.kept, questions={**self.kept.questions, key: worded}), "changed a question", key
        )

    def ask(self, worded: Worded) -> bool:
        """Add a question that the reading did not find."""
        added = (*self.kept.added, worded)
        return self._steps.say(replace(self.kept, added=added), "added a question", f"+{len(added) - 1}")

    def leave_out(self, key: str) -> bool:
        """Leave a question out, or take it in after all; one that was added goes."""
        if key.startswith("+"):
            added = tuple(one for n, one in enumerate(self.kept.added) if f"+{n}" != key)
            return self._steps.say(replace(self.kept, added=added), "took a question out again", key)
        said = dict(self.kept.questions)
        if key in said and said[key] is None:
            del said[key]
            return self._steps.say(replace(self.kept, questions=said), "took a question in after all", key)
        said[key] = None
        return self._steps.say(replace(self.kept, questions=said), "left a question out", key)

    def let_stay(self, entry: str) -> bool:
        """Let a question stay in the base that the paper does not ask any more; it is not spoken of again."""
        return self._steps.say(
            replace(self.kept, stays=(*self.kept.stays, entry)), "let a question stay", f"gone:{entry}"
        )

    def under(self, topic: str) -> bool:
        """Choose the topic, by id or as the title of a new one."""
        return self._steps.say(replace(self.kept, topic=topic), "chose the topic", "topic")

    def reject(self, proposal: Proposal) -> None:
        """Reject a proposal, or take the rejection back."""
        said, key = dict(self.kept.decided), proposal_key(proposal)
        was = said.pop(key, None)
        if was is None or was.how != "rejected":
            said[key] = Decided("rejected")
        self._steps.say(
            replace(self.kept, decided=said), "rejected a proposal" if key in said else "took a rejection back", key
        )

    # --- what is written ----------------------------------------------------------------------------------------

    def take(self, topic: str, meeting: str | None = None) -> Taken:
        """Write the paper's records and its questions under a topic, corrections as a person made them.

        ``meeting`` is the one that it is for; items of agendas that name the paper learn their topic.

        Raises BrieferError; then nothing is different from before.
        """
        base = self.fresh()
        before = set(self.kept.papers)
        taken = into.take(
            self.paper,
            topic,
            self.workspace,
            base,
            name=self.name,
            title="" if topic == slug(topic) else topic,
            stays=self.kept.stays,
            meeting=meeting,
        )
        written = list(taken.written)
        try:
            if before and self.kept.papers[0] != taken.papers[0]:
                what = f"It was taken in as {self.kept.papers[0]}, and would be {taken.papers[0]} by its number now"
                raise BrieferError(what, todo="Undo what was taken in, then take it in under its new number")
            changes = as_corrected(self.paper, self.kept, taken, self.workspace, self.name, self.fresh, written)
        except BaseException:
            write.put_all_back(into.joined(written))
            raise
        taken = taken._replace(written=into.joined(written), changes=(*taken.changes, *changes))
        kept = replace(self.kept, topic=taken.topic, papers=taken.papers)
        if kept != self.kept or taken.written:
            self._steps.do(kept, taken.written, "took in the paper and its questions", "topic")
        self.taken = taken
        return taken

    def accept(
        self, proposal: Proposal, *, kind: str | None = None, edits: Mapping[str, Any] | None = None, topic: str = ""
    ) -> str:
        """Write a proposal as an entry, as it is or edited; its id. Raises BrieferError, nothing is written then."""
        done = self._accepted(proposal, kind, edits, topic)
        said = {**self.kept.decided, proposal_key(proposal): Decided("accepted", done.id)}
        self._steps.do(
            replace(self.kept, decided=said),
            done.written,
            f"accepted a {kind or proposal.kind}",
            proposal_key(proposal),
        )
        return done.id

    def accept_all(self, those: Sequence[Proposal]) -> int:
        """Accept several as they are, as one step: all or none."""
        written: list[Written] = []
        said = dict(self.kept.decided)
        try:
            for one in those:
                done = self._accepted(one)
                written += done.written
                said[proposal_key(one)] = Decided("accepted", done.id)
        except BaseException:
            write.put_all_back(into.joined(written))
            raise
        if those:
            count = f"accepted {len(those)} proposals" if len(those) > 1 else f"accepted a {those[0].kind}"
            self._steps.do(replace(self.kept, decided=said), into.joined(written), count, proposal_key(those[0]))
        return len(those)

    def _accepted(
        self, proposal: Proposal, kind: str | None = None, edits: Mapping[str, Any] | None = None, topic: str = ""
    ) -> accepting.Accepted:
        under = topic or self.kept.topic
        paper, base = self.record_of(proposal), self.fresh()
        return accepting.accept(proposal, paper, under, self.workspace, base, kind=kind, edits=edits)

    def merge(self, proposal: Proposal, entry: str) -> None:
        """Add the paper as a further source to an entry that says the same."""
        done = accepting.merge(proposal, self.record_of(proposal), entry, self.workspace, self.fresh())
        said = {**self.kept.decided, proposal_key(proposal): Decided("merged", entry)}
        self._steps.do(
            replace(self.kept, decided=said), done.written, "added the paper as a source", proposal_key(proposal)
        )

    def take_out(self, entry: str) -> None:
        """Take a question out of the base that the paper does not ask any more. Raises BrieferError where that cannot be."""
        written = adding.remove(entry, self.workspace, self.fresh())
        self._steps.do(self.kept, (written,), "took a question out of your knowledge", f"gone:{entry}")

    # --- steps --------------------------------------------------------------------------------------------------

    @property
    def kept(self) -> Kept:
        """All that a person has said of it so far."""
        return self._steps.kept

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back."""
        return self._steps.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to go forward again."""
        return self._steps.can_redo

    def undo(self) -> Stepped:
        """Go one step back. Raises BrieferError where a file was changed by somebody since; nothing is different then."""
        return self._went(self._steps.undo())

    def redo(self) -> Stepped:
        """Do again what was undone. Raises BrieferError as ``undo`` does."""
        return self._went(self._steps.redo())

    def _went(self, done: Stepped) -> Stepped:
        if done.at == "topic":
            self.taken = None
        return done
