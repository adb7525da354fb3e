"""A field of a form: its label, where one writes, and beneath it what is to be said of it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static, TextArea

from briefer.tui.fields import Field
from briefer.tui.plain import plain


class Asked(Vertical):
    """What all fields share; the kinds of field say what is written in."""

    DEFAULT_CSS = """
    Asked { height: auto; }
    Asked .line { height: auto; }
    Asked .label { width: 14; height: 1; color: $text-muted; }
    Asked .says { display: none; height: auto; max-height: 2; margin: 0 0 0 14; color: $text-muted; }
    Asked.-says .says { display: block; }
    Asked.-wrong .says { color: $text-error; max-height: 3; }
    """

    class Written(Message):
        """Somebody has written in the field."""

        def __init__(self, asked: Asked) -> None:
            super().__init__()
            self.asked = asked

    class Done(Message):
        """Somebody is done with the field and goes on to the next."""

        def __init__(self, asked: Asked) -> None:
            super().__init__()
            self.asked = asked

    def __init__(self, field: Field, value: str = "") -> None:
        super().__init__(id=f"field-{field.key}")
        self.field, self._value = field, value
        self._said = ("", False)
        self.left = False
        """Whether the field was left once: only then an empty one is said to be needed."""

    def compose(self) -> ComposeResult:
        """Label and box, beneath them the words."""
        with Horizontal(classes="line"):
            needed = " *" if self.field.needed else ""
            yield Static(plain(f"{self.field.label}{needed}"), classes="label", markup=False)
            yield self.box(self._value)
        yield from self.beneath()
        yield Static("", classes="says", markup=False)

    def box(self, value: str) -> Widget:
        """Where one writes."""
        raise NotImplementedError

    def beneath(self) -> ComposeResult:
        """What stands between box and words."""
        yield from ()

    @property
    def value(self) -> str:
        """What is written, without blanks around it."""
        raise NotImplementedError

    def write(self, value: str) -> None:
        """Put something else in."""
        raise NotImplementedError

    def begin(self) -> None:
        """Go there, behind what is written."""
        self.query_one("Input, Passage").focus()

    @property
    def choosing(self) -> bool:
        """Whether somebody is still choosing among offers, so that nothing is wrong yet."""
        return False

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say something under the field, or with nothing be silent; a fault has a sign beside its colour."""
        if (text, wrong) == self._said:
            return
        self._said = (text, wrong)
        self.set_class(bool(text), "-says")
        self.set_class(bool(text) and wrong, "-wrong")
        self.query_one(".says", Static).update(plain(f"✗ {text}" if text and wrong else text))

    def on_descendant_blur(self) -> None:
        """It has been left."""
        self.left = True
        self.post_message(self.Written(self))


class Passage(TextArea):
    """A text of a few lines, with the keys that people know from word processors."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+a", "select_all", show=False),
        Binding("ctrl+home", "ends(0)", show=False),
        Binding("ctrl+end", "ends(1)", show=False),
    ]
    DEFAULT_CSS = """
    Passage { width: 1fr; height: auto; min-height: 2; max-height: 5; background: $surface-lighten-1; padding: 0; }
    """

    def on_resize(self) -> None:
        """At another width no line stands where it stood."""
        self._line_cache.clear()
        self.refresh()

    def action_ends(self, last: int) -> None:
        """To the beginning or the end of it all."""
        self.move_cursor(self.document.end if last else (0, 0))


class Wording(Asked):
    """A field for a text of several lines."""

    def box(self, value: str) -> Widget:
        """A text area that grows a little with its text."""
        return Passage(value, soft_wrap=True, compact=True, highlight_cursor_line=False)

    @property
    def value(self) -> str:
        """What is written."""
        return self.query_one(Passage).text.strip()

    def write(self, value: str) -> None:
        """Replace the text; its own undo brings the former back."""
        area = self.query_one(Passage)
        area.replace(value, (0, 0), area.document.end)

    def begin(self) -> None:
        """Go there, behind the last word."""
        super().begin()
        self.query_one(Passage).action_ends(1)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the form."""
        event.stop()
        self.post_message(self.Written(self))
