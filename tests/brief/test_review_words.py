"""Abbreviations never explained, and names that look like one of the list of actors misspelt."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from briefer.brief import review
from briefer.brief.model import Block, Brief, Section
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Actor


def brief(*texts: str, **more: Any) -> Brief:
    blocks = tuple(Block(id=f"aaaaa{i + 2}", role="text", text=text) for i, text in enumerate(texts))
    section = Section(id="s", role="free", title="Part", blocks=blocks)
    return Brief(**{"brief": "b", "format": 1, "title": "B", "as_of": "2025-06-12", "sections": (section,), **more})


def short(*texts: str, **more: Any) -> list[tuple[str, str]]:
    found = [f for f in review.findings(brief(*texts, **more)) if f.code == "unexplained"]
    return [(f.why.split("“")[1].split("”")[0], f.block) for f in found]


def test_an_abbreviation_is_remarked_once_where_it_is_first_used() -> None:
    assert short("The lamps are lit.", "The GLK lit them.", "The GLK, again.") == [("GLK", "aaaaa3")]


@pytest.mark.parametrize(
    "text",
    [
        "The Guild of Lamp Keepers (GLK) is there; the GLK lit them.",
        "The GLK (Guild of Lamp Keepers) lit them.",
        "The EU, the UN and NGOs lit them.",
        "It is LIMITE, as JAI 676 and COM(2020) 605 and ST 9375/25 say, in chapter IV.",
        "We do NOT agree, and we MUST say so.",
        "RED LINES AND FALLBACKS FOR KEEPERS",
    ],
)
def test_what_is_explained_or_common_or_only_stressed_is_left_alone(text: str) -> None:
    assert short(text) == []


def test_what_the_list_of_abbreviations_has_is_explained_there() -> None:
    assert short("The GLK lit them.", acronyms={"GLK": "Guild of Lamp Keepers"}) == []
    assert short("The EUNAVFOR MED lit them.", acronyms={"EUNAVFOR MED": "A naval force"}) == []
    assert short("NO and XY lit them.", delegation="XY") == []


def test_what_the_base_knows_is_proposed(base: Knowledge) -> None:
    (found,) = [f for f in review.findings(brief("The LWP lit them."), base) if f.code == "unexplained"]
    assert "Lamps Working Party (LWP)" in found.todo


# --- names --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def named(base: Knowledge) -> Knowledge:
    more = [
        Actor(id="beaconex", name="Beaconex", kind="agency"),
        Actor(id="rosendahl", name="Commissioner Rosendahl", kind="institution"),
        Actor(id="lumeria", name="Lumeria", kind="third-country"),
    ]
    return replace(base, actors={**base.actors, **{a.id: a for a in more}})


def misspelt(base: Knowledge, *texts: str) -> list[str]:
    return [f.why.split("“")[1].split("”")[0] for f in review.findings(brief(*texts), base) if f.code == "name"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("We thank Becaonex for it.", "Becaonex"),
        ("We thank Beaconnex for it.", "Beaconnex"),
        ("We thank Commissioner Rosendhal for it.", "Rosendhal"),
        ("The Guild of Kepeers asks.", "Kepeers"),
    ],
)
def test_a_name_that_is_nearly_one_of_the_list_is_remarked(named: Knowledge, text: str, wrong: str) -> None:
    assert misspelt(named, text) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "We thank Beaconex, Beaconex's head and Commissioner Rosendahl.",
        "Lumerian keepers and a Lumerians' guild.",
        "Mr Rosendhal is somebody else.",
        "The Keepers and the Keeper met.",
        "Our Kepeers are no guild.",
        "Examplia is no Sample.",
    ],
)
def test_right_names_other_forms_and_other_people_are_left_alone(named: Knowledge, text: str) -> None:
    assert misspelt(named, text) == []


def test_a_word_that_the_base_itself_uses_is_not_misspelt(named: Knowledge) -> None:
    entry = named.entries["lamps/lamps-lit"]
    saying = entry._replace(value=replace(entry.value, text="Becaonex is a firm."))
    assert misspelt(replace(named, entries={**named.entries, entry.id: saying}), "We thank Becaonex.") == []


def test_without_the_base_no_name_is_judged() -> None:
    assert "name" not in [f.code for f in review.findings(brief("We thank Becaonex for it."))]
