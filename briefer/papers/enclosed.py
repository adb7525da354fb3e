"""A paper within a paper: where behind a cover note another one begins, with a number and a date of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.papers import header
from briefer.papers.header import Header
from briefer.papers.header_fields import Field, fields_only
from briefer.papers.labels import at_start
from briefer.papers.lines import Line

#: A second header's first lines may stand so many lines above its number.
_ABOVE = 8
_NUMBERED = re.compile(r"\d/\d\d|[A-Z]\s?\(\d{4}\)\s?\d")
_LONGEST = 70
#: So many numbers alone on a line are looked at; a list of documents has more of them than a file has papers.
_TRIES = 60
_HEAD = 90
_ACT = re.compile(
    r"((?:JOINT\s+)?(?:COMMUNICATION|REPORT|WHITE\s+PAPER|GREEN\s+PAPER|RECOMMENDATION|(?:COMMISSION\s+)?STAFF\s+WORKING\s+DOCUMENT"
    r"|Proposal|COMMISSION\s+\w+\s+(?:REGULATION|DECISION))(?:\s+FROM\s+THE\s+COMMISSION)?)(?:\s+TO\s+((?:THE\s+)?[A-Z]{2,},?(?:\s+[A-Z]{2,},?)*)(?=\s|$))?",
)


def starts(lines: Sequence[Line], own: Header, whole: bool) -> list[tuple[int, Header]]:
    """Where enclosed papers begin among the lines after a header, each with its own header."""
    found: list[tuple[int, Header]] = []
    after = tries = 0
    for place, line in enumerate(lines):
        text = line.text.strip()
        if place < after or not text or len(text) > _LONGEST or not _NUMBERED.search(text):
            continue
        number = _number(text)
        if number is None or (number.value, number.suffix) == (own.number, own.suffix):
            continue
        tries += 1
        if tries > _TRIES:
            break
        start = _top(lines, place, after)
        head = header.read(lines[start : start + _HEAD], whole)
        if head.number != number.value or not (head.date or head.from_ or head.subject):
            continue
        head = _with_title(head, lines[start:], whole)
        found.append((start, head))
        after = start + head.end
    return found


def _number(text: str) -> Field | None:
    """The number of a paper that a line of its header gives, also behind a label (``EEAS Reference``)."""
    label = at_start(text)
    fields = fields_only(text[label.end :] if label and label.kind == "number" else text)
    return next((one for one in fields or () if one.kind == "number"), None)


def _top(lines: Sequence[Line], place: int, after: int) -> int:
    """The first line of the header that holds a number: those above it that belong to a header too."""
    top = place
    looked = 0
    for above in range(place - 1, after - 1, -1):
        text = lines[above].text.strip()
        if not text:
            continue
        looked += 1
        if looked > _ABOVE or len(text) > _LONGEST:
            break
        label = at_start(text)
        if label is not None and label.kind == "encl":
            break
        if label is None and fields_only(text) is None:
            break
        top = above
    return top


def _with_title(head: Header, lines: Sequence[Line], whole: bool) -> Header:
    """A Commission paper's header with the type and title that follow its number without labels."""
    if head.subject or head.number is None or "(" not in head.number:
        return head
    rows: list[str] = []
    end = head.end
    for place in range(head.end, min(head.end + 14, len(lines))):
        line = lines[place]
        text = " ".join(line.text.split())
        if not text:
            continue
        if (
            len(text) > 260
            or (rows and line.gap and not rows[-1].isupper() and not text[0].islower())
            or text[:2] in ("1.", "I.")
        ):
            break
        rows.append(text)
        end = place + 1
    title = " ".join(rows)
    act = _ACT.match(title)
    if not act:
        return head
    tail = title[act.end() :].strip(" -–")
    to = " ".join((act[2] or "").split())
    kind = " ".join(act[1].split())
    if kind == "Proposal":
        kind, tail, to = "PROPOSAL", title, ""
    # The addressees end where the title begins, in small letters.
    return header.replaced(
        head, doc_type=kind, from_=head.from_ or "European Commission", to=to or None, subject=tail or None, end=end
    )
