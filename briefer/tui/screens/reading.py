"""The half of the desk that shows: outline, note, what the block under the cursor is, how the brief stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from briefer.brief import edit, markup
from briefer.brief.model import MADE_AT_EXPORT, Block, Section
from briefer.tui import showing
from briefer.tui.screens.keeping import Keeping
from briefer.tui.sitting import Sitting
from briefer.tui.widgets.detail import Detail
from briefer.tui.widgets.editor import Editor
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.lines import Lines
from briefer.tui.widgets.note import Note
from briefer.tui.widgets.notice import Notice
from briefer.tui.widgets.outline import Outline
from briefer.tui.widgets.pulling import Pulling
from briefer.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from briefer.tui.loading import Library
    from briefer.tui.messages import LibraryRead


class Reading(Keeping):
    """A brief to read and move about in."""

    AUTO_FOCUS = "#note"

    def __init__(self, library: Library, work: Sitting) -> None:
        super().__init__(work)
        self.library = library

    def compose(self) -> ComposeResult:
        """Everything is there from the beginning; what is not wanted is hidden."""
        yield TopLine()
        with Horizontal(id="body"):
            yield Outline(id="outline")
            yield Pulling(self.library, self.work.brief.topics, self.work.brief.as_of, id="pulling")
            with Vertical(id="middle"):
                yield Note(id="note")
                yield Editor(id="editor")
        yield Detail(id="detail")
        yield Notice()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the brief, the cursor on the first thing to fill in."""
        prompts = [b.id for s in self.work.brief.sections for b in s.blocks if b.role == "prompt"]
        self.show_work(prompts[0] if prompts else None)

    def on_library_read(self, message: LibraryRead) -> None:
        """The base may say more by now; the brief keeps what it says."""
        self.library = message.library
        self.query_one(Pulling).show_library(message.library)

    # --- what is where ------------------------------------------------------------------------------------------

    @property
    def where(self) -> str:
        """The editor and the list of entries have commands of their own."""
        if self.work.draft is not None:
            return "editor"
        return "pull" if self.is_mounted and self.query_one(Pulling).display else "desk"

    @property
    def row(self) -> str | None:
        """The id of the row under the cursor: a block's, or ``section:ID``."""
        return self.query_one(Note).current

    @property
    def section(self) -> Section | None:
        """The section under the cursor."""
        brief, row = self.work.shown, self.row or ""
        return next((s for s in brief.sections if f"section:{s.id}" == row or any(b.id == row for b in s.blocks)), None)

    @property
    def block(self) -> Block | None:
        """The block under the cursor."""
        return next((b for s in self.work.shown.sections for b in s.blocks if b.id == self.row), None)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo."""
        return self.work.steps[0]

    @property
    def can_redo(self) -> bool:
        """Whether something was undone."""
        return self.work.steps[1]

    def show_work(self, at: str | None = None) -> None:
        """Note, outline, top line, detail and keys as the brief stands."""
        brief = self.work.shown
        self.query_one(Note).show_brief(brief, at)
        self.query_one(Outline).show_brief(brief, self.row)
        if (pulling := self.query_one(Pulling)).display:
            pulling.show_taken(frozenset(edit.entries_in(self.work.brief)))
        self.show_state()

    def show_state(self) -> None:
        """Top line, detail and keys."""
        brief = self.work.brief
        states = showing.state_of(brief, self.work.state)
        title = brief.title
        room = self.size.width - 2 if self.size.width < 80 else self.size.width - min(len(title), 24) - 4
        self.query_one(TopLine).show(title, next((s for s in states if len(s) <= room), states[-1]))
        block, section = self.block, self.section
        if block is not None and section is not None:
            self.query_one(Detail).show(showing.detail(self.work.shown, section, block))
        elif section is not None and section.role == "header":
            self.query_one(Detail).show(showing.header_detail(brief))
        elif section is not None:
            made = section.role in MADE_AT_EXPORT
            said = "Made at export from the rest." if made else "A section: a writes into it, p pulls entries into it."
            self.query_one(Detail).show([said])
        else:
            self.query_one(Detail).show(["The brief has no sections."])
        self.show_keys()

    def on_resize(self) -> None:
        """The top line says as much as there is room for; the row under the cursor stays in view."""
        if self.is_mounted:
            self.keep_together()
            self.show_state()
            # The window's size changes what is shown at all, which is laid out only after that.
            self.call_after_refresh(self.call_after_refresh, self.show_cursor)

    def show_cursor(self) -> None:
        """Bring the row under the cursor into view, in both lists."""
        for lines in (self.query_one(Note), self.query_one(Outline)):
            lines.scroll_to_highlight()

    @property
    def leading(self) -> Lines:
        """The list that moves the cursor: the outline while it has the focus, else the note."""
        outline = self.query_one(Outline)
        return outline if outline.has_focus else self.query_one(Note)

    def keep_together(self) -> None:
        """Put the other list's cursor where that of the leading one is now."""
        note, outline, leading = self.query_one(Note), self.query_one(Outline), self.leading
        follower = note if leading is outline else outline
        if leading.current is not None and follower.current != leading.current:
            follower.go(leading.current)

    def on_option_list_option_highlighted(self) -> None:
        """Outline and note keep together.

        What counts is where the leading list stands now: its message may be older, and the other list's is an echo.
        """
        self.keep_together()
        self.show_state()

    def on_option_list_option_selected(self, event: Lines.OptionSelected) -> None:
        """Enter or a second click: in the note it changes the block, in the outline it goes to the note."""
        if event.option_list is self.query_one(Outline):
            self.remove_class("-outlined")
            self.query_one(Note).focus()
        else:
            self.run_worker(self.run_action("write"))

    # --- moving about -------------------------------------------------------------------------------------------

    def action_sources(self) -> None:
        """Show or hide the sources."""
        note = self.query_one(Note)
        note.sources = not note.sources
        note.show_brief(self.work.shown)

    def action_outline(self) -> None:
        """To the outline, or back to the note."""
        outline = self.query_one(Outline)
        self.set_class(not outline.has_focus, "-outlined")
        self.query_one(Note).focus() if outline.has_focus else outline.focus()

    def action_next_gap(self) -> None:
        """To the next block to fill in, from the top again at the end."""
        brief = self.work.shown
        gaps = [b.id for s in brief.sections for b in s.blocks if b.role == "prompt"]
        rows = showing.order(brief)
        here = rows.index(self.row) if self.row in rows else 0
        if gaps:
            self.leading.go(next((g for g in gaps if rows.index(g) > here), gaps[0]))
        else:
            self.notice.news("Nothing is left to fill in.")

    def action_copy(self) -> None:
        """Hand the block to the clipboard; no terminal says whether it took it."""
        if self.block is not None:
            cited = "; ".join(showing.source(s) for s in self.block.sources)
            self.app.copy_to_clipboard(markup.plain(self.block.text) + (f" ({cited})" if cited else ""))
            self.notice.news(
                "Handed to the terminal's clipboard; some terminals do not take it. Word files always work."
            )

    def action_view(self) -> None:
        """Show all about the block under the cursor."""
        from briefer.tui.screens.tell import about_block

        if self.block is not None and self.section is not None:
            self.app.push_screen(about_block(self.work.brief, self.section, self.block, self.library.base))
