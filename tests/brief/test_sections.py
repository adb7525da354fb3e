"""What a person does to whole sections, titles and the marking of a brief."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefer.brief import edit, whole
from briefer.brief.model import Block, Brief, MeetingRef, Section, Source
from briefer.errors import UsageError


def section_ids(brief: Brief) -> list[str]:
    return [s.id for s in brief.sections]


@pytest.mark.parametrize(("by", "place"), [(1, 2), (-1, 0), (-9, 0), (99, -1)])
def test_a_section_moves_and_stops_at_the_edge(lamps_brief: Brief, by: int, place: int) -> None:
    moved = whole.move(lamps_brief, "objective", by)
    assert section_ids(moved)[place] == "objective"
    assert sorted(section_ids(moved)) == sorted(section_ids(lamps_brief))


def test_a_section_taken_out_takes_what_belonged_to_its_questions(lamps_brief: Brief) -> None:
    elsewhere = Block(id="zzzzz2", role="fact", text="Lit.", question="qqqqq1")
    brief = replace(lamps_brief, sections=(*lamps_brief.sections, Section(id="x", role="free", blocks=(elsewhere,))))
    left = whole.remove(brief, "speaking")
    assert "speaking" not in section_ids(left)
    assert not [b for s in left.sections for b in s.blocks if b.question == "qqqqq1"]


def test_the_marking_comes_down_with_the_section_that_carried_it() -> None:
    limite = Block(id="limite1", role="fact", sources=(Source(paper="a", marking="LIMITE"),))
    public = Block(id="public1", role="fact", sources=(Source(paper="b", marking="PUBLIC"),))
    sections = tuple(Section(id=b.id, role="background", blocks=(b,)) for b in (limite, public))
    brief = Brief(brief="x", format=1, title="X", as_of="2025-06-10", marking="LIMITE", sections=sections)
    assert whole.remove(brief, "limite1").marking == "PUBLIC"
    assert whole.lowest_marking(brief) == "LIMITE"


def test_titles_change_alone(lamps_brief: Brief) -> None:
    assert whole.title(lamps_brief, "Lamps").title == "Lamps"
    renamed = whole.retitle(lamps_brief, "speaking", "What we say")
    assert [s.title for s in renamed.sections if s.id == "speaking"] == ["What we say"]
    assert [s.blocks for s in renamed.sections] == [s.blocks for s in lamps_brief.sections]


def test_facts_are_judged_by_the_day_of_the_meeting_that_is_set(lamps_brief: Brief) -> None:
    assert whole.set_header(lamps_brief, {"date": "2026-02-01"}).as_of == "2026-02-01"
    assert whole.set_header(lamps_brief, {"place": "Brussels"}).as_of == lamps_brief.as_of


def test_a_new_block_answers_a_question_that_has_no_answer(lamps_brief: Brief) -> None:
    section, question = edit.find(lamps_brief, "qqqqq1")
    assert whole.own_role(lamps_brief, section, question) == ("text", "qqqqq1")
    without = edit.remove(lamps_brief, "bbbbb2")
    assert whole.own_role(without, section, question) == ("answer", "qqqqq1")
    assert whole.own_role(lamps_brief, section, None) == ("text", None)


def test_header_data_change_and_go(lamps_brief: Brief) -> None:
    assert whole.header(lamps_brief)["body"] == "LWP"
    changed = whole.set_header(lamps_brief, {"place": " Port  Hall ", "drafter": "A. Keeper"})
    assert changed.meeting == MeetingRef(id="lwp-2025-06-12", body="LWP", date="2025-06-12", place="Port Hall")
    assert (changed.drafter, changed.delegation) == ("A. Keeper", "Examplia")
    assert whole.set_header(lamps_brief, whole.header(lamps_brief)) == lamps_brief
    other = whole.set_header(lamps_brief, {"date": "2025-07"})
    assert other.meeting == MeetingRef(body="LWP", date="2025-07"), "another day is another meeting"
    none = whole.set_header(lamps_brief, dict.fromkeys(whole.HEADER_FIELDS, ""))
    assert (none.meeting, none.delegation) == (None, None)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"date": "10 June"}, "“10 June” is not a date"),
        ({"date": "2025-02-30"}, "not a date"),
        ({"end": "2025-06-11"}, "before the first"),
        ({"date": "", "end": "2025-06-13"}, "needs a first"),
    ],
)
def test_a_wrong_date_is_told(lamps_brief: Brief, values: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        whole.set_header(lamps_brief, values)
