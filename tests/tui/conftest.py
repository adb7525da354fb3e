"""A workspace made by code, the app over it, and what the person sees."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from person import Opens, Person

from briefer import init
from briefer.tui.app import BrieferApp


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nobody's own settings, folder or colours are seen."""
    folder = tmp_path / "settings"
    monkeypatch.setenv("BRIEFER_CONFIG_DIR", str(folder))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("BRIEFER_WORKSPACE", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An empty workspace over the shipped base."""
    folder = tmp_path / "work"
    init.make(folder)
    return folder


@pytest.fixture
def opens(place: Path) -> Opens:
    """Start the app, as ``async with opens() as person``."""

    @asynccontextmanager
    async def start(where: Path | None = place, size: tuple[int, int] = (80, 24), **more: Any) -> AsyncIterator[Person]:
        app = BrieferApp(str(where) if where else None, **more)
        async with app.run_test(size=size) as pilot:
            person = Person(app, pilot, where or place)
            if "read" not in more:
                await person.settles()
            yield person

    return start
