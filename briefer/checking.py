"""``briefer check``: every fault in knowledge, templates and briefs, in one list."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from briefer import yamlfile
from briefer.brief import review, sharing, store
from briefer.brief.model import Brief
from briefer.dates import is_partial, last_day
from briefer.errors import Fault, UsageError, did_you_mean, sentence
from briefer.files import Stamp
from briefer.knowledge.check import check as check_base
from briefer.workspace import Workspace, read_with_faults, today


class Held(NamedTuple):
    """Briefs by name, and what they are held against."""

    briefs: Sequence[str] = ()
    as_of: str | None = None
    ceiling: str | None = None
    """The highest marking that may go out."""


class Accepted(NamedTuple):
    """A remark that somebody has accepted."""

    fault: Fault
    row: str
    """A block's id, else ``section:ID``, else ``brief``."""
    reason: str
    by: str | None
    on: str | None


def check(named: str | None, held: Held = Held()) -> list[Fault]:  # noqa: B008
    """All faults of a workspace, or of the briefs named; those also with what a careful colleague would say.

    ``named`` is the workspace as a command was given it, if it was.
    """
    workspace, faults = read_with_faults(named)
    if held.briefs:
        return [f for one in _checked(workspace, held) for f in one.faults]
    faults += check_base(workspace.knowledge(), day(held.as_of), workspace.settings.review_after)
    faults += workspace.templates().faults
    faults += of_languages(workspace)
    faults += of_houses(workspace)
    if workspace.root is not None:
        for path in sorted(workspace.briefs.glob("*.yaml")) if workspace.briefs.is_dir() else ():
            faults += _Checked(workspace, path, None).faults
    return faults


def accepted(named: str | None, held: Held) -> list[Accepted]:
    """The remarks on the briefs named that were accepted and still say the same."""
    workspace, _ = read_with_faults(named)
    return [a for one in _checked(workspace, held) for a in one.accepted]


def accept(named: str | None, held: Held, wanted: Sequence[str], reason: str) -> list[Accepted]:
    """Accept remarks on one brief, each given as ``CODE``, all of that kind, or ``CODE@BLOCK``; returns them.

    Raises UsageError where there is no such remark or no reason, BrieferError where one cannot be accepted; nothing is
    written then.
    """
    workspace, path, stamp, brief = _one(named, held)
    against = _against(workspace, held)(path)
    before = brief
    for code in wanted:
        for finding in _meant(code, review.reviewed(before, against).open, brief):
            brief = review.accept(brief, finding, reason, workspace.settings.drafter or brief.drafter, today())
    store.write(brief, path, expected=stamp)
    new = {(a.code, a.row) for a in brief.accepted if a not in before.accepted}
    return [one for one in _Checked(workspace, path, against).accepted if (one.fault.code, one.row) in new]


def unaccept(named: str | None, held: Held, wanted: Sequence[str]) -> list[Fault]:
    """Take back what was accepted, each given as for ``accept``; returns the remarks that are open again.

    Raises UsageError where nothing of the kind was accepted.
    """
    workspace, path, stamp, brief = _one(named, held)
    against = _against(workspace, held)(path)
    before = _Checked(workspace, path, against).faults
    standing = {given: finding.row for finding, given in review.reviewed(brief, against).accepted}
    for code in wanted:
        kind, _, row = code.partition("@")
        rows = {a: {"", a.row, a.row.removeprefix("section:"), standing.get(a, "")} for a in brief.accepted}
        found = [a for a in brief.accepted if a.code == kind and row in rows[a]]
        if not found:
            known = sorted({f"{a.code}@{a.row.removeprefix('section:')}" if row else a.code for a in brief.accepted})
            raise UsageError(f"Nothing is accepted as {code}", todo=sentence(did_you_mean(code, known)))
        for one in found:
            brief = review.unaccept(brief, one)
    store.write(brief, path, expected=stamp)
    return [f for f in _Checked(workspace, path, against).faults if f[3:] not in [b[3:] for b in before]]


def _meant(code: str, found: Sequence[review.Finding], brief: Brief) -> list[review.Finding]:
    kind, _, row = code.partition("@")
    meant = [f for f in found if f.code == kind and row in ("", f.row, f.section, f.row.removeprefix("section:"))]
    meant = [f for f in meant if not row or f.row in (row, f"section:{row}")] or meant
    if not meant:
        known = sorted({f"{f.code}@{f.row.removeprefix('section:')}" if row else f.code for f in found})
        hint = did_you_mean(code, known) if known else f"briefer check {brief.brief} finds nothing to remark"
        raise UsageError(f"There is no open remark {code} on this brief", todo=sentence(hint))
    return meant


def _one(named: str | None, held: Held) -> tuple[Workspace, Path, Stamp | None, Brief]:
    """The one brief that is to be changed, with its file as it was when it was read."""
    workspace, _ = read_with_faults(named)
    if len(held.briefs) != 1:
        raise UsageError(
            "Remarks are accepted on one brief at a time", todo="Name the brief: briefer check BRIEF --accept …"
        )
    (path,) = _paths(workspace, held)
    stamp = Stamp.of(path)
    return workspace, path, stamp, store.read(path, workspace.shown(path.absolute()))


def _paths(workspace: Workspace, held: Held) -> list[Path]:
    folder = workspace.briefs if workspace.root else None
    return [store.path_of(name, folder) for name in held.briefs]


def _checked(workspace: Workspace, held: Held) -> list[_Checked]:
    against = _against(workspace, held)
    return [_Checked(workspace, path, against(path)) for path in _paths(workspace, held)]


def _against(workspace: Workspace, held: Held) -> Callable[[Path], review.Against]:
    """What the brief in a file is held against: the base only where it lies in the workspace, as it was made from that."""
    on = day(held.as_of) if held.as_of else None
    apart = review.Against(None, None, workspace.settings.review_after, held.ceiling, on)
    known: list[review.Against] = []

    def against(path: Path) -> review.Against:
        if workspace.root is None or not path.absolute().is_relative_to(workspace.root):
            return apart
        if not known:
            known.append(apart._replace(base=workspace.knowledge()))
        return known[0]

    return against


def of_languages(workspace: Workspace) -> list[Fault]:
    """The faults of the language files of a workspace and its layers; the shipped ones are ours to check."""
    from briefer.word import languages

    folders = workspace.folders("languages")
    return [f for folder in folders if folder.is_dir() for f in languages.check(folder, workspace.shown(folder))]


def of_houses(workspace: Workspace) -> list[Fault]:
    """The faults of the house styles of a workspace and its layers, and of the one that its settings name."""
    from briefer.word import house, house_check

    folders = [folder for folder in workspace.folders("house-styles") if folder.is_dir()]
    found: list[Fault] = []
    for path in (p for folder in folders for p in sorted(folder.iterdir()) if p.suffix.lower() in house.ENDINGS):
        shown = workspace.shown(path)
        found += [Fault(**f)._replace(file=shown, line=1, column=1) for f in house_check.report(path)["faults"]]
    name = workspace.settings.house_style
    if name and not (workspace.root and (workspace.root / name).is_file()):
        try:
            house.find(name, folders)
        except UsageError as error:
            found.append(Fault("briefer.yaml", 1, 1, "error", "house-style", f"{error.what}; {error.todo}"))
    return found


def of_template(file: str, workspace: Workspace | None = None) -> tuple[dict[str, Any], list[str]]:
    """What there is in a house style or a brief template: as data, and in lines for a person.

    ``file`` is a path or a name, of a house style or else of a brief template; the YAML beside a house style stands for
    its Word file. What a template inherits is looked for in the workspace. Raises UsageError for what is neither.
    """
    path = _named(file, workspace)
    if path.suffix.lower() in (".yaml", ".yml"):
        faults = sharing.faults_of(path, workspace)
        return {"file": path.name, "faults": [f._asdict() for f in faults]}, []
    from briefer.word import house_check

    found = house_check.report(path)
    return found, house_check.lines(found)


def _named(file: str, workspace: Workspace | None) -> Path:
    """The file of a house style or brief template, by its path (from here or from the workspace) or by its name."""
    from briefer.word import house

    path = Path(file).expanduser()
    root = workspace.root if workspace else None
    if root is not None and not path.exists() and (root / path).exists():
        path = root / path
    ending = path.suffix.lower()
    if ending in (".yaml", ".yml") and not _is_template(path):
        beside = next((p for e in house.ENDINGS if (p := path.with_suffix(e)).is_file()), None)
        if beside is not None:
            return beside
        if path.is_file() and path.absolute().parent.name == "house-styles":
            raise UsageError(
                f"There is no Word file beside {path.name}", todo=f"Put {path.stem}.docx or {path.stem}.dotx there"
            )
    if ending in (*house.ENDINGS, ".yaml", ".yml"):
        if not path.is_file():
            raise UsageError(f"There is no file {file}", todo="Look at the path")
        return path
    if path.is_file() or path.name != file:
        what = f"{path.name} is neither a Word file nor a brief template"
        raise UsageError(what, todo="Name a .docx, .dotx or .yaml, or a house style by its name")
    templates = workspace.templates() if workspace else None
    broken = {Path(f.file).stem: f.file for f in templates.faults} if templates else {}
    try:
        return house.find(file, workspace.folders("house-styles") if workspace else ())
    except UsageError as error:
        if templates and file in templates.files:
            return templates.files[file].path
        if root is not None and file in broken and (root / broken[file]).is_file():
            return root / broken[file]
        raise UsageError(
            f"There is neither a house style nor a template “{file}”", todo=error.todo or "Name a file"
        ) from None


def _is_template(path: Path) -> bool:
    """Whether a YAML file is a brief template, which says its name first."""
    try:
        return bool(re.search(r"^template\s*:", path.read_text("utf-8", "replace"), re.MULTILINE))
    except OSError:
        return False


def day(as_of: str | None) -> str:
    """The day that a command was given, or today; raises UsageError for one that is no date."""
    if as_of is None:
        return today()
    if not is_partial(as_of):
        raise UsageError(f"“{as_of}” is not a date", todo="Write it like 2025-06-10")
    return last_day(as_of).isoformat()


class _Checked:
    """One brief's file: its faults, and with ``against`` its remarks as warnings at the place of their block."""

    def __init__(self, workspace: Workspace, path: Path, against: review.Against | None) -> None:
        self.faults: list[Fault] = []
        self.accepted: list[Accepted] = []
        self._name = name = workspace.shown(path.absolute())
        try:
            text = yamlfile.read_text(path, name)
        except yamlfile.Refused as refused:
            self.faults = refused.faults
            return
        brief, self.faults = store.parse(text, name)
        if brief is None:
            return
        self._node = yamlfile.compose(text, name)
        if brief.brief != path.stem:
            message = f"The brief is called “{brief.brief}” but its file {path.name}; give both the same name"
            self.faults.append(
                yamlfile.fault_at(yamlfile.at(self._node, "brief"), name, "warning", "file-name", message)
            )
        if against is not None:
            found = review.reviewed(brief, against)
            self.faults += [self._fault(brief, one) for one in found.open]
            self.accepted = [
                Accepted(self._fault(brief, one), given.row, given.reason, given.by, given.on)
                for one, given in found.accepted
            ]

    def _fault(self, brief: Brief, finding: review.Finding) -> Fault:
        place = yamlfile.at(self._node, *_path(brief, finding))
        return yamlfile.fault_at(place, self._name, "warning", finding.code, finding.message)


def _path(brief: Brief, finding: review.Finding) -> tuple[str | int, ...]:
    for i, section in enumerate(brief.sections):
        if section.id == finding.section:
            for j, block in enumerate(section.blocks):
                if block.id == finding.block:
                    return "sections", i, "blocks", j
            return "sections", i
    return ()
