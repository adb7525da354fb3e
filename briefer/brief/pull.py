"""Entries of the base as blocks of a brief: text, sources, and what the base said when they were pulled in."""

from __future__ import annotations

import re

from msgspec.structs import replace

from briefer.brief import markup
from briefer.brief.ids import block_id
from briefer.brief.model import Block, BlockRole, Brief, Pulled, Source, Via
from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.entries import Cite, Fact, Paper, Position, Question

#: Numbers whose series names who issued the paper; before others the issuer is written.
_SERIES = re.compile(r"^(COM|JOIN|SWD|EEAS|SEC|C|Regulation|Directive|Decision|Council Decision)\b", re.IGNORECASE)


def source_of(cite: Cite, base: Knowledge) -> Source:
    """A citation of the base with all that a footnote needs; the marking is that of the paper actually read.

    An instruction from capital is ``inward``.
    """
    inward = any(base.is_inward_paper(p) for p in (cite.paper, cite.via) if p)
    paper = base.papers.get(cite.paper)
    read = base.papers.get(cite.via) if cite.via else paper
    via = None
    if cite.via:
        via = Via(paper=cite.via)
        if read:
            via = Via(paper=cite.via, issuer=issuer(read), number=read.number, date=read.date, title=read.title)
    if paper is None:
        return Source(paper=cite.paper, at=cite.at, via=via, marking=read.marking if read else None, inward=inward)
    return Source(
        paper=paper.id, issuer=issuer(paper), number=paper.number, date=paper.date, title=paper.title,
        marking=read.marking if read else None, at=cite.at, url=paper.url, via=via,
        inward=inward,
    )  # fmt: skip


def issuer(paper: Paper) -> str | None:
    """Who is named before a paper's number: Council for its documents, nobody where the series says it."""
    if paper.id.startswith("st-"):
        return "Council"
    if paper.number and _SERIES.match(paper.number):
        return None
    return paper.author or paper.from_


def sources_of(entry: Entry, base: Knowledge) -> tuple[Source, ...]:
    """The sources of an entry as a brief keeps them: all of them inward where the entry itself is."""
    value = entry.value
    cites = (Cite(paper=value.paper, at=value.at, via=value.via),) if isinstance(value, Question) else value.cites
    found = tuple(source_of(c, base) for c in cites)
    return tuple(replace(s, inward=True) for s in found) if base.is_inward(entry) else found


def pulled_of(entry: Entry, base: Knowledge, on: str) -> Pulled:
    """What the base says of an entry on a day, kept in the block so that the brief stands alone."""
    value = entry.value
    if isinstance(value, Question):
        asker = base.actors.get(value.asked_by)
        return Pulled(
            text=value.text, wording=value.wording, asked_by=asker.name if asker else value.asked_by, note=value.note
        )
    standing = base.standing(entry, on)
    others = [*standing.disputed, *([standing.superseded_by] if standing.superseded_by else [])]
    actor = base.actors.get(value.actor) if isinstance(value, Position) else None
    return Pulled(
        text=value.text,
        as_of=value.as_of,
        valid_until=value.valid_until,
        disputed=tuple(_told(other, base) for other in standing.disputed),
        superseded=_told(standing.superseded_by, base) if standing.superseded_by else None,
        actor=actor.name if actor else value.actor if isinstance(value, Position) else None,
        stance=value.stance if isinstance(value, Position) else None,
        note=value.note,
        inward=tuple(_told(o, base) for o in others if o in base.entries and base.is_inward(base.entries[o])),
    )


def _told(ref: str, base: Knowledge) -> str:
    """Another entry in one line, with its source."""
    if ref not in base.entries:
        return ref
    entry = base.entries[ref]
    first = sources_of(entry, base)[0]
    label = " ".join(p for p in (first.issuer, first.number or first.title) if p)
    text = entry.value.text.rstrip(".")
    return f"{text} ({label}, {first.at})." if first.at else f"{text} ({label})."


def block_of(
    entry: Entry,
    base: Knowledge,
    on: str,
    taken: set[str],
    *,
    role: BlockRole | None = None,
    question: str | None = None,
) -> Block:
    """An entry as a block with its sources; ``taken`` are the ids in use, to which the new one is added."""
    own: dict[type, BlockRole] = {Fact: "fact", Position: "position", Question: "question"}
    return Block(
        id=block_id(taken, entry.id, role),
        role=role or own[type(entry.value)],
        text=markup.escape(entry.value.text),
        question=question,
        entry=entry.id,
        pulled=pulled_of(entry, base, on),
        sources=sources_of(entry, base),
    )


def acronyms_used(brief: Brief, base: Knowledge) -> dict[str, str]:
    """The acronyms of the base that stand in a brief as words, alphabetically; none that only instructions explain."""
    texts = [brief.title, brief.meeting.body or "" if brief.meeting else ""]
    texts += [t for s in brief.sections for t in (s.title, *(b.text for b in s.blocks))]
    known = [a for a in base.acronyms if a and f"acronym:{a}" not in base.kept_in]
    longest_first = sorted(known, key=len, reverse=True)
    any_of_them = rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"
    present = set(re.findall(any_of_them, " ".join(texts))) if longest_first else set()
    return {k: base.acronyms[k] for k in sorted(present, key=lambda k: (k.casefold(), k))}
