"""The history of a brief: versions put by beside it in ``versions/NAME/``, each a whole brief with when, by whom, what for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from briefer import files
from briefer.brief import store
from briefer.brief.model import Brief, Kept
from briefer.errors import BrieferError, UsageError
from briefer.files import Stamp
from briefer.workspace import Workspace, today

_NAME = re.compile(r"(\d+)-(draft|clearance|cleared)")
_VERSION_LINE = re.compile(r"(?m)^version:.*$")
_BRIEF_LINE = re.compile(r"(?m)^format:.*$")


class Version(NamedTuple):
    """One version that was put by."""

    number: int
    state: str
    path: Path
    brief: Brief | None
    fault: str = ""
    """Why it cannot be read."""

    @property
    def name(self) -> str:
        """As its file is called: ``2-clearance``."""
        return self.path.stem

    @property
    def kept(self) -> Kept | None:
        """When, by whom and what for."""
        return self.brief.kept if self.brief else None

    @property
    def sent(self) -> bool:
        """Whether it went out as a final note."""
        return bool(self.kept and self.kept.sent)


def folder_of(path: Path) -> Path:
    """Where the versions of the brief in this file lie."""
    return path.parent / "versions" / path.stem


def versions(workspace: Workspace, name: str, *, path: Path | None = None) -> list[Version]:
    """The versions of a brief, oldest first; ``path`` is its file where that is not in ``briefs/``."""
    if path is None and workspace.root is None:
        return []
    return [_read(workspace, one) for one in _paths(path or workspace.briefs / f"{name}.yaml")]


def read(workspace: Workspace, name: str, which: str, *, path: Path | None = None) -> Version:
    """The version of this number (``2``) or name (``2-clearance``); raises BrieferError where there is none or it is broken."""
    there = _paths(path or workspace.briefs / f"{name}.yaml")
    wanted = which.strip().removeprefix("v").removesuffix(".yaml")
    for one in there:
        if wanted in (one.stem, one.stem.partition("-")[0]):
            return _sound(_read(workspace, one))
    known = f"There are {', '.join(p.stem for p in there)}" if there else "Keep one with briefer keep"
    raise UsageError(f"There is no version {which} of {name}", todo=known)


def measured_against(workspace: Workspace, name: str, *, path: Path | None = None) -> Version:
    """The version that changes are told from where nobody names one: the last sent, else the last kept.

    Raises BrieferError where none was kept.
    """
    there = [v for v in versions(workspace, name, path=path) if v.brief is not None]
    if not there:
        raise BrieferError(
            f"No version of {name} has been kept yet", todo=f"Keep one with briefer keep {name}", code="no-version"
        )
    return next((v for v in reversed(there) if v.sent), there[-1])


def keep(
    workspace: Workspace,
    brief: Brief,
    note: str | None = None,
    by: str | None = None,
    on: str | None = None,
    *,
    sent: bool = False,
    path: Path | None = None,
) -> Path:
    """Put a brief by as it is, in a file of its own that nothing writes over; the brief itself counts on, see ``counted_on``.

    ``by`` is else the drafter of the settings, or nobody; ``on`` is else today. Raises BrieferError where it cannot be
    written.
    """
    home = folder_of(path or workspace.briefs / f"{brief.brief}.yaml")
    kept = Kept(on=on or today(), by=_said(by) or workspace.settings.drafter, note=_said(note), sent=sent)
    number = max(brief.version, 1 + max((number_of(p) for p in _in(home)), default=0))
    while True:
        target = home / f"{number}-{brief.state}.yaml"
        try:
            files.write(target, store.dump(replace(brief, version=number, kept=kept)), expected=files.NEW)
        except BrieferError as error:
            if error.code != "exists":
                raise
            number += 1  # somebody kept one at the same moment
        else:
            return target


def keep_new(
    workspace: Workspace,
    brief: Brief,
    note: str | None = None,
    by: str | None = None,
    on: str | None = None,
    *,
    sent: bool = False,
    path: Path | None = None,
) -> tuple[Path, bool]:
    """As ``keep``, unless the last version kept says the same already; also gives whether it was kept now.

    One that is sent by now, and was only kept until then, is noted as sent.
    """
    there = versions(workspace, brief.brief, path=path)
    last = there[-1] if there else None
    if last is None or last.brief is None or not says_the_same(last.brief, brief):
        return keep(workspace, brief, note, by, on, sent=sent, path=path), True
    if sent and not last.sent:
        was = last.kept or Kept(on=on or today())
        noted = replace(last.brief, kept=replace(was, sent=True, note=was.note or _said(note)))
        files.write(last.path, store.dump(noted), expected=Stamp.of(last.path))
    return last.path, False


def as_sent(workspace: Workspace, brief: Brief, *, path: Path | None = None) -> Brief:
    """The brief with the number under which a final note of it goes out: its own, or that of the version kept of it."""
    there = versions(workspace, brief.brief, path=path)
    if there and (last := there[-1]).brief is not None and says_the_same(last.brief, brief):
        return replace(brief, version=last.number)
    return replace(brief, version=max(brief.version, 1 + max((v.number for v in there), default=0)))


def counted_on(brief: Brief, kept: Path) -> Brief:
    """The brief that is worked on once a version of it is kept: the next one."""
    return replace(brief, version=max(brief.version, number_of(kept) + 1), kept=None)


def numbered(brief: Brief, path: Path) -> Brief:
    """The brief in a file with a number above those of the versions kept of it, whichever state of it this is."""
    return replace(brief, version=max(brief.version, 1 + max((number_of(p) for p in _paths(path)), default=0)))


def count_on(path: Path, kept: Path, *, expected: Stamp | None = None) -> Stamp:
    """Let the brief in a file count on, all else in the file left as it is; see ``files.write`` for ``expected``."""
    text = path.read_text("utf-8")
    line = f"version: {number_of(kept) + 1}"
    found = _VERSION_LINE.search(text)
    if found and found[0].partition(":")[2].strip().isdigit():
        if int(found[0].partition(":")[2]) > number_of(kept):
            return Stamp.of_bytes(text.encode())
        return files.write(path, text[: found.start()] + line + text[found.end() :], expected=expected)
    after = _BRIEF_LINE.search(text)
    at = after.end() if after else 0
    return files.write(path, text[:at] + ("\n" + line if after else line + "\n") + text[at:], expected=expected)


def says_the_same(one: Brief, other: Brief) -> bool:
    """Whether two briefs are the same version: all that is in them, but for number, keeping and accepted remarks."""
    return _bare(one) == _bare(other)


def follow(old: Path, new: Path) -> None:
    """Let the versions go where their brief's file has gone."""
    home, target = folder_of(old), folder_of(new)
    if home.is_dir() and home != target:
        files.move(home, target)


def number_of(path: Path) -> int:
    """The number of a version's file."""
    return int(path.stem.partition("-")[0])


def _bare(brief: Brief) -> str:
    return store.dump(replace(brief, version=1, kept=None, accepted=()))


def _said(text: str | None) -> str | None:
    return (" ".join(text.split()) or None) if text else None


def _paths(path: Path) -> list[Path]:
    return _in(folder_of(path))


def _in(home: Path) -> list[Path]:
    found = [p for p in home.glob("*.yaml") if _NAME.fullmatch(p.stem)] if home.is_dir() else []
    return sorted(found, key=lambda p: (number_of(p), p.stem))


def _read(workspace: Workspace, path: Path) -> Version:
    number, _, state = path.stem.partition("-")
    try:
        return Version(int(number), state, path, store.read(path, workspace.shown(path.absolute())))
    except BrieferError as error:
        return Version(int(number), state, path, None, str(error))


def _sound(version: Version) -> Version:
    if version.brief is None:
        raise BrieferError(f"Version {version.number} cannot be read: {version.fault}")
    return version
