"""What the first screen tells of the row under the cursor."""

from __future__ import annotations

import time
from collections.abc import Sequence

from textual.content import Content

from briefer import workspace
from briefer.brief import markup, review, sharing
from briefer.brief.marking import high_water, unfilled
from briefer.dates import long_form
from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.entries import Paper, Question
from briefer.tui.finding import Row
from briefer.tui.loading import Library, Shelf
from briefer.tui.plain import one_line, plain, together
from briefer.tui.screens.tell import as_note
from briefer.tui.showing import INWARD, STATES, counted, detail, from_where, is_over, meeting_of


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


def about(row: Row, library: Library, shelf: Shelf | None, *, short: bool = False) -> Content:
    """A few paragraphs: title, what it is, what it holds; ``short`` is for a few lines under the list."""
    told = {"topic": _topic, "template": _template, "paper": _paper}
    if row.kind == "meeting":
        title, paragraphs = _meeting(row.name, library, shelf)
    elif row.kind in told:
        title, paragraphs = told[row.kind](row.name, library)
    elif row.kind in ("fact", "position", "question"):
        title, paragraphs = _entry(row.name, library)
    elif row.kind == "more":
        title, paragraphs = row.title.removeprefix("… "), [("", "Enter shows them here; typing finds them too.")]
    else:
        title, paragraphs = _brief(row, shelf, short=short)
    if short:
        lines = [f"{head}: {_joined(text)}" if head else _joined(text) for head, text in paragraphs if text]
        return plain("\n".join(lines))
    parts = [
        together(plain(head, "$foreground-muted"), "\n" if head else "", plain(text))
        for head, text in paragraphs
        if text
    ]
    return Content("\n\n").join([plain(title, "bold"), *parts])


def _joined(text: str) -> str:
    """A list in one line."""
    return " · ".join(line.removeprefix("- ") for line in text.split("\n"))


def _meeting(name: str, library: Library, shelf: Shelf | None) -> tuple[str, list[tuple[str, str]]]:
    meeting, base = library.base.meetings[name], library.base
    days = long_form(meeting.date) + (f" to {long_form(meeting.end)}" if meeting.end else "")
    told = [("", ", ".join(p for p in (days, meeting.place, meeting.format) if p))]
    briefs = [s.brief for s in (shelf.briefs if shelf else ()) if s.brief and s.brief.meeting]
    mine = [f"✓ {b.title} ({STATES[b.state]})" for b in briefs if b.meeting and b.meeting.id == name]
    told.append(("Your briefs for it", "\n".join(mine)))
    if base.is_inward_meeting(meeting):
        told.append(("", INWARD))
    if meeting.inferred:
        told.append(("", "Inferred: no source gives the meeting itself."))
    for item in meeting.items:
        topics = [base.topics[t].title or t for t in item.topics if t in base.topics]
        told.append((" ".join(p for p in (item.number, item.title, f"({item.action})" if item.action else "") if p),
                     "\n".join(f"- {t}" for t in topics) or "No topics yet"))  # fmt: skip
    return meeting.body, [*told, *_from(library, "meeting", name)]


def _from(library: Library, kind: str, ident: str) -> list[tuple[str, str]]:
    return [("", line) for line in from_where(library.base, kind, ident)]


def _topic(name: str, library: Library) -> tuple[str, list[tuple[str, str]]]:
    topic, base = library.base.topics[name], library.base
    questions = [f"- {e.value.text}" for e in base.questions(name) if isinstance(e.value, Question)]
    counts = " · ".join(counted(n, kind[:-1]) for kind, n in base.counts(name).items())
    told = [("", counts), ("", topic.summary or ""), ("Dealt with in", ", ".join(topic.bodies))]
    return topic.title or name, [
        *told, ("Questions on the table", "\n".join(questions)), *_from(library, "topic", name),
    ]  # fmt: skip


def _template(name: str, library: Library) -> tuple[str, list[tuple[str, str]]]:
    file = library.templates.files[name]
    template, place = file.template, library.workspace
    told = zip(template.sections, sharing.origins(file), strict=True)
    sections = "\n".join(
        f"- {s.title}" + (f" ({sharing.from_in_words(file, o)})" if file.chain else "") for s, o in told
    )
    return template.title, [
        ("", template.summary),
        ("Made for", ", ".join(template.bodies)),
        ("Extends", sharing.chain_in_words(file)),
        ("Sections", sections),
        ("", f"From {place.called(file.layer)}, {file.name}"),
    ]


def _entry(name: str, library: Library) -> tuple[str, list[tuple[str, str]]]:
    entry = library.base.entries[name]
    brief, section, block = as_note(entry, library.base, workspace.today())
    topic = library.base.topics.get(entry.topic)
    return (topic.title if topic else None) or entry.topic, [
        ("", entry.value.text),
        ("", "\n".join(detail(brief, section, block))),
        *_from(library, entry.kind, entry.id),
        ("", "Enter shows it in full; from there b begins a brief on its topic."),
    ]


def _paper(name: str, library: Library) -> tuple[str, list[tuple[str, str]]]:
    paper = library.base.papers[name]
    told = [paper.from_ or "", long_form(paper.date) if paper.date else "", paper.marking or ""]
    cited = len(citing(paper, library.base))
    return paper.title, [
        ("", " · ".join(t for t in told if t)),
        (
            "",
            f"{counted(cited, 'statement')} of the base cite it."
            if cited != 1
            else "One statement of the base cites it.",
        ),
        ("", INWARD if library.base.is_inward_paper(name) else ""),
        *_from(library, "paper", name),
    ]


def citing(paper: Paper, base: Knowledge) -> Sequence[Entry]:
    """The entries that stand on a paper, questions first; those of the topic with most of them before others."""
    found = []
    for entry in base.entries.values():
        value = entry.value
        papers = (value.paper,) if isinstance(value, Question) else [p for c in value.cites for p in (c.paper, c.via)]
        if paper.id in papers:
            found.append(entry)
    most = {t: sum(e.topic == t for e in found) for t in {e.topic for e in found}}
    return sorted(found, key=lambda e: (e.kind != "question", -most[e.topic], e.topic))


def _few(texts: Sequence[str], most: int = 4) -> str:
    """The first of some texts of blocks, as a list."""
    found = [f"- {one_line(markup.plain(t))[:100]}" for t in texts[:most]]
    return "\n".join([*found, *([f"… and {len(texts) - most} more"] if len(texts) > most else [])])


def _brief(row: Row, shelf: Shelf | None, *, short: bool) -> tuple[str, list[tuple[str, str]]]:
    if row.kind == "unsaved":
        when = next((u.when for u in (shelf.unsaved if shelf else ()) if str(u.target) == row.name), 0.0)
        return row.title, [
            ("", f"Work that was written down on {_clock(when)} and never saved. Enter opens it, F6 forgets it.")
        ]
    if row.kind == "away":
        return row.title, [("", "A brief that is put away. Enter brings it back among the briefs.")]
    one = next((s for s in (shelf.briefs if shelf else ()) if str(s.path) == row.name), None)
    if one is None or one.brief is None:
        return row.title, [("", one.fault if one else "")]
    brief = one.brief
    who = f" by {brief.cleared_by}" if brief.state == "cleared" and brief.cleared_by else ""
    told = [("", f"{STATES[brief.state]}{who} · {high_water(brief)} · as of {long_form(brief.as_of)}")]
    counts = [
        (one.unanswered, "?", counted(one.unanswered, "question") + " without an answer"),
        (one.out_of_date, "!", counted(one.out_of_date, "fact") + " out of date"),
        (one.to_fill_in, "▢", f"{one.to_fill_in} still to fill in"),
    ]
    told.append(("", "\n".join(f"{sign} {what}" for n, sign, what in counts if n) or "Nothing is left to fill in."))
    if meeting := meeting_of(brief):
        over = is_over(brief, workspace.today())
        told.append(
            ("For", f"{meeting}\nThis is over: F9 carries the brief over to the next one." if over else meeting)
        )
    if not short:
        told.append(("Unanswered", _few([b.text for b in review.unanswered(brief)])))
        told.append(("To fill in", _few([b.text for _, b in unfilled(brief)])))
    return brief.title, [*told, ("File", f"{one.path.name}, changed {_clock(one.stamp[0] / 1e9)}")]


def _clock(when: float) -> str:
    return time.strftime("%d %B %Y, %H:%M", time.localtime(when)).lstrip("0")
