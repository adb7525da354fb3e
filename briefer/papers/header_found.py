"""What of a header was found so far, while it is being walked through."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefer.papers.header_fields import Field
from briefer.papers.labels import Kind

#: A rule typed behind a value, as web pages and mark-up leave it.
_RULE = re.compile(r"\s+(?:-{3,}|_{3,}|={3,}|\*{3,})$")


@dataclass(slots=True)
class Found:
    """What was found so far: fields as they stand, values under their labels."""

    values: dict[Kind, list[str]] = field(default_factory=dict)
    fields: dict[str, list[Field]] = field(default_factory=dict)
    languages: list[str] = field(default_factory=list)
    waiting: list[Kind] = field(default_factory=list)
    """Labels whose values have not come yet."""
    capitals: list[str] = field(default_factory=list)
    """The row in capitals before the first label: the type, where it is none of the known."""

    def take(self, fields: Sequence[Field]) -> None:
        """Keep the fields of a row; codes only until other rows have come between."""
        codes_closed = "code" in self.fields and not self._codes_open
        for one in fields:
            if one.kind == "code" and codes_closed:
                continue
            self.fields.setdefault(one.kind, []).append(one)
        self._codes_open = any(one.kind == "code" for one in fields)

    _codes_open: bool = True

    def first(self, kind: str) -> Field | None:
        """The first field of a kind."""
        return next(iter(self.fields.get(kind, ())), None)

    def said(self, kind: Kind) -> str | None:
        """What stands under a label, on one line."""
        parts = self.values.get(kind)
        return _RULE.sub("", " ".join(" ".join(parts).split())).strip(" |*_") or None if parts else None

    @property
    def evidence(self) -> int:
        """How many different things speak for a header."""
        fields = sum(kind in self.fields for kind in ("number", "date", "language", "code", "type", "marking", "file"))
        labels = sum(kind in self.values for kind in ("from", "to", "subject", "prev", "cion", "number"))
        return fields + labels
