"""What the screens of a paper that was read have in common: the base as it is now, undo and redo, the brief drafted from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefer.errors import BrieferError
from briefer.intake.review import Review
from briefer.intake.steps import Stepped
from briefer.tui import paper_rows
from briefer.tui.screens.place import Place

if TYPE_CHECKING:
    from briefer.brief.model import Brief
    from briefer.tui.loading import Library


class OfPaper(Place):
    """Gives the brief that was drafted from the paper, or None."""

    def __init__(self, library: Library, review: Review, meeting: str | None, *, begins: bool) -> None:
        """``meeting`` is the one that the paper was read for; ``begins``: whether a brief can be begun from here."""
        super().__init__()
        self.library, self.review, self._meeting, self.can_begin = library, review, meeting, begins

    def wrote(self) -> None:
        """Something was written: go on with the base as it is now, and have it read everywhere."""
        self.library = replace(self.library, base=self.review.fresh())
        self.briefer.read_again()

    def went(self, done: Stepped) -> bool:
        """Show how it stands after an undo or redo; whether this screen is still the one to say so."""
        raise NotImplementedError

    def action_undo(self) -> None:
        """Undo the last step."""
        self._back("Undone", self.review.undo)

    def action_redo(self) -> None:
        """Do it again."""
        self._back("Done again", self.review.redo)

    def _back(self, said: str, step: Callable[[], Stepped]) -> None:
        try:
            done = step()
        except BrieferError as error:
            self.notice.news(str(error))
            return
        if done.wrote:
            self.wrote()
        if self.went(done):
            self.notice.news(f"{said}: {done.done}.")

    def draft(self) -> None:
        """Choose a template for the brief that answers the paper."""
        from briefer.tui.screens.choice import Choice

        def drafted(brief: Brief | None) -> None:
            if brief is not None:
                self.dismiss(brief)

        wanted = paper_rows.wanted(self.review, self._meeting, self.library.base)
        self.app.push_screen(Choice(self.library, wanted), drafted)

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)
