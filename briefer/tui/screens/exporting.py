"""Writing the note to a file: for whom, up to which marking, as what, where to; shows what is done and can be stopped."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input, Static

from briefer.brief import versions
from briefer.brief.marking import above, unfilled
from briefer.brief.model import Brief
from briefer.errors import BrieferError
from briefer.tui.outgoing import STEPPING, Chosen, next_house, rows
from briefer.tui.plain import plain
from briefer.tui.screens.dialog import Dialog
from briefer.tui.screens.refused import WITHOUT, Refused
from briefer.tui.sending import (
    TODO,
    closed,
    kept_in_house,
    measured,
    since_of,
    still_open,
    without_prompts,
)
from briefer.tui.sitting import Sitting
from briefer.tui.widgets.lines import Lines
from briefer.tui.widgets.panel import Panel

if TYPE_CHECKING:
    pass


class Outcome(NamedTuple):
    """What came of it: a file, or a block that the person wants to see to first."""

    path: Path | None
    said: str
    brief: Brief
    """The brief as it was written, without what was left out."""
    chosen: Chosen
    go_to: str | None = None


class Stopped(Exception):
    """The person has stopped it."""


class Exporting(Dialog[Outcome | None]):
    """Gives what came of it, or None where the person goes back."""

    CSS_PATH: ClassVar = ["dialog.tcss", "exporting.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "back", "back"), ("f9,f2", "write", "write")]
    KEYS = (
        ("↑ ↓", "Go to a choice."),
        ("⏎", "Choose; on “Write the file” and in the file name: write."),
        ("F9  F2", "Write the file."),
        ("tab", "To the file name and back."),
        ("esc", "Stop writing, with nothing written; else go back without a file."),
    )
    AUTO_FOCUS = "Lines"

    class Step(Message):
        """Something is being done."""

        def __init__(self, run: int, what: str) -> None:
            super().__init__()
            self.run, self.what = run, what

    class Ended(Message):
        """The file is there, or why it is not."""

        def __init__(self, run: int, brief: Brief, chosen: Chosen, result: Path | BrieferError | None) -> None:
            super().__init__()
            self.run, self.brief, self.chosen, self.result = run, brief, chosen, result

    def __init__(self, work: Sitting, chosen: Chosen) -> None:
        super().__init__()
        self._brief = work.brief
        self._workspace = work.workspace
        self._folder = work.path.parent if work.path else Path.cwd()
        self._named = ""
        """The file name as the dialog proposed it."""
        self._path = work.path
        self._since = measured(work)
        self._chosen = chosen if self._since else chosen._replace(form="")
        self._without = False
        """Whether prompts are left out of a final note."""
        self._run = 0
        self._stop: threading.Event | None = None
        """Set to stop what is being written; None while nothing is."""
        self._steps: list[str] = []

    def compose(self) -> ComposeResult:
        """The choices, with the usual ones made, and the file."""
        with Panel("Write the note", "Enter chooses · F9 writes · Tab: name · Esc back"):
            yield Lines()
            yield Input(id="file")
            where = f"In {self._folder}; for another place write its path before the name."
            yield Static(plain(f"{where} The brief is saved with it."), classes="label", markup=False)
            yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Propose a file name."""
        self._say("")
        self._show()

    def _show(self, stepped: str = "") -> None:
        """Show the choices; the cursor stays on a row that was ``stepped`` on, though that has another id by now."""
        from briefer.word.export import FORMATS, file_name

        to, final = self._chosen.to, self._chosen.final
        box = self.query_one("#file", Input)
        if box.value == self._named:
            box.value = self._named = file_name(self._brief, final=final, to=to, form=self._chosen.form)
        elif Path(box.value).suffix.lower().removeprefix(".") in FORMATS:
            box.value = str(Path(box.value).with_suffix(f".{to}"))
        shown = rows(self._brief, self._chosen, without=self._without, workspace=self._workspace, since=self._since)
        at = next((r.id for r in shown if stepped and str(r.id).startswith(f"{stepped}:")), None)
        self.query_one(Lines).show(shown, at)

    def on_option_list_option_selected(self, event: Lines.OptionSelected) -> None:
        """Choose, or write."""
        name = str(event.option.id)
        if name == "write":
            self.action_write()
            return
        if self._stop is not None:
            return
        passed = ""
        if name == "without":
            self._without = not self._without
        elif name.startswith("house:"):
            house, passed = next_house(self._brief, self._chosen, self._workspace)
            self._chosen = self._chosen._replace(house=house)
        else:
            self._chosen = self._chosen.choose(name)
        said = (passed, kept_in_house(self._brief, self._chosen))
        self._say("\n".join(s for s in said if s), "$text-error" if passed else "")
        self._show(name.partition(":")[0] if name.startswith(STEPPING) else "")

    def on_input_submitted(self) -> None:
        """Write."""
        self.action_write()

    def action_back(self) -> None:
        """Stop what is being written; else back without a file."""
        if self._stop is None:
            self.dismiss(None)
            return
        self._stop.set()
        self._stop = None
        self._say("Stopped. Nothing is written; a file that was there is as it was.")

    def _say(self, text: str, style: str = "") -> None:
        said = self.query_one("#said", Static)
        said.update(plain(text, style))
        said.display = bool(text)
        self._fit_soon()

    def _fit_soon(self) -> None:
        # What has just come or gone has its height only after the next layout.
        self.call_after_refresh(self.call_after_refresh, self._fit)

    def on_resize(self) -> None:
        """The list gets what room there is."""
        self._fit_soon()

    def _fit(self) -> None:
        """Let the list scroll rather than push the file name and what is said out of the window."""
        for panel in self.query(Panel):  # none any more where the dialog has gone meanwhile
            lines = panel.query_one(Lines)
            others = sum(w.outer_size.height for w in panel.children if w.display and w is not lines)
            lines.styles.max_height = max(self.size.height - 2 - others, 2)

    # --- writing ------------------------------------------------------------------------------------------------

    def action_write(self) -> None:
        """Write the file in a thread, which tells what it does; the first note loads what writes Word files."""
        if self._stop is not None:
            return
        stop = self._stop = threading.Event()
        self._run += 1
        self._steps = []
        run, brief, chosen = self._run, self._brief, self._chosen
        if chosen.final and self._without:
            brief = without_prompts(brief)
        target = self._folder / Path(self.query_one("#file", Input).value.strip() or self._named).expanduser()
        self._say("Writing … Esc stops it.")
        # The app's, not the dialog's: a thread that has written the file must be able to end when the dialog is gone.
        self.app.run_worker(lambda: self._write(run, stop, brief, target, chosen), thread=True, group="export")

    def _write(self, run: int, stop: threading.Event, brief: Brief, target: Path, chosen: Chosen) -> None:
        from briefer.word.export import export

        def step(what: str) -> None:
            if stop.is_set():
                raise Stopped
            self.post_message(self.Step(run, what))

        result: Path | BrieferError | None
        try:
            if chosen.final and self._workspace.root is not None:
                brief = versions.as_sent(self._workspace, brief, path=self._path)
            result = export(
                brief,
                target,
                final=chosen.final,
                ceiling=chosen.ceiling,
                to=chosen.to,
                house=chosen.house or None,
                workspace=self._workspace,
                since=since_of(self._since, chosen.form),
                step=step,
            ).absolute()
        except Stopped:
            result = None
        except BrieferError as error:
            result = error
        self.post_message(self.Ended(run, brief, chosen, result))

    def on_exporting_step(self, message: Step) -> None:
        """Say what is being done."""
        if message.run == self._run and self._stop is not None:
            self._steps.append(message.what)
            done = "".join(f"✓ {one}\n" for one in self._steps[:-1])
            self._say(f"{done}… {message.what} · Esc stops it")

    def on_exporting_ended(self, message: Ended) -> None:
        """Done, or why not; one that was stopped too late is done all the same, and that is said."""
        if isinstance(message.result, Path):
            still = closed(message.brief) if message.chosen.final else still_open(self._brief)
            kept = kept_in_house(message.brief, message.chosen)
            said = f"Written to {message.result}{still}" + (f". {kept}" if kept else "")
            self.dismiss(Outcome(message.result, said, message.brief, message.chosen))
            return
        if message.run != self._run or self._stop is None:
            return
        self._stop = None
        if isinstance(message.result, BrieferError):
            self._refuse(message.result)

    # --- refusals -----------------------------------------------------------------------------------------------

    def _refuse(self, error: BrieferError) -> None:
        """Say why; where blocks are the reason, show them."""
        self._say("")
        brief, ceiling = self._brief, self._chosen.ceiling
        if error.code == "unfilled":
            count = len(blocks := [(s, b, "▢") for s, b in unfilled(brief)])
            rest = f"{count} are" if count > 1 else "One is"
            why = f"{rest} still to be filled in. A final note goes out without gaps."
            left_out = f"Leave {'all of them' if count > 1 else 'it'} out, and write the file"
            self.app.push_screen(Refused(why, blocks, left_out), self._answered)
        elif error.code == "above-ceiling" and ceiling and (blocks := above(brief, ceiling)):
            why = f"This note holds more than {ceiling} may. Take these out, or go back and choose another limit."
            if any(not b.sources for _, b, _ in blocks):
                why += f" Your own text counts as {brief.own_marking}."
            self.app.push_screen(Refused(why, blocks), self._answered)
        elif error.code == "exists":
            box = self.query_one("#file", Input)
            from briefer.word.delivery import free_beside

            free = free_beside(self._folder / Path(box.value.strip() or self._named).expanduser())
            box.value = str(free) if free.parent != self._folder else free.name
            self._say(f"✗ {error.what}. F9 writes it beside that one, as {free.name}.", "$text-error")
        else:
            todo = TODO.get(error.code, error.todo)
            # The reason first: a long path would push it out of a small window.
            where = f" ({error.where})" if error.where else ""
            self._say(f"✗ {BrieferError(error.what, todo=todo)}{where}", "$text-error")

    def _answered(self, answer: str | None) -> None:
        if answer == WITHOUT:
            self._without = True
            self._show()
            self.action_write()
        elif answer is not None:
            self.dismiss(Outcome(None, "", self._brief, self._chosen, answer))
