"""What measuring a reader gives: scores by field, failures one a line, tables for people, data for programs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

ONE = (
    "doc_number",
    "suffix",
    "date",
    "original_language",
    "doc_type",
    "from",
    "to",
    "subject",
    "marking",
    "expected_action",
)
"""Fields with one value."""
MANY = ("codes", "interinstitutional_files", "prev_docs", "headings", "paragraphs", "questions", "footnotes", "cited")
"""Fields with many."""
ASIDE = ("heading_levels", "question_numbers", "asked_by", "sets", "cut_off", "urls", "enclosed")
"""What is measured of those that were found."""


@dataclass
class Score:
    """How one field came out in one group of papers."""

    papers: int = 0
    exact: int = 0
    """Papers in which the field is wholly right."""
    expected: int = 0
    got: int = 0
    right: int = 0
    """Values (or items) expected, got, and got rightly; nulls are neither."""

    @property
    def precision(self) -> float:
        """Of what was got, how much is right."""
        return self.right / self.got if self.got else 1.0

    @property
    def recall(self) -> float:
        """Of what was expected, how much was got."""
        return self.right / self.expected if self.expected else 1.0


@dataclass(frozen=True)
class Failure:
    """One field of one paper that is not as it should be."""

    paper: str
    field: str
    expected: Any
    got: Any

    def __str__(self) -> str:
        return f"{self.paper}\t{self.field}\t{short(self.expected)}\t{short(self.got)}"


@dataclass
class Report:
    """What a whole run found."""

    scores: dict[tuple[str, str], Score] = field(default_factory=dict)
    """By group (``clean`` or ``faulty``) and field."""
    failures: list[Failure] = field(default_factory=list)
    false: dict[str, list[str]] = field(default_factory=dict)
    """By paper: questions that nobody asked."""
    faults: dict[str, Counter[str]] = field(default_factory=dict)
    """By fault: papers, papers wholly right, papers whose header, questions, body is right."""

    def score(self, group: str, name: str) -> Score:
        """The score of a field, empty at first."""
        return self.scores.setdefault((group, name), Score())

    def table(self) -> str:
        """A short table for people."""
        lines = [
            f"{'':24}{'clean':^31}{'faulty':^31}",
            f"{'field':24}" + f"{'exact':>13}{'prec.':>8}{'recall':>8}  " * 2,
        ]
        for name in (*ONE, *MANY, *ASIDE):
            row = f"{name:24}"
            for group in ("clean", "faulty"):
                one = self.scores.get((group, name), Score())
                share = one.exact / one.papers if one.papers else 1.0
                row += f"{one.exact:4}/{one.papers:<3}{share:6.1%}{one.precision:8.1%}{one.recall:8.1%}  "
            lines.append(row)
        count = sum(map(len, self.false.values()))
        lines.append(f"false questions: {count} in {len(self.false)} of {self.counted} papers")
        return "\n".join(lines)

    @property
    def counted(self) -> int:
        """Papers whose questions were measured."""
        return sum(self.scores[key].papers for key in self.scores if key[1] == "questions")

    def by_fault(self) -> str:
        """Fault by fault, how many papers came out right."""
        lines = [f"{'fault':36}{'papers':>7}{'header':>8}{'quest.':>8}{'body':>8}{'all':>8}"]
        for fault, count in sorted(self.faults.items()):
            shares = "".join(f"{count[part] / count['papers']:8.0%}" for part in ("header", "questions", "body", "all"))
            lines.append(f"{fault:36}{count['papers']:7}{shares}")
        return "\n".join(lines)

    def data(self) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "fields": [
                {"group": group, "field": name, **vars(one), "precision": one.precision, "recall": one.recall}
                for (group, name), one in sorted(self.scores.items())
            ],
            "false_questions": self.false,
            "failures": [vars(one) for one in self.failures],
        }


def short(said: Any, length: int = 160) -> str:
    text = (
        said.get("text") or said.get("ref") or str(said)
        if isinstance(said, dict)
        else "—"
        if said is None
        else str(said)
    )
    if isinstance(said, dict) and "mark" in said:
        text = f"[{said['mark']}] {text}"
    return text if len(text) <= length else f"{text[: length - 1]}…"
