"""Keys that come faster than the app can follow, as on a slow laptop: none is lost, and none lands elsewhere."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from person import Opens, Person
from textual import events
from textual.widgets import Input

from briefer.tui.loading import Library, Reader

NAMES = {" ": "space", "\t": "tab", "\r": "enter"}


async def bursts(person: Person, *typed: str) -> None:
    """Type keys and texts without waiting for anything in between."""
    for part in typed:
        for key in [part] if part.startswith("ctrl+") or part in ("tab", "enter", "escape", "down", "f2") else part:
            person.app.post_message(events.Key(NAMES.get(key, key), key if len(key) == 1 else None))
    await person.settles()


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_words_typed_right_after_the_key_for_the_knowledge_pane_are_its_filter(
    opens: Opens, size: tuple[int, int]
) -> None:
    async with opens(size=size) as person:
        await person.types("central asia")
        await person.presses("enter", "enter")
        await person.waits_for("⏎ change")
        await bursts(person, "p", "posts seven")
        await person.waits_for("posts seven")
        assert person.app.screen.query_one("#pull-words", Input).value == "posts seven"


async def test_from_the_first_word_to_a_filter_on_the_desk_in_one_go(opens: Opens) -> None:
    async with opens() as person:
        await bursts(person, "central asia", "enter", "enter", "p", "posts seven")
        await person.waits_for("posts seven")
        assert person.app.screen.query_one("#pull-words", Input).value == "posts seven"


async def test_a_topic_is_opened_that_was_asked_for_before_the_base_was_read(opens: Opens, place: Path) -> None:
    reader, may = Reader(), Event()

    def reads_late(named: str | None) -> Library:
        may.wait(20)
        return reader(named)

    async with opens(read=reads_late) as person:
        for key in "csdp":
            person.app.post_message(events.Key(key, key))
        person.app.post_message(events.Key("enter", "\r"))
        await person.pilot.pause(0.3)
        assert "reading the knowledge base" in person.sees
        may.set()
        await person.waits_for("New brief: CSDP–JHA synergies")


async def test_esc_gives_up_waiting_for_the_base(opens: Opens) -> None:
    reader, may = Reader(), Event()

    def reads_late(named: str | None) -> Library:
        may.wait(20)
        return reader(named)

    async with opens(read=reads_late) as person:
        for key in ("c", "enter", "x", "escape", "s"):
            person.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await person.pilot.pause(0.3)
        assert person.app.screen.query_one("#words", Input).value == "s"
        may.set()
        await person.settles()
        await person.waits_for("24 topics")
        assert person.app.screen.query_one("#words", Input).value == "s"


async def test_a_form_is_filled_field_by_field_without_a_pause(opens: Opens) -> None:
    async with opens() as person:
        await bursts(person, "ctrl+l", "EMWP", "tab", "2026-12-01", "tab", "Brussels")
        await person.waits_for("Brussels")
        boxes = [box.value for box in person.app.screen.query(Input)]
        assert boxes[:3] == ["EMWP", "2026-12-01", "Brussels"]


async def test_a_new_topic_is_named_and_kept_in_one_go(opens: Opens) -> None:
    async with opens() as person:
        await bursts(person, "ctrl+n", "Harbours [north]", "f2")
        await person.waits_for("Kept in knowledge/topics/harbours-north.yaml")
        assert "Harbours [north]" in (person.place / "knowledge/topics/harbours-north.yaml").read_text("utf-8")


async def test_words_typed_after_leaving_a_dialog_go_where_it_was_opened(opens: Opens) -> None:
    async with opens() as person:
        await bursts(person, "ctrl+n", "escape", "central")
        await person.waits_for("central")
        assert person.app.screen.query_one("#words", Input).value == "central"


async def test_pasted_words_follow_the_key_before_them(opens: Opens) -> None:
    async with opens() as person:
        await person.types("central asia")
        await person.presses("enter", "enter")
        await person.waits_for("⏎ change")
        person.app.post_message(events.Key("p", "p"))
        person.app.post_message(events.Paste("seven posts"))
        await person.waits_for("seven posts")
        assert person.app.screen.query_one("#pull-words", Input).value == "seven posts"
