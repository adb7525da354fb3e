"""A few fields of a paper corrected by hand: its header, or one of its questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from briefer.errors import BrieferError
from briefer.tui import offering
from briefer.tui.commands.command import Command
from briefer.tui.fields import Field
from briefer.tui.offering import Offer
from briefer.tui.plain import plain
from briefer.tui.screens.dialog import Dialog
from briefer.tui.widgets.asked import Asked, Wording
from briefer.tui.widgets.completing import Completing
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.panel import Panel

DOES = (
    Command("keep", "f2,ctrl+s", "keep", "Take it over.", "form", 1),
    Command("give_up", "escape", "back", "Go back, nothing changed.", "form", 2),
)
#: Says what is wrong with a field, or that nothing is.
Check = Callable[[str, str], str]


class Correcting(Dialog[dict[str, str] | None]):
    """Gives all fields as they read then, or None."""

    CSS_PATH: ClassVar = ["dialog.tcss", "entry_form.tcss", "correcting.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(c.keys, c.name, c.title, show=False, tooltip=c.help) for c in DOES),
        Binding("pagedown", "page(1)", show=False), Binding("pageup", "page(-1)", show=False),
    ]  # fmt: skip
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("tab  ↓", "To the next field; ↓ opens the list of a field that has one."),
        ("⏎", "Take the value under the cursor, or go on; behind the last field, keep."),
        ("F2", "Take it over."),
        ("esc", "Go back, nothing changed."),
    )
    FURTHER: ClassVar[tuple[Command, ...]] = ()
    """What else can be done."""
    AUTO_FOCUS = ""

    def __init__(
        self, title: str, fields: Sequence[Field], values: Mapping[str, str], *, at: str = "",
        check: Check = lambda _field, _value: "", offers: Mapping[str, Sequence[Offer]] | None = None, about: str = "",
        below: str = "",
    ) -> None:  # fmt: skip
        """``at`` is the field to begin with; ``offers`` completes fields by their key; ``below`` stands under all of them."""
        super().__init__()
        self._title, self._fields, self._values, self._at = title, tuple(fields), dict(values), at
        self._check, self._pools, self._about = check, dict(offers or {}), about
        self._below = below

    def compose(self) -> ComposeResult:
        """A line for each field, and what can be done."""
        with Panel(self._title):
            with VerticalScroll(id="fields", can_focus=False):
                yield Static(plain(self._about), id="about", markup=False)
                for field in self._fields:
                    value = self._values.get(field.key, "")
                    yield Wording(field, value) if field.lines else Completing(field, value, self._offers)
                yield Static(plain(self._below), id="below", markup=False)
            yield Static("", id="help", markup=False)
            yield KeyLine()

    def on_mount(self) -> None:
        """Begin at the field that was asked for."""
        self.query_one("#about").display = bool(self._about)
        self.query_one("#below").display = bool(self._below)
        self.query_one(KeyLine).show([*DOES, *self.FURTHER], {})
        self._asked(self._at or self._fields[0].key).begin()

    def on_resize(self) -> None:
        """The fields take what the frame, the word of help and the keys leave."""
        frame = 1 if self.size.height < 9 else 4
        self.query_one("#fields").styles.max_height = max(self.size.height - frame, 1)

    def _offers(self, field: Field, query: str) -> Sequence[Offer]:
        return offering.narrowed(self._pools.get(field.key, ()), query, 8) if query else []

    def _asked(self, key: str) -> Asked:
        return self.query_one(f"#field-{key}", Asked)

    def on_descendant_focus(self) -> None:
        """Say what the field is for."""
        here = next((a for a in self.focused.ancestors if isinstance(a, Asked)), None) if self.focused else None
        if here is not None:
            self.query_one("#help", Static).update(plain(here.field.help))
            here.scroll_visible(animate=False)

    def on_asked_written(self) -> None:
        """Look with every letter."""
        self._wrong()

    def _wrong(self) -> str:
        """Say under each field what is wrong with it; the first that is."""
        first = ""
        for field in self._fields:
            asked = self._asked(field.key)
            fault = self._check(field.key, asked.value)
            if not fault and field.needed and not asked.value:
                fault = f"Needed: {field.help[0].lower()}{field.help[1:]}"
            asked.say(fault, wrong=True)
            first = first or (field.key if fault else "")
        return first

    def on_asked_done(self) -> None:
        """On to the next field; behind the last one it is kept."""
        last = self._asked(self._fields[-1].key)
        if self.focused is not None and last in self.focused.ancestors:
            self.action_keep()
        else:
            self.focus_next()

    def action_keep(self) -> None:
        """Give the fields."""
        for asked in self.query(Completing):
            asked.action_close()
        if wrong := self._wrong():
            self._asked(wrong).begin()
        else:
            self.dismiss({f.key: " ".join(self._asked(f.key).value.split()) for f in self._fields})

    def action_page(self, by: int) -> None:
        """Scroll on, or back, what stands under the fields."""
        pane = self.query_one("#fields")
        pane.scroll_relative(y=by * max(pane.size.height - 1, 1), animate=False)

    def action_give_up(self) -> None:
        """Back."""
        self.dismiss(None)


def fault_of(check: Callable[[], object]) -> str:
    """What a check that raises has to say."""
    try:
        check()
    except BrieferError as error:
        return str(error)
    return ""
