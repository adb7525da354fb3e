"""Find and replace over the whole brief: every hit with its place; each replacement can be undone."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from briefer.brief import find
from briefer.brief.find import Hit
from briefer.errors import BrieferError
from briefer.tui.plain import marked, plain
from briefer.tui.screens.dialog import Dialog
from briefer.tui.sitting import Sitting
from briefer.tui.widgets.lines import MOST, Hanging, Lines
from briefer.tui.widgets.panel import Panel

#: What is shown before a hit in a long line.
_BEFORE = 40


class Replacing(Dialog[str | None]):
    """Gives the row of the hit that was chosen, or None; replaces in the sitting's brief meanwhile."""

    CSS_PATH: ClassVar = ["dialog.tcss", "replacing.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "back"), ("f2", "replace", "replace"), ("f9", "replace_all", "replace all"),
        ("f4", "case", "case"), ("f5", "whole", "whole words"), ("ctrl+z", "undo", "undo"),
        ("down", "row(1)"), ("up", "row(-1)"), ("pagedown", "row(8)"), ("pageup", "row(-8)"),
    ]  # fmt: skip
    KEYS = (
        ("⏎", "Go to the hit."),
        ("↑ ↓", "To another hit."),
        ("tab", "To what it is replaced by, and back."),
        ("F2", "Replace this hit."),
        ("F9", "Replace them all, as one change."),
        ("F4", "Letter case counts, or does not."),
        ("F5", "Whole words only, or parts too."),
        ("^z", "Undo the last replacement."),
        ("esc", "Back."),
    )
    AUTO_FOCUS = "#words"

    def __init__(self, work: Sitting) -> None:
        super().__init__()
        self._work = work
        self._hits: tuple[Hit, ...] = ()
        self._case = self._whole = False

    def compose(self) -> ComposeResult:
        """What to find, what to put there, and the hits."""
        with Panel("Find and replace", "Enter goes there · F2 replaces · F9 all · Esc closes"):
            yield Input(placeholder="Find", id="words", compact=True)
            yield Input(placeholder="Replace with (Tab comes here)", id="with", compact=True)
            yield Static("", id="said", markup=False)
            yield Lines(id="hits")

    def on_mount(self) -> None:
        """Nothing is asked yet."""
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look again while typing."""
        if event.input.id == "words":
            self._show()

    def _show(self, said: str = "") -> None:
        words = self.query_one("#words", Input).value
        lines = self.query_one("#hits", Lines)
        at = lines.highlighted or 0
        self._hits = find.find(self._work.brief, words, case=self._case, whole=self._whole) if words else ()
        rows = [Option(_row(hit), id=str(n)) for n, hit in enumerate(self._hits[:MOST])]
        lines.show(rows, str(min(at, len(rows) - 1)) if rows else None)
        count = f"{len(self._hits)} hit{'s' if len(self._hits) != 1 else ''}" if words else "Type what to find"
        ways = [
            f"letter case {'counts' if self._case else 'does not count'} (F4)",
            f"{'whole words only' if self._whole else 'parts of words count too'} (F5)",
        ]
        self.query_one("#said", Static).update(
            plain(" · ".join([p for p in (said, count) if p] + ways), "$foreground-muted")
        )

    @property
    def _hit(self) -> Hit | None:
        at = self.query_one("#hits", Lines).current
        return self._hits[int(at)] if at is not None and int(at) < len(self._hits) else None

    def action_row(self, by: int) -> None:
        """To another hit without leaving the box."""
        self.query_one("#hits", Lines).step(by)

    def action_case(self) -> None:
        """Whether letter case counts."""
        self._case = not self._case
        self._show()

    def action_whole(self) -> None:
        """Whether only whole words count."""
        self._whole = not self._whole
        self._show()

    def action_replace(self) -> None:
        """Replace the hit under the cursor."""
        if (hit := self._hit) is not None:
            self._work.do(find.replace(self._work.brief, hit, self._with), "replaced words")
            self._show("Replaced")

    def action_replace_all(self) -> None:
        """Replace all hits as one change."""
        words = self.query_one("#words", Input).value
        if words and self._hits:
            brief, count = find.replace_all(self._work.brief, words, self._with, case=self._case, whole=self._whole)
            self._work.do(brief, f"replaced {count} times")
            self._show(f"Replaced {count}")

    def action_undo(self) -> None:
        """Undo the last change of the brief."""
        try:
            made = self._work.steps.undo()
        except BrieferError as error:
            self._show(str(error))
            return
        if made and made.beside:
            self.briefer.read_again()
        self._show(f"Undone: {made.done}" if made else "Nothing to undo")

    @property
    def _with(self) -> str:
        return self.query_one("#with", Input).value

    def on_input_submitted(self) -> None:
        """Go to the hit."""
        self._go()

    def on_option_list_option_selected(self) -> None:
        """Go to the hit."""
        self._go()

    def _go(self) -> None:
        if (hit := self._hit) is not None:
            self.dismiss(None if hit.row == "title" else hit.row)


def _row(hit: Hit) -> Hanging:
    from_ = max(hit.start - _BEFORE, 0)
    dots = "… " if from_ else ""
    text = dots + hit.text[from_ : hit.end + 120]
    start = hit.start - from_ + len(dots)
    body: Content = marked(text, [(start, start + hit.end - hit.start)])
    return Hanging(plain(hit.where[:16], "$foreground-muted"), body, 18)
