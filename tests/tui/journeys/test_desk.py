"""The desk: entries pulled in and woven, blocks rearranged and written, all of it undone; the meter tells the truth."""

from __future__ import annotations

from pathlib import Path

from person import Person
from terminal import Terminal

from briefer.brief import edit, store
from briefer.brief.model import Block, Brief
from journeys.beginning import drafts
from journeys.conftest import SitsDown

NAME = "csdp-jha-synergies-speaking-note"


async def saved(person: Person | Terminal) -> Brief:
    """The brief as it is in the file, after saving."""
    await person.presses("f2")
    await person.waits_for(f"Saved to briefs/{NAME}.yaml")
    return store.read(person.place / "briefs" / f"{NAME}.yaml")


def blocks(brief: Brief, section: str) -> list[Block]:
    return [b for s in brief.sections if s.id == section for b in s.blocks]


async def test_panes_are_reached_by_key_and_by_mouse(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person)
        width = person.size[0]
        await person.settles()
        seen = person.sees
        assert ("[all" in seen) == (width >= 112), "knowledge is there from the beginning where there is room"
        assert ("▢1" in seen) == (width >= 80), "the outline stands beside the note from 80 columns on"
        assert ("[Note]" in seen) == (width < 80), "tabs where there is room for one pane"
        await person.presses("f3")
        await person.waits_for("take in")
        assert person.takes_picture(f"desk-knowledge-{width}").stat().st_size
        await person.presses("escape")
        await person.waits_for("next gap")
        await person.presses("f4")
        await person.waits_for("▢1")
        if width < 80:
            assert "[Outline]" in person.sees
            await person.clicks("Knowledge")
            await person.waits_for("[Knowledge]")
            await person.clicks("Note")
            await person.waits_for("[Note]")
        else:
            await person.presses("f4")
            await person.clicks("Top lines")
            await person.waits_for("A section")


async def test_filter_marks_what_is_in_the_brief_and_shows_the_whole_entry(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person)
        await person.presses("f3")
        await person.types("frontex working arr")
        seen = await person.waits_for("✓ fact")
        assert "L" in seen
        await person.waits_for("EUAM Ukraine was the one active CSDP mission with a Frontex working arrangement.")
        await person.waits_for("Council 9375/25, 10 June 2025")
        await person.presses("f4")
        await person.waits_for("How it stands")
        await person.presses("escape")
        await person.presses("ctrl+r", "ctrl+r")
        await person.settles()
        assert any(kind in person.sees for kind in ("[p30]", "[says 30]", "[positions 30]"))
        await person.clicks("papers" if person.size[0] != 80 else "d2")
        await person.waits_for("paper")


async def test_entries_are_pulled_under_section_question_and_taken_back(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person)
        await person.presses("f3")
        await person.types("crime information cell")
        await person.waits_for("first set up")
        await person.presses("enter")
        await person.waits_for("Pulled in a fact under Objective.")
        await person.presses("enter")
        await person.waits_for("Took back a fact.")
        await person.presses("f7")
        await person.waits_for("Take it in under")
        await person.presses(*["down"] * 4, "enter")
        await person.waits_for("Pulled in a fact under question 2.")
        brief = await saved(person)
        second = [b for b in blocks(brief, "speaking") if b.role == "question"][1]
        pulled = next(b for b in blocks(brief, "speaking") if b.text.startswith("The Crime Information Cell was"))
        assert pulled.question == second.id and pulled.sources[0].number == "EEAS(2022) 1466"
        assert pulled.pulled and pulled.pulled.as_of
        await person.presses("ctrl+z")
        await person.waits_for("Undone: pulled in a fact")


async def test_an_entry_comes_to_the_cursor_with_its_source(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person)
        await person.presses("n", "n", "n", "n", "enter")
        await person.types("We note one thing.")
        await person.presses("f3")
        await person.types("crime information cell")
        await person.waits_for("first set up")
        await person.presses("enter")
        await person.waits_for("Took the fact in at the cursor")
        await person.presses("escape")
        await person.types(" And we build on it.")
        await person.presses("escape")
        brief = await saved(person)
        answer = next(b for b in blocks(brief, "speaking") if b.role == "answer")
        assert answer.text.startswith("We note one thing. The Crime Information Cell was first set up")
        assert "[^1]" in answer.text and answer.text.endswith("And we build on it.")
        assert answer.sources[0].number == "EEAS(2022) 1466" and answer.carries[0].entry
        await person.presses("ctrl+z")
        await person.waits_for("Undone: filled in a prompt")
        assert all(b.role != "answer" for b in blocks(await saved(person), "speaking"))


async def test_blocks_are_rearranged_and_every_step_undone(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person)
        await person.presses("a")
        await person.types("First thought")
        await person.presses("escape", "a")
        await person.types("Second thought")
        await person.presses("escape")
        await person.presses("less_than_sign")
        start = await saved(person)
        assert [b.text for b in blocks(start, "objective")][-2:] == ["Second thought", "First thought"]

        await person.presses("J")
        await person.waits_for("Merged two blocks.")
        assert blocks(await saved(person), "objective")[-1].text == "Second thought\nFirst thought"
        await person.presses("S")
        await person.waits_for("Split a block.")
        await person.presses("D")
        await person.waits_for("Duplicated text.")
        assert [b.text for b in blocks(await saved(person), "objective")].count("Second thought") == 2
        await person.presses("shift+left")
        await person.waits_for("Made a block a section.")
        titles = [s.title for s in (await saved(person)).sections]
        assert titles[:3] == ["Meeting", "Objective", "Second thought"]
        await person.presses("shift+right")
        await person.waits_for("Made a section part of the one above.")
        await person.presses("d")
        await person.waits_for("undo brings it back")
        for _ in range(6):
            await person.presses("u")
        back = await saved(person)
        assert [b.text for b in blocks(back, "objective")] == [b.text for b in blocks(start, "objective")]
        for _ in range(6):
            await person.presses("r")
        assert "Second thought" not in [s.title for s in (await saved(person)).sections]


async def test_writing_goes_from_block_to_block_and_splits_at_the_cursor(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person)
        await person.presses("enter")
        await person.types("One two three")
        await person.presses("left", "left", "left", "left", "left", "left", "ctrl+d")
        await person.waits_for("Split a block.")
        await person.presses("down")
        await person.types("The first line to land")
        await person.presses("escape")
        brief = await saved(person)
        assert [b.text for b in blocks(brief, "objective")] == ["One two", "three"]
        assert blocks(brief, "top-lines")[0].text == "The first line to land"


async def test_bold_is_seen_in_the_note_and_source_marks_are_numbered(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person)
        await person.presses("n", "n", "n", "n", "enter")
        await person.types("A **bold** word")
        await person.waits_for("**bold**")
        await person.presses("escape")
        await person.waits_for("A bold word")
        await person.presses("s")
        await person.waits_for("¹ Council 9375/25")
        assert person.takes_picture(f"desk-written-{person.size[0]}").stat().st_size


async def test_find_and_replace_over_the_whole_brief(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person)
        await person.presses("slash")
        await person.types("presidency")
        await person.waits_for("hits")
        await person.presses("tab")
        await person.types("Chair [PL]")
        await person.presses("f9")
        await person.waits_for("0 hits")
        await person.presses("escape")
        brief = await saved(person)
        assert "Presidency" not in " ".join(b.text for s in brief.sections for b in s.blocks)
        assert "Chair [PL]" in " ".join(b.text for s in brief.sections for b in s.blocks)
        await person.presses("u")
        await person.waits_for("Undone: replaced")
        assert "Presidency" in " ".join(b.text for s in (await saved(person)).sections for b in s.blocks)


def editor(folder: Path, script: str) -> str:
    """An editor that does one thing to the file and ends."""
    path = folder / "pen"
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    return str(path)


async def test_a_block_and_the_whole_note_in_ones_own_editor(sits_down: SitsDown, tmp_path: Path) -> None:
    script = "-e '/Second thing to land/a Second thing, from outside.' -e 's/^First draft/Second draft/'"
    pen = editor(tmp_path, f'sed -i {script} "$1"')
    async with sits_down(EDITOR=pen) as person:
        await drafts(person)
        await person.presses("a")
        await person.types("First draft of it")
        await person.presses("escape", "e")
        await person.waits_for("Second draft of it")
        await person.presses("ctrl+e")
        await person.waits_for("Changed the note in the editor outside.")
        brief = await saved(person)
        assert any(b.text == "Second thing, from outside." for b in blocks(brief, "top-lines"))
        await person.presses("u")
        await person.waits_for("Undone: changed the note in the editor outside")
        after = await saved(person)
        assert any(b.role == "prompt" and b.text == "Second thing to land." for b in blocks(after, "top-lines"))
        assert any(b.text == "Second draft of it" for b in blocks(after, "objective"))


async def test_an_editor_that_fails_gives_the_terminal_back(sits_down: SitsDown) -> None:
    async with sits_down(EDITOR="false") as person:
        await drafts(person)
        await person.presses("a")
        await person.types("Words that stay.")
        await person.presses("escape", "e")
        await person.waits_for("The editor false ended with a failure")
        await saved(person)  # takes what was said away, so that it is seen when it is said again
        await person.presses("ctrl+e")
        await person.waits_for("Nothing was taken over")
        assert any(b.text == "Words that stay." for b in blocks(await saved(person), "objective"))


async def test_another_template_keeps_what_was_written_and_is_undone(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person)
        await person.presses("n", "n", "n", "n", "enter")
        await person.types("Our answer stays.")
        await person.presses("escape")
        before = await saved(person)
        await person.presses("T")
        await person.waits_for("Another template")
        await person.presses("enter")
        await person.waits_for("Took the template")
        after = await saved(person)
        assert after.template != before.template
        assert "Our answer stays." in [b.text for s in after.sections for b in s.blocks]
        await person.presses("u")
        assert (await saved(person)).sections == before.sections


async def test_the_meter_is_always_there_and_right(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person)
        assert "LIMITE" in person.sees and ("0 of 3 answered" in person.sees or "Q 0/3" in person.sees)
        await person.presses("n", "n", "n", "n", "enter")
        await person.types("one two three four five six seven eight nine ten eleven")
        await person.waits_for("0:06")
        assert "not saved" in person.sees and ("1 of 3 answered" in person.sees or "Q 1/3" in person.sees)
        await person.presses("f3")
        assert "0:06" in person.sees
        await person.presses("escape", "escape")
        await person.presses("f2")
        await person.waits_for("saved ")
        brief = store.read(person.place / "briefs" / f"{NAME}.yaml")
        assert edit.taken(brief)


async def test_the_review_leads_to_what_it_remarks(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person)
        await person.presses("f8")
        await person.waits_for("Review:")
        await person.presses("down", "enter")
        await person.waits_for("First thing to land")
        await person.presses("enter")
        await person.types("Landed.")
        await person.presses("escape")
        assert any(b.text == "Landed." for b in blocks(await saved(person), "top-lines"))


async def test_entries_are_pulled_by_mouse_and_by_palette(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person)
        if "Knowledge" in person.sees:
            await person.clicks("Knowledge")
        else:
            await person.presses("p")
        await person.waits_for("take in")
        await person.types("crime information cell")
        await person.waits_for("first set up")
        await person.clicks("The Crime")
        await person.waits_for("Pulled in a fact under Objective.")
        await person.presses("ctrl+p")
        await person.types("take in")
        await person.waits_for("take back what was just")
        await person.presses("enter")
        await person.waits_for("Took back a fact.")
