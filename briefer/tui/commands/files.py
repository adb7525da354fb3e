"""What can be done where a paper's file is chosen."""

from __future__ import annotations

from briefer.tui.commands.command import Command, Where

HERE = Where("files", "Where a paper is chosen", types=True, commands=(
    Command("choose", "enter", "read it", "Read the file under the cursor or at the path typed; go into a folder.", "files", 1),
    Command("out", "f3", "folder above", "Go to the folder above.", "files", 2, lambda files: files.in_folder is not None),
    Command("again", "f5", "look again", "Look into the folders again.", "files", 3),
    Command("undo", "ctrl+z", "take back", "Take back the meetings that came in.", "files", 4, lambda files: files.can_undo),
    Command("back", "escape", "back", "Stop the reading; empty the box; go back.", "files", 5),
))  # fmt: skip
