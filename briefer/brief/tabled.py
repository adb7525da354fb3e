"""What is on the table at the next meeting: its topics, the questions asked on them, and those on which nothing is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefer.brief.draft import asked_at
from briefer.brief.ids import block_id
from briefer.brief.model import Block, Brief
from briefer.brief.prompt_words import begins_unasked
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Meeting, Question


def topics(last: Brief, meeting: Meeting, base: Knowledge) -> tuple[str, ...]:
    """What the next brief is about: what the last one was, and the whole meeting where that was a whole meeting's."""
    theirs = tuple(dict.fromkeys(t for i in meeting.items for t in i.topics if t in base.topics))
    mine = tuple(t for t in last.topics if t in base.topics)
    held = base.meetings.get(last.meeting.id or "") if last.meeting else None
    whole = held is not None and {t for i in held.items for t in i.topics} <= set(last.topics)
    if whole or not set(mine) & set(theirs):
        return tuple(dict.fromkeys((*theirs, *mine)))
    return mine


def questions(meeting: Meeting, topics: Sequence[str], last: Brief, as_of: str, base: Knowledge) -> tuple[str, ...]:
    """The questions of the meeting's papers, and those of papers that have come since the last brief."""
    found = asked_at(meeting, topics, base)
    for topic in topics:
        for entry in base.questions(topic):
            value = entry.value
            assert isinstance(value, Question)
            paper = base.papers.get(value.via or value.paper)
            new_topic = topic not in last.topics and not found
            if new_topic or (paper and paper.date and last.as_of < paper.date <= as_of):
                found.append(entry)
    return tuple(dict.fromkeys(e.id for e in found))


def is_asked(block: Block) -> bool:
    """Whether a block is a question of a paper, not one of the delegation's own."""
    return block.role == "question" and block.entry is not None


def is_unasked(block: Block, words: Mapping[str, str] | None = None) -> bool:
    """Whether a prompt of the last brief, in the language of ``words``, asked about a topic on which nothing was asked."""
    return block.text.startswith(begins_unasked(words))


def unasked_id(topic: str) -> str:
    """The id that a draft gives to the prompt for a topic on which nothing is asked."""
    return block_id(set(), "unasked", topic)
