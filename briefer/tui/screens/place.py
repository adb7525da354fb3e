"""What every full screen of the app has: its commands, a line of keys, a place for messages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from briefer.tui import commands
from briefer.tui.screens.commanded import Commanded
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.notice import Notice

if TYPE_CHECKING:
    from briefer.errors import Fault
    from briefer.tui.messages import LibraryRead, ReadFailed

_GOING = ("jump", "next_pane", "previous_pane", "pane_left", "pane_right", "search")
#: Going elsewhere leaves what was said standing.
_MOVES = {c.id for c in commands.COMMANDS if c.where == "list" or c.name in _GOING}


class Place(Commanded[Any]):
    """A full screen; ``where`` is its name in the list of commands."""

    AUTO_FOCUS = ""

    def on_mount(self) -> None:
        """Be laid out for the window's size from the first paint on, not from the first resize."""
        sides = (
            (self.app.size.width, self.HORIZONTAL_BREAKPOINTS or self.app.HORIZONTAL_BREAKPOINTS or []),
            (self.app.size.height, self.VERTICAL_BREAKPOINTS or self.app.VERTICAL_BREAKPOINTS or []),
        )
        for size, points in sides:
            fitting = [name for least, name in points if least <= size]
            for _, name in points:
                self.set_class(name == fitting[-1], name)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is a command elsewhere does not work here."""
        elsewhere = commands.find(self.where, action) is None and any(
            c.name == action for c in commands.COMMANDS if c.where not in ("", "dialog", "list")
        )
        return not elsewhere and super().check_action(action, parameters)

    def show_keys(self) -> None:
        """Bring the key line up to date."""
        here = [c for c in commands.at(self.where) if c.when(self)]
        self.query_one(KeyLine).show(here, self.keymap)

    def take_keys(self) -> None:
        """Take other keys, and show them."""
        super().take_keys()
        if self.query(KeyLine):
            self.show_keys()

    def on_screen_suspend(self) -> None:
        """Under a dialog none of these keys works."""
        for line in self.query(KeyLine):
            line.sleep(True)

    def on_screen_resume(self) -> None:
        """They work again; a layer that is away is named here too."""
        for line in self.query(KeyLine):
            line.sleep(False)
        away: Sequence[Fault] = getattr(self.app, "away", ())
        if away and self.query(Notice) and "files" not in self.notice.faults:
            self._said_unread(away)

    def begins(self, action: str) -> None:
        """A command is about to be carried out: what the last one had to say is old."""
        name = action.rpartition(".")[2]
        if any(c.name == name for c in commands.COMMANDS if c.id not in _MOVES) and self.query(Notice):
            self.notice.news("")

    def on_library_read(self, message: LibraryRead) -> None:
        """Say what has broken in knowledge, templates or settings since the app began, until it is mended."""
        self._said_unread(message.broken)

    def _said_unread(self, broken: Sequence[Fault]) -> None:
        if not self.query(Notice):
            return
        self.notice.mended("workspace")
        if broken:
            more = f" And {len(broken) - 1} more." if len(broken) > 1 else ""
            self.notice.fault(f"{broken[0]}{more}", "files")
        else:
            self.notice.mended("files")

    def on_read_failed(self, message: ReadFailed) -> None:
        """Say why nothing new could be read; what was read before is still there."""
        if self.query(Notice):
            self.notice.fault(str(message.error), "workspace")

    @property
    def notice(self) -> Notice:
        """Where messages stand."""
        return self.query_one(Notice)

    def action_keys(self) -> None:
        """Show the keys that work here."""
        from briefer.tui.screens.keys import Keys

        async def chosen(command: commands.Command | None) -> None:
            if command is not None:
                await self.carry_out(command)

        self.app.push_screen(Keys.of(self), chosen)

    def action_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def action_theme(self) -> None:
        """Choose the colours."""
        from briefer.tui.screens.colours import Colours

        self.app.push_screen(Colours())
