"""What helps to answer a question, best first and with why; a box over it searches the whole base."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions
from textual.widgets import Input
from textual.widgets.option_list import Option

from briefer.knowledge.base import Entry
from briefer.text import fold
from briefer.tui import page, stock
from briefer.tui.messages import PullRequested
from briefer.tui.plain import plain, together
from briefer.tui.stock import Item
from briefer.tui.widgets.boxed import Boxed
from briefer.tui.widgets.detail import Detail
from briefer.tui.widgets.lines import MOST, Ends, Hanging, Lines, Short

if TYPE_CHECKING:
    from briefer.tui.loading import Library

Helpful = tuple[Entry, tuple[str, ...]]
"""An entry, and the words that say why it helps."""

_INDENT = 8


class Material(Boxed):
    """A box, a list of entries with a ✓ before what is in the brief, and what the entry under the cursor is."""

    DEFAULT_CSS = """
    Material Input { height: 1; border: none; padding: 0 1; background: $surface; }
    Material Input:focus { border: none; background: $panel; }
    Material Lines { height: 1fr; min-height: 1; }
    Material Detail { height: auto; max-height: 4; }
    """

    def __init__(self, library: Library, topics: Sequence[str], as_of: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self.library, self._topics, self._as_of = library, tuple(topics), as_of
        self._ranked: Sequence[Helpful] | None = None
        self._taken: frozenset[str] = frozenset()
        self.roomy = True
        """Whether rows show their whole text; otherwise one line each, and the text stands below the list."""

    def compose(self) -> ComposeResult:
        """Box, list, and what the entry under the cursor is."""
        yield Input(placeholder="What helps, best first · / searches all", id="filter")
        yield Lines(opens=False, paned=True, id="helpful")
        yield Detail(id="entry")

    def show(self, ranked: Sequence[Helpful] | None) -> None:
        """Show what helps with a question; None while that is being found out."""
        before, self._ranked = self._ranked, ranked
        if before is not ranked:
            self._fill(first=True)

    def show_taken(self, taken: frozenset[str]) -> None:
        """Put a ✓ before these entries: they are in the brief."""
        if taken != self._taken:
            self._taken = taken
            self._fill()

    def fit(self, roomy: bool) -> None:
        """Show whole texts, or one line each."""
        if roomy != self.roomy:
            self.roomy = roomy
            self._fill()

    def clear(self) -> None:
        """Empty the box."""
        self.query_one(Input).value = ""

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        ident = self.query_one(Lines).current
        return self.library.base.entries.get(ident) if ident else None

    def take(self) -> None:
        """Ask for the entry under the cursor."""
        if (entry := self.entry) is not None:
            self.post_message(PullRequested(entry))

    def narrow(self) -> None:
        """Narrow the list, or search."""
        self._fill(first=True)

    # --- the rows -----------------------------------------------------------------------------------------------

    def _fill(self, *, first: bool = False) -> None:
        if not self.is_mounted:
            return
        found = self._found()[:MOST]
        rows = [Option(self._row(item, why), id=item.id) for item, why in found]
        self.query_one(Lines).show(rows, found[0][0].id if found and first else None)
        self.tell()

    def tell(self) -> None:
        """Say where the entry stands."""
        entry = self.entry
        if entry is None:
            said = [self._why_empty()]
        else:
            *said, source = stock.told(Item(entry), self.library, self._topics, self._as_of)
            # In the low list the source comes first: its text may fill all the lines that there are.
            said = [*said, source] if self.roomy else [source, *said]
        self.query_one(Detail).show(said)

    def _why_empty(self) -> str:
        if self.words.strip():
            return "Nothing is found; try fewer or other words."
        if self._ranked is None:
            return "Looking for what helps …"
        return "The base has nothing that shares words with this question; type above to search all of it."

    def _found(self) -> list[tuple[Item, Sequence[str]]]:
        if not fold(self.words).strip():
            return [(Item(entry), why) for entry, why in self._ranked or ()]
        kinds = ("fact", "position", "question")
        hits = [h.id for h in self.library.index.search(self.words, kinds=kinds, limit=MOST)]
        why = {entry.id: words for entry, words in self._ranked or ()}
        place = {ident: at for at, ident in enumerate(why)}
        hits.sort(key=lambda ident: place.get(ident, len(place)))  # what helps, then the rest
        entries = self.library.base.entries
        return [(Item(entries[i]), why.get(i, ())) for i in hits if i in entries]

    def _row(self, item: Item, why: Sequence[str]) -> Reasoned | Ends:
        if self.roomy:
            return Reasoned(lambda: self._parts(item), why)
        signs = page.signs(stock.signs(item, self.library, self._as_of))
        tick = plain("✓ " if item.id in self._taken else "  ", "bold $text-success")
        left = together(tick, signs, " " if signs else "", self._parts(item)[1])
        reasons = [plain(", ".join(why[:count]), "$foreground-muted") for count in range(len(why), 0, -1)]
        return Ends(left, reasons, least=40)

    def _parts(self, item: Item) -> tuple[Content, Content]:
        return stock.row(item, self.library, self._as_of, self.words, self._taken, ())


class Reasoned(Short):
    """Two lines of an entry, and below them the words that say why it helps."""

    def __init__(self, make: Callable[[], tuple[Content, Content]], why: Sequence[str]) -> None:
        super().__init__(make, _INDENT)
        self.why = plain(f"why: {', '.join(why)}" if why else "", "$foreground-muted")

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines."""
        why = self.why.truncate(max(width - self.indent, 1), ellipsis=True)
        below = Hanging(plain(" "), why, self.indent).render_strips(width, 1, style, options)
        return [*super().render_strips(width, height, style, options), *below][:height]

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Always the same."""
        return super().get_height(rules, width) + 1
