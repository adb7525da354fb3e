"""Whom a paper names: the Presidency of its day, an actor of the base by any of its names, or somebody new."""

from __future__ import annotations

import pytest

from briefer.intake import actors, presidencies
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Actor
from briefer.workspace import read


@pytest.mark.parametrize(
    ("day", "country"),
    [
        ("2017-07-01", "EE"), ("2020-01-01", "HR"), ("2020-12-31", "DE"), ("2022-03", "FR"), ("2024-06-30", "BE"),
        ("2024-07-01", "HU"),
        ("2025-06-10", "PL"), ("2025-07-02", "DK"), ("2026-01-01", "CY"), ("2026-11-23", "IE"), ("2027-12-31", "EL"),
        ("2028-04-01", "IT"), ("2030-12-31", "MT"),
    ],
)  # fmt: skip
def test_the_presidency_of_a_day(day: str, country: str) -> None:
    held = presidencies.held(day)
    assert held is not None and held.country == country


@pytest.mark.parametrize("day", ["2017-06-30", "2031-01-01", "2025", None])
def test_outside_the_table_nobody_is_guessed(day: str | None) -> None:
    assert presidencies.held(day) is None


@pytest.fixture(scope="module")
def base(repository) -> Knowledge:  # type: ignore[no-untyped-def]
    return read(str(repository)).knowledge()


@pytest.mark.parametrize(
    ("name", "day", "ident", "new"),
    [
        ("Presidency", "2025-06-10", "presidency-pl", False),
        ("the Presidency", "2025-06-10", "presidency-pl", False),
        ("Polish Presidency", "2025-07-02", "presidency-pl", False),
        ("Presidency", "2025-07-02", "presidency-dk", True),
        ("Présidence", "2022-02-01", "presidency-fr", True),
        ("European External Action Service (EEAS)", "2022-08-08", "eeas", False),
        ("Commission services", "2022-08-08", "european-commission", False),
        ("General Secretariat of the Council", "2022-08-08", "council-secretariat", False),
        ("FRONTEX", None, "frontex", False),
        ("Austrian delegation", None, "austria", False),
        ("delegation of the Netherlands", None, "netherlands", False),
        ("Several Member States", None, "several-member-states", True),
        (None, "2025-06-10", "not-named", True),
    ],
)
def test_an_actor_is_found_by_any_of_its_names(
    base: Knowledge, name: str | None, day: str | None, ident: str, new: bool
) -> None:
    found = actors.find(name, day, base)
    assert (found.actor.id, found.new) == (ident, new)


def test_a_presidency_of_no_known_country_is_not_the_one_of_the_day(base: Knowledge) -> None:
    assert actors.find("Examplian Presidency", "2025-06-10", base).actor.id == "examplian-presidency"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("EUAM Examplia", "mission"), ("Lamps Working Party", "institution"), ("Lamp Agency", "agency"),
     ("Several delegations", "member-state"), ("Guild of Keepers", "organisation"), ("Lamp Watch", "voice")],
)  # fmt: skip
def test_a_new_actors_kind_is_told_by_its_name(base: Knowledge, name: str, kind: str) -> None:
    assert actors.find(name, None, base).actor.kind == kind


def test_a_new_presidency_is_written_as_the_base_writes_them(base: Knowledge) -> None:
    assert actors.find("Presidency", "2025-07-02", base).actor == Actor(
        id="presidency-dk", name="Danish Presidency", kind="presidency",
        aliases=("Danish Presidency of the Council", "Presidency of July to December 2025"),
    )  # fmt: skip
