"""Pure functions Brief → Brief on the whole and on its sections; those on single blocks are in ``edit``.

Callers say ``whole.promote``; where each stands: ``sections`` (a section as one thing, the marking), ``outlining`` (text
that becomes a heading, and back), ``header`` (meeting and people).
"""

from briefer.brief.whole.header import HEADER_FIELDS, MEETING_FIELDS, header, set_header
from briefer.brief.whole.outlining import demote, promote
from briefer.brief.whole.sections import (
    disclose,
    duplicate,
    lowest_marking,
    mark,
    move,
    new_section,
    own_role,
    remove,
    retitle,
    set_limits,
    set_state,
    title,
)

__all__ = [
    "HEADER_FIELDS", "MEETING_FIELDS", "demote", "disclose", "duplicate", "header", "lowest_marking", "mark", "move",
    "new_section", "own_role", "promote", "remove", "retitle", "set_header", "set_limits", "set_state", "title",
]  # fmt: skip
