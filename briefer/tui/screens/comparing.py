"""Two versions word by word: what differs as a list, from change to change; a block taken back as one step."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from briefer.brief.compare import Comparison, compare
from briefer.brief.model import Brief
from briefer.brief.takeback import take_back
from briefer.errors import BrieferError
from briefer.tui import differing
from briefer.tui.plain import plain
from briefer.tui.screens.dialog import Dialog
from briefer.tui.sitting import Sitting
from briefer.tui.widgets.lines import Lines
from briefer.tui.widgets.panel import Panel

#: What is said where nothing was chosen that could be done.
_NOTHING = "They say the same."


class Comparing(Dialog[str | None]):
    """Gives the row of the brief that the person wants to go to, or None; takes blocks back in the sitting meanwhile."""

    CSS_PATH: ClassVar = ["dialog.tcss", "versions.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q", "dismiss(None)", "back"), ("n", "change(1)", "next"), ("p,N", "change(-1)", "before"),
        ("b", "take_back", "take back"), ("a", "everything", "all or changes"), ("ctrl+z,u", "undo", "undo"),
    ]  # fmt: skip
    KEYS = (
        ("n", "To the next change."),
        ("p", "To the change before."),
        ("a", "Show what is the same too, or only what differs."),
        ("b", "Take the block back as it was in the older version; undo gives the new words again."),
        ("^z  u", "Undo the last change of the brief."),
        ("⏎", "Go to the block on the desk."),
        ("esc  q", "Back."),
    )
    AUTO_FOCUS = "Lines"

    def __init__(self, old: Brief, new: Brief | None, work: Sitting | None) -> None:
        """``new`` None compares with the brief under work as it is now; only there blocks can be taken back."""
        super().__init__()
        self._old, self._new, self._work = old, new, work
        self._all = False
        self._differ: list[str] = []
        self._comparison: Comparison

    def compose(self) -> ComposeResult:
        """Which two, and what differs."""
        back = " · b takes back" if self._now is not None else ""
        with Panel("What differs", f"n p change{back} · a all · Esc back"):
            yield Static("", id="which", markup=False)
            yield Lines(opens=False)
            yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Compare, the cursor on the first change."""
        self._show()
        self.action_change(0)

    @property
    def _now(self) -> Sitting | None:
        """The sitting, where one side is the brief as it is now."""
        return self._work if self._new is None else None

    def _show(self, said: str = "", at: str | None = None) -> None:
        new = self._new or (self._work.brief if self._work else self._old)
        self._comparison = compare(self._old, new)
        options, self._differ = differing.rows(self._comparison, everything=self._all)
        lines = self.query_one(Lines)
        lines.show(options, at)
        lines.display = bool(options)
        if options and self.focused is None:
            lines.focus()
        told = [differing.called(b.version, b.state, b.kept.on if b.kept else None) for b in (self._old, new)]
        which = f"[-gone-] {told[0]}\n{{+new+}}  {told[1]}"
        self.query_one("#which", Static).update(plain(which, "$foreground-muted"))
        self._say(said or ("" if self._differ else _NOTHING))

    def _say(self, text: str) -> None:
        said = self.query_one("#said", Static)
        said.update(plain(text))
        said.display = bool(text)

    def action_change(self, by: int) -> None:
        """To the next change or the one before; from the last on to the first."""
        lines = self.query_one(Lines)
        if not self._differ:
            self._say(_NOTHING)
            return
        order = [o.id for o in lines.options]
        places = [order.index(row) for row in self._differ]
        here = lines.highlighted if lines.highlighted is not None else -1
        if by > 0:
            to = next((p for p in places if p > here), places[0])
        elif by < 0:
            to = next((p for p in reversed(places) if p < here), places[-1])
        else:
            to = places[0]
        lines.highlighted = to
        self._say(f"Change {places.index(to) + 1} of {len(places)}")

    def action_everything(self) -> None:
        """Show all blocks, or only those that differ."""
        self._all = not self._all
        self._show("Everything" if self._all else "Only what differs")

    def action_take_back(self) -> None:
        """Take the block under the cursor back as it was."""
        row = self.query_one(Lines).current
        if self._now is None:
            self._say("Blocks are taken back into the brief as it is now: compare with that one, from the desk.")
            return
        if row is None or row.startswith(("section:", "field:")):
            self._say("Choose a block; title, sections and header are changed on the desk.")
            return
        try:
            brief, block = take_back(self._comparison, row)
        except BrieferError as error:
            self._say(str(error))
            return
        self._now.do(brief, f"took a block back from version {self._old.version}", block)
        self._show("Taken back; ctrl+z gives the new words again.", row)

    def action_undo(self) -> None:
        """Undo the last change of the brief."""
        if self._now is None:
            return
        try:
            made = self._now.steps.undo()
        except BrieferError as error:
            self._say(str(error))
            return
        if made and made.beside:
            self.briefer.read_again()
        self._show(f"Undone: {made.done}" if made else "Nothing to undo")

    def on_option_list_option_selected(self, event: Lines.OptionSelected) -> None:
        """Go to it on the desk, where it still stands there."""
        row = str(event.option.id)
        there = {b.id for s in self._comparison.new.sections for b in s.blocks}
        there |= {f"section:{s.id}" for s in self._comparison.new.sections}
        if self._now is not None and row in there:
            self.dismiss(row)
        else:
            self._say("It does not stand in the brief now." if self._now is not None else "It is here to read.")
