"""Pulling entries in: a search over the base beside the note, which stays open until enough is taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input
from textual.widgets.option_list import Option

from briefer.brief.pull import sources_of
from briefer.knowledge.base import Entry
from briefer.knowledge.entries import Position, Question
from briefer.knowledge.search import spans
from briefer.text import fold
from briefer.tui import showing
from briefer.tui.messages import PullRequested, ViewRequested
from briefer.tui.plain import clean, marked, plain, together
from briefer.tui.widgets.detail import Detail
from briefer.tui.widgets.lines import MOST, Hanging, Lines

if TYPE_CHECKING:
    from briefer.tui.loading import Library

_SHORT = {"fact": "fact", "position": "says", "question": "asks"}


class Pulling(Vertical):
    """A search box over a list of entries: the topics' own first, what is in the note with a ✓."""

    DEFAULT_CSS = """
    Pulling { display: none; }
    Pulling Input { height: 3; }
    Pulling.-compact Input { height: 1; border: none; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("down", "row(1)"), ("up", "row(-1)"), ("pagedown", "row(5)"), ("pageup", "row(-5)"),
    ]  # fmt: skip

    def __init__(self, library: Library, topics: Sequence[str], as_of: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self._library, self._topics, self._as_of = library, tuple(topics), as_of
        self._taken: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        """Box, list, and what the entry under the cursor is."""
        yield Input(placeholder="Find facts, positions, questions: frontex mandate", id="pull-words")
        yield Lines(id="pull-found")
        yield Detail(id="pull-detail")

    def open(self, taken: frozenset[str]) -> None:
        """Show it, with these entries in the note already."""
        self.display = True
        self.query_one(Input).focus()
        self._taken = taken
        self._fill(None)

    def show_taken(self, taken: frozenset[str]) -> None:
        """Bring the ticks up to date."""
        if taken != self._taken:
            self._taken = taken
            self._fill(self.query_one(Lines).current)

    def show_library(self, library: Library) -> None:
        """Show what the base says now; the words asked for and the cursor stay."""
        self._library = library
        if self.display:
            self._fill(self.query_one(Lines).current)

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        ident = self.query_one(Lines).current
        return self._library.base.entries.get(ident) if ident else None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self._fill(None)

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
        entry = self.entry
        self.query_one(Detail).show(self._told(entry) if entry else [])

    def action_row(self, by: int) -> None:
        """Move the cursor in the list without leaving the box."""
        self.query_one(Lines).step(by)

    def take(self) -> None:
        """Ask for the entry under the cursor."""
        if (entry := self.entry) is not None:
            self.post_message(PullRequested(entry))

    def look(self) -> None:
        """Ask to see all about it."""
        if (entry := self.entry) is not None:
            self.post_message(ViewRequested(entry))

    def _fill(self, at: str | None) -> None:
        query = self.query_one(Input).value
        entries = self._found(query)
        lines = self.query_one(Lines)
        rows = [Option(self._row(e, query), id=e.id) for e in entries[:MOST]]
        lines.show(rows, at or (entries[0].id if entries else None))
        if not entries:
            said = "Nothing is found; try fewer or other words." if fold(query).strip() else "There is no entry yet."
            self.query_one(Detail).show([said])

    def _found(self, query: str) -> list[Entry]:
        base = self._library.base
        if not query.strip():
            own = [e for t in self._topics for e in base.under(t)]
            return list(dict.fromkeys(own or list(base.entries.values())[:MOST]))
        hits = self._library.index.search(query, kinds=("fact", "position", "question"), limit=MOST)
        found = [base.entries[h.id] for h in hits]
        ours = {e.id for t in self._topics for e in base.under(t)}
        return [e for e in found if e.id in ours] + [e for e in found if e.id not in ours]

    def _row(self, entry: Entry, query: str) -> Hanging:
        tick = "✓ " if entry.id in self._taken else "  "
        standing = self._library.base.standing(entry, self._as_of)
        signs = ("!" if standing.out_of_date else "") + ("≠" if standing.disputed else "")
        signs += "»" if standing.superseded_by else ""
        lowest = self._library.workspace.settings.markings[0].upper()
        signs += (
            "L" if any((s.marking or lowest).upper() != lowest for s in sources_of(entry, self._library.base)) else ""
        )
        margin = together(plain(tick, "bold $text-success"), plain(_SHORT[entry.kind], "$foreground-muted"))
        if signs:
            margin = together(margin, "\n  ", plain(signs, "bold $text-error"))
        text = clean(entry.value.text)
        body = marked(text, spans(text, query)) if query.strip() else plain(text)
        if isinstance(entry.value, Position):
            actor = self._library.base.actors.get(entry.value.actor)
            who = actor.name if actor else entry.value.actor
            body = together(plain(f"{who} ({entry.value.stance}): ", "$foreground-muted"), body)
        return Hanging(margin, body, 7)

    def _told(self, entry: Entry) -> list[str]:
        base = self._library.base
        standing = base.standing(entry, self._as_of)
        lines = ["! Out of date for this brief"] if standing.out_of_date else []
        lines += ["≠ Disputed: take in the other side too"] if standing.disputed else []
        lines += ["» Something newer has replaced it"] if standing.superseded_by else []
        if isinstance(entry.value, Question) and entry.value.wording == "gist":
            lines.append("The question is in our words, not the paper's")
        title = base.topics[entry.topic].title or entry.topic if entry.topic in base.topics else entry.topic
        where = "" if entry.topic in self._topics else f"{title} · "
        return [*lines, where + "; ".join(showing.source(s) for s in sources_of(entry, base))]
