"""A file that somebody names, read as a Council paper; a classified one is refused before anything is made of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefer.intake.refused import refuse_classified
from briefer.papers import council, pages
from briefer.papers.model import CouncilPaper

Progress = Callable[[int, int], None]


def read(path: Path, progress: Progress | None = None) -> CouncilPaper:
    """What a paper says of itself; ``progress`` is told each page and of how many, and may raise to stop.

    Raises BrieferError for a file that cannot be read, code ``classified`` for one that may not be.
    """
    paper = council.read(pages.read(path, progress))
    refuse_classified(paper)
    return paper
