"""The table of contents of a note that goes over two pages: real entries with their pages, and the field that renews them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefer.word.house import House
from briefer.word.paging import pages
from briefer.word.shapes import Heading, Outline, Paragraph, Run
from briefer.word.writer import Writer
from briefer.word.xml import escape, field

#: A note of so many pages needs none.
SHORT = 2
#: Nor does one with fewer headings.
FEW = 4
FIELD = 'TOC \\o "1-1" \\h \\z'


class Entry(NamedTuple):
    """A line of the table."""

    text: str
    anchor: str
    """The bookmark that it leads to."""
    page: int
    level: int = 1


def entries(note: Outline, style: House, known: Sequence[int] = ()) -> list[Entry]:
    """The headings of the first level with their pages; none for a short note.

    ``known`` are the pages of all headings in their order, where somebody has laid the note out already.
    """
    every = [item for item in note.items if isinstance(item, Heading)]
    headings = [heading for heading in every if heading.level == 1]
    styles = style.parts["word/styles.xml"]
    if len(headings) < FEW or pages(note, style.look, styles, 0)[1] <= SHORT:
        return []
    if len(known) == len(every):
        return [Entry(h.text, h.anchor, page) for h, page in zip(every, known, strict=True) if h.level == 1]
    found, _fill = pages(note, style.look, styles, len(headings))
    return [Entry(heading.text, heading.anchor, found[heading.anchor]) for heading in headings]


def written(
    listed: Sequence[Entry], writer: Writer, *, title: str = "", code: str = FIELD, untabbed: bool = False
) -> str:
    """The table as paragraphs: its title, and an entry for each heading that leads there.

    ``code`` is the field by which Word makes the table anew; without one it stays as it is. ``untabbed`` says
    that the style for its lines has no place for the pages.
    """
    if not listed:
        return ""
    style = writer.look.style("TOC1")
    # A house's own style may leave it to the paragraphs where the pages stand.
    stops = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{writer.look.width}"/></w:tabs>' * untabbed
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    ) * bool(code)
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * bool(code)
    out = [writer.paragraph(Paragraph("contents-title", (Run(title),)))] if title else []
    for i, (text, anchor, page, level) in enumerate(listed):
        inset = f'<w:ind w:left="{_INSET * (level - 1)}"/>' if level > 1 else ""
        refers = f"PAGEREF {anchor} \\h"
        entry = (
            f'<w:hyperlink w:anchor="{escape(anchor)}" w:history="1"><w:r><w:t xml:space="preserve">{escape(text)}'
            f"</w:t></w:r><w:r><w:tab/></w:r>{field(refers, str(page))}</w:hyperlink>"
        )
        out.append(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{stops}{inset}</w:pPr>{begin * (i == 0)}{entry}'
            f"{end * (i == len(listed) - 1)}</w:p>"
        )
    return "".join(out)


#: How far in a heading of the next level stands, in twentieths of a point.
_INSET = 284
