"""What can be done while the speaking note is rehearsed."""

from __future__ import annotations

from typing import Any

from briefer.tui.commands.command import Command, Where


def _has_words(screen: Any) -> bool:
    return bool(screen.has_words)


HERE = Where("rehearsal", "In the rehearsal", lists=False, commands=(
    Command("forward", "space,enter,right,down,pagedown", "go on", "Begin, then the next page or block; a click does so too.",
            "rehearsal", 1, _has_words),
    Command("backward", "backspace,left,up,pageup", "back", "The page or block before.", "rehearsal", 2, _has_words),
    Command("pause", "p", "pause", "Stop the clock, or let it run on.", "rehearsal", 3, lambda s: s.speaks),
    Command("again", "r", "again", "Begin again, with the clock at nought.", "rehearsal", 4, _has_words),
    Command("invert", "i", "invert", "Black on white, or white on black.", "rehearsal", 6),
    Command("leave", "escape,q", "leave", "Go back to the brief, at any time.", "rehearsal", 5),
))  # fmt: skip
