"""The list of the first screen: rows in groups, or by likeness once something is typed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.widgets.option_list import Option

from briefer.tui.plain import clean, marked, plain, together
from briefer.tui.widgets.lines import MOST, Ends, Lines

if TYPE_CHECKING:
    from briefer.tui.finding import Row


#: What is said where the words mean nothing that there is.
NOTHING = "Nothing is found; try fewer or other words."


class Found(Lines):
    """Meetings, briefs, topics, templates; what the words found is marked in them."""

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

        shown = rows[:MOST]
        self._rows = {r.id: r for r in shown}
        options: list[Option] = []
        kind = ""
        for row in shown:
            if not query.strip() and row.kind != kind:
                kind = row.kind
                options.append(Option(plain(GROUPS[kind], "bold $text-accent"), disabled=True, id=f"-{kind}"))
            options.append(Option(_line(row, query, row.id in ticked), id=row.id))
        if query.strip() and not shown:
            options.append(Option(plain(NOTHING, "$foreground-muted"), disabled=True, id="-nothing"))
        best = shown[0].id if shown and (first or self.current is None) else None
        self.show(options, best)


def _line(row: Row, query: str, ticked: bool) -> Ends:
    from briefer.knowledge.search import spans

    title = clean(row.title)
    left = together(plain("✓ " if ticked else "  ", "bold $text-success"), marked(title, spans(title, query)))
    kind = f"{row.kind} · " if query.strip() else ""
    states = [*(f"{kind}{state}" for state in row.states), row.kind if kind else ""]
    return Ends(left, [plain(state, "$foreground-muted") for state in states])
