"""What every full screen of the app has: its commands, a line of keys, a place for messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.screen import Screen

from briefer.tui import commands
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.notice import Notice

if TYPE_CHECKING:
    from briefer.errors import Fault
    from briefer.tui.messages import LibraryRead, ReadFailed


class Place(Screen[Any]):
    """A full screen; ``where`` is its name in the list of commands."""

    PLACE: ClassVar[str] = ""
    AUTO_FOCUS = ""

    @property
    def where(self) -> str:
        """The place whose commands work now: an editor or list within the screen may have its own."""
        return self.PLACE

    @property
    def keymap(self) -> Mapping[str, str]:
        """Keys that the user has given to commands, by name."""
        return getattr(self.app, "keymap", {})

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A command works where it belongs and when it applies."""
        command = commands.find(self.where, action)
        if command is not None:
            return command.when(self)
        return not any(c.name == action for c in commands.COMMANDS if c.where)

    def show_keys(self) -> None:
        """Bring the key line up to date."""
        here = [c for c in commands.at(self.where) if c.when(self)]
        self.query_one(KeyLine).show(here, self.keymap)

    def on_screen_suspend(self) -> None:
        """Under a dialog none of these keys works."""
        for line in self.query(KeyLine):
            line.sleep(True)

    def on_screen_resume(self) -> None:
        """They work again."""
        for line in self.query(KeyLine):
            line.sleep(False)

    def begins(self, action: str) -> None:
        """A command is about to be carried out: what the last one had to say is old."""
        if any(c.name == action.rpartition(".")[2] for c in commands.COMMANDS) and self.query(Notice):
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

        async def chosen(name: str | None) -> None:
            if name:
                await self.run_action(name)

        self.app.push_screen(Keys([c for c in commands.at(self.where) if c.when(self)], self.keymap), chosen)

    def action_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def action_theme(self) -> None:
        """Choose the colours."""
        self.app.action_change_theme()

    async def action_quit(self) -> None:
        """Leave the app."""
        await self.app.action_quit()
