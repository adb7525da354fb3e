"""What screens and workers tell each other: what happened, or what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from briefer.errors import Fault
    from briefer.knowledge.base import Entry
    from briefer.knowledge.entries import Paper
    from briefer.tui.loading import Library, Shelf
    from briefer.tui.stock import Item


class LibraryRead(Message, bubble=False):
    """Knowledge and templates are there, or there again; the app hands it on to every open place."""

    def __init__(self, library: Library, broken: tuple[Fault, ...] = ()) -> None:
        super().__init__()
        self.library = library
        self.broken = broken
        """What could be read when the app began and cannot be read now."""


class IndexMade(Message, bubble=False):
    """The base can be searched."""


class ShelfRead(Message, bubble=False):
    """The briefs of the workspace have been looked through."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf


class ReadFailed(Message, bubble=False):
    """The workspace could not be read at all."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class PullRequested(Message):
    """An entry is to be taken in, or taken back where it was just taken in."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry


class CiteRequested(Message):
    """A paper is to be noted as a source of the block."""

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self.paper = paper


class ViewRequested(Message):
    """All about an entry or a paper is to be shown."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item = item
