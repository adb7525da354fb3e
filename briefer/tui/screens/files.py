"""Which file: the papers that lie nearest, narrowed by what is typed, or a path; the one chosen is read page by page."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from briefer import meetings
from briefer.errors import BrieferError
from briefer.knowledge import write
from briefer.tui import commands, lying
from briefer.tui.lying import Lying
from briefer.tui.plain import plain, together
from briefer.tui.screens.place import Place
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.lines import MOST, Ends, Lines
from briefer.tui.widgets.notice import Notice
from briefer.tui.widgets.top_line import TopLine
from briefer.tui.widgets.words import Words

if TYPE_CHECKING:
    from briefer.intake.reading import Whole
    from briefer.knowledge.write import Written
    from briefer.papers.agenda import Agenda
    from briefer.papers.model import CouncilPaper
    from briefer.tui.loading import Library
    from briefer.tui.messages import LibraryRead

#: Seconds between two words on how far the reading is.
_EVERY = 0.05


class Stopped(Exception):
    """Somebody has stopped the reading."""


class Chosen(NamedTuple):
    """A file that was read."""

    path: Path
    paper: CouncilPaper
    agenda: Agenda | None = None


class Files(Place):
    """Gives what was read, or None."""

    PLACE = "files"
    CSS_PATH = "files.tcss"
    BINDINGS: ClassVar = [*commands.bindings("files", ""), ("down", "row(1)"), ("up", "row(-1)"),
                          ("pagedown", "row(10)"), ("pageup", "row(-10)")]  # fmt: skip
    AUTO_FOCUS = "#path"

    class Page(Message):
        """The reading has come to a page."""

        def __init__(self, run: int, page: int, count: int) -> None:
            super().__init__()
            self.run, self.page, self.count = run, page, count

    class Ended(Message):
        """The reading is over."""

        def __init__(self, run: int, path: Path, result: Whole | meetings.Taken | BrieferError | None) -> None:
            super().__init__()
            self.run, self.path, self.result = run, path, result

    def __init__(self, library: Library, about: str = "") -> None:
        """``about`` says what the paper is for, such as a meeting."""
        super().__init__()
        self.library, self._about = library, about
        self._places: list[Lying] = []
        self._papers: list[Lying] = []
        self._listed: tuple[Path, list[Lying]] | None = None
        self._run = 0
        self._stop: threading.Event | None = None
        self._written: tuple[Written, ...] = ()
        """What a calendar brought in, until it is taken back."""

    def compose(self) -> ComposeResult:
        """Box, list, and how far the reading is."""
        yield TopLine("Read a paper", self._about or "Word, PDF, text, web page, or a calendar")
        yield Words(placeholder="Type part of a name, or a path; a file can be dropped here", id="path")
        yield Lines(id="files", opens=True, paned=True)
        yield Static("", id="reading", markup=False)
        yield Notice()
        yield KeyLine()

    def on_mount(self) -> None:
        """Look where papers lie."""
        self.query_one("#reading").display = False
        self.action_again()
        self.show_keys()

    def on_library_read(self, message: LibraryRead) -> None:
        """A calendar is held against what the base says now."""
        self.library = message.library

    # --- what there is ------------------------------------------------------------------------------------------

    @property
    def _typed(self) -> str:
        return self.query_one("#path", Input).value

    @property
    def in_folder(self) -> Path | None:
        """The folder that is listed; None while it is those where papers lie."""
        there = lying.in_folder(self._typed)
        return there[0] if there else None

    @property
    def can_undo(self) -> bool:
        """Whether a calendar came in from here."""
        return bool(self._written)

    def action_again(self) -> None:
        """Look into the folders again."""
        self._places = lying.places(self.library.workspace.root)
        # One's own folder and the one briefer was started in are offered; their files are not those of every day.
        self._papers = lying.near([p for p in self._places if p.called not in ("your own folder", "here")])
        if not self._papers:
            self._papers = lying.near(self._places)
        self._listed = None
        self.narrow()

    def on_input_changed(self) -> None:
        """Narrow the list while typing; what was wrong with another file is no longer of interest."""
        self.notice.mended("reading")
        self.notice.news("")
        self.narrow(first=True)

    def narrow(self, *, first: bool = False) -> None:
        """Show what the words or the path mean."""
        there = lying.in_folder(self._typed)
        if there is not None:
            folder, name = there
            if self._listed is None or self._listed[0] != folder:
                self._listed = folder, lying.listed(folder)
            found = lying.holding(self._listed[1], name)
        else:
            found = [*lying.holding(self._papers, self._typed), *(p for p in self._places if not self._typed.strip())]
        rows = [Option(_row(one), id=str(one.path)) for one in found[:MOST]]
        if not rows:
            rows = [Option(plain(self._nothing(there), "$foreground-muted"), id="-", disabled=True)]
        lines = self.query_one(Lines)
        lines.show(rows, rows[0].id if first else None)
        self.show_keys()

    def _nothing(self, there: tuple[Path, str] | None) -> str:
        path = lying.path_in(self._typed)
        if path is not None and lying.is_file(path):
            return "Enter reads this file."
        if there is not None:
            return "There is no paper of this name here." if there[1] else "There is no paper in this folder."
        return "No paper of this name lies near; type a path, such as ~/Downloads/."

    def on_resize(self) -> None:
        """What there is room for."""
        super().on_resize()
        if self.is_mounted:
            self.call_after_refresh(self.narrow)

    # --- choosing -----------------------------------------------------------------------------------------------

    def action_row(self, by: int) -> None:
        """Move the cursor in the list without leaving the box."""
        self.query_one(Lines).step(by)

    def on_input_submitted(self) -> None:
        """Enter in the box takes the path, or what is under the cursor."""
        self.action_choose()

    def on_option_list_option_selected(self) -> None:
        """Enter or a click in the list takes what is under the cursor."""
        self._take(Path(self.query_one(Lines).current or ""))

    def action_choose(self) -> None:
        """Read the file at the path, or the one under the cursor; go into a folder."""
        path = lying.path_in(self._typed)
        current = self.query_one(Lines).current
        if path is not None and lying.is_file(path):
            self._take(path)
        elif current is not None and current != "-":
            self._take(Path(current))
        elif path is not None:
            self._take(path)

    def _take(self, path: Path) -> None:
        if lying.is_folder(path):
            self._go(path)
        elif self._stop is None:
            self._read(path)

    def _go(self, folder: Path) -> None:
        box = self.query_one("#path", Input)
        box.value = str(folder) if str(folder).endswith(("/", "\\")) else f"{folder}{_SEPARATOR}"
        box.cursor_position = len(box.value)
        box.focus()

    def action_out(self) -> None:
        """Go to the folder above."""
        if (folder := self.in_folder) is not None:
            self._go(folder.absolute().parent)

    def action_back(self) -> None:
        """Stop the reading; empty the box; go back."""
        box = self.query_one("#path", Input)
        if self._stop is not None:
            self._stop.set()
            self._stop = None
            self._show_reading("")
            self.notice.news("Stopped. Nothing of the paper is kept.")
        elif box.value:
            box.value = ""
        else:
            self.dismiss(None)

    # --- reading ------------------------------------------------------------------------------------------------

    def _read(self, path: Path) -> None:
        stop = self._stop = threading.Event()
        self._run += 1
        run, library = self._run, self.library
        self.notice.mended("reading")
        self._show_reading(f"Reading {path.name} …")
        work: Callable[[], Whole | meetings.Taken]
        if path.suffix.lower() == ".ics":
            if library.workspace.root is None:
                self._stop = None
                self._show_reading("")
                self.briefer.ask_folder()
                return

            def work() -> meetings.Taken:
                return meetings.take_in(path, library.workspace, base=library.base)
        else:

            def work() -> Whole:
                from briefer.intake import reading

                return reading.read_whole(path, self._progress(run, stop))

        # The app's, not this screen's: a thread must be able to end when the screen is gone.
        self.app.run_worker(lambda: self._work(run, path, work), thread=True, group="paper")

    def _work(self, run: int, path: Path, work: Callable[[], Whole | meetings.Taken]) -> None:
        result: Whole | meetings.Taken | BrieferError | None
        try:
            result = work()
        except Stopped:
            result = None
        except BrieferError as error:
            result = error
        self.post_message(self.Ended(run, path, result))

    def _progress(self, run: int, stop: threading.Event) -> Callable[[int, int], None]:
        last = 0.0

        def progress(page: int, count: int) -> None:
            nonlocal last
            if stop.is_set():
                raise Stopped
            if time.monotonic() - last >= _EVERY or page == count:
                last = time.monotonic()
                self.post_message(self.Page(run, page, count))

        return progress

    def _show_reading(self, text: str) -> None:
        said = self.query_one("#reading", Static)
        said.update(plain(f"{text} Esc stops it." if text else ""))
        said.display = bool(text)

    def on_files_page(self, message: Page) -> None:
        """Say how far it is."""
        if message.run == self._run and self._stop is not None:
            done = round(20 * message.page / max(message.count, 1))
            bar = "█" * done + "░" * (20 - done)
            what = f"page {message.page} of {message.count}"
            what = "what it says …" if message.page >= message.count else what
            self._show_reading(f"{bar} Reading {what}.".replace("….", "…"))

    def on_files_ended(self, message: Ended) -> None:
        """Go on with what was read, or say in one sentence why it cannot be."""
        if message.run != self._run or self._stop is None:
            if isinstance(message.result, meetings.Taken):  # too late to be stopped
                self._came_in(message.result)
            return
        self._stop = None
        self._show_reading("")
        if isinstance(message.result, BrieferError):
            error = message.result
            where = "" if error.where == str(message.path) else error.where
            self.notice.fault(
                str(BrieferError(error.what, where=where or message.path.name, todo=error.todo)), "reading"
            )
        elif isinstance(message.result, meetings.Taken):
            lying.remember(message.path.parent.absolute())
            self._came_in(message.result)
        elif message.result is not None:
            lying.remember(message.path.parent.absolute())
            self.dismiss(Chosen(message.path, *message.result))

    # --- a calendar ---------------------------------------------------------------------------------------------

    def _came_in(self, taken: meetings.Taken) -> None:
        self._written = taken.written
        parts = [(len(taken.added), "new"), (len(taken.moved), "moved"), (taken.same, "as they were")]
        told = "Meetings: " + ", ".join(f"{n} {what}" for n, what in parts if n)
        moved = "; ".join(f"{name}: {was} → {now}" for name, was, now in taken.moved[:3])
        left = f" Left out: {'; '.join(taken.left_out[:3])}" if taken.left_out else ""
        back = " ctrl+z takes them back." if taken.written else ""
        self.notice.news(f"{told}{' (' + moved + ')' if moved else ''}.{left}{back}")
        if taken.written:
            self.briefer.read_again()
        self.show_keys()

    def action_undo(self) -> None:
        """Take back what a calendar brought in."""
        if not self._written:
            return
        try:
            write.put_all_back(self._written)
        except BrieferError as error:
            self.notice.news(str(error))
            return
        self._written = ()
        self.notice.news("The meetings are taken back.")
        self.briefer.read_again()
        self.show_keys()


_SEPARATOR = "\\" if "\\" in str(Path("a/b")) else "/"


def _row(one: Lying) -> Ends:
    if one.folder:
        name = together(plain("▸ ", "$foreground-muted"), plain(f"{one.path.name or one.path}{_SEPARATOR}", "bold"))
        return Ends(name, [plain(f"{one.called} · {one.path}" if one.called else "folder", "$foreground-muted"),
                           plain(one.called or "folder", "$foreground-muted")])  # fmt: skip
    day = time.strftime("%d %b %Y", time.localtime(one.when)).lstrip("0")
    told = [f"{lying.size(one.size)} · {day} · {one.path.parent.name}", f"{lying.size(one.size)} · {day}", day]
    return Ends(plain(f"  {one.path.name}"), [plain(t, "$foreground-muted") for t in told])
