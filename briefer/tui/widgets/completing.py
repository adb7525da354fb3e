"""A field of one line that offers what the letters typed may mean, in a short list right under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input
from textual.widgets.option_list import Option

from briefer.text import folded_words
from briefer.tui.fields import Field
from briefer.tui.offering import Offer, holds, stretches
from briefer.tui.plain import clean, marked, one_line, plain, together
from briefer.tui.widgets.asked import Asked
from briefer.tui.widgets.lines import Ends, Lines

#: Gives the offers for some letters, best first.
Offers = Callable[[Field, str], Sequence[Offer]]


class _Offered(Lines, can_focus=False):
    """The list; the keys stay with the box above it."""


class Completing(Asked):
    """Typing narrows the list, arrows move in it; Enter, Tab or a click takes the value under the cursor.

    Where none is, since other words may stand there too, Tab completes what was begun.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("tab", "take", show=False),
        Binding("escape", "close", show=False),
    ]
    DEFAULT_CSS = """
    Completing Input { width: 1fr; background: $surface-lighten-1; }
    Completing .offered { display: none; height: auto; max-height: 6; margin: 0 0 0 12; background: $panel; }
    """

    def __init__(self, field: Field, value: str, offers: Offers) -> None:
        super().__init__(field, value)
        self._offers = offers
        self._shown: list[Offer] = []
        self._taken = value
        """The value as it was when nothing was to be chosen: offers come for what is typed since."""

    def box(self, value: str) -> Widget:
        """One line."""
        return Input(value, placeholder=self.field.help, compact=True, select_on_focus=False)

    def beneath(self) -> ComposeResult:
        """The list."""
        yield _Offered(classes="offered")

    # --- what is written ----------------------------------------------------------------------------------------

    @property
    def _input(self) -> Input:
        return self.query_one(Input)

    @property
    def value(self) -> str:
        """What is written."""
        return clean(self._input.value).strip()

    def write(self, value: str) -> None:
        """Put something else in."""
        self._taken = value
        self._input.value = value
        self._input.cursor_position = len(value)
        self.action_close()

    @property
    def _part(self) -> tuple[int, int]:
        """Where in the line the value stands that is being written: between commas where there may be several."""
        text, at = self._input.value, self._input.cursor_position
        if not self.field.many:
            return 0, len(text)
        start = text.rfind(",", 0, at) + 1
        end = text.find(",", at)
        return start, len(text) if end < 0 else end

    @property
    def typed(self) -> str:
        """The value being written."""
        start, end = self._part
        return self._input.value[start:end].strip()

    # --- the list -----------------------------------------------------------------------------------------------

    @property
    def _list(self) -> _Offered:
        return self.query_one(_Offered)

    @property
    def choosing(self) -> bool:
        """Whether the list is open."""
        return bool(self._list.display)

    def _open(self) -> None:
        query = self.typed
        self._shown = list(self._offers(self.field, query))
        if not self._shown or (len(self._shown) == 1 and self._shown[0].value == query):
            self.action_close()
            return
        rows = [Option(_row(offer, query), id=str(i)) for i, offer in enumerate(self._shown)]
        # Where only offers can be right, the best of what was typed is taken at once; else one has to be pointed at.
        self._list.set_options(rows)
        meant = bool(query) and holds(self._shown[0], folded_words(query))
        self._list.highlighted = 0 if self.field.closed and meant else None
        self._list.scroll_to(y=0, animate=False, force=True, immediate=True)
        self._list.display = True
        self.call_after_refresh(self._bring_into_view)

    def _bring_into_view(self) -> None:
        if self.choosing:
            self.scroll_visible(animate=False, force=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what the letters may mean."""
        event.stop()
        if self._input.has_focus and event.value != self._taken:
            self._taken = ""
            self._open()
        self.post_message(self.Written(self))

    def on_descendant_focus(self) -> None:
        """An empty field shows at once what it may hold, where that is a closed list."""
        if self.field.closed and not self.value and not getattr(self.screen, "pressed", False):
            self._open()

    def on_click(self) -> None:
        """A click in an empty field shows them too."""
        if self.field.closed and not self.value and self._input.has_focus and not self.choosing:
            self._open()

    def on_descendant_blur(self) -> None:
        """Elsewhere now."""
        self.action_close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape and Tab are the form's own while no list is open."""
        if action == "close":
            return self.choosing
        if action == "take":
            return self.choosing and (self._list.highlighted is not None or self._begins)
        return True

    def action_step(self, by: int) -> None:
        """Move in the list; open it where there is one, else go to the next field or the one before."""
        if self.choosing:
            if by < 0 and self._list.highlighted in (0, None):
                self.action_close()
            else:
                self._list.step(by)
        elif by > 0 and self.field.offers:
            self._open()
            if not self.choosing:
                self.screen.focus_next()
        else:
            self.screen.focus_next() if by > 0 else self.screen.focus_previous()

    def action_close(self) -> None:
        """Close the list."""
        self._list.display = False

    @property
    def _begins(self) -> bool:
        """Whether what was typed is how the first offer begins: Tab completes it, also where other words may stand."""
        return bool(self.typed) and self._shown[0].value.casefold().startswith(self.typed.casefold())

    def action_take(self) -> None:
        """Take the value under the cursor and go on; where there may be several, stay."""
        if self._list.highlighted is None:
            self._list.highlighted = 0
        self._take()
        if not self.field.many:
            self.post_message(self.Done(self))

    def _take(self) -> None:
        at = self._list.highlighted
        if at is None:
            return
        start, end = self._part
        text = self._input.value
        head, tail = text[:start], text[end:]
        lead = " " if head else ""
        value = f"{head}{lead}{self._shown[at].value}"
        self._taken = value + tail
        self._input.value = self._taken
        self._input.cursor_position = len(value)
        self.action_close()
        self.post_message(self.Written(self))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes what is under the cursor, else it goes on."""
        event.stop()
        if self.choosing and self._list.highlighted is not None:
            self.action_take()
        else:
            self.post_message(self.Done(self))

    def on_option_list_option_selected(self, event: Lines.OptionSelected) -> None:
        """A click takes."""
        event.stop()
        self._take()
        self._input.focus()

    def on_option_list_option_highlighted(self, event: Lines.OptionHighlighted) -> None:
        """Nobody else's business."""
        event.stop()


def _row(offer: Offer, query: str) -> Ends:
    value, told = clean(offer.value), one_line(clean(offer.told))
    parts = [marked(value, stretches(value, query))]
    if told:
        parts += [plain("  "), marked(told, stretches(told, query)).stylize_before("$foreground-muted")]
    return Ends(together(*parts))
