"""From the first screen: a meeting that is coming, a fact remembered by a word of it, a paper, the shelf of briefs."""

from __future__ import annotations

from datetime import date, timedelta

from journeys.beginning import drafts
from journeys.conftest import SitsDown


def _meeting(days: int, title: str) -> tuple[str, str]:
    day = (date.today() + timedelta(days)).isoformat()
    name = f"lwp-{day}"
    return name, f'meeting: {name}\nbody: LWP\ndate: {day}\nitems:\n  - {{title: "{title}", topics: [central-asia]}}\n'


async def test_from_a_coming_meeting_to_a_brief(sits_down: SitsDown, place) -> None:
    folder = place / "knowledge" / "meetings"
    folder.mkdir(parents=True, exist_ok=True)
    for days, title in ((5, "Skills [and] seasons"), (-2, "What was before")):
        name, text = _meeting(days, title)
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    async with sits_down() as person:
        seen = await person.waits_for("in 5 days")
        assert seen.index("Coming meetings") < seen.index("Past meetings") < seen.index("Topics")
        person.takes_picture("home")
        await person.presses("enter")
        await person.waits_for("New brief: LWP")
        await person.waits_for("In two lines")
        person.takes_picture("home-choice")
        await person.presses("enter")
        await person.waits_for("⏎ change")
        await person.presses("ctrl+s")
        await person.waits_for("Saved to briefs/")
        await person.presses("escape")
        await person.waits_for("Briefs")
        await person.waits_for("draft")


async def test_a_fact_is_found_shown_and_a_brief_begun_from_it(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.types("facts tinted")
        await person.waits_for("inted-glass room")
        person.takes_picture("home-found")
        await person.presses("enter")
        await person.waits_for("separate living areas")
        await person.waits_for("Council 9375/25")
        person.takes_picture("home-entry")
        await person.presses("b")
        await person.waits_for("New brief: EUCAP Sahel Mali")
        await person.presses("escape")
        await person.waits_for("tinted")
        await person.presses("escape")
        await person.types("9375/25")
        await person.waits_for("Optimising")
        await person.presses("enter")
        await person.waits_for("entries of the base cite it")
        person.takes_picture("home-paper")
        await person.presses("b")
        await person.waits_for("New brief: CSDP–JHA synergies")


async def test_a_brief_is_taken_up_again_copied_and_put_away(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person, "talent part", "Talent Partnerships")
        await person.presses("ctrl+s")
        await person.waits_for("Saved to briefs/")
        await person.presses("escape")
        await person.waits_for("F9 carry over")
        await person.presses("f3")
        await person.waits_for("not saved yet")
        await person.presses("ctrl+s")
        await person.waits_for("Saved to briefs/talent-partnerships-speaking-note-2.yaml")
        await person.presses("escape")
        await person.waits_for("F9 carry over")
        await person.presses("f12")
        await person.waits_for("ctrl+z brings it back")
        away = person.place / ".briefer" / "away" / "talent-partnerships-speaking-note-2.yaml"
        assert away.is_file()
        await person.presses("ctrl+z")
        await person.waits_for("among the briefs again")
        assert not away.exists()
    briefs = sorted(p.name for p in (person.place / "briefs").glob("*.yaml"))
    assert briefs == ["talent-partnerships-speaking-note-2.yaml", "talent-partnerships-speaking-note.yaml"]


async def test_a_meeting_is_written_down_with_an_item_and_a_brief_begun_for_it(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.waits_for("Topics")
        await person.presses("ctrl+l")
        await person.waits_for("New meeting")
        await person.types("EMWP")
        await person.presses("enter")
        await person.types("3 March 2031")
        await person.presses("f2")
        await person.waits_for("Kept in knowledge/meetings/emwp-2031-03-03.yaml")
        await person.waits_for("EMWP 3 March 2031")
        await person.presses("ctrl+o")
        await person.waits_for("Change what of emwp-2031-03-03?")
        person.takes_picture("meeting-change")
        await person.presses("down", "enter")
        await person.waits_for("New item")
        await person.waits_for("emwp-2031-03-03")
        await person.types("Corridors [and] quotas")
        await person.presses("tab", "tab")
        await person.types("central asia")
        await person.waits_for("Central Asia")
        await person.presses("enter")
        await person.presses("f2")
        await person.waits_for("Kept in knowledge/meetings/emwp-2031-03-03.yaml")
        person.takes_picture("meeting-kept")
        (made,) = (person.place / "knowledge/meetings").glob("emwp-2031*.yaml")
        assert "Corridors [and] quotas" in made.read_text("utf-8") and "topics: [central-asia]" in made.read_text(
            "utf-8"
        )
        await person.types("corridors")
        await person.waits_for("EMWP 3 March 2031  Corridors [an")
        await person.presses("enter")
        await person.waits_for("New brief: EMWP")
