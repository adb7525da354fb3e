"""Briefs on disk: every fault with its place, what a hand edit leaves out, and what git shows of a change."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer.brief import edit, store
from briefer.brief.model import Block, Brief, MeetingRef, Pulled, Section, Source, Via
from briefer.errors import BrieferError, Fault, UsageError
from briefer.text import printable

HEAD = "brief: b\nformat: 1\ntitle: B\nas_of: 2025-06-12\n"


def faults(text: str) -> list[Fault]:
    brief, found = store.parse(text, "briefs/b.yaml")
    assert (brief is None) == bool(found)
    return found


def one_fault(text: str) -> Fault:
    (fault,) = faults(text)
    assert fault.file == "briefs/b.yaml"
    assert fault.severity == "error"
    return fault


def placed(text: str, at: str) -> tuple[int, int]:
    """Line and column of a piece of text, counted from 1."""
    before = text[: text.index(at)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


SECTION = "sections:\n  - id: s\n    role: free\n    blocks:\n      - {id: aaaaa2, role: text, text: One.}\n"


@pytest.mark.parametrize(
    ("text", "at", "code"),
    [
        (HEAD + "colour: red\n", "colour", "unknown-key"),
        (HEAD + SECTION.replace("text: One.", "txet: One."), "txet", "unknown-key"),
        (HEAD + SECTION.replace("role: text", "role: speech"), "speech", "type"),
        (HEAD + SECTION.replace("role: free", "role: frei"), "frei", "type"),
        (HEAD + SECTION.replace("aaaaa2", "A1"), "A1", "type"),
        (HEAD + "title: Again\n", "title: Again", "duplicate-key"),
        (HEAD.replace("format: 1", "format: 7"), "7", "format"),
        (HEAD.replace("2025-06-12", "2025-02-30"), "2025-02-30", "date"),
        (HEAD.replace("2025-06-12", "June"), "June", "type"),
        (HEAD + "marking: LIMIT\n", "LIMIT\n", "marking"),
        (HEAD + "markings: []\n", "[]", "marking"),
        (HEAD + "own_marking: RESTREINT UE/EU RESTRICTED\n", "RESTREINT", "classified"),
        (HEAD + "markings: [PUBLIC, LIMITE, SECRET UE]\n", "SECRET", "classified"),
        (HEAD + SECTION.replace("text: One.", "text: One., marking: CONFIDENTIEL UE"), "CONFIDENTIEL", "classified"),
        (HEAD + SECTION.replace("text: One.", "text: One., marking: SOMEWHAT"), "SOMEWHAT", "marking"),
        (HEAD + SECTION.replace("text: One.", "sources: [{paper: x, marking: VS-NfD}]"), "VS-NfD", "classified"),
        (HEAD + SECTION.replace("text: One.", "question: zzzzz9"), "zzzzz9", "dangling"),
        (HEAD + SECTION + "  - id: s\n    role: free\n", "s\n    role: free\n", "duplicate-id"),
        (HEAD + SECTION + "      - {id: aaaaa2, role: text}\n", "aaaaa2, role: text}", "duplicate-id"),
        (HEAD.replace("brief: b", "brief: ../../b"), "../../b", "name"),
        (HEAD + "sections: none\n", "none", "type"),
    ],
)
def test_a_fault_is_told_with_its_line_and_column(text: str, at: str, code: str) -> None:
    if text.count(at) > 1:  # the last of two is the faulty one
        text_before = text[: text.rindex(at)]
        place = text_before.count("\n") + 1, len(text_before) - text_before.rfind("\n")
    else:
        place = placed(text, at)
    fault = one_fault(text)
    assert (fault.line, fault.column) == place
    assert fault.code == code


def test_a_missing_key_is_told_with_what_to_write() -> None:
    fault = one_fault(HEAD.replace("as_of: 2025-06-12\n", ""))
    assert fault.code == "missing-key"
    assert "as_of" in fault.message and "2024-10-16" in fault.message


def test_all_faults_are_told_in_one_run() -> None:
    text = HEAD.replace("format: 1", "format: one") + "colour: red\n" + SECTION.replace("role: text", "role: speech")
    assert [f.code for f in faults(text)].count("type") == 2
    assert "unknown-key" in {f.code for f in faults(text)}


def test_yaml_that_is_none_is_told_with_its_line() -> None:
    fault = one_fault(HEAD + "sections: [\n")
    assert fault.code == "yaml"
    assert fault.line >= 5


def test_text_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_bytes(HEAD.encode() + b"drafter: Fran\xe7ois\n")
    with pytest.raises(BrieferError, match=r"line 5.*UTF-8"):
        store.read(path, "briefs/b.yaml")


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "topic: lamps\ntitle: Lamps\n", "- a\n- b\n", "just words", "PK\x03\x04"]
)
def test_a_file_that_is_no_brief_is_called_so(tmp_path: Path, text: str) -> None:
    path = tmp_path / "b.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(BrieferError) as refused:
        store.read(path, "briefs/b.yaml")
    assert "briefs/b.yaml" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_scalars_mean_what_they_say(tmp_path: Path) -> None:
    text = HEAD.replace("title: B", "title: NO") + "delegation: NO\n" + SECTION.replace("One.", "012")
    brief, _ = store.parse(text, "b")
    assert brief
    assert (brief.title, brief.delegation, brief.sections[0].blocks[0].text) == ("NO", "NO", "012")
    assert store.parse(store.dump(brief), "b")[0] == replace(brief, marking="LIMITE")


def test_missing_ids_are_given_and_kept_from_then_on(lamps_brief: Brief, tmp_path: Path) -> None:
    text = store.dump(lamps_brief)
    by_hand = text.replace("      - id: fffff2\n        role: text", "      - role: text")
    assert "fffff2" not in by_hand
    brief, found = store.parse(by_hand, "b")
    assert brief and not found
    given = brief.sections[3].blocks[1].id
    assert given and given not in edit.taken(lamps_brief)
    path = tmp_path / "b.yaml"
    store.write(brief, path)
    assert f"- id: {given}\n" in path.read_text("utf-8")
    assert store.read(path).sections == brief.sections


def test_two_blocks_without_ids_and_with_the_same_words_get_ids_of_their_own() -> None:
    text = HEAD + "sections:\n  - id: s\n    role: free\n    blocks:\n" + "      - {role: text, text: Same.}\n" * 3
    brief, _ = store.parse(text, "b")
    assert brief
    assert len(edit.taken(brief)) == 3


def test_the_marking_is_raised_to_what_is_cited_and_never_lowered(lamps_brief: Brief) -> None:
    lowered = store.dump(replace(lamps_brief, marking="PUBLIC"))
    assert "\nmarking: LIMITE\n" in lowered
    public = Brief(brief="b", format=1, title="B", as_of="2025", marking="LIMITE")
    assert "\nmarking: LIMITE\n" in store.dump(public)


def test_git_shows_one_changed_block_as_few_lines(lamps_brief: Brief) -> None:
    changed = edit.set_text(lamps_brief, "fffff2", "First line.\nAnother second line.")
    diff = [
        line
        for line in difflib.unified_diff(store.dump(lamps_brief).split("\n"), store.dump(changed).split("\n"), n=0)
        if not line.startswith(("---", "+++", "@@"))
    ]
    assert sorted(line[0] for line in diff) == ["+", "-"], "one line changed, in a block of two"


def test_a_removed_block_takes_only_its_own_lines(lamps_brief: Brief) -> None:
    before, after = (store.dump(b).split("\n") for b in (lamps_brief, edit.remove(lamps_brief, "eeeee2")))
    diff = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
    assert all(line[0] == "-" for line in diff)
    assert len(diff) <= 10


def test_each_source_stands_on_one_line(lamps_brief: Brief) -> None:
    lines = store.dump(lamps_brief).split("\n")
    cited = [line for line in lines if "paper: " in line]
    assert len(cited) == 5
    assert all(line.lstrip().startswith("- {paper: ") and line.endswith("}") for line in cited)


def test_lines_of_a_text_stand_as_lines(lamps_brief: Brief) -> None:
    assert "text: |-\n          First line.\n          Second line: with a colon.\n" in store.dump(lamps_brief)


# --- anything a person can type comes back ---------------------------------------------------------------------------

WORDS = st.text(max_size=40).map(lambda t: "\n".join(line.rstrip() for line in t.splitlines()))
SOURCE = st.builds(
    Source, paper=st.just("p"), title=WORDS, at=WORDS, number=WORDS, via=st.none() | st.builds(Via, paper=WORDS, title=WORDS)
)  # fmt: skip
BLOCK = st.builds(
    Block, role=st.sampled_from(["text", "fact", "row", "prompt"]), text=WORDS, entry=st.sampled_from([None, "lamps/lamps-lit"]),
    sources=st.lists(SOURCE, max_size=2).map(tuple),
    pulled=st.none() | st.builds(Pulled, text=WORDS, note=st.none() | WORDS, disputed=st.lists(WORDS, max_size=2).map(tuple)),
)  # fmt: skip


@given(
    title=WORDS, blocks=st.lists(BLOCK, max_size=4), place=WORDS,
    acronyms=st.dictionaries(st.text("ABCé –#:", min_size=1, max_size=5), WORDS, max_size=3),
)  # fmt: skip
def test_what_is_written_is_read_again(title: str, blocks: list[Block], place: str, acronyms: dict[str, str]) -> None:
    brief = Brief(
        brief="b", format=1, title=title, as_of="2025-06", meeting=MeetingRef(place=place), acronyms=acronyms,
        sections=(Section(id="s", role="free", title=title, minutes=2.5, blocks=tuple(blocks)),),
    )  # fmt: skip
    text = store.dump(brief)
    again, found = store.parse(text, "b")
    assert not found
    assert again is not None
    assert store.parse(store.dump(again), "b")[0] == again
    written = [printable(b.text) for b in blocks]
    assert [b.text for b in again.sections[0].blocks] == ["\n".join(x.rstrip() for x in w.split("\n")) for w in written]


# --- which file a name means -----------------------------------------------------------------------------------------


def test_a_brief_is_found_by_name_and_by_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "briefs"
    folder.mkdir()
    (folder / "lamps.yaml").write_text(HEAD)
    monkeypatch.chdir(tmp_path)
    for name in ("lamps", "lamps.yaml", "briefs/lamps.yaml", str(folder / "lamps.yaml")):
        assert store.path_of(name, folder).samefile(folder / "lamps.yaml")


def test_an_unknown_brief_is_told_with_the_nearest_names(tmp_path: Path) -> None:
    (tmp_path / "coastal-lamps.yaml").write_text(HEAD)
    with pytest.raises(UsageError, match=r"Did you mean coastal-lamps\?$"):
        store.path_of("coastal-lamp", tmp_path)
    with pytest.raises(UsageError, match="briefer new"):
        store.path_of("coastal-lamp", tmp_path / "empty")
