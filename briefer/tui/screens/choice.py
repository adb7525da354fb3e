"""Which template: each with what it would give for the topics or meeting at hand, drafted for real."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.widgets.option_list import Option

from briefer import workspace
from briefer.brief import making
from briefer.brief.making import Wanted
from briefer.brief.model import Brief
from briefer.brief.next_meeting import CarriedOver, Going
from briefer.brief.templates import Template, TemplateFile
from briefer.dates import long_form
from briefer.errors import BrieferError
from briefer.text import fold
from briefer.tui import commands, onward, showing
from briefer.tui.finding import meetings_on
from briefer.tui.giving import gives
from briefer.tui.plain import plain, together
from briefer.tui.screens.place import Place
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.lines import MOST, Lines
from briefer.tui.widgets.notice import Notice
from briefer.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from briefer.tui.loading import Library
    from briefer.tui.messages import LibraryRead


#: The first row, where there is a last brief of the same working party.
_CARRY = "carry:"
#: Up to so many meetings a key goes through one after the other.
_FEW = 4


class Choice(Place):
    """A list of templates, before them the last brief of the working party; gives the draft, what was carried over, or None."""

    PLACE = "choice"
    CSS_PATH = "choice.tcss"
    BINDINGS: ClassVar = commands.bindings("choice", "")
    AUTO_FOCUS = "#templates"

    class Drafted(Message):
        """A template has been tried."""

        def __init__(self, template: str, meeting: str | None, result: Brief | CarriedOver | str) -> None:
            super().__init__()
            self.template, self.meeting, self.result = template, meeting, result

    def __init__(self, library: Library, wanted: Wanted, last: Brief | None = None) -> None:
        """``last``: the last brief of the meeting's working party, to be carried over."""
        super().__init__()
        self._library, self._wanted, self._last = library, wanted, last
        self._drafts: dict[tuple[str, str | None], Brief | CarriedOver | str] = {}
        """By template and meeting: the draft, or why there is none."""
        self._meetings = [] if wanted.meeting else meetings_on(wanted.topics, library.base, workspace.today())
        self.goes_on = False
        self._templates: dict[str, TemplateFile] = {}

    def compose(self) -> ComposeResult:
        """The list, and what the template under the cursor gives."""
        base = self._library.base
        meeting = base.meetings.get(self._wanted.meeting or "")
        titles = [base.topics[t].title or t for t in self._wanted.topics if t in base.topics]
        subject = " and ".join(titles) or (f"{meeting.body}, {long_form(meeting.date)}" if meeting else "")
        yield TopLine(f"New brief: {subject}", "choose a template")
        bodies = (
            {meeting.body}
            if meeting
            else {b for t in self._wanted.topics if t in base.topics for b in base.topics[t].bodies}
        )
        files = sorted(
            self._library.templates.files.values(),
            key=lambda f: (
                bodies.isdisjoint(f.template.bodies),
                f.template.template != "speaking-note",
                fold(f.template.title),
            ),
        )
        self._templates = {f.template.template: f for f in files}
        yield Static("", id="meeting", markup=False)
        with Horizontal(id="body"):
            yield Lines(*self._rows(), id="templates")
            with VerticalScroll(id="gives", can_focus=False):
                yield Static("", markup=False)
        yield Notice()
        yield KeyLine()

    def _rows(self) -> list[Option]:
        """The templates; where there is little room their summaries stand in the preview."""
        rows = [
            Option(_row(t.template, with_summary=not self._is_narrow), id=name) for name, t in self._templates.items()
        ]
        if self._last is None:
            return rows
        title = plain(f"Carry over: {self._last.title}", "bold")
        text = f"Out of the last brief, {showing.meeting_of(self._last)}: its text, and what has changed since."
        carried = title if self._is_narrow else together(title, "\n", plain(text, "$foreground-muted"))
        return [Option(carried, id=_CARRY), *rows]

    @property
    def _is_narrow(self) -> bool:
        return self.app.size.width < 80

    def on_resize(self) -> None:
        """As much as there is room for now."""
        if self.is_mounted:
            self.query_one("#templates", Lines).show(self._rows())
            self.call_after_refresh(self._tell)

    def action_further(self) -> None:
        """Scroll the preview on."""
        self.query_one("#gives", VerticalScroll).scroll_page_down(animate=False)

    def action_nearer(self) -> None:
        """Scroll the preview back."""
        self.query_one("#gives", VerticalScroll).scroll_page_up(animate=False)

    def on_mount(self) -> None:
        """Show the keys."""
        self.show_keys()
        self._show_meeting()

    def on_library_read(self, message: LibraryRead) -> None:
        """Draft again with what the base says now."""
        self._library = message.library
        self._drafts.clear()
        if template := self._current[0]:
            self._try(template)

    @property
    def has_meetings(self) -> bool:
        """Whether the base knows meetings on the topics, and none was chosen before."""
        return bool(self._meetings)

    def action_meeting(self) -> None:
        """The next meeting, the nearest coming one first; after the last one none again. Of many one is chosen."""
        if len(self._meetings) > _FEW:
            self._ask_meeting()
            return
        names = [None, *(m.meeting for m in self._meetings)]
        self._take_meeting(names[(names.index(self._wanted.meeting) + 1) % len(names)])

    def _ask_meeting(self) -> None:
        from briefer.tui.screens.ask import Answer, Ask

        answers = [Answer(m.meeting, f"{m.body} {long_form(m.date)}", ", ".join(i.title for i in m.items))
                   for m in self._meetings[: MOST - 1]]  # fmt: skip

        def answered(meeting: str | None) -> None:
            if meeting is not None:
                self._take_meeting(meeting or None)

        self.app.push_screen(Ask("For which meeting?", "", [Answer("", "none"), *answers]), answered)

    def _take_meeting(self, after: str | None) -> None:
        self._wanted = self._wanted._replace(meeting=after)
        self._show_meeting()
        if (template := self.query_one("#templates", Lines).current) is not None:
            self._try(template)

    def _show_meeting(self) -> None:
        line = self.query_one("#meeting", Static)
        line.display = self.has_meetings
        one = next((m for m in self._meetings if m.meeting == self._wanted.meeting), None)
        known = len(self._meetings)
        place = f"{self._meetings.index(one) + 1} of {known}" if one else f"{known} known on this"
        more = f"m: {'another, ' if one else ''}{place}"
        told = f"{one.body}, {long_form(one.date)}" if one else "none"
        line.update(together("Meeting: ", plain(told, "bold"), plain(f"  ({more})", "$foreground-muted")))

    def on_option_list_option_highlighted(self, event: Lines.OptionHighlighted) -> None:
        """Try the template."""
        self._try(str(event.option.id))

    def _try(self, name: str) -> None:
        wanted = self._wanted._replace(template=name)
        if (name, wanted.meeting) not in self._drafts:
            self.query_one("#gives Static", Static).update(plain("drafting …"))
            self.run_worker(lambda: self._draft(wanted), thread=True, exclusive=False, group="draft")
        else:
            self._tell()

    @property
    def _current(self) -> tuple[str, str | None]:
        return self.query_one("#templates", Lines).current or "", self._wanted.meeting

    def _draft(self, wanted: Wanted) -> None:
        result: Brief | CarriedOver | str
        library = self._library
        try:
            if wanted.template == _CARRY and self._last is not None:
                going = Going(wanted.meeting or "")
                result = making.carry_over(library.workspace, self._last, going, library.base, library.templates)
            else:
                result = making.compose(library.workspace, wanted, library.base, library.templates)
        except BrieferError as error:
            result = str(error)
        self.post_message(self.Drafted(wanted.template, wanted.meeting, result))

    def on_choice_drafted(self, message: Drafted) -> None:
        """Tell what it gives, or go on where Enter came first."""
        self._drafts[message.template, message.meeting] = message.result
        if (message.template, message.meeting) == self._current:
            self._tell()
            if self.goes_on:
                self.action_draft()

    def _tell(self) -> None:
        draft = self._drafts.get(self._current) if self.query("#gives") else None
        if draft is None:
            return
        pane = self.query_one("#gives", VerticalScroll)
        pane.scroll_home(animate=False)
        known = self._templates.get(self._current[0])
        summary = known.template.summary if self._is_narrow and known else ""
        width, height = pane.scrollable_content_region.size
        if isinstance(draft, CarriedOver):
            span = self._library.workspace.settings.review_after
            summary = " ".join([onward.counts_of(draft, self._library.base, span), *draft.remarks])
            draft = draft.brief
        told = plain(draft) if isinstance(draft, str) else gives(draft, summary, width, height, known)
        pane.query_one(Static).update(told)

    def on_option_list_option_selected(self) -> None:
        """Enter or a click drafts."""
        self.action_draft()

    def action_draft(self) -> None:
        """Go on with the draft of the template under the cursor; wait for it where it is not there yet."""
        draft = self._drafts.get(self._current)
        self.goes_on = draft is None
        if isinstance(draft, Brief | CarriedOver):
            self.dismiss(draft)
        elif isinstance(draft, str):
            self.notice.news(draft)

    def action_back(self) -> None:
        """Back without a draft."""
        self.dismiss(None)


def _row(template: Template, *, with_summary: bool) -> Content:
    if not with_summary:
        return plain(template.title, "bold")
    return together(plain(template.title, "bold"), "\n", plain(template.summary, "$foreground-muted"))
