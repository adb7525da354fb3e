"""What speaks for a list or a sentence being questions to delegations, and what against: all weights in one place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.papers import asking, sentences
from briefer.papers.asking import Request
from briefer.papers.question_lists import Item, is_question
from briefer.papers.question_reading import Reading

#: From this much evidence on a list is one of questions to delegations.
ENOUGH = 4.0

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
QUOTED = -4.0
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
AT_THE_END = 1.5
IN_AN_ANNEX = -1.0
ANNOUNCED = 3.0
# What a sentence in running prose says besides.
PUT_DIRECTLY = 2.5
_HOLDS_A_QUESTION = 1.0
_HOLDS_NONE = -3.0
_ONLY_NAMES_THEM = -5.0
_PRACTICAL = -3.0
_SOME_DAY = -2.5
_NOT_TO_ANSWER = -1.5
_SOMEBODY_ELSE = -3.0
UNDER_A_SUB_HEADING = 1.5

_AGENDA_ITEM = re.compile(
    r"(?:adoption|approval) of the (?:provisional |draft )?(?:agenda|minutes)|any other business|\baob\b"
    r"|adoption de l'ordre du jour|divers\Z"
    r"|annahme der tagesordnung|sonstiges\Z|godkännande av dagordningen|övriga frågor\Z",
    re.I,
)
_PAPER = re.compile(r"\b\d{4,5}/\d{2}\b|\bdoc\.? ?\d|\b\d{1,2}[.:h]\d{2}\b")


def of_lead(wanted: Request | None, past: bool) -> float:
    """What the sentence that leads over says; ``past`` where it tells what was asked once."""
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


def of_items(items: Sequence[Item]) -> float:
    """What the items themselves say."""
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


def of_prose(reading: Reading, wanted: Request, place: int) -> float:
    """What beside the sentence's own words speaks for and against a question in running prose."""
    points = _HOLDS_A_QUESTION if wanted.indirect else _HOLDS_NONE
    points += _ONLY_NAMES_THEM * (wanted.names == 2)
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


def addressed(wanted: Request) -> bool:
    """Whether a sentence turns to somebody, so that what follows can be questions to them."""
    return (
        bool(wanted.addressee and (wanted.invites or wanted.seeks))
        or (wanted.names == 2 and wanted.addressee in ("delegations", "states"))
        or wanted.guides
        or (wanted.seeks and wanted.asker is not None)
    )


def asks(text: str) -> bool:
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
