"""YAML files as validated data: quick where the file is sound, exact about line and column where it is not.

Scalars are text until the schema gives them a type, so ``NO`` stays Norway and ``012`` stays ``012``. A file is read
once by the C parser; only one that does not validate is walked a second time, to name every fault in it.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

import msgspec
import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from briefer.dates import is_partial
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


T = TypeVar("T")

_STR, _SEQ, _MAP = "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"
_TAGS = {ScalarNode: _STR, SequenceNode: _SEQ, MappingNode: _MAP}
#: Deeper than any file of ours; the C parser recurses without asking how much stack is left.
_TOO_DEEP = re.compile(r"(?:[\[{][\s,]*){40}|^(?:[-?] ){40}|^ {400}", re.MULTILINE)
_ALIAS = re.compile(r"(?:^|[\s\[{,:-])\*[^\s*]", re.MULTILINE)


class _Composer(_Parser):
    """The parser without implicit types: every scalar is a string."""

    def resolve(self, kind: type[Node], value: Any, implicit: Any) -> str:
        return _TAGS[kind]

    def descend_resolver(self, parent: Any, index: Any) -> None: ...

    def ascend_resolver(self) -> None: ...

    def check_resolver_prefix(self, *_: Any) -> bool:
        return False


@contextmanager
def collector_off() -> Iterator[None]:
    """Python's garbage collector off: it takes two thirds of a large load and finds nothing."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Refused(Exception):
    """A file that cannot be read at all; carries its faults."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(str(faults[0]))
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
    if (deep := _TOO_DEEP.search(text)) is not None:
        line = text.count("\n", 0, deep.start()) + 1
        raise Refused([Fault(name, line, 1, "error", "nesting", "This is nested too deeply; no file of briefer's is")])
    try:
        node: Node | None = _Composer(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise Refused([Fault(name, line, column, "error", "yaml", _in_plain_words(error, text, line))]) from None
    except yaml.YAMLError as error:
        message = f"This is not readable as YAML ({one_line(str(error))}); remove the character or write it out"
        line = text.count("\n", 0, getattr(error, "position", 0) or 0) + 1
        raise Refused([Fault(name, line, 1, "error", "yaml", message)]) from None
    if node is not None and "*" in text and _ALIAS.search(text):
        _refuse_aliases(node, name)
    return node


def one_line(text: str) -> str:
    """A message of another library on one line, cut where it is very long."""
    return " ".join(text.split())[:160]


def _in_plain_words(error: yaml.MarkedYAMLError, text: str, line: int) -> str:
    problem = one_line(error.problem or "")
    at = text.split("\n")[line - 1] if 0 < line <= text.count("\n") + 1 else ""
    if "\t" in at and ("cannot start any token" in problem or "tab" in problem):
        return "A tab stands here; YAML is indented with spaces"
    if "mapping values are not allowed" in problem:
        return 'A ": " within a text needs quotation marks around the whole text'
    if "single document" in problem or "another document" in problem:
        return "A second document (---) begins here; one file holds one"
    hint = "check indentation, quotation marks and brackets on this line and the one above"
    return f"This is not YAML ({problem}); {hint}"


def _refuse_aliases(node: Node, name: str) -> None:
    seen: set[int] = set()
    todo = [node]
    while todo:
        one = todo.pop()
        if id(one) in seen:
            fault = fault_at(
                one,
                name,
                "error",
                "alias",
                "YAML anchors and aliases (&, *) are not used here; write the text out again",
            )
            raise Refused([fault])
        seen.add(id(one))
        if isinstance(one, SequenceNode):
            todo.extend(one.value)
        elif isinstance(one, MappingNode):
            todo.extend(n for pair in one.value for n in pair)


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


class Loaded(NamedTuple):
    """What came of a file: its data as far as it is sound, its faults, its nodes."""

    value: Any
    """An instance of the type asked for, or None."""
    faults: list[Fault]


def load(text: str, name: str, kind: type[T], extra: Callable[[T, Node, str], list[Fault]] | None = None) -> Loaded:
    """A YAML text as an instance of ``kind``, a frozen msgspec Struct.

    Where it has faults, the value holds what is sound (faulty members of the lists at the top level are left out) and
    the faults name every place. ``extra`` adds checks of its own on a value that validated.
    """
    from briefer import yamlwalk

    try:
        node = compose(text, name)
    except Refused as refused:
        return Loaded(None, refused.faults)
    if node is None:
        return Loaded(None, [Fault(name, 1, 1, "error", "empty", f"This file is empty; {yamlwalk.first_keys(kind)}")])
    try:
        value = msgspec.convert(plain(node), kind, strict=False)
    except (Duplicate, msgspec.ValidationError):
        return Loaded(*yamlwalk.walk_file(node, name, kind))
    faults = extra(value, node, name) if extra else []
    return Loaded(value, faults)


def load_file(path: Path, name: str, kind: type[T]) -> T:
    """A file as an instance of ``kind``; raises BrieferError with the first fault (and how many more there are)."""
    try:
        loaded = load(read_text(path, name), name, kind)
    except Refused as refused:
        loaded = Loaded(None, refused.faults)
    if loaded.faults:
        raise first_fault(loaded.faults)
    return cast(T, loaded.value)


def first_fault(faults: list[Fault]) -> BrieferError:
    """The error that tells of the first of several faults."""
    first = faults[0]
    more = f"{len(faults) - 1} more in this file; briefer check lists them" if len(faults) > 1 else ""
    return BrieferError(first.message, where=Place(first.file, first.line, first.column), todo=more, code=first.code)


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


def impossible_dates(node: Node | None, name: str, keys: frozenset[str]) -> list[Fault]:
    """Dates that have the form of one but do not exist (2025-02-30), anywhere below a node."""
    faults: list[Fault] = []
    todo: list[Node] = [node] if node is not None else []
    while todo:
        one = todo.pop()
        if isinstance(one, SequenceNode):
            todo.extend(one.value)
        elif isinstance(one, MappingNode):
            for key, value in one.value:
                if isinstance(value, ScalarNode):
                    if key.value in keys and value.value and not is_partial(value.value):
                        message = f"“{value.value}” is not a day of the calendar; write 2024, 2024-10 or 2024-10-16"
                        faults.append(fault_at(value, name, "error", "date", message))
                else:
                    todo.append(value)
    return faults
