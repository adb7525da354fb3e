"""Adds entries to one's own layer: the entry's lines are spliced in, comments and order of the rest stay as they are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec
from yaml.nodes import MappingNode, Node, ScalarNode

from briefer import files, yamlfile, yamltext
from briefer.errors import BrieferError, Fault, UsageError
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Fact, Paper, Papers, Position, Question, Topic
from briefer.text import slug

T = TypeVar("T", bound="Fact | Position | Question | Paper | Topic")
_INLINE = frozenset({"source"})
_LISTS: dict[type, str] = {Fact: "facts", Position: "positions", Question: "questions", Paper: "papers"}


def validated(kind: type[T], data: dict[str, Any]) -> T:
    """An entry out of text values; raises UsageError with every fault in one line."""
    text = yamltext.block({k: v for k, v in data.items() if v not in (None, "", [], {})}, inline=_INLINE)
    loaded = yamlfile.load(text or "{}", "", kind)
    if loaded.faults:
        raise UsageError("; ".join(dict.fromkeys(_said(f) for f in loaded.faults)))
    return cast(T, loaded.value)


def _said(fault: Fault) -> str:
    return fault.message.replace(" in this file", "").replace(" of this file", "")


def entry_id(text: str, taken: set[str]) -> str:
    """An id for a new entry out of its first words."""
    base = slug(" ".join(text.split()[:7]), 48)
    number, name = 2, base
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name


def add_entry(folder: Path, topic: str, entry: Fact | Position | Question, base: Knowledge) -> Path:
    """Write a fact, position or question into the topic's file of the layer at ``folder``; returns the file.

    Raises BrieferError where the id is taken in that layer, or where the file there has faults.
    """
    path = _topic_file(folder, topic)
    if not path.exists():
        head = {"topic": topic}
        if topic not in base.topics:
            head["title"] = topic.replace("-", " ").capitalize()
        text = yamltext.block({**head, _LISTS[type(entry)]: [_data(entry)]}, inline=_INLINE)
        _write(path, text, Topic, expected=files.NEW)
        return path
    _splice_into(path, _LISTS[type(entry)], _data(entry), Topic)
    return path


def add_topic(folder: Path, topic: Topic) -> Path:
    """Write a new topic's file; raises BrieferError where the layer has one of this name."""
    path = _topic_file(folder, topic.topic)
    if path.exists():
        raise BrieferError(f"The topic “{topic.topic}” has a file already", where=str(path), todo="Edit that one")
    _write(path, yamltext.block(_data(topic)), Topic, expected=files.NEW)
    return path


def add_paper(folder: Path, paper: Paper) -> Path:
    """Write a paper into the layer's ``papers.yaml``; raises BrieferError where its id is taken there."""
    path = folder / "papers.yaml"
    if not path.exists():
        _write(path, yamltext.block({"papers": [_data(paper)]}), Papers, expected=files.NEW)
    else:
        _splice_into(path, "papers", _data(paper), Papers)
    return path


def _topic_file(folder: Path, topic: str) -> Path:
    split = folder / "topics" / topic
    return split / f"{topic}.yaml" if split.is_dir() else folder / "topics" / f"{topic}.yaml"


def _data(value: Fact | Position | Question | Paper | Topic) -> dict[str, Any]:
    data: dict[str, Any] = msgspec.to_builtins(value)
    order = [f.encode_name for f in msgspec.structs.fields(type(value))]
    first = [k for k in ("topic", "id", "actor", "stance", "number", "title", "text") if k in order]
    return {k: data[k] for k in dict.fromkeys((*first, *order)) if k in data}


def _write(path: Path, text: str, kind: type, *, expected: files.Stamp) -> None:
    loaded = yamlfile.load(text, path.name, kind)
    if loaded.faults:
        raise yamlfile.first_fault(loaded.faults)
    files.write(path, text, expected=expected)


def _splice_into(path: Path, key: str, data: dict[str, Any], kind: type) -> None:
    """Put a member at the end of a list of a file; everything else stays byte for byte."""
    stamp = files.Stamp.of(path)
    try:
        text = yamlfile.read_text(path, path.name)
        root = yamlfile.compose(text, path.name)
    except yamlfile.Refused as refused:
        raise yamlfile.first_fault(refused.faults) from None
    before = yamlfile.load(text, path.name, kind)
    if before.faults:
        raise yamlfile.first_fault(before.faults)
    if any(getattr(member, "id", None) == data["id"] for member in getattr(before.value, key)):
        raise BrieferError(f"The id “{data['id']}” is taken in this file", where=str(path), todo="Choose another id")
    mark = "\ufeff" if path.read_bytes().startswith(b"\xef\xbb\xbf") else ""
    _write(path, mark + _with_member(text, root, key, data), kind, expected=stamp or files.NEW)


def _with_member(text: str, root: Node | None, key: str, data: dict[str, Any]) -> str:
    """The text with one more member in a list, its lines ended as the text's own are."""
    ending = "\r\n" if "\r\n" in text else "\n"
    text = text if text.endswith("\n") else text + ending
    start, end, added = _addition(text, root, key, data)
    return text[:start] + added.replace("\n", ending) + text[end:]


def _addition(text: str, root: Node | None, key: str, data: dict[str, Any]) -> tuple[int, int, str]:
    """From where to where the text changes, and what then stands there."""
    found = None
    if isinstance(root, MappingNode):
        found = next(((k, v) for k, v in root.value if k.value == key), None)
    if found is None:
        return len(text), len(text), yamltext.block({key: [data]}, inline=_INLINE)
    name, members = found
    if not members.value:  # ``facts: []``
        return (
            name.start_mark.index, members.end_mark.index, yamltext.block({key: [data]}, inline=_INLINE).rstrip("\n")
        )  # fmt: skip
    if members.flow_style:
        end = members.value[-1].end_mark.index
        return end, end, f",\n  {yamltext.flow(data)}"
    indent = members.start_mark.column
    end = _end_of(text, members.value[-1])
    lines = yamltext.block({key: [data]}, indent=indent - 2, inline=_INLINE) if indent >= 2 else _flush(key, data)
    return end, end, lines.split("\n", 1)[1]


def _flush(key: str, data: dict[str, Any]) -> str:
    """The member where the list's dashes stand in the first column."""
    shifted = yamltext.block({key: [data]}, inline=_INLINE).split("\n")
    return "\n".join([shifted[0], *(line[2:] for line in shifted[1:])])


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


def paper_id(number: str) -> str | None:
    """The id that follows from a paper's number, or None: ``9375/25`` gives ``st-9375-2025``.

    Forms: ``15299/1/21 REV 1``, ``COM(2020) 605 final``, ``EEAS(2022) 1466``, ``Regulation (EU) 2019/1896``.
    """
    text = " ".join(number.split())
    if m := re.fullmatch(r"(\d{3,6})(?:/\d{1,2})?/(\d{2})((?: (?:REV|ADD|COR|DCL|EXT|AMD) ?\d*)*)", text):
        suffix = "".join(f"-{part.lower()}" for part in m[3].split())
        return f"st-{int(m[1])}-20{m[2]}{suffix}"
    if m := re.match(r"(COM|JOIN|SWD|SEC|EEAS) ?\((\d{4})\) ?(\d+)(?: (REV) ?(\d+))?", text, re.IGNORECASE):
        return f"{m[1].lower()}-{m[2]}-{m[3]}" + (f"-rev-{m[5]}" if m[4] else "")
    if m := re.match(r"(Regulation|Directive|Decision) (?:\(\w+\) )?(?:No )?(\d{4})/(\d+)", text, re.IGNORECASE):
        return f"{m[1][:3].lower()}-{m[2]}-{m[3]}"
    return None
