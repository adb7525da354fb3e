"""Where the words of a block are written: over the block's own place in the note."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from briefer.tui import page
from briefer.tui.plain import plain

#: Keys that word processors have other meanings for, or none; undo and redo are commands of the screen.
_NOT_OURS = {"ctrl+a", "ctrl+d", "ctrl+e", "ctrl+f", "ctrl+k", "ctrl+u", "ctrl+x", "ctrl+y", "ctrl+z"}


def _word_like() -> list[BindingType]:
    """The keys of Textual's text area without those of Emacs, and with those of Word."""
    kept: list[BindingType] = []
    for binding in TextArea.BINDINGS:
        assert isinstance(binding, Binding)
        keys = [k for k in binding.key.split(",") if k not in _NOT_OURS]
        if keys:
            kept.append(replace(binding, key=",".join(keys)))
    kept += [
        Binding("ctrl+a", "select_all", show=False), Binding("ctrl+x", "cut", show=False),
        Binding("ctrl+home", "ends(0)", show=False), Binding("ctrl+end", "ends(1)", show=False),
    ]  # fmt: skip
    return kept


class Editor(TextArea, inherit_bindings=False):
    """A text area with the keys that people know from word processors; as high as its words need."""

    BINDINGS: ClassVar[list[BindingType]] = _word_like()

    DEFAULT_CSS = """
    Editor {
        border: none; padding: 0; background: $surface; height: 1; min-height: 1;
        scrollbar-size-vertical: 1;
        &:focus { border: none; }
    }
    """

    class Written(Message):
        """The words have changed."""

        def __init__(self, editor: Editor, text: str) -> None:
            super().__init__()
            self.editor, self.text = editor, text

        @property
        def control(self) -> Editor:
            """The editor."""
            return self.editor

    class Left(Message):
        """The cursor was moved out of the words, up (-1) or down (1)."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    class Resized(Message):
        """The words need another number of lines."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(
            id=id, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", highlight_cursor_line=False,
            max_checkpoints=1000,
        )  # fmt: skip
        self._open = False

    @property
    def can_undo(self) -> bool:
        """Whether anything written since the editor was opened can be undone in it."""
        return bool(self.history.undo_stack)

    @property
    def lines_needed(self) -> int:
        """The lines that the words take at the present width."""
        asked = str(self.placeholder) if not self.text else ""
        width = max(self.content_size.width, 1)
        return max(self.wrapped_document.height, len(Content(asked).wrap(width)) if asked else 1, 1)

    @property
    def at(self) -> int:
        """The cursor as an offset into the text."""
        row, column = self.cursor_location
        return sum(len(self.document.get_line(i)) + 1 for i in range(row)) + column

    def go(self, at: int) -> None:
        """Put the cursor at an offset into the text."""
        before = self.text[:at]
        self.move_cursor((before.count("\n"), len(before) - before.rfind("\n") - 1))

    def open(self, text: str, asks: str = "") -> None:
        """Begin with these words; ``asks`` stands there while there are none."""
        self.placeholder = Content(plain(asks).plain)
        self._open = True
        with self.prevent(TextArea.Changed):
            self.load_text(text)
        self.move_cursor(self.document.end)
        self.display = True
        self.focus()

    def close(self) -> None:
        """End writing."""
        self._open = False
        self.display = False

    def put(self, text: str, at: int | None = None) -> None:
        """Other words, as one change that undo takes back; the cursor goes to ``at``, or to the end."""
        self.history.checkpoint()
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)
        self.history.checkpoint()
        self.go(len(text) if at is None else at)

    def get_line(self, line_index: int) -> Text:
        """A line with what its markup asks for: bold is bold while one writes."""
        line = super().get_line(line_index)
        for start, end, style in page.forms(line.plain):
            line.stylize(style, start, end)
        return line

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the screen what is written."""
        event.stop()
        if self._open:
            self.post_message(self.Written(self, self.text))

    def on_resize(self) -> None:
        """At another width the words take another number of lines, and none of them stands where it stood."""
        self._line_cache.clear()
        self.refresh()
        if self._open:
            self.post_message(self.Resized())

    def action_ends(self, last: int) -> None:
        """To the beginning or the end of it all."""
        self.move_cursor(self.document.end if last else (0, 0))

    def action_cursor_up(self, select: bool = False) -> None:
        """A line up; out of the first one into the block above."""
        if not select and self.navigator.is_first_wrapped_line(self.cursor_location):
            self.post_message(self.Left(-1))
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """A line down; out of the last one into the block below."""
        if not select and self.navigator.is_last_wrapped_line(self.cursor_location):
            self.post_message(self.Left(1))
        else:
            super().action_cursor_down(select)

    def _begin_or_end(self, mark: str) -> None:
        """Begin a form at the cursor; where it has just been begun take it back, at its end leave it, as in Word."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        before, after = line[:column], line[column:]
        if after.startswith(mark) and before.endswith(mark):
            self.delete((row, column - len(mark)), (row, column + len(mark)), maintain_selection_offset=False)
        elif after.startswith(mark):
            self.move_cursor((row, column + len(mark)))
        else:
            self.insert(f"{mark}{mark}")
            self.move_cursor((row, column + len(mark)))

    def form(self, mark: str) -> None:
        """Set the chosen words between marks (``**`` bold, ``*`` italic), or take the marks away."""
        chosen = self.selected_text
        if not chosen.strip():
            self._begin_or_end(mark)
            return
        body = chosen.strip()
        before, after = chosen[: len(chosen) - len(chosen.lstrip())], chosen[len(chosen.rstrip()) :]
        if body.startswith(mark) and body.endswith(mark) and len(body) > 2 * len(mark):
            body = body[len(mark) : -len(mark)]
        else:
            body = "\n".join(f"{mark}{line}{mark}" if line.strip() else line for line in body.split("\n"))
        self.replace(before + body + after, *self.selection)
