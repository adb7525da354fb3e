"""What every kind of file is read into first: pages of lines, with what is known of their type and place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Format = Literal["pdf", "docx", "txt", "html"]


class Span(NamedTuple):
    """A stretch of a line in one type."""

    text: str
    size: float | None = None
    """Type size in points, where the format tells."""
    bold: bool = False
    italic: bool = False
    raised: bool = False
    """Superscript: mostly the mark of a footnote."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is printed (pdf, txt), or a paragraph, list item or table cell (docx, html)."""

    spans: tuple[Span, ...]
    page: int = 1
    """Counted from 1; 1 throughout where the format has no pages."""
    box: tuple[float, float, float, float] | None = None
    """Left, top, right, bottom in points from the page's upper left corner, where the format tells."""
    style: str = ""
    """What the format itself says of it: ``heading 1`` … ``heading 6``, ``title``, ``toc`` (a table of
    contents), ``list``, ``cell``, ``footnote``, ``header``, ``footer``, ``rule`` (drawn across the page, without words);
    empty where it says nothing."""
    mark: str = ""
    """Of a list item its number or bullet as the format sets it, of a footnote its mark; not part of the text, and empty
    where it has none, as in the second line of a footnote."""
    gap: bool = False
    """Whether room or an empty line stands before it: mostly the end of a paragraph."""
    row: tuple[int, int] | None = None
    """Of a table cell its table and row, both counted from 1 within the file."""
    column: int = 0
    """Of a table cell its place in the row, counted from 1: several paragraphs of one cell have the same."""
    indent: int = 0
    """How many columns it is set in from the left, in plain text."""

    @property
    def text(self) -> str:
        """The line's words."""
        spans = self.spans
        return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])


@dataclass(frozen=True, slots=True)
class Pages:
    """A file as it was read."""

    format: Format
    lines: tuple[Line, ...]
    """In reading order, page furniture included."""
    count: int = 1
    """How many pages there are."""
    language: str | None = None
    """What the file says its language is."""
    whole_paragraphs: bool = False
    """Whether a line is a whole paragraph (docx, html) and not what fits into a printed line."""
