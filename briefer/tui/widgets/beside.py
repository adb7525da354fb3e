"""Which list, box or field lies beside another one on the screen."""

from __future__ import annotations

from textual.widget import Widget


def panes(widget: Widget) -> list[Widget]:
    """All that can have the focus on a widget's screen and is to be seen, in the order of tab."""
    return [w for w in widget.screen.focus_chain if w.region and w.region.overlaps(w.screen.region)]


def beside(widget: Widget, side: int) -> Widget | None:
    """The nearest one at the left (-1) or right (1) of a widget, at about its height."""
    here = widget.region

    def gap(other: Widget) -> int:
        there = other.region
        return here.x - there.right if side < 0 else there.x - here.right

    def level(other: Widget) -> bool:
        return other.region.y < here.bottom and here.y < other.region.bottom

    others = [w for w in panes(widget) if w is not widget and gap(w) >= 0 and level(w)]
    return min(others, key=lambda w: (gap(w), abs(w.region.y - here.y)), default=None)
