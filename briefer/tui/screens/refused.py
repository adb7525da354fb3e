"""What stands in the way of an export: the blocks by their words, each one key away from the desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static
from textual.widgets.option_list import Option

from briefer.brief import markup
from briefer.brief.model import Block, Section
from briefer.tui.plain import one_line, plain, together
from briefer.tui.screens.dialog import Dialog
from briefer.tui.widgets.lines import MOST, Hanging, Lines
from briefer.tui.widgets.panel import Panel

#: Given for "leave them out"; no block's id.
WITHOUT = "-without"


class Refused(Dialog[str | None]):
    """Gives the id of the block to go to, ``WITHOUT``, or None for back to the choices."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "back")]
    KEYS = (("⏎", "Go to the block on the desk."), ("↑ ↓", "Go to another one."), ("esc", "Back to the choices."))
    AUTO_FOCUS = "Lines"

    def __init__(self, why: str, blocks: Sequence[tuple[Section, Block, str]], without: str = "") -> None:
        """``blocks`` each with a sign or its marking; ``without`` is what leaving them out is called, where it can be."""
        super().__init__()
        self._why, self._blocks, self._without = why, blocks, without

    def compose(self) -> ComposeResult:
        """Why, and the blocks, in the order of the note."""
        with Panel("Not written", "Enter goes to it on the desk · Esc back to the choices"):
            yield Static(plain(self._why), classes="asked fault", markup=False)
            rows = [Option(self._row(*one), id=one[1].id) for one in self._blocks[: MOST - 1]]
            if self._without:
                rows.append(Option(plain(self._without, "bold"), id=WITHOUT))
            yield Lines(*rows)

    def _row(self, section: Section, block: Block, sign: str) -> Hanging:
        words = one_line(markup.plain(block.text)) or "(no words yet)"
        words = words if len(words) < 120 else f"{words[:118]} …"
        told = together(plain(f"{section.title or section.id}: ", "$foreground-muted"), plain(words))
        return Hanging(plain(sign, "$text-warning"), told, len(sign) + 2)

    def on_option_list_option_selected(self, event: Lines.OptionSelected) -> None:
        """Give it."""
        self.dismiss(event.option.id)
