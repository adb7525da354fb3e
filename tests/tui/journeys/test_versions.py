"""A brief through its versions: kept, changed, compared word by word, a block taken back, read as it was, sent revised."""

from __future__ import annotations

import zipfile

from journeys.beginning import drafts
from journeys.conftest import SitsDown


async def test_versions_are_kept_compared_and_taken_back_from(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person, "talent part", "Talent Partnerships")
        await person.presses("enter")
        await person.waits_for("esc done")
        await person.types("We want three partnerships by spring [sic].")
        await person.presses("escape")
        await person.waits_for("Filled in a prompt.")
        await person.presses("f2")
        await person.waits_for("Saved to")
        await person.presses("V")
        await person.waits_for("None has been kept yet.")
        await person.presses("f2")
        await person.waits_for("What it is kept for")
        await person.types("for the desk")
        await person.presses("enter")
        await person.waits_for("Kept: for the desk")
        await person.presses("escape")
        await person.waits_for("⏎ change")

        await person.presses("enter")
        await person.waits_for("esc done")
        await person.types(" Soon, Chair.")
        await person.waits_for("Soon, Chair.")
        await person.presses("escape")
        await person.waits_for("Changed")
        await person.presses("V")
        await person.waits_for("for the desk")
        person.takes_picture("versions")
        await person.presses("enter")
        await person.waits_for("Change 1 of 1")
        await person.waits_for("[sic].{+ Soon, Chair.+}")
        person.takes_picture("versions-compared")
        await person.presses("b")
        await person.waits_for("Taken back")
        await person.presses("escape", "escape")
        await person.waits_for("⏎ change")
        assert "Soon, Chair." not in person.reads
        await person.presses("ctrl+z")
        await person.waits_for("Soon, Chair.")
        await person.presses("V")
        await person.waits_for("for the desk")
        await person.presses("o")
        await person.waits_for("Version 1, draft: to read")
        await person.presses("escape", "escape")

        await person.presses("F")
        await person.waits_for("How far is this brief?")
        await person.presses("down", "enter")
        await person.waits_for("A version of it as draft is kept.")
        await person.presses("f9")
        await person.waits_for("Write the file")
        await person.presses("down", "down", "down", "enter")
        await person.waits_for("revised: a line in the margin")
        person.takes_picture("export-revised")
        await person.presses("f9")
        await person.waits_for("Written to")
        note = person.place / "briefs" / "talent-partnerships-speaking-note_LIMITE_revised.docx"
        with zipfile.ZipFile(note) as archive:
            assert "REVISED" in archive.read("word/document.xml").decode()
        kept = sorted(p.name for p in (person.place / "briefs" / "versions" / note.stem.partition("_")[0]).iterdir())
        assert kept == ["1-draft.yaml", "2-draft.yaml"]
