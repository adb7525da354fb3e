"""What a template would give, told in as many lines as there are: its sections, then how their blocks begin."""

from __future__ import annotations

from textual.content import Content

from briefer.brief import sharing
from briefer.brief.marking import high_water
from briefer.brief.model import MADE_AT_EXPORT, Brief, Section
from briefer.brief.templates import TemplateFile
from briefer.dates import long_form
from briefer.tui import showing
from briefer.tui.plain import one_line, plain, together


def gives(brief: Brief, summary: str, width: int, height: int, file: TemplateFile | None = None) -> Content:
    """A draft as an overview of ``width`` by ``height`` cells; it is longer where there are more sections than lines.

    Of a ``file`` that extends another it says from where each section comes.
    """
    lines = [plain(summary)] if summary else []
    origins: dict[str, str] = {}
    if file is not None and file.chain:
        lines.append(plain(f"Extends {sharing.chain_in_words(file)}", "$foreground-muted"))
        sections = zip(file.template.sections, sharing.origins(file), strict=True)
        origins = {s.id: f"  from {sharing.from_in_words(file, o)}" for s, o in sections}
    lines.append(plain(f"As of {long_form(brief.as_of)} · {high_water(brief)}", "$foreground-muted"))
    if for_meeting := showing.meeting_of(brief):
        lines.append(plain(f"For {for_meeting}", "$foreground-muted"))
    used = sum(-(-line.cell_length // max(width, 1)) for line in lines)
    most = _blocks_each(brief, height - used - len(brief.sections))
    for section in brief.sections:
        heading = together(_heading(section), plain(origins.get(section.id, ""), "italic $foreground-muted"))
        lines.append(heading.truncate(max(width, 1), ellipsis=True))
        for block in section.blocks[:most]:
            told = showing.told(brief, section, block)
            begin = together("  ", plain(f"{told.label} ", "$foreground-muted"), plain(one_line(told.text)))
            lines.append(begin.truncate(max(width, 1), ellipsis=True))
    return Content("\n").join(lines)


def _heading(section: Section) -> Content:
    """A section's title with what stands in it, in numbers."""
    title = plain(section.title or section.id, "bold")
    if section.role in MADE_AT_EXPORT:
        return together(title, plain("  made at export", "$foreground-muted"))
    prompts = sum(b.role == "prompt" for b in section.blocks)
    entries = sum(b.entry is not None for b in section.blocks)
    rest = len(section.blocks) - prompts - entries
    counts = [(entries, "from the base"), (rest, "standing text"), (prompts, "to fill in")]
    told = " · ".join(f"{n} {what}" for n, what in counts if n) or "empty"
    return together(title, plain(f"  {told}", "$foreground-muted"))


def _blocks_each(brief: Brief, room: int) -> int:
    """How many blocks of each section there is room for."""
    sizes = [len(s.blocks) for s in brief.sections]
    most = 0
    while most < max(sizes, default=0) and sum(min(size, most + 1) for size in sizes) <= room:
        most += 1
    return most
