"""JSON Schemas of each file kind, made from the same Structs that validate, for editors that complete and underline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from briefer import files
from briefer.brief.as_written import TemplateAsWritten
from briefer.brief.model import Brief
from briefer.knowledge.entries import FILE_KINDS
from briefer.word.house import Said
from briefer.word.languages import Catalogue
from briefer.workspace import Settings

KINDS: dict[str, type] = {
    **FILE_KINDS,
    "brief": Brief,
    "template": TemplateAsWritten,
    "briefer": Settings,
    "language": Catalogue,
    "house-style": Said,
}


#: What the Structs cannot say: a template that inherits nothing is whole in itself.
_WHOLE_SECTIONS = {"sections": {"items": {"required": ["role", "title"]}}}
_MORE: dict[str, dict[str, Any]] = {
    "template": {
        "anyOf": [{"required": ["extends"]}, {"required": ["title", "sections"], "properties": _WHOLE_SECTIONS}]
    }
}


def write(folder: Path) -> list[Path]:
    """Write ``KIND.schema.json`` for every kind into a folder; returns the files."""
    made = []
    for name, kind in KINDS.items():
        path = folder / f"{name}.schema.json"
        files.write(path, json.dumps(of(name, kind), indent=2, ensure_ascii=False) + "\n")
        made.append(path)
    return made


def of(name: str, kind: type) -> dict[str, Any]:
    """The schema of one kind (JSON Schema 2020-12)."""
    (top,), parts = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"briefer: {name}",
        **top,
        **_MORE.get(name, {}),
        "$defs": parts,
    }
    return {k: _as_yaml_sees_it(v) for k, v in schema.items()}


def _as_yaml_sees_it(node: Any) -> Any:
    """A YAML editor reads ``2025`` as a number and ``NO`` as false where we read a text: allow these too."""
    if isinstance(node, dict):
        node = {k: _as_yaml_sees_it(v) for k, v in node.items()}
        if node.get("type") == "string" and "enum" not in node:
            node["type"] = ["string", "number", "boolean"]
        return node
    return [_as_yaml_sees_it(v) for v in node] if isinstance(node, list) else node
