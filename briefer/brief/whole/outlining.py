"""Text that becomes a heading and a heading that becomes text, as in a word processor's outline."""

from __future__ import annotations

from msgspec.structs import replace

from briefer.brief import edit, glyphs
from briefer.brief.edit.blocks import fresh_id, section_called
from briefer.brief.glyphs import Glyph
from briefer.brief.marking import is_closed
from briefer.brief.model import MADE_AT_EXPORT, Block, Brief, Section
from briefer.brief.whole.sections import changed, free_id
from briefer.errors import BrieferError
from briefer.text import slug


def promote(brief: Brief, block: str) -> tuple[Brief, str]:
    """Make a paragraph of one's own the title of a new section, which takes what followed it in the old one.

    Returns the new section's id too. What belongs to a question goes on belonging to it. Under a section that is never
    for release the new one is not either. Raises BrieferError for what cannot be a title: a question, a prompt, what has
    sources, several paragraphs.
    """
    section, one = edit.find(brief, block)
    if one.role in ("question", "prompt"):
        what = "A question cannot be a title" if one.role == "question" else "What is to be filled in cannot be a title"
        raise BrieferError(what, todo="Write a text of your own and make that one a title")
    if one.entry or one.sources or one.carries:
        raise BrieferError("A statement with its sources cannot be a title", todo="Write a text of your own for it")
    said = [line.read for line in glyphs.lines(one.text) if line.read]
    if len(said) != 1:
        what = "A title is one paragraph" if said else "There are no words here that could be a title"
        raise BrieferError(what, todo="Split it first" if said else "Write some")
    title = " ".join(said[0].split())
    at = section.blocks.index(one)
    made = Section(
        id=free_id(brief, slug(title)), role="free", title=title, disclosable=not is_closed(section),
        blocks=section.blocks[at + 1 :],
    )  # fmt: skip
    here = brief.sections.index(section)
    left = replace(section, blocks=section.blocks[:at])
    sections = (*brief.sections[:here], left, made, *brief.sections[here + 1 :])
    return edit.settled(brief, replace(brief, sections=sections)), made.id


def demote(brief: Brief, section: str) -> tuple[Brief, str]:
    """Join a section to the one above it, its title a line in bold there; ``promote`` makes it a section again.

    Returns the line's block too. The joined section's limits and what kind it was are gone. Raises BrieferError where
    none is above that can hold text, for one made at export, and where what is never for release would come to stand in
    what is.
    """
    one = section_called(brief, section)
    at = brief.sections.index(one)
    above = next((s for s in reversed(brief.sections[:at]) if s.role not in MADE_AT_EXPORT), None)
    if one.role in MADE_AT_EXPORT:
        raise BrieferError(f"{one.title or one.id} is made at export", todo="Choose another section")
    if above is None:
        raise BrieferError("There is no section above it to join", todo="Move it further down first")
    if is_closed(one) and not is_closed(above):
        what = f"{one.title or one.id} is not for disclosure, but {above.title or above.id} is"
        raise BrieferError(what, todo="Say first of that one that it is not, or move single blocks")
    words = one.title.strip() or one.role.replace("-", " ").capitalize()
    line = glyphs.written([Glyph("**", pair=1), *glyphs.letters(words), Glyph("**", pair=1)])
    heading = Block(id=fresh_id(brief), role="text", text=line)
    joined = replace(above, blocks=(*above.blocks, heading, *one.blocks))
    rest = replace(brief, sections=tuple(s for s in brief.sections if s.id != section))
    return edit.settled(brief, changed(rest, joined)), heading.id
