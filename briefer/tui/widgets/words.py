"""The search box of the first screen."""

from __future__ import annotations

from textual import events
from textual.widgets import Input


class Words(Input):
    """Takes words; while it is empty, the key for help opens help, for nothing begins with a question mark."""

    async def _on_key(self, event: events.Key) -> None:
        if event.character == "?" and not self.value:
            event.stop()
            event.prevent_default()
            await self.screen.run_action("keys")
            return
        await super()._on_key(event)
