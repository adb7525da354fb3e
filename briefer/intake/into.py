"""Writes a paper that was read, and its questions word for word, into one's own layer: all of it or nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec

from briefer import adding
from briefer.dates import long_form
from briefer.errors import UsageError, nearest
from briefer.intake import records, tabled
from briefer.intake.asked import Asked, asked
from briefer.intake.cleaned import cleaned, line
from briefer.intake.refused import refuse_classified
from briefer.intake.topics import Resolved, best_topics, resolve
from briefer.knowledge import write
from briefer.knowledge.base import Entry, Knowledge, Origin
from briefer.knowledge.entries import Actor, Paper, Question, Topic
from briefer.knowledge.write import Written
from briefer.papers.model import CouncilPaper
from briefer.workspace import OWN, Workspace

#: From how like (0 to 100) the letters of two topics' names the one may have been meant by the other.
_NEARLY = 70


class Differs(NamedTuple):
    """A key that says something else than before."""

    key: str
    before: str
    after: str


class Change(NamedTuple):
    """What the reading did to one entry, paper, actor or topic."""

    kind: Literal["paper", "question", "actor", "topic", "meeting"]
    id: str
    how: Literal["new", "changed", "left", "gone"]
    """``left``: it says something else, and was not touched; ``gone``: the base has it, and the paper does not ask it (any more).

    ``why`` tells the reason of both.
    """
    shown: str
    """How a person knows it: a number and title, a question's words."""
    differences: tuple[Differs, ...] = ()
    why: str = ""


class Taken(NamedTuple):
    """What came into the base, and what takes it back."""

    papers: tuple[str, ...]
    """Ids of the records: the paper's own first, then of those enclosed."""
    topic: str
    questions: tuple[str, ...]
    """The questions' entries as topic-id/entry-id, in the paper's order; without those that a later revision has dropped."""
    changes: tuple[Change, ...]
    written: tuple[Written, ...]
    """The files, one each, in the order in which they were written."""
    near: tuple[str, ...] = ()
    """Topics with nearly the name of the one that was made, in case that was meant."""

    @property
    def gone(self) -> tuple[str, ...]:
        """Entries of questions that the base has of this paper, or of one that it revises, and that it does not ask."""
        return tuple(c.id for c in self.changes if c.how == "gone")

    @property
    def nothing_new(self) -> bool:
        """Whether the base said all of it already."""
        return not self.written

    def paper_of(self, enclosed: int | None) -> str:
        """The id of the record that a proposal of the paper has for its source: ``paper_of(proposal.enclosed)``."""
        return self.papers[0 if enclosed is None else enclosed + 1]

    def takes_back(self) -> tuple[Written, ...]:
        """Undo it: all files as they were; gives what does it again (``put_all_back``)."""
        return write.put_all_back(self.written)


def take(
    paper: CouncilPaper,
    topic: str | None,
    workspace: Workspace,
    base: Knowledge,
    *,
    name: str = "",
    title: str = "",
    stays: Collection[str] = (),
    meeting: str | None = None,
) -> Taken:
    """Write the paper's record, those of papers enclosed in it, and their questions under a topic, which is made if need be.

    ``base`` is what the workspace holds now; ``name`` stands for a paper that gives neither number nor subject, such as
    its file's; ``title`` is what a new topic is called, else the paper's title; ``stays`` names questions that the paper does
    not ask any more and that a person has let stay. Items of agendas that name the paper learn their topic; ``meeting`` gains
    one where it has none. Raises UsageError without a topic, and BrieferError for a classified paper or where a file cannot
    be written; then nothing is different from before.
    """
    refuse_classified(paper)
    paper, name = cleaned(paper), line(name)
    if not topic:
        best = best_topics(paper, base)
        todo = f"Name one with --topic, perhaps {' or '.join(best)}" if best else "Name one with --topic"
        raise UsageError("It is not said under which topic the questions go", todo=todo)
    named = resolve(topic, base)
    taking = _Taking(workspace, adding.own_folder(workspace), base, stays)
    try:
        return taking.all_of(paper, named, name, line(title), meeting)
    except BaseException:
        write.put_all_back(joined(taking.written))
        raise


def joined(written: list[Written]) -> tuple[Written, ...]:
    """Several writings to the same files as one each; files that are as before are left out."""
    whole: dict[Path, Written] = {}
    for one in written:
        first = whole.get(one.path, one)
        whole[one.path] = Written(one.path, first.before, one.after)
    return tuple(w for w in whole.values() if w.before != w.after)


class _Taking:
    """A paper on its way into the base; ``base`` grows as it is written, so that later entries may name earlier ones."""

    def __init__(self, workspace: Workspace, folder: Path, base: Knowledge, stays: Collection[str] = ()) -> None:
        self.workspace, self.folder, self.base, self.stays = workspace, folder, base, stays
        self.written: list[Written] = []
        self.changes: list[Change] = []

    def all_of(self, paper: CouncilPaper, topic: Resolved, name: str, title: str, meeting: str | None) -> Taken:
        near = () if topic.there else _near(topic.id, self.base)
        papers = self._papers(paper, name)
        if not topic.there:
            self._topic(topic.id, paper, papers[0], title)
        questions: list[str] = []
        for own, one in zip(papers, _with_enclosed(paper), strict=True):
            questions += self._questions(own, one, topic.id)
        self._table(papers[0], topic.id, meeting)
        return Taken(tuple(papers), topic.id, tuple(questions), tuple(self.changes), joined(self.written), near)

    def _table(self, own: str, topic: str, meeting: str | None) -> None:
        for held, written in tabled.put(own, topic, meeting, self.workspace, self.base):
            self.written.append(written)
            day = f"{held.body}, {long_form(held.date)}"
            self.changes.append(Change("meeting", held.meeting, "changed", day, (Differs("items", "", day),)))

    def _papers(self, paper: CouncilPaper, name: str) -> list[str]:
        """The records, those of enclosed papers before the one that names them; gives their ids, the cover's first."""
        inner = [i for one in paper.enclosed for i in self._papers(one, f"{name or 'Paper'}, enclosure")]
        keys = records.record(paper, self.base, self.workspace.settings.markings, name)
        if inner:
            keys["encloses"] = [i for i in inner if i != keys["id"]]
        self._record(keys, titled=bool(paper.subject))
        return [keys["id"], *inner]

    def _record(self, keys: dict[str, Any], *, titled: bool) -> None:
        ident = keys["id"]
        there = self.base.papers.get(ident)
        shown = " ".join(filter(None, (keys.get("number"), keys["title"])))
        if there is None:
            added = adding.add("paper", keys, self.workspace, base=self.base)
            self.changes.append(Change("paper", ident, "new", shown))
        else:
            changed = records.added(there, keys, self.workspace.settings.markings, titled=titled)
            if not changed:
                return
            added = adding.change("paper", ident, changed, self.workspace, self.base)
            was = adding.existing("paper", ident, self.base)
            self.changes.append(Change("paper", ident, "changed", shown, _differences(was, changed)))
        assert isinstance(added.value, Paper)
        self._keep(added, "papers", ident, added.value)

    def _topic(self, ident: str, paper: CouncilPaper, own: str, title: str) -> None:
        title = title or self.base.papers[own].title
        bodies = [b] if paper.to and (b := records.body(paper.to, self.base)) else []
        keys = {"topic": ident, "title": title, "bodies": bodies}
        added = adding.add("topic", keys, self.workspace, base=self.base)
        assert isinstance(added.value, Topic)
        self.changes.append(Change("topic", ident, "new", title))
        self._keep(added, "topics", ident, added.value)

    def _questions(self, own: str, paper: CouncilPaper, topic: str) -> list[str]:
        found = []
        those, gone = asked(own, paper, topic, self.base)
        for one in those:
            if one.there is None and one.newer:
                why = f"{one.newer}, which is later, does not ask it"
                self.changes.append(Change("question", "", "left", one.keys["text"], why=why))
                continue
            if one.there is None and one.actor.actor.id not in self.base.actors:
                self._actor(one.actor.actor)
            found.append(self._question(one, topic))
        named = self.base.papers[own].number or "this paper"
        for entry in gone:
            if entry.id not in self.stays:
                origin = self.base.origins[f"entry:{entry.id}"]
                own = "until you take it out on the screen" if origin.layer == OWN else f"as {origin.called} has it"
                why = f"{named} does not ask it; it stays in your knowledge {own}"
                self.changes.append(Change("question", entry.id, "gone", entry.value.text, why=why))
        return found

    def _actor(self, actor: Actor) -> None:
        self.written.append(write.add_actor(self.folder, actor))
        self.changes.append(Change("actor", actor.id, "new", actor.name))
        self.base = msgspec.structs.replace(self.base, actors={**self.base.actors, actor.id: actor})

    def _question(self, one: Asked, topic: str) -> str:
        text = one.keys["text"]
        if one.there is None:
            added = adding.add("question", {"topic": topic, **one.keys}, self.workspace, base=self.base)
            self.changes.append(Change("question", added.id, "new", text))
        else:
            ident = one.there.id
            if one.newer:
                if one.there.value.text != text:
                    why = f"the base has it from {one.newer}, which is later"
                    self.changes.append(Change("question", ident, "left", text, why=why))
                return ident
            was = {"wording": "gist", **adding.existing("question", ident, self.base)}
            keys = {k: v for k, v in one.keys.items() if (was.get(k) or "") != v}
            if not keys:
                return ident
            added = adding.change("question", ident, keys, self.workspace, self.base)
            self.changes.append(Change("question", ident, "changed", text, _differences(was, keys)))
        assert isinstance(added.value, Question)
        self._keep(added, "entries", added.id, Entry(added.id.partition("/")[0], added.value))
        return added.id

    def _keep(self, added: adding.Added, part: str, ident: str, value: object) -> None:
        """Note a writing, and let the base know of it."""
        self.written.append(added.written)
        kind = {"papers": "paper", "topics": "topic", "entries": "entry"}[part]
        origin = Origin(added.path, added.shown, OWN, self.workspace.called(OWN))
        parts: Mapping[str, Any] = getattr(self.base, part)
        self.base = msgspec.structs.replace(
            self.base, **{part: {**parts, ident: value}}, origins={**self.base.origins, f"{kind}:{ident}": origin}
        )


def _near(topic: str, base: Knowledge) -> tuple[str, ...]:
    """Topics that may have been meant: nearly the same letters, or a word of the name in theirs."""
    from rapidfuzz import fuzz

    words = {word for word in topic.split("-") if len(word) > 3}
    found = nearest(topic, list(base.topics))
    return tuple(one for one in found if words & set(one.split("-")) or fuzz.ratio(topic, one) >= _NEARLY)


def _differences(was: Mapping[str, Any], keys: Mapping[str, Any]) -> tuple[Differs, ...]:
    return tuple(Differs(k, told(was.get(k)), told(v)) for k, v in keys.items())


def told(value: object) -> str:
    """A value of a record as differences show it."""
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")


def _with_enclosed(paper: CouncilPaper) -> list[CouncilPaper]:
    return [paper, *(one for inner in paper.enclosed for one in _with_enclosed(inner))]
