"""The nodes of a YAML file: its text, their data, and the places that faults are told at.

The parser takes time to import and most files are read without it (``yamllines``): nothing here imports it by itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefer.errors import BrieferError, Fault, Place

if TYPE_CHECKING:
    from yaml.nodes import Node


class Refused(BrieferError):
    """A file that cannot be read at all; carries its faults."""

    def __init__(self, faults: list[Fault]) -> None:
        first = faults[0]
        super().__init__(first.message, where=Place(first.file, first.line, first.column), code=first.code)
        self.faults = faults


def read_text(path: Path, name: str) -> str:
    """The text of a file, UTF-8 with or without byte-order mark; raises Refused with the place of the first bad byte."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Refused(
            [Fault(name, 0, 0, "error", "unreadable", f"This file cannot be read ({reason(error)})")]
        ) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        message = "This is not UTF-8 text; save the file with the encoding UTF-8"
        raise Refused([Fault(name, line, column, "error", "encoding", message)]) from None


def reason(error: OSError) -> str:
    """What the operating system says, as a phrase within a sentence."""
    text = error.strerror or type(error).__name__
    return text[0].lower() + text[1:]


def compose(text: str, name: str) -> Node | None:
    """The node tree of a YAML text; None where it is empty. Raises Refused with line and column."""
    from briefer.yamlparser import compose

    return compose(text, name)


def one_line(text: str) -> str:
    """A message of another library on one line, cut where it is very long."""
    return " ".join(text.split())[:160]


class Duplicate(Exception):
    """A key given twice, or one that is not a text."""


def plain(node: Node) -> Any:
    """The node as dicts, lists and strings; raises on a key given twice or a key that is not a text."""
    kind = node.id  # type: ignore[attr-defined]  # every kind of node has one
    if kind == "scalar":
        return node.value
    if kind == "sequence":
        return [n.value if n.id == "scalar" else plain(n) for n in node.value]
    data = {}
    for key, value in node.value:
        if key.id != "scalar":
            raise Duplicate
        data[key.value] = value.value if value.id == "scalar" else plain(value)
    if len(data) != len(node.value):
        raise Duplicate
    return data


def at(node: Node | None, *path: str | int) -> Node | None:
    """The node under a path of keys and positions, as far as the path goes; for the places of findings."""
    if node is None:
        return None
    from yaml.nodes import MappingNode, SequenceNode

    for step in path:
        if isinstance(node, MappingNode) and isinstance(step, str):
            found = next((v for k, v in node.value if k.value == step), None)
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            found = node.value[step]
        else:
            found = None
        if found is None:
            return node
        node = found
    return node


def fault_at(node: Node | None, name: str, severity: str, code: str, message: str) -> Fault:
    """A fault at the place of a node."""
    if node is None:
        return Fault(name, 0, 0, severity, code, message)
    return Fault(name, node.start_mark.line + 1, node.start_mark.column + 1, severity, code, message)
