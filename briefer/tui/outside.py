"""Handing words to an editor of one's own and taking them back; the terminal is the editor's meanwhile."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from briefer import files, own_editor
from briefer.errors import BrieferError
from briefer.workspace import Workspace


def written_outside(app: App[Any], text: str, name: str) -> str:
    """The words as the editor left them; raises BrieferError where it does not start or cannot be read back.

    The file lies in a folder that only this user can read, and is gone afterwards.
    """
    with tempfile.TemporaryDirectory(prefix="briefer-") as folder:
        path = Path(folder) / name
        path.write_text(text + "\n", "utf-8")
        failed: BrieferError | None = None
        with _terminal_free(app):
            try:
                own_editor.run(path)
            except BrieferError as error:
                failed = error  # raised once the terminal is the app's again, which an error in here would prevent
        if failed is not None:
            raise failed
        return own_editor.read(path).strip("\n")


@contextmanager
def _terminal_free(app: App[Any]) -> Iterator[None]:
    """The terminal for somebody else; where it cannot be handed over, an editor with a window of its own still works."""
    with ExitStack() as stack:
        with suppress(SuspendNotSupported):
            stack.enter_context(app.suspend())
        yield


def kept_outside(text: str, name: str, place: Workspace) -> str:
    """Keep words that could not be taken over; where they are."""
    folder = (
        place.root / ".briefer" / "outside" if place.root else Path(tempfile.gettempdir()) / f"briefer-{os.getpid()}"
    )
    path, number = folder / name, 2
    while path.exists():
        path, number = folder / f"{Path(name).stem}-{number}.md", number + 1
    files.write(path, text, expected=files.NEW)
    return place.shown(path)
