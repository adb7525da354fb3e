"""Meetings from a calendar file, and back: what .ics says of body, days and place, time zones and repetitions resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from briefer.errors import BrieferError
from briefer.knowledge.entries import AgendaItem, Meeting
from briefer.text import slug

if TYPE_CHECKING:
    from icalendar import Event

#: Where the Council meets: a meeting's day is the day there, whatever zone the calendar was kept in.
BRUSSELS = "Europe/Brussels"
#: The largest calendar that is read, in bytes, and the most meetings that one repetition stands for.
MOST, REPEATED = 20_000_000, 200
#: A repetition without an end is followed for so long after its first meeting.
FOLLOWED = timedelta(days=2 * 366)
_LINE = re.compile(r"[A-Za-z][A-Za-z0-9-]*[;:]")
#: A title that names no body known is one of a meeting all the same where it has letters or a word as their names have.
_LIKE_A_BODY = re.compile(
    r"^\W*[A-Z]{4,}\b|(?i:\b(?:working (?:party|group)|committee|council|co?reper|groupe|comité|conseil"
    r"|arbeitsgruppe|gruppe|ausschuss|rat)\b)"
)
#: What says of a meeting only in which form it is held.
_FORMAT = re.compile(
    r"(?i)(?:(?:formal|informal|in person|physical|online|virtual|hybrid|extraordinary|vtc|vc|video ?conference|by video"
    r"|informelle?|en ligne|visioconférence|informell|videokonferenz)[\s,/()–-]*)+"
)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Listed(NamedTuple):
    """What was found in a calendar."""

    meetings: tuple[Meeting, ...]
    left_out: tuple[str, ...]
    """One sentence for each event that is no meeting: cancelled, or without a day."""


def read(data: bytes, name: str, *, bodies: Mapping[str, str], body: str | None = None) -> Listed:
    """The meetings of a calendar file, in the order of their days.

    ``bodies`` are working parties by short name, with what each stands for: an event's title names one of them, or is
    itself the body where it reads like one, unless ``body`` says whose calendar it is. The dentist stays out. Raises
    BrieferError where the file is no calendar.
    """
    found: list[Meeting] = []
    left: list[str] = []
    private: list[str] = []
    events = _events(data, name)
    moved = {(_text(e, "UID"), _day(e, "RECURRENCE-ID")) for e in events if e.get("RECURRENCE-ID")}
    for event in events:
        title = _text(event, "SUMMARY") or "An event without a title"
        if _text(event, "STATUS").upper() == "CANCELLED":
            left.append(f"“{title}” is cancelled")
            continue
        days = [(f, t) for f, t in _days(event) if event.get("RECURRENCE-ID") or (_text(event, "UID"), f) not in moved]
        if not days:
            left.append(f"“{title}” has no day that can be read")
        elif not (body or _named(title, bodies) or _LIKE_A_BODY.search(title)):
            private.append(title)
            continue
        elif _ends_early(event):
            left.append(f"the end of “{title}”, which is before its beginning")
        found += [_meeting(event, title, first, last, bodies, body) for first, last in days]
    if private:
        named = ", ".join(f"“{t}”" for t in list(dict.fromkeys(private))[:3])
        more = ", …" if len(set(private)) > 3 else ""
        left.append(f"{len(private)} that name{'s' * (len(private) == 1)} no working party ({named}{more})")
    taken: dict[str, Meeting] = {}
    for meeting in sorted(found, key=lambda m: m.date):
        ident, number = meeting.meeting, 2
        while ident in taken:
            ident, number = f"{meeting.meeting}-{number}", number + 1
        taken[ident] = replace(meeting, meeting=ident)
    return Listed(tuple(taken.values()), tuple(left))


def _events(data: bytes, name: str) -> list[Event]:
    from icalendar import Calendar

    no_calendar = BrieferError("This is not a calendar", where=name, todo="Give a file that ends in .ics", code="ics")
    if len(data) > MOST:
        raise BrieferError(
            "This calendar is too large to be read", where=name, todo="Export one year of it", code="ics"
        )
    text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "replace")
    try:
        calendars: list[Any] = list(Calendar.from_ical(_unfolded(text), multiple=True))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        raise no_calendar from None
    if not calendars:
        raise no_calendar
    return [e for c in calendars for e in c.walk("VEVENT")]


def _unfolded(text: str) -> str:
    """Every property on one line, however its lines were broken: with a blank before, without one, with empty ones between."""
    lines: list[str] = []
    for line in re.split(r"\r\n|\n|\r", text):
        if line[:1] in (" ", "\t") and lines:
            lines[-1] += line[1:]
        elif _LINE.match(line) or not lines:
            lines.append(line)
        elif line.strip():
            lines[-1] += line
    return "\r\n".join(lines) + "\r\n"


def _text(event: Event, key: str) -> str:
    value = event.get(key)
    value = value[0] if isinstance(value, list) else value
    try:
        return " ".join(str(value).split()) if value is not None else ""
    except ValueError:
        return ""


def _when(event: Event, key: str) -> date | datetime | None:
    """A moment as it is in Brussels; a day without an hour stays one."""
    value = event.get(key)
    value = value[0] if isinstance(value, list) else value
    try:
        moment = getattr(value, "dt", None)
    except (ValueError, AttributeError):
        return None
    if isinstance(moment, datetime):
        return moment.astimezone(ZoneInfo(BRUSSELS)).replace(tzinfo=None) if moment.tzinfo else moment
    return moment if isinstance(moment, date) else None


def _day(event: Event, key: str) -> str:
    moment = _when(event, key)
    return moment.isoformat()[:10] if moment else ""


def _days(event: Event) -> Iterator[tuple[str, str]]:
    """First and last day of each time the event takes place."""
    start = _when(event, "DTSTART")
    if start is None:
        return
    length = _length(event, start)
    for begin in _repeated(event, start):
        last = begin + length
        if length and (not isinstance(begin, datetime) or last.time() == time(0)):  # type: ignore[attr-defined]
            last -= timedelta(days=1) if not isinstance(begin, datetime) else timedelta(seconds=1)
        yield begin.isoformat()[:10], max(last, begin).isoformat()[:10]


def _length(event: Event, start: date | datetime) -> timedelta:
    end, lasts = _when(event, "DTEND"), getattr(event.get("DURATION"), "dt", None)
    if end is not None and isinstance(end, datetime) == isinstance(start, datetime):
        return max(end - start, timedelta(0))
    return max(lasts, timedelta(0)) if isinstance(lasts, timedelta) else timedelta(0)


def _ends_early(event: Event) -> bool:
    start, end = _when(event, "DTSTART"), _when(event, "DTEND")
    alike = start is not None and end is not None and isinstance(start, datetime) == isinstance(end, datetime)
    return alike and end < start  # type: ignore[operator]


def _repeated(event: Event, start: date | datetime) -> Iterator[date | datetime]:
    from dateutil.rrule import rrulestr

    rule = event.get("RRULE")
    if rule is None:
        yield start
        return
    first = start if isinstance(start, datetime) else datetime.combine(start, time(0))
    out = {str(d.dt)[:10] for e in _many(event.get("EXDATE")) for d in getattr(e, "dts", ())}
    try:
        # An end in another zone than the beginning is one that dateutil refuses: it is followed by days.
        words = re.sub(r"UNTIL=(\d{8})T\d{6}Z?", r"UNTIL=\1T235959", rule.to_ical().decode())
        moments = islice(rrulestr(words, dtstart=first), REPEATED)
        for moment in moments:
            if moment > first + FOLLOWED:
                return
            if moment.isoformat()[:10] not in out:
                yield moment if isinstance(start, datetime) else moment.date()
    except (ValueError, TypeError):
        yield start


def _many(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _meeting(event: Event, title: str, first: str, last: str, bodies: Mapping[str, str], body: str | None) -> Meeting:
    named = body or _named(title, bodies) or _begins_with(title) or title
    rest = _without(title, named, bodies)
    form = rest if _FORMAT.fullmatch(rest) else ""
    return Meeting(
        meeting=f"{slug(named, 40)}-{first}",
        body=named,
        date=first,
        end=last if last != first else None,
        place=_text(event, "LOCATION") or None,
        format=form or None,
        uid=_text(event, "UID") or None,
        items=(AgendaItem(title=rest),) if rest and not form else (),
    )


def _named(title: str, bodies: Mapping[str, str]) -> str | None:
    """The working party that a title names, by its short name or in full."""
    words = set(re.findall(r"[\w/]+", title.casefold()))
    short = [b for b in bodies if b.casefold() in words]
    full = [b for b, meant in bodies.items() if meant and meant.casefold() in title.casefold()]
    return max(short or full, key=len, default=None)


def _begins_with(title: str) -> str | None:
    """The short name that a title begins with, of a body that the base does not know yet."""
    found = re.match(r"\W*([A-Z]{4,})\b", title)
    return found[1] if found else None


def _without(title: str, body: str, bodies: Mapping[str, str]) -> str:
    """What a title says beside the body: the item, where there is one."""
    rest = title
    for name in (bodies.get(body) or body, body):
        rest = re.sub(rf"\(?{re.escape(name)}\)?", " ", rest, count=1, flags=re.IGNORECASE)
    rest = re.sub(r"(?i)\b(meeting|réunion|sitzung|möte|of the|of)\b(?=\s*([-–—:,;(]|$))", " ", rest)
    rest = " ".join(rest.strip(" -–—:,;()").split())
    return "" if rest.casefold() in ("", "meeting", "réunion", "sitzung", "möte", "the") or rest == body else rest


def has_day(meeting: Meeting) -> bool:
    """Whether the day of a meeting is known, and not only its month or year."""
    return bool(_ISO_DAY.fullmatch(meeting.date))


def write(meetings: Sequence[Meeting]) -> bytes:
    """Meetings as a calendar file, whole days; the same meetings give the same bytes.

    Raises BrieferError where one of them has no exact day.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//briefer//meetings//EN")
    calendar.add("version", "2.0")
    for meeting in meetings:
        if not has_day(meeting):
            what = f"The meeting “{meeting.meeting}” has no exact day ({meeting.date})"
            raise BrieferError(what, todo="Give it one, or leave it out", code="no-day")
        first = date.fromisoformat(meeting.date)
        last = date.fromisoformat(meeting.end) if meeting.end and _ISO_DAY.fullmatch(meeting.end) else first
        event = Event()
        event.add("uid", meeting.uid or f"{meeting.meeting}@briefer")
        event.add("dtstamp", datetime.combine(first, time(0), UTC))
        event.add("dtstart", first)
        event.add("dtend", last + timedelta(days=1))
        titles = [" ".join(p for p in (i.number, i.title) if p) for i in meeting.items]
        event.add("summary", f"{meeting.body}: {titles[0]}" if len(titles) == 1 else meeting.body)
        if meeting.place:
            event.add("location", meeting.place)
        if len(titles) > 1:
            event.add("description", "\n".join(titles))
        calendar.add_component(event)
    return bytes(calendar.to_ical())
