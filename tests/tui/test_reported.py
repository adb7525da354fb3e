"""What new users ran into: each stays mended."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from person import Opens, Person
from textual import events

from briefer import files
from briefer.brief import making
from briefer.brief.marking import unfilled
from briefer.brief.model import Block, Brief, Carried, MeetingRef, Pulled, Section
from briefer.tui import showing
from briefer.tui.finding import meetings_on
from briefer.tui.screens.desk import Desk
from briefer.tui.screens.tell import about_block
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.note import Note
from briefer.tui.widgets.outline import Outline
from briefer.word.docx import render
from briefer.workspace import read


def places(person: Person) -> tuple[str | None, str | None]:
    screen = person.app.screen
    assert isinstance(screen, Desk)
    return screen.query_one(Outline).current, screen.query_one(Note).current


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("keys", [["down"] * 9, ["down"] * 12 + ["up"] * 4, ["down", "up"] * 6 + ["down"] * 7])
async def test_holding_a_key_in_the_outline_ends_where_it_should(
    opens: Opens, size: tuple[int, int], keys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str | None] = []
    show_state = Desk.show_state

    def counted(desk: Desk) -> None:
        shown.append(desk.row)
        show_state(desk)

    monkeypatch.setattr(Desk, "show_state", counted)
    async with opens(size=size) as person:
        await person.drafts()
        await person.presses("o")
        outline = person.app.screen.query_one(Outline)
        start = outline.highlighted or 0
        for key in keys:  # faster than the screen follows
            outline.action_cursor_down() if key == "down" else outline.action_cursor_up()
        for _ in range(8):
            await person.pilot.pause(0.02)
        expected = outline.options[start + keys.count("down") - keys.count("up")].id
        shown.clear()
        for _ in range(8):
            assert not shown, "nothing moves once the keys are at rest"
            assert places(person) == (expected, expected)
            await person.pilot.pause(0.05)
        await person.presses("enter")
        assert places(person) == (expected, expected)


def brief(person: Person) -> Brief:
    screen = person.app.screen
    assert isinstance(screen, Desk)
    return screen.work.brief


def made(place: Path, name: str = "mine") -> Path:
    return making.new(read(str(place)), making.Wanted(("central-asia",), name=name, as_of="2025-06-10"))[1]


SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")


@SIZES
async def test_header_data_are_seen_and_changed(opens: Opens, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await person.drafts()
        before = brief(person)
        while person.app.screen.row != "section:header":
            await person.presses("up")
        assert "no meeting yet: Enter sets it" in person.reads
        await person.presses("enter")
        await person.types("EMWP")
        await person.presses("enter")
        await person.types("10 June")
        await person.presses("f9")
        assert "“10 June” is not a date" in person.reads
        assert brief_behind(person) == before
        for _ in range(7):
            await person.pilot.press("backspace")
        await person.types("2025-06-10")
        await person.presses("tab", "enter")
        await person.types("Brussels [Justus]")
        for _ in range(5):
            await person.presses("down")
        await person.types("Examplia")
        await person.presses("enter")
        await person.types("A. Drafter")
        await person.presses("enter", "enter")
        assert "EMWP, 10 June 2025" in person.reads and "Changed the header data." in person.reads
        after = brief(person)
        assert after.meeting == MeetingRef(body="EMWP", date="2025-06-10", place="Brussels [Justus]")
        assert (after.delegation, after.drafter) == ("Examplia", "A. Drafter")
        await person.presses("ctrl+z")
        assert brief(person) == before and person.app.screen.row == "section:header"
        await person.presses("h", "escape")
        assert brief(person) == before


@SIZES
async def test_the_language_of_the_note_is_set_in_one_change(opens: Opens, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await person.drafts()
        before = brief(person)
        assert before.language == "en"
        await person.presses("h", *["tab"] * 7, "backspace", "backspace")
        await person.types("Klingon")
        await person.presses("f9")
        assert "There is no language “Klingon”" in person.reads and "fr (Français)" in person.reads
        assert brief_behind(person) == before
        await person.presses(*["backspace"] * 7)
        await person.types("fren")
        assert "Français" in person.sees
        await person.presses("enter")
        await person.types("Examplia")
        await person.presses("f9")
        after = brief(person)
        assert (after.language, after.delegation) == ("fr", "Examplia")
        paragraphs = zipfile.ZipFile(io.BytesIO(render(after))).read("word/document.xml").decode()
        assert "Messages clés" in paragraphs and "Top lines" not in paragraphs
        assert "Deuxième message à faire passer." in paragraphs and "Second thing to land." not in paragraphs
        assert "Deuxième message à faire passer." in [b.text for s in after.sections for b in s.blocks]
        await person.presses("ctrl+z")
        assert brief(person) == before


async def test_a_language_is_taken_by_its_own_name_and_one_without_a_file_may_stay(opens: Opens, place: Path) -> None:
    path = made(place)
    path.write_text(path.read_text("utf-8") + "language: xx\n", "utf-8")
    async with opens() as person:
        await person.types("mine")
        await person.presses("enter", "h")
        await person.types("EMWP")
        await person.presses("f9")
        assert brief(person).language == "xx" and "Changed the header data." in person.reads
        await person.presses("h", *["tab"] * 7, "backspace", "backspace")
        await person.types("Français")
        await person.presses("f9")
        assert brief(person).language == "fr"


def brief_behind(person: Person) -> Brief:
    desk = person.app.screen_stack[-2]
    assert isinstance(desk, Desk)
    return desk.work.brief


async def test_header_data_are_found_by_name(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts()
        await person.presses("ctrl+p")
        await person.types("drafter")
        await person.waits_for("Meeting, delegation and drafter")
        await person.presses("enter")
        await person.waits_for("Expected action")


@SIZES
async def test_a_brief_on_a_topic_can_be_for_a_meeting(opens: Opens, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await person.types("central asia")
        await person.presses("enter")
        assert "Meeting: none" in person.reads
        await person.presses("m")
        assert "Meeting: EMWP, 14 May 2025" in person.reads and "For EMWP, 14 May 2025" in person.reads
        await person.presses("enter")
        meeting = brief(person).meeting
        assert meeting is not None and meeting.id == "emwp-2025-05-14"


async def test_meetings_come_round_to_none(opens: Opens) -> None:
    async with opens() as person:
        await person.types("talent")
        await person.presses("enter")
        screen = person.app.screen
        for _ in range(len(meetings_on(["talent-partnerships"], screen._library.base, "2026-01-01")) + 1):
            await person.presses("m")
        assert "Meeting: none" in person.reads
        await person.presses("enter")
        assert brief(person).meeting is None


async def test_going_back_behind_theirs_asks_again_before_saving(opens: Opens, place: Path) -> None:
    path = made(place)
    async with opens() as person:
        await person.types("mine")
        await person.presses("enter", "enter")
        await person.types("My words")
        theirs = path.read_text("utf-8").replace("First thing to land", "Their words to land")
        path.write_text(theirs, "utf-8")
        await person.presses("ctrl+s", "down", "enter")
        assert "Their words to land" in person.sees
        await person.presses("ctrl+z")
        await person.presses("ctrl+s")
        assert "Nothing was overwritten" in person.reads and path.read_text("utf-8") == theirs
        await person.presses("escape", "d", "ctrl+s")
        assert "Nothing was overwritten" in person.reads, "a change made of one's own version asks too"
        await person.presses("down", "down", "enter")
        assert "Saved to" in person.reads and path.read_text("utf-8") != theirs
        await person.presses("ctrl+z", "ctrl+s")
        assert "Saved to" in person.reads and "My words" in path.read_text("utf-8"), "once told to, it saves"


async def test_theirs_worked_on_is_saved_without_a_question(opens: Opens, place: Path) -> None:
    path = made(place)
    async with opens() as person:
        await person.types("mine")
        await person.presses("enter", "d")
        path.write_text(path.read_text("utf-8").replace("First thing to land", "Their words to land"), "utf-8")
        await person.presses("ctrl+s", "down", "enter", "ctrl+z", "ctrl+y", "t", "X", "enter", "ctrl+s")
        assert "Saved to" in person.reads and "Their words to land" in path.read_text("utf-8")


async def test_export_says_what_is_still_open(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts()
        count = len(unfilled(brief(person)))
        await person.presses("x", "enter")
        assert "Written to" in person.reads and f"; {count} still to be filled in" in person.reads


async def test_question_mark_opens_help_where_nothing_is_typed(opens: Opens) -> None:
    async with opens() as person:
        person.app.post_message(events.Key("question_mark", "?"))
        await person.settles()
        assert "Keys that work here" in person.sees
        await person.presses("escape")
        await person.types("a")
        person.app.post_message(events.Key("question_mark", "?"))
        await person.settles()
        assert person.app.screen.where == "home" and person.app.screen.query_one("#words").value == "a?"


@pytest.mark.parametrize("keys", [["h"], ["x"], ["t"], ["m"], ["v"], ["f1"]], ids=lambda k: k[0])
async def test_dialogs_tell_their_own_keys_only(opens: Opens, keys: list[str]) -> None:
    async with opens() as person:
        await person.drafts()
        line = person.app.screen.query_one(KeyLine)
        assert "add" in line.render().plain
        await person.presses(*keys)
        assert line.render().plain == ""
        if keys != ["f1"]:
            await person.presses("f1")
            assert "Keys of this dialog" in person.sees
            await person.presses("f1")
            assert "Keys of this dialog" not in person.sees
        await person.presses("escape")
        assert "add" in line.render().plain and person.app.screen.where == "desk"


async def test_briefs_come_first_and_the_one_just_left_is_under_the_cursor(opens: Opens, place: Path) -> None:
    made(place, "older")
    made(place, "newer")
    os.utime(place / "briefs" / "older.yaml", (1, 1))
    async with opens() as person:
        seen = await person.waits_for("Briefs")
        assert seen.index("Briefs") < seen.index("Past meetings")
        assert str(person.app.screen.row.name).endswith("newer.yaml")
        await person.presses("down", "enter", "escape")
        assert str(person.app.screen.row.name).endswith("older.yaml")
        await person.presses("up", "enter", "d", "ctrl+s", "escape")
        assert str(person.app.screen.row.name).endswith("newer.yaml")


@SIZES
async def test_a_search_without_hits_says_so(opens: Opens, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await person.types("qqqzzzxxx")
        assert "Nothing is found; try fewer or other words." in person.reads
        await person.presses("down", "up", "enter")
        assert person.app.screen.where == "home"


async def test_topics_count_what_stands_under_them(opens: Opens) -> None:
    async with opens(size=(120, 40)) as person:
        base = person.app.screen.library.base
        for row in (r for r in person.app.screen._rows if r.kind == "topic"):
            counts = base.counts(row.name)
            assert row.states[1] == f"{counts['facts']} f · {counts['positions']} p · {counts['questions']} q"


async def test_undo_and_redo_show_what_changed(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts()
        screen = person.app.screen
        note = screen.query_one(Note)
        rows = [o.id for o in note.options]
        blocks = [b for s in brief(person).sections if s.role == "speaking-note" for b in s.blocks]
        question = next(b.id for b in blocks if b.role == "question")
        moved = next(b.id for b in brief(person).sections[2].blocks)
        for row, key in [(question, "d"), (moved, "greater_than_sign"), (blocks[-1].id, "less_than_sign")]:
            note.go(row)
            await person.presses(key)
            note.go(rows[0] if row != rows[0] else rows[-1])
            await person.presses("ctrl+z")
            assert screen.row == row, key
            top = note.scroll_offset.y
            assert top <= note._index_to_line[note.highlighted] < top + note.size.height
            if key != "d":
                note.go(rows[0])
                await person.presses("ctrl+y")
                assert screen.row == row
                await person.presses("ctrl+z")


@pytest.mark.parametrize("where", ["note", "outline"])
async def test_a_resize_keeps_outline_and_note_on_one_block(opens: Opens, where: str) -> None:
    async with opens(size=(120, 40)) as person:
        await person.drafts()
        await person.presses(*(["o", "end"] if where == "outline" else ["end"]))
        for size in [(60, 20), (120, 40), (80, 24), (120, 24)]:
            await person.pilot.resize_terminal(*size)
            await person.settles()
            outline, note = places(person)
            assert outline == note
            for lines in (person.app.screen.query_one(Note), person.app.screen.query_one(Outline)):
                if lines.display and lines.size.height:
                    top, line = lines.scroll_offset.y, lines._index_to_line[lines.highlighted]
                    assert top <= line < top + lines.size.height


async def test_lists_do_not_go_round(opens: Opens) -> None:
    async with opens() as person:
        first = person.app.screen.row
        await person.presses("up")
        assert person.app.screen.row == first
        await person.drafts()
        await person.presses("home", "up", "k")
        assert person.app.screen.row == "section:header"
        last = person.app.screen.query_one(Note).options[-1].id
        await person.presses("end", "down", "j")
        assert person.app.screen.row == last


async def test_recovery_begins_on_what_loses_nothing(opens: Opens, place: Path) -> None:
    path = made(place)
    read(str(place)).journal.keep(path, path.read_text("utf-8"), files.Stamp.of(path))
    async with opens() as person:
        await person.waits_for("Unsaved work")
        assert "▌ Open it" in person.sees and person.sees.index("Later") < person.sees.index("Forget it")
        await person.presses("escape")
        await person.types("unsaved")
        await person.presses("f6", "enter")
    assert read(str(place)).journal.found()


async def test_old_news_goes_with_the_next_command(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts()
        await person.presses("ctrl+s")
        assert "Saved to" in person.sees
        await person.presses("n")
        assert "Saved to" not in person.sees


@SIZES
async def test_next_gap_stays_in_the_key_line(opens: Opens, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await person.drafts()
        assert "n next gap" in person.sees
        await person.presses("d", "ctrl+s")
        assert "n next gap" in person.sees


def test_one_word_is_one_word() -> None:
    assert (showing.counted(1, "word"), showing.counted(0, "word")) == ("1 word", "0 words")


def test_unknown_notices_have_a_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefer.brief.review.notices", lambda *_: [("Reworded", "it says more."), ("Later", "x.")])
    block = Block(id="aaaaa2", role="text", text="A")
    section = Section(id="s", role="free", blocks=(block,))
    whole = Brief(brief="b", format=1, title="B", as_of="2025-06-10", sections=(section,))
    assert showing.signs(whole, section, block) == "!"
    assert showing.detail(whole, section, block)[0] == "! Reworded: it says more."


def test_what_is_woven_into_a_block_is_told_with_its_day() -> None:
    woven = Carried("lamps/lamps-lit", Pulled(text="12 lamps were lit.", as_of="2024-10-16"), (1,))
    block = Block(id="aaaaa2", role="text", text="We say: 12 lamps were lit.", carries=(woven,))
    section = Section(id="s", role="free", blocks=(block,))
    whole = Brief(brief="b", format=1, title="B", as_of="2025-06-10", sections=(section,))
    told = dict(about_block(whole, section, block, None)._paragraphs)
    assert told["Woven in from the knowledge base: lamps/lamps-lit"] == "12 lamps were lit.\nas of 16 October 2024"
