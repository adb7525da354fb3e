"""Dialogs: a question with a few answers, and a question for one line of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from briefer.errors import BrieferError
from briefer.tui.plain import plain
from briefer.tui.screens.dialog import Dialog
from briefer.tui.widgets.lines import Hanging, Lines
from briefer.tui.widgets.panel import Panel


class Answer(tuple[str, str, str]):
    """One answer: its id, its words, and what it means."""

    def __new__(cls, ident: str, label: str, means: str = "") -> Answer:
        """An answer."""
        return super().__new__(cls, (ident, label, means))


class Ask(Dialog[str | None]):
    """A question; gives the id of the answer, or None where the person wants back.

    The cursor begins on the first answer, which is one that loses nothing wherever there is one.
    """

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "back")]
    KEYS = (("↑ ↓", "Go to an answer."), ("⏎", "Give the answer."), ("esc", "Go back without one."))

    def __init__(self, title: str, text: str, answers: Sequence[Answer]) -> None:
        super().__init__()
        self._title, self._text, self._answers = title, text, answers

    def compose(self) -> ComposeResult:
        """Text and answers."""
        with Panel(self._title, "↑ ↓ and Enter · Esc goes back"):
            if self._text:
                yield Static(plain(self._text), classes="asked", markup=False)
            yield Lines(*[Option(_row(label, means), id=ident) for ident, label, means in self._answers])

    def on_option_list_option_selected(self, event: Lines.OptionSelected) -> None:
        """Give the answer."""
        self.dismiss(event.option.id)


def _row(label: str, means: str) -> Hanging:
    return Hanging(plain(label, "bold"), plain(means, "$foreground-muted"), max(24, len(label) + 2))


class AskText(Dialog[str | None]):
    """A question for a line of text; ``accept`` may do the thing and raise BrieferError, which is shown and asked again."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "back")]
    KEYS = (("⏎", "Take the words."), ("esc", "Go back, nothing changed."))

    def __init__(self, title: str, text: str, value: str, accept: Callable[[str], None] = lambda _: None) -> None:
        super().__init__()
        self._title, self._text, self._value, self._accept = title, text, value, accept

    def compose(self) -> ComposeResult:
        """Text, box, and what is wrong with it."""
        with Panel(self._title, "Enter takes it · Esc goes back"):
            if self._text:
                yield Static(plain(self._text), classes="asked", markup=False)
            yield Input(self._value)
            yield Static("", classes="fault", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Try it."""
        text = event.value.strip()
        if not text:
            return
        try:
            self._accept(text)
        except BrieferError as error:
            self.query_one(".fault", Static).update(plain(f"✗ {error}"))
        else:
            self.dismiss(text)
