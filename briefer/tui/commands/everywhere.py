"""What can be done everywhere."""

from __future__ import annotations

from briefer.tui.commands.command import Command, Where

HERE = Where("", "Everywhere", commands=(
    Command("jump", "ctrl+g,g", "jump", "Put a letter on everything one can go to; that letter goes there.", "", 93),
    Command("keys", "f1,question_mark", "keys", "Show the keys that work here.", "", 90),
    Command("palette", "ctrl+p", "all", "Find any command by its name.", "", 91),
    Command("theme", "ctrl+t", "colours", "Choose the colours: dark, light, high contrast, the terminal's own.", ""),
    Command("next_pane", "tab", "next pane", "To the next list or box.", ""),
    Command("previous_pane", "shift+tab", "pane before", "To the list or box before.", ""),
    Command("pane_left", "left", "pane at the left", "To the list or box at the left.", "", vi="h"),
    Command("pane_right", "right", "pane at the right", "To the list or box at the right.", "", vi="l"),
    Command("search", "", "search", "To the search box of this screen.", "", vi="slash"),
    Command("quit", "ctrl+q", "quit", "Leave briefer; unsaved work is asked about.", "", 92),
))  # fmt: skip
