"""A paper arrives: from its file to its questions, its proposals and a brief; an agenda becomes a meeting."""

from __future__ import annotations

from pathlib import Path

import papers_drawn
import pytest
import yaml
from papers_drawn import NEW, Q1, Q2

from journeys.conftest import SitsDown


@pytest.fixture
def inbox(place: Path) -> Path:
    """A folder of papers in the workspace, where the chooser looks without being told."""
    return place / "incoming"


async def opens_file(person, path: Path) -> None:
    await person.waits_for("Topics")
    await person.presses("f2")
    await person.waits_for("Read a paper")
    await person.types(f"'{path}'")
    await person.presses("enter")


async def test_a_presidency_note_as_pdf_becomes_a_brief_with_its_exact_questions(
    sits_down: SitsDown, inbox: Path, place: Path
) -> None:
    path = papers_drawn.pdf(inbox)
    async with sits_down() as person:
        await opens_file(person, path)
        await person.waits_for("7777/31")
        await person.waits_for("Topic")
        person.takes_picture("paper-read")
        await person.presses("t")
        await person.waits_for("Under which topic?")
        await person.types("Lanterns of the north")
        await person.presses("enter")
        await person.waits_for("a new topic")
        await person.presses("b")
        await person.waits_for("New brief: Lanterns of the north")
        await person.waits_for("In two lines")
        await person.presses("enter")
        await person.waits_for("⏎ change")
        await person.presses("f2")
        await person.waits_for("Saved to briefs/")
    (brief,) = (place / "briefs").glob("*.yaml")
    blocks = [b for s in yaml.safe_load(brief.read_text("utf-8"))["sections"] for b in s.get("blocks", ())]
    assert [b["text"].replace("\\", "") for b in blocks if b["role"] == "question"] == [Q1, Q2]
    own = yaml.safe_load((place / "knowledge/topics/lanterns-of-the-north.yaml").read_text("utf-8"))
    assert [q["wording"] for q in own["questions"]] == ["verbatim", "verbatim"]


async def test_proposals_are_accepted_rejected_and_taken_back(sits_down: SitsDown, inbox: Path, place: Path) -> None:
    path = papers_drawn.word(inbox)
    topic = place / "knowledge/topics/lanterns-on-the-northern-route.yaml"
    async with sits_down() as person:
        await opens_file(person, path)
        await person.waits_for("7777/31")
        await person.presses("t")
        await person.waits_for("Under which topic?")
        await person.types("Lanterns on the northern route")
        await person.presses("enter")
        await person.waits_for("a new topic")
        await person.presses("p")
        await person.waits_for("Proposal 1 of 3")
        await person.waits_for("new: the base says nothing like it")
        person.takes_picture("paper-proposal")
        if person.size[0] < 80:
            await person.presses("v")
        await person.waits_for("▸In October 2030")
        person.takes_picture("paper-place")
        if person.size[0] < 80:
            await person.presses("v")
        await person.presses("r")
        await person.waits_for("Rejected")
        await person.waits_for("EUR 93 million")
        await person.presses("a")
        await person.waits_for("Accepted: fact")
        assert yaml.safe_load(topic.read_text("utf-8"))["facts"][0]["text"] == NEW
        await person.presses("u")
        await person.waits_for("Undone: accepted a fact")
        assert "facts" not in yaml.safe_load(topic.read_text("utf-8"))
        await person.presses("ctrl+y")
        await person.waits_for("Done again")
        await person.presses("escape")
        await person.waits_for("1 accepted, 1 rejected; 1 still open")
        await person.presses("escape")
        await person.waits_for("Topics")
        await opens_file(person, path)
        await person.waits_for("You have had this paper before")
        await person.presses("p")
        await person.waits_for("Proposal 3 of 3")
    assert yaml.safe_load(topic.read_text("utf-8"))["facts"][0]["wording"] == "verbatim"


async def test_an_agenda_becomes_a_meeting_and_the_paper_on_it_a_brief_for_it(
    sits_down: SitsDown, inbox: Path, place: Path
) -> None:
    agenda, path = papers_drawn.agenda(inbox), papers_drawn.text(inbox)
    async with sits_down() as person:
        await opens_file(person, agenda)
        await person.waits_for("An agenda: a meeting with its items")
        person.takes_picture("paper-agenda")
        await person.presses("f2")
        await person.waits_for("Kept in knowledge/")
        await person.waits_for("EMWP 12 March 2031")
        await opens_file(person, path)
        await person.waits_for("7777/31")
        await person.presses("f2")
        await person.waits_for("Taken in: ")
        person.takes_picture("paper-taken")
        await person.presses("b")
        await person.waits_for("For EMWP, 12 March 2031")
    (meeting,) = (place / "knowledge/meetings").glob("*.yaml")
    items = yaml.safe_load(meeting.read_text("utf-8"))["items"]
    assert [i["title"] for i in items][1] == "Lanterns on the northern route [first reading]"
    assert items[1]["papers"] == ["st-7777-2031"] and len(items[1]["topics"]) == 1


async def test_a_classified_paper_is_refused_and_nothing_of_it_is_kept(
    sits_down: SitsDown, inbox: Path, place: Path
) -> None:
    path = papers_drawn.classified(inbox)
    before = sorted(p for p in place.rglob("*") if p.is_file())
    async with sits_down() as person:
        await opens_file(person, path)
        await person.waits_for("only systems accredited for that may process it")
        person.takes_picture("paper-refused")
        assert "Lanterns on" not in person.sees
        await person.presses("escape", "escape")
        await person.waits_for("Topics")
    assert sorted(p for p in place.rglob("*") if p.is_file()) == before
