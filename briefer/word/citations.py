"""Sources as notes: numbered in the order of their marks, in full once and short from then on."""

from __future__ import annotations

from typing import Literal

from briefer.brief.model import Source, Via
from briefer.errors import BrieferError
from briefer.word.language import Language
from briefer.word.shapes import Note, Run

#: Word numbers footnotes with 16 bits.
MOST_NOTES = 32767

#: How a house wants sources given: at the foot of the page, at the end, or as numbers in brackets that a list explains.
Form = Literal["footnotes", "endnotes", "numbers"]


class Citations:
    """Collects the notes while a brief is being laid out."""

    def __init__(self, words: Language, lowest: str, form: Form = "footnotes") -> None:
        self.words = words
        self.lowest = lowest
        """The marking that needs no mention."""
        self.form = form
        self.notes: list[Note] = []
        self._first: dict[tuple[str, str], int] = {}
        """The note in which each paper stands in full."""
        self._short_forms: dict[tuple[object, ...], tuple[Run, Run, str]] = {}
        """How a paper is referred to again, up to the place in it."""
        self._numbers: dict[tuple[Run, ...], int] = {}
        """With ``numbers``: what has its number already."""
        self._remarked: set[str] = set()
        """A remark is made once in a note, however many footnotes it would fit."""

    def cite(self, source: Source, remark: str = "", *, after: bool = False) -> Run:
        """The mark for a source; the remark follows it in the note, and ``after`` says that the words are not its own.

        Raises BrieferError beyond what Word holds.
        """
        number = len(self.notes) + 1
        if self.form == "numbers":
            return self._bracketed(source, remark, after=after)
        if number > MOST_NOTES:
            raise BrieferError(
                f"The brief has more than {MOST_NOTES} footnotes, which Word cannot number",
                todo="Split it into several briefs",
            )
        paper, reporter = key(source)
        first = self._first.setdefault((paper, reporter), number)
        runs = self.full(source) if first == number else self._short(source, first)
        said = self._remarked_on(self._after(runs) if after else runs, remark)
        self.notes.append(Note(number, said, (paper, reporter, source.at or "")))
        return Run(note=number)

    def _bracketed(self, source: Source, remark: str, *, after: bool) -> Run:
        """``[3]``; the same place in the same paper keeps its number, and another place in it refers to the first."""
        named = self.full(source)
        named = self._after(named) if after else named
        number = self._numbers.get(named)
        if number is None:
            number = self._numbers[named] = len(self.notes) + 1
            first = self._first.setdefault(key(source), number)
            if first != number:
                named = self._briefly(source, first)
                named = self._after(named) if after else named
            self.notes.append(Note(number, self._remarked_on(named, remark), (*key(source), source.at or "")))
        return Run(f"[{number}]", link=f"#{anchor(number)}")

    def _briefly(self, source: Source, first: int) -> tuple[Run, ...]:
        """``Council 9375/25 [1], <where>.``"""
        where = f", {source.at}" if source.at else ""
        behind = f"{where}{self._marked(source, brackets=False)}."
        return Run(f"{self.named_short(source)} "), Run(f"[{first}]", link=f"#{anchor(first)}"), Run(behind)

    def _remarked_on(self, runs: tuple[Run, ...], remark: str) -> tuple[Run, ...]:
        if not remark or remark in self._remarked:
            return runs
        self._remarked.add(remark)
        return (*runs, Run(f" {remark.strip().rstrip('.')}."))

    def _after(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        before, _, behind = self.words.say("after", source="\0").partition("\0")
        return tuple(run for run in (Run(before), *runs, Run(behind)) if run.text or run.see)

    def full(self, source: Source) -> tuple[Run, ...]:
        """``Council 9375/25, 10 June 2025, <title>, <where> (LIMITE).``"""
        parts = self._paper(source, source.url or "")
        if source.via:
            before, _, behind = self.words.say("reported-by", reporter="\0").partition("\0")
            parts.append([Run(before), *_spread(self._paper(source.via, "")), *([Run(behind)] if behind else [])])
        if source.at:
            parts.append([Run(source.at)])
        return (*_spread(parts), Run(f"{self._marked(source, brackets=True)}."))

    def _marked(self, source: Source, *, brackets: bool) -> str:
        """What is said of a source behind it: its marking unless that is the lowest, and that it stays in the house."""
        marked = source.marking if source.marking and source.marking.upper() != self.lowest.upper() else ""
        inward = self.words.say("instructions") if source.inward else ""
        said = ", ".join(w for w in (marked if brackets else "", inward) if w)
        return f" ({said})" if said else ""

    def _short(self, source: Source, first: int) -> tuple[Run, ...]:
        """``Council 9375/25 (note 1), <where>.``"""
        called = source.paper, source.issuer, source.number, source.title, source.via, first
        said = self._short_forms.get(called)
        if said is None:
            text = self.words.say("see-note", paper=self.named_short(source), number="\0")
            before, _, behind = text.partition("\0")
            said = self._short_forms[called] = Run(before), Run(str(first), see=first), behind
        where = f", {source.at}" if source.at else ""
        return said[0], said[1], Run(f"{said[2]}{where}{self._marked(source, brackets=False)}.")

    def named_short(self, source: Source, *, whole: bool = False) -> str:
        """A paper's name and the one that reports it; without a number, with the beginning of its title, or all of it."""
        called = name(source)
        if source.issuer and not source.number and source.title:
            called = f"{source.issuer}, {source.title if whole else _beginning(source.title)}"
        return self.words.say("via", paper=called, reporter=name(source.via)) if source.via else called

    def _paper(self, paper: Source | Via, url: str) -> list[list[Run]]:
        parts = [[Run(name(paper), link=url)]]
        if paper.date:
            parts.append([Run(self.words.date(paper.date))])
        if paper.title and paper.title != name(paper):
            parts.append([Run(paper.title, italic=True)])
        return parts


def anchor(number: int) -> str:
    """The anchor of an entry in the list of references."""
    return f"_Ref{number:09d}"


def key(source: Source) -> tuple[str, str]:
    """What makes two sources the same paper, read in the same place."""
    return source.paper, source.via.paper if source.via else ""


def name(source: Source | Via) -> str:
    """How a paper is called in a line of text: ``Council 9375/25``, ``EEAS(2022) 1466``, ``Statewatch``."""
    return " ".join(p for p in (source.issuer, source.number) if p) or source.title or source.paper


#: A title of more words is cut, at so many; small words (“from”, “of the”, “de la”) do not end it.
_WHOLE, _CUT, _SMALL = 6, 5, 4


def _beginning(title: str) -> str:
    words = title.split()
    if len(words) <= _WHOLE:
        return title
    end = _CUT
    while end > 2 and words[end - 1].islower() and len(words[end - 1]) <= _SMALL:
        end -= 1
    return f"{' '.join(words[:end])} …"


def _spread(parts: list[list[Run]]) -> list[Run]:
    runs: list[Run] = []
    for part in parts:
        if runs:
            runs.append(Run(", "))
        runs += part
    return runs
