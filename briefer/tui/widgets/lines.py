"""A list whose row under the cursor is marked by a sign as well as by colour, and the shapes its rows can have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widget import Widget
from textual.widgets.option_list import Option, OptionDoesNotExist

from briefer.tui.widgets.moving import Moving

#: The most rows a list shows; who wants more types another word.
MOST = 200


class Hanging(Visual):
    """A text with a narrow column at its left, which its further lines keep free."""

    def __init__(self, left: Content, text: Content, indent: int) -> None:
        self.left, self.text, self.indent = left, text, indent

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines, as many as the text or the left column needs."""
        indent = min(self.indent, max(width - 8, 0))
        right = self.text.render_strips(max(width - indent, 1), None, style, options)
        if not indent:
            return right[:height]
        left = self.left.render_strips(indent, None, style, options)
        blank = Strip.blank(indent, style.rich_style)
        lines = max(len(left), len(right))
        left += [blank] * (lines - len(left))
        right += [Strip.blank(width - indent, style.rich_style)] * (lines - len(right))
        joined = [
            Strip.join([a.adjust_cell_length(indent, style.rich_style), b]) for a, b in zip(left, right, strict=True)
        ]
        return joined[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width at which nothing wraps."""
        return self.indent + self.text.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The lines at a width."""
        indent = min(self.indent, max(width - 8, 0))
        left = self.left.plain.count("\n") + 1 if indent and self.left else 0
        return max(self.text.get_height(rules, max(width - indent, 1)), left, 1)


class Short(Visual):
    """A narrow column and a text cut to a few lines: always as many, so that only rows in view are laid out at all."""

    def __init__(self, make: Callable[[], tuple[Content, Content]], indent: int, lines: int = 2) -> None:
        """``make`` gives the left column and the text; it is called once the row comes into view."""
        self.make, self.indent, self.lines = make, indent, lines

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines; a text that is longer ends in dots."""
        left, text = self.make()
        room = max(width - self.indent, 1)
        wrapped = text.wrap(room)
        if len(wrapped) > self.lines:
            last = Content.assemble(wrapped[self.lines - 1].rstrip(), " …").truncate(room, ellipsis=True)
            wrapped = [*wrapped[: self.lines - 1], last]
        wrapped += [Content("")] * (self.lines - len(wrapped))
        return Hanging(left, Content("\n").join(wrapped), self.indent).render_strips(width, self.lines, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as there is room."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Always the same."""
        return self.lines


class Ends(Visual):
    """One line: a text that is cut where it must be, and at the right the longest of some variants that has room."""

    def __init__(self, left: Content, right: Sequence[Content] = (), least: int = 30) -> None:
        self.left, self.right, self.least = left, [*right, Content("")], least
        self.said = (left.plain, *(r.plain for r in right))
        """All that may be seen of it, without colours."""

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The one line."""
        needed = min(self.left.cell_length, self.least)
        right = next((r for r in self.right if r.cell_length + needed + 2 <= width), self.right[-1])
        room = max(width - right.cell_length - (2 if right else 0), 1)
        left = self.left.truncate(room, ellipsis=True, pad=True)
        return Content.assemble(left, "  ", right).truncate(width).render_strips(width, 1, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """All of it."""
        return self.left.cell_length + self.right[0].cell_length + 2

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Always one."""
        return 1


class Lines(Moving):
    """Rows of ``Content``, ``Hanging`` or ``Ends``; a bar stands before the row under the cursor, a thick one where
    the list has the focus."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--bar"}

    DEFAULT_CSS = """
    Lines {
        & > .lines--bar { color: $text-accent; text-style: bold; }
        border: none; padding: 0; background: $background; height: 1fr;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: $foreground 0%; }
        & > .option-list--option { padding: 0; }
        & > .option-list--option-highlighted, &:focus > .option-list--option-highlighted {
            background: $primary 20%; color: $foreground; text-style: none;
        }
        & > .option-list--option-highlighted { background: $primary 10%; }
        &:ansi > .option-list--option-highlighted, &:ansi:focus > .option-list--option-highlighted {
            background: ansi_default;
        }
        & > .option-list--option-disabled { color: $text-muted; }
    }
    """

    class Marked(Message):
        """A row was clicked on its left edge, where its mark stands."""

        def __init__(self, lines: Lines, option_id: str | None) -> None:
            super().__init__()
            self.lines, self.option_id = lines, option_id

        @property
        def control(self) -> Lines:
            """The list."""
            return self.lines

    def __init__(
        self,
        *options: Option,
        opens: bool = True,
        marks: bool = False,
        paned: bool = False,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """``opens``: one click chooses a row, where otherwise it takes a second one; ``marks``: rows have a mark.

        ``paned``: it stands in a pane with a box that steers it.
        """
        super().__init__(*options, id=id, classes=classes, markup=False)
        self.opens, self.marks, self.paned = opens, marks, paned
        self._room = 0
        """The lines that were in view at the last size."""

    def on_resize(self, event: events.Resize) -> None:
        """The row under the cursor stays in view where it was: a message below may have taken the line it stood on."""
        room, self._room = self._room, event.size.height
        self._update_lines()
        line = self._index_to_line.get(self.highlighted) if self.highlighted is not None else None
        if line is not None and 0 <= line - self.scroll_offset.y < room:
            self.scroll_to_highlight()

    @property
    def steered(self) -> bool:
        """Whether the keys go to this list, or to a box in the same pane: the bar is a broad one then."""
        return self.has_focus or (self.paned and isinstance(self.parent, Widget) and self.parent.has_focus_within)

    @property
    def current(self) -> str | None:
        """The id of the row under the cursor."""
        option = self.highlighted_option
        return option.id if option else None

    def go(self, ident: str | None) -> bool:
        """Put the cursor on a row; says whether there is one of that id."""
        try:
            self.highlighted = self.get_option_index(ident or "")
        except OptionDoesNotExist:
            return False
        return True

    def show(self, options: Sequence[Option], at: str | None = None) -> None:
        """Show other rows; the cursor stays on the row of the same id or goes to ``at``, and the view stays put."""
        at = at or self.current
        top = self.scroll_offset.y
        if [(o.id, o.disabled) for o in options] == [(o.id, o.disabled) for o in self.options]:
            for index, option in enumerate(options):
                self.replace_option_prompt_at_index(index, option.prompt)
        else:
            self.set_options(options)
            self.refresh(layout=True)
            self.scroll_to(y=top, animate=False, force=True, immediate=True)
        if not self.go(at):
            self.action_first()
        if self.highlighted is not None and all(o.disabled for o in self.options[: self.highlighted]):
            self.scroll_to(y=0, animate=False, force=True, immediate=True)  # headings above the first row

    def say(self, ident: str, prompt: Ends) -> None:
        """Show another text in a row of one line; nothing is drawn where it says the same."""
        with suppress(OptionDoesNotExist):
            index = self.get_option_index(ident)
            option = self.options[index]
            if isinstance(option.prompt, Ends) and option.prompt.said == prompt.said:
                return
            option._set_prompt(prompt)
            # The other rows stay drawn as they are: this happens at every letter that is typed.
            for key in [k for k in self._option_render_cache.keys() if k[0] is option]:  # noqa: SIM118
                self._option_render_cache.discard(key)
            if index in self._index_to_line:
                self.refresh_lines(self._index_to_line[index], self._heights[index])

    def show_again(self) -> None:
        """Draw the same rows anew, where what they are made from has changed."""
        self._option_render_cache.clear()
        self.refresh()

    def _get_left_gutter_width(self) -> int:
        return 2

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that all rows need beside the bar."""
        return super().get_content_height(container, viewport, width - self._get_left_gutter_width())

    def render_line(self, y: int) -> Strip:
        """A line with the cursor's bar before it."""
        line = super().render_line(y)
        number = self.scroll_offset.y + y
        if not 0 <= number < len(self._lines):
            return line
        index = self._lines[number][0]
        if index == self.highlighted:
            bar = self.get_component_rich_style("lines--bar", partial=True)
            style = (next((s.style for s in line), None) or self.rich_style) + bar
            return Strip([Segment("▌ " if self.steered else "▏ ", style), *line])
        return Strip([Segment("  ", self.rich_style), *line])

    async def _on_click(self, event: events.Click) -> None:
        event.prevent_default()
        at = event.get_content_offset(self)
        number = at.y + self.scroll_offset.y if at else -1
        if at is None or not 0 <= number < len(self._lines):
            return
        index = self._lines[number][0]
        if self.options[index].disabled:
            return
        again = self.highlighted == index
        self.highlighted = index
        if self.marks and at.x < 5:
            self.post_message(self.Marked(self, self.options[index].id))
        elif self.opens or again:
            self.action_select()
