"""Moving about in a list: by rows, pages, half pages and groups of rows, to its ends, and to a row by its letter."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Region
from textual.widgets import OptionList

from briefer.tui import commands
from briefer.tui.jumping import Target
from briefer.tui.rebinding import rebind


class Moving(OptionList, inherit_bindings=False):
    """A list that is moved about in by the commands of the place ``list``, at whatever keys they have."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("list"), ("enter", "select")]

    def on_mount(self) -> None:
        """Take the keys that hold."""
        rebind(self, getattr(self.app, "keymap", {}))

    async def action_do(self, ident: str) -> None:
        """Move as the command of this id says."""
        await self.run_action(ident.rpartition(".")[2])

    def step(self, by: int) -> None:
        """Move the cursor by some rows; at the ends it stops."""
        rows = [i for i, option in enumerate(self.options) if not option.disabled]
        if not rows:
            return
        here = rows.index(self.highlighted) if self.highlighted in rows else -1
        self.highlighted = rows[min(max(here + by, 0), len(rows) - 1)]
        if self.highlighted == rows[0] and by < 0:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)  # headings above the first row

    def action_cursor_up(self) -> None:
        """A row up; on the first it stays."""
        self.step(-1)

    def action_cursor_down(self) -> None:
        """A row down; on the last it stays."""
        self.step(1)

    def action_page_down(self) -> None:
        """A page down; through a row that is longer than the page first."""
        if not self._within(1):
            self.step(1) if self._longer else super().action_page_down()  # type: ignore[no-untyped-call]

    def action_page_up(self) -> None:
        """A page up; through a row that is longer than the page first."""
        if not self._within(-1):
            self.step(-1) if self._longer else super().action_page_up()  # type: ignore[no-untyped-call]

    @property
    def _longer(self) -> bool:
        """Whether the row under the cursor is longer than the page."""
        return self._heights.get(self.highlighted or 0, 0) > self.scrollable_content_region.height

    def _within(self, by: int) -> bool:
        """Scroll on within the row under the cursor, where it goes beyond the page in that direction."""
        here = self.highlighted
        if here is None or here not in self._index_to_line:
            return False
        page = self.scrollable_content_region.height
        top, seen = self._index_to_line[here], self.scroll_offset.y
        bottom = top + self._heights[here]
        if not (bottom > seen + page if by > 0 else top < seen) or not top - page < seen < bottom:
            return False
        step = max(page - 1, 1)
        to = min(seen + step, bottom - page) if by > 0 else max(seen - step, top)
        self.scroll_to(y=max(to, 0), animate=False, force=True, immediate=True)
        return True

    def action_up(self) -> None:
        """A row up."""
        self.action_cursor_up()

    def action_down(self) -> None:
        """A row down."""
        self.action_cursor_down()

    def action_half_up(self) -> None:
        """Half a page up."""
        self._by_lines(-max(self.size.height // 2, 1))

    def action_half_down(self) -> None:
        """Half a page down."""
        self._by_lines(max(self.size.height // 2, 1))

    def _by_lines(self, by: int) -> None:
        """To the row that stands so many lines further, at least to the next one."""
        first = {index: y for y, (index, _line) in reversed(list(enumerate(self._lines)))}
        here = self.highlighted
        if here is None or here not in first:
            self.action_first()
            return
        at = min(max(first[here] + by, 0), len(self._lines) - 1)
        rows = [i for i, option in enumerate(self.options) if not option.disabled]
        near = min(rows, key=lambda i: (abs(first[i] - at), i))
        self.step(rows.index(near) - rows.index(here) or (1 if by > 0 else -1))

    def action_group_up(self) -> None:
        """To the beginning of this group of rows, from there to that of the group before."""
        self._to_group([i for i in self._groups() if i < (self.highlighted or 0)][-1:])

    def action_group_down(self) -> None:
        """To the first row of the next group."""
        self._to_group([i for i in self._groups() if i > (self.highlighted or 0)][:1])

    def _to_group(self, rows: list[int]) -> None:
        for row in rows:
            enabled = [i for i, option in enumerate(self.options) if not option.disabled]
            here = enabled.index(self.highlighted) if self.highlighted in enabled else 0
            self.step(enabled.index(row) - here)

    def _groups(self) -> list[int]:
        """The rows that begin a group: the first below a heading, and headings that can have the cursor themselves."""
        rows = self.options
        return [
            i for i, option in enumerate(rows)
            if not option.disabled and ((option.id or "").startswith("section:") or i == 0 or rows[i - 1].disabled)
        ]  # fmt: skip

    def jump_targets(self) -> list[Target]:
        """Every row that is to be seen, where its bar would stand; the letter brings focus and cursor."""
        found: dict[int, Target] = {}
        area = self.content_region
        for y in range(area.height):
            number = self.scroll_offset.y + y
            if number < len(self._lines):
                index = self._lines[number][0]
                if index not in found and not self.options[index].disabled:
                    found[index] = Target(Region(area.x, area.y + y, 2, 1), partial(self._jump_to, index))
        return list(found.values()) or [Target(self.region, partial(self._jump_to, None))]

    def _jump_to(self, index: int | None) -> None:
        self.focus()
        if index is not None:
            self.highlighted = index
