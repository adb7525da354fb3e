"""From the brief of the last meeting to that of the next one, with what has changed in between."""

from __future__ import annotations

from pathlib import Path

from briefer import workspace as workspaces
from briefer.brief import edit, making, store
from briefer.brief.making import Wanted
from journeys.conftest import SitsDown

NOVEMBER = """\
meeting: emwp-2099-11-24
body: EMWP
date: 2099-11-24
place: Brussels
items:
  - {number: 3, title: Missions once more, action: exchange of views, topics: [eucap-sahel-niger-racc]}
"""


def last_time(place: Path) -> None:
    """A brief for June with its objective filled in, and the next meeting known."""
    (place / "knowledge/meetings").mkdir(parents=True, exist_ok=True)
    (place / "knowledge/meetings/emwp-2099-11-24.yaml").write_text(NOVEMBER, "utf-8")
    wanted = Wanted(("eucap-sahel-niger-racc",), meeting="emwp-2025-06-10", template="full-brief", name="sahel-june")
    brief, path = making.new(workspaces.read(str(place)), wanted)
    prompt = next(b.id for s in brief.sections for b in s.blocks if b.text.startswith("In two lines"))
    store.write(edit.set_text(brief, prompt, "Keep the expertise [first]."), path)


async def test_the_last_brief_carried_to_the_next_meeting(place: Path, sits_down: SitsDown) -> None:
    last_time(place)
    async with sits_down() as person:
        await person.types("sahel-june")
        await person.waits_for("carry over")
        await person.presses("f9")
        await person.waits_for("Carry over to which meeting?")
        await person.presses("enter")
        await person.waits_for("To decide")
        await person.waits_for("out of date")
        assert person.takes_picture("what-has-changed").stat().st_size
        await person.presses("space")
        await person.waits_for("Kept: ")
        await person.presses("t")
        await person.waits_for("Took what the base has")
        await person.presses("u")
        await person.waits_for("Undone: took what the base has")
        await person.presses("ctrl+s")
        await person.waits_for("Saved to briefs/emwp-2099-11-24-eucap-sahel-niger-racc.yaml")
        await person.presses("escape")
        await person.waits_for("⏎ change")
        brief = store.read(place / "briefs/emwp-2099-11-24-eucap-sahel-niger-racc.yaml")
        assert (brief.carried_from, brief.as_of, len(brief.accepted)) == ("sahel-june", "2099-11-24", 1)
        assert brief.meeting is not None and brief.meeting.item == "3 Missions once more"
        assert any(b.prompt and b.text == "Keep the expertise [first]." for s in brief.sections for b in s.blocks)
