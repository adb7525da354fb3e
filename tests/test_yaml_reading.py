"""Scalars of a YAML file mean what they say; only the schema gives a value its type."""

from __future__ import annotations

import gc
import sys

import pytest

from briefer import yamlfile
from briefer.knowledge.entries import Meeting, Topic
from briefer.knowledge.load import Layer, load


@pytest.mark.parametrize(
    "scalar",
    ["NO", "no", "yes", "on", "true", "1:30", "012", "0o17", "0x1F", "1e3", "1_000", "3.10", "2025-06-10", "null", "~", "=",
     ".inf", "2025-06-10 10:00:00", "9375/25", "+1", "-0"],
)  # fmt: skip
def test_a_scalar_stays_the_text_it_is(workspace, scalar):
    root = workspace({
        "knowledge/topics/odd.yaml": f"topic: odd\ntitle: {scalar}\nbodies: [{scalar}]\nfacts:\n"
        f"  - {{id: a, text: {scalar}, source: {{paper: st-1234-2025, at: {scalar}}}, as_of: 2025, tags: [{scalar}]}}\n",
        "knowledge/acronyms.yaml": f"acronyms: {{{scalar}: {scalar}}}\n",
    })  # fmt: skip
    base = load([Layer("knowledge", root / "knowledge", "knowledge")])
    assert base.faults == ()
    fact = base.entries["odd/a"].value
    assert (base.topics["odd"].title, base.topics["odd"].bodies, dict(base.acronyms)) == (
        scalar,
        (scalar,),
        {scalar: scalar},
    )
    assert (fact.text, fact.source.at, fact.tags) == (scalar, scalar, (scalar,))


def test_a_truth_value_is_one_where_the_schema_wants_one():
    text = "meeting: m\nbody: LWP\ndate: 2025-06-10\ninferred: true\nplace: true\n"
    meeting = yamlfile.load(text, "m.yaml", Meeting).value
    assert (meeting.inferred, meeting.place, meeting.date) == (True, "true", "2025-06-10")


def test_a_folded_and_a_literal_text_are_read_as_yaml_says():
    text = "topic: t\ntitle: >-\n  one\n  two\nsummary: |\n  one\n  two\n"
    topic = yamlfile.load(text, "t.yaml", Topic).value
    assert (topic.title, topic.summary) == ("one two", "one\ntwo\n")


def test_the_pure_python_parser_reads_the_same(workspace, monkeypatch):
    """Where PyYAML was built without libyaml."""
    root = workspace()
    files = sorted((root / "knowledge").rglob("*.yaml"))
    quick = [yamlfile.plain(yamlfile.compose(f.read_text("utf-8"), f.name)) for f in files]
    for name in [n for n in sys.modules if n.startswith("briefer.yaml")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "yaml.cyaml", None)
    import importlib

    slow = importlib.import_module("briefer.yamlfile")
    assert slow is not yamlfile
    assert [slow.plain(slow.compose(f.read_text("utf-8"), f.name)) for f in files] == quick


def test_the_garbage_collector_is_on_again_after_loading(workspace):
    root = workspace({"knowledge/topics/bad.yaml": "topic: [\n"})
    assert gc.isenabled()
    load([Layer("knowledge", root / "knowledge", "knowledge")])
    assert gc.isenabled()
