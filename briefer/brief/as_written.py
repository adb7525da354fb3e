"""A template's file as it is written: what a person may say in it, and what is wrong with it by itself."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct
from yaml.nodes import Node

from briefer import yamlfile
from briefer.brief.model import SectionRole
from briefer.brief.templates import Recipe, text_faults
from briefer.errors import Fault
from briefer.knowledge.entries import Id


class SectionAsWritten(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A section as it stands in a file; one that is inherited names only what is different."""

    id: Id
    role: SectionRole | None = None
    title: str | None = None
    disclosable: bool | None = None
    minutes: Annotated[float, Meta(ge=0, description="0: no limit, where an inherited one is taken away")] | None = None
    words: Annotated[int, Meta(ge=0, description="0: no limit, where an inherited one is taken away")] | None = None
    after: Annotated[Id, Meta(description="the section it is to stand behind; with extends")] | None = None
    before: Annotated[Id, Meta(description="the section it is to stand before; with extends")] | None = None
    blocks: tuple[Recipe, ...] | None = None


class TemplateAsWritten(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A template as it stands in a file."""

    template: Id
    extends: (
        Annotated[Id, Meta(description="the template it inherits from; its own name: that of a lower layer")] | None
    ) = None
    title: str | None = None
    summary: str | None = None
    bodies: Annotated[tuple[str, ...], Meta(description="the working parties it was made for")] | None = None
    without: Annotated[tuple[Id, ...], Meta(description="inherited sections that are left out")] = ()
    sections: tuple[SectionAsWritten, ...] | None = None


class Written(Struct, frozen=True, dict=True):
    """One file of a layer; ``value`` is None where it cannot be used."""

    stem: str
    path: Path
    name: str
    layer: str
    text: str
    value: TemplateAsWritten | None
    faults: tuple[Fault, ...]

    @cached_property
    def node(self) -> Node:
        """The tree of the file, for the places of faults."""
        node = yamlfile.compose(self.text, self.name)
        assert node is not None
        return node

    def fault(self, code: str, message: str, *where: str | int) -> Fault:
        """A fault at a place of the file."""
        return yamlfile.fault_at(yamlfile.at(self.node, *where), self.name, "error", code, message)


def as_written(path: Path, name: str, layer: str = "") -> Written:
    """One file, its texts compiled, without what it inherits."""
    stem = Path(name).stem
    try:
        text = yamlfile.read_text(path, name)
        loaded = yamlfile.load(text, name, TemplateAsWritten, _further)
    except yamlfile.Refused as refused:
        return Written(stem, path, name, layer, "", None, tuple(refused.faults))
    usable = loaded.value if not loaded.faults else None
    return Written(stem, path, name, layer, text, usable, tuple(loaded.faults))


def _further(template: TemplateAsWritten, node: Node, name: str) -> list[Fault]:
    """What the schema cannot say of a file by itself."""
    faults: list[Fault] = []

    def fault(code: str, message: str, *where: str | int) -> None:
        faults.append(yamlfile.fault_at(yamlfile.at(node, *where), name, "error", code, message))

    if template.template != Path(name).stem:
        message = (
            f"The template is called “{template.template}” but its file {Path(name).name}; give both the same name"
        )
        fault("file-name", message, "template")
    alone = template.extends is None
    for key in ("title", "sections"):
        if alone and getattr(template, key) is None:
            fault("missing-key", f"“{key}” is missing; add {key}: …, or extends: with the template it inherits from")
    if alone and template.without:
        fault("extends", "“without” leaves out inherited sections; add extends: or take it out", "without")
    seen: set[str] = set()
    for i, section in enumerate(template.sections or ()):
        if section.id in seen:
            fault("duplicate-id", f"Two sections are called “{section.id}”; rename one", "sections", i, "id")
        seen.add(section.id)
        for key in ("role", "title"):
            if alone and getattr(section, key) is None:
                fault("missing-key", f"“{key}” is missing in a section; add {key}: …", "sections", i)
        for key in ("after", "before"):
            if alone and getattr(section, key) is not None:
                message = f"“{key}” places a section among inherited ones; put the section in its place in the list"
                fault("extends", message, "sections", i, key)
        if section.after and section.before:
            fault("extends", "A section stands after one or before one; keep one of the two", "sections", i, "before")
        faults += text_faults(section.blocks or (), ("sections", i), node, name)
    return faults
