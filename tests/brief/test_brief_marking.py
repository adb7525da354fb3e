"""Markings on the way out: the high-water mark, and what a release ceiling lets through."""

from __future__ import annotations

from typing import Any

import pytest

from briefer.brief.marking import above, block_marking, high_water, unfilled
from briefer.brief.model import Block, Brief, Section, Source
from briefer.errors import BrieferError, UsageError
from briefer.word.export import check

PUBLIC = Source(paper="a", marking="PUBLIC")
LIMITE = Source(paper="b", marking="LIMITE")


def brief(*blocks: Block, role: Any = "background", disclosable: bool = True, **fields: Any) -> Brief:
    section = Section(id="one", role=role, title="One", disclosable=disclosable, blocks=blocks)
    return Brief(**{"brief": "b", "format": 1, "title": "B", "as_of": "2025-06-12", "sections": (section,), **fields})


def fact(*sources: Source, **fields: Any) -> Block:
    return Block(**{"id": "aaaaa2", "role": "fact", "text": "It is so.", "entry": "t/e", "sources": sources, **fields})


def marked(one: Brief) -> str:
    return block_marking(one, one.sections[0], one.sections[0].blocks[0])


@pytest.mark.parametrize(
    ("sources", "marking"), [((PUBLIC,), "PUBLIC"), ((LIMITE,), "LIMITE"), ((PUBLIC, LIMITE), "LIMITE")]
)
def test_a_block_has_the_highest_marking_of_its_sources(sources: tuple[Source, ...], marking: str) -> None:
    assert marked(brief(fact(*sources))) == marking


@pytest.mark.parametrize("role", ["answer", "point", "text", "prompt", "note", "row", "fact", "question", "figure"])
def test_the_delegations_own_text_has_its_own_marking(role: Any) -> None:
    own = Block(id="aaaaa2", role=role, text="We think so.")
    assert marked(brief(own)) == "LIMITE"
    assert marked(brief(own, own_marking="PUBLIC")) == "PUBLIC"


@pytest.mark.parametrize("role", ["answer", "point", "text"])
def test_own_words_stay_own_words_when_they_cite_a_public_paper(role: Any) -> None:
    assert marked(brief(Block(id="aaaaa2", role=role, text="We oppose it[^1].", sources=(PUBLIC,)))) == "LIMITE"


def test_a_person_may_raise_a_block_and_the_brief_but_not_lower_them() -> None:
    assert marked(brief(fact(PUBLIC, marking="LIMITE"))) == "LIMITE"
    assert marked(brief(fact(LIMITE, marking="PUBLIC"))) == "LIMITE"
    assert high_water(brief(fact(PUBLIC), marking="LIMITE")) == "LIMITE"
    assert high_water(brief(fact(LIMITE), marking="PUBLIC")) == "LIMITE"


def test_a_marking_nobody_knows_ranks_above_all() -> None:
    odd = brief(fact(Source(paper="c", marking="SENSITIVE")))
    assert high_water(odd) == "SENSITIVE"
    assert above(odd, "LIMITE")


def test_letter_case_makes_no_difference() -> None:
    assert not above(brief(fact(Source(paper="c", marking="limite"))), "Limite")
    assert above(brief(fact(Source(paper="c", marking="limite"))), "public")


@pytest.mark.parametrize("role", ["red-lines", "do-not-raise"])
@pytest.mark.parametrize("markings", [("PUBLIC", "LIMITE"), ("PUBLIC",), ("OPEN", "PUBLIC", "LIMITE")])
def test_red_lines_never_pass_a_public_ceiling(role: Any, markings: tuple[str, ...]) -> None:
    own = Block(id="aaaaa2", role="row", text="**Red line** No.")
    for block in (own, fact(PUBLIC)):
        one = brief(block, role=role, markings=markings, own_marking="PUBLIC", marking="PUBLIC")
        assert [b.id for _, b, _ in above(one, "PUBLIC")] == ["aaaaa2"]
        with pytest.raises(BrieferError, match="aaaaa2"):
            check(one, final=False, ceiling="PUBLIC")


def test_what_is_not_for_disclosure_never_passes_a_public_ceiling() -> None:
    one = brief(fact(PUBLIC), disclosable=False, own_marking="PUBLIC")
    assert above(one, "PUBLIC")
    assert not above(one, "LIMITE")


def test_a_ceiling_refuses_and_names_the_blocks_that_stand_in_the_way() -> None:
    one = brief(fact(PUBLIC), fact(LIMITE, id="bbbbb2"), fact(LIMITE, id="ccccc2"))
    with pytest.raises(BrieferError) as refused:
        check(one, final=False, ceiling="PUBLIC")
    assert "One [bbbbb2, ccccc2]" in str(refused.value)
    assert "aaaaa2" not in str(refused.value)
    check(one, final=False, ceiling="LIMITE")


def test_a_brief_that_a_person_has_raised_does_not_pass_either() -> None:
    with pytest.raises(BrieferError, match="itself is marked LIMITE"):
        check(brief(fact(PUBLIC), marking="LIMITE"), final=False, ceiling="PUBLIC")
    check(brief(fact(PUBLIC), marking="PUBLIC"), final=False, ceiling="PUBLIC")


def test_a_ceiling_that_is_no_marking_is_told_with_those_in_use() -> None:
    with pytest.raises(UsageError, match=r"Did you mean PUBLIC\?"):
        above(brief(fact(PUBLIC)), "PUBLICK")


def test_prompts_are_unfilled_and_stop_only_the_final_note() -> None:
    one = brief(Block(id="aaaaa2", role="prompt", text="What do we want?"), fact(PUBLIC, id="bbbbb2"))
    assert [b.id for _, b in unfilled(one)] == ["aaaaa2"]
    check(one, final=False, ceiling=None)
    check(one, final=True, ceiling=None, force=True)
    with pytest.raises(BrieferError, match="1 prompt still to be filled in: One \\[aaaaa2\\]"):
        check(one, final=True, ceiling=None)
