"""What the knowledge base holds for a brief, as a list to pull from: entries and papers, narrowed by kind and by words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.style import Style

from briefer.brief.pull import issuer, sources_of
from briefer.dates import long_form
from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.entries import Paper, Position, Question
from briefer.knowledge.search import spans
from briefer.tui import page, showing
from briefer.tui.plain import clean, marked, plain, together
from briefer.tui.widgets.lines import MOST

if TYPE_CHECKING:
    from briefer.tui.loading import Library

#: The kinds that can be asked for, in their order, as they are called.
KINDS = {"fact": "facts", "position": "positions", "question": "questions", "paper": "papers"}
_SHORTER = {"fact": "facts", "position": "says", "question": "asks", "paper": "papers"}
_LETTERS = {"": "all ", "fact": "f", "position": "p", "question": "q", "paper": "d"}
_SHORT = {"fact": "fact", "position": "says", "question": "asks", "paper": "paper"}


class Item(NamedTuple):
    """An entry, or a paper."""

    entry: Entry | None
    paper: Paper | None = None

    @property
    def id(self) -> str:
        """As the list names it; a paper's begins with ``paper:``."""
        return self.entry.id if self.entry else f"paper:{self.paper.id if self.paper else ''}"

    @property
    def kind(self) -> str:
        """One of ``KINDS``."""
        return self.entry.kind if self.entry else "paper"

    @property
    def text(self) -> str:
        """What it says, or is called."""
        if self.entry:
            return clean(self.entry.value.text)
        assert self.paper is not None
        parts = [issuer(self.paper) or "", self.paper.number or ""]
        return clean(" ".join(p for p in (*parts, self.paper.title) if p))


def of_topics(base: Knowledge, topics: Sequence[str]) -> list[Item]:
    """All that stands under the topics, their papers last; the whole base where there is none."""
    own = list(dict.fromkeys(e for t in topics for e in base.under(t))) or list(base.entries.values())[:MOST]
    cited = dict.fromkeys(s.paper for e in own for s in sources_of(e, base))
    return [Item(e) for e in own] + [Item(None, base.papers[p]) for p in cited if p in base.papers]


def listed(library: Library, own: Sequence[Item], query: str, kind: str) -> list[Item]:
    """What the words mean, the topics' own first; without words these alone. ``kind`` is one of ``KINDS`` or empty."""
    if not query.strip():
        return [i for i in own if kind in ("", i.kind)][:MOST]
    base = library.base
    kinds = (kind,) if kind else tuple(KINDS)
    ours = {i.id for i in own}
    found = []
    for hit in library.index.search(query, kinds=kinds, limit=MOST):
        if hit.kind == "paper":
            found.append(Item(None, base.papers[hit.id]))
        elif hit.id in base.entries:
            found.append(Item(base.entries[hit.id]))
    # Papers last: their titles hold the words of the topic itself, and whoever wants a paper types its number.
    return sorted(found, key=lambda i: (i.paper is not None, i.id not in ours))


def heads(own: Sequence[Item], kind: str) -> list[Content]:
    """The kinds with their counts, the chosen one marked, longest first; each can be clicked."""
    counts = {"": len(own)} | {k: sum(i.kind == k for i in own) for k in KINDS}

    def line(labels: Mapping[str, str], gap: str) -> Content:
        parts = []
        for name, count in counts.items():
            text = f"{labels[name]} {count}" if len(labels["fact"]) > 1 else f"{labels[name]}{count}"
            chosen = name == kind
            shown = plain(f"[{text}]" if chosen else text, "bold $text-accent" if chosen else "$foreground-muted")
            parts.append(shown.stylize(Style.from_meta({"@click": f"screen.kind({name!r})"})))
        return Content(gap).join(parts)

    return [line({"": "all", **KINDS}, "  "), line({"": "all", **_SHORTER}, " "), line(_LETTERS, " ")]


def row(
    item: Item, library: Library, as_of: str, query: str, taken: Collection[str], cited: Collection[str]
) -> tuple[Content, Content]:
    """The narrow column (✓ where it is in the brief, kind, signs) and the text with what the words found in it."""
    base = library.base
    ticked = item.id in taken or (item.paper is not None and item.paper.id in cited)
    margin = together(
        plain("✓ " if ticked else "  ", "bold $text-success"), plain(_SHORT[item.kind], "$foreground-muted")
    )
    if told := signs(item, library, as_of):
        margin = together(margin, "\n  ", page.signs(told))
    body = _found(item.text, query)
    if item.entry and isinstance(item.entry.value, Position):
        actor = base.actors.get(item.entry.value.actor)
        who = f"{actor.name if actor else item.entry.value.actor} ({item.entry.value.stance}): "
        body = together(plain(who, "$foreground-muted"), body)
    return margin, body


#: Characters of a row that are surely seen; a hit further on is brought forward.
_SEEN = 45


def _found(text: str, query: str) -> Content:
    """A text with what the words found in it; it begins shortly before the first hit where that would not be seen."""
    if not query.strip():
        return plain(text)
    hits = spans(text, query)
    first = min((start for start, _ in hits), default=0)
    if first < _SEEN:
        return marked(text, hits)
    cut = text.rfind(" ", 0, max(first - 12, 0)) + 1
    return marked(f"… {text[cut:]}", [(a - cut + 2, b - cut + 2) for a, b in hits if a >= cut])


def signs(item: Item, library: Library, as_of: str) -> str:
    """The signs of one (``showing.SIGNS``): out of date, disputed, replaced, LIMITE, instructions."""
    base, lowest = library.base, library.workspace.settings.markings[0].upper()
    if item.paper:
        marked = "L" if (item.paper.marking or lowest).upper() != lowest else ""
        return marked + ("⌂" if base.is_inward_paper(item.paper.id) else "")
    assert item.entry is not None
    standing = base.standing(item.entry, as_of)
    found = ("!" if standing.out_of_date else "") + ("≠" if standing.disputed else "")
    found += "»" if standing.superseded_by else ""
    marked_ones = (s.marking or lowest for s in sources_of(item.entry, base))
    found += "L" if any(m.upper() != lowest for m in marked_ones) else ""
    return found + ("⌂" if base.is_inward(item.entry) else "")


def told(item: Item, library: Library, topics: Sequence[str], as_of: str) -> list[str]:
    """All that is said of one below the list: what to mind, the words in full, the day, the source."""
    base = library.base
    if item.paper:
        paper = item.paper
        facts = [paper.from_ or paper.author or "", long_form(paper.date) if paper.date else "", paper.marking or ""]
        inward = [showing.INWARD] if base.is_inward_paper(paper.id) else []
        lines = [*inward, item.text, " · ".join(f for f in facts if f), "Enter notes it as a source of the block."]
        return [*lines, *showing.from_where(base, "paper", paper.id)]
    entry = item.entry
    assert entry is not None
    standing = base.standing(entry, as_of)
    lines = ["! Out of date for this brief"] if standing.out_of_date else []
    lines += ["≠ Disputed: take in the other side too"] if standing.disputed else []
    lines += ["» Something newer has replaced it"] if standing.superseded_by else []
    lines += [showing.INWARD] if base.is_inward(entry) else []
    lines.append(item.text)
    if isinstance(entry.value, Question):
        if entry.value.wording == "gist":
            lines.append("The question is in our words, not the paper's")
    elif entry.value.as_of:
        lines.append(f"as of {long_form(entry.value.as_of)}")
    title = base.topics[entry.topic].title or entry.topic if entry.topic in base.topics else entry.topic
    where = "" if entry.topic in topics else f"{title} · "
    lines.append(where + "; ".join(showing.source(s) for s in sources_of(entry, base)))
    return [*lines, *showing.from_where(base, entry.kind, entry.id)]
