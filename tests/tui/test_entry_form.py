"""Entries, papers and topics written down and changed on the screen, asserted on what is seen and on the files."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from person import Opens, Person

from briefer.brief import markup
from briefer.tui import offering
from briefer.tui.offering import Offer
from briefer.tui.screens.desk import Desk
from briefer.tui.screens.entry_form import EntryForm

SIZES = [(60, 20), (80, 24), (120, 40)]
at_sizes = pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
OWN = Path("knowledge/topics/central-asia.yaml")


def written(place: Path, file: Path = OWN) -> dict[str, list[dict[str, object]]]:
    """What stands in a file of one's own layer."""
    return yaml.safe_load((place / file).read_text("utf-8"))


def desk_of(person: Person) -> Desk:
    assert isinstance(person.app.screen, Desk)
    return person.app.screen


async def opens_fact(person: Person) -> None:
    await person.drafts()
    await person.presses("+", "enter")
    assert "New fact" in person.sees


# --- adding -----------------------------------------------------------------------------------------------------------


@at_sizes
async def test_a_fact_is_added_from_the_desk_and_pulled_in_at_once(
    opens: Opens, place: Path, size: tuple[int, int]
) -> None:
    async with opens(size=size) as person:
        await opens_fact(person)
        assert "central-asia" in person.sees, "the brief's topic is there already"
        await person.types("Kazakhstan has [seven] border posts.")
        await person.presses("tab")
        seen = await person.types("9375")
        assert "st-9375-2025" in seen and "Optimising" in seen and "✗" not in seen
        await person.presses("enter")
        await person.types("The Way Forward, para. 9")
        await person.presses("f9")
        assert "Kept in knowledge/topics/central-asia.yaml, and pulled in." in person.reads
        desk = desk_of(person)
        assert desk.block is not None
        assert markup.plain(desk.block.text) == "Kazakhstan has [seven] border posts."
        assert [s.paper for s in desk.block.sources] == ["st-9375-2025"]
        await person.presses("ctrl+z")
        assert "seven" not in person.sees
        await person.presses("p")
        await person.types("border posts")
        await person.presses("f4")
        assert "Kazakhstan has [seven] border posts." in person.reads
    (fact,) = written(place)["facts"]
    assert fact["text"] == "Kazakhstan has [seven] border posts."
    assert fact["source"] == {"paper": "st-9375-2025", "at": "The Way Forward, para. 9"}
    assert str(fact["as_of"]) == "2025-06-10" and set(fact) == {"id", "text", "source", "as_of"}


@at_sizes
async def test_with_the_mouse_alone_but_for_the_words(opens: Opens, place: Path, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await person.drafts()
        await person.clicks("F1 keys")
        await person.clicks("Write down a fact")
        await person.clicks("A fact")
        await person.clicks("One checkable")
        await person.clicks("Statement *")
        form = person.app.screen
        await person.pilot.click("#field-text Passage")
        await person.types("Said with the mouse.")
        await person.pilot.click("#field-paper Input")
        await person.settles()
        await person.types("9375")
        await person.clicks("st-9375-2025")
        assert form.query_one("#field-paper Input").value == "st-9375-2025"
        await person.clicks("keep")
        assert "Kept in knowledge/topics/central-asia.yaml." in person.reads
    assert written(place)["facts"][0]["text"] == "Said with the mouse."


async def test_a_position_has_actor_and_stance_by_name(opens: Opens, place: Path) -> None:
    async with opens() as person:
        await person.drafts()
        await person.presses("+", "down", "enter")
        await person.types("polish")
        await person.presses("enter")
        assert "Polish Presidency" in person.sees and "presidency-pl" in person.sees
        assert "reserves" in person.sees, "the stances are there to choose from"
        await person.presses("down", "down", "enter")
        await person.types("Asks for more.")
        await person.presses("tab")
        await person.types("optimising migratory routes")
        await person.presses("tab", "f2")
        assert "Kept in" in person.reads
    (position,) = written(place)["positions"]
    assert (position["actor"], position["stance"]) == ("presidency-pl", "open")
    assert position["source"] == {"paper": "st-9375-2025"}


async def test_a_question_and_all_that_can_be_said_of_a_fact(opens: Opens, place: Path) -> None:
    async with opens(size=(120, 40)) as person:
        await person.drafts()
        await person.presses("+", "down", "down", "enter")
        await person.types("5996")
        await person.presses("enter")
        await person.types("9")
        await person.presses("enter")
        await person.types("icmpd")
        await person.presses("enter")
        await person.types("What next [then]?")
        await person.presses("f2")
        assert "Kept in" in person.reads
        await person.presses("+", "enter")
        await person.types("The count was taken twice.")
        await person.presses("tab")
        await person.types("5996")
        await person.presses("enter", "tab", "tab")
        await person.types("2026")
        await person.presses("tab")
        await person.types("counts, visas")
        await person.presses("tab")
        await person.types("resettl")
        await person.presses("enter", "tab", "tab")
        form = person.app.screen
        assert form.focused.parent.parent.id == "field-disputed_by"
        await person.presses("down", "down", "enter", "f2")
        assert "Kept in" in person.reads
    (question,) = written(place)["questions"]
    assert (
        question["text"] == "What next [then]?" and str(question["number"]) == "9" and question["asked_by"] == "icmpd"
    )
    (fact,) = written(place)["facts"]
    assert (
        fact["tags"] == ["counts", "visas"]
        and fact["topics"] == ["resettlement"]
        and str(fact["valid_until"]) == "2026"
    )
    assert len(fact["disputed_by"]) == 1


async def test_a_paper_that_is_not_listed_is_written_down_on_the_way(opens: Opens, place: Path) -> None:
    async with opens() as person:
        await opens_fact(person)
        await person.types("Seven posts were opened.")
        await person.presses("tab")
        seen = await person.types("7777/25")
        assert "There is no paper “7777/25”" in seen and "F4 new paper" in seen
        await person.presses("f4")
        assert "New paper" in person.sees and "st-7777-2025" in person.sees
        await person.types("Posts along the border")
        await person.presses("f2")
        assert "New fact" in person.sees and "Seven posts were opened." in person.sees
        assert "7777/25 · Posts along the border" in person.reads and "✗" not in person.sees
        await person.presses("tab", "tab")
        await person.types("2025-07")
        await person.presses("f9")
        assert "and pulled in" in person.reads
        assert desk_of(person).block.sources[0].number == "7777/25"
    assert written(place, Path("knowledge/papers.yaml"))["papers"][0]["id"] == "st-7777-2025"
    assert written(place)["facts"][0]["source"] == {"paper": "st-7777-2025"}


async def test_the_meetings_paper_is_there_already(opens: Opens) -> None:
    async with opens() as person:
        await person.types("10 June 2025")
        await person.presses("enter", "enter", "+", "enter")
        form = person.app.screen
        assert isinstance(form, EntryForm)
        assert form.query_one("#field-paper Input").value == "st-9375-2025"
        assert form.query_one("#field-as_of Input").value == ""


# --- what is wrong ----------------------------------------------------------------------------------------------------


@at_sizes
async def test_faults_stand_under_their_fields_and_are_gentle(opens: Opens, place: Path, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await opens_fact(person)
        assert "✗" not in person.sees, "nothing is wrong before anything was typed"
        await person.presses("tab")
        assert "✗ Needed: one checkable statement" in person.reads
        await person.presses("shift+tab")
        await person.types("Words.")
        assert "Needed: one checkable statement" not in person.reads
        await person.presses("f2")
        assert "Not kept: 1 field is missing or wrong." in person.reads and "New fact" in person.sees
        await person.types("9375")
        await person.presses("enter", "tab")
        await person.types("June")
        assert "✗ “June” is not right for “As of”" in person.reads
        assert not (place / OWN).exists()


async def test_a_statement_that_is_there_already_is_pointed_out(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts("csdp jha")
        await person.presses("+", "enter")
        await person.types(
            "In June 2025 EUAM Ukraine was the only active CSDP mission with a working arrangement with Frontex."
        )
        await person.waits_for("Very like frontex-working-arrangement")


async def test_what_cannot_be_written_is_said_in_the_form_and_nothing_typed_is_lost(opens: Opens, place: Path) -> None:
    async with opens() as person:
        await opens_fact(person)
        await person.types("Words of mine.")
        await person.presses("tab")
        await person.types("9375")
        await person.presses("enter")
        (place / OWN).write_text("topic: central-asia\ncolour: red\n", "utf-8")
        await person.presses("f2")
        assert "colour" in person.reads and "New fact" in person.sees and "Words of mine." in person.sees
        (place / OWN).unlink()
        await person.presses("f2")
        assert "Kept in" in person.reads
    assert written(place)["facts"][0]["text"] == "Words of mine."


@at_sizes
async def test_leaving_asks_first_and_the_words_can_be_brought_back(
    opens: Opens, place: Path, size: tuple[int, int]
) -> None:
    async with opens(size=size) as person:
        await opens_fact(person)
        await person.presses("escape")
        assert desk_of(person).where == "desk", "where nothing was typed nothing is asked"
        await person.presses("+", "enter")
        await person.types("Half a [thought]")
        await person.presses("escape")
        assert "Close the form?" in person.sees
        await person.presses("enter")
        assert "Half a [thought]" in person.sees
        await person.presses("escape", "down", "enter")
        assert desk_of(person).where == "desk"
        await person.presses("+", "enter")
        assert "You left one half filled in" in person.reads and "F8" in person.reads
        await person.presses("f8")
        form = person.app.screen
        assert form.query_one("#field-text Passage").text == "Half a [thought]"
        await person.presses("escape", "down", "down", "enter", "+", "enter")
        assert "half filled in" not in person.sees
    assert not (place / OWN).exists()


async def test_leaving_briefer_with_a_half_filled_form_asks_first(opens: Opens) -> None:
    async with opens() as person:
        await opens_fact(person)
        await person.types("Half a thought")
        await person.presses("ctrl+q")
        assert person.app.is_running and "Close the form?" in person.sees


async def test_a_paper_written_down_on_the_way_stays_when_the_rest_is_given_up(opens: Opens, place: Path) -> None:
    async with opens() as person:
        await opens_fact(person)
        await person.presses("tab", "f4")
        await person.types("Posts")
        await person.presses("f2", "escape", "down", "down", "enter")
        assert "Kept in knowledge/papers.yaml." in person.reads
    assert not (place / OWN).exists() and written(place, Path("knowledge/papers.yaml"))["papers"][0]["id"] == "posts"


async def test_without_a_folder_one_is_asked_for(opens: Opens) -> None:
    async with opens(None) as person:
        await person.waits_for("Where shall your work be kept?")
        await person.presses("escape")
        await person.drafts()
        await person.presses("+")
        assert "Where shall your work be kept?" in person.sees


# --- changing ---------------------------------------------------------------------------------------------------------


@at_sizes
async def test_a_shipped_entry_is_changed_as_ones_own_copy(opens: Opens, place: Path, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await person.drafts()
        await person.presses("p")
        await person.types("frontex working arrangement")
        ident = desk_of(person).entry_here[1]
        await person.presses("ctrl+o")
        assert "shipped: your copy will count instead." in person.reads
        await person.types(" Still so.")
        await person.presses("f2")
        assert "Kept in knowledge/topics/" in person.reads
        await person.presses("f4")
        assert "Still so." in person.reads
        await person.presses("escape")
        assert desk_of(person).query_one("#pull-words").value == "frontex working arrangement"
        topic, _, name = ident.partition("/")
        assert desk_of(person).entry_here[1] == ident
        await person.presses("ctrl+o")
        assert "your copy will count" not in person.reads
        await person.presses("f2")
        assert desk_of(person).where == "pull", "where nothing is different nothing is written"
    (fact,) = written(place, Path(f"knowledge/topics/{topic}.yaml"))["facts"]
    assert fact["id"] == name and fact["text"].endswith(" Still so.") and fact["source"]["paper"] == "st-9375-2025"


async def test_of_an_entry_of_ones_own_only_what_was_changed_is_other(opens: Opens, place: Path) -> None:
    before = (
        "topic: central-asia\n# mine\nfacts:\n  - id: posts   # first\n    text: Seven posts.\n"
        "    source:   {paper: st-9375-2025}   # seen\n    as_of: 2025\n    note: 'Kept.'\n"
    )
    (place / OWN).write_text(before, "utf-8")
    async with opens() as person:
        await person.drafts()
        await person.presses("p")
        await person.types("seven posts")
        await person.presses("ctrl+o")
        assert "your copy" not in person.reads and "Kept." in person.sees
        await person.types(" At last.")
        await person.presses("f9")
        assert "and pulled in" in person.reads
    assert (place / OWN).read_text("utf-8") == before.replace("Seven posts.", "Seven posts. At last.")


async def test_a_block_that_is_no_entry_has_no_entry_to_change(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts()
        await person.presses("E")
        assert desk_of(person).where == "desk"
        await person.presses("f1")
        assert "Change the entry" not in person.reads


@at_sizes
async def test_topics_are_written_down_and_changed_on_the_first_screen(
    opens: Opens, place: Path, size: tuple[int, int]
) -> None:
    async with opens(size=size) as person:
        await person.types("moon migration")
        await person.presses("ctrl+n")
        assert "New topic" in person.sees and "Moon migration" in person.sees, "what was not found is the title"
        await person.presses("f2")
        assert "Kept in knowledge/topics/moon-migration.yaml." in person.reads
        assert person.app.screen.entry_here == ("topic", "moon-migration"), "the cursor is on it"
        await person.presses("ctrl+o")
        await person.types(" [sic]")
        await person.presses("f2")
        assert "Moon migration [sic]" in person.reads
        await person.presses("escape")
        await person.types("central asia")
        await person.presses("ctrl+o")
        assert "shipped: your title and summary" in person.reads
        await person.types("n matters")
        await person.presses("f2")
        await person.waits_for("Central Asian matters")
    assert (place / OWN).read_text("utf-8") == "topic: central-asia\ntitle: Central Asian matters\n"
    assert "[sic]" in (place / "knowledge/topics/moon-migration.yaml").read_text("utf-8")


# --- strange words and small windows ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["[/]", "[the Presidency]", "[@click=app.quit]x[/]", "עברית وعربية", "👩‍👩‍👧‍👦 汉字", "a: #b"]
)
async def test_strange_words_are_written_as_they_were_typed(opens: Opens, place: Path, text: str) -> None:
    async with opens() as person:
        await opens_fact(person)
        await person.types(f"abc{text}")
        await person.presses("tab")
        await person.types("9375")
        await person.presses("enter")
        await person.types(f"abc{text}")
        await person.presses("f9")
        assert "and pulled in" in person.reads
        await person.presses("p")
        await person.types("abc")
        await person.presses("ctrl+o")
        assert person.app.screen.query_one("#field-text Passage").text == f"abc{text}"
    (fact,) = written(place)["facts"]
    assert fact["text"] == f"abc{text}" and fact["source"]["at"] == f"abc{text}"


@pytest.mark.parametrize("size", [(20, 5), (5, 2)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_tiny_windows_do_not_crash(opens: Opens, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await person.drafts()
        await person.presses("+", "down", "enter", "down", "down", "enter", "tab", "tab")
        await person.presses("9", "down", "enter", "f2", "f9", "f1", "escape", "f4")
        await person.pilot.resize_terminal(80, 24)
        await person.settles()
        assert "New p" in person.sees
        await person.pilot.resize_terminal(*size)
        await person.presses("escape", "escape")


# --- offers -----------------------------------------------------------------------------------------------------------

POOL = (
    Offer("st-9375-2025", "9375/25 · Optimising cooperation", "Polish Presidency"),
    Offer("st-19375-2025", "19375/25 · Another one"),
    Offer("presidency-pl", "Polish Presidency", "PL"),
    Offer("turkiye", "Türkiye", "Turkey"),
)


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("9375", "st-9375-2025"), ("9375/25", "st-9375-2025"), ("optim coop", "st-9375-2025"), ("19375", "st-19375-2025"),
        ("turkey", "turkiye"), ("TÜRK", "turkiye"), ("presidency-pl", "presidency-pl"), ("optimisng", "st-9375-2025"),
    ],
)  # fmt: skip
def test_ids_numbers_names_and_slips_find_an_offer(query: str, best: str) -> None:
    assert offering.narrowed(POOL, query)[0].value == best


def test_what_nothing_means_offers_nothing() -> None:
    assert offering.narrowed(POOL, "zzzz qqqq") == []
    assert [o.value for o in offering.narrowed(POOL, "")] == [o.value for o in POOL]


def test_matched_letters_are_marked_within_words_and_under_accents() -> None:
    assert offering.stretches("st-9375-2025", "9375") == [(3, 7)]
    assert offering.stretches("Türkiye", "turk") == [(0, 4)]


async def test_a_paper_and_an_entry_found_on_the_first_screen_are_changed_there(opens: Opens, place: Path) -> None:
    async with opens(size=(120, 40)) as person:
        await person.types("paper 9375")
        assert person.app.screen.entry_here == ("paper", "st-9375-2025")
        await person.presses("ctrl+o")
        assert "Change the paper st-9375-2025" in person.reads and "shipped: your copy" in person.reads
        await person.types(" [corrected]")
        await person.presses("f2")
        assert "Kept in knowledge/papers.yaml." in person.reads
        assert person.app.screen.library.base.papers["st-9375-2025"].title.endswith(" [corrected]")
        await person.presses("escape")
        await person.types("fact only active working arrangement euam ukraine")
        kind, ident = person.app.screen.entry_here
        assert kind == "fact"
        await person.presses("ctrl+o")
        await person.types(" Seen.")
        await person.presses("f2")
        assert person.app.screen.library.base.entries[ident].value.text.endswith(" Seen.")
    (paper,) = written(place, Path("knowledge/papers.yaml"))["papers"]
    assert paper["number"] == "9375/25" and paper["codes"]


async def test_undo_takes_back_what_was_written_too_and_redo_writes_it_again(opens: Opens, place: Path) -> None:
    async with opens() as person:
        await opens_fact(person)
        await person.types("Seven posts.")
        await person.presses("tab")
        await person.types("9375")
        await person.presses("enter", "f9")
        assert "and pulled in" in person.reads
        after = (place / OWN).read_bytes()
        await person.presses("ctrl+z", "ctrl+z")
        assert not (place / OWN).exists()
        await person.presses("ctrl+y")
        assert (place / OWN).read_bytes() == after


async def test_an_entry_taken_out_of_its_file_meanwhile_is_told_and_the_words_stay(opens: Opens, place: Path) -> None:
    (place / OWN).write_text(
        "topic: central-asia\nfacts:\n  - {id: posts, text: Seven posts., source: {paper: st-9375-2025}, as_of: 2025}\n",
        "utf-8",
    )
    async with opens() as person:
        await person.drafts()
        await person.presses("p")
        await person.types("seven posts")
        await person.presses("ctrl+o")
        await person.types(" Or eight.")
        (place / OWN).unlink()
        person.app.read_again()
        await person.waits_for("There is no fact “central-asia/posts” any more")
        await person.presses("f2")
        assert "Seven posts. Or eight." in person.reads and "any more" in person.reads
    assert not (place / OWN).exists()
