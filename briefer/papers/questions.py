"""The questions that a paper puts to delegations, word for word, and the decision that it expects.

Nothing is a question for its question mark alone. Evidence is added up: the heading over a list, the sentence that
leads over to it, the items themselves; what speaks against (the past, a list of answers, an agenda, conclusions) is
taken off. The weights stand together in ``question_evidence``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefer.papers import asking, asking_headings, lead_ins, question_prose, question_reading, question_sets, sentences
from briefer.papers import question_evidence as evidence
from briefer.papers.asking import Request
from briefer.papers.model import AskedQuestion, Heading, Paragraph
from briefer.papers.question_lists import Item, Items, begins, gather, inline, is_question
from briefer.papers.question_reading import QuestionSet, Reading, author


@dataclass(frozen=True, slots=True)
class Found:
    """What a paper asks and what it wants decided."""

    questions: tuple[AskedQuestion, ...] = ()
    expected_action: str | None = None
    """The decision line with its items, on one line."""


def find(paragraphs: Sequence[Paragraph], headings: Sequence[Heading], from_: str | None) -> Found:
    """The questions of a paper and its expected action; ``from_`` is the sender as its header names it."""
    reading = question_reading.begin(paragraphs, headings, from_)
    place = 0
    strengths = _strengths(headings)
    while place < len(paragraphs):
        stop = _section_end(paragraphs, place)
        heading = paragraphs[place].heading
        place = _section(reading, place, stop, strengths[heading] if heading is not None else 0.0)
    asked = tuple(question_sets.asked(reading))
    action = reading.decisions[-1] if reading.decisions else None
    if action is None and not asked and reading.wishes:
        action = reading.wishes[-1]
    return Found(asked, action)


def _section_end(paragraphs: Sequence[Paragraph], start: int) -> int:
    stop = start
    while stop < len(paragraphs) and paragraphs[stop].heading == paragraphs[start].heading:
        stop += 1
    return stop


def _strengths(headings: Sequence[Heading]) -> list[float]:
    """How strongly each heading, or one above it in the tree, announces questions."""
    strengths: list[float] = []
    above: list[int] = []
    for place, heading in enumerate(headings):
        while above and headings[above[-1]].level >= heading.level:
            above.pop()
        own = asking_headings.strength(heading.text)
        if not own and above and not asking_headings.ends(heading.text):
            # Under a sub-heading of theirs questions are less sure than right under the heading.
            own = min(strengths[above[-1]], evidence.UNDER_A_SUB_HEADING)
        strengths.append(own)
        above.append(place)
    return strengths


def _section(reading: Reading, start: int, stop: int, strength: float) -> int:
    """Reads what stands under one heading."""
    if strength < 0:
        return stop
    paragraphs = reading.paragraphs
    place = start
    heading = paragraphs[start].heading
    over = asking.request(reading.headings[heading].text) if heading is not None else None
    if over is not None and reading.headings[heading or 0].text.endswith(":"):
        place = _list(reading, start, stop, over, strength)
    elif strength > 0:
        place = _under_heading(reading, start, stop, strength)
    while place < stop:
        place = _paragraph(reading, place, stop)
    return stop


def _under_heading(reading: Reading, start: int, stop: int, strength: float) -> int:
    """Takes the lists under a heading that announces questions."""
    place = start
    while place < stop:
        begin = begins(reading.paragraphs, place, stop, reading.read)
        if begin is None:
            return place
        leads = (p for p in range(place, begin + 1) if lead_ins.leads_over(reading.paragraphs[p].text) is not None)
        lead = next(leads, None)
        after = place
        if lead is not None:
            after = _lead(reading, lead, stop, strength)
        if after <= place:
            after = _list(reading, begin, stop, None, strength)
        if after <= place:
            return place
        place = after
    return place


def _paragraph(reading: Reading, place: int, stop: int) -> int:
    """Reads one paragraph outside lists; gives the place to go on from."""
    text = reading.paragraphs[place].text
    if lead_ins.leads_over(text) is not None:
        after = _lead(reading, place, stop, 0.0)
        if after > place:
            return after
    if reading.read[place] is not None and reading.read[place].values[0][0] == "label" and is_question(text):  # type: ignore[union-attr]
        return _list(reading, place, stop, None, 2.0)
    closing = _closing_list(reading, place, stop)
    if closing:
        after = _list(reading, place, stop, None, closing)
        if after > place:
            return after
    question_prose.look(reading, place)
    return place + 1


def _lead(reading: Reading, place: int, stop: int, strength: float) -> int:
    """Takes the list that a paragraph leads over to, in the same paragraph or in those after it."""
    text = reading.paragraphs[place].text
    wanted = lead_ins.leads_over(text)
    if wanted is None:
        return place
    inner, rest = lead_ins.parted(text)
    if rest:
        items = inline(rest) or lead_ins.sentences_as_items(rest, wanted)
        if not items:
            return place
        for item in items:
            item.place = item.last = place
        more = gather(reading.paragraphs, place + 1, stop, reading.read, led=False) if wanted.names == 2 else Items()
        unmarked = items[0].mark is None
        if more.items and unmarked == (more.items[0].mark is None) and is_question(items[-1].text):
            items += more.items
        else:
            more.after = place + 1
        return more.after if _take(reading, items, wanted, strength, place, inner) else place
    after = place + 1
    if after >= stop:
        return place
    if not inner.endswith((":", ",", " to", " att")) and not (
        is_question(reading.paragraphs[after].text) or wanted.names == 2
    ):
        return place
    return _list(reading, after, stop, wanted, strength, inner, place)


def _list(
    reading: Reading,
    place: int,
    stop: int,
    wanted: Request | None,
    strength: float,
    lead: str = "",
    lead_at: int | None = None,
) -> int:
    """Takes the list at a place if it asks; gives the place after it, or the place itself if there is none."""
    led = bool(wanted) or strength >= 4
    outer = reading.read[lead_at] if lead_at is not None else None
    items = gather(reading.paragraphs, place, stop, reading.read, led=led, outer=outer)
    if not items.items:
        return place
    taken = _take(reading, items.items, wanted, strength, place if lead_at is None else lead_at, lead)
    return items.after if taken or wanted is not None else place


def _take(reading: Reading, items: list[Item], wanted: Request | None, strength: float, place: int, lead: str) -> bool:
    """Keeps items as questions or as what is to be decided, if the evidence is enough."""
    if wanted is not None and wanted.invites and not wanted.past and not wanted.solemn and wanted.names != 2:
        decisions = [item for item in items if not is_question(item.text) and asking.wants_decision(item.text)]
        if wanted.decides or (decisions and len(decisions) * 2 >= len(items)):
            formal = wanted.decides or wanted.addressee == "bodies"
            kept = [item for item in items if item in decisions or (formal and not evidence.asks(item.text))]
            if wanted.addressee and place < reading.annex_from:
                reading.decisions.append(_one_line(lead, kept))
            items = [item for item in items if item not in kept]
            if not items:
                return True
    named = wanted.asker if wanted is not None else None
    past = wanted is not None and wanted.past and not _told(reading, items, wanted, lead)
    _close(items)
    score = (
        strength
        + evidence.of_lead(wanted, past)
        + evidence.of_items(items)
        + (evidence.IN_AN_ANNEX if place >= reading.annex_from else 0.0)
    )
    addressed = strength > 0 or (wanted is not None and evidence.addressed(wanted))
    if score < evidence.ENOUGH or not addressed or asking.inside_quotes(lead, len(lead)):
        return False
    if (
        wanted is not None and not named and (wanted.itself or reading.sender is None or place >= reading.annex_from)
    ) or (wanted is None and place >= reading.annex_from):
        named = author(reading, place)
    heading = reading.paragraphs[items[0].place].heading
    numbered = heading is not None and question_sets.NUMBERED_HEADING.match(reading.headings[heading].text) is not None
    reading.sets.append(QuestionSet(items, named or reading.sender, heading, numbered=numbered))
    return True


def _close(items: Sequence[Item]) -> None:
    """Takes off a last item what the printed lines did not tell apart from it: what happens after the discussion."""
    last = items[-1]
    spans = sentences.split(last.text)
    single = all(len(sentences.split(item.text)) == 1 for item in items[:-1])
    while len(spans) > 1 and asking.closes(last.text[slice(*spans[-1])]):
        if not (single or "?" in last.text[: spans[-2][1]]):
            return
        spans.pop()
        last.text = last.text[: spans[-1][1]]


def _told(reading: Reading, items: Sequence[Item], wanted: Request, lead: str) -> bool:
    """Whether somebody other than a Council paper tells in the past what was asked, question by question."""
    return (
        reading.sender is None
        and wanted.asker is not None
        and lead.endswith(":")
        and wanted.addressee == "delegations"
        and all(is_question(item.text) for item in items)
    )


def _one_line(lead: str, items: Sequence[Item]) -> str:
    start = sentences.split(lead)[-1][0] if lead else 0
    parts = [lead[start:].strip()]
    parts += [f"{item.mark.printed} {item.text}" if item.mark else item.text for item in items]
    return " ".join(part for part in parts if part)


def _closing_list(reading: Reading, place: int, stop: int) -> float:
    """What speaks for a list of nothing but questions whose heading or lead-in was lost or stands elsewhere."""
    paragraphs, read = reading.paragraphs, reading.read
    mark = read[place]
    if (
        not reading.direct
        or not is_question(paragraphs[place].text)
        or (mark is not None and not mark.first and not reading.announced)
    ):
        return 0.0
    announced = reading.announced and (mark is not None or place >= reading.annex_from)
    if not announced and (mark is None or mark.bullet or place >= reading.annex_from):
        return 0.0
    items = gather(paragraphs, place, stop, read, led=False)
    if not all(is_question(item.text) and not item.answered for item in items.items):
        return 0.0
    if announced:
        return evidence.ANNOUNCED
    closes = items.after >= reading.annex_from - 1
    return evidence.AT_THE_END if len(items.items) > 1 and closes else 0.0
