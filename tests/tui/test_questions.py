"""Questions first: one question after the other, its answer being written, and what helps to give it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from person import Opens, Person

from briefer.brief import edit, making, store
from briefer.brief.model import Block, Brief, Section
from briefer.tui.widgets.lines import Lines
from briefer.workspace import read

SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")


def brief_of(place: Path) -> Brief:
    return making.compose(read(str(place)), making.Wanted(("csdp-jha-synergies",), name="talk"))


def written(place: Path, brief: Brief) -> Path:
    path = place / "briefs" / "talk.yaml"
    store.write(brief, path)
    return path


async def goes_to_questions(person: Person) -> None:
    """From the first screen to the questions of the brief ``talk``."""
    await person.types("talk")
    await person.presses("enter", "f5")
    assert person.app.screen.where == "questions"


def asked(person: Person) -> str:
    """The question at hand: the block's id."""
    return person.app.screen.question


def answers(person: Person) -> list[str]:
    """The words of all answers, in their order."""
    return [b.text for s in person.app.screen.work.brief.sections for b in s.blocks if b.role == "answer"]


@SIZES
async def test_an_answer_is_written_and_the_next_one(opens: Opens, place: Path, size: tuple[int, int]) -> None:
    path = written(place, brief_of(place))
    async with opens(size=size) as person:
        await goes_to_questions(person)
        seen = person.sees
        assert "Question 1 of 3" in seen and "9375/25" in seen and "in our words" in seen
        assert "▸Q1 –" in seen and "Q2 –" in seen and "Q3 –" in seen and "0:00 of 1:00" in seen
        assert "How can Member States draw greater advantage" in person.reads, "the question in full"
        assert "Our answer to question 1" in person.reads, "what the prompt asks stands in the empty editor"
        assert "LIMITE" in seen and "3/3" not in seen

        seen = await person.types("one two three four five six seven eight nine ten eleven")
        assert "▸Q1 ✓" in seen and "0:06 of 1:00" in seen and "not saved" in seen, "right while typing"
        await person.types(" [the Presidency]")
        seen = await person.presses("f8")
        assert "Question 2 of 3" in seen and "Q1 ✓" in seen and "▸Q2 –" in seen
        await person.types("Second.")
        await person.presses("f7")
        assert person.app.screen.answer.text.endswith("eleven [the Presidency]") and "Question 1 of 3" in person.sees
        assert answers(person) == [
            "one two three four five six seven eight nine ten eleven [the Presidency]",
            "Second.",
        ]
        await person.presses("f2")
        assert "Saved to briefs/talk.yaml" in person.reads
        assert store.read(path).sections == person.app.screen.work.brief.sections

        await person.presses("f8", "f8")
        await person.types("Third")
        question = asked(person)
        await person.presses("escape")
        assert person.app.screen.where == "desk" and person.app.screen.row == question
        assert answers(person)[2] == "Third", "words are taken over on leaving"
        await person.presses("f5")
        assert "Question 3 of 3" in person.sees, "it begins where the cursor is"


async def test_leaving_a_question_is_one_step_to_undo(opens: Opens, place: Path) -> None:
    written(place, brief_of(place))
    async with opens() as person:
        await goes_to_questions(person)
        await person.types("First.")
        await person.presses("space", *"and more", "f8")
        await person.types("Second.")
        assert "Second." in person.sees
        for _ in range(9):
            if not person.app.screen.answer.text:
                break
            await person.presses("ctrl+z")
        assert answers(person) == ["First. and more"] and "Question 2 of 3" in person.sees, "first within the words"
        seen = await person.presses("ctrl+z")
        assert "Undone: filled in a prompt." in seen and "Question 1 of 3" in seen and answers(person) == []
        assert "Our answer to question 1" in person.reads
        seen = await person.presses("ctrl+y")
        assert answers(person) == ["First. and more"] and "First. and more" in seen
        await person.presses("ctrl+z", "ctrl+z", "ctrl+z")
        assert answers(person) == []


async def test_material_is_ranked_says_why_and_is_put_under_the_question(opens: Opens, place: Path) -> None:
    written(place, brief_of(place))
    async with opens(size=(120, 40)) as person:
        await goes_to_questions(person)
        assert "why: " in person.sees and "✓" in person.sees
        await person.types("Our answer.")
        await person.presses("tab")
        assert person.app.screen.where == "material"
        screen = person.app.screen
        taken = edit.entries_in(screen.work.brief)
        names = [o.id for o in screen.query_one("#helpful").options]
        free = next(i for i, n in enumerate(names) if n not in taken)
        await person.presses(*["j"] * free)
        await person.presses("enter")
        assert "Pulled in a" in person.sees and "under question 1" in person.sees
        section = next(s for s in screen.work.brief.sections if any(b.id == asked(person) for b in s.blocks))
        mine = [b for b in section.blocks if b.question == asked(person)]
        assert mine[-1].entry == names[free] and mine[-1].sources and mine[0].text == "Our answer."
        await person.presses("enter")
        assert "Took back a" in person.sees and names[free] not in edit.entries_in(screen.work.brief)
        await person.presses("u")
        assert "Undone: took back a" in person.sees and names[free] in edit.entries_in(screen.work.brief)
        await person.presses("u")
        assert names[free] not in edit.entries_in(screen.work.brief) and answers(person) == ["Our answer."]
        await person.presses("u")
        assert answers(person) == [] and not screen.work.changed

        await person.presses(*["k"] * len(names))
        at = next(i for i, n in enumerate(names) if n in taken)
        await person.presses(*["j"] * at, "enter")
        assert "It is in the note already" in person.sees and edit.entries_in(screen.work.brief) == taken


async def test_an_entry_is_woven_into_the_answer_where_the_cursor_is(opens: Opens, place: Path) -> None:
    written(place, brief_of(place))
    async with opens(size=(120, 40)) as person:
        await goes_to_questions(person)
        await person.types("Before. After.")
        await person.presses(*["left"] * len("After."))
        entry = person.app.screen.material.entry
        await person.presses("f3")
        text = person.app.screen.answer.text
        assert text.startswith("Before. ") and text.endswith("After.") and "[^1]" in text
        assert entry.value.text[:40] in text.replace("\\", "")
        assert person.app.screen.where == "questions", "one writes on after it"
        await person.types("Then ")
        assert "[^1]" in person.app.screen.answer.text.split("Then ")[0]
        work = person.app.screen.work
        block = next(b for s in work.brief.sections for b in s.blocks if b.role == "answer")
        assert block.sources and entry.id in edit.entries_in(work.brief)
        while "Th" in person.app.screen.answer.text.split("[^1]")[1]:
            await person.presses("ctrl+z")
        assert person.app.screen.answer.text == text, "first the words that were typed"
        await person.presses("ctrl+z")
        assert answers(person) == ["Before. After."] and person.app.screen.answer.text == "Before. After."
        assert not next(b for s in work.brief.sections for b in s.blocks if b.role == "answer").sources
        await person.presses("ctrl+y", "f8")
        block = next(b for s in work.brief.sections for b in s.blocks if b.role == "answer")
        assert block.sources and "[^1]" in block.text and entry.id in edit.entries_in(work.brief)


@SIZES
async def test_all_about_entry_and_question_is_one_key_away(opens: Opens, place: Path, size: tuple[int, int]) -> None:
    written(place, brief_of(place))
    async with opens(size=size) as person:
        await goes_to_questions(person)
        await person.presses("f4")
        assert "Source" in person.sees and "Q1 [LIMITE]" in person.reads and "becomes more effective?" in person.reads
        await person.presses("escape", "tab")
        entry = person.app.screen.material.entry
        await person.presses("v")
        assert "Entry of the knowledge base" in person.sees and " ".join(entry.value.text.split()[:4]) in person.reads
        await person.presses("escape", "question_mark")
        assert "Keys that work here" in person.sees and "Go to the next question." in person.reads
        await person.presses("escape", "tab", "tab")
        await person.types("bold")
        await person.presses("ctrl+a", "ctrl+b", "f8")
        assert answers(person) == ["**bold**"]


@SIZES
async def test_tab_goes_round_and_the_box_searches_all(opens: Opens, place: Path, size: tuple[int, int]) -> None:
    written(place, brief_of(place))
    async with opens(size=size) as person:
        await goes_to_questions(person)
        await person.presses("tab")
        assert person.app.screen.where == "material" and "✓" in person.sees
        await person.presses("n")
        assert "Question 2 of 3" in person.sees and person.app.screen.where == "material"
        await person.presses("p", "slash")
        assert "Question 1 of 3" in person.sees and person.app.screen.where == "filter"
        await person.types("talent partnerships")
        names = [o.id for o in person.app.screen.query_one("#helpful").options]
        assert any(n.startswith("talent-partnerships/") for n in names), "the whole base is searched"
        assert names[0] == person.app.screen.material.entry.id
        await person.presses("enter")
        assert names[0] in edit.entries_in(person.app.screen.work.brief)
        await person.presses("escape")
        assert person.app.screen.where == "filter" and not person.app.screen.material.words
        await person.presses("tab")
        assert person.app.screen.where == "questions"
        await person.presses("shift+tab")
        assert person.app.screen.where == "filter"
        await person.presses("escape")
        assert person.app.screen.where == ("questions" if size[0] == 60 else "desk")


async def test_mouse_goes_to_questions_material_and_back(opens: Opens, place: Path) -> None:
    written(place, brief_of(place))
    async with opens(size=(120, 40)) as person:
        await goes_to_questions(person)
        await person.types("First.")
        await person.clicks("Q3 –")
        assert "Question 3 of 3" in person.sees and "▸Q3" in person.sees and answers(person) == ["First."]
        screen = person.app.screen
        helpful = screen.query_one("#helpful", Lines)
        free = next(o.id for o in helpful.options if o.id not in edit.entries_in(screen.work.brief))
        helpful.go(free)
        await person.settles()
        region = helpful.region
        y = next(i for i, line in enumerate(person.sees.split("\n")) if set("▌▏") & set(line[region.x :]))
        await person.pilot.click(offset=(region.x + 12, y))
        await person.settles()
        assert free in edit.entries_in(screen.work.brief), "a click on the row under the cursor takes it in"
        await person.clicks("back")
        assert person.app.screen.where == "desk"


def own(*blocks: Block, minutes: float | None = None) -> Brief:
    section = Section(id="s", role="speaking-note", title="Speaking note", minutes=minutes, blocks=blocks)
    return Brief(
        brief="talk", format=1, title="A talk", as_of="2025-06-10", topics=("csdp-jha-synergies",), sections=(section,)
    )


def block(ident: str, role: str, text: str, question: str | None = None) -> Block:
    return Block(id=ident, role=role, text=text, question=question)  # type: ignore[arg-type]


async def test_a_question_without_an_answer_gets_one_and_several_are_shown(opens: Opens, place: Path) -> None:
    written(
        place,
        own(
            block("q11111", "question", "Measuring the impact of civilian missions [sic]?"),
            block("f11111", "fact", "A fact.", "q11111"),
            block("q22222", "question", "Second?"),
            block("a22222", "answer", "Edited here.", "q22222"),
            block("a33333", "answer", "Also said.", "q22222"),
        ),
    )
    async with opens(size=(80, 24)) as person:
        await goes_to_questions(person)
        assert "in your own words" in person.sees and "civilian missions [sic]?" in person.sees
        assert "0:00" in person.sees and " of 0:" not in person.sees, "no limit, no share of it"
        before = person.app.screen.work.brief
        await person.presses("f8", "f7")
        assert person.app.screen.work.brief == before, "a block in which nothing was written is not kept"
        await person.types("Now.")
        await person.presses("f8")
        blocks = person.app.screen.work.brief.sections[0].blocks
        assert [(b.role, b.text, b.question) for b in blocks[:2]] == [
            ("question", blocks[0].text, None),
            ("answer", "Now.", "q11111"),
        ]
        assert "Edited here." in person.sees and "Also said on this question: Also said." in person.reads
        await person.types(" More.")
        await person.presses("escape")
        assert [b.text for b in person.app.screen.work.brief.sections[0].blocks[-2:]] == [
            "Edited here. More.",
            "Also said.",
        ]


async def test_too_long_is_said_in_words(opens: Opens, place: Path) -> None:
    written(place, own(block("q11111", "question", "One?"), minutes=1))
    async with opens(size=(80, 24)) as person:
        await goes_to_questions(person)
        await person.types("lamp " * 110)
        assert "1:00 of 1:00" in person.sees and "too long" not in person.sees
        await person.types("and yet more words")
        assert "of 1:00, too long" in person.sees and "▸Q1 ✓!" in person.sees


async def test_without_questions_it_says_how_to_get_one(opens: Opens, place: Path) -> None:
    written(place, own(block("t11111", "text", "Nothing is asked.")))
    async with opens(size=(60, 20)) as person:
        await person.types("talk")
        await person.presses("enter", "f5")
        assert person.app.screen.where == "desk" and "This brief has no question yet" in person.reads
        await person.presses("p")
        await person.types("measuring demonstrating impact")
        ids = [o.id for o in person.app.screen.query_one("#pull-found").options]
        await person.presses(*["down"] * next(i for i, n in enumerate(ids) if "-q" in n), "enter", "escape", "f5")
        assert person.app.screen.where == "questions" and "Question 1 of 1" in person.sees
        await person.presses("ctrl+z")
        assert "This brief has no question yet" in person.reads, "the step that is undone may be its question"
        await person.presses(*"xyz", "f3", "tab", "enter", "f8")
        await person.presses("ctrl+y")
        assert "Question 1 of 1" in person.sees
        await person.presses("escape")
        assert person.app.screen.where == "desk"


async def test_what_is_not_saved_is_kept_at_a_pause_and_asked_about(opens: Opens, place: Path) -> None:
    written(place, brief_of(place))
    async with opens() as person:
        await goes_to_questions(person)
        await person.types("Half a thought")
        person.app.screen.keep()
        unsaved = person.app.screen.work.workspace.journal.found()
        assert [u.target.stem for u in unsaved] == ["talk"] and "Half a thought" in next(iter(unsaved)).text
        await person.presses("ctrl+q")
        assert "Leave without saving?" in person.sees
        await person.presses("escape")
        assert person.app.screen.where == "questions" and "Half a thought" in person.sees


async def test_other_peoples_changes_are_not_overwritten(opens: Opens, place: Path) -> None:
    path = written(place, brief_of(place))
    async with opens() as person:
        await goes_to_questions(person)
        await person.types("Mine.")
        theirs = replace(brief_of(place), title="Theirs")
        store.write(theirs, path)
        await person.presses("f2")
        assert "Nothing was overwritten" in person.reads
        await person.presses("down", "enter")
        assert "This is the version in the file" in person.reads and answers(person) == []
        assert person.app.screen.where == "questions" and person.app.screen.answer.text == ""
        await person.presses("ctrl+z")
        assert answers(person) == ["Mine."] and person.app.screen.answer.text == "Mine."


async def test_a_failed_save_stays_on_the_screen_to_the_desk_and_back(
    opens: Opens, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(place, brief_of(place))
    async with opens() as person:
        await goes_to_questions(person)
        await person.types("Words.")
        (place / "briefs" / "talk.yaml").unlink()
        (place / "briefs").rmdir()
        (place / "briefs").write_text("in the way", "utf-8")
        await person.presses("f2")
        assert "Not saved." in person.reads
        await person.presses("escape")
        if person.app.screen.where not in ("desk", "questions"):
            await person.presses("escape")
        while person.app.screen.where != "desk":
            await person.presses("escape")
        assert "Not saved." in person.reads
        await person.presses("f5")
        assert person.app.screen.where == "questions" and "Not saved." in person.reads
        (place / "briefs").unlink()
        (place / "briefs").mkdir()
        await person.presses("f2")
        if "Nothing was overwritten" in person.reads:
            await person.presses("down", "enter")
        await person.presses("escape")
        assert person.app.screen.where == "desk" and "✗" not in person.sees


@pytest.mark.parametrize("size", [(20, 5), (5, 2), (60, 20), (200, 60)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_strange_letters_long_answers_and_small_windows(opens: Opens, place: Path, size: tuple[int, int]) -> None:
    odd = "👩‍👩‍👧‍👦 [/] עברית وعربية e\u0301\u0301\u0301 汉字 \u202eevil\u202c **[bold]** \\[x] [^9]"
    long = "\n".join("word " * 100 for _ in range(50))
    many = [block(f"q{n}1111", "question", f"{odd} {n}?") for n in range(2, 10)]
    written(
        place,
        own(block("q11111", "question", odd), block("a11111", "answer", f"{odd}\n{long}", "q11111"), *many, minutes=3),
    )
    async with opens(size=size) as person:
        await person.types("talk")
        await person.presses("enter", "f5")
        await person.presses(*"[x]", "f3", "f8", *"[y", "f7", "tab", "down", "enter", "w", "f4", "q")
        await person.presses("slash", *"[z", "escape", "tab", "f8", "f6", "space", "space", "escape")
        await person.pilot.resize_terminal(80, 24)
        await person.settles()
        if person.app.screen.where == "desk":
            await person.presses("f5")
        assert " of 9" in person.sees and "5,000" not in person.sees
        assert "[x]" in answers(person)[0] and answers(person)[0].startswith(odd)


async def test_typing_in_a_long_answer_shows_its_time(opens: Opens, place: Path) -> None:
    long = "\n".join("word " * 100 for _ in range(50))
    written(place, own(block("q11111", "question", "?"), block("a11111", "answer", long, "q11111")))
    async with opens() as person:
        await goes_to_questions(person)
        assert "45:27" in person.sees
        await person.types(" one more word, and then some more")
        assert "45:31" in person.sees and "5007 words" in person.reads.replace(" w ", " words ")
