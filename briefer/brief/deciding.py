"""What is done about a verdict: take what the base has, keep what the note has, or note that the words are one's own."""

from __future__ import annotations

import re
from typing import Literal

from msgspec.structs import replace

from briefer.brief import carry, carrying, edit, glyphs, markup, notemarks
from briefer.brief.carry import Verdict
from briefer.brief.edit.blocks import fresh_id, instead, settled
from briefer.brief.last_words import LAST
from briefer.brief.marking import is_closed
from briefer.brief.model import MADE_AT_EXPORT, Accepted, Block, Brief, Carried, Section, Source
from briefer.brief.newly import PASSED_OVER
from briefer.brief.pull import acronyms_used, block_of, pulled_of, sources_of
from briefer.dates import long_form
from briefer.errors import BrieferError
from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.figures import figures, moment

#: The day that a timeline sets before a statement.
_DAY = re.compile(r"^\*\*[^*]*\b(?:19|20)\d\d\*\* ")
Words = Literal["theirs", "mine"]


def take(
    brief: Brief,
    one: Verdict,
    base: Knowledge,
    *,
    on: str,
    words: Words = "theirs",
    by: str | None = None,
    review_after: str | None = None,
) -> Brief:
    """Take what the base has by now: its words, sources, dates and disputes; of a superseded entry what has replaced it.

    ``words="mine"`` takes all but the words. A block whose entry was withdrawn goes; where the entry was woven into a text
    only the notices and sources go. What still holds afterwards, such as a dispute, is noted as looked at. Raises
    BrieferError where the base could not be read, and where there is nothing to take.
    """
    if one.code == "unreadable":
        raise BrieferError(
            "Nothing can be taken: a part of the base was not read", todo="Mend that first, or keep the words"
        )
    if one.code == "withdrawn":
        return edit.uncarry(brief, one.block, one.entry) if one.woven else edit.remove(brief, one.block)
    entry = base.entries.get(one.instead or one.entry)
    if entry is None or one.now is None:
        raise BrieferError("The base has nothing to put in its place", todo="Keep it, change its words or take it out")
    section, block = edit.find(brief, one.block)
    if one.instead and not one.woven and entry.id in {b.entry for b in section.blocks}:
        return edit.remove(brief, one.block)  # what has replaced it stands beside it already
    new = (
        _woven(block, one, entry, base, brief.as_of, words)
        if one.woven
        else _pulled(block, entry, base, brief.as_of, words)
    )
    after = _settled(brief, new, base)
    reason = "taken as the base has it"
    return _looked_at(after, one.block, entry.id, base, review_after, on=on, by=by, reason=reason)


def _pulled(block: Block, entry: Entry, base: Knowledge, on: str, words: Words) -> Block:
    """A block with what the base says of its entry."""
    fresh = replace(block, entry=entry.id, pulled=pulled_of(entry, base, on))
    if words == "mine":
        return replace(fresh, sources=_up_to_date(block.sources, sources_of(entry, base))[0])
    text = markup.escape(entry.value.text)
    if day := _DAY.match(block.text):
        event = moment(entry.value.text)
        text = f"**{long_form(event)}** {text}" if event else day[0] + text
    return replace(fresh, text=text, sources=sources_of(entry, base), carries=())


def _up_to_date(have: tuple[Source, ...], cited: tuple[Source, ...]) -> tuple[tuple[Source, ...], list[int]]:
    """Sources at their numbers with what the base has of them by now, further ones behind; the numbers of those cited."""
    sources, numbers = list(have), []
    for one in cited:
        same = [
            i
            for i, s in enumerate(sources)
            if (s.paper, s.via and s.via.paper) == (one.paper, one.via and one.via.paper)
        ]
        if same and one not in sources:
            sources[same[0]] = one
        elif one not in sources:
            sources.append(one)
        numbers.append(sources.index(one) + 1)
    return tuple(sources), list(dict.fromkeys(numbers))


def _woven(block: Block, one: Verdict, entry: Entry, base: Knowledge, on: str, words: Words) -> Block:
    """A text with what the base says of one entry in it; its words are changed only where they stood as the base had them."""
    known = next(c for c in block.carries if c.entry == one.entry)
    sources, numbers = _up_to_date(block.sources, sources_of(entry, base))
    text, gone = block.text, set[int]()
    if words == "theirs" and not one.own_words:
        old, new = (carrying.one_line(t).rstrip(".") for t in (one.was.text, entry.value.text))
        text = _put_instead(text, old, new)
        if known.marks and len(numbers) == len(
            known.marks
        ):  # the marks that stand in the text are those of what it says now
            text = notemarks.renumbered(text, dict(zip(known.marks, numbers, strict=True)))
            of_others = {n for c in block.carries if c is not known for n in c.marks}
            gone = set(known.marks) - set(numbers) - of_others
    marks = tuple(n for n in numbers if n in known.marks or n > len(block.sources))
    carries = tuple(
        Carried(entry.id, pulled_of(entry, base, on), marks) if c is known else c
        for c in block.carries if c is known or c.entry != entry.id
    )  # fmt: skip
    return carrying.without_sources(replace(block, text=text, sources=sources, carries=carries), gone)


def _put_instead(text: str, old: str, new: str) -> str:
    """A text with other words in the place of some that stand in it, whatever marks stand between them."""
    lines = []
    for line in text.split("\n"):
        read = glyphs.read(line)
        said = [(i, g.text) for i, g in enumerate(read.glyphs) if g.text]
        at = "".join(t for _, t in said).find(old)
        if at >= 0 and old in "".join(t for _, t in said):
            first, last = said[at][0], said[at + len(old) - 1][0]
            inner = [g for g in read.glyphs[first : last + 1] if g.note or g.pair]
            whole = [*read.glyphs[:first], *glyphs.letters(new), *inner, *read.glyphs[last + 1 :]]
            line = glyphs.rewritten(read, whole) or line
            old = "\0"
        lines.append(line)
    return "\n".join(lines)


def keep(brief: Brief, one: Verdict, *, on: str, reason: str = "kept as it stands", by: str | None = None) -> Brief:
    """Note that somebody has looked at a verdict and keeps what the note says; it asks again once it says something else."""
    noted = Accepted(code=one.code, row=one.block, said=one.said, reason=reason, by=by, on=on)
    others = [a for a in brief.accepted if (a.code, a.row, a.said) != (noted.code, noted.row, noted.said)]
    return replace(brief, accepted=(*others, noted))


def unkeep(brief: Brief, one: Verdict) -> Brief:
    """Ask about a verdict again."""
    rest = tuple(a for a in brief.accepted if (a.code, a.row, a.said) != (one.code, one.block, one.said))
    return replace(brief, accepted=rest)


def reword(
    brief: Brief,
    one: Verdict,
    text: str,
    base: Knowledge,
    *,
    on: str,
    by: str | None = None,
    review_after: str | None = None,
) -> Brief:
    """Say it in words of one's own, in the light of what the base says now: with its sources, date and disputes.

    What was superseded, withdrawn or cannot be told stays what was pulled.
    """
    after = edit.set_text(brief, one.block, text)
    current = [v for v in carry.verdicts_on(after, one.block, base, review_after=review_after) if v.entry == one.entry]
    if current and one.now is not None and one.instead is None:
        after = take(after, current[0], base, on=on, words="mine", by=by, review_after=review_after)
    reason = "put in words of our own"
    return _looked_at(after, one.block, one.entry, base, review_after, on=on, by=by, reason=reason)


def _looked_at(
    brief: Brief, block: str, entry: str, base: Knowledge, span: str | None, *, on: str, by: str | None, reason: str
) -> Brief:
    """What still holds of an entry that was just decided about asks no longer."""
    for left in carry.verdicts_on(brief, block, base, review_after=span):
        if left.entry == entry and left.asks:
            brief = keep(brief, left, on=on, reason=reason, by=by)
    return brief


def take_safe(
    brief: Brief, found: tuple[Verdict, ...], base: Knowledge, *, on: str, by: str | None = None,
    review_after: str | None = None,
) -> Brief:  # fmt: skip
    """Take all that needs no second look: what is unchanged, and what only changed in the base where no words are one's own."""
    for one in found:
        if is_safe(one):
            brief = take(brief, one, base, on=on, by=by, review_after=review_after)
    return brief


def is_safe(one: Verdict) -> bool:
    """Whether taking it loses nothing and leaves nothing open: unchanged or changed, with the words as they were pulled."""
    if one.kept or (one.code == "unchanged" and not one.stale):
        return False
    return set(one.codes) <= {"unchanged", "changed"} and (not one.own_words or one.code == "unchanged")


# --- new entries ------------------------------------------------------------------------------------------------------


def take_new(brief: Brief, entry: Entry, base: Knowledge) -> tuple[Brief, str]:
    """Pull a new entry in where others of its kind stand; returns the new block's id too.

    It never goes where nothing is for release. Raises BrieferError where the brief has no section that could hold it.
    """
    section = home_of(brief, entry, base)
    if section is None:
        raise BrieferError(
            "There is no section for it that may be released", todo="Make one, or pull it in on the desk"
        )
    rows = [b for b in section.blocks if b.role == "row"]
    block = block_of(entry, base, brief.as_of, set(), role="row" if rows else None)
    if section.role == "state-of-play" and (day := moment(entry.value.text)):
        block = replace(block, text=f"**{long_form(day)}** {block.text}")
    block = replace(block, id=fresh_id(brief))
    brief = edit.insert(brief, block, section=section.id)
    return settled(brief, replace(brief, acronyms=acronyms_used(brief, base) | brief.acronyms)), block.id


def home_of(brief: Brief, entry: Entry, base: Knowledge) -> Section | None:
    """The section in which most entries of this kind and topic stand; without any a fitting one."""
    text = entry.value.text
    unfit = {"figures": not figures(text), "state-of-play": moment(text) is None, "defensives": entry.kind == "fact"}
    open_ones = [
        s for s in brief.sections
        if s.role not in MADE_AT_EXPORT and s.id != LAST and not unfit.get(s.role) and not is_closed(s)
    ]  # fmt: skip

    def near(section: Section) -> int:
        score = 0
        for block in section.blocks:
            other = base.entries.get(block.entry or "")
            if other and other.kind == entry.kind and not block.question:
                score += 3 if other.topic == entry.topic else 1
        return score

    fitting = {"position": ("positions",), "question": ("speaking-note",)}.get(
        entry.kind, ("background", "state-of-play")
    )
    best = max(open_ones, key=near, default=None)
    if entry.kind == "question" or best is None or not near(best):
        best = next((s for role in fitting for s in open_ones if s.role == role), best)
    return best


def pass_over(brief: Brief, entry: str, *, on: str, by: str | None = None) -> Brief:
    """Note that a new entry is not wanted in this note; it is not offered again."""
    noted = Accepted(code=PASSED_OVER, row="brief", said=entry, reason="not wanted here", by=by, on=on)
    return replace(brief, accepted=(*brief.accepted, noted))


def _settled(brief: Brief, block: Block, base: Knowledge) -> Brief:
    after = settled(brief, instead(brief, block.id, block))
    return replace(after, acronyms=acronyms_used(after, base) | brief.acronyms)
