"""Text from data stands as it is wherever it is shown, and nothing in it upsets the screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from person import Opens

import briefer.tui
from briefer.brief import edit, making, store
from briefer.tui.plain import one_line, plain, together
from briefer.workspace import read

TEXTS = ["[the Presidency]", "[/]", "[bold]", "[@click=app.quit]x[/]", "a [b", "\\[x]", "[red]not red[/red]"]
STRANGE = [
    "👩‍👩‍👧‍👦 family 🇪🇺",
    "עברית وعربية",
    "e\u0301\u0301\u0301 a\u0308",
    "\u202eevil\u202c",
    "tab\there",
    "\x1b[31mred",
    "汉字 宽",
]


@pytest.mark.parametrize("text", TEXTS)
def test_brackets_survive(text: str) -> None:
    assert plain(text).plain == text
    assert plain(text, "bold").plain == text
    assert together("x ", text, plain(text)).plain == f"x {text}{text}"


@pytest.mark.parametrize("text", TEXTS[:4])
async def test_brackets_are_seen_on_every_screen(opens: Opens, place: Path, text: str) -> None:
    (place / "knowledge" / "topics" / "odd.yaml").write_text(
        f"""topic: odd
title: 'Odd {text}'
summary: 'About {text}'
bodies: ['{text}']
facts:
  - {{id: one, text: 'Fact {text}', source: {{paper: odd-paper, at: '{text}'}}, as_of: 2025-01-01}}
""",
        "utf-8",
    )
    (place / "knowledge" / "papers.yaml").write_text(
        f"papers:\n  - {{id: odd-paper, title: 'Paper {text}', date: 2025-01-01, marking: PUBLIC}}\n", "utf-8"
    )
    async with opens(size=(120, 40)) as person:
        await person.types("odd")
        assert f"Odd {text}" in person.sees and f"About {text}" in person.sees
        await person.presses("enter")
        assert f"New brief: Odd {text}" in person.sees
        await person.presses("enter")
        assert f"Odd {text}" in person.sees
        await person.presses("p")
        assert f"Fact {text}" in person.sees and f"Paper {text}" in person.sees
        await person.presses("f4")
        assert f"Fact {text}" in person.sees
        await person.presses("escape", "escape", "s", "t")
        assert "Title of the brief" in person.sees


@pytest.mark.parametrize("size", [(60, 20), (20, 5), (5, 2), (200, 60)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_strange_letters_and_small_windows_do_not_crash(opens: Opens, place: Path, size: tuple[int, int]) -> None:
    brief = making.compose(read(str(place)), making.Wanted(("central-asia",), name="odd"))
    for text in STRANGE:
        brief, _ = edit.add(brief, "text", text, section="objective")
    store.write(replace(brief, title="👩‍👩‍👧‍👦 עברית"), place / "briefs" / "odd.yaml")
    async with opens(size=size) as person:
        await person.types("odd")
        await person.presses(
            "enter", "down", "down", "enter", "escape", "p", "escape", "o", "o", "v", "escape", "x", "escape", "f1"
        )
        await person.presses("escape", "ctrl+p", "escape")
        await person.pilot.resize_terminal(60, 20)
        await person.settles()
        assert person.app.screen.where == "desk"


async def test_no_colour_leaves_signs_and_the_cursor(
    opens: Opens, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opens() as person:
        await person.drafts("csdp jha")
        assert "▌ ▢ fill in" in person.sees
        await person.presses("n", "n", "n", "n")
        assert "│  L  " in person.sees


def test_control_marks_go_and_words_stay() -> None:
    assert plain("a\x1b[31mb\u202ec\td").plain == "a[31mbc d"
    assert one_line(" a\n b ") == "a b"


def test_there_is_one_way_for_text_only() -> None:
    """Markup is read nowhere: no from_markup, no notify with text of data, no Static that reads markup."""
    for file in Path(briefer.tui.__file__).parent.rglob("*.py"):
        source = file.read_text("utf-8")
        assert "from_markup" not in source and "notify(" not in source, file
        for call in re.findall(r"Static\([^\n]*", source):
            assert "markup=False" in call or "plain(" in call or call.endswith(("Static(", "Static)")), (file, call)
