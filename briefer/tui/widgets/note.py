"""The note: every section and block of the brief with its full text, one row each."""

from __future__ import annotations

from textual.content import Content
from textual.widgets.option_list import Option

from briefer.brief.model import Block, Brief, Section
from briefer.tui import showing
from briefer.tui.plain import between, plain, together
from briefer.tui.widgets.lines import Ends, Hanging, Lines

_INDENT = 10
_STYLES = {
    "question": "bold", "prompt": "italic $text-warning", "fact": "", "position": "", "figure": "", "row": "",
    "note": "italic $foreground-muted",
}  # fmt: skip


class Note(Lines):
    """The list of blocks; a row's id is the block's, a section's heading is ``section:ID``."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(opens=False, id=id)
        self.sources = False
        """Whether each block shows its source below it."""

    def show_brief(self, brief: Brief, at: str | None = None) -> None:
        """Show a brief; the cursor stays where it is or goes to the row ``at``."""
        rows: list[Option] = []
        for section in brief.sections:
            rows.append(Option(heading(brief, section), id=f"section:{section.id}"))
            rows += [Option(self._row(brief, section, block), id=block.id) for block in section.blocks]
        self.show(rows, at)

    def _row(self, brief: Brief, section: Section, block: Block) -> Hanging:
        told = showing.told(brief, section, block)
        style = _STYLES.get(block.role, "")
        margin = plain(told.label, "$text-warning" if block.role == "prompt" else "$foreground-muted")
        if told.signs:
            margin = together(margin, "\n", plain(" ".join(told.signs), "bold $text-error"))
        text = told.text or "(no words yet)"
        if block.role == "question":
            body = (
                together(plain(text, style), "\n", plain(told.head, "$foreground-muted"))
                if told.head
                else plain(text, style)
            )
        elif told.head:
            body = together(plain(f"{told.head}: ", "$foreground-muted"), plain(text, style))
        else:
            body = plain(text, style)
        if self.sources and block.sources:
            cited = between([showing.source(s) for s in block.sources], "; ")
            body = together(body, "\n", plain(f"↳ {cited.plain}", "$foreground-muted"))
        return Hanging(margin, body, _INDENT)


def heading(brief: Brief, section: Section) -> Ends:
    """A section's title, with its state at the right."""
    state = showing.section_state(brief, section)
    style = "bold $text-error" if "too long" in state else "$foreground-muted"
    return Ends(plain(section.title or section.id, "bold $text-accent underline"), [plain(state, style), Content("")])
