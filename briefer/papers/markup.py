"""The markup that extraction tools leave in a line (``**bold**``, ``<sup>1</sup>``) as spans of type."""

from __future__ import annotations

import html
import re

from briefer.papers.lines import Span

_SIGNS = re.compile(r"[*<\[\\&¹²³⁰⁴⁵⁶⁷⁸⁹$]")
_TOKEN = re.compile(
    r"""\\([\\`*_{}\[\]()\#+.!|<>~$-])                                # 1: a sign that is meant as itself
    | \*{1,3}
    | <(/?)(sup|sub|strong|b|em|i|u|span|a|p)(?:\s[^<>]{0,200})?/?>   # 2, 3
    | <br\s?/?>
    | <((?:https?://|mailto:)[^>\s]{1,2000})>                         # 4
    | !\[[^\]]{0,300}\]\([^)\s]{0,2000}\)
    | \[([^\[\]]{1,1000})\]\((?:https?:|mailto:|\#|/)?[^()\s]{0,2000}\)   # 5
    | \[\^([\w*]{1,3})\]                                              # 6: a footnote's mark
    | \$\s?\^\{?\s?(\d{1,3}|\*)\s?\}?\s?\$                            # 7
    | ([¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3})                                             # 8
    | &(?:amp|lt|gt|quot|nbsp|apos|\#\d{1,6});
    """,
    re.VERBOSE,
)
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UNIT = re.compile(r"(?:^|[\W\d_])(?:[kcdm]?m|CO|ha|ft)$")
_BOLD = frozenset({"strong", "b"})
_ITALIC = frozenset({"em", "i"})


def spans(text: str) -> tuple[Span, ...]:
    """A line's spans; a line without markup is one span, as it is."""
    if not _SIGNS.search(text):
        return (Span(text),)
    made: list[Span] = []
    buffer: list[str] = []
    bold = italic = raised = False
    at = 0

    def close() -> None:
        if buffer:
            made.append(Span("".join(buffer), None, bold, italic, raised))
            buffer.clear()

    for token in _TOKEN.finditer(text):
        if token.start() < at:
            continue
        buffer.append(text[at : token.start()])
        at, sign = token.end(), token[0]
        if token[1]:
            buffer.append(token[1])
        elif sign[0] == "*":
            turns = _stars(text, token.start(), token.end(), bold, italic)
            if turns is None:
                buffer.append(sign)
                continue
            close()
            bold, italic = turns
        elif token[3]:
            close()
            on = not token[2]
            if token[3] == "sup":
                raised = on
            elif token[3] in _BOLD:
                bold = on
            elif token[3] in _ITALIC:
                italic = on
        elif token[4]:
            buffer.append(token[4])
        elif token[5]:
            close()
            made.extend(
                Span(s.text, None, bold or s.bold, italic or s.italic, raised or s.raised) for s in spans(token[5])
            )
        elif mark := token[6] or token[7] or (token[8] if not _UNIT.search(text[: token.start()]) else None):
            close()
            made.append(Span(mark.translate(_DIGITS), None, bold, italic, True))
        elif token[8]:
            buffer.append(sign)
        elif sign[0] == "&":
            buffer.append(html.unescape(sign).replace("\xa0", " "))
        elif sign[1:3].lower() == "br":
            buffer.append(" ")
    buffer.append(text[at:])
    close()
    return tuple(span for span in made if span.text) or (Span(""),)


def _stars(text: str, start: int, end: int, bold: bool, italic: bool) -> tuple[bool, bool] | None:
    """Bold and italic after one, two or three asterisks; None where they are just asterisks."""
    count = end - start
    flips_bold, flips_italic = count >= 2, count != 2
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    closes = (not flips_bold or bold) and (not flips_italic or italic) and not before.isspace()
    opens = (
        (not flips_bold or not bold)
        and (not flips_italic or not italic)
        and not after.isspace()
        and (count > 1 or not before.isalnum())
        and text.find("*" * count, end) > 0
    )
    if closes or opens:
        return bold != flips_bold, italic != flips_italic
    return None
