"""What helps to answer a question, best first and with why; a box over it searches the whole base."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input
from textual.widgets.option_list import Option

from briefer.brief.pull import sources_of
from briefer.knowledge.base import Entry
from briefer.knowledge.entries import Position, Question
from briefer.knowledge.search import spans
from briefer.text import fold
from briefer.tui import showing
from briefer.tui.messages import PullRequested
from briefer.tui.plain import clean, marked, one_line, plain, together
from briefer.tui.widgets.detail import Detail
from briefer.tui.widgets.lines import MOST, Ends, Hanging, Lines

if TYPE_CHECKING:
    from briefer.tui.loading import Library

Helpful = tuple[Entry, tuple[str, ...]]
"""An entry, and the words that say why it helps."""

_KINDS = {"fact": "fact", "position": "says", "question": "asks"}


class Material(Vertical):
    """A box, a list of entries with a ✓ before what is in the brief, and what the entry under the cursor is."""

    DEFAULT_CSS = """
    Material Input { height: 1; padding: 0 1; background: $surface; &, &:focus { border: none; } }
    Material Lines { height: 1fr; min-height: 1; }
    Material Detail { height: auto; max-height: 4; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [("down", "row(1)"), ("up", "row(-1)")]

    def __init__(self, library: Library, as_of: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self.library, self._as_of = library, as_of
        self._ranked: Sequence[Helpful] | None = None
        self._taken: frozenset[str] = frozenset()
        self.roomy = True
        """Whether rows show their whole text; otherwise one line each, and the text stands below the list."""

    def compose(self) -> ComposeResult:
        """Box, list, and what the entry under the cursor is."""
        yield Input(placeholder="What helps, best first · type here to search all", id="filter")
        yield Lines(opens=False, id="helpful")
        yield Detail(id="entry")

    def show(self, ranked: Sequence[Helpful] | None, taken: frozenset[str]) -> None:
        """Show what helps with a question, None while that is being found out, and what is in the brief already."""
        before, self._ranked, self._taken = self._ranked, ranked, taken
        self._fill(first=before is not ranked)

    def show_taken(self, taken: frozenset[str]) -> None:
        """Bring the ticks up to date."""
        if taken != self._taken:
            self._taken = taken
            self._fill()

    def fit(self, roomy: bool) -> None:
        """Show whole texts, or one line each."""
        if roomy != self.roomy:
            self.roomy = roomy
            self._fill()

    @property
    def words(self) -> str:
        """What is typed in the box."""
        return self.query_one(Input).value

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

    def action_row(self, by: int) -> None:
        """Move the cursor in the list without leaving the box."""
        self.query_one(Lines).step(by)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list, or search."""
        event.stop()
        self._fill(first=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the entry under the cursor."""
        event.stop()
        self.take()

    def on_option_list_option_selected(self, event: Lines.OptionSelected) -> None:
        """Take the entry that was chosen."""
        event.stop()
        self.take()

    def on_option_list_option_highlighted(self, event: Lines.OptionHighlighted) -> None:
        """Say where the entry stands."""
        event.stop()
        if (entry := self.entry) is not None:
            self.query_one(Detail).show(self._told(entry))

    # --- the rows -----------------------------------------------------------------------------------------------

    def _fill(self, *, first: bool = False) -> None:
        if not self.is_mounted:
            return
        found = self._found()
        lines = self.query_one(Lines)
        rows = [Option(self._row(entry, why), id=entry.id) for entry, why in found[:MOST]]
        lines.show(rows, found[0][0].id if found and first else None)
        entry = self.entry
        self.query_one(Detail).show(self._told(entry) if entry else [self._why_empty()])

    def _why_empty(self) -> str:
        if self.words.strip():
            return "Nothing is found; try fewer or other words."
        if self._ranked is None:
            return "Looking for what helps …"
        return "The base has nothing that shares words with this question; type above to search all of it."

    def _found(self) -> list[Helpful]:
        if not fold(self.words).strip():
            return list(self._ranked or ())
        hits = self.library.index.search(self.words, kinds=("fact", "position", "question"), limit=MOST)
        why = {entry.id: words for entry, words in self._ranked or ()}
        place = {ident: at for at, ident in enumerate(why)}
        found = sorted((h.id for h in hits), key=lambda i: place.get(i, len(place)))  # what helps, then the rest
        return [(self.library.base.entries[i], why.get(i, ())) for i in found]

    def _row(self, entry: Entry, why: Sequence[str]) -> Hanging | Ends:
        tick = "✓ " if entry.id in self._taken else "  "
        margin, signs = plain(tick, "bold $text-success"), plain(self._signs(entry), "bold $text-error")
        text = clean(one_line(entry.value.text))
        body = marked(text, spans(text, self.words)) if self.words.strip() else plain(text)
        if isinstance(entry.value, Position):
            body = together(plain(f"{self._actor(entry.value)}: ", "$foreground-muted"), body)
        reason = plain(", ".join(why), "$foreground-muted")
        if not self.roomy:
            left = together(margin, signs, " " if signs else "", body)
            return Ends(left, [reason, *([plain(why[0], "$foreground-muted")] if why else [])], least=40)
        kind = plain(_KINDS[entry.kind], "$foreground-muted")
        side = together(margin, kind, "\n  " if signs else "", signs)
        told = together("why: ", reason) if why else Content("")
        return Hanging(side, together(body, "\n", told) if told else body, 7)

    def _actor(self, position: Position) -> str:
        actor = self.library.base.actors.get(position.actor)
        return f"{actor.name if actor else position.actor} ({position.stance})"

    def _signs(self, entry: Entry) -> str:
        standing = self.library.base.standing(entry, self._as_of)
        lowest = self.library.workspace.settings.markings[0].upper()
        limite = any((s.marking or lowest).upper() != lowest for s in sources_of(entry, self.library.base))
        signs = [("!", standing.out_of_date), ("≠", standing.disputed), ("L", limite), ("»", standing.superseded_by)]
        return "".join(sign for sign, holds in signs if holds)

    def _told(self, entry: Entry) -> list[str]:
        base = self.library.base
        standing = base.standing(entry, self._as_of)
        lines = ["! Out of date for this brief"] if standing.out_of_date else []
        lines += ["≠ Disputed: take in the other side too"] if standing.disputed else []
        lines += ["» Something newer has replaced it"] if standing.superseded_by else []
        if isinstance(entry.value, Question) and entry.value.wording == "gist":
            lines.append("The question is in our words, not the paper's")
        sources = "; ".join(showing.source(s) for s in sources_of(entry, base))
        return [*lines, sources, *([] if self.roomy else [entry.value.text])]
