"""The form for an entry, paper or topic: a new one, or one that is changed; written into one's own layer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from briefer import adding
from briefer.errors import BrieferError
from briefer.given import Value
from briefer.tui.commands.command import Command
from briefer.tui.loading import Library
from briefer.tui.plain import one_line, plain
from briefer.tui.screens.ask import Answer, Ask
from briefer.tui.screens.filling import Filling
from briefer.tui.widgets.completing import Completing
from briefer.tui.widgets.key_line import KeyLine
from briefer.workspace import OWN

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


class EntryForm(Filling[Kept | None]):
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
        super().__init__(library, kind, given, changing=changing)
        self.pulls = pulls and kind in ("fact", "position", "question")
        self._written: tuple[adding.Written, ...] = ()
        self._refused = False
        """Whether what stands in place of the help is why it was not kept."""

    # --- what is shown ------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Begin at the first field that is empty; in an entry that is changed at its text."""
        about = self.query_one("#about", Static)
        about.update(plain(self._about))
        about.display = bool(self._about)
        first = next((f for f in self.fields if f.needed and not self.initial[f.key]), None)
        if self.changing or first is None:
            first = next((f for f in self.fields if f.key in ("text", "title")), self.fields[0])
        self.asked(first.key).begin()
        self.look()

    @property
    def _about(self) -> str:
        """Where it is written, where that needs saying; and what was left half filled in."""
        said = []
        if self.changing:
            layer = adding.layer_of(self.kind, self.changing, self.library.base)
            called = self.library.workspace.called(layer) if layer else layer
            there = (
                f" To change it for all who read it, keep it in {called}." if called in self.library.writable else ""
            )
            if self.kind == "topic" and layer != OWN:
                said.append(
                    f"{called}: your title and summary will count instead; bodies and keywords are added to its own.{there}"
                )
            elif layer != OWN:
                said.append(f"{called}: your copy will count instead.{there}")
        if self.further:
            more = "1 more source stays" if self.further == 1 else f"{self.further} more sources stay"
            said.append(f"This is its first source; {more}.")
        if former := self._former:
            words = next((former[k] for k in ("text", "title", "number") if former.get(k)), "")
            begun = f": “{one_line(words)[:40]}”" if words else ""
            said.append(f"You left one half filled in{begun}. F8 brings it back.")
        return " ".join(said)

    @property
    def on_paper(self) -> bool:
        """Whether the field under the cursor names papers."""
        return (here := self.here) is not None and here.field.offers == "papers"

    def on_descendant_focus(self) -> None:
        """Say what the field is for, and what can be done here."""
        if (here := self.here) is not None:
            if self._refused:
                self._refused = False  # why it was not kept stands there
            else:
                self.tell(here.field.help)
            here.scroll_visible(animate=False)
        self._show_keys()

    def _show_keys(self) -> None:
        self.query_one(KeyLine).show([c for c in DOES if c.when(self)], {})

    # --- doing --------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What does not apply here has no key here."""
        command = next((c for c in DOES if c.name == action), None)
        return command is None or command.when(self)

    def on_asked_done(self) -> None:
        """On to the next field; behind the last one it can be kept."""
        if self.here is self.asked(self.fields[-1].key):
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
        self.tried = True
        for asked in self.query(Completing):
            asked.action_close()
        self.look()
        if self.wrong:
            first = self.asked(next(f.key for f in self.fields if f.key in self.wrong))
            self._refused = first is not self.here
            first.begin()
            count = len(self.wrong)
            said = f"Not kept: {count} field{'s are' if count > 1 else ' is'} missing or wrong."
            self.tell(said, wrong=True)
            return
        try:
            kept = self.write(pull=pull)
        except BrieferError as error:
            if error.code == "same" and self.changing:
                self.dismiss(Kept(self.kind, self.changing, self._written, "", pull) if pull else self._so_far)
                return
            self.tell(str(error), wrong=True)
            return
        self._drafts.pop(self._draft, None)
        self.dismiss(kept)

    def write(self, *, pull: bool) -> Kept:
        """Write what stands in the form; raises BrieferError where that cannot be."""
        place, base = self.library.workspace, self.library.base
        if self.changing:
            added = adding.change(self.kind, self.changing, self.given(), place, base, layer=self.layer)
        else:
            added = adding.add(self.kind, self.given(), place, base=base, layer=self.layer)
        return Kept(self.kind, added.id, (*self._written, added.written), added.shown, pull, added.value)

    def action_new_paper(self) -> None:
        """Write down a paper, and come back with it."""
        here = self.here
        if not isinstance(here, Completing):
            return
        typed = here.typed
        known = typed in self.library.base.papers
        key = "number" if any(c.isdigit() for c in typed) else "title"

        def made(kept: Kept | None) -> None:
            if kept is None:
                return
            self._written += kept.written
            self.papers[kept.id] = kept.value
            self.take_over(self.library)
            start, end = here._part
            text = here.query_one(Input).value
            lead = " " if start else ""
            here.write(f"{text[:start]}{lead}{kept.id}{text[end:]}")
            self.look()
            self.briefer.read_again()

        self.app.push_screen(EntryForm(self.library, "paper", {key: typed} if typed and not known else {}), made)

    # --- leaving, and coming back -------------------------------------------------------------------------------

    @property
    def _drafts(self) -> dict[str, dict[str, str]]:
        """What was left half filled in since the app began; kept by the app, since this form is gone then."""
        drafts: dict[str, dict[str, str]] = self.briefer.half_filled
        return drafts

    @property
    def _draft(self) -> str:
        return f"{self.kind} {self.changing or ''}"

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
            self.asked(key).write(value)
        about = self.query_one("#about", Static)
        about.update(plain(self._about))
        about.display = bool(self._about)
        self.look()
        self._show_keys()

    @property
    def _so_far(self) -> Kept | None:
        """A paper that was written down on the way stays, whatever becomes of the rest."""
        if not self._written:
            return None
        ident, value = list(self.papers.items())[-1]
        shown = self.library.workspace.shown(self._written[-1].path)
        return Kept("paper", ident, self._written, shown, False, value)

    def action_give_up(self) -> None:
        """Back, once what is typed has been asked about."""
        if not self.holds:
            self.dismiss(self._so_far)
            return

        def answered(answer: str | None) -> None:
            if answer == "keep":
                self._drafts[self._draft] = {k: v for k, v in self.values.items() if v != self.initial[k]}
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
