"""A paper that was read: one key takes it in, one goes through what it proposes, one drafts the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from briefer.text import slug
from briefer.tui import commands, paper_rows
from briefer.tui.screens.paper_corrected import PaperCorrected
from briefer.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from briefer.brief.model import Brief


class PaperRead(PaperCorrected):
    """Gives the brief that was drafted from it, or None."""

    PLACE = "paper"
    CSS_PATH = "paper.tcss"
    BINDINGS: ClassVar = commands.bindings("paper", "")
    AUTO_FOCUS = "#says"

    def action_take_in(self) -> None:
        """Write paper and questions."""
        if self._take_in():
            taken = self.review.taken
            assert taken is not None
            gone = self.review.gone(self.library.base)
            self.notice.news(paper_rows.of_taken(taken, self.library.workspace.shown))
            # Once the message has its lines, so that it does not cover the row.
            self.call_after_refresh(self.query_one("#says", Lines).go, f"gone:{gone[0].id}" if gone else "taken")

    def _take_in(self) -> bool:
        """Write it unless that is done; whether it is in the base then."""
        if self.library.workspace.root is None:
            self.briefer.ask_folder()
            return False
        if not self.topic:
            self.notice.news("Choose a topic first: the paper gives no subject to name a new one by.")
            return False
        new = slug(self.topic) not in self.library.base.topics and self.topic not in self.library.base.topics
        if not self._step(lambda: self.review.take(self.topic, self._meeting), ""):
            return False
        self.wrote()
        if new:
            self._best = [self.review.kept.topic, *self._best]
        return True

    def action_proposals(self) -> None:
        """Go through what the paper offers; it is taken in first, for entries name it as their source."""
        from briefer.tui.screens.proposals import Proposals

        if not self.review.proposals:
            self.notice.news("There is no statement in this paper that briefer would propose.")
            return
        said = ""
        if not self.review.is_in(self.library.base):
            if not self._take_in():
                return
            if self.review.taken is not None:
                said = paper_rows.of_taken(self.review.taken, self.library.workspace.shown)

        def left(brief: Brief | None) -> None:
            if brief is not None:
                self.dismiss(brief)
            else:
                self.show(at="proposals")

        page = Proposals(self.library, self.review, self._meeting, begins=self.can_begin, said=said)
        self.app.push_screen(page, left)

    def action_brief(self) -> None:
        """Draft a brief; the paper is taken in first, for its questions are to be in it."""
        if self.can_begin and self._take_in():
            self.draft()
