"""What the screen says of the review's remarks: a sign and a word for each kind, and how many are open."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from textual.content import Content
from textual.widgets.option_list import Option

from briefer.brief import review
from briefer.brief.model import Accepted, Brief
from briefer.dates import long_form
from briefer.tui.plain import plain, together
from briefer.tui.widgets.lines import MOST, Hanging

#: The sign of each kind of remark and its name in a word or two; signs are those of the note where it has any.
KINDS = {
    "above-ceiling": "L marking", "changed": "» changed", "day": "! day", "disputed": "≠ disputed", "empty": "▢ empty",
    "figures-differ": "≠ figures", "instructions": "⌂ inward", "later": "! later", "name": "≈ name", "no-such-source": "? mark", "old": "! old",
    "out-of-date": "! out of date", "reworded": "~ reworded", "superseded": "» superseded", "too-long": "+ too long",
    "twice": "= twice", "unanswered": "– unanswered", "unexplained": "… short form", "unfilled": "▢ to fill in",
    "unsourced": "? no source", "weak-source": "? weak source", "withdrawn": "» gone",
}  # fmt: skip
_WIDE, _NARROW = 16, 14
#: Given for the note as a whole, which is no section.
_NOTE = "The note"


class Row(NamedTuple):
    """One remark as it is shown; ``accepted`` where somebody has accepted it."""

    finding: review.Finding
    accepted: Accepted | None = None


def rows(found: review.Reviewed, *, accepted: bool) -> list[Row]:
    """The open remarks, or those that were accepted, as many as a list shows."""
    if accepted:
        return [Row(finding, given) for finding, given in found.accepted][:MOST]
    return [Row(finding) for finding in found.open][:MOST]


def options(brief: Brief, shown: Sequence[Row], *, narrow: bool) -> list[Option]:
    """The rows under the titles of their sections; each has its place among them as its id."""
    titles = {s.id: s.title or s.id for s in brief.sections}
    made: list[Option] = []
    numbered = list(enumerate(shown))
    for section, group in groupby(numbered, key=lambda one: one[1].finding.section):
        made.append(
            Option(plain(titles.get(section, _NOTE), "bold $text-accent"), id=f"section:{section}", disabled=True)
        )
        made += [Option(_row(brief, row, titles.get(section, _NOTE), narrow), id=str(number)) for number, row in group]
    return made


def _row(brief: Brief, row: Row, title: str, narrow: bool) -> Hanging:
    """Where, below it why and what to do; for an accepted one the reason instead of what to do."""
    finding, given = row
    where = finding.where.removeprefix(title).removeprefix(": ")
    lines: list[Content] = [plain(where, "bold")] if where else []
    lines.append(plain(sentence(finding.why)))
    if given is not None:
        lines.append(plain(f"✓ {sentence(given.reason)}{who(given)}", "$text-success"))
    else:
        lines[-1] = together(lines[-1], plain(f" → {sentence(finding.todo)}", "$text-accent"))
        if before := review.formerly(brief, finding):
            said = f"Accepted when it said something else: {sentence(before.reason)}{who(before)}"
            lines.append(plain(said, "$foreground-muted"))
    indent = _NARROW if narrow else _WIDE
    left = plain(KINDS.get(finding.code, finding.code), "bold" if given is not None else "bold $text-error")
    return Hanging(
        left, together(*[p for i, line in enumerate(lines) for p in (("\n", line) if i else (line,))]), indent
    )


def who(given: Accepted) -> str:
    """By whom and on which day a remark was accepted."""
    parts = [p for p in (given.by, long_form(given.on) if given.on else None) if p]
    return f" ({', '.join(parts)})" if parts else ""


def sentence(text: str) -> str:
    """Some words as a sentence."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!", "…", "”")) else f"{text}."


def counted(found: review.Reviewed) -> str:
    """How many there are, in words."""
    count, accepted = len(found.open), len(found.accepted)
    text = f"{count} remark{'' if count == 1 else 's'}" if count else "no remarks"
    return f"{text}, {accepted} accepted" if accepted else text
