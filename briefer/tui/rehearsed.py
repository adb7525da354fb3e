"""What is told before and after a rehearsal: how long it should take, how long it took, and at what pace."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from briefer.brief import speech
from briefer.brief.speech import Part, Speech
from briefer.text import clock
from briefer.tui.plain import one_line, plain, together

NOTHING = (
    "There is nothing to say yet: no answer, point or text is written in the speaking note, the top lines or "
    "“if raised”. Esc goes back; F5 there goes through the questions one by one."
)


def left(taken: float, limit: int) -> str:
    """What remains of a limit, in words."""
    rest = limit - int(taken)
    return f"{clock(rest)} left" if rest >= 0 else f"{clock(-rest)} over"


def begins(title: str, said: Speech, width: int) -> list[list[Content]]:
    """What is told before the first word."""
    if not said.parts:
        return [plain(NOTHING).wrap(width)]
    count = len(said.parts)
    unwritten = sum(not p.written for p in said.parts)
    told = [f"{count} block{'s' if count != 1 else ''}, about {clock(said.seconds)}"]
    if said.limit:
        told.append(f"of {clock(said.limit)}" + (", too long" if said.seconds > said.limit else ""))
    length = " ".join(told) + (f"; {unwritten} still to be written" if unwritten else "") + "."
    begin = "Press space to begin. The clock starts with the first word."
    return [plain(begin, "bold").wrap(width), plain(one_line(title)).wrap(width), plain(length).wrap(width)]


def ends(said: Speech, taken: Sequence[float], counted: int, width: int) -> list[list[Content]]:
    """What is told after the last word; ``counted``: the words a minute that the workspace counts."""
    total = sum(taken)
    if said.limit:
        sums = f"It took {clock(int(total))} of {clock(said.limit)}: {left(total, said.limit)}."
    else:
        sums = f"It took {clock(int(total))}; about {clock(said.seconds)} was counted."
    rows = [_row(at, part, took, width) for at, (part, took) in enumerate(zip(said.parts, taken, strict=True), 1)]
    told = [plain(sums, "bold").wrap(width), [_sides("", "took", "counted", width), *rows]]
    return [*told, *(plain(line).wrap(width) for line in _pace(said.parts, taken, counted))]


def _row(at: int, part: Part, took: float, width: int) -> Content:
    words = one_line("".join(r.text for p in part.paragraphs for r in p.runs))
    if not part.written:
        return _sides(f"{at} (still to be written)", "–", "–", width)
    return _sides(f"{at} {words}", clock(int(took)), clock(part.seconds), width)


def _sides(text: str, took: str, counted: str, width: int) -> Content:
    right = f"{took:>6}{counted:>9}" if width >= 40 else f"{took:>6}"
    room = max(width - len(right), 1)
    return together(plain(text).truncate(room, ellipsis=True, pad=True), right)


def _pace(parts: Sequence[Part], taken: Sequence[float], counted: int) -> list[str]:
    found = speech.pace(parts, taken)
    if not found:
        return ["That was not read aloud, so it says nothing of your pace."]
    told = [f"You spoke {found} words a minute; times are counted at {counted}."]
    if speech.differs(found, counted):
        told.append(
            f"To have them counted at your pace, write words_per_minute: {found} in briefer.yaml, "
            "and in the file of a brief that is drafted already."
        )
    return told
