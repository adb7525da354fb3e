"""An agenda comes into the base as a meeting, and a paper finds its item."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from paper_made import PLAIN, asking, paper

from briefer.errors import BrieferError
from briefer.intake import agendas, into, summary
from briefer.intake.review import Review
from briefer.knowledge.check import check
from briefer.papers.agenda import Agenda, Item
from briefer.workspace import read

AGENDA = Agenda("Lamps Working Party (LWP)", "2031-03-12", None, "Lighthouse", (
    Item("1", "Adoption of the agenda"), Item("2", "Lighting the northern coast", "Exchange of views", ("1500/25",)),
))  # fmt: skip


@pytest.fixture
def root(workspace: Callable[..., Path]) -> Path:
    return workspace()


def take(root: Path, agenda: Agenda = AGENDA, date: str = "12 March 2031") -> agendas.Held:
    place = read(str(root))
    return agendas.take(agenda, "LWP", date, agenda.place or "", place, place.knowledge())


def faultless(root: Path) -> bool:
    return not [f for f in check(read(str(root)).knowledge(), "2025-06-10") if f.severity == "error"]


def test_the_meeting_is_written_with_items_and_papers_that_are_still_to_be_read(root: Path) -> None:
    held = take(root)
    base = read(str(root)).knowledge()
    meeting = base.meetings[held.meeting]
    assert (held.new, held.items, held.papers) == (True, 2, 1)
    assert (meeting.body, meeting.date, meeting.place) == ("LWP", "2031-03-12", "Lighthouse")
    assert [(i.number, i.title, i.action, i.papers) for i in meeting.items] == [
        ("1", "Adoption of the agenda", None, ()),
        ("2", "Lighting the northern coast", "Exchange of views", ("st-1500-2025",)),
    ]
    assert base.papers["st-1500-2025"].number == "1500/25" and faultless(root)


def test_the_same_agenda_again_writes_nothing_and_a_longer_one_what_is_new(root: Path) -> None:
    first = take(root)
    assert take(root).written == ()
    longer = Agenda(AGENDA.body, AGENDA.date, None, "Elsewhere", (*AGENDA.items, Item("3", "Oil", "Information")))
    again = take(root, longer)
    meeting = read(str(root)).knowledge().meetings[first.meeting]
    assert (again.meeting, again.new, again.items) == (first.meeting, False, 1)
    assert meeting.place == "Lighthouse" and [i.title for i in meeting.items][-1] == "Oil"


def test_without_a_day_nothing_is_written(root: Path) -> None:
    before = sorted(root.rglob("*"))
    for date in ("", "soon"):
        with pytest.raises(BrieferError):
            take(root, date=date)
    assert sorted(root.rglob("*")) == before


def test_a_paper_finds_its_item_and_undo_takes_that_back_too(root: Path) -> None:
    held = take(root)
    review = Review(PLAIN, read(str(root)))
    before = (root / f"knowledge/meetings/{held.meeting}.yaml").read_bytes()
    review.take("lamps")
    item = read(str(root)).knowledge().meetings[held.meeting].items[1]
    assert (item.papers, item.topics) == (("st-1500-2025",), ("lamps",))
    review.undo()
    assert (root / f"knowledge/meetings/{held.meeting}.yaml").read_bytes() == before


def test_read_for_a_meeting_that_does_not_name_it_the_paper_comes_on_its_agenda(root: Path) -> None:
    place = read(str(root))
    meeting = next(iter(place.knowledge().meetings))
    Review(PLAIN, place).take("lamps", meeting)
    item = read(str(root)).knowledge().meetings[meeting].items[-1]
    assert (item.title, item.papers, item.topics) == ("Lighting the northern coast", ("st-1500-2025",), ("lamps",))
    assert faultless(root)


def test_a_revision_takes_the_place_of_the_paper_on_the_agenda_and_its_questions_are_on_the_table(root: Path) -> None:
    from briefer.brief.draft import asked_at

    held = take(root)
    Review(PLAIN, read(str(root))).take("lamps")
    revised = paper(suffix="REV 1", questions=asking("Who trims the wicks of an evening?"))
    review = Review(revised, read(str(root)))
    taken = review.take("lamps")
    base = read(str(root)).knowledge()
    meeting = base.meetings[held.meeting]
    assert meeting.items[1].papers == ("st-1500-2025-rev-1",)
    assert [c.how for c in taken.changes if c.kind == "meeting"] == ["changed"]
    assert [e.value.text for e in asked_at(meeting, ["lamps"], base)] == ["Who trims the wicks of an evening?"]
    Review(PLAIN, read(str(root))).take("lamps")
    assert read(str(root)).knowledge().meetings[held.meeting].items[1].papers == ("st-1500-2025-rev-1",)
    review.undo()
    assert read(str(root)).knowledge().meetings[held.meeting].items[1].papers == ("st-1500-2025",)


def test_by_command_too_the_item_learns_its_topic_and_the_revision(root: Path) -> None:
    held, place = take(root), read(str(root))
    for one in (PLAIN, paper(suffix="REV 1")):
        taken = into.take(one, "lamps", place, place.knowledge())
        item = place.knowledge().meetings[held.meeting].items[1]
        assert (item.papers, item.topics) == ((taken.papers[0],), ("lamps",))
        assert "the paper is on its agenda" in "\n".join(summary.of_taken(taken, str))
    assert into.take(paper(suffix="REV 1"), "lamps", place, place.knowledge()).nothing_new
