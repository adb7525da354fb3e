"""After an export: where the file is, and what can be done with it at once."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static
from textual.widgets.option_list import Option

from briefer.brief.marking import unfilled
from briefer.brief.model import Brief
from briefer.errors import BrieferError, sentence
from briefer.tui import handing
from briefer.tui.outgoing import Chosen
from briefer.tui.plain import plain, together
from briefer.tui.screens.dialog import Dialog
from briefer.tui.sending import closed
from briefer.tui.widgets.lines import Lines
from briefer.tui.widgets.panel import Panel
from briefer.word.dress import house_remarks
from briefer.workspace import Workspace

_CHOICES = {
    "open": "Open it",
    "folder": "Open the folder it lies in",
    "path": "Copy the path",
    "text": "Copy the note as text",
    "close": "Close",
}
_HANDED = "handed to the terminal's clipboard; some terminals do not take it."


class Written(Dialog[None]):
    """The path in full, and the choices; what came of them is said below."""

    CSS_PATH: ClassVar = ["dialog.tcss", "exporting.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q", "dismiss", "close")]
    KEYS = (
        ("↑ ↓", "Go to a choice."),
        ("⏎", "Do it."),
        ("esc  q", "Close; the path stays on the desk."),
    )
    AUTO_FOCUS = "Lines"

    def __init__(self, path: Path, brief: Brief, chosen: Chosen, workspace: Workspace) -> None:
        super().__init__()
        self._path, self._brief, self._final = path, brief, chosen.final
        self._remarks = house_remarks(brief, chosen.house, chosen.to, workspace)

    def compose(self) -> ComposeResult:
        """What was written, and the choices."""
        with Panel("The note is written", "Enter does it · Esc closes"):
            with VerticalScroll(can_focus=False):
                yield Static(together("Written to\n", plain(str(self._path), "bold")), id="path", markup=False)
                remarks = [(f"! {remark}", "$text-warning") for remark in self._remarks]
                for said, style in ((self._open, ""), (self._held_back, "$text-warning"), *remarks):
                    if said:
                        yield Static(plain(said, style), classes="asked", markup=False)
            yield Lines(*[Option(plain(text), id=name) for name, text in _CHOICES.items()])
            yield Static("", id="said", markup=False)

    @property
    def _open(self) -> str:
        """What is still to be done, where the file says so too."""
        count = 0 if self._final else len(unfilled(self._brief))
        return f"{count} still to be filled in." if count else ""

    @property
    def _held_back(self) -> str:
        """What it holds that is not for disclosure, where it goes out."""
        said = closed(self._brief).removeprefix("; ") if self._final else ""
        return f"! {sentence(said)}." if said else ""

    def on_option_list_option_selected(self, event: Lines.OptionSelected) -> None:
        """Do it, and say what can be said of it."""
        name = str(event.option.id)
        if name == "close":
            self.dismiss(None)
            return
        try:
            said, style = self._done(name), ""
        except BrieferError as error:
            said, style = f"✗ {error}", "$text-error"
        self.query_one("#said", Static).update(plain(said, style))

    def _done(self, name: str) -> str:
        if name in ("open", "folder"):
            handing.open_path(self._path if name == "open" else self._path.parent)
            return "The desktop was asked to open it."
        if name == "path":
            self.app.copy_to_clipboard(str(self._path))
            return f"The path was {_HANDED}"
        from briefer.word import letter

        self.app.copy_to_clipboard(letter.text(self._brief, final=self._final))
        return f"The note was {_HANDED}"
