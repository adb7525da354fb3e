"""What the base says already: for each proposal the entry nearest to it, and whether they agree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from briefer.intake.differences import Difference, as_many, bare, differences
from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.entries import Statement
from briefer.knowledge.search import Index
from briefer.papers.propose import Proposal
from briefer.text import fold

Verdict = Literal["same", "similar", "contradicts", "new"]
#: How like (0 to 100) two statements are that say the same, and that speak of the same.
_SAME, _SIMILAR = 88.0, 66.0
#: As many entries are compared word by word; the search has ranked them by the rare words that they share.
_CANDIDATES = 24


class Match(NamedTuple):
    """A proposal beside what the base has."""

    proposal: Proposal
    verdict: Verdict
    entry: str | None = None
    """topic-id/entry-id of the nearest entry; None where nothing is near."""
    likeness: float = 0.0
    """0 to 100."""
    differences: tuple[Difference, ...] = ()
    """Where they contradict each other: figures and dates, the paper's and the base's."""

    @property
    def told(self) -> str:
        """The differences in words."""
        return "; ".join(f"“{d.ours}” here, “{d.theirs}” in the base" for d in self.differences)


def match(proposals: Iterable[Proposal], base: Knowledge, index: Index | None = None) -> tuple[Match, ...]:
    """Each proposal with the entry that says the same or nearly so; ``index`` where one of the base is at hand."""
    search = index or Index(base)
    return tuple(match_one(one, base, search) for one in proposals)


def match_one(proposal: Proposal, base: Knowledge, index: Index) -> Match:
    """One proposal; some milliseconds on a base of any size."""
    near = index.near(f"{proposal.text} {proposal.before}", kinds=("fact", "position"), limit=_CANDIDATES)
    return judge(proposal, (base.entries[i] for i in near if i in base.entries))


def judge(proposal: Proposal, entries: Iterable[Entry]) -> Match:
    """The entry among some that is nearest to a proposal, and whether they agree."""
    text, words = fold(proposal.text), bare(proposal.text)
    wider = bare(f"{proposal.before} {proposal.text}") if proposal.before else ""
    best: tuple[float, Entry] | None = None
    for entry in entries:
        theirs = bare(entry.value.text)
        near = max(_alike(words, theirs), 0.95 * _alike(wider, theirs) if wider else 0.0)
        near += 0.02 * fuzz.ratio(text, fold(entry.value.text))  # of two alike in words, the one alike in figures
        if best is None or near > best[0]:
            best = near, entry
    if best is None or best[0] < _SIMILAR:
        return Match(proposal, "new")
    likeness, entry = min(best[0], 100.0), best[1]
    day = entry.value.as_of if isinstance(entry.value, Statement) else None
    found = differences(proposal.text, entry.value.text, our_day=proposal.as_of, their_day=day)
    if found:
        return Match(proposal, "contradicts", entry.id, round(likeness, 1), found)
    # What has a figure more says more, however like the words.
    alike = likeness >= _SAME and as_many(proposal.text, entry.value.text, our_day=proposal.as_of, their_day=day)
    return Match(proposal, "same" if alike else "similar", entry.id, round(likeness, 1))


def _alike(one: str, other: str) -> float:
    """How like two statements are: in all their words, or in those of the shorter where it is long enough to tell."""
    whole = fuzz.token_sort_ratio(one, other)
    short = min(len(one.split()), len(other.split()))
    return max(whole, 0.92 * fuzz.token_set_ratio(one, other)) if short >= 6 else whole
