"""The first screen: one search box over meetings, briefs, topics, templates, and all that the base holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from briefer.text import fold
from briefer.tui import commands
from briefer.tui.fields import FIELDS
from briefer.tui.screens.receiving import Receiving
from briefer.tui.screens.searching import Searching
from briefer.tui.widgets.lines import Lines
from briefer.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from briefer.brief.model import Brief
    from briefer.brief.next_meeting import CarriedOver
    from briefer.knowledge.write import Written
    from briefer.tui.loading import Shelf
    from briefer.tui.messages import LibraryRead, ReadFailed
    from briefer.tui.screens.entry_form import Kept
    from briefer.tui.sitting import Sitting


class Home(Receiving, Searching):
    """What there is, and the way to all of it."""

    PLACE = "home"
    BEGINS = True
    BINDINGS: ClassVar = [*commands.bindings("home", ""), ("down", "row(1)"), ("up", "row(-1)"),
                          ("pagedown", "row(10)"), ("pageup", "row(-10)")]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._done: list[Path | tuple[Written, ...]] = []
        """What ctrl+z takes back: briefs put away, and what was written into the base."""
        """Where briefs lie that were put away here, the last one last."""
        self._offered = False

    def on_library_read(self, message: LibraryRead) -> None:
        """Open what was asked for while there was nothing yet."""
        if self.goes_on:
            self.call_later(self.action_choose)

    def on_read_failed(self, message: ReadFailed) -> None:
        """There is nothing to open."""
        self.goes_on = False

    def shelf_is_there(self, shelf: Shelf) -> None:
        """Offer what an earlier session left unsaved, once."""
        if not self._offered and self.is_current:
            self._offered = True
            from briefer.tui.opening import offer

            offer(self, list(shelf.unsaved))

    # --- what applies now ---------------------------------------------------------------------------------------

    @property
    def on_topic(self) -> bool:
        """Whether the cursor is on a topic."""
        return self.row is not None and self.row.kind == "topic"

    @property
    def entry_here(self) -> tuple[str, str] | None:
        """The topic, entry or paper under the cursor."""
        row = self.row
        return (row.kind, row.name) if row is not None and row.kind in FIELDS else None

    @property
    def received_for(self) -> str | None:
        """The meeting under the cursor: a past one only where somebody went there, for the cursor begins on the first row."""
        row = self.row
        if row is None or row.kind != "meeting":
            return None
        went = bool(self._query) or (self._list.highlighted or 0) > 1
        return row.name if went or row.group == "coming" else None

    @property
    def topic_given(self) -> dict[str, str]:
        """What was looked for and not found is a new topic's title."""
        words = self._query
        there = any(fold(words) in fold(row.title) for row in self._rows)
        return {} if there or not words else {"title": f"{words[0].upper()}{words[1:]}"}

    def wrote(self, kept: Kept) -> None:
        """Go to the topic or meeting that was written, and remember how to take it back."""
        if kept.written:
            self._done.append(kept.written)
        row = f"{'meeting' if kept.kind == 'item' else kept.kind}:{kept.id}"
        if kept.kind in ("topic", "meeting", "item") and not self._list.go(row):
            box = self.query_one("#words", Input)
            with box.prevent(Input.Changed):  # it would take the news away
                box.value = ""
            self._opened |= {"topic"} if kept.kind == "topic" else {"coming", "past"}
            self.narrow()
            self._list.go(row)

    @property
    def on_unsaved(self) -> bool:
        """Whether the cursor is on unsaved work."""
        return self.row is not None and self.row.kind == "unsaved"

    @property
    def on_brief(self) -> bool:
        """Whether the cursor is on a brief that can be read."""
        return self.row is not None and self.row.kind == "brief" and self.row.words != "broken"

    @property
    def can_put_away(self) -> bool:
        """Whether the cursor is on a brief, readable or not."""
        return self.row is not None and self.row.kind == "brief"

    @property
    def can_undo(self) -> bool:
        """Whether a brief was put away here, or anything written."""
        return bool(self._done)

    @property
    def has_choice(self) -> bool:
        """Whether there is anything to clear."""
        return bool(self.query_one("#words", Input).value or self._topics or self._template)

    @property
    def has_faults(self) -> bool:
        """Whether something could not be read."""
        return bool(self._faults)

    # --- commands -----------------------------------------------------------------------------------------------

    def action_row(self, by: int) -> None:
        """Move the cursor in the list without leaving the box."""
        self._list.step(by)

    def on_input_submitted(self) -> None:
        """Enter in the box opens what is under the cursor."""
        self.action_choose()

    def on_option_list_option_selected(self) -> None:
        """Enter or a click in the list does so too."""
        self.action_choose()

    def on_lines_marked(self, message: Lines.Marked) -> None:
        """A click on the left edge marks, and so does the space bar in the list."""
        self.action_mark() if self.on_topic else self.action_choose()

    def action_mark(self) -> None:
        """Mark the topic, or take the mark back."""
        if self.row is not None and self.on_topic:
            name = self.row.name
            self._topics = [t for t in self._topics if t != name] + ([] if name in self._topics else [name])
            self.narrow()

    def action_clear(self) -> None:
        """Back to the whole list."""
        self.goes_on = False
        self._topics, self._template = [], None
        self._opened.clear()
        box = self.query_one("#words", Input)
        box.value, empty = "", not box.value
        box.focus()
        if empty:
            self.narrow()

    def action_choose(self) -> None:
        """Open what is under the cursor, or begin a brief for it."""
        from briefer.tui import opening

        if self.row is not None and self.library is not None:
            if self.row.kind == "template":
                self._template = None if self._template == self.row.name else self.row.name
                self.query_one("#words", Input).value = ""
                self.narrow()
                return
            if self.row.kind == "more":
                self._show_more(self.row.name)
                return
            opening.open_row(self, self.row, self.library, self._shelf, self._topics, self._template)
        self.goes_on = self.library is None

    def _show_more(self, group: str) -> None:
        """Show a group to its end, the cursor on the first of those that were not shown."""
        before = {o.id for o in self._list.options}
        self._opened.add(group)
        self.narrow()
        self._list.go(next((r.id for r in self._rows if r.group == group and r.id not in before), None))

    def action_carry_over(self) -> None:
        """Make the next meeting's brief out of the one under the cursor."""
        from briefer.tui import onward

        if self.row is not None and self.library is not None:
            onward.ask_meeting(self, Path(self.row.name), self.library)

    def action_duplicate(self) -> None:
        """Begin a brief with all that stands in the one under the cursor."""
        from briefer.tui import opening

        if self.row is not None and self.library is not None:
            opening.duplicate(self, Path(self.row.name), self.library)

    def action_versions(self) -> None:
        """List the versions of the brief under the cursor."""
        from briefer.tui import opening

        if self.row is not None and self.library is not None:
            opening.versions(self, Path(self.row.name), self.library)

    def action_put_away(self) -> None:
        """Move the brief under the cursor out of the way."""
        from briefer.tui import opening

        if self.row is not None and self.library is not None:
            lies = opening.put_away(self, Path(self.row.name), self.library)
            if lies is not None:
                self._done.append(lies)

    def action_undo(self) -> None:
        """Bring back the brief that was put away last, or take back what was written last."""
        from briefer.tui import opening

        if not self._done or self.library is None:
            return
        last = self._done.pop()
        if isinstance(last, Path):
            opening.bring_back(self, last, self.library)
        else:
            opening.take_back(self, last, self.library)

    def brought_back(self, path: Path) -> None:
        """Look through the briefs again, and go to this one."""
        self._done = [p for p in self._done if not isinstance(p, Path) or p.exists()]
        box = self.query_one("#words", Input)
        with box.prevent(Input.Changed):  # it would take the news away
            box.value = ""
        self._came_from = str(path)
        self.on_screen_resume()

    def work_on(self, sitting: Sitting) -> None:
        """Go to the desk with a brief."""
        from briefer.tui.screens.desk import Desk

        assert self.library is not None
        self._topics, self._template = [], None
        self.query_one("#words", Input).value = ""
        self.notice.news("")

        def left(_: object) -> None:
            self._came_from = str(sitting.path) if sitting.path else None

        self.app.push_screen(Desk(self.library, sitting), left)

    def begin(self, brief: Brief | CarriedOver | None) -> None:
        """Go to the desk with a new draft; nothing where none was made."""
        from briefer.brief.next_meeting import CarriedOver
        from briefer.tui import sitting

        if isinstance(brief, CarriedOver):
            self.begin_carried(brief)
        elif brief is not None and self.library is not None:
            self.work_on(sitting.drafted(self.library.workspace, brief))

    def begin_carried(self, made: CarriedOver) -> None:
        """Go to the desk with a brief that was carried over, and on to what has changed in it."""
        from briefer.tui import onward
        from briefer.tui.screens.desk import Desk

        self.begin(made.brief)
        desk = self.app.screen
        if isinstance(desk, Desk):
            news = onward.said(made, made.brief.carried_from or "")
            desk.call_after_refresh(desk.action_carry, news)

    def action_forget(self) -> None:
        """Forget unsaved work."""
        from briefer.tui import opening

        if self.row is not None and self.library is not None:
            opening.forget(self, self.row.name, self.library)

    def action_faults(self) -> None:
        """List what could not be read."""
        from briefer.tui.screens.tell import Tell

        self.app.push_screen(Tell("Not read; all the rest is usable", [("", fault) for fault in self._faults]))

    def action_folder(self) -> None:
        """Choose the folder to work in."""
        self.briefer.ask_folder()

    def action_reload(self) -> None:
        """Read everything again."""
        self.query_one(TopLine).show("briefer", "reading the knowledge base …")
        self.briefer.read()
