"""From one meeting to the next on the screen: what has changed taken, kept, put in other words, and all of it undone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from person import Opens, Person
from small_workspace import MEETING

from briefer import workspace as workspaces
from briefer.brief import edit, last_words, making, store
from briefer.brief.making import Wanted
from briefer.brief.model import Brief

NEXT = MEETING.replace("2025-06-12", "2099-11-24").replace("place: Brussels", "place: Strasbourg")
OIL = "runs to 31 January 2026."


@pytest.fixture
def lamps(workspace: Callable[..., Path], repository: Path) -> Path:
    """The small workspace with the shipped templates, a meeting to come, and the brief of the last one."""
    shipped = {f"templates/{p.name}": p.read_text("utf-8") for p in (repository / "templates").glob("*.yaml")}
    root = workspace({**shipped, "knowledge/meetings/lwp-2099-11-24.yaml": NEXT}, name="lamps")
    wanted = Wanted((), meeting="lwp-2025-06-12", template="full-brief", name="june")
    brief, path = making.new(workspaces.read(str(root)), wanted)
    prompt = next(b.id for s in brief.sections for b in s.blocks if b.text.startswith("In two lines"))
    store.write(edit.set_text(brief, prompt, "More light soon."), path)
    return root


def change(root: Path, before: str, after: str) -> None:
    path = root / "knowledge/topics/lamps.yaml"
    assert before in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")


async def opened(person: Person) -> None:
    """From the first screen to what has changed in the brief of June."""
    await person.types("june")
    await person.presses("enter")
    await person.presses("b")


async def goes_to(person: Person, label: str) -> None:
    """Put the cursor on the first row of this kind."""
    screen: Any = person.app.screen
    for _ in range(40):
        if screen.item.label == label:
            return
        await person.presses("down")
    raise AssertionError(f"no row of this kind: {label}")


def brief_of(person: Person) -> Brief:
    screen: Any = person.app.screen
    return screen.work.brief


SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")


@SIZES
async def test_a_past_brief_is_carried_to_the_next_meeting(opens: Opens, lamps: Path, size: tuple[int, int]) -> None:
    before = (lamps / "briefs/june.yaml").read_bytes()
    async with opens(lamps, size=size) as person:
        await person.types("june")
        assert "F9 carry over" in person.sees
        await person.presses("f9")
        assert "Carry over to which meeting?" in person.sees and "24 November 2099" in person.reads
        await person.presses("enter")
        await person.waits_for("To decide")
        assert "Carried over from june" in person.reads
        brief = brief_of(person)
        assert (brief.carried_from, brief.as_of) == ("june", "2099-11-24")
        assert "out of date" in person.reads
        await person.presses("ctrl+s")
        assert "Saved to briefs/lwp-2099-11-24-lamps.yaml" in person.reads
    assert (lamps / "briefs/june.yaml").read_bytes() == before
    assert store.read(lamps / "briefs/lwp-2099-11-24-lamps.yaml").carried_from == "june"


@SIZES
async def test_a_coming_meeting_offers_the_last_brief_first(opens: Opens, lamps: Path, size: tuple[int, int]) -> None:
    async with opens(lamps, size=size) as person:
        await person.types("lwp 2099")
        await person.presses("enter")
        await person.waits_for("Carry over: Coastal lamps")
        await person.waits_for("unchanged")
        await person.presses("enter")
        await person.waits_for("To decide")
        assert brief_of(person).carried_from == "june"


async def test_the_meter_says_as_many_remarks_there_as_on_the_desk(opens: Opens, lamps: Path) -> None:
    async with opens(lamps, size=(120, 40)) as person:
        await person.types("june")
        await person.presses("enter")
        (told,) = re.findall(r"\d+ remarks?", await person.waits_for("remark"))
        await person.presses("b")
        assert f"· {told} ·" in await person.waits_for("To decide")


@SIZES
async def test_each_is_taken_kept_or_put_in_other_words_and_all_of_it_undone(
    opens: Opens, lamps: Path, size: tuple[int, int]
) -> None:
    change(lamps, OIL, "runs to 31 March 2026.")
    async with opens(lamps, size=size) as person:
        await opened(person)
        start = brief_of(person)
        await person.waits_for("changed in the base")
        await goes_to(person, "changed in the base")
        assert "[-January-]" in person.reads or "{+March+}" in person.reads or size == (60, 20)
        await person.presses("v")
        assert "[-January-]" in person.reads and "{+March+}" in person.reads, "word by word, readable without colour"
        await person.presses("escape")
        await person.presses("t")
        assert "Took what the base has" in person.sees
        taken = brief_of(person)
        assert "31 March 2026" in store.dump(taken)
        await person.presses("space")
        assert "Kept: " in person.sees
        assert len(brief_of(person).accepted) == 1
        await person.presses("e")
        await person.types(" So we hear.")
        await person.presses("escape")
        assert "Put it in other words." in person.sees
        assert "So we hear." in store.dump(brief_of(person))
        for _ in range(3):
            await person.presses("u")
        assert brief_of(person) == start
        await person.presses("r")
        assert brief_of(person) == taken


async def test_words_of_ones_own_are_shown_before_they_give_way(opens: Opens, lamps: Path) -> None:
    path = lamps / "briefs/june.yaml"
    path.write_text(
        path.read_text("utf-8").replace("text: The Guild of Keepers asks", "text: The Guild wants", 1), "utf-8"
    )
    change(lamps, "two years ahead", "three years ahead")
    async with opens(lamps) as person:
        await opened(person)
        await person.clicks("The Guild wants")
        await person.presses("t")
        assert "These words are your own" in person.sees
        assert "The Guild wants" in person.reads and "three years ahead" in person.reads
        await person.presses("enter")
        assert "Kept our words" in person.reads
        assert "The Guild wants" in store.dump(brief_of(person))


async def test_all_that_needs_no_second_look_is_taken_by_one_key(opens: Opens, lamps: Path) -> None:
    change(lamps, OIL, "runs to 31 March 2026.")
    async with opens(lamps, size=(120, 40)) as person:
        await opened(person)
        assert "a take all safe" in person.sees
        await person.presses("a")
        assert "no second look" in person.sees
        assert "changed in the base" not in person.sees and "disputed" in person.sees
        await person.presses("u")
        assert "changed in the base" in person.sees


async def test_what_was_said_last_time_is_said_again_or_begun_with(opens: Opens, lamps: Path) -> None:
    async with opens(lamps, size=(120, 40)) as person:
        await person.types("june")
        await person.presses("f9", "enter")
        await person.waits_for("Asked again")
        await person.clicks("More light soon.")
        assert "In two lines" in person.reads
        await person.presses("e")
        await person.types(" And oil.")
        await person.presses("escape")
        brief = brief_of(person)
        objective = next(s for s in brief.sections if s.id == "objective")
        assert "More light soon. And oil." in [b.text for b in objective.blocks]
        assert last_words.LAST not in [s.id for s in brief.sections]


async def test_the_words_being_written_can_be_given_up_and_undone(opens: Opens, lamps: Path) -> None:
    async with opens(lamps) as person:
        await opened(person)
        start = brief_of(person)
        await person.presses("e")
        assert person.app.screen.where == "rewording"
        await person.types("xyz")
        await person.presses("f7")
        assert brief_of(person) == start and person.app.screen.where == "carry"


async def test_the_base_that_changes_while_one_looks_is_seen_at_once(opens: Opens, lamps: Path) -> None:
    async with opens(lamps, size=(120, 40)) as person:
        await opened(person)
        assert "changed in the base" not in person.sees
        change(lamps, OIL, "runs to 31 March 2026.")
        person.app.read_again()
        await person.waits_for("changed in the base")


async def test_a_layer_that_is_gone_is_not_taken_for_withdrawn(opens: Opens, lamps: Path) -> None:
    (lamps / "briefer.yaml").write_text("layers: [knowledge, ../gone]\n", "utf-8")
    path = lamps / "briefs/june.yaml"
    path.write_text(path.read_text("utf-8").replace("entry: lamps/oil-contract", "entry: lamps/of-theirs"), "utf-8")
    async with opens(lamps, size=(120, 40)) as person:
        await opened(person)
        assert "cannot be told" in person.sees and "withdrawn" not in person.sees
        await person.clicks("cannot be told")
        await person.presses("t")
        assert "not read" in person.reads


async def test_unchanged_ones_are_shown_on_demand_and_lead_to_the_note(opens: Opens, lamps: Path) -> None:
    async with opens(lamps, size=(120, 40)) as person:
        await opened(person)
        assert "s shows them" in person.sees
        await person.presses("s")
        assert "s shows them" not in person.sees
        await person.clicks("= ")
        row = person.app.screen.item.block
        await person.presses("o")
        assert person.app.screen.where == "desk" and person.app.screen.row == row


async def test_a_brief_without_entries_has_nothing_to_decide(opens: Opens, lamps: Path) -> None:
    empty = Brief(brief="empty", format=1, title="Empty", as_of="2025-06-12")
    store.write(empty, lamps / "briefs/empty.yaml")
    async with opens(lamps) as person:
        await person.types("empty")
        await person.presses("enter", "b")
        assert "Nothing in this note comes from the knowledge base." in person.reads
        await person.presses("t", "space", "e", "a", "n", "enter", "o", "escape")
        assert person.app.screen.where == "desk"


async def test_the_mouse_takes_and_keeps(opens: Opens, lamps: Path) -> None:
    change(lamps, OIL, "runs to 31 March 2026.")
    async with opens(lamps) as person:
        await opened(person)
        await person.clicks("changed in the base")
        await person.clicks("t take")
        assert "31 March 2026" in store.dump(brief_of(person))
        await person.clicks("space keep")
        assert len(brief_of(person).accepted) == 1
