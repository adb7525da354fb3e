"""What can be done with a paper that was read."""

from __future__ import annotations

from typing import Any

from briefer.tui.commands.command import Command, Where


def _on_asked(page: Any) -> bool:
    return page.question is not None or page.gone is not None


HERE = Where("paper", "On a paper that was read", commands=(
    Command("change", "enter,e", "change", "Correct the field or question under the cursor, or choose the topic.", "paper", 1),
    Command("take_in", "f2,w", "take it in", "Write paper and questions into your own knowledge; tells what was new and changed.",
            "paper", 2),
    Command("proposals", "p,f8", "proposals", "Go through what the paper offers: accept, edit, reject, merge.", "paper", 3),
    Command("brief", "b", "brief", "Draft a brief with the paper's questions in it.", "paper", 4, lambda page: page.can_begin),
    Command("topic", "t", "topic", "Choose the topic under which the questions go.", "paper", 5),
    Command("add", "a", "add", "Add a question that the reading did not find.", "paper", 6),
    Command("leave_out", "d,delete", "leave out", "Leave the question out, or take it in after all; one that is in your "
            "knowledge and not asked in the paper is taken out of your knowledge.", "paper", 7, _on_asked),
    Command("stay", "s", "let it stay", "Let a question stay in your knowledge that is not asked in the paper.", "paper", 2,
            lambda page: page.gone is not None),
    Command("undo", "ctrl+z,u", "undo", "Undo the last step, what was written included.", "paper", 8,
            lambda page: page.review.can_undo),
    Command("redo", "ctrl+y,r", "redo", "Do again what was undone.", "paper", 0, lambda page: page.review.can_redo),
    Command("leave", "escape,q", "back", "Go back; what you corrected and decided is kept.", "paper", 9),
))  # fmt: skip
