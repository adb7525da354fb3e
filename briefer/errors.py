"""What goes wrong, told in one plain sentence: what happened, where, what to do."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """Where in a file something stands; line and column count from 1, 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return (
            f"{self.file}, line {self.line}, column {self.column}" if self.column else f"{self.file}, line {self.line}"
        )


class Fault(NamedTuple):
    """One finding of ``briefer check``: the fields are those of its JSON."""

    file: str
    line: int
    column: int
    severity: str
    """``error`` or ``warning``."""
    code: str
    """A short stable word for scripts, such as ``unknown-key``."""
    message: str
    """What is wrong and what to write instead, for a person."""

    def __str__(self) -> str:
        return f"{Place(self.file, self.line, self.column)}: {self.message}"


class BrieferError(Exception):
    """Something could not be done; its text is the one line that the user reads."""

    def __init__(self, what: str, *, where: Place | str | None = None, todo: str = "", code: str = "") -> None:
        self.what = what.rstrip(".")
        self.where = where
        self.todo = todo.rstrip(".")
        self.code = code
        """A word for callers that tell causes apart, such as ``changed-on-disk``."""
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        line = f"{_stopped(head)} {_stopped(self.todo)}" if self.todo else _stopped(head)
        return " ".join(line.split())


def _stopped(sentence: str) -> str:
    return sentence if sentence.endswith(("?", "!", ".", "…")) else f"{sentence}."


class UsageError(BrieferError):
    """The command was used wrongly (exit code 2)."""


def nearest(word: str, known: list[str], limit: int = 3) -> list[str]:
    """The known words that look most like ``word``, best first, for "did you mean"."""
    from rapidfuzz import fuzz, process

    hits = process.extract(word, known, scorer=fuzz.WRatio, processor=str.casefold, limit=limit, score_cutoff=58)
    return [name for name, _score, _index in hits]


def sentence(text: str) -> str:
    """The text with a capital first letter; names within it keep theirs."""
    return text[:1].upper() + text[1:]


def did_you_mean(word: str, known: list[str]) -> str:
    """``did you mean a, b or c?``, or the first known words where none is near."""
    names = nearest(word, known)
    if names:
        head, last = names[:-1], names[-1]
        return f"did you mean {', '.join(head)} or {last}?" if head else f"did you mean {last}?"
    if not known:
        return "there is none yet"
    few = sorted(known)[:8]
    return f"known are {', '.join(few)}" + (" …" if len(known) > len(few) else "")
