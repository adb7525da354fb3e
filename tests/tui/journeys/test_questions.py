"""From a note of the Presidency to its questions answered, with what helps at hand."""

from __future__ import annotations

from briefer.brief import edit, store
from journeys.beginning import drafts
from journeys.conftest import SitsDown


async def test_the_questions_answered_one_by_one(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person)
        await person.presses("f5")
        await person.waits_for("Question 1 of 3")
        await person.types("Thank you, Chair. The missions know the border services [first].")
        await person.waits_for("▸Q1 ✓")
        await person.waits_for("0:05 of 1:00")
        assert person.takes_picture("questions-answer").stat().st_size

        await person.presses("f8")
        await person.waits_for("Question 2 of 3")
        await person.types("We measure effects. ")
        await person.presses("f3")
        await person.waits_for("into the answer, with its source.")
        await person.presses("tab", "n")
        await person.waits_for("Question 3 of 3")
        await person.presses("slash")
        await person.types("resettlement")
        await person.presses("enter")
        await person.waits_for("under question 3.")
        assert person.takes_picture("questions-material").stat().st_size
        await person.presses("escape", "tab")
        await person.types("Third.")
        await person.waits_for("Q1 ✓  Q2 ✓ ▸Q3 ✓")

        await person.presses("escape")
        await person.presses("ctrl+s")
        await person.waits_for("Saved to briefs/csdp-jha-synergies-speaking-note.yaml")
        brief = store.read(person.place / "briefs" / "csdp-jha-synergies-speaking-note.yaml")
        asked = [b.id for s in brief.sections for b in s.blocks if b.role == "question"]
        answers = {b.question: b for s in brief.sections for b in s.blocks if b.role == "answer"}
        assert [answers[q].text.split(".")[0] for q in asked] == ["Thank you, Chair", "We measure effects", "Third"]
        assert "[first]" in answers[asked[0]].text
        assert answers[asked[1]].sources and "[^1]" in answers[asked[1]].text
        taken = [b for s in brief.sections for b in s.blocks if b.question == asked[2] and b.entry]
        assert any(b.entry.startswith("resettlement/") and b.sources for b in taken)
        assert {b.entry for b in taken} <= edit.entries_in(brief)


async def test_back_and_forth_and_all_of_it_undone(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person)
        await person.presses("f5")
        await person.waits_for("Question 1 of 3")
        await person.types("First")
        await person.presses("f8")
        await person.waits_for("Question 2 of 3")
        await person.clicks("Q3")
        await person.waits_for("Question 3 of 3")
        await person.presses("ctrl+z")
        await person.waits_for("Undone: filled in a prompt.")
        await person.waits_for("▸Q1 –")
        await person.presses("ctrl+y")
        await person.waits_for("▸Q1 ✓")
        await person.presses("escape", "f5")
        await person.waits_for("Question 1 of 3")
        assert "First" in person.sees
