"""The last line: the keys that work here, as many as there is room for, each of them also for the mouse."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from briefer.tui import commands
from briefer.tui.commands import Command


class KeyLine(Widget, can_focus=False):
    """Shows the commands of a place by rank; those that fit nowhere are in the help and the palette."""

    DEFAULT_CSS = """
    KeyLine { height: 1; background: $panel; color: $foreground; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.auto_links = False
        self._shown: list[Command] = []
        self._keymap: Mapping[str, str] = {}
        self._asleep = False

    def sleep(self, asleep: bool) -> None:
        """Show nothing while a dialog is open: no key of this place works then."""
        if asleep != self._asleep:
            self._asleep = asleep
            self.refresh()

    def show(self, shown: list[Command], keymap: Mapping[str, str]) -> None:
        """Show these commands."""
        if (shown, keymap) != (self._shown, self._keymap):
            self._shown, self._keymap = shown, keymap
            self.refresh()

    def render(self) -> Content:
        """The line at the width there is."""
        if self._asleep:
            return Content("")
        ranked = sorted((c for c in self._shown if c.rank), key=lambda c: c.rank)
        room = self.size.width
        # Help stays whatever the width: from there everything else is found.
        last = [c for c in ranked if c.name == "keys"]
        room -= sum(self._key(c).cell_length + 2 for c in last)
        first: list[Command] = []
        for command in (c for c in ranked if c not in last):
            needed = self._key(command).cell_length + 2
            if needed > room:
                break
            room -= needed
            first.append(command)
        return Content("  ").join([self._key(c) for c in (*first, *last)])

    def _key(self, command: Command) -> Content:
        key = next(iter(commands.shown_keys(command, self._keymap)), "")
        text = Content.assemble((key, "bold $text-accent"), " ", command.title)
        return text.stylize(Style.from_meta({"@click": f"screen.{command.name}"}))
