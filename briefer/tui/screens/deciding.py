"""The half of “what has changed” that shows: the list, what the row under the cursor is, the words being written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static
from textual.widgets.option_list import Option

from briefer import workspace
from briefer.brief import carry, deciding, edit, newly
from briefer.brief.carry import Verdict
from briefer.tui import showing, verdicts
from briefer.tui.messages import LibraryRead
from briefer.tui.plain import one_line, plain, together
from briefer.tui.screens.keeping import Keeping
from briefer.tui.sitting import Sitting
from briefer.tui.verdicts import GROUPS, Item
from briefer.tui.widgets.answer import Answer
from briefer.tui.widgets.fitting import Fitting
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.lines import MOST, Ends, Lines
from briefer.tui.widgets.notice import Notice
from briefer.tui.widgets.scroll import Scroll
from briefer.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from briefer.tui.loading import Library


class Deciding(Keeping):
    """The verdicts on a brief's entries as a list."""

    AUTO_FOCUS = "#verdicts"

    def __init__(self, library: Library, work: Sitting, since: str, faults: Mapping[str, str]) -> None:
        """``since``: the day after which entries are new, where the brief does not say what was known.

        ``faults``: what the screen before could not do.
        """
        super().__init__(work)
        self.library, self.since, self.faults = library, since, dict(faults)
        self.found: tuple[Verdict, ...] = ()
        self.edited: Item | None = None
        """The row whose words are being written."""
        self._items: list[Item] = []
        self._all = False
        """Whether the unchanged are shown too."""

    def compose(self) -> ComposeResult:
        """How the brief stands, the counts, the list, and what the row is."""
        yield TopLine()
        yield Fitting(id="counts")
        with Horizontal(id="body"):
            yield Lines(opens=False, id="verdicts")
            with Scroll(id="told"):
                yield Static("", markup=False)
            yield Answer(id="rewording")
        yield Notice()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the first that is to be decided."""
        self.query_one(Answer).display = False
        self.notice.stand(self.faults)
        self.show_work()

    # --- what is where ------------------------------------------------------------------------------------------

    @property
    def where(self) -> str:
        """The words being written have commands of their own."""
        return "rewording" if self.edited is not None else self.PLACE

    @property
    def today(self) -> str:
        """The day that is noted beside what is kept."""
        return workspace.today()

    @property
    def span(self) -> str | None:
        """When a statement is old enough to be looked at again, as the settings have it."""
        return self.work.workspace.settings.review_after

    @property
    def by(self) -> str | None:
        """Who decides, as the settings name them."""
        return self.work.workspace.settings.drafter

    @property
    def item(self) -> Item | None:
        """The row under the cursor."""
        current = self.query_one("#verdicts", Lines).current if self.query("#verdicts") else None
        return next((i for i in self._items if i.id == current), None)

    @property
    def has_open(self) -> bool:
        """Whether anything is left to be decided."""
        return any(_is_open(i) for i in self._items)

    @property
    def has_safe(self) -> bool:
        """Whether anything can be taken unseen."""
        return any(deciding.is_safe(v) for v in self.found)

    def next_of(self, item: str) -> str | None:
        """The next row to be decided, or the first one."""
        rows = [i for i in self._items if _is_open(i) or i.id == item]
        at = next((n for n, i in enumerate(rows) if i.id == item), -1)
        others = [i.id for i in [*rows[at + 1 :], *rows[: max(at, 0)]]]
        return others[0] if others else None

    def step_on(self, item: str) -> None:
        """Go to the next row that is to be decided."""
        self.query_one("#verdicts", Lines).go(self.next_of(item))

    def action_next_open(self) -> None:
        """Go to the next row that is to be decided."""
        self.step_on(self.item.id if self.item else "")

    # --- showing ------------------------------------------------------------------------------------------------

    def show_work(self, at: str | None = None) -> None:
        """The list as the brief and the base stand; the cursor on a row, or where it was, or on the first."""
        brief, base = self.work.brief, self.library.base
        self.found = carry.verdicts(brief, base, review_after=self.span)
        self._items = verdicts.items(brief, self.found, newly.new_entries(brief, base, self.since))
        row = next((i.id for i in self._items if at in (i.id, i.block)), None) if at else None
        self.query_one("#verdicts", Lines).show(self._options(), row)
        self.query_one("#counts", Fitting).show(verdicts.counted(self._items))
        self._tell()
        self.show_state()

    def _options(self) -> list[Option]:
        options: list[Option] = []
        for group, heading in GROUPS.items():
            rows = [i for i in self._items if i.group == group]
            if not rows:
                continue
            hidden = group == "unchanged" and not self._all
            said = f"{heading}: {len(rows)}" + (" (s shows them)" if hidden else "")
            options.append(Option(plain(said, "bold $text-accent"), disabled=True, id=f"-{group}"))
            options += [Option(_row(i), id=i.id) for i in (() if hidden else rows[:MOST])]
        if not any(not o.disabled for o in options):
            options.append(Option(plain("Nothing is left to decide.", "$foreground-muted"), disabled=True, id="-done"))
        return options

    def show_state(self) -> None:
        """Top line and keys."""
        brief = self.work.brief
        self.query_one(TopLine).show(
            brief.title, showing.state_of(brief, self.work.state, len(self.work.reviewed(self.against).open))
        )
        self.show_keys()

    def _tell(self) -> None:
        item = self.item
        pane = self.query_one("#told", Scroll)
        said = verdicts.told(item, self.work.brief, self.library.base) if item else plain("")
        pane.query_one(Static).update(said)
        pane.scroll_home(animate=False)

    def on_option_list_option_highlighted(self) -> None:
        """Tell about the row."""
        self._tell()
        self.show_keys()

    async def on_option_list_option_selected(self) -> None:
        """Enter or a second click shows all of it."""
        self.action_look()

    def on_library_read(self, message: LibraryRead) -> None:
        """The base was read again: so are the verdicts."""
        super().on_library_read(message)
        self.library = message.library
        if self.edited is None:
            self.show_work(self.item.id if self.item else None)

    def on_resize(self) -> None:
        """Beside each other, or below each other."""
        if self.is_mounted:
            self.show_state()
            self.call_after_refresh(self.query_one("#verdicts", Lines).scroll_to_highlight)

    def action_show_all(self) -> None:
        """Show or hide what is unchanged."""
        self._all = not self._all
        self.show_work(self.item.id if self.item else None)

    def action_look(self) -> None:
        """Show all about the row."""
        from briefer.tui.screens.tell import Tell, about_block, about_entry

        item, base, brief = self.item, self.library.base, self.work.brief
        if item is None:
            return
        if item.entry is not None:
            self.app.push_screen(about_entry(item.entry, base, brief.as_of))
        elif item.words is not None:
            self.app.push_screen(Tell("What you said last time", [("", item.text)]))
        elif item.block is not None:
            section, block = edit.find(brief, item.block)
            screen = about_block(brief, section, block, base)
            if item.verdict is not None:
                screen.before = verdicts.told(item, brief, base)
            self.app.push_screen(screen)

    # --- the words being written ----------------------------------------------------------------------------------

    def open_words(self, item: Item, text: str) -> None:
        """Open the editor on a row's words."""
        self.edited = item
        answer = self.query_one(Answer)
        answer.show("In your own words", text, "What is to stand in the note?")
        answer.display = True
        self.set_class(True, "-rewording")
        answer.focus()
        self.show_keys()

    def close_words(self) -> None:
        """Close the editor."""
        self.edited = None
        self.query_one(Answer).display = False
        self.set_class(False, "-rewording")
        self.query_one("#verdicts", Lines).focus()


def _is_open(item: Item) -> bool:
    return item.group in ("asks", "words", "new")


def _row(item: Item) -> Ends:
    sign = plain(f"{item.sign} ", "bold $text-error" if item.group == "asks" else "bold")
    # An entry may stand in the note twice: as a block of its own, and in an answer.
    woven = "woven in · " if item.verdict and item.verdict.woven else ""
    return Ends(together(sign, plain(one_line(item.text))), [plain(woven + item.label, "$foreground-muted")], least=24)
