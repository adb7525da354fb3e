"""The outline: sections and the beginnings of their blocks, to move about by."""

from __future__ import annotations

from textual.widgets.option_list import Option

from briefer.brief.model import Brief
from briefer.tui import showing
from briefer.tui.plain import one_line, plain, together
from briefer.tui.widgets.lines import Ends, Lines

_SHORT = {"prompt": "▢", "position": "says"}


class Outline(Lines):
    """One line a row, with the same ids as the note."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(opens=False, id=id)

    def show_brief(self, brief: Brief, at: str | None = None) -> None:
        """Show a brief."""
        rows: list[Option] = []
        for section in brief.sections:
            gaps = sum(b.role == "prompt" for b in section.blocks)
            state = [plain(f"▢ {gaps}", "$text-warning")] if gaps else []
            title = plain(section.title or section.id, "bold")
            rows.append(Option(Ends(title, state, least=12), id=f"section:{section.id}"))
            for block in section.blocks:
                told = showing.told(brief, section, block)
                begin = one_line(told.text)[:60]
                label = _SHORT.get(block.role, told.label)
                left = together("  ", plain(f"{label} ", "$foreground-muted"), plain(begin))
                signs = [plain(told.signs, "bold $text-error")] if told.signs else []
                rows.append(Option(Ends(left, signs, least=12), id=block.id))
        self.show(rows, at)
