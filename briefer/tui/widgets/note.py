"""The note: every section and block of the brief as it will read, one row each; a block is written where it stands."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widgets.option_list import Option, OptionDoesNotExist

from briefer.brief.model import Block, Brief, Section
from briefer.tui import page, showing
from briefer.tui.plain import plain, together
from briefer.tui.widgets.lines import Ends, Hanging, Lines

_INDENT = 10
#: Columns that the bar before the cursor's row takes.
_BAR = 2
_STYLES = {"question": "bold", "prompt": "italic $text-warning", "note": "italic $foreground-muted"}


class Note(Lines):
    """The list of blocks; a row's id is the block's, a section's heading is ``section:ID``."""

    class Reflowed(Message):
        """The note has another size: what stood in its lines stands elsewhere."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(opens=False, paned=True, id=id)
        self.sources = False
        """Whether each block shows its sources below it, as at the foot of the page."""
        self._written: tuple[str, int] | None = None
        """The block that is being written, and the lines its editor takes."""

    def show_brief(self, brief: Brief, at: str | None = None) -> None:
        """Show a brief; the cursor stays where it is or goes to the row ``at``."""
        rows: list[Option] = []
        numbers = page.numbers(brief)
        for section in brief.sections:
            rows.append(Option(heading(brief, section), id=f"section:{section.id}"))
            rows += [Option(self._row(brief, section, b, numbers.get(b.id, ())), id=b.id) for b in section.blocks]
        self.show(rows, at)

    def _row(self, brief: Brief, section: Section, block: Block, notes: tuple[int, ...]) -> Hanging:
        told = showing.told(brief, section, block)
        if self._written and self._written[0] == block.id:
            return _room(self._written[1])
        style = _STYLES.get(block.role, "")
        margin = plain(told.label, "$text-warning" if block.role == "prompt" else "$foreground-muted")
        if told.signs:
            margin = together(margin, "\n", page.signs(told.signs, " "))
        body = page.words(block, notes, style) if block.text.strip() else plain("(no words yet)", style)
        if told.head:
            who = plain(told.head if block.role == "question" else f"{told.head}: ", "$foreground-muted")
            body = together(body, "\n", who) if block.role == "question" else together(who, body)
        if self.sources and notes:
            body = together(body, "\n", page.footnotes(block, notes))
        return Hanging(margin, body, _INDENT)

    def on_resize(self, event: events.Resize) -> None:
        """Tell the screen."""
        self.post_message(self.Reflowed())

    def show_heading(self, brief: Brief, section: Section) -> None:
        """Show how a section stands by now."""
        self.say(f"section:{section.id}", heading(brief, section))

    # --- writing in place ---------------------------------------------------------------------------------------

    def make_room(self, block: str | None, height: int = 1) -> None:
        """Keep lines free for the editor of a block; with None no block is being written."""
        self._written = (block, height) if block else None
        if block is None:
            return
        try:
            index = self.get_option_index(block)
        except OptionDoesNotExist:
            return
        self.replace_option_prompt_at_index(index, _room(height))

    def has_room_for(self, block: str) -> bool:
        """Whether lines are kept free for this block's editor."""
        return self._written is not None and self._written[0] == block

    def place_of(self, block: str) -> Region | None:
        """Where a block's words stand in this list's window, margin and bar aside; None where it has no row."""
        try:
            index = self.get_option_index(block)
        except OptionDoesNotExist:
            return None
        lines, heights = self._index_to_line, self._heights
        if index not in lines:
            return None
        width = self.scrollable_content_region.width - _BAR
        indent = min(_INDENT, max(width - 8, 0))
        return Region(_BAR + indent, lines[index] - self.scroll_offset.y, width - indent, heights[index])


def _room(height: int) -> Hanging:
    return Hanging(plain("✎ writing", "bold $text-accent"), Content("\n".join([" "] * height)), _INDENT)


def heading(brief: Brief, section: Section) -> Ends:
    """A section's title, with its state at the right."""
    state = showing.section_state(brief, section)
    style = "bold $text-error" if "too long" in state else "$foreground-muted"
    variants = [
        state,
        state.replace(" of ", "/"),
        state.replace(" of ", "/").replace("not for disclosure", "not disclosed"),
    ]
    return Ends(
        plain(section.title or section.id, "bold $text-accent underline"), [plain(v, style) for v in variants], least=12
    )
