"""YAML text → nodes whose scalars are all text: the C parser's speed, every refusal with its line and column."""

from __future__ import annotations

import re
from itertools import accumulate
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from briefer.errors import BrieferError, Fault, Place

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]
except ImportError:  # a PyYAML built without libyaml reads the same, only slower
    from yaml.composer import Composer
    from yaml.parser import Parser as _PureParser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class _Parser(Reader, Scanner, _PureParser, Composer):  # type: ignore[no-redef]
        def __init__(self, stream: str) -> None:
            Reader.__init__(self, stream)
            Scanner.__init__(self)
            _PureParser.__init__(self)
            Composer.__init__(self)


_STR, _SEQ, _MAP = "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"
_TAGS = {ScalarNode: _STR, SequenceNode: _SEQ, MappingNode: _MAP}
#: Deeper than any file of ours; the C parser recurses without asking how much stack is left.
_DEEPEST = 100
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}
_BRACKET = re.compile(r"[\[\]{}]")
#: What may be an anchor, an alias or a tag; and what may be nested deeply without brackets.
_MARKED = re.compile(r"[&*!](?<![^\s\[{,:-].)[^\s*]")
_STEEP = (" " * 80, "- " * 20, "? " * 20, "- ? " * 10)
_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Composer(_Parser):
    """The parser without implicit types: every scalar is a string."""

    def resolve(self, kind: type[Node], value: Any, implicit: Any) -> str:
        return _TAGS[kind]

    def descend_resolver(self, parent: Any, index: Any) -> None: ...

    def ascend_resolver(self) -> None: ...

    def check_resolver_prefix(self, *_: Any) -> bool:
        return False


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
    deepest = max(accumulate(map(_STEPS.__getitem__, _BRACKET.findall(text))), default=0)
    if deepest > 20 or any(steep in text for steep in _STEEP) or _MARKED.search(text):
        _refuse_unusual(text, name)
    try:
        node: Node | None = _Composer(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise Refused([Fault(name, line, column, "error", "yaml", _in_plain_words(error, text, line))]) from None
    except yaml.YAMLError as error:
        raise Refused([_unreadable(text, name, error)]) from None
    return node


def _unreadable(text: str, name: str, error: yaml.YAMLError) -> Fault:
    """The fault for a character that YAML does not allow; the parser itself counts in bytes."""
    if (found := _UNREADABLE.search(text)) is None:
        return Fault(name, 0, 0, "error", "yaml", f"This is not readable as YAML ({one_line(str(error))})")
    line, column = text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
    message = f"A control character (U+{ord(found[0]):04X}) stands here; remove it"
    return Fault(name, line, column, "error", "yaml", message)


def one_line(text: str) -> str:
    """A message of another library on one line, cut where it is very long."""
    return " ".join(text.split())[:160]


#: How the parser puts it that a text begins with a sign of YAML's own.
_SIGN_FIRST = (
    "cannot start any token", "expected alphabetic or numeric", "entries are not allowed", "keys are not allowed",
    "expected comment or line break", "expected node content",
)  # fmt: skip


def _in_plain_words(error: yaml.MarkedYAMLError, text: str, line: int) -> str:
    problem = one_line(error.problem or "")
    at = text.split("\n")[line - 1] if 0 < line <= text.count("\n") + 1 else ""
    if "\t" in at and ("cannot start any token" in problem or "tab" in problem):
        return "A tab stands here; YAML is indented with spaces"
    begin = next((m for m in (error.context_mark, error.problem_mark) if m and m.line == line - 1), None)
    if begin and any(words in problem for words in _SIGN_FIRST) and (sign := at[begin.column :][:1]).strip():
        return f"A text that begins with “{sign}” needs quotation marks"
    if "mapping values are not allowed" in problem:
        return 'A ": " within a text needs quotation marks around the whole text'
    if "single document" in problem or "another document" in problem:
        return "A second document (---) begins here; one file holds one"
    hint = "check indentation, quotation marks and brackets on this line and the one above"
    return f"This is not YAML ({problem}); {hint}"


def _refuse_unusual(text: str, name: str) -> None:
    """Raise Refused for anchors, aliases, tags and too deep nesting, all of which are legal YAML and none ours."""
    parser, depth = _Composer(text), 0
    try:
        while parser.check_event():
            event: Any = parser.get_event()
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if anchor := getattr(event, "anchor", None):
                sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
                code, what = "alias", f"“{sign}{anchor}” is an anchor or alias of YAML, which are not used here"
            elif tag := getattr(event, "tag", None):
                shown = one_line(tag).replace("tag:yaml.org,2002:", "!!")
                code, what = "tag", f"“{shown}” is a tag of YAML, which are not used here"
            elif depth > _DEEPEST:
                code, what = "nesting", "This is nested too deeply"
            else:
                continue
            todo = "no file of briefer's is" if code == "nesting" else "write the text out, in quotation marks"
            mark = event.start_mark
            raise Refused([Fault(name, mark.line + 1, mark.column + 1, "error", code, f"{what}; {todo}")])
    except yaml.YAMLError:
        return  # composing meets the same error and tells of it


class Duplicate(Exception):
    """A key given twice, or one that is not a text."""


def plain(node: Node) -> Any:
    """The node as dicts, lists and strings; raises on a key given twice or a key that is not a text."""
    kind = type(node)
    if kind is ScalarNode:
        return node.value
    if kind is SequenceNode:
        return [n.value if type(n) is ScalarNode else plain(n) for n in node.value]
    data = {}
    for key, value in node.value:
        if type(key) is not ScalarNode:
            raise Duplicate
        data[key.value] = value.value if type(value) is ScalarNode else plain(value)
    if len(data) != len(node.value):
        raise Duplicate
    return data


def at(node: Node | None, *path: str | int) -> Node | None:
    """The node under a path of keys and positions, as far as the path goes; for the places of findings."""
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
