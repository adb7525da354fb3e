"""A paper's header: number, date, codes, type, and what follows From, To and Subject, in every order and layout."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefer.papers.classified import classification
from briefer.papers.days import day
from briefer.papers.header_fields import Field, fields_only, scan
from briefer.papers.header_values import BODY, Row, goes_on, handed_out, is_dash, numbers_in
from briefer.papers.labels import Kind, Label, at_start, inline
from briefer.papers.lines import Line, Span
from briefer.papers.numbers import council_number, institution_number

#: A header ends within the first two sheets; more is not looked at.
_ROWS = 110
#: So many rows that say nothing may stand before a header (a logo's words, a site's name) and between its parts.
_SILENT = 8
_PROSE = 170
_CAPITALS = re.compile(r"[A-ZÀ-Ý\"'“”„/(][A-ZÀ-Ý0-9\s\"'“”„’/&,.:()-]{2,90}$")
_NO_TYPE = re.compile(r"ANNEX|DELETED|ACCESSIBLE|COUNCIL|UNION|SECRETARIAT|LIMITE|PUBLIC|CONSEIL|\bRAT\b|RÅD")
_EEAS = "European External Action Service"
#: Kinds of fields and labels that make a text a Council paper only together.
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says; None and empty where it says nothing."""

    number: str | None = None
    suffix: str | None = None
    date: str | None = None
    original_language: str | None = None
    doc_type: str | None = None
    from_: str | None = None
    to: str | None = None
    subject: str | None = None
    marking: str | None = None
    codes: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    prev_docs: tuple[str, ...] = ()
    cion_docs: tuple[str, ...] = ()
    language: str | None = None
    """That of its labels."""
    classified: str | None = None
    """The classification it carries."""
    end: int = 0
    """How many of the lines it takes up; 0 where there is none."""
    rest: str = ""
    """Words of the body that stand in the header's last line."""


@dataclass(slots=True)
class _Found:
    """What was found so far."""

    values: dict[Kind, list[str]] = field(default_factory=dict)
    fields: dict[str, list[Field]] = field(default_factory=dict)
    languages: list[str] = field(default_factory=list)
    waiting: list[Kind] = field(default_factory=list)
    """Labels whose values have not come yet."""
    capitals: list[str] = field(default_factory=list)
    """The row in capitals before the first label: the type, where it is none of the known."""

    def take(self, fields: Sequence[Field]) -> None:
        codes_closed = "code" in self.fields and not self._codes_open
        for one in fields:
            if one.kind == "code" and codes_closed:
                continue
            self.fields.setdefault(one.kind, []).append(one)
        self._codes_open = any(one.kind == "code" for one in fields)

    _codes_open: bool = True

    def first(self, kind: str) -> Field | None:
        return next(iter(self.fields.get(kind, ())), None)

    def said(self, kind: Kind) -> str | None:
        parts = self.values.get(kind)
        return " ".join(" ".join(parts).split()).strip(" |*_") or None if parts else None

    @property
    def evidence(self) -> int:
        """How many different things speak for a header."""
        fields = sum(kind in self.fields for kind in ("number", "date", "language", "code", "type", "marking", "file"))
        labels = sum(kind in self.values for kind in ("from", "to", "subject", "prev", "cion", "number"))
        return fields + labels


def read(lines: Sequence[Line], whole: bool = False) -> Header:
    """The header with which the lines begin; an empty one where they begin with none.

    The lines are without page furniture; ``whole`` says whether each is a whole paragraph.
    """
    rows = _rows(lines)
    found = _Found()
    end, rest = _walk(rows, found, whole)
    numbered = "number" in found.fields or "number" in found.values
    placed = {"number", "date"} <= set(found.fields)
    if (found.evidence < _ENOUGH and not placed) or not (
        numbered or "subject" in found.values or "from" in found.values
    ):
        return Header()
    return _told(found, rows[end - 1].last if end else 0, rest)


def _rows(lines: Sequence[Line]) -> list[Row]:
    """Printed rows: cells of one table row made one, rules and empty lines left out."""
    rows: list[Row] = []
    gap, previous = True, None
    for number, line in enumerate(lines):
        text = line.text.strip()
        if line.style == "rule" or not text:
            gap = True
            continue
        if line.row is not None and line.row == previous and rows:
            last = rows[-1]
            rows[-1] = last._replace(text=f"{last.text}\t{text}", last=number + 1)
            continue
        if len(rows) >= _ROWS:
            break
        left = line.box[0] if line.box else float(line.indent)
        rows.append(Row(text, gap or line.gap, left, number, number + 1, line.row is not None))
        gap, previous = False, line.row
    return rows


def _walk(rows: Sequence[Row], found: _Found, whole: bool) -> tuple[int, str]:
    """Go through the header's rows; gives where it ends and what of the last row is the body's."""
    speaking = _Speaking(rows)
    at = end = 0
    open_kind: Kind | None = None
    label_left = 0.0
    while at < len(rows):
        row = rows[at]
        label, fields = speaking[at]
        if label is not None:
            if label.kind in found.values and label.kind in ("from", "to", "subject"):
                break
            if label.start:
                found.take(scan(row.text[: label.start])[0])
            rest = _labelled(row, label, found)
            label_left = row.left
            open_kind = label.kind if not found.waiting else None
            at += 1
            end = at
            open_kind = _last_label(found)
            if rest:
                return end, rest
            if len(found.waiting) > 1 or (found.waiting and not _label_at(speaking, at)):
                at, rest, done = _apart(rows, speaking, at, found, whole)
                end, open_kind = max(end, at), None
                if rest or done:
                    return end, rest
            continue
        if BODY.match(row.text):
            break
        if fields is not None and open_kind in ("prev", "cion") and _ahead(speaking, at, 4, labels=True):
            found.values[open_kind].append(row.text)
            at += 1
            continue
        if (
            fields is not None
            and open_kind is not None
            and not row.gap
            and _ends_a_name(fields, found.values[open_kind])
        ):
            found.values[open_kind].append(row.text)
            at += 1
            continue
        if fields is not None:
            if open_kind is not None and not _news(fields, found):
                break
            found.take(fields)
            at += 1
            end = at
            if open_kind == "subject" or _closed(found):
                open_kind = None
            continue
        if open_kind is not None:
            labels_ahead = _ahead(speaking, at + 1, 4, labels=True)
            if _continues(rows, at, row, open_kind, found, label_left, labels_ahead, whole):
                found.values[open_kind].append(row.text)
                at += 1
                end = at
                continue
            if not labels_ahead and not _fields_ahead(speaking, at + 1, found):
                break
        elif (end and not _ahead(speaking, at + 1, _SILENT, labels="subject" not in found.values)) or (
            not end and (at >= _SILENT or len(row.text) > _PROSE)
        ):
            break
        if _CAPITALS.match(row.text) and not _NO_TYPE.search(row.text) and _label_at(speaking, at + 1, 2):
            found.capitals.append(row.text)
        at += 1
    return end, ""


class _Speaking:
    """What each row says, looked at only where the walk comes by."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._seen: dict[int, tuple[Label | None, list[Field] | None]] = {}

    def __getitem__(self, at: int) -> tuple[Label | None, list[Field] | None]:
        if at not in self._seen:
            self._seen[at] = _speaks(self._rows[at])
        return self._seen[at]

    def some(self, at: int, within: int) -> Iterator[tuple[Label | None, list[Field] | None]]:
        """What so many rows say from a place on."""
        return (self[place] for place in range(at, min(at + within, len(self._rows))))


def _speaks(row: Row) -> tuple[Label | None, list[Field] | None]:
    """The label with which a row begins, or the fields that it consists of."""
    text = row.text
    label = at_start(text)
    if label is not None and label.kind == "files":
        return None, _files(text)
    if label is not None:
        return label, None
    if len(text) > 20 and (first := inline(text)):
        kinds, at = {first.kind}, first.end
        while following := inline(text, at):
            kinds.add(following.kind)
            at = following.end
        if {"from", "to", "subject"} <= kinds or ({"from", "to"} <= kinds and len(scan(text[: first.start])[0]) > 2):
            return first, None
    fields = fields_only(text)
    if fields is None and len(text) < 400:
        some, left = scan(text)
        if {"date", "language", "number"} <= {one.kind for one in some} or (
            len(some) > 3 and len(some) > len(left) and {"code", "number"} <= {one.kind for one in some}
        ):
            fields = some
    return None, fields


def _files(text: str) -> list[Field]:
    return [one for one in scan(text)[0] if one.kind == "file"] or [Field("name", text)]


def _labelled(row: Row, label: Label, found: _Found) -> str:
    """Take a row's labels with the values beside them; gives what of the row is the body's."""
    text: str = row.text
    here: Label | None = label
    while here is not None:
        found.languages.append(here.language)
        following = inline(text, here.end)
        while following and (
            following.kind in found.values or following.kind in found.waiting or following.kind == here.kind
        ):
            following = inline(text, following.end)
        value = text[here.end : following.start if following else len(text)].strip(" \t|;")
        if value and found.waiting and (len(found.waiting) > 1 or not following):
            # Values after a run of labels: the value beside the last one is the first one's.
            found.waiting.append(here.kind)
            queue = [Row(value, False, row.left, row.first, row.last, False)]
            values, _, rest = handed_out(found.waiting, queue, True)
            if len(values) > 1 or here.kind != "subject":
                _store(found, values)
                found.waiting.clear()
                if rest:
                    return rest
            else:
                found.waiting.clear()
                found.values[here.kind] = [value]
        elif value:
            body = BODY.search(value) if here.kind == "subject" and following is None else None
            if body and body.start() > 2:
                found.values[here.kind] = [value[: body.start()].strip()]
                return value[body.start() :]
            found.values.setdefault(here.kind, []).append(value)
        else:
            found.waiting.append(here.kind)
        here = following
    return ""


def _apart(rows: Sequence[Row], speaking: _Speaking, at: int, found: _Found, whole: bool) -> tuple[int, str, bool]:
    """The values of the labels that wait for one, out of the rows from here on.

    Gives where they end, what is left of the last row, and whether the header ends there.
    """
    single = len(found.waiting) == 1
    stop = at
    while stop < len(rows) and stop - at < 16:
        label, fields = speaking[stop]
        if label is not None or BODY.match(rows[stop].text):
            break
        if fields is not None and found.waiting[0] not in ("on", "prev", "cion") and not _wanted(fields, found):
            break
        stop += 1
        if single and stop < len(rows) and rows[stop].gap:
            break
    if stop == at:
        # Nothing follows: the label stands empty, the next ones may have values of their own.
        if stop >= len(rows) or single or speaking[stop][0] is None:
            found.waiting.clear()
        return at, "", False
    values, used, rest = handed_out(tuple(found.waiting), rows[at:stop], whole)
    ended = "subject" in values
    _store(found, values)
    found.waiting.clear()
    return at + used, rest, ended and not _ahead(speaking, at + used, 2, labels=False)


def _wanted(fields: Sequence[Field], found: _Found) -> bool:
    """Whether fields among the values are a waiting label's: a date, a number of a previous document."""
    kinds = {one.kind for one in fields}
    return ("on" in found.waiting and kinds <= {"bare date", "date"}) or (
        bool({"prev", "cion"} & set(found.waiting)) and bool(kinds & {"number", "code"})
    )


def _store(found: _Found, values: dict[Kind, str]) -> None:
    for kind, value in values.items():
        found.values.setdefault(kind, []).append(value)


def _continues(
    rows: Sequence[Row],
    at: int,
    row: Row,
    kind: Kind,
    found: _Found,
    label_left: float,
    labels_ahead: bool,
    whole: bool,
) -> bool:
    """Whether a row without a label goes on with the value above it."""
    before = found.values[kind][-1]
    previous = rows[at - 1]
    if labels_ahead:
        return kind in found.values
    if row.cell and previous.cell:
        return True
    if kind != "subject":
        return not row.gap and not whole and row.left > label_left + 4
    if row.gap or whole:
        return is_dash(row.text) and goes_on(before, row.text, row.gap, whole)
    if row.left > label_left + 4:
        return not BODY.match(row.text)
    if previous.left > label_left + 4 or (label_left and row.left < label_left - 4):
        return False
    return sum(map(len, found.values[kind])) < 600 and goes_on(before, row.text, row.gap, whole)


def _ends_a_name(fields: Sequence[Field], value: Sequence[str]) -> bool:
    """Whether a row with the Council's name only ends an addressee's: ``… of the`` / ``European Union``."""
    return {one.kind for one in fields} == {"name"} and value[-1].lower().endswith((" of the", " of", " the"))


def _last_label(found: _Found) -> Kind | None:
    """The label whose value may go on in the next row."""
    return next(reversed(found.values), None) if found.values and not found.waiting else None


def _label_at(speaking: _Speaking, at: int, within: int = 1) -> bool:
    return any(label is not None for label, _ in speaking.some(at, within))


def _ahead(speaking: _Speaking, at: int, within: int, *, labels: bool) -> bool:
    """Whether more of the header comes within so many rows: labels, or (where those are done) fields."""
    if labels:
        return any(label is not None for label, _ in speaking.some(at, within)) or _ahead(speaking, at, 2, labels=False)
    return any(fields is not None for _, fields in speaking.some(at, within))


def _fields_ahead(speaking: _Speaking, at: int, found: _Found) -> bool:
    return any(fields is not None and _news(fields, found) for _, fields in speaking.some(at, 2))


def _news(fields: Sequence[Field], found: _Found) -> bool:
    """Whether the fields say what the header has not said yet: where the number comes after From and To."""
    kinds = {one.kind for one in fields} - {"name", "bare date"}
    return bool(kinds - set(found.fields)) and not ({"date", "number"} <= set(found.fields) and "type" not in kinds)


def _closed(found: _Found) -> bool:
    return "subject" in found.values


def _told(found: _Found, end: int, rest: str) -> Header:
    """The header out of what was found."""
    number, suffix = _number(found)
    marking = found.first("marking")
    said = found.said("marking") or (marking.value if marking else None)
    secret = next((c for one in found.fields.get("marking", ()) if (c := classification(one.value))), None)
    languages = Counter(found.languages).most_common(1)
    on = found.said("on")
    date = found.first("date")
    bare = found.first("bare date")
    kind = found.first("type")
    original = found.first("language")
    return Header(
        number=number,
        suffix=suffix,
        date=date.value if date else (bare.value if bare else None) or (day(on) if on else None),
        original_language=original.value if original else None,
        doc_type=kind.value if kind else " ".join(" ".join(found.capitals).split()) or None,
        from_=found.said("from")
        or (_EEAS if kind and kind.value.lower() == "working document" and _by_eeas(found) else None),
        to=found.said("to"),
        subject=found.said("subject"),
        marking=secret or said,
        codes=tuple(dict.fromkeys(one.value for one in found.fields.get("code", ()))),
        files=tuple(dict.fromkeys(one.value for one in found.fields.get("file", ()))),
        prev_docs=numbers_in(found.said("prev") or ""),
        cion_docs=numbers_in(found.said("cion") or ""),
        language=languages[0][0] if languages else None,
        classified=secret or (classification(said) if said else None),
        end=end,
        rest=rest,
    )


def _by_eeas(found: _Found) -> bool:
    number = found.first("number")
    return number is not None and number.value.startswith("EEAS")


def _number(found: _Found) -> tuple[str | None, str | None]:
    """Number and suffix, also where the suffix stands on a line of its own or under a label."""
    named = found.said("number")
    one = found.first("number")
    if named and (number := institution_number(named) or council_number(named)):
        one = Field("number", number.number, number.suffix)
    if one is None:
        return None, None
    alone = " ".join(suffix.value for suffix in found.fields.get("suffix", ()))
    if one.suffix and alone:
        return one.value, alone if alone.startswith(one.suffix) else f"{one.suffix} {alone}"
    return one.value, one.suffix or alone or None


def line_of(rest: str, page: int) -> Line:
    """The body's words that stood in the header's last line, as a line of their own."""
    return Line((Span(rest),), page, gap=True)


def replaced(
    head: Header, *, doc_type: str, from_: str | None, to: str | None, subject: str | None, end: int
) -> Header:
    """A header with what its title says."""
    return replace(head, doc_type=doc_type, from_=from_, to=to, subject=subject, end=end)
