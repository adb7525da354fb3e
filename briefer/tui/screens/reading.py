"""The half of the desk that shows: outline, note, what the block under the cursor is, how the brief stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.brief import edit, markup
from briefer.brief.model import MADE_AT_EXPORT, Block, Section
from briefer.tui import showing, stock
from briefer.tui.messages import ViewRequested
from briefer.tui.screens.panes import Panes
from briefer.tui.widgets.detail import Detail
from briefer.tui.widgets.lines import Lines
from briefer.tui.widgets.note import Note
from briefer.tui.widgets.outline import Outline
from briefer.tui.widgets.pulling import Pulling
from briefer.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from briefer.tui.messages import LibraryRead


class Reading(Panes):
    """A brief to read and move about in."""

    def on_mount(self) -> None:
        """Show the brief, the cursor on the first thing to fill in."""
        prompts = [b.id for s in self.work.brief.sections for b in s.blocks if b.role == "prompt"]
        self.show_work(prompts[0] if prompts else None)

    def on_library_read(self, message: LibraryRead) -> None:
        """The base may say more by now; the brief keeps what it says."""
        self.library = message.library
        self.query_one(Pulling).renew(self.library, self.work.brief.topics, self.work.brief.as_of)

    # --- what is where ------------------------------------------------------------------------------------------

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

    def show_work(self, at: str | None = None) -> None:
        """Note, outline, top line, detail and keys as the brief stands."""
        brief = self.work.shown
        self.query_one(Note).show_brief(brief, at)
        self.query_one(Outline).show_brief(brief, self.row)
        settled = self.work.brief
        pulling = self.query_one(Pulling)
        pulling.renew(self.library, settled.topics, settled.as_of)
        cited = frozenset(s.paper for section in settled.sections for b in section.blocks for s in b.sources)
        pulling.show_taken(frozenset(edit.entries_in(settled)), cited)
        self.show_state()

    def show_state(self) -> None:
        """Top line, detail and keys."""
        brief = self.work.brief
        states = showing.state_of(brief, self.work.state, len(self.work.reviewed(self.against).open))
        self.query_one(TopLine).show(brief.title, states)
        block, section = self.block, self.section
        if block is not None and section is not None:
            told = showing.detail(self.work.shown, section, block)
            now = self.library.base.entries.get(block.entry or "")
            if now and block.pulled and now.value.text != block.pulled.text:
                told.insert(0, "» The knowledge base says it otherwise by now: v shows both, b takes it.")
            self.query_one(Detail).show(told)
        elif section is not None and section.role == "header":
            self.query_one(Detail).show(showing.header_detail(brief))
        elif section is not None:
            made = section.role in MADE_AT_EXPORT
            said = "Made at export from the rest." if made else "A section: a writes into it, p pulls entries into it."
            self.query_one(Detail).show([said])
        else:
            self.query_one(Detail).show(["The brief has no sections."])
        self.show_keys()

    def show_headings(self) -> None:
        """How the section under work stands, in note and outline, while its words change."""
        brief, section = self.work.brief, self.section
        if section is not None:
            section = next(s for s in brief.sections if s.id == section.id)
            for lines in (self.query_one(Note), self.query_one(Outline)):
                lines.show_heading(brief, section)

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
        """The list that moves the cursor: the outline while it is worked in, else the note."""
        return self.query_one(Outline) if self.pane == "outline" else self.query_one(Note)

    def entered(self) -> None:
        """Other commands work in another pane."""
        self.show_state()

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
            self.go_to("note")
        else:
            self.run_worker(self.run_action("write"))

    # --- moving about -------------------------------------------------------------------------------------------

    def action_sources(self) -> None:
        """Show or hide the sources."""
        note = self.query_one(Note)
        note.sources = not note.sources
        note.show_brief(self.work.shown)

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

    def action_look(self) -> None:
        """Show all about the entry under the cursor of the knowledge pane."""
        self.query_one(Pulling).look()

    def on_view_requested(self, message: ViewRequested) -> None:
        """Show all about an entry or a paper."""
        item, base = message.item, self.library.base
        if item.entry is not None:
            from briefer.tui.screens.tell import about_entry

            self.app.push_screen(about_entry(item.entry, base, self.work.brief.as_of))
        elif item.paper is not None:
            from briefer.tui.screens.entry import PaperPage

            self.app.push_screen(PaperPage(item.paper, base, begins=False))

    def action_kind(self, kind: str) -> None:
        """List one kind of entries, or all of them."""
        self.query_one(Pulling).show_kind(kind)

    def action_kinds(self) -> None:
        """List the next kind."""
        kinds = ["", *stock.KINDS]
        pulling = self.query_one(Pulling)
        pulling.show_kind(kinds[(kinds.index(pulling.kind) + 1) % len(kinds)])
