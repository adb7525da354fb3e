"""The sources of a block, and entries woven into its text at the cursor."""

from __future__ import annotations

from msgspec.structs import replace

from briefer.brief import carrying, glyphs, notemarks
from briefer.brief.edit.blocks import find, instead, set_text, settled
from briefer.brief.glyphs import Glyph, Line
from briefer.brief.model import Block, Brief, Carried, Source
from briefer.brief.pull import acronyms_used, pulled_of, sources_of
from briefer.errors import BrieferError
from briefer.knowledge.base import Entry, Knowledge

#: After these no blank is wanted, before those neither.
_OPENING, _CLOSING = "([{“‘„«‹", ")]}”’»›.,;:!?…%"
_BLANK = Glyph(" ", " ")
#: Which of the two these are, what stands on their other side tells.
_EITHER = "\"'"


def cite(brief: Brief, block: str, source: Source) -> tuple[Brief, int]:
    """Give a block a source, or find an equal one it has; returns its number, to be written ``[^n]`` where it belongs."""
    _, one = find(brief, block)
    sources, (number,) = carrying.joined(one.sources, [source])
    if sources == one.sources:
        return brief, number
    new = replace(one, sources=sources, text=notemarks.grounded(one.text, len(one.sources)))
    return settled(brief, instead(brief, block, new)), number


def uncite(brief: Brief, block: str, number: int) -> Brief:
    """Take a block's n-th source away with its marks; the others are numbered anew.

    Raises BrieferError where there is none of this number.
    """
    _, one = find(brief, block)
    if not 0 < number <= len(one.sources):
        raise BrieferError(f"This text has no source {number}", todo="Choose one of those it has")
    new = carrying.without_sources(one, {number})
    return settled(brief, instead(brief, block, carrying.still(new)))


def uncarry(brief: Brief, block: str, entry: str) -> Brief:
    """Say that a block's text no longer carries an entry: its notices go, and the sources that only it brought; no word does."""
    _, one = find(brief, block)
    kept = tuple(c for c in one.carries if c.entry != entry)
    if kept == one.carries:
        raise BrieferError("This entry is not woven into this text", todo="Choose one that is")
    held = {n for c in kept for n in c.marks}
    gone = {n for c in one.carries if c.entry == entry for n in c.marks} - held
    new = carrying.without_sources(replace(one, carries=kept), gone)
    return settled(brief, instead(brief, block, new))


def weave(brief: Brief, block: str, text: str, at: int, entry: Entry, base: Knowledge) -> tuple[Brief, str, int]:
    """Pull an entry in at the cursor of an open editor.

    ``text`` is what stands in the editor and is not in the brief yet, ``at`` the cursor in it. Returns the brief whose
    block has the entry's sources and says that it carries it; the text with the entry's words and the marks of its
    sources, at the cursor or just beside a mark that it stands in; and the new cursor, behind them.
    """
    _, one = find(brief, block)
    before = notemarks.grounded(text[:at], len(one.sources))
    text = notemarks.grounded(text, len(one.sources))
    sources, numbers = carrying.joined(one.sources, sources_of(entry, base))
    text, at = _inserted(text, len(before), entry.value.text, list(dict.fromkeys(numbers)))
    new = replace(one, sources=sources, carries=_with_entry(one, entry, base, brief.as_of, numbers))
    woven = settled(brief, instead(brief, block, new))
    acronyms = acronyms_used(set_text(woven, block, text), base) | brief.acronyms
    return replace(woven, acronyms=acronyms), text, at


def _with_entry(block: Block, entry: Entry, base: Knowledge, on: str, numbers: list[int]) -> tuple[Carried, ...]:
    """What a block carries with one entry more; one that it was pulled from, or carries already, is not named twice."""
    if entry.id == block.entry:
        return block.carries
    marks = carrying.brought(block, numbers)
    known = next((c for c in block.carries if c.entry == entry.id), None)
    new = Carried(entry.id, pulled_of(entry, base, on), tuple(dict.fromkeys((*(known.marks if known else ()), *marks))))
    return (*(c for c in block.carries if c is not known), new)


def _inserted(text: str, at: int, words: str, numbers: list[int]) -> tuple[str, int]:
    """Words with the marks of their sources put into a text, and where they end."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    line = _begun(text[start:end], at - start)
    place = glyphs.place(line, at - start)
    before = [g for g in line.glyphs[:place] if g.said]
    after = [g for g in line.glyphs[place:] if g.said]
    words = carrying.one_line(words)
    if after and after[0].text and after[0].text in ".,;:!?":
        words = words.rstrip(".")
    said = [*glyphs.letters(words), *map(glyphs.mark, numbers)]
    wanted = _wants_blank(before[::-1], _OPENING), _wants_blank(after, _CLOSING)
    apart = [_BLANK] if before else [], [_BLANK] if after else []
    piece, whole = said, said
    # Bold and italics end only where what follows lets them: there a blank stands even where none is wanted.
    for first, last in (wanted, (apart[0], wanted[1]), (wanted[0], apart[1]), apart):
        piece = [*first, *said]
        whole = [*line.glyphs[:place], *piece, *last, *line.glyphs[place:]]
        if glyphs.reads(line.lead + glyphs.raw(whole) + line.trail, whole):
            break
        whole = glyphs.escaped(whole)
        if glyphs.reads(line.lead + glyphs.raw(whole) + line.trail, whole):
            break
    cursor = start + len(line.lead + glyphs.raw(whole[: place + len(piece)]))
    return text[:start] + line.lead + glyphs.raw(whole) + line.trail + text[end:], cursor


def _wants_blank(beside: list[Glyph], clinging: str) -> list[Glyph]:
    """A blank, where what stands beside, nearest first, is not one and does not cling to what is inserted."""
    near, beyond = (*beside[:2], None, None)[:2]
    if near is None or near.blank or (near.text and near.text in clinging):
        return []
    if near.text and near.text in _EITHER and (beyond is None or beyond.blank):
        return []
    return [_BLANK]


def _begun(line: str, at: int) -> Line:
    """A line in the editor, where a dash with a blank begins a list before there is anything in it, and blanks before the
    cursor count.
    """
    if line.strip() == "-" and line.endswith(" "):
        return Line(line, ())
    lead, taken, trail = glyphs.read(line)
    more = max(at - len(line) + len(trail), 0) if taken else 0
    return Line(lead, (*taken, *(Glyph(c, c) for c in trail[:more])), trail[more:])
