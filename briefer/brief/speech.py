"""The brief as it is spoken in the room, block by block, and what a rehearsal of it showed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefer.brief import markup
from briefer.brief.markup import Paragraph, Run
from briefer.brief.model import Block, Brief, Section
from briefer.brief.review import SPOKEN
from briefer.text import seconds, words

#: What is spoken from where a brief has no speaking note.
INSTEAD = ("top-lines", "if-raised")
#: Words a minute outside which nobody was reading aloud: keys were pressed, or the clock was left running.
SLOWEST, FASTEST = 60, 220


class Part(NamedTuple):
    """What is said in one go: a block of the speaking note."""

    block: str
    section: str
    """The title of its section."""
    number: int
    """The place of the question it answers among the brief's questions, from 1; 0 where it answers none."""
    question: str
    """That question's words."""
    paragraphs: tuple[Paragraph, ...]
    """What is said; of a prompt what it asks for."""
    words: int
    seconds: int
    """What it should take at the brief's pace."""
    written: bool = True
    """False for a prompt: nothing can be said yet, and it takes no time."""


class Speech(NamedTuple):
    """All that is said, and the time there is for it."""

    parts: tuple[Part, ...]
    limit: int
    """Seconds; 0 where there is none."""

    @property
    def seconds(self) -> int:
        """What it should take at the brief's pace."""
        return sum(p.seconds for p in self.parts)


def speech(brief: Brief) -> Speech:
    """The speaking note in its order, with its prompts still to be filled in; where nothing is written there, top lines.

    Without any written words there are no parts: there is nothing to say yet.
    """
    asked = {b.id: b for s in brief.sections for b in s.blocks if b.role == "question"}
    numbers = {ident: place for place, ident in enumerate(asked, 1)}

    def part(section: Section, block: Block) -> Part:
        question = asked.get(block.question or "")
        written = block.role != "prompt"
        count = words(block.text) if written else 0
        return Part(
            block.id, section.title or section.id, numbers.get(block.question or "", 0),
            " ".join(markup.plain(question.text).split()) if question else "",
            tuple(_said(p) for p in markup.parse(block.text)), count, seconds(count, brief.words_per_minute), written,
        )  # fmt: skip

    def of(sections: Sequence[Section]) -> Speech:
        limit = sum(round((s.minutes or 0) * 60) for s in sections)
        spoken = [part(s, b) for s in sections for b in s.blocks if b.role in (*SPOKEN, "prompt") and b.text.strip()]
        return Speech(tuple(spoken) if any(p.written for p in spoken) else (), limit)

    note = of([s for s in brief.sections if s.minutes or s.role == "speaking-note"])
    return note if note.parts else of([s for s in brief.sections if s.role in INSTEAD])


def _said(paragraph: Paragraph) -> Paragraph:
    """A paragraph without its note marks, and without the blank that stood before one."""
    runs: list[Run] = []
    marked = False
    for run in paragraph.runs:
        if run.note:
            marked = True
            continue
        if marked and runs and re.match(r"[\s.,;:!?)\]»”]", run.text):
            runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip())
        marked = False
        runs.append(run)
    if marked and runs:
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip())
    return paragraph._replace(runs=tuple(runs))


def pace(parts: Sequence[Part], taken: Sequence[float]) -> int:
    """Words a minute actually spoken, given the seconds each part took; 0 where that cannot have been speaking.

    A part that was passed over without being read does not count.
    """
    read = [(p.words, t) for p, t in zip(parts, taken, strict=True) if p.words and t * FASTEST >= p.words * 60]
    time = sum(t for _, t in read)
    found = round(sum(w for w, _ in read) * 60 / time) if time else 0
    return found if SLOWEST <= found <= FASTEST else 0


def differs(found: int, counted: int) -> bool:
    """Whether a pace is more than a tenth away from the one that speaking times are counted at."""
    return bool(found) and abs(found - counted) * 10 > counted
