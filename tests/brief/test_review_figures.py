"""Figures that differ inside a note: what is the same thing, and what is not."""

from __future__ import annotations

import pytest

from briefer.brief import review
from briefer.brief.model import Block, BlockRole, Brief, Pulled, Section, Source
from briefer.knowledge.amounts import Amount, amounts


def brief(*said: tuple[BlockRole, str]) -> Brief:
    blocks = tuple(
        Block(id=f"aaaaa{i + 2}", role=role, text=text, sources=(Source(paper="p"),))
        for i, (role, text) in enumerate(said)
    )
    sections = tuple(
        Section(id=f"s{i}", role="free", title=f"Part {i + 1}", blocks=(block,)) for i, block in enumerate(blocks)
    )
    return Brief(brief="b", format=1, title="B", as_of="2025-06-12", sections=sections)


def differ(*said: tuple[BlockRole, str]) -> list[review.Finding]:
    return [f for f in review.findings(brief(*said)) if f.code == "figures-differ"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "In October 2024 the Examplian coast had 12 lit lamps.",
            "In October 2024 the Examplian coast had 14 lit lamps.",
        ),
        (
            "The lamp fund of Examplia holds €3 million for repairs.",
            "For repairs the lamp fund of Examplia holds €3 billion.",
        ),
        ("Cape Example got 40 % of its oil by sea in 2024.", "In 2024 Cape Example got 45 per cent of its oil by sea."),
        ("The Guild trained three keepers at Cape Example.", "The Guild trained 5 keepers at Cape Example."),
    ],
)
def test_one_thing_with_two_numbers_is_remarked_with_both_and_where(one: str, other: str) -> None:
    (found,) = differ(("fact", one), ("fact", other))
    assert found.block == "aaaaa3" and "Part 1" in found.why
    assert one.rstrip(".") in found.message and other.rstrip(".") in found.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Examplian coast had 12 lit lamps in 2023.", "The Examplian coast had 14 lit lamps in 2024."),
        ("The Guild trained 300 keepers at Cape Example.", "The Guild trained 500 keepers at Cape Sample."),
        ("The Guild trained 300 keepers at Cape Example.", "The Guild trained about 280 keepers at Cape Example."),
        ("The Guild trained 300 keepers at Cape Example.", "The Guild trained a further 20 keepers at Cape Example."),
        ("The Guild trained 300 keepers at Cape Example.", "The Guild trained 12 divers at Cape Example."),
        ("Article 5 of the Lamp Act binds the keepers.", "Article 7 of the Lamp Act binds the keepers."),
        ("On 10 June the Guild met the keepers.", "On 12 June the Guild met the keepers."),
        ("Of 500 keepers the Guild trained 300 keepers.", "The Guild trained 300 keepers, all of its keepers."),
        ("Council 1234/25 is on lamps and keepers.", "Council 1235/25 is on lamps and keepers."),
        ("The Guild trained two to three keepers a year.", "The Guild trained 5 keepers a year."),
    ],
)
def test_different_things_and_rough_numbers_are_left_alone(one: str, other: str) -> None:
    assert differ(("fact", one), ("fact", other)) == []


def test_what_we_say_is_held_against_the_fact_it_rests_on() -> None:
    fact = ("fact", "In October 2024 the coast of Examplia had 12 lit lamps.")
    (found,) = differ(("answer", "Examplia has **14** lit lamps on its coast."), fact)
    assert found.block == "aaaaa2" and "Part 2" in found.why
    assert differ(("answer", "Examplia has 12 lit lamps on its coast."), fact) == []


def test_what_the_base_calls_disputed_is_remarked_as_that_only() -> None:
    texts = "The Examplian coast had 12 lit lamps.", "The Examplian coast had 14 lit lamps."
    first, second = brief(("fact", texts[0]), ("fact", texts[1])).sections
    pulled = [Pulled(text=texts[0], disputed=(f"{texts[1][:-1]} (The count).",)), Pulled(text=texts[1])]
    sections = [
        Section(id=s.id, role="free", title=s.title, blocks=(Block(id=s.blocks[0].id, role="fact", text=p.text,
                entry=f"lamps/{s.id}", pulled=p, sources=s.blocks[0].sources),))
        for s, p in zip((first, second), pulled, strict=True)
    ]  # fmt: skip
    found = review.findings(Brief(brief="b", format=1, title="B", as_of="2025-06-12", sections=tuple(sections)))
    assert [(f.code, f.block) for f in found] == [("disputed", "aaaaa2")]
    assert found[0].message.count("14 lit lamps") == 1 and "That side stands under Part 2" in found[0].message


def test_amounts_are_read_with_what_they_count() -> None:
    assert amounts("A budget of €3.5 million for twelve lamps and 40 % of 1,200 keepers.") == [
        Amount(3.5e6, "€", "", False),
        Amount(12, "", "lamp", False),
        Amount(40, "%", "", False),
        Amount(1200, "", "keeper", False),
    ]
    assert amounts("EUR 2 billion") == amounts("2 bn euros") == [Amount(2e9, "€", "", False)]
    assert (
        amounts("In 2024, on 10 June 2025, Regulation (EU) 2019/1896, para. 3, the 3rd lamp, 7–9 lamps, a 3-year plan")
        == []
    )
