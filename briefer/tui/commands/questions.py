"""What can be done where the questions are answered one by one: in the answer, in the material, in the box over it."""

from __future__ import annotations

from briefer.tui.commands.command import Command, Where

#: Comes before the answer: its commands have letters too, and a command's first keys are those that are bound.
MATERIAL = Where("material", "Questions: in the material", commands=(
    Command("take", "enter", "take in", "Put the entry under the question, or take back what was just taken in.",
            "material", 1),
    Command("weave", "w,f3", "weave in", "Put the entry's words and source into the answer, where the cursor is.",
            "material", 2),
    Command("look", "v,f4", "view", "Show everything about the entry.", "material", 6),
    Command("filter", "slash", "find", "Search the whole base, or narrow the list.", "material", 4),
    Command("across", "tab", "find, answer", "Go to the box over the material, then back to the answer.", "material", 5),
    Command("next_question", "n,f8", "next", "Go to the next question.", "material", 3),
    Command("previous_question", "p,f7", "previous", "Go to the question before.", "material", 7),
    Command("undo", "u,ctrl+z", "undo", "Undo the last change.", "material", 8, lambda s: s.can_undo),
    Command("redo", "r,ctrl+y", "redo", "Do again what was undone.", "material", 0, lambda s: s.can_redo),
    Command("rehearse", "f6", "rehearse", "Rehearse the speaking note, block by block, against the clock.", "material"),
    Command("save", "ctrl+s,f2", "save", "Save the brief.", "material", 9),
    Command("leave", "escape,f5", "back", "Back to the answer or the desk.", "material", 10),
))  # fmt: skip

FILTER = Where("filter", "Questions: in the box over the material", types=True, commands=(
    Command("take", "enter", "take in", "Put the entry under the question, or take back what was just taken in.",
            "filter", 1),
    Command("weave", "f3", "weave in", "Put the entry's words and source into the answer, where the cursor is.",
            "filter", 2),
    Command("look", "f4", "view", "Show everything about the entry.", "filter", 3),
    Command("across", "tab", "answer", "Go back to the answer.", "filter", 4),
    Command("next_question", "f8", "next", "Go to the next question.", "filter", 5),
    Command("previous_question", "f7", "previous", "Go to the question before.", "filter"),
    Command("undo", "ctrl+z", "undo", "Undo the last change.", "filter", 6, lambda s: s.can_undo),
    Command("redo", "ctrl+y", "redo", "Do again what was undone.", "filter", 0, lambda s: s.can_redo),
    Command("rehearse", "f6", "rehearse", "Rehearse the speaking note, block by block, against the clock.", "filter"),
    Command("save", "ctrl+s,f2", "save", "Save the brief.", "filter", 7),
    Command("leave", "escape,f5", "back", "Empty the box, then back to the answer or the desk.", "filter", 8),
))  # fmt: skip

HERE = Where("questions", "Questions: in the answer", types=True, lists=False, commands=(
    Command("next_question", "f8", "next", "Take the words over and go to the next question.", "questions", 1),
    Command("previous_question", "f7", "previous", "Take the words over and go to the question before.", "questions", 4),
    Command("across", "tab", "material", "Go to the material, then to the box over it.", "questions", 2),
    Command("weave", "f3", "weave in", "Put the words and source of the material under its cursor in here.",
            "questions", 5),
    Command("view", "f4", "question", "Show the question in full, with its paper.", "questions", 8),
    Command("bold", "ctrl+b", "bold", "Make the chosen words bold, or not bold any more.", "questions"),
    Command("italic", "ctrl+l", "italic", "Make the chosen words italic, or not italic any more.", "questions"),
    Command("undo", "ctrl+z", "undo", "Undo the last change: first in these words, then in the brief.", "questions", 6,
            lambda s: s.can_undo),
    Command("redo", "ctrl+y", "redo", "Do again what was undone.", "questions", 0, lambda s: s.can_redo),
    Command("save", "ctrl+s,f2", "save", "Save the brief, these words included.", "questions", 7),
    Command("rehearse", "f6", "rehearse", "Rehearse the speaking note, block by block, against the clock.",
            "questions", 9),
    Command("leave", "escape,f5", "desk", "Take the words over and go back to the desk.", "questions", 3),
))  # fmt: skip
