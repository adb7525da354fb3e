"""The first screen: what is shown before anything is typed, what is found, what can be done with a row."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from person import Opens, Person

from briefer import workspace
from briefer.brief import making, store
from briefer.knowledge.search import Index
from briefer.tui import finding, seeking
from briefer.tui.loading import read as read_library
from briefer.tui.screens.home import Home

SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
TODAY = "2031-03-10"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace, "today", lambda: TODAY)


def meets(place: Path, day: str, title: str = "Central Asia", body: str = "LWP") -> None:
    name = f"{body.lower()}-{day}"
    text = f'meeting: {name}\nbody: {body}\ndate: {day}\nitems:\n  - {{title: "{title}", topics: [central-asia]}}\n'
    folder = place / "knowledge" / "meetings"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yaml").write_text(text, "utf-8")


def made(place: Path, name: str = "mine", **more: Any) -> Path:
    wanted = making.Wanted(("central-asia",), name=name, as_of="2025-06-10", **more)
    return making.new(workspace.read(str(place)), wanted)[1]


def home(person: Person) -> Home:
    assert isinstance(person.app.screen, Home)
    return person.app.screen


def headings(person: Person) -> list[str]:
    return [str(o.id) for o in home(person)._list.options if o.disabled]


async def test_the_nearest_coming_meeting_stands_first_and_the_latest_past_one(opens: Opens, place: Path) -> None:
    for days in (-400, -3, 1, 12, 200):
        meets(place, (date.fromisoformat(TODAY) + timedelta(days)).isoformat())
    async with opens(size=(120, 40)) as person:
        seen = person.sees
        assert seen.index("Coming meetings") < seen.index("11 March 2031") < seen.index("22 March 2031")
        assert "tomorrow" in seen and "in 12 days" in seen
        assert seen.index("26 September 2031") < seen.index("Past meetings") < seen.index("7 March 2031")
        assert seen.index("7 March 2031") < seen.index("Topics")


@SIZES
async def test_years_of_meetings_and_briefs_do_not_bury_the_topics(
    opens: Opens, place: Path, size: tuple[int, int]
) -> None:
    for n in range(60):
        meets(place, (date.fromisoformat(TODAY) + timedelta(7 * (n - 50))).isoformat())
    brief = store.read(made(place))
    for n in range(40):
        store.write(brief, place / "briefs" / f"old-{n}.yaml")
    async with opens(size=size) as person:
        await person.waits_for("earlier briefs")
        assert headings(person) == ["-brief", "-coming", "-past", "-topic", "-template"]
        assert "Topics" in person.sees
        few = len(home(person)._list.options)
        while home(person).row.kind != "more":
            await person.presses("down")
        await person.presses("enter")
        assert home(person).row.kind == "brief" and len(home(person)._list.options) > few + 30
        await person.presses("escape")
        assert len(home(person)._list.options) == few or home(person).has_choice is False


async def test_state_and_what_is_open_are_seen_on_the_row(opens: Opens, place: Path) -> None:
    path = made(place)
    from msgspec.structs import replace

    store.write(replace(store.read(path), state="clearance"), path)
    async with opens() as person:
        await person.waits_for("for clearance")
        assert "?3 ▢8 for clearance" in person.sees
        assert "3 questions without an answer" in person.reads and "8 still to fill in" in person.reads


async def test_a_meeting_says_that_it_is_prepared(opens: Opens, place: Path) -> None:
    meets(place, "2031-03-12")
    made(place, meeting="lwp-2031-03-12")
    async with opens(size=(120, 40)) as person:
        assert "in 2 days · ✓ brief" in person.sees
        await person.types("lwp 12 march")
        while home(person).row.kind != "meeting":
            await person.presses("down")
        assert "Your briefs for it" in person.sees


@SIZES
async def test_an_entry_is_found_shown_and_begun_from(opens: Opens, place: Path, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await person.types("tinted glass room")
        while home(person).row.kind != "fact":
            await person.presses("down")
        assert "inted-glass" in person.sees
        await person.presses("enter")
        assert "separate living areas" in person.reads and "Council 9375/25" in person.reads
        await person.presses("c")
        assert "Handed to the terminal's clipboard" in person.reads
        assert "separate living areas" in person.app.clipboard and "9375/25" in person.app.clipboard
        await person.presses("b")
        assert "New brief: " in person.sees and "EUCAP Sahel Mali" in person.sees
        await person.presses("enter")
        assert person.app.screen.work.brief.topics == ("eucap-sahel-mali",)


@SIZES
async def test_a_paper_tells_what_cites_it(opens: Opens, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await person.types("9375/25")
        assert home(person).row.kind == "paper" and home(person).row.name == "st-9375-2025"
        await person.presses("enter")
        assert "Polish Presidency to EMWP" in person.reads and "entries of the base cite it" in person.reads
        await person.presses("enter")
        assert "csdp-jha-synergies/st-9375-2025-q1" in person.reads or "Question · " in person.sees
        await person.presses("b")
        assert "New brief: CSDP–JHA synergies" in person.sees


async def test_naming_a_kind_asks_for_that_kind(opens: Opens) -> None:
    async with opens() as person:
        await person.types("questions impact")
        kinds = [r.kind for r in home(person)._list._rows.values()]
        assert kinds[0] == "question"
        assert all(k == "question" for k in kinds[: kinds.count("question")])


async def test_one_search_a_key_and_never_more_rows_than_a_list_can_hold(
    opens: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opens() as person:
        asked: list[str] = []
        search = Index.search

        def counted(self: Index, query: str, **more: Any) -> Any:
            asked.append(query)
            return search(self, query, **more)

        monkeypatch.setattr(Index, "search", counted)
        base = home(person).library.base
        monkeypatch.setattr(type(base), "standing", lambda *_: pytest.fail("no look at entries that are not shown"))
        await person.presses("t", "h", "e")
        assert asked == ["th", "the"]
        assert len(home(person)._list._rows) <= 200


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Central Asia", "cen as", ["Cen", "As"]),
        ("A working arrangement", "arangement", ["arrangement"]),
        ("Readmission", "mission", ["mission"]),
        ("Western Balkans platform", "wbp", ["W", "B", "p"]),
        ("Türkiye [and] Syria", "turk", ["Türk"]),
        ("Nothing of it", "zzz", []),
    ],
)
def test_what_was_found_is_marked(text: str, query: str, marked: list[str]) -> None:
    assert [text[a:b] for a, b in seeking.marks(text, query)] == marked


def test_what_was_found_is_seen_though_it_stands_late() -> None:
    from briefer.tui.widgets.found import _shown

    text = "x " * 80 + "needle and more"
    shown = _shown(text, [(160, 166)], 40)
    assert shown.plain.startswith("… ") and "needle" in shown.plain[:40]
    assert [shown.plain[s.start : s.end] for s in shown.spans] == ["needle"]
    dated = _shown("LWP 3 May  " + "x " * 80 + "needle", [(171, 177)], 40)
    assert dated.plain.startswith("LWP 3 May  … ") and "needle" in dated.plain[:40]


def test_topics_come_before_the_briefs_that_bear_their_name(place: Path) -> None:
    made(place)
    library = read_library(str(place))
    from briefer.tui.loading import shelf

    seeker = seeking.Seeker(finding.rows(library, shelf(library.workspace), TODAY))
    kinds = [r.kind for r in seeking.found(seeker, "central asia", library.base, library.index)]
    assert kinds[:2] == ["topic", "brief"]
    without = seeking.found(seeker, "central asia", library.base, None)
    assert without and all(r.group for r in without), "rows are found while the index is still being made"


async def test_one_like_it_is_a_new_brief_and_the_old_one_stays(opens: Opens, place: Path) -> None:
    from msgspec.structs import replace

    path = made(place)
    store.write(replace(store.read(path), state="cleared", cleared_by="A. Head"), path)
    before = path.read_bytes()
    async with opens() as person:
        await person.presses("f3")
        work = person.app.screen.work
        assert (work.brief.brief, work.brief.state, work.brief.cleared_by) == ("mine-2", "draft", None)
        assert "not saved yet" in person.reads
        await person.presses("ctrl+s", "escape")
        assert {r.name for r in home(person)._rows if r.kind == "brief"} >= {str(path)}
    assert path.read_bytes() == before and (place / "briefs" / "mine-2.yaml").is_file()


async def test_a_brief_put_away_is_never_destroyed(opens: Opens, place: Path) -> None:
    path = made(place)
    before = path.read_bytes()
    async with opens() as person:
        await person.presses("f12")
        assert "ctrl+z brings it back" in person.reads and not path.exists()
        assert (place / ".briefer" / "away" / "mine.yaml").read_bytes() == before
        await person.presses("ctrl+z")
        assert path.read_bytes() == before and home(person).row.name == str(path)
        await person.presses("f12")
    async with opens() as person:
        await person.types("mine put")
        assert home(person).row.kind == "away"
        await person.presses("enter")
        assert "among the briefs again" in person.reads and path.read_bytes() == before


async def test_brought_back_beside_one_of_the_same_name(opens: Opens, place: Path) -> None:
    path = made(place)
    async with opens() as person:
        await person.presses("f12")
        made(place)
        other = path.read_bytes()
        await person.presses("ctrl+z")
        assert path.read_bytes() == other and (place / "briefs" / "mine-2.yaml").is_file()


async def test_left_brief_is_found_again_among_many(opens: Opens, place: Path) -> None:
    import os

    brief = store.read(made(place))
    for n in range(20):
        store.write(brief, place / "briefs" / f"many-{n}.yaml")
    os.utime(place / "briefs" / "mine.yaml", (1, 1))
    async with opens() as person:
        await person.types("mine")
        while not home(person).row.name.endswith("mine.yaml"):
            await person.presses("down")
        await person.presses("enter", "escape")
        assert home(person).row.name.endswith("mine.yaml")


@SIZES
async def test_the_preview_tells_what_each_template_gives(opens: Opens, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await person.types("central asia")
        await person.presses("enter")
        for title, told in [
            ("Speaking note", "Top lines"),
            ("Full brief", "Recommendation"),
            ("Scene-setter", "hundred"),
        ]:
            assert title in person.sees
            assert told in person.reads, (title, person.sees)
            await person.presses("down")
        await person.presses("up", "up", "up")
        assert "In two lines" in person.sees, "there is room for the beginnings of blocks"


async def test_many_meetings_are_chosen_from_a_list(opens: Opens, place: Path) -> None:
    for day in ("2031-03-20", "2031-03-12", "2031-01-12", "2030-03-12", "2029-03-12"):
        meets(place, day)
    async with opens() as person:
        await person.types("central asia")
        await person.presses("enter", "m")
        seen = person.sees
        assert "For which meeting?" in seen
        assert seen.index("12 March 2031") < seen.index("20 March 2031") < seen.index("12 January 2031")
        await person.presses("down", "enter")
        assert "Meeting: LWP, 12 March 2031" in person.reads
        await person.presses("enter")
        assert person.app.screen.work.brief.meeting.id == "lwp-2031-03-12"


async def test_brackets_and_marks_of_direction_stay_text(opens: Opens, place: Path) -> None:
    meets(place, "2031-03-12", title="[/] Lamps [bold]‮ and oil")
    async with opens(size=(120, 40)) as person:
        assert "[/] Lamps [bold] and oil" in person.sees
        await person.types("lamps")
        assert "[/] Lamps [bold] and oil" in person.sees


async def test_smallest_window_does_not_break(opens: Opens, place: Path) -> None:
    made(place)
    async with opens(size=(20, 5)) as person:
        await person.types("9375/25")
        await person.presses("enter", "enter", "b", "right", "left", "m", "escape", "enter", "x", "down", "enter")
        await person.presses("f9", "down", "enter", "escape", "F", "escape", "escape")
        await person.pilot.resize_terminal(120, 40)
        await person.settles()
        assert person.sees.strip()


async def test_a_meeting_written_down_by_mistake_is_taken_back(opens: Opens, place: Path) -> None:
    async with opens() as person:
        await person.presses("ctrl+l")
        await person.types("emw")
        await person.presses("tab")  # completes what was begun
        await person.types("3.3.2031")
        await person.presses("f2")
        await person.waits_for("EMWP 3 March 2031")
        made = place / "knowledge/meetings/emwp-2031-03-03.yaml"
        assert "body: EMWP\n" in made.read_text("utf-8")
        await person.presses("ctrl+z")
        await person.waits_for("Taken back")
        assert not made.exists()
