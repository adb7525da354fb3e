"""What has changed: each entry of a brief against the base as it is now, taken, kept or put in other words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from briefer.brief import deciding, edit, last_words
from briefer.brief.carry import Verdict
from briefer.brief.model import Brief
from briefer.errors import BrieferError
from briefer.tui import commands
from briefer.tui.screens.ask import Answer, Ask
from briefer.tui.screens.deciding import Deciding
from briefer.tui.sitting import Sitting
from briefer.tui.verdicts import Item, mine_and_theirs
from briefer.tui.widgets.editor import Editor

if TYPE_CHECKING:
    from briefer.tui.loading import Library


class Carrying(Deciding):
    """Gives the row of the note to go to, or None."""

    PLACE = "carry"
    CSS_PATH = "carrying.tcss"
    BINDINGS: ClassVar = commands.bindings("rewording", "carry", "")

    def __init__(self, library: Library, work: Sitting, since: str, faults: Mapping[str, str], news: str = "") -> None:
        """As its base; ``news`` is said once it is there."""
        super().__init__(library, work, since, faults)
        self._news = news

    def on_mount(self) -> None:
        """Say what there is to say."""
        super().on_mount()
        if self._news:
            self.notice.news(self._news)

    # --- deciding -------------------------------------------------------------------------------------------------

    def action_take(self) -> None:
        """Take what the base has; where the words are one's own, ask which are to stand."""
        item = self.item
        if item is None:
            return
        one = item.verdict
        if one is not None and one.own_words and one.now is not None and one.code != "unreadable" and not one.woven:
            self._ask_words(item, one)
        elif one is not None:
            self._decide(item, _took(one, item), lambda b: self._taken(b, one))
        elif item.words is not None and item.block is not None:
            prompt = item.block
            self._decide(item, "said again what was said last time", lambda b: last_words.say_again(b, prompt))
        elif item.entry is not None:
            entry = item.entry
            self._decide(
                item, f"took a new {entry.kind} in", lambda b: deciding.take_new(b, entry, self.library.base)[0]
            )

    def _taken(self, brief: Brief, one: Verdict, words: deciding.Words = "theirs") -> Brief:
        return deciding.take(
            brief, one, self.library.base, on=self.today, words=words, by=self.by, review_after=self.span
        )

    def _ask_words(self, item: Item, one: Verdict) -> None:
        def answered(answer: str | None) -> None:
            if answer == "mine":
                done = "kept our words, took source and date"
                self._decide(item, done, lambda b: self._taken(b, one, "mine"))
            elif answer == "theirs":
                self._decide(item, "took the words of the base", lambda b: self._taken(b, one))

        answers = [
            Answer("mine", "Keep your words", "source, date and disputes come from the base"),
            Answer("theirs", "Take the base's words", "undo brings yours back"),
        ]
        text = mine_and_theirs(one, self.work.brief)
        self.app.push_screen(Ask("These words are your own", text, answers), answered)

    def action_keep(self) -> None:
        """Keep what the note says."""
        item = self.item
        if item is None:
            return
        if item.verdict is not None:
            one = item.verdict
            self._decide(item, f"kept: {item.label}", lambda b: deciding.keep(b, one, on=self.today, by=self.by))
        elif item.entry is not None:
            name = item.entry.id
            self._decide(
                item, "passed a new entry over", lambda b: deciding.pass_over(b, name, on=self.today, by=self.by)
            )
        else:
            self.notice.news("It goes on asking; the words stay at the end of the note.")
            self.step_on(item.id)

    def action_ask_again(self) -> None:
        """Decide again about what was kept."""
        item = self.item
        if item is not None and item.verdict is not None and item.verdict.kept:
            one = item.verdict
            self.work.do(deciding.unkeep(self.work.brief, one), "asked again")
            self.did("asked again", item.id)

    def action_take_all(self) -> None:
        """Take at once all that needs no second look."""
        safe = [v for v in self.found if deciding.is_safe(v)]
        before = self.work.brief
        after = deciding.take_safe(
            before, self.found, self.library.base, on=self.today, by=self.by, review_after=self.span
        )
        if after == before:
            self.notice.news("There is nothing that can be taken unseen.")
            return
        done = f"took {len(safe)} that {'need' if len(safe) > 1 else 'needs'} no second look"
        self.work.do(after, done)
        self.did(done)

    def _decide(self, item: Item, done: str, change: Callable[[Brief], Brief]) -> None:
        """Make a decision and go on to the next, or say why it cannot be made."""
        after_this = self.next_of(item.id)
        try:
            brief = change(self.work.brief)
        except BrieferError as error:
            self.notice.news(str(error))
            return
        row = item.block if item.block and item.block in edit.taken(brief) else None
        self.work.do(brief, done, row)
        self.did(done, after_this)

    # --- words of one's own ---------------------------------------------------------------------------------------

    def action_edit(self) -> None:
        """Put it in words of one's own."""
        item = self.item
        if item is None or item.block is None:
            return
        draft = self.work.begin(item.block)
        text = item.words.text if item.words is not None else draft.initial
        if item.words is not None:
            self.work.write(text)
        self.open_words(item, text)

    def on_editor_written(self, message: Editor.Written) -> None:
        """Every letter counts."""
        if self.work.draft is not None:
            self.work.write(message.text)
            self.changed()

    def action_done(self) -> None:
        """Take the words over."""
        self.settle()

    def action_give_up(self) -> None:
        """Leave the words as they were."""
        self.work.draft = None
        self.close_words()
        self.show_work()
        self.changed()

    def settle(self) -> None:
        """Take over what stands in the open editor, as a decision about the entry it is about."""
        draft, item = self.work.draft, self.edited
        if draft is None or item is None:
            return
        text = draft.text
        self.work.draft = None
        self.close_words()
        one = item.verdict
        if not text.strip() and item.words is not None:
            self.show_work()
        elif item.words is not None and item.block is not None:
            prompt = item.block
            self._decide(
                item, "filled in a prompt", lambda b: edit.set_text(last_words.say_again(b, prompt), prompt, text)
            )
        elif one is not None and text != draft.initial:
            base = self.library.base
            self._decide(
                item,
                "put it in other words",
                lambda b: deciding.reword(b, one, text, base, on=self.today, by=self.by, review_after=self.span),
            )
        else:
            self.show_work()

    def action_bold(self) -> None:
        """Make the chosen words bold."""
        self.query_one(Editor).form("**")

    def action_italic(self) -> None:
        """Make the chosen words italic."""
        self.query_one(Editor).form("*")

    def action_undo(self) -> None:
        """Undo in the words that are open, else in the brief."""
        if self.edited is not None:
            self.query_one(Editor).undo()
        else:
            self.step("undone", self.work.steps.undo)

    def action_redo(self) -> None:
        """Do again what was undone."""
        if self.edited is not None:
            self.query_one(Editor).redo()
        else:
            self.step("done again", self.work.steps.redo)

    def action_save(self) -> None:
        """Save, the words that are open included."""
        self.settle()
        self.save()

    # --- away -----------------------------------------------------------------------------------------------------

    def action_to_note(self) -> None:
        """Go to where it stands in the note."""
        self._away(self.item.block if self.item else None)

    def action_leave(self) -> None:
        """Back to the note."""
        self._away(None)

    def _away(self, row: str | None) -> None:
        self.settle()
        self.keep()
        self.faults = self.notice.faults
        self.dismiss(row)


def _took(one: Verdict, item: Item) -> str:
    """What was done by taking, as it is told and undone."""
    if one.code == "withdrawn":
        return "took its sources out, the words stay" if one.woven else "took it out, since the base has it no longer"
    if one.code in ("out-of-date", "aged") and "changed" not in one.codes:
        return f"looked at it: {item.label}, and the base has nothing newer"
    return f"took what the base has: {item.label}"
