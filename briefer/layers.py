"""Which layer is written to, and what it cannot take: what stands above it, what its readers do not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefer import reach
from briefer.errors import BrieferError, UsageError, did_you_mean, sentence
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Fact, Meeting, Paper, Position, Question, Topic
from briefer.workspace import OWN, SHIPPED, Workspace

if TYPE_CHECKING:
    from briefer.given import Value
    from briefer.knowledge.layer import Layer


def target(workspace: Workspace, name: str) -> Layer:
    """The layer to write to, as people call it; one's own without a name.

    Raises BrieferError where nothing reads one's own, and with code ``away`` for a layer that cannot be reached.
    """
    workspace.needed()
    label = named(workspace, name) if name else OWN
    if OWN == label not in workspace.labels():
        what = "Your own folder knowledge/ is not among the layers, so that nothing in it would be seen"
        raise BrieferError(what, where="briefer.yaml", todo="Add knowledge to “layers”")
    found = workspace.layer(label)
    if found.distant and not reach.is_there(found.folder):
        what = f"The layer “{found.called}” cannot be reached now, so nothing is written to it"
        todo = "Try again when it is back, or keep it in your own layer"
        raise BrieferError(what, todo=todo, code="away")
    return found


def named(workspace: Workspace, name: str) -> str:
    """The layer of this name, as people or ``briefer.yaml`` call it, that can be written to.

    Raises UsageError where there is none, and BrieferError for the shipped one.
    """
    wanted = {"own": OWN, "mine": OWN}.get(name, name)
    labels = workspace.labels()
    found = next((la for la in reversed(labels) if wanted in (la, workspace.called(la))), None)
    if found is None:
        known = [workspace.called(la) for la in labels if la != SHIPPED]
        raise UsageError(f"There is no layer “{name}” here", todo=sentence(did_you_mean(name, known)))
    if found == SHIPPED:
        raise BrieferError(
            "What is shipped is never written to", todo="Leave --layer out: a copy of your own will count instead"
        )
    return found


def writable(workspace: Workspace) -> tuple[str, ...]:
    """What the layers are called that can be written to now, one's own first."""
    if workspace.root is None:
        return ()
    found = [workspace.layer(label) for label in reversed(workspace.labels()) if label != SHIPPED]
    there = [layer for layer in found if not layer.distant or reach.may_write(layer.folder)]
    return tuple(layer.called for layer in sorted(there, key=lambda layer: layer.distant))


def layer_of(kind: str, ident: str, base: Knowledge) -> str:
    """The layer whose version of an entry, paper or topic counts; empty where nothing says."""
    origin = base.origins.get(f"{origin_kind(kind)}:{_whole(kind, ident)}")
    return origin.layer if origin else ""


def origin_kind(kind: str) -> str:
    """As origins call a kind of entry."""
    return {"item": "meeting"}.get(kind, kind) if kind in ("paper", "topic", "meeting", "item") else "entry"


def _whole(kind: str, ident: str) -> str:
    return ident.partition("/")[0] if kind == "item" else ident


def refuse_above(kind: str, ident: str, workspace: Workspace, to: Layer, base: Knowledge) -> None:
    """Raise BrieferError where what is to be changed stands in a layer above, so that a change would not be seen."""
    labels = workspace.labels()
    layer = layer_of(kind, ident, base)
    if layer not in labels or labels.index(layer) <= labels.index(to.label):
        return
    where = base.origins[f"{origin_kind(kind)}:{_whole(kind, ident)}"].name
    which = "your own" if to.label == OWN else f"“{to.called}”"
    raise BrieferError(f"This {kind} stands in a layer above {which}", where=where, todo="Change it in its file")


def refuse_unknown_there(value: Value, topic: str, workspace: Workspace, to: Layer, base: Knowledge) -> None:
    """Raise BrieferError where an entry for a shared layer names what only layers above it know: others could not read it."""
    if to.label == OWN:
        return
    labels = workspace.labels()
    for kind, name in _names(value, topic):
        origin = base.origins.get(f"{kind}:{name}")
        if origin and origin.layer in labels and labels.index(origin.layer) > labels.index(to.label):
            what = f"The {kind} “{name}” is known in the layer “{origin.called}” only, not in “{to.called}”"
            raise BrieferError(what, todo=f"Write the {kind} there first, or keep this in your own layer")


def _names(value: Value, topic: str) -> Iterator[tuple[str, str]]:
    match value:
        case Fact() | Position():
            papers = [p for c in value.cites for p in (c.paper, c.via)]
            topics = [topic, *value.topics]
        case Question():
            papers, topics = [value.paper, value.via], [topic, *value.topics]
        case Paper():
            papers, topics = [*value.encloses, *value.cites], []
        case Meeting():
            papers = [p for i in value.items for p in i.papers]
            topics = [t for i in value.items for t in i.topics]
        case Topic():
            papers, topics = [], []
    actor = value.actor if isinstance(value, Position) else value.asked_by if isinstance(value, Question) else None
    named = [*(("paper", p) for p in papers), *(("topic", t) for t in topics), ("actor", actor)]
    yield from ((kind, name) for kind, name in named if name)
