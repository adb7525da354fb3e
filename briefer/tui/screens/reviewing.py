"""The review: what a careful colleague would remark on the brief, section by section; each can be gone to or accepted."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from briefer.brief import review
from briefer.errors import BrieferError
from briefer.tui import remarked
from briefer.tui.commands.command import Command
from briefer.tui.plain import plain
from briefer.tui.screens.ask import AskText
from briefer.tui.screens.dialog import Dialog
from briefer.tui.sitting import Sitting
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.lines import MOST, Lines
from briefer.tui.widgets.panel import Panel
from briefer.workspace import today

DOES = (
    Command("go", "enter", "go there", "Go to what the remark is about.", "review", 1, lambda s: s.row is not None),
    Command("accept", "a", "accept", "Accept the remark with a reason, which is kept in the brief.", "review", 2,
            lambda s: s.row is not None and s.row.accepted is None),
    Command("reopen", "a,d,delete", "count again", "Let an accepted remark count again.", "review", 2,
            lambda s: s.row is not None and s.row.accepted is not None),
    Command("turn", "v", "accepted", "Show the accepted remarks, with their reasons, or the open ones again.", "review", 3,
            lambda s: not s.accepted),
    Command("turn", "v", "open ones", "Show the open remarks again.", "review", 3, lambda s: s.accepted),
    Command("undo", "ctrl+z,u", "undo", "Undo the last change of the brief.", "review", 4),
    Command("back", "escape,q,f8", "back", "Back to the desk.", "review", 5),
)  # fmt: skip


class Reviewing(Dialog[str | None]):
    """Gives the row of the brief that a remark is about, or None; accepts remarks in the sitting's brief meanwhile."""

    CSS_PATH: ClassVar = ["dialog.tcss", "reviewing.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept_or_reopen", show=False), Binding("d,delete", "reopen", show=False),
        Binding("v", "turn", show=False), Binding("ctrl+z,u", "undo", show=False),
        Binding("escape,q,f8", "back", show=False),
    ]  # fmt: skip
    KEYS = (
        ("↑ ↓", "Go to a remark."),
        ("⏎", "Go to what it is about."),
        ("a", "Accept it with a reason, which is kept in the brief; among the accepted ones: let it count again."),
        ("v", "Show the accepted remarks with their reasons, or the open ones again."),
        ("^z  u", "Undo the last change of the brief."),
        ("esc", "Back."),
    )
    AUTO_FOCUS = "Lines"

    def __init__(self, work: Sitting, against: review.Against) -> None:
        super().__init__()
        self._work, self._against = work, against
        self.accepted = False
        """Whether the accepted remarks are shown."""
        self._rows: list[remarked.Row] = []

    def compose(self) -> ComposeResult:
        """What there is, the remarks under the titles of their sections, the keys."""
        with Panel("Review"):
            yield Static("", id="said", markup=False)
            yield Lines()
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the open ones."""
        self._show()

    def on_resize(self) -> None:
        """Where there is little room, signs and words stand closer."""
        self._show(self._said)

    _said = ""

    def _show(self, said: str = "", at: int | None = None) -> None:
        self._said = said
        found = self._work.reviewed(self._against)
        lines = self.query_one(Lines)
        here = lines.current if at is None else str(at)
        self._rows = remarked.rows(found, accepted=self.accepted)
        if here is not None and here.isdigit() and self._rows:
            here = str(min(int(here), len(self._rows) - 1))
        lines.show(remarked.options(self._work.brief, self._rows, narrow=self.size.width < 76), here)
        lines.display = bool(self._rows)
        kind = "accepted" if self.accepted else "open"
        self.query_one(Panel).border_title = plain(f"Review: {remarked.counted(found)}")
        if not said and not self._rows:
            said = (
                "None is accepted."
                if self.accepted
                else "Nothing to remark: answered, sourced, in date, within its limits."
            )
        elif not said and len(self._rows) == MOST:
            said = f"The first {MOST} {kind} ones are shown."
        elif not said and self.accepted:
            said = "Accepted. Each counts again once it says something else or its block does."
        self.query_one("#said", Static).update(plain(said))
        self.query_one("#said", Static).display = bool(said)
        # The list takes what the frame, the words above and the keys leave.
        above = (len(said) // max(min(self.size.width, 100) - 4, 1) + 2) if said else 0
        lines.styles.max_height = max(self.size.height - 3 - above, 3)
        self._show_keys()

    def _show_keys(self) -> None:
        self.query_one(KeyLine).show([c for c in DOES if c.when(self)], {})

    @property
    def row(self) -> remarked.Row | None:
        """The remark under the cursor."""
        at = self.query_one(Lines).current
        return self._rows[int(at)] if at is not None and at.isdigit() and int(at) < len(self._rows) else None

    def on_option_list_option_highlighted(self) -> None:
        """Other keys may work on another remark."""
        self._show_keys()

    def on_option_list_option_selected(self) -> None:
        """Go there."""
        self.action_go()

    # --- what can be done ---------------------------------------------------------------------------------------

    def action_go(self) -> None:
        """Go to what the remark is about."""
        if self.row is not None:
            row = self.row.finding.row
            self.dismiss(None if row == "brief" else row)

    def action_back(self) -> None:
        """Back to the desk."""
        self.dismiss(None)

    def action_turn(self) -> None:
        """Between the open remarks and those that were accepted."""
        self.accepted = not self.accepted
        self._show(at=0)

    def action_accept_or_reopen(self) -> None:
        """What the key does here."""
        if self.accepted:
            self.action_reopen()
        else:
            self.action_accept()

    def action_accept(self) -> None:
        """Ask for the reason, and accept the remark with it."""
        if self.row is None or self.row.accepted is not None:
            return
        finding, brief = self.row.finding, self._work.brief
        if why := review.refusal(finding.code):
            self._show(f"{why}. {remarked.sentence(finding.todo)}")
            return
        before = review.formerly(brief, finding)

        def accept(reason: str) -> None:
            by = self._work.workspace.settings.drafter or brief.drafter
            self._work.do(
                review.accept(brief, finding, reason, by, today()), "accepted a remark", finding.block or None
            )

        def done(reason: str | None) -> None:
            if reason:
                self._show("Accepted, with the reason; v shows it, u takes it back.")

        text = f"{finding.where} {finding.why.rstrip('.')}. Why may it stand as it is?"
        self.app.push_screen(AskText("Accept this remark", text, before.reason if before else "", accept), done)

    def action_reopen(self) -> None:
        """Let an accepted remark count again."""
        if self.row is not None and (given := self.row.accepted) is not None:
            brief = review.unaccept(self._work.brief, given)
            self._work.do(brief, "let a remark count again", self.row.finding.block or None)
            self._show("It counts again.")

    def action_undo(self) -> None:
        """Undo the last change of the brief."""
        try:
            made = self._work.steps.undo()
        except BrieferError as error:
            self._show(str(error))
            return
        if made and made.beside:
            self.briefer.read_again()
        self._show(f"Undone: {made.done}." if made else "There is nothing left to be undone.")
