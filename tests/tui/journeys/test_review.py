"""The review: remarks section by section, one accepted with a reason, seen again, taken back; the meter counts along."""

from __future__ import annotations

import re

from person import Person
from terminal import Terminal

from briefer.brief import store
from journeys.beginning import drafts
from journeys.conftest import SitsDown

NIGER = "EUCAP Sahel Niger and RACC"
NAME = "eucap-sahel-niger-racc-speaking-note"


async def reviews(person: Person | Terminal) -> int:
    """Open the review; how many remarks it has depends on the day."""
    await person.presses("f8")
    await person.waits_for("→ Fill it in or take it out.")
    found = re.search(r"Review: (\d+) remarks", person.sees)
    assert found, person.sees
    return int(found[1])


def meter(person: Person | Terminal, count: int) -> str:
    """How the top line tells of so many."""
    return f"{count} remarks" if person.size[0] >= 112 else f"rev {count}"


async def test_a_remark_is_accepted_with_a_reason_that_is_kept(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person, "sahel niger", NIGER)
        count = await reviews(person)
        await person.waits_for("▢ to fill in")
        await person.presses("a")
        await person.waits_for("This cannot be accepted")

        await person.presses(*["down"] * 5)
        await person.waits_for("≠ disputed")
        await person.waits_for("→ Say both sides, or use neither.")
        await person.presses("a")
        await person.waits_for("Accept this remark")
        await person.types("The Presidency's word only.")
        await person.presses("enter")
        await person.waits_for(f"Review: {count - 1} remarks, 1 accepted")
        await person.presses("v")
        await person.waits_for("✓ The Presidency's word only.")
        await person.presses("a")
        await person.waits_for(f"Review: {count} remarks")
        await person.presses("u")
        await person.waits_for("Undone: let a remark count again.")
        await person.presses("v", "escape")
        await person.waits_for(meter(person, count - 1))
        await person.presses("f2")
        await person.waits_for(f"Saved to briefs/{NAME}.yaml")
        (kept,) = store.read(person.place / "briefs" / f"{NAME}.yaml").accepted
        assert (kept.code, kept.reason) == ("disputed", "The Presidency's word only.")

        await person.presses("u")
        await person.waits_for("Undone: accepted a remark")
        await person.waits_for(meter(person, count))


async def test_enter_and_a_click_lead_to_the_block(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person, "sahel niger", NIGER)
        count = await reviews(person)
        await person.presses("end", "enter")
        await person.waits_for("Disputed: EUCAP Sahel Niger was in operation")
        await person.presses("f8")
        await person.clicks("“First thing to land")
        await person.waits_for("⏎ change")
        await person.presses("enter")
        await person.types("Landed.")
        await person.presses("escape")
        await person.waits_for(meter(person, count - 1))
