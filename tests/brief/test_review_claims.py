"""Sources below the claim: an outside voice, or a paper nobody has read, behind what stands there as a fact."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from briefer.brief import review
from briefer.brief.model import Block, Brief, Carried, Pulled, Section, Source, Via
from briefer.knowledge.base import Knowledge

COUNCIL = Source(paper="st-1-2025", issuer="Council", number="1/25")
SERIES = Source(paper="com-2020-1", number="COM(2020) 1")
GUILD = Source(paper="count", issuer="Guild of Keepers", title="The keepers' count")
READ_THROUGH = Source(
    paper="st-2-2025", issuer="Council", number="2/25", via=Via(paper="bulletin", issuer="Harbour News")
)
UPDATE = Source(
    paper="update", issuer="European Commission", title="Update", via=Via(paper="bulletin", issuer="Harbour News")
)


def brief(block: Block) -> Brief:
    section = Section(id="s", role="free", title="Part", blocks=(block,))
    return Brief(brief="b", format=1, title="B", as_of="2025-06-12", sections=(section,))


def block(text: str = "14 lamps were lit.", *sources: Source, **fields: Any) -> Block:
    return Block(**{"id": "aaaaa2", "role": "fact", "text": text, "sources": sources, **fields})


def weak(one: Block, base: Knowledge | None = None) -> list[str]:
    return [f.why for f in review.findings(brief(one), base) if f.code == "weak-source"]


@pytest.mark.parametrize("source", [COUNCIL, SERIES, Source(paper="x", issuer="Ministry of Lamps")])
def test_an_institution_can_vouch_for_a_fact(source: Source) -> None:
    assert weak(block("So it is.", source)) == []


def test_an_outside_voice_cannot_unless_the_text_says_whose_word_it_is() -> None:
    (why,) = weak(block("14 lamps were lit.", GUILD))
    assert "Guild of Keepers" in why
    assert weak(block("14 lamps were lit, the Guild of Keepers has it.", GUILD)) == []
    assert weak(block("According to its own count, 14 lamps were lit.", GUILD)) == []


def test_one_source_that_can_vouch_is_enough() -> None:
    assert weak(block("14 lamps were lit.", GUILD, COUNCIL)) == []


def test_what_was_read_only_through_another_paper_is_no_fact_of_its_own() -> None:
    (why,) = weak(block("The Council agreed on 14 lamps.", READ_THROUGH))
    assert "Council 2/25" in why and "read only through Harbour News" in why
    assert weak(block("Note 2/25 has 14 lamps.", READ_THROUGH)) == []
    assert weak(block("14 lamps were lit, the Commission's update has it.", UPDATE)) == []


def test_a_critical_voice_that_is_made_a_fact_is_remarked_and_as_a_position_it_is_not() -> None:
    pulled = Pulled(text="Lamps are a waste.", actor="Harbour News", stance="critical")
    (why,) = weak(block("Lamps are a waste.", COUNCIL, role="point", entry="lamps/waste", pulled=pulled))
    assert "Harbour News" in why
    assert weak(block("Lamps are a waste.", COUNCIL, role="position", entry="lamps/waste", pulled=pulled)) == []
    assert weak(block("For Harbour News lamps are a waste.", COUNCIL, entry="lamps/waste", pulled=pulled)) == []


def test_the_table_of_who_says_what_names_whose_it_is() -> None:
    pulled = Pulled(text="Lamps are a waste.", actor="Harbour News", stance="critical")
    row = block("Lamps are a waste.", GUILD, role="row", entry="lamps/waste", pulled=pulled)
    given = brief(row)
    assert weak(row), "elsewhere a row stands for itself"
    table = replace(given.sections[0], role="positions")
    assert review.findings(replace(given, sections=(table,))) == []


def test_what_is_woven_into_an_answer_is_looked_at_by_itself() -> None:
    carried = Carried(entry="lamps/fourteen", pulled=Pulled(text="14 lamps were lit."), marks=(2,))
    text = "We build on what is there.[^1] 14 lamps were lit.[^2]"
    (why,) = weak(block(text, COUNCIL, GUILD, role="answer", carries=(carried,)))
    assert "14 lamps were lit" in why and "Guild of Keepers" in why


def test_the_list_of_actors_knows_better_than_the_name(base: Knowledge) -> None:
    ministry = Source(paper="x", issuer="GoK")
    assert weak(block("14 lamps were lit.", ministry), base), "an organisation, by its alias"
    assert weak(block("14 lamps were lit.", Source(paper="x", issuer="Examplian Presidency")), base) == []
