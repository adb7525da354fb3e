"""The questions that a paper puts to delegations, word for word, and the decision that it expects.

Nothing is a question for its question mark alone. Evidence is added up: the heading over a list, the sentence that
leads over to it, the items themselves; what speaks against (the past, a list of answers, an agenda, conclusions) is
taken off. The weights stand together below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefer.papers import asking, marks, sentences
from briefer.papers.asking import Request
from briefer.papers.marks import Mark
from briefer.papers.model import AskedQuestion, Heading, Paragraph
from briefer.papers.question_lists import Item, Items, begins, ended, gather, inline, is_question

#: From this much evidence on a list is one of questions to delegations.
_ENOUGH = 4.0

# What speaks for a sentence leading over to questions.
_INVITES = 2.0
_SEEKS_VIEWS = 2.0
_GUIDES_THE_DISCUSSION = 1.5
_NAMES_QUESTIONS = 2.0
_NAMES_POINTS = 1.0
_ASKING_VERB = 1.0
_TO_DELEGATIONS = 1.0
_TO_STATES = 0.5
_ASKER = 1.0
# What speaks against.
_PAST = -9.0
_DECISION = -4.0
_SOLEMN = -7.0
_QUOTED = -4.0
# What the items say.
_ALL_ASK = 2.0
_HALF_ASK = 1.5
_WANT_ANSWERS = 1.5
_BEGIN_AS_QUESTIONS = 1.0
_MARKED = 1.0
_STATEMENTS = -2.5
_AGENDA = -8.0
_PAPERS_NAMED = -3.0
_ANSWERED = -7.0
_AT_THE_END = 1.5
_IN_AN_ANNEX = -1.0
_ANNOUNCED = 3.0
# What a sentence in running prose says besides.
_PUT_DIRECTLY = 2.5
_HOLDS_A_QUESTION = 1.0
_HOLDS_NONE = -3.0
_PRACTICAL = -3.0
_SOME_DAY = -2.5
_NOT_TO_ANSWER = -1.5
_SOMEBODY_ELSE = -3.0
_UNDER_A_SUB_HEADING = 1.5

_ANNEX = re.compile(r"(?:ann?exe?s?|appendix|anlage|anhang|bilaga)\b", re.I)
_AGENDA_ITEM = re.compile(
    r"(?:adoption|approval) of the (?:provisional |draft )?(?:agenda|minutes)|any other business|\baob\b|adoption de l'ordre du jour|divers\Z"
    r"|annahme der tagesordnung|sonstiges\Z|godkännande av dagordningen|övriga frågor\Z",
    re.I,
)
_PAPER = re.compile(r"\b\d{4,5}/\d{2}\b|\bdoc\.? ?\d|\b\d{1,2}[.:h]\d{2}\b")
_OPENING_QUOTE = re.compile(r"[\"“„«]")
_NUMBERED_HEADING = re.compile(r"\W*(?:question|frage|fråga)\s+(\d{1,2})\b", re.I)
_ANNOUNCES = re.compile(r"\b(?:questions|fragen|frågor)\b")
_LOOSE_MARK = re.compile(r"(?<=\?)\s?\d{1,2}\Z")
_PUT_BY_OTHERS = re.compile(
    r"written answer|parliamentary question|honourable member|member of the european parliament|interpellation", re.I
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a paper asks and what it wants decided."""

    questions: tuple[AskedQuestion, ...] = ()
    expected_action: str | None = None
    """The decision line with its items, on one line."""


@dataclass(slots=True)
class _Set:
    """Questions that belong together."""

    items: list[Item]
    asker: str | None
    heading: int | None
    prose: bool = False
    numbered: bool = False
    """Whether its heading numbers it: Question 2."""


@dataclass(slots=True)
class _Reading:
    """A paper while it is read for questions."""

    paragraphs: Sequence[Paragraph]
    headings: Sequence[Heading]
    sender: str | None
    read: list[Mark | None]
    annex_from: int
    """The first paragraph of an annex."""
    direct: bool
    """Whether questions in it are its sender's own: not of an article, not of a Member of Parliament."""
    sets: list[_Set] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)
    announced: bool = False
    """Whether a sentence has said that questions stand elsewhere in the paper."""
    wishes: list[str] = field(default_factory=list)
    """Sentences that want a discussion without a question; what is expected where nothing else is."""


def find(paragraphs: Sequence[Paragraph], headings: Sequence[Heading], from_: str | None) -> Found:
    """The questions of a paper and its expected action; ``from_`` is the sender as its header names it."""
    sender = _sender(from_)
    read = [_mark(p) for p in paragraphs]
    opening = [h.text for h in headings[:8]] + [p.text for p in paragraphs[:12]]
    direct = sender is not None and not any(_PUT_BY_OTHERS.search(text) for text in opening)
    reading = _Reading(paragraphs, headings, sender, read, _annex(paragraphs, headings), direct)
    place = 0
    strengths = _strengths(headings)
    while place < len(paragraphs):
        stop = _section_end(paragraphs, place)
        heading = paragraphs[place].heading
        place = _section(reading, place, stop, strengths[heading] if heading is not None else 0.0)
    asked = tuple(_asked(reading))
    action = reading.decisions[-1] if reading.decisions else None
    if action is None and not asked and reading.wishes:
        action = reading.wishes[-1]
    return Found(asked, action)


def _mark(paragraph: Paragraph) -> Mark | None:
    return marks.parse(paragraph.mark) if paragraph.mark else None


def _sender(from_: str | None) -> str | None:
    bare = re.sub(r"\A(?:the|la|le|der|die)\s+", "", (from_ or "").strip(), flags=re.I)
    return bare[:1].upper() + bare[1:] if bare else None


def _annex(paragraphs: Sequence[Paragraph], headings: Sequence[Heading]) -> int:
    first = next((i for i, heading in enumerate(headings) if _ANNEX.match(heading.text)), len(headings))
    for place, paragraph in enumerate(paragraphs):
        if paragraph.heading is not None and paragraph.heading >= first:
            return place
    return len(paragraphs)


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
        own = asking.heading_strength(heading.text)
        if not own and above and not asking.ends_questions(heading.text):
            # Under a sub-heading of theirs questions are less sure than right under the heading.
            own = min(strengths[above[-1]], _UNDER_A_SUB_HEADING)
        strengths.append(own)
        above.append(place)
    return strengths


def _section(reading: _Reading, start: int, stop: int, strength: float) -> int:
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


def _under_heading(reading: _Reading, start: int, stop: int, strength: float) -> int:
    """Takes the lists under a heading that announces questions."""
    place = start
    while place < stop:
        begin = begins(reading.paragraphs, place, stop, reading.read)
        if begin is None:
            return place
        leads = (p for p in range(place, begin + 1) if _leads_over(reading.paragraphs[p].text) is not None)
        lead = next(leads, None)
        if lead is not None:
            after = _lead(reading, lead, stop, strength)
        else:
            after = _list(reading, begin, stop, None, strength)
        if after <= place:
            return place
        place = after
    return place


def _paragraph(reading: _Reading, place: int, stop: int) -> int:
    """Reads one paragraph outside lists; gives the place to go on from."""
    text = reading.paragraphs[place].text
    if _leads_over(text) is not None:
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
    _prose(reading, place)
    return place + 1


def _leads_over(text: str) -> Request | None:
    """What the sentence wants with which a paragraph leads over to a list, or to the paragraphs after it."""
    if not text.endswith((":", ",")) and not asking.might_ask(text):
        return None
    spans = sentences.split(text)
    if not spans:
        return None
    if not is_question(text) and text.rstrip().endswith((":", ": –", ":-", ",", " to", " att")):
        start, end = spans[-1]
        wanted = asking.request(text[start:end])
        if wanted is None and len(spans) > 1:
            wanted = asking.request(text[spans[-2][0] : end])
        if wanted is None and text.endswith(":"):
            wanted = asking.request_misread(text[start:end])
        return wanted
    colon = text.find(": ")
    while colon > 0:
        begin = max((a for a, _ in spans if a <= colon), default=0)
        wanted = asking.request(text[begin : colon + 1])
        if wanted is not None and (wanted.names or wanted.invites or wanted.seeks):
            return wanted
        colon = text.find(": ", colon + 1)
    for start, end in spans[-2:] if not is_question(text) else spans[:-1]:
        wanted = asking.request(text[start:end])
        if (
            wanted is not None
            and not is_question(text[start:end])
            and (wanted.names == 2 or wanted.invites or wanted.seeks)
        ):
            return wanted
    return None


def _lead(reading: _Reading, place: int, stop: int, strength: float) -> int:
    """Takes the list that a paragraph leads over to, in the same paragraph or in those after it."""
    text = reading.paragraphs[place].text
    wanted = _leads_over(text)
    if wanted is None:
        return place
    inner, rest = _after_colon(text)
    if rest:
        items = inline(rest) or _sentences_as_items(rest, wanted)
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


def _after_colon(text: str) -> tuple[str, str]:
    """A paragraph up to where it leads over, at a colon or a full stop, and what follows it there."""
    if text.rstrip().endswith(":"):
        return text.rstrip(), ""
    colon = text.find(": ")
    while colon > 0:
        if asking.request(text[: colon + 1].rsplit(". ", 1)[-1]) is not None:
            return text[: colon + 1], text[colon + 2 :].strip()
        colon = text.find(": ", colon + 1)
    for start, end in sentences.split(text)[:-1]:
        wanted = None if is_question(text[start:end]) else asking.request(text[start:end])
        if wanted is not None and wanted.names == 2:
            return text[:end], text[end:].strip()
    return text, ""


def _sentences_as_items(text: str, wanted: Request) -> list[Item]:
    spans = sentences.split(text)
    if not spans or not all(is_question(text[a:b]) for a, b in spans):
        return []
    if wanted.names != 2 or len(spans) == 1:
        return [Item(text, None, -1)]
    return [Item(text[a:b], None, -1) for a, b in spans]


def _list(
    reading: _Reading,
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


def _take(reading: _Reading, items: list[Item], wanted: Request | None, strength: float, place: int, lead: str) -> bool:
    """Keeps items as questions or as what is to be decided, if the evidence is enough."""
    if wanted is not None and wanted.invites and not wanted.past and not wanted.solemn and wanted.names != 2:
        decisions = [item for item in items if not is_question(item.text) and asking.wants_decision(item.text)]
        if wanted.decides or (decisions and len(decisions) * 2 >= len(items)):
            formal = wanted.decides or wanted.addressee == "bodies"
            kept = [item for item in items if item in decisions or (formal and not _asks(item.text))]
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
        + _lead_evidence(wanted, past)
        + _item_evidence(items)
        + (_IN_AN_ANNEX if place >= reading.annex_from else 0.0)
    )
    addressed = strength > 0 or (wanted is not None and _addressed(wanted))
    if score < _ENOUGH or not addressed or asking.inside_quotes(lead, len(lead)):
        return False
    if (
        wanted is not None and not named and (wanted.itself or reading.sender is None or place >= reading.annex_from)
    ) or (wanted is None and place >= reading.annex_from):
        named = _author(reading, place)
    heading = reading.paragraphs[items[0].place].heading
    numbered = heading is not None and _NUMBERED_HEADING.match(reading.headings[heading].text) is not None
    reading.sets.append(_Set(items, named or reading.sender, heading, numbered=numbered))
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


def _addressed(wanted: Request) -> bool:
    return (
        bool(wanted.addressee and (wanted.invites or wanted.seeks))
        or (wanted.names == 2 and wanted.addressee in ("delegations", "states"))
        or wanted.guides
        or (wanted.seeks and wanted.asker is not None)
    )


def _told(reading: _Reading, items: Sequence[Item], wanted: Request, lead: str) -> bool:
    """Whether somebody other than a Council paper tells in the past what was asked, question by question."""
    return (
        reading.sender is None
        and wanted.asker is not None
        and lead.endswith(":")
        and wanted.addressee == "delegations"
        and all(is_question(item.text) for item in items)
    )


def _lead_evidence(wanted: Request | None, past: bool) -> float:
    if wanted is None:
        return 0.0
    return (
        _INVITES * wanted.invites
        + _SEEKS_VIEWS * (wanted.seeks and not wanted.invites)
        + _GUIDES_THE_DISCUSSION * (wanted.guides and not wanted.invites)
        + (_NAMES_QUESTIONS if wanted.names == 2 else _NAMES_POINTS if wanted.names else 0.0)
        + _ASKING_VERB * wanted.asks
        + (_TO_STATES if wanted.addressee == "states" else _TO_DELEGATIONS if wanted.addressee else 0.0)
        + _ASKER * (wanted.asker is not None)
        + _PAST * past
        + _DECISION * (wanted.decides and wanted.names != 2)
        + _SOLEMN * wanted.solemn
    )


def _item_evidence(items: Sequence[Item]) -> float:
    count = len(items)
    texts = [item.text for item in items]
    ask = sum(is_question(text) or "? " in text for text in texts)
    want = sum(not is_question(text) and asking.wants_answer(text) for text in texts)
    begin = sum(asking.interrogative(text) for text in texts)
    flat = sum(_is_statement(text) for text in texts)
    points = _ALL_ASK if ask == count else _HALF_ASK if ask * 2 >= count else 0.0
    points += _WANT_ANSWERS if (want + ask) * 4 >= count * 3 and want else 0.0
    points += _BEGIN_AS_QUESTIONS if begin * 2 >= count else 0.0
    points += _MARKED if all(item.mark is not None or item.number for item in items) else 0.0
    points += _STATEMENTS if flat * 2 > count else 0.0
    points += _AGENDA if any(_AGENDA_ITEM.search(text) for text in texts) else 0.0
    points += _PAPERS_NAMED if not ask and sum(_PAPER.search(text) is not None for text in texts) * 2 >= count else 0.0
    answered = sum(item.answered for item in items)
    return points + (_ANSWERED if answered * 2 > count and (count > 1) else 0.0)


def _asks(text: str) -> bool:
    """Whether an item asks in so many words."""
    return is_question(text) or asking.interrogative(text) or asking.indirect(text)


def _is_statement(text: str) -> bool:
    return (
        text.endswith(".")
        and not asking.wants_answer(text)
        and not asking.interrogative(text)
        and "? " not in text
        and (text.count(" ") > 12 or len(sentences.split(text)) > 1)
    )


def _one_line(lead: str, items: Sequence[Item]) -> str:
    start = sentences.split(lead)[-1][0] if lead else 0
    parts = [lead[start:].strip()]
    parts += [f"{item.mark.printed} {item.text}" if item.mark else item.text for item in items]
    return " ".join(part for part in parts if part)


def _closing_list(reading: _Reading, place: int, stop: int) -> float:
    """What speaks for a list of nothing but questions whose heading or lead-in was lost or stands elsewhere."""
    paragraphs, read = reading.paragraphs, reading.read
    mark = read[place]
    if not reading.direct or not is_question(paragraphs[place].text) or (mark is not None and not mark.first):
        return 0.0
    announced = reading.announced and (mark is not None or place >= reading.annex_from)
    if not announced and (mark is None or mark.bullet or place >= reading.annex_from):
        return 0.0
    items = gather(paragraphs, place, stop, read, led=False)
    if not all(is_question(item.text) and not item.answered for item in items.items):
        return 0.0
    if announced:
        return _ANNOUNCED
    closes = items.after >= reading.annex_from - 1
    return _AT_THE_END if len(items.items) > 1 and closes else 0.0


def _prose(reading: _Reading, place: int) -> None:
    """Looks for questions in running prose: the sentences that ask, in one."""
    text = reading.paragraphs[place].text
    mark = reading.read[place]
    if not asking.might_ask(text) or (mark is not None and mark.bullet):
        return
    spans = sentences.split(text)
    wants: list[float] = []
    asker: str | None = None
    itself = False
    for start, end in spans:
        sentence = text[start:end]
        quoted = (
            asking.inside_quotes(text, start) or asking.inside_quotes(text, end - 1) or _OPENING_QUOTE.match(sentence)
        )
        wanted = asking.request(sentence)
        points = 0.0
        if is_question(sentence):
            points = (
                0.5
                + _PUT_DIRECTLY * (reading.direct and asking.asks_directly(sentence))
                + 0.5 * asking.interrogative(sentence)
            )
            if place >= reading.annex_from or (place < len(reading.paragraphs) * 0.25 and len(reading.paragraphs) > 8):
                points -= 1
        elif wanted is not None and (wanted.invites or wanted.seeks):
            points = _lead_evidence(wanted, wanted.past) + _prose_evidence(reading, wanted, place)
            _note_action(reading, sentence, wanted, place)
        if quoted:
            points += _QUOTED
        if points >= 3 and wanted is not None and not asker:
            asker, itself = wanted.asker, wanted.itself
        wants.append(points)
    best = max(wants, default=0.0)
    if best < 3 or (place >= reading.annex_from and best < 4):
        return
    at = wants.index(best)
    low = high = at
    while low > 0 and wants[low - 1] > 0:
        low -= 1
    while high + 1 < len(spans) and wants[high + 1] > 0:
        high += 1
    statement = is_question(text[spans[high][0] : spans[high][1]]) and high + 2 < len(spans)
    if statement and not any(asking.request(text[a:b]) for a, b in spans[low : high + 1]):
        # A question that the paragraph itself goes on to answer.
        return
    item = Item(text[spans[low][0] : spans[high][1]], None, place, last=place)
    named = asker or (_author(reading, place) if itself else None)
    if asker is None and reading.sender is None and named is None:
        named = _author(reading, place)
    reading.sets.append(_Set([item], named or reading.sender, reading.paragraphs[place].heading, prose=True))


def _prose_evidence(reading: _Reading, wanted: Request, place: int) -> float:
    """What beside the sentence's own words speaks for and against a question in running prose."""
    points = _HOLDS_A_QUESTION if wanted.indirect else _HOLDS_NONE
    if (wanted.written and not wanted.indirect) or wanted.practical:
        points += _PRACTICAL
    if wanted.future:
        points += _SOME_DAY
    if wanted.addressee == "bodies" and not wanted.asks:
        points += _NOT_TO_ANSWER
    if wanted.addressee == "states":
        known = wanted.asker is None or "residency" in wanted.asker or wanted.asker == reading.sender
        points += _NOT_TO_ANSWER * (place < reading.annex_from * 0.6) if known else _SOMEBODY_ELSE
    return points


def _note_action(reading: _Reading, sentence: str, wanted: Request, place: int) -> None:
    if wanted.past or wanted.solemn or not wanted.addressee or place >= reading.annex_from or not wanted.invites:
        return
    if wanted.decides:
        reading.decisions.append(sentence)
    elif wanted.asks and not wanted.indirect and not wanted.written and wanted.addressee != "states":
        reading.wishes.append(sentence)
        reading.announced = reading.announced or _ANNOUNCES.search(sentence) is not None


def _author(reading: _Reading, place: int) -> str | None:
    """Who wrote what stands here: named under the same heading before it, or for an annex in what comes before it."""
    heading = reading.paragraphs[place].heading
    for before in range(place, -1, -1):
        paragraph = reading.paragraphs[before]
        if paragraph.heading != heading and not (place >= reading.annex_from):
            break
        named = asking.named_asker(paragraph.text)
        if named:
            return named
    return None


def _asked(reading: _Reading) -> list[AskedQuestion]:
    """All sets as questions with number, asker, set and place."""
    sets = _joined(reading.sets)
    names = _set_names(reading, sets)
    asked: list[AskedQuestion] = []
    for one, name in zip(sets, names, strict=True):
        bare = 0
        for item in one.items:
            bare += 1
            number = _number(reading, one, item, bare)
            paragraph = reading.paragraphs[item.place]
            heading = reading.headings[paragraph.heading].text.rstrip(" :") if paragraph.heading is not None else ""
            asked.append(
                AskedQuestion(
                    number,
                    _words(item.text),
                    one.asker,
                    name,
                    _cut_off(reading, one, item),
                    paragraph.page,
                    f"{heading}, Q{number}" if heading else f"Q{number}",
                )
            )
    return asked


def _number(reading: _Reading, one: _Set, item: Item, place: int) -> str:
    if item.mark is not None and not item.mark.bullet:
        misread = item.mark.bare == "l" and any(i.mark is not None and i.mark.bare.isdigit() for i in one.items)
        return "1" if misread else item.mark.bare
    if item.number is not None:
        return str(item.number)
    heading = reading.paragraphs[item.place].heading
    found = _NUMBERED_HEADING.match(reading.headings[heading].text) if heading is not None else None
    return found[1] if found else str(place)


def _joined(sets: Sequence[_Set]) -> list[_Set]:
    """Sets that are one list: single questions in prose, and numbers that run on."""
    whole: list[_Set] = []
    for one in sets:
        before = next((s for s in reversed(whole) if s.asker == one.asker), None)
        if before is not None and (_runs_on(before, one)):
            before.items += one.items
            continue
        whole.append(replace_items(one))
    return whole


def replace_items(one: _Set) -> _Set:
    """A set with a list of its own."""
    return replace(one, items=list(one.items))


def _runs_on(before: _Set, one: _Set) -> bool:
    last, first = before.items[-1], one.items[0]
    if last.mark is not None and first.mark is not None:
        return not first.mark.bullet and (
            marks.follows(last.mark, first.mark) or (last.mark.form == first.mark.form == "Q")
        )
    unmarked = last.mark is None and first.mark is None
    if unmarked and one.numbered and before.numbered:
        return True
    return unmarked and (
        before.heading == one.heading or before.prose or one.prose or len(before.items) == len(one.items) == 1
    )


def _set_names(reading: _Reading, sets: Sequence[_Set]) -> list[str | None]:
    if len(sets) < 2:
        return [None] * len(sets)
    if len({s.asker for s in sets}) == len(sets):
        return [s.asker for s in sets]
    names = [reading.headings[s.heading].text.rstrip(" :") if s.heading is not None else s.asker for s in sets]
    return list(names)


def _words(text: str) -> str:
    return _LOOSE_MARK.sub("", re.sub(r"\s+", " ", text).strip())


def _cut_off(reading: _Reading, one: _Set, item: Item) -> bool:
    """Whether the file ends in the middle of a question."""
    if item is not one.items[-1] or item.last != len(reading.paragraphs) - 1 or ended(item.text):
        return False
    return len(one.items) == 1 or any(ended(other.text) for other in one.items[:-1])
