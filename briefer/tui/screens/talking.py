"""From the desk to what is said in the room: the questions one by one, and the rehearsal."""

from __future__ import annotations

from briefer.tui.screens.whole import Whole


class Talking(Whole):
    """A brief whose speaking note is worked on and rehearsed."""

    def action_rehearse(self) -> None:
        """Rehearse what is spoken."""
        from briefer.tui.screens.rehearsal import Rehearsal

        self.settle()
        counted = self.work.workspace.settings.words_per_minute
        self.app.push_screen(Rehearsal(self.work.brief, counted), self.show_work)
