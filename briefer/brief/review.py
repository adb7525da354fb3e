"""What a careful colleague would say of a brief: unanswered, to fill in, unsourced, out of date, too long."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefer.brief import markup
from briefer.brief.model import Block, Brief, Section
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
    where = f"{section.title or section.id}: “{_beginning(block.text)}”"
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


class Telling(NamedTuple):
    """What a reader of a block must be told."""

    word: str
    """One of ``NOTICES``."""
    said: str
    """A date for what is out of date or later, else the other side, what has replaced it, or the entry's own words."""


def told(block: Block, as_of: str) -> list[Telling]:
    """What a reader of a block must be told on a day, in no language yet."""
    pulled = block.pulled
    if pulled is None:
        return []
    tellings: list[Telling] = []
    if pulled.valid_until and is_past(pulled.valid_until, as_of):
        tellings.append(Telling("Out of date", pulled.valid_until))
    if pulled.as_of and first_day(pulled.as_of) > last_day(as_of):
        tellings.append(Telling("Later", pulled.as_of))
    tellings += [Telling("Disputed", other) for other in pulled.disputed]
    if pulled.superseded:
        tellings.append(Telling("Superseded", pulled.superseded))
    if is_reworded(block):
        tellings.append(Telling("Reworded", pulled.text))
    return tellings


def notices(block: Block, as_of: str) -> list[tuple[str, str]]:
    """What a reader of a block must be told on a day: a word of ``NOTICES`` and an English sentence, for the screen."""
    return [(word, f"{_sentence(word, said).strip().rstrip('.')}.") for word, said in told(block, as_of)]


def _sentence(word: str, said: str) -> str:
    match word:
        case "Out of date":
            return f"valid until {long_form(said)}"
        case "Later":
            return f"the source speaks as of {long_form(said)}, after the day of this note"
        case "Reworded":
            return f"these words are ours; the entry says: {said}"
        case _:
            return said


def is_reworded(block: Block) -> bool:
    """Whether a pulled statement no longer says what the base said, so that its source does not answer for it.

    The day that a timeline sets before a statement, in bold, changes nothing of it.
    """
    if block.pulled is None or block.role not in (*STATED, "row"):
        return False
    text = re.sub(r"^\*\*[^*]*\b(?:19|20)\d\d\*\* ", "", block.text)
    return " ".join(markup.plain(text).split()) != " ".join(block.pulled.text.split())


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


def _beginning(text: str) -> str:
    plain = " ".join(markup.plain(text).split())
    return plain if len(plain) <= 60 else plain[:59].rsplit(" ", 1)[0] + " …"
