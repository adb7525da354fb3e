"""An agenda as a paper prints it: which body meets when and where, and its items with what is to be done on each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefer.papers import cited, furniture
from briefer.papers.lines import Pages
from briefer.papers.model import CouncilPaper
from briefer.papers.moments import Day, days

_AGENDA = re.compile(
    r"(?:NOTICE\s+OF\s+MEETING(?:\s+AND)?\s*)?(?:(?:DRAFT|REVISED|PROVISIONAL|ANNOTATED)\s+){0,3}AGENDA"
    r"|(?:AVIS\s+DE\s+RÉUNION\s+ET\s+)?ORDRE\s+DU\s+JOUR(?:\s+PROVISOIRE)?"
    r"|(?:MITTEILUNG\s+UND\s+)?(?:VORLÄUFIGE\s+)?TAGESORDNUNG|(?:PRELIMINÄR\s+)?DAGORDNING"
)
#: In how many lines from the top it says what it is.
_TOP = 80
_LABEL = re.compile(
    r"(?P<label>Subject|Date(?:\s+of\s+(?:the\s+)?meeting)?|Dates|Meeting\s+date|Time|Venue|Place|Room|Contact|Tel\.?(?:/Fax)?|From|To"
    r"|Objet|Lieu|Heure|Betr\.|Tagungsort|Ort|Datum|Uhrzeit|Plats|Tid|Ärende)\s*:\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_ON = ("date", "dates", "date of meeting", "date of the meeting", "meeting date", "datum")
_AT = ("venue", "place", "room", "lieu", "tagungsort", "ort", "plats")
_ABOUT = ("subject", "objet", "betr.", "ärende")
_ITEM = re.compile(r"\(?(?P<number>\d{1,2})\s?[.)]\s*(?P<title>\S.*)?$")
_ACTION = re.compile(r"(?:[–—•=*]|-(?=\s)|o(?=\s))\s*(?P<action>\S.*)$")
_ENDS = re.compile(r"(?:N\.?\s?B\.?\s?[:.]|_{4,}|Note:|\*\s?\*\s?\*)", re.IGNORECASE)
_MEETING_OF = re.compile(
    r"^(?:(?:\d+\w*\s)?(?:informal\s)?meeting\s+of\s+(?:the\s+)?|Réunion\s+du\s+|Tagung\s+der\s+)", re.IGNORECASE
)
_TWO = re.compile(r"\b(\d{1,2})(?:\s?(?:and|to|et|und|och|&|-|–)\s?)(\d{1,2})\s([^\W\d_]{3,})\s(\d{4})")
_FURTHER = re.compile(r"^\s*\+\s*(?P<suffix>(?:REV|ADD|COR)\s?\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an agenda."""

    number: str
    title: str
    action: str | None = None
    """What is to be done, as printed: ``Exchange of views``."""
    papers: tuple[str, ...] = ()
    """Numbers of the papers named under it."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting as its agenda announces it; None where it says nothing."""

    body: str | None
    """Who meets, as printed."""
    date: str | None
    """The first day, ISO; not the paper's own date."""
    end: str | None
    """The last day, where there are several."""
    place: str | None
    items: tuple[Item, ...]


def find(pages: Pages, paper: CouncilPaper) -> Agenda | None:
    """The agenda that a file is; None where it is none. ``paper`` is the same file as it was read."""
    lines = [" ".join(line.text.split()) for line in furniture.cleared(pages).lines]
    texts = [text for text in lines if text]
    titled = next((n for n, text in enumerate(texts[:_TOP]) if _AGENDA.fullmatch(text.strip("# *").upper())), None)
    if titled is None and not (paper.doc_type and _AGENDA.search(paper.doc_type.upper())):
        return None
    rest = texts[titled + 1 if titled is not None else 0 :]
    said, first = _header(rest)
    items = _items(rest[first:])
    if not items:
        return None
    about = said.get("about") or paper.subject or paper.to or ""
    found = [d.iso for d in _days(said.get("on") or about, paper.date) if len(d.iso) == 10]
    body = (
        _MEETING_OF.sub("", about.partition(" on ")[0] if not said.get("on") and found else about).strip(" .,") or None
    )
    last = found[-1] if len(found) > 1 and found[-1] > found[0] else None
    return Agenda(body, found[0] if found else None, last, said.get("at") or None, tuple(items))


def _days(text: str, on: str | None) -> list[Day]:
    """The days of a line; the first of “12 and 13 March 2031” has its month from the second."""
    return days(_TWO.sub(r"\1 \3 \4 and \2 \3 \4", text), on)


def _header(texts: Sequence[str]) -> tuple[dict[str, str], int]:
    """What stands between the title and the first item, by what it is; and where the items begin."""
    said: dict[str, str] = {}
    open_ = ""
    for place, text in enumerate(texts):
        item = _ITEM.match(text)
        if item and item["number"] in ("1", "01"):
            return said, place
        label = _LABEL.match(text)
        if label:
            name = " ".join(label["label"].lower().split())
            open_ = "on" if name in _ON else "at" if name in _AT else "about" if name in _ABOUT else ""
            if open_ and open_ not in said:
                said[open_] = label["value"].strip()
            elif open_:
                open_ = ""
        elif open_ == "at":
            said["at"] = ", ".join(p for p in (said["at"].rstrip(","), text) if p)
        elif open_ and (not said[open_] or open_ == "about"):
            said[open_] = f"{said[open_]} {text}".strip()
    return said, len(texts)


def _items(texts: Sequence[str]) -> list[Item]:
    """The items in their order; what is numbered otherwise belongs to the one before."""
    found: list[Item] = []
    acting = False
    waiting = False
    for text in texts:
        if found and _ENDS.match(text):
            break
        item = _ITEM.match(text)
        if item and int(item["number"]) == len(found) + 1:
            found.append(Item(item["number"].lstrip("0"), item["title"] or ""))
            acting, waiting = False, not item["title"]
            continue
        if not found:
            continue
        last = found[-1]
        if waiting:
            found[-1], waiting = replace(last, title=text), False
            continue
        refs = _refs(text)
        action = _ACTION.match(text)
        if refs and len(re.sub(r"[\d/()+,;\s]|REV|ADD|COR|final|COM|JOIN|SWD|EEAS|WK|ST|doc\.?", "", text)) < 12:
            found[-1] = replace(last, papers=tuple(dict.fromkeys((*last.papers, *refs))))
            acting = True
        elif action:
            said = "; ".join(p for p in (last.action, action["action"]) if p)
            found[-1], acting = replace(last, action=said, papers=tuple(dict.fromkeys((*last.papers, *refs)))), True
        elif not acting:
            found[-1] = replace(last, title=f"{last.title} {text}")
    return [item for item in found if item.title]


def _refs(text: str) -> tuple[str, ...]:
    """The papers named in a line: ``7001/31 REV 1 + ADD 1`` are two."""
    found = [c.ref for c in cited.find((text,))]
    for ref in list(found):
        rest = text.partition(ref)[2]
        while more := _FURTHER.match(rest):
            found.append(f"{ref} {' '.join(more['suffix'].upper().split())}")
            rest = rest[more.end() :]
    return tuple(found)
