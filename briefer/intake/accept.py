"""A proposal that a person has accepted goes into one's own layer, or adds its source to the entry that says the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from briefer import adding
from briefer.errors import BrieferError
from briefer.intake import actors
from briefer.intake.cleaned import line
from briefer.intake.into import joined
from briefer.knowledge import write
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Fact, Position
from briefer.knowledge.write import Written
from briefer.papers.propose import Proposal
from briefer.text import printable
from briefer.workspace import Workspace


class Accepted(NamedTuple):
    """What was written."""

    id: str
    """topic-id/entry-id."""
    value: Fact | Position
    written: tuple[Written, ...]
    """The files in the order in which they were written; a new actor comes before the position that names it."""

    def takes_back(self) -> tuple[Written, ...]:
        """Undo it; gives what does it again (``put_all_back``)."""
        return write.put_all_back(self.written)


def given(proposal: Proposal, paper: str, edits: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The keys of the entry that a proposal makes, with a person's edits; as forms take them and ``accept`` writes them.

    ``paper`` is the id of the paper's record (of the enclosed one's, where it stands in that). A text that is word for word the
    paper's sentence carries ``wording: verbatim``, one in other words does not.
    """
    keys: dict[str, Any] = {
        "text": proposal.text, "paper": paper, "at": line(proposal.at), "as_of": proposal.as_of,
        "valid_until": proposal.valid_until,
    }  # fmt: skip
    if proposal.kind == "position":
        keys |= {"actor": proposal.actor, "stance": proposal.stance}
    keys |= edits or {}
    same = " ".join(str(keys["text"]).split()) == " ".join(proposal.text.split())
    keys["wording"] = "verbatim" if same else ""
    tidy = {k: printable(v) if isinstance(v, str) else v for k, v in keys.items()}
    return {k: v for k, v in tidy.items() if v not in (None, "")}


def accept(
    proposal: Proposal, paper: str, topic: str, workspace: Workspace, base: Knowledge,
    *, kind: str | None = None, edits: Mapping[str, Any] | None = None,
) -> Accepted:  # fmt: skip
    """Write a proposal under a topic, as it is or with ``edits`` (keys as the files have them; empty ones go).

    ``kind`` makes a fact of what was proposed as a position, or the other way round. An actor may be given by id, name or
    alias; one whom the base does not know is added. Raises UsageError for what is missing or wrong, BrieferError with code
    ``same`` where one's base has it word for word from this paper; nothing is written then.
    """
    kind = kind or proposal.kind
    keys = given(proposal, paper, edits)
    if kind == "fact":
        keys = {k: v for k, v in keys.items() if k not in ("actor", "stance")}
    _not_there_yet(keys, paper, topic, base)
    folder = adding.own_folder(workspace)
    done: list[Written] = []
    try:
        if kind == "position" and keys.get("actor"):
            found = actors.find(str(keys["actor"]), proposal.as_of, base)
            keys["actor"] = found.actor.id
            if found.new:
                done.append(write.add_actor(folder, found.actor))
                base = msgspec.structs.replace(base, actors={**base.actors, found.actor.id: found.actor})
        if not keys.get("id"):
            taken = {e.value.id for e in base.under(topic, also=False)} | write.ids_in(folder, topic)
            keys["id"] = write.entry_id(str(keys["text"]), taken)
        added = adding.add(kind, {"topic": topic, **keys}, workspace, base=base)
        done.append(added.written)
    except BaseException:
        write.put_all_back(done)
        raise
    assert isinstance(added.value, Fact | Position)
    return Accepted(added.id, added.value, joined(done))


def merge(proposal: Proposal, paper: str, entry: str, workspace: Workspace, base: Knowledge) -> Accepted:
    """Add the paper as a further source to an entry that says the same; its text stays what it is.

    One of a lower layer is copied into one's own. Raises BrieferError with code ``same`` where it cites that place already.
    """
    value = base.entry(entry).value
    if not isinstance(value, Fact | Position):
        raise BrieferError(f"“{entry}” is a question, which has no sources", todo="Choose a fact or a position")
    source = {"paper": paper, **({"at": line(proposal.at)} if proposal.at else {})}
    if any(c.paper == paper and (c.at or "") == line(proposal.at) for c in value.cites):
        raise BrieferError("This entry cites that place of the paper already", where=entry, code="same")
    kind = "fact" if isinstance(value, Fact) else "position"
    was = adding.existing(kind, entry, base)
    further = [*was.get("further_sources", ()), source]
    added = adding.change(kind, entry, {"further_sources": further}, workspace, base)
    assert isinstance(added.value, Fact | Position)
    return Accepted(entry, added.value, joined([added.written]))


def _not_there_yet(keys: Mapping[str, Any], paper: str, topic: str, base: Knowledge) -> None:
    text = " ".join(str(keys.get("text", "")).split())
    for entry in base.under(topic, also=False):
        value = entry.value
        if isinstance(value, Fact | Position) and value.text == text and any(c.paper == paper for c in value.cites):
            raise BrieferError("The base has this sentence from this paper already", where=entry.id, code="same")
