"""The slow walk over a YAML file that does not validate: every fault of it, with line, column and what to write."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar, Union

import msgspec
from msgspec import inspect
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from briefer.dates import NOT_A_DAY, PARTIAL, is_partial
from briefer.errors import Fault, did_you_mean
from briefer.yamlfile import Loaded
from briefer.yamlnodes import fault_at, one_line

T = TypeVar("T")


def first_keys(kind: type) -> str:
    """What a file of this kind must hold at least."""
    info = inspect.type_info(kind)
    required = [f.encode_name for f in info.fields if f.required] if isinstance(info, inspect.StructType) else []
    return f"write at least {', '.join(required)}" if required else "write what it should hold or remove it"


def _fault(node: Node, name: str, code: str, message: str) -> Fault:
    return fault_at(node, name, "error", code, message)


def walk_file(node: Node, name: str, kind: type[T]) -> Loaded:
    """What is sound of a file, if enough is, and all its faults."""
    faults: list[Fault] = []
    kept: dict[str, list[int]] = {}
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)
    if not isinstance(node, MappingNode):
        return Loaded(None, [_fault(node, name, "type", f"This file should hold keys; {first_keys(kind)}")])
    data = _walk_struct(node, name, info, faults, "this file", kept)
    try:
        return Loaded(msgspec.convert(data, kind, strict=False), faults, kept)
    except msgspec.ValidationError as error:
        return Loaded(None, faults or [_fault(node, name, "type", one_line(str(error)))])


def _walk_struct(
    node: MappingNode,
    name: str,
    info: inspect.StructType,
    faults: list[Fault],
    what: str,
    kept: dict[str, list[int]] | None = None,
) -> dict[str, Any]:
    """The values of a mapping; with ``kept``, at the top of a file, only the sound ones, and their places in it."""
    fields = {f.encode_name: f for f in info.fields}
    data: dict[str, Any] = {}
    seen: dict[str, Node] = {}
    for key, value in node.value:
        word = key.value if isinstance(key, ScalarNode) else None
        if word is None or word not in fields:
            shown = word if word is not None else "this"
            message = f"“{shown}” is not a key of {what}; {did_you_mean(shown, list(fields))}"
            faults.append(_fault(key, name, "unknown-key", message))
        elif word in seen:
            first = seen[word].start_mark.line + 1
            message = f"“{word}” stands twice (first in line {first}); keep one, or make one list of both"
            faults.append(_fault(key, name, "duplicate-key", message))
        else:
            seen[word] = key
            before = len(faults)
            found = _walk(value, name, fields[word].type, faults, word, kept)
            if kept is None or word in kept or len(faults) == before or fields[word].required:
                data[word] = found
    for word, field in fields.items():
        if field.required and word not in seen:
            faults.append(
                _fault(node, name, "missing-key", f"“{word}” is missing in {what}; add {_example(word, field.type)}")
            )
    return data


def _walk(
    node: Node, name: str, info: inspect.Type, faults: list[Fault], key: str, kept: dict[str, list[int]] | None = None
) -> Any:
    options = _options(info)
    listed = next((t for t in options if isinstance(t, inspect.VarTupleType | inspect.ListType)), None)
    struct = next((t for t in options if isinstance(t, inspect.StructType)), None)
    table = next((t for t in options if isinstance(t, inspect.DictType)), None)
    if isinstance(node, SequenceNode) and listed is not None and len(node.value) >= (listed.min_length or 0):
        values, places = [], []
        for i, item in enumerate(node.value):
            before = len(faults)
            value = _walk(item, name, listed.item_type, faults, key)
            if kept is None or len(faults) == before:
                values.append(value)
                places.append(i)
        if kept is not None:
            kept[key] = places
        return values
    if isinstance(node, MappingNode) and struct is not None:
        return _walk_struct(node, name, struct, faults, f"“{key}”")
    if isinstance(node, MappingNode) and table is not None:
        return _walk_table(node, name, table, faults, key, kept)
    if isinstance(node, ScalarNode) and any(_is_leaf(t) for t in options):
        return _leaf(node, name, info, faults, key)
    wanted = _example(key, info)
    faults.append(_fault(node, name, "type", f"“{key}” does not have the right form; write {wanted}"))
    return None


def _options(info: inspect.Type) -> list[inspect.Type]:
    """The types that a value may have, descriptions taken off."""
    if isinstance(info, inspect.Metadata):
        return _options(info.type)
    return [o for t in info.types for o in _options(t)] if isinstance(info, inspect.UnionType) else [info]


def _walk_table(
    node: MappingNode,
    name: str,
    info: inspect.DictType,
    faults: list[Fault],
    key: str,
    kept: dict[str, list[int]] | None,
) -> dict[str, Any]:
    data: dict[str, Any] = {}
    seen: dict[str, int] = {}
    if kept is not None:
        kept[key] = []
    for k, v in node.value:
        before = len(faults)
        if not isinstance(k, ScalarNode):
            faults.append(_fault(k, name, "type", f"A name in “{key}” should be a text; write name: value"))
        elif k.value in seen:
            message = f"“{k.value}” stands twice in “{key}” (first in line {seen[k.value]}); keep one"
            faults.append(_fault(k, name, "duplicate-key", message))
        else:
            seen[k.value] = k.start_mark.line + 1
            value = _walk(v, name, info.value_type, faults, k.value)
            if kept is None or len(faults) == before:
                data[k.value] = value
    return data


def _is_leaf(info: inspect.Type) -> bool:
    return not isinstance(info, inspect.StructType | inspect.VarTupleType | inspect.ListType | inspect.DictType)


def _leaf(node: ScalarNode, name: str, info: inspect.Type, faults: list[Fault], key: str) -> Any:
    try:
        msgspec.convert(node.value, _rebuild(info), strict=False)
    except msgspec.ValidationError:
        shown = node.value if len(node.value) <= 40 else node.value[:39] + "…"
        said = f"“{shown}” is not right for “{key}”" if node.value else f"“{key}” is empty"
        faults.append(_fault(node, name, "type", f"{said}; write {_example(key, info)}"))
    else:
        if _is_date(info) and not is_partial(node.value):
            faults.append(_fault(node, name, "date", NOT_A_DAY.format(node.value)))
    return node.value


def _is_date(info: inspect.Type) -> bool:
    return any(isinstance(t, inspect.StrType) and t.pattern == PARTIAL for t in _options(info))


def _rebuild(info: inspect.Type) -> Any:
    """A type again out of its description, for the leaves."""
    if isinstance(info, inspect.Metadata):
        return _rebuild(info.type)
    if isinstance(info, inspect.UnionType):
        return Union[tuple(_rebuild(t) for t in info.types if _is_leaf(t))]  # noqa: UP007 (built at run time)
    if isinstance(info, inspect.LiteralType):
        return Literal[tuple(info.values)]
    if isinstance(info, inspect.StrType):
        return Annotated[str, msgspec.Meta(pattern=info.pattern, min_length=info.min_length)]
    if isinstance(info, inspect.IntType):
        return Annotated[int, msgspec.Meta(ge=info.ge, le=info.le)]
    plain_types: dict[type, Any] = {inspect.FloatType: float, inspect.BoolType: bool}
    return plain_types.get(type(info), type(None))


def _example(key: str, info: inspect.Type) -> str:
    """What to write instead, for a person."""
    if isinstance(info, inspect.Metadata):
        return _example(key, info.type)
    if isinstance(info, inspect.UnionType):
        return " or ".join(_example(key, t) for t in info.types if not isinstance(t, inspect.NoneType))
    if isinstance(info, inspect.LiteralType):
        values = [str(v) for v in info.values]
        return f"{key}: " + (values[0] if len(values) == 1 else f"{', '.join(values[:-1])} or {values[-1]}")
    if _is_date(info):
        return f"{key}: a date such as 2024, 2024-10 or 2024-10-16"
    if isinstance(info, inspect.StrType):
        return f"{key}: lower-case letters, digits and hyphens" if info.pattern else f"{key}: a text"
    if isinstance(info, inspect.IntType) and info.ge is not None and info.le is not None:
        return f"{key}: a number from {info.ge} to {info.le}"
    if isinstance(info, inspect.IntType | inspect.FloatType):
        return f"{key}: a number"
    if isinstance(info, inspect.BoolType):
        return f"{key}: true or false"
    if isinstance(info, inspect.StructType):
        required = [f.encode_name for f in info.fields if f.required]
        return f"{key}: {{{', '.join(f'{r}: …' for r in required)}}}"
    if isinstance(info, inspect.DictType):
        return f"{key}: one line “name: value” for each"
    item = info.item_type if isinstance(info, inspect.VarTupleType | inspect.ListType) else None
    if isinstance(item, inspect.StructType):
        return f"{key}: a list, each member beginning with “- ”"
    return f"{key}: [a list in square brackets]"
