"""What pandoc understood of a file: its headings, notes, tables and links as plain texts."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class Read:
    """A file as pandoc reads it."""

    def __init__(self, program: str, path: Path, kind: str) -> None:
        done = subprocess.run(
            [program, "--from", kind, "--to", "json", str(path)], capture_output=True, check=True, timeout=120
        )
        self.tree = json.loads(done.stdout)

    def _all(self, kind: str) -> Iterator[Any]:
        return _found(kind, self.tree["blocks"])

    @property
    def headings(self) -> list[tuple[int, str]]:
        return [(level, text(inlines)) for level, _attributes, inlines in self._all("Header")]

    @property
    def notes(self) -> list[str]:
        return [text(blocks) for blocks in self._all("Note")]

    @property
    def links(self) -> list[tuple[str, str]]:
        return [(text(inlines), target[0]) for _attributes, inlines, target in self._all("Link")]

    @property
    def tables(self) -> list[list[list[str]]]:
        return [_rows(c) for c in self._all("Table")]

    @property
    def words(self) -> str:
        return text(self.tree["blocks"])


def _found(kind: str, node: Any) -> Iterator[Any]:
    if isinstance(node, dict):
        if node.get("t") == kind:
            yield node["c"]
        node = node.get("c")
    if isinstance(node, list):
        for one in node:
            yield from _found(kind, one)


def _rows(table: Any) -> list[list[str]]:
    _attributes, _caption, _columns, head, bodies, _foot = table
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3]))]
    return [[text(cell[4]) for cell in row[1]] for row in rows]


def text(node: Any) -> str:
    """The words of a piece of the tree, notes left out, blanks made one."""
    return " ".join("".join(_pieces(node)).split())


_BLOCKS = ("Para", "Plain", "Header", "BlockQuote", "BulletList", "Table", "Div")


def _pieces(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _pieces(one)
    if not isinstance(node, dict):
        return
    kind, content = node.get("t"), node.get("c")
    match kind:
        case "Str" | "Code":
            yield content if isinstance(content, str) else content[1]
        case "Space" | "SoftBreak" | "LineBreak" | "RawInline":
            yield " "
        case "Note" | "RawBlock":
            return
        case "Table":
            yield from (f" {cell} " for row in _rows(content) for cell in row)
        case "Span" | "Link" | "Div" | "Quoted":
            yield from _pieces(content[1])
        case "Header":
            yield from _pieces(content[2])
        case _:
            yield from _pieces(content)
    if kind in _BLOCKS:
        yield " "
