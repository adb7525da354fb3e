"""What happened between two versions as rows: a sign and a word for each block, its text with signs at every change."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from briefer import comparing
from briefer.brief.compare import BlockChange, Comparison, Field, SectionChange
from briefer.brief.words import Piece
from briefer.dates import long_form
from briefer.tui.plain import clean, plain, together
from briefer.tui.showing import STATES
from briefer.tui.widgets.lines import Ends, Hanging

_INDENT = 11
_LABELS = {"changed": "~ changed", "added": "+ new", "removed": "− gone", "same": "  "}
_STYLES = {"changed": "$text-warning", "added": "$text-success", "removed": "$text-error", "same": "$foreground-muted"}
#: The signs hold without colour; a colour, a line through or under the words says it again.
_PIECES = {
    "same": ("", "", ""),
    "gone": ("[-", "-]", "$text-error strike"),
    "new": ("{+", "+}", "bold $text-success underline"),
}


def called(version: int, state: str, on: str | None) -> str:
    """A version in a few words."""
    return f"version {version}, {STATES[state]}" + (f", {long_form(on)}" if on else ", as it is now")


def pieces(some: Sequence[Piece]) -> Content:
    """A text in which every change has its sign."""
    parts: list[Content] = []
    for sign, text in some:
        opened, closed, style = _PIECES[sign]
        parts.append(plain(f"{opened}{clean(text)}{closed}", style) if style else plain(text))
    return together(*parts)


def rows(comparison: Comparison, *, everything: bool = False) -> tuple[list[Option], list[str]]:
    """All that differs as rows, with ``everything`` also what is the same; and the ids of those that differ."""
    found: list[Option] = []
    differ: list[str] = []
    if comparison.header:
        found.append(_heading("Header"))
        for field in comparison.header:
            found.append(Option(_field(field), id=f"field:{field.name}"))
            differ.append(f"field:{field.name}")
    for section in comparison.sections:
        if not (everything or section.differs):
            continue
        row = f"section:{section.section}"
        found.append(Option(_section(section), id=row, disabled=False))
        if section.status != "same" or section.moved:
            differ.append(row)
        for block in section.blocks:
            if block.differs:
                differ.append(block.block)
            elif not everything:
                continue
            found.append(Option(_block(block, comparison), id=block.block))
    return found, differ


def _heading(text: str) -> Option:
    return Option(plain(text, "bold $text-accent"), disabled=True)


def _field(field: Field) -> Hanging:
    name = comparing.FIELDS.get(field.name, field.name).capitalize()
    some = [*([Piece("gone", field.old)] if field.old else []), *([Piece("new", field.new)] if field.new else [])]
    return Hanging(plain(_LABELS["changed"], _STYLES["changed"]), together(plain(f"{name}: "), pieces(some)), _INDENT)


def _section(section: SectionChange) -> Ends:
    told = [_LABELS[section.status].strip()] if section.status != "same" else []
    told += ["> moved"] if section.moved else []
    title = pieces(section.title) if section.title else plain(section.section)
    return Ends(
        together(plain("", "bold"), title).stylize("bold underline"), [plain(" · ".join(told), "$text-warning")]
    )


def _block(change: BlockChange, comparison: Comparison) -> Hanging:
    label = plain(_LABELS[change.status], _STYLES[change.status])
    if change.moved:
        moved = plain("> moved", "$text-warning")
        label = together(label, "\n", moved) if change.status != "same" else moved
    body = pieces(change.pieces) if change.pieces else plain("(no words)", "$foreground-muted")
    notes = comparing.beside(change, comparison.old)
    return Hanging(label, together(body, *[plain(f"\n{note}", "$foreground-muted") for note in notes]), _INDENT)
