"""Briefs put away: out of the list and out of the way, but never destroyed."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from briefer import files
from briefer.brief import making, versions
from briefer.brief.model import Brief
from briefer.errors import BrieferError
from briefer.workspace import Workspace


def found(workspace: Workspace) -> tuple[Path, ...]:
    """The briefs that are put away, the latest first."""
    if workspace.root is None:
        return ()
    there = [(p.stat().st_mtime_ns, p) for p in _folder(workspace).glob("*.yaml")]
    return tuple(p for _, p in sorted(there, reverse=True))


def put_away(workspace: Workspace, path: Path) -> Path:
    """Move a brief's file out of ``briefs/``, its versions with it; where it lies now.

    Raises BrieferError where it cannot be moved.
    """
    return _moved(path, _folder(workspace))


def bring_back(workspace: Workspace, path: Path) -> Path:
    """Move it back into ``briefs/``, under a name that is free; where it lies now."""
    return _moved(path, workspace.briefs)


def copy(brief: Brief) -> Brief:
    """A new brief like this one, to be worked on: a draft again, cleared by nobody."""
    return replace(brief, state="draft", version=1, cleared_by=None)


def _folder(workspace: Workspace) -> Path:
    return workspace.needed() / ".briefer" / "away"


def _moved(path: Path, folder: Path) -> Path:
    target = folder / f"{making.free_name(folder, path.stem)}.yaml"
    files.move(path, target)
    try:
        versions.follow(path, target)
    except BrieferError:
        files.move(target, path)
        raise
    return target
