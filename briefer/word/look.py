"""Which style each kind of paragraph stands in, and how wide the text is: what a house style decides of the body."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from briefer.word.citations import Form
from briefer.word.shapes import Kind

#: The style, by our own id, in which a kind of paragraph stands.
STYLES: dict[Kind, str] = {
    "kicker": "Kicker", "title": "Title", "subtitle": "Subtitle", "section-note": "SectionNote",
    "not-disclosed": "NotForDisclosure", "question": "Question", "wording": "QuestionWording", "answer": "Answer",
    "speaking": "SpeakingText", "point": "Point", "text": "BodyText", "fact": "Fact", "actor": "Actor", "note": "Note",
    "material": "Material", "material-label": "MaterialLabel", "material-actor": "MaterialActor", "prompt": "Prompt",
    "prompt-label": "PromptLabel", "notice": "Notice", "cell": "TableText", "cell-head": "TableHead",
    "cell-label": "TableLabel", "box": "BoxText", "box-label": "BoxLabel", "abbreviation": "Abbreviation",
    "reference": "Reference", "fill": "TableText", "contents-title": "TOCHeading",
}  # fmt: skip

#: Styles that are lists by themselves, with the numbering they use and where their text begins (twentieths of a point).
LISTS: dict[Kind, tuple[int, int]] = {
    "point": (1, 284), "fact": (1, 284), "material": (2, 284), "actor": (1, 284), "material-actor": (2, 284),
}  # fmt: skip

#: How far in (in points) the text of a style begins, so that the lines in the margin of a revised note stand in one row.
LINE_AT: dict[str, int] = {}


class Look(Struct, frozen=True, kw_only=True):
    """How the body is dressed."""

    sources: Form = "footnotes"
    width: int = 9412
    """Between the margins, in twentieths of a point."""
    height: int = 14456
    """Of the text on a page, in twentieths of a point."""
    styles: Mapping[str, str] = {}
    """Our style's id → the house's, where it has another."""
    numbers: Mapping[int, int] = {}
    """Our numbering → the one that does the same in this file."""
    own_lists: frozenset[str] = frozenset()
    """Our styles that stand for a list style of the house, which brings its own bullet."""
    levelled: frozenset[str] = frozenset()
    """Our headings for which the house has a style of another name: their level is said in the paragraph."""
    keeping: frozenset[str] = frozenset()
    """Our styles that stay with what follows, where the house's do not: it is said in the paragraph."""

    def style(self, ident: str) -> str:
        """A style's id in this file."""
        return self.styles.get(ident, ident)
