"""A paper read on the screen: choosing, progress, refusals, what it says, its proposals; what is seen and what is written."""

from __future__ import annotations

import threading
from pathlib import Path

import papers_drawn
import pytest
import yaml
from papers_drawn import FACT, NEW, NUMBER, Q1, Q2
from person import Opens, Person
from textual import events

from briefer.papers import pages
from briefer.tui.screens.proposals import Proposals

SIZES = [(60, 20), (80, 24), (120, 40)]
at_sizes = pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
TOPIC = Path("knowledge/topics/lanterns.yaml")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    return tmp_path / "home" / "Downloads"


async def chooses(person: Person, path: Path | str) -> str:
    await person.waits_for("Topics")
    await person.presses("f2")
    await person.types(str(path))
    return await person.presses("enter")


async def reads(person: Person, path: Path, topic: str = "Lanterns") -> None:
    await chooses(person, path)
    await person.waits_for(NUMBER)
    await person.presses("t")
    await person.types(topic)
    await person.presses("enter")


async def goes_through(person: Person, path: Path) -> Proposals:
    await reads(person, path)
    await person.presses("p")
    await person.waits_for("the base says nothing like it")
    assert isinstance(person.app.screen, Proposals)
    return person.app.screen


def written(place: Path, file: Path = TOPIC) -> dict[str, list[dict[str, object]]]:
    return yaml.safe_load((place / file).read_text("utf-8"))


def files_of(place: Path) -> dict[str, bytes]:
    return {p.relative_to(place).as_posix(): p.read_bytes() for p in place.rglob("*") if p.is_file()}


# --- choosing ---------------------------------------------------------------------------------------------------------


@at_sizes
async def test_what_lies_nearest_is_offered_and_narrowed_by_words(
    opens: Opens, inbox: Path, size: tuple[int, int]
) -> None:
    papers_drawn.text(inbox, "st07777 [1].txt")
    papers_drawn.word(inbox, "other.docx")
    (inbox / "music.mp3").write_bytes(b"x")
    async with opens(size=size) as person:
        await person.waits_for("Topics")
        seen = await person.presses("f2")
        assert "st07777 [1].txt" in seen and "other.docx" in seen and "music.mp3" not in seen
        assert "kB" in seen and "Downloads" in seen
        seen = await person.types("7777")
        assert "st07777 [1].txt" in seen and "other.docx" not in seen
        await person.presses("enter")
        assert NUMBER in person.sees and "Topic" in person.sees


async def test_the_name_as_it_is_typed_comes_before_one_that_only_holds_its_words(opens: Opens, inbox: Path) -> None:
    papers_drawn.text(inbox, "note.txt")
    papers_drawn.text(inbox, "note 2.txt", head=("Another header",))
    async with opens() as person:
        await chooses(person, "note.txt")
        await person.waits_for(NUMBER)


async def test_a_path_is_typed_folder_by_folder(opens: Opens, inbox: Path) -> None:
    papers_drawn.text(inbox / "June", "note.txt")
    async with opens() as person:
        await person.waits_for("Topics")
        await person.presses("f2")
        seen = await person.types("~/Downloads/")
        assert "June/" in seen
        seen = await person.presses("enter")
        assert "note.txt" in seen
        seen = await person.presses("f3")
        assert "June/" in seen and "note.txt" not in seen
        seen = await person.types("Jun")
        await person.presses("enter")
        await person.presses("enter")
        assert NUMBER in person.sees
    async with opens() as person:
        await person.waits_for("Topics")
        assert "where you were last" in await person.presses("f2")


async def test_a_file_dropped_into_the_terminal_is_read(opens: Opens, tmp_path: Path) -> None:
    path = papers_drawn.text(tmp_path / "a folder")
    async with opens() as person:
        await person.waits_for("Topics")
        await person.presses("f2")
        person.app.post_message(events.Paste(str(path).replace(" ", "\\ ")))
        await person.settles()
        await person.presses("enter")
        assert NUMBER in person.sees


@at_sizes
async def test_with_the_mouse_alone(opens: Opens, inbox: Path, place: Path, size: tuple[int, int]) -> None:
    papers_drawn.text(inbox)
    async with opens(size=size) as person:
        await person.waits_for("Topics")
        if "F2 read a paper" in person.sees:
            await person.clicks("F2 read a paper")
        else:
            await person.clicks("F1 keys")
            await person.clicks("Read a Council paper")
        await person.clicks("lanterns.txt")
        await person.waits_for(NUMBER)
        await person.clicks("F2 take it in")
        await person.waits_for("Taken in")
        await person.clicks("p proposals")
        await person.waits_for("nothing like it")
        await person.clicks("r reject")
        assert "2 open" in person.sees
        await person.clicks("a accept")
        assert "Accepted" in person.sees
    assert any(NEW in p.read_text("utf-8") for p in (place / "knowledge").rglob("*.yaml"))


# --- reading ----------------------------------------------------------------------------------------------------------


async def test_progress_is_told_page_by_page_and_escape_stops_it(
    opens: Opens, inbox: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = papers_drawn.pdf(inbox, pages=6)
    go, real, told = threading.Event(), pages.read, []

    def slow(path: Path, progress):  # type: ignore[no-untyped-def]
        def page(number: int, count: int) -> None:
            told.append(number)
            progress(number, count)
            if number == 3:
                go.wait(10)

        return real(path, page)

    monkeypatch.setattr(pages, "read", slow)
    before = files_of(place)
    async with opens() as person:
        await person.waits_for("Topics")
        await person.presses("f2")
        await person.types(str(path))
        person.app.post_message(events.Key("enter", None))
        await person.waits_for("of 6")
        assert "Esc stops it" in person.sees
        person.app.post_message(events.Key("f1", None))
        await person.waits_for("Keys that work here")  # the rest of the app is alive
        person.app.post_message(events.Key("escape", None))
        await person.waits_for("Esc stops it")
        person.app.post_message(events.Key("escape", None))
        await person.waits_for("Stopped. Nothing of the paper is kept.")
        go.set()
        await person.settles()
        assert person.app.screen.where == "files"
    assert max(told) < 6 and files_of(place) == before


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.pdf", b"", "empty"),
        ("broken.pdf", b"%PDF-1.7 nothing", "cannot"),
        ("none.pdf", None, "There is no such file"),
    ],
)
async def test_what_cannot_be_read_says_so_in_place(
    opens: Opens, inbox: Path, place: Path, name: str, data: bytes | None, said: str
) -> None:
    inbox.mkdir(parents=True)
    if data is not None:
        (inbox / name).write_bytes(data)
    before = files_of(place)
    async with opens() as person:
        await chooses(person, inbox / name)
        assert "✗" in person.sees and said in person.reads, person.sees
        assert person.app.screen.where == "files"
        await person.types("x")
        assert "✗" not in person.sees
    assert files_of(place) == before


@at_sizes
async def test_a_classified_paper_stores_nothing(opens: Opens, inbox: Path, place: Path, size: tuple[int, int]) -> None:
    before = files_of(place)
    async with opens(size=size) as person:
        await chooses(person, papers_drawn.classified(inbox))
        assert "RESTREINT UE/EU RESTRICTED" in person.reads and "Lanterns on" not in person.sees
    assert files_of(place) == before


async def test_a_calendar_brings_its_meetings_and_can_be_taken_back(opens: Opens, inbox: Path, place: Path) -> None:
    path = papers_drawn.calendar(inbox)
    async with opens() as person:
        await chooses(person, path)
        assert "Meetings: 1 new." in person.reads
        assert list((place / "knowledge/meetings").glob("*.yaml"))
        await person.presses("ctrl+z")
        assert "taken back" in person.sees
    assert not list((place / "knowledge/meetings").glob("*.yaml"))


async def test_an_agenda_is_shown_before_it_is_written_and_its_day_can_be_given(
    opens: Opens, inbox: Path, place: Path
) -> None:
    path = papers_drawn.agenda(inbox)
    path.write_text(path.read_text("utf-8").replace("Date: 12 March 2031\n", ""), "utf-8")
    async with opens() as person:
        seen = await chooses(person, path)
        assert "[first reading]" in seen and "Exchange of views · 7777/31" in seen and "EMWP" in seen
        assert "Needed" in await person.presses("f2")
        assert not list((place / "knowledge").rglob("*.yaml"))
        await person.types("14 March 2031")
        await person.presses("f2")
        await person.waits_for("EMWP 14 March 2031")
    assert (place / "knowledge/meetings/emwp-2031-03-14.yaml").is_file()


async def test_an_agenda_can_be_read_as_a_paper(opens: Opens, inbox: Path, place: Path) -> None:
    async with opens() as person:
        await chooses(person, papers_drawn.agenda(inbox))
        await person.presses("f4")
        assert person.app.screen.where == "paper"
    assert not list((place / "knowledge").rglob("*.yaml"))


# --- what it says -----------------------------------------------------------------------------------------------------


async def test_header_and_questions_are_corrected_and_stored_so(opens: Opens, inbox: Path, place: Path) -> None:
    async with opens(size=(120, 40)) as person:
        await reads(person, papers_drawn.text(inbox))
        assert "Lanterns  a new topic" in person.sees and Q2 in person.reads
        await person.presses("down", "down", "down", "enter")
        assert "What the header says" in person.sees
        await person.types("X")
        await person.presses("tab")
        await person.presses("ctrl+u")
        await person.types("4 March 2031")
        await person.presses("f2")
        assert "4 March 2031  (corrected)" in person.sees
        screen = person.app.screen
        screen.query_one("#says").go(next(f"question:{s.key}" for s in screen.review.questions))
        await person.settles()
        await person.presses("d")
        assert "1 question to delegations" in person.sees and "(left out)" in person.sees
        await person.presses("u")
        assert "2 questions to delegations" in person.sees
        await person.presses("a")
        await person.types("Who trims the wicks [and when]?")
        await person.presses("f2")
        assert "3 questions to delegations" in person.sees
        await person.presses("w")
        assert "Taken in: 1 new paper, 3 new questions, 1 new topic" in person.reads
    (paper,) = yaml.safe_load((place / "knowledge/papers.yaml").read_text("utf-8"))["papers"]
    assert str(paper["date"]) == "2031-03-04" and paper["kind"] == "notex"
    texts = [q["text"] for q in written(place)["questions"]]
    assert texts == [Q1, Q2, "Who trims the wicks [and when]?"]


async def test_taking_it_in_again_tells_that_nothing_is_new_and_a_change_word_by_word(
    opens: Opens, inbox: Path, place: Path
) -> None:
    path = papers_drawn.text(inbox)
    async with opens() as person:
        await reads(person, path)
        await person.presses("w", "w")
        assert "Nothing new" in person.reads
        path.write_text(path.read_text("utf-8").replace("make better use", "make more use"), "utf-8")
        await person.presses("escape")
        await chooses(person, path)
        await person.waits_for("You have had this paper before")
        await person.presses("w")
        assert "[better → more]" in person.reads
        await person.presses("u")
        assert "Undone" in person.sees
    assert written(place)["questions"][0]["text"] == Q1


@at_sizes
async def test_a_question_that_a_revision_dropped_is_taken_out_or_stays_as_one_says(
    opens: Opens, inbox: Path, place: Path, size: tuple[int, int]
) -> None:
    path = papers_drawn.text(inbox)
    async with opens(size=size) as person:
        await reads(person, path)
        await person.presses("w", "escape")
        text = path.read_text("utf-8").replace(NUMBER, f"{NUMBER}\nREV 1").replace(f"1. {Q1}\n\n2. {Q2}", f"1. {Q2}")
        path.with_name("lanterns-rev.txt").write_text(text, "utf-8")
        await chooses(person, path.with_name("lanterns-rev.txt"))
        await person.waits_for("REV 1")
        assert [q["text"] for q in written(place)["questions"]] == [Q1, Q2]
        await person.presses("w")
        assert "d takes it out, s lets it stay" in person.reads
        assert "Still in your knowledge, but not asked in this paper" in person.reads
        assert {q["text"]: (str(q["number"]), q["paper"]) for q in written(place)["questions"]} == {
            Q1: ("1", "st-7777-2031"), Q2: ("1", "st-7777-2031-rev-1"),
        }  # fmt: skip
        await person.presses("s")
        assert "It stays" in person.reads
        assert [q["text"] for q in written(place)["questions"]] == [Q1, Q2]
        await person.presses("u")
        await person.presses("enter")
        assert "The paper does not ask this" in person.sees
        await person.presses("down", "enter")
        assert "taken out of your knowledge" in person.reads
        assert [q["text"] for q in written(place)["questions"]] == [Q2]
        await person.presses("u")
        assert [q["text"] for q in written(place)["questions"]] == [Q1, Q2]
        await person.presses("d")
        assert [q["text"] for q in written(place)["questions"]] == [Q2]


async def test_the_meeting_is_chosen_and_gains_the_paper(opens: Opens, inbox: Path, place: Path) -> None:
    async with opens() as person:
        await reads(person, papers_drawn.text(inbox))
        await person.presses("down", "enter")
        assert "For which meeting?" in person.sees
        await person.presses("down", "enter")
        assert "EU–African Union summit, November 2025" in person.reads
        await person.presses("w")
    (meeting,) = (place / "knowledge/meetings").glob("*.yaml")
    item = yaml.safe_load(meeting.read_text("utf-8"))["items"][-1]
    assert (item["papers"], item["topics"]) == (["st-7777-2031"], ["lanterns"])


async def test_undoing_the_taking_in_leads_back_to_the_paper(opens: Opens, inbox: Path, place: Path) -> None:
    async with opens() as person:
        await goes_through(person, papers_drawn.text(inbox))
        assert "Taken in: 1 new paper, 2 new questions, 1 new topic" in person.reads
        await person.presses("u")
        assert person.app.screen.where == "paper" and "not taken in yet" in person.sees
    assert not list((place / "knowledge").rglob("*.yaml"))


async def test_where_there_is_no_folder_one_is_asked_for(opens: Opens, inbox: Path) -> None:
    path = papers_drawn.text(inbox)
    async with opens(where=None) as person:
        await person.presses("escape")
        await chooses(person, path)
        await person.waits_for(NUMBER)
        await person.presses("w")
        assert "Where shall your work be kept?" in person.sees


# --- proposals --------------------------------------------------------------------------------------------------------


@at_sizes
async def test_a_proposal_stands_beside_its_place(opens: Opens, inbox: Path, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        await goes_through(person, papers_drawn.text(inbox))
        assert FACT in person.reads and "3 March 2031" in person.sees and "State of play, para. 1" in person.sees
        if size[0] < 80:
            assert "▸" not in person.sees
            await person.presses("v")
        assert f"▸{FACT}◂ It is" in person.reads and "page 1" in person.sees
        await person.presses("n", "n")
        assert "Commission supports" in person.reads
        await person.presses("n")
        assert "It is the last one." in person.sees


async def test_a_proposal_is_edited_in_the_form_and_is_no_longer_verbatim(
    opens: Opens, inbox: Path, place: Path
) -> None:
    async with opens() as person:
        await goes_through(person, papers_drawn.text(inbox))
        await person.presses("e")
        assert "New fact" in person.sees and "st-7777-2031" in person.sees and "State of play, para. 1" in person.sees
        await person.types(" So they say.")
        await person.presses("f2")
        assert "Accepted as lanterns/" in person.reads
        await person.presses("u")
        assert "Undone" in person.sees and "Proposal 1 of 3" in person.sees
        await person.presses("ctrl+y")
    (fact,) = written(place)["facts"]
    assert fact["text"] == f"{FACT} So they say." and "wording" not in fact
    assert fact["source"] == {"paper": "st-7777-2031", "at": "State of play, para. 1"}


async def test_a_position_brings_an_actor_whom_the_base_does_not_know(opens: Opens, inbox: Path, place: Path) -> None:
    path = papers_drawn.text(inbox)
    path.write_text(path.read_text("utf-8").replace("The Commission supports", "Several Member States oppose"), "utf-8")
    async with opens() as person:
        screen = await goes_through(person, path)
        at = next(n for n, p in enumerate(screen.review.proposals) if p.kind == "position")
        await person.presses(*["n"] * at, "e", "f2")
        assert "Accepted as lanterns/" in person.reads, person.sees
    actors = yaml.safe_load((place / "knowledge/actors.yaml").read_text("utf-8"))["actors"]
    assert "several-member-states" in [a["id"] for a in actors]
    (position,) = written(place)["positions"]
    assert (position["actor"], position["stance"]) == ("several-member-states", "opposes")


async def test_all_new_ones_of_a_kind_are_accepted_after_a_question_and_undone_as_one(
    opens: Opens, inbox: Path, place: Path
) -> None:
    async with opens() as person:
        await goes_through(person, papers_drawn.text(inbox))
        await person.presses("A")
        assert "Accept all new facts?" in person.sees
        await person.presses("down", "enter")
        assert "Accepted 2" in person.reads
        assert [f["text"] for f in written(place)["facts"]] == [FACT, NEW]
        await person.presses("u")
        assert "facts" not in written(place)


async def test_what_the_base_says_otherwise_is_shown_with_both_figures_and_merged_only_after_a_question(
    opens: Opens, inbox: Path, place: Path
) -> None:
    (place / "knowledge/topics").mkdir(parents=True, exist_ok=True)
    (place / "knowledge/papers.yaml").write_text(
        "papers:\n  - {id: st-1-2030, number: 1/30, title: Lamps, date: 2030-12-01, marking: LIMITE}\n", "utf-8"
    )
    (place / TOPIC).write_text(
        "topic: lanterns\ntitle: Lanterns\nfacts:\n  - {id: lit, text: In October 2030 the northern route had 3 900 lit "
        "lanterns., source: {paper: st-1-2030}, as_of: 2030-12-01}\n",
        "utf-8",
    )
    async with opens(size=(120, 40)) as person:
        await reads(person, papers_drawn.text(inbox))
        await person.presses("p")
        await person.waits_for("the base says otherwise")
        assert "≠ the paper: 4 217 lit" in person.reads and "the base: 3 900 lit" in person.reads
        await person.presses("m")
        assert "They do not agree" in person.sees
        await person.presses("down", "enter")
        assert "further source of lanterns/lit" in person.reads
    (fact,) = written(place)["facts"]
    assert [s["paper"] for s in fact["source"]] == ["st-1-2030", "st-7777-2031"]
    assert fact["text"].endswith("3 900 lit lanterns.")


async def test_a_brief_from_the_proposals_holds_the_papers_own_questions_only(
    opens: Opens, inbox: Path, place: Path
) -> None:
    async with opens() as person:
        await reads(person, papers_drawn.text(inbox), "central asia")
        await person.presses("p")
        await person.waits_for("Proposal 1")
        await person.presses("b")
        await person.waits_for("New brief: Central Asia")
        await person.presses("enter")
        await person.waits_for("⏎ change")
        desk = person.app.screen
        asked = [b.text.replace("\\", "") for s in desk.work.brief.sections for b in s.blocks if b.role == "question"]
        assert asked == [Q1, Q2]


async def test_from_the_desk_the_papers_questions_are_there_to_pull_in(opens: Opens, inbox: Path) -> None:
    path = papers_drawn.text(inbox)
    async with opens() as person:
        await person.drafts()
        await person.presses("R")
        await person.types(str(path))
        await person.presses("enter")
        await person.waits_for(NUMBER)
        assert "b brief" not in person.sees
        await person.presses("t")
        await person.types("central asia")
        await person.presses("enter", "w", "escape")
        assert person.app.screen.where == "desk"
        await person.presses("p")
        await person.types("better use of lanterns")
        assert "lanterns [sic]" in person.reads


@pytest.mark.parametrize("size", [(20, 5), (40, 10), (200, 60)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_strange_sizes_do_not_crash(opens: Opens, inbox: Path, size: tuple[int, int]) -> None:
    path = papers_drawn.text(inbox)
    async with opens(size=size) as person:
        await person.presses("f2")
        await person.types(str(path))
        await person.presses(
            "enter", "enter", "escape", "down", "down", "enter", "escape", "p", "v", "down", "pagedown", "a"
        )
        await person.pilot.resize_terminal(60, 20)
        await person.settles()
        await person.presses("n", "f1", "escape", "escape")
        assert person.app.screen.where in ("paper", "files", "home")


async def test_signs_say_it_without_colour(opens: Opens, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opens() as person:
        await goes_through(person, papers_drawn.text(inbox))
        assert "+ new" in person.sees and "▸" in person.sees and "◂" in person.sees
        await person.presses("r", "p")
        assert "✗ rejected" in person.sees
