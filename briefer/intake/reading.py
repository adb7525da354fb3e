"""A file that somebody names, read as a Council paper; a classified one is refused before anything is made of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from briefer.intake.refused import refuse_classified
from briefer.papers import agenda, council, pages
from briefer.papers.agenda import Agenda
from briefer.papers.model import CouncilPaper

Progress = Callable[[int, int], None]


class Whole(NamedTuple):
    """A paper, and the agenda that it is, where it is one."""

    paper: CouncilPaper
    agenda: Agenda | None


def read(path: Path, progress: Progress | None = None) -> CouncilPaper:
    """What a paper says of itself; ``progress`` is told each page and of how many, and may raise to stop.

    Raises BrieferError for a file that cannot be read, code ``classified`` for one that may not be.
    """
    paper = council.read(pages.read(path, progress))
    refuse_classified(paper)
    return paper


def read_whole(path: Path, progress: Progress | None = None) -> Whole:
    """As ``read``, and whether it is an agenda."""
    found = pages.read(path, progress)
    paper = council.read(found)
    refuse_classified(paper)
    return Whole(paper, agenda.find(found, paper))
