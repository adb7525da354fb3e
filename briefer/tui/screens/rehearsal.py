"""Rehearsal: the speaking note one block at a time in large plain lines, with the clock, and nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult

from briefer.brief.model import Brief
from briefer.brief.speech import Part, speech
from briefer.text import clock
from briefer.tui import commands, pages, rehearsed
from briefer.tui.plain import one_line, plain
from briefer.tui.screens.place import Place
from briefer.tui.stopwatch import Stopwatch
from briefer.tui.widgets.clock import Clock
from briefer.tui.widgets.fitting import Fitting
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.spoken import Spoken

#: Seconds between two looks at the clock; it is repainted only once another second has begun.
TICK = 0.2


class Rehearsal(Place):
    """Gives the id of the block that was shown last, or None where the speech had not begun."""

    PLACE = "rehearsal"
    CSS_PATH = "rehearsal.tcss"
    BINDINGS: ClassVar = commands.bindings("rehearsal", "")

    def __init__(self, brief: Brief, counted: int, now: Callable[[], float] = time.monotonic) -> None:
        """``counted``: the words a minute that the workspace counts; ``now``: seconds, for the stopwatch."""
        super().__init__()
        self._title, self._counted, self._now = brief.title, counted, now
        self._speech = speech(brief)
        self._watch = Stopwatch(len(self._speech.parts), now)
        self._at = -1
        """The part that is shown, from 0; -1 before the first, their number after the last."""
        self._paused = False

    def compose(self) -> ComposeResult:
        """Clock, the question that is answered, the words, how far one is."""
        yield Clock(id="clock")
        yield Fitting(id="answers")
        yield Spoken(id="words")
        yield Fitting(id="progress")
        yield KeyLine()

    def on_mount(self) -> None:
        """Wait for the first word."""
        self.set_interval(TICK, self._tick)
        self._show()

    def on_resize(self) -> None:
        """Digits where there is room for them."""
        if self.is_mounted:
            self.query_one(Clock).set_class(self.size.width < 80 or self.size.height < 23, "-plain")
            self._tick()

    # --- where one is -------------------------------------------------------------------------------------------

    @property
    def part(self) -> Part | None:
        """What is being said; None before and after."""
        return self._speech.parts[self._at] if self.speaks else None

    @property
    def speaks(self) -> bool:
        """Whether it has begun and is not over."""
        return 0 <= self._at < len(self._speech.parts)

    @property
    def has_words(self) -> bool:
        """Whether there is anything to say."""
        return bool(self._speech.parts)

    # --- commands -----------------------------------------------------------------------------------------------

    def action_forward(self) -> None:
        """The next page, or the next block; where it is paused, on with it."""
        if self._paused:
            self.action_pause()
        elif self._at < 0 or not self.query_one(Spoken).turn(1):
            self._go(self._at + 1)

    def action_backward(self) -> None:
        """The page or block before."""
        if not self.query_one(Spoken).turn(-1) and self._at > 0:
            self._go(self._at - 1, last=True)

    def action_pause(self) -> None:
        """Stop the clock, or let it run on."""
        if self.speaks:
            self._paused = not self._paused
            self._run()
            self._still()

    def action_again(self) -> None:
        """From the beginning."""
        self._watch, self._paused = Stopwatch(len(self._speech.parts), self._now), False
        self._go(-1)

    def action_invert(self) -> None:
        """Black on white, or white on black."""
        self.toggle_class("-inverted")

    def action_leave(self) -> None:
        """Back, at any time."""
        shown = self._speech.parts[min(self._at, len(self._speech.parts) - 1)] if self._at >= 0 else None
        self.dismiss(shown.block if shown else None)

    def on_click(self, event: events.Click) -> None:
        """A click goes on too."""
        if not isinstance(event.widget, KeyLine):
            self.action_forward()

    # --- showing ------------------------------------------------------------------------------------------------

    def _go(self, at: int, *, last: bool = False) -> None:
        if at <= len(self._speech.parts) and self.has_words:
            self._at = at
            self._run()
            self._show(last=last)

    def _run(self) -> None:
        """Let the clock run on this part; not while it is paused, nor on what is still to be written."""
        if self.part is not None and self.part.written and not self._paused:
            self._watch.speak(self._at)
        else:
            self._watch.stop()

    def _show(self, *, last: bool = False) -> None:
        words, part, said = self.query_one(Spoken), self.part, self._speech
        if part is not None and part.written:
            words.show(lambda width: pages.wrapped(part.paragraphs, width), last=last)
        elif part is not None:
            asks = pages.wrapped(part.paragraphs, 10_000)
            asked = one_line(" ".join(line.plain for lines in asks for line in lines))
            gap = [plain("(still to be written)", "bold"), plain(asked)]
            words.show(lambda width: [line.wrap(width) for line in gap])
        elif self._at < 0:
            words.show(lambda width: rehearsed.begins(self._title, said, width), loose=False)
        else:
            taken = self._watch.taken
            words.show(lambda width: rehearsed.ends(said, taken, self._counted, width), loose=False)
        self._still()

    def _still(self) -> None:
        """While nobody is speaking the keys are shown."""
        self.set_class(not self.speaks or self._paused, "-still")
        self.show_keys()
        self._tick()

    def on_spoken_turned(self) -> None:
        """Say which page it is."""
        self._tick()

    def _tick(self) -> None:
        part, watch, said = self.part, self._watch, self._speech
        total = watch.total
        time_now = clock(int(total))
        rest = rehearsed.left(total, said.limit) if said.limit else ""
        lines: list[list[str]] = [[f"{rest} of {clock(said.limit)}" if rest else f"of about {clock(said.seconds)}"]]
        block = ""
        if part is not None:
            block = f"{clock(int(watch.taken[self._at]))} of about {clock(part.seconds)}" if part.written else ""
            lines.append([f"this block {block}" if block else "", block])
        if self._paused:
            lines.append(["paused; space goes on", "paused"])
        progress = self._progress
        short = [time_now, "paused" if self._paused else rest]
        # Where there is no line for it, how far one is stands beside the clock.
        far = "" if self.query_one("#progress").display else progress[-1]
        variants = [[*short, f"block {block}" if block else "", far], [*short, far], short]
        self.query_one(Clock).show(time_now, lines, _joined(variants))
        self.query_one("#progress", Fitting).show(progress)
        answers = f"Q{part.number} {part.question}" if part is not None and part.number else ""
        self.query_one("#answers", Fitting).show([answers or (part.section if part else "")])

    @property
    def _progress(self) -> list[str]:
        count, words = len(self._speech.parts), self.query_one(Spoken)
        if not self.speaks:
            page = f"page {words.page + 1} of {words.pages}, space turns" if words.pages > 1 else ""
            return [page, ""]
        place = f"{self._at + 1} of {count}"
        if words.pages == 1:
            return [place, f"{self._at + 1}/{count}"]
        more = ", goes on" if words.page + 1 < words.pages else ""
        return [f"{place} · page {words.page + 1} of {words.pages}{more}", place, f"{self._at + 1}/{count}"]


def _joined(variants: list[list[str]]) -> list[str]:
    told = [[part for part in parts if part] for parts in variants]
    return [mark.join(parts) for parts in told for mark in (" · ", " ")]
