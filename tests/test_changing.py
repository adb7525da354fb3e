"""Entries changed in their files: only their own lines, and every writing can be taken back and done again."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
import yaml
from small_workspace import LAMPS, PAPERS

from briefer import adding
from briefer.errors import BrieferError, UsageError
from briefer.workspace import read

FILE = "knowledge/topics/lamps.yaml"

COMMENTED = """\
# ours
topic: lamps   # the id
title: Coastal lamps
bodies: [LWP]   # for now

facts:
  # the first
  - id: lamps-lit   # do not rename
    text: >-
      In October 2024 the Examplian
      coast had 12 lit lamps.
    # why two sources
    source:
      - {paper: st-1234-2025, at: "Lamps, para. 1"}   # the note
      - {paper: keepers-2024-count}
    as_of:   2024-10-16   # the day of the count
    note: 'counted   twice'

    tags: [lamps]
  # the second
  - {id: oil, text: 'Oil: enough.',   source: {paper: st-1234-2025}, as_of: 2025}  # short
  -   id: wide
      text: Far in.
      source: {paper: st-1234-2025}
      as_of: 2025
keywords: [beacon]
# the end
"""


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that differ, as ``-old`` and ``+new``; line ends are part of them."""
    lines = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line[0] + line[2:] for line in lines if line[0] in "-+"]


def change(root: Path, kind: str, ident: str, **given: object) -> adding.Added:
    place = read(str(root))
    return adding.change(kind, ident, given, place, place.knowledge())


def faultless(root: Path) -> bool:
    return not read(str(root)).knowledge().faults


@pytest.mark.parametrize("form", ["{}", "\ufeff{}"], ids=["plain", "byte-order mark"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize(
    ("ident", "given", "lines"),
    [
        ("lamps/lamps-lit", {"as_of": "2024-10-17"},
         ["-    as_of:   2024-10-16   # the day of the count\n", "+    as_of:   2024-10-17   # the day of the count\n"]),
        ("lamps/lamps-lit", {"note": ""}, ["-    note: 'counted   twice'\n"]),
        ("lamps/lamps-lit", {"valid_until": "2026"}, ["+    valid_until: 2026\n"]),
        ("lamps/lamps-lit", {"text": "Twelve lamps: all lit."},
         ["-    text: >-\n", "-      In October 2024 the Examplian\n", "-      coast had 12 lit lamps.\n",
          '+    text: "Twelve lamps: all lit."\n']),
        ("lamps/oil", {"text": "Oil: none."},
         ["-  - {id: oil, text: 'Oil: enough.',   source: {paper: st-1234-2025}, as_of: 2025}  # short\n",
          '+  - {id: oil, text: "Oil: none.", source: {paper: st-1234-2025}, as_of: 2025}  # short\n']),
        ("lamps/wide", {"text": "Two\nlines.", "at": "Oil"},
         ["-      text: Far in.\n", "-      source: {paper: st-1234-2025}\n", "+      text: |-\n", "+        Two\n",
          "+        lines.\n", "+      source: {paper: st-1234-2025, at: Oil}\n"]),
    ],
    ids=["value", "key goes", "key comes", "folded text", "brackets", "far in"],
)  # fmt: skip
def test_only_the_lines_that_say_otherwise_change(workspace, ident, given, lines, ending, form):
    before = form.format(COMMENTED.replace("\n", ending))
    root = workspace({FILE: before.encode("utf-8")})
    change(root, "fact", ident, **given)
    after = (root / FILE).read_bytes().decode("utf-8")
    assert sorted(changed_lines(before, after)) == sorted(line.replace("\n", ending) for line in lines)
    assert faultless(root)


def test_the_first_source_is_changed_and_the_further_ones_stay(workspace):
    root = workspace({FILE: COMMENTED})
    change(root, "fact", "lamps/lamps-lit", at="Lamps, para. 2")
    sources = yaml.safe_load((root / FILE).read_text("utf-8"))["facts"][0]["source"]
    assert sources == [{"paper": "st-1234-2025", "at": "Lamps, para. 2"}, {"paper": "keepers-2024-count"}]


def test_keys_that_are_not_given_are_kept(workspace):
    root = workspace()
    change(root, "fact", "lamps/lamps-counted-twice", text="In October 2024 the Examplian coast had 15 lit lamps.")
    fact = yaml.safe_load((root / FILE).read_text("utf-8"))["facts"][2]
    assert fact["disputed_by"] == ["lamps-lit"] and "15 lit" in fact["text"] and fact["id"] == "lamps-counted-twice"


@pytest.mark.parametrize("text", [COMMENTED.removesuffix("keywords: [beacon]\n# the end\n").rstrip("\n")])
def test_a_last_line_without_an_end_stays_so(workspace, text):
    root = workspace({FILE: text})
    change(root, "fact", "lamps/wide", note="Seen.")
    assert changed_lines(text + "\n", (root / FILE).read_text("utf-8") + "\n") == ["+      note: Seen.\n"]


@pytest.mark.parametrize(
    "text", ["a: b", "- dash", "#", "line\n\nline", "\u202eright", "עברית", "[the Presidency]", "'", "NO"]
)
@pytest.mark.parametrize("ident", ["lamps/lamps-lit", "lamps/oil", "lamps/wide"])
def test_any_text_is_changed_to_as_it_was_given(workspace, ident, text):
    root = workspace({FILE: COMMENTED})
    before = dict(read(str(root)).knowledge().entries)
    change(root, "fact", ident, text=text)
    after = dict(read(str(root)).knowledge().entries)
    assert after.pop(ident).value.text == text
    before.pop(ident)
    assert after == before


@pytest.mark.parametrize(
    ("kind", "ident", "given"),
    [
        ("position", "lamps/keepers-more-oil", {"stance": "opposes"}),
        ("question", "lamps/st-1234-2025-q1", {"wording": "verbatim"}),
        ("paper", "st-1234-2025", {"title": "Lamps and oil along the coast"}),
    ],
)
def test_each_kind_is_changed_in_its_place(workspace, kind, ident, given):
    root = workspace()
    added = change(root, kind, ident, **given)
    base = read(str(root)).knowledge()
    value = base.papers[ident] if kind == "paper" else base.entries[ident].value
    assert all(getattr(value, k) == v for k, v in given.items())
    assert added.shown == ("knowledge/papers.yaml" if kind == "paper" else FILE)
    assert not base.faults


def test_a_topics_head_is_changed_and_its_entries_stay(workspace):
    root = workspace({FILE: COMMENTED})
    change(root, "topic", "lamps", title="Lamps of the coast", summary="Who lights them.", bodies=["LWP", "EMWP"])
    lines = changed_lines(COMMENTED, (root / FILE).read_text("utf-8"))
    assert sorted(lines) == sorted([
        "-title: Coastal lamps\n", "+title: Lamps of the coast\n", "+summary: Who lights them.\n",
        "-bodies: [LWP]   # for now\n", "+bodies: [LWP, EMWP]   # for now\n",
    ])  # fmt: skip
    topic = read(str(root)).knowledge().topics["lamps"]
    assert (topic.title, topic.summary, topic.bodies) == ("Lamps of the coast", "Who lights them.", ("LWP", "EMWP"))
    assert "# do not rename" in (root / FILE).read_text("utf-8")


# --- layers -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def above(workspace):
    """A workspace whose own layer stands above a unit's folder with the lamps in it."""

    def make(files: dict[str, str] | None = None, layers: str = "[unit, knowledge]") -> Path:
        moved = {"unit/knowledge/" + n.removeprefix("knowledge/"): t for n, t in {FILE: LAMPS}.items()}
        return workspace({FILE: None, "briefer.yaml": f"layers: {layers}\n", **moved, **(files or {})})

    return make


def test_an_entry_of_a_lower_layer_is_copied_into_ones_own_and_counts(above):
    root = above()
    lower = (root / "unit/knowledge/topics/lamps.yaml").read_bytes()
    added = change(root, "fact", "lamps/lamps-counted-twice", text="In October 2024 there were 15.")
    assert added.shown == FILE and added.id == "lamps/lamps-counted-twice"
    assert (root / "unit/knowledge/topics/lamps.yaml").read_bytes() == lower
    mine = yaml.safe_load((root / FILE).read_text("utf-8"))
    assert mine["facts"][0]["disputed_by"] == ["lamps-lit"] and "title" not in mine
    base = read(str(root)).knowledge()
    assert base.entries["lamps/lamps-counted-twice"].value.text == "In October 2024 there were 15."
    assert len(base.facts("lamps")) == 4 and not base.faults
    change(root, "fact", "lamps/lamps-counted-twice", text="Sixteen.")
    assert [f["text"] for f in yaml.safe_load((root / FILE).read_text("utf-8"))["facts"]] == ["Sixteen."]


def test_a_topic_of_a_lower_layer_gets_only_what_differs(above):
    root = above()
    change(root, "topic", "lamps", title="Our lamps", bodies=["LWP", "COSI"])
    assert (root / FILE).read_text("utf-8") == "topic: lamps\ntitle: Our lamps\nbodies: [COSI]\n"
    topic = read(str(root)).knowledge().topics["lamps"]
    assert topic.title == "Our lamps" and topic.bodies == ("LWP", "COSI") and topic.summary


def test_an_entry_of_a_layer_above_ones_own_is_left_alone_and_its_file_named(above):
    root = above(layers="[knowledge, unit]")
    with pytest.raises(BrieferError, match=r"unit/knowledge/topics/lamps.yaml: .*above your own"):
        change(root, "fact", "lamps/lamps-lit", text="None.")
    assert not (root / FILE).exists()


def test_nothing_is_written_where_nothing_would_read_it(workspace):
    root = workspace({"briefer.yaml": "layers: [shipped]\n"})
    before = {p: p.read_bytes() for p in root.rglob("*.yaml")}
    place = read(str(root))
    with pytest.raises(BrieferError, match="not among the layers"):
        adding.add("topic", {"title": "New"}, place)
    assert {p: p.read_bytes() for p in root.rglob("*.yaml")} == before


# --- what stands in the way -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "ident", "given", "said"),
    [
        ("fact", "lamps/lamps-lit", {"text": ""}, "“text” is missing"),
        ("fact", "lamps/lamps-lit", {"paper": "st-1"}, "no paper “st-1”"),
        ("fact", "lamps/lamps-lit", {"as_of": "June"}, "not right for “as_of”"),
        ("position", "lamps/keepers-more-oil", {"stance": "against"}, "stance"),
        ("paper", "st-1234-2025", {"marking": "SECRET UE/EU SECRET"}, "accredited"),
        ("topic", "lamps", {"title": ""}, "“title” is missing"),
        ("fact", "lamps/lamps-lit", {"superseded_by": "nothing"}, "no entry “lamps/nothing”"),
    ],
)
def test_what_is_wrong_is_refused_by_its_key_and_nothing_is_written(workspace, kind, ident, given, said):
    root = workspace()
    before = {p: p.read_bytes() for p in root.rglob("*.yaml")}
    place = read(str(root))
    with pytest.raises(UsageError, match=said):
        change(root, kind, ident, **given)
    (fault,) = adding.check(kind, given, place.knowledge(), place.settings, instead=ident)
    assert fault[0] == next(iter(given)) and said in fault[1]
    assert {p: p.read_bytes() for p in root.rglob("*.yaml")} == before


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(workspace):
    root = workspace()
    place = read(str(root))
    base = place.knowledge()
    theirs = LAMPS.replace("12 lit lamps", "13 lit lamps")
    (root / FILE).write_text(theirs, "utf-8")
    with pytest.raises(BrieferError, match="since it was read"):
        adding.change("fact", "lamps/lamps-lit", {"text": "Mine."}, place, base)
    assert (root / FILE).read_text("utf-8") == theirs


def test_nothing_different_writes_nothing(workspace):
    root = workspace()
    with pytest.raises(BrieferError) as caught:
        change(root, "fact", "lamps/lamps-lit", as_of="2024-10-16")
    assert caught.value.code == "same" and (root / FILE).read_text("utf-8") == LAMPS


def test_a_broken_file_is_named_and_left_as_it_is(workspace):
    root = workspace()
    place = read(str(root))
    base = place.knowledge()
    (root / FILE).write_text(LAMPS + "colour: red\n", "utf-8")
    with pytest.raises(BrieferError, match=r"lamps.yaml, line .*colour"):
        adding.change("fact", "lamps/lamps-lit", {"text": "Mine."}, place, base)
    assert (root / FILE).read_text("utf-8") == LAMPS + "colour: red\n"


# --- checks without writing -------------------------------------------------------------------------------------------

GIVEN = {"topic": "lamps", "text": "Lamp seven went dark.", "paper": "st-1234-2025"}


@pytest.mark.parametrize(
    ("kind", "given", "keys"),
    [
        ("fact", GIVEN, []),
        ("fact", {}, ["topic", "paper", "text"]),
        ("fact", {**GIVEN, "paper": "st-1", "topics": ["fog"], "as_of": "x", "tags": ["a"]}, ["paper", "topics", "as_of"]),
        ("fact", {**GIVEN, "via": "nope", "disputed_by": ["lamps-lit", "nope"]}, ["via", "disputed_by"]),
        ("position", GIVEN, ["actor", "stance"]),
        ("position", {**GIVEN, "actor": "nobody", "stance": "maybe"}, ["actor", "stance"]),
        ("question", {**GIVEN, "number": "1", "asked_by": "keepers", "wording": "mine"}, ["wording"]),
        ("question", {}, ["topic", "paper", "number", "asked_by", "text"]),
        ("paper", {"number": "1234/25"}, ["number", "title"]),
        ("paper", {"title": "x", "marking": "LIMITED", "date": "2025-02-30"}, ["marking", "date"]),
        ("topic", {"title": "Lamps"}, ["title"]),
        ("topic", {}, ["title"]),
    ],
)  # fmt: skip
def test_faults_are_named_by_the_key_they_belong_to(workspace, kind, given, keys):
    root = workspace()
    place = read(str(root))
    base = place.knowledge()
    before = {p: p.read_bytes() for p in root.rglob("*.yaml")}
    faults = adding.check(kind, given, base, place.settings)
    assert sorted(key for key, _ in faults) == sorted(keys)
    assert all(said.endswith((".", "?", "…")) and "\n" not in said for _, said in faults)
    if keys:
        with pytest.raises(UsageError):
            adding.add(kind, given or {"id": "x"}, place, base=base)
    else:
        assert adding.add(kind, given, place, base=base).id == "lamps/lamp-seven-went-dark"
        return
    assert {p: p.read_bytes() for p in root.rglob("*.yaml")} == before


def test_a_statement_that_says_nearly_the_same_is_found(workspace):
    base = read(str(workspace())).knowledge()
    found = adding.alike("fact", "In October 2024 the Examplian coast had 13 lit lamps", "lamps", base)
    assert found is not None and found.id in ("lamps/lamps-lit", "lamps/lamps-counted-twice")
    assert adding.alike("fact", "Wicks are imported from the south by sea.", "lamps", base) is None
    assert adding.alike("fact", found.value.text, "lamps", base, but=found.id) != found


# --- back and forth ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("fact", GIVEN),
        ("topic", {"title": "Harbour dues"}),
        ("paper", {"number": "1300/25", "title": "Wicks"}),
        ("fact", {**GIVEN, "topic": "fog-signals"}),
    ],
)
def test_every_writing_is_taken_back_and_done_again_byte_for_byte(workspace, kind, given):
    root = workspace({"knowledge/papers.yaml": PAPERS + "\n# mine\n"})
    before = {p: p.read_bytes() for p in root.rglob("*.yaml")}
    added = adding.add(kind, given, read(str(root)))
    after = {p: p.read_bytes() for p in root.rglob("*.yaml")}
    assert after != before
    again = adding.put_back(added.written)
    assert {p: p.read_bytes() for p in root.rglob("*.yaml")} == before
    once_more = adding.put_back(again)
    assert {p: p.read_bytes() for p in root.rglob("*.yaml")} == after
    adding.put_back(once_more)
    assert {p: p.read_bytes() for p in root.rglob("*.yaml")} == before


@pytest.mark.parametrize("title", ["Harbour dues", None], ids=["new file", "file there before"])
def test_taking_back_never_overwrites_what_came_after(workspace, title):
    root = workspace()
    kind, given = ("topic", {"title": title}) if title else ("fact", GIVEN)
    added = adding.add(kind, given, read(str(root)))
    added.path.write_bytes(added.path.read_bytes() + b"# by hand\n")
    theirs = added.path.read_bytes()
    with pytest.raises(BrieferError, match="Somebody has changed this file since") as caught:
        adding.put_back(added.written)
    assert caught.value.code == "changed-on-disk" and added.path.read_bytes() == theirs


def test_doing_again_does_not_overwrite_a_file_that_came_meanwhile(workspace):
    root = workspace()
    added = adding.add("topic", {"title": "Harbour dues"}, read(str(root)))
    again = adding.put_back(added.written)
    added.path.write_text("topic: harbour-dues\ntitle: Theirs\n", "utf-8")
    with pytest.raises(BrieferError, match="there again"):
        adding.put_back(again)
    assert "Theirs" in added.path.read_text("utf-8")
