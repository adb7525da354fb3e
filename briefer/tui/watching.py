"""Picks up files that change while the app runs: knowledge, templates and ``briefer.yaml`` of every layer."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefer import reach
from briefer.tui import messages

if TYPE_CHECKING:
    from textual.app import App

    from briefer.knowledge.layer import Layer
    from briefer.tui.loading import Library
    from briefer.workspace import Workspace

#: Seconds between two looks at the files.
EVERY = 2.0
#: The folders of a layer in which files may stand at any depth.
_DEEP = ("papers", "actors", "acronyms", "topics", "meetings")
_ENDINGS = (".yaml", ".yml")

#: Name, time of change, size and number of every file that is read: another one means that something has changed.
Signature = frozenset[tuple[str, int, int, int]]
Read = Callable[[str | None], "Library"]


def signature(place: Workspace) -> Signature:
    """What the files of a workspace are now, briefs aside; nothing is read but the folders."""
    found: set[tuple[str, int, int, int]] = set()
    if place.root is not None:
        found.update(_files(place.root, deep=False, only="briefer.yaml"))
    templates = dict(place.template_folders())
    for layer in place.layers():
        try:
            look = partial(_of_layer, layer, templates.get(layer.label))
            found.update(reach.within(layer.folder, look) if layer.distant else look())
        except reach.Away:
            continue
    return frozenset(found)


def _of_layer(layer: Layer, templates: Path | None, tick: Callable[[], None] = lambda: None) -> Signature:
    """What the files of one layer are now."""
    found = {(str(layer.folder), 0, 0, 0)} if layer.folder.is_dir() else set()
    found.update(_files(layer.folder, deep=False))
    tick()
    for folder in (*(layer.folder / name for name in _DEEP), *([templates] if templates else [])):
        for one in _files(folder, deep=True):
            found.add(one)
            tick()
    return frozenset(found)


def _came_and_went(seen: Signature, library: Library) -> bool:
    """Whether a layer that could be looked into could then not be read: it is looked at anew."""
    folders = [str(library.workspace.layer(label).folder) + os.sep for label in library.base.away]
    return any(name.startswith(folder) for name, *_ in seen for folder in folders)


def _files(folder: Path, *, deep: bool, only: str = "") -> Iterator[tuple[str, int, int, int]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        with suppress(OSError):
            if deep and entry.is_dir():
                yield from _files(Path(entry.path), deep=True)
            elif entry.name == only or (not only and entry.name.endswith(_ENDINGS) and entry.name[0] != "."):
                stat = entry.stat()
                yield entry.path, stat.st_mtime_ns, stat.st_size, stat.st_ino


class Watch:
    """Reads the workspace when asked and when its files have changed: one reading at a time, and none is lost."""

    def __init__(self, app: App[None], read: Read | None = None) -> None:
        self._app, self._read = app, read
        self._lock = threading.Lock()
        self._busy = False
        """Whether a thread is reading or looking now."""
        self._asked: list[bool] = []
        """What is still to be done: readings, each with the shelf of briefs or without."""
        self._named: str | None = None
        self._place: Workspace | None = None
        self._seen: Signature | None = None

    def begin(self) -> None:
        """Look at the files from now on."""
        self._app.set_interval(EVERY, self.look)

    def read(self, named: str | None, *, shelf: bool = True) -> None:
        """Read in a thread, after a reading that is under way: what was written before this call will be in it."""
        with self._lock:
            self._named = named
            self._asked.append(shelf)
            if self._busy:
                return
            self._busy = True
        self._app.run_worker(self._work, thread=True, group="read")

    def look(self) -> None:
        """Look in a thread whether anything has changed, and read then; not while a reading is under way."""
        with self._lock:
            if self._busy or self._seen is None:
                return
            self._busy = True
        self._app.run_worker(self._look, thread=True, group="look")

    def _look(self) -> None:
        with suppress(OSError):
            if self._place is not None and signature(self._place) != self._seen:
                with self._lock:
                    self._asked.append(False)
        self._work()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._asked:
                    self._busy = False
                    return
                named, shelf = self._named, any(self._asked)
                self._asked.clear()
            self._once(named, shelf)

    def _once(self, named: str | None, shelf: bool) -> None:
        from briefer.tui import loading

        if self._read is None:
            self._read = loading.Reader()
        again = self._place is not None
        try:
            if self._place is not None:
                # Taken before reading: what changes meanwhile is seen at the next look.
                self._seen = signature(self._place)
            library = self._read(named)
            if library.workspace != self._place:
                # Other folders may count now: they are held against what stands in them at the next look.
                self._seen = signature(library.workspace) if self._place is None else frozenset()
                self._place = library.workspace
            elif _came_and_went(self._seen or frozenset(), library):
                self._seen = frozenset()
            if again:
                _ = library.index  # made before anybody asks for it, so that typing does not wait
            self._app.post_message(messages.LibraryRead(library))
            if shelf:
                self._app.post_message(messages.ShelfRead(loading.shelf(library.workspace)))
            _ = library.index
            self._app.post_message(messages.IndexMade())
        except Exception as error:
            self._app.post_message(messages.ReadFailed(error))
