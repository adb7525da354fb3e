"""How far a brief is: draft, for clearance, cleared; and by whom it was cleared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from textual.app import App

from briefer.brief import review
from briefer.brief.marking import unfilled
from briefer.brief.model import Brief
from briefer.tui.screens.ask import Answer, Ask, AskText
from briefer.tui.showing import STATES, counted

_MEANS = {
    "draft": "under work, yours to change",
    "clearance": "with those who have to agree to it",
    "cleared": "agreed; you are asked by whom",
}


def ask_state(app: App[Any], brief: Brief, done: Callable[[Brief], None]) -> None:
    """Ask for another state, and for a cleared one by whom; ``done`` gets the brief with it. Back changes nothing."""

    def answered(state: str | None) -> None:
        if state == "cleared":
            text = "The name or office that stands behind it; it goes into the header box."
            app.push_screen(AskText("Cleared by", text, brief.cleared_by or ""), cleared)
        elif state == "draft" and brief.state != "draft":
            done(replace(brief, state="draft", cleared_by=None))
        elif state == "clearance" and brief.state != "clearance":
            done(replace(brief, state="clearance", cleared_by=None))

    def cleared(by: str | None) -> None:
        if by and (brief.state, brief.cleared_by) != ("cleared", by):
            done(replace(brief, state="cleared", cleared_by=by))

    now = [Answer(s, f"{'(•)' if s == brief.state else '( )'} {name}", _MEANS[s]) for s, name in STATES.items()]
    app.push_screen(Ask("How far is this brief?", _open(brief), now), answered)


def _open(brief: Brief) -> str:
    """What is still open, to be known before it is sent round."""
    gaps, unanswered = len(unfilled(brief)), len(review.unanswered(brief))
    parts = [f"{gaps} still to be filled in"] if gaps else []
    parts += [f"{counted(unanswered, 'question')} unanswered"] if unanswered else []
    by = f", by {brief.cleared_by}" if brief.state == "cleared" and brief.cleared_by else ""
    now = f"It is {STATES[brief.state]}{by}."
    return f"{now} Still open: {' and '.join(parts)}." if parts else now
