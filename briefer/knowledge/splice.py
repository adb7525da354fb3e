"""YAML texts with one member added or changed: only its own lines are other than before, the rest stays byte for byte."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode

from briefer import yamltext
from briefer.yamlnodes import plain

#: Keys whose value stands on one line.
INLINE = frozenset({"source"})
#: Texts that are longer are folded.
WIDTH = 112


def with_member(text: str, root: Node | None, key: str, data: dict[str, Any]) -> str:
    """The text with one more member in a list, its lines ended as the text's own are."""
    ending = _ending(text)
    text = text if text.endswith("\n") else text + ending
    start, end, added = _addition(text, root, key, data)
    return text[:start] + added.replace("\n", ending) + text[end:]


def _ending(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _addition(text: str, root: Node | None, key: str, data: dict[str, Any]) -> tuple[int, int, str]:
    """From where to where the text changes, and what then stands there."""
    found = None
    if isinstance(root, MappingNode):
        found = next(((k, v) for k, v in root.value if k.value == key), None)
    if found is None:
        return len(text), len(text), yamltext.block({key: [data]}, inline=INLINE, width=WIDTH)
    name, members = found
    if not members.value:  # ``facts: []``
        return (
            name.start_mark.index, members.end_mark.index, yamltext.block({key: [data]}, inline=INLINE, width=WIDTH).rstrip("\n")
        )  # fmt: skip
    if members.flow_style:
        end = members.value[-1].end_mark.index
        return end, end, f",\n  {yamltext.flow(data)}"
    indent = members.start_mark.column
    end = _end_of(text, members.value[-1])
    lines = (
        yamltext.block({key: [data]}, indent=indent - 2, inline=INLINE, width=WIDTH)
        if indent >= 2
        else _flush(key, data)
    )
    return end, end, lines.split("\n", 1)[1]


def _flush(key: str, data: dict[str, Any]) -> str:
    """The member where the list's dashes stand in the first column."""
    shifted = yamltext.block({key: [data]}, inline=INLINE, width=WIDTH).split("\n")
    return "\n".join([shifted[0], *(line[2:] for line in shifted[1:])])


def with_changed(text: str, member: MappingNode, data: Mapping[str, Any], *, whole: bool = False) -> str:
    """The text with a member of a list saying ``data``: keys that say the same already keep their lines as they are.

    ``whole`` writes all of the member's lines anew.
    """
    if member.flow_style:
        return _spliced(text, [(member.start_mark.index, member.end_mark.index, yamltext.flow(_ordered(member, data)))])
    edits = None if whole else _edits(text, member, data, _end_of(text, member.value[-1][1]))
    if edits is None:
        column, start = member.start_mark.column, member.start_mark.index
        lines = yamltext.block(_ordered(member, data), indent=column, inline=INLINE, width=WIDTH)[column:]
        edits = [(start, _end_of(text, member), lines)]
    return _spliced(text, edits)


def without_member(text: str, root: MappingNode, key: str, place: int) -> str:
    """The text without the member at a place of a list, its own lines gone; with the last one the list's key goes too."""
    name, members = next((k, v) for k, v in root.value if k.value == key)
    inner = members.value
    if len(inner) == 1:
        if root.flow_style:
            return _spliced(text, [(members.start_mark.index, members.end_mark.index, "[]")])
        return _spliced(text, [(name.start_mark.index, _end_of(text, members), "")])
    if members.flow_style:
        start = inner[place].start_mark.index if place == 0 else inner[place - 1].end_mark.index
        end = inner[1].start_mark.index if place == 0 else inner[place].end_mark.index
        return _spliced(text, [(start, end, "")])
    start = text.rfind("\n", 0, inner[place].start_mark.index) + 1
    return _spliced(text, [(start, _end_of(text, inner[place]), "")])


def with_head(text: str, root: MappingNode, data: Mapping[str, Any], keys: Sequence[str]) -> str | None:
    """The text with some keys at the top of a file saying ``data``; None where the file is written in brackets.

    ``keys`` are those meant, in their order: new ones are put behind the last of them, others are not touched.
    """
    if root.flow_style:
        return None
    there = [(k, v) for k, v in root.value if k.value in keys]
    at = _end_of(text, there[-1][1]) if there else 0
    rest = {k.value: plain(v) for k, v in root.value if k.value not in keys}
    edits = _edits(text, root, {**rest, **data}, at)
    return None if edits is None else _spliced(text, edits)


_Edit = tuple[int, int, str]


def _edits(text: str, node: MappingNode, data: Mapping[str, Any], end: int) -> list[_Edit] | None:
    """What makes a block mapping say ``data``, new keys at ``end``; None where a list's dash would go with a key."""
    column = node.start_mark.column
    edits: list[_Edit] = []
    for number, (key, value) in enumerate(node.value):
        start, stop = key.start_mark.index, _end_of(text, value)
        if key.value not in data:
            if number == 0 and column:  # a dash stands before it
                return None
            edits.append((start - column, stop, ""))
        elif data[key.value] != plain(value):
            said = text[value.end_mark.index : stop].strip()  # a comment behind it keeps it on its line
            width = 0 if said and _one_line(value) else WIDTH
            lines = yamltext.block({key.value: data[key.value]}, indent=column, inline=INLINE, width=width)[column:]
            if "\n" not in lines.rstrip("\n") and _one_line(value):
                # What stands behind the value on its line, a comment perhaps, is kept.
                shown = lines.rstrip("\n")[len(lines.partition(": ")[0]) + 2 :]
                edits.append((value.start_mark.index, value.end_mark.index, shown))
            else:
                edits.append((start, stop, lines))
    there = {k.value for k, _ in node.value}
    added = {k: v for k, v in data.items() if k not in there}
    if added:
        edits.append((end, end, yamltext.block(added, indent=column, inline=INLINE, width=WIDTH)))
    return edits


def _one_line(value: Node) -> bool:
    if value.start_mark.line != value.end_mark.line:
        return False
    return value.style not in ("|", ">") if isinstance(value, ScalarNode) else bool(getattr(value, "flow_style", False))


def _spliced(text: str, edits: Sequence[_Edit]) -> str:
    ending = _ending(text)
    for start, end, lines in sorted(edits, reverse=True):
        added = lines.replace("\n", ending)
        if end == len(text) and not text.endswith("\n") and added.endswith(ending):
            # The file's last line is not ended; what is put behind it stays so.
            added = (ending if start == end and start else "") + added.removesuffix(ending)
        text = text[:start] + added + text[end:]
    return text


def _ordered(member: MappingNode, data: Mapping[str, Any]) -> dict[str, Any]:
    first = [k.value for k, _ in member.value if k.value in data]
    return {k: data[k] for k in dict.fromkeys((*first, *data))}


def _end_of(text: str, node: Node) -> int:
    """The start of the line after a node's last own line (the parser counts blank lines and comments to it)."""
    while not isinstance(node, ScalarNode) and node.value:
        last = node.value[-1]
        inner = last[1] if isinstance(last, tuple) else last
        if getattr(node, "flow_style", False):
            break
        node = inner
    stop = node.end_mark.index
    piece = text[node.start_mark.index : stop]
    stop -= len(piece) - len(piece.rstrip())
    newline = text.find("\n", stop)
    return len(text) if newline < 0 else newline + 1
