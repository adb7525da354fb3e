"""Accepting a remark with a reason that is kept in the brief, and taking that back."""

from __future__ import annotations

import zlib

from msgspec.structs import replace

from briefer.brief import glyphs
from briefer.brief.model import Accepted, Brief
from briefer.brief.review.finding import Finding
from briefer.dates import is_partial
from briefer.errors import BrieferError, UsageError
from briefer.text import folded_words

#: What cannot be accepted, and why not.
NEVER = {
    "unfilled": "a final note is refused as long as it is open",
    "above-ceiling": "a note is never marked below what it holds, and its export is refused",
}


def refusal(code: str) -> str:
    """Why a remark of this kind cannot be accepted, in one sentence; empty where it can."""
    return f"This cannot be accepted: {NEVER[code]}" if code in NEVER else ""


def accept(brief: Brief, finding: Finding, reason: str, by: str | None = None, on: str | None = None) -> Brief:
    """The brief with a remark accepted, in place of what was accepted there before.

    It is made again once it says something else, or the words of its block are others. Raises UsageError where there is
    no reason or the day is none, BrieferError where such a remark cannot be accepted.
    """
    if why := refusal(finding.code):
        raise BrieferError(why, todo=f"{finding.todo[:1].upper()}{finding.todo[1:]}")
    if not (reason := " ".join(reason.split())):
        raise UsageError("A remark is accepted with a reason", todo="Say in a few words why it may stand as it is")
    if on is not None and not is_partial(on):
        raise UsageError(f"“{on}” is not a date", todo="Write it like 2025-06-10")
    new = Accepted(
        code=finding.code, row=finding.of, said=finding.said, reason=reason, by=by or None, on=on,
        words=_words(brief, finding.of),
    )  # fmt: skip
    rows = {"brief", *(f"section:{s.id}" for s in brief.sections), *(b.id for s in brief.sections for b in s.blocks)}
    kept = [a for a in brief.accepted if a.row in rows and (a.code, a.row, a.said) != (new.code, new.row, new.said)]
    # What was kept when the brief was carried over has no words noted: it answers another question, and stays.
    kept = [a for a in kept if (a.code, a.row) != (new.code, new.row) or a.words in (None, new.words)]
    return replace(brief, accepted=(*kept, new))


def unaccept(brief: Brief, accepted: Accepted) -> Brief:
    """The brief in which this remark is open again."""
    return replace(brief, accepted=tuple(a for a in brief.accepted if a != accepted))


def accepted_as(brief: Brief, finding: Finding, accepted: Accepted) -> bool:
    """Whether a remark is the one that was accepted: it says the same, and the words of its block are the same."""
    same = (accepted.code, accepted.row, accepted.said) == (finding.code, finding.of, finding.said)
    return same and finding.code not in NEVER and accepted.words in (None, _words(brief, finding.of))


def formerly(brief: Brief, finding: Finding) -> Accepted | None:
    """What was accepted in the place of a remark when it, or its block, said something else."""
    return next((a for a in reversed(brief.accepted) if (a.code, a.row) == (finding.code, finding.of)), None)


def _words(brief: Brief, row: str) -> str | None:
    """A sum over the words of a block, whatever their letter case, form and punctuation."""
    block = next((b for s in brief.sections for b in s.blocks if b.id == row), None)
    return f"{zlib.crc32(' '.join(folded_words(glyphs.read_out(block.text))).encode()):08x}" if block else None
