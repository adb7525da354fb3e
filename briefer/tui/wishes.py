"""Carries out what ``briefer.yaml`` asks of the screen: keys and theme; what is wrong with it stays on the notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.errors import BrieferError
from briefer.tui import asked, remembered
from briefer.tui.screens.commanded import Commanded

if TYPE_CHECKING:
    from briefer.tui.app import BrieferApp
    from briefer.workspace import Workspace


def grant(app: BrieferApp, workspace: Workspace) -> None:
    """Take keys and theme over, on every screen that is open."""
    wanted = asked.keymap(workspace.settings)
    wrong = (asked.theme_fault(workspace.settings), *(f.message for f in wanted.faults))
    app.wish_faults = tuple(w for w in wrong if w)
    if dict(wanted.keys) != app.keymap:
        app.keymap = dict(wanted.keys)
        for screen in app.screen_stack:
            if isinstance(screen, Commanded):
                screen.take_keys()
    if app.wish_faults:
        more = f" and {len(app.wish_faults) - 1} more (F1 shows all)" if len(app.wish_faults) > 1 else ""
        app.first.notice.fault(f"briefer.yaml: {app.wish_faults[0]}{more}", "keys")
    else:
        app.first.notice.mended("keys")
    asks_for = (str(workspace.root or ""), workspace.settings.theme)
    if asks_for == app.asks_for:
        return  # colours chosen since hold
    app.asks_for = asks_for
    theme = remembered.holds(*asks_for)
    if theme and not app.no_color:
        app.theme = theme
        try:
            remembered.in_use(theme)
        except BrieferError:
            pass  # only the first paint of the next start is another one then
