"""A dialog that tells something at length: all about an entry, or a list of faults."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from briefer.brief import markup
from briefer.brief.model import Block, Brief, Section
from briefer.brief.pull import block_of
from briefer.dates import long_form
from briefer.tui import showing
from briefer.tui.plain import one_line, plain
from briefer.tui.screens.dialog import Dialog
from briefer.tui.widgets.panel import Panel
from briefer.tui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from briefer.knowledge.base import Entry, Knowledge


class Tell(Dialog[None]):
    """Headed paragraphs to read; any of the usual keys closes it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,enter,v,f4,f8", "dismiss", "close")]
    KEYS = (("↑ ↓", "Scroll."), ("esc  ⏎  q", "Close."))

    def __init__(self, title: str, paragraphs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title, self._paragraphs = title, paragraphs
        self.before: Content | None = None
        """What is told first, with styles of its own."""

    def compose(self) -> ComposeResult:
        """The paragraphs."""
        with Panel(self._title, "↑ ↓ scrolls · Esc closes"), Scroll():
            if self.before is not None:
                yield Static(self.before, classes="asked", markup=False)
            for head, text in self._paragraphs:
                shown = Content.assemble(plain(head, "bold $text-accent"), "\n", plain(text)) if head else plain(text)
                yield Static(shown, classes="asked", markup=False)


def about_block(brief: Brief, section: Section, block: Block, base: Knowledge | None) -> Tell:
    """All that is known of a block: its words and the base's, day, disputes, sources, note."""
    return Tell(section.title or section.id, paragraphs(brief, section, block, base))


def about_entry(entry: Entry, base: Knowledge, as_of: str) -> Tell:
    """The same for an entry that is not in the note."""
    return Tell("Entry of the knowledge base", entry_paragraphs(entry, base, as_of))


def paragraphs(brief: Brief, section: Section, block: Block, base: Knowledge | None) -> list[tuple[str, str]]:
    """What is told of a block, headed."""
    told: list[tuple[str, str]] = [("", markup.plain(block.text))]
    pulled = block.pulled
    if pulled and one_line(markup.plain(block.text)) != one_line(pulled.text):
        told.append(("What the knowledge base says", pulled.text))
    now = base.entries.get(block.entry) if base and block.entry else None
    if now and pulled and now.value.text != pulled.text:
        told.append(("What the knowledge base says today", now.value.text))
    for woven in block.carries:
        day = f"\nas of {long_form(woven.pulled.as_of)}" if woven.pulled.as_of else ""
        told.append((f"Woven in from the knowledge base: {woven.entry}", f"{woven.pulled.text}{day}"))
    lines = showing.detail(brief, section, block)
    told.append(("How it stands", "\n".join(t for t in lines if not t.startswith("Source: "))))
    for one in block.sources:
        told.append(("Source", showing.source(one) + (f"\n{one.title}" if one.title and one.number else "")))
        if one.url:
            told.append(("", one.url))
    if pulled and pulled.note:
        told.append(("Note", pulled.note))
    if block.entry:
        kind = now.kind if now else "fact"
        told.append(("Entry", "\n".join([block.entry, *(showing.from_where(base, kind, block.entry) if base else [])])))
    return told


def entry_paragraphs(entry: Entry, base: Knowledge, as_of: str) -> list[tuple[str, str]]:
    """What is told of an entry that is not in a note, headed."""
    brief, section, block = as_note(entry, base, as_of)
    return paragraphs(brief, section, block, base)


def as_note(entry: Entry, base: Knowledge, as_of: str) -> tuple[Brief, Section, Block]:
    """A note of that entry alone, to tell of it as of a block."""
    block = block_of(entry, base, as_of, set())
    section = Section(id="entry", role="free", title="Entry of the knowledge base", blocks=(block,))
    return Brief(brief="entry", format=1, title="", as_of=as_of, sections=(section,)), section, block
