"""A ministry's own heading over the place of a section that says nothing: it goes from a final note with its section."""

from __future__ import annotations

import re
from collections.abc import Set

from briefer.word.house import mark
from briefer.word.stylemap import of

_PARAGRAPH = re.compile(r"<w:p(?:\s[^>]*)?/>|<w:p(?:\s[^>]*)?>.*?</w:p>", re.DOTALL)
_STYLE = re.compile(r'<w:pStyle w:val="([^"]*)"')
#: What stands in a paragraph that must not go with its words: the end of a part, a picture, a break.
_MORE = re.compile(r"<w:(?:sectPr|drawing|pict|object|br)\b|<mc:")
#: What may close behind a place, and where what stands under a heading ends.
_CLOSED = re.compile(r"(?:\s|</w:sdtContent>|</w:sdt>)*")
_ENDS = ("<w:sectPr", "</w:body>", "</w:tc>")
_PLACE = re.compile("\ue000([^\ue001]*)\ue001")


def left_out(document: str, silent: Set[str], styles: str) -> str:
    """The document without the headings that stand alone over places of these slots.

    One stays that has more beneath it, be it a line of the house's own.
    """
    names = {s.ident for s in of(styles) if re.fullmatch(r"heading [1-9]", s.name.casefold())}
    for slot in sorted(silent):
        place = mark(slot)
        before, found, after = document.partition(place)
        heading = _last(before)
        if found and heading and _is_heading(heading, names) and not _goes_on(after, silent, names):
            document = before.removesuffix(heading) + place + after
    return document


def _last(text: str) -> str:
    """The paragraph with which a text ends; nothing where it ends with something else."""
    start = max(text.rfind("<w:p>"), text.rfind("<w:p "))
    found = _PARAGRAPH.fullmatch(text, start) if start >= 0 else None
    return found[0] if found else ""


def _is_heading(paragraph: str, names: Set[str]) -> bool:
    style = _STYLE.search(paragraph)
    whole = paragraph.count("<w:bookmarkStart ") == paragraph.count("<w:bookmarkEnd ")
    return bool(style and style[1] in names and whole and not _MORE.search(paragraph))


def _goes_on(after: str, silent: Set[str], names: Set[str]) -> bool:
    """Whether the house, or another section, has more to say under the same heading."""
    at = 0
    while True:
        closed = _CLOSED.match(after, at)
        at = closed.end() if closed else at
        if place := _PLACE.match(after, at):
            if place[1] not in silent:
                return True
            at = place.end()
            continue
        following = _PARAGRAPH.match(after, at)
        if following is None:
            return not after.startswith(_ENDS, at)
        if _is_heading(following[0], names):
            return False
        if "<w:t>" in following[0] or "<w:t " in following[0]:
            return True
        if _MORE.search(following[0]):
            return "<w:sectPr" not in following[0]
        at = following.end()
