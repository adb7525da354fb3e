"""Agendas: who meets when and where, and the items with what is to be done and the papers named."""

from __future__ import annotations

import pytest

from briefer.papers import agenda, council, text_pages
from briefer.papers.agenda import Agenda, Item

HEAD = "Council of the European Union\n\nBrussels, 3 March 2031\nCM 1885/31\n\n"
TITLE = "NOTICE OF MEETING AND PROVISIONAL AGENDA\n\n"
ABOUT = "Subject: Lamps Working Party (LWP)\nDate: 12 March 2031\nTime: 10.00\nVenue: COUNCIL\nLIGHTHOUSE BUILDING\n\n"
ITEMS = """1. Adoption of the agenda

2. Lamps of the coast: what next?
– Presentation by the guild and exchange of views
5996/31

3. Oil of the northern
harbours
– Information from the Presidency
WK 1234/2031
7001/31 REV 1 + ADD 1

4. Any other business

NB: 5. Delegations are reminded to bring lamps.
"""


def found(text: str) -> Agenda | None:
    pages = text_pages.read(text.encode())
    return agenda.find(pages, council.read(pages))


def test_a_meeting_with_its_items_is_read() -> None:
    assert found(HEAD + TITLE + ABOUT + ITEMS) == Agenda(
        "Lamps Working Party (LWP)", "2031-03-12", None, "COUNCIL, LIGHTHOUSE BUILDING",
        (
            Item("1", "Adoption of the agenda"),
            Item("2", "Lamps of the coast: what next?", "Presentation by the guild and exchange of views", ("5996/31",)),
            Item("3", "Oil of the northern harbours", "Information from the Presidency",
                 ("WK 1234/2031", "7001/31 REV 1", "7001/31 REV 1 ADD 1")),
            Item("4", "Any other business"),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "date", "end"),
    [
        ("Date: 12 and 13 March 2031", "2031-03-12", "2031-03-13"),
        ("Date: 30 March 2031 and 1 April 2031", "2031-03-30", "2031-04-01"),
        ("Date of meeting: 12.3.2031", "2031-03-12", None),
        ("Contact: lamps@example.eu", None, None),
    ],
)
def test_the_meetings_days_are_its_own_and_not_the_papers(said: str, date: str | None, end: str | None) -> None:
    read = found(f"{HEAD}{TITLE}Subject: Lamps Working Party\n{said}\n\n{ITEMS}")
    assert read is not None and (read.date, read.end) == (date, end)


def test_the_day_may_stand_in_the_subject() -> None:
    read = found(f"{HEAD}{TITLE}Subject: Meeting of the Lamps Working Party on 12 March 2031\n\n{ITEMS}")
    assert read is not None and (read.body, read.date) == ("Lamps Working Party", "2031-03-12")


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "NOTE\n\nSubject: Lamps\n\n" + ITEMS,
        HEAD + "NOTE\n\nSubject: Lamps\n\nThe agenda of the last meeting was long.\n\n1. One\n\n2. Two\n",
        HEAD + TITLE + ABOUT,
        "",
    ],
)
def test_other_papers_are_none(text: str) -> None:
    assert found(text) is None
