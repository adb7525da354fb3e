"""What is wrong with a base that loads: dangling references (errors); out of date, disputed, superseded (warnings)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from yaml.nodes import Node, ScalarNode

from briefer import yamlfile
from briefer.dates import is_older, long_form, on_long_form
from briefer.errors import Fault, did_you_mean
from briefer.knowledge.base import Entry, Knowledge, Origin
from briefer.knowledge.entries import Position, Question, Statement


class _Finding(NamedTuple):
    owner: str
    """Whose file it stands in, by ``kind:id``."""
    path: tuple[str | int, ...]
    """Keys and positions below the owner."""
    severity: str
    code: str
    message: str


def check(base: Knowledge, on: str, review_after: str | None = None) -> list[Fault]:
    """Every finding in the base, those of loading included, as of a day, ordered by file and line.

    ``review_after`` is the age (``12 months``) from which on a statement is to be looked at again.
    """
    places = _Places(base.origins)
    found = [*base.faults, *(places.fault(f) for f in (*_references(base), *_standing(base, on, review_after)))]
    return sorted(found, key=lambda f: (f.file, f.line, f.column, f.code))


def _standing(base: Knowledge, on: str, review_after: str | None) -> Iterator[_Finding]:
    for entry in base.entries.values():
        if not isinstance(entry.value, Statement):
            continue
        owner = f"entry:{entry.id}"
        standing = base.standing(entry, on)
        if standing.out_of_date and entry.value.valid_until:
            until = long_form(entry.value.valid_until)
            message = f"{entry.id} is out of date: it was valid until {until}; look for what holds now"
            yield _Finding(owner, ("valid_until",), "warning", "out-of-date", message)
        for other in standing.disputed:
            message = f"{entry.id} is disputed by {other}; use neither without the other"
            yield _Finding(owner, ("disputed_by",), "warning", "disputed", message)
        if standing.superseded_by:
            message = f"{entry.id} is superseded by {standing.superseded_by}; use that instead"
            yield _Finding(owner, ("superseded_by",), "warning", "superseded", message)
        over = standing.out_of_date or standing.superseded_by
        if review_after and not over and is_older(entry.value.as_of, review_after, on):
            said = on_long_form(entry.value.as_of)
            message = f"{entry.id} says how it was {said}, more than {review_after} ago; see whether it still holds"
            yield _Finding(owner, ("as_of",), "warning", "old", message)


def _references(base: Knowledge) -> Iterator[_Finding]:
    for entry in base.entries.values():
        yield from _entry_references(base, entry)
    for paper in base.papers.values():
        for key in ("encloses", "cites"):
            for i, ref in enumerate(getattr(paper, key)):
                yield from _missing(ref, base.papers.__contains__, base.papers, "paper", f"paper:{paper.id}", key, i)
    for meeting in base.meetings.values():
        owner = f"meeting:{meeting.meeting}"
        for i, item in enumerate(meeting.items):
            for j, ref in enumerate(item.topics):
                yield from _missing(ref, base.topics.__contains__, base.topics, "topic", owner, "items", i, "topics", j)
            for j, ref in enumerate(item.papers):
                yield from _missing(ref, base.papers.__contains__, base.papers, "paper", owner, "items", i, "papers", j)


def _entry_references(base: Knowledge, entry: Entry) -> Iterator[_Finding]:
    owner, value = f"entry:{entry.id}", entry.value
    papers, topics, actors = base.papers, base.topics, base.actors
    for i, ref in enumerate(value.topics):
        yield from _missing(ref, topics.__contains__, topics, "topic", owner, "topics", i)
    if isinstance(value, Question):
        yield from _missing(value.paper, papers.__contains__, papers, "paper", owner, "paper")
        if value.via:
            yield from _missing(value.via, papers.__contains__, papers, "paper", owner, "via")
        yield from _missing(value.asked_by, actors.__contains__, actors, "actor", owner, "asked_by")
        return
    many = not hasattr(value.source, "paper")
    for i, cite in enumerate(value.cites):
        at = ("source", i) if many else ("source",)
        yield from _missing(cite.paper, papers.__contains__, papers, "paper", owner, *at, "paper")
        if cite.via:
            yield from _missing(cite.via, papers.__contains__, papers, "paper", owner, *at, "via")
    if isinstance(value, Position):
        yield from _missing(value.actor, actors.__contains__, actors, "actor", owner, "actor")

    def known(ref: str) -> bool:
        return base.resolve(ref, entry.topic) in base.entries

    for i, ref in enumerate(value.disputed_by):
        yield from _missing(ref, known, base.entries, "entry", owner, "disputed_by", i)
    if value.superseded_by:
        yield from _missing(value.superseded_by, known, base.entries, "entry", owner, "superseded_by")


def _missing(
    ref: str, known: Callable[[str], bool], names: Iterable[str], kind: str, owner: str, *path: str | int
) -> Iterator[_Finding]:
    if not known(ref):
        nearest = did_you_mean(ref, list(names))
        yield _Finding(owner, path, "error", "dangling", f"There is no {kind} “{ref}”; {nearest}")


class _Places:
    """Where the findings stand; a file is read again only when one of its entries has one."""

    def __init__(self, origins: Mapping[str, Origin]) -> None:
        self._origins = origins
        self._roots: dict[Path, tuple[Node | None, dict[str, Node]]] = {}

    def fault(self, finding: _Finding) -> Fault:
        origin = self._origins[finding.owner]
        node = yamlfile.at(self._owner(origin.path, finding.owner), *finding.path)
        return yamlfile.fault_at(node, origin.name, finding.severity, finding.code, finding.message)

    def _owner(self, path: Path, owner: str) -> Node | None:
        if path not in self._roots:
            root = yamlfile.compose(yamlfile.read_text(path, path.name), path.name)
            self._roots[path] = (root, {})
            kind, lists = owner.split(":", 1)[0], {"entry": ("facts", "positions", "questions"), "paper": ("papers",)}
            for name in lists.get(kind, ()):
                members = yamlfile.at(root, name)
                for member in getattr(members, "value", ()) if members is not root else ():
                    ident = yamlfile.at(member, "id")
                    if isinstance(ident, ScalarNode):
                        self._roots[path][1].setdefault(ident.value, member)
        root, members_by_id = self._roots[path]
        return members_by_id.get(owner.split(":", 1)[1].rpartition("/")[2], root)
