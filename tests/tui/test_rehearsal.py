"""The rehearsal: block by block, against a clock that the tests set."""

from __future__ import annotations

import pytest
from person import Opens, Person

from briefer.brief.model import Block, Brief, Section
from briefer.tui import pages
from briefer.tui.plain import plain
from briefer.tui.screens.rehearsal import Rehearsal
from briefer.tui.stopwatch import Stopwatch

SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")


class Hand:
    """A clock that goes on only when it is told to."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


def block(ident: str, role: str, text: str, question: str | None = None) -> Block:
    return Block(id=ident, role=role, text=text, question=question)  # type: ignore[arg-type]


def note(*answers: str, minutes: float | None = 1) -> Brief:
    """A speaking note with one question, these answers to it, and a prompt at its end."""
    blocks = [block("q11111", "question", "How many [lit] lamps?")]
    blocks += [block(f"a{i}1111", "answer", text, "q11111") for i, text in enumerate(answers)]
    blocks.append(block("p11111", "prompt", "What do we want [of it]?"))
    section = Section(id="s", role="speaking-note", title="Speaking note", minutes=minutes, blocks=tuple(blocks))
    return Brief(brief="b", format=1, title="Lamps [along] the coast", as_of="2025-06-10", sections=(section,))


async def rehearses(person: Person, brief: Brief) -> Hand:
    hand = Hand()
    person.app.push_screen(Rehearsal(brief, 110, hand), lambda block: setattr(person, "came_from", block))
    await person.settles()
    return hand


async def passes(person: Person, hand: Hand, seconds: float) -> str:
    """Let time pass; what is seen once the screen has looked at the clock again."""
    hand.time += seconds
    person.app.screen._tick()
    await person.settles()
    return person.sees


def time_on(person: Person) -> str:
    """The time as the digits, or the line without them, show it."""
    clock = person.app.screen.query_one("#clock")
    return str(clock.query_one("#digits").value)


@SIZES
async def test_from_the_first_word_to_the_pace(opens: Opens, size: tuple[int, int]) -> None:
    async with opens(size=size) as person:
        hand = await rehearses(
            person, note("Thank you, **Chair** [^1]. " + "Lamps shine. " * 11, "And [so] on, " + "lamp " * 51)
        )
        assert "Press space to begin" in person.reads and "Lamps [along] the coast" in person.sees
        await passes(person, hand, 30)
        assert time_on(person) == "0:00", "the clock begins with the first word"
        seen = await person.presses("space")
        assert "Thank you, Chair. Lamps shine." in person.reads and "Q1 How many [lit] lamps?" in seen
        assert "1 of 3" in seen and "esc" not in seen, "nothing but the words and the clock"
        seen = await passes(person, hand, 15)
        assert "0:45 left" in seen and "0:15 of about 0:14" in seen and time_on(person) == "0:15"

        seen = await person.presses("p")
        assert "paused" in seen
        await passes(person, hand, 500)
        assert time_on(person) == "0:15"
        await person.presses("space")
        assert "1 of 3" in person.sees, "space first lets the clock run on"
        await person.presses("right")
        assert "And [so] on, lamp lamp" in person.reads and "2 of 3" in person.sees
        seen = await passes(person, hand, 57)
        assert "0:12 over" in seen and time_on(person) == "1:12"

        seen = await person.presses("enter")
        assert "(still to be written)" in seen and "What do we want [of it]?" in seen
        await passes(person, hand, 60)
        assert time_on(person) == "1:12", "what is still to be written takes no time"
        await person.presses("space")
        assert "It took 1:12 of 1:00: 0:12 over." in person.reads
        assert "0:15 0:14" in person.reads and "0:57 0:29" in person.reads
        assert "You spoke 66 words a minute; times are counted at 110." in person.reads
        assert "words_per_minute: 66" in person.reads

        await person.presses("left")
        assert "3 of 3" in person.sees
        await person.presses("r")
        assert "Press space to begin" in person.reads and time_on(person) == "0:00"
        await person.presses("escape")
        assert person.app.screen.where == "home"


async def test_it_can_be_left_at_any_time_and_says_where(opens: Opens) -> None:
    async with opens() as person:
        await rehearses(person, note("One.", "Two."))
        await person.presses("space", "space", "q")
        assert person.app.screen.where == "home" and person.came_from == "a11111"


async def test_a_pace_like_the_counted_one_asks_for_nothing(opens: Opens) -> None:
    async with opens() as person:
        hand = await rehearses(person, note("lamp " * 110, minutes=None))
        await person.presses("space")
        assert "of about 1:00" in person.sees, "without a limit the counted time stands there"
        await passes(person, hand, 60)
        while "It took" not in person.sees:
            await person.presses("space")
        assert "It took 1:00; about 1:00 was counted." in person.reads
        assert "You spoke 110 words a minute" in person.reads and "words_per_minute" not in person.reads


@SIZES
async def test_a_long_block_goes_on_page_by_page_and_back(opens: Opens, size: tuple[int, int]) -> None:
    count = 400
    async with opens(size=size) as person:
        await rehearses(person, note(" ".join(f"word{n:03d}" for n in range(count)), "Next."))
        await person.presses("space")
        read, turned = person.sees, 0
        while "1 of 3" in person.sees and turned < 60:
            assert "page" in person.sees
            await person.presses("space")
            read, turned = read + person.sees, turned + 1
        assert turned > 1 and all(f"word{n:03d}" in read for n in range(count)), "no word is lost between pages"
        assert "2 of 3" in person.sees
        await person.presses("backspace")
        assert f"word{count - 1:03d}" in person.sees, "back is to the page before, not to the block's beginning"


async def test_another_window_keeps_the_page_that_is_being_read(opens: Opens) -> None:
    async with opens(size=(120, 40)) as person:
        await rehearses(person, note(" ".join(f"word{n:04d}" for n in range(1500))))
        await person.presses("space", "space", "space")
        first = next(w for w in person.reads.split() if w.startswith("word"))
        await person.pilot.resize_terminal(60, 20)
        await person.settles()
        assert first in person.reads


async def test_nothing_to_say_is_said(opens: Opens) -> None:
    async with opens(size=(60, 20)) as person:
        await rehearses(person, note())
        assert "There is nothing to say yet" in person.reads
        await person.presses("space", "p", "r", "left")
        assert "There is nothing to say yet" in person.reads
        await person.presses("escape")
        assert person.app.screen.where == "home"


@pytest.mark.parametrize("size", [(20, 5), (5, 2), (60, 20), (200, 60)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_strange_letters_and_small_windows(opens: Opens, size: tuple[int, int]) -> None:
    odd = (
        "👩‍👩‍👧‍👦 [/] עברית وعربية e\u0301\u0301\u0301 汉字汉字汉字汉字汉字汉字 \u202eevil\u202c **[bold]** " + "x" * 90
    )
    async with opens(size=size) as person:
        hand = await rehearses(person, note(odd, "- [first]\n- *second* item [^1]", "lamp " * 5000))
        for key in ("space", "space", "space", "p", "i", "i", "p", "left", "pagedown"):
            await person.presses(key)
            await passes(person, hand, 3)
        await person.pilot.resize_terminal(60, 20)
        await person.settles()
        assert " left" in person.sees or " over" in person.sees
        await person.presses("escape")
        assert person.app.screen.where == "home"


async def test_the_smallest_window_shows_words_time_and_place(opens: Opens) -> None:
    async with opens(size=(20, 5)) as person:
        hand = await rehearses(person, note("Thank you, Chair."))
        await person.presses("space")
        seen = await passes(person, hand, 5)
        assert "0:05 0:55 left 1/2" in seen and "Thank you, Chair." in seen


async def test_leaving_briefer_from_the_rehearsal_asks_about_unsaved_work(opens: Opens) -> None:
    async with opens() as person:
        await person.drafts("csdp jha")
        await person.presses("f5")
        await person.types("Words.")
        await person.presses("f6", "space", "ctrl+q")
        assert "Leave without saving?" in person.sees
        await person.presses("escape", "escape")
        assert person.app.screen.where == "questions" and "Words." in person.sees


async def test_a_click_goes_on(opens: Opens) -> None:
    async with opens() as person:
        await rehearses(person, note("Thank you, Chair.", "Second."))
        await person.clicks("Press space")
        assert "Thank you, Chair." in person.sees
        await person.clicks("Thank you")
        assert "Second." in person.sees


async def test_a_second_repaints_the_clock_alone(opens: Opens) -> None:
    async with opens(size=(80, 24)) as person:
        hand = await rehearses(person, note("lamp " * 60))
        await person.presses("space")
        screen = person.app.screen
        words, progress, digits = (screen.query_one(s) for s in ("#words", "#progress", "#digits"))
        asked = dict.fromkeys((words, progress, digits), 0)
        for widget in asked:
            refresh = widget.refresh

            def count(*a: object, widget: object = widget, refresh: object = refresh, **more: object) -> object:
                asked[widget] += 1
                return refresh(*a, **more)

            widget.refresh = count
        for _ in range(3):
            await passes(person, hand, 1)
        for _ in range(3):
            await passes(person, hand, 0.1)
        assert (asked[words], asked[progress], asked[digits]) == (0, 0, 3)


def test_stopwatch_goes_on_with_a_part_that_is_gone_back_to() -> None:
    hand = Hand()
    watch = Stopwatch(2, hand)
    watch.speak(0)
    hand.time += 2
    watch.speak(1)
    hand.time += 3
    watch.stop()
    hand.time += 50
    watch.speak(0)
    hand.time += 4
    assert watch.taken == (6, 3) and watch.total == 9 and watch.runs


def test_pages_end_with_a_paragraph_and_lose_no_line() -> None:
    paragraphs = [[plain(f"{p}.{n}") for n in range(size)] for p, size in enumerate([5, 4, 3, 20, 1])]
    cut = pages.pages(paragraphs, 10)
    assert [line.plain for page in cut for line in page if line] == [line.plain for p in paragraphs for line in p]
    assert all(len(page) <= 10 for page in cut)
    assert cut[0][-1].plain == "1.3" and cut[1][0].plain == "2.0"
    assert pages.pages([], 10) == [[]] and pages.pages([[plain("one")]], 0) == [[plain("one")]]
