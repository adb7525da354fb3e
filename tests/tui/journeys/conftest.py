"""The same journeys twice: in the app's own pilot and in a real terminal, each at the three sizes people have."""

from __future__ import annotations

import html
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from person import Person
from terminal import Terminal

from briefer.tui.app import BrieferApp

SIZES = ((60, 20), (80, 24), (120, 40))

#: Begins a journey: the app over the workspace, ready to be used; further variables of the environment can be given.
SitsDown = Callable[..., AbstractAsyncContextManager[Person | Terminal]]


def _ways() -> list[object]:
    needs_tmux = (
        pytest.mark.terminal,
        pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed; it drives the app here"),
    )
    found = []
    for how in ("pilot", "terminal"):
        for size in SIZES:
            marks = needs_tmux if how == "terminal" else ()
            found.append(pytest.param((how, size), id=f"{how}-{size[0]}x{size[1]}", marks=marks))
    return found


def shows(picture: Path, seen: str) -> None:
    """A picture of where a journey ended holds the words that were to be seen there."""
    drawn = html.unescape(picture.read_text("utf-8"))
    words = re.findall(r"[A-Za-z]{4,}", seen)
    held = sum(word in drawn for word in words)
    assert words and held > 0.8 * len(words), (picture, held, len(words))


@pytest.fixture(params=_ways())
def sits_down(request: pytest.FixtureRequest, tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> SitsDown:
    """``async with sits_down() as person``; the pictures taken are kept in ``$BRIEFER_PICTURES`` where that is set."""
    how, size = request.param
    journey = re.sub(r"[^\w-]+", "-", request.node.name).strip("-")

    @asynccontextmanager
    async def start(**env: str) -> AsyncIterator[Person | Terminal]:
        if how == "terminal":
            command = f"{sys.executable} -m briefer --workspace {place}"
            terminal = Terminal(tmp_path, place, size, command, **env)
            try:
                await terminal.waits_for("topics", 30)
                await terminal.settles()
                yield terminal
                assert "Traceback" not in terminal.sees
                shows(terminal.takes_picture(journey), terminal.sees)
            finally:
                terminal.ends()
            return
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        kept = Path(os.environ["BRIEFER_PICTURES"]) if "BRIEFER_PICTURES" in os.environ else tmp_path
        app = BrieferApp(str(place))
        async with app.run_test(size=size) as pilot:
            person = Person(app, pilot, place, kept)
            await person.settles()
            yield person
            shows(person.takes_picture(journey), person.sees)

    return start
