"""What of a meeting only the instructions from capital say: it stays in the house, whichever layer repeats it."""

from __future__ import annotations

from briefer.knowledge.entries import AgendaItem, Meeting

#: When and what a meeting is: who has written that down too knows it without capital.
_PLAIN = ("body", "date", "end")
_WORDS = ("place", "format")


class Confided:
    """Follows the meetings through the layers, lowest first."""

    def __init__(self) -> None:
        self._open: dict[str, list[Meeting]] = {}
        """What the other layers say."""
        self._told: dict[str, Meeting] = {}
        """What the instructions say."""
        self._below: dict[str, Meeting] = {}
        """What counted before the instructions said something."""
        self._last: dict[str, Meeting] = {}
        """What counts in the end."""

    def take(self, meeting: Meeting, *, instructions: bool) -> None:
        """Note what a layer says of a meeting."""
        self._last[meeting.meeting] = meeting
        others = self._open.setdefault(meeting.meeting, [])
        if not instructions:
            others.append(meeting)
            return
        self._told[meeting.meeting] = meeting
        if others:
            self._below[meeting.meeting] = others[-1]

    def parts(self) -> set[str]:
        """As ``meeting:ID#PART`` what comes from instructions: body, date, end, place, format, or an item by its words.

        A layer above that has the same place, format or item as capital has copied it.
        """
        found = set()
        for ident, told in self._told.items():
            below, now = self._below.get(ident), self._last[ident]
            known = {(n, getattr(m, n)) for m in self._open[ident] for n in _PLAIN}
            known |= {(n, getattr(below, n)) for n in _WORDS} if below else set()
            repeated = [n for n in (*_PLAIN, *_WORDS) if getattr(now, n) and getattr(now, n) == getattr(told, n)]
            mine = {n for n in repeated if (n, getattr(told, n)) not in known}
            items = {item_part(i) for i in told.items} & {item_part(i) for i in now.items}
            mine |= items - {item_part(i) for i in (below.items if below else ())}
            found |= {f"meeting:{ident}#{part}" for part in mine}
        return found


def item_part(item: AgendaItem) -> str:
    """What stands for an item of an agenda among the parts of a meeting."""
    return f"item {item.number or ''} {item.title} {item.action or ''}"
