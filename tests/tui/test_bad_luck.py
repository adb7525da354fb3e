"""Texts and windows that nobody wishes for: nothing crashes, nothing vanishes."""

from __future__ import annotations

from pathlib import Path

import pytest
from person import Opens

from briefer import files
from briefer.brief import store
from briefer.brief.model import Block, Brief, Section, Source

TEXTS = {
    "brackets": "We thank [the Presidency] for [/] and [[bold]] [@click=app.quit]x[/]",
    "right-to-left": "قال الوفد: نؤيد المقترح (انظر الوثيقة) שלום",
    "combining": "e\u0301 a\u0308\u0323 o\u0302\u0301 Z\u0351\u036b\u0343",
    "emoji": "👩‍👩‍👧‍👦 🇪🇺 ✈️ and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "stars": "**open *half \\* [^7] - and [^1]",
    "wide": ("欧洲联盟理事会移民工作组 " * 8).strip(),
    "long": ("mandate " * 5000).strip(),
    "one word": "x" * 3000,
}
SIZES = ((20, 5), (60, 20), (80, 24), (120, 40))


def brief_of(texts: dict[str, str]) -> Brief:
    source = Source(paper="st-1-2031", number="1/31", title="[A] title", date="2031-01-01", marking="LIMITE")
    blocks = [Block(id=f"block{n}x", role="text", text=t, sources=(source,)) for n, t in enumerate(texts.values())]
    section = Section(id="speaking", role="speaking-note", title="[Speaking] note", minutes=3, blocks=tuple(blocks))
    return Brief(brief="bad", format=1, title="[Bad] luck", as_of="2031-01-01", sections=(section,))


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
async def test_every_text_can_be_walked_through_and_written_in(
    opens: Opens, place: Path, size: tuple[int, int]
) -> None:
    brief = brief_of(TEXTS)
    path = place / "briefs" / "bad.yaml"
    store.write(brief, path, expected=files.NEW)
    async with opens(size=size) as person:
        await person.types("bad")
        await person.presses("enter")
        screen = person.app.screen
        assert screen.where == "desk"
        for block in brief.sections[0].blocks:
            screen.query_one("#note").go(block.id)
            await person.settles()
            await person.presses("enter", "!", "escape")
            assert screen.block.text == block.text + "!"
            await person.presses("ctrl+z")
            assert screen.block.text == block.text
        await person.presses("f3", "escape", "f4", "f4", "s")
        await person.presses("ctrl+s")
        assert [b.text for s in store.read(path).sections for b in s.blocks] == list(TEXTS.values())


@pytest.mark.parametrize("name", [n for n in TEXTS if n not in ("long", "one word")])
async def test_what_is_written_is_what_is_seen(opens: Opens, place: Path, name: str) -> None:
    store.write(brief_of({name: TEXTS[name]}), place / "briefs" / "bad.yaml", expected=files.NEW)
    async with opens(size=(120, 40)) as person:
        await person.types("bad")
        await person.presses("enter")
        word = TEXTS[name].split()[1].strip("*")
        assert word in person.sees
        await person.presses("down", "enter")
        assert word in person.sees, "in the editor too"


async def test_a_window_may_change_while_a_block_is_written(opens: Opens, place: Path) -> None:
    async with opens(size=(120, 40)) as person:
        await person.drafts()
        await person.presses("enter")
        await person.types("Some words that stay where they are")
        for width, height in ((20, 5), (60, 20), (80, 24), (140, 50), (30, 8)):
            await person.pilot.resize_terminal(width, height)
            await person.settles()
            assert person.app.screen.work.draft.text == "Some words that stay where they are"
            assert "they are" in person.reads or height < 9
        await person.presses("escape")
        assert "LIMITE" in person.sees
