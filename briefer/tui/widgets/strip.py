"""The strip of questions: which are answered, which is at hand; a click goes to one."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from briefer.tui.asking import Stands
from briefer.tui.plain import plain, together


class Strip(Widget, can_focus=False):
    """``Q1 ✓  ▸Q2 –`` at the left, the speaking time of the one at hand at the right."""

    DEFAULT_CSS = """
    Strip { height: 1; padding: 0 1; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.auto_links = False
        self._shown: tuple[tuple[Stands, ...], str | None, str, bool] = ((), None, "", False)

    def show(self, questions: Sequence[Stands], here: str | None, time: str, over: bool) -> None:
        """Show them; ``here`` is the question at hand, ``time`` its speaking time."""
        if (shown := (tuple(questions), here, time, over)) != self._shown:
            self._shown = shown
            self.refresh()

    def render(self) -> Content:
        """At the width there is: where not all questions fit, those about the one at hand."""
        questions, here, time, over = self._shown
        if self.size.width < 40:
            time = time.replace(" of ", "/").replace(", too long", "!")
        right = plain(time, "bold $text-error" if over else "bold")
        room = max(self.size.width - right.cell_length - 2, 1)
        marks = [_mark(number, one, one.question == here) for number, one in enumerate(questions, 1)]
        at = next((i for i, one in enumerate(questions) if one.question == here), 0)
        first, last = 0, len(marks)
        while sum(m.cell_length + 1 for m in marks[first:last]) > room and last - first > 1:
            if at - first > last - 1 - at:
                first += 1
            else:
                last -= 1
        told = Content(" ").join(marks[first:last])
        if first:
            told = together("…", told)
        if last < len(marks):
            told = together(told, "…")
        return together(told.truncate(room, pad=True), "  ", right)


def _mark(number: int, one: Stands, here: bool) -> Content:
    sign = "✓" if one.answered else "–"
    text = f"{'▸' if here else ' '}Q{number} {sign}{'!' if one.too_long else ''}"
    style = "bold reverse" if here else "" if one.answered else "bold"
    return plain(text, style).stylize(Style.from_meta({"@click": f"screen.to_question({number})"}))
