"""Through the rows of a header, in every order and layout: which value goes with which label, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.papers.body_starts import BODY, body_at
from briefer.papers.header_fields import Field, scan
from briefer.papers.header_found import Found
from briefer.papers.header_rows import Speaking
from briefer.papers.header_values import Row, goes_on, handed_out, is_dash
from briefer.papers.labels import Kind, Label, following

#: So many rows that say nothing may stand before a header (a logo's words, a site's name) and between its parts.
_SILENT = 8
_PROSE = 170
_CAPITALS = re.compile(r"[A-ZÀ-Ý\"'“”„/(][A-ZÀ-Ý0-9\s\"'“”„’/&,.:()-]{2,90}$")
_NO_TYPE = re.compile(r"ANNEX|DELETED|ACCESSIBLE|COUNCIL|UNION|SECRETARIAT|LIMITE|PUBLIC|CONSEIL|\bRAT\b|RÅD")


def walk(rows: Sequence[Row], found: Found, whole: bool) -> tuple[int, str]:
    """Go through the header's rows; gives where it ends and what of the last row is the body's."""
    speaking = Speaking(rows)
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


def _labelled(row: Row, label: Label, found: Found) -> str:
    """Take a row's labels with the values beside them; gives what of the row is the body's."""
    text: str = row.text
    here: Label | None = label
    while here is not None:
        found.languages.append(here.language)
        after = following(text, here.end)
        while after and (after.kind in found.values or after.kind in found.waiting or after.kind == here.kind):
            after = following(text, after.end)
        value = text[here.end : after.start if after else len(text)].strip(" \t|;")
        if value and found.waiting and (len(found.waiting) > 1 or not after):
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
            stop = body_at(value) if here.kind == "subject" and after is None else 0
            if stop:
                found.values[here.kind] = [value[:stop].strip()]
                return value[stop:]
            found.values.setdefault(here.kind, []).append(value)
        else:
            found.waiting.append(here.kind)
        here = after
    return ""


def _apart(rows: Sequence[Row], speaking: Speaking, at: int, found: Found, whole: bool) -> tuple[int, str, bool]:
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


def _wanted(fields: Sequence[Field], found: Found) -> bool:
    """Whether fields among the values are a waiting label's: a date, a number of a previous document."""
    kinds = {one.kind for one in fields}
    return ("on" in found.waiting and kinds <= {"bare date", "date"}) or (
        bool({"prev", "cion"} & set(found.waiting)) and bool(kinds & {"number", "code"})
    )


def _store(found: Found, values: dict[Kind, str]) -> None:
    for kind, value in values.items():
        found.values.setdefault(kind, []).append(value)


def _continues(
    rows: Sequence[Row],
    at: int,
    row: Row,
    kind: Kind,
    found: Found,
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


def _last_label(found: Found) -> Kind | None:
    """The label whose value may go on in the next row."""
    return next(reversed(found.values), None) if found.values and not found.waiting else None


def _label_at(speaking: Speaking, at: int, within: int = 1) -> bool:
    return any(label is not None for label, _ in speaking.some(at, within))


def _ahead(speaking: Speaking, at: int, within: int, *, labels: bool) -> bool:
    """Whether more of the header comes within so many rows: labels, or (where those are done) fields."""
    if labels:
        return any(label is not None for label, _ in speaking.some(at, within)) or _ahead(speaking, at, 2, labels=False)
    return any(fields is not None for _, fields in speaking.some(at, within))


def _fields_ahead(speaking: Speaking, at: int, found: Found) -> bool:
    return any(fields is not None and _news(fields, found) for _, fields in speaking.some(at, 2))


def _news(fields: Sequence[Field], found: Found) -> bool:
    """Whether the fields say what the header has not said yet: where the number comes after From and To."""
    kinds = {one.kind for one in fields} - {"name", "bare date"}
    return bool(kinds - set(found.fields)) and not ({"date", "number"} <= set(found.fields) and "type" not in kinds)


def _closed(found: Found) -> bool:
    return "subject" in found.values
