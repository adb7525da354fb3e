"""Prints a header as text, whole or with the faults that extraction brings."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from .content import Content
from .head_lines import Printed, head_lines

if TYPE_CHECKING:
    from .text import TextLook


def head_text(paper: Content, look: TextLook, rng: Random) -> str:
    """The header, without a blank line at its end."""
    head = head_lines(paper, look.labels)
    if look.damage:
        head = _damaged(head, rng)
    if look.header in ("run on", "glued"):
        return _run_on(head, look.header == "glued")
    if look.header == "run on in lines":
        return "\n".join(textwrap.wrap(_run_on(head, False), look.width or 90, break_on_hyphens=False))
    if look.header == "columns":
        return _columns(head)
    top = _top(head, look, rng)
    return "\n\n".join(part for part in (*top, _pairs(head, look, rng)) if part)


def _top(head: Printed, look: TextLook, rng: Random) -> list[str]:
    strong = "#### " if look.markup else ""
    soft = "  \n" if look.markup else "\n"
    number = f"{head.number}{rng.choice((' ', soft))}{head.suffix}" if head.suffix else head.number
    day = f"{head.day}{soft if rng.random() < 0.6 else ' '}{head.language}".strip()
    codes = (soft if rng.random() < 0.6 else " ").join(head.codes)
    files = f"{head.file}: {', '.join(head.files)}" if head.files else ""
    if head.files and rng.random() < 0.5:
        files = f"{head.file}:\n{', '.join(head.files)}"
    council = head.council if rng.random() < 0.6 else ""
    kind = f"{strong}{head.type}" if head.type else ""
    declassified = "\n".join(head.declassified)
    if look.header == "other order":
        return [number, day, kind, codes, files, head.marking, council, declassified]
    way = rng.randint(0, 2)
    if way == 0:
        return [council, day, number, files, head.marking, codes, kind, declassified]
    if way == 1:
        return [council, day, files, f"{number}{soft}{head.marking}".strip(), codes, kind, declassified]
    return [day, council, number, files, head.marking, codes, kind, declassified]


def _pairs(head: Printed, look: TextLook, rng: Random) -> str:
    labels, values = [label for label, _ in head.pairs], [value for _, value in head.pairs]
    match look.header:
        case "labels first":
            return "\n".join(labels) + "\n\n" + "\n".join(values)
        case "labels in a line":
            return " ".join(labels) + "\n" + "\n".join(values)
        case "all in a line":
            return " ".join((*labels, *values))
        case "below":
            return "\n".join(f"{label}\n{value}" for label, value in head.pairs)
        case "other order":
            return "\n".join(f"{label} {value}" for label, value in (*head.pairs[-1:], *reversed(head.pairs[:-1])))
        case "pipes":
            rows = [f"| {label} | {value} |" for label, value in head.pairs]
            return "\n".join((rows[0], "|---|---|", *rows[1:])) if rows else ""
        case _:
            space = rng.choice(("\t", " ", "\t"))
            hang = rng.choice(("", "\t", "          "))
            rows = [f"{label}{space}{f'{chr(10)}{hang}'.join(_broken(value, look))}" for label, value in head.pairs]
            return "\n".join(rows)


def _broken(value: str, look: TextLook) -> list[str]:
    """A value in lines where the look breaks lines; the next label, or an empty line, tells where it ends."""
    if not look.width:
        return [value]
    return textwrap.wrap(value, look.width - 14, break_long_words=False, break_on_hyphens=False)


def _columns(head: Printed) -> str:
    """As a tool that keeps places prints it: what stood side by side stands in one line, far apart."""
    first, _, second = head.council.partition(" of the ")
    left = [f"{first} of the", second, "", ""] if second else [head.council, "", "", ""]
    left += [f"{head.file}:", *head.files] if head.files else []
    right = [
        head.day,
        head.language,
        "",
        head.number,
        *([head.suffix] if head.suffix else []),
        "",
        head.marking,
        "",
        *head.codes,
    ]
    count = max(len(left), len(right))
    rows = zip(left + [""] * (count - len(left)), right + [""] * (count - len(right)), strict=True)
    lines = [f"{one:<44}{other}".rstrip() for one, other in rows]
    lines += ["", head.type, *head.declassified, ""]
    for label, value in head.pairs:
        one, *more = textwrap.wrap(value, 66, break_on_hyphens=False)
        lines += [f"{label:<18}{one}", *(" " * 18 + said for said in more)]
    return "\n".join(lines)


def _run_on(head: Printed, glued: bool) -> str:
    files = f"{head.file}: {', '.join(head.files)}" if head.files else ""
    number = f"{head.number} {head.suffix}".strip()
    space = "" if glued else " "
    pairs = [f"{label}{space}{value}" for label, value in head.pairs]
    parts = (
        head.council,
        head.day,
        head.language,
        number,
        files,
        head.marking,
        *head.codes,
        head.type,
        *head.declassified,
        *pairs,
    )
    return space.join(part for part in parts if part)


def _damaged(head: Printed, rng: Random) -> Printed:
    """With a letter lost in labels and in what can be told from what is left: marking, month.

    No value is harmed that could not be put right: what is lost in a subject or a question is lost in the content
    itself (``lossy``), so that the answer expects no more than what is on the page.
    """

    def less(word: str) -> str:
        at = rng.randint(2, len(word) - 2)
        return word[:at] + word[at + 1 :]

    def worn(label: str) -> str:
        """Also at its beginning, and sometimes with a gap where the letter was."""
        at = rng.randint(0, len(label) - 3)
        return f"{label[:at]}{rng.choice(('', '', ' '))}{label[at + 1 :]}".strip()

    pairs = tuple(
        (worn(label) if len(label) > 4 and rng.random() < 0.8 else label, value) for label, value in head.pairs
    )
    parts = head.day.split(" ")
    if len(parts) > 2 and len(parts[-2]) > 5:
        parts[-2] = less(parts[-2])
    return replace(head, pairs=pairs, day=" ".join(parts), marking=less(head.marking) if head.marking else "")


def inner_head(paper: Content, markup: bool) -> list[str]:
    """The header of an enclosed paper, which another institution has printed in its own way."""
    head = paper.header
    day = head.day
    assert day and head.number and head.subject
    big = "# " if markup else ""
    if paper.eeas:
        prev = [f"Ref. prev. doc.\t{', '.join(one.printed for one in head.previous)}"] if head.previous else []
        table = [
            f"EEAS Reference\t{head.number}",
            "Distribution marking\tLimited",
            "To\tDelegations",
            f"Title / Subject\t{head.subject}",
            *prev,
        ]
        return [
            f"{big}EUROPEAN EXTERNAL ACTION SERVICE",
            "Working document of the European External Action Service",
            f"of {day:%d/%m/%Y}",
            "\n".join(table),
        ]
    files = [", ".join(head.files)] if head.files else []
    return [
        f"{big}EUROPEAN COMMISSION",
        f"Brussels, {day.day}.{day.month}.{day.year}",
        head.number,
        *files,
        "REPORT FROM THE COMMISSION TO THE COUNCIL",
        head.subject,
    ]
