"""What can be done in every dialog, beside what is its own."""

from __future__ import annotations

from briefer.tui.commands.command import Command, Where

HERE = Where("dialog", "In dialogs", types=True, commands=(
    Command("keys", "f1", "keys", "Show the keys of the dialog.", "dialog"),
    Command("jump", "ctrl+g,g", "jump", "Put a letter on everything one can go to; that letter goes there.", "dialog"),
    Command("next_pane", "tab", "next", "To the next list, box or field.", "dialog"),
    Command("previous_pane", "shift+tab", "previous", "To the list, box or field before.", "dialog"),
    Command("pane_left", "left", "left", "To the list, box or field at the left.", "dialog", vi="h"),
    Command("pane_right", "right", "right", "To the list, box or field at the right.", "dialog", vi="l"),
    Command("search", "", "search", "To the first box.", "dialog", vi="slash"),
    Command("quit", "ctrl+q", "quit", "Leave briefer; unsaved work is asked about.", "dialog"),
))  # fmt: skip
