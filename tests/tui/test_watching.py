"""Files that change while the app runs: picked up, reported where they break, and nothing under work is touched."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from person import Opens, Person

from briefer import reach
from briefer.tui import watching
from briefer.tui.screens.desk import Desk
from briefer.tui.screens.entry import EntryPage
from briefer.tui.screens.entry_form import EntryForm
from briefer.workspace import read

SIZES = [(60, 20), (80, 24), (120, 40)]
at_sizes = pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
LANTERNS = """\
topic: central-asia
facts:
  - id: lanterns
    text: Lanterns [sic] light the road to Samarkand.
    source: {paper: st-9375-2025}
    as_of: 2025-06-10
"""
OWN = Path("knowledge/topics/central-asia.yaml")


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look at the files comes soon."""
    monkeypatch.setattr(watching, "EVERY", 0.1)


async def gone(person: Person, text: str) -> None:
    """Wait until something is no longer seen."""
    for _ in range(120):
        if text not in person.reads:
            return
        await person.pilot.pause(0.05)
    raise AssertionError(f"still seen: {text}\n{person.sees}")


@at_sizes
async def test_an_entry_that_comes_while_pulling_is_there_and_the_words_typed_stay(
    opens: Opens, place: Path, size: tuple[int, int]
) -> None:
    async with opens(size=size) as person:
        await person.drafts()
        desk = person.app.screen
        assert isinstance(desk, Desk)
        await person.presses("p")
        await person.types("road")
        await person.presses("down")
        under = desk.query_one("#pull-found").current
        (place / OWN).write_text(LANTERNS, "utf-8")
        found = desk.query_one("#pull-found")
        for _ in range(100):
            await person.pilot.pause(0.05)
            if "central-asia/lanterns" in [o.id for o in found.options]:
                break
        assert desk.query_one("#pull-words").value == "road" and desk.where == "pull"
        assert found.current == under, "the cursor stays where it was"
        await person.presses("pageup", "pageup")
        assert "Lanterns [sic] light" in person.reads


@at_sizes
async def test_a_file_that_breaks_is_named_until_it_is_mended_and_the_brief_is_untouched(
    opens: Opens, place: Path, size: tuple[int, int]
) -> None:
    (place / OWN).write_text(LANTERNS, "utf-8")
    async with opens(size=size) as person:
        await person.drafts()
        await person.presses("a")
        await person.types("Half a thought")
        brief = person.app.screen.work.brief
        (place / OWN).write_text(LANTERNS + "positions: [\n", "utf-8")
        await person.waits_for("central-asia.yaml, line")
        assert "what this file said before is used" in person.reads
        assert person.app.screen.work.brief == brief and person.app.screen.where == "editor"
        await person.types(" and more")
        await person.presses("escape", "p")
        await person.types("lanterns")
        assert "Lanterns [sic] light" in person.reads, "its last readable state can be used"
        assert "central-asia.yaml, line" in person.reads, "it stays reported"
        (place / OWN).write_text(LANTERNS.replace("light the road", "lit every road"), "utf-8")
        await gone(person, "central-asia.yaml, line")
        assert "Lanterns [sic] lit every road" in person.reads
        assert "Half a thought and more" in [b.text for s in person.app.screen.work.brief.sections for b in s.blocks]


async def test_of_a_file_with_one_faulty_entry_the_others_are_used(opens: Opens, place: Path) -> None:
    async with opens(size=(120, 40)) as person:
        await person.drafts()
        (place / OWN).write_text(LANTERNS + "  - {id: torn, text: Torn, colour: red}\n", "utf-8")
        await person.waits_for("central-asia.yaml, line 7")
        await person.presses("p")
        await person.types("lanterns")
        assert "Lanterns [sic] light" in person.reads


@at_sizes
async def test_first_screen_shows_new_topics_and_what_broke(opens: Opens, place: Path, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await person.types("moon")
        assert "Nothing is found" in person.sees
        moon = place / "knowledge" / "topics" / "moon.yaml"
        moon.write_text("topic: moon\ntitle: Migration from the Moon\n", "utf-8")
        await person.waits_for("Migration from the Moon")
        moon.write_text("topic: moon\ntitle: [the\n", "utf-8")
        await person.waits_for("moon.yaml, line")
        assert "Migration from the Moon" in person.sees
        moon.unlink()
        await gone(person, "Migration from the Moon")
        await gone(person, "moon.yaml")
        assert person.app.screen.query_one("#words").value == "moon"


def saves(path: Path, text: str) -> None:
    """Save as editors do, whole or not at all: a file that is empty for a moment says something else."""
    new = path.with_suffix(".new")
    new.write_text(text, "utf-8")
    new.replace(path)


async def test_settings_that_break_keep_what_they_said_and_are_named(opens: Opens, place: Path) -> None:
    settings = place / "briefer.yaml"
    saves(settings, "delegation: Norway\ntheme: nord\n")
    async with opens(size=(120, 40)) as person:
        assert "Norway" in person.sees and person.app.theme == "nord"
        saves(settings, "delegation: Norway\ntheme: nord\nlayers: {\n")
        await person.waits_for("briefer.yaml, line")
        assert "Norway" in person.sees and "24 topics" in person.sees
        person.app.theme = "textual-dark"
        saves(settings, "delegation: Iceland\ntheme: nord\n")
        await person.waits_for("Iceland")
        assert "briefer.yaml, line" not in person.reads
        assert person.app.theme == "textual-dark", "colours chosen on the screen hold"
        saves(settings, "delegation: Iceland\ntheme: gruvbox\n")
        await gone(person, "Norway")
        for _ in range(100):
            if person.app.theme == "gruvbox":
                break
            await person.pilot.pause(0.05)
        assert person.app.theme == "gruvbox"


async def test_a_folder_that_goes_away_leaves_what_was_read(opens: Opens, place: Path) -> None:
    async with opens(size=(120, 40)) as person:
        await person.drafts()
        (place / "knowledge").rename(place / "elsewhere")
        await person.waits_for("knowledge folder is missing")
        await person.presses("p")
        await person.types("skills")
        assert "fact" in person.sees
        (place / "elsewhere").rename(place / "knowledge")
        await gone(person, "knowledge folder is missing")


async def test_a_new_template_can_be_chosen(opens: Opens, place: Path) -> None:
    async with opens(size=(120, 40)) as person:
        (place / "templates" / "short.yaml").write_text(
            "template: short\ntitle: Short and good\nsummary: A word.\nsections:\n"
            "  - {id: one, role: free, title: One, blocks: [{role: text, text: One.}]}\n",
            "utf-8",
        )
        for _ in range(100):
            await person.pilot.pause(0.05)
            if "short" in person.app.screen.library.templates.files:
                break
        await person.types("short and")
        assert "Short and good" in person.sees


async def test_only_a_brief_that_changed_makes_nothing_be_read_again(opens: Opens, place: Path) -> None:
    reads: list[str | None] = []
    from briefer.tui import loading

    reader = loading.Reader()

    def counted(named: str | None) -> loading.Library:
        reads.append(named)
        return reader(named)

    async with opens(read=counted) as person:
        await person.waits_for("24 topics")
        await person.drafts()
        await person.presses("ctrl+s")
        assert list((place / "briefs").glob("*.yaml"))
        for _ in range(10):
            await person.pilot.pause(0.05)
        assert len(reads) == 1
        (place / OWN).write_text(LANTERNS, "utf-8")
        for _ in range(100):
            await person.pilot.pause(0.05)
            if "central-asia/lanterns" in person.app.screen.library.base.entries:
                break
        assert reads == [str(place)] * 2, "the same workspace, once more"


def test_the_signature_tells_every_file_that_is_read_and_no_other(place: Path) -> None:
    work = read(str(place))
    before = watching.signature(work)
    (place / "briefs" / "mine.yaml").write_text("brief: mine\n", "utf-8")
    (place / "knowledge" / "topics" / ".hidden.yaml").write_text("x", "utf-8")
    assert watching.signature(work) == before
    seen = {before}
    for name in ("knowledge/topics/a.yaml", "knowledge/topics/b/c.yaml", "knowledge/papers.yaml", "knowledge/meetings/m.yml",
                 "knowledge/stray.yaml", "templates/t.yaml", "briefer.yaml"):  # fmt: skip
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(path.read_text("utf-8") + "# more\n" if path.exists() else "x", "utf-8")
        seen.add(watching.signature(work))
    assert len(seen) == 8


# --- layers ---------------------------------------------------------------------------------------------------------

UNIT = """\
topic: central-asia
facts:
  - {id: beacons, text: Beacons of the unit stand on every hill., source: {paper: st-9375-2025}, as_of: 2025-06-10}
"""
CAPITAL = UNIT.replace("beacons", "orders").replace("Beacons of the unit stand", "Orders from capital hang")


@pytest.fixture
def unit(place: Path) -> Path:
    """The folder of a unit, on a drive of its own, among the layers; instructions too."""
    for name, text in (("unit", UNIT), ("capital", CAPITAL)):
        topics = place.parent / name / "topics"
        topics.mkdir(parents=True)
        (topics / "central-asia.yaml").write_text(text, "utf-8")
    (place / "briefer.yaml").write_text("layers: [shipped, ../unit, knowledge]\ninstructions: ../capital\n", "utf-8")
    return place.parent / "unit"


@at_sizes
async def test_a_layer_that_goes_away_is_named_until_it_is_back_and_stays_in_use(
    opens: Opens, place: Path, unit: Path, size: tuple[int, int]
) -> None:
    async with opens(size=size) as person:
        await person.drafts()
        unit.rename(unit.with_name("gone"))
        await person.waits_for("“unit” cannot be reached")
        await person.presses("p")
        await person.types("beacons")
        assert "Beacons of the unit" in person.reads
        (place / OWN).write_text(LANTERNS, "utf-8")
        for _ in range(100):
            await person.pilot.pause(0.05)
            if "central-asia/lanterns" in person.app.screen.library.base.entries:
                break
        assert "central-asia/lanterns" in person.app.screen.library.base.entries, "one's own is still read"
        assert "cannot be reached" in person.reads
        (unit.with_name("gone") / "topics" / "central-asia.yaml").write_text(UNIT.replace("every", "each"), "utf-8")
        unit.with_name("gone").rename(unit)
        await gone(person, "cannot be reached")
        assert "stand on each hill" in person.app.screen.library.base.entry("central-asia/beacons").value.text


async def test_a_drive_that_hangs_does_not_hold_the_screen_up(
    opens: Opens, place: Path, unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()
    answers.set()
    real = os.scandir

    def slow(folder: object = ".") -> object:
        if str(folder).startswith(str(unit)) or "../unit" in str(folder):
            answers.wait(60)
        return real(folder)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", slow)
    monkeypatch.setattr(reach, "PATIENCE", 0.3)
    async with opens(size=(120, 40)) as person:
        await person.drafts()
        answers.clear()
        await person.waits_for("does not answer", tries=300)
        await person.presses("p")
        await person.types("beacons")
        assert "Beacons of the unit" in person.reads
        (place / OWN).write_text(LANTERNS, "utf-8")
        for _ in range(200):
            await person.pilot.pause(0.05)
            if "central-asia/lanterns" in person.app.screen.library.base.entries:
                break
        assert "central-asia/lanterns" in person.app.screen.library.base.entries
        answers.set()
        await gone(person, "does not answer")


async def test_at_the_start_without_it_one_is_told_and_can_work(opens: Opens, place: Path, unit: Path) -> None:
    unit.rename(unit.with_name("gone"))
    async with opens(size=(120, 40)) as person:
        await person.drafts()
        await person.waits_for("“unit” cannot be reached")
        assert isinstance(person.app.screen, Desk)
        unit.with_name("gone").rename(unit)
        await gone(person, "cannot be reached")
        assert "central-asia/beacons" in person.app.screen.library.base.entries


async def test_what_is_kept_in_a_layer_that_has_gone_away_says_so_and_loses_no_word(
    opens: Opens, place: Path, unit: Path
) -> None:
    async with opens(size=(120, 40)) as person:
        await person.drafts()
        await person.presses("p")
        await person.types("beacons")
        await person.presses("ctrl+o")
        form = person.app.screen
        assert isinstance(form, EntryForm)
        assert "unit: your copy will count instead" in person.reads and "keep it in unit" in person.reads
        form.asked("text").write("Beacons stand on every second hill.")
        form.asked("layer").write("unit")
        unit.rename(unit.with_name("gone"))
        await person.presses("f2")
        assert person.app.screen is form and form.asked("text").value == "Beacons stand on every second hill."
        assert "cannot be reached" in person.reads
        unit.with_name("gone").rename(unit)
        for _ in range(100):
            await person.pilot.pause(0.05)
            if "unit" in form.library.writable:
                break
        await person.presses("f2")
        assert "every second hill" in (unit / "topics" / "central-asia.yaml").read_text("utf-8")
        assert not (place / OWN).exists()


@at_sizes
async def test_where_an_entry_comes_from_is_said_in_words_and_instructions_have_a_sign(
    opens: Opens, unit: Path, size: tuple[int, int]
) -> None:
    async with opens(size=size) as person:
        for words, layer in (("beacons hill", "unit"), ("orders hang", "instructions")):
            await person.types(words)
            await person.presses("down", "enter")
            page = person.app.screen
            assert isinstance(page, EntryPage)
            assert ("⌂ Instructions from capital" in person.reads) == (layer == "instructions")
            await person.presses("end")
            await person.waits_for(f"From {layer},")
            await person.presses("escape", "escape")
