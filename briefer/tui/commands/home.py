"""What can be done on the first screen."""

from __future__ import annotations

from briefer.tui.commands.command import Command, Where

HERE = Where("home", "On the first screen", types=True, commands=(
    Command("carry_over", "f9", "carry over", "Make the next meeting's brief out of the one under the cursor.", "home", 1,
            lambda home: home.on_brief),
    Command("choose", "enter", "open", "Open the brief, begin one for the meeting or topic, or show the entry.",
            "home", 1),
    Command("mark", "f4", "mark", "Mark the topic; several marked topics make one brief.", "home", 2,
            lambda home: home.on_topic),
    Command("clear", "escape", "clear", "Empty the search box and forget marks and template.", "home", 4,
            lambda home: home.has_choice),
    Command("forget", "f6", "forget", "Forget the unsaved work under the cursor.", "home", 3,
            lambda home: home.on_unsaved),
    Command("faults", "f8", "faults", "Show what could not be read in knowledge, templates and briefs.", "home", 3,
            lambda home: home.has_faults),
    Command("duplicate", "f3", "one like it", "Begin a new brief with all that stands in the one under the cursor.",
            "home", 5, lambda home: home.on_brief),
    Command("versions", "ctrl+r", "versions", "List the versions kept of the brief under the cursor, and compare them.",
            "home", 0, lambda home: home.on_brief),
    Command("put_away", "f12", "put away", "Move the brief under the cursor out of the list; undo brings it back.",
            "home", 6, lambda home: home.can_put_away),
    Command("undo", "ctrl+z", "undo", "Bring back the brief put away last, or take back what was written down.", "home", 3,
            lambda home: home.can_undo),
    Command("new_topic", "ctrl+n", "new topic", "Write down a new topic.", "home", 5),
    Command("new_meeting", "ctrl+l", "new meeting", "Write down a meeting; ctrl+o on it puts items on its agenda.", "home", 6),
    Command("change_entry", "ctrl+o", "change", "Change the meeting, topic, entry or paper under the cursor.", "home", 0,
            lambda home: home.entry_here is not None),
    Command("read_paper", "f2", "read a paper",
            "Read a Council paper, an agenda or a calendar from a file; on a meeting, for that meeting.", "home", 4),
    Command("folder", "f7", "folder", "Choose the folder to work in.", "home", 0),
    Command("reload", "f5", "reload", "Read knowledge, templates and briefs again.", "home", 0),
))  # fmt: skip
