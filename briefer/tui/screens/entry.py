"""An entry or a paper of the base in full, from the first screen: with its sources, and a key that begins a brief."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from briefer import workspace
from briefer.dates import long_form
from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.entries import Paper
from briefer.tui import showing
from briefer.tui.about import citing
from briefer.tui.plain import one_line, plain
from briefer.tui.screens.dialog import Dialog
from briefer.tui.screens.tell import entry_paragraphs
from briefer.tui.widgets.lines import Hanging, Lines
from briefer.tui.widgets.panel import Panel

_COPIED = "Handed to the terminal's clipboard; some do not take it"


class EntryPage(Dialog[str | None]):
    """All about an entry; gives the topic on which a brief is to be begun, or None."""

    CSS_PATH: ClassVar = ["dialog.tcss", "entry.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,enter", "dismiss", "close"), ("b", "begin", "begin"), ("c", "copy", "copy"),
    ]  # fmt: skip
    KEYS = (
        ("b", "Begin a brief on its topic."),
        ("c", "Hand its text and source to the terminal's clipboard, where it takes them."),
        ("↑ ↓", "Scroll."),
        ("esc  ⏎  q", "Close."),
    )
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, entry: Entry, base: Knowledge, *, begins: bool = True) -> None:
        """``begins``: whether a brief can be begun from here."""
        super().__init__()
        self._begins = begins
        self._entry, self._told = entry, entry_paragraphs(entry, base, workspace.today())
        topic = base.topics.get(entry.topic)
        self._topic = (topic.title if topic else None) or entry.topic

    def compose(self) -> ComposeResult:
        """The paragraphs, headed."""
        title = f"{self._entry.kind.capitalize()} · {self._topic}"
        hint = "b begins a brief on this topic · c copies · Esc closes" if self._begins else "c copies · Esc closes"
        with Panel(title, hint), VerticalScroll():
            for head, text in self._told:
                yield Static(_paragraph(head, text), classes="asked", markup=False)

    def action_begin(self) -> None:
        """Begin a brief."""
        if self._begins:
            self.dismiss(self._entry.topic)

    def action_copy(self) -> None:
        """Hand it to the clipboard; no terminal says whether it took it."""
        sources = "; ".join(one_line(text) for head, text in self._told if head == "Source")
        self.app.copy_to_clipboard(self._entry.value.text + (f" ({sources})" if sources else ""))
        self.query_one(Panel).border_subtitle = plain(_COPIED)


class PaperPage(Dialog[str | None]):
    """What a paper is, and the entries that cite it; gives the topic on which a brief is to be begun, or None."""

    CSS_PATH: ClassVar = ["dialog.tcss", "entry.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q", "dismiss", "close"), ("b", "begin", "begin")]
    KEYS = (
        ("↑ ↓", "Go to an entry that cites it."),
        ("⏎", "Show the entry in full."),
        ("b", "Begin a brief on the topic of the entry under the cursor."),
        ("esc  q", "Close."),
    )
    AUTO_FOCUS = "Lines"

    def __init__(self, paper: Paper, base: Knowledge, *, begins: bool = True) -> None:
        """``begins``: whether a brief can be begun from here."""
        super().__init__()
        self._begins = begins
        self._paper, self._base = paper, base
        self._entries = {e.id: e for e in citing(paper, base)}

    def compose(self) -> ComposeResult:
        """What it is, then what cites it."""
        paper = self._paper
        begins = "b begins a brief on its topic · " if self._begins else ""
        hint = f"Enter shows the entry · {begins}Esc closes" if self._entries else "Esc closes"
        with Panel(" · ".join(p for p in ("Paper", paper.number) if p), hint):
            with VerticalScroll(can_focus=False, id="paper"):
                yield Static(Content("\n").join([plain(paper.title, "bold"), *map(plain, _told(paper, self._base))]),
                             classes="asked", markup=False)  # fmt: skip
            count = len(self._entries)
            cited = f"{count} entries of the base cite it" if count > 1 else "One entry of the base cites it"
            yield Static(plain(cited if count else "No entry of the base cites it.", "$foreground-muted"))
            yield Lines(*[Option(self._row(e), id=e.id) for e in self._entries.values()], opens=True)

    def _row(self, entry: Entry) -> Hanging:
        short = {"position": "says", "question": "asks"}.get(entry.kind, entry.kind)
        return Hanging(plain(short, "$foreground-muted"), plain(entry.value.text), 6)

    def on_option_list_option_selected(self, event: Lines.OptionSelected) -> None:
        """Show the entry; a brief begun there is begun from here."""

        def begun(topic: str | None) -> None:
            if topic is not None:
                self.dismiss(topic)

        self.app.push_screen(EntryPage(self._entries[str(event.option.id)], self._base, begins=self._begins), begun)

    def action_begin(self) -> None:
        """Begin a brief on the topic of the entry under the cursor."""
        current = self.query_one(Lines).current
        if current is not None and self._begins:
            self.dismiss(self._entries[current].topic)


def _told(paper: Paper, base: Knowledge) -> list[str]:
    """What a paper says of itself, and where it is on the table."""
    route = " to ".join(p for p in (paper.from_ or paper.author, paper.to) if p)
    when = long_form(paper.date) if paper.date else ""
    lines = [" · ".join(p for p in (paper.kind or "", route, when, paper.marking or "no marking known") if p)]
    lines += [", ".join(paper.codes), paper.url or "", paper.note or ""]
    meetings = [m for m in base.meetings.values() if any(paper.id in i.papers for i in m.items)]
    lines += [f"On the table: {m.body}, {long_form(m.date)}" for m in meetings]
    lines += [showing.INWARD] if base.is_inward_paper(paper.id) else []
    return [line for line in [*lines, *showing.from_where(base, "paper", paper.id)] if line]


def _paragraph(head: str, text: str) -> Content:
    return Content.assemble(plain(head, "bold $text-accent"), "\n", plain(text)) if head else plain(text)
