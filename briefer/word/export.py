"""A brief to a file: the refusals first (unfilled prompts, release ceiling), then the whole file or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefer.brief.inward import header_named, kept_in, released
from briefer.brief.marking import above, high_water, public_rank, rank, unfilled
from briefer.brief.model import Block, Brief, Section
from briefer.errors import BrieferError, UsageError
from briefer.word.delivery import Spared, Step, deliver, unheard
from briefer.word.dress import Dress

if TYPE_CHECKING:
    from briefer.word.since import Since
    from briefer.workspace import Workspace

#: What a note can be written as; each is also the ending of the file's name.
FORMATS: tuple[str, ...] = ("docx", "md", "html", "pdf")


def file_name(brief: Brief, *, final: bool = False, to: str = "docx", form: str = "") -> str:
    """The name a file gets by itself: the brief's, its marking unless that is the lowest, whether it is final, and ``form``."""
    marking = high_water(brief)
    parts = [brief.brief]
    if marking.upper() != brief.markings[0].upper():
        parts.append(marking.replace("/", "-").replace(" ", "-"))
    if form:
        parts.append(form)
    if final:
        parts.append("final")
    return "_".join(parts) + f".{to}"


def check(brief: Brief, *, final: bool, ceiling: str | None, force: bool = False, every: bool = False) -> None:
    """Raise BrieferError where the brief may not go out like this, naming the blocks that stand in the way.

    Of very many blocks above the ceiling a handful of each section is named, with ``every`` all of them.
    """
    if ceiling is not None:
        blocks = above(brief, ceiling)
        if blocks:
            named = _counted([(s, b) for s, b, _ in blocks], every=every)
            own_is_above = rank(brief, brief.own_marking) > rank(brief, ceiling)
            own = sum(not b.sources for _, b, _ in blocks) if own_is_above else 0
            count = f"{len(blocks)} blocks" if len(blocks) > 1 else "one block"
            these = "it" if own == len(blocks) == 1 else "all of them" if own == len(blocks) else f"{own} of them"
            why = (
                f" ({these} your own text, which counts as {brief.own_marking}: own_marking in briefer.yaml)"
                if own
                else ""
            )
            raise BrieferError(
                f"This brief holds more than {ceiling.upper()} may, in {count}: {named}{why}",
                todo="Take these blocks out, or raise --max-marking; "
                f"briefer check {brief.brief} --max-marking {ceiling.upper()} says where each stands",
                code="above-ceiling",
            )  # fmt: skip
        if rank(brief, high_water(brief)) > rank(brief, ceiling):
            raise BrieferError(
                f"This brief itself is marked {high_water(brief)}, above {ceiling.upper()}",
                todo="Lower marking: in the brief, or raise --max-marking", code="above-ceiling",
            )  # fmt: skip
    if final and not force and (open_prompts := unfilled(brief)):
        count = f"{len(open_prompts)} prompt{'s' if len(open_prompts) > 1 else ''}"
        raise BrieferError(
            f"{count} still to be filled in: {_named(open_prompts)}",
            todo="Fill them in, or leave them out with --force", code="unfilled",
        )  # fmt: skip


def leaves(brief: Brief, *, final: bool, ceiling: str | None) -> bool:
    """Whether a note written like this leaves the house, so that it shows nothing of instructions from capital."""
    return final or (ceiling is not None and rank(brief, ceiling) <= public_rank(brief))


def left_out(brief: Brief, *, final: bool, ceiling: str | None) -> str:
    """What such a note does not show of blocks, their notes and the header, in sentences; nothing where it shows all."""
    if not leaves(brief, final=final, ceiling=ceiling):
        return ""
    found = kept_in(brief)
    whole = _named([(k.section, k.block) for k in found if k.whole])
    notes = _named([(k.section, k.block) for k in found if not k.whole])
    said = [f"Left out, since it comes from instructions: {whole}"] if whole else []
    said += [f"Without the note that names instructions: {notes}"] if notes else []
    header = header_named(brief)
    said += [f"Left out of the header, since it comes from instructions: {header}"] if header else []
    return ". ".join(said)


def _named(blocks: list[tuple[Section, Block]]) -> str:
    """The blocks by id, under the titles of their sections."""
    ids: dict[str, list[str]] = {}
    for section, block in blocks:
        ids.setdefault(section.title or section.id, []).append(block.id)
    return "; ".join(f"{title} [{', '.join(found)}]" for title, found in ids.items())


#: More blocks than the first of these are told by section, and a section with more than the second by a few of them.
_MANY, _HANDFUL, _FEW = 20, 5, 3


def _counted(blocks: list[tuple[Section, Block]], *, every: bool) -> str:
    """The blocks by id under the titles of their sections; of very many how many, and the ids of a handful of each."""
    if every or len(blocks) <= _MANY:
        return _named(blocks)
    ids: dict[str, list[str]] = {}
    for section, block in blocks:
        ids.setdefault(section.title or section.id, []).append(block.id)
    return "; ".join(
        f"{title} [{', '.join(found)}]" if len(found) <= _HANDFUL
        else f"{title}, {len(found)} blocks [{', '.join(found[:_FEW])} …]"
        for title, found in ids.items()
    )  # fmt: skip


def export(
    brief: Brief,
    target: Path,
    *,
    final: bool = False,
    ceiling: str | None = None,
    force: bool = False,
    to: str = "docx",
    house: str | None = None,
    workspace: Workspace | None = None,
    since: Since | None = None,
    step: Step = unheard,
    spared: Spared = unheard,
    every: bool = False,
) -> Path:
    """Write a brief in one of the ``FORMATS`` and return the file.

    ``house`` is the name of a house style (see ``house_styles``) or the path of a .docx or .dotx; without it the
    brief's holds, else the workspace's. ``workspace`` is where house styles and languages are looked for beside those
    that are shipped.

    ``since`` makes it a revised note, marked where it differs, or an addendum with only what is new.

    ``target`` is a file, or a folder in which the file gets its own name. ``force`` leaves unfilled prompts out of a
    final note and replaces a file that is not an earlier export of the same brief, of which a copy is kept beside it:
    ``spared`` is told where. ``step`` is called between the stages; what it raises passes through and nothing is
    written, so that a caller can stop. Of very many blocks above the ceiling a refusal names a
    handful of each section, with ``every`` all.
    """
    step("looking at the markings")
    check(brief, final=final, ceiling=ceiling, force=force, every=every)
    form = since.form if since else ""
    target = file_of(brief, target, final=final, to=to, form=form)
    shown = brief
    if leaves(brief, final=final, ceiling=ceiling):
        # What comes from instructions leaves no gap behind in a revised note either.
        shown, since = released(brief), since and since._replace(brief=released(since.brief))
    data = _rendered(shown, Dress(house, workspace), final=final, to=to, since=since, step=step)
    return deliver(data, brief, target, to=to, force=force, step=step, spared=spared)


def closed(brief: Brief) -> list[str]:
    """The sections of a final note that are not for disclosure, by their titles."""
    from briefer.word.blocks import stands_in_release

    return [s.title or s.id for s in brief.sections if not s.disclosable and any(map(stands_in_release, s.blocks))]


def _rendered(brief: Brief, dress: Dress, *, final: bool, to: str, since: Since | None, step: Step) -> bytes:
    from briefer.word.since import told

    step("drawing the note")
    languages = dress.languages()
    if to == "md":
        from briefer.word import markdown

        return markdown.render(told(brief, since, final=final, languages=languages))
    if to == "html":
        from briefer.word import webpage

        return webpage.render(told(brief, since, final=final, languages=languages))
    from briefer.word.docx import render

    style = dress.style(brief)
    if to == "pdf" and style.look.sources == "endnotes":
        # LibreOffice sets endnotes on a page of their own without header and footer: the marking would be lost there.
        style = replace(style, look=replace(style.look, sources="numbers"))
    printed = to == "pdf"
    data = render(brief, final=final, style=style, languages=languages, since=since, printed=printed)
    if not printed:
        return data
    from briefer.word import pdf

    step("turning it into a PDF")
    made = pdf.convert(data, brief.as_of)
    pages = pdf.heading_pages(made)
    exact = render(brief, final=final, style=style, languages=languages, pages=pages, since=since, printed=True)
    if exact != data:
        step("putting the pages into its table of contents")
        made = pdf.convert(exact, brief.as_of)
    return made


def missing(to: str) -> str:
    """Why a format cannot be written here, in one sentence for a person; nothing where it can."""
    if to != "pdf":
        return ""
    from briefer.word import pdf

    return pdf.missing()


def file_of(brief: Brief, target: Path, *, final: bool, to: str, form: str) -> Path:
    """The file to write; raises where its name does not say its format, or its folder is not there."""
    if to not in FORMATS:
        raise UsageError(f"There is no format “{to}”", todo=f"Choose one of {', '.join(FORMATS)}")
    if target.is_dir():
        target = target / file_name(brief, final=final, to=to, form=form)
    if target.suffix.lower() != f".{to}":
        raise UsageError(f"{target.name} does not end in .{to}", todo=f"Name a .{to} file, or a folder")
    if not target.parent.is_dir():
        raise BrieferError("There is no such folder", where=str(target.parent), todo="Make it, or choose another")
    return target
