"""Writing the Word file: for whom, up to which marking, where to; what stands in the way is named."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from briefer.brief import edit
from briefer.brief.marking import unfilled
from briefer.brief.model import Brief
from briefer.errors import BrieferError
from briefer.tui.plain import plain
from briefer.tui.screens.dialog import Dialog
from briefer.tui.sitting import Sitting
from briefer.tui.widgets.lines import Lines
from briefer.tui.widgets.panel import Panel


class Exporting(Dialog[str | None]):
    """Gives what is to be said of the note that was written, or None."""

    CSS_PATH: ClassVar = ["dialog.tcss", "exporting.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "back", "back"), ("f9,f2", "write", "write")]
    KEYS = (
        ("↑ ↓", "Go to a choice."),
        ("⏎", "Choose; on “Write the file” and in the file name: write."),
        ("F9  F2", "Write the file."),
        ("tab", "To the file name and back."),
        ("esc", "Go back without a file."),
    )
    AUTO_FOCUS = "Lines"

    class Written(Message):
        """The file is there, or why it is not."""

        def __init__(self, path: Path | None, error: BrieferError | None) -> None:
            super().__init__()
            self.path, self.error = path, error

    def __init__(self, work: Sitting) -> None:
        super().__init__()
        self._brief = work.brief
        self._folder = work.path.parent if work.path else Path.cwd()
        self._named = ""
        """The file name as the dialog proposed it."""
        self._final = False
        self._without = False
        """Whether prompts are left out of a final note."""
        self._ceiling: str | None = None
        self._busy = False

    def compose(self) -> ComposeResult:
        """The choices, with the usual ones made, and the file."""
        with Panel("Write the note as a Word file", "Enter chooses · F9 writes · Tab: file name · Esc goes back"):
            yield Lines()
            yield Input(id="file")
            where = f"In {self._folder}; for another place write its path before the name."
            yield Static(plain(f"{where} The brief is saved with it."), classes="label", markup=False)
            yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Propose a file name."""
        self._show()

    def _show(self) -> None:
        from briefer.word.export import file_name

        def chosen(on: bool) -> str:
            return "(•) " if on else "( ) "

        box = self.query_one("#file", Input)
        if box.value == self._named:
            box.value = self._named = file_name(self._brief, final=self._final)
        rows = [
            Option(plain("Write the file", "bold"), id="write"),
            Option(plain("For whom", "$foreground-muted"), disabled=True),
            Option(plain(f"{chosen(not self._final)}colleagues: it can come back with their changes"), id="draft"),
            Option(plain(f"{chosen(self._final)}final: for release, without what only briefer needs"), id="final"),
        ]
        if self._final and (open_ones := len(unfilled(self._brief))):
            tick = "[x] " if self._without else "[ ] "
            rows.append(Option(plain(f"{tick}leave out the {open_ones} still to be filled in"), id="without"))
        rows.append(Option(plain("Refuse it where anything is marked above", "$foreground-muted"), disabled=True))
        rows.append(Option(plain(f"{chosen(self._ceiling is None)}any marking may go out"), id="any"))
        for marking in self._brief.markings:
            rows.append(Option(plain(f"{chosen(self._ceiling == marking)}{marking}"), id=f"up-to:{marking}"))
        self.query_one(Lines).show(rows)

    def on_option_list_option_selected(self, event: Lines.OptionSelected) -> None:
        """Choose, or write."""
        name = str(event.option.id)
        if name == "write":
            self.action_write()
            return
        if name in ("draft", "final"):
            self._final = name == "final"
        elif name == "without":
            self._without = not self._without
        else:
            self._ceiling = name.removeprefix("up-to:") if name != "any" else None
        self.query_one("#said", Static).update("")
        self._show()

    def on_input_submitted(self) -> None:
        """Write."""
        self.action_write()

    def action_back(self) -> None:
        """Back without a file."""
        self.dismiss(None)

    def action_write(self) -> None:
        """Write the file in a thread; the first note loads what writes Word files."""
        if self._busy:
            return
        self._busy = True
        brief, final, ceiling = self._brief, self._final, self._ceiling
        if final and self._without:
            brief = _without_prompts(brief)
        target = self._folder / Path(self.query_one("#file", Input).value.strip() or self._named).expanduser()
        self.query_one("#said", Static).update(plain("Writing …"))
        self.run_worker(lambda: self._write(brief, target, final, ceiling), thread=True, group="export")

    def _write(self, brief: Brief, target: Path, final: bool, ceiling: str | None) -> None:
        from briefer.word.export import export

        try:
            made = export(brief, target, final=final, ceiling=ceiling).absolute()
        except BrieferError as error:
            self.post_message(self.Written(None, error))
        else:
            self.post_message(self.Written(made, None))

    def on_exporting_written(self, message: Written) -> None:
        """Done, or why not."""
        self._busy = False
        if message.path is not None:
            still = "" if self._final else _still_open(self._brief)
            self.dismiss(f"Written to {message.path}{still}")
        elif message.error is not None:
            self.query_one("#said", Static).update(plain(f"✗ {_in_words(message.error)}", "$text-error"))


#: What to do about a refusal, said for the screen, where the core says it for the command line.
_TODO = {
    "unfilled": "Fill them in, or choose “leave out”",
    "above-ceiling": "Take these blocks out, or choose another limit",
    "exists": "Give another file name",
}


def _in_words(error: BrieferError) -> str:
    return str(BrieferError(error.what, where=error.where, todo=_TODO.get(error.code, error.todo)))


def _still_open(brief: Brief) -> str:
    count = len(unfilled(brief))
    return f"; {count} still to be filled in" if count else ""


def _without_prompts(brief: Brief) -> Brief:
    for _section, block in unfilled(brief):
        brief = edit.remove(brief, block.id)
    return brief
