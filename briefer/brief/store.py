"""Brief ↔ ``briefs/NAME.yaml``: read with every fault placed, written in a form that people edit and git shows well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from yaml.nodes import MappingNode, Node

from briefer import files, yamlfile, yamltext
from briefer.brief.ids import block_id
from briefer.brief.marking import high_water
from briefer.brief.model import Brief, Section
from briefer.dates import is_partial
from briefer.errors import BrieferError, Fault, Place, UsageError, did_you_mean, sentence
from briefer.markings import is_classified
from briefer.text import printable

FORMAT = 1
_DATES = frozenset({"as_of", "date", "end", "valid_until", "on"})
_INLINE = frozenset({"meeting", "sources", "via", "accepted"})
#: What no system's file names may hold; a name with it would lead the export to another folder.
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]|^\.*$')


def names(folder: Path) -> list[str]:
    """The briefs of a folder by name."""
    return sorted(p.stem for p in folder.glob("*.yaml")) if folder.is_dir() else []


def path_of(brief: str, folder: Path | None) -> Path:
    """The file of a brief given by name in ``briefs/`` or by path; raises UsageError with the nearest names."""
    given = Path(brief).expanduser()
    if given.suffix in (".yaml", ".yml") or len(given.parts) > 1:
        if given.is_file():
            return given
        if len(given.parts) > 1 or folder is None or not (folder / given.name).is_file():
            raise UsageError(f"There is no brief {brief}", todo="Give a name in briefs/ or the path of a brief's file")
        return folder / given.name
    if folder is not None and (folder / f"{brief}.yaml").is_file():
        return folder / f"{brief}.yaml"
    known = names(folder) if folder is not None else []
    hint = did_you_mean(brief, known) if known else "make one with briefer new"
    raise UsageError(f"There is no brief “{brief}”", todo=sentence(hint))


def parse(text: str, name: str) -> tuple[Brief | None, list[Fault]]:
    """A brief out of its text, with all its faults; None where it has any."""
    loaded = yamlfile.load(text, name, Brief, _further)
    return (None if loaded.faults else with_ids(loaded.value)), loaded.faults


def read(path: Path, name: str | None = None) -> Brief:
    """The brief in a file; raises BrieferError with the place of the first fault."""
    shown = name or str(path)
    try:
        text = yamlfile.read_text(path, shown)
    except yamlfile.Refused as refused:
        raise yamlfile.first_fault(refused.faults) from None
    brief, faults = parse(text, shown)
    if brief is None:
        if not _looks_like_a_brief(text):
            todo = "Give the file of a brief, as briefer new makes it"
            raise BrieferError("This is not a brief", where=Place(shown), todo=todo, code="not-a-brief")
        raise yamlfile.first_fault(faults)
    return brief


def _looks_like_a_brief(text: str) -> bool:
    return any(line.startswith("brief:") for line in text.splitlines())


def write(brief: Brief, path: Path, *, expected: files.Stamp | None = None) -> files.Stamp:
    """Save a brief whole; see ``files.write`` for ``expected``."""
    return files.write(path, dump(brief), expected=expected)


def dump(brief: Brief) -> str:
    """The YAML text of a brief: its marking raised to what it cites, ids given, one source a line."""
    brief = with_ids(brief)
    data = msgspec.to_builtins(msgspec.structs.replace(brief, marking=high_water(brief)))
    data["format"] = brief.format
    return yamltext.block(_clean(data), inline=_INLINE)


def _clean(data: Any) -> Any:
    if isinstance(data, dict):
        return {k: _clean(v) for k, v in data.items() if v is not None}
    if isinstance(data, list | tuple):
        return [_clean(v) for v in data]
    if isinstance(data, str):
        return "\n".join(line.rstrip() for line in printable(data).split("\n"))
    return int(data) if isinstance(data, float) and data.is_integer() else data


def with_ids(brief: Brief) -> Brief:
    """The brief with an id for every block that lacks one."""
    taken = {b.id for s in brief.sections for b in s.blocks if b.id}
    if all(b.id for s in brief.sections for b in s.blocks):
        return brief
    return msgspec.structs.replace(brief, sections=tuple(_section_ids(brief, s, taken) for s in brief.sections))


def _section_ids(brief: Brief, section: Section, taken: set[str]) -> Section:
    blocks = tuple(
        b if b.id else msgspec.structs.replace(b, id=block_id(taken, brief.brief, section.id, i, b.role, b.text))
        for i, b in enumerate(section.blocks)
    )
    return msgspec.structs.replace(section, blocks=blocks)


def _further(brief: Brief, node: Node, name: str) -> list[Fault]:
    """What the schema cannot say: ids given twice, references to no block, days that do not exist, markings unknown."""
    faults: list[Fault] = []

    def fault(code: str, message: str, *path: str | int) -> None:
        faults.append(yamlfile.fault_at(yamlfile.at(node, *path), name, "error", code, message))

    if brief.format != FORMAT:
        fault("format", f"format {brief.format} is not known to this briefer; it reads format: {FORMAT}", "format")
    if not brief.markings:
        fault("marking", "“markings” is empty; write them in order, such as [PUBLIC, LIMITE]", "markings")
        return faults
    known = [m.upper() for m in brief.markings]
    # A source may carry a marking that is not in use here; the brief then carries it too (``high_water``).
    cited = [s.marking.upper() for x in brief.sections for b in x.blocks for s in b.sources if s.marking]

    sound = {m for m in brief.markings if not is_classified(m)}

    def marking(given: str | None, also: Sequence[str], *path: str | int) -> None:
        if not given or given in sound:
            return
        if is_classified(given):
            message = f"“{given}” is a classification; such a paper may not be processed here: remove it"
            fault("classified", message, *path)
        elif given.upper() not in (*known, *also):
            fault("marking", f"“{given}” is not among the markings {', '.join(brief.markings)}", *path)

    for i, one in enumerate(brief.markings):
        marking(one, (), "markings", i)
    marking(brief.marking, cited, "marking")
    marking(brief.own_marking, (), "own_marking")
    if _NOT_IN_NAMES.search(brief.brief):
        fault("name", "“brief” is the file's name; write letters, digits and hyphens", "brief")
    sections: set[str] = set()
    blocks: set[str] = set()
    questions = {b.id for s in brief.sections for b in s.blocks if b.role == "question"}
    for i, section in enumerate(brief.sections):
        if section.id in sections:
            fault("duplicate-id", f"Two sections are called “{section.id}”; rename one", "sections", i, "id")
        sections.add(section.id)
        for j, block in enumerate(section.blocks):
            at = ("sections", i, "blocks", j)
            if block.id and block.id in blocks:
                fault("duplicate-id", f"Two blocks have the id “{block.id}”; remove it from one", *at, "id")
            blocks.add(block.id)
            if block.question and block.question not in questions:
                fault("dangling", f"There is no question block “{block.question}” in this brief", *at, "question")
            marking(block.marking, (), *at, "marking")
            for k, source in enumerate(block.sources):
                marking(source.marking, cited, *at, "sources", k, "marking")
    if isinstance(node, MappingNode) and not _days_exist(brief):
        faults += yamlfile.impossible_dates(node, name, _DATES)
    return faults


def _days_exist(brief: Brief) -> bool:
    days = [brief.as_of, *(a.on for a in brief.accepted if a.on)]
    if brief.meeting:
        days += [brief.meeting.date or "2000", brief.meeting.end or "2000"]
    for section in brief.sections:
        for block in section.blocks:
            days += [s.date for s in block.sources if s.date]
            for pulled in (block.pulled, *(c.pulled for c in block.carries)):
                days += [d for d in (pulled.as_of, pulled.valid_until) if d] if pulled else []
    return all(is_partial(d) for d in days)
