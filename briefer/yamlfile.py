"""YAML files as validated data: quick where the file is sound, exact about line and column where it is not.

Scalars are text until the schema gives them a type, so ``NO`` stays Norway and ``012`` stays ``012``. A file is read
once by the C parser; only one that does not validate is walked a second time, to name every fault in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

import msgspec
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from briefer import collector
from briefer.dates import NOT_A_DAY, is_partial
from briefer.errors import BrieferError, Fault, Place
from briefer.yamlnodes import Duplicate as Duplicate
from briefer.yamlnodes import Refused as Refused
from briefer.yamlnodes import at as at
from briefer.yamlnodes import compose as compose
from briefer.yamlnodes import fault_at as fault_at
from briefer.yamlnodes import plain as plain
from briefer.yamlnodes import read_text as read_text
from briefer.yamlnodes import reason as reason

T = TypeVar("T")


class Loaded(NamedTuple):
    """What came of a file: its data as far as it is sound, and its faults."""

    value: Any
    """An instance of the type asked for, or None."""
    faults: list[Fault]
    kept: Mapping[str, list[int]] = {}
    """Of lists at the top level whose faulty members were left out: where in the file those stand that are kept."""


def load(text: str, name: str, kind: type[T], extra: Callable[[T, Node, str], list[Fault]] | None = None) -> Loaded:
    """A YAML text as an instance of ``kind``, a frozen msgspec Struct.

    Where it has faults, the value holds what is sound (faulty members of the lists at the top level, and faulty keys
    that need not be there, are left out) and the faults name every place. ``extra`` adds checks of its own on a value
    that validated.
    """
    with collector.off():
        return _load(text, name, kind, extra)


def _load(text: str, name: str, kind: type[T], extra: Callable[[T, Node, str], list[Fault]] | None) -> Loaded:
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
        return yamlwalk.walk_file(node, name, kind)
    faults = extra(value, node, name) if extra else []
    return Loaded(value, faults)


def first_fault(faults: list[Fault]) -> BrieferError:
    """The error that tells of the first of several faults."""
    first = faults[0]
    more = f"{len(faults) - 1} more in this file; briefer check lists them" if len(faults) > 1 else ""
    return BrieferError(first.message, where=Place(first.file, first.line, first.column), todo=more, code=first.code)


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
                        faults.append(fault_at(value, name, "error", "date", NOT_A_DAY.format(value.value)))
                else:
                    todo.append(value)
    return faults
