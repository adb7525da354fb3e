"""From answers to their rehearsal against the clock, and back at any time."""

from __future__ import annotations

from journeys.beginning import drafts
from journeys.conftest import SitsDown


async def test_what_was_answered_is_rehearsed(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person)
        await person.presses("f6")
        await person.waits_for("There is nothing to say yet")
        await person.presses("escape", "f5")
        await person.waits_for("Question 1 of 3")
        await person.types("Thank you, Chair. We see **three** openings [first].")
        await person.presses("f8")
        await person.waits_for("Question 2 of 3")
        await person.types("Effects count.")

        await person.presses("f6")
        await person.waits_for("Press space to begin")
        await person.presses("space")
        await person.waits_for("Thank you, Chair. We see three openings [first].")
        assert "1 of 3" in person.sees and "left" in person.sees and "esc" not in person.sees
        assert person.takes_picture("rehearsal").stat().st_size
        await person.presses("p")
        await person.waits_for("paused")
        await person.presses("space", "right")
        await person.waits_for("Effects count.")
        await person.presses("left")
        await person.waits_for("three openings")
        await person.presses("enter", "space")
        await person.waits_for("(still to be written)")
        await person.presses("space")
        await person.waits_for("It took")
        await person.waits_for("of 3:00")
        await person.presses("escape")
        await person.waits_for("Question 3 of 3")
        await person.presses("escape", "f6", "space")
        await person.waits_for("1 of 3")
        await person.presses("escape")
        await person.waits_for("Thank you, Chair. We see three openings [first].")
