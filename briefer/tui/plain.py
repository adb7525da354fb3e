"""The one way by which text from data reaches a widget: as ``Content``, never as markup.

Council texts are full of square brackets, which Textual would read as markup, losing them or failing on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content, Span

from briefer.text import printable

#: Marks that turn the direction of the rest of the line, other people's cells included.
_TURNING = dict.fromkeys((*range(8234, 8239), *range(8294, 8298)))


def plain(text: str, style: str = "") -> Content:
    """A text exactly as it stands, brackets included, without the characters that would upset the screen."""
    return Content.styled(clean(text), style)


def clean(text: str) -> str:
    """The text without control characters and marks that turn the writing direction."""
    return printable(text).translate(_TURNING).replace("\t", " ")


def one_line(text: str) -> str:
    """The text with every run of white space as one blank."""
    return " ".join(text.split())


def marked(text: str, spans: Iterable[tuple[int, int]], style: str = "bold underline") -> Content:
    """A text with the given stretches marked, as those that a search found; ``text`` must be clean already."""
    return Content(text, [Span(start, end, style) for start, end in spans])


def together(*parts: Content | str) -> Content:
    """Parts one after the other; a ``str`` among them stands as it is, like everything here."""
    return Content.assemble(*[plain(p) if isinstance(p, str) else p for p in parts])


def between(parts: Sequence[Content | str], mark: str = " · ") -> Content:
    """The parts that say something, with a mark between them."""
    shown = [p for p in parts if p]
    return together(*[q for i, p in enumerate(shown) for q in ((mark, p) if i else (p,))])
