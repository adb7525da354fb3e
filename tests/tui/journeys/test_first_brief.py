"""From start to a Word file, without the mouse."""

from __future__ import annotations

import zipfile

from journeys.conftest import SitsDown


async def test_csdp_jha_from_start_to_word(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.types("csdp-jha syn")
        await person.waits_for("CSDP–JHA synergies")
        assert person.takes_picture("first-brief-home").stat().st_size
        await person.presses("enter")
        await person.waits_for("New brief: CSDP–JHA synergies")
        await person.presses("enter")
        await person.waits_for("⏎ change")
        await person.presses("n", "n", "n", "n", "enter")
        await person.types("Thank you, Chair. We see three openings [first].")
        await person.waits_for("three openings [first].")
        await person.presses("escape")
        await person.waits_for("Filled in a prompt.")
        await person.presses("ctrl+s")
        await person.waits_for("Saved to briefs/csdp-jha-synergies-speaking-note.yaml")
        await person.presses("f9")
        await person.waits_for("Write the file")
        await person.presses("enter")
        await person.waits_for("Written to")
        note = person.place / "briefs" / "csdp-jha-synergies-speaking-note_LIMITE.docx"
        with zipfile.ZipFile(note) as archive:
            assert "three openings [first]." in archive.read("word/document.xml").decode()
