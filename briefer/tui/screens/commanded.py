"""What full screens and dialogs share: their commands are those of the one list, at the keys that hold now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.screen import Screen

from briefer.tui import commands
from briefer.tui.commands import Command
from briefer.tui.rebinding import rebind

if TYPE_CHECKING:
    from briefer.tui.app import BrieferApp
    from briefer.tui.jumping import Jump

Given = TypeVar("Given")


class Commanded(Screen[Given]):
    """A screen with commands; ``where`` is its name in the list of them."""

    PLACE: ClassVar[str] = ""
    jumping: Jump | None = None
    """While letters stand on what one can go to: takes the next keys."""
    goes_on = False
    """Whether it has been told to go on and will, once it can: keys typed now are for what comes then."""

    @property
    def where(self) -> str:
        """The place whose commands work now: an editor or list within the screen may have its own."""
        return self.PLACE

    @property
    def briefer(self) -> BrieferApp:
        """The app, known as what it is."""
        return cast("BrieferApp", self.app)

    @property
    def keymap(self) -> Mapping[str, str]:
        """The keys of commands that differ from the list's, by the commands' ids."""
        return getattr(self.app, "keymap", {})

    def on_mount(self) -> None:
        """Take the keys that hold."""
        rebind(self, self.keymap)

    def take_keys(self) -> None:
        """Take other keys, lists included."""
        from briefer.tui.widgets.lines import Lines

        for node in (self, *self.query(Lines)):
            rebind(node, self.keymap)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A command works where it belongs and when it applies."""
        if action == "do":
            command = next((c for c in commands.at(self.where) if c.id == parameters[0]), None)
            return command is not None and command.when(self)
        command = commands.find(self.where, action)
        return command is None or command.when(self)

    async def action_do(self, ident: str) -> None:
        """Carry out the command of this id."""
        await self.run_action(ident.rpartition(".")[2])

    async def carry_out(self, command: Command) -> None:
        """Do what a key would do; moving is done by the list that has the focus, else by the first one."""
        from briefer.tui.widgets.lines import Lines

        if command.where != "list":
            await self.run_action(command.name)
        elif lists := [lines for lines in self.query(Lines) if lines.display and lines.region]:
            await next((lines for lines in lists if lines.has_focus), lists[0]).action_do(command.id)

    @property
    def moving(self) -> list[Command]:
        """The commands for moving in lists, where there is a list."""
        from briefer.tui.widgets.lines import Lines

        there = commands.place(self.where).lists and any(lines.region for lines in self.query(Lines))
        return list(commands.place("list").commands) if there else []

    def action_jump(self) -> None:
        """Put a letter on everything one can go to."""
        from briefer.tui.jumping import Jump

        self.jumping = Jump.over(self)

    def _end_jumping(self) -> None:
        if self.jumping is not None:
            self.jumping.end()

    def on_mouse_down(self) -> None:
        """A click beside the letters takes them away."""
        self._end_jumping()

    def on_resize(self) -> None:
        """Where everything is elsewhere, the letters are wrong."""
        self._end_jumping()

    def action_next_pane(self) -> None:
        """To the next list, box or field."""
        self.focus_next()

    def action_previous_pane(self) -> None:
        """To the list, box or field before."""
        self.focus_previous()

    def action_pane_left(self) -> None:
        """To the list or box at the left."""
        self._beside(-1)

    def action_pane_right(self) -> None:
        """To the list or box at the right."""
        self._beside(1)

    def _beside(self, side: int) -> None:
        from briefer.tui.widgets.beside import beside

        if self.focused is not None and (pane := beside(self.focused, side)) is not None:
            pane.focus()

    async def action_search(self) -> None:
        """To where one searches here: the place's own command at ``/``, else its first box."""
        from textual.widgets import Input

        here = [c for c in commands.at(self.where) if c.name != "search"]
        own = next((c for c in here if "/" in commands.shown_keys(c, self.keymap)), None)
        if own is not None and own.when(self):
            await self.run_action(own.name)
        elif boxes := [box for box in self.query(Input) if box.focusable and box.region]:
            boxes[0].focus()

    async def action_quit(self) -> None:
        """Leave the app."""
        await self.app.action_quit()
