"""The header data of a brief: meeting, delegation, drafter, and who cleared it, in one form."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from briefer.brief import whole
from briefer.brief.model import Brief
from briefer.errors import BrieferError
from briefer.tui.fields import Field
from briefer.tui.offering import Offer, narrowed
from briefer.tui.plain import plain
from briefer.tui.screens.dialog import Dialog
from briefer.tui.widgets.completing import Completing
from briefer.tui.widgets.panel import Panel
from briefer.workspace import Workspace

_LABELS = {
    "body": ("Body", "such as EMWP"), "date": ("Date", "such as 2025-06-10"),
    "end": ("Last day", "only where it lasts several days"),
    "place": ("Place", "such as Brussels"), "format": ("Format", "such as video conference"), "item": ("Agenda item", ""),
    "language": ("Language", "such as fr or French"),
    "action": ("Expected action", "such as discussion"), "delegation": ("Delegation", ""), "drafter": ("Drafter", ""),
    "cleared_by": ("Cleared by", ""),
}  # fmt: skip


class Header(Dialog[Brief | None]):
    """Gives the brief with the data as they were written, or None where the person gives up."""

    CSS_PATH: ClassVar = ["dialog.tcss", "header.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss", "back"), ("f9,f2,ctrl+s", "take", "take over"),
        ("down", "app.focus_next"), ("up", "app.focus_previous"),
    ]  # fmt: skip
    KEYS = (
        ("⏎  tab  ↓", "To the next line; ⏎ on the last one takes all over."),
        ("↑", "To the line before."),
        ("F9  F2  ^s", "Take all over, as one change that undo takes back."),
        ("esc", "Give up; nothing is changed."),
    )
    AUTO_FOCUS = "#body"

    def __init__(self, brief: Brief, workspace: Workspace) -> None:
        super().__init__(classes="form")
        self._brief = brief
        self._languages = workspace.folders("languages")

    def compose(self) -> ComposeResult:
        """A line for each."""
        values = whole.header(self._brief)
        with Panel("Meeting, delegation and drafter", "Enter goes on · F9 takes over · Esc gives up"):
            with VerticalScroll(can_focus=False):
                for name in whole.HEADER_FIELDS:
                    label, example = _LABELS[name]
                    if name == "language":
                        yield Completing(Field(name, label, example, "languages"), values[name], self._offered)
                        continue
                    with Horizontal(classes="field"):
                        yield Static(plain(label, "$foreground-muted"), markup=False)
                        yield Input(values[name], placeholder=example, id=name.replace("_", "-"), compact=True)
            yield Static("", classes="fault", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """To the next line; from the last one take all over."""
        if event.input is list(self.query(Input))[-1]:
            self.action_take()
        else:
            self.focus_next()

    def on_asked_done(self) -> None:
        """On from the language."""
        self.focus_next()

    def _offered(self, _field: Field, typed: str) -> list[Offer]:
        """The languages that some letters may mean; one that is written out leaves nothing to choose."""
        from briefer.word import languages

        try:
            there = languages.known(self._languages)
        except BrieferError:  # a file that cannot be read is named where it is chosen
            there = languages.known()
        pool = [Offer(code, name, languages.ENGLISH.get(code, "")) for code, name in there]
        return [o for o in pool if o.value == typed] or narrowed(pool, typed)

    def _language(self, written: str) -> str:
        """The language by its code; the one that was there may stay, be there a file for it or not."""
        from briefer.word import languages

        return written if written == self._brief.language else languages.named(written, self._languages)

    def action_take(self) -> None:
        """Give the changed brief, or say what is wrong."""
        values = {n: self.query_one(f"#{n.replace('_', '-')}", Input).value for n in _LABELS if n != "language"}
        asked = self.query_one(Completing)
        asked.action_close()
        try:
            values["language"] = self._language(asked.value)
            brief = whole.set_header(self._brief, values)
        except BrieferError as error:
            self.query_one(".fault", Static).update(plain(f"✗ {error}"))
        else:
            self.dismiss(brief)
