"""Jumping: a letter on everything that one can go to, and going there by that letter."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from inspect import isawaitable
from typing import Any, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.errors import NoWidget
from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.widget import Widget

#: Those under the fingers first.
_LETTERS = "asdfghjklqwertyuiopzxcvbnm"
_ALL = _LETTERS + _LETTERS.upper()
#: What is higher is a text to read, not a line of things to click.
_A_LINE_OR_TWO = 2


class Target(NamedTuple):
    """Something to go to.

    A widget offers its own by a method ``jump_targets() -> list[Target]``. One without it is a single target where it
    can have the focus; where it cannot, the words in it that can be clicked are.
    """

    region: Region
    """Where it is on the screen; its letter stands at the upper left, one or two cells wide."""
    go: Callable[[], Awaitable[None] | None]
    """Goes there, or does what it is for."""


def targets(screen: Widget) -> list[Target]:
    """All targets that are to be seen on a screen, from top to bottom."""
    found: dict[Offset, Target] = {}
    for widget in screen.walk_children(Widget):
        try:
            seen = widget.screen.find_widget(widget).visible_region
        except NoWidget:
            continue
        if not seen:
            continue
        offered = getattr(widget, "jump_targets", None)
        if offered is not None:
            own = [t for t in offered() if seen.overlaps(t.region)]
        elif widget.focusable:
            own = [Target(seen, partial(_go, widget))]
        else:
            own = [] if widget.is_container else _clickable(widget, seen)
        for target in own:
            found.setdefault(target.region.offset, target)
    return sorted(found.values(), key=lambda t: (t.region.y, t.region.x))


def _go(widget: Widget) -> None:
    """Give it the focus; what is only there to be pressed or chosen is."""
    from textual.widgets import Button

    widget.focus()
    if isinstance(widget, Button):
        widget.press()


def _clickable(widget: Widget, seen: Region) -> list[Target]:
    """The words of a line that do something when they are clicked; the letter takes the blank before them."""
    found: dict[str, Target] = {}
    for y in range(seen.height if seen.height <= _A_LINE_OR_TWO else 0):
        x, before = seen.x, ""
        for text, style, _ in widget.render_line(y):
            action = style.meta.get("@click") if style is not None and style.meta else None
            if isinstance(action, str) and text.strip():
                left = x - (1 if before.endswith(" ") else 0)
                found.setdefault(action, Target(Region(left, seen.y + y, 1, 1), partial(_click, widget, action)))
            before, x = text or before, x + cell_len(text)
    return list(found.values())


async def _click(widget: Widget, action: str) -> None:
    await widget.run_action(action)


def letters(count: int) -> list[str]:
    """So many labels, none of which begins another: one letter each, some of two where there are more than 52."""
    firsts = max(0, -(-(count - len(_ALL)) // (len(_ALL) - 1)))
    pairs = [a + b for a in _ALL[len(_ALL) - firsts :] for b in _ALL]
    return [*_ALL[: len(_ALL) - firsts], *pairs][:count]


class JumpLetter(Widget, can_focus=False):
    """The letters on a target; where the first of two was typed, the second alone stands out."""

    DEFAULT_CSS = """
    JumpLetter {
        dock: left; layer: jumping; overlay: screen; width: auto; height: 1;
        color: $accent; background: $background; text-style: bold reverse;
    }
    """

    def __init__(self, letters: str, jump: Jump) -> None:
        super().__init__()
        self.letters, self.jump = letters, jump

    def render(self) -> RenderResult:
        """The letters."""
        return Content(self.letters)

    async def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go there by mouse too."""
        event.stop()
        await self.jump.types(self.letters)


class Jump:
    """The letters on a screen, until one of them is typed or Esc takes them away."""

    def __init__(self, screen: Screen[Any], found: Sequence[Target]) -> None:
        self._screen = screen
        self._targets = dict(zip(letters(len(found)), found, strict=True))
        self._typed = ""

    @classmethod
    def over(cls, screen: Screen[Any]) -> Jump | None:
        """Put letters on a screen; nothing where there is nothing to go to."""
        found = targets(screen)
        if not found:
            return None
        jump = cls(screen, found)
        labels = []
        for text, target in jump._targets.items():
            label = JumpLetter(text, jump)
            label.styles.offset = target.region.offset
            labels.append(label)
        screen.mount(*labels)
        return jump

    async def key(self, event: events.Key) -> None:
        """Take a key: a letter goes on, Esc and whatever is no letter of these ends it."""
        await self.types(event.character or "", whole=False)

    async def types(self, letters: str, *, whole: bool = True) -> None:
        """Go where these letters stand, or wait for the second one."""
        typed = letters if whole else self._typed + letters
        left = {text: target for text, target in self._targets.items() if letters and text.startswith(typed)}
        if left and typed not in left:
            self._typed = typed
            for label in self._screen.query(JumpLetter):
                label.display = label.letters in left
            return
        self.end()
        if typed in left:
            gone = left[typed].go()
            if isawaitable(gone):
                await gone

    def end(self) -> None:
        """Take the letters away."""
        if getattr(self._screen, "jumping", None) is self:
            self._screen.jumping = None
        self._screen.query(JumpLetter).remove()
