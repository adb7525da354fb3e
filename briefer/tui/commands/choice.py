"""What can be done where a template is chosen."""

from __future__ import annotations

from briefer.tui.commands.command import Command, Where

HERE = Where("choice", "Where a template is chosen", commands=(
    Command("draft", "enter", "draft", "Draft the brief with this template.", "choice", 1),
    Command("meeting", "m", "meeting", "Choose the meeting that the brief is for: none, or one that the base knows.",
            "choice", 2, lambda choice: choice.has_meetings),
    Command("further", "right,space", "more of it", "Scroll the preview on.", "choice", 0),
    Command("nearer", "left", "back in it", "Scroll the preview back.", "choice", 0),
    Command("back", "escape", "back", "Go back without drafting.", "choice", 3),
))  # fmt: skip
