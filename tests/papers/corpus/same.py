"""What counts as the same in a paper's answer: spaces, quotation marks, list marks and other print that nobody disputes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_QUOTES = str.maketrans("“”„«»‘’", '"""""\'\'')
_LIST = re.compile(r"(?<!\S)(?:[–•-]|\((?:[a-z]|[ivx]+|\d+)\)|(?:[a-z]|[ivx]+|\d+)[.)])(?=\s)")
_NUMBERED = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?|[IVX]+\.|[A-Z]\.)\s+")


def line(said: Any) -> str | None:
    """On one line with single spaces; nothing is None."""
    text = " ".join(str(said).split()) if said is not None else ""
    return text or None


def _kind(said: Any) -> str | None:
    text = line(said)
    return text.translate(_QUOTES).upper() if text else None


def _action(said: Any) -> str | None:
    text = line(said)
    return line(_LIST.sub(" ", text)) if text else None


def _heading(one: dict[str, Any]) -> str | None:
    text = line(one.get("text"))
    return _NUMBERED.sub("", text).rstrip(": ") if text else None


def _question(one: dict[str, Any]) -> str | None:
    text = line(one.get("text"))
    return re.sub(r"(?:[;,]\s+and|[;,.])$", "", text) if text else None


def _paragraph(one: dict[str, Any]) -> tuple[str, str] | None:
    number = _number(one.get("number"))
    return (number, _action(one.get("text")) or "") if number else None


def _number(said: Any) -> str | None:
    return re.sub(r"[^0-9a-z]", "", str(said).lower()) or None if said is not None else None


def _footnote(one: dict[str, Any]) -> tuple[str, str]:
    return str(one.get("mark") or "").strip("[]() "), line(one.get("text")) or ""


def _reference(said: Any) -> str:
    text = re.sub(r"^(?:doc\.?|ST)\s*", "", line(said) or "")
    text = re.sub(r"(\d+)/\d+/(\d\d) REV", r"\1/\2 REV", text)
    return re.sub(r"\s+|final$", "", text).lower()


def _asker(said: Any) -> str | None:
    text = line(said)
    if not text:
        return None
    text = text.casefold().removeprefix("the ")
    return "presidency" if re.search(r"presidency|présidence|vorsitz|ordförandeskap", text) else text


FOLDS: dict[str, Callable[[Any], Any]] = {
    "text": line,
    "doc_type": _kind,
    "expected_action": _action,
    "codes": line,
    "interinstitutional_files": lambda said: re.sub(r"\s", "", str(said)),
    "prev_docs": _reference,
    "headings": _heading,
    "paragraphs": _paragraph,
    "questions": _question,
    "footnotes": _footnote,
    "cited": lambda one: _reference(one.get("ref")),
    "number": _number,
    "asked_by": _asker,
}
"""How each field's values are folded before they are compared; None is no value."""


def flattened(found: dict[str, Any]) -> dict[str, Any]:
    """With what was put into enclosed papers as the paper's own."""
    made = dict(found)
    for inner in found.get("enclosed") or []:
        inner = flattened(inner)
        for key in ("headings", "paragraphs", "questions", "footnotes", "cited"):
            made[key] = [*(made.get(key) or []), *(inner.get(key) or [])]
    made["enclosed"] = []
    return made


def tolerated(want: dict[str, Any]) -> list[str]:
    """References that a reader may count as cited or not: the paper itself, and those of its header and enclosed papers."""
    own = f"{want.get('doc_number') or ''} {want.get('suffix') or ''}".strip()
    inner = [
        ref
        for one in want.get("enclosed", ())
        for ref in (*tolerated(one), *(cited["ref"] for cited in one.get("cited", ())))
    ]
    return [own, want.get("doc_number") or "", *want.get("prev_docs", ()), *inner]
