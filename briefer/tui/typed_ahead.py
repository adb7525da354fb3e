"""Keys typed faster than the app can follow: each waits until the one before it has done all that it does.

A key that moves the cursor or opens a dialog takes effect some messages later. What is typed right behind it would go
where the cursor was; on a slow laptop that is what everybody types. So one key at a time is given out, and the next
one follows once the first has come up from the widget it went to, and what it opened has taken the cursor.
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
        self._under_way = False
        """Whether a key has been given out and has not yet come up."""

    async def take(self, typed: Typed) -> None:
        """Give it out now, or once those before it are done."""
        self._waiting.append(typed)
        if not self._under_way:
            await self._next()
        elif len(self._waiting) == 1:
            self._app.set_timer(PATIENCE, partial(self._look_after, self._number))

    def _look_after(self, number: int) -> None:
        cursor = self._cursor
        if number == self._number and self._under_way and cursor is not None:
            self._follow(cursor, number, cursor)
            self._app.set_timer(PATIENCE, partial(self._look_after, number))

    async def _next(self) -> None:
        """Give out the first of those that wait, and follow it."""
        self._under_way = False
        while self._waiting and not self._under_way:
            self._number += 1
            cursor = self._cursor
            self._under_way = cursor is not None
            await self._give(self._waiting.popleft())
            if cursor is not None:
                self._follow(cursor, self._number, cursor)

    @property
    def _cursor(self) -> Widget | None:
        """What a key goes to: the widget that has the cursor, or the screen."""
        screens: list[Screen[Any]] = self._app.screen_stack
        return (screens[-1].focused or screens[-1]) if screens else None

    def _follow(self, node: DOMNode | None, number: int, cursor: Widget) -> None:
        """Wait behind the key at every widget that it comes up through; one that is closed has let it pass."""
        while node is not None and node is not self._app:
            parent = node.parent
            if node.call_later(self._follow, parent, number, cursor):
                return
            node = parent
        # At the app its commands are carried out; where they move the cursor, they do so right behind it.
        self._app.call_later(self._app.call_later, self._arrived, number, cursor)

    async def _arrived(self, number: int, before: Widget) -> None:
        if number != self._number:
            return
        cursor = self._cursor
        if cursor is not None and cursor is not before:
            self._follow(cursor, number, cursor)  # a dialog is being opened, or the screen hears of the cursor
        else:
            await self._next()
