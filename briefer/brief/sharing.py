"""One template as one file: shown with where each section comes from, written out to hand on, taken in from others."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from briefer import files, yamlfile
from briefer.brief import inheriting, shape
from briefer.brief.inheriting import Layer
from briefer.brief.templates import SectionFrom, SectionRecipe, TemplateFile, Templates
from briefer.errors import BrieferError, Fault, UsageError
from briefer.workspace import Workspace

_ENDINGS = (".yaml", ".yml")


def origins(file: TemplateFile) -> tuple[SectionFrom, ...]:
    """Where each section of a template comes from."""
    own = (SectionFrom(file.template.template, file.layer, file.path, file.name, i) for i in range(_count(file)))
    return file.sections or tuple(own)


def _count(file: TemplateFile) -> int:
    return len(file.template.sections)


def as_data(file: TemplateFile) -> dict[str, Any]:
    """A template for a script: what it extends, its sections, and where each of them comes from."""
    one = file.template
    return {
        "id": one.template, "title": one.title, "summary": one.summary, "bodies": list(one.bodies), "file": file.name,
        "layer": file.layer, "extends": [{"id": name, "layer": layer} for name, layer in file.chain],
        "sections": [
            {
                "id": s.id, "role": s.role, "title": s.title, "disclosable": s.disclosable, "minutes": s.minutes,
                "words": s.words, "blocks": len(s.blocks),
                "from": {"template": o.template, "layer": o.layer, "file": o.name}, "changed_by": list(o.changed_by),
            }
            for s, o in zip(one.sections, origins(file), strict=True)
        ],
    }  # fmt: skip


def in_words(file: TemplateFile) -> list[str]:
    """The same for a person."""
    one = file.template
    lines = [f"{one.title}  ({one.template}, {file.name})"]
    lines += [one.summary] if one.summary else []
    lines += [f"For {', '.join(one.bodies)}"] if one.bodies else []
    if file.chain:
        lines.append(f"Extends {chain_in_words(file)}")
    for section, origin in zip(one.sections, origins(file), strict=True):
        told = f"  {section.id:<20} {section.title}{_limits(section)}"
        lines.append(f"{told}  [{from_in_words(file, origin)}]" if file.chain else told)
    return lines


def chain_in_words(file: TemplateFile) -> str:
    """What a template extends, the nearest first: ``standing (unit), full-brief (shipped)``."""
    return ", ".join(f"{name} ({_layer(layer)})" for name, layer in file.chain)


def from_in_words(file: TemplateFile, origin: SectionFrom) -> str:
    """Where a section comes from; of templates of one name the layer tells which."""
    names = [file.template.template, *(name for name, _ in file.chain)]
    label = f"{origin.template} ({_layer(origin.layer)})" if names.count(origin.template) > 1 else origin.template
    return f"{label}, changed by {', '.join(origin.changed_by)}" if origin.changed_by else label


def _layer(label: str) -> str:
    return "yours" if label == "knowledge" else label


def _limits(section: SectionRecipe) -> str:
    parts = [f"{section.minutes:g} min" if section.minutes else "", f"{section.words} words" if section.words else "",
             "" if section.disclosable else "not for disclosure"]  # fmt: skip
    told = ", ".join(p for p in parts if p)
    return f" ({told})" if told else ""


def export(file: TemplateFile, target: Path, *, as_is: bool = False, force: bool = False) -> Path:
    """Write a template to one file that stands alone, or as it is written; where it lies then.

    ``target`` is a file or a folder. Raises BrieferError where the file exists and ``force`` is not set.
    """
    if target.is_dir():
        target = target / f"{file.template.template}.yaml"
    if target.suffix.lower() not in _ENDINGS:
        raise UsageError(f"{target.name} does not end in .yaml", todo="Name a .yaml file, or a folder")
    if not target.parent.is_dir():
        raise BrieferError("There is no such folder", where=str(target.parent), todo="Make it, or choose another")
    text = yamlfile.read_text(file.path, file.name) if as_is else shape.dump(file.template)
    files.write(target, text, expected=None if force else files.NEW)
    return target.absolute()


def take_in(workspace: Workspace, source: Path, *, force: bool = False) -> Path:
    """Copy a template's file into the workspace's ``templates/`` under the template's own name; where it lies then.

    Raises BrieferError with the first fault where it could not be used there, such as what it extends not being known;
    and where there is a template of that name already, unless ``force`` is set.
    """
    folder = workspace.needed() / "templates"
    faults = faults_of(source, workspace, own_name=False)
    if faults:
        raise yamlfile.first_fault(faults)
    text = yamlfile.read_text(source, source.name)
    name = _name_in(text, source)
    target = folder / f"{name}.yaml"
    if target.exists() and target.samefile(source):
        raise BrieferError("This is the workspace's own template already", where=workspace.shown(target))
    if target.exists() and not force:
        what = f"A template “{name}” exists here already"
        raise BrieferError(
            what, where=workspace.shown(target), todo="Put yours in its place with --force, or give it another “template:”",
            code="exists",
        )  # fmt: skip
    files.write(target, text, expected=None if force else files.NEW)
    return target


def faults_of(source: Path, workspace: Workspace | None, *, own_name: bool = True) -> list[Fault]:
    """What is wrong with a template's file, were it the workspace's; ``own_name``: it has to be called as its template."""
    if source.suffix.lower() not in _ENDINGS or not source.is_file():
        raise UsageError(f"There is no template {source}", todo="Name a .yaml file")
    if own_name:
        return _faults_as(source, source.name, workspace)
    try:
        name = _name_in(yamlfile.read_text(source, source.name), source)
    except yamlfile.Refused as refused:
        return refused.faults
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / f"{name}.yaml"
        copy.write_bytes(source.read_bytes())
        return [f._replace(file=source.name) for f in _faults_as(copy, copy.name, workspace)]


def _faults_as(source: Path, name: str, workspace: Workspace | None) -> list[Fault]:
    layers: list[Layer] = []
    shown = workspace.shown if workspace else (lambda path, _label: str(path))
    for label, folder in workspace.template_folders() if workspace else ():
        paths = (
            [p for p in sorted(folder.glob("*.yaml")) if p.absolute() != source.absolute()] if folder.is_dir() else []
        )
        if label == "knowledge":  # it would take the place of the one there
            paths = [p for p in paths if p.stem != Path(name).stem]
        layers.append(inheriting.layer_of(label, paths, shown))
    layers.append(inheriting.layer_of("", [source], lambda *_: name))
    found: Templates = inheriting.resolved(layers)
    return [f for f in found.faults if f.file == name]


def _name_in(text: str, source: Path) -> str:
    """The id that a template's file gives, as far as it can be a file's name; else the file's own name."""
    node = yamlfile.compose(text, source.name)
    value = getattr(yamlfile.at(node, "template"), "value", None)
    named = isinstance(value, str) and value and all(c.isascii() and (c.isalnum() or c == "-") for c in value)
    return str(value) if named else source.stem
