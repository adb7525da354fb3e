"""Sources as footnotes: numbered in the order of their marks, in full once and short from then on."""

from __future__ import annotations

from briefer.brief.model import Source, Via
from briefer.dates import long_form
from briefer.errors import BrieferError
from briefer.word.shapes import Note, Run

#: Word numbers footnotes with 16 bits.
MOST_NOTES = 32767


class Citations:
    """Collects the footnotes while a note is being laid out; one for each mark."""

    def __init__(self, lowest: str) -> None:
        self.lowest = lowest
        """The marking that needs no mention."""
        self.notes: list[Note] = []
        self._seen: set[tuple[str, str]] = set()
        self._remarked: set[str] = set()
        """A remark is made once in a note, however many footnotes it would fit."""

    def cite(self, source: Source, remark: str = "", *, after: bool = False) -> Run:
        """The mark for a source; the remark follows it in the footnote, and ``after`` says that the words are not its own.

        Raises BrieferError beyond what Word holds.
        """
        number = len(self.notes) + 1
        if number > MOST_NOTES:
            raise BrieferError(
                f"The brief has more than {MOST_NOTES} footnotes, which Word cannot number",
                todo="Split it into several briefs",
            )
        runs = short(source) if key(source) in self._seen else full(source, self.lowest)
        self._seen.add(key(source))
        if after:
            runs = (Run("After "), *runs)
        if remark and remark not in self._remarked:
            self._remarked.add(remark)
            runs = (*runs, Run(f" {remark.strip().rstrip('.')}."))
        self.notes.append(Note(number, runs))
        return Run(note=number)


def key(source: Source) -> tuple[str, str]:
    """What makes two sources the same paper, read in the same place."""
    return source.paper, source.via.paper if source.via else ""


def name(source: Source | Via) -> str:
    """How a paper is called in a line of text: ``Council 9375/25``, ``EEAS(2022) 1466``, ``Statewatch``."""
    return " ".join(p for p in (source.issuer, source.number) if p) or source.title or source.paper


def named_short(source: Source, *, whole: bool = False) -> str:
    """A paper's name and the one that reports it; where it has no number, with the beginning of its title, or all of it."""
    called = name(source)
    if source.issuer and not source.number and source.title:
        called = f"{source.issuer}, {source.title if whole else _beginning(source.title)}"
    return f"{called}, via {name(source.via)}" if source.via else called


def _beginning(title: str) -> str:
    words = title.split()
    return title if len(words) <= 6 else f"{' '.join(words[:5])} …"


def full(source: Source, lowest: str) -> tuple[Run, ...]:
    """``Council 9375/25, 10 June 2025, <title>, <where> (LIMITE).``"""
    parts = _paper(source, source.url or "")
    if source.via:
        parts.append([Run("as reported by "), *_spread(_paper(source.via, ""))])
    if source.at:
        parts.append([Run(source.at)])
    end = f" ({source.marking})." if source.marking and source.marking.upper() != lowest.upper() else "."
    return (*_spread(parts), Run(end))


def short(source: Source) -> tuple[Run, ...]:
    """``Council 9375/25, <where>.``"""
    parts = [[Run(named_short(source))]]
    if source.at:
        parts.append([Run(source.at)])
    return (*_spread(parts), Run("."))


def _paper(paper: Source | Via, url: str) -> list[list[Run]]:
    parts = [[Run(name(paper), link=url)]]
    if paper.date:
        parts.append([Run(long_form(paper.date))])
    if paper.title and paper.title != name(paper):
        parts.append([Run(paper.title, italic=True)])
    return parts


def _spread(parts: list[list[Run]]) -> list[Run]:
    runs: list[Run] = []
    for part in parts:
        if runs:
            runs.append(Run(", "))
        runs += part
    return runs
