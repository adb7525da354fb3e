"""Page furniture out of the text: running headers and footers in every form, with or without page breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefer.papers import header
from briefer.papers.classified import classification
from briefer.papers.footers import WITHIN, Piece, Told, is_surely, pieces
from briefer.papers.header_fields import fields_only
from briefer.papers.lines import Line, Pages, Span

#: Stands in the place of furniture that was taken out: here a page ended.
BREAK = "break"
_EDGE_TOP, _EDGE_FOOT = 3, 4
#: Between two numbers of pages there is at least this much text.
_PAGE_OF_TEXT = 700
_LONGEST = 120
#: A text with fewer paragraphs than one in so many lines has lost the room between them.
_CLOSE = 25
#: The widest printed line, its columns held apart by room.
_WIDEST = 240
_ANNEX = frozenset({"annex"})
_INTEGER = re.compile(r"(?<![\w/.])\d{1,3}(?![\w/.])")
#: What only a masthead says, and no running header.
_MASTHEAD = {"date", "code", "file"}
_FOOTER_STYLES = ("header", "footer")


@dataclass(frozen=True, slots=True)
class Cleared:
    """A paper's lines without furniture."""

    lines: tuple[Line, ...]
    """Lines of style ``break`` stand where furniture was."""
    told: Told
    """What the furniture said."""


def cleared(pages: Pages) -> Cleared:
    """Take page furniture out; what it says of number, marking and language is kept."""
    told = Told()
    given = _with_masthead(pages.lines)
    kinds = [_pieces(line) for line in given]
    lines = [line if kinds[place] else _without_footer(line, told) for place, line in enumerate(given)]
    out = {place for place, line in enumerate(lines) if line.style in _FOOTER_STYLES}
    clusters = _clusters(lines, kinds)
    for cluster in clusters:
        if is_surely(frozenset().union(*(kinds[place] for place in cluster)), together=False) or any(
            is_surely(kinds[place], together=True) for place in cluster
        ):
            out.update(cluster)
    head = _header_end(lines, out, pages.whole_paragraphs)
    edges = _edges(lines, pages.count, out)
    for cluster in clusters:
        if cluster[0] >= head and not out.issuperset(cluster):
            out.update(place for place in cluster if _weak(place, lines, kinds, edges))
    out |= _page_numbers(lines, kinds, head)
    out |= {place for place in _repeated(lines, edges, pages.count) if place >= head}
    out -= _first_annexes(lines, kinds, out)
    kept: list[Line] = []
    for place, line in enumerate(lines):
        if place not in out:
            kept.append(line)
            continue
        told.hears(line.text.strip())
        if not kept or kept[-1].style != BREAK:
            kept.append(Line((), line.page, style=BREAK))
    return Cleared(tuple(kept), told)


def _with_masthead(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, the header part of a Word file made text where it holds the paper's masthead and not a running header."""
    stop = next((place for place, line in enumerate(lines) if line.style != "header"), len(lines))
    told = (
        place for place in range(stop) if _MASTHEAD & {field.kind for field in fields_only(lines[place].text) or ()}
    )
    last = max(told, default=-1)
    return [*(replace(line, style="") for line in lines[: last + 1]), *lines[last + 1 :]]


def _pieces(line: Line) -> frozenset[Piece]:
    """A footer's pieces of which a line consists."""
    if line.style == "rule" or line.row is not None or len(line.text) > _WIDEST:
        return frozenset()
    text = " ".join(line.text.split())
    return pieces(text) if text else frozenset()


def _without_footer(line: Line, told: Told) -> Line:
    """A line without the footer that a tool left in the middle of it."""
    text = line.text
    if len(text) < 40 or ("/" not in text and "LIMITE" not in text and "parlament" not in text):
        return line
    cuts = [
        (found.start(), found.end())
        for found in WITHIN.finditer(text)
        if found.end() - found.start() <= len(text) - 20 and not _is_cited(text, found.start())
    ]
    if not cuts:
        return line
    parts: list[Span] = []
    at = 0
    for span in line.spans:
        end = at + len(span.text)
        kept: list[str] = []
        here = at
        for start, stop in cuts:
            if stop > at and start < end:
                kept.append(text[here : max(start, here)].rstrip())
                here = min(stop, end)
        kept.append(text[here:end] if here == at else text[here:end].lstrip())
        words = " ".join(kept)
        if words.strip() or words == span.text:
            parts.append(span._replace(text=words))
        at = end
    for start, stop in cuts:
        told.hears(text[start:stop])
    return replace(line, spans=tuple(parts) or (Span(""),))


def _is_cited(text: str, at: int) -> bool:
    return text[max(0, at - 5) : at].rstrip().endswith(("doc.", "document", "(", "see", "in"))


def _clusters(lines: Sequence[Line], kinds: Sequence[frozenset[Piece]]) -> list[list[int]]:
    """Lines that follow one another and are made of a footer's pieces only."""
    found: list[list[int]] = []
    running = False
    for place, line in enumerate(lines):
        if kinds[place]:
            if running and lines[found[-1][-1]].page == line.page:
                found[-1].append(place)
            else:
                found.append([place])
            running = True
        elif line.style != "rule" and line.text.strip():
            running = False
    return found


def _header_end(lines: Sequence[Line], out: set[int], whole: bool) -> int:
    """Where the header ends among all the lines; it may hold what elsewhere is furniture."""
    kept = [place for place in range(min(len(lines), 200)) if place not in out]
    end = header.read([lines[place] for place in kept], whole).end
    return kept[end - 1] + 1 if end else 0


def _edges(lines: Sequence[Line], count: int, out: set[int]) -> dict[int, int]:
    """Lines at the head (positive, from 1) or foot (negative) of their page, where there are pages; furniture that
    is known already is not counted."""
    if count < 2:
        return {}
    by_page: dict[int, list[int]] = {}
    for place, line in enumerate(lines):
        if line.text.strip() and place not in out:
            by_page.setdefault(line.page, []).append(place)
    edges: dict[int, int] = {}
    for places in by_page.values():
        for rank, place in enumerate(places[:_EDGE_TOP], start=1):
            edges[place] = rank
        for rank, place in enumerate(reversed(places[-_EDGE_FOOT:]), start=1):
            edges.setdefault(place, -rank)
    return edges


def _weak(place: int, lines: Sequence[Line], kinds: Sequence[frozenset[Piece]], edges: dict[int, int]) -> bool:
    """Whether pieces that could be something else are furniture here, after the header."""
    said = kinds[place]
    if said == _ANNEX:
        return False
    if said == {"marking"} and (secret := classification(lines[place].text)):
        # A list of classifications names each once; a page's marking is on every page.
        return (
            place in edges
            or sum(classification(line.text) == secret for line in lines if len(line.text) < _LONGEST) > 1
        )
    if "marking" in said and _in_header(lines, place):
        return False
    if said <= {"marking", "language"}:
        return "marking" in said or place in edges or lines[place].text.strip() in ("EN", "FR", "DE", "SV")
    if said == {"page"}:
        return abs(edges.get(place, 9)) == 1 and not lines[place].spans[0].raised
    if place in edges:
        return True
    return "number" in said and bool(said & {"marking", "language"})


def _in_header(lines: Sequence[Line], place: int) -> bool:
    """Whether a marking stands beside a number, a date or codes: in the header of a paper that is enclosed."""
    beside = (
        next((line for line in side if line.text.strip()), None)
        for side in (reversed(lines[max(0, place - 4) : place]), lines[place + 1 : place + 5])
    )
    return any(
        field.kind in ("number", "code", "date", "language", "type")
        for line in beside
        if line is not None and len(line.text) < _LONGEST
        for field in fields_only(line.text) or ()
    )


def _page_numbers(lines: Sequence[Line], kinds: Sequence[frozenset[Piece]], head: int) -> set[int]:
    """Numbers of pages that stand alone in a text without page breaks: rising by one, a page of text apart."""
    # Where a text has room between its paragraphs, its page numbers have room, too; a mark of a footnote has none.
    close = sum(line.gap for line in lines) < len(lines) / _CLOSE
    alone = [
        place
        for place, said in enumerate(kinds)
        if place >= head
        and said == {"page"}
        and lines[place].text.strip().isdigit()
        and not lines[place].spans[0].raised
        and (close or lines[place].gap or (place + 1 < len(lines) and lines[place + 1].gap))
    ]
    if not alone:
        return set()
    found: set[int] = set()
    before: int | None = None
    lengths = 0
    at = head
    for place in alone:
        lengths += sum(len(line.text) for line in lines[at:place])
        at = place
        value = int(lines[place].text)
        previous = int(lines[before].text) if before is not None else None
        if previous is not None and value == previous + 1 and lengths >= _PAGE_OF_TEXT:
            found |= {before, place}  # type: ignore[arg-type]
            before, lengths = place, 0
        elif previous is None or value != previous + 1:
            before, lengths = place, 0
    for place in alone:
        if place not in found and _interrupts(lines, place) and lines[place].gap:
            found.add(place)
    return found


def _interrupts(lines: Sequence[Line], place: int) -> bool:
    """Whether a line stands in the middle of a sentence, with room around it."""
    before = lines[place - 1].text.rstrip() if place else ""
    after = lines[place + 1] if place + 1 < len(lines) else None
    return bool(before and before[-1].isalnum() and after is not None and after.gap and after.text[:1].islower())


def _repeated(lines: Sequence[Line], edges: dict[int, int], count: int) -> set[int]:
    """Lines that stand at the same place of most pages, word for word or counting the pages."""
    if count < 2:
        return set()
    by_key: dict[tuple[str, int | None], set[int]] = {}
    for place, rank in edges.items():
        line = lines[place]
        text = " ".join(line.text.split())
        if len(text) > _LONGEST or line.style.startswith("heading"):
            continue
        by_key.setdefault((text, None), set()).add(place)
        for number in _INTEGER.finditer(text):
            counted = f"{text[: number.start()]}#{text[number.end() :]}"
            if len(counted) > 1 or abs(rank) == 1:
                by_key.setdefault((counted, int(number[0]) - line.page), set()).add(place)
    needed = max(2, (count + 1) // 2)
    return {place for places in by_key.values() if len({lines[p].page for p in places}) >= needed for place in places}


def _first_annexes(lines: Sequence[Line], kinds: Sequence[frozenset[Piece]], out: set[int]) -> set[int]:
    """``ANNEX`` where an annex begins is its heading, not furniture: the first one that stands at a page's head."""
    seen: Counter[str] = Counter()
    first: set[int] = set()
    for place in sorted(out):
        if kinds[place] != _ANNEX:
            continue
        text = " ".join(lines[place].text.split())
        seen[text] += 1
        begins = place + 1 < len(lines) and place + 1 not in out
        if seen[text] == 1 and begins:
            first.add(place)
    return first
