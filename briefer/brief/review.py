"""What a careful colleague would say of a brief: unanswered, to fill in, unsourced, out of date, too long."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefer.brief import carrying, glyphs
from briefer.brief.model import Block, Brief, Pulled, Section
from briefer.dates import first_day, is_past, last_day, long_form
from briefer.text import clock, seconds, words

#: What is read aloud in the room.
SPOKEN = ("answer", "point", "text")
#: What states something and so needs a source, unless it is the delegation's own.
STATED = ("fact", "position", "figure")


class Finding(NamedTuple):
    """One remark."""

    code: str
    section: str
    block: str
    message: str
    """Where, why and what to do, for a person."""


def findings(brief: Brief) -> list[Finding]:
    """All remarks on a brief, in its order."""
    found: list[Finding] = []
    for section in brief.sections:
        for block in section.blocks:
            found += [Finding(code, section.id, block.id, text) for code, text in _block(brief, section, block)]
        if (limit := section.minutes) and (spoken := speaking_seconds(brief, section)) > limit * 60:
            text = f"{section.title} takes {clock(spoken)}, more than its {clock(round(limit * 60))}; shorten an answer"
            found.append(Finding("too-long", section.id, "", text))
        if section.words and (count := section_words(section)) > section.words:
            text = f"{section.title} has {count} words, more than its {section.words}; shorten it"
            found.append(Finding("too-long", section.id, "", text))
    return found


def _block(brief: Brief, section: Section, block: Block) -> list[tuple[str, str]]:
    where = f"{section.title or section.id}: “{beginning(glyphs.read_out(block.text))}”"
    found: list[tuple[str, str]] = []
    if block.role == "prompt":
        found.append(("unfilled", f"{where} is still to be filled in"))
    if block.role in STATED and not block.sources:
        found.append(("unsourced", f"{where} has no source; add one or make it the delegation's own text"))
    found += [(NOTICES[word], f"{where} is {word.lower()}: {text}") for word, text in notices(block, brief.as_of)]
    return found


#: What is said of a block that cannot stand uncommented: a stable code for scripts, and the word for people.
NOTICES = {
    "Out of date": "out-of-date",
    "Later": "later",
    "Disputed": "disputed",
    "Superseded": "superseded",
    "Reworded": "reworded",
}


def notices(block: Block, as_of: str) -> list[tuple[str, str]]:
    """What a reader of a block must be told on a day: a word of ``NOTICES`` and a sentence, on screen and in Word alike.

    Of an entry that went into the text among other words it is said which one is meant.
    """
    told = _standing(block.pulled, as_of) if block.pulled else []
    for one in block.carries:
        told += [
            (word, f"“{beginning(carrying.one_line(one.pulled.text))}”: {text}")
            for word, text in _standing(one.pulled, as_of)
        ]
    if block.pulled and is_reworded(block):
        told.append(("Reworded", f"these words are ours; the entry says: {block.pulled.text}"))
    return [(word, f"{text.strip().rstrip('.')}.") for word, text in told]


def _standing(pulled: Pulled, as_of: str) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    if pulled.valid_until and is_past(pulled.valid_until, as_of):
        told.append(("Out of date", f"valid until {long_form(pulled.valid_until)}"))
    if pulled.as_of and first_day(pulled.as_of) > last_day(as_of):
        told.append(("Later", f"the source speaks as of {long_form(pulled.as_of)}, after the day of this note"))
    told += [("Disputed", other) for other in pulled.disputed]
    if pulled.superseded:
        told.append(("Superseded", pulled.superseded))
    return told


def is_reworded(block: Block) -> bool:
    """Whether a pulled statement no longer says what the base said, so that its source does not answer for it.

    The day that a timeline sets before a statement, in bold, changes nothing of it. Where other entries went into the
    text, it is enough that the statement stands there whole beside them.
    """
    if block.pulled is None or block.role not in (*STATED, "row"):
        return False
    entry = carrying.one_line(block.pulled.text)
    if block.carries:
        return entry.rstrip(".") not in carrying.without(block.text, block.carries)
    text = re.sub(r"^\*\*[^*]*\b(?:19|20)\d\d\*\* ", "", block.text)
    return glyphs.read_out(text) != entry


def section_words(section: Section) -> int:
    """The words of a section that count against its limit: all but prompts and notes."""
    return sum(words(b.text) for b in section.blocks if b.role not in ("prompt", "note", "question"))


def speaking_seconds(brief: Brief, section: Section) -> int:
    """How long a section takes to speak: its answers, points and text at the brief's pace."""
    return seconds(sum(words(b.text) for b in section.blocks if b.role in SPOKEN), brief.words_per_minute)


def unanswered(brief: Brief) -> list[Block]:
    """The questions that have no answer yet."""
    answered = {b.question for s in brief.sections for b in s.blocks if b.role == "answer" and b.text.strip()}
    return [b for s in brief.sections for b in s.blocks if b.role == "question" and b.id not in answered]


def beginning(words: str) -> str:
    """The first of some plain words, to tell them by."""
    return words if len(words) <= 60 else words[:59].rsplit(" ", 1)[0] + " …"
