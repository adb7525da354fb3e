"""How one moves about in lists, those of dialogs included."""

from __future__ import annotations

from briefer.tui.commands.command import Command, Where

HERE = Where("list", "Moving in lists", commands=(
    Command("up", "up,k", "row up", "A row up.", "list"),
    Command("down", "down,j", "row down", "A row down.", "list"),
    Command("page_up", "pageup", "page up", "A page up.", "list", vi="ctrl+b"),
    Command("page_down", "pagedown", "page down", "A page down.", "list", vi="ctrl+f"),
    Command("first", "home", "first row", "To the first row.", "list", vi="g"),
    Command("last", "end", "last row", "To the last row.", "list", vi="G"),
    Command("half_up", "ctrl+up", "half a page up", "Half a page up.", "list", vi="ctrl+u"),
    Command("half_down", "ctrl+down", "half a page down", "Half a page down.", "list", vi="ctrl+d"),
    Command("group_up", "ctrl+pageup", "group before", "To the heading before.", "list", vi="left_curly_bracket"),
    Command("group_down", "ctrl+pagedown", "next group", "To the next heading.", "list", vi="right_curly_bracket"),
))  # fmt: skip
