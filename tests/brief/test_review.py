"""What a careful colleague would say of a brief."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from briefer.brief import edit, review
from briefer.brief.model import Block, Brief, Pulled, Section, Source


def codes(brief: Brief) -> list[tuple[str, str]]:
    return [(f.code, f.block) for f in review.findings(brief)]


def single(block: Block, **section: Any) -> Brief:
    made = Section(**{"id": "s", "role": "free", "title": "Part", "blocks": (block,), **section})
    return Brief(brief="b", format=1, title="B", as_of="2025-06-12", sections=(made,))


def fact(**fields: Any) -> Block:
    sources = (Source(paper="p", marking="PUBLIC"),)
    return Block(**{"id": "aaaaa2", "role": "fact", "text": "So it is.", "sources": sources, **fields})


def test_a_sound_fact_has_no_remark() -> None:
    assert codes(single(fact(pulled=Pulled(text="So it is.", valid_until="2025-06-12")))) == []


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (fact(sources=()), "unsourced"),
        (fact(role="position", sources=()), "unsourced"),
        (Block(id="aaaaa2", role="prompt", text="Fill in"), "unfilled"),
        (fact(pulled=Pulled(text="So it is.", valid_until="2025-06-11")), "out-of-date"),
        (fact(pulled=Pulled(text="So it is.", disputed=("No, 14 (The count)",))), "disputed"),
        (fact(pulled=Pulled(text="So it is.", superseded="It is 15 now")), "superseded"),
    ],
)
def test_what_is_amiss_is_remarked_at_its_block(block: Block, code: str) -> None:
    assert codes(single(block)) == [(code, "aaaaa2")]


def test_a_remark_names_the_section_the_text_and_the_other_side() -> None:
    (finding,) = review.findings(single(fact(pulled=Pulled(text="So it is.", disputed=("No, 14 (The count)",)))))
    assert "Part" in finding.message and "So it is." in finding.message and "No, 14 (The count)" in finding.message


def test_the_delegations_own_words_need_no_source() -> None:
    assert codes(single(Block(id="aaaaa2", role="answer", text="We say so."))) == []


def test_what_is_longer_than_its_limit_is_remarked() -> None:
    spoken = Block(id="aaaaa2", role="answer", text="word " * 111)
    assert codes(single(spoken, minutes=1)) == [("too-long", "")]
    assert codes(single(replace(spoken, text="word " * 110), minutes=1)) == []
    assert codes(single(spoken, words=110)) == [("too-long", "")]
    assert codes(single(spoken, words=111)) == []


def test_a_question_counts_as_unanswered_until_its_answer_says_something(lamps_brief: Brief) -> None:
    assert [b.id for b in review.unanswered(lamps_brief)] == ["qqqqq1"]
    answered = edit.set_text(lamps_brief, "bbbbb2", "The northern ones.")
    assert review.unanswered(answered) == []
    assert [b.id for b in review.unanswered(edit.set_text(answered, "bbbbb2", " "))] == ["qqqqq1"]


def test_a_pulled_statement_that_was_rewritten_is_remarked() -> None:
    changed = fact(text="So it is not.", pulled=Pulled(text="So it is."))
    (finding,) = review.findings(single(changed))
    assert finding.code == "reworded" and "So it is." in finding.message


def test_emphasis_and_the_day_of_a_timeline_rewrite_nothing() -> None:
    dated = fact(text="**10 June 2025** So it *is*.[^1]", pulled=Pulled(text="So it is."))
    assert codes(single(dated)) == []


def test_what_a_source_says_after_the_day_of_the_note_is_remarked() -> None:
    assert codes(single(fact(pulled=Pulled(text="So it is.", as_of="2025-06-12")))) == []
    assert codes(single(fact(pulled=Pulled(text="So it is.", as_of="2025-07")))) == [("later", "aaaaa2")]


# --- what is counted and what is listed -------------------------------------------------------------------------------


def test_each_remark_belongs_to_a_row_of_the_brief(lamps_brief: Brief) -> None:
    long = edit.set_text(replace(lamps_brief, words_per_minute=1), "bbbbb2", "The northern ones, then all others.")
    rows = {b.id for s in long.sections for b in s.blocks} | {f"section:{s.id}" for s in long.sections}
    found = review.findings(long)
    assert ("too-long", "section:speaking") in [(f.code, f.row) for f in found]
    assert {f.row for f in found} <= rows
    assert all(f.message and "\n" not in f.message for f in found)


def test_a_question_is_remarked_only_where_nothing_asks_for_its_answer(lamps_brief: Brief) -> None:
    assert "unanswered" not in [code for code, _ in codes(lamps_brief)]
    assert ("unanswered", "qqqqq1") in codes(edit.remove(lamps_brief, "bbbbb2"))


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (Block(id="aaaaa2", role="text", text=" \n"), "empty"),
        (fact(text="So it is.[^2]"), "no-such-source"),
    ],
)
def test_what_cannot_be_meant_is_remarked(block: Block, code: str) -> None:
    assert codes(single(block)) == [(code, "aaaaa2")]


def test_statements_without_a_source_are_counted(lamps_brief: Brief) -> None:
    assert review.sources_missing(lamps_brief) == 0
    bare = edit.uncite(lamps_brief, "eeeee2", 1)
    assert review.sources_missing(bare) == 1


def test_the_minutes_of_a_section_are_shared_by_its_questions(lamps_brief: Brief) -> None:
    assert review.answer_limit(lamps_brief, "qqqqq1") == 90
    spoken, _ = edit.add(lamps_brief, "text", "word " * 110, section="speaking")
    assert review.answer_limit(spoken, "qqqqq2") == 60
    crowded, _ = edit.add(lamps_brief, "text", "word " * 1100, section="speaking")
    assert review.answer_limit(crowded, "qqqqq2") == 1
    free = replace(lamps_brief, sections=tuple(replace(s, minutes=None) for s in lamps_brief.sections))
    assert review.answer_limit(free, "qqqqq1") == 0
    assert review.answer_limit(lamps_brief, "ccccc2") == review.answer_limit(lamps_brief, "nothing") == 0


def test_an_answer_takes_the_time_of_all_that_is_said_on_its_question(lamps_brief: Brief) -> None:
    assert review.answer_seconds(lamps_brief, "qqqqq1") == 0
    one = edit.set_text(lamps_brief, "bbbbb2", "word " * 55)
    assert review.answer_seconds(one, "qqqqq1") == 30
    two, _ = edit.add(one, "answer", "word " * 11, section="speaking", question="qqqqq1")
    assert review.answer_seconds(two, "qqqqq1") == 36
