"""An agenda that was read, as the meeting that it would become: shown, corrected where need be, then written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from briefer.dates import long_form
from briefer.intake import agendas
from briefer.papers.agenda import Agenda
from briefer.tui.commands.command import Command
from briefer.tui.fields import Field
from briefer.tui.offering import offers
from briefer.tui.plain import one_line
from briefer.tui.screens.correcting import Correcting, fault_of
from briefer.workspace import today

if TYPE_CHECKING:
    from briefer.tui.loading import Library

_FIELDS = (
    Field("body", "Body", "The working party or committee that meets", "bodies", needed=True),
    Field("date", "Date", "2025-06-10, or 10 June 2025", needed=True),
    Field("place", "Place", "Where it meets", "rooms"),
)
#: Given for "read it as a paper".
AS_PAPER = {"as": "paper"}
_PAPER = Command(
    "as_paper", "f4", "read it as a paper", "Show what it says as a paper, and make no meeting.", "form", 2
)


class AgendaOffer(Correcting):
    """Gives body, date and place of the meeting, ``AS_PAPER``, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f4", "as_paper", show=False)]
    FURTHER = (_PAPER,)
    KEYS = (
        ("tab  ↓", "To the next field; ↓ opens the list of a field that has one."),
        ("F2", "Write the meeting with these items into your own knowledge."),
        ("F4", _PAPER.help),
        ("pgup  pgdn", "Scroll the items."),
        ("esc", "Go back; nothing is written."),
    )

    def __init__(self, agenda: Agenda, library: Library) -> None:
        """What the agenda says fills the fields."""
        body = agendas.body(agenda, library.base)
        there = next((m for m in library.base.meetings.values() if (m.body, m.date) == (body, agenda.date)), None)
        about = "The base has this meeting: it gains what it lacks." if there else "Nothing is written before F2."
        if agenda.date and agenda.date < today():
            about = f"It is a past meeting, of {long_form(agenda.date)}. {about}"
        values = {"body": body, "date": agenda.date or "", "place": agenda.place or ""}
        super().__init__(
            "An agenda: a meeting with its items", _FIELDS, values, at="" if agenda.date else "date", check=_wrong,
            offers={"body": offers("bodies", library), "place": offers("rooms", library)}, about=about, below=_items(agenda),
        )  # fmt: skip

    def action_as_paper(self) -> None:
        """Read it as a paper."""
        self.dismiss(dict(AS_PAPER))


def _wrong(field: str, value: str) -> str:
    return fault_of(lambda: agendas.checked_day(value)) if field == "date" and value else ""


def _items(agenda: Agenda) -> str:
    lines = []
    for item in agenda.items:
        lines.append(f"{item.number}. {one_line(item.title)}")
        told = " · ".join(p for p in (one_line(item.action or ""), ", ".join(item.papers)) if p)
        lines += [f"   {told}"] if told else []
    return "\n".join(lines)
