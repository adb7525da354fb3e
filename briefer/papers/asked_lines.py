"""Lines that begin an item of a list of questions, which nothing at a page's foot is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.papers.lines import Line

_NUMBERED = re.compile(r"\s*(?:\(?\[?\d{1,3}[.)\]]|\(?(?:[a-z]|[ivx]{1,4})\)|[-–•])\s")
#: No question that stands in a list is longer, in printed lines.
_LONGEST = 8


def begins_question(lines: Sequence[Line], at: int) -> bool:
    """Whether the paragraph that begins at a line asks: notes state and refer, they do not ask."""
    last = lines[at].text
    for line in lines[at + 1 : at + _LONGEST]:
        if line.gap or line.style != lines[at].style or _NUMBERED.match(line.text) or not line.text.strip():
            break
        last = line.text
    return last.rstrip("\"”'’»)* ").endswith("?")


def is_led_over(text: Sequence[Line]) -> bool:
    """Whether the last words before a line lead over to a list."""
    before = next((line for line in reversed(text) if line.text.strip()), None)
    return before is not None and before.text.rstrip().endswith(":")
