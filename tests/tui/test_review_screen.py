"""The review on the screen: odd words, many remarks, what was accepted before, nothing to remark."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from person import Opens, Person

from briefer.brief import review, store
from briefer.brief.model import Block, Brief, MeetingRef, Section, Source
from briefer.tui.widgets.lines import MOST


def note(*blocks: Block) -> Brief:
    section = Section(id="part", role="free", title="Part [one]", blocks=blocks)
    header = Section(id="header", role="header", title="Meeting")
    meeting = MeetingRef(body="LWP", date="2025-06-12")
    return Brief(
        brief="talk", format=1, title="Talk of lamps", as_of="2025-06-12", marking="LIMITE", meeting=meeting,
        acronyms={"LWP": "Lamps Working Party"}, sections=(header, section),
    )  # fmt: skip


def fact(number: int, text: str) -> Block:
    return Block(id=f"aaaa{number:03d}", role="fact", text=text)


async def reviews(person: Person, brief: Brief) -> str:
    """Open a brief from the first screen, and its review."""
    await person.types("talk of lamps")
    await person.waits_for("Talk of lamps")
    await person.presses("enter")
    await person.waits_for("⏎ change")
    return await person.presses("f8")


@pytest.fixture
def written(place: Path) -> Path:
    (place / "briefs").mkdir(exist_ok=True)
    return place / "briefs" / "talk.yaml"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_words_in_brackets_stand_as_they_are(opens: Opens, written: Path, size: tuple[int, int]) -> None:
    brief = note(fact(1, "The [Presidency] says [/] so."))
    store.write(brief, written)
    async with opens(size=size) as person:
        seen = await reviews(person, brief)
        assert "Review: 1 remark " in seen and "Part [one]" in seen
        assert "“The [Presidency] says [/] so.”" in person.reads and "? no source" in seen
        assert "Has no source. → Add one or make it" in person.reads
        assert "a accept" in seen and "esc back" in seen


async def test_a_brief_without_remarks_says_so(opens: Opens, written: Path) -> None:
    brief = note(Block(id="aaaaa2", role="fact", text="So it is.", sources=(Source(paper="p"),)))
    store.write(brief, written)
    async with opens() as person:
        seen = await reviews(person, brief)
        assert "Review: no remarks" in seen and "Nothing to remark" in seen
        await person.presses("enter", "a", "d", "v")
        assert "None is accepted." in person.sees
        seen = await person.presses("escape")
        assert "rev 0" in seen or "no remarks" in seen


async def test_what_was_accepted_before_is_told_and_offered_again(opens: Opens, written: Path) -> None:
    brief = note(fact(1, "12 lamps [all of them] were lit."))
    (finding,) = review.findings(brief)
    given = review.accept(brief, finding, "The [count] follows", "A. N. Other", "2025-06-11")
    changed = replace(fact(1, "14 lamps were lit."))
    store.write(replace(given, sections=(given.sections[0], replace(given.sections[1], blocks=(changed,)))), written)
    async with opens() as person:
        await reviews(person, brief)
        assert "Accepted when it said something else: The [count] follows. (A. N. Other, 11 June 2025)" in person.reads
        await person.presses("a")
        await person.waits_for("Accept this remark")
        await person.presses("enter")
        seen = await person.waits_for("Review: no remarks, 1 accepted")
        assert "Accepted, with the reason" in seen
        await person.presses("escape", "f2")
        await person.waits_for("Saved to briefs/talk.yaml")
        (kept,) = store.read(written).accepted
        assert kept.reason == "The [count] follows" and kept.words != given.accepted[0].words
        await person.presses("u")
        await person.waits_for("Undone: accepted a remark")


async def test_no_more_is_listed_than_a_list_can_show(opens: Opens, written: Path) -> None:
    brief = note(*[fact(i, f"Lamp number {i} was lit.") for i in range(MOST + 50)])
    store.write(brief, written)
    async with opens(size=(120, 40)) as person:
        seen = await reviews(person, brief)
        assert f"Review: {MOST + 50} remarks" in seen and f"The first {MOST} open ones are shown." in seen


async def test_the_ceiling_of_the_last_export_is_held_against_the_brief(opens: Opens, written: Path) -> None:
    brief = note(Block(id="aaaaa2", role="fact", text="So it is.", sources=(Source(paper="p", marking="LIMITE"),)))
    store.write(brief, written)
    async with opens(size=(120, 40)) as person:
        await person.types("talk of lamps")
        await person.presses("enter")
        await person.waits_for("no remarks")
        await person.presses("f9")
        await person.waits_for("any marking may go out")
        await person.clicks("PUBLIC")
        await person.presses("f9")
        await person.waits_for("Not written")
        await person.presses("enter")
        await person.waits_for("1 remark")
        await person.presses("f8")
        assert "L marking" in person.sees and "above the limit, PUBLIC" in person.reads
        await person.presses("a")
        assert "This cannot be accepted" in person.sees
