"""The desk's panes: knowledge, outline and note; three beside each other, two, or one, as the window has room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input

from briefer.tui.screens.keeping import Keeping
from briefer.tui.sitting import Sitting
from briefer.tui.widgets.detail import Detail
from briefer.tui.widgets.editor import Editor
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.note import Note
from briefer.tui.widgets.notice import Notice
from briefer.tui.widgets.outline import Outline
from briefer.tui.widgets.pulling import Pulling
from briefer.tui.widgets.tabs import PANES, PaneTabs
from briefer.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from briefer.tui.loading import Library


class Panes(Keeping):
    """Where things stand on the desk, and which of them is worked in.

    At 112 columns all three panes are there, from 80 on the note with one of the others, below that one at a time.
    """

    AUTO_FOCUS = "#note"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (112, "-wide")]  # noqa: RUF012

    def __init__(self, library: Library, work: Sitting) -> None:
        super().__init__(work)
        self.library = library
        self._pane = "note"
        self._left = "outline"
        """Which of the other two stands beside the note where there is room for one of them."""
        self.add_class("-at-note", "-left-outline")

    def compose(self) -> ComposeResult:
        """Everything is there from the beginning; what has no room is hidden."""
        yield TopLine()
        yield PaneTabs(id="tabs")
        with Horizontal(id="body"):
            yield Pulling(self.library, self.work.brief.topics, self.work.brief.as_of, id="pulling")
            yield Outline(id="outline")
            with Vertical(id="middle"):
                yield Note(id="note")
                yield Editor(id="editor")
        yield Detail(id="detail")
        yield Notice()
        yield KeyLine()

    @property
    def pane(self) -> str:
        """The pane that is worked in: pulling, outline or note."""
        return self._pane

    @property
    def where(self) -> str:
        """The knowledge pane and the editor have commands of their own."""
        if self._pane == "pulling":
            return "pull"
        return "editor" if self.work.draft is not None else "desk"

    def go_to(self, pane: str) -> None:
        """Work in another pane; it comes into view."""
        if pane != self._pane:
            self._enter(pane)
            self.entered()
        target: Widget = self.query_one(f"#{pane}")
        if pane == "pulling":
            target = target.query_one(Input)
        elif pane == "note" and self.work.draft is not None:
            target = self.query_one(Editor)
        target.focus()

    def _enter(self, pane: str) -> None:
        self._pane = pane
        if pane != "note":
            self._left = pane
        for name in PANES:
            self.set_class(name == pane, f"-at-{name}")
            self.set_class(name == self._left, f"-left-{name}")
        self.query_one(PaneTabs).show(pane)

    def on_descendant_focus(self) -> None:
        """Wherever the focus goes, by key or mouse, is the pane that is worked in."""
        focused = self.focused
        if focused is None:
            return
        around = {w.id for w in focused.ancestors_with_self}
        pane = next((p for p in ("pulling", "outline") if p in around), "note")
        if pane != self._pane:
            self._enter(pane)
            self.entered()

    def entered(self) -> None:
        """Another pane is worked in now; the screen says what follows from it."""

    def action_pane(self, pane: str) -> None:
        """To a pane, as by a click on its name."""
        self.go_to(pane)

    def action_pull(self) -> None:
        """To the knowledge pane, its filter ready for words."""
        self.go_to("pulling")

    def action_outline(self) -> None:
        """To the outline, or back to the note."""
        self.go_to("note" if self._pane == "outline" else "outline")

    def action_close(self) -> None:
        """From the knowledge pane back to the note, or to the words being written."""
        self.go_to("note")
