"""What can be done everywhere."""

from __future__ import annotations

from briefer.tui.commands.command import Command, Where

HERE = Where("", "Everywhere", commands=(
    Command("keys", "f1,question_mark", "keys", "Show the keys that work here.", "", 90),
    Command("palette", "ctrl+p", "all", "Find any command by its name.", "", 91),
    Command("theme", "ctrl+t", "colours", "Choose the colours: dark, light and others.", ""),
    Command("quit", "ctrl+q", "quit", "Leave briefer; unsaved work is asked about.", "", 92),
))  # fmt: skip
