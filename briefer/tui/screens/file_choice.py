"""Which file: the papers that lie nearest, narrowed by what is typed, or a path followed folder by folder."""

from __future__ import annotations

import time
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from briefer.tui import lying
from briefer.tui.lying import Lying
from briefer.tui.plain import plain, together
from briefer.tui.screens.place import Place
from briefer.tui.widgets.key_line import KeyLine
from briefer.tui.widgets.lines import MOST, Ends, Lines
from briefer.tui.widgets.notice import Notice
from briefer.tui.widgets.top_line import TopLine
from briefer.tui.widgets.words import Words


class FileChoice(Place):
    """A box, and the files and folders that it means."""

    def __init__(self, root: Path | None, about: str) -> None:
        """``root`` is the workspace, one of the places looked into; ``about`` says what the file is for."""
        super().__init__()
        self._own, self._about = root, about
        self._places: list[Lying] = []
        self._papers: list[Lying] = []
        self._listed: tuple[Path, list[Lying]] | None = None

    def take(self, path: Path) -> None:
        """Somebody has chosen this file."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Box, list, and how far the reading is."""
        yield TopLine("Read a paper", self._about or "Word, PDF, text, web page, or a calendar")
        yield Words(placeholder="Type part of a name, or a path; a file can be dropped here", id="path")
        yield Lines(id="files", opens=True, paned=True)
        yield Static("", id="reading", markup=False)
        yield Notice()
        yield KeyLine()

    def on_mount(self) -> None:
        """Look where papers lie."""
        self.query_one("#reading").display = False
        self.action_again()
        self.show_keys()

    @property
    def _typed(self) -> str:
        return self.query_one("#path", Input).value

    @property
    def in_folder(self) -> Path | None:
        """The folder that is listed; None while it is those where papers lie."""
        there = lying.in_folder(self._typed)
        return there[0] if there else None

    def action_again(self) -> None:
        """Look into the folders again."""
        self._places = lying.places(self._own)
        # One's own folder and the one briefer was started in are offered; their files are not those of every day.
        self._papers = lying.near([p for p in self._places if p.called not in ("your own folder", "here")])
        if not self._papers:
            self._papers = lying.near(self._places)
        self._listed = None
        self.narrow()

    def on_input_changed(self) -> None:
        """Narrow the list while typing; what was wrong with another file is no longer of interest."""
        self.notice.mended("reading")
        self.notice.news("")
        self.narrow(first=True)

    def narrow(self, *, first: bool = False) -> None:
        """Show what the words or the path mean."""
        there = lying.in_folder(self._typed)
        if there is not None:
            folder, name = there
            if self._listed is None or self._listed[0] != folder:
                self._listed = folder, lying.listed(folder)
            found = lying.holding(self._listed[1], name)
        else:
            found = [*lying.holding(self._papers, self._typed), *(p for p in self._places if not self._typed.strip())]
        rows = [Option(_row(one), id=str(one.path)) for one in found[:MOST]]
        if not rows:
            rows = [Option(plain(self._nothing(there), "$foreground-muted"), id="-", disabled=True)]
        lines = self.query_one(Lines)
        lines.show(rows, rows[0].id if first else None)
        self.show_keys()

    def _nothing(self, there: tuple[Path, str] | None) -> str:
        path = lying.path_in(self._typed)
        if path is not None and lying.is_file(path):
            return "Enter reads this file."
        if there is not None:
            return "There is no paper of this name here." if there[1] else "There is no paper in this folder."
        return "No paper of this name lies near; type a path, such as ~/Downloads/."

    def on_resize(self) -> None:
        """What there is room for."""
        super().on_resize()
        if self.is_mounted:
            self.call_after_refresh(self.narrow)

    def action_row(self, by: int) -> None:
        """Move the cursor in the list without leaving the box."""
        self.query_one(Lines).step(by)

    def on_input_submitted(self) -> None:
        """Enter in the box takes the path, or what is under the cursor."""
        self.action_choose()

    def on_option_list_option_selected(self) -> None:
        """Enter or a click in the list takes what is under the cursor."""
        self._take(Path(self.query_one(Lines).current or ""))

    def action_choose(self) -> None:
        """Read the file at the path, or the one under the cursor; go into a folder."""
        path = lying.path_in(self._typed)
        current = self.query_one(Lines).current
        if path is not None and lying.is_file(path):
            self._take(path)
        elif current is not None and current != "-":
            self._take(Path(current))
        elif path is not None:
            self._take(path)

    def _take(self, path: Path) -> None:
        if lying.is_folder(path):
            self._go(path)
        else:
            self.take(path)

    def _go(self, folder: Path) -> None:
        box = self.query_one("#path", Input)
        box.value = str(folder) if str(folder).endswith(("/", "\\")) else f"{folder}{_SEPARATOR}"
        box.cursor_position = len(box.value)
        box.focus()

    def action_out(self) -> None:
        """Go to the folder above."""
        if (folder := self.in_folder) is not None:
            self._go(folder.absolute().parent)


_SEPARATOR = "\\" if "\\" in str(Path("a/b")) else "/"


def _row(one: Lying) -> Ends:
    if one.folder:
        name = together(plain("▸ ", "$foreground-muted"), plain(f"{one.path.name or one.path}{_SEPARATOR}", "bold"))
        return Ends(name, [plain(f"{one.called} · {one.path}" if one.called else "folder", "$foreground-muted"),
                           plain(one.called or "folder", "$foreground-muted")])  # fmt: skip
    day = time.strftime("%d %b %Y", time.localtime(one.when)).lstrip("0")
    told = [f"{lying.size(one.size)} · {day} · {one.path.parent.name}", f"{lying.size(one.size)} · {day}", day]
    return Ends(plain(f"  {one.path.name}"), [plain(t, "$foreground-muted") for t in told])
