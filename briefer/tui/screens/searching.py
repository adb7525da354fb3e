"""The half of the first screen that shows: what was read, narrowed by the words in the box; what the row is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from briefer.tui.messages import IndexMade, LibraryRead, ReadFailed, ShelfRead
from briefer.tui.plain import plain
from briefer.tui.screens.adding import Adding
from briefer.tui.widgets.found import NOTHING, Found
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.notice import Notice
from briefer.tui.widgets.top_line import TopLine
from briefer.tui.widgets.words import Words

if TYPE_CHECKING:
    from briefer.errors import Fault
    from briefer.tui.finding import Row
    from briefer.tui.loading import Library, Shelf
    from briefer.tui.seeking import Seeker


class Searching(Adding):
    """A search box over all there is."""

    AUTO_FOCUS = "#words"

    def __init__(self) -> None:
        super().__init__()
        self.library: Library | None = None
        self._shelf: Shelf | None = None
        self._rows: list[Row] = []
        self._seeker: Seeker | None = None
        self._opened: set[str] = set()
        """Groups that are shown to their end."""
        self._topics: list[str] = []
        """Topics marked to make one brief, in the order of marking."""
        self._template: str | None = None
        """The template chosen for the next brief, where it was chosen first."""
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

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self._list.row

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
        self.shelf_is_there(message.shelf)

    def shelf_is_there(self, shelf: Shelf) -> None:
        """What there is to do once the briefs have been looked through; the screen says it."""
        raise NotImplementedError

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
            self.briefer.read_shelf(self._shelf.briefs if self._shelf else ())

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
