"""The app: reads the workspace behind the first screen, and holds the screens together."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.actions import ActionParseResult
from textual.app import App
from textual.binding import BindingType
from textual.command import Provider
from textual.screen import Screen

from briefer.tui import commands, messages, remembered, themes
from briefer.tui.screens.home import Home
from briefer.tui.screens.place import Place
from briefer.tui.typed_ahead import Typed, TypedAhead
from briefer.tui.watching import Read, Watch

if TYPE_CHECKING:
    from briefer.errors import Fault
    from briefer.tui.loading import Library, Shelved
    from briefer.tui.outgoing import Chosen


def _palette() -> type[Provider]:
    from briefer.tui.palette import Palette

    return Palette


class BrieferApp(App[None], inherit_bindings=False):
    """briefer in the terminal; its keys are the screens' own, so that each of them can be given another meaning."""

    TITLE = "briefer"
    # The screen that is there from the beginning has its styles loaded with the app's own.
    CSS_PATH = Path(__file__).with_name("screens") / "home.tcss"
    CSS = themes.BOXES
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (9, "-low"), (18, "-tall"), (23, "-high")]  # noqa: RUF012
    COMMANDS: ClassVar = {_palette}
    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+c", "say_how_to_leave")]
    ENABLE_COMMAND_PALETTE = False  # it would come with a key of its own

    def __init__(self, workspace: str | None = None, read: Read | None = None) -> None:
        # Without colour nothing but the terminal's own letters and background is used.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        for theme in themes.OURS:
            self.register_theme(theme)
        self.set_reactive(App.theme, "ansi" if self.no_color else remembered.at_start())
        self.stylesheet.set_variables(self.get_css_variables())
        self._named = workspace
        self._watch = Watch(self, read)
        self.typed = TypedAhead(self, self._give)
        """What was typed and is not yet done."""
        self._first: Library | None = None
        """What was read first."""
        self.error: Exception | None = None
        """Why the app ended, where it did not end by itself."""
        self.keymap: Mapping[str, str] = {}
        self.wish_faults: Sequence[str] = ()
        """What is wrong with the keys and the theme in ``briefer.yaml``, one sentence each."""
        self.away: Sequence[Fault] = ()
        """What is said of layers that cannot be reached now, for places that are opened meanwhile."""
        self.asks_for: tuple[str, str | None] | None = None
        """The workspace, and the theme that its ``briefer.yaml`` asks for, once it has been read."""
        self.exported_as: dict[Path, Chosen] = {}
        """How each brief went out last, by its file."""
        self.half_filled: dict[str, dict[str, str]] = {}
        """What was left half filled in in forms for entries, by form."""
        self._home = Home()
        self.use_command_palette = True

    @property
    def first(self) -> Home:
        """The first screen."""
        return self._home

    def get_default_screen(self) -> Screen[Any]:
        """The first screen is the one that is always there."""
        return self._home

    def on_mount(self) -> None:
        """Paint first, read then."""
        self.call_after_refresh(self.read)
        self._watch.begin()

    def read(self) -> None:
        """Read the workspace in a thread, the briefs too."""
        self._watch.read(self._named)

    def read_again(self) -> None:
        """Read knowledge and templates in a thread, since briefer itself has just written there."""
        self._watch.read(self._named, shelf=False)

    def read_shelf(self, known: tuple[Shelved, ...]) -> None:
        """Look through the briefs again, in a thread."""
        from briefer.tui import loading

        library = self._home.library
        assert library is not None
        place = library.workspace
        self.run_worker(
            lambda: self._home.post_message(messages.ShelfRead(loading.shelf(place, known))), thread=True, group="shelf"
        )

    def on_library_read(self, message: messages.LibraryRead) -> None:
        """Hand it on to every open screen; take the user's keys and theme; ask for a folder where there is none."""
        from briefer.tui import wishes

        if not self._home.is_running:
            return  # the app is being closed
        library = message.library
        if self._first is None or self._first.workspace.root != library.workspace.root:
            self._first = library
        # A layer that is away is named from the beginning, and before all else.
        broken = [f for f in library.faults if f not in self._first.faults or f.code == "missing-folder"]
        broken.sort(key=lambda f: f.code != "missing-folder")
        self.away = tuple(f for f in broken if f.code == "missing-folder")
        for screen in self.screen_stack:
            screen.post_message(messages.LibraryRead(library, tuple(broken)))
        wishes.grant(self, library.workspace)
        if library.workspace.root is None and self._named is None:
            self._named = ""
            self.ask_folder()

    def on_shelf_read(self, message: messages.ShelfRead) -> None:
        """The first screen shows the briefs."""
        self._home.post_message(messages.ShelfRead(message.shelf))

    def on_index_made(self, _: messages.IndexMade) -> None:
        """The first screen can search the entries now."""
        self._home.post_message(messages.IndexMade())

    def on_read_failed(self, message: messages.ReadFailed) -> None:
        """Without a workspace there is nothing to do here: end, and say why where the user came from."""
        for screen in self.screen_stack:
            screen.post_message(messages.ReadFailed(message.error))
        if self._home.library is None:
            self.error = message.error
            if not self.is_headless:
                self.exit()

    def ask_folder(self, then: Callable[[Path | None], None] | None = None) -> None:
        """Ask where to work, then read what is there."""
        from briefer.tui.screens.first_start import FirstStart

        def chosen(folder: Path | None) -> None:
            if folder is not None:
                self._named = str(folder)
                self.read()
            if then is not None:
                then(folder)

        self.push_screen(FirstStart(), chosen)

    async def run_action(self, action: str | ActionParseResult, *namespaces: Any, **more: Any) -> bool:
        """Carry an action out; the place it is for hears of it first."""
        if isinstance(place := self.screen, Place):
            place.begins(action if isinstance(action, str) else action[-2])
        return await super().run_action(action, *namespaces, **more)

    async def on_event(self, event: events.Event) -> None:
        """What is typed is given out one by one."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self.typed.take(event)
        else:
            await super().on_event(event)

    async def _give(self, typed: Typed) -> None:
        """While letters stand on the screen, they take the keys."""
        if isinstance(typed, events.Key) and (jump := getattr(self.screen, "jumping", None)):
            await jump.key(typed)
        else:
            await super().on_event(typed)

    def action_say_how_to_leave(self) -> None:
        """Those who end programs with ctrl+c are told what ends this one."""
        if isinstance(place := self.screen, Place):
            leave = commands.find(place.where, "quit")
            keys = commands.shown_keys(leave, self.keymap) if leave else []
            place.notice.news(f"{' or '.join(keys)} leaves briefer.")

    async def action_quit(self) -> None:
        """Leave, once unsaved work has been asked about."""
        from briefer.tui.screens.dialog import Dialog
        from briefer.tui.screens.keeping import Keeping

        if isinstance(self.screen, Dialog) and self.screen.holds:
            await self.screen.run_action("give_up")
            return
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Keeping):
                screen.leave(self.exit)
                return
        self.exit()

    def keep_all(self) -> None:
        """Write down the unsaved work of every screen."""
        for screen in self.screen_stack:
            with suppress(Exception):
                getattr(screen, "keep", lambda: None)()

    def _handle_exception(self, error: Exception) -> None:
        """A fault of briefer's own: keep unsaved work, end, and let the command line say it in one line."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        self.error = error
        self.keep_all()
        self.exit(return_code=1)


def run(workspace: str | None = None) -> None:
    """Run the app; raises what made it end, where it did not end by itself."""
    from briefer.tui.hangup import watch

    app = BrieferApp(workspace)
    watch(app.keep_all)
    app.run()
    if app.error is not None:
        raise app.error
