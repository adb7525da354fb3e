"""From a brief to what is said in the room, the questions one by one and the rehearsal; and to what has changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.tui.screens.keeping import Keeping

if TYPE_CHECKING:
    from briefer.tui.loading import Library


class Rehearsing(Keeping):
    """A screen from which the speaking note can be rehearsed."""

    def action_rehearse(self) -> None:
        """Rehearse what is spoken; the cursor comes back to where that ended."""
        from briefer.tui.screens.rehearsal import Rehearsal

        self.settle()
        counted = self.work.workspace.settings.words_per_minute
        self.app.push_screen(Rehearsal(self.work.brief, counted), self.show_work)


class Talking(Rehearsing):
    """A screen from which one goes through the questions too; ``row`` is what its cursor is on."""

    library: Library

    if TYPE_CHECKING:

        @property
        def row(self) -> str | None:
            """The row under the cursor, as the screen itself has it."""

    def action_carry(self, news: str = "") -> None:
        """Go through what has become of each entry in the note; come back to where one left it."""
        from briefer.brief import making, newly
        from briefer.tui.screens.carrying import Carrying

        self.settle()
        brief = self.work.brief
        since = newly.since(brief, making.carried_from(self.work.workspace, brief))
        screen = Carrying(self.library, self.work, since, self.notice.faults, news)

        def back(row: str | None) -> None:
            self.notice.stand(screen.faults)
            self.show_work(row)
            self.call_after_refresh(self.show_work, row)

        self.app.push_screen(screen, back)

    def action_questions(self) -> None:
        """Go through the questions, from the one under the cursor; come back to the last one."""
        from briefer.tui import asking
        from briefer.tui.screens.questions import Questions

        self.settle()
        if not asking.questions(self.work.brief):
            self.notice.news(asking.NONE)
            return
        screen = Questions(self.library, self.work, self.row, self.notice.faults)

        def back(question: str | None) -> None:
            self.notice.stand(screen.faults)
            self.show_work(question)

        self.app.push_screen(screen, back)
