"""From a row of the first screen to the desk: opens briefs, begins new ones, offers unsaved work."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.brief import away, store
from briefer.brief.making import Wanted
from briefer.errors import BrieferError
from briefer.journal import Unsaved
from briefer.tui import sitting
from briefer.tui.finding import Row
from briefer.tui.loading import Library, Shelf
from briefer.tui.screens.ask import Answer, Ask
from briefer.tui.screens.place import Place

if TYPE_CHECKING:
    from briefer.brief.model import Brief
    from briefer.knowledge.write import Written
    from briefer.tui.screens.home import Home


def open_row(
    home: Home, row: Row, library: Library, shelf: Shelf | None, topics: Sequence[str], template: str | None
) -> None:
    """Do what Enter on a row means."""
    if row.kind == "brief":
        _open(home, Path(row.name), library, shelf)
    elif row.kind == "unsaved":
        unsaved = next((u for u in (shelf.unsaved if shelf else ()) if str(u.target) == row.name), None)
        if unsaved is not None:
            recover(home, unsaved, library)
    elif row.kind == "away":
        bring_back(home, Path(row.name), library)
    elif row.kind in ("fact", "position", "question", "paper"):
        _show(home, row, library, topics, template)
    elif row.kind == "meeting":
        from briefer.tui import onward

        last = onward.last_brief(shelf, library.base.meetings[row.name]) if not topics else None
        _begin(home, library, Wanted(tuple(topics), meeting=row.name), template, last)
    else:
        _begin(home, library, Wanted(tuple(dict.fromkeys((*topics, row.name)))), template)


def _open(home: Home, path: Path, library: Library, shelf: Shelf | None) -> None:
    newer = next((u for u in (shelf.unsaved if shelf else ()) if u.target == path.absolute()), None)
    try:
        if newer is None:
            home.work_on(sitting.opened(library.workspace, path))
            return
    except BrieferError as error:
        home.notice.news(str(error))
        return
    text = f"There is work on {path.stem} that was not saved. Opening the file leaves that aside until it is forgotten."

    def answered(answer: str | None) -> None:
        if answer == "unsaved":
            recover(home, newer, library)
        elif answer == "file":
            library.workspace.journal.clear(newer.target)
            _open(home, path, library, None)

    answers = [
        Answer("unsaved", "Open the unsaved work", "go on where it ended"),
        Answer("file", "Open the file", "and forget the unsaved work"),
    ]
    home.app.push_screen(Ask("Unsaved work", text, answers), answered)


def _show(home: Home, row: Row, library: Library, topics: Sequence[str], template: str | None) -> None:
    """An entry or a paper in full; from there a brief on its topic can be begun."""
    from briefer.tui.screens.entry import EntryPage, PaperPage

    def closed(topic: str | None) -> None:
        if topic is not None:
            _begin(home, library, Wanted(tuple(dict.fromkeys((*topics, topic)))), template)

    base = library.base
    page = PaperPage(base.papers[row.name], base) if row.kind == "paper" else EntryPage(base.entries[row.name], base)
    home.app.push_screen(page, closed)


def duplicate(home: Home, path: Path, library: Library) -> None:
    """Go to the desk with a new brief like the one in the file; it is written when it is saved."""
    try:
        brief = store.read(path, library.workspace.shown(path))
    except BrieferError as error:
        home.notice.news(str(error))
        return
    work = sitting.drafted(library.workspace, away.copy(brief))
    home.work_on(work)
    home.app.call_after_refresh(_say, home, f"A new brief like {path.stem}: {work.brief.brief}, not saved yet.")


def _say(home: Home, text: str) -> None:
    screen = home.app.screen
    if isinstance(screen, Place):
        screen.notice.news(text)


def versions(home: Home, path: Path, library: Library) -> None:
    """Show the versions of a brief, to look at."""
    from briefer.tui.screens.versions import Versions

    try:
        brief = store.read(path, library.workspace.shown(path))
    except BrieferError as error:
        home.notice.news(str(error))
        return
    home.app.push_screen(Versions(library.workspace, brief, path))


def put_away(home: Home, path: Path, library: Library) -> Path | None:
    """Move a brief's file out of the list; where it lies then, or None where it could not be moved."""
    try:
        lies = away.put_away(library.workspace, path)
    except BrieferError as error:
        home.notice.news(str(error))
        return None
    home.on_screen_resume()
    home.notice.news(f"{path.stem} is put away in {library.workspace.shown(lies.parent)}; ctrl+z brings it back.")
    return lies


def bring_back(home: Home, path: Path, library: Library) -> None:
    """Move it back among the briefs."""
    try:
        lies = away.bring_back(library.workspace, path)
    except BrieferError as error:
        home.notice.news(str(error))
        return
    home.brought_back(lies)
    home.notice.news(f"{lies.stem} is among the briefs again.")


def take_back(home: Home, written: tuple[Written, ...], library: Library) -> None:
    """Take back what was written into the base, unless somebody has changed it since."""
    from briefer.knowledge import write

    try:
        write.put_all_back(written)
    except BrieferError as error:
        home.notice.news(str(error))
        return
    home.notice.news(f"Taken back: {library.workspace.shown(written[-1].path)} is as it was before.")
    home.briefer.read_again()


def _begin(
    home: Home, library: Library, wanted: Wanted, template: str | None, last: tuple[Path, Brief] | None = None
) -> None:
    from briefer.brief import making
    from briefer.tui.screens.choice import Choice

    if template is None:
        home.app.push_screen(Choice(library, wanted, last[1] if last else None), home.begin)
        return
    try:
        home.begin(
            making.compose(library.workspace, wanted._replace(template=template), library.base, library.templates)
        )
    except BrieferError as error:
        home.notice.news(str(error))


def recover(home: Home, unsaved: Unsaved, library: Library) -> None:
    """Go on with unsaved work."""
    try:
        home.work_on(sitting.recovered(library.workspace, unsaved))
    except BrieferError as error:
        home.notice.news(str(error))


def forget(home: Home, target: str, library: Library) -> None:
    """Forget unsaved work, once asked."""

    def answered(answer: str | None) -> None:
        if answer == "forget":
            library.workspace.journal.clear(Path(target))
            home.on_screen_resume()
            home.notice.news(f"The unsaved work on {Path(target).stem} is forgotten.")

    answers = [Answer("later", "Keep it"), Answer("forget", "Forget it", "it cannot be brought back")]
    home.app.push_screen(Ask("Forget this work?", Path(target).stem, answers), answered)


def offer(home: Home, unsaved: list[Unsaved]) -> None:
    """Offer what an earlier session left unsaved, one after the other, until one is opened."""
    if not unsaved or home.library is None:
        return
    first, rest, library = unsaved[0], unsaved[1:], home.library

    def answered(answer: str | None) -> None:
        if answer == "open":
            recover(home, first, library)
        elif answer == "forget":
            library.workspace.journal.clear(first.target)
            home.on_screen_resume()
            offer(home, rest)

    text = f"briefer ended before “{first.target.stem}” was saved. Its last words are kept."
    answers = [
        Answer("open", "Open it", "and go on; the file changes only when you save"),
        Answer("later", "Later", "it stays at the top of the list"),
        Answer("forget", "Forget it", "what was not saved is gone then"),
    ]
    home.app.push_screen(Ask("Unsaved work", text, answers), answered)
