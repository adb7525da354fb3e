"""Sentences that a page's end, a footer or a footnote broke in two, and words divided at a line's end, made whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefer.papers.furniture import BREAK
from briefer.papers.lines import Line, Span

_ENDED = re.compile(r"[.?!:;][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:\d{1,3}[.)]|\(?[a-z]{1,3}\)|\(\d{1,2}\)|[IVX]{1,5}\.|[-–—•·▪o*])(?:\s|\t|$)")
_WAITS = re.compile(
    r"(?:,|[–-]|\b(?:a|an|the|of|and|or|in|on|to|for|with|by|from|at|as|that|which|whether|how|their|its|our|not|be|is|are|such"
    r"|der|die|das|und|zu|von|für|mit|den|dem|des|de|la|le|les|et|du|des|à|que|och|att|för|av|i|på|som))$"
)
_DIVIDED = re.compile(r"[^\W\d_](?:-|\xad|‐)$")
_DASHED = re.compile(r"[^\W_]–$")
_SUSPENDED = frozenset({"and", "or", "und", "oder", "et", "ou", "och", "eller", "to", "bzw"})
#: Parts of words after which English keeps its hyphen.
_KEEPS = frozenset(
    """well self non co cross long short high low medium mid multi inter intra post pre pro anti counter near full half part
    so end follow state semi third first second two three four five six ten one all decision policy data fact tailor
    people needs risk evidence rights human country early large small right left in on up de re ex vice sub socio
    whole third-country EU UN US JHA CSDP""".split()  # noqa: SIM905 - a list of words is read more easily as words
)
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONG = 25
_WHOLE_LONG = 90


def joined(lines: Sequence[Line], whole: bool) -> tuple[Line, ...]:
    """The text's lines without breaks and rules, sentences and words across them made whole.

    Where lines are paragraphs the two halves become one line; where they are printed lines the second loses its gap.
    """
    kept: list[Line] = []
    cut = ""
    for line in lines:
        if line.style in (BREAK, "rule"):
            cut = BREAK if BREAK in (line.style, cut) else "rule"
            continue
        if not line.text.strip():
            continue
        if kept and not cut and line.page != kept[-1].page:
            cut = "page"
        if cut and kept:
            if _continues(kept[-1], line, cut, whole):
                if whole:
                    kept[-1] = _as_one(kept[-1], line)
                    cut = ""
                    continue
                line = replace(line, gap=False)
            elif not line.gap and not kept[-1].style:
                line = replace(line, gap=True)
        kept.append(line)
        cut = ""
    return tuple(kept if whole else _undivided(kept))


def joined_text(lines: Sequence[Line]) -> str:
    """The words of several lines as one text."""
    return " ".join(" ".join(line.text for line in _undivided(list(lines))).split())


def _continues(before: Line, line: Line, cut: str, whole: bool) -> bool:
    """Whether a line goes on with the sentence that was cut off before it."""
    if line.style or before.style.startswith(("heading", "cell")):
        return False
    start, end = line.text.lstrip(), _unmarked(before)
    if not end or not start or _ENDED.search(end):
        return False
    first = start[0]
    if first.islower() and not _ITEM.match(start):
        return True
    if _ITEM.match(start) or _is_bold(line) != _is_bold(before) or _is_bold(line):
        return False
    if _WAITS.search(end):
        return True
    if cut == "rule":
        return False
    return len(end) >= (_WHOLE_LONG if whole and first.isupper() and not _ITEM.match(end) else _LONG)


def _unmarked(line: Line) -> str:
    spans = list(line.spans)
    while spans and (spans[-1].raised or not spans[-1].text.strip()):
        spans.pop()
    return "".join(span.text for span in spans).rstrip()


def _is_bold(line: Line) -> bool:
    return all(span.bold for span in line.spans if span.text.strip() and not span.raised)


def _as_one(before: Line, line: Line) -> Line:
    """Two halves of a paragraph as one line."""
    first, second = list(before.spans), list(line.spans)
    first[-1] = first[-1]._replace(text=first[-1].text.rstrip())
    second[0] = second[0]._replace(text=second[0].text.lstrip())
    end = first[-1].text
    glue = "" if _DASHED.search(end) or (_DIVIDED.search(end) and not second[0].text[:1].isspace()) else " "
    if glue == "" and end.endswith(("\xad", "‐")):
        first[-1] = first[-1]._replace(text=end[:-1])
    return replace(before, spans=(*first, Span(glue), *second) if glue else (*first, *second))


def _undivided(lines: list[Line]) -> list[Line]:
    """Printed lines with the words that were divided at their ends made whole, each on the line where it begins."""
    words: str | None = None
    for place in range(len(lines) - 1):
        text = lines[place].text.rstrip()
        if not text or text[-1] not in "-\xad‐–":
            continue
        following = lines[place + 1]
        if following.gap or not following.text.strip() or following.style != lines[place].style:
            continue
        if not (_DIVIDED.search(text) or _DASHED.search(text)):
            continue
        second = following.text.split()[0]
        if second.strip(",.;").lower() in _SUSPENDED or not second[0].isalnum():
            continue
        if words is None:
            words = " ".join([line.text for line in lines]).lower()
        keeps = text[-1] == "–" or (text[-1] != "\xad" and _keeps_hyphen(text[:-1].split()[-1], second, words))
        lines[place], lines[place + 1] = _moved(lines[place], following, keeps)
    return [line for line in lines if line.text.strip()]


def _keeps_hyphen(first: str, second: str, words: str) -> bool:
    """Whether a hyphen at a line's end is the word's own."""
    if not second[0].islower() or not first[-1].islower():
        return True
    tail = _WORDS.match(second)
    end = tail[0] if tail else second
    head = re.split(r"[^\w-]", first)[-1]
    if f"{head}{end}".lower() in words:
        return False
    if f"{head}-{end}".lower() in words:
        return True
    return head.lower() in _KEEPS or "-" in head


def _moved(line: Line, following: Line, keeps: bool) -> tuple[Line, Line]:
    """The two lines with the second half of the word on the first."""
    spans = list(line.spans)
    while spans and not spans[-1].text.strip():
        spans.pop()
    end = spans[-1].text.rstrip()
    spans[-1] = spans[-1]._replace(text=end if keeps else end[:-1])
    rest: list[Span] = []
    moving = True
    for span in following.spans:
        if not moving:
            rest.append(span)
            continue
        text = span.text.lstrip() if len(spans) == len(line.spans) and not rest else span.text
        cut = next((place for place, letter in enumerate(text) if letter.isspace()), len(text))
        if text[:cut]:
            spans.append(span._replace(text=text[:cut]))
        if cut < len(text):
            moving = False
            if text[cut:].strip():
                rest.append(span._replace(text=text[cut:].lstrip()))
    return replace(line, spans=tuple(spans)), replace(following, spans=tuple(rest) or (Span(""),))
