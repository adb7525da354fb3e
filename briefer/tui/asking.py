"""What the screen says of a brief's questions: which there are, who asks, what answers them, in which time."""

from __future__ import annotations

from typing import NamedTuple

from briefer.brief import edit, markup, review
from briefer.brief.model import Block, Brief, Section
from briefer.text import clock

#: Said on the desk and here where there is nothing to walk through.
NONE = (
    "This brief has no question yet. On the desk p finds one in the knowledge base (type the topic; “asks” stands "
    "before questions) and Enter pulls it in."
)
#: Names that are spoken of with an article.
_WITH_ARTICLE = ("Presidency", "Commission", "Council", "Parliament", "Secretariat")


class Stands(NamedTuple):
    """A question in the strip of questions."""

    question: str
    """Its block's id."""
    answered: bool
    too_long: bool


def questions(brief: Brief) -> list[Block]:
    """The questions of a brief, in its order."""
    return [b for s in brief.sections for b in s.blocks if b.role == "question"]


def strip(brief: Brief) -> list[Stands]:
    """How each of them stands."""
    open_ones = {b.id for b in review.unanswered(brief)}
    return [Stands(q.id, q.id not in open_ones, time(brief, q.id)[1]) for q in questions(brief)]


def time(brief: Brief, question: str) -> tuple[str, bool]:
    """The speaking time of what answers a question against its share of the limit, and whether it is too long."""
    spoken, limit = review.answer_seconds(brief, question), review.answer_limit(brief, question)
    over = bool(limit) and spoken > limit
    told = f"{clock(spoken)} of {clock(limit)}" if limit else clock(spoken)
    return (f"{told}, too long" if over else told), over


def answer_of(brief: Brief, question: str) -> Block | None:
    """The block that is written in: the first answer, else the first prompt for one."""
    own = _of(brief, question)
    return next((b for role in ("answer", "prompt") for b in own if b.role == role), None)


def others(brief: Brief, question: str) -> list[Block]:
    """What else is spoken on a question, beside the block that is written in."""
    first = answer_of(brief, question)
    return [b for b in _of(brief, question) if b.role in review.SPOKEN and b != first and b.text.strip()]


def last_of(brief: Brief, question: str) -> tuple[Section, Block]:
    """The question's section, and the last block there that belongs to it: what is taken in comes after that one."""
    section = edit.find(brief, question)[0]
    return section, [b for b in section.blocks if b.id == question or b.question == question][-1]


def _of(brief: Brief, question: str) -> list[Block]:
    return [b for s in brief.sections for b in s.blocks if b.question == question]


def belongs(brief: Brief, row: str | None) -> str | None:
    """The question that a row is or belongs to; None where it has none."""
    for section in brief.sections:
        for block in section.blocks:
            if block.id == row:
                return block.id if block.role == "question" else block.question
    return None


def head(brief: Brief, question: Block) -> list[str]:
    """Which question it is and who asks it, longest first."""
    asked = [q.id for q in questions(brief)]
    place = f"Question {asked.index(question.id) + 1} of {len(asked)}"
    pulled = question.pulled
    source = question.sources[0] if question.sources else None
    paper = (source.number or source.title or source.paper) if source else ""
    by = f"asked by {_named(pulled.asked_by)}" if pulled and pulled.asked_by else "" if paper else "in your own words"
    who = ", ".join(p for p in (by, paper) if p)
    wording, short = "", ""
    if pulled and pulled.wording:
        gist = pulled.wording == "gist"
        wording = "(in our words; read the paper for its own)" if gist else "(as the paper has it)"
        short = "(in our words)" if gist else "(as the paper has it)"
    variants = [[place, who, wording], [place, who, short], [place, paper, short], [place, paper], [place]]
    return [" · ".join(p for p in parts if p) for parts in variants]


def _named(actor: str) -> str:
    return f"the {actor}" if actor.split()[-1] in _WITH_ARTICLE and not actor.startswith("The ") else actor


def asks(brief: Brief, question: str) -> str:
    """What stands in the empty editor: what the prompt asks for, or that one writes here."""
    one = answer_of(brief, question)
    wanted = one.text if one and one.role == "prompt" else one.prompt if one else None
    return markup.plain(wanted) if wanted else "Write the answer here."
