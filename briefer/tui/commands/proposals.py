"""What can be done with what a paper proposes."""

from __future__ import annotations

from typing import Any

from briefer.tui.commands.command import Command, Where


def _open(page: Any) -> bool:
    return bool(page.is_open)


HERE = Where("proposals", "On the proposals of a paper", lists=False, commands=(
    Command("accept", "a,enter", "accept", "Write the proposal into your own knowledge as it is.", "proposals", 1, _open),
    Command("edit", "e", "edit", "Open the form with everything filled in; keeping it accepts the proposal.", "proposals", 2,
            _open),
    Command("reject", "r", "reject", "Reject the proposal, or take the rejection back.", "proposals", 3,
            lambda page: page.is_open or page.is_rejected),
    Command("merge", "m", "merge", "Add the paper as a source to the entry that says the same.", "proposals", 4,
            lambda page: page.is_open and page.can_merge),
    Command("next", "n,right,space", "next", "The next proposal.", "proposals", 5),
    Command("previous", "p,left,backspace", "previous", "The proposal before.", "proposals", 6),
    Command("next_open", "N", "next open", "The next one that is not decided.", "proposals", 0),
    Command("other_kind", "c", "other kind", "Make a position of the fact, or a fact of the position, in the form.",
            "proposals", 0, _open),
    Command("accept_all", "A", "all new", "Accept all that are new of this kind, once asked.", "proposals", 8,
            lambda page: page.is_open),
    Command("turn", "v,tab", "paper", "Between the proposal and its place in the paper.", "proposals", 7),
    Command("entry", "f4", "entry", "Show the entry that the base has already in full.", "proposals", 0,
            lambda page: page.can_see_entry),
    Command("brief", "b", "brief", "Draft a brief with the paper's questions in it.", "proposals", 10,
            lambda page: page.can_begin),
    Command("undo", "ctrl+z,u", "undo", "Undo the last step, what was written included.", "proposals", 9,
            lambda page: page.review.can_undo),
    Command("redo", "ctrl+y", "redo", "Do again what was undone.", "proposals", 0, lambda page: page.review.can_redo),
    Command("line_up", "up,k", "line up", "Scroll a line up.", "proposals", 0),
    Command("line_down", "down,j", "line down", "Scroll a line down.", "proposals", 0),
    Command("page_up", "pageup", "page up", "Scroll a page up.", "proposals", 0),
    Command("page_down", "pagedown", "page down", "Scroll a page down.", "proposals", 0),
    Command("leave", "escape,q", "back", "Go back to the paper; what you decided is kept.", "proposals", 11),
))  # fmt: skip
