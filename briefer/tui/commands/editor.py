"""What can be done while a block is written."""

from __future__ import annotations

from briefer.tui.commands.command import Command, Where

HERE = Where("editor", "In the editor", types=True, lists=False, commands=(
    Command("done", "escape", "done", "Take the words over and close the editor.", "editor", 1),
    Command("pull", "f3", "knowledge", "Go to the knowledge pane; what you take there comes to the cursor.", "editor", 2),
    Command("bold", "ctrl+b", "bold", "Make the chosen words bold, or not bold any more.", "editor", 3),
    Command("italic", "ctrl+l", "italic", "Make the chosen words italic, or not italic any more.", "editor", 4),
    Command("cite", "ctrl+r", "source", "Put the mark of a source at the cursor.", "editor", 5),
    Command("undo", "ctrl+z", "undo", "Undo the last change.", "editor", 6),
    Command("redo", "ctrl+y", "redo", "Do again what was undone.", "editor", 0),
    Command("divide", "ctrl+d", "split", "Split the block at the cursor.", "editor", 7),
    Command("outside", "ctrl+e", "own editor", "Go on in your own editor ($VISUAL or $EDITOR).", "editor", 0),
    Command("save", "ctrl+s,f2", "save", "Save the brief, these words included.", "editor", 8),
    Command("find", "ctrl+f", "find", "Find words in the whole brief, and replace them.", "editor", 0),
    Command("review", "f8", "review", "List what a careful colleague would remark.", "editor", 0),
    Command("export", "f9", "export", "Write the note as a Word file, or in another format.", "editor", 0),
    Command("new_entry", "ctrl+n", "new entry", "Write down a fact, position, question, paper or topic of your own.",
            "editor", 0),
))  # fmt: skip
