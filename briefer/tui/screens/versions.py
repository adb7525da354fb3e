"""The versions of a brief: number, state, day, who, what for; any two compared, an old one read, the brief kept as it is."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static
from textual.widgets.option_list import Option

from briefer.brief import versions
from briefer.brief.compare import compare
from briefer.brief.model import Brief
from briefer.brief.takeback import take_back
from briefer.brief.versions import Version
from briefer.dates import long_form
from briefer.errors import BrieferError
from briefer.tui.plain import between, plain, together
from briefer.tui.screens.ask import AskText
from briefer.tui.screens.comparing import Comparing
from briefer.tui.screens.dialog import Dialog
from briefer.tui.showing import STATES
from briefer.tui.sitting import Sitting
from briefer.tui.widgets.lines import Hanging, Lines
from briefer.tui.widgets.note import Note
from briefer.tui.widgets.panel import Panel
from briefer.workspace import Workspace

_NOW = "now"


class Versions(Dialog[str | None]):
    """Gives the row of the brief that the person wants to go to, or None."""

    CSS_PATH: ClassVar = ["dialog.tcss", "versions.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q", "dismiss(None)", "back"), ("m,space", "mark", "mark"), ("o,v", "read", "read"), ("f2", "keep", "keep"),
    ]  # fmt: skip
    KEYS = (
        ("⏎", "Compare it with the brief as it is now, or with the one that is marked."),
        ("m  space", "Mark it as the one to compare others with, or take the mark back."),
        ("o  v", "Read it as it was."),
        ("F2", "Keep the brief as it is now as a version; from the desk."),
        ("esc  q", "Back."),
    )
    AUTO_FOCUS = "Lines"

    def __init__(self, workspace: Workspace, brief: Brief, path: Path, work: Sitting | None = None) -> None:
        """``work`` is the sitting where the brief is under work; without it one can only look."""
        super().__init__()
        self._workspace, self._brief, self._path, self._work = workspace, brief, path, work
        self._there: list[Version] = []
        self._marked: str | None = None

    def compose(self) -> ComposeResult:
        """The versions, the latest first."""
        keep = " · F2 keeps" if self._work else ""
        with Panel("Versions", f"Enter compares · m marks · o reads{keep} · Esc back"):
            yield Static("", id="said", markup=False)
            yield Lines()

    def on_mount(self) -> None:
        """Look what there is."""
        self._show()

    @property
    def _current(self) -> Brief:
        return self._work.brief if self._work else self._brief

    def _show(self, said: str = "", at: str | None = None) -> None:
        self._there = versions.versions(self._workspace, self._path.stem, path=self._path)
        now = versions.numbered(self._current, self._path)
        last = self._there[-1] if self._there else None
        same = last is not None and last.brief is not None and versions.says_the_same(last.brief, now)
        told = ["as it is now", f"the same as {last.number}" if last and same else ""]
        rows = [Option(self._row(_NOW, now.version, now.state, told), id=_NOW)]
        for one in reversed(self._there):
            kept = one.kept
            told = [
                "cannot be read" if one.brief is None else long_form(kept.on) if kept else "",
                "sent" if one.sent else "",
                (kept.by or "") if kept else "",
                (kept.note or "") if kept else "",
            ]
            rows.append(Option(self._row(one.name, one.number, one.state, told), id=one.name))
        lines = self.query_one(Lines)
        lines.show(rows, at or (rows[1].id if len(rows) > 1 and lines.current is None else None))
        self._say(said or self._hint())

    def _row(self, name: str, number: int, state: str, told: list[str]) -> Hanging:
        mark = "* " if name == self._marked else "  "
        left = together(plain(mark, "bold $text-warning"), plain(f"{number:>3} ", "bold"), plain(STATES[state]))
        return Hanging(left, between([plain(t) for t in told if t]), 21)

    def _hint(self) -> str:
        if not self._there:
            how = "F2 keeps the brief as it is." if self._work else "On the desk, V and then F2 keeps one."
            return f"None has been kept yet. {how}"
        return f"Marked: {self._marked}; Enter on another one compares the two." if self._marked else ""

    def _say(self, text: str) -> None:
        said = self.query_one("#said", Static)
        said.update(plain(text))
        said.display = bool(text)

    def _version(self, name: str | None) -> Version | None:
        return next((v for v in self._there if v.name == name), None)

    def action_mark(self) -> None:
        """Mark the version under the cursor."""
        row = self.query_one(Lines).current
        self._marked = None if self._marked == row else row
        self._show()

    def action_keep(self) -> None:
        """Keep the brief as it is now."""
        if self._work is None or self._work.workspace.root is None:
            self._say("A version is kept from the desk, once the brief has a folder to lie in.")
            return
        work = self._work

        def done(note: str | None) -> None:
            if note is not None:
                self._show(f"Kept: {note}")

        def accept(note: str) -> None:
            work.keep_version(note)

        self.app.push_screen(
            AskText("Keep a version", "What it is kept for, such as: before the meeting.", "", accept), done
        )

    def action_read(self) -> None:
        """Read the version under the cursor."""
        one = self._version(self.query_one(Lines).current)
        if one is None:
            self._say("That is the brief as it is now; an older one can be read here.")
        elif one.brief is None:
            self._say(f"It cannot be read: {one.fault}")
        else:
            self.app.push_screen(Old(one.brief, self._work), lambda _: self._show())

    def on_option_list_option_selected(self, event: Lines.OptionSelected) -> None:
        """Compare."""
        chosen, other = str(event.option.id), self._marked or _NOW
        if chosen == other:
            self._say("Choose another one to compare it with." if self._there else "")
            return
        broken = next((v for v in map(self._version, (chosen, other)) if v is not None and v.brief is None), None)
        if broken is not None:
            self._say(f"It cannot be read: {broken.fault}")
            return
        # The older one is the one that things went from, whichever was chosen first.
        one, two = sorted((self._version(chosen), self._version(other)), key=lambda v: v.number if v else 1_000_000)
        assert one is not None and one.brief is not None
        new = two.brief if two else None if self._work else self._brief
        self.app.push_screen(Comparing(one.brief, new, self._work), self._compared)

    def _compared(self, row: str | None) -> None:
        if row is None:
            self._show()
        else:
            self.dismiss(row)


class Old(Dialog[None]):
    """An older version to read; on the desk single blocks can be taken back from it."""

    CSS_PATH: ClassVar = ["dialog.tcss", "versions.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q", "dismiss(None)", "back"), ("b", "take_back", "take back"), ("s", "sources", "sources"),
    ]  # fmt: skip
    KEYS = (
        ("↑ ↓", "Move about in it; nothing in it can be changed."),
        ("b", "Take the block back into the brief as it is now; undo there takes it out again."),
        ("s", "Show or hide the sources."),
        ("esc  q", "Back."),
    )
    AUTO_FOCUS = "Note"

    def __init__(self, brief: Brief, work: Sitting | None) -> None:
        super().__init__()
        self._brief, self._work = brief, work

    def compose(self) -> ComposeResult:
        """All of it."""
        back = "b takes a block back · " if self._work else ""
        with Panel(
            f"Version {self._brief.version}, {STATES[self._brief.state]}: to read", f"{back}s sources · Esc back"
        ):
            yield Note()
            yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Show it."""
        self.query_one("#said", Static).display = False
        self.query_one(Note).show_brief(self._brief)

    def action_sources(self) -> None:
        """Show or hide the sources."""
        note = self.query_one(Note)
        note.sources = not note.sources
        note.show_brief(self._brief)

    def action_take_back(self) -> None:
        """Take the block under the cursor back."""
        row = self.query_one(Note).current or ""
        if self._work is None:
            said = "Open the brief first; then V shows its versions, and blocks can be taken back."
        elif row.startswith("section:") or not row:
            said = "Choose a block."
        else:
            try:
                brief, block = take_back(compare(self._brief, self._work.brief), row)
            except BrieferError as error:
                said = str(error)
            else:
                self._work.do(brief, f"took a block back from version {self._brief.version}", block)
                said = "Taken back into the brief; undo on the desk takes it out again."
        box = self.query_one("#said", Static)
        box.update(plain(said))
        box.display = True
