"""What is read aloud: a few large plain lines in the middle of the window, page by page where there are many."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from briefer.tui import pages
from briefer.tui.plain import together

Lines = Callable[[int], Sequence[Sequence[Content]]]
"""The lines of each paragraph at a width."""


class Spoken(Widget, can_focus=False):
    """Shows one page; the screen turns them."""

    DEFAULT_CSS = """
    Spoken { height: 1fr; width: 100%; }
    """

    class Turned(Message):
        """Another page is shown, or there are more or fewer of them."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: Lines = lambda _: []
        self._loose = True
        self._pages: list[list[Content]] = [[]]
        self.page = 0
        """The page that is shown, from 0."""
        self._read = 0
        """The letters on the pages before it, when it was turned to."""

    @property
    def pages(self) -> int:
        """How many there are at this size."""
        return len(self._pages)

    def show(self, lines: Lines, *, loose: bool = True, last: bool = False) -> None:
        """Show other words, from their first page or from their last."""
        self._lines, self._loose, self.page = lines, loose, 0
        self._lay()
        if last:
            self.page = self.pages - 1
        self._read = self._before(self.page)
        self.refresh()

    def turn(self, by: int) -> bool:
        """Show another page; False where there is none."""
        if not 0 <= self.page + by < self.pages:
            return False
        self.page += by
        self._read = self._before(self.page)
        self.refresh()
        self.post_message(self.Turned())
        return True

    def on_resize(self, event: events.Resize) -> None:
        """At another size other pages; the one with the first word of that shown before is shown."""
        self._lay()
        self.page = max(page for page in range(self.pages) if not page or self._before(page) <= self._read)
        self.refresh()
        self.post_message(self.Turned())

    def _before(self, page: int) -> int:
        return sum(len("".join(line.plain.split())) for shown in self._pages[:page] for line in shown)

    def _lay(self) -> None:
        self._pages = pages.pages(self._lines(pages.column(self.size.width)), self.size.height, loose=self._loose)

    def render(self) -> Content:
        """The page, in a column in the middle."""
        width = self.size.width
        margin = " " * max((width - pages.column(width)) // 2, 0)
        return Content("\n").join([together(margin, line) for line in self._pages[self.page]])
