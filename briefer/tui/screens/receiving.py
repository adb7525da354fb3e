"""A place from which papers come in: chooses and reads a file, then shows what it says; an agenda becomes a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.tui.screens.adding import Adding

if TYPE_CHECKING:
    from briefer.brief.model import Brief
    from briefer.tui.screens.files import Chosen


class Receiving(Adding):
    """For a place with a ``library``: the command that reads a paper, and what follows from it."""

    BEGINS = False
    """Whether a brief can be begun from here."""

    def begin(self, brief: Brief | None) -> None:
        """Go to the desk with a new draft."""

    @property
    def received_for(self) -> str | None:
        """The meeting that a paper is for, where the cursor is on one."""
        return None

    def action_read_paper(self) -> None:
        """Choose a file."""
        from briefer.dates import long_form
        from briefer.tui.screens.files import Files

        library = self._base_there
        if library is None:
            self.notice.news("The knowledge base is still being read.")
            return
        meeting = library.base.meetings.get(self.received_for or "")

        def chosen(found: Chosen | None) -> None:
            if found is not None and found.agenda is not None:
                self._offer(found)
            elif found is not None:
                self.received(found, meeting.meeting if meeting else None)

        about = f"for {meeting.body}, {long_form(meeting.date)}" if meeting else ""
        self.app.push_screen(Files(library, about), chosen)

    def received(self, found: Chosen, meeting: str | None = None) -> None:
        """Show what a paper says."""
        from briefer.intake.review import Review
        from briefer.tui.screens.paper import PaperRead

        library = self._base_there
        assert library is not None
        review = Review(found.paper, library.workspace, found.path.stem)

        def left(brief: Brief | None) -> None:
            if brief is not None:
                self.begin(brief)

        self.app.push_screen(PaperRead(library, review, found.path.name, meeting, begins=self.BEGINS), left)

    def _offer(self, found: Chosen) -> None:
        """Show an agenda as the meeting that it would become."""
        from briefer.errors import BrieferError
        from briefer.intake import agendas
        from briefer.tui.screens.agenda import AS_PAPER, AgendaOffer
        from briefer.tui.screens.entry_form import Kept

        library = self._base_there
        assert library is not None and found.agenda is not None
        agenda = found.agenda

        def answered(values: dict[str, str] | None) -> None:
            if values is None or not self._can_write():
                return
            if values == AS_PAPER:
                self.received(found)
                return
            place = library.workspace
            try:
                held = agendas.take(agenda, values["body"], values["date"], values["place"], place, place.knowledge())
            except BrieferError as error:
                self.notice.news(str(error))
                return
            if not held.written:
                self.notice.news("Nothing new: your knowledge has this meeting and its items already.")
                return
            shown = ", ".join(place.shown(w.path) for w in held.written)
            value = place.knowledge().meetings[held.meeting]
            self._kept(Kept("meeting", held.meeting, held.written, shown, False, value))

        self.app.push_screen(AgendaOffer(agenda, library), answered)
