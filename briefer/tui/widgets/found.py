"""The list of the first screen: rows in groups, or by likeness once something is typed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets.option_list import Option

from briefer.tui.plain import clean, marked, one_line, plain, together
from briefer.tui.widgets.lines import MOST, Ends, Lines

if TYPE_CHECKING:
    from briefer.tui.finding import Row


#: What is said where the words mean nothing that there is.
NOTHING = "Nothing is found; try fewer or other words."
#: How a row is called in the margin, once rows of all kinds stand among each other.
_KINDS = {"unsaved": "unsaved", "position": "says", "question": "asks", "away": "put away"}
_MARGIN = 10
#: The least of a title that is shown before its states are shortened, in cells; alike for all of a kind, so that their
#: counts stand under each other.
_LEAST = {"topic": 46, "brief": 46}


class Found(Lines):
    """Meetings, briefs, topics, templates, entries; what the words found is marked in them."""

    BINDINGS: ClassVar[list[BindingType]] = [("space", "mark_row", "mark")]

    def __init__(self, id: str | None = None) -> None:
        super().__init__(marks=True, id=id)
        self._rows: dict[str, Row] = {}

    @property
    def steered(self) -> bool:
        """Always: the search box above steers it."""
        return True

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self._rows.get(self.current or "")

    def action_mark_row(self) -> None:
        """Ask for the row's mark."""
        self.post_message(self.Marked(self, self.current))

    def show_rows(self, rows: Sequence[Row], query: str, ticked: Collection[str], *, first: bool) -> None:
        """Show rows, those of the ids in ``ticked`` with a ✓; ``first`` puts the cursor on the first."""
        from briefer.tui.finding import GROUPS

        query = query.strip()
        shown = rows[:MOST]
        self._rows = {r.id: r for r in shown}
        options: list[Option] = []
        group = ""
        for row in shown:
            if not query and row.group != group:
                group = row.group
                options.append(Option(plain(GROUPS[group], "bold $text-accent"), disabled=True, id=f"-{group}"))
            options.append(Option(_Line(row, query, row.id in ticked), id=row.id))
        if query and not shown:
            options.append(Option(plain(NOTHING, "$foreground-muted"), disabled=True, id="-nothing"))
        best = shown[0].id if shown and (first or self.current is None) else None
        self.show(options, best)


class _Line(Visual):
    """One row: its mark, its kind while searching, as much of it as shows what was found, and its state.

    Drawn when it comes into view: looking for the words in two hundred rows at each key would slow typing down.
    """

    def __init__(self, row: Row, query: str, ticked: bool) -> None:
        self.row, self.query, self.ticked = row, query, ticked

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The one line."""
        row = self.row
        head = plain("✓ " if self.ticked else "  ", "bold $text-success")
        entry = not row.group and bool(self.query)
        title = clean(one_line(row.title) if entry else row.title)
        spans: list[tuple[int, int]] = []
        if self.query:
            from briefer.tui.seeking import marks

            spans = marks(title, self.query)
            kind = _KINDS.get(row.kind, row.kind)
            head = together(head, plain(f"{kind:<{_MARGIN}}", "$foreground-muted"))
        room = width - head.cell_length
        least = min(_LEAST.get(row.kind, 30), room * 3 // 5)
        if entry:  # what it says counts for more than where it stands
            least = 48
        elif spans:
            least = max(least, min(spans[0][1], room))
        state = next((s for s in row.states if len(s) + least + 2 <= room), "")
        text = _shown(title, spans, room - len(state) - 2)
        if row.kind == "more":
            text = plain(title, "$foreground-muted")
        shown = Ends(together(head, text), [plain(state, "$foreground-muted")])
        return shown.render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as there is room."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Always one."""
        return 1


def _shown(title: str, spans: list[tuple[int, int]], room: int) -> Content:
    """As much of a title as shows what was found in it; what stands before two blanks names it, and stays."""
    kept = title.find("  ") + 2 if "  " in title else 0
    if not spans or spans[0][1] <= room - 2 or (kept and spans[0][1] <= kept):
        return marked(title, spans)
    cut = title.find(" ", max(min(spans[0][0] - 14, len(title) - room + kept + 2), kept)) + 1
    by = cut - kept - 2
    return marked(f"{title[:kept]}… {title[cut:]}", [(a - by, b - by) for a, b in spans if a >= cut])
