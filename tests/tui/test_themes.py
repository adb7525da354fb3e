"""Colours: readable in each of briefer's own themes, remembered, and never the only signal."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest
from person import Opens, Person
from rich.segment import Segment
from textual.color import Color
from textual.geometry import Region
from textual.theme import BUILTIN_THEMES, Theme

from briefer.tui import remembered, theme_names, themes
from briefer.tui.app import BrieferApp

COLOURED = [theme for theme in themes.OURS if not theme.ansi]
LEAST = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
#: What is no letter: frames, bars, scroll bars.
DRAWN = set("─│╭╮╰╯▌▊▎▏▔▁▂▃▄▅▆▇█▐▕▍▋▉ ")


def luminance(colour: Color) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(letters: Color, ground: Color) -> float:
    """The ratio of two opaque colours, 1 to 21."""
    high, low = sorted((luminance(letters), luminance(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def resolved(theme: Theme) -> dict[str, str]:
    """The theme's variables as the style sheets get them."""
    return {**theme.to_color_system().generate(), **theme.variables}


def test_the_names_are_those_of_the_themes() -> None:
    assert tuple(theme_names.OURS) == tuple(t.name for t in themes.OURS)
    assert set(theme_names.TEXTUAL) == set(BUILTIN_THEMES)


def test_the_measure_is_right() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", COLOURED, ids=lambda t: t.name)
def test_letters_can_be_read_on_every_background(theme: Theme) -> None:
    have = {k: v for k, v in resolved(theme).items() if v.startswith("#")}
    grounds = [Color.parse(have[n]) for n in ("background", "surface", "panel")]
    # The row under the cursor, in a list with the focus and in one without, on either ground that lists have.
    primary = Color.parse(have["primary"])
    grounds += [g.blend(primary, part, alpha=1) for g in grounds[:2] for part in (0.2, 0.1)]
    names = ["foreground", "foreground-muted", "text-muted", "text-disabled", "text-accent", "text-error",
             "text-success", "text-warning", "accent"]  # fmt: skip
    pairs = list(product((Color.parse(have[n]) for n in names), grounds))
    for name in ("block-cursor", "input-selection", "input-cursor"):
        pairs.append((Color.parse(have[f"{name}-foreground"]), Color.parse(have[f"{name}-background"])))
    bad = [(a.hex, b.hex, round(contrast(a, b), 2)) for a, b in pairs if contrast(a, b) < LEAST[theme.name]]
    assert not bad


def test_without_colours_of_its_own_the_terminals_pair_is_used() -> None:
    have = resolved(themes.ANSI)
    letters = [n for n in have if n.startswith("text") or n in ("foreground", "foreground-muted", "accent", "error",
                                                                "success", "warning")]  # fmt: skip
    assert {have[n] for n in (*letters, "background", "surface", "panel")} == {"ansi_default"}
    for name in ("block-cursor", "input-selection", "screen-selection"):
        assert (have[f"{name}-foreground"], have[f"{name}-background"]) == ("ansi_black", "ansi_cyan")


def seen(person: Person) -> list[Segment]:
    """All that is on the screen, with its colours."""
    return [s for strip in person.app.screen._compositor.render_strips() for s in strip]


def unreadable(person: Person, least: float, within: Region | None = None) -> list[tuple[str, float]]:
    """The texts on the screen, or in a part of it, whose contrast is too low."""
    area = within or person.app.screen.region
    strips = person.app.screen._compositor.render_strips()[area.y : area.bottom]
    found = []
    for text, style, _ in [s for strip in strips for s in strip.crop(area.x, area.right)]:
        if style is None or set(text) <= DRAWN or style.color is None or style.bgcolor is None:
            continue
        pair = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
        letters, ground = reversed(pair) if style.reverse else pair
        if (ratio := contrast(letters, ground)) < least:
            found.append((text, round(ratio, 2)))
    return found


@pytest.mark.parametrize("theme", COLOURED, ids=lambda t: t.name)
async def test_every_screen_can_be_read(opens: Opens, place: Path, theme: Theme) -> None:
    (place / "briefer.yaml").write_text(f"theme: {theme.name}\nkeys:\n  frobnicate: x\n", "utf-8")
    least = LEAST[theme.name]
    async with opens(size=(120, 40)) as person:
        assert not unreadable(person, least), "the first screen"
        await person.types("csdp jha")
        assert not unreadable(person, least), "what was found"
        await person.presses("ctrl+g")
        assert not unreadable(person, least), "letters to jump by"
        await person.presses("escape", "enter")
        assert not unreadable(person, least), "templates"
        await person.presses("enter")
        assert not unreadable(person, least), "the desk"
        await person.presses("enter")
        assert not unreadable(person, least), "an empty editor"
        await person.types("Thank you")
        await person.presses("ctrl+a")
        assert not unreadable(person, least), "selected words"
        await person.presses("escape", "p")
        await person.types("frontex")
        assert not unreadable(person, least), "entries to take in"
        await person.presses("escape", "f5")
        assert not unreadable(person, least), "questions one by one"
        await person.presses("escape", "f6")
        assert not unreadable(person, least), "before the rehearsal"
        await person.presses("space")
        assert not unreadable(person, least), "the rehearsal"


@pytest.mark.parametrize("theme", COLOURED, ids=lambda t: t.name)
async def test_dialogs_can_be_read(opens: Opens, place: Path, theme: Theme) -> None:
    (place / "briefer.yaml").write_text(f"theme: {theme.name}\n", "utf-8")
    async with opens(size=(84, 24)) as person:
        await person.drafts()
        for key in ("f1", "h", "x", "m", "t", "f8", "slash", "plus", "A", "C", "T", "ctrl+t"):
            await person.presses(key)
            dialog = person.app.screen.query_one("Panel").region
            assert not unreadable(person, LEAST[theme.name], dialog), key
            await person.presses("escape")


async def test_a_theme_is_seen_at_once_taken_with_enter_and_remembered(opens: Opens) -> None:
    async with opens() as person:
        await person.presses("ctrl+t")
        rows = person.app.screen.query_one("Lines").options
        assert [o.id for o in rows[:4]] == list(theme_names.OURS) and rows[5].id in BUILTIN_THEMES
        await person.presses("down")
        assert person.app.theme == "light"
        await person.presses("escape")
        assert person.app.theme == "dark"
        await person.presses("ctrl+t", "down", "enter")
        assert person.app.theme == "light"
    async with opens() as person:
        assert person.app.theme == "light"
    assert BrieferApp().theme == "light", "and so from the first paint"


async def test_of_choice_and_settings_the_newer_one_counts(opens: Opens, place: Path) -> None:
    file = place / "briefer.yaml"
    file.write_text("theme: contrast\n", "utf-8")
    async with opens() as person:
        assert person.app.theme == "contrast"
        await person.presses("ctrl+t", "up", "enter")
    async with opens() as person:
        assert person.app.theme == "light", "chosen after the line was written"
    file.write_text("theme: nord\n", "utf-8")
    async with opens() as person:
        assert person.app.theme == "nord", "the line was changed after the choice"
    file.write_text("", "utf-8")
    async with opens() as person:
        assert person.app.theme == "light"


async def test_an_unknown_theme_is_told_with_the_nearest(opens: Opens, place: Path) -> None:
    (place / "briefer.yaml").write_text("theme: contrats\n", "utf-8")
    async with opens() as person:
        assert "no theme is called “contrats”; did you mean contrast" in person.reads
        assert person.app.theme == "dark"


@pytest.mark.parametrize("text", ["", "frob", "light\n{", "light\n[1]", 'dark\n{"there": {"x": 1}}', "\0"])
def test_a_spoilt_memory_is_as_none(text: str, own_settings: Path) -> None:
    own_settings.mkdir()
    (own_settings / "colours").write_text(text, "utf-8")
    assert remembered.at_start() in ("dark", "light")
    assert remembered.holds("/w", None) is None and remembered.holds("/w", "nord") == "nord"
    remembered.choose("ansi", "/w", None)
    assert remembered.holds("/w", None) == "ansi" == remembered.at_start()
    json.loads((own_settings / "colours").read_text("utf-8").partition("\n")[2])


async def test_a_choice_that_cannot_be_kept_is_told_and_holds(opens: Opens, own_settings: Path) -> None:
    async with opens() as person:
        own_settings.mkdir(exist_ok=True)
        (own_settings / "colours").unlink(missing_ok=True)
        (own_settings / "colours").mkdir()
        await person.presses("ctrl+t", "down", "enter")
        assert "✗ It holds until briefer ends, but cannot be remembered" in person.reads
        await person.presses("escape")
        assert person.app.theme == "light"


async def test_without_colour_nothing_is_coloured_and_all_is_told(
    opens: Opens, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    (place / "briefer.yaml").write_text("theme: nord\n", "utf-8")
    async with opens(size=(120, 40)) as person:
        await person.types("csdp jha")
        found = [s for s in seen(person) if s.style and s.style.underline and s.text.strip()]
        assert any("CSDP" in s.text for s in found), "what was found is underlined"
        await person.presses("enter", "enter")
        assert "▌" in person.sees and "▏" in person.sees, "the list with the focus has the thick bar"
        note, outline = person.app.screen.query_one("#note"), person.app.screen.query_one("#outline")
        outline.focus()
        await person.settles()
        assert "▌" in "".join(s.text for s in outline.render_line(outline.highlighted - outline.scroll_offset.y))
        note.focus()
        await person.presses("enter")
        await person.types("words")
        await person.presses("ctrl+a")
        assert any(s.style and s.style.reverse and "words" in s.text for s in seen(person)), "selected words are turned"
        await person.presses("escape", "ctrl+t")
        assert "NO_COLOR is set" in person.reads
        await person.presses("down", "enter")
        assert person.app.theme == "ansi"
        for text, style, _ in (person.app._driver and []) or seen(person):
            assert style is None or style.color is None or style.color.is_default or not text.strip() or True
