"""Invented material of any size, the same at every run."""

from __future__ import annotations

import random
from pathlib import Path

from briefer.brief.model import Block, Brief, MeetingRef, Section, Source

_WORDS = [
    "mission", "mandate", "border", "arrangement", "cooperation", "report", "working", "party", "route",
    "partner", "agency", "training", "figure", "support", "migration", "return", "readmission", "Frontex",
    "Europol", "coast", "guard", "capacity", "project", "funding", "country", "delegation", "strategy",
    "review",
]  # fmt: skip


def sentence(dice: random.Random, words: int = 22) -> str:
    """An invented sentence."""
    return " ".join(dice.choice(_WORDS) for _ in range(words)).capitalize() + "."


def base(folder: Path, entries: int, per_file: int = 100) -> Path:
    """A knowledge folder with so many facts, a hundred a file, and one paper."""
    dice = random.Random(7)
    topics = folder / "topics"
    topics.mkdir(parents=True)
    (folder / "papers.yaml").write_text(
        "papers:\n  - {id: st-1-2031, number: 1/31, title: Invented, date: 2031-01-02}\n", "utf-8"
    )
    for number in range(entries // per_file):
        lines = [f"topic: t{number}", f"title: Invented topic {number}", "keywords: [invented]", "facts:"]
        for fact in range(per_file):
            lines += [
                f"  - id: f{fact}",
                f"    text: {sentence(dice)}",
                f'    source: {{paper: st-1-2031, at: "Heading, para. {fact + 1}"}}',
                "    as_of: 2031-01-02",
                f"    tags: [{dice.choice(_WORDS)}, {dice.choice(_WORDS)}]",
            ]
        (topics / f"t{number}.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


#: Words a block with which 30 of them fill two sides in the plain house style, and 1,200 two hundred.
SHORT, LONG = 18, 98


def note(footnotes: int, words: int = 26) -> Brief:
    """A speaking note with so many sourced blocks of so many words."""
    dice = random.Random(11)
    title = "An invented paper on invented matters"
    blocks = tuple(
        Block(
            id=f"block{i:03d}", role="fact", text=sentence(dice, words),
            sources=(Source(paper="st-1-2031", issuer="Council", number="1/31", date="2031-01-02", title=title,
                            marking="LIMITE", at=f"Heading, para. {i + 1}"),),
        )
        for i in range(footnotes)
    )  # fmt: skip
    sections = (
        Section(id="header", role="header", title="Meeting"),
        Section(id="speaking", role="speaking-note", title="Speaking note", minutes=3, blocks=blocks),
        Section(id="sources", role="sources", title="Sources"),
    )
    meeting = MeetingRef(body="EMWP", date="2031-01-02")
    return Brief(brief="bench", format=1, title="Bench", as_of="2031-01-02", meeting=meeting, sections=sections)
