"""How much a paper may be: what is larger is refused in a sentence before it costs memory or time."""

from __future__ import annotations

from briefer.errors import BrieferError
from briefer.papers.lines import Pages

#: A file above this is refused unread; the largest Council papers, maps included, stay under 30 MB.
MOST_BYTES = 50_000_000
#: A legislative text with its annexes may have 250 pages; a novel has more, and nobody is briefed on either in a minute.
MOST_PAGES = 300
#: Printed lines or paragraphs: 300 pages of 45 lines.
MOST_LINES = 13_500
#: 300 pages of 2,500 letters, which is a novel of middling length.
MOST_LETTERS = 750_000
#: On one page; in type of six points, set solid, it holds some 15,000.
MOST_LETTERS_ON_A_PAGE = 40_000
#: What a zip may unpack to, part by part as it is read and all together: ten times the largest real paper's XML.
MOST_UNPACKED = 60_000_000
#: What one part of XML may hold; the text of 300 pages as Word writes it is some 15 MB.
MOST_XML = 30_000_000
#: Tags and attributes in it, each of which takes more memory than room in the file.
MOST_MARKUP = 2_500_000
#: Parts in a zip: pictures and settings of a real paper make some hundreds.
MOST_PARTS = 3_000
#: Elements within elements; real papers nest tables in text boxes some forty deep.
MOST_DEPTH = 200
#: What reading a PDF may take; 300 pages take two seconds.
MOST_SECONDS = 30.0

_SHORTEN = "Take out the pages that matter, save them as a file of their own, and read that"


def too_long(number: int, unit: str, most: int) -> BrieferError:
    """The error for a paper that is too long, in pages, lines or letters."""
    return BrieferError(
        f"This file is too long for a paper: it has {number:,} {unit}, and at most {most:,} are read",
        todo=_SHORTEN, code="too-long",
    )  # fmt: skip


def hold(pages: Pages) -> Pages:
    """The pages, if they are no more than a paper may have; raises BrieferError."""
    if pages.count > MOST_PAGES:
        raise too_long(pages.count, "pages", MOST_PAGES)
    if len(pages.lines) > MOST_LINES:
        raise too_long(len(pages.lines), "lines", MOST_LINES)
    if (letters := sum(len(span.text) for line in pages.lines for span in line.spans)) > MOST_LETTERS:
        raise too_long(letters, "letters", MOST_LETTERS)
    return pages
