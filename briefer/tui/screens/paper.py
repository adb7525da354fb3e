"""What a paper says: topic, header and questions, each to be corrected; one key takes it in, one drafts the brief."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.widgets.option_list import Option

from briefer.brief.model import Brief
from briefer.dates import long_form
from briefer.errors import BrieferError
from briefer.intake import corrected
from briefer.intake.corrected import Standing
from briefer.intake.kept import Worded
from briefer.intake.review import Review, Stepped
from briefer.intake.topics import best_topics, fits, resolve
from briefer.text import slug
from briefer.tui import commands, paper_rows
from briefer.tui.fields import Field
from briefer.tui.offering import Offer, offers
from briefer.tui.screens.correcting import Correcting, fault_of
from briefer.tui.screens.place import Place
from briefer.tui.screens.topic_choice import TopicChoice
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.lines import MOST, Lines
from briefer.tui.widgets.notice import Notice
from briefer.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from briefer.knowledge.base import Entry
    from briefer.tui.loading import Library
    from briefer.tui.messages import LibraryRead

#: Hears of the fields of a form as they read then.
Kept = Callable[[dict[str, str] | None], None]
_HEADER = {
    "number": Field("number", "Number", "9375/25, 15299/21 REV 1, COM(2020) 605 final"),
    "doc_type": Field("doc_type", "Type", "NOTE, COVER NOTE, REPORT …"),
    "date": Field("date", "Date", "The paper's own: 2025-06-10, or 10 June 2025"),
    "from": Field("from", "From", "Who sends it"),
    "to": Field("to", "To", "The body it goes to"),
    "subject": Field("subject", "Subject", "As the paper has it", lines=True),
    "marking": Field("marking", "Marking", "As printed on it; nothing classified belongs here"),
    "codes": Field("codes", "Codes", "JAI 676, MIGR 190", many=True),
}
_QUESTION = (
    Field("number", "Number", "Its number in the paper", needed=True),
    Field("asked_by", "Asked by", "Who puts it; left empty, the sender"),
    Field("text", "Question", "Word for word", lines=True, needed=True),
)


class PaperRead(Place):
    """Gives the brief that was drafted from it, or None."""

    PLACE = "paper"
    CSS_PATH = "paper.tcss"
    BINDINGS: ClassVar = commands.bindings("paper", "")
    AUTO_FOCUS = "#says"

    def __init__(
        self, library: Library, review: Review, file: str, meeting: str | None = None, *, begins: bool = True
    ) -> None:
        """``meeting`` is the one that it was read for; ``begins``: whether a brief can be begun from here."""
        super().__init__()
        self.library, self.review, self._file, self._meeting, self.can_begin = library, review, file, meeting, begins
        self._best: list[str] = []
        self._questions: dict[str, Standing] = {}

    def compose(self) -> ComposeResult:
        """What is read, in one list."""
        yield TopLine("", "")
        yield Lines(id="says", opens=False)
        yield Notice()
        yield KeyLine()

    def on_mount(self) -> None:
        """Find the likeliest topics; what was done with the paper before holds."""
        index = self.library.index_made
        self._best = best_topics(self.review.paper, self.library.base, index=index)
        self.show(at="topic")
        if self.review.kept.decided or self.review.kept.papers:
            self.notice.news("You have had this paper before: what you corrected and decided is here.")

    def on_library_read(self, message: LibraryRead) -> None:
        """Entries may have come or gone."""
        self.library = message.library
        self.show()

    def on_screen_resume(self) -> None:
        """Proposals may have been decided meanwhile."""
        super().on_screen_resume()
        if self.is_mounted and self.query(Lines):
            self.show()

    # --- what is shown ------------------------------------------------------------------------------------------

    @property
    def topic(self) -> str:
        """The topic chosen, else the likeliest where it is near enough, else a new one with the paper's subject as its title."""
        paper, best = self.review.paper, self._best[0] if self._best else ""
        if self.review.kept.topic:
            return self.review.kept.topic
        near = best in self.library.base.topics and (not paper.subject or fits(best, paper, self.library.base))
        return best if near else paper.subject or ""

    def show(self, at: str | None = None) -> None:
        """Bring everything up to date."""
        review, base = self.review, self.library.base
        self._questions = {s.key: s for s in review.questions}
        chosen = resolve(self.topic, base).id if any(c.isalnum() for c in self.topic) else ""
        rows = paper_rows.rows(review, base, self.topic, chosen in base.topics, self._meeting)
        self.query_one("#says", Lines).show([Option(r.prompt, id=r.id, disabled=r.heading) for r in rows], at)
        title = " ".join(p for p in (review.paper.doc_number, review.paper.suffix) if p) or self._file
        self.query_one(TopLine).show(title, paper_rows.states(review, base))
        self.show_keys()

    @property
    def _row(self) -> str:
        return self.query_one("#says", Lines).current or ""

    @property
    def question(self) -> Standing | None:
        """The question under the cursor."""
        return self._questions.get(self._row.removeprefix("question:")) if self.query("#says") else None

    @property
    def gone(self) -> Entry | None:
        """The question under the cursor that is in the base and not asked in the paper."""
        found = self.library.base.entries.get(self._row.removeprefix("gone:")) if self.query("#says") else None
        return found if found is not None and self._row.startswith("gone:") else None

    def on_option_list_option_highlighted(self) -> None:
        """What can be done depends on the row."""
        self.show_keys()

    def on_option_list_option_selected(self) -> None:
        """A second click changes."""
        self.action_change()

    # --- correcting ---------------------------------------------------------------------------------------------

    def action_change(self) -> None:
        """Correct what is under the cursor."""
        kind, _, name = self._row.partition(":")
        if kind == "question" and self.question is not None:
            self._reword(self.question)
        elif kind == "field":
            place, _, field = name.partition("/")
            self._correct(int(place), field)
        elif kind == "proposals":
            self.action_proposals()
        elif kind == "topic":
            self.action_topic()
        elif kind == "meeting":
            self._choose_meeting()
        elif self.gone is not None:
            self._ask_of(self.gone)

    def _choose_meeting(self) -> None:
        from briefer.tui.screens.ask import Answer, Ask

        base = self.library.base
        latest = sorted(base.meetings.values(), key=lambda m: m.date, reverse=True)[: MOST - 1]
        answers = [
            Answer(m.meeting, f"{m.body} {long_form(m.date)}", ", ".join(i.title for i in m.items)) for m in latest
        ]

        def answered(meeting: str | None) -> None:
            if meeting is not None:
                self._meeting = meeting or None
                self.show()

        text = "The brief is for it, and its agenda names the paper from then on."
        self.app.push_screen(Ask("For which meeting?", text, [Answer("", "none"), *answers]), answered)

    def _correct(self, place: int, field: str) -> None:
        paper = corrected.flat(self.review.paper)[place]
        markings = self.library.workspace.settings.markings

        def wrong(key: str, value: str) -> str:
            return fault_of(lambda: corrected.checked(key, value, markings))

        def kept(values: dict[str, str] | None) -> None:
            if values is not None:
                self._step(lambda: self.review.correct(place, values), "The header is corrected.")

        pools = {"marking": [Offer(m) for m in markings], "to": offers("receivers", self.library),
                 "from": offers("issuers", self.library)}  # fmt: skip
        values = corrected.header(paper)
        self.app.push_screen(
            Correcting("What the header says", tuple(_HEADER.values()), values, at=field, check=wrong, offers=pools),
            kept,
        )

    def _reword(self, one: Standing) -> None:
        def kept(values: dict[str, str] | None) -> None:
            if values is not None:
                worded = Worded(values["number"], values["text"], values["asked_by"], one.paper)
                self._step(lambda: self.review.reword(one.key, worded), "The question is changed.")

        asked = one.question
        values = {"number": asked.number, "asked_by": asked.asked_by or "", "text": " ".join(asked.text.split())}
        about = "Its end is missing in the file: add it as the paper has it." if asked.cut_off else ""
        self._ask(f"Question {asked.number}", values, "text", about, kept)

    def action_add(self) -> None:
        """Add a question."""

        def kept(values: dict[str, str] | None) -> None:
            if values is not None:
                worded = Worded(values["number"], values["text"], values["asked_by"])
                self._step(lambda: self.review.ask(worded), "The question is added.")

        last = list(self._questions.values())[-1:]
        asker = (last[0].question.asked_by if last else None) or self.review.paper.from_ or ""
        number = str(len(self._questions) + 1)
        self._ask("A further question", {"number": number, "asked_by": asker, "text": ""}, "text", "", kept)

    def _ask(self, title: str, values: dict[str, str], at: str, about: str, kept: Kept) -> None:
        pools = {"asked_by": [Offer(o.told, o.value, o.words) for o in offers("actors", self.library)]}
        self.app.push_screen(Correcting(title, _QUESTION, values, at=at, about=about, offers=pools), kept)

    def action_leave_out(self) -> None:
        """Leave the question out, or take it in after all; take one that the paper does not ask out of the base."""
        if (entry := self.gone) is not None:
            ident = entry.id
            if self._step(lambda: self.review.take_out(ident), ""):
                self.wrote()
                self._said_of_gone("It is taken out of your knowledge; ctrl+z brings it back.")
        elif (one := self.question) is not None:
            told = "It stays out." if not one.left_out else "It is in again."
            self._step(lambda: self.review.leave_out(one.key), told)

    def action_stay(self) -> None:
        """Let a question stay in the base that the paper does not ask."""
        entry = self.gone
        ident = entry.id if entry else ""
        if ident and self._step(lambda: self.review.let_stay(ident), ""):
            self._said_of_gone("It stays, and is not spoken of again; ctrl+z undoes that.")

    def _ask_of(self, entry: Entry) -> None:
        from briefer.tui.screens.ask import Answer, Ask

        def answered(answer: str | None) -> None:
            if answer == "out":
                self.action_leave_out()
            elif answer == "stay":
                self.action_stay()

        answers = [
            Answer("stay", "Let it stay", "in your knowledge, as it is"),
            Answer("out", "Take it out", "of your knowledge; ctrl+z brings it back"),
        ]
        self.app.push_screen(Ask("The paper does not ask this", entry.value.text, answers), answered)

    def _said_of_gone(self, told: str) -> None:
        left = self.review.gone(self.library.base)
        self.query_one("#says", Lines).go(f"gone:{left[0].id}" if left else "proposals")
        self.notice.news(told)

    def action_topic(self) -> None:
        """Choose the topic."""

        def chosen(topic: str | None) -> None:
            if topic is not None:
                self._step(lambda: self.review.under(topic), "")

        subject = self.review.paper.subject or self.review.name
        self.app.push_screen(TopicChoice(self.library.base, self._best, subject, self.topic), chosen)

    def _step(self, do: Callable[[], object], told: str) -> bool:
        """Do something that may be refused, and show what came of it."""
        try:
            done = do()
        except BrieferError as error:
            self.notice.news(str(error))
            return False
        self.show()
        if done and told:
            self.notice.news(told)
        return True

    # --- into the base ------------------------------------------------------------------------------------------

    def action_take_in(self) -> None:
        """Write paper and questions."""
        if self._take_in():
            taken = self.review.taken
            assert taken is not None
            gone = self.review.gone(self.library.base)
            self.notice.news(paper_rows.of_taken(taken, self.library.workspace.shown))
            # Once the message has its lines, so that it does not cover the row.
            self.call_after_refresh(self.query_one("#says", Lines).go, f"gone:{gone[0].id}" if gone else "taken")

    def _take_in(self) -> bool:
        """Write it unless that is done; whether it is in the base then."""
        if self.library.workspace.root is None:
            self.briefer.ask_folder()
            return False
        if not self.topic:
            self.notice.news("Choose a topic first: the paper gives no subject to name a new one by.")
            return False
        new = slug(self.topic) not in self.library.base.topics and self.topic not in self.library.base.topics
        if not self._step(lambda: self.review.take(self.topic, self._meeting), ""):
            return False
        self.wrote()
        if new:
            self._best = [self.review.kept.topic, *self._best]
        return True

    def wrote(self) -> None:
        """Something was written: read it here at once, and have it read everywhere."""
        self.library = replace(self.library, base=self.review.fresh())
        self.briefer.read_again()
        self.show()

    def action_proposals(self) -> None:
        """Go through what the paper offers; it is taken in first, for entries name it as their source."""
        from briefer.tui.screens.proposals import Proposals

        if not self.review.proposals:
            self.notice.news("There is no statement in this paper that briefer would propose.")
            return
        said = ""
        if not self.review.is_in(self.library.base):
            if not self._take_in():
                return
            if self.review.taken is not None:
                said = paper_rows.of_taken(self.review.taken, self.library.workspace.shown)

        def left(brief: Brief | None) -> None:
            if brief is not None:
                self.dismiss(brief)
            else:
                self.show(at="proposals")

        page = Proposals(self.library, self.review, self._meeting, begins=self.can_begin, said=said)
        self.app.push_screen(page, left)

    def action_brief(self) -> None:
        """Draft a brief; the paper is taken in first, for its questions are to be in it."""
        from briefer.tui.screens.choice import Choice

        if self.can_begin and self._take_in():
            self.app.push_screen(
                Choice(self.library, paper_rows.wanted(self.review, self._meeting, self.library.base)), self._drafted
            )

    def _drafted(self, brief: Brief | None) -> None:
        if brief is not None:
            self.dismiss(brief)

    # --- steps --------------------------------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Undo the last step."""
        self._back("Undone", self.review.undo)

    def action_redo(self) -> None:
        """Do it again."""
        self._back("Done again", self.review.redo)

    def _back(self, said: str, step: Callable[[], Stepped]) -> None:
        try:
            done = step()
        except BrieferError as error:
            self.notice.news(str(error))
            return
        if done.wrote:
            self.wrote()
        self.show()
        self.query_one("#says", Lines).go(done.at)
        self.notice.news(f"{said}: {done.done}.")

    def action_leave(self) -> None:
        """Back to where it was read."""
        self.dismiss(None)
