"""Which template: each with what it would give for the topics or meeting at hand, drafted for real."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.widgets.option_list import Option

from briefer.brief import making
from briefer.brief.making import Wanted
from briefer.brief.model import MADE_AT_EXPORT, Brief
from briefer.brief.templates import Template
from briefer.dates import long_form
from briefer.errors import BrieferError
from briefer.text import fold
from briefer.tui import commands
from briefer.tui.finding import meetings_on
from briefer.tui.plain import plain, together
from briefer.tui.screens.place import Place
from briefer.tui.showing import meeting_of
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.lines import Lines
from briefer.tui.widgets.notice import Notice
from briefer.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from briefer.tui.loading import Library
    from briefer.tui.messages import LibraryRead


class Choice(Place):
    """A list of templates; gives the draft, or None."""

    PLACE = "choice"
    CSS_PATH = "choice.tcss"
    BINDINGS: ClassVar = commands.bindings("choice", "")
    AUTO_FOCUS = "#templates"

    class Drafted(Message):
        """A template has been tried."""

        def __init__(self, template: str, meeting: str | None, result: Brief | str) -> None:
            super().__init__()
            self.template, self.meeting, self.result = template, meeting, result

    def __init__(self, library: Library, wanted: Wanted) -> None:
        super().__init__()
        self._library, self._wanted = library, wanted
        self._drafts: dict[tuple[str, str | None], Brief | str] = {}
        """By template and meeting: the draft, or why there is none."""
        self._meetings = [] if wanted.meeting else meetings_on(wanted.topics, library.base)
        self._waiting = False

    def compose(self) -> ComposeResult:
        """The list, and what the template under the cursor gives."""
        base = self._library.base
        meeting = base.meetings.get(self._wanted.meeting or "")
        titles = [base.topics[t].title or t for t in self._wanted.topics if t in base.topics]
        subject = " and ".join(titles) or (f"{meeting.body}, {long_form(meeting.date)}" if meeting else "")
        yield TopLine(f"New brief: {subject}", "choose a template")
        body = meeting.body if meeting else None
        files = sorted(
            self._library.templates.files.values(),
            key=lambda f: (
                body not in f.template.bodies,
                f.template.template != "speaking-note",
                fold(f.template.title),
            ),
        )
        rows = [Option(_row(f.template), id=f.template.template) for f in files]
        yield Static("", id="meeting", markup=False)
        with Horizontal(id="body"):
            yield Lines(*rows, id="templates")
            with VerticalScroll(id="gives", can_focus=False):
                yield Static("", markup=False)
        yield Notice()
        yield KeyLine()

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
        """The next meeting, newest first; after the last one none again."""
        names = [None, *(m.meeting for m in self._meetings)]
        after = names[(names.index(self._wanted.meeting) + 1) % len(names)]
        self._wanted = self._wanted._replace(meeting=after)
        self._show_meeting()
        if (template := self.query_one("#templates", Lines).current) is not None:
            self._try(template)

    def _show_meeting(self) -> None:
        line = self.query_one("#meeting", Static)
        line.display = self.has_meetings
        one = next((m for m in self._meetings if m.meeting == self._wanted.meeting), None)
        known = len(self._meetings)
        more = f"m: {known} known on this" if one is None else f"m: next, {self._meetings.index(one) + 1} of {known}"
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
        result: Brief | str
        try:
            library = self._library
            result = making.compose(library.workspace, wanted, library.base, library.templates)
        except BrieferError as error:
            result = str(error)
        self.post_message(self.Drafted(wanted.template, wanted.meeting, result))

    def on_choice_drafted(self, message: Drafted) -> None:
        """Tell what it gives, or go on where Enter came first."""
        self._drafts[message.template, message.meeting] = message.result
        if (message.template, message.meeting) == self._current:
            self._tell()
            if self._waiting:
                self.action_draft()

    def _tell(self) -> None:
        draft = self._drafts[self._current]
        self.query_one("#gives Static", Static).update(plain(draft) if isinstance(draft, str) else _gives(draft))

    def on_option_list_option_selected(self) -> None:
        """Enter or a click drafts."""
        self.action_draft()

    def action_draft(self) -> None:
        """Go on with the draft of the template under the cursor; wait for it where it is not there yet."""
        draft = self._drafts.get(self._current)
        self._waiting = draft is None
        if isinstance(draft, Brief):
            self.dismiss(draft)
        elif isinstance(draft, str):
            self.notice.news(draft)

    def action_back(self) -> None:
        """Back without a draft."""
        self.dismiss(None)


def _row(template: Template) -> Content:
    return together(plain(template.title, "bold"), "\n", plain(template.summary, "$foreground-muted"))


def _gives(brief: Brief) -> Content:
    lines = [plain(f"As of {long_form(brief.as_of)} · {brief.marking}", "$foreground-muted")]
    if for_meeting := meeting_of(brief):
        lines.append(plain(f"For {for_meeting}", "$foreground-muted"))
    for section in brief.sections:
        if section.role in MADE_AT_EXPORT:
            lines.append(
                together(plain(section.title or section.id, "bold"), plain("  made at export", "$foreground-muted"))
            )
            continue
        prompts = sum(b.role == "prompt" for b in section.blocks)
        entries = sum(b.entry is not None for b in section.blocks)
        rest = len(section.blocks) - prompts - entries
        counts = [(entries, "from the base"), (rest, "standing text"), (prompts, "to fill in")]
        told = " · ".join(f"{n} {what}" for n, what in counts if n) or "empty"
        lines.append(together(plain(section.title or section.id, "bold"), plain(f"  {told}", "$foreground-muted")))
    return Content("\n").join(lines)
