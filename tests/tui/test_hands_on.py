"""What people who had never seen the app ran into, as they did it."""

from __future__ import annotations

from pathlib import Path

import pytest
from person import Opens, Person

from briefer import files
from briefer.brief import store, whole
from briefer.brief.model import Block, Brief, Section


async def at_answer(person: Person) -> None:
    await person.drafts("csdp jha")
    await person.presses("n", "n", "n", "n")


async def test_stars_of_a_sentence_stay_on_the_page(opens: Opens) -> None:
    async with opens(size=(120, 40)) as person:
        await person.drafts()
        await person.presses("enter")
        await person.types("We back Kosovo*, Serbia and Kosovo* (*see the note); 5*3*2.")
        await person.presses("escape")
        assert "We back Kosovo*, Serbia and Kosovo* (*see the note); 5*3*2." in person.reads


async def test_the_same_key_ends_bold_again(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts()
        await person.presses("enter")
        await person.types("Thus ")
        await person.presses("ctrl+b")
        await person.types("first")
        await person.presses("ctrl+b")
        await person.types(" and so on.")
        await person.presses("ctrl+l", "ctrl+l", "escape")
        assert person.app.screen.block.text == "Thus **first** and so on."


async def test_arrows_pass_over_what_a_paper_asks_or_says(opens: Opens) -> None:
    async with opens() as person:
        await at_answer(person)
        await person.presses("enter")
        await person.types("Our answer.")
        await person.presses("down")
        block = person.app.screen.block
        assert person.app.screen.where == "editor" and block.role == "prompt" and not block.entry
        await person.presses("up")
        assert person.app.screen.block.text == "Our answer."


async def test_a_section_shows_what_it_is_and_can_be_changed(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts()
        person.app.screen.query_one("#note").go("section:objective")
        await person.presses("enter")
        assert "Objective" in person.sees.split("Title")[1].split("\n")[0] and "40" in person.sees
        await person.presses("tab")
        await person.types("2")
        await person.presses("f9")
        section = next(s for s in person.app.screen.work.brief.sections if s.id == "objective")
        assert (section.title, section.minutes, section.words, section.disclosable) == ("Objective", 2, 40, False)


async def test_pages_turn_within_a_block_that_is_longer_than_the_window(opens: Opens, place: Path) -> None:
    text = " ".join(f"word{n}" for n in range(900))
    blocks = (Block(id="block0", role="text", text=text), Block(id="block1", role="text", text="The last block."))
    sections = (Section(id="speaking", role="speaking-note", title="Speaking note", blocks=blocks),)
    brief = Brief(brief="long", format=1, title="Long", as_of="2031-01-01", sections=sections)
    store.write(brief, place / "briefs" / "long.yaml", expected=files.NEW)
    async with opens(size=(60, 20)) as person:
        await person.types("long")
        await person.presses("enter")
        seen = ""
        for _ in range(40):
            seen += person.reads
            if "The last block." in person.reads:
                break
            await person.presses("pagedown")
        missing = [n for n in range(900) if f"word{n}" not in seen]
        assert not missing and "The last block." in seen


async def test_who_changes_a_cleared_brief_must_have_it_cleared_again(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts()
        work = person.app.screen.work
        work.do(whole.set_state(work.brief, "cleared"), "cleared")
        await person.presses("n")
        assert "cleared" in person.sees.split("\n")[0]
        await person.presses("enter")
        await person.types("Something nobody has cleared.")
        await person.presses("escape")
        assert work.brief.state == "clearance" and "for clearance again" in person.reads
        assert "to clear" in person.sees.split("\n")[0]
        await person.presses("ctrl+z")
        assert work.brief.state == "cleared"


async def test_an_entry_is_woven_in_once(opens: Opens) -> None:
    async with opens() as person:
        await at_answer(person)
        await person.presses("enter")
        await person.types("One thing.")
        await person.presses("f3")
        await person.types("crime information cell")
        await person.presses("enter", "enter")
        assert "stand in this text already" in person.reads
        await person.presses("escape", "escape")
        assert person.app.screen.block.text.count("Crime Information Cell") == 1


async def test_a_changed_question_is_said_to_be_reworded(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts("csdp jha")
        await person.presses("/")
        await person.types("missions")
        await person.presses("tab")
        await person.types("operations")
        await person.presses("f9", "escape", "f8", *["down"] * 4)
        assert "“How can Member States draw" in person.reads and "~ reworded" in person.reads


async def test_undo_says_when_there_is_nothing_left(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts()
        await person.presses("u")
        assert "There is nothing left to be undone." in person.sees


async def test_dates_may_be_written_as_they_are_shown(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts()
        await person.presses("h", "tab")
        await person.types("24 November 2026")
        await person.presses("f9")
        assert person.app.screen.work.brief.meeting.date == "2026-11-24"


async def test_what_cannot_be_taken_over_is_mended_or_kept(
    opens: Opens, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pen = tmp_path / "pen"
    mend = """sed -i -e '/zzzzzz/d' -e '/^spoilt$/d' -e '/First thing to land/a mended' "$1" """
    spoil = """printf '\\n@@ zzzzzz fact\\nspoilt\\n' >> "$1" """
    pen.write_text(f'#!/bin/sh\nif grep -q zzzzzz "$1"; then {mend}; else {spoil}; fi\n', "utf-8")
    pen.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(pen))
    async with opens() as person:
        await person.drafts()
        await person.presses("ctrl+e")
        assert "cannot be taken over yet" in person.sees
        await person.presses("down", "enter")
        assert "is kept in" in person.reads
        (kept,) = (place / ".briefer" / "outside").iterdir()
        assert "spoilt" in kept.read_text("utf-8")
        await person.presses("ctrl+e", "enter")
        assert "Changed the note" in person.reads
        assert "mended" in [b.text for s in person.app.screen.work.brief.sections for b in s.blocks]


async def test_it_starts_though_the_settings_cannot_be_read(opens: Opens, place: Path) -> None:
    (place / "briefer.yaml").write_text("keys: {save: [ctrl+s\n", "utf-8")
    async with opens() as person:
        assert "briefer.yaml, line" in person.reads and "the usual settings hold" in person.reads
        await person.drafts()
        assert person.app.screen.where == "desk"
