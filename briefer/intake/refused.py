"""Papers that may not be processed: those with a classification are refused before anything of them is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefer.errors import BrieferError
from briefer.markings import is_classified
from briefer.papers.model import CouncilPaper
from briefer.text import fold


def refuse_classified(paper: CouncilPaper) -> None:
    """Raise BrieferError, code ``classified``, where the paper or one enclosed in it carries a classification.

    To be called as soon as a paper is read: before it is shown, noted down or stored anywhere. The message holds nothing of
    the paper but its marking.
    """
    for one in _with_enclosed(paper):
        secret = one.classified or (one.marking if one.marking and is_classified(one.marking) else None)
        if secret:
            raise BrieferError(
                f"This paper is marked {secret}: only systems accredited for that may process it",
                todo="Nothing of it was stored; take it off this device as your security rules say",
                code="classified",
            )


def _with_enclosed(paper: CouncilPaper) -> Iterator[CouncilPaper]:
    yield paper
    for inner in paper.enclosed:
        yield from _with_enclosed(inner)


def marking_in_use(printed: str | None, markings: Sequence[str]) -> str | None:
    """A printed marking as the workspace calls it (``Limited``, ``LIMITE`` with more behind it); None where none is printed.

    One that is not in use comes back as printed, for whoever checks it.
    """
    if not printed or not printed.strip():
        return None
    words = fold(printed).replace("limited", "limite").replace("diffusion restreinte", "limite").split()
    for marking in reversed(markings):
        if fold(marking) == " ".join(words) or fold(marking) in words:
            return marking
    return " ".join(printed.split())
