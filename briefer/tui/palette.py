"""The command palette's view of the list of commands."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from briefer.tui import commands
from briefer.tui.commands import Command
from briefer.tui.screens.place import Place


class Palette(Provider):
    """Every command that applies on the screen under the palette, by name and help."""

    def _here(self) -> list[tuple[Command, str]]:
        screen = self.screen
        if not isinstance(screen, Place):
            return []
        keymap = screen.keymap
        return [
            (c, f"{c.title[0].upper()}{c.title[1:]}  {'  '.join(commands.shown_keys(c, keymap, screen.where))}")
            for c in (*commands.at(screen.where), *screen.moving)
            if c.name != "palette" and c.when(screen)
        ]

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command, text in self._here():
            yield DiscoveryHit(text, partial(self._do, command), help=command.help)

    async def search(self, query: str) -> Hits:
        """Those whose name or help matches."""
        matcher = self.matcher(query)
        for command, text in self._here():
            score = max(matcher.match(text), matcher.match(command.help) * 0.8)
            if score > 0:
                yield Hit(score, matcher.highlight(text), partial(self._do, command), help=command.help)

    async def _do(self, command: Command) -> None:
        screen = self.screen
        if isinstance(screen, Place):
            await screen.carry_out(command)
