"""What a person gives for a meeting or an item on its agenda, made into the meeting as it is then."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from briefer.dates import is_partial, last_day
from briefer.given import Made, Wrong, named, unknown, validated
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import AgendaItem, Meeting
from briefer.text import slug

ITEM_KEYS = tuple(f.encode_name for f in msgspec.structs.fields(AgendaItem))


def make(kind: str, data: dict[str, Any], base: Knowledge, instead: str | None) -> Made:
    """A meeting out of its keys; of an ``item`` the meeting with it on its agenda.

    ``instead`` is the meeting that is changed, or the item as ``meeting/number``, counted from 1.
    """
    return _meeting(data, base, instead) if kind == "meeting" else _item(data, base, instead)


def existing(ident: str, base: Knowledge) -> dict[str, Any]:
    """The keys of an agenda item as they can be given again."""
    meeting, place = _place(ident)
    items = base.meeting(meeting).items
    data: dict[str, Any] = msgspec.to_builtins(items[place]) if place < len(items) else {}
    return {"meeting": meeting, **{k: list(v) if isinstance(v, tuple) else v for k, v in data.items()}}


def _place(ident: str) -> tuple[str, int]:
    meeting, _, number = ident.partition("/")
    return meeting, int(number) - 1 if number.isdigit() and int(number) else 10**6


def free_id(body: str, date: str, base: Knowledge) -> str:
    """The id of a new meeting: body and day, with a number where there is one already."""
    first = ident = f"{slug(body, 40)}-{date}"
    number = 2
    while ident in base.meetings:
        ident, number = f"{first}-{number}", number + 1
    return ident


def _meeting(data: dict[str, Any], base: Knowledge, instead: str | None) -> Made:
    wrong: list[Wrong] = []
    date, end = data.get("date"), data.get("end")
    data["items"] = list(data.pop("items", ()))
    if body := data.get("body"):
        # One working party has one spelling: briefs and templates are found by it.
        known = [m.body for m in base.meetings.values()] + [b for t in base.topics.values() for b in t.bodies]
        data["body"] = next((b for b in known if b.casefold() == str(body).casefold()), body)
    if instead is not None:
        data["meeting"] = instead
    elif not data.get("meeting") and data.get("body") and isinstance(date, str) and is_partial(date):
        data["meeting"] = free_id(str(data["body"]), date, base)
    elif data.get("meeting") in base.meetings:
        wrong.append(Wrong("meeting", f"There is a meeting “{data['meeting']}” already", "Change that one"))
    if not date:
        wrong.append(Wrong("date", "“date” is missing", "Write the day like 2025-06-10; 2025-06 will do for now"))
    if date and end and is_partial(date) and is_partial(end) and last_day(end) < last_day(date):
        wrong.append(Wrong("end", f"The last day {end} is before the first, {date}", "Write a later one, or none"))
    if not data["items"]:
        del data["items"]
    return validated("meeting", data, "", wrong)


def _item(data: dict[str, Any], base: Knowledge, instead: str | None) -> Made:
    place = None
    if instead is not None:
        data["meeting"], place = _place(instead)
    name = data.get("meeting", "")
    if not name:
        return Made(None, "", [Wrong("meeting", "“meeting” is missing", "Name the meeting whose agenda it is on")])
    if name not in base.meetings:
        return Made(None, "", [unknown("meeting", "meeting", name, base.meetings)])
    wrong = named({k: data.get(k, ()) for k in ("topics", "papers")}, base)
    meeting = base.meetings[name]
    item = {k: v for k, v in data.items() if k in ITEM_KEYS}
    checked = validated("item", item, "", wrong)
    new: Any = checked.value
    if new is None:
        return checked
    items: list[AgendaItem] = list(meeting.items)
    if place is not None and place < len(items):
        items[place] = new
    else:
        items.append(new)
    return Made(replace(meeting, items=tuple(items)), "", [])


def without_item(meeting: Meeting, place: int) -> Meeting:
    """The meeting without one of its items, counted from 0."""
    return replace(meeting, items=tuple(i for n, i in enumerate(meeting.items) if n != place))
