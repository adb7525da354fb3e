"""``briefer check --schema``: the schemas that editors complete and underline by."""

from __future__ import annotations

import datetime
import json
import re

import pytest
import yaml

KINDS = {
    "topic": "knowledge/topics/*.yaml",
    "papers": "knowledge/papers.yaml",
    "actors": "knowledge/actors.yaml",
    "acronyms": "knowledge/acronyms.yaml",
    "meeting": "knowledge/meetings/*.yaml",
    "template": "templates/*.yaml",
    "brief": "briefs/*.yaml",
    "briefer": "briefer.yaml",
    "language": "briefer/languages/*.yaml",
    "house-style": "briefer/houses/*.yaml",
}
TYPES = {"string": str, "object": dict, "array": list, "boolean": bool, "null": type(None)}
ANNOTATIONS = {"$schema", "title", "description", "default", "$defs"}


@pytest.fixture(scope="module")
def schemas(tmp_path_factory):
    from briefer.cli import main

    folder = tmp_path_factory.mktemp("schemas")
    assert main(["check", "--schema", str(folder)]) == 0
    return {path.name.removesuffix(".schema.json"): json.loads(path.read_text("utf-8")) for path in folder.iterdir()}


def as_editor_sees(path):
    """A file as a YAML editor hands it to its JSON Schema validator: YAML's own types, dates as text."""

    def plain(value):
        if isinstance(value, dict):
            return {str(k): plain(v) for k, v in value.items()}
        if isinstance(value, list):
            return [plain(v) for v in value]
        return value.isoformat() if isinstance(value, datetime.date) else value

    return plain(yaml.safe_load(path.read_text("utf-8")))


def complaints(value, schema, root, where="$"):
    """What JSON Schema 2020-12 finds wrong, for the keywords that our schemas use; any other keyword is an error."""
    found = []
    for keyword, wanted in schema.items():
        match keyword:
            case "$ref":
                assert wanted.startswith("#/$defs/")
                found += complaints(value, root["$defs"][wanted.removeprefix("#/$defs/")], root, where)
            case "type":
                found += [] if is_a(value, wanted) else [f"{where}: {value!r} is not {wanted}"]
            case "enum":
                found += [] if value in wanted else [f"{where}: {value!r} is none of {wanted}"]
            case "const":
                found += [] if value == wanted else [f"{where}: {value!r} is not {wanted}"]
            case "anyOf":
                if all(complaints(value, one, root, where) for one in wanted):
                    found.append(f"{where}: {value!r} is none of the forms")
            case "pattern":
                if isinstance(value, str) and not re.search(wanted, value):
                    found.append(f"{where}: {value!r} is not {wanted}")
            case "minLength":
                found += [f"{where}: too short"] if isinstance(value, str) and len(value) < wanted else []
            case "minItems":
                found += [f"{where}: too few"] if isinstance(value, list) and len(value) < wanted else []
            case "minimum" | "maximum":
                number = isinstance(value, int) and not isinstance(value, bool)
                low = keyword == "minimum"
                found += [f"{where}: out of range"] if number and (value < wanted if low else value > wanted) else []
            case "items":
                for i, one in enumerate(value if isinstance(value, list) else []):
                    found += complaints(one, wanted, root, f"{where}[{i}]") if wanted is not False else []
            case "required":
                found += [f"{where}: {k} is missing" for k in wanted if isinstance(value, dict) and k not in value]
            case "properties":
                for key in wanted.keys() & value.keys() if isinstance(value, dict) else ():
                    found += complaints(value[key], wanted[key], root, f"{where}.{key}")
            case "additionalProperties":
                extra = value.keys() - schema.get("properties", {}).keys() if isinstance(value, dict) else ()
                for key in sorted(extra):
                    if wanted is False:
                        found.append(f"{where}: {key} is unknown")
                    else:
                        found += complaints(value[key], wanted, root, f"{where}.{key}")
            case _:
                assert keyword in ANNOTATIONS, f"{keyword} is no keyword that this test knows"
    return found


def is_a(value, wanted):
    if isinstance(wanted, list):
        return any(is_a(value, one) for one in wanted)
    if wanted in ("number", "integer"):
        kinds = (int, float) if wanted == "number" else int
        return isinstance(value, kinds) and not isinstance(value, bool)
    return isinstance(value, TYPES[wanted])


def test_there_is_a_schema_of_each_file_kind(schemas):
    assert schemas.keys() == KINDS.keys()


def test_the_command_prints_the_paths_it_wrote(run, tmp_path):
    ran = run("check", "--schema", tmp_path / "made" / "here", "--json")
    assert ran.code == 0
    assert sorted(ran.json) == sorted(str(p) for p in (tmp_path / "made" / "here").iterdir())
    again = run("check", "--schema", tmp_path / "made" / "here")
    assert again.out.splitlines() == ran.json


def test_the_schemas_need_no_workspace_and_make_none(process, tmp_path):
    ran = process("check", "--schema", "schemas")
    assert ran.code == 0
    assert [p.name for p in (tmp_path / "nowhere").iterdir()] == ["schemas"]


def test_a_target_that_is_a_file_is_one_plain_line(process, tmp_path):
    (tmp_path / "taken").write_text("mine")
    ran = process("check", "--schema", tmp_path / "taken", "--json")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1 and "taken" in ran.err
    assert (tmp_path / "taken").read_text() == "mine"


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_is_json_schema_2020_12_with_references_that_lead_somewhere(schemas, kind):
    schema = schemas[kind]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    known = {"type", "enum", "const", "anyOf", "pattern", "minLength", "minItems", "minimum", "maximum", "items",
             "required", "properties", "additionalProperties", "$ref", *ANNOTATIONS}  # fmt: skip

    def walk(node):
        assert isinstance(node, dict) and node.keys() <= known, node
        if "$ref" in node:
            assert node["$ref"].removeprefix("#/$defs/") in schema["$defs"]
        for one in [node["type"]] if isinstance(node.get("type"), str) else node.get("type", []):
            assert one in {*TYPES, "number", "integer"}
        if "pattern" in node:
            re.compile(node["pattern"])
        below = [*node.get("anyOf", []), *node.get("properties", {}).values(), *node.get("$defs", {}).values()]
        below += [node[k] for k in ("items", "additionalProperties") if isinstance(node.get(k), dict)]
        for one in below:
            walk(one)

    walk(schema)


@pytest.mark.parametrize("kind", KINDS)
def test_every_shipped_file_is_accepted_as_an_editor_reads_it(schemas, repository, kind):
    files = sorted(repository.glob(KINDS[kind]))
    assert files
    for path in files:
        assert complaints(as_editor_sees(path), schemas[kind], schemas[kind]) == [], path.name


@pytest.mark.parametrize("kind", KINDS)
def test_a_misspelt_key_is_underlined_in_every_kind_of_file(schemas, repository, kind):
    data = as_editor_sees(sorted(repository.glob(KINDS[kind]))[0])
    assert complaints({**data, "titel": "x"}, schemas[kind], schemas[kind]) == ["$: titel is unknown"]


@pytest.mark.parametrize("wrong", [
    {"stance": "against"}, {"as_of": "10 June 2025"}, {"id": "Bad Id"}, {"source": []}, {"source": {"papr": "x"}},
    {"text": ""}, {"colour": "red"}, {"tags": "one"},
])  # fmt: skip
def test_a_fault_within_an_entry_is_underlined(schemas, wrong):
    position = {"id": "a", "actor": "keepers", "stance": "asks", "text": "x", "source": {"paper": "p"}, "as_of": 2025}
    topic = schemas["topic"]
    assert complaints({"topic": "t", "positions": [position]}, topic, topic) == []
    assert complaints({"topic": "t", "positions": [{**position, **wrong}]}, topic, topic)


def test_a_missing_key_is_underlined(schemas):
    topic = schemas["topic"]
    found = complaints({"topic": "t", "facts": [{"id": "a", "text": "x", "as_of": 2025}]}, topic, topic)
    assert found == ["$.facts[0]: source is missing"]


@pytest.mark.parametrize("value", [False, 12, 1.5, "NO", "2025-06-10"])
def test_a_text_that_yaml_takes_for_something_else_is_not_underlined(schemas, value):
    """An editor reads ``delegation: NO`` as false; the loader reads what stands there."""
    settings = schemas["briefer"]
    assert complaints({"delegation": value, "drafter": value}, settings, settings) == []
