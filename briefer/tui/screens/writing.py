"""Writing on the desk: the editor over the block's own place in the note, and what is done in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.brief import edit, markup, whole
from briefer.brief.model import MADE_AT_EXPORT
from briefer.errors import BrieferError
from briefer.tui import showing
from briefer.tui.plain import one_line
from briefer.tui.screens.whole import Whole
from briefer.tui.widgets.editor import Editor
from briefer.tui.widgets.note import Note

if TYPE_CHECKING:
    from briefer.tui.loading import Library
    from briefer.tui.sitting import Sitting


class Writing(Whole):
    """A brief whose blocks are written where they stand."""

    def __init__(self, library: Library, work: Sitting) -> None:
        super().__init__(library, work)
        self._came_from: str | None = None
        """The row under the cursor when a new block was begun."""

    def on_mount(self) -> None:
        """The editor goes along when the note is scrolled."""
        super().on_mount()
        self.watch(self.query_one(Note), "scroll_y", self._place, init=False)

    # --- beginning and ending -----------------------------------------------------------------------------------

    def action_write(self) -> None:
        """Change the words of the block, or what a section is."""
        block, section = self.block, self.section
        if block is not None:
            self.write_block(block.id)
        elif section is not None and section.role == "header":
            self.action_header()
        elif section is not None:
            self.change_section(section)

    def write_block(self, block: str, *, at_end: bool = True) -> None:
        """Open the editor on a block."""
        one = edit.find(self.work.brief, block)[1]
        draft = self.work.begin(block)
        self._open(draft.initial, one_line(markup.plain(one.text)) if one.role == "prompt" else "")
        if not at_end:
            self.query_one(Editor).move_cursor((0, 0))

    def action_add(self) -> None:
        """Open an empty block after this one."""
        section, block = self.section, self.block
        if section is None or section.role in MADE_AT_EXPORT:
            self.notice.news("This section is made at export; it holds no text of its own.")
            return
        role, question = whole.own_role(self.work.brief, section, block)
        after = block.id if block else None
        self._came_from = self.row
        draft = self.work.begin_new(role, section=section.id, after=after, question=question)
        self.show_work(draft.block)
        self._open("", f"Write the {role} here; Esc takes it over.")

    def _open(self, text: str, asks: str) -> None:
        assert self.work.draft is not None
        note = self.query_one(Note)
        note.make_room(self.work.draft.block, 1)
        self.query_one(Editor).open(text, asks)
        self.go_to("note")
        self.call_after_refresh(self._place)
        self.show_state()

    def settle(self) -> None:
        """Take the editor's words over and close it."""
        draft = self.work.draft
        changed = self.work.settle()
        editor = self.query_one(Editor)
        had_focus = editor.has_focus
        editor.close()
        self.query_one(Note).make_room(None)
        if draft is None:
            return
        if had_focus:
            self.query_one(Note).focus()
        if changed:
            self.did(draft.done, draft.block)
        else:
            self.show_work(self._came_from if draft.new else None)

    def action_done(self) -> None:
        """Close the editor."""
        self.settle()

    def on_descendant_focus(self) -> None:
        """A click beside the editor takes its words over; the knowledge pane may bring more of them."""
        super().on_descendant_focus()
        if self.work.draft is not None and self.pane != "pulling" and self.focused is not self.query_one(Editor):
            self.settle()

    # --- the editor's place -------------------------------------------------------------------------------------

    def _place(self) -> None:
        """Lay the editor over the block's words, as high as they are; in a low window it has all there is."""
        draft, note, editor = self.work.draft, self.query_one(Note), self.query_one(Editor)
        if draft is None or not editor.display:
            return
        most = max(note.scrollable_content_region.height, 1)
        height = min(editor.lines_needed, most)
        place = note.place_of(draft.block)
        if place is None:
            return
        if place.height != height or not note.has_room_for(draft.block):
            note.make_room(draft.block, height)
            note.scroll_to_highlight()
            place = note.place_of(draft.block) or place
        editor.styles.width, editor.styles.height = place.width, height
        editor.styles.offset = (place.x, place.y)

    def on_editor_resized(self) -> None:
        """At another width the words take another number of lines."""
        self._place()

    def on_note_reflowed(self) -> None:
        """The note has more or less room: the block under the cursor stays in view, and so do the words under work."""
        self.query_one(Note).scroll_to_highlight()
        self._place()

    def on_editor_written(self, message: Editor.Written) -> None:
        """Every letter counts: words, time and what is unsaved are right while typing."""
        if self.work.draft is not None:
            self.work.write(message.text)
            self._place()
            self.show_headings()
            self.show_state()
            self.changed()

    def on_editor_left(self, message: Editor.Left) -> None:
        """Out of the first or last line: go on writing in the block above or below."""
        draft = self.work.draft
        if draft is None:
            return
        # What a paper says, or asks, is changed by whoever means to: by Enter on it.
        blocks = [b for s in self.work.shown.sections for b in s.blocks]
        rows = [b.id for b in blocks if b.id == draft.block or not (b.entry or b.role == "question")]
        at = rows.index(draft.block) + message.by
        if 0 <= at < len(rows):
            self.settle()
            if rows[at] in showing.order(self.work.shown):
                self.query_one(Note).go(rows[at])
                self.write_block(rows[at], at_end=message.by < 0)

    # --- in the words -------------------------------------------------------------------------------------------

    def action_bold(self) -> None:
        """Make the chosen words bold."""
        self.query_one(Editor).form("**")

    def action_italic(self) -> None:
        """Make the chosen words italic."""
        self.query_one(Editor).form("*")

    def action_divide(self) -> None:
        """Split the block at the cursor."""
        draft, at = self.work.draft, self.query_one(Editor).at
        if draft is None:
            return
        if not draft.text[:at].strip() or not draft.text[at:].strip():
            self.notice.news("There is nothing to split off here.")
            return
        self.settle()
        try:
            brief, second = edit.split(self.work.brief, draft.block, at)
        except BrieferError as error:
            self.notice.news(str(error))
            return
        self.work.do(brief, "split a block")
        self.did("split a block", second)
        self.write_block(second, at_end=False)

    def action_outside(self) -> None:
        """Write the block in an editor of one's own."""
        from briefer.tui.outside import written_outside

        block = self.block
        if block is None:
            return
        draft = self.work.draft or self.work.begin(block.id)
        was_open = self.query_one(Editor).display
        try:
            text = written_outside(self.app, draft.text, f"{self.work.brief.brief}-{block.id}.md")
        except BrieferError as error:
            self.notice.news(str(error))
            text = draft.text
        if was_open:
            self.query_one(Editor).put(text)
        else:
            self.work.write(text)
            self.settle()

    def action_outside_all(self) -> None:
        """Write the whole note in an editor of one's own; it comes back as one change."""
        from briefer.brief import astext

        self.settle()
        self._whole_outside(astext.dump(self.work.brief))

    def _whole_outside(self, text: str) -> None:
        from briefer.brief import astext
        from briefer.tui.outside import written_outside

        before = self.work.brief
        try:
            text = written_outside(self.app, text, f"{before.brief}.md")
        except BrieferError as error:
            self.notice.news(str(error))
            return
        try:
            after = astext.load(text, before)
        except BrieferError as error:
            self._mend_outside(text, error)
            return
        if after == before:
            self.notice.news("Nothing was changed.")
            return
        self.work.do(after, "changed the note in the editor outside")
        self.did("changed the note in the editor outside", showing.first_difference(before, after))

    def _mend_outside(self, text: str, error: BrieferError) -> None:
        """What came back cannot be read: nothing of it is lost, and it can be mended at once."""
        from briefer.tui.outside import kept_outside
        from briefer.tui.screens.ask import Answer, Ask

        def answered(answer: str | None) -> None:
            if answer == "again":
                self._whole_outside(text)
            else:
                kept = kept_outside(text, f"{self.work.brief.brief}.md", self.work.workspace)
                self.notice.news(f"The note is as it was; what you wrote is kept in {kept}.")

        answers = [
            Answer("again", "Open it again and mend it", "with all that you wrote"),
            Answer("leave", "Leave the note as it was", "what you wrote is kept in a file"),
        ]
        self.app.push_screen(Ask("This cannot be taken over yet", str(error), answers), answered)
