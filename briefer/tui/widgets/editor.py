"""Where the words of a block are written."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from briefer.tui.plain import plain


class Editor(TextArea):
    """A text area with the keys that people know from word processors."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+a", "select_all", "select all", show=False),
        Binding("ctrl+home", "ends(0)", "to the beginning", show=False),
        Binding("ctrl+end", "ends(1)", "to the end", show=False),
        Binding("ctrl+b", "bold", "bold", show=False),
    ]

    DEFAULT_CSS = """
    Editor {
        height: 45%; min-height: 4; border: round $accent; padding: 0 1; display: none; background: $surface;
        &:focus { border: round $accent; }
    }
    """

    class Written(Message):
        """The words have changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, id: str | None = None) -> None:
        super().__init__(
            id=id, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", highlight_cursor_line=False
        )

    def open(self, title: str, text: str, asks: str) -> None:
        """Show the editor with these words; ``asks`` stands in it while it is empty."""
        self.border_title = plain(title)
        self.border_subtitle = plain("Esc done · **bold** *italic* · - list")
        self.placeholder = Content(plain(asks).plain)
        with self.prevent(TextArea.Changed):
            self.load_text(text)
        self.move_cursor(self.document.end)
        self.display = True
        self.focus()

    def close(self) -> None:
        """Hide it."""
        self.display = False

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the screen what is written."""
        event.stop()
        if self.display:
            self.post_message(self.Written(self.text))

    def action_ends(self, last: int) -> None:
        """To the beginning or the end of it all."""
        self.move_cursor(self.document.end if last else (0, 0))

    def action_bold(self) -> None:
        """Make the selected words bold, or not bold any more."""
        chosen = self.selected_text
        if chosen.startswith("**") and chosen.endswith("**") and len(chosen) > 4:
            self.replace(chosen[2:-2], *self.selection)
        elif chosen.strip():
            self.replace(f"**{chosen}**", *self.selection)
