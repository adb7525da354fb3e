"""``briefer keep``, ``versions`` and ``compare``: versions by what people call them, differences as lines and as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from briefer.brief import store, versions, words
from briefer.brief.compare import BlockChange, Comparison, Field, SectionChange
from briefer.brief.model import Brief, Section, Source
from briefer.dates import long_form
from briefer.errors import BrieferError, UsageError
from briefer.word.since import Since
from briefer.workspace import Workspace

NOW = "now"
#: How far a brief is, in words.
_STATES = {"draft": "draft", "clearance": "for clearance", "cleared": "cleared"}
#: Header fields as people call them, where that is not their key.
FIELDS = {
    "as_of": "as of", "cleared_by": "cleared by", "meeting.body": "meeting", "meeting.date": "date of the meeting",
    "meeting.end": "last day of the meeting", "meeting.place": "place", "meeting.format": "format", "meeting.item": "item",
    "meeting.action": "action",
}  # fmt: skip


class Opened(NamedTuple):
    """A brief and where it lies."""

    brief: Brief
    path: Path
    inside: bool
    """Whether it is one of the workspace's own, whose versions are kept by themselves."""


def opened(workspace: Workspace, name: str) -> Opened:
    """The brief of this name or path; raises BrieferError where there is none or it cannot be read."""
    path = store.path_of(name, workspace.briefs if workspace.root else None).absolute()
    inside = workspace.root is not None and path.parent == workspace.briefs.absolute()
    return Opened(store.read(path, workspace.shown(path)), path, inside)


def found(workspace: Workspace, of: Opened, which: str | None, *, older: bool) -> Brief:
    """What a person means by OLD or NEW: a version's number or name, ``now``, another brief, or nothing for the usual one."""
    if which is None:
        if not older:
            return of.brief
        version = versions.measured_against(workspace, of.path.stem, path=of.path)
        assert version.brief is not None
        return version.brief
    if which == NOW:
        return of.brief
    try:
        version = versions.read(workspace, of.path.stem, which, path=of.path)
    except UsageError as error:
        try:
            return opened(workspace, which).brief
        except UsageError:
            raise error from None
    assert version.brief is not None
    return version.brief


def called(brief: Brief) -> str:
    """A version in words: ``version 2, for clearance, kept on 3 June 2025 by A. Drafter: for the minister``."""
    told = f"version {brief.version}, {_STATES[brief.state]}"
    if brief.kept is None:
        return f"{told}, as it is now"
    kept = brief.kept
    told += f", {'sent' if kept.sent else 'kept'} on {long_form(kept.on)}"
    return told + (f" by {kept.by}" if kept.by else "") + (f": {kept.note}" if kept.note else "")


def row(version: versions.Version) -> dict[str, Any]:
    """One version for a script."""
    kept = version.kept
    return {
        "number": version.number, "state": version.state, "path": str(version.path), "sent": version.sent,
        "on": kept.on if kept else None, "by": kept.by if kept else None, "note": kept.note if kept else None,
        "fault": version.fault or None,
    }  # fmt: skip


def line(version: versions.Version) -> str:
    """One version for a person."""
    if version.brief is None:
        return f"{version.number:>3}  {version.fault}"
    kept = version.kept
    told = f"{version.number:>3}  {_STATES[version.state]:<13}  {kept.on if kept else '':<10}"
    more = [("sent" if version.sent else ""), (kept.by or "") if kept else "", (kept.note or "") if kept else ""]
    return f"{told}  {' · '.join(m for m in more if m)}".rstrip()


def data(one: Comparison) -> dict[str, Any]:
    """A comparison for a script."""
    return {
        "old": _brief(one.old),
        "new": _brief(one.new),
        "differs": one.differs,
        "header": [{"field": f.name, "old": f.old or None, "new": f.new or None} for f in one.header],
        "sections": [
            {
                "section": s.section, "status": s.status, "moved": s.moved,
                "title": {"old": s.old.title if s.old else None, "new": s.new.title if s.new else None},
                "blocks": [_block(b) for b in s.blocks],
            }
            for s in one.sections
        ],
        "sources": {"added": _papers(one.sources_added), "removed": _papers(one.sources_removed)},
    }  # fmt: skip


def _brief(brief: Brief) -> dict[str, Any]:
    kept = brief.kept
    return {
        "brief": brief.brief, "version": brief.version, "state": brief.state, "on": kept.on if kept else None,
        "by": kept.by if kept else None, "note": kept.note if kept else None, "sent": bool(kept and kept.sent),
    }  # fmt: skip


def _block(change: BlockChange) -> dict[str, Any]:
    one = change.new or change.old
    return {
        "block": change.block, "status": change.status, "moved": change.moved, "was_in": change.was_in or None,
        "role": one.role if one else None, "old": change.old.text if change.old else None,
        "new": change.new.text if change.new else None, "pieces": [p._asdict() for p in change.pieces],
        "sources_added": _papers(change.sources_added), "sources_removed": _papers(change.sources_removed),
    }  # fmt: skip


def _papers(sources: tuple[Source, ...]) -> list[dict[str, Any]]:
    return [{"paper": s.paper, "at": s.at} for s in sources]


def lines(one: Comparison) -> list[str]:
    """A comparison for a person: what differs only, with signs that hold without colour."""
    out = [f"old: {called(one.old)}", f"new: {called(one.new)}"]
    if not one.differs:
        return [*out, "", "They say the same."]
    if one.header:
        out += ["", "Header"]
        out += [
            f"  {FIELDS.get(f.name, f.name)}: {field(_in_words(f, f.old), _in_words(f, f.new))}" for f in one.header
        ]
    for section in one.sections:
        if section.differs:
            out += ["", _heading(section)]
            for block in section.blocks:
                if block.differs:
                    out += ["  " + part for part in told(block, one.old)]
    for sign, sources in (("+", one.sources_added), ("-", one.sources_removed)):
        if sources:
            out += ["", "Papers cited by now" if sign == "+" else "Papers no longer cited"]
            out += [f"  {sign} {paper(s)}" for s in sources]
    return out


def _in_words(of: Field, value: str) -> str:
    return _STATES.get(value, value) if of.name == "state" else value


def field(old: str, new: str) -> str:
    """A header line that changed, with the signs of texts."""
    return words.signed([*([words.Piece("gone", old)] if old else []), *([words.Piece("new", new)] if new else [])])


def _heading(section: SectionChange) -> str:
    name = words.signed(section.title) or section.section
    marks = [section.status if section.status in ("added", "removed") else "", "moved" if section.moved else ""]
    limits = "limits changed" if section.status == "changed" and _limits(section) else ""
    told = ", ".join(m for m in (*marks, limits) if m)
    return f"{name} ({told})" if told else name


def _limits(section: SectionChange) -> bool:
    def of(one: Section | None) -> object:
        return one and (one.minutes, one.words, one.disclosable)

    return of(section.old) != of(section.new)


def told(change: BlockChange, old: Brief) -> list[str]:
    """What became of a block, in lines for a person: a sign for the margin, its words, then what is beside them."""
    sign = {"added": "+", "removed": "-", "changed": "~", "same": ">"}[change.status]
    text = words.signed(change.pieces).replace("\n", "\n    ") or "(no words)"
    return [f"{sign} {text}", *(f"    {line}" for line in beside(change, old))]


def beside(change: BlockChange, old: Brief) -> list[str]:
    """What a block's words do not tell: where it came from, its sources, that only what stands around them changed."""
    out: list[str] = []
    if change.moved:
        home = next((s.title or s.id for s in old.sections if s.id == change.was_in), "")
        out.append(f"moved from {home}" if home else "moved")
    if change.status == "changed" and change.old is not None and change.new is not None:
        if change.old.text == change.new.text and not (change.sources_added or change.sources_removed):
            out.append("the same words; day, dispute, role or marking changed")
        out += [f"+ source: {paper(s)}" for s in change.sources_added]
        out += [f"- source: {paper(s)}" for s in change.sources_removed]
    return out


def paper(source: Source) -> str:
    """A source by its name and place."""
    name = " ".join(p for p in (source.issuer, source.number) if p) or source.title or source.paper
    return f"{name}, {source.at}" if source.at else name


def since(
    workspace: Workspace, brief: Brief, path: Path, *, revised: bool, addendum: bool, version: str | None
) -> Since:
    """What a revised note or an addendum is measured against; raises UsageError where not just one of the two is asked for."""
    if revised == addendum:
        what = "A note is either revised or an addendum" if revised else "--since needs --revised or --addendum"
        raise UsageError(what, todo="Give one of --revised and --addendum")
    of = Opened(brief, path, True)
    return Since(found(workspace, of, version, older=True), "revised" if revised else "addendum")


def keep_sent(workspace: Workspace, brief: Brief, path: Path, note: Path) -> tuple[Path | None, str]:
    """Keep what went out as a final note, unless it is the last version kept, and let the brief count on.

    Gives the version's file, and in one sentence why there is none: the note is written already, and stays.
    """
    try:
        kept, new = versions.keep_new(workspace, brief, f"sent as {note.name}", sent=True)
        if new:
            versions.count_on(path, kept)
    except BrieferError as error:
        return None, f"The note is written, but the version sent could not be kept: {error}"
    return kept, ""
