"""The file chosen is read page by page; a calendar brings its meetings."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.message import Message
from textual.widgets import Input, Static

from briefer import meetings
from briefer.errors import BrieferError
from briefer.knowledge import write
from briefer.tui import commands, lying
from briefer.tui.plain import plain
from briefer.tui.screens.file_choice import FileChoice

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


class Files(FileChoice):
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
        super().__init__(library.workspace.root, about)
        self.library = library
        self._run = 0
        self._stop: threading.Event | None = None
        self._written: tuple[Written, ...] = ()
        """What a calendar brought in, until it is taken back."""

    def on_library_read(self, message: LibraryRead) -> None:
        """A calendar is held against what the base says now."""
        self.library, self._own = message.library, message.library.workspace.root

    @property
    def can_undo(self) -> bool:
        """Whether a calendar came in from here."""
        return bool(self._written)

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

    def take(self, path: Path) -> None:
        """Read the file unless one is being read."""
        if self._stop is None:
            self._read(path)

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
