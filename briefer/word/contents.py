"""The table of contents of a note that goes over two pages: real entries with their pages, and the field that renews them."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.word.house import House
from briefer.word.paging import pages
from briefer.word.shapes import Heading, Item, Outline, Paragraph, Run
from briefer.word.writer import Writer
from briefer.word.xml import escape, field

#: A note of so many pages needs none.
SHORT = 2
_FEW = 4


def entries(note: Outline, style: House, items: Sequence[Item], known: Sequence[int] = ()) -> list[tuple[Heading, int]]:
    """The headings of the first level with their pages; none for a short note.

    ``items`` are those that have a place in the house style; ``known`` the pages of all headings in their order, where
    somebody has laid the note out already.
    """
    every = [item for item in items if isinstance(item, Heading)]
    headings = [heading for heading in every if heading.level == 1]
    styles = style.parts["word/styles.xml"]
    if len(headings) < _FEW or pages(note, style.look, styles, 0)[1] <= SHORT:
        return []
    if len(known) == len(every):
        return [(heading, page) for heading, page in zip(every, known, strict=True) if heading.level == 1]
    found, _fill = pages(note, style.look, styles, len(headings))
    return [(heading, found[heading.anchor]) for heading in headings]


def written(note: Outline, listed: Sequence[tuple[Heading, int]], writer: Writer) -> str:
    """The table as paragraphs: its title, and an entry for each heading that leads there."""
    if not listed:
        return ""
    title = writer.paragraph(Paragraph("contents-title", (Run(note.words.say("contents")),)))
    style = writer.look.style("TOC1")
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\z </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    out = [title]
    for i, (heading, page) in enumerate(listed):
        refers = f"PAGEREF {heading.anchor} \\h"
        entry = (
            f'<w:hyperlink w:anchor="{heading.anchor}" w:history="1"><w:r><w:t xml:space="preserve">{escape(heading.text)}'
            f"</w:t></w:r><w:r><w:tab/></w:r>{field(refers, str(page))}</w:hyperlink>"
        )
        out.append(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{begin * (i == 0)}{entry}{end * (i == len(listed) - 1)}</w:p>'
        )
    return "".join(out)
