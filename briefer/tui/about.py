"""What the first screen tells of the row under the cursor."""

from __future__ import annotations

import time
from collections.abc import Sequence

from textual.content import Content

from briefer.brief.marking import high_water
from briefer.dates import long_form
from briefer.knowledge.entries import Question
from briefer.tui.finding import Row
from briefer.tui.loading import Library, Shelf
from briefer.tui.plain import plain, together


def status(library: Library, faults: int) -> str:
    """Whom it is for, the folder, what is in it: the right-hand side of the top line."""
    place = library.workspace
    where = place.root.name if place.root else "just looking around"
    parts = [place.settings.delegation or "", where, f"{len(library.base.topics)} topics"]
    return " · ".join([p for p in parts if p] + ([f"{faults} not read"] if faults else []))


def chosen_so_far(library: Library, topics: Sequence[str], template: str | None) -> str:
    """What the next brief will be of, where some of it is chosen."""
    said = []
    if topics:
        names = ", ".join(library.base.topics[t].title or t for t in topics)
        said.append(f"One brief of: {names}. Enter on another topic adds it and goes on.")
    if template:
        title = library.templates.files[template].template.title
        said.append(f"With the template {title}: choose a topic or a meeting.")
    return " ".join(said)


def about(row: Row, library: Library, shelf: Shelf | None) -> Content:
    """A few paragraphs: title, what it is, what it holds."""
    told = {"meeting": _meeting, "topic": _topic, "template": _template}
    if row.kind in told:
        title, paragraphs = told[row.kind](row.name, library)
    else:
        title, paragraphs = _brief(row, shelf)
    parts = [
        together(plain(head, "$foreground-muted"), "\n" if head else "", plain(text))
        for head, text in paragraphs
        if text
    ]
    return Content("\n\n").join([plain(title, "bold"), *parts])


def _meeting(name: str, library: Library) -> tuple[str, list[tuple[str, str]]]:
    meeting, base = library.base.meetings[name], library.base
    days = long_form(meeting.date) + (f" to {long_form(meeting.end)}" if meeting.end else "")
    told = [("", ", ".join(p for p in (days, meeting.place, meeting.format) if p))]
    if meeting.inferred:
        told.append(("", "Inferred: no source gives the meeting itself."))
    for item in meeting.items:
        topics = [base.topics[t].title or t for t in item.topics if t in base.topics]
        told.append((" ".join(p for p in (item.number, item.title, f"({item.action})" if item.action else "") if p),
                     "\n".join(f"- {t}" for t in topics) or "No topics yet"))  # fmt: skip
    return meeting.body, told


def _topic(name: str, library: Library) -> tuple[str, list[tuple[str, str]]]:
    topic, base = library.base.topics[name], library.base
    questions = [f"- {e.value.text}" for e in base.questions(name) if isinstance(e.value, Question)]
    told = [("", topic.summary or ""), ("Dealt with in", ", ".join(topic.bodies))]
    return topic.title or name, [*told, ("Questions on the table", "\n".join(questions))]


def _template(name: str, library: Library) -> tuple[str, list[tuple[str, str]]]:
    template = library.templates.files[name].template
    sections = "\n".join(f"- {s.title}" for s in template.sections)
    return template.title, [("", template.summary), ("Made for", ", ".join(template.bodies)), ("Sections", sections)]


def _brief(row: Row, shelf: Shelf | None) -> tuple[str, list[tuple[str, str]]]:
    if row.kind == "unsaved":
        when = next((u.when for u in (shelf.unsaved if shelf else ()) if str(u.target) == row.name), 0.0)
        clock = time.strftime("%d %B, %H:%M", time.localtime(when))
        return row.title, [
            ("", f"Work that was written down on {clock} and never saved. Enter opens it, F6 forgets it.")
        ]
    one = next((s for s in (shelf.briefs if shelf else ()) if str(s.path) == row.name), None)
    if one is None or one.brief is None:
        return row.title, [("", one.fault if one else "")]
    brief = one.brief
    told = [("", f"{brief.state} · {high_water(brief)} · as of {long_form(brief.as_of)}")]
    counts = [
        (one.to_fill_in, "still to fill in"), (one.unanswered, "questions without an answer"),
        (one.out_of_date, "out of date"),
    ]  # fmt: skip
    told.append(("", "\n".join(f"{n} {what}" for n, what in counts if n) or "Nothing is left to fill in."))
    return brief.title, [*told, ("File", one.path.name)]
