"""What a careful colleague would say of a brief: unanswered, to fill in, unsourced, out of date, too long."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefer.brief import carrying, glyphs, inward, notemarks
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

    @property
    def row(self) -> str:
        """The row of the brief that it belongs to: a block's id, else ``section:ID``."""
        return self.block or f"section:{self.section}"


def findings(brief: Brief) -> list[Finding]:
    """All remarks on a brief, in its order."""
    found: list[Finding] = []
    asked = {b.question for s in brief.sections for b in s.blocks if b.role in ("answer", "prompt")}
    doubled = twice(brief)
    for section in brief.sections:
        for block in section.blocks:
            remarks = _block(brief, section, block)
            if block.role == "question" and block.id not in asked:
                remarks.append(("unanswered", f"{_where(section, block)} has no answer; write one or take it out"))
            if block.id in doubled:
                where = f"{_where(section, block)} also stands woven into a text under {doubled[block.id]}"
                remarks.append(("twice", f"{where}; take one of them out"))
            found += [Finding(code, section.id, block.id, text) for code, text in remarks]
        if (limit := section.minutes) and (spoken := speaking_seconds(brief, section)) > limit * 60:
            text = f"{section.title} takes {clock(spoken)}, more than its {clock(round(limit * 60))}; shorten an answer"
            found.append(Finding("too-long", section.id, "", text))
        if section.words and (count := section_words(section)) > section.words:
            text = f"{section.title} has {count} words, more than its {section.words}; shorten it"
            found.append(Finding("too-long", section.id, "", text))
    return found


def _where(section: Section, block: Block) -> str:
    return f"{section.title or section.id}: “{beginning(glyphs.read_out(block.text))}”"


def _block(brief: Brief, section: Section, block: Block) -> list[tuple[str, str]]:
    where = _where(section, block)
    found: list[tuple[str, str]] = []
    if block.role == "prompt":
        found.append(("unfilled", f"{where} is still to be filled in"))
    elif not block.text.strip():
        text = f"{section.title or section.id}: a block says nothing; write something or take it out"
        found.append(("empty", text))
    if lacks_source(block):
        found.append(("unsourced", f"{where} has no source; add one or make it the delegation's own text"))
    if inward.stays(block):
        found.append(("instructions", f"{where} comes from instructions; a note for release leaves it out"))
    if loose := [n for n in notemarks.used(block.text) if n > len(block.sources)]:
        found.append(("no-such-source", f"{where} has a mark [^{loose[0]}] but no such source; add it or take it out"))
    found += [(NOTICES[word], f"{where} is {word.lower()}: {text}") for word, text in notices(block, brief.as_of)]
    return found


def twice(brief: Brief) -> dict[str, str]:
    """Blocks whose entry was also woven into the text of another block, with the title of that one's section."""
    woven = {c.entry: s.title or s.id for s in brief.sections for b in s.blocks for c in b.carries}
    return {b.id: woven[b.entry] for s in brief.sections for b in s.blocks if b.entry in woven}


def lacks_source(block: Block) -> bool:
    """Whether a block states something as a fact, figure or position and has no source for it."""
    return block.role in STATED and not block.sources


def sources_missing(brief: Brief) -> int:
    """How many blocks state something without a source."""
    return sum(lacks_source(b) for s in brief.sections for b in s.blocks)


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
    of: str = ""
    """How the entry begins that is meant, where its words went into the text among others."""


def told(block: Block, as_of: str) -> list[Telling]:
    """What a reader of a block must be told on a day, in no language yet."""
    tellings = [Telling(*t) for t in _standing(block.pulled, as_of)] if block.pulled else []
    for one in block.carries:
        meant = beginning(carrying.one_line(one.pulled.text))
        tellings += [Telling(word, said, meant) for word, said in _standing(one.pulled, as_of)]
    if block.pulled and is_reworded(block):
        tellings.append(Telling("Reworded", block.pulled.text))
    return tellings


def notices(block: Block, as_of: str) -> list[tuple[str, str]]:
    """What a reader of a block must be told on a day: a word of ``NOTICES`` and an English sentence, for the screen."""
    return [
        (word, f"“{meant}”: {sentence}" if meant else sentence)
        for word, said, meant in told(block, as_of)
        for sentence in [f"{_sentence(word, said).strip().rstrip('.')}."]
    ]


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


def _standing(pulled: Pulled, as_of: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    if pulled.valid_until and is_past(pulled.valid_until, as_of):
        found.append(("Out of date", pulled.valid_until))
    if pulled.as_of and first_day(pulled.as_of) > last_day(as_of):
        found.append(("Later", pulled.as_of))
    found += [("Disputed", other) for other in pulled.disputed]
    if pulled.superseded:
        found.append(("Superseded", pulled.superseded))
    return found


def is_reworded(block: Block) -> bool:
    """Whether a pulled statement no longer says what the base said, so that its source does not answer for it.

    The day that a timeline sets before a statement, in bold, changes nothing of it. Where other entries went into the
    text, it is enough that the statement stands there whole beside them.
    """
    if block.pulled is None or block.role not in (*STATED, "row", "question"):
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


def answer_seconds(brief: Brief, question_id: str) -> int:
    """How long the answer to a question takes to speak, all that is said on it together."""
    said = (b for s in brief.sections for b in s.blocks if b.question == question_id and b.role in SPOKEN)
    return seconds(sum(words(b.text) for b in said), brief.words_per_minute)


def answer_limit(brief: Brief, question_id: str) -> int:
    """The seconds that the answer to a question may take: what the section's minutes leave beside all else that is spoken
    in it, shared by its questions; at least 1, and 0 where there is no limit.
    """
    section = next((s for s in brief.sections if question_id in [b.id for b in s.blocks]), None)
    asked = {b.id for b in section.blocks if b.role == "question"} if section else set()
    if section is None or not section.minutes or question_id not in asked:
        return 0
    beside = sum(words(b.text) for b in section.blocks if b.role in SPOKEN and b.question not in asked)
    left = section.minutes * 60 - seconds(beside, brief.words_per_minute)
    return max(round(left / len(asked)), 1)


def unanswered(brief: Brief) -> list[Block]:
    """The questions that have no answer yet."""
    answered = {b.question for s in brief.sections for b in s.blocks if b.role == "answer" and b.text.strip()}
    return [b for s in brief.sections for b in s.blocks if b.role == "question" and b.id not in answered]


def beginning(words: str) -> str:
    """The first of some plain words, to tell them by."""
    return words if len(words) <= 60 else words[:59].rsplit(" ", 1)[0] + " …"
