"""What ``keys:`` comes to: remapping, vi-like movement, and everything that is wrong said in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.keys import _character_to_key

from briefer.tui import commands
from briefer.tui.commands import Command, Where, key_names
from briefer.tui.commands.keymap import Keymap, resolve


def comes_to(**wanted: str) -> Keymap:
    return resolve({k.replace("__", "."): v for k, v in wanted.items()}, commands.PLACES)


def said(found: Keymap) -> str:
    return "\n".join(f.message for f in found.faults)


@pytest.mark.parametrize("letter", [*"aZ1é?<>/\\@-+_[]{}#'\"=,.;:!^`~|&%$€", " "])
def test_characters_are_called_as_their_events_call_them(letter: str) -> None:
    if letter != " ":
        assert key_names.of(letter) == _character_to_key(letter)
    key = key_names.of("space" if letter == " " else letter)
    assert key is not None and key_names.character(key) == letter


@pytest.mark.parametrize(
    ("written", "key", "shown"),
    [
        ("ctrl+s", "ctrl+s", "^s"), ("Ctrl+S", "ctrl+s", "^s"), ("^s", "ctrl+s", "^s"), ("C-x", "ctrl+x", "^x"),
        ("F11", "f11", "F11"), ("Shift+Up", "shift+up", "shift+↑"), ("shift+a", "A", "A"), ("esc", "escape", "esc"),
        ("PgDn", "pagedown", "pgdn"), ("less_than_sign", "less_than_sign", "<"), ("question_mark", "question_mark", "?"),
        ("slash", "slash", "/"), ("hyphen_minus", "minus", "-"), ("ctrl++", "ctrl+plus", "^+"), ("Return", "enter", "⏎"),
        ("alt+x", "alt+x", "alt+x"),
    ],
)  # fmt: skip
def test_keys_are_read_as_people_write_them(written: str, key: str, shown: str) -> None:
    assert key_names.of(written) == key and key_names.shown(key) == shown


@pytest.mark.parametrize("written", ["frob", "hyper+x", "f99", "ctrl+frob", "strg"])
def test_what_is_no_key_is_not_taken_for_one(written: str) -> None:
    assert key_names.of(written) is None


def test_nothing_asked_nothing_changed() -> None:
    assert comes_to() == Keymap()


def test_a_name_is_for_all_places_and_one_with_its_place_for_that_one() -> None:
    found = comes_to(save="F11, ^w", desk__undo="f10")
    assert {found.keys[f"{p}.save"] for p in ("desk", "editor", "pull")} == {"f11,ctrl+w"}
    assert found.keys["desk.undo"] == "f10" and "editor.undo" not in found.keys and not found.faults


def test_the_more_exact_line_counts_whichever_comes_first() -> None:
    for wanted in ({"desk.save": "f3", "save": "f11"}, {"save": "f11", "desk.save": "ctrl+w"}):
        found = resolve(wanted, commands.PLACES)
        assert found.keys["desk.save"] == wanted["desk.save"] and found.keys["editor.save"] == "f11"


@pytest.mark.parametrize(
    ("name", "key", "words"),
    [
        ("remvoe", "x", "no command is called remvoe; did you mean remove"),
        ("desk.udno", "x", "no command is called desk.udno; did you mean desk.undo"),
        ("save", "frob", "save: “frob” is not a key; write it like ctrl+s"),
        ("save", "", "save: no key is given"),
        ("save", "ctrl+enter", "save: ^⏎: many terminals never send it; choose another key"),
        ("save", "alt+enter", "never send it"),
        ("save", "ctrl+i", "many terminals send tab for it"),
        ("editor.done", "e", "editor.done: e is typed as a letter in the editor; give it a key such as F11 too"),
        ("quit", "Q", "Q is typed as a letter wherever one types"),
        ("movement", "emacs", "movement “emacs” is not known; write vi or arrows"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(name: str, key: str, words: str) -> None:
    found = resolve({name: key}, commands.PLACES)
    assert words in said(found) and {f.name for f in found.faults} == {name}


def test_a_letter_for_all_places_leaves_the_keys_where_one_types() -> None:
    found = comes_to(undo="Z")
    assert found.keys["desk.undo"] == "Z" and "editor.undo" not in found.keys
    assert "in the editor and in the knowledge pane" in said(found)


def test_of_two_commands_the_one_that_was_named_has_the_key_and_both_are_told() -> None:
    found = comes_to(desk__pull="a")
    assert found.keys == {"desk.pull": "a", "desk.add": ""}
    assert "a is wanted by desk.pull and desk.add on the desk; desk.pull has it; desk.add has no key then" in said(
        found
    )


def test_of_two_that_were_named_alike_the_first_has_the_key() -> None:
    found = comes_to(desk__title="w", desk__marking="w")
    assert found.keys == {"desk.title": "w", "desk.marking": ""}
    assert "desk.title has it" in said(found)


def test_a_key_freed_by_another_line_is_no_clash() -> None:
    found = comes_to(desk__pull="a", desk__add="p")
    assert found.keys == {"desk.pull": "a", "desk.add": "p"} and not found.faults


def test_a_clash_with_moving_in_lists_and_with_what_works_everywhere_is_told() -> None:
    assert "k is wanted by desk.view and list.up on the desk; desk.view has it" in said(comes_to(desk__view="k"))
    assert "^q is wanted by desk.view and everywhere.quit" in said(comes_to(desk__view="ctrl+q"))


def test_vi_moves_what_is_in_its_way_and_says_nothing() -> None:
    found = comes_to(movement="vi")
    assert found.vi and not found.faults
    assert found.keys["desk.header"] == "H" and found.keys["everywhere.jump"] == "ctrl+g"
    assert found.keys["list.first"] == "home,g" and found.keys["list.half_down"] == "ctrl+down,ctrl+d"


def test_vi_leaves_every_command_a_key_and_no_key_two_meanings() -> None:
    keys = comes_to(movement="vi").keys
    moving = commands.place("list").commands
    for place in commands.PLACES:
        here = [c for c in commands.at(place.name) if c.name != "search"]
        here += moving if place.lists and place.name != "list" else ()
        held = [k for c in here for k in keys.get(c.id, c.keys).split(",")]
        assert len(held) == len(set(held)) and all(held), place.name


def test_vi_takes_a_capital_that_is_taken_from_nobody_and_a_lone_key_from_no_command() -> None:
    here = Where("desk", "On the desk", commands=(
        Command("low", "h,f3", "", "", "desk"), Command("high", "H", "", "", "desk"), Command("find", "ctrl+f", "", "", "desk"),
    ))  # fmt: skip
    found = resolve({"movement": "vi"}, (here, commands.place(""), commands.place("list")))
    assert found.keys["desk.low"] == "f3" and not {"desk.high", "desk.find"} & set(found.keys)
    assert "ctrl+f" not in found.keys.get("list.page_down", "") and not found.faults


def test_check_tells_the_same_with_line_and_column(workspace: Callable[..., Path], run: Callable[..., Any]) -> None:
    root = workspace({"briefer.yaml": "language: en\ntheme: nordd\nkeys:\n  save: f11\n  udno: x\n  desk.pull: a\n"})
    found = [f for f in run("check", "--json", at=root).json if f["file"] == "briefer.yaml"]
    assert [(f["line"], f["severity"], f["code"]) for f in found] == [
        (5, "error", "keys"),
        (6, "warning", "keys"),
        (2, "error", "theme"),
    ]
    assert "did you mean nord" in found[2]["message"] and "undo" in found[0]["message"]
