"""What a reader of a block must be told: out of date, later, disputed, superseded, reworded."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefer.brief import carrying
from briefer.brief.model import Block, Pulled
from briefer.brief.review import texts
from briefer.dates import first_day, is_past, last_day, long_form

#: What states something and so needs a source, unless it is the delegation's own.
STATED = ("fact", "position", "figure")

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
    return texts.read(text) != entry


def beginning(words: str) -> str:
    """The first of some plain words, to tell them by."""
    return words if len(words) <= 60 else words[:59].rsplit(" ", 1)[0] + " …"


def lacks_source(block: Block) -> bool:
    """Whether a block states something as a fact, figure or position and has no source for it."""
    return block.role in STATED and not block.sources
