"""Out it goes: refused for its gaps, seen to, written, cleared, written for release; and as a page for the web."""

from __future__ import annotations

import zipfile

from journeys.beginning import drafts
from journeys.conftest import SitsDown


async def test_a_note_is_refused_mended_cleared_and_sent_out(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person, "talent part", "Talent Partnerships")
        await person.presses("f9")
        await person.waits_for("Write the file")
        person.takes_picture("export")
        await person.presses("down", "down", "enter", "f9")
        await person.waits_for("still to be filled in. A final note goes out without gaps.")
        person.takes_picture("export-refused")
        await person.presses("enter")
        await person.waits_for("This one stood in the way of the file.")
        await person.presses("enter")
        await person.waits_for("esc done")
        await person.types("Three partnerships by spring [sic].")
        await person.waits_for("by spring [sic].")
        await person.presses("escape")
        await person.waits_for("Filled in a prompt.")
        await person.presses("F")
        await person.waits_for("How far is this brief?")
        await person.presses("down", "down", "enter")
        await person.waits_for("The name or office")
        await person.types("A. Head")
        await person.presses("enter")
        await person.waits_for("Set the brief to cleared.")
        await person.presses("f9")
        await person.waits_for("(•) final")
        await person.presses("f9")
        await person.waits_for("Not written")
        await person.presses("end", "enter")
        await person.waits_for("Written to")
        person.takes_picture("export-written")
        note = person.place / "briefs" / "talent-partnerships-speaking-note_LIMITE_final.docx"
        await person.presses("down", "down", "enter")
        await person.waits_for("handed to the terminal's clipboard")
        await person.presses("escape")
        await person.waits_for("Written to")
        assert str(note) in "".join(person.reads.split())
        with zipfile.ZipFile(note) as archive:
            assert "by spring [sic]." in archive.read("word/document.xml").decode()
        await person.presses("f9")
        await person.waits_for("Written as")
        await person.presses("end", "up", "enter")
        await person.waits_for("final.html")
        await person.presses("f9")
        await person.waits_for("Not written")
        await person.presses("end", "enter")
        await person.waits_for("Written to")
        assert "by spring [sic]." in note.with_suffix(".html").read_text("utf-8")
