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
