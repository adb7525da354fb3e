"""``briefer check``: every fault in knowledge, templates and briefs, in one list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from briefer import yamlfile
from briefer.brief import review, sharing, store
from briefer.brief.model import Brief
from briefer.dates import is_partial, last_day
from briefer.errors import Fault, UsageError
from briefer.knowledge.check import check as check_base
from briefer.workspace import Workspace, read_with_faults, today


def check(named: str | None, briefs: Sequence[str] = (), as_of: str | None = None) -> list[Fault]:
    """All faults of a workspace, or of the briefs named; those also with what a careful colleague would say.

    ``named`` is the workspace as a command was given it, if it was.
    """
    workspace, faults = read_with_faults(named)
    if briefs:
        folder = workspace.briefs if workspace.root else None
        paths = [store.path_of(name, folder) for name in briefs]
        return [f for path in paths for f in of_brief(path, workspace.shown(path.absolute()), remarks=True)]
    faults += check_base(workspace.knowledge(), day(as_of))
    faults += workspace.templates().faults
    faults += of_languages(workspace)
    faults += of_houses(workspace)
    if workspace.root is not None:
        for path in sorted(workspace.briefs.glob("*.yaml")) if workspace.briefs.is_dir() else ():
            faults += of_brief(path, workspace.shown(path), remarks=False)
    return faults


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

    What a template inherits is looked for in the workspace. Raises UsageError for a file that is neither.
    """
    path = Path(file).expanduser()
    if path.suffix.lower() not in (".docx", ".dotx", ".yaml", ".yml"):
        raise UsageError(
            f"{path.name} is neither a Word file nor a brief template", todo="Name a .docx, .dotx or .yaml"
        )
    if not path.is_file():
        raise UsageError(f"There is no file {file}", todo="Look at the path")
    if path.suffix.lower() in (".yaml", ".yml"):
        faults = sharing.faults_of(path, workspace)
        return {"file": path.name, "faults": [f._asdict() for f in faults]}, []
    from briefer.word import house_check

    found = house_check.report(path)
    return found, house_check.lines(found)


def day(as_of: str | None) -> str:
    """The day that a command was given, or today; raises UsageError for one that is no date."""
    if as_of is None:
        return today()
    if not is_partial(as_of):
        raise UsageError(f"“{as_of}” is not a date", todo="Write it like 2025-06-10")
    return last_day(as_of).isoformat()


def of_brief(path: Path, name: str, *, remarks: bool) -> list[Fault]:
    """The faults of one brief's file; with ``remarks`` its findings as warnings, at the place of their block."""
    try:
        text = yamlfile.read_text(path, name)
    except yamlfile.Refused as refused:
        return refused.faults
    brief, faults = store.parse(text, name)
    if brief is None:
        return faults
    node = yamlfile.compose(text, name)
    found = []
    if brief.brief != path.stem:
        message = f"The brief is called “{brief.brief}” but its file {path.name}; give both the same name"
        found.append(yamlfile.fault_at(yamlfile.at(node, "brief"), name, "warning", "file-name", message))
    if not remarks:
        return found
    for finding in review.findings(brief):
        place = yamlfile.at(node, *_path(brief, finding))
        found.append(yamlfile.fault_at(place, name, "warning", finding.code, finding.message))
    return found


def _path(brief: Brief, finding: review.Finding) -> tuple[str | int, ...]:
    for i, section in enumerate(brief.sections):
        if section.id == finding.section:
            for j, block in enumerate(section.blocks):
                if block.id == finding.block:
                    return "sections", i, "blocks", j
            return "sections", i
    return ()
