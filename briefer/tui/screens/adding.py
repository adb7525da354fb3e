"""A place from which entries, papers and topics are written down or changed: asks which, opens the form, reads again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefer.tui.messages import LibraryRead
from briefer.tui.screens.place import Place

if TYPE_CHECKING:
    from briefer.brief.model import Brief
    from briefer.knowledge.base import Entry, Knowledge
    from briefer.tui.loading import Library
    from briefer.tui.screens.entry_form import Kept


def given_by(brief: Brief, base: Knowledge) -> dict[str, str]:
    """What a new entry for a brief begins with: the first topic that the base knows, and the meeting's paper on it."""
    topic = next((t for t in brief.topics if t in base.topics), None)
    meeting = base.meetings.get(brief.meeting.id or "") if brief.meeting else None
    items = meeting.items if meeting else ()
    papers = [p for i in items if not topic or topic in i.topics for p in i.papers if p in base.papers]
    found = {"topic": topic, "paper": papers[0] if papers else None}
    return {k: v for k, v in found.items() if v}


class Adding(Place):
    """For a place with a ``library``: what it has to say of itself, and the commands that follow.

    ``class Desk(Adding, Whole)``: the place gives ``adding_given``, ``entry_here``, ``topic_given`` and ``pull_entry``
    where it has any of it, and hears of what was written through ``wrote``.
    """

    PULLS = False
    """Whether there is a note to pull a new entry into."""
    _awaited: Kept | None = None
    """What was written and is not yet in the base that was read."""

    # --- what the place says ------------------------------------------------------------------------------------

    @property
    def adding_given(self) -> Mapping[str, str]:
        """What a new entry begins with: its topic, perhaps its paper."""
        return {}

    @property
    def entry_here(self) -> tuple[str, str] | None:
        """Kind and id of the entry, paper or topic under the cursor."""
        return None

    def pull_entry(self, entry: Entry) -> bool:
        """Take an entry into the note; whether that was done."""
        return False

    def wrote(self, kept: Kept) -> None:
        """Something was written, and is in the base: the place may go there, or remember how to take it back."""

    # --- commands -----------------------------------------------------------------------------------------------

    @property
    def _base_there(self) -> Library | None:
        library: Library | None = getattr(self, "library", None)
        return library

    def action_new_entry(self) -> None:
        """Ask what kind of entry, then open its form."""
        from briefer.tui.fields import KINDS
        from briefer.tui.screens.ask import Answer, Ask

        def chosen(kind: str | None) -> None:
            if kind:
                self.open_form(kind, self.given_for(kind))

        if self._can_write():
            answers = [Answer(kind, f"A {kind}", means) for kind, means in KINDS.items()]
            self.app.push_screen(Ask("What is new?", "It goes into your own knowledge.", answers), chosen)

    def given_for(self, kind: str) -> Mapping[str, str]:
        """What a new one of a kind begins with: a statement with its topic, an agenda item with the meeting under the cursor."""
        here = self.entry_here
        if kind == "item":
            return {"meeting": here[1]} if here and here[0] == "meeting" else {}
        return self.adding_given if kind in ("fact", "position", "question") else {}

    def action_change_entry(self) -> None:
        """Open the form with the entry under the cursor; of a meeting, ask which part of it."""
        here = self.entry_here
        if here is None:
            self.notice.news("This is not an entry of the knowledge base, or it is not there any more.")
        elif self._can_write():
            if here[0] == "meeting":
                self._change_meeting(here[1])
            else:
                self.open_form(here[0], {}, changing=here[1])

    def _change_meeting(self, name: str) -> None:
        from briefer.tui.screens.ask import Answer, Ask

        library = self._base_there
        assert library is not None

        def chosen(what: str | None) -> None:
            if what == "meeting":
                self.open_form("meeting", {}, changing=name)
            elif what == "item":
                self.open_form("item", {"meeting": name})
            elif what:
                self.open_form("item", {}, changing=f"{name}/{what}")

        meeting = library.base.meeting(name)
        titles = [" ".join(p for p in (i.number, i.title) if p) for i in meeting.items]
        answers = [
            Answer("meeting", "The meeting", "body, date, place, format"),
            *(Answer(str(n), title, "on its agenda") for n, title in enumerate(titles, start=1)),
            Answer("item", "One more item", "on its agenda"),
        ]
        self.app.push_screen(
            Ask(f"Change what of {name}?", "What you change goes into your own knowledge.", answers), chosen
        )

    def action_new_topic(self) -> None:
        """Open the form for a new topic."""
        if self._can_write():
            self.open_form("topic", self.topic_given)

    def action_new_meeting(self) -> None:
        """Open the form for a new meeting."""
        if self._can_write():
            self.open_form("meeting", {})

    @property
    def topic_given(self) -> Mapping[str, str]:
        """What a new topic begins with."""
        return {}

    def _can_write(self) -> bool:
        """Whether there is a folder to write to; else ask for one."""
        library = self._base_there
        if library is None:
            self.notice.news("The knowledge base is still being read.")
            return False
        if library.workspace.root is None:
            self.briefer.ask_folder()
            return False
        return True

    def open_form(self, kind: str, given: Mapping[str, str], *, changing: str | None = None) -> None:
        """Open the form of a kind, with some of it filled in, or with what is to be changed."""
        from briefer.tui.screens.entry_form import EntryForm

        library = self._base_there
        assert library is not None
        self.app.push_screen(EntryForm(library, kind, given, changing=changing, pulls=self.PULLS), self._kept)

    # --- afterwards ---------------------------------------------------------------------------------------------

    def _kept(self, kept: Kept | None) -> None:
        if kept is None:
            return
        if kept.written:
            self.notice.news(f"Kept in {kept.shown}.")
            self._awaited = kept
            self.briefer.read_again()
        elif kept.pull and (library := self._base_there) is not None:
            self._arrive(kept, library)

    def on_library_read(self, message: LibraryRead) -> None:
        """What was written is there: go on with it."""
        kept = self._awaited
        if kept is None:
            return
        base = message.library.base
        if kept.kind == "topic":
            there = kept.id in base.topics
        elif kept.kind in ("meeting", "item"):
            there = base.meetings.get(kept.id) == kept.value
        else:
            # A reading that began before the writing does not have it yet, or has what it was before.
            entry = base.entries.get(kept.id)
            there = (base.papers.get(kept.id) if kept.kind == "paper" else entry and entry.value) == kept.value
        if there:
            self._awaited = None
            # Once the place itself has taken the base over, whose handler may come after this one.
            self.call_later(self._arrive, kept, message.library)

    def _arrive(self, kept: Kept, library: Library) -> None:
        self.wrote(kept)
        if kept.pull and self.pull_entry(library.base.entries[kept.id]):
            self.notice.news(f"Kept in {kept.shown}, and pulled in." if kept.shown else "Pulled in.")
