"""What there is to decide about a brief as the base has moved on: the rows of the list, and what is told of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from briefer.brief import carry, edit, glyphs, last_words, markup
from briefer.brief.carry import CODES, Verdict
from briefer.brief.model import Block, Brief, Pulled
from briefer.brief.pull import sources_of
from briefer.brief.words import changes
from briefer.dates import long_form
from briefer.knowledge.base import Entry, Knowledge
from briefer.tui import showing
from briefer.tui.differing import pieces
from briefer.tui.plain import one_line, plain, together

#: A sign for each verdict, so that colour is never the only one; and those of the other rows.
SIGNS = {
    "withdrawn": "✗", "unreadable": "?", "superseded": "»", "out-of-date": "!", "disputed": "≠", "changed": "±",
    "aged": "↻", "unchanged": "=", "words": "▢", "new": "+", "kept": "✓",
}  # fmt: skip
#: The groups of the list in their order, each with its heading.
GROUPS = {
    "asks": "To decide",
    "words": "Asked again: what you said last time",
    "new": "New since then",
    "kept": "Looked at and kept",
    "unchanged": "Unchanged",
}
NOTHING = "Nothing in this note comes from the knowledge base."


class Item(NamedTuple):
    """Something to decide, or that was decided."""

    group: str
    """One of ``GROUPS``."""
    id: str
    block: str | None
    """Where it stands in the note; the prompt, where words of last time are meant."""
    text: str
    verdict: Verdict | None = None
    entry: Entry | None = None
    words: Block | None = None

    @property
    def sign(self) -> str:
        """Its sign in the margin."""
        if self.verdict is None or self.group == "kept":
            return SIGNS[self.group]
        return SIGNS[self.verdict.code]

    @property
    def label(self) -> str:
        """What it is, in a word or two."""
        if self.verdict is not None:
            return CODES[self.verdict.code]
        return "asked again" if self.words else f"new {self.entry.kind}" if self.entry else ""


def items(brief: Brief, found: Sequence[Verdict], new: Sequence[Entry]) -> list[Item]:
    """All rows, group by group, within each in the order of the note."""
    rows = [
        Item("asks" if v.asks else "kept" if v.kept else "unchanged", f"{v.block}|{v.entry}", v.block,
             markup.plain(edit.find(brief, v.block)[1].text) if not v.woven else v.was.text, verdict=v)
        for v in found
    ]  # fmt: skip
    rows += [
        Item("words", f"words|{prompt}", prompt, markup.plain(words.text), words=words)
        for prompt, words in last_words.earlier_words(brief).items()
    ]
    rows += [Item("new", f"new|{e.id}", None, e.value.text, entry=e) for e in new]
    return [r for group in GROUPS for r in rows if r.group == group]


def counted(rows: Sequence[Item]) -> list[str]:
    """How many there are of each, longest variant first."""
    asks = carry.counts([r.verdict for r in rows if r.group == "asks" and r.verdict])
    numbers = {g: sum(r.group == g for r in rows) for g in GROUPS}
    if not rows:
        return [NOTHING]
    if not any(numbers[g] for g in ("asks", "words", "new")):
        done = f"Nothing is left to decide: {numbers['unchanged']} unchanged"
        return [done + (f", {numbers['kept']} kept" if numbers["kept"] else "")]
    long = [f"{SIGNS[c]} {n} {CODES[c]}" for c, n in asks.items()]
    short = [f"{SIGNS[c]}{n}" for c, n in asks.items()]
    rest = (("words", "asked again"), ("new", "new"), ("kept", "kept"), ("unchanged", "unchanged"))
    long += [f"{SIGNS[g]} {numbers[g]} {name}" for g, name in rest if numbers[g]]
    short += [f"{SIGNS[g]}{numbers[g]}" for g, _ in rest if numbers[g]]
    return [" · ".join(long), " ".join(short)]


def told(item: Item, brief: Brief, base: Knowledge) -> Content:
    """All about a row: what it is, then and now word by word, what else has changed, what can be done."""
    if item.verdict is not None:
        parts = _verdict_told(item.verdict, brief, base)
    elif item.words is not None and item.block is not None:
        asked = markup.plain(edit.find(brief, item.block)[1].text)
        parts = [
            _head("▢ Asked again", _section(brief, item.block)), plain(asked),
            _under("You said last time", plain(markup.plain(item.words.text))),
            _hint("Take says it again, edit begins with it, keep goes on asking and leaves it at the end of the note."),
        ]  # fmt: skip
    elif item.entry is not None:
        value, cited = item.entry.value, sources_of(item.entry, base)
        day = getattr(value, "as_of", None)
        parts = [
            _head(f"+ New {item.entry.kind}", long_form(day) if day else ""), plain(value.text),
            _under("Source", plain("\n".join(showing.source(s) for s in cited))),
            _hint("Take puts it where others of its kind stand; keep leaves the note without it."),
        ]  # fmt: skip
    else:
        parts = []
    return Content("\n\n").join([p for p in parts if p])


def _verdict_told(one: Verdict, brief: Brief, base: Knowledge) -> list[Content]:
    words = " · ".join(CODES[c] for c in one.codes)
    state = f"{'✓ kept: ' if one.kept else f'{SIGNS[one.code]} '}{words}"
    parts = [_head(state, _section(brief, one.block) + (", woven into a text" if one.woven else ""))]
    block = edit.find(brief, one.block)[1]
    if one.own_words:
        parts.append(_under("In the note, in your words", plain(markup.plain(block.text))))
    if one.now is not None and one_line(one.was.text) != one_line(one.now.text):
        found = changes(one_line(one.was.text), one_line(one.now.text))
        parts.append(_under(f"Then{_day(one.was)}", pieces([p for p in found if p.sign != "new"])))
        newer = f"What holds now{_day(one.now)}" if one.instead else f"Now{_day(one.now)}"
        parts.append(_under(newer, pieces([p for p in found if p.sign != "gone"])))
    else:
        parts.append(_under(f"The base{_day(one.was)}", plain(one.was.text)))
    told_above = f"The base says now: {one.now.text}" if one.now else ""
    said = one.said.replace(told_above, "").strip() if told_above else one.said
    if said and one.code != "unchanged":
        parts.append(plain(said))
    entry = base.entries.get(one.instead or one.entry)
    if entry is not None and one.code != "unchanged":
        parts.append(_under("Source", plain("\n".join(showing.source(s) for s in sources_of(entry, base)))))
    reason = next((a.reason for a in brief.accepted if (a.code, a.row, a.said) == (one.code, one.block, one.said)), "")
    if one.kept and reason:
        parts.append(_under("Why it was kept", plain(reason)))
    if one.asks:
        parts.append(_hint(_does(one)))
    return parts


def _does(one: Verdict) -> str:
    """What taking it would do."""
    match one.code:
        case "withdrawn":
            return "Take lets the note follow: " + (
                "its sources go, your words stay." if one.woven else "the block goes."
            )
        case "unreadable":
            return "Nothing can be taken until that is mended; keep leaves the note as it is."
        case "superseded":
            return (
                "Take puts what holds now in its place."
                if one.instead
                else "There is nothing to take; keep or edit it."
            )
        case "out-of-date" if "changed" not in one.codes:
            return "The base has nothing newer: edit it, or keep it; it stays flagged in the note."
        case "disputed" if "changed" not in one.codes:
            return "Take notes both sides beside it; keep leaves the note as it is."
        case _:
            return "Take brings words, source and date; keep leaves the note as it is."


def _head(state: str, where: str) -> Content:
    return together(plain(state, "bold $text-accent"), plain(f"  {where}" if where else "", "$foreground-muted"))


def _under(head: str, text: Content) -> Content:
    return together(plain(head, "$foreground-muted"), "\n", text)


def _hint(text: str) -> Content:
    return plain(text, "italic $foreground-muted")


def _day(pulled: Pulled) -> str:
    return f", as of {long_form(pulled.as_of)}" if pulled.as_of else ""


def _section(brief: Brief, block: str) -> str:
    section = edit.find(brief, block)[0]
    return section.title or section.id


def mine_and_theirs(one: Verdict, brief: Brief) -> str:
    """One's own words and those of the base, to choose between."""
    block = edit.find(brief, one.block)[1]
    theirs = one.now.text if one.now else ""
    return f"Yours: {glyphs.read_out(block.text)}\n\nThe base: {theirs}"
