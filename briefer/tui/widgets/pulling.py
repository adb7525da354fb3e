"""The knowledge pane: what the base holds for the brief, narrowed while typing, to be taken into the note."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input
from textual.widgets.option_list import Option

from briefer.text import fold
from briefer.tui import stock
from briefer.tui.messages import CiteRequested, PullRequested, ViewRequested
from briefer.tui.stock import Item
from briefer.tui.widgets.boxed import Boxed
from briefer.tui.widgets.detail import Detail
from briefer.tui.widgets.lines import Lines, Short

if TYPE_CHECKING:
    from briefer.tui.loading import Library

_INDENT = 8


class Heads(Widget, can_focus=False):
    """One line: the kinds with their counts, as long as there is room for."""

    DEFAULT_CSS = "Heads { height: 1; }"

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.auto_links = False
        self._variants: list[Content] = [Content("")]

    def show(self, variants: list[Content]) -> None:
        """Show the first of these that has room."""
        self._variants = variants
        self.refresh()

    def render(self) -> Content:
        """The line at the width there is."""
        return next((v for v in self._variants if v.cell_length <= self.size.width), self._variants[-1])


class Pulling(Boxed):
    """Kinds, a search box, the list, and the entry under the cursor in full; what is in the brief has a ✓."""

    DEFAULT_CSS = """
    Pulling Input { height: 1; border: none; padding: 0 1; background: $surface; }
    Pulling Input:focus { background: $panel; }
    Pulling Detail { max-height: 40%; border-top: solid $panel; }
    """

    def __init__(self, library: Library, topics: Sequence[str], as_of: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self._library, self._topics, self._as_of = library, tuple(topics), as_of
        self._own = stock.of_topics(library.base, self._topics)
        self._taken: tuple[Collection[str], Collection[str]] = (frozenset(), frozenset())
        self._items: dict[str, Item] = {}
        self.kind = ""
        """The kind that is listed, as in ``stock.KINDS``; all where it is empty."""

    def compose(self) -> ComposeResult:
        """Kinds, box, list, and what the entry under the cursor is."""
        yield Heads(id="pull-kinds")
        yield Input(placeholder="type to filter", id="pull-words", compact=True)
        yield Lines(id="pull-found", opens=False, paned=True)
        yield Detail(id="pull-detail")

    def on_mount(self) -> None:
        """Fill the list."""
        self._fill(None)

    def renew(self, library: Library, topics: Sequence[str], as_of: str) -> None:
        """Take over what was read again, or another day; the words and the cursor stay."""
        if (library, tuple(topics), as_of) != (self._library, self._topics, self._as_of):
            self._library, self._topics, self._as_of = library, tuple(topics), as_of
            self._own = stock.of_topics(library.base, self._topics)
            self._fill(self.query_one(Lines).current)

    def show_taken(self, taken: Collection[str], cited: Collection[str]) -> None:
        """Bring the ticks up to date: the entries that stand in the brief, and the papers it cites."""
        if (taken, cited) != self._taken:
            self._taken = (taken, cited)
            self.query_one(Lines).show_again()

    def show_kind(self, kind: str) -> None:
        """List one kind only, or all."""
        self.kind = kind
        self._fill(None)

    @property
    def item(self) -> Item | None:
        """The entry or paper under the cursor."""
        return self._items.get(self.query_one(Lines).current or "")

    def narrow(self) -> None:
        """Show what the words mean, among the kind that is asked for."""
        self._fill(None)

    def take(self) -> None:
        """Ask for the entry under the cursor, or to cite the paper."""
        if (item := self.item) is None:
            return
        if item.entry:
            self.post_message(PullRequested(item.entry))
        elif item.paper:
            self.post_message(CiteRequested(item.paper))

    def look(self) -> None:
        """Ask to see all about it."""
        if (item := self.item) is not None:
            self.post_message(ViewRequested(item))

    def _fill(self, at: str | None) -> None:
        query = self.words
        self._items = {i.id: i for i in stock.listed(self._library, self._own, query, self.kind)}
        self.query_one(Heads).show(stock.heads(self._own, self.kind))
        rows = [Option(Short(partial(self._row, item, query), _INDENT), id=name) for name, item in self._items.items()]
        self.query_one(Lines).show(rows, at or next(iter(self._items), None))
        self.tell()

    def _row(self, item: Item, query: str) -> tuple[Content, Content]:
        return stock.row(item, self._library, self._as_of, query, *self._taken)

    def tell(self) -> None:
        """Say where the entry or paper stands."""
        item = self.item
        if item:
            said = stock.told(item, self._library, self._topics, self._as_of)
        else:
            words = fold(self.words).strip()
            said = ["Nothing is found; try fewer or other words." if words else "There is no entry yet."]
        self.query_one(Detail).show(said)
