"""Letters as files hold them made letters as people read them: ligatures, bullets of symbol fonts, raised digits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from briefer.papers.lines import Span

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_DIGITS = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_AREA = re.compile(r"(?:^|[^A-Za-z])(?:[kcm]?m|CO)$")
#: What Symbol and Wingdings show for bullets, at the places that Word writes them to.
_SYMBOLS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0E0: "→", 0xF02D: "–", 0xF06F: "o", 0xF0A8: "▪", 0xF076: "❖",
    0xF0B0: "°", 0xF0B3: "≥", 0xF0A3: "≤", 0xF06E: "■", 0xF071: "□", 0xF0DE: "⇒", 0xF0AE: "→",
}  # fmt: skip
_TABLE: dict[int, str | None] = {
    **dict.fromkeys(range(0x20)),
    **dict.fromkeys(range(0x7F, 0xA0)),
    **dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x2060, 0xFEFF, 0xFFFF)),
    **dict.fromkeys(range(0x202A, 0x202F)),
    **{0xF000 + code: chr(code) for code in range(0x20, 0x7F)},
    **_SYMBOLS,
    0x09: "\t", 0x0A: " ", 0x0D: " ", 0x0B: " ", 0x0C: " ", 0x85: " ", 0xA0: " ", 0x202F: " ", 0x2007: " ", 0x2011: "-",
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
    # pdfium's signs for a hyphen at the end of a line.
    0x02: "-", 0xFFFE: "-",
}  # fmt: skip
_PLAIN = re.compile(r"[ -~À-ɏ‐–—‘’“”…•€]*")


def printed(text: str) -> str:
    """A text with what nobody sees taken out, soft hyphens too."""
    if _PLAIN.fullmatch(text):
        return text
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.translate(_TABLE)


def with_raised(span: Span) -> list[Span]:
    """The span, its raised digits (``¹``) made digits in spans of their own; units keep theirs (``km²``)."""
    if span.raised or _RAISED_DIGITS.search(span.text) is None:
        return [span]
    out: list[Span] = []
    for part in _RAISED_DIGITS.split(span.text):
        if not part:
            continue
        if _RAISED_DIGITS.fullmatch(part) and not (out and _AREA.search(out[-1].text)):
            out.append(span._replace(text=part.translate(_RAISED), raised=True))
        elif out and not out[-1].raised:
            out[-1] = out[-1]._replace(text=out[-1].text + part)
        else:
            out.append(span._replace(text=part))
    return out


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Neighbours of one type as one span, empty ones left out."""
    found = []
    for look, same in groupby((span for span in spans if span.text), key=lambda span: span[1:]):
        found.append(Span("".join(span.text for span in same), *look))
    return tuple(found)
