"""Which lines of a PDF are footnotes for certain: small type that starts with a raised mark, or below a footnote's rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from briefer.papers.lines import Line

#: Footnotes are set in type smaller than the text by at least this part.
_SMALLER = 0.94
#: No footnote stands in this upper part of a page.
_HEAD = 0.2
#: A rule above footnotes is a hair thick and as long as this, in points.
RULE_THICK, RULE_SHORT, RULE_LONG = 2.0, 60.0, 320.0
_MARK = re.compile(r"\s*(\d{1,3}|\*{1,4}|[a-z†‡§])\s*")
_LOOSE_MARK = re.compile(r"\s*(\d{1,3}|\*{1,4}|[†‡§])[.)]?\s+(?=\S)")
#: Between a footnote's lines there is at most this much room, in parts of the type size, baseline to baseline.
_NEXT_LINE = 2.0
#: And between two footnotes this much.
_NEXT_NOTE = 3.0


def body_size(lines: Iterable[Line]) -> float:
    """The type size that most letters of a paper have."""
    weights: Counter[float] = Counter()
    for line in lines:
        for span in line.spans:
            if span.size:
                weights[round(span.size * 2) / 2] += len(span.text)
    return weights.most_common(1)[0][0] if weights else 0.0


def with_footnotes(page: Sequence[Line], body: float, rules: Sequence[float]) -> list[Line]:
    """A page's lines, its footnotes marked as such and their marks taken out of the text."""
    out = list(page)
    at = _first(out, body, rules)
    if at is None:
        return out
    size = _size(out[at])
    for place in range(at, len(out)):
        line = out[place]
        mark = _mark(line, loose=bool(rules))
        step = _step(out[place - 1], line) if place > at else 0.0
        if abs(_size(line) - size) > 0.8 or step > (_NEXT_NOTE if mark else _NEXT_LINE) * size:
            break
        out[place] = _as_footnote(line, mark)
    return out


def _first(page: Sequence[Line], body: float, rules: Sequence[float]) -> int | None:
    sizes = [_size(line) for line in page]
    # The largest type from each line on, to the foot of the page.
    largest = list(accumulate(reversed(sizes), max))[::-1]
    foot = max((line.box[3] for line in page if line.box), default=0.0)
    for at, line in enumerate(page):
        if line.box is None or line.box[3] < _HEAD * foot or largest[at] > body + 0.2:
            continue
        small = sizes[at] <= _SMALLER * body
        above = page[at - 1].box if at else None
        ruled = any((above[3] - 4 if above else 0) <= rule <= line.box[1] + 4 for rule in rules)
        if (ruled and (small or _mark(line, loose=False))) or (
            small and _mark(line, loose=False) and largest[at] <= _SMALLER * body + 0.3
        ):
            return at
    return None


def _as_footnote(line: Line, mark: str | None) -> Line:
    if mark is None:
        return replace(line, style="footnote")
    left = line.text.index(mark) + len(mark)
    spans = []
    for span in line.spans:
        spans.append(span._replace(text=span.text[left:]))
        left = max(left - len(span.text), 0)
    found = [span for span in spans if span.text.strip(" \t.)") or spans.index(span) > 1]
    if found:
        found[0] = found[0]._replace(text=found[0].text.lstrip(" \t.)"))
    return replace(line, style="footnote", mark=mark, spans=tuple(found) or line.spans)


def _mark(line: Line, *, loose: bool) -> str | None:
    """The mark that a footnote starts with: raised, or ``loose``, as a number before room."""
    first = line.spans[0]
    if first.raised:
        found = _MARK.fullmatch(first.text)
        return found[1] if found and len(line.spans) > 1 else None
    found = _LOOSE_MARK.match(line.text) if loose else None
    return found[1] if found else None


def _size(line: Line) -> float:
    return max(((len(s.text), s.size or 0.0) for s in line.spans if not s.raised), default=(0, 0.0))[1]


def _step(before: Line, line: Line) -> float:
    return line.box[3] - before.box[3] if line.box and before.box else 0.0
