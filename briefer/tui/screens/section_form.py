"""What a section is: its title, its limits, and whether it may be disclosed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from briefer.brief import whole
from briefer.brief.model import Brief, Section
from briefer.errors import BrieferError
from briefer.tui.plain import plain
from briefer.tui.screens.dialog import Dialog
from briefer.tui.widgets.panel import Panel

_FIELDS = (
    ("title", "Title", "as it stands in the note"),
    ("minutes", "Minutes", "speaking time, such as 3 or 2.5; empty: no limit"),
    ("words", "Words", "such as 400; empty: no limit"),
    ("disclose", "May be disclosed", "yes or no"),
)


class SectionForm(Dialog[Brief | None]):
    """Gives the brief with the section as it was written, or None where the person gives up."""

    CSS_PATH: ClassVar = ["dialog.tcss", "header.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss", "back"), ("f9,f2,ctrl+s", "take", "take over"),
        ("down", "app.focus_next"), ("up", "app.focus_previous"),
    ]  # fmt: skip
    KEYS = (
        ("⏎  tab  ↓", "To the next line; ⏎ on the last one takes all over."),
        ("F9  F2  ^s", "Take all over, as one change that undo takes back."),
        ("esc", "Give up; nothing is changed."),
    )
    AUTO_FOCUS = "#title"

    def __init__(self, brief: Brief, section: Section) -> None:
        super().__init__(classes="form")
        self._brief, self._section = brief, section

    def compose(self) -> ComposeResult:
        """A line for each."""
        one = self._section
        values = {
            "title": one.title,
            "minutes": f"{one.minutes:g}" if one.minutes else "",
            "words": str(one.words or ""),
            "disclose": "yes" if one.disclosable else "no",
        }
        with Panel("Section", "Enter goes on · F9 takes over · Esc gives up"):
            with VerticalScroll(can_focus=False):
                for name, label, example in _FIELDS:
                    with Horizontal(classes="field"):
                        yield Static(plain(label, "$foreground-muted"), markup=False)
                        yield Input(values[name], placeholder=example, id=name, compact=True)
            yield Static("", classes="fault", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """To the next line; from the last one take all over."""
        if event.input.id == _FIELDS[-1][0]:
            self.action_take()
        else:
            self.focus_next()

    def action_take(self) -> None:
        """Give the changed brief, or say what is wrong."""
        values = {name: self.query_one(f"#{name}", Input).value.strip() for name, _, _ in _FIELDS}
        try:
            self.dismiss(self._changed(values))
        except BrieferError as error:
            self.query_one(".fault", Static).update(plain(f"✗ {error}"))

    def _changed(self, values: dict[str, str]) -> Brief:
        name, brief = self._section.id, self._brief
        if not values["title"]:
            raise BrieferError("A section needs a title", todo="Write one")
        minutes = _number(values["minutes"].replace(",", "."), "Minutes")
        words = _number(values["words"], "Words")
        if values["disclose"].casefold() not in ("yes", "y", "no", "n"):
            raise BrieferError("Whether it may be disclosed is not said", todo="Write yes or no")
        brief = whole.retitle(brief, name, values["title"])
        brief = whole.set_limits(brief, name, minutes, int(words) if words else None)
        return whole.disclose(brief, name, values["disclose"].casefold().startswith("y"))


def _number(text: str, what: str) -> float | None:
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        number = -1
    if not 0 < number < 100_000:
        raise BrieferError(f"{what}: “{text}” is not a number above 0", todo="Write one, or leave it empty")
    return number
