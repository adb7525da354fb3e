"""What a person does to whole sections, titles and the marking of a brief."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from briefer.brief import edit, markup, store, whole
from briefer.brief.model import Block, Brief, Carried, MeetingRef, Pulled, Section, Source
from briefer.errors import BrieferError, UsageError


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


# --- new ones, copies, limits ----------------------------------------------------------------------------------------


def test_a_new_section_gets_an_id_from_its_title_and_a_place(lamps_brief: Brief) -> None:
    brief, first = whole.new_section(lamps_brief, "  Our  “lamps” ", after="objective")
    assert (first, section_ids(brief)[:3]) == ("our-lamps", ["header", "objective", "our-lamps"])
    assert [s.title for s in brief.sections][2] == "Our “lamps”"
    brief, second = whole.new_section(brief, "Our lamps", after=None, role="red-lines")
    assert (second, section_ids(brief)[-2:]) == ("our-lamps-2", ["our-lamps-2", "sources"]), (
        "above what is made at export"
    )
    assert brief.sections[-2].role == "red-lines"


@pytest.mark.parametrize(
    ("title", "more", "said"),
    [
        (" ", {"after": None}, "needs a title"),
        ("A", {"after": "objectiv"}, "Did you mean objective"),
        ("A", {"after": None, "role": "sources"}, "already"),
    ],
)
def test_a_new_section_that_makes_no_sense_is_told(lamps_brief: Brief, title: str, more: Any, said: str) -> None:
    with pytest.raises(BrieferError, match=said):
        whole.new_section(lamps_brief, title, **more)


def test_a_copied_section_has_ids_of_its_own_and_answers_belong_to_its_questions(lamps_brief: Brief) -> None:
    elsewhere = Block(id="zzzzz2", role="fact", text="Lit.", question="qqqqq1")
    brief = replace(lamps_brief, sections=(*lamps_brief.sections, Section(id="x", role="free", blocks=(elsewhere,))))
    copied, ident = whole.duplicate(brief, "speaking")
    at = section_ids(copied).index(ident)
    original, copy = copied.sections[at - 1], copied.sections[at]
    assert (ident, original.id) == ("speaking-2", "speaking")
    assert len({b.id for s in copied.sections for b in s.blocks}) == 6 + 5 + 3
    assert [b.text for b in copy.blocks] == [b.text for b in original.blocks]
    asked = [b.id for b in copy.blocks if b.role == "question"]
    assert [b.question for b in copy.blocks] == [None, asked[0], asked[0], None, asked[1]]
    assert not store.parse(store.dump(copied), "b")[1]
    copied, ident = whole.duplicate(brief, "x")
    assert [b.question for s in copied.sections if s.id == ident for b in s.blocks] == ["qqqqq1"]
    with pytest.raises(BrieferError, match="made at export"):
        whole.duplicate(brief, "sources")


def test_limits_are_set_and_taken_away(lamps_brief: Brief) -> None:
    limited = whole.set_limits(lamps_brief, "background", 2.5, 300)
    assert [(s.minutes, s.words) for s in limited.sections if s.id == "background"] == [(2.5, 300)]
    assert whole.set_limits(limited, "background", None, 0) == lamps_brief
    for limits in ((-1, None), (None, 10**6), (float("nan"), None)):
        with pytest.raises(BrieferError, match="no limit"):
            whole.set_limits(lamps_brief, "background", *limits)  # type: ignore[arg-type]


def test_what_may_not_be_disclosed_is_marked_so(lamps_brief: Brief) -> None:
    brief = replace(lamps_brief, own_marking="PUBLIC", marking=None, sections=lamps_brief.sections[3:])
    assert whole.lowest_marking(brief) == "PUBLIC"
    closed = whole.disclose(brief, "background", False)
    assert (closed.sections[0].disclosable, closed.marking) == (False, "LIMITE")
    assert whole.disclose(closed, "background", True).marking == "PUBLIC"


def test_who_cleared_a_brief_stands_in_it_only_as_long_as_it_is_cleared(lamps_brief: Brief) -> None:
    waiting = replace(whole.set_state(lamps_brief, "clearance"), cleared_by="B. Clearer")
    cleared = whole.set_state(waiting, "cleared")
    assert (cleared.state, cleared.cleared_by) == ("cleared", "B. Clearer")
    assert whole.set_state(cleared, "cleared") == cleared
    again = whole.set_state(cleared, "draft")
    assert (again.state, again.cleared_by) == ("draft", None)


# --- text that becomes a heading, and back ---------------------------------------------------------------------------


def test_a_paragraph_becomes_a_heading_and_takes_what_followed_it(lamps_brief: Brief) -> None:
    brief, title = edit.add(lamps_brief, "text", "**Next** steps\\*", section="background", after="eeeee2")
    promoted, ident = whole.promote(brief, title)
    assert ident == "next-steps"
    assert section_ids(promoted) == ["header", "objective", "speaking", "background", "next-steps", "sources"]
    old, new = promoted.sections[3:5]
    assert (new.title, new.role, new.disclosable) == ("Next steps*", "free", True)
    assert ([b.id for b in old.blocks], [b.id for b in new.blocks]) == (["eeeee2"], ["fffff2"])
    closed, _ = whole.promote(whole.disclose(brief, "background", False), title)
    assert not closed.sections[4].disclosable


@pytest.mark.parametrize(
    ("ident", "said"),
    [
        ("qqqqq1", "question cannot be a title"), ("bbbbb2", "to be filled in cannot"), ("ccccc2", "with its sources"),
        ("fffff2", "one paragraph"), ("zzzzz9", "no block"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_title_is_told(lamps_brief: Brief, ident: str, said: str) -> None:
    with pytest.raises(BrieferError, match=said):
        whole.promote(lamps_brief, ident)


def test_what_carries_an_entry_or_says_nothing_cannot_be_a_title(lamps_brief: Brief) -> None:
    own = edit.find(lamps_brief, "ddddd2")[1]
    for changed in (replace(own, carries=(Carried("t/x", Pulled(text="x")),)), replace(own, text=" ")):
        brief = replace(lamps_brief, sections=(Section(id="s", role="free", blocks=(changed,)),))
        with pytest.raises(BrieferError):
            whole.promote(brief, "ddddd2")


@pytest.mark.parametrize("title", ["Next steps", "2 * 3 [^1]", "- a \\ b", "**not bold**"])
def test_a_heading_joins_the_section_above_and_becomes_one_again(lamps_brief: Brief, title: str) -> None:
    blocks = (Block(id="more01", role="text", text="More."), Block(id="more02", role="point", text="And more."))
    last = replace(lamps_brief, sections=lamps_brief.sections[:-1])
    before, ident = whole.new_section(last, title, after="background")
    before = replace(before, sections=(*before.sections[:-1], replace(before.sections[-1], blocks=blocks)))
    joined, line = whole.demote(before, ident)
    assert [b.id for b in joined.sections[-1].blocks] == ["eeeee2", "fffff2", line, "more01", "more02"]
    (paragraph,) = markup.parse(edit.find(joined, line)[1].text)
    assert [(r.text, r.bold) for r in paragraph.runs] == [(title, True)]
    assert whole.promote(joined, line) == (before, ident)


def test_what_is_never_for_release_does_not_join_what_is(lamps_brief: Brief) -> None:
    brief, ident = whole.new_section(lamps_brief, "Red lines", after="background", role="red-lines")
    with pytest.raises(BrieferError, match="Red lines is not for disclosure, but Background is"):
        whole.demote(brief, ident)
    joined, _ = whole.demote(whole.disclose(brief, "background", False), ident)
    assert ident not in section_ids(joined)


@pytest.mark.parametrize(("ident", "said"), [("sources", "made at export"), ("objective", "no section above")])
def test_what_cannot_join_is_told(lamps_brief: Brief, ident: str, said: str) -> None:
    with pytest.raises(BrieferError, match=said):
        whole.demote(lamps_brief, ident)
