"""YAML in the plain form that briefer itself writes → data, line by line, without the time that all of YAML takes.

What is read here means the same to every reader of YAML: keys indented by two, texts on one line or in a literal block,
brackets that close on their line. Of anything else nothing is read: it is left to the parser, which also says what is
wrong with it and where. As there, every scalar is the text that it is.
"""

from __future__ import annotations

import re
from typing import Any

#: What the parser refuses, or takes for the end of a line or for something to skip.
_UNFIT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_ASCII = bytes([10, *range(32, 127)])
_KEY = re.compile(r"([A-Za-z][\w-]{0,60}(?: [\w-]{1,60}){0,8}):(?: (.+))?")
_QUOTED = r'"([^"\\]*)"'
_IN_BRACKETS = r"""[^\s,\[\]{}:#?"'&*!|>%@`-][^,\[\]{}:#?"']*(?::(?=[\w/])[^,\[\]{}:#?"']*)*(?<! )"""
_ENDS = r"(?:, (?=.)|\Z)"
# What does not belong is caught by the last group, so that nothing is passed over.
_PAIRS = re.compile(
    rf"""([A-Za-z][\w-]*): (?:{_QUOTED}|({_IN_BRACKETS})|(\{{[^{{}}\[\]]*\}}|\[[^{{}}\[\]]*\])){_ENDS}|(.)"""
)
_MEMBERS = re.compile(rf"(?:{_QUOTED}|({_IN_BRACKETS})){_ENDS}|(.)")
_ESCAPE = re.compile(r'\\(?:([\\"nt])|x([0-9a-f]{2})|u([0-9a-f]{4}))?')
_MEANT = {"\\": "\\", '"': '"', "n": "\n", "t": "\t"}
#: With what no plain text begins, or only where more is known of what follows.
_SIGNS = frozenset(["", *"-?:,[]{}#&*!|>'\"%@` "])
#: Deeper than any file of ours.
_DEEPEST = 24


class _Otherwise(Exception):
    """The text is not in the plain form."""


def read(text: str) -> dict[str, Any] | None:
    """The data of a YAML text in the plain form; None for any other text, sound or not."""
    if not text.endswith("\n") or not _is_fit(text):
        return None
    lines = _Lines(text.split("\n"))
    try:
        data = lines.mapping(0)
    except _Otherwise:
        return None
    return data if data and lines.peek() is None else None


def _is_fit(text: str) -> bool:
    """Whether all characters are such as stand for themselves; most files hold no others, and many only ASCII."""
    if text.isascii():
        return not text.encode().translate(None, _ASCII)
    return _UNFIT.search(text) is None


class _Lines:
    """The lines of a text, and how many of them are read."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._at = 0

    def peek(self) -> str | None:
        """The next line that is neither empty nor a comment."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line and ("#" not in line or line.lstrip(" ")[0] != "#"):
                return line
            self._at += 1
        return None

    def mapping(self, column: int, found: re.Match[str] | None = None) -> dict[str, Any]:
        """The keys that begin at a column, as far as they go; the first may be found already."""
        data: dict[str, Any] = {}
        pad, count = " " * column, 0
        while found or (found := self._key(column, pad)):
            self._at += 1
            key, value = found.groups()
            data[key] = self._below(column + 2) if value is None else self._value(value, column + 2)
            found, count = None, count + 1
        if len(data) != count:
            raise _Otherwise
        return data

    def _key(self, column: int, pad: str) -> re.Match[str] | None:
        """The key that begins at a column; None where the mapping ends before it."""
        line = self.peek()
        if line is None or not line.startswith(pad):
            return None
        if (found := _KEY.fullmatch(line, column)) is None:
            raise _Otherwise
        return found

    def _below(self, column: int) -> Any:
        """What a key holds that has nothing on its line."""
        line = self.peek()
        if column > _DEEPEST or line is None or not line.startswith(" " * column):
            return ""
        return self._sequence(column) if line.startswith("- ", column) else self.mapping(column)

    def _sequence(self, column: int) -> list[Any]:
        """The members whose dashes stand at a column; a mapping's keys stand behind its dash."""
        dash = " " * column + "- "
        members: list[Any] = []
        while (line := self.peek()) is not None and line.startswith(dash):
            if found := _KEY.fullmatch(line, column + 2):
                members.append(self.mapping(column + 2, found))
            else:
                self._at += 1
                members.append(_inline(line[column + 2 :]))
        return members

    def _value(self, value: str, column: int) -> Any:
        return self._literal(value, column) if value[0] == "|" else _inline(value)

    def _literal(self, sign: str, column: int) -> str:
        """The lines of a literal block, which begin at a column."""
        pad, start, lines = " " * column, self._at, self._lines
        at = start
        while at < len(lines) and (not lines[at] or lines[at].startswith(pad)):
            at += 1
        self._at = at
        block = [line[column:] for line in lines[start:at]]
        while block and not block[-1]:
            block.pop()
        first = next(filter(None, block), " ")
        if sign not in ("|", "|-") or first[0] == " " or any(line.isspace() for line in block):
            raise _Otherwise
        return "\n".join(block) + "\n" * (sign == "|")


def _inline(value: str) -> Any:
    """A text, a list or a mapping that stands on one line."""
    match value[:1]:
        case '"':
            return _quoted(value)
        case "{" if value[-1] == "}":
            return _pairs(value[1:-1])
        case "[" if value[-1] == "]":
            return _members(value[1:-1])
        case sign if sign in _SIGNS or value[-1] in ": " or ": " in value or " #" in value:
            raise _Otherwise
    return value


def _quoted(value: str) -> str:
    inner = value[1:-1]
    if len(value) < 2 or value[-1] != '"' or '"' in _ESCAPE.sub("", inner):
        raise _Otherwise
    return _ESCAPE.sub(_unescaped, inner) if "\\" in inner else inner


def _unescaped(found: re.Match[str]) -> str:
    if found[1]:
        return _MEANT[found[1]]
    code = int(found[2] or found[3] or "d800", 16)
    if 0xD800 <= code < 0xE000:  # no letter by itself
        raise _Otherwise
    return chr(code)


def _pairs(inner: str) -> dict[str, Any]:
    found = _PAIRS.findall(inner)
    data: dict[str, Any] = {}
    for key, quoted, plain, below, other in found:
        if other:
            raise _Otherwise
        data[key] = _inline(below) if below else quoted or plain
    if len(data) != len(found):
        raise _Otherwise
    return data


def _members(inner: str) -> list[str]:
    members = []
    for quoted, plain, other in _MEMBERS.findall(inner):
        if other:
            raise _Otherwise
        members.append(quoted or plain)
    return members
