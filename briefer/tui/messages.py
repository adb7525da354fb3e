"""What screens and workers tell each other: what happened, or what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from briefer.knowledge.base import Entry
    from briefer.knowledge.entries import Paper
    from briefer.tui.loading import Library, Shelf
    from briefer.tui.stock import Item


class LibraryRead(Message):
    """Knowledge and templates are there."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library


class IndexMade(Message):
    """The base can be searched."""


class ShelfRead(Message):
    """The briefs of the workspace have been looked through."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf


class ReadFailed(Message):
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
