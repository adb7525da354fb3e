"""The right answer to a made-up paper, from its content alone: no printing code has a say in it."""

from __future__ import annotations

from typing import Any

from .content import Annex, Asks, Content, Heading, Listed, Para, bullet, number_of, without_marks


def answer(paper: Content, levels: bool = True) -> dict[str, Any]:
    """What ``read --json`` should say; ``levels`` is false where the print does not show a heading's depth."""
    head = paper.header
    found: dict[str, Any] = {
        "doc_number": head.number,
        "suffix": head.suffix,
        "date": _iso(head),
        "original_language": head.language,
        "doc_type": head.type,
        "from": head.sender,
        "to": head.to,
        "subject": head.subject,
        "marking": head.marking,
        "codes": list(head.codes),
        "interinstitutional_files": list(head.files),
        "prev_docs": [one.ref for one in head.previous],
        "headings": _headings(paper, levels),
        "paragraphs": _paragraphs(paper),
        "questions": _questions(paper),
        "expected_action": _action(paper),
        "footnotes": [{"mark": of, "text": without_marks(text)} for of, text in paper.notes],
        "cited": _cited(paper),
        "enclosed": [answer(paper.enclosed, levels)] if paper.enclosed else [],
    }
    return {key: value for key, value in found.items() if key not in paper.unsure}


def _iso(head: Any) -> str | None:
    """The day of the place-and-date line, or, where there is none, that of ``On:``."""
    day = head.day or head.on
    return day.isoformat() if day else None


def _headings(paper: Content, levels: bool) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for block in paper.blocks:
        if isinstance(block, Heading):
            made.append({"level": block.level if levels or block.number else None, "text": without_marks(block.text)})
        elif isinstance(block, Annex):
            made.append({"level": None, "text": block.name})
            if block.title:
                made.append({"level": None, "text": without_marks(block.title)})
    return made


def _paragraphs(paper: Content) -> list[dict[str, Any]]:
    return [
        {"number": block.number.strip("().") or None, "text": _with_items(block)}
        for block in paper.blocks
        if isinstance(block, Para | Listed) and block.number
    ]


def _with_items(block: Para | Listed) -> str:
    if isinstance(block, Para):
        return without_marks(block.text)
    items = (f"{bullet(block.marks, nth)} {text}" for nth, text in enumerate(block.items, 1))
    return without_marks(" ".join((block.lead, *items)))


def _questions(paper: Content) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for block in paper.blocks:
        if isinstance(block, Para):
            made += [
                {"number": None, "text": without_marks(ask.text), "asked_by": block.by, "set": None, "cut_off": ask.cut}
                for ask in block.asks
            ]
        elif isinstance(block, Asks):
            for nth, ask in enumerate(block.items, 1):
                subs = (f"{bullet(block.sub_marks, sub)} {text}" for sub, text in enumerate(ask.subs, 1))
                made.append(
                    {
                        "number": None if ask.bare else number_of(block.marks, nth),
                        "text": without_marks(" ".join((ask.text, *subs))),
                        "asked_by": block.by,
                        "set": block.group,
                        "cut_off": ask.cut,
                    }
                )
    return made


def _action(paper: Content) -> str | None:
    lines = [_with_items(block) for block in paper.blocks if isinstance(block, Para | Listed) and block.action]
    return " ".join(lines) or None


def _cited(paper: Content) -> list[dict[str, Any]]:
    by_ref = {one.ref: {"ref": one.ref, "url": one.url} for one in paper.cited}
    return list(by_ref.values())
