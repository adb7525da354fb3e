"""A paper that was read, and what was taken of it, in plain lines for a person and as data for scripts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefer.dates import long_form
from briefer.intake.cleaned import line
from briefer.intake.into import Change, Taken
from briefer.intake.rewording import told
from briefer.papers.model import AskedQuestion, CouncilPaper
from briefer.papers.propose import proposals

_LABEL = 18


def of_paper(paper: CouncilPaper) -> list[str]:
    """What a paper says of itself: its header, its questions in full, and how much of the rest there is."""
    number = " ".join(filter(None, (paper.doc_number, paper.suffix)))
    head = " · ".join(filter(None, (number, paper.doc_type, paper.marking)))
    lines = [line(head) if head else "This does not have the header of a Council paper."]
    fields = (
        ("Date", long_form(paper.date) if paper.date else None), ("From", paper.from_), ("To", paper.to),
        ("Subject", paper.subject), ("Codes", ", ".join(paper.codes)),
        ("Interinstitutional", ", ".join(paper.interinstitutional_files)), ("Follows", ", ".join(paper.prev_docs)),
        ("Original language", paper.original_language), ("Expected action", paper.expected_action),
    )  # fmt: skip
    lines += [f"  {label:<{_LABEL}} {line(value)}" for label, value in fields if value]
    lines += _questions(paper)
    lines.append(_counts(paper))
    for inner in paper.enclosed:
        lines += ["", "Enclosed:", *(f"  {one}" if one else one for one in of_paper(inner))]
    return lines


def _questions(paper: CouncilPaper) -> list[str]:
    if not paper.questions:
        inside = any(one.questions for one in paper.enclosed)
        return ["No questions to delegations in it" + ("; those are in what it encloses." if inside else ".")]
    lists: dict[tuple[str | None, str | None], list[AskedQuestion]] = {}
    for one in paper.questions:
        lists.setdefault((one.asked_by, one.set), []).append(one)
    lines = []
    for (asker, name), members in lists.items():
        by = f", asked by {line(asker)}" if asker else ""
        of = f" ({line(name)})" if name and name != asker else ""
        lines.append(f"{_many(len(members), 'question')}{by}{of}:")
        for one in members:
            cut = "  [its end is missing in the file]" if one.cut_off else ""
            lines.append(f"  {line(one.number)}. {line(one.text)}{cut}")
    return lines


def _counts(paper: CouncilPaper) -> str:
    parts = [
        (len(paper.headings), "heading"), (len(paper.paragraphs), "paragraph"), (len(paper.footnotes), "footnote"),
        (len(paper.cited), "cited document"),
    ]  # fmt: skip
    found = [one for one in proposals(paper) if one.enclosed is None]
    facts = sum(one.kind == "fact" for one in found)
    offered = [(facts, "fact"), (len(found) - facts, "position")]
    proposed = " and ".join(_many(n, word) for n, word in offered if n)
    counted = ", ".join(_many(n, word) for n, word in parts if n) or "Nothing else"
    return f"{counted}; {proposed} to look at on the screen" if proposed else counted


def of_taken(taken: Taken, shown: Callable[[Path], str]) -> list[str]:
    """What came into the base, each change with its words; ``shown`` tells how files are called."""
    if taken.nothing_new:
        lines = [_change(change) for change in taken.changes]
        return [f"Nothing new: your base has this paper and its questions already (topic {taken.topic}).", *lines]
    lines = [f"Taken into your knowledge, topic {taken.topic}:", *(_change(change) for change in taken.changes)]
    if taken.near:
        lines.append(f"  The topic is a new one; there is also {' and '.join(taken.near)}.")
    return [*lines, f"Written: {', '.join(shown(one.path) for one in taken.written)}"]


def _change(change: Change) -> str:
    head = f"  {change.how:<8}{change.kind:<9} {change.id}"
    if change.how == "left":
        return f"{head}: {change.why}" if change.id else f"{head.rstrip()} “{line(change.shown)}”: {change.why}"
    if change.how == "gone":
        return f"{head}: “{line(change.shown)}” – {change.why}"
    if change.kind == "meeting":
        return f"{head}: {line(change.shown)}, the paper is on its agenda, with its topic"
    if change.how == "new":
        return head if change.kind == "question" else f"{head}: {line(change.shown)}"
    return f"{head}: " + "; ".join(f"{d.key}: {line(told(d.before, d.after))}" for d in change.differences)


def as_json(taken: Taken, shown: Callable[[Path], str]) -> dict[str, Any]:
    """What came into the base, for scripts."""
    changes = [
        {
            "kind": c.kind, "id": c.id or None, "how": c.how, "why": c.why or None,
            "differences": [d._asdict() for d in c.differences],
        }
        for c in taken.changes
    ]  # fmt: skip
    return {
        "topic": taken.topic, "papers": list(taken.papers), "questions": list(taken.questions), "gone": list(taken.gone),
        "changes": changes,
        "files": [shown(one.path) for one in taken.written],
    }  # fmt: skip


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
