"""What the screen says of blocks, sections and briefs: role, signs with their words, source, counts."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from briefer.brief import inward, markup, review
from briefer.brief.marking import block_marking, high_water, rank
from briefer.brief.model import MADE_AT_EXPORT, Block, Brief, Section, Source
from briefer.dates import last_day, long_form
from briefer.knowledge.base import Knowledge
from briefer.text import clock, words
from briefer.tui.plain import one_line

#: What each sign means, in the order in which signs are shown.
SIGNS = {
    "!": "out of date", "≠": "disputed", "L": "LIMITE", "⌂": "instructions", "?": "without source",
    "»": "replaced by something newer",
}  # fmt: skip
#: What is told of what comes from instructions.
INWARD = "⌂ Instructions from capital: stays in the house"
#: How far a brief is, in words.
STATES = {"draft": "draft", "clearance": "for clearance", "cleared": "cleared"}
_SHORT_STATES = {"clearance": "to clear", "cleared": "cleared"}
_BY_NOTICE = {"Out of date": "!", "Disputed": "≠", "Superseded": "»"}


class Told(NamedTuple):
    """A block in words."""

    label: str
    """Its role, short, for the margin."""
    signs: str
    head: str
    """Who says it or asks it, before the text; may be empty."""
    text: str
    """Its words without markup."""


def number(brief: Brief, question: str) -> int:
    """The place of a question among the brief's questions, from 1; 0 where it is none."""
    asked = [b.id for s in brief.sections for b in s.blocks if b.role == "question"]
    return asked.index(question) + 1 if question in asked else 0


def told(brief: Brief, section: Section, block: Block) -> Told:
    """A block for a list of blocks."""
    return Told(label(brief, block), signs(brief, section, block), head(block), markup.plain(block.text))


def label(brief: Brief, block: Block) -> str:
    """Its role in a word."""
    if block.role == "question":
        return f"Q{number(brief, block.id)}"
    if block.role == "answer" and block.question and (place := number(brief, block.question)):
        return f"answer {place}"
    return {"prompt": "▢ fill in", "row": "row"}.get(block.role, block.role)


def head(block: Block) -> str:
    """Who says or asks it, and whose the words are."""
    pulled = block.pulled
    if pulled is None:
        return ""
    if pulled.actor:
        return f"{pulled.actor} ({pulled.stance})" if pulled.stance else pulled.actor
    if pulled.asked_by:
        wording = " · in our words, not the paper's" if pulled.wording == "gist" else " · as the paper has it"
        return f"{pulled.asked_by} asks{wording}"
    return ""


def signs(brief: Brief, section: Section, block: Block) -> str:
    """The signs of a block."""
    found = {_BY_NOTICE.get(word, "!") for word, _ in review.notices(block, brief.as_of)}
    if rank(brief, max((s.marking or "" for s in block.sources), key=lambda m: rank(brief, m), default="")) > 0:
        found.add("L")
    if inward.is_inward(block):
        found.add("⌂")
    if block.role in review.STATED and not block.sources:
        found.add("?")
    return "".join(s for s in SIGNS if s in found)


def detail(brief: Brief, section: Section, block: Block) -> list[str]:
    """What is told of the block under the cursor: notices first, then what it is and where it stands."""
    lines = [f"{_BY_NOTICE.get(word, '!')} {word}: {text}" for word, text in review.notices(block, brief.as_of)]
    if block.role in review.STATED and not block.sources:
        lines.append("? Without source: add one, or make it your own text.")
    if inward.is_inward(block):
        lines.append(INWARD if inward.stays(block) else f"{INWARD}, and this text goes out without that note")
    facts = [_role(brief, block)]
    pulled = block.pulled
    if pulled and pulled.as_of:
        facts.append(f"as of {long_form(pulled.as_of)}")
    if pulled and one_line(markup.plain(block.text)) != one_line(pulled.text):
        facts.append("changed by you")
    marking = block_marking(brief, section, block)
    facts.append(marking if block.sources else f"{marking} as your own text" if rank(brief, marking) else marking)
    if block.role in review.SPOKEN and block.text:
        facts.append(counted(words(block.text), "word"))
    lines.append(" · ".join(facts))
    if block.sources:
        lines.append("Source: " + "; ".join(source(s) for s in block.sources))
    return lines


def _role(brief: Brief, block: Block) -> str:
    names = {
        "question": f"Question {number(brief, block.id)}", "prompt": "To fill in", "fact": "Fact", "row": "Row",
        "position": "Position", "figure": "Figure", "answer": "Answer", "point": "Point", "text": "Text",
        "note": "Note, not for the speaker",
    }  # fmt: skip
    named = f"{names[block.role]}: {one}" if (one := head(block)) and block.role != "question" else names[block.role]
    return f"{named}, {one}" if one and block.role == "question" else named


def source(one: Source) -> str:
    """A source in one line."""
    parts = [" ".join(p for p in (one.issuer, one.number) if p), "" if one.number else one.title or one.paper]
    parts += [long_form(one.date) if one.date else "", one.at or ""]
    text = ", ".join(p for p in parts if p)
    if one.via:
        through = " ".join(p for p in (one.via.issuer, one.via.number or one.via.title) if p)
        text += f" (via {through or one.via.paper})"
    marks = [m for m in (one.marking, "⌂ instructions" if one.inward else "") if m]
    return text + (f" [{', '.join(marks)}]" if marks else "")


def from_where(base: Knowledge, kind: str, ident: str) -> list[str]:
    """Layer and file from which an entry, paper, topic or meeting comes, as a line; none where nothing says."""
    origin = base.origin(kind, ident)
    return [f"From {origin.told}"] if origin else []


def counted(number: int, thing: str) -> str:
    """``1 word``, ``2 words``."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def meeting_of(brief: Brief) -> str:
    """The meeting by body and date; empty where none is set."""
    meeting = brief.meeting
    if meeting is None:
        return ""
    days = [long_form(d) for d in (meeting.date, meeting.end) if d]
    rest = meeting.place or meeting.format or meeting.item or ""
    return ", ".join(p for p in (meeting.body, " to ".join(days)) if p) or rest


def is_over(brief: Brief, today: str) -> bool:
    """Whether the meeting of a brief is past."""
    meeting = brief.meeting
    day = (meeting.end or meeting.date) if meeting else None
    return day is not None and last_day(day).isoformat() < today


def header_detail(brief: Brief) -> list[str]:
    """All that stands in the header box, and how it is changed."""
    meeting = brief.meeting
    at = [meeting_of(brief), *((meeting.place, meeting.format) if meeting else ())]
    item = [meeting.item, meeting.action] if meeting else []
    who = [(brief.delegation, "delegation"), (brief.drafter, "drafter"), (brief.cleared_by, "cleared by")]
    lines = [
        " · ".join(p for p in at if p) or "No meeting is set yet.",
        " · ".join(p for p in item if p),
        " · ".join(f"{what} {name}" for name, what in who if name) or "no delegation, no drafter",
        "Enter or h changes them; the box itself is made at export.",
    ]
    return [line for line in lines if line]


def section_state(brief: Brief, section: Section) -> str:
    """How a section stands against its limits, and whether it may be disclosed."""
    parts = []
    if section.role == "header":
        parts.append(meeting_of(brief) or "no meeting yet: Enter sets it")
    elif section.role in MADE_AT_EXPORT:
        parts.append("made at export")
    if section.minutes or section.role == "speaking-note":
        spoken = review.speaking_seconds(brief, section)
        limit = round((section.minutes or 0) * 60)
        over = " too long" if limit and spoken > limit else ""
        parts.append(f"{clock(spoken)} of {clock(limit)}{over}" if limit else clock(spoken))
    if section.words:
        count = review.section_words(section)
        parts.append(f"{count} of {section.words} words" + (" too long" if count > section.words else ""))
    if not section.disclosable:
        parts.append("not for disclosure")
    return " · ".join(parts)


def state_of(brief: Brief, saved: str, remarks: int) -> list[str]:
    """The meter: marking, words, speaking time, questions answered, sources missing, what is out of date, open remarks of
    the review, saving.

    Several variants, longest first; the last one holds on twenty columns.
    """
    marking = high_water(brief)
    count = sum(review.section_words(s) for s in brief.sections)
    long = [*([STATES[brief.state]] if brief.state != "draft" else []), marking, counted(count, "word")]
    short = [marking, f"{count} w"]
    seconds, limit = spoken(brief)
    if seconds is not None:
        time = f"{clock(seconds)} of {clock(limit)}" if limit else clock(seconds)
        over = " too long" if limit and seconds > limit else ""
        long.append(time + over)
        short.append(time.replace(" of ", "/") + ("!" if over else ""))
    asked = sum(b.role == "question" for s in brief.sections for b in s.blocks)
    if asked:
        answered = asked - len(review.unanswered(brief))
        long.append(f"{answered} of {asked} answered")
        short.append(f"Q {answered}/{asked}")
    blocks = [b for s in brief.sections for b in s.blocks]
    missing = sum(b.role in review.STATED and not b.sources for b in blocks)
    late = sum(any(word == "Out of date" for word, _ in review.notices(b, brief.as_of)) for b in blocks)
    if missing:
        long.append(f"{missing} without source")
        short.append(f"?{missing}")
    if late:
        long.append(f"! {late} out of date")
        short.append(f"!{late}")
    long.append(counted(remarks, "remark") if remarks else "no remarks")
    short.append(f"rev {remarks}")
    least = [marking, *short[2:3], f"rev {remarks}", "saved" if saved.startswith("saved") else "unsaved"]
    if brief.state != "draft":
        short.insert(0, _SHORT_STATES[brief.state])
    return [" · ".join([*long, saved]), " · ".join([*short, saved]), " ".join([*short, saved]), " ".join(least)]


def spoken(brief: Brief) -> tuple[int | None, int]:
    """The seconds that what is read aloud takes, None where the brief has nothing of the kind, and their limit or 0."""
    aloud = [s for s in brief.sections if s.minutes or s.role == "speaking-note"]
    if not aloud:
        return None, 0
    seconds = sum(review.speaking_seconds(brief, s) for s in aloud)
    return seconds, sum(round((s.minutes or 0) * 60) for s in aloud)


def order(brief: Brief) -> list[str]:
    """The ids of all rows of a brief, sections as ``section:ID``, from top to bottom."""
    return [i for s in brief.sections for i in (f"section:{s.id}", *(b.id for b in s.blocks))]


def first_difference(before: Brief, after: Brief) -> str | None:
    """The row at which a brief first differs from an earlier state, or the one after a gap."""
    old, new = _by_row(before), _by_row(after)
    rows, rows_before = order(after), order(before)
    for row in rows:
        if new[row] != old.get(row):
            return row
    for at, row in enumerate(rows_before):
        if row not in new:
            return next((r for r in rows_before[at:] if r in new), rows[-1] if rows else None)
    return next((a for a, b in zip(rows, rows_before, strict=False) if a != b), None)


def _by_row(brief: Brief) -> dict[str, object]:
    """What each row says: a block, or a section without its blocks, the meeting's with what stands in it."""
    found: dict[str, object] = {}
    for section in brief.sections:
        head = (
            (brief.state, brief.meeting, brief.delegation, brief.drafter, brief.cleared_by)
            if section.role == "header"
            else ()
        )
        found[f"section:{section.id}"] = (replace(section, blocks=()), head)
        found |= {b.id: b for b in section.blocks}
    return found
