"""A template laid over the one that it extends: sections merged by their ids, placed, left out, added."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.brief.as_written import SectionAsWritten, TemplateAsWritten, Written
from briefer.brief.model import MADE_AT_EXPORT
from briefer.brief.templates import SectionFrom, SectionRecipe, Template, TemplateFile
from briefer.errors import Fault, did_you_mean


def alone(one: Written, value: TemplateAsWritten) -> TemplateFile:
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


def merged(one: Written, value: TemplateAsWritten, parent: TemplateFile) -> tuple[TemplateFile, list[Fault]]:
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
