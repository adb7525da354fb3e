"""Questions found in a paper as its lists: who asks, which set, which number, whether the end is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefer.papers import marks
from briefer.papers.model import AskedQuestion
from briefer.papers.question_lists import Item, ended
from briefer.papers.question_reading import QuestionSet, Reading

#: A heading that numbers the question under it.
NUMBERED_HEADING = re.compile(r"\W*(?:question|frage|fråga)\s+(\d{1,2})\b", re.I)
_LOOSE_MARK = re.compile(r"(?<=\?)\s?\d{1,2}\Z")


def asked(reading: Reading) -> list[AskedQuestion]:
    """All sets as questions with number, asker, set and place."""
    sets = _joined(reading.sets)
    names = _set_names(reading, sets)
    asked: list[AskedQuestion] = []
    for one, name in zip(sets, names, strict=True):
        for place, item in enumerate(one.items, start=1):
            number = _number(reading, one, item, place)
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


def _number(reading: Reading, one: QuestionSet, item: Item, place: int) -> str:
    if item.mark is not None and not item.mark.bullet:
        misread = item.mark.bare == "l" and any(i.mark is not None and i.mark.bare.isdigit() for i in one.items)
        return "1" if misread else item.mark.bare
    if item.number is not None:
        return str(item.number)
    heading = reading.paragraphs[item.place].heading
    found = NUMBERED_HEADING.match(reading.headings[heading].text) if heading is not None else None
    return found[1] if found else str(place)


def _joined(sets: Sequence[QuestionSet]) -> list[QuestionSet]:
    """Sets that are one list: single questions in prose, and numbers that run on."""
    whole: list[QuestionSet] = []
    for one in sets:
        before = next((s for s in reversed(whole) if s.asker == one.asker), None)
        if before is not None and (_runs_on(before, one)):
            before.items += one.items
            continue
        whole.append(replace(one, items=list(one.items)))
    return whole


def _runs_on(before: QuestionSet, one: QuestionSet) -> bool:
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


def _set_names(reading: Reading, sets: Sequence[QuestionSet]) -> list[str | None]:
    if len(sets) < 2:
        return [None] * len(sets)
    if len({s.asker for s in sets}) == len(sets):
        return [s.asker for s in sets]
    names = [reading.headings[s.heading].text.rstrip(" :") if s.heading is not None else s.asker for s in sets]
    return list(names)


def _words(text: str) -> str:
    return _LOOSE_MARK.sub("", re.sub(r"\s+", " ", text).strip())


def _cut_off(reading: Reading, one: QuestionSet, item: Item) -> bool:
    """Whether the file ends in the middle of a question."""
    if item is not one.items[-1] or item.last != len(reading.paragraphs) - 1 or ended(item.text):
        return False
    return len(one.items) == 1 or any(ended(other.text) for other in one.items[:-1])
