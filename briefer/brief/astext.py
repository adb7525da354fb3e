"""A whole note as one text for an editor of one's own, and back.

    # The note's title
    ## A section's title {its-id}
    @@ k7f2mq answer to question 1
    The words, as in the note.
    %% [1] Council 9375/25 …

Lines that begin with ``%%`` are not part of the note, one with ``@@`` begins a block. Text that stands under none of
these is a new block. Where a line of the note itself begins so, a backslash stands before it here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefer.brief import taking
from briefer.brief.model import MADE_AT_EXPORT, Block, Brief, Source
from briefer.brief.store import with_ids
from briefer.brief.taking import Part, Read, clean
from briefer.dates import long_form
from briefer.errors import BrieferError, did_you_mean, sentence
from briefer.text import slug

_HOW = """\
%% The note as text. Change it, save it and close the editor; briefer takes over what you changed.
%% A line that begins with %% is not part of the note. A line with @@ begins a block, its words stand below it.
%% Move a block with its @@ line, under another heading too; remove it with its @@ line.
%% Text without an @@ line, under a heading or under the sources of a block, becomes a block of your own;
%% so does what stands under a line “@@ new”. What is still to be filled in is asked in a %% line: write below it.
%% **bold**, *italic*; [^1] is the mark of the first source below; “- ” begins a line of a list.
"""

#: What this form of a note says itself; in a text of the note a backslash stands before it.
_SIGN = re.compile(r"^(\s*)(\\*)(##(?!#)|@@|%%)")
_HEADING = re.compile(r"^##\s*(.*?)\s*(?:\{([a-z0-9-]+)\})?$")


def dump(brief: Brief) -> str:
    """The note as a text."""
    brief = with_ids(brief)
    names = _names(brief)
    numbers = {b.id: i for i, b in enumerate((b for s in brief.sections for b in s.blocks if b.role == "question"), 1)}
    out = [*_HOW.splitlines(), "", f"# {_one_line(brief.title)}".rstrip()]
    for section in brief.sections:
        out += ["", "", f"## {_one_line(section.title)}".rstrip() + f" {{{names[section.id]}}}"]
        if section.role in MADE_AT_EXPORT:
            out.append("%% made at export")
        for block in section.blocks:
            out += ["", *_block(block, numbers)]
    return "\n".join(out) + "\n"


def _block(block: Block, numbers: dict[str, int]) -> Iterable[str]:
    role = "to fill in" if block.role == "prompt" else block.role
    number = numbers.get(block.question or "", 0)
    of = f" {'to' if block.role == 'answer' else 'for'} question {number}" if number else ""
    yield f"@@ {block.id} {role}{of}" + (f" {numbers[block.id]}" if block.role == "question" else "")
    asked = block.text if block.role == "prompt" else block.prompt or ""
    yield from (f"%% {line}" for line in _lines(asked) if line)
    yield from ([] if block.role == "prompt" else (_SIGN.sub(r"\1\\\2\3", line) for line in _lines(block.text)))
    yield from (f"%% [{i}] {_source(one)}" for i, one in enumerate(block.sources, 1))


def _source(one: Source) -> str:
    parts = [" ".join(p for p in (one.issuer, one.number) if p) or one.title or one.paper]
    parts += [long_form(one.date) if one.date else "", one.at or "", one.marking or ""]
    return _one_line(", ".join(p for p in parts if p))


def _names(brief: Brief) -> dict[str, str]:
    """A short name for each section, by its id: the id itself where it is one that can stand in braces."""
    names: dict[str, str] = {}
    for section in brief.sections:
        name = slug(section.id)
        taken = names.values()
        names[section.id] = next(
            n for n in (name, *(f"{name}-{i}" for i in range(2, len(names) + 3))) if n not in taken
        )
    return names


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _lines(text: str) -> list[str]:
    """The lines of a text as editors see and leave them: no blanks at their ends, no empty ones around them."""
    lines = [line.rstrip() for line in clean(text).split("\n")]
    said = [i for i, line in enumerate(lines) if line]
    return lines[said[0] : said[-1] + 1] if said else []


# --- and back --------------------------------------------------------------------------------------------------------


def load(text: str, brief: Brief) -> Brief:
    """The brief with what was changed in the text that ``dump`` made of it.

    Blocks that were moved belong to the question below which they stand now. Raises BrieferError with the line for what
    cannot be read, and where there is nothing to read.
    """
    brief = with_ids(brief)
    title, parts = _Reader(brief).read(text)
    return taking.over(brief, title, parts)


class _Reader:
    """Reads one text line by line: which headings, blocks and words it has."""

    def __init__(self, brief: Brief) -> None:
        self._named = {name: s for s in brief.sections for ident, name in _names(brief).items() if ident == s.id}
        self._sections = brief.sections
        self._blocks = {b.id for s in brief.sections for b in s.blocks}
        self._title = ""
        self._parts: list[Part] = []
        self._open: Read | None = None
        self._claimed: set[str] = set()

    def read(self, text: str) -> tuple[str, list[Part]]:
        """The title, and the sections in their order."""
        lines = [line.rstrip() for line in clean(text).split("\n")]
        if not any(lines):
            raise BrieferError("The text is empty, so nothing was changed", todo="Remove blocks with their @@ lines")
        self._claimed = {found[2] for line in lines if (found := _HEADING.match(line.strip())) and found[2]}
        for number, line in enumerate(lines, 1):
            try:
                self._line(line, number)
            except BrieferError as error:
                raise BrieferError(error.what, where=f"Line {number}", todo=error.todo) from None
        if not self._parts:
            raise BrieferError(
                "The text has no headings, so nothing was changed", todo="Keep the lines that begin with ##"
            )
        return self._title, self._parts

    def _line(self, line: str, number: int) -> None:
        sign = _SIGN.match(line)
        if sign and not sign[2]:
            self._signed(sign[3], line.strip(), number)
        elif not self._parts and (not line or line.startswith("#")):
            self._title = line[1:].strip() or self._title
        elif line or self._open:
            self._open = self._open or self._begun("", number)
            self._open.lines.append(_SIGN.sub(lambda m: m[1] + m[2][1:] + m[3], line) if sign else line)

    def _signed(self, sign: str, line: str, number: int) -> None:
        if sign == "##":
            self._parts.append(self._heading(line))
            self._open = None
        elif sign == "@@":
            name = (line[2:].split() or ["new"])[0]
            if name.casefold() != "new" and name not in self._blocks:
                todo = "Write “@@ new” for a block of your own, or put the code back as it was"
                raise BrieferError(f"There is no block {name} in this brief", todo=todo)
            self._open = self._begun("" if name.casefold() == "new" else name, number)
        elif self._open and any(self._open.lines) and re.match(r"%%\s*\[\d+\]", line):
            self._open = None  # below its sources a block has ended

    def _begun(self, block: str, number: int) -> Read:
        if not self._parts:
            raise BrieferError("Text stands above the first heading", todo="Put it below a line that begins with ##")
        read = Read(block, number, [])
        self._parts[-1].blocks.append(read)
        return read

    def _heading(self, line: str) -> Part:
        found = _HEADING.match(line)
        assert found
        title, name = _one_line(found[1]), found[2]
        used = [p.section.id for p in self._parts if p.section]
        if name and name not in self._named:
            todo = f"{sentence(did_you_mean(name, sorted(self._named)))} Without the braces it is a new section"
            raise BrieferError(f"There is no section {{{name}}} in this brief", todo=todo)
        if name and self._named[name].id in used:
            todo = "Take the braces off one of them, and it is a section of its own"
            raise BrieferError(f"Two headings have {{{name}}}", todo=todo)
        alike = (s for n, s in self._named.items() if n not in self._claimed and s.id not in used)
        section = self._named[name] if name else next((s for s in alike if _one_line(s.title) == title), None)
        if section is None and not title:
            raise BrieferError("A new section needs a title", todo="Write one behind ##")
        return Part(section, title, [])
