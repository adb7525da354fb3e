"""Data as YAML text in the one style of our files: what ``briefer`` writes, a person can go on editing by hand."""

from __future__ import annotations

import re
from typing import Any

_PLAIN = re.compile(r"[A-Za-z0-9À-ɏ](?:[^\s:#\"'\[\]{},&*!|>%@`\x7f-\x9f]|(?<=[^\s]) (?=[^\s#])|:(?=[^\s]))*\Z")
_ODD = {"", "null", "~", "true", "false", "yes", "no", "on", "off", "y", "n"}


def scalar(text: str, *, flow: bool = False, indent: int = 0) -> str:
    """One value as it is written in our files: plain where it can be, quoted where it must, a literal block for lines.

    ``indent`` is the column that a literal block's lines begin at, counted in spaces.
    """
    if "\n" in text and not flow and _literal_holds(text):
        keep = "+" if text.endswith("\n\n") else "" if text.endswith("\n") else "-"
        pad = " " * indent
        lines = "\n".join(pad + line if line else "" for line in text.rstrip("\n").split("\n"))
        return f"|{keep}\n{lines}" + "\n" * max(0, len(text) - len(text.rstrip("\n")) - 1)
    # Other tools read these words and look-alike numbers as something else: quoted, so that they cannot.
    if _PLAIN.match(text) and text.isprintable() and text.lower() not in _ODD:
        return text
    return _double(text)


def _literal_holds(text: str) -> bool:
    lines = text.split("\n")
    first = next((line for line in lines if line), "")
    printable = all(
        c == "\n" or c == "\t" or c.isprintable() or c in "\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f" for c in text
    )
    return bool(text.strip()) and not first.startswith((" ", "\t")) and printable and "\x85" not in text


def _double(text: str) -> str:
    out = []
    for c in text:
        if c in '\\"':
            out.append("\\" + c)
        elif c == "\n":
            out.append("\\n")
        elif c == "\t":
            out.append("\\t")
        elif c.isprintable() or c == "\u00a0":
            out.append(c)
        else:
            code = ord(c)
            out.append(f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}")
    return '"' + "".join(out) + '"'


def _key(text: str) -> str:
    """A key, plain where it can be: a person may choose one too, such as an acronym."""
    return text if _PLAIN.match(text) and text.isprintable() else _double(text)


def flow(data: Any) -> str:
    """Dicts and lists of scalars on one line: ``{paper: st-9375-2025, at: "The Way Forward"}``."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{_key(k)}: {flow(v)}" for k, v in data.items()) + "}"
    if isinstance(data, list | tuple):
        return "[" + ", ".join(flow(v) for v in data) + "]"
    if isinstance(data, bool):
        return "true" if data else "false"
    return scalar(str(data), flow=True)


def block(data: dict[str, Any], indent: int = 0, inline: frozenset[str] = frozenset(), width: int = 0) -> str:
    """A dict as YAML lines; keys named in ``inline``, and lists of scalars, stand on one line.

    With a ``width`` texts that are longer are folded (``>-``) into lines of at most so many characters.
    """
    pad = " " * indent
    out: list[str] = []
    for key, value in data.items():
        if value is None:
            continue
        key = _key(key)
        if isinstance(value, dict) and key not in inline and value:
            out.append(f"{pad}{key}:\n{block(value, indent + 2, inline, width)}")
        elif isinstance(value, list | tuple) and value and all(isinstance(v, dict) for v in value):
            members = (_member(v, indent + 2, key in inline, inline, width) for v in value)
            out.append(f"{pad}{key}:\n{''.join(members)}")
        elif isinstance(value, str) and width and indent + len(key) + 2 + len(value) > width and _folds(value):
            out.append(f"{pad}{key}: >-\n{_folded(value, indent + 2, width)}")
        elif isinstance(value, str):
            out.append(f"{pad}{key}: {scalar(value, indent=indent + 2)}\n")
        else:
            out.append(f"{pad}{key}: {flow(value)}\n")
    return "".join(out)


def _folds(text: str) -> bool:
    """Whether a text comes back from folded lines as it was: single spaces within, none around, no lines of its own."""
    return text == " ".join(text.split()) and text.isprintable()


def _folded(text: str, indent: int, width: int) -> str:
    lines: list[str] = []
    for word in text.split(" "):
        if lines and indent + len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "".join(f"{' ' * indent}{line}\n" for line in lines)


def _member(data: dict[str, Any], indent: int, one_line: bool, inline: frozenset[str], width: int) -> str:
    pad = " " * indent
    if one_line:
        return f"{pad}- {flow(data)}\n"
    text = block(data, indent + 2, inline, width)
    return f"{pad}- {text[indent + 2 :]}"
