"""What is told of a paper that was read: its topic, header, questions and proposals as rows, and what was taken in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from textual.content import Content
from textual.visual import Visual

from briefer.brief.making import Wanted
from briefer.dates import long_form
from briefer.intake import corrected, records
from briefer.intake.corrected import FIELDS
from briefer.intake.into import Change, Taken
from briefer.intake.pairing import value
from briefer.intake.review import Review
from briefer.intake.rewording import pieces
from briefer.intake.tabled import meetings_with, names
from briefer.intake.topics import resolve
from briefer.knowledge.base import Knowledge
from briefer.tui.plain import one_line, plain, together
from briefer.tui.widgets.lines import Hanging
from briefer.workspace import OWN

_LABEL = 11
_QUIET = "$foreground-muted"


class PaperRow(NamedTuple):
    """A row of what a paper says."""

    id: str
    prompt: Content | Visual
    heading: bool = False


def rows(review: Review, base: Knowledge, topic: str, there: bool, meeting: str | None) -> list[PaperRow]:
    """All rows; ``there`` says whether the topic is one of the base."""
    papers = corrected.flat(review.paper)
    found = [PaperRow("topic", _line("Topic", _topic(base, topic, there)))]
    on = base.meetings.get(on_agenda(review, meeting, base, resolve(topic, base).id if there else topic) or "")
    told = plain(f"{one_line(on.body)}, {long_form(on.date)}") if on else plain("none", _QUIET)
    found.append(PaperRow("meeting", _line("Meeting", told)))
    if not papers[0].doc_number and not papers[0].from_:
        found.append(_head("-none", "It does not have the header of a Council paper."))
    for place, paper in enumerate(papers):
        if place:
            found.append(_head(f"-enclosed{place}", "It encloses"))
        else:
            found.append(_head("-header", "Header"))
        header = corrected.header(paper)
        for field, label in FIELDS.items():
            mine = f"{place}/{field}" in review.kept.header
            if header[field] or mine or field in ("number", "date", "from", "subject", "marking"):
                value = long_form(header[field]) if field == "date" else header[field]
                shown = plain(one_line(value)) if value else plain("–", _QUIET)
                shown = together(shown, plain("  (corrected)", _QUIET)) if mine else shown
                found.append(PaperRow(f"field:{place}/{field}", _line(label, shown)))
        found += _questions(review, place, several=len(papers) > 1)
        if paper.expected_action:
            found.append(PaperRow(f"action:{place}", _line("Action", plain(one_line(paper.expected_action)))))
    found += _gone(review, base)
    found += _offered(review, base)
    if review.taken is not None:
        found += _taken(review.taken)
    return found


def _head(ident: str, text: str) -> PaperRow:
    return PaperRow(ident, plain(text, "bold $text-accent"), heading=True)


def _line(label: str, text: Content) -> Hanging:
    return Hanging(plain(label, _QUIET), text, _LABEL)


def _topic(base: Knowledge, topic: str, there: bool) -> Content:
    if not topic:
        return plain("none yet: t chooses one", "$text-warning")
    if not there:
        return together(plain(one_line(topic), "bold"), plain("  a new topic", _QUIET))
    ident = resolve(topic, base).id
    return plain(one_line(base.topics[ident].title or ident), "bold")


def _questions(review: Review, place: int, *, several: bool) -> list[PaperRow]:
    own = [s for s in review.questions if s.paper == place]
    count = sum(not s.left_out for s in own)
    if not own:
        said = "It asks delegations nothing that was found; a adds a question."
        return [] if several else [_head(f"-questions{place}", said)]
    found = [_head(f"-questions{place}", f"{count} question{'' if count == 1 else 's'} to delegations, word for word")]
    asker = None
    for one in own:
        asked = one.question
        signs = [("cut off", asked.cut_off), ("left out", one.left_out), ("corrected", one.changed)]
        told = "".join(f"  ({word})" for word, so in signs if so)
        who = f"{one_line(asked.asked_by)}: " if asked.asked_by and asked.asked_by != asker else ""
        asker = asked.asked_by
        text = together(
            plain(who, _QUIET), plain(one_line(asked.text), "strike" if one.left_out else ""),
            plain(told, "bold $text-warning" if asked.cut_off else _QUIET),
        )  # fmt: skip
        found.append(
            PaperRow(f"question:{one.key}", Hanging(plain(f"  {one_line(asked.number)}", "bold"), text, _LABEL))
        )
    return found


def _gone(review: Review, base: Knowledge) -> list[PaperRow]:
    """What the base has of an earlier version or reading, and the paper does not ask."""
    found = []
    for entry in review.gone(base):
        asked = value(entry)
        of = base.papers.get(asked.paper)
        origin = base.origins[f"entry:{entry.id}"]
        layer = "" if origin.layer == OWN else f"; {origin.called or origin.layer}"
        told = f"  (from {of.number or of.title if of else asked.paper}{layer})"
        text = together(plain(one_line(asked.text)), plain(told, _QUIET))
        found.append(PaperRow(f"gone:{entry.id}", Hanging(plain(f"  {one_line(asked.number)}", "bold"), text, _LABEL)))
    if not found:
        return []
    return [_head("-gone", "Still in your knowledge, but not asked in this paper"), *found]


def _offered(review: Review, base: Knowledge) -> list[PaperRow]:
    offered = review.proposals
    if not offered:
        return []
    found = [_head("-proposals", "What it proposes")]
    facts = sum(p.kind == "fact" for p in offered)
    parts = [(facts, "fact"), (len(offered) - facts, "position")]
    told = " and ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in parts if n)
    decided = [d.how for p in offered if (d := review.decided(p, base))]
    done = ", ".join(f"{decided.count(how)} {how}" for how in ("accepted", "merged", "rejected") if how in decided)
    left = len(offered) - len(decided)
    rest = f"{done}; {left} still open" if done and left else done or "p goes through them"
    text = together(plain(told), plain(f"  {rest}", _QUIET))
    return [*found, PaperRow("proposals", _line("Proposals", text))]


def states(review: Review, base: Knowledge) -> list[str]:
    """How it stands, for the top line, longest first."""
    marking = review.paper.marking or "no marking printed"
    length = f"{review.paper.pages} page{'' if review.paper.pages == 1 else 's'}"
    done = "in your knowledge" if review.is_in(base) else "not taken in yet"
    return [f"{marking} · {length} · {done}", f"{marking} · {done}", done]


# --- what was taken in ------------------------------------------------------------------------------------------------


def of_taken(taken: Taken, shown: Callable[[Path], str]) -> str:
    """What came into the base, in one sentence."""
    gone = f" {gone_told(len(taken.gone))}" if taken.gone else ""
    if taken.nothing_new:
        return f"Nothing new: your knowledge has this paper and its questions already.{gone}"
    kinds = [(how, kind) for how in ("new", "changed") for kind in ("paper", "question", "topic", "actor", "meeting")]
    counts = [(sum(c.how == how and c.kind == kind for c in taken.changes), how, kind) for how, kind in kinds]
    told = ", ".join(f"{n} {how} {kind}{'' if n == 1 else 's'}" for n, how, kind in counts if n)
    files = ", ".join(shown(one.path) for one in taken.written)
    return f"Taken in: {told or 'what you corrected'}. Written: {files}. ctrl+z takes it back.{gone}"


def gone_told(count: int) -> str:
    """That the base has questions which the paper does not ask, and what can be done."""
    if count == 1:
        return "One question in your knowledge is not asked in it: d takes it out, s lets it stay."
    return f"{count} questions in your knowledge are not asked in it: d takes one out, s lets it stay."


def _taken(taken: Taken) -> list[PaperRow]:
    found = [_head("-taken", "What was taken in")]
    if taken.nothing_new:
        found.append(PaperRow("taken", _line("as it was", plain("Your knowledge had all of it already."))))
    for number, change in enumerate(c for c in taken.changes if c.how != "gone"):
        ident = "taken" if not number and not taken.nothing_new else f"taken{number}"
        found.append(PaperRow(ident, Hanging(plain(change.how, "bold"), _change(change), _LABEL)))
    if taken.near:
        said = f"The topic is a new one; there is also {' and '.join(taken.near)}."
        found.append(PaperRow("taken-near", _line("≈", plain(said))))
    return found


def _change(change: Change) -> Content:
    head = plain(f"{change.kind} ", _QUIET)
    if change.how == "left":
        return together(head, plain(one_line(change.shown)), plain(f"  ({change.why})", _QUIET))
    if change.kind == "meeting":
        return together(head, plain(f"{one_line(change.shown)}: the paper is on its agenda, with its topic"))
    if change.how == "new":
        return together(head, plain(one_line(change.shown)))
    parts: list[Content] = [head, plain(change.id, "bold")]
    for differs in change.differences:
        parts += [plain(f"\n{differs.key}: ", _QUIET), reworded(differs.before, differs.after)]
    return together(*parts)


def reworded(before: str, after: str) -> Content:
    """The new text, with what was there before in brackets; what is gone is struck, what is new stands out."""
    parts: list[Content] = []
    for piece in pieces(before, after):
        if piece.same:
            parts.append(plain(piece.after))
        elif not piece.before:
            parts.append(plain(f"[new: {piece.after}]", "bold"))
        else:
            after_ = plain(f" → {piece.after}]", "bold") if piece.after else plain("]")
            word = "" if piece.after else "gone: "
            parts.append(together(plain(f"[{word}"), plain(piece.before, "strike"), after_))
    return Content(" ").join(parts)


def wanted(review: Review, meeting: str | None, base: Knowledge) -> Wanted:
    """The brief that answers a paper: for the meeting that it was read for, else for the one that has it on its agenda."""
    on = on_agenda(review, meeting, base, review.kept.topic)
    return Wanted((review.kept.topic,), meeting=on, papers=review.kept.papers)


def on_agenda(review: Review, meeting: str | None, base: Knowledge, topic: str) -> str | None:
    """The meeting chosen, else the latest one that has the paper on its agenda under this topic, or under none yet."""
    own = records.ident(review.paper, base, review.name)
    items = {m.meeting: [i for i in m.items if names(i, own)] for m in meetings_with(own, base)}
    tabled = [m for m, those in items.items() if any(not i.topics or topic in i.topics for i in those)]
    return meeting or (tabled[0] if tabled else None)
