"""The form for an entry, paper or topic: a new one, or one that is changed; written into one's own layer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.timer import Timer
from textual.widgets import Input, Static

from briefer import adding
from briefer.errors import BrieferError
from briefer.given import Value
from briefer.knowledge.write import paper_id
from briefer.text import slug
from briefer.tui import offering
from briefer.tui.commands.command import Command
from briefer.tui.fields import FIELDS, Field
from briefer.tui.loading import Library
from briefer.tui.messages import LibraryRead
from briefer.tui.offering import Offer
from briefer.tui.plain import one_line, plain
from briefer.tui.screens.ask import Answer, Ask
from briefer.tui.screens.dialog import Dialog
from briefer.tui.widgets.asked import Asked, Wording
from briefer.tui.widgets.completing import Completing
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.panel import Panel
from briefer.workspace import OWN

#: Seconds after the last letter at which it is looked whether the base says it already.
PAUSE = 0.3

DOES = (
    Command("keep", "f2,ctrl+s", "keep", "Write it into your own knowledge.", "form", 1),
    Command("keep_and_pull", "f9", "keep and pull in", "Write it, and take it into the note.", "form", 2,
            lambda form: form.pulls),
    Command("new_paper", "f4", "new paper", "Write down a paper that is not listed yet, and come back with it.", "form", 3,
            lambda form: form.on_paper),
    Command("bring_back", "f8", "bring back", "Bring back what you typed last time.", "form", 4,
            lambda form: form.has_former),
    Command("give_up", "escape", "back", "Go back; what is typed is asked about.", "form", 5),
)  # fmt: skip


class Kept(NamedTuple):
    """What came of a form."""

    kind: str
    id: str
    written: tuple[adding.Written, ...]
    """What takes it back, latest last; a paper written down on the way comes first."""
    shown: str
    """The file relative to the workspace."""
    pull: bool
    """Whether it is to be taken into the note at once."""
    value: Value | None = None


class EntryForm(Dialog[Kept | None]):
    """Gives what was written, or None where the person gives up.

    ``given`` are keys to begin with; ``changing`` is the entry, paper or topic that is changed; ``pulls`` says whether
    there is a note to pull it into.
    """

    CSS_PATH: ClassVar = ["dialog.tcss", "entry_form.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(c.keys, c.name, c.title, show=False, tooltip=c.help) for c in DOES),
    ]
    KEYS = (
        ("tab  ↓", "To the next field; ↓ opens the list of a field that has one."),
        ("⏎", "Take the value under the cursor, or go on."),
        *((c.keys.split(",")[0].upper() if c.keys[0] == "f" else "esc", c.help) for c in DOES),
    )
    AUTO_FOCUS = ""

    def __init__(
        self,
        library: Library,
        kind: str,
        given: Mapping[str, str] | None = None,
        *,
        changing: str | None = None,
        pulls: bool = False,
    ) -> None:
        super().__init__()
        self._library, self.kind, self._changing = library, kind, changing
        self.pulls = pulls and kind not in ("paper", "topic")
        # An entry stays under its topic: elsewhere it would be another one.
        self._fields = tuple(f for f in FIELDS[kind] if not (changing and f.key == "topic"))
        there = adding.existing(kind, changing, library.base) if changing else {}
        self._further = len(there.get("further_sources", ()))
        self._initial = {f.key: _shown({**there, **(given or {})}.get(f.key)) for f in self._fields}
        self._papers: dict[str, Any] = {}
        """Papers written down on the way, which a reading under way may not have seen yet."""
        self._written: tuple[adding.Written, ...] = ()
        self._tried = False
        """Whether keeping it was tried: from then on every empty field that is needed says so."""
        self._pools: dict[tuple[str, str], tuple[Offer, ...]] = {}
        self._pause: Timer | None = None
        self._refused = False
        self.pressed = False
        """Whether a mouse button is down."""
        self._alike = ""

    # --- what is shown ------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """A line for each field, a word on the one under the cursor, and what can be done."""
        title = f"Change {'the' if self._changing else 'a'} {self.kind}" if self._changing else f"New {self.kind}"
        with Panel(f"{title} {self._changing or ''}".strip()):
            with VerticalScroll(id="fields", can_focus=False):
                yield Static("", id="about", markup=False)
                for field in self._fields:
                    value = self._initial[field.key]
                    yield Wording(field, value) if field.lines else Completing(field, value, self._offers)
            yield Static("", id="help", markup=False)
            yield KeyLine()

    def on_resize(self) -> None:
        """The fields take what the frame, the word of help and the keys leave."""
        frame = 1 if self.size.height < 9 else 4
        self.query_one("#fields").styles.max_height = max(self.size.height - frame, 1)

    def on_mount(self) -> None:
        """Begin at the first field that is empty; in an entry that is changed at its text."""
        about = self.query_one("#about", Static)
        about.update(plain(self._about))
        about.display = bool(self._about)
        first = next((f for f in self._fields if f.needed and not self._initial[f.key]), None)
        if self._changing or first is None:
            first = next((f for f in self._fields if f.key in ("text", "title")), self._fields[0])
        self._asked(first.key).begin()
        self._look()

    @property
    def _about(self) -> str:
        """Where it is written, where that needs saying; and what was left half filled in."""
        said = []
        if self._changing:
            layer = adding.layer_of(self.kind, self._changing, self._library.base)
            if self.kind == "topic" and layer != OWN:
                said.append(
                    f"{layer}: your title and summary will count instead; bodies and keywords are added to its own."
                )
            elif layer != OWN:
                said.append(f"{layer}: your copy will count instead.")
        if self._further:
            more = "1 more source stays" if self._further == 1 else f"{self._further} more sources stay"
            said.append(f"This is its first source; {more}.")
        if former := self._former:
            words = next((former[k] for k in ("text", "title", "number") if former.get(k)), "")
            begun = f": “{one_line(words)[:40]}”" if words else ""
            said.append(f"You left one half filled in{begun}. F8 brings it back.")
        return " ".join(said)

    def _asked(self, key: str) -> Asked:
        return self.query_one(f"#field-{key}", Asked)

    @property
    def _here(self) -> Asked | None:
        """The field under the cursor."""
        if self.focused is None:
            return None
        return next((a for a in self.focused.ancestors if isinstance(a, Asked)), None)

    @property
    def on_paper(self) -> bool:
        """Whether the field under the cursor names papers."""
        return (here := self._here) is not None and here.field.offers == "papers"

    def on_descendant_focus(self) -> None:
        """Say what the field is for, and what can be done here."""
        if (here := self._here) is not None:
            if self._refused:
                self._refused = False  # why it was not kept stands there
            else:
                self._help(here.field.help)
            here.scroll_visible(animate=False)
        self._show_keys()

    def _forward_event(self, event: events.Event) -> None:
        # While the button is down nothing moves away from under the mouse: lists open at the click.
        self.pressed = isinstance(event, events.MouseDown) or (self.pressed and not isinstance(event, events.MouseUp))
        super()._forward_event(event)

    def _help(self, text: str, *, wrong: bool = False) -> None:
        self.query_one("#help", Static).update(plain(f"✗ {text}" if wrong else text, "$text-error" if wrong else ""))

    def _show_keys(self) -> None:
        self.query_one(KeyLine).show([c for c in DOES if c.when(self)], {})

    # --- offers -------------------------------------------------------------------------------------------------

    def _offers(self, field: Field, query: str) -> Sequence[Offer]:
        if not field.offers:
            return []
        topic, paper = self._value("topic"), self._value("paper")
        about = {"papers": topic, "entries": topic, "tags": topic, "places": paper}.get(field.offers, "")
        if (field.offers, about) not in self._pools:
            self._pools[field.offers, about] = offering.offers(field.offers, self._library, topic=topic, paper=paper)
        found = offering.narrowed(self._pools[field.offers, about], query)
        if field.offers == "entries" and query:
            hits = self._library.index.search(query, kinds=("fact", "position"), limit=8)
            found += [Offer(h.id, h.text) for h in hits if h.topic != topic]
        return [o for o in found if f"{topic}/{o.value}" != self._changing]

    def _value(self, key: str) -> str:
        if key == "topic" and self._changing and "/" in self._changing:
            return self._changing.partition("/")[0]
        return self._asked(key).value if any(f.key == key for f in self._fields) else ""

    # --- what is given, and what is wrong with it ---------------------------------------------------------------

    @property
    def _values(self) -> dict[str, str]:
        return {f.key: self._asked(f.key).value for f in self._fields}

    def _given(self) -> dict[str, Any]:
        """The keys as the files have them: of an entry that is changed only those that were."""
        values = self._values
        wanted = [
            f for f in self._fields if (values[f.key] != self._initial[f.key] if self._changing else values[f.key])
        ]
        return {f.key: _parts(values[f.key]) if f.many else values[f.key] for f in wanted}

    def on_asked_written(self, message: Asked.Written) -> None:
        """Look again with every letter."""
        self._look()
        if message.asked.field.key == "text":
            self._alike = ""
            if self._pause is not None:
                self._pause.stop()
            self._pause = self.set_timer(PAUSE, self._compare)

    def _look(self) -> None:
        if not self.is_mounted:
            return
        wrong: dict[str, str] = {}
        base, settings = self._library.base, self._library.workspace.settings
        for key, sentence in adding.check(self.kind, self._given(), base, settings, instead=self._changing):
            wrong.setdefault(key if key in self._initial else "text" if key == "id" else self._fields[0].key, sentence)
        self._wrong = wrong
        for field in self._fields:
            asked = self._asked(field.key)
            fault = wrong.get(field.key, "")
            if fault and not asked.value:
                why = "the paper has no date" if field.key == "as_of" else f"{field.help[0].lower()}{field.help[1:]}"
                fault = f"Needed: {why}" if asked.left or self._tried else ""
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
        if self._changing is None and field.key == "title" and self.kind == "topic" and value:
            return f"Its id will be {slug(value)}."
        if self._changing is None and field.key == "number" and value:
            number = paper_id(value)
            return f"Its id will be {number}." if number and self.kind == "paper" else ""
        base = self._library.base
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
        other = adding.alike(self.kind, text, self._value("topic"), self._library.base, but=self._changing)
        self._alike = f"≈ Very like {other.value.id}: {one_line(other.value.text)}" if other else ""
        self._look()

    # --- doing --------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What does not apply here has no key here."""
        command = next((c for c in DOES if c.name == action), None)
        return command is None or command.when(self)

    def on_asked_done(self) -> None:
        """On to the next field; behind the last one it can be kept."""
        if self._here is self._asked(self._fields[-1].key):
            self.action_keep()
        else:
            self.focus_next()

    def action_keep(self) -> None:
        """Write it."""
        self._keep(pull=False)

    def action_keep_and_pull(self) -> None:
        """Write it, and have it pulled in."""
        self._keep(pull=True)

    def _keep(self, *, pull: bool) -> None:
        self._tried = True
        for asked in self.query(Completing):
            asked.action_close()
        self._look()
        if self._wrong:
            first = self._asked(next(f.key for f in self._fields if f.key in self._wrong))
            self._refused = first is not self._here
            first.begin()
            count = len(self._wrong)
            said = f"Not kept: {count} field{'s are' if count > 1 else ' is'} missing or wrong."
            self._help(said, wrong=True)
            return
        place, base = self._library.workspace, self._library.base
        try:
            if self._changing:
                added = adding.change(self.kind, self._changing, self._given(), place, base)
            else:
                added = adding.add(self.kind, self._given(), place, base=base)
        except BrieferError as error:
            if error.code == "same" and self._changing:
                self.dismiss(Kept(self.kind, self._changing, self._written, "", pull) if pull else self._so_far)
                return
            self._help(str(error), wrong=True)
            return
        self._drafts.pop(self._draft, None)
        written = (*self._written, added.written)
        self.dismiss(Kept(self.kind, added.id, written, added.shown, pull, added.value))

    def action_new_paper(self) -> None:
        """Write down a paper, and come back with it."""
        here = self._here
        if not isinstance(here, Completing):
            return
        typed = here.typed
        known = typed in self._library.base.papers
        key = "number" if any(c.isdigit() for c in typed) else "title"

        def made(kept: Kept | None) -> None:
            if kept is None:
                return
            self._written += kept.written
            self._papers[kept.id] = kept.value
            self._take_over(self._library)
            start, end = here._part
            text = here.query_one(Input).value
            lead = " " if start else ""
            here.write(f"{text[:start]}{lead}{kept.id}{text[end:]}")
            self._look()
            self.app.read_again()  # type: ignore[attr-defined]

        self.app.push_screen(EntryForm(self._library, "paper", {key: typed} if typed and not known else {}), made)

    def on_library_read(self, message: LibraryRead) -> None:
        """The base may know more by now."""
        self._take_over(message.library)
        self._look()

    def _take_over(self, library: Library) -> None:
        self._library = library
        if missing := {k: v for k, v in self._papers.items() if k not in library.base.papers}:
            self._library = replace(library, base=replace(library.base, papers={**library.base.papers, **missing}))
        self._pools.clear()

    # --- leaving, and coming back -------------------------------------------------------------------------------

    @property
    def _drafts(self) -> dict[str, dict[str, str]]:
        """What was left half filled in since the app began; kept by the app, since this form is gone then."""
        drafts: dict[str, dict[str, str]] = self.app.half_filled  # type: ignore[attr-defined]
        return drafts

    @property
    def _draft(self) -> str:
        return f"{self.kind} {self._changing or ''}"

    @property
    def _former(self) -> dict[str, str]:
        return self._drafts.get(self._draft, {})

    @property
    def has_former(self) -> bool:
        """Whether there is something to bring back."""
        return bool(self._former)

    def action_bring_back(self) -> None:
        """Bring back what was typed last time."""
        for key, value in self._drafts.pop(self._draft, {}).items():
            self._asked(key).write(value)
        about = self.query_one("#about", Static)
        about.update(plain(self._about))
        about.display = bool(self._about)
        self._look()
        self._show_keys()

    @property
    def holds(self) -> bool:
        """Whether anything is there that was not there at the beginning."""
        return self._values != self._initial

    @property
    def _so_far(self) -> Kept | None:
        """A paper that was written down on the way stays, whatever becomes of the rest."""
        if not self._written:
            return None
        ident, value = list(self._papers.items())[-1]
        shown = self._library.workspace.shown(self._written[-1].path)
        return Kept("paper", ident, self._written, shown, False, value)

    def action_give_up(self) -> None:
        """Back, once what is typed has been asked about."""
        if not self.holds:
            self.dismiss(self._so_far)
            return

        def answered(answer: str | None) -> None:
            if answer == "keep":
                self._drafts[self._draft] = {k: v for k, v in self._values.items() if v != self._initial[k]}
                self.dismiss(self._so_far)
            elif answer == "discard":
                self._drafts.pop(self._draft, None)
                self.dismiss(self._so_far)

        answers = [
            Answer("on", "Go on writing"),
            Answer("keep", "Close, and keep the words", "the next such form offers them, until briefer ends"),
            Answer("discard", "Throw them away", "they are gone then"),
        ]
        self.app.push_screen(Ask("Close the form?", "Nothing of it is written yet.", answers), answered)


def _parts(text: str) -> list[str]:
    """Values with commas between them; one with a comma within is not known to any field."""
    return [part.strip() for part in text.split(",") if part.strip()]


def _shown(value: Any) -> str:
    """A key of the files as a field shows it."""
    if value is None:
        return ""
    return ", ".join(value) if isinstance(value, list | tuple) else str(value)
