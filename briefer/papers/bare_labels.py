"""Labels of a header that have lost their colon (``From Presidency``): read where From, To and Subject follow on one another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.papers.days import FIGURED, WORDED
from briefer.papers.header_values import Row
from briefer.papers.labels import Kind, at_start, inline
from briefer.papers.parties import addressee, sender

_BARE: dict[Kind, re.Pattern[str]] = {
    "from": re.compile(r"(From|FROM|De|Von|Från)\s(?=[A-ZÀ-Ý]|la\s)"),
    "to": re.compile(r"(To|TO|À|An|Till)\s(?=[A-ZÀ-Ý]|the\s)"),
    "subject": re.compile(r"(Subject|SUBJECT|Objet|Betr\.|Betreff|Ärende)\s(?=[^\W_]|[\"“„«'‘(–-])"),
}
_DAY = re.compile(rf"(On|Le|Vom|Den)\s(?=(?:{WORDED}|{FIGURED})\s*$)")
#: So many rows stand at most between From and To, and between To and Subject; a party's name is no longer than this.
_NEAR, _LONGEST = 5, 120


def with_colons(rows: Sequence[Row]) -> list[Row]:
    """The rows, each label that is one though its colon is missing written with it; prose stays as it is.

    Three things have to come together: From, To and Subject begin rows near one another in this order, none of them a
    second time, and sender or addressee is one that papers have.
    """
    out = list(rows)
    for start, row in enumerate(rows):
        if _kind(row.text, "from") is None:
            continue
        to = _next(rows, start, "to")
        subject = _next(rows, to, "subject") if to is not None else None
        if to is None or subject is None or not _are_parties(row.text, rows[to].text):
            continue
        found_at: dict[Kind, int] = {"from": start, "to": to, "subject": subject}
        for kind, place in found_at.items():
            if found := _kind(rows[place].text, kind):
                out[place] = rows[place]._replace(text=_colon(rows[place].text, found))
        for place in range(start + 1, to):
            if dated := _DAY.match(rows[place].text):
                out[place] = rows[place]._replace(text=_colon(rows[place].text, dated.end(1)))
        for place in range(start + 1, subject):
            text = rows[place].text
            if (
                at_start(text) is None
                and (label := inline(text))
                and not label.start
                and label.kind in ("prev", "cion")
            ):
                out[place] = rows[place]._replace(text=f"{text[: label.end].rstrip()}: {text[label.end :].lstrip()}")
        return out
    return out


def _kind(text: str, kind: Kind) -> int | None:
    """Where a row's label of a kind ends: 0 where it has its colon, None where the row begins with no such label."""
    label = at_start(text)
    if label is not None:
        return 0 if label.kind == kind else None
    found = _BARE[kind].match(text)
    return found.end(1) if found and (kind == "subject" or len(text) <= _LONGEST) else None


def _next(rows: Sequence[Row], after: int, kind: Kind) -> int | None:
    """The row near behind another that begins with a label of a kind; none once a label comes that should not."""
    for place in range(after + 1, min(after + 1 + _NEAR, len(rows))):
        if _kind(rows[place].text, kind) is not None:
            return place
        if any(_kind(rows[place].text, other) is not None for other in _BARE):
            return None
    return None


def _are_parties(sent: str, received: str) -> bool:
    """Whether one at least of sender and addressee is known, and neither is a sentence."""
    values = [re.sub(r"^\S+\s*", "", text) for text in (sent, received)]
    if any(value.endswith((".", "?", ";", ",")) for value in values):
        return False
    return any(
        stop and not value[stop:].strip(" ,()/").split(" ")[0][:1].islower()
        for value, stop in ((values[0], sender(values[0])), (values[1], addressee(values[1])))
    )


def _colon(text: str, at: int) -> str:
    return f"{text[:at]}:{text[at:]}"
