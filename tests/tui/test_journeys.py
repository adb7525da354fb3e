"""From start to a Word file, as a person does it; asserted on what is seen and on the files."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from person import Opens

from briefer.brief import store


def document_text(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode()


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_from_start_to_word(opens: Opens, place: Path, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        seen = await person.types("cen as")
        assert "Central Asia" in seen
        seen = await person.presses("enter")
        assert "New brief: Central Asia" in seen and "to fill in" in seen
        seen = await person.presses("enter")
        assert "LIMITE" in seen and "Objective" in seen and "fill in" in seen

        await person.presses("enter")
        seen = await person.types("We want skills [first].")
        assert "We want skills [first]." in seen
        seen = await person.presses("escape")
        assert "Filled in a prompt." in seen and "not saved" in seen

        await person.presses("p")
        seen = await person.types("talent partnerships")
        await person.presses("enter")
        assert "Pulled in a fact under Objective." in person.sees and "✓" in person.sees
        await person.presses("escape")
        pulled = person.app.screen.work.brief
        await person.presses("d")
        assert "undo brings it back" in person.sees.lower()
        assert person.app.screen.work.brief != pulled
        await person.presses("ctrl+z")
        assert person.app.screen.work.brief == pulled

        await person.presses("ctrl+s")
        assert "Saved to briefs/central-asia-speaking-note.yaml" in person.sees
        file = place / "briefs" / "central-asia-speaking-note.yaml"
        assert "We want skills [first]." in file.read_text("utf-8")
        assert store.read(file) == pulled or store.read(file).sections == pulled.sections

        await person.presses("x")
        assert "central-asia-speaking-note_LIMITE.docx" in person.sees
        await person.presses("enter")
        assert "Written to" in person.sees
    note = place / "briefs" / "central-asia-speaking-note_LIMITE.docx"
    assert "We want skills [first]." in document_text(note)


async def test_a_brief_is_three_choices_away(opens: Opens) -> None:
    async with opens() as person:
        await person.presses("down", "enter", "enter")
        assert person.app.screen.where == "desk"


async def test_answer_counts_words_time_and_questions_while_typing(opens: Opens) -> None:
    async with opens(size=(120, 40)) as person:
        await person.drafts()
        assert "0 of 3 answered" in person.sees and "0:00 of 3:00" in person.sees
        for _ in range(4):
            await person.presses("n")
        await person.presses("enter")
        seen = await person.types("one two three four five six seven eight nine ten eleven")
        assert "1 of 3 answered" in seen and "0:06 of 3:00" in seen and "not saved" in seen
        await person.presses("escape")
        seen = await person.presses("ctrl+z")
        assert "0 of 3 answered" in seen and "0:00 of 3:00" in seen


async def test_pulling_keeps_open_for_several_and_takes_back(opens: Opens) -> None:
    async with opens(size=(120, 40)) as person:
        await person.drafts()
        await person.presses("p")
        before = len(person.app.screen.work.brief.sections[1].blocks)
        await person.types("presidency")
        names = [o.id for o in person.app.screen.query_one("#pull-found").options]
        taken = {b.entry for s in person.app.screen.work.brief.sections for b in s.blocks}
        free = [i for i, n in enumerate(names) if n not in taken][:2]
        for _ in range(free[0]):
            await person.presses("down")
        await person.presses("enter")
        for _ in range(free[1] - free[0]):
            await person.presses("down")
        await person.presses("enter")
        blocks = person.app.screen.work.brief.sections[1].blocks
        assert len(blocks) == before + 2
        assert [b.entry for b in blocks[-2:]] == [names[i] for i in free]
        assert all(b.sources for b in blocks[-2:])
        await person.presses("enter")
        assert len(person.app.screen.work.brief.sections[1].blocks) == before + 1
        await person.presses("escape")
        assert person.app.screen.where == "desk"


async def test_words_of_ours_are_said_to_be_ours(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts("csdp jha")
        await person.presses("n", "n", "n", "n")
        assert "in our words, not the paper's" in person.reads


async def test_several_topics_make_one_brief(opens: Opens) -> None:
    async with opens() as person:
        await person.types("central asia")
        await person.presses("f4")
        assert "One brief of: Central Asia" in person.sees
        for _ in range(12):
            await person.pilot.press("backspace")
        await person.types("talent")
        await person.presses("enter")
        assert "Central Asia and Talent Partnerships" in person.sees
        await person.presses("enter")
        assert person.app.screen.work.brief.topics == ("central-asia", "talent-partnerships")


async def test_add_move_and_remove_text_of_ones_own(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts()
        await person.presses("a")
        await person.types("Second thought")
        await person.presses("escape")
        section = person.app.screen.section
        assert [b.text for b in section.blocks][-1] == "Second thought"
        await person.presses("less_than_sign")
        assert person.app.screen.section.blocks[0].text == "Second thought"
        await person.presses("a", "escape")
        assert len(person.app.screen.section.blocks) == 2, "a block in which nothing was written is not kept"
        await person.presses("delete")
        assert "Second thought" not in person.sees
        await person.presses("ctrl+z")
        assert "Second thought" in person.sees
        await person.presses("ctrl+y")
        assert "Second thought" not in person.sees


async def test_template_first_then_topic(opens: Opens) -> None:
    async with opens() as person:
        await person.types("full brief")
        await person.presses("enter")
        assert "With the template Full brief" in person.sees
        await person.types("central asia")
        await person.presses("enter")
        assert person.app.screen.work.brief.template == "full-brief"


async def test_brief_kept_as_template_is_there_for_the_next(opens: Opens, place: Path) -> None:
    async with opens() as person:
        await person.drafts()
        await person.presses("f7")
        for _ in range(20):
            await person.pilot.press("backspace")
        await person.types("Ours")
        await person.presses("enter")
        assert "Kept as template" in person.sees
        assert (place / "templates" / "ours.yaml").is_file()


async def test_final_refuses_in_one_line_and_can_leave_out(opens: Opens, place: Path) -> None:
    async with opens() as person:
        await person.drafts()
        await person.presses("x", "down", "down", "enter", "f9")
        assert "still to be filled in" in person.sees and "--force" not in person.sees
        await person.presses("end", "enter")
        assert "Written to" in person.sees
        assert (place / "briefs" / "central-asia-speaking-note_LIMITE_final.docx").is_file()


async def test_ceiling_names_the_blocks(opens: Opens, place: Path) -> None:
    async with opens(size=(120, 40)) as person:
        await person.drafts()
        await person.presses("x", "down", "down", "down", "down", "enter", "f9")
        assert "more than PUBLIC may" in person.sees and "Objective" in person.sees
        assert not list((place / "briefs").glob("*.docx"))
