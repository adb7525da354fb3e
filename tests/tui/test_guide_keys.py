"""The guide lists the keys that the app has."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from briefer.tui import commands


@pytest.fixture
def script(repository: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("guide_keys", repository / "scripts" / "guide_keys.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_guide_is_what_the_script_writes(script: ModuleType) -> None:
    guide = script.GUIDE.read_text("utf-8")
    assert guide == script.written(guide), "run: python scripts/guide_keys.py"


def test_every_command_is_in_the_guide_with_its_place(script: ModuleType) -> None:
    guide = script.GUIDE.read_text("utf-8")
    assert not [c.id for c in commands.COMMANDS if f"`{c.id}`" not in guide]
    assert all(f"**{place.title}**" in guide for place in commands.PLACES)
