"""Pure functions Brief → Brief, one for each thing a person does to blocks, and the history that undoes them.

Callers say ``edit.weave``; where each stands: ``blocks`` (one block), ``moving`` (their order), ``joining`` (merge and
split), ``citing`` (sources and what is woven into a text), ``history`` (undo).
"""

from briefer.brief.edit.blocks import (
    add,
    duplicate,
    entries_in,
    filled_role,
    find,
    holding,
    insert,
    pull,
    remove,
    set_text,
    settled,
    taken,
)
from briefer.brief.edit.citing import cite, uncarry, uncite, weave
from briefer.brief.edit.history import History, Step
from briefer.brief.edit.joining import merge, split
from briefer.brief.edit.moving import move, move_to

__all__ = [
    "History", "Step", "add", "cite", "duplicate", "entries_in", "filled_role", "find", "holding", "insert", "merge", "move",
    "move_to", "pull", "remove", "set_text", "settled", "split", "taken", "uncarry", "uncite", "weave",
]  # fmt: skip
