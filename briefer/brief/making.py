"""Making briefs and templates in a workspace: what ``briefer new`` and ``template save`` do, and the screen too."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from briefer import files
from briefer.brief import next_meeting, prompt_words, shape, store
from briefer.brief.draft import Order, draft
from briefer.brief.model import Brief
from briefer.brief.next_meeting import CarriedOver, Going
from briefer.brief.templates import Templates
from briefer.brief.versions import folder_of
from briefer.dates import is_partial, last_day
from briefer.errors import BrieferError, UsageError
from briefer.knowledge.base import Knowledge
from briefer.text import slug
from briefer.workspace import Workspace, today


class Wanted(NamedTuple):
    """What a new brief is to be."""

    topics: tuple[str, ...]
    meeting: str | None = None
    template: str = "speaking-note"
    delegation: str | None = None
    name: str | None = None
    as_of: str | None = None
    papers: tuple[str, ...] = ()
    """Whose questions are to be answered, where they ask any."""
    language: str | None = None
    """By its code; without it the workspace's."""


def compose(
    workspace: Workspace, wanted: Wanted, base: Knowledge | None = None, known: Templates | None = None
) -> Brief:
    """The draft, not yet written to disk; base and templates are read where they are not given.

    Raises BrieferError as ``draft`` does.
    """
    if wanted.as_of is not None and not is_partial(wanted.as_of):
        raise UsageError(f"“{wanted.as_of}” is not a date", todo="Write it like 2025-06-10")
    settings = workspace.settings
    language = wanted.language or settings.language
    order = Order(
        topics=wanted.topics,
        meeting=wanted.meeting,
        as_of=last_day(wanted.as_of).isoformat() if wanted.as_of else None,
        delegation=wanted.delegation or settings.delegation,
        drafter=settings.drafter,
        name=checked_name(wanted.name) if wanted.name else None,
        language=language,
        own_marking=settings.own_marking,
        markings=settings.markings,
        words_per_minute=settings.words_per_minute,
        house_style=settings.house_style,
        papers=wanted.papers,
        words=prompt_words.in_language(language, workspace.folders("languages")),
    )
    template = (known or workspace.templates()).get(wanted.template)
    return draft(order, template, base or workspace.knowledge(), today())


def in_its_language(
    workspace: Workspace, brief: Brief, was: Brief, base: Knowledge | None = None, known: Templates | None = None
) -> Brief:
    """A brief that ``was`` in another language: what our templates ask for in its own, where it stands as they had it.

    What a person has written stays, and so do the prompts of templates of one's own.
    """
    codes = (was.language, brief.language)
    known = known or workspace.templates()
    drafts = []
    if was.template and was.template in known.files:
        meeting = was.meeting.id if was.meeting else None
        wanted = Wanted(was.topics, meeting, was.template, was.delegation, as_of=was.as_of)
        try:
            base = base or workspace.knowledge()
            old, new = (compose(workspace, wanted._replace(language=code), base, known) for code in codes)
            drafts = [(old, new)]
        except BrieferError:
            pass  # its topics or its meeting are gone: what speaks of none of them is said all the same
    folders = workspace.folders("languages")
    old_words, new_words = (prompt_words.in_language(code, folders) for code in codes)
    return prompt_words.turned(brief, old_words, new_words, drafts)


def new(workspace: Workspace, wanted: Wanted, *, force: bool = False) -> tuple[Brief, Path]:
    """Draft a brief and write it to ``briefs/``; without a name of its own it gets one that is free.

    Raises BrieferError where there is no workspace, or a brief of the given name exists and ``force`` is not set.
    """
    folder = workspace.briefs
    brief = compose(workspace, wanted)
    if wanted.name is None:
        brief = replace(brief, brief=free_name(folder, brief.brief))
    path = folder / f"{brief.brief}.yaml"
    store.write(brief, path, expected=None if force else files.NEW)
    return brief, path


def carry_over(
    workspace: Workspace, last: Brief, going: Going, base: Knowledge | None = None, known: Templates | None = None
) -> CarriedOver:
    """The next meeting's brief out of the last one, not yet written; base and templates are read where they are not given.

    Raises BrieferError as ``next_meeting.carry_over`` does.
    """
    if going.name is not None:
        going = going._replace(name=checked_name(going.name))
    files_known = (known or workspace.templates()).files
    template = files_known.get(last.template or "")
    words = prompt_words.in_language(last.language, workspace.folders("languages"))
    made = next_meeting.carry_over(last, going, base or workspace.knowledge(), template, today(), words)
    if going.name is None and workspace.root is not None:
        made = made._replace(brief=replace(made.brief, brief=free_name(workspace.briefs, made.brief.brief)))
    return made


def carried_from(workspace: Workspace, brief: Brief) -> Brief | None:
    """The brief that one was carried from, where it still lies in ``briefs/`` and can be read."""
    path = workspace.briefs / f"{brief.carried_from}.yaml" if workspace.root and brief.carried_from else None
    try:
        return store.read(path, workspace.shown(path)) if path and path.is_file() else None
    except BrieferError:
        return None


def free_name(folder: Path, name: str) -> str:
    """The name, or the name with the next free number; one that kept versions go by is not free."""
    free, number = name, 2
    while (folder / f"{free}.yaml").exists() or folder_of(folder / f"{free}.yaml").exists():
        free, number = f"{name}-{number}", number + 1
    return free


def checked_name(name: str) -> str:
    """A name that can be a file's; raises UsageError that offers one that can."""
    name = name.removesuffix(".yaml")
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", name) or name.upper().split(".")[0] in _RESERVED:
        raise UsageError(
            f"“{name}” cannot be a file's name", todo=f"Use letters, digits and hyphens, such as {slug(name)}"
        )
    return name


#: Names that Windows keeps for devices.
_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{d}{n}" for d in ("COM", "LPT") for n in range(1, 10))}


def keep_as_template(
    workspace: Workspace, brief: str, name: str, *, title: str | None = None, force: bool = False
) -> Path:
    """Keep a brief's sections, order and standing text as a template in the workspace's ``templates/``."""
    path = store.path_of(brief, workspace.briefs if workspace.root else None)
    return save_template(workspace, store.read(path, workspace.shown(path.absolute())), name, title=title, force=force)


def template_path(workspace: Workspace, name: str) -> Path:
    """The file of one's own in which a template of a name is kept."""
    return workspace.needed() / "templates" / f"{slug(name.removesuffix('.yaml'))}.yaml"


def save_template(
    workspace: Workspace, brief: Brief, name: str, *, title: str | None = None, force: bool = False
) -> Path:
    """As ``keep_as_template``, for a brief at hand."""
    target = template_path(workspace, name)
    ident = target.stem
    if title is None and ident != name:
        title = name
    if ident in (known := workspace.templates().files) and known[ident].path != target and not force:
        where = known[ident].name
        raise BrieferError(
            f"There is a template “{ident}” already, which yours would stand in for", where=where,
            todo="Choose another name", code="exists",
        )  # fmt: skip
    was = known.get(brief.template or "")
    text = shape.dump(shape.of(brief, ident, title, was.template if was else None))
    files.write(target, text, expected=None if force else files.NEW)
    return target
