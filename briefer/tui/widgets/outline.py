"""The outline: sections and the beginnings of their blocks, with how each stands; to move about by and to rearrange."""

from __future__ import annotations

from collections.abc import Collection

from textual.content import Content
from textual.widgets.option_list import Option

from briefer.brief import review
from briefer.brief.model import MADE_AT_EXPORT, Block, Brief, Section
from briefer.text import clock
from briefer.tui import page, showing
from briefer.tui.plain import one_line, plain, together
from briefer.tui.widgets.lines import Ends, Lines

_SHORT = {"prompt": "▢", "position": "says", "point": "•", "text": "¶", "note": "note"}
_ALARM, _QUIET = "bold $text-error", "$foreground-muted"


class Outline(Lines):
    """One line a row, with the same ids as the note."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(opens=False, id=id)

    def show_brief(self, brief: Brief, at: str | None = None) -> None:
        """Show a brief."""
        open_ones = {question.id for question in review.unanswered(brief)}
        rows: list[Option] = []
        for section in brief.sections:
            rows.append(Option(_heading(brief, section, open_ones), id=f"section:{section.id}"))
            rows += [Option(_row(brief, section, block, open_ones), id=block.id) for block in section.blocks]
        self.show(rows, at)

    def show_heading(self, brief: Brief, section: Section) -> None:
        """Show how a section stands by now."""
        open_ones = {question.id for question in review.unanswered(brief)}
        self.say(f"section:{section.id}", _heading(brief, section, open_ones))


def _heading(brief: Brief, section: Section, open_ones: Collection[str]) -> Ends:
    return Ends(plain(section.title or section.id, "bold"), _state(brief, section, open_ones), least=10)


def _row(brief: Brief, section: Section, block: Block, open_ones: Collection[str]) -> Ends:
    told = showing.told(brief, section, block)
    label = _SHORT.get(block.role, told.label)
    under = "    " if block.question else "  "
    left = together(under, plain(f"{label} ", _QUIET), plain(one_line(told.text)[:80]))
    right = [page.signs(told.signs)] if told.signs else []
    if block.role == "question":
        right = [plain("– open", _ALARM), plain("–", _ALARM)] if block.id in open_ones else [plain("✓", _QUIET)]
    return Ends(left, right, least=10)


def _state(brief: Brief, section: Section, open_ones: Collection[str]) -> list[Content]:
    """How a section stands at a glance, longest first: time, gaps, open questions, what its blocks have signs for."""
    if section.role in MADE_AT_EXPORT:
        return []
    signs = [sign for block in section.blocks for sign in showing.signs(brief, section, block) if sign != "L"]
    asked = sum(b.role == "question" and b.id in open_ones for b in section.blocks)
    counts = [("▢", sum(b.role == "prompt" for b in section.blocks)), ("–", asked)]
    counts += [(sign, signs.count(sign)) for sign in showing.SIGNS]
    told = " ".join(f"{sign}{count}" for sign, count in counts if count)
    spoken = (
        clock(review.speaking_seconds(brief, section)) if section.minutes or section.role == "speaking-note" else ""
    )
    long = " ".join(p for p in (told, spoken) if p)
    done = "✓" if section.blocks and not told else ""
    return [plain(p, _ALARM if told else _QUIET) for p in (long or done, told or done) if p]
