"""What a paper says is corrected: topic, meeting, header and questions; what the base has beyond them stays or goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefer.dates import long_form
from briefer.errors import BrieferError
from briefer.intake import corrected
from briefer.intake.corrected import Standing
from briefer.intake.kept import Worded
from briefer.tui.fields import Field
from briefer.tui.offering import Offer, offers
from briefer.tui.screens.correcting import Correcting, fault_of
from briefer.tui.screens.paper_shown import PaperShown
from briefer.tui.screens.topic_choice import TopicChoice
from briefer.tui.widgets.lines import MOST, Lines

if TYPE_CHECKING:
    from briefer.knowledge.base import Entry

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


class PaperCorrected(PaperShown):
    """Enter corrects the row under the cursor."""

    def action_proposals(self) -> None:
        """Go through what the paper offers."""
        raise NotImplementedError

    def on_option_list_option_selected(self) -> None:
        """A second click changes."""
        self.action_change()

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
