"""The half of the form for entries that is filled in: its fields, what they offer, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.timer import Timer
from textual.widgets import Static

from briefer import adding
from briefer.errors import BrieferError
from briefer.knowledge.write import paper_id
from briefer.text import slug
from briefer.tui import offering
from briefer.tui.fields import FIELDS, LAYER, Field
from briefer.tui.loading import Library
from briefer.tui.messages import LibraryRead
from briefer.tui.offering import Offer
from briefer.tui.plain import one_line, plain
from briefer.tui.screens.dialog import Dialog, Given
from briefer.tui.widgets.asked import Asked, Wording
from briefer.tui.widgets.completing import Completing
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.panel import Panel
from briefer.workspace import OWN

#: Seconds after the last letter at which it is looked whether the base says it already.
PAUSE = 0.3


class Filling(Dialog[Given]):
    """A form of one kind of entry, empty, with some of it given, or with an entry that is changed."""

    def __init__(
        self,
        library: Library,
        kind: str,
        given: Mapping[str, str] | None = None,
        *,
        changing: str | None = None,
    ) -> None:
        super().__init__()
        self.library, self.kind, self.changing = library, kind, changing
        # An entry stays under its topic: elsewhere it would be another one.
        self.fields = tuple(f for f in FIELDS[kind] if not (changing and f.key == "topic"))
        layer = adding.layer_of(kind, changing, library.base) if changing else ""
        if len(library.writable) > 1 and layer != OWN:
            self.fields += (LAYER,)
        there = adding.existing(kind, changing, library.base) if changing else {}
        self.further = len(there.get("further_sources", ()))
        begun = {**there, **(given or {}), "layer": library.writable[0] if library.writable else ""}
        self.initial = {f.key: _shown(begun.get(f.key)) for f in self.fields}
        self.papers: dict[str, Any] = {}
        """Papers written down on the way, which a reading under way may not have seen yet."""
        self.wrong: dict[str, str] = {}
        """What is wrong, by the key of the field it is told under."""
        self.tried = False
        """Whether keeping it was tried: from then on every empty field that is needed says so."""
        self._pools: dict[tuple[str, str], tuple[Offer, ...]] = {}
        self._pause: Timer | None = None
        self.pressed = False
        """Whether a mouse button is down."""
        self._alike = ""

    # --- what is shown ------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """A line for each field, a word on the one under the cursor, and what can be done."""
        with Panel(f"Change the {self.kind} {self.changing}" if self.changing else f"New {self.kind}"):
            with VerticalScroll(id="fields", can_focus=False):
                yield Static("", id="about", markup=False)
                for field in self.fields:
                    value = self.initial[field.key]
                    yield Wording(field, value) if field.lines else Completing(field, value, self._offers)
            yield Static("", id="help", markup=False)
            yield KeyLine()

    def on_resize(self) -> None:
        """The fields take what the frame, the word of help and the keys leave."""
        frame = 1 if self.size.height < 9 else 4
        self.query_one("#fields").styles.max_height = max(self.size.height - frame, 1)

    def asked(self, key: str) -> Asked:
        """The field of a key."""
        return self.query_one(f"#field-{key}", Asked)

    @property
    def here(self) -> Asked | None:
        """The field under the cursor."""
        if self.focused is None:
            return None
        return next((a for a in self.focused.ancestors if isinstance(a, Asked)), None)

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """Say something in the line above the keys; a fault has a sign beside its colour."""
        self.query_one("#help", Static).update(plain(f"✗ {text}" if wrong else text, "$text-error" if wrong else ""))

    def _forward_event(self, event: events.Event) -> None:
        # While the button is down nothing moves away from under the mouse: lists open at the click.
        self.pressed = isinstance(event, events.MouseDown) or (self.pressed and not isinstance(event, events.MouseUp))
        super()._forward_event(event)

    # --- offers -------------------------------------------------------------------------------------------------

    def _offers(self, field: Field, query: str) -> Sequence[Offer]:
        if not field.offers:
            return []
        topic, paper = self._value("topic"), self._value("paper")
        about = {"papers": topic, "entries": topic, "tags": topic, "places": paper}.get(field.offers, "")
        if (field.offers, about) not in self._pools:
            self._pools[field.offers, about] = offering.offers(field.offers, self.library, topic=topic, paper=paper)
        found = offering.narrowed(self._pools[field.offers, about], query)
        if field.offers == "entries" and query:
            index = self.library.index_made
            hits = index.search(query, kinds=("fact", "position"), limit=8) if index else []
            found += [Offer(h.id, h.text) for h in hits if h.topic != topic]
        return [o for o in found if f"{topic}/{o.value}" != self.changing]

    def _value(self, key: str) -> str:
        if key == "topic" and self.changing and "/" in self.changing:
            return self.changing.partition("/")[0]
        return self.asked(key).value if any(f.key == key for f in self.fields) else ""

    # --- what is given, and what is wrong with it ---------------------------------------------------------------

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {f.key: self.asked(f.key).value for f in self.fields}

    def given(self) -> dict[str, Any]:
        """The keys as the files have them: of an entry that is changed only those that were."""
        values = self.values
        wanted = [
            f
            for f in self.fields
            if f is not LAYER and (values[f.key] != self.initial[f.key] if self.changing else values[f.key])
        ]
        return {f.key: _parts(values[f.key]) if f.many else values[f.key] for f in wanted}

    @property
    def layer(self) -> str:
        """The layer that is to be written to, as people call it; empty for one's own."""
        return self._value("layer")

    def on_asked_written(self, message: Asked.Written) -> None:
        """Look again with every letter."""
        self.look()
        if message.asked.field.key == "text":
            self._alike = ""
            if self._pause is not None:
                self._pause.stop()
            self._pause = self.set_timer(PAUSE, self._compare)

    def look(self) -> None:
        """Say under each field what is wrong with it, or what it stands for."""
        if not self.is_mounted:
            return
        wrong: dict[str, str] = {}
        base, settings = self.library.base, self.library.workspace.settings
        try:
            found = adding.check(self.kind, self.given(), base, settings, instead=self.changing)
        except BrieferError as error:  # what is changed here has been taken out of its file meanwhile
            self.tell(str(error), wrong=True)
            found = []
        for key, sentence in found:
            wrong.setdefault(key if key in self.initial else "text" if key == "id" else self.fields[0].key, sentence)
        if self.layer and self.layer not in self.library.writable:
            away = self.layer in map(self.library.workspace.called, base.away)
            gone = "This layer cannot be reached now; choose another, or wait until it is back"
            wrong["layer"] = gone if away else f"Choose one of {', '.join(self.library.writable)}"
        self.wrong = wrong
        for field in self.fields:
            asked = self.asked(field.key)
            fault = wrong.get(field.key, "")
            if fault and not asked.value:
                why = "the paper has no date" if field.key == "as_of" else f"{field.help[0].lower()}{field.help[1:]}"
                fault = f"Needed: {why}" if asked.left or self.tried else ""
            elif fault and asked.choosing:
                fault = ""
            if fault:
                asked.say(fault.replace(f"“{field.key}”", f"“{field.label}”").replace(f"{field.key}: ", ""), wrong=True)
            else:
                asked.say(self._told(field, asked.value))

    def _told(self, field: Field, value: str) -> str:
        """What is to be said of a value that is right: what a name stands for, which id is made, what says the same."""
        if field.key == "text":
            return self._alike
        if self.changing is None and field.key == "title" and self.kind == "topic" and value:
            return f"Its id will be {slug(value)}."
        if self.changing is None and field.key == "number" and value:
            number = paper_id(value)
            return f"Its id will be {number}." if number and self.kind == "paper" else ""
        base = self.library.base
        if field.offers == "papers" and value in base.papers:
            paper = base.papers[value]
            return " · ".join(t for t in (paper.number, paper.marking, paper.title) if t)
        if field.offers == "actors" and value in base.actors:
            return base.actors[value].name
        if field.offers == "topics" and not field.many and value in base.topics:
            return base.topics[value].title or ""
        return ""

    def _compare(self) -> None:
        """Look whether the base says it already."""
        text = self._value("text")
        other = adding.alike(self.kind, text, self._value("topic"), self.library.base, but=self.changing)
        self._alike = f"≈ Very like {other.value.id}: {one_line(other.value.text)}" if other else ""
        self.look()

    @property
    def holds(self) -> bool:
        """Whether anything is there that was not there at the beginning."""
        return self.values != self.initial

    def on_library_read(self, message: LibraryRead) -> None:
        """The base may know more by now."""
        self.take_over(message.library)
        self.look()

    def take_over(self, library: Library) -> None:
        """Go on with what was read again, and with the papers written down meanwhile."""
        self.library = library
        if missing := {k: v for k, v in self.papers.items() if k not in library.base.papers}:
            self.library = replace(library, base=replace(library.base, papers={**library.base.papers, **missing}))
        self._pools.clear()


def _parts(text: str) -> list[str]:
    """Values with commas between them; one with a comma within is not known to any field."""
    return [part.strip() for part in text.split(",") if part.strip()]


def _shown(value: Any) -> str:
    """A key of the files as a field shows it."""
    if value is None:
        return ""
    return ", ".join(value) if isinstance(value, list | tuple) else str(value)
