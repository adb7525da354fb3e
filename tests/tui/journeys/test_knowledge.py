"""One's own knowledge while a brief is prepared: added, changed, a new topic, and files that break."""

from __future__ import annotations

import yaml

from journeys.beginning import drafts
from journeys.conftest import SitsDown


async def test_a_fact_is_added_while_preparing_and_pulled_in(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person, "central asia", "Central Asia")
        await person.presses("+")
        await person.waits_for("What is new?")
        await person.presses("enter")
        await person.waits_for("New fact")
        await person.types("Seven posts were opened [sic].")
        await person.presses("tab")
        await person.types("9375")
        await person.waits_for("Optimising")
        person.takes_picture("knowledge-paper-found")
        await person.presses("enter")
        await person.waits_for("9375/25")
        await person.presses("f9")
        await person.waits_for("and pulled in")
        await person.waits_for("Seven posts were opened [sic].")
        await person.presses("f2")
        await person.waits_for("Saved to briefs/")
        own = yaml.safe_load((person.place / "knowledge/topics/central-asia.yaml").read_text("utf-8"))
        assert own["facts"][0]["text"] == "Seven posts were opened [sic]."
        (brief,) = (person.place / "briefs").glob("*.yaml")
        assert f"central-asia/{own['facts'][0]['id']}" in brief.read_text("utf-8")
        await person.presses("u", "u")
        await person.waits_for("Undone: wrote down a fact")
        assert not (person.place / "knowledge/topics/central-asia.yaml").exists()
        await person.presses("r")
        await person.waits_for("Done again: wrote down a fact")
        assert "Seven posts" in (person.place / "knowledge/topics/central-asia.yaml").read_text("utf-8")


async def test_a_shipped_entry_is_changed_and_ones_own_counts(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await drafts(person, "csdp-jha")
        await person.presses("p")
        await person.types("frontex working arrangement")
        await person.waits_for("EUAM Ukraine was the one")
        await person.presses("ctrl+o")
        await person.waits_for("your copy will count instead")
        person.takes_picture("knowledge-change")
        await person.types(" So says our embassy.")
        await person.waits_for("our embassy")
        await person.presses("f2")
        await person.waits_for("Kept in knowledge/topics/")
        await person.presses("f4")
        await person.waits_for("So says our embassy.")
        (own,) = (person.place / "knowledge/topics").glob("*.yaml")
        (entry,) = yaml.safe_load(own.read_text("utf-8"))["facts"]
        assert entry["text"].endswith("So says our embassy.") and entry["source"]


async def test_a_new_topic_is_written_down_and_a_brief_begun_on_it(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        await person.presses("ctrl+n")
        await person.waits_for("New topic")
        await person.types("Harbours [north]")
        await person.waits_for("Its id will be harbours-north")
        await person.presses("f2")
        await person.waits_for("Kept in knowledge/topics/harbours-north.yaml")
        await person.waits_for("Harbours [north]")
        person.takes_picture("knowledge-topic")
        await person.presses("enter")
        await person.waits_for("New brief: Harbours [north]")
        assert (person.place / "knowledge/topics/harbours-north.yaml").is_file()


async def test_a_file_breaks_is_named_and_mended(sits_down: SitsDown) -> None:
    async with sits_down() as person:
        own = person.place / "knowledge/topics/central-asia.yaml"
        fact = "  - {id: posts, text: Seven posts., source: {paper: st-9375-2025}, as_of: 2025}\n"
        await drafts(person, "central asia", "Central Asia")
        own.write_text(f"topic: central-asia\nfacts:\n{fact}    text: [\n", "utf-8")
        await person.waits_for("central-asia.yaml, line")
        person.takes_picture("knowledge-broken")
        own.write_text(f"topic: central-asia\nfacts:\n{fact}", "utf-8")
        await person.presses("p")
        await person.types("seven posts")
        await person.waits_for("Seven posts.")
        assert "central-asia.yaml, line" not in person.reads
