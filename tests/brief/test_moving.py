"""Blocks in another order: where they go at the edges, and whose they are where they come to stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer.brief import edit
from briefer.brief.marking import block_marking
from briefer.brief.model import Block, Brief, Section, Source
from briefer.errors import BrieferError


def ids(brief: Brief, section: str = "speaking") -> list[str]:
    return [b.id for s in brief.sections if s.id == section for b in s.blocks]


def question(brief: Brief, ident: str) -> str | None:
    return edit.find(brief, ident)[1].question


@pytest.mark.parametrize(
    ("ident", "by", "speaking", "background"),
    [
        ("eeeee2", 1, [], ["fffff2", "eeeee2"]),
        ("fffff2", -1, [], ["fffff2", "eeeee2"]),
        ("fffff2", 1, [], ["eeeee2", "fffff2"]),
        ("eeeee2", 99, [], ["fffff2", "eeeee2"]),
        ("eeeee2", -1, ["eeeee2"], ["fffff2"]),
        ("fffff2", -2, ["fffff2"], ["eeeee2"]),
    ],
)
def test_a_block_moves_on_into_the_neighbouring_section_and_stays_at_the_end_of_the_brief(
    lamps_brief: Brief, ident: str, by: int, speaking: list[str], background: list[str]
) -> None:
    moved = edit.move(lamps_brief, ident, by)
    assert ids(moved) == ids(lamps_brief) + speaking
    assert ids(moved, "background") == background
    assert ids(moved, "sources") == []


def test_sections_made_at_export_are_passed_over(lamps_brief: Brief) -> None:
    more = Section(id="more", role="free", blocks=(Block(id="more01", role="text", text="More."),))
    brief = replace(lamps_brief, sections=(*lamps_brief.sections, more))
    assert ids(edit.move(brief, "fffff2", 1), "more") == ["fffff2", "more01"]
    assert ids(edit.move(brief, "more01", -1), "background") == ["eeeee2", "fffff2", "more01"]
    assert edit.move(brief, "aaaaa2", -1) == brief, "above it there is only the header"


def test_an_answer_belongs_to_the_question_below_which_it_stands(lamps_brief: Brief) -> None:
    down = edit.move(lamps_brief, "ccccc2", 1)
    assert ids(down) == ["qqqqq1", "bbbbb2", "qqqqq2", "ccccc2", "ddddd2"]
    assert question(down, "ccccc2") == "qqqqq2"
    assert edit.move(down, "ccccc2", -1) == lamps_brief
    last = edit.move(down, "ccccc2", 1)
    assert (ids(last)[-1], question(last, "ccccc2")) == ("ccccc2", "qqqqq2")


def test_above_all_questions_it_belongs_to_none_and_comes_back(lamps_brief: Brief) -> None:
    up = edit.move(lamps_brief, "bbbbb2", -1)
    assert ids(up)[:2] == ["bbbbb2", "qqqqq1"]
    assert question(up, "bbbbb2") is None
    assert edit.move(up, "bbbbb2", 1) == lamps_brief
    away = edit.move(lamps_brief, "ddddd2", 1)
    assert (ids(away, "background")[0], question(away, "ddddd2")) == ("ddddd2", None)


def test_loose_text_stays_loose_until_it_is_moved_among_what_belongs_to_a_question(lamps_brief: Brief) -> None:
    brief, one = edit.add(lamps_brief, "text", "One.", section="speaking")
    brief, two = edit.add(brief, "text", "Two.", section="speaking")
    up = edit.move(brief, two, -1)
    assert (ids(up)[-2:], question(up, two)) == ([two, one], None)
    among = edit.move(up, two, -1)
    assert (ids(among)[-3:], question(among, two)) == ([two, "ddddd2", one], "qqqqq2")
    back = edit.move(edit.move(among, two, 1), two, 1)
    assert (ids(back)[-2:], question(back, two)) == ([one, two], None)


def test_what_belongs_to_a_question_elsewhere_keeps_it_within_its_section(lamps_brief: Brief) -> None:
    brief, far = edit.add(lamps_brief, "text", "Far.", section="background", question="qqqqq1")
    up = edit.move(brief, far, -1)
    assert (ids(up, "background"), question(up, far)) == (["eeeee2", far, "fffff2"], "qqqqq1")


def test_a_question_moves_with_what_belongs_to_it(lamps_brief: Brief) -> None:
    down = edit.move(lamps_brief, "qqqqq1", 1)
    assert ids(down) == ["qqqqq2", "ddddd2", "qqqqq1", "bbbbb2", "ccccc2"]
    assert [question(down, i) for i in ("bbbbb2", "ccccc2", "ddddd2")] == ["qqqqq1", "qqqqq1", "qqqqq2"]
    assert edit.move(down, "qqqqq1", -1) == lamps_brief
    assert edit.move(down, "qqqqq2", 1) == lamps_brief
    far = edit.move(down, "qqqqq1", 1)
    assert ids(far, "background") == ["qqqqq1", "bbbbb2", "ccccc2", "eeeee2", "fffff2"]
    assert edit.move(far, "qqqqq1", -1) == down
    lone, _ = edit.add(lamps_brief, "text", "Lone.", section="speaking")
    assert ids(edit.move(lone, "qqqqq2", 1))[-2:] == ["qqqqq2", "ddddd2"]


# --- to a place ------------------------------------------------------------------------------------------------------


def test_a_block_goes_to_the_place_that_is_named(lamps_brief: Brief) -> None:
    for after, order in [
        (None, ["eeeee2", "fffff2", "ccccc2"]),
        ("section:background", ["ccccc2", "eeeee2", "fffff2"]),
        ("eeeee2", ["eeeee2", "ccccc2", "fffff2"]),
    ]:
        moved = edit.move_to(lamps_brief, "ccccc2", section="background", after=after)
        assert (ids(moved, "background"), question(moved, "ccccc2")) == (order, None)


def test_below_a_question_or_at_the_end_of_what_belongs_to_it_it_is_that_ones(lamps_brief: Brief) -> None:
    for after in ("qqqqq2", "ddddd2"):
        assert question(edit.move_to(lamps_brief, "fffff2", section="speaking", after=after), "fffff2") == "qqqqq2"
    told = edit.move_to(lamps_brief, "fffff2", section="speaking", after="ddddd2", question=None)
    assert question(told, "fffff2") is None
    told = edit.move_to(lamps_brief, "fffff2", section="background", question="qqqqq1")
    assert (ids(told, "background")[-1], question(told, "fffff2")) == ("fffff2", "qqqqq1")


def test_a_question_takes_its_answer_along_and_not_into_itself(lamps_brief: Brief) -> None:
    moved = edit.move_to(lamps_brief, "qqqqq1", section="background", after="eeeee2")
    assert ids(moved, "background") == ["eeeee2", "qqqqq1", "bbbbb2", "ccccc2", "fffff2"]
    assert question(moved, "bbbbb2") == "qqqqq1"
    assert edit.move_to(lamps_brief, "qqqqq1", section="speaking", after="ccccc2") == lamps_brief


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ({"section": "sources"}, "made at export"),
        ({"section": "backgruond"}, "Did you mean background"),
        ({"section": "background", "after": "ccccc2"}, "no block ccccc2 in Background"),
        ({"section": "background", "question": "eeeee2"}, "not a question"),
        ({"section": "background", "question": "zzzzz9"}, "no block zzzzz9"),
    ],
)
def test_a_place_that_makes_no_sense_is_told(lamps_brief: Brief, to: dict[str, str], said: str) -> None:
    with pytest.raises(BrieferError, match=said):
        edit.move_to(lamps_brief, "fffff2", **to)  # type: ignore[arg-type]


# --- markings --------------------------------------------------------------------------------------------------------


def test_own_words_from_a_section_never_for_release_keep_its_marking_elsewhere() -> None:
    own = Block(id="own001", role="text", text="Our limit.")
    fact = Block(id="fact01", role="fact", text="So.", sources=(Source(paper="p", marking="PUBLIC"),))
    brief = Brief(
        brief="b", format=1, title="B", as_of="2025", own_marking="PUBLIC",
        sections=(Section(id="red", role="red-lines", blocks=(own, fact)), Section(id="open", role="free")),
    )  # fmt: skip
    for ident, marking in (("own001", "LIMITE"), ("fact01", "PUBLIC")):
        moved = edit.move_to(brief, ident, section="open")
        assert block_marking(moved, *edit.find(moved, ident)) == marking
    assert edit.move_to(brief, "own001", section="open").marking == "LIMITE"


# --- whatever is moved wherever --------------------------------------------------------------------------------------


@settings(deadline=None)
@given(moves=st.lists(st.tuples(st.integers(0, 9), st.integers(-3, 3), st.booleans()), max_size=12))
def test_no_block_is_ever_lost_or_belongs_to_what_is_no_question(moves: list[tuple[int, int, bool]]) -> None:
    roles = ["text", "question", "answer", "fact", "question", "answer", "text", "fact"]
    owners = [None, None, "block1", "block1", None, "block4", None, None]
    blocks = [
        Block(id=f"block{i}", role=r, text=str(i), question=q)
        for i, (r, q) in enumerate(zip(roles, owners, strict=True))
    ]  # type: ignore[arg-type]
    brief = Brief(
        brief="b", format=1, title="B", as_of="2025",
        sections=(
            Section(id="head", role="header"), Section(id="one", role="speaking-note", blocks=tuple(blocks[:7])),
            Section(id="made", role="sources"), Section(id="two", role="free", blocks=tuple(blocks[7:])),
        ),
    )  # fmt: skip
    for which, by, to in moves:
        ident = f"block{which % 8}"
        brief = edit.move_to(brief, ident, section=("one", "two")[by % 2]) if to else edit.move(brief, ident, by)
        now = [b for s in brief.sections for b in s.blocks]
        assert sorted(b.id for b in now) == sorted(b.id for b in blocks)
        assert {b.question for b in now} <= {None, "block1", "block4"}
        assert not brief.sections[0].blocks and not brief.sections[2].blocks
        for section in brief.sections:
            here = [b.id for b in section.blocks if b.role == "question"]
            for at, b in enumerate(section.blocks):
                if b.question in here:
                    assert b.question in [x.id for x in section.blocks[:at]], "it stands below its question"
