"""Prints a paper as text: as a person would save it, or as a tool takes it out of a PDF, with that tool's faults."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, replace
from random import Random

from .content import NOTE, Annex, Asks, Content, Heading, Listed, Para, bullet, marks_in
from .head_lines import foot, head_lines
from .head_text import head_text, inner_head


@dataclass(frozen=True)
class TextLook:
    """How a paper is printed as text."""

    header: str = "lines"
    """lines, columns, below, pipes · labels first, labels in a line, all in a line
    other order · run on, run on in lines, glued"""
    markup: bool = False
    width: int | None = 96
    """Where lines break; None keeps a paragraph on one line."""
    superscript: str = "tag"
    """tag, glued, loose, line, unicode, bracket"""
    notes: str = "page"
    """page (at its foot), end (of the paper), inline (after the line with the mark)"""
    page: str = "rule"
    """What stands between pages: rule, feed, blank, none"""
    furniture: str = "none"
    """none, foot, line, scattered, number"""
    first: bool = False
    """Whether furniture comes before the page instead of after it."""
    split: str = "no"
    """Where pages may break: no (between paragraphs), sentence, question"""
    hyphens: bool = False
    blank: bool = True
    """Whether a blank line stands between paragraphs."""
    lines: int = 34
    """Lines on a page."""
    damage: bool = False
    """Whether letters are lost in labels and furniture."""
    indent: bool = False
    labels: int = 0


@dataclass
class Unit:
    """A paragraph, heading or item, in lines."""

    lines: list[str]
    asks: bool = False
    heading: bool = False
    tight: bool = False
    """Whether it stands close to what comes before, as the items of a list do."""


@dataclass
class Page:
    pieces: list[tuple[Unit, list[str], bool]]
    """Unit, those of its lines that stand here, whether it goes on from the page before."""
    notes: list[str]


def text(paper: Content, look: TextLook, name: str) -> bytes:
    """The paper in UTF-8."""
    rng = Random(f"text {name}")
    out = "" if look.first else _gap(look)
    top = head_text(paper, look, rng)
    units = units_of(paper, look, rng)
    if paper.enclosed:
        inner = paper.enclosed
        units += [Unit([line]) for line in inner_head(inner, look.markup)] + units_of(inner, look, rng)
    notes = dict(paper.notes) | (dict(paper.enclosed.notes) if paper.enclosed else {})
    cut = any(isinstance(block, Asks) and block.items[-1].cut for block in paper.blocks)
    pages = paginate(units, look, len(top.splitlines()))
    for nth, page in enumerate(pages, 1):
        body = _page(page, look, notes)
        if nth == 1:
            body = f"{top}\n\n{body}"
        if look.notes == "page" and page.notes:
            body += _note_block([(of, notes[of]) for of in page.notes], look)
        fittings = _furniture(paper, look, nth, rng)
        if look.first:
            body = f"{fittings}\n{body}" if fittings else body
        elif fittings and not (cut and nth == len(pages)):
            body += f"{_gap(look) * 2}{fittings}"
        out += body
        if nth < len(pages):
            out += {"rule": "\n", "feed": "\n\f", "blank": "\n\n\n", "none": "\n"}[look.page]
            goes_on = pages[nth].pieces[0][2]
            out += "" if goes_on and not look.blank else _gap(look)
    if look.notes == "end" and notes and not cut:
        out += _note_block(list(notes.items()), look)
    out = _superscripts(out, look)
    return (out.rstrip() + ("" if cut else "\n")).encode()


def _gap(look: TextLook) -> str:
    return "\n" if look.blank else ""


def units_of(paper: Content, look: TextLook, rng: Random) -> list[Unit]:
    """The blocks as units of lines."""
    made: list[Unit] = []

    def add(said: str, prefix: str = "", **flags: bool) -> None:
        made.append(Unit(wrapped(f"{prefix}{' ' if prefix else ''}{said}", look), **flags))

    head = paper.header
    if head.opening:
        add(head.opening)
    if head.enclosing:
        add(head_lines(paper).enclosing)
    for block in paper.blocks:
        if isinstance(block, Heading):
            level = "#" * (block.level + 1) + " " if look.markup else ""
            strong = "**" if look.markup and rng.random() < 0.3 else ""
            number = f"{block.number} " if block.number else ""
            made.append(Unit([f"{level}{strong}{number}{block.text}{strong}"], heading=True))
        elif isinstance(block, Annex):
            made.append(Unit([f"## {block.name}" if look.markup else block.name], heading=True))
            if block.title:
                made.append(Unit([f"**{block.title}**" if look.markup else block.title], heading=True))
        elif isinstance(block, Para):
            add(block.text, block.number, asks=bool(block.asks))
        elif isinstance(block, Listed):
            add(block.lead, block.number)
            for nth, item in enumerate(block.items, 1):
                add(item, bullet(_dash(block.marks, look), nth), tight=True)
        elif isinstance(block, Asks):
            if block.lead:
                add(block.lead)
            for nth, ask in enumerate(block.items, 1):
                add(
                    ask.text,
                    "" if ask.bare else bullet(_dash(block.marks, look), nth),
                    asks=True,
                    tight=look.blank and look.markup,
                )
                for sub, said in enumerate(ask.subs, 1):
                    add(said, bullet(block.sub_marks, sub), asks=True, tight=True)
        else:
            add(f"*{block.text}*" if look.markup else block.text)
    return made


def _dash(marks: str, look: TextLook) -> str:
    return "-" if look.markup and marks in "–•" and marks else marks


def wrapped(said: str, look: TextLook) -> list[str]:
    """A paragraph in lines; hyphens break words where the look has it so."""
    width = look.width or 92
    lines = textwrap.wrap(said, width, break_long_words=False, break_on_hyphens=False) or [""]
    if not look.hyphens:
        return lines
    made: list[str] = []
    carry = ""
    for nth, line in enumerate(lines):
        line = carry + line
        carry = ""
        follows = lines[nth + 1].split(" ")[0] if nth + 1 < len(lines) else ""
        # Only whole, plain words are broken, so that the hyphen can be told from one that belongs.
        if re.fullmatch(r"[a-zäöåéèß]{8,}[.,;?]?", follows) and " " in lines[nth + 1]:
            at = len(follows.rstrip(".,;?")) // 2
            line = f"{line} {follows[:at]}-"
            lines[nth + 1] = lines[nth + 1][len(follows) + 1 :]
            carry = f"{follows[at:]} "
        made.append(line)
    return made


def paginate(units: list[Unit], look: TextLook, used: int) -> list[Page]:
    """Sets the units on pages; with ``split`` some paragraph or question surely breaks."""
    pages = [Page([], [])]
    left = max(look.lines - used, 6)
    forced = False

    def turn() -> None:
        nonlocal left
        pages.append(Page([], []))
        left = look.lines

    for nth, unit in enumerate(units):
        lines = unit.lines
        want = unit.asks if look.split == "question" else not unit.heading
        follows = units[nth + 1].lines if unit.heading and nth + 1 < len(units) else []
        if (
            look.split != "no"
            and want
            and len(lines) > 1
            and (left <= len(lines) or (look.split == "question" and not forced))
        ):
            at = max(1, min(len(lines) - 1, left - 1)) if left <= len(lines) else max(1, len(lines) // 2)
            _set(pages[-1], unit, lines[:at], False)
            turn()
            _set(pages[-1], unit, lines[at:], True)
            left -= len(lines) - at + 1
            forced = True
            continue
        if (
            left < len(lines) + (len(follows) if look.split == "no" else 2 if follows else 0) + 1 * bool(follows)
            and pages[-1].pieces
        ):
            turn()
        _set(pages[-1], unit, lines, False)
        left -= len(lines) + (0 if unit.tight else 1)
    return pages


def _set(page: Page, unit: Unit, lines: list[str], goes_on: bool) -> None:
    page.pieces.append((unit, lines, goes_on))
    for line in lines:
        page.notes += marks_in(line)


def _page(page: Page, look: TextLook, notes: dict[str, str]) -> str:
    made = ""
    for unit, lines, _ in page.pieces:
        if look.notes == "inline":
            lines = [part for line in lines for part in (line, *(_note(of, notes[of], look) for of in marks_in(line)))]
        broken = look.width or look.notes == "inline"
        body = "\n".join(lines) if broken else _joined(lines)
        if look.indent and not unit.heading:
            body = "\n".join(f"    {line}" for line in body.split("\n"))
        made += ("" if not made else "\n" if unit.tight and not look.width else "\n" + _gap(look)) + body
    return made


def _joined(lines: list[str]) -> str:
    return " ".join(lines)


def _note(of: str, said: str, look: TextLook) -> str:
    plain = {"tag": f"<sup>{of}</sup> ", "unicode": of.translate(_RAISED) + " ", "bracket": f"[{of}] "}
    return plain.get(look.superscript, f"{of} ") + said


def _note_block(notes: list[tuple[str, str]], look: TextLook) -> str:
    rule = {True: "\n\n---\n\n", False: "\n\n" if look.blank else "\n"}[look.markup or look.page == "rule"]
    between = "\n\n" if look.markup else "\n"
    made = between.join("\n".join(wrapped(_note(of, said, look), replace(look, hyphens=False))) for of, said in notes)
    if look.width is None:
        made = between.join(_note(of, said, look) for of, said in notes)
    return f"{rule}{made}" + ("\n\n---\n" if look.markup and look.page == "rule" else "\n")


_RAISED = str.maketrans("0123456789*", "⁰¹²³⁴⁵⁶⁷⁸⁹*")


def _superscripts(out: str, look: TextLook) -> str:
    ways = {
        "tag": r"<sup>\1</sup>",
        "glued": r"\1",
        "loose": r" \1 ",
        "line": "\n\\1\n",
        "bracket": r"[\1]",
    }
    if look.superscript == "unicode":
        return NOTE.sub(lambda found: found.group(1).translate(_RAISED), out)
    return NOTE.sub(ways[look.superscript], out)


def _furniture(paper: Content, look: TextLook, page: int, rng: Random) -> str:
    if look.furniture == "none":
        return ""
    if look.furniture == "number":
        return rng.choice(("{}", "- {} -", "{}")).format(page)
    one, two = foot(paper, page)
    if look.furniture == "line":
        return " ".join(part for part in (*one, *two) if part)
    if look.furniture == "scattered":
        return "\n".join(part for part in (*one, *two) if part)
    wide = "   ".join(part for part in one if part), "   ".join(part for part in two if part)
    return "\n".join(wide)
