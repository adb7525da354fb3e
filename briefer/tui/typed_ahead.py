"""Keys typed faster than the app can follow: each waits until the one before it has done all that it does.

A key that moves the cursor or opens a dialog takes effect some messages later. What is typed right behind it would go
where the cursor was; on a slow laptop that is what everybody types. So one key at a time is given out, and the next
one follows once the first has come up from the widget it went to, and what it opened has taken the cursor. Where a
screen has been told to go on and still works on it, the keys wait for that too; Esc does not.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

Typed = events.Key | events.Paste
#: Seconds after which a key is followed anew: the widget that it went to may have been closed by it.
PATIENCE = 0.2


class TypedAhead:
    """The keys and pasted texts that have come and are not yet given out."""

    def __init__(self, app: App[Any], give: Callable[[Typed], Awaitable[None]]) -> None:
        """``give`` sends one on its way to the widget that has the cursor."""
        self._app, self._give = app, give
        self._waiting: deque[Typed] = deque()
        self._number = 0
        """Counts the keys given out: what is heard of an earlier one no longer counts."""
        self.under_way = False
        """Whether a key has been given out and has not yet come up."""
        self._looked_after = False
        """Whether a timer runs."""

    async def take(self, typed: Typed) -> None:
        """Give it out now, or once those before it are done."""
        self._waiting.append(typed)
        if not self.under_way:
            await self._next()
        elif not self._looked_after:
            self._look_after(self._number)

    def _look_after(self, number: int) -> None:
        """As long as any wait: follow the key that is still under way since the last look."""
        self._looked_after = bool(self._waiting)
        if self._looked_after:
            if number == self._number:
                self._follow(self._cursor, number, None)
            self._app.set_timer(PATIENCE, partial(self._look_after, self._number))

    async def _next(self) -> None:
        """Give out the first of those that wait, and follow it."""
        cursor = self._cursor
        self.under_way = False
        if cursor is not None and self._waiting:
            self.under_way = True
            self._number += 1
            typed = self._waiting.popleft()
            await self._give(typed)
            # A letter in a box of text does nothing more, as long as the cursor stays there.
            letter = isinstance(typed, events.Key) and cursor.check_consume_key(typed.key, typed.character)
            self._follow(cursor, self._number, cursor if letter else None)

    @property
    def _screen(self) -> Screen[Any] | None:
        screens = self._app.screen_stack
        return screens[-1] if screens else None

    @property
    def _cursor(self) -> Widget | None:
        """What a key goes to: the widget that has the cursor, or the screen."""
        return (self._screen.focused or self._screen) if self._screen else None

    def _follow(self, node: DOMNode | None, number: int, cursor: Widget | None) -> None:
        """Wait behind the key at every widget that it comes up through; one that is closed has let it pass."""
        while node is not None and node is not self._app:
            parent = node.parent
            if node.call_later(self._follow, parent, number, cursor):
                return
            node = parent
        # At the app its commands are carried out; where they move the cursor, they do so right behind it.
        self._app.call_later(self._app.call_later, self._arrived, number, cursor)

    async def _arrived(self, number: int, before: Widget | None) -> None:
        """``before`` had the cursor when what was followed set out; None for the key itself."""
        if number != self._number or not self.under_way:
            return
        if self._cursor is not before:
            # A dialog is being opened, the screen hears of the cursor, or a list says what was chosen in it.
            self._follow(self._cursor, number, self._cursor)
        elif not getattr(self._screen, "goes_on", False):
            await self._next()
        elif any(isinstance(typed, events.Key) and typed.key == "escape" for typed in self._waiting):
            while not (isinstance(self._waiting[0], events.Key) and self._waiting[0].key == "escape"):
                self._waiting.popleft()  # who gives up waiting does not mean what was to come
            await self._next()
