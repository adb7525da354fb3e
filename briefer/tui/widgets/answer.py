"""The editor that is simply there: the answer to the question at hand."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import TextArea

from briefer.tui.plain import plain
from briefer.tui.widgets.editor import Editor

#: Keys of the text area that are commands of the screen here.
_GIVEN_UP = ("f6", "f7")


class Answer(Editor):
    """Shows the words of one block after another; undo goes on to the brief's own steps."""

    DEFAULT_CSS = """
    Answer {
        height: 1fr; min-height: 2; padding: 0 1; border: round $panel;
        &:focus { border: heavy $accent; }
    }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._open = True  # always: it is never closed
        for key in _GIVEN_UP:
            self._bindings.key_to_bindings.pop(key, None)

    def show(self, title: str, text: str, asks: str) -> None:
        """Show other words, the cursor at their end; ``asks`` stands there while there are none."""
        self.border_title = plain(title)
        self.placeholder = Content(plain(asks).plain)
        if text != self.text:
            with self.prevent(TextArea.Changed):
                self.load_text(text)
            self.move_cursor(self.document.end)
        else:
            self.history.clear()

    @property
    def steps(self) -> tuple[bool, bool]:
        """Whether there is anything of its own to undo, and to do again."""
        return bool(self.history.undo_stack), bool(self.history.redo_stack)

    async def action_undo(self) -> None:  # type: ignore[override]
        """As the screen undoes: its own words first, then what was done to the brief."""
        await self.screen.run_action("undo")

    async def action_redo(self) -> None:  # type: ignore[override]
        """As the screen does again what was undone."""
        await self.screen.run_action("redo")
