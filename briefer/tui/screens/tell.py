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
from briefer.brief.pull import block_of, issuer, sources_of
from briefer.dates import long_form
from briefer.tui import showing
from briefer.tui.plain import one_line, plain
from briefer.tui.screens.dialog import Dialog
from briefer.tui.widgets.panel import Panel
from briefer.tui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from briefer.knowledge.base import Entry, Knowledge
    from briefer.knowledge.entries import Paper
    from briefer.tui.stock import Item


class Tell(Dialog[None]):
    """Headed paragraphs to read; any of the usual keys closes it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,enter,v,f4,f8", "dismiss", "close")]
    KEYS = (("↑ ↓", "Scroll."), ("esc  ⏎  q", "Close."))

    def __init__(self, title: str, paragraphs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title, self._paragraphs = title, paragraphs

    def compose(self) -> ComposeResult:
        """The paragraphs."""
        with Panel(self._title, "↑ ↓ scrolls · Esc closes"), Scroll():
            for head, text in self._paragraphs:
                shown = Content.assemble(plain(head, "bold $text-accent"), "\n", plain(text)) if head else plain(text)
                yield Static(shown, classes="asked", markup=False)


def about_block(brief: Brief, section: Section, block: Block, base: Knowledge | None) -> Tell:
    """All that is known of a block: its words and the base's, day, disputes, sources, note."""
    told: list[tuple[str, str]] = [("", markup.plain(block.text))]
    pulled = block.pulled
    if pulled and one_line(markup.plain(block.text)) != one_line(pulled.text):
        told.append(("What the knowledge base says", pulled.text))
    now = base.entries.get(block.entry) if base and block.entry else None
    if now and pulled and now.value.text != pulled.text:
        told.append(("What the knowledge base says today", now.value.text))
    lines = showing.detail(brief, section, block)
    told.append(("How it stands", "\n".join(t for t in lines if not t.startswith("Source: "))))
    for one in block.sources:
        told.append(("Source", showing.source(one) + (f"\n{one.title}" if one.title and one.number else "")))
        if one.url:
            told.append(("", one.url))
    if pulled and pulled.note:
        told.append(("Note", pulled.note))
    if block.entry:
        told.append(("Entry", block.entry))
    return Tell(f"{section.title or section.id}", told)


def about_entry(entry: Entry, base: Knowledge, as_of: str) -> Tell:
    """The same for an entry that is not in the note."""
    block = block_of(entry, base, as_of, set())
    section = Section(id="entry", role="free", title="Entry of the knowledge base", blocks=(block,))
    brief = Brief(brief="entry", format=1, title="", as_of=as_of, sections=(section,))
    return about_block(brief, section, block, base)


def about_item(item: Item, base: Knowledge, as_of: str) -> Tell:
    """All about an entry or a paper of the knowledge pane."""
    if item.entry is not None:
        return about_entry(item.entry, base, as_of)
    assert item.paper is not None
    return about_paper(item.paper, base)


def about_paper(paper: Paper, base: Knowledge) -> Tell:
    """What the base knows of a paper, and the entries that cite it."""
    told = [("", paper.title)]
    facts = [
        ("Number", paper.number), ("From", paper.from_ or paper.author), ("To", paper.to),
        ("Date", long_form(paper.date) if paper.date else None), ("Marking", paper.marking),
        ("Codes", ", ".join(paper.codes)), ("Kind", paper.kind),
    ]  # fmt: skip
    told.append(("", "\n".join(f"{what}: {value}" for what, value in facts if value)))
    citing = [e.value.text for e in base.entries.values() if any(s.paper == paper.id for s in sources_of(e, base))]
    if citing:
        count = "One entry cites it" if len(citing) == 1 else f"{len(citing)} entries cite it"
        told.append((count, "\n".join(f"- {text}" for text in citing)))
    if paper.url:
        told.append(("", paper.url))
    return Tell(" ".join(p for p in (issuer(paper), paper.number) if p) or "Paper", told)
