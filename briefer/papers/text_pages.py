"""Plain text into pages of lines: bytes to characters, form feeds to pages, the markup of extraction tools to type."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from briefer.papers.lines import Line, Pages, Span
from briefer.papers.markup import spans

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*$")
_RULE_SIGNS = frozenset("-_*=–—─━ \t\\")
_TABLE_RULE = frozenset("|-: \t+")
_IMAGE = re.compile(r"!\[[^\]]*\](?:\([^)]*\))?$")
_COMMENT = re.compile(r"<!--[^>]*-->")
_NOTE_BODY = re.compile(r"\[\^([\w*]{1,3})\]:[ \t]*")
#: A line longer than this does not fit a printed page: it is a paragraph.
_PRINTED_WIDTH = 165


def read(data: bytes) -> Pages:
    """A text file as pages of lines; what is not marked up stays word for word as it is.

    UTF-8 or UTF-16 by their byte order mark, else UTF-8 where it is that, else the Windows characters (cp1252).
    """
    sheets = characters(data).replace("\r\n", "\n").replace("\r", "\n").split("\f")
    while len(sheets) > 1 and not sheets[-1].strip():
        sheets.pop()
    lines = tuple(_lines(sheets))
    return Pages("txt", lines, count=len(sheets), whole_paragraphs=_whole(lines))


def characters(data: bytes) -> str:
    """The characters of a text file, by its byte order mark or by what they can be."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def is_rule(text: str) -> bool:
    """Whether a line is nothing but a rule drawn across the page."""
    if text in ("-", "–", "—", "_"):
        return True
    signs = set(text)
    if not signs <= _RULE_SIGNS:
        return False
    drawn = signs - {" ", "\t", "\\"}
    return len(drawn) == 1 and sum(map(text.count, drawn)) >= 3


def _lines(sheets: list[str]) -> Iterator[Line]:
    table, row_number, in_table = 0, 0, False
    for page, sheet in enumerate(sheets, start=1):
        gap = True
        for raw in sheet.split("\n"):
            text = raw.strip()
            if "<!--" in text:
                text = _COMMENT.sub("", text).strip()
            if not text:
                gap, in_table = True, False
                continue
            if text[0] == "|" and text.count("|") > 1:
                if set(text) <= _TABLE_RULE:
                    continue
                table, row_number = (table, row_number + 1) if in_table else (table + 1, 1)
                in_table = True
                for number, cell in enumerate(text.strip("|").split("|")):
                    if cell.strip():
                        yield Line(
                            spans(cell.strip()), page, style="cell", row=(table, row_number), gap=gap and not number
                        )
                gap = False
                continue
            in_table = False
            if text[0] in "-_*=–—─━\\" and is_rule(text):
                yield Line((), page, style="rule", gap=gap)
                gap = True
                continue
            if text[0] == "!" and _IMAGE.match(text):
                gap = True
                continue
            style, indent = "", len(raw) - len(raw.lstrip())
            if text[0] == "#" and (found := _HEADING.match(text)):
                style, text = f"heading {len(found[1])}", found[2]
            made = spans(text)
            if not made[0].text.strip() and not "".join([span.text for span in made]).strip():
                gap = True
                continue
            note = _NOTE_BODY.match(text) if text[0] == "[" else None
            if note:
                text = text[note.end() :]
                yield Line((Span(note[1], raised=True), Span(" "), *spans(text)), page, gap=gap, indent=indent)
            else:
                yield Line(made, page, style=style, gap=gap, indent=indent)
            gap = False


def _whole(lines: tuple[Line, ...]) -> bool:
    """Whether the lines are whole paragraphs: most of the words stand in lines that no page is wide enough for."""
    lengths = [len(line.text) for line in lines]
    return 2 * sum(length for length in lengths if length > _PRINTED_WIDTH) > sum(lengths)
