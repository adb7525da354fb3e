"""Reading the workspace, in a thread: what all screens share once it is there."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from briefer import layers, workspace
from briefer.brief import away, review, store
from briefer.brief.marking import unfilled
from briefer.brief.model import Brief
from briefer.brief.review.names import Names
from briefer.brief.templates import Templates
from briefer.errors import BrieferError, Fault
from briefer.journal import Unsaved
from briefer.knowledge.base import Knowledge
from briefer.knowledge.load import Memory
from briefer.knowledge.search import Index
from briefer.workspace import INSTRUCTIONS, Workspace


class Library(Struct, frozen=True, dict=True):
    """The workspace with all that was read in it."""

    workspace: Workspace
    base: Knowledge
    templates: Templates
    unread: tuple[Fault, ...] = ()
    """What in ``briefer.yaml`` cannot be read, where former settings hold instead."""
    writable: tuple[str, ...] = ()
    """What the layers are called that can be written to, one's own first."""

    @cached_property
    def index(self) -> Index:
        """The search index; made when it is first asked for."""
        return Index(self.base)

    @cached_property
    def names(self) -> Names:
        """The names of its actors, for the review; made when they are first asked for."""
        return Names(self.base)

    @property
    def index_made(self) -> Index | None:
        """The search index if it is there already, for who cannot wait for it."""
        made: Index | None = self.__dict__.get("index")
        return made

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What could not be read."""
        return (*self.unread, *self.base.faults, *self.templates.faults)


class Shelved(NamedTuple):
    """A brief on the shelf, as much of it as a list shows."""

    path: Path
    stamp: tuple[int, int]
    """When it was changed and how long it is, to tell whether it must be read again."""
    brief: Brief | None
    fault: str = ""
    """Why it could not be read."""
    to_fill_in: int = 0
    unanswered: int = 0
    out_of_date: int = 0


class Shelf(NamedTuple):
    """The briefs of a workspace, the work that an earlier session left unsaved, and what is put away."""

    briefs: tuple[Shelved, ...] = ()
    unsaved: tuple[Unsaved, ...] = ()
    away: tuple[Path, ...] = ()


def read(named: str | None) -> Library:
    """The workspace of this name, or the one that is found from here; raises BrieferError where it cannot be read."""
    return Reader()(named)


class Reader:
    """Reads the workspace again and again: files that are as they were are not parsed a second time.

    What breaks keeps what it said before, settings as well as entries, until it is mended.
    """

    def __init__(self) -> None:
        self._memory = Memory()
        self._last: Workspace | None = None
        self._templates = Templates({}, ())

    def __call__(self, named: str | None) -> Library:
        """The workspace as it is now; raises BrieferError as ``read``."""
        place, faults = workspace.read_with_faults(named)
        if faults:
            known = self._last if self._last and self._last.root == place.root else None
            if known is not None:
                place = Workspace(place.root, known.settings)
            first, which = faults[0], "former" if known else "usual"
            faults = [
                first._replace(message=f"{first.message}. Until it is mended, the {which} settings hold"),
                *faults[1:],
            ]
        self._forget_others(place)
        self._last = place
        base = place.knowledge(self._memory)
        self._templates = _with_former(place, place.templates(), self._templates, base.away)
        library = Library(place, base, self._templates, tuple(faults), layers.writable(place))
        for topic in library.base.topics:
            library.base.under(topic)
            break
        return library

    def _forget_others(self, place: Workspace) -> None:
        """What another folder said is not what this one said before."""
        if self._last is None or self._last.root != place.root:
            self._memory, self._templates = Memory(), Templates({}, ())
        elif self._last.settings.instructions != place.settings.instructions:
            self._memory.layers.pop(INSTRUCTIONS, None)


def _with_former(place: Workspace, now: Templates, former: Templates, away: frozenset[str]) -> Templates:
    """The templates with those that a layer had before it went away, in the order of the layers."""
    if not away:
        return now
    order = place.labels()
    kept = [f for f in former.files.values() if f.layer in away]
    every = sorted([*now.files.values(), *kept], key=lambda f: order.index(f.layer) if f.layer in order else -1)
    return now._replace(files={f.template.template: f for f in every})


def shelf(place: Workspace, known: tuple[Shelved, ...] = ()) -> Shelf:
    """The briefs, latest first; those unchanged since ``known`` are not read again."""
    if place.root is None:
        return Shelf()
    before = {s.path: s for s in known}
    found: list[Shelved] = []
    for name in store.names(place.briefs):
        path = place.briefs / f"{name}.yaml"
        try:
            stat = path.stat()
        except OSError:
            continue
        stamp = (stat.st_mtime_ns, stat.st_size)
        old = before.get(path)
        found.append(old if old and old.stamp == stamp else _read(place, path, stamp))
    return Shelf(tuple(sorted(found, key=lambda s: -s.stamp[0])), tuple(place.journal.found()), away.found(place))


def _read(place: Workspace, path: Path, stamp: tuple[int, int]) -> Shelved:
    try:
        brief = store.read(path, place.shown(path))
    except BrieferError as error:
        return Shelved(path, stamp, None, str(error))
    late = sum(
        word == "Out of date" for s in brief.sections for b in s.blocks for word, _ in review.notices(b, brief.as_of)
    )
    return Shelved(path, stamp, brief, "", len(unfilled(brief)), len(review.unanswered(brief)), late)
