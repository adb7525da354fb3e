"""The first screen: one search box over meetings, briefs, topics, templates, and all that the base holds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from briefer.text import fold
from briefer.tui import commands
from briefer.tui.fields import FIELDS
from briefer.tui.messages import IndexMade, LibraryRead, ReadFailed, ShelfRead
from briefer.tui.plain import plain
from briefer.tui.screens.adding import Adding
from briefer.tui.widgets.found import NOTHING, Found
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.lines import Lines
from briefer.tui.widgets.notice import Notice
from briefer.tui.widgets.top_line import TopLine
from briefer.tui.widgets.words import Words

if TYPE_CHECKING:
    from briefer.brief.model import Brief
    from briefer.errors import Fault
    from briefer.tui.finding import Row
    from briefer.tui.loading import Library, Shelf
    from briefer.tui.screens.entry_form import Kept
    from briefer.tui.seeking import Seeker
    from briefer.tui.sitting import Sitting


class Home(Adding):
    """What there is, and the way to all of it."""

    PLACE = "home"
    BINDINGS: ClassVar = [*commands.bindings("home", ""), ("down", "row(1)"), ("up", "row(-1)"),
                          ("pagedown", "row(10)"), ("pageup", "row(-10)")]  # fmt: skip
    AUTO_FOCUS = "#words"

    def __init__(self) -> None:
        super().__init__()
        self.library: Library | None = None
        self._shelf: Shelf | None = None
        self._rows: list[Row] = []
        self._seeker: Seeker | None = None
        self._opened: set[str] = set()
        """Groups that are shown to their end."""
        self._put_away: list[Path] = []
        """Where briefs lie that were put away here, the last one last."""
        self._topics: list[str] = []
        """Topics marked to make one brief, in the order of marking."""
        self._template: str | None = None
        """The template chosen for the next brief, where it was chosen first."""
        self._offered = False
        self._came_from: str | None = None
        """The file of the brief that was just left, until its row is found."""

    def compose(self) -> ComposeResult:
        """Box, list, and at the right what the row under the cursor is."""
        yield TopLine("briefer", "reading the knowledge base …")
        yield Words(placeholder="Find a meeting, topic, brief, fact or paper", id="words")
        yield Static("", id="chosen", markup=False)
        with Horizontal(id="body"):
            yield Found(id="found")
            yield Static("", id="about", markup=False)
        yield Notice()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the keys."""
        self.show_keys()

    # --- what applies now ---------------------------------------------------------------------------------------

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self._list.row

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
    def topic_given(self) -> dict[str, str]:
        """What was looked for and not found is a new topic's title."""
        words = self._query
        there = any(fold(words) in fold(row.title) for row in self._rows)
        return {} if there or not words else {"title": f"{words[0].upper()}{words[1:]}"}

    def wrote(self, kept: Kept) -> None:
        """Go to the topic that was written."""
        row = f"topic:{kept.id}"
        if kept.kind == "topic" and not self._list.go(row):
            box = self.query_one("#words", Input)
            with box.prevent(Input.Changed):  # it would take the news away
                box.value = ""
            self._opened.add("topic")
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
        """Whether a brief was put away here."""
        return bool(self._put_away)

    @property
    def has_choice(self) -> bool:
        """Whether there is anything to clear."""
        return bool(self.query_one("#words", Input).value or self._topics or self._template)

    @property
    def has_faults(self) -> bool:
        """Whether something could not be read."""
        return bool(self._faults)

    @property
    def _faults(self) -> list[str]:
        shelf = [s.fault for s in self._shelf.briefs if s.fault] if self._shelf else []
        return [*(str(f) for f in (self.library.faults if self.library else ())), *shelf]

    # --- what was read ------------------------------------------------------------------------------------------

    def on_library_read(self, message: LibraryRead) -> None:
        """Fill the list; what was typed meanwhile holds."""
        self.library = message.library
        self._topics = [t for t in self._topics if t in self.library.base.topics]
        self._fill()

    def _said_unread(self, broken: Sequence[Fault]) -> None:
        self.notice.mended("workspace")  # what cannot be read is told in the list's own way

    def on_shelf_read(self, message: ShelfRead) -> None:
        """Add the briefs, and offer what an earlier session left unsaved."""
        self._shelf = message.shelf
        self._fill()
        if self._came_from is not None:
            self._go_to(self._came_from)
            self._came_from = None
        if not self._offered and self.is_current:
            self._offered = True
            from briefer.tui.opening import offer

            offer(self, list(message.shelf.unsaved))

    def on_index_made(self, message: IndexMade) -> None:
        """Entries can be found now too."""
        if self._query:
            self.narrow()

    def on_read_failed(self, message: ReadFailed) -> None:
        """Say why there is nothing; where there was something, it is still there."""
        if self.library is None:
            self.query_one(TopLine).show("briefer", "")
        else:
            self._fill()

    def on_screen_resume(self) -> None:
        """Look through the briefs again: one may have been saved since."""
        if self.library is not None:
            self.app.read_shelf(self._shelf.briefs if self._shelf else ())  # type: ignore[attr-defined]

    def _fill(self) -> None:
        if self.library is None:
            return
        from briefer import workspace
        from briefer.tui import finding, loading
        from briefer.tui.about import status
        from briefer.tui.seeking import Seeker

        self._rows = finding.rows(self.library, self._shelf or loading.Shelf(), workspace.today())
        self._seeker = Seeker(self._rows)
        # Rows that come in above a cursor nobody has moved push it down otherwise.
        self.narrow(first=(self._list.highlighted or 0) <= 1)
        self.query_one(TopLine).show("briefer", status(self.library, len(self._faults)))
        if self._faults:
            more = f" and {len(self._faults) - 1} more" if len(self._faults) > 1 else ""
            self.notice.fault(f"{self._faults[0]}{more} (F8 shows all; the rest is usable)", "reading")
        else:
            self.notice.mended("reading")

    # --- narrowing ----------------------------------------------------------------------------------------------

    def on_input_changed(self) -> None:
        """Narrow the list while typing."""
        self.notice.news("")
        self.narrow(first=True)

    def narrow(self, first: bool = False) -> None:
        """Show the rows that the words mean; ``first`` puts the cursor on the best."""
        if self.library is None:
            return
        from briefer.tui import finding, seeking

        query = self._query
        if query and self._seeker is not None:
            rows = seeking.found(self._seeker, query, self.library.base, self.library.index_made)
        else:
            rows = finding.overview(self._rows, self._list.size.height or 18, self._opened)
        ticked = {f"topic:{t}" for t in self._topics} | {f"template:{self._template}"}
        self._list.show_rows(rows, query, ticked, first=first)
        if not rows:
            self._tell(None)
        self._show_choice()

    @property
    def _query(self) -> str:
        return self.query_one("#words", Input).value.strip()

    def on_resize(self) -> None:
        """How many of each there are at first depends on the room, and so does what is told of a row."""
        if self.is_mounted and self.library is not None:
            self.call_after_refresh(self.narrow)

    def _go_to(self, path: str) -> None:
        """Put the cursor on a brief; its group opens where it is among those not shown."""
        rows = [f"{kind}:{path}" for kind in ("brief", "unsaved")]
        if not any(self._list.go(row) for row in rows) and any(r.id in rows for r in self._rows):
            self._opened.add("brief")
            self.narrow()
            any(self._list.go(row) for row in rows)

    @property
    def _list(self) -> Found:
        return self.query_one(Found)

    def on_option_list_option_highlighted(self) -> None:
        """Tell about the row at the right."""
        self._tell(self.row)
        self.show_keys()

    def _tell(self, row: Row | None) -> None:
        from briefer.tui.about import about

        if self.library is not None:
            short = not self.has_class("-wide")
            said = about(row, self.library, self._shelf, short=short) if row else plain("" if short else NOTHING)
            self.query_one("#about", Static).update(said)

    def _show_choice(self) -> None:
        if self.library is None:
            return
        from briefer.tui.about import chosen_so_far

        chosen = self.query_one("#chosen", Static)
        said = chosen_so_far(self.library, self._topics, self._template)
        chosen.update(plain(said))
        chosen.display = bool(said)
        self.show_keys()

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

    def _show_more(self, group: str) -> None:
        """Show a group to its end, the cursor on the first of those that were not shown."""
        before = {o.id for o in self._list.options}
        self._opened.add(group)
        self.narrow()
        self._list.go(next((r.id for r in self._rows if r.group == group and r.id not in before), None))

    def action_duplicate(self) -> None:
        """Begin a brief with all that stands in the one under the cursor."""
        from briefer.tui import opening

        if self.row is not None and self.library is not None:
            opening.duplicate(self, Path(self.row.name), self.library)

    def action_put_away(self) -> None:
        """Move the brief under the cursor out of the way."""
        from briefer.tui import opening

        if self.row is not None and self.library is not None:
            lies = opening.put_away(self, Path(self.row.name), self.library)
            if lies is not None:
                self._put_away.append(lies)

    def action_undo(self) -> None:
        """Bring back what was put away last."""
        from briefer.tui import opening

        if self._put_away and self.library is not None:
            opening.bring_back(self, self._put_away.pop(), self.library)

    def brought_back(self, path: Path) -> None:
        """Look through the briefs again, and go to this one."""
        self._put_away = [p for p in self._put_away if p.exists()]
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

    def begin(self, brief: Brief | None) -> None:
        """Go to the desk with a new draft; nothing where none was made."""
        from briefer.tui import sitting

        if brief is not None and self.library is not None:
            self.work_on(sitting.drafted(self.library.workspace, brief))

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
        self.app.ask_folder()  # type: ignore[attr-defined]

    def action_reload(self) -> None:
        """Read everything again."""
        self.query_one(TopLine).show("briefer", "reading the knowledge base …")
        self.app.read()  # type: ignore[attr-defined]
