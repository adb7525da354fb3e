"""From the desk to a file: choices, progress, stopping, refusals, and what can be done with the file."""

from __future__ import annotations

import os
import re
import stat
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from person import Opens, Person

from briefer.brief import making, store
from briefer.brief.model import Block
from briefer.errors import BrieferError
from briefer.tui import handing
from briefer.word.house import SHIPPED
from briefer.workspace import read

SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")


def made(place: Path, name: str = "mine") -> Path:
    return making.new(read(str(place)), making.Wanted(("central-asia",), name=name, as_of="2025-06-10"))[1]


async def opens_mine(person: Person) -> None:
    await person.types("mine")
    await person.presses("enter")


async def presses_only(person: Person, *keys: str) -> None:
    """Press keys without waiting for what is being written."""
    for key in keys:
        await person.pilot.press(key)
    await person.pilot.pause(0.05)


class Slow:
    """A stage of the export that goes on until it is told to end."""

    def __init__(self, real: Any) -> None:
        self._real, self.began, self.go = real, threading.Event(), threading.Event()

    def __call__(self, *arguments: Any, **more: Any) -> Any:
        self.began.set()
        assert self.go.wait(20)
        return self._real(*arguments, **more)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    from briefer.word import docx

    stage = Slow(docx.render)
    monkeypatch.setattr(docx, "render", stage)
    return stage


@SIZES
async def test_progress_is_told_and_stopping_leaves_the_old_file(
    opens: Opens, place: Path, slow: Slow, size: tuple[int, int]
) -> None:
    made(place)
    file = place / "briefs" / "mine_LIMITE.docx"
    async with opens(size=size) as person:
        await opens_mine(person)
        slow.go.set()
        await person.presses("x", "enter", "escape")
        before = file.read_bytes()
        slow.go.clear()
        slow.began.clear()
        await person.presses("d")
        await presses_only(person, "x", "enter")
        assert slow.began.wait(10)
        await person.waits_for("drawing the note")
        assert "Esc stops it" in person.reads and "✓ looking at the markings" in person.reads
        await presses_only(person, "escape")
        await person.waits_for("Nothing is written")
        slow.go.set()
        await person.settles()
        assert "Write the file" in person.sees and file.read_bytes() == before
        assert {p.name for p in (place / "briefs").iterdir()} == {"mine.yaml", file.name}, "no half file either"
        await person.presses("enter")
        assert "Written to" in person.sees and file.read_bytes() != before


async def test_leaving_while_it_is_written_stops_it_first(opens: Opens, place: Path, slow: Slow) -> None:
    made(place)
    async with opens() as person:
        await opens_mine(person)
        await presses_only(person, "x", "enter")
        assert slow.began.wait(10)
        await presses_only(person, "escape", "escape")
        slow.go.set()
        await person.settles()
        assert person.app.screen.where == "desk" and not list((place / "briefs").glob("*.docx"))


@SIZES
async def test_the_path_can_be_read_in_full_and_stays(opens: Opens, place: Path, size: tuple[int, int]) -> None:
    made(place)
    path = str(place / "briefs" / "mine_LIMITE.docx")
    async with opens(size=size) as person:
        await opens_mine(person)
        await person.presses("x", "enter")
        together = "".join(person.reads.split())
        assert path in together and "Open the folder" in person.sees
        await person.presses("down", "down", "enter")
        assert person.app.clipboard == path and "handed to the terminal's clipboard" in person.reads
        await person.presses("down", "enter")
        assert "CENTRAL ASIA" in person.app.clipboard.upper() and person.app.clipboard.startswith("LIMITE")
        await person.presses("escape")
        assert path in "".join(person.reads.split()) and person.app.screen.where == "desk"


async def test_opening_hands_the_file_over_and_goes_on(
    opens: Opens, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(place)
    asked = tmp_path / "asked"
    program = tmp_path / "opener"
    program.write_text(
        f'#!{sys.executable}\nimport sys\nopen({str(asked)!r}, "a").write(sys.argv[1] + "\\n")\nprint("noise")\n'
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(handing, "_program", lambda: str(program))
    async with opens() as person:
        await opens_mine(person)
        await person.presses("x", "enter", "enter", "down", "enter")
        assert "The desktop was asked to open it." in person.reads and "noise" not in person.sees
        wanted = [str(place / "briefs" / "mine_LIMITE.docx"), str(place / "briefs")]
        for _ in range(200):
            if asked.exists() and len(asked.read_text().split()) == 2:
                break
            time.sleep(0.05)
        assert sorted(asked.read_text().split()) == sorted(wanted)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a desktop")
def test_without_a_desktop_it_is_said_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(BrieferError, match="There is no desktop here"):
        handing.open_path(tmp_path)
    with pytest.raises(BrieferError, match="not there any more"):
        handing.open_path(tmp_path / "gone.docx")


@SIZES
async def test_refused_for_gaps_each_is_one_key_away(opens: Opens, place: Path, size: tuple[int, int]) -> None:
    path = made(place)
    gaps = [b.id for s in store.read(path).sections for b in s.blocks if b.role == "prompt"]
    async with opens(size=size) as person:
        await opens_mine(person)
        await person.presses("end", "x", "down", "down", "enter", "f9")
        assert "Not written" in person.sees and "8 are still to be filled in" in person.reads
        await person.presses("down", "enter")
        assert person.app.screen.where == "desk" and person.app.screen.row == gaps[1]
        await person.presses("x")
        assert "(•) final" in person.sees, "the last choice holds for this brief"
        await person.presses("f9", "escape")
        assert "Write the file" in person.sees
        await person.presses("f9", "end", "enter")
        assert "Written to" in person.sees and "still to be filled in." not in person.sees.split("Written to")[1][:200]
        assert (place / "briefs" / "mine_LIMITE_final.docx").is_file()
        assert len([b for s in store.read(path).sections for b in s.blocks if b.role == "prompt"]) == 8, "kept here"


@SIZES
async def test_refused_for_its_marking_names_the_blocks(opens: Opens, place: Path, size: tuple[int, int]) -> None:
    made(place)
    async with opens(size=size) as person:
        await opens_mine(person)
        await person.presses("x", "down", "down", "down", "down", "enter", "f9")
        assert "holds more than PUBLIC may" in person.reads and "LIMITE" in person.sees and "Objective" in person.sees
        await person.presses("enter")
        assert person.app.screen.section.id == "objective" and not list((place / "briefs").glob("*.docx"))


async def test_choices_are_each_briefs_own(opens: Opens, place: Path) -> None:
    made(place)
    made(place, "other")
    async with opens() as person:
        await opens_mine(person)
        await person.presses("x", "down", "down", "enter", "escape", "escape")
        await person.types("other")
        await person.presses("enter", "x")
        assert "(•) colleagues" in person.sees


async def test_format_and_name_follow_each_other(opens: Opens, place: Path) -> None:
    made(place)
    async with opens() as person:
        await opens_mine(person)
        await person.presses("x", "end", "up", "enter")
        assert "mine_LIMITE.html" in person.sees
        await person.presses("tab")
        for _ in range(30):
            await person.pilot.press("backspace")
        await person.types("page.html")
        await person.presses("tab", "up", "enter")
        assert "page.md" in person.sees
        await person.presses("f9")
        assert "Written to" in person.sees
    text = (place / "briefs" / "page.md").read_text("utf-8")
    assert "Central Asia" in text and "**LIMITE**" in text


async def test_no_pdf_without_libreoffice_is_said_before_and_after(
    opens: Opens, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFER_SOFFICE", str(tmp_path / "none"))
    made(place)
    async with opens() as person:
        await opens_mine(person)
        await person.presses("x")
        assert "LibreOffice, which is not installed here" in person.reads
        await person.presses("end", "enter", "f9")
        assert "✗ A PDF is made by LibreOffice" in person.reads
        assert not list((place / "briefs").glob("*.pdf"))


async def test_a_colleagues_changes_are_not_written_over(opens: Opens, place: Path) -> None:
    made(place)
    file = place / "briefs" / "mine_LIMITE.docx"
    async with opens() as person:
        await opens_mine(person)
        file.write_bytes(b"a colleague's words")
        await person.presses("x", "enter")
        assert "F9 writes it beside that one, as mine_LIMITE-2.docx" in person.reads
        await person.presses("f9")
        assert "Written to" in person.sees
    assert file.read_bytes() == b"a colleague's words" and (place / "briefs" / "mine_LIMITE-2.docx").is_file()


async def test_what_cannot_be_written_is_said_and_the_choices_stay(opens: Opens, place: Path) -> None:
    made(place)
    async with opens(size=(60, 20)) as person:
        await opens_mine(person)
        await person.presses("x", "tab", "home")
        await person.types(f"nowhere{os.sep}")
        await person.presses("enter")
        assert "There is no such folder" in person.reads and "Write the file" in person.sees


# --- how far it is ----------------------------------------------------------------------------------------------


@SIZES
async def test_a_brief_is_sent_round_cleared_and_opened_again(opens: Opens, place: Path, size: tuple[int, int]) -> None:
    path = made(place)
    async with opens(size=size) as person:
        await opens_mine(person)
        work = person.app.screen.work
        await person.presses("F")
        assert "It is draft." in person.reads and "8 still to be filled in and 3 questions unanswered" in person.reads
        await person.presses("down", "enter")
        assert work.brief.state == "clearance" and "Set the brief to for clearance." in person.reads
        await person.presses("F", "down", "down", "enter")
        await person.types("A. Head [unit]")
        await person.presses("enter")
        assert (work.brief.state, work.brief.cleared_by) == ("cleared", "A. Head [unit]")
        await person.presses("ctrl+z")
        assert (work.brief.state, work.brief.cleared_by) == ("clearance", None), "one step"
        await person.presses("ctrl+y", "ctrl+s")
        assert store.read(path).cleared_by == "A. Head [unit]"
        await person.presses("F", "enter")
        assert (work.brief.state, work.brief.cleared_by) == ("draft", None)
        await person.presses("ctrl+z", "escape")
        await person.waits_for("cleared")


async def test_nothing_changes_where_the_person_goes_back(opens: Opens, place: Path) -> None:
    made(place)
    async with opens() as person:
        await opens_mine(person)
        before = person.app.screen.work.brief
        await person.presses("F", "enter")
        await person.presses("F", "escape", "F", "down", "down", "enter", "escape")
        assert person.app.screen.work.brief == before and not person.app.screen.can_undo


def test_the_row_of_the_house_style_goes_on_to_the_next_and_round(place: Path) -> None:
    from briefer.tui.outgoing import Chosen, rows

    brief = store.read(made(place), "mine.yaml")
    chosen, seen = Chosen(), []
    for _ in range(4):
        (row,) = [
            r for r in rows(brief, chosen, without=False, workspace=read(str(place))) if "House style" in str(r.prompt)
        ]
        seen.append(str(row.prompt).partition(" (")[0])
        chosen = chosen.choose(str(row.id))
    assert seen == [f"House style: {name}" for name in ("Plain", "Compact two-sider", "Large print", "Plain")]
    assert not [r for r in rows(brief, Chosen(to="md"), without=False) if "House style" in str(r.prompt)]


async def to_row(person: Person, text: str) -> None:
    for _ in range(30):
        if re.search(rf"▌ (\(.\) |\[.\] )?{re.escape(text)}", person.sees):
            return
        await person.presses("down")
    raise AssertionError(f"no such row: {text}\n{person.sees}")


@SIZES
async def test_enter_on_the_house_style_goes_from_one_to_the_next_and_writes_nothing(
    opens: Opens, place: Path, size: tuple[int, int]
) -> None:
    made(place)
    async with opens(size=size) as person:
        await opens_mine(person)
        await person.presses("x")
        await to_row(person, "House style: Plain (1 of 3")
        await person.presses("enter")
        await to_row(person, "House style: Compact two-sider (2 of 3")
        await person.presses("enter", "enter", "enter")
        await to_row(person, "House style: Compact two-sider (2 of 3")
        assert not list((place / "briefs").glob("*.docx"))


@SIZES
async def test_a_house_style_that_cannot_be_used_is_passed_over_and_said(
    opens: Opens, place: Path, size: tuple[int, int]
) -> None:
    made(place)
    styles = place / "house-styles"
    styles.mkdir()
    (styles / "crest.docx").write_bytes(b"no Word file at all")
    (styles / "torn.docx").write_bytes((SHIPPED / "plain.docx").read_bytes())
    (styles / "torn.yaml").write_text("titel: Torn\n", "utf-8")
    (styles / "zeal.docx").write_bytes((SHIPPED / "compact.docx").read_bytes())
    async with opens(size=size) as person:
        await opens_mine(person)
        await person.presses("x")
        await to_row(person, "House style: Plain (1 of 6")
        await person.presses("enter", "enter")
        await to_row(person, "House style: Large print (3 of 6")
        assert "Passed over" not in person.reads
        await person.presses("enter")
        await to_row(person, "House style: zeal (6 of 6")
        assert "Passed over crest: " in person.reads and "Passed over torn: " in person.reads
        await person.presses("enter")
        await to_row(person, "House style: Plain (1 of 6")
        assert "Passed over" not in person.reads


def test_the_usual_house_style_may_be_a_path_and_is_come_back_to(place: Path) -> None:
    from briefer.tui.outgoing import Chosen, next_house

    (place / "ours.docx").write_bytes((SHIPPED / "compact.docx").read_bytes())
    (place / "briefer.yaml").write_text("house_style: ours.docx\n", "utf-8")
    work, brief = read(str(place)), store.read(made(place), "mine.yaml")
    houses, chosen = [], Chosen()
    for _ in range(4):
        house, passed = next_house(brief, chosen, work)
        chosen = chosen._replace(house=house)
        houses.append(house)
        assert not passed
    assert houses == ["plain", "compact", "large-print", ""]


@SIZES
async def test_what_is_not_for_disclosure_is_said_where_the_note_is_written(
    opens: Opens, place: Path, size: tuple[int, int]
) -> None:
    path = made(place)
    brief = store.read(path, "mine.yaml")
    said = replace(brief.sections[-1], id="closed", role="free", title="For us alone", disclosable=False,
                   blocks=(Block(id="text99", role="text", text="Between us."),))  # fmt: skip
    store.write(replace(brief, sections=(*brief.sections, said)), path, expected=None)
    async with opens(size=size) as person:
        await opens_mine(person)
        await person.presses("x")
        await person.presses("enter")
        assert "The note is written" in person.sees and "It holds what is not" not in person.reads
        await person.presses("escape", "x")
        await to_row(person, "final: for release")
        await person.presses("enter")
        await to_row(person, "leave out the")
        await person.presses("enter", "f9")
        dialog = person.reads[person.reads.index("The note is written") :]
        assert "! It holds what is not for disclosure: " in dialog and "For us alone." in dialog
        assert "Copy the note as text" in person.sees


async def test_the_dialog_names_what_a_final_note_leaves_out(opens: Opens, place: Path) -> None:
    capital = place.parent / "capital" / "topics"
    capital.mkdir(parents=True)
    (capital / "central-asia.yaml").write_text(
        "topic: central-asia\nfacts:\n  - {id: orders, text: Orders from capital hang on every hill., "
        "source: {paper: st-9375-2025}, as_of: 2025-06-10}\n",
        "utf-8",
    )
    (place / "briefer.yaml").write_text("layers: [shipped, knowledge]\ninstructions: ../capital\n", "utf-8")
    async with opens(size=(120, 40)) as person:
        await person.drafts()
        await person.presses("p")
        await person.types("orders hang")
        await person.presses("enter", "escape")
        assert "⌂" in person.sees
        await person.presses("x")
        await person.clicks("for release")
        assert "⌂ Left out, since it comes from instructions: " in person.reads
