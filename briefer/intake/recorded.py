"""The records of a paper as a person corrected them: what they say goes, be it less than what was there."""

from __future__ import annotations

from collections.abc import Callable

from briefer import adding
from briefer.intake import corrected, into, records
from briefer.intake.into import Taken
from briefer.intake.kept import Kept
from briefer.knowledge.base import Knowledge
from briefer.knowledge.write import Written
from briefer.papers.model import CouncilPaper
from briefer.workspace import Workspace

#: The keys of a record that the fields of a header fill.
_RECORDED = {"number": "number", "doc_type": "kind", "date": "date", "from": "from", "to": "to", "subject": "title",
             "marking": "marking", "codes": "codes"}  # fmt: skip


def as_corrected(
    paper: CouncilPaper,
    kept: Kept,
    taken: Taken,
    workspace: Workspace,
    name: str,
    fresh: Callable[[], Knowledge],
    written: list[Written],
) -> list[into.Change]:
    """Let the records of a paper that was taken in say what a person corrected: the person has seen the paper.

    Each writing is put behind ``written`` at once, so that the caller can take them back; ``fresh`` gives the base as it is.
    """
    found = []
    for place, one in enumerate(corrected.flat(paper)):
        fields = [f for f in _RECORDED if f"{place}/{f}" in kept.header and f != "number"]
        if not fields:
            continue
        base = fresh()
        wanted = records.record(one, base, workspace.settings.markings, name)
        there = adding.existing("paper", taken.papers[place], base)
        keys = {k: wanted.get(k, "") for k in (_RECORDED[f] for f in fields) if wanted.get(k, "") != there.get(k, "")}
        if keys:
            added = adding.change("paper", taken.papers[place], keys, workspace, base)
            written.append(added.written)
            differs = tuple(into.Differs(k, into.told(there.get(k)), into.told(v)) for k, v in keys.items())
            shown = str(wanted.get("number") or wanted["title"])
            if not any(c.kind == "paper" and c.id == added.id and c.how == "new" for c in taken.changes):
                found.append(into.Change("paper", added.id, "changed", shown, differs))
    return found
