"""What there is to know before a note goes out and after: what it is measured against, what it holds, what it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.brief import edit, versions
from briefer.brief.marking import unfilled
from briefer.brief.model import Brief
from briefer.brief.versions import Version
from briefer.errors import BrieferError
from briefer.tui.outgoing import Chosen
from briefer.tui.sitting import Sitting

if TYPE_CHECKING:
    from briefer.word.since import Since

#: What to do about a refusal, said for the screen, where the core says it for the command line.
TODO = {
    "above-ceiling": "Lower the marking of the brief, or choose another limit",
    "nothing-new": "Choose the whole note",
}


def measured(work: Sitting) -> Version | None:
    """The version that a revised note would be measured against; None where none was kept."""
    if work.workspace.root is None or work.path is None:
        return None
    try:
        return versions.measured_against(work.workspace, work.brief.brief, path=work.path)
    except BrieferError:
        return None


def since_of(version: Version | None, form: str) -> Since | None:
    """What a note of this form is told from; None for a whole one."""
    from briefer.word.since import Since

    if version is None or version.brief is None or form not in ("revised", "addendum"):
        return None
    return Since(version.brief, "revised" if form == "revised" else "addendum")


def kept_in_house(brief: Brief, chosen: Chosen) -> str:
    """What such a note does not show, since it stays in the house."""
    from briefer.word.export import left_out

    said = left_out(brief, final=chosen.final, ceiling=chosen.ceiling)
    return f"⌂ {said}." if said else ""


def closed(brief: Brief) -> str:
    """That it holds what is not for disclosure, as the end of a sentence."""
    from briefer.word import export

    titles = ", ".join(export.closed(brief))
    return f"; it holds what is not for disclosure: {titles}" if titles else ""


def still_open(brief: Brief) -> str:
    """How much is still to be filled in, as the end of a sentence."""
    count = len(unfilled(brief))
    return f"; {count} still to be filled in" if count else ""


def without_prompts(brief: Brief) -> Brief:
    """The brief without what is still to be filled in."""
    for _section, block in unfilled(brief):
        brief = edit.remove(brief, block.id)
    return brief
