"""Under which topic a paper's questions go: the likeliest ones first, all others by their words, or a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input
from textual.widgets.option_list import Option

from briefer.knowledge.base import Knowledge
from briefer.text import fold, folded_words
from briefer.tui.plain import one_line, plain, together
from briefer.tui.screens.dialog import Dialog
from briefer.tui.widgets.lines import MOST, Ends, Lines
from briefer.tui.widgets.panel import Panel

#: The row for a new topic.
NEW = "+new"


class TopicChoice(Dialog[str | None]):
    """Gives the id of a topic, the title of a new one, or None."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss", "back"), ("down", "row(1)"), ("up", "row(-1)"), ("pagedown", "row(10)"), ("pageup", "row(-10)"),
    ]  # fmt: skip
    KEYS = (("⏎", "Take the topic under the cursor."), ("↑ ↓", "Go to another one."), ("esc", "Back."))
    AUTO_FOCUS = "Input"

    def __init__(self, base: Knowledge, best: Sequence[str], subject: str, now: str) -> None:
        super().__init__()
        self._base, self._best, self._subject, self._now = base, list(best), one_line(subject), now

    def compose(self) -> ComposeResult:
        """Box and list."""
        with Panel("Under which topic?", "Enter takes it · type to find another one, or the title of a new one"):
            yield Input(placeholder="A few letters of a topic, or a new title")
            yield Lines(paned=True)

    def on_mount(self) -> None:
        """The likeliest first."""
        self._narrow()

    def on_input_changed(self) -> None:
        """Narrow the list."""
        self._narrow()

    def _narrow(self) -> None:
        typed = " ".join(self.query_one(Input).value.split())
        asked = folded_words(typed)
        rest = sorted(self._base.topics, key=lambda t: fold(self._title(t)))
        order = [*self._best, *(t for t in rest if t not in self._best)]
        found = [t for t in order if all(w in fold(f"{t} {self._title(t)}") for w in asked)]
        rows = [Option(self._row(t), id=t) for t in found[: MOST - 1]]
        title = typed or self._subject
        if title and not any(fold(self._title(t)) == fold(title) for t in self._base.topics):
            new = Option(Ends(together(plain("New topic: ", "bold"), plain(title)), [], least=60), id=NEW)
            rows.insert(len(rows) if asked else min(len(self._best), len(rows)), new)
        self.query_one(Lines).show(rows, rows[0].id if rows else None)

    def _row(self, topic: str) -> Ends:
        questions = self._base.counts(topic)["questions"]
        told = "likely" if topic in self._best else ""
        count = f"{questions} question{'' if questions == 1 else 's'}" if questions else ""
        state = " · ".join(p for p in ("chosen" if topic == self._now else "", told, count) if p)
        return Ends(plain(self._title(topic)), [plain(s, "$foreground-muted") for s in (state, told) if s])

    def _title(self, topic: str) -> str:
        return self._base.topics[topic].title or topic

    def action_row(self, by: int) -> None:
        """Move the cursor in the list without leaving the box."""
        self.query_one(Lines).step(by)

    def on_input_submitted(self) -> None:
        """Take what is under the cursor."""
        self._take()

    def on_option_list_option_selected(self) -> None:
        """A click or Enter in the list does so too."""
        self._take()

    def _take(self) -> None:
        current = self.query_one(Lines).current
        if current == NEW:
            self.dismiss(" ".join(self.query_one(Input).value.split()) or self._subject)
        elif current is not None:
            self.dismiss(current)
