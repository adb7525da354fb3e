"""The exact papers, with their paragraphs counted as locators count them: under the nearest heading, from 1.

Lists and quotations count; footnotes go by their own number; the lines of a paper's header do not count. Two of the
papers print headings without any mark: those are known by a hash of the line, as is a line that is no part of the text.
"""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

HEADINGS = {
    "2a4929988e67258e",
    "401444e049fbd680",
    "4082f515b2f4929c",
    "463b56b4dcb91802",
    "4a339f6797b92587",
    "a80711f76d0188c0",
    "e7f72f467cdbd743",
    "f6193c4f5138fd62",
}
NO_TEXT = {
    "c139881968db8f7a",
    "c23e5bebc8a4b741",
    "c98b094b860f2983",
    "f4de2bd66b9c0e0d",
}
_RULE = re.compile(r"[\s\\_*-]*")
_HEADER = re.compile(r"(?:From|On|To|Subject|Encl\.):")
_FOOTNOTE = re.compile(r"<sup>(\d+)</sup>")
_LIST = re.compile(r"(?:[-–•]|\d+\.|\(?[a-z]\))\s")
_LOCATOR = re.compile(
    r"(?P<heading>.+?), (?:paras?\. (?P<paragraphs>\d+(?:(?:, | and |–| to )\d+)*)|fn (?P<footnote>\d+)|"
    r"(?:Q|no\. )(?P<item>\d+)|heading)"
    r"(?: \((?:fn (?P<also>\d+)|[^()]+)\))?"
)


class Section(NamedTuple):
    """What stands under one heading."""

    heading: str
    paragraphs: list[str]
    footnotes: dict[int, str]

    def marks(self, number: int) -> bool:
        """Whether a footnote stands under the heading, or its mark does."""
        return number in self.footnotes or any(f"<sup>{number}</sup>" in p for p in self.paragraphs)


class Locator(NamedTuple):
    """A locator taken apart."""

    heading: str
    paragraphs: tuple[int, ...]
    footnotes: tuple[int, ...]
    item: int | None
    """The number of a question or of a reference."""


def line_hash(line: str) -> str:
    """How a line of a paper is known here without its words."""
    return hashlib.sha256(line.encode("utf-8")).hexdigest()[:16]


def sections(text: str) -> list[Section]:
    """A paper's sections in order; before the first heading stands the ``Introduction``, or the header of a note."""
    found = [Section("", [], {})]
    after_footnote = False
    for raw in text.splitlines():
        line = raw.strip()
        here = found[-1]
        if _RULE.fullmatch(line) or _HEADER.match(line) or line_hash(line) in NO_TEXT:
            continue
        if (heading := _heading(line)) is not None:
            found.append(Section(heading, [], {}))
        elif run_in := re.match(r"\*\*([^*]+):\*\* ", line):
            found.append(Section(run_in[1], [line], {}))
        elif note := _FOOTNOTE.match(line):
            here.footnotes[int(note[1])] = line
            after_footnote = True
            continue
        elif here.paragraphs and not _LIST.match(line) and _goes_on(here.paragraphs[-1], line, after_footnote):
            here.paragraphs[-1] += f" {line}"
        else:
            here.paragraphs.append(line)
        after_footnote = False
    if not under(found, "Introduction"):
        found[0] = found[0]._replace(heading="Introduction")
    return found


def _heading(line: str) -> str | None:
    bare = re.sub(r"<sup>.*?</sup>", "", line).strip()
    if line_hash(line) in HEADINGS:
        return line
    if bare.startswith("#"):
        return bare.strip("#* ")
    bold = re.fullmatch(r"\*\*([^*]+)\*\*", bare)
    return bold[1] if bold and not bold[1].startswith(("DELETED", "DOCUMENT")) else None


def _goes_on(before: str, line: str, after_footnote: bool) -> bool:
    """Whether a line goes on with a sentence that a footnote, or the end of a page, has cut."""
    whole = re.search(r"[.:?!;”\"](?:<sup>\d+</sup>)?$", before)
    return not whole and (after_footnote or (line[0].islower() and len(before) > 60))


def locator(text: str) -> Locator | None:
    """A locator taken apart; None where it does not have the form."""
    m = _LOCATOR.fullmatch(text)
    if m is None:
        return None
    numbers: list[int] = []
    for part in re.split(r", | and ", m["paragraphs"] or ""):
        first, _, last = part.replace(" to ", "–").partition("–")
        numbers += range(int(first), int(last or first) + 1) if first else []
    notes = tuple(int(m[k]) for k in ("footnote", "also") if m[k])
    return Locator(m["heading"], tuple(numbers), notes, int(m["item"]) if m["item"] else None)


def under(found: list[Section], heading: str) -> list[Section]:
    """The sections that a locator's heading, perhaps shortened with ``…``, names."""
    wanted = _folded(heading)
    if wanted.endswith("…"):
        return [s for s in found if _folded(s.heading).startswith(wanted[:-1])]
    return [s for s in found if wanted in (_folded(s.heading), _folded(s.heading).partition(":")[0])]


def _folded(heading: str) -> str:
    plain = heading.translate(str.maketrans("“”‘’–—", "\"\"''--")).casefold()
    return plain.replace('"', "").rstrip(": ")
