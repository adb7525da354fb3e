"""From a brief that turned out well to a template of one's working party, and to the next brief with it."""

from __future__ import annotations

from pathlib import Path

from briefer.brief import store
from journeys.beginning import drafts
from journeys.conftest import SitsDown

UNIT = "template: unit\nextends: speaking-note\ntitle: Of our unit\nbodies: [EMWP]\nsections:\n" \
       "  - {id: speaking, title: We say}\n"  # fmt: skip


async def test_a_template_of_the_working_party_comes_first_and_is_kept_again(place: Path, sits_down: SitsDown) -> None:
    (place / "templates").mkdir(exist_ok=True)
    (place / "templates/unit.yaml").write_text(UNIT, "utf-8")
    async with sits_down() as person:
        await drafts(person, "csdp-jha syn")
        await person.presses("ctrl+s")
        await person.waits_for("Saved to briefs/csdp-jha-synergies-unit.yaml")
        await person.presses("f7")
        await person.waits_for("Keep as template")
        await person.presses("enter")
        await person.waits_for("Kept as template")
        assert (place / "templates/csdp-jha-synergies.yaml").is_file()
        brief = store.read(place / "briefs/csdp-jha-synergies-unit.yaml")
        kept = (place / "templates/csdp-jha-synergies.yaml").read_text("utf-8")
        await person.presses("ctrl+s", "f7")
        await person.waits_for("Keep as template")
        (place / "templates/csdp-jha-synergies.yaml").write_text(f"# A colleague's words\n{kept}", "utf-8")
        await person.presses("enter")
        await person.waits_for("Enter again writes over it")
        person.takes_picture("template-there")
        await person.presses("enter")
        await person.waits_for("Kept as template")
        assert (place / "templates/csdp-jha-synergies.yaml").read_text("utf-8") == kept
        await person.presses("u")
        await person.waits_for("Undone: kept a template")
        assert "A colleague's words" in (place / "templates/csdp-jha-synergies.yaml").read_text("utf-8")
        assert (brief.template, [s.title for s in brief.sections if s.id == "speaking"]) == ("unit", ["We say"])
