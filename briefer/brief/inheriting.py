"""Templates that extend others: each file as it is written, put together with what it inherits, across all layers.

A ministry's standing template lies in a lower layer, a unit's own says only what is different. Sections are known by
their ids: keys that are given override, ``blocks`` are replaced as a whole, ``after`` and ``before`` place a section,
``without`` leaves some out. A template may extend the one of its own name in a lower layer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from msgspec import Meta, Struct
from yaml.nodes import Node

from briefer import yamlfile
from briefer.brief.model import MADE_AT_EXPORT, SectionRole
from briefer.brief.templates import Recipe, SectionFrom, SectionRecipe, Template, TemplateFile, Templates, text_faults
from briefer.errors import Fault, did_you_mean
from briefer.knowledge.entries import Id

#: Deeper than any chain of templates that people keep.
_DEEPEST = 40


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


class Layer(NamedTuple):
    """The templates of one folder, by name."""

    label: str
    files: dict[str, Written]


def layer_of(label: str, paths: Sequence[Path], shown: Callable[..., Any]) -> Layer:
    """The files of a layer, each as far as it can be read; ``shown`` names a path in messages."""
    found: dict[str, Written] = {}
    for path in paths:
        one = as_written(path, shown(path, label), label)
        found[one.stem] = one
    return Layer(label, found)


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


def resolved(layers: Sequence[Layer]) -> Templates:
    """All templates with what they inherit, and the faults of those that cannot be used."""
    work = _Resolving(layers)
    names = dict.fromkeys(name for layer in layers for name in layer.files)
    found = {}
    for name in names:
        at = work.highest(name)
        file = work.file(name, at) if at is not None else None
        if file is not None:
            found[name] = file
    written = [f for layer in layers for one in layer.files.values() for f in one.faults]
    return Templates(found, (*written, *dict.fromkeys(work.faults)))


class _Resolving:
    """The chains of all templates, each link looked up once."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        self.layers = layers
        self.faults: list[Fault] = []
        self._known: dict[tuple[str, int], TemplateFile | None] = {}

    def highest(self, name: str, below: int | None = None) -> int | None:
        """The highest layer that has a template of this name."""
        top = len(self.layers) if below is None else below
        return next((i for i in reversed(range(top)) if name in self.layers[i].files), None)

    def file(self, name: str, at: int, asked: tuple[tuple[str, int], ...] = ()) -> TemplateFile | None:
        """A template of a layer with all that it inherits; None where it cannot be used."""
        key = (name, at)
        if key not in self._known:
            self._known[key] = self._file(self.layers[at].files[name], at, (*asked, key))
        return self._known[key]

    def _file(self, one: Written, at: int, asked: tuple[tuple[str, int], ...]) -> TemplateFile | None:
        value = one.value
        if value is None:
            return None
        if value.extends is None:
            return _alone(one, value)
        parent = self._parent(one, value.extends, at, asked)
        if parent is None:
            return None
        made, faults = _merged(one, value, parent)
        self.faults += faults
        return made if not faults else None

    def _parent(self, one: Written, name: str, at: int, asked: tuple[tuple[str, int], ...]) -> TemplateFile | None:
        """What a template extends; None, and a fault, where that leads nowhere."""
        own = name == one.stem
        where = self.highest(name, at if own else None)
        if where is None:
            known = list(dict.fromkeys(n for layer in self.layers for n in layer.files if n != one.stem))
            message = (
                f"“{name}” extends itself, and no lower layer has a template of that name; name another one, or take it out"
                if own
                else f"There is no template “{name}” to extend; {did_you_mean(name, known)}"
            )
            self.faults.append(one.fault("extends", message, "extends"))
            return None
        if (name, where) in asked:
            circle = " → ".join([*(n for n, _ in asked[asked.index((name, where)) :]), name])
            message = f"It inherits from itself in a circle ({circle}); take one extends: out"
            self.faults.append(one.fault("extends", message, "extends"))
            return None
        if len(asked) > _DEEPEST:
            self.faults.append(
                one.fault("extends", f"More than {_DEEPEST} templates extend each other; take some out", "extends")
            )
            return None
        parent = self.file(name, where, asked)
        if parent is None and not any(f.file == one.name and f.code == "extends" for f in self.faults):
            first = next((f for f in self.layers[where].files[name].faults), None)
            why = f": {first.file}, line {first.line}" if first else ""
            message = f"It extends “{name}”, which cannot be used{why}; mend that first"
            self.faults.append(one.fault("extends", message, "extends"))
        return parent


def _alone(one: Written, value: TemplateAsWritten) -> TemplateFile:
    """A template that inherits nothing."""
    sections = tuple(
        SectionRecipe(
            id=s.id, role=s.role, title=s.title, disclosable=s.disclosable is not False, minutes=s.minutes or None,
            words=s.words or None, blocks=s.blocks or (),
        )
        for s in value.sections or () if s.role is not None and s.title is not None
    )  # fmt: skip
    template = Template(
        template=value.template, title=value.title or "", summary=value.summary or "", bodies=value.bodies or (),
        sections=sections,
    )  # fmt: skip
    return TemplateFile(template, one.path, one.name, one.layer)


def _merged(one: Written, value: TemplateAsWritten, parent: TemplateFile) -> tuple[TemplateFile, list[Fault]]:
    """A template over the one that it extends."""
    faults: list[Fault] = []
    places = parent.sections or tuple(
        SectionFrom(parent.template.template, parent.layer, parent.path, parent.name, i)
        for i in range(len(parent.template.sections))
    )
    rows = list(zip(parent.template.sections, places, strict=True))
    inherited = [s.id for s, _ in rows]
    for i, name in enumerate(value.without):
        if name not in inherited:
            message = f"“{name}” is no section of “{value.extends}”; {did_you_mean(name, inherited)}"
            faults.append(one.fault("without", message, "without", i))
    rows = [row for row in rows if row[0].id not in value.without]
    label = value.template if value.template != value.extends else f"{value.template} ({one.layer})"
    for i, section in enumerate(value.sections or ()):
        ids = [s.id for s, _ in rows]
        origin = SectionFrom(value.template, one.layer, one.path, one.name, i)
        if section.id in ids:
            at = ids.index(section.id)
            old, was = rows[at]
            moved = was._replace(changed_by=(*was.changed_by, label)) if section.blocks is None else origin
            row = (_overridden(old, section), moved)
            rows[at] = row
        else:
            missing = [key for key in ("role", "title") if getattr(section, key) is None]
            if missing:
                message = (
                    f"“{section.id}” is no section of “{value.extends}”, and a new one needs {' and '.join(missing)}; "
                    f"add {missing[0]}: …, or {did_you_mean(section.id, inherited)}"
                )
                faults.append(one.fault("missing-key", message, "sections", i))
                continue
            row = (_new(section), origin)
            rows.insert(_end(rows), row)
        anchor = section.after or section.before
        if anchor is not None:
            key = "after" if section.after else "before"
            rest = [r for r in rows if r is not row]
            known = [s.id for s, _ in rest]
            if anchor not in known:
                message = f"“{anchor}” is no section here to stand {key}; {did_you_mean(anchor, known)}"
                faults.append(one.fault("extends", message, "sections", i, key))
                continue
            place = known.index(anchor) + (1 if section.after else 0)
            rows = [*rest[:place], row, *rest[place:]]
    base = parent.template
    template = Template(
        template=value.template, title=value.title or base.title,
        summary=value.summary if value.summary is not None else base.summary,
        bodies=value.bodies if value.bodies is not None else base.bodies, sections=tuple(s for s, _ in rows),
    )  # fmt: skip
    chain = ((base.template, parent.layer), *parent.chain)
    return TemplateFile(template, one.path, one.name, one.layer, chain, tuple(p for _, p in rows)), faults


def _overridden(old: SectionRecipe, new: SectionAsWritten) -> SectionRecipe:
    """An inherited section with the keys that are given; a limit of 0 takes one away."""
    return SectionRecipe(
        id=old.id,
        role=new.role or old.role,
        title=new.title if new.title is not None else old.title,
        disclosable=new.disclosable if new.disclosable is not None else old.disclosable,
        minutes=(new.minutes or None) if new.minutes is not None else old.minutes,
        words=(new.words or None) if new.words is not None else old.words,
        blocks=new.blocks if new.blocks is not None else old.blocks,
    )


def _new(section: SectionAsWritten) -> SectionRecipe:
    assert section.role is not None and section.title is not None
    return SectionRecipe(
        id=section.id, role=section.role, title=section.title, disclosable=section.disclosable is not False,
        minutes=section.minutes or None, words=section.words or None, blocks=section.blocks or (),
    )  # fmt: skip


def _end(rows: Sequence[tuple[SectionRecipe, SectionFrom]]) -> int:
    """The place of a new section without one: last, but above those made at export that close the note."""
    kept = [i for i, (s, _) in enumerate(rows) if s.role not in MADE_AT_EXPORT]
    return kept[-1] + 1 if kept else len(rows)
