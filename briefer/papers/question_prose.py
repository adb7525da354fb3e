"""Questions in running prose: “Delegations are therefore invited to say whether …”, “Do delegations agree that …?”."""

from __future__ import annotations

import re

from briefer.papers import asking, sentences
from briefer.papers import question_evidence as evidence
from briefer.papers.asking import Request
from briefer.papers.question_lists import Item, is_question
from briefer.papers.question_reading import QuestionSet, Reading, author

_OPENING_QUOTE = re.compile(r"[\"“„«]")
_ANNOUNCES = re.compile(r"\b(?:questions|fragen|frågor)\b")


def look(reading: Reading, place: int) -> None:
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
                + evidence.PUT_DIRECTLY * (reading.direct and asking.asks_directly(sentence))
                + 0.5 * asking.interrogative(sentence)
            )
            if place >= reading.annex_from or (place < len(reading.paragraphs) * 0.25 and len(reading.paragraphs) > 8):
                points -= 1
        elif wanted is not None and (wanted.invites or wanted.seeks):
            points = evidence.of_lead(wanted, wanted.past) + evidence.of_prose(reading, wanted, place)
            _note_action(reading, sentence, wanted, place)
        if quoted:
            points += evidence.QUOTED
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
    statement = is_question(text[spans[high][0] : spans[high][1]]) and high + 1 < len(spans)
    if statement and asking.closes(text[slice(*spans[high + 1])]):
        statement = False
    if statement and not any(asking.request(text[a:b]) for a, b in spans[low : high + 1]):
        # A question that the paragraph itself goes on to answer.
        return
    item = Item(text[spans[low][0] : spans[high][1]], None, place, last=place)
    named = asker or (author(reading, place) if itself else None)
    if asker is None and reading.sender is None and named is None:
        named = author(reading, place)
    reading.sets.append(QuestionSet([item], named or reading.sender, reading.paragraphs[place].heading, prose=True))


def _note_action(reading: Reading, sentence: str, wanted: Request, place: int) -> None:
    if wanted.past or wanted.solemn or not wanted.addressee or place >= reading.annex_from or not wanted.invites:
        return
    if wanted.decides:
        reading.decisions.append(sentence)
    elif wanted.asks and not wanted.indirect and not wanted.written and wanted.addressee != "states":
        reading.wishes.append(sentence)
        reading.announced = reading.announced or _ANNOUNCES.search(sentence) is not None
